//! The ways to the goal, and what each still needs.

use crate::domain::pathways::{Plan, Way, plan};
use crate::domain::register::Register;
use crate::ui::components::{LeadCard, LeadList, LeadView, Remarks, credits_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// The ways to the goal; nothing without a goal.
#[component]
pub fn GoalPlan(register: Arc<Register>) -> impl IntoView {
    let pathway = use_pathway();
    let question = Memo::new(move |_| pathway.get().question());
    move || {
        let question = question.get();
        (!question.goal.is_empty())
            .then(|| view! { <PlanView register=register.clone() plan=plan(&register, &question) /> })
    }
}

#[component]
fn PlanView(register: Arc<Register>, plan: Plan) -> impl IntoView {
    let locale = use_locale();
    let count = plan.ways.len();
    let ways = plan
        .ways
        .into_iter()
        .enumerate()
        .map(|(index, way)| view! { <WayItem register=register.clone() way number=index + 1 of=count /> })
        .collect_view();
    let ways = (count > 0).then(|| {
        view! {
            <header class="ways-head">
                <h2>{td_string!(locale, pathways.ways.title)}</h2>
                <p class="hint">{td_string!(locale, pathways.ways.why)}</p>
            </header>
            <ol class="ways">{ways}</ol>
        }
    });
    view! {
        <section class="plan">
            {ways} <Remarks title=td_string!(locale, pathways.blocks) remarks=plan.blocks />
            <Remarks title=td_string!(locale, pathways.notes) remarks=plan.notes />
            <LeadList
                title=td_string!(locale, pathways.contributions.title)
                about=td_string!(locale, pathways.contributions.why)
                register=register.clone()
                leads=plan.contributions
                view=LeadView::Own
            />
            <LeadList
                title=td_string!(locale, pathways.progressions.title)
                about=td_string!(locale, pathways.progressions.why)
                register
                leads=plan.progressions
                view=LeadView::Own
            /> <p class="hint advice">{plan.advice}</p>
        </section>
    }
}

#[component]
fn WayItem(register: Arc<Register>, way: Way, number: usize, of: usize) -> impl IntoView {
    let locale = use_locale();
    let heading = match of {
        1 => td_string!(locale, pathways.ways.only).to_owned(),
        of => td_string!(locale, pathways.ways.numbered, number, of),
    };
    view! {
        <li>
            <article class="way">
                <h3>{heading}</h3>
                <p class="answer">
                    <strong>{left_text(locale, &way)}</strong>
                </p>
                <Remarks title=td_string!(locale, pathways.blocks) remarks=way.blocks />
                <LeadCard register lead=way.lead view=LeadView::Own />
            </article>
        </li>
    }
}

/// What is left of a way, in a sentence.
fn left_text(locale: Locale, way: &Way) -> String {
    match (way.credits_left, way.hours_left) {
        (Some(credits), _) if credits.0 == 0 => td_string!(locale, pathways.ways.left_nothing).to_owned(),
        (Some(credits), Some(hours)) => {
            let credits = credits_text(locale, credits);
            td_string!(locale, pathways.ways.left, credits, hours = hours.to_string())
        }
        _ => td_string!(locale, pathways.ways.left_unknown).to_owned(),
    }
}
