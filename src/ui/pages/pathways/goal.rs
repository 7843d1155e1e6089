//! What somebody wants to reach.

use super::{GOAL_TITLE, choose_goal};
use crate::browser::page;
use crate::domain::register::{Entry, Register};
use crate::ui::components::{EntrySearch, SearchFor, SizeMark, TitleLink};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// The goal, and a search for one.
#[component]
pub fn GoalChooser(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let goal = Memo::new(move |_| pathway.get().goals.into_iter().next());
    let chosen = move || match goal.get() {
        None => view! { <p>{td_string!(locale, pathways.goal.none)}</p> }.into_any(),
        Some(key) => view! { <Goal register=register.clone() key /> }.into_any(),
    };
    let on_choose = Callback::new(move |entry: Entry| {
        choose_goal(locale, pathway, &entry.key, &entry.title);
    });
    view! {
        <section aria-labelledby=GOAL_TITLE>
            <h2 id=GOAL_TITLE tabindex="-1">
                {td_string!(locale, pathways.goal.title)}
            </h2>
            {chosen}
            <div hidden=move || goal.with(Option::is_some)>
                <EntrySearch
                    id="goal"
                    label=td_string!(locale, pathways.goal.search)
                    searched=SearchFor::Goal
                    on_choose
                />
            </div>
        </section>
    }
}

#[component]
fn Goal(register: Arc<Register>, key: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = register.title(&key).unwrap_or(&key).to_owned();
    let qualification = register.qualification(&key).map(|found| (found.level, found.credits()));
    let size = qualification.or_else(|| register.credential(&key).map(|found| (found.level, found.credits)));
    let size = size.map(|(level, credits)| view! { <SizeMark level credits /> });
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
