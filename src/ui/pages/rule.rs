//! A rule: its manual, its editions with their days and sources, and examples to try.

mod changes;
mod correction;
mod editions;
mod examples;
mod timeline;

use crate::browser::fetch::{self, FetchError};
use crate::browser::page;
use crate::domain::day::spelled;
use crate::domain::regime::SOURCES_READ;
use crate::domain::rulebook::kinds::Check;
use crate::domain::rulebook::manual::PageText;
use crate::domain::rulebook::{RULES, Rule, Stage};
use crate::ui::components::{Mi, Notice, NoticeKind, Page, PageHead, fetch_error_text};
use crate::ui::i18n::*;
use crate::ui::pages::rules::family_name;
use crate::ui::providers::use_today;
use correction::Correction;
use editions::Editions;
use examples::Examples;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_params_map};
use std::time::Duration;
use timeline::Timeline;

/// The page of the rule in the address, by its name or by one of its clauses.
#[component]
pub fn RulePage() -> impl IntoView {
    let params = use_params_map();
    let name = Memo::new(move |_| params.with(|params| params.get("name").unwrap_or_default()));
    view! {
        <Page class="rule-page">
            {move || match RULES.page(&name.get()) {
                Some(rule) => view! { <RuleView rule /> }.into_any(),
                None => view! { <MissingRule name=name.get() /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn MissingRule(name: String) -> impl IntoView {
    let locale = use_locale();
    view! {
        <PageHead title=td_string!(locale, rules.missing.title)>
            <p class="lead">{td_string!(locale, rules.missing.why, name)}</p>
        </PageHead>
        <A href="/rules">{td_string!(locale, rules.missing.back)}</A>
    }
}

#[component]
fn RuleView(rule: &'static Rule) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let today = use_today();
    let says = move || {
        rule.editions_on(today.get()).first().map(|edition| rule.says(&edition.clause, language).to_owned())
    };
    let kicker = move || {
        view! {
            <p class="kicker">
                <A href="/rules">{td_string!(locale, rules.title)}</A>
                " · "
                {family_name(locale, rule.families().next().unwrap_or_default())}
            </p>
        }
    };
    let stacking = (rule.stage == Stage::Stacking).then(|| {
        let says = if matches!(rule.check, Check::Notice {}) {
            td_string!(locale, rules.stacking_shown)
        } else {
            td_string!(locale, rules.stacking_applied)
        };
        view! { <p class="stacking">{says}</p> }
    });
    view! {
        <PageHead title=rule.title.clone() kicker>
            <p class="lead">{move || view! { <Mi text=says().unwrap_or_default() /> }}</p>
        </PageHead>
        {stacking}
        <ManualGate rule>
            <PeopleJudge rule />
            <section class="section">
                <h2>{td_string!(locale, rules.editions)}</h2>
                <Timeline rule />
                <Editions rule />
            </section>
            <footer class="section">
                <p class="hint">{td_string!(locale, rules.rules_named)}</p>
                <p class="hint">{td_string!(locale, rules.checked, day = spelled(SOURCES_READ))}</p>
                <Correction rule />
            </footer>
        </ManualGate>
    }
}

/// What a program cannot see of it; nothing where that is nothing.
#[component]
fn PeopleJudge(rule: &'static Rule) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let words = rule.words_in(language)?;
    let text = words.people_judge.clone().or_else(|| words.evidence.clone())?;
    let questions = words.ask.iter().map(|question| {
        view! {
            <li>
                <Mi text=question.clone() />
            </li>
        }
    });
    Some(view! {
        <section class="section">
            <h2>{td_string!(locale, rules.people_judge)}</h2>
            <ul class="questions">{questions.collect_view()}</ul>
            <p>
                <Mi text />
            </p>
        </section>
    })
}

/// How long what stands below a manual waits for it, so that nothing moves when that comes.
const PATIENCE: Duration = Duration::from_secs(2);

/// The manual and the examples, from the file of the page, and what stands below them. That waits for the
/// file a while; where it does not come, or not soon, the rest is shown without it.
#[component]
fn ManualGate(rule: &'static Rule, children: ChildrenFn) -> impl IntoView {
    let locale = use_locale();
    let text = LocalResource::new(move || async move {
        fetch::text_once(&format!("/rule-pages/{}.md", rule.name)).await
    });
    let is_slow = RwSignal::new(false);
    let patience = set_timeout_with_handle(move || is_slow.set(true), PATIENCE);
    on_cleanup(move || {
        if let Ok(patience) = patience {
            patience.clear();
        }
    });
    let retry = move |_| {
        text.set(None);
        text.refetch();
        page::focus_main();
    };
    let manual = move |found: Result<String, FetchError>| match found {
        Err(error) => view! {
            <Notice kind=NoticeKind::Error>
                <p>{td_string!(locale, rules.manual_missing, why = fetch_error_text(locale, &error))}</p>
                <div class="actions">
                    <button class="button" type="button" on:click=retry>
                        {td_string!(locale, rules.retry)}
                    </button>
                </div>
            </Notice>
        }
        .into_any(),
        Ok(text) => {
            let page = PageText::read(&text).unwrap_or_default();
            let paragraphs = page.paragraphs.iter().map(|text| {
                view! {
                    <p>
                        <Mi text=text.clone() />
                    </p>
                }
            });
            view! {
                <div class="manual">{paragraphs.collect_view()}</div>
                <Examples rule examples=&page.examples />
            }
            .into_any()
        }
    };
    // The browser looked for the edition that the address names before it was there.
    let fragment = use_location().hash;
    Effect::new(move |_| {
        let edition = fragment.get();
        if text.with(Option::is_some) && edition.len() > 1 {
            page::focus(edition.trim_start_matches('#'));
        }
    });
    move || match text.get() {
        None => view! {
            <p class="hint" role="status">
                {td_string!(locale, rules.manual_loading)}
            </p>
            {is_slow.get().then(&*children)}
        }
        .into_any(),
        Some(found) => view! {
            {manual(found)}
            {children()}
        }
        .into_any(),
    }
}
