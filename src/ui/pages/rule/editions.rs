//! The editions of a rule, the newest first.

use crate::domain::Language;
use crate::domain::rulebook::{Edition, Page as Rule, RULES, Rules};
use crate::ui::components::Mi;
use crate::ui::i18n::*;
use crate::ui::providers::use_today;
use leptos::prelude::*;

/// Every edition, with its days, routes and sources; those in force first.
#[component]
pub fn Editions(rule: &'static Rule) -> impl IntoView {
    let today = use_today();
    let editions = move || {
        let editions = rule.editions_on(today.get()).into_iter();
        editions.map(|edition| view! { <EditionItem rule edition /> }).collect_view()
    };
    view! { <ol class="editions">{editions}</ol> }
}

/// The days of an edition, in the form in which its source gives them.
pub fn days_text(locale: Locale, language: Language, edition: &Edition) -> String {
    let day = |day| RULES.day(day, language);
    match (edition.from, edition.to) {
        (Some(from), Some(to)) => td_string!(locale, rules.from_to, from = day(from), to = day(to)),
        (Some(from), None) => td_string!(locale, rules.since, from = day(from)),
        (None, Some(to)) => td_string!(locale, rules.until, to = day(to)),
        (None, None) => td_string!(locale, rules.undated).to_owned(),
    }
}

#[component]
fn EditionItem(rule: &'static Rule, edition: &'static Edition) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let words = rule.words_in(language);
    let doubt = words.and_then(|words| words.doubt.get(&edition.clause)).cloned();
    let doubt = doubt.map(|text| {
        view! {
            <p class="caution">
                <Mi text />
            </p>
        }
    });
    let routes: Vec<&str> = edition.routes.iter().map(|route| route.label(language)).collect();
    view! {
        <li id=rule.anchor(edition) tabindex="-1">
            <h3>{format!("{} · {}", edition.clause, days_text(locale, language, edition))}</h3>
            <p>
                <Mi text=rule.says(&edition.clause, language).to_owned() />
            </p>
            {doubt}
            <dl class="edition-facts">
                <Term name=td_string!(locale, rules.weight)>{edition.severity.label(language)}</Term>
                <Term name=td_string!(locale, rules.decides)>{edition.decided_by.label(language)}</Term>
                <Term name=td_string!(locale, rules.routes)>{routes.join("; ")}</Term>
                <Term name=td_string!(locale, rules.source)>
                    <SourceLink id=edition.source.clone() at=edition.at.clone() />
                </Term>
                <SourceList name=td_string!(locale, rules.also) ids=edition.also.clone() />
                <SourceList name=td_string!(locale, rules.against) ids=edition.against.clone() />
            </dl>
        </li>
    }
}

#[component]
fn Term(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// Several sources; nothing where there are none.
#[component]
fn SourceList(name: &'static str, ids: Vec<String>) -> impl IntoView {
    (!ids.is_empty()).then(|| {
        let items = ids.into_iter().map(|id| {
            view! {
                <li>
                    <SourceLink id />
                </li>
            }
        });
        view! {
            <Term name>
                <ul>{items.collect_view()}</ul>
            </Term>
        }
    })
}

/// A source, as a link where it has an address, and how sure it is.
#[component]
fn SourceLink(id: String, #[prop(optional)] at: String) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let rules: &'static Rules = &RULES;
    let source = rules.source(&id)?;
    let name = if at.is_empty() {
        source.title.clone()
    } else {
        td_string!(locale, report.cited, instrument = source.title.clone(), clause = at)
    };
    let name = view! { <Mi text=name /> };
    let name = if source.url.is_empty() {
        name.into_any()
    } else {
        view! {
            <a href=source.url.clone() rel="external noreferrer">
                {name}
            </a>
        }
        .into_any()
    };
    Some(view! { <span>{name} " (" {source.standing.label(language)} ")"</span> })
}
