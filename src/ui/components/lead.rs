//! A stack on screen: where it leads, its parts, who says so and how sure that is.

use super::{
    Fact, FactList, FactValue, Icon, Sources, Step, Steps, TitleLink, credits_text, icons, size_text,
};
use crate::domain::measure::Size;
use crate::domain::pathways::{Lead, PartState, Published, State};
use crate::domain::register::{Register, StackKind};
use crate::ui::i18n::*;
use leptos::prelude::*;
use std::sync::Arc;

/// For whom a stack is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// For somebody whose holdings it is about.
    Learner,
    /// For a visitor of the page of one entry, of whom nothing is known.
    Visitor,
}

/// A list of stacks under a heading; nothing where there are none.
#[component]
pub fn LeadList(
    title: &'static str,
    about: &'static str,
    register: Arc<Register>,
    leads: Vec<Lead>,
    /// Whether each names what it leads to, which the page around it may do itself.
    #[prop(optional)]
    shows_target: bool,
    audience: Audience,
) -> impl IntoView {
    if leads.is_empty() {
        return None;
    }
    let items = leads.into_iter().map(move |lead| {
        let register = register.clone();
        let heading =
            shows_target.then(|| view! { <TargetHeading register=register.clone() lead=lead.clone() /> });
        let card = view! { <LeadCard register lead audience /> };
        view! {
            <li>
                <article class="way">{heading} {card}</article>
            </li>
        }
    });
    Some(view! {
        <section class="leads">
            <header class="ways-head">
                <h2>{title}</h2>
                <p class="hint">{about}</p>
            </header>
            <ul class="ways">{items.collect_view()}</ul>
        </section>
    })
}

/// What sources publish of a goal: the ways to it, what could count towards it, and what comes before it.
#[component]
pub fn PublishedLeads(
    /// The heading of the ways.
    title: &'static str,
    register: Arc<Register>,
    published: Published,
    audience: Audience,
) -> impl IntoView {
    let locale = use_locale();
    let ways = published.ways.into_iter().map(|way| way.lead).collect::<Vec<_>>();
    view! {
        <LeadList
            title
            about=td_string!(locale, pathways.advice)
            register=register.clone()
            leads=ways
            audience
        />
        <LeadList
            title=td_string!(locale, pathways.contributions.title)
            about=td_string!(locale, pathways.contributions.why)
            register=register.clone()
            leads=published.contributions
            audience
        />
        <LeadList
            title=td_string!(locale, pathways.progressions.title)
            about=td_string!(locale, pathways.progressions.why)
            register
            leads=published.progressions
            audience
        />
    }
}

/// What a stack leads to, as a heading.
#[component]
pub fn TargetHeading(register: Arc<Register>, lead: Lead) -> impl IntoView {
    view! {
        <h3>
            <TitleLink register key=lead.target_key title=lead.target />
        </h3>
    }
}

/// One stack, without a heading.
#[component]
pub fn LeadCard(register: Arc<Register>, lead: Lead, audience: Audience) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let counted = lead.credits_counted.map(|credits| credits_text(locale, credits));
    let counted = counted.map(|credits| td_string!(locale, pathways.counted, credits));
    let certainty = match lead.strength.clone() {
        Some(words) => {
            td_string!(locale, pathways.certainty_source, certainty = lead.firmness.label(language), words)
        }
        None => lead.firmness.label(language).to_owned(),
    };
    let steps = steps_of(&lead, audience);
    let parts = lead.parts.into_iter();
    let parts = parts
        .map(|part| view! { <Part register=register.clone() part kind=lead.kind audience /> })
        .collect_view();
    view! {
        <p class="way-answer">{lead.says}</p>
        {steps.map(|steps| view! { <Steps steps /> })}
        <ol class="way-parts">{parts}</ol>
        <details class="fold">
            <summary>{td_string!(locale, pathways.who_says)}</summary>
            <FactList>
                <Fact name=td_string!(locale, pathways.credit) value=counted />
                <Fact name=td_string!(locale, pathways.rule) value=lead.rule />
                <Fact name=td_string!(locale, pathways.conditions) value=lead.conditions />
                <Fact name=td_string!(locale, pathways.certainty) value=FactValue::One(certainty) />
            </FactList>
            <Sources source=lead.source also=lead.also_sources />
        </details>
    }
}

/// The parts of a full stack as steps, where the size of each is known and none is held that the
/// visitor may not have.
pub fn steps_of(lead: &Lead, audience: Audience) -> Option<Vec<Step>> {
    let step = |part: &PartState| {
        let is_done = audience == Audience::Learner && part.state == State::Held;
        Some(Step { level: part.level?, credits: part.credits?, is_done })
    };
    let steps = lead.parts.iter().map(step).collect::<Option<Vec<_>>>();
    steps.filter(|_| lead.kind == StackKind::FullStack)
}

#[component]
fn Part(register: Arc<Register>, part: PartState, kind: StackKind, audience: Audience) -> impl IntoView {
    let locale = use_locale();
    let is_done = part.state == State::Held && audience == Audience::Learner;
    let (class, icon) =
        if is_done { ("way-part met", icons::CIRCLE_CHECK) } else { ("way-part", icons::CIRCLE_DASHED) };
    // Only the parts of a full stack are needed for what it leads to.
    let is_needed = kind == StackKind::FullStack;
    let words = match (part.state, audience) {
        (State::Held, Audience::Learner) => td_string!(locale, pathways.part.done),
        (State::Held, Audience::Visitor) => td_string!(locale, pathways.part.this_one),
        (State::Needed, Audience::Learner) if is_needed => td_string!(locale, pathways.part.needed),
        (State::Needed, Audience::Visitor) if is_needed => "",
        (State::Needed, _) => td_string!(locale, pathways.part.could_count),
        (State::NotOnRegister, _) => td_string!(locale, pathways.part.absent),
    };
    let size = (part.level.is_some() || part.credits.is_some())
        .then(|| size_text(locale, part.level, part.credits.map(Size::Fixed)));
    view! {
        <li class=class>
            <Icon icon />
            <TitleLink register key=part.key title=part.title />
            <span class="part-state">{words}</span>
            {size.map(|size| view! { <span class="hint">{size}</span> })}
        </li>
    }
}
