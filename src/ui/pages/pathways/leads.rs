//! What sources say: of what somebody has done, where it leads; of each goal, what leads there.

use super::found::FoundContext;
use super::goal::ChooseGoal;
use super::route::title_of;
use super::ways_on::{Ask, GoalList, NearList, held_in_words, whom_to_ask};
use crate::browser::intl;
use crate::domain::pathways::{
    Holding, Holdings, Lead, Pathway, Question, Reason, Remark, Standing, Taker, leads_to, nearby, published,
    takers,
};
use crate::domain::register::Register;
use crate::ui::components::{Audience, LeadCard, PublishedLeads, Remarks, TargetHeading};
use crate::ui::i18n::*;
use crate::ui::providers::{use_pathway, use_today};
use leptos::prelude::*;
use std::sync::Arc;

/// What else there is to know of the goals.
#[component]
pub fn GoalNotes(found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    let context = found;
    move || {
        let found = context.get()?;
        let chosen = context.chosen.get();
        let mut notes: Vec<Remark> = Vec::new();
        for goal in found.goals() {
            let standing = found.standing_towards(goal, chosen);
            for note in &goal.audit.notes {
                // The answer has said why there is no way.
                let is_said = matches!(&standing, Standing::NoWay(why) if *why == note.says);
                if !is_said && note.reason != Reason::UnknownGoal && !notes.contains(note) {
                    notes.push(note.clone());
                }
            }
        }
        Some(view! { <Remarks title=td_string!(locale, pathways.notes) remarks=notes /> })
    }
}

/// What sources say leads to each goal, and where the holdings lead else.
#[component]
pub fn Leads(register: Arc<Register>) -> impl IntoView {
    let pathway = use_pathway();
    let pathway = Memo::new(move |_| pathway.get());
    move || {
        let pathway = pathway.get();
        let is_joint = pathway.goals.len() > 1;
        let to_goals = pathway.goals.iter().map(|goal| {
            let question = pathway.question(goal);
            view! { <ToGoal register=register.clone() question is_joint /> }
        });
        let to_goals = to_goals.collect_view();
        view! {
            {to_goals}
            <FromHoldings register=register.clone() pathway />
        }
    }
}

#[component]
fn ToGoal(register: Arc<Register>, question: Question, is_joint: bool) -> impl IntoView {
    let locale = use_locale();
    let goal = register.title(&question.goal).filter(|_| is_joint);
    let title = match goal {
        Some(goal) => td_string!(locale, pathways.relations_to, goal = goal.to_owned()),
        None => td_string!(locale, pathways.relations).to_owned(),
    };
    let published = published(&register, &question);
    if published.ways.is_empty() && published.contributions.is_empty() && published.progressions.is_empty() {
        return None;
    }
    Some(view! {
        <details class="fold relations">
            <summary>{title}</summary>
            <PublishedLeads
                title=td_string!(locale, pathways.full)
                register
                published
                audience=Audience::Learner
            />
        </details>
    })
}

/// Where the holdings lead beside the goals, each with a button that makes it the goal.
#[component]
fn FromHoldings(register: Arc<Register>, pathway: Pathway) -> impl IntoView {
    let locale = use_locale();
    let today = use_today();
    let last = pathway.holdings.last()?.name().to_owned();
    let mut leads = leads_to(&register, &Holdings::of(&pathway.holdings));
    leads.retain(|lead| lead.target_key.as_ref().is_none_or(|key| !pathway.goals.contains(key)));
    let mut takers = takers(&register, &pathway.holdings, Some(today.get()));
    let is_led_to = |key: &String| leads.iter().any(|lead| lead.target_key.as_ref() == Some(key));
    takers.retain(|taker| !pathway.goals.contains(&taker.key) && !is_led_to(&taker.key));
    let is_empty = leads.is_empty() && takers.is_empty();
    // Whoever has a goal has been shown a way on.
    if is_empty && !pathway.goals.is_empty() {
        return None;
    }
    let about =
        if is_empty { td_string!(locale, pathways.leads.none) } else { td_string!(locale, pathways.advice) };
    let items = leads.into_iter();
    let items = items.map(|lead| view! { <LeadItem register=register.clone() lead /> }).collect_view();
    let ways_on = is_empty.then(|| {
        let holdings: Vec<Holding> =
            pathway.holdings.iter().filter(|holding| holding.name() == last).cloned().collect();
        let held = held_in_words(locale, &register, &holdings);
        let question = td_string!(locale, pathways.ask.question_onwards, held);
        let who = whom_to_ask(locale, &register, &last);
        view! {
            <NearList register=register.clone() near=nearby(&register, &last) />
            <Ask who question />
        }
    });
    Some(view! {
        <section class="leads">
            <header class="ways-head">
                <h2>{td_string!(locale, pathways.leads.title)}</h2>
                <p class="hint">{about}</p>
            </header>
            <ul class="ways">{items}</ul>
            <TakerList register=register.clone() takers />
            {ways_on}
        </section>
    })
}

/// The goals that ask for what somebody has, each with a button that makes it the goal.
#[component]
fn TakerList(register: Arc<Register>, takers: Vec<Taker>) -> impl IntoView {
    let locale = use_locale();
    let goal = |Taker { key, takes, is_by_name }| {
        let takes: Vec<String> = takes.iter().map(|name| title_of(locale, &register, name)).collect();
        let takes = intl::listed(td_string!(locale, app.language_tag), &takes);
        let why = if is_by_name {
            td_string!(locale, pathways.leads.by_name, takes)
        } else {
            td_string!(locale, pathways.leads.as_credits, takes)
        };
        (key, why)
    };
    let goals = takers.into_iter().map(goal).collect();
    view! { <GoalList register title=td_string!(locale, pathways.leads.takers) goals /> }
}

#[component]
fn LeadItem(register: Arc<Register>, lead: Lead) -> impl IntoView {
    let title = lead.target.clone();
    let choose = lead.target_key.clone().map(|key| {
        view! {
            <div class="actions">
                <ChooseGoal key title />
            </div>
        }
    });
    view! {
        <li>
            <article class="way">
                <TargetHeading register=register.clone() lead=lead.clone() />
                <LeadCard register lead audience=Audience::Learner />
                {choose}
            </article>
        </li>
    }
}
