//! The pathways page: what somebody has done, where it leads, and what a goal still asks for.

mod goal;
mod holding_form;
mod holdings;
mod leads;
mod plan;
mod possible;
mod record_file;
mod shared;

use crate::ui::components::{EmptyState, Page, PageHead, RegisterGate, icons};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use goal::GoalChooser;
use holdings::HoldingsList;
use leads::Leads;
use leptos::prelude::*;
use plan::GoalPlan;
use possible::Possible;
use shared::{SharedNotice, read_link};

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

/// What takes the focus when holdings or the goal have changed.
const DONE_TITLE: &str = "done-title";
const GOAL_TITLE: &str = "goal-title";

/// Holdings, the goal, and what comes of both.
#[component]
pub fn PathwaysPage() -> impl IntoView {
    let locale = use_locale();
    read_link();
    view! {
        <Page class="pathways-page">
            <PageHead title=td_string!(locale, pathways.title)>
                <p class="lead">{td_string!(locale, pathways.lead)}</p>
            </PageHead>
            <SharedNotice />
            <RegisterGate let:register>
                <div class="columns">
                    <div class="asked">
                        <HoldingsList register=register.clone() />
                        <GoalChooser register=register.clone() />
                    </div>
                    <div class="answered">
                        <NothingYet />
                        <Possible register=register.clone() />
                        <GoalPlan register=register.clone() />
                        <Leads register />
                    </div>
                </div>
            </RegisterGate>
        </Page>
    }
}
