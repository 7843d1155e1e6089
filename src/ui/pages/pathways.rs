//! The pathways page: what somebody has done and wants, and then the answer, the picture and the proof.

mod answer;
mod form_actions;
mod found;
mod goal;
mod holding_form;
mod holdings;
mod leads;
mod next;
mod plans;
mod possible;
mod proof;
mod record_file;
mod route;
mod shared;
mod trial;
mod ways;
mod ways_on;
mod wishes;
mod wording;

use crate::browser::page;
use crate::domain::register::Register;
use crate::ui::components::{EmptyState, Icon, Page, PageHead, RegisterGate, RegisterLoading, icons};
use crate::ui::i18n::*;
use crate::ui::providers::{PathwayContext, use_pathway};
use answer::Answer;
use found::FoundContext;
use goal::GoalChooser;
use holdings::HoldingsList;
use leads::{GoalNotes, Leads};
use leptos::prelude::*;
use next::NextCredentials;
use plans::{KeepPlan, Plans};
use possible::Possible;
use proof::Proof;
use shared::read_link;
use std::sync::Arc;
use trial::TrialNotice;
use ways::Ways;
use ways_on::WaysOn;

/// What to do first, while there are neither holdings nor a goal.
#[component]
fn NothingYet() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    move || {
        pathway.get().is_empty().then(|| {
            view! {
                <EmptyState icon=icons::ARROW_RIGHT title=td_string!(locale, pathways.empty.title)>
                    <p>{td_string!(locale, pathways.empty.text)}</p>
                </EmptyState>
            }
        })
    }
}

/// What takes the focus when holdings or goals have changed.
const DONE_TITLE: &str = "done-title";
const GOAL_TITLE: &str = "goal-title";
const ANSWER_TITLE: &str = "answer-title";

/// Makes an entry the only goal, and moves the focus to the answer once it is there.
fn choose_goal(locale: Locale, pathway: PathwayContext, key: &str, title: &str) {
    pathway.set_goal(key.to_owned(), td_string!(locale, pathways.goal.chosen, title));
    request_animation_frame(|| page::focus(ANSWER_TITLE));
}

/// Adds an entry to the goals, and moves the focus to the answer once it is there.
fn add_goal(locale: Locale, pathway: PathwayContext, key: &str, title: &str) {
    let is_there = untrack(|| pathway.get()).goals.iter().any(|goal| goal == key);
    let message = if is_there {
        td_string!(locale, pathways.goal.is_there, title)
    } else {
        td_string!(locale, pathways.goal.added, title)
    };
    pathway.add_goal(key.to_owned(), message);
    request_animation_frame(|| page::focus(ANSWER_TITLE));
}

/// Holdings, the goals, and what comes of both.
#[component]
pub fn PathwaysPage() -> impl IntoView {
    let locale = use_locale();
    read_link();
    view! {
        <Page class="pathways-page">
            <PageHead title=td_string!(locale, pathways.title)>
                <p class="lead">{td_string!(locale, pathways.lead)}</p>
            </PageHead>
            <TrialNotice />
            <RegisterGate let:register>
                <Explorer register />
            </RegisterGate>
        </Page>
    }
}

/// The page, once the register is there. The answer stands first, so that nobody has to look for it.
#[component]
fn Explorer(register: Arc<Register>) -> impl IntoView {
    let found = FoundContext::new(register.clone());
    // It is first drawn with what is found, so that nothing jumps, and stays when something else is asked.
    let is_drawn = Memo::new(move |before| before == Some(&true) || found.is_answered());
    view! {
        <Show when=move || is_drawn.get() fallback=RegisterLoading>
            <Explored register=register.clone() found />
        </Show>
    }
}

/// What is asked, and what was found.
#[component]
fn Explored(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    view! {
        <Answer register=register.clone() found />
        <Ways register=register.clone() found />
        <KeepPlan register=register.clone() found />
        <div class="columns">
            <div class="asked">
                <HoldingsList register=register.clone() />
                <GoalChooser register=register.clone() />
            </div>
            <div class="answered">
                <NothingYet />
                <Plans register=register.clone() found />
                <GoalNotes found />
                <WaysOn register=register.clone() found />
                <Proof register=register.clone() found />
                <NextCredentials register=register.clone() />
                <PrintButton />
                <Possible register=register.clone() />
                <Leads register />
            </div>
        </div>
    }
}

/// Prints the page, where there is a goal.
#[component]
fn PrintButton() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    view! {
        <div class="actions" hidden=move || pathway.get().goals.is_empty()>
            <button class="button small" type="button" on:click=|_| page::print()>
                <Icon icon=icons::PRINTER />
                {td_string!(locale, pathways.print)}
            </button>
        </div>
    }
}
