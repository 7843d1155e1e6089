//! The ways to the goal, and what each still needs.

use crate::domain::pathways::{Plan, Way, plan};
use crate::domain::register::Register;
use crate::ui::components::{Audience, LeadCard, OtherLeads, Remarks, credits_text};
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
    view! {
        <section class="plan">
            <WayList register=register.clone() ways=plan.ways />
            <Remarks title=td_string!(locale, pathways.blocks) remarks=plan.blocks />
            <Remarks title=td_string!(locale, pathways.notes) remarks=plan.notes />
            <OtherLeads
                register
                contributions=plan.contributions
                progressions=plan.progressions
                audience=Audience::Learner
            />
            <p class="hint advice">{plan.advice}</p>
        </section>
    }
}

/// The ways under a heading; nothing where there are none.
#[component]
fn WayList(register: Arc<Register>, ways: Vec<Way>) -> impl IntoView {
    let locale = use_locale();
    let of = ways.len();
    if of == 0 {
        return None;
    }
    let items = ways.into_iter().enumerate();
    let items = items.map(|(at, way)| view! { <WayItem register=register.clone() way number=at + 1 of /> });
    Some(view! {
        <header class="ways-head">
            <h2>{td_string!(locale, pathways.ways.title)}</h2>
            <p class="hint">{td_string!(locale, pathways.ways.why)}</p>
        </header>
        <ol class="ways">{items.collect_view()}</ol>
    })
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
                <LeadCard register lead=way.lead audience=Audience::Learner />
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
            td_string!(locale, pathways.ways.left, credits, hours = hours.0)
        }
        _ => td_string!(locale, pathways.ways.left_unknown).to_owned(),
    }
}
