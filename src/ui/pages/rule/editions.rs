//! The editions of a rule, the newest first.

use crate::domain::Language;
use crate::domain::day::Day;
use crate::domain::rulebook::{Edition, RULES, Rule, Rules, Stage};
use crate::domain::text::capitalised;
use crate::ui::components::Mi;
use crate::ui::i18n::*;
use crate::ui::pages::rules::{day_text, weight_of};
use crate::ui::providers::use_today;
use leptos::prelude::*;
use std::cmp::Reverse;

/// Every edition, with its days, routes and sources.
#[component]
pub fn Editions(rule: &'static Rule) -> impl IntoView {
    let editions = in_time_order(rule).into_iter();
    let editions = editions.map(|edition| view! { <EditionItem rule edition /> }).collect_view();
    view! { <ol class="editions">{editions}</ol> }
}

/// The editions of a rule, that which began last first. One without a first day stands where it ends.
pub fn in_time_order(rule: &Rule) -> Vec<&Edition> {
    let mut editions: Vec<&Edition> = rule.edition.iter().collect();
    editions.sort_by_key(|edition| {
        let end = edition.to.map_or(Day::MAX, |to| to.last());
        Reverse(edition.from.map_or(end, |from| from.first()))
    });
    editions
}

/// The days of an edition, in the form in which its source gives them.
pub fn days_text(locale: Locale, language: Language, edition: &Edition) -> String {
    let day = |day| day_text(locale, language, day);
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
    let today = use_today();
    let current = move || {
        edition
            .in_force(today.get())
            .then(|| view! { <span class="tag met">{td_string!(locale, rules.current)}</span> })
    };
    // The rules on stacking bind nobody's application, and no draft is checked against them.
    let facts = (rule.stage != Stage::Stacking).then(|| {
        let routes: Vec<&str> = edition.routes.iter().map(|route| route.label(language)).collect();
        view! {
            <Term name=td_string!(locale, rules.weight)>{weight_of(rule, edition, language)}</Term>
            <Term name=td_string!(
                locale, rules.decides
            )>{capitalised(edition.decided_by.label(language))}</Term>
            <Term name=td_string!(locale, rules.routes)>{capitalised(&routes.join("; "))}</Term>
        }
    });
    view! {
        <li id=rule.anchor(edition) tabindex="-1">
            <h3>{format!("{} · {}", edition.clause, days_text(locale, language, edition))} " " {current}</h3>
            <p>
                <Mi text=rule.says(&edition.clause, language).to_owned() />
            </p>
            {doubt}
            <dl class="edition-facts">
                {facts} <Term name=td_string!(locale, rules.source)>
                    <SourceLink id=edition.source.clone() at=edition.at.clone() />
                </Term> <SourceList name=td_string!(locale, rules.also) ids=edition.also.clone() />
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
