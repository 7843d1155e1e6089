//! What somebody has done, and their goal.

use super::shared::ShareButton;
use super::{DONE_TITLE, GOAL_TITLE};
use crate::browser::page;
use crate::domain::register::{Query, Register};
use crate::ui::components::{Combobox, Icon, Offer, SizeMark, TitleLink, icons, size_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// How many entries a search on this page offers at most.
const OFFERED: usize = 8;

/// What is held, and a search to add to it.
#[component]
pub fn Done(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let held = Memo::new(move |_| pathway.get().holdings);
    let offers = {
        let register = register.clone();
        move |text: &str| {
            let answer = register.search(&Query::new(text.to_owned()).with_limit(OFFERED));
            let found = answer.hits.into_iter().filter_map(|hit| register.credential(&hit.key));
            found
                .map(|of| Offer {
                    key: of.key.clone(),
                    title: of.title.clone(),
                    level: of.level,
                    credits: of.credits,
                })
                .collect()
        }
    };
    let on_choose = Callback::new(move |offer: Offer| {
        pathway.hold(&offer.key, td_string!(locale, pathways.done.added, title = offer.title));
    });
    let kept = move || {
        if pathway.is_saved() {
            td_string!(locale, pathways.done.kept)
        } else {
            td_string!(locale, pathways.done.not_kept)
        }
    };
    view! {
        <section aria-labelledby=DONE_TITLE>
            <h2 id=DONE_TITLE tabindex="-1">
                {td_string!(locale, pathways.done.title)}
            </h2>
            <p hidden=move || !held.with(Vec::is_empty)>{td_string!(locale, pathways.done.none)}</p>
            <ul class="done-list" hidden=move || held.with(Vec::is_empty)>
                <For each=move || held.get() key=String::clone let(key)>
                    <Holding register=register.clone() key />
                </For>
            </ul>
            <Combobox id="add" label=td_string!(locale, pathways.done.search) offers on_choose />
            <p class="hint">{kept}</p>
            <ShareButton />
        </section>
    }
}

#[component]
fn Holding(register: Arc<Register>, key: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = register.title(&key).unwrap_or(&key).to_owned();
    let size = register.credential(&key).map(|of| size_text(locale, of.level, of.credits));
    let link = view! { <TitleLink register key=Some(key.clone()) title=title.clone() /> };
    let name = title.clone();
    let remove = move |_| {
        pathway.drop(&key, td_string!(locale, pathways.done.removed, title = title.clone()));
        page::focus(DONE_TITLE);
    };
    view! {
        <li>
            <Icon icon=icons::CIRCLE_CHECK />
            {link}
            <span class="hint">{size}</span>
            <button
                class="button quiet small icon-only"
                type="button"
                aria-label=td_string!(locale, pathways.done.remove_named, title = name)
                on:click=remove
            >
                <Icon icon=icons::X />
            </button>
        </li>
    }
}

/// The goal, and a search for one.
#[component]
pub fn GoalChooser(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let goal = Memo::new(move |_| pathway.get().goal);
    let chosen = {
        let register = register.clone();
        move || match goal.get() {
            None => view! { <p>{td_string!(locale, pathways.goal.none)}</p> }.into_any(),
            Some(key) => view! { <Goal register=register.clone() key /> }.into_any(),
        }
    };
    let offers = move |text: &str| {
        let found = register.find_qualifications(text).into_iter().take(OFFERED);
        found
            .map(|of| {
                let credits = of.credits();
                Offer { key: of.key.clone(), title: of.title.clone(), level: of.level, credits }
            })
            .collect()
    };
    let on_choose = Callback::new(move |offer: Offer| {
        pathway.set_goal(Some(offer.key), td_string!(locale, pathways.goal.chosen, title = offer.title));
        page::focus(GOAL_TITLE);
    });
    view! {
        <section aria-labelledby=GOAL_TITLE>
            <h2 id=GOAL_TITLE tabindex="-1">
                {td_string!(locale, pathways.goal.title)}
            </h2>
            {chosen}
            <div hidden=move || goal.with(Option::is_some)>
                <Combobox id="goal" label=td_string!(locale, pathways.goal.search) offers on_choose />
            </div>
        </section>
    }
}

#[component]
fn Goal(register: Arc<Register>, key: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = register.title(&key).unwrap_or(&key).to_owned();
    let size = match (register.qualification(&key), register.credential(&key)) {
        (Some(of), _) => {
            let credits = of.credits();
            Some(view! { <SizeMark level=of.level credits /> })
        }
        (None, Some(of)) => Some(view! { <SizeMark level=of.level credits=of.credits /> }),
        (None, None) => None,
    };
    let clear = move |_| {
        pathway.set_goal(None, td_string!(locale, pathways.goal.cleared).to_owned());
        page::focus(GOAL_TITLE);
    };
    view! {
        <div class="goal-card">
            <p class="goal-title">
                <TitleLink register key=Some(key) title />
            </p>
            {size}
            <div class="actions">
                <button class="button small" type="button" on:click=clear>
                    {td_string!(locale, pathways.goal.clear)}
                </button>
            </div>
        </div>
    }
}
