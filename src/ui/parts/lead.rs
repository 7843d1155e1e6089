//! A stack on screen: where it leads, its parts, who says so and how firmly.

use super::facts::{fact, source_link};
use super::size_mark;
use crate::domain::pathways::{Lead, PartState, State};
use crate::domain::register::Register;
use crate::ui::address;
use crate::ui::reactive::{all, none};
use crate::ui::words::pathways as words;
use leptos::prelude::*;

/// A list of stacks under a heading; nothing where there are none.
pub fn leads(
    title: &'static str,
    about: &'static str,
    register: &Register,
    leads: &[Lead],
    show_target: bool,
) -> AnyView {
    if leads.is_empty() {
        return none();
    }
    let items = leads
        .iter()
        .map(|lead| view! { <li class="lead-item">{lead_view(register, lead, show_target)}</li> }.into_any());
    view! {
        <section>
            <h2>{title}</h2>
            <p class="hint">{about}</p>
            <ul class="leads">{all(items)}</ul>
        </section>
    }
    .into_any()
}

/// One stack.
pub fn lead_view(register: &Register, lead: &Lead, show_target: bool) -> AnyView {
    let head = if show_target {
        view! { <h3>{title_link(register, lead.target_key.as_deref(), &lead.target)}</h3> }.into_any()
    } else {
        none()
    };
    let counted = lead.credits_counted.map_or_else(String::new, words::counted);
    view! {
        {head}
        <p>{lead.says.clone()}</p>
        <ol class="stack-parts">{all(lead.parts.iter().map(|part| part_view(register, part)))}</ol>
        <dl class="facts">
            {fact(words::COUNTED, counted)}
            {fact(words::RULE, lead.rule.clone().unwrap_or_default())}
            {fact(words::CONDITIONS, lead.conditions.clone().unwrap_or_default())}
            {fact(words::FIRMNESS, words::firmness(lead.firmness.label(), lead.strength.as_deref()))}
        </dl>
        {source_link(lead.source.as_deref())}
    }
    .into_any()
}

fn part_view(register: &Register, part: &PartState) -> AnyView {
    let class = match part.state {
        State::Held => "held",
        State::Needed => "needed",
        State::NotOnRegister => "absent",
    };
    let size = if part.key.is_some() { size_mark(part.level, part.credits) } else { none() };
    view! {
        <li class=class>
            <span class="part-state">{part.state.label()}</span>
            <span>{title_link(register, part.key.as_deref(), &part.title)}</span>
            {size}
        </li>
    }
    .into_any()
}

/// A title, as a link where the register has a page for it.
pub fn title_link(register: &Register, key: Option<&str>, title: &str) -> AnyView {
    let Some(key) = key else { return title.to_owned().into_any() };
    let href = if register.credential(key).is_some() {
        address::credential(key)
    } else {
        address::qualification(key)
    };
    view! { <a href=href>{title.to_owned()}</a> }.into_any()
}
