//! Ways on where no source shows one: what is near, and whom to ask, with the question ready to copy.

use super::found::{Found, FoundContext};
use super::goal::ChooseGoal;
use super::route;
use crate::browser::{intl, page};
use crate::domain::pathways::{Audit, Held, Holding, Near, Standing, nearby};
use crate::domain::register::Register;
use crate::ui::components::{Icon, TitleLink, icons};
use crate::ui::i18n::*;
use crate::ui::providers::use_toasts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What to do about goals that have no steps, or of which somebody decides: nothing where all are done.
#[component]
pub fn WaysOn(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    move || {
        let answer = found.get()?;
        let chosen = found.chosen.get();
        let goals: Vec<_> = answer
            .goals()
            .iter()
            .filter_map(|goal| {
                let standing = answer.standing_towards(goal, chosen);
                way_on(locale, &register, &answer, &goal.audit, &standing)
            })
            .collect();
        (!goals.is_empty()).then(|| {
            view! {
                <section class="ways-on" aria-labelledby="ways-on-title">
                    <h2 id="ways-on-title">{td_string!(locale, pathways.ask.title)}</h2>
                    {goals}
                </section>
            }
        })
    }
}

/// What is near a goal, and whom to ask about it, under its title where there are several.
fn way_on(
    locale: Locale,
    register: &Arc<Register>,
    answer: &Found,
    audit: &Audit,
    standing: &Standing,
) -> Option<impl IntoView + use<>> {
    if matches!(standing, Standing::Complete | Standing::UnknownGoal) {
        return None;
    }
    let key = audit.goal.as_ref().map(|goal| goal.key.as_str())?;
    let goal = audit.title.clone().unwrap_or_default();
    let heading = answer.is_joint().then(|| view! { <h3>{goal.clone()}</h3> });
    let near = match standing {
        Standing::Steps(_) => Vec::new(),
        _ => nearby(register, key),
    };
    let question = match answer.asked.holdings.as_slice() {
        [] => td_string!(locale, pathways.ask.question_empty, goal),
        holdings => {
            let held = held_in_words(locale, register, holdings);
            td_string!(locale, pathways.ask.question, goal, held)
        }
    };
    let who = whom_to_ask(locale, register, key);
    Some(view! {
        {heading}
        <NearList register=register.clone() near />
        <Ask who question />
    })
}

/// What somebody says that they have: what is completed, what is done in part, and what has yet to be assessed.
pub fn held_in_words(locale: Locale, register: &Register, holdings: &[Holding]) -> String {
    let is_prior = |holding: &Holding| matches!(holding.what, Held::PriorLearning(_));
    let listed = |is_it: &dyn Fn(&Holding) -> bool| {
        let holdings = holdings.iter().filter(|holding| is_it(holding));
        let titles: Vec<String> =
            holdings.map(|holding| route::title_of(locale, register, holding.name())).collect();
        (!titles.is_empty()).then(|| intl::listed(td_string!(locale, app.language_tag), &titles))
    };
    let completed = listed(&|holding| !is_prior(holding) && !holding.is_partial());
    let partial = listed(&Holding::is_partial);
    let prior = listed(&is_prior);
    let sentences = [
        completed.map(|held| td_string!(locale, pathways.ask.completed, held)),
        partial.map(|held| td_string!(locale, pathways.ask.partial, held)),
        prior.map(|held| td_string!(locale, pathways.ask.prior, held)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Whom to ask about an entry: who offers it, since they decide (STK-12), and apart from that who developed it.
pub fn whom_to_ask(locale: Locale, register: &Register, key: &str) -> String {
    let of = register.credential(key).map(|of| (of.provider.clone(), of.developer.clone()));
    let of = of.or_else(|| register.qualification(key).map(|of| (of.provider.clone(), of.owner.clone())));
    let (provider, developer) = of.unwrap_or_default();
    let developer = developer.filter(|developer| provider.as_ref() != Some(developer));
    let ask = match provider {
        Some(who) => td_string!(locale, pathways.ask.who, who),
        None => td_string!(locale, pathways.ask.anybody).to_owned(),
    };
    let developer = developer.map(|who| td_string!(locale, pathways.ask.developer, who));
    let copy = td_string!(locale, pathways.ask.copy_this).to_owned();
    [Some(ask), developer, Some(copy)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What is near, each with why and a button that makes it the goal; nothing where nothing is.
#[component]
pub fn NearList(register: Arc<Register>, near: Vec<Near>) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let goals = near.into_iter().map(|Near { key, why }| (key, why.label(language).to_owned())).collect();
    view! { <GoalList register title=td_string!(locale, pathways.near) goals /> }
}

/// Entries by their keys, each with why it is here and a button that makes it the goal; nothing without entries.
#[component]
pub fn GoalList(register: Arc<Register>, title: &'static str, goals: Vec<(String, String)>) -> impl IntoView {
    if goals.is_empty() {
        return None;
    }
    let items = goals.into_iter().map(|(key, why)| {
        let title = register.title(&key).unwrap_or(&key).to_owned();
        let link =
            view! { <TitleLink register=register.clone() key=Some(key.clone()) title=title.clone() /> };
        view! { <li>{link} <span class="soft">{why}</span> <ChooseGoal key title /></li> }
    });
    Some(view! {
        <h3>{title}</h3>
        <ul class="near-list">{items.collect_view()}</ul>
    })
}

/// Whom to ask, and what, ready to copy.
#[component]
pub fn Ask(who: String, question: String) -> impl IntoView {
    let locale = use_locale();
    let toasts = use_toasts();
    let text = question.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let message = if page::copy(&text).await {
                td_string!(locale, pathways.ask.copied)
            } else {
                td_string!(locale, pathways.ask.not_copied)
            };
            toasts.show(message.to_owned(), None);
        });
    };
    view! {
        <p>{who}</p>
        <blockquote class="question">{question}</blockquote>
        <div class="actions">
            <button class="button small" type="button" on:click=copy>
                <Icon icon=icons::COPY />
                {td_string!(locale, pathways.ask.copy)}
            </button>
        </div>
    }
}
