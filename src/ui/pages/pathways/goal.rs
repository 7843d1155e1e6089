//! What somebody wants to reach: one goal, or several at once.

use super::{GOAL_TITLE, add_goal, choose_goal};
use crate::browser::page;
use crate::domain::measure::Size;
use crate::domain::register::{Entry, Register};
use crate::ui::components::{EntrySearch, Icon, SearchFor, SizeMark, TitleLink, icons};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// The search for a goal: the id of its box.
const SEARCH: &str = "goal";

/// The goals, and a search for one. Beside a goal the search is shown to whoever wants another.
#[component]
pub fn GoalChooser(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let goals = Memo::new(move |_| pathway.get().goals);
    let has_goal = Memo::new(move |_| goals.with(|goals| !goals.is_empty()));
    let is_adding = RwSignal::new(false);
    let on_choose = Callback::new(move |entry: Entry| {
        let choose = if has_goal.get_untracked() { add_goal } else { choose_goal };
        is_adding.set(false);
        choose(locale, pathway, &entry.key, &entry.title);
    });
    let title = move || {
        if goals.with(Vec::len) > 1 {
            td_string!(locale, pathways.goal.titles)
        } else {
            td_string!(locale, pathways.goal.title)
        }
    };
    let show_search = move |_| {
        is_adding.set(true);
        request_animation_frame(|| page::focus(SEARCH));
    };
    view! {
        <section aria-labelledby=GOAL_TITLE>
            <h2 id=GOAL_TITLE tabindex="-1">
                {title}
            </h2>
            <p hidden=has_goal>{td_string!(locale, pathways.goal.none)}</p>
            <ul class="goal-list" hidden=move || !has_goal.get()>
                <For each=move || goals.get() key=String::clone let:key>
                    <Goal register=register.clone() key is_only=move || goals.with(Vec::len) == 1 />
                </For>
            </ul>
            <div class="actions" hidden=move || !has_goal.get() || is_adding.get()>
                <button class="button small" type="button" on:click=show_search>
                    <Icon icon=icons::PLUS />
                    {td_string!(locale, pathways.goal.add)}
                </button>
            </div>
            <div hidden=move || has_goal.get() && !is_adding.get()>
                <EntrySearch
                    id=SEARCH
                    label=td_string!(locale, pathways.goal.search)
                    searched=SearchFor::Goal
                    on_choose
                />
            </div>
        </section>
    }
}

/// A goal, with a button that takes it away.
#[component]
fn Goal(register: Arc<Register>, key: String, #[prop(into)] is_only: Signal<bool>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = register.title(&key).unwrap_or(&key).to_owned();
    let qualification = register.qualification(&key).map(|found| (found.level, found.size));
    let size = qualification
        .or_else(|| register.credential(&key).map(|found| (found.level, found.credits.map(Size::Fixed))));
    let size = size.map(|(level, credits)| view! { <SizeMark level credits /> });
    let named = title.clone();
    let name = move || {
        (!is_only.get()).then(|| td_string!(locale, pathways.goal.remove_named, title = named.clone()))
    };
    let words = move || {
        if is_only.get() {
            td_string!(locale, pathways.goal.clear)
        } else {
            td_string!(locale, pathways.goal.remove)
        }
    };
    let (removed, goal) = (title.clone(), key.clone());
    let remove = move |_| {
        let message = if is_only.get_untracked() {
            td_string!(locale, pathways.goal.cleared).to_owned()
        } else {
            td_string!(locale, pathways.goal.removed, title = removed.clone())
        };
        pathway.drop_goal(&goal, message);
        page::focus(GOAL_TITLE);
    };
    view! {
        <li class="goal-card">
            <p class="goal-title">
                <TitleLink register key=Some(key) title />
            </p>
            {size}
            <div class="actions">
                <button class="button small" type="button" aria-label=name on:click=remove>
                    {words}
                </button>
            </div>
        </li>
    }
}

/// A button that makes an entry the goal.
#[component]
pub fn ChooseGoal(key: String, title: String) -> impl IntoView {
    let (locale, pathway) = (use_locale(), use_pathway());
    let name = td_string!(locale, pathways.goal.choose_named, title = title.clone());
    view! {
        <button
            class="button small"
            type="button"
            aria-label=name
            on:click=move |_| choose_goal(locale, pathway, &key, &title)
        >
            {td_string!(locale, pathways.goal.choose)}
        </button>
    }
}
