//! A stack on screen: where it leads, its parts, who says so and how firmly.

use super::facts::{fact, sources};
use super::size_mark;
use crate::domain::pathways::{Lead, PartState, State};
use crate::domain::register::Register;
use crate::ui::address;
use crate::ui::tree::{Element, el, link, none, p};
use crate::ui::words::pathways as words;

/// A list of stacks under a heading; nothing where there are none.
pub fn leads(
    title: &'static str,
    about: &'static str,
    register: &Register,
    leads: &[Lead],
    shows_target: bool,
) -> Element {
    if leads.is_empty() {
        return none();
    }
    let items = leads.iter().map(|lead| lead_view(register, lead, shows_target));
    let items = items.map(|lead| el("li").class("lead-item").put(lead));
    el("section").put(el("h2").say(title)).put(p(about).class("hint")).put(el("ul").class("leads").all(items))
}

/// One stack.
pub fn lead_view(register: &Register, lead: &Lead, shows_target: bool) -> Element {
    let head = if shows_target {
        el("h3").put(title_link(register, lead.target_key.as_deref(), &lead.target))
    } else {
        none()
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let facts = el("dl")
        .class("facts")
        .put(fact(words::COUNTED, lead.credits_counted.map_or_else(String::new, words::counted)))
        .put(fact(words::RULE, text(&lead.rule)))
        .put(fact(words::CONDITIONS, text(&lead.conditions)))
        .put(fact(words::FIRMNESS, words::firmness(lead.firmness.label(), lead.strength.as_deref())));
    el("div")
        .put(head)
        .put(p(&lead.says))
        .put(el("ol").class("stack-parts").all(lead.parts.iter().map(|part| part_view(register, part))))
        .put(facts)
        .put(sources(lead.source.as_deref(), &lead.also_sources))
}

fn part_view(register: &Register, part: &PartState) -> Element {
    let class = match part.state {
        State::Held => "held",
        State::Needed => "needed",
        State::NotOnRegister => "absent",
    };
    let size = if part.key.is_some() { size_mark(part.level, part.credits) } else { none() };
    el("li")
        .class(class)
        .put(size)
        .put(title_link(register, part.key.as_deref(), &part.title))
        .put(el("span").class("part-state").say(part.state.label()))
}

/// A title, as a link where the register has a page for it.
pub fn title_link(register: &Register, key: Option<&str>, title: &str) -> Element {
    match key {
        Some(key) if register.credential(key).is_some() => link(address::credential(key), title.to_owned()),
        Some(key) if register.qualification(key).is_some() => {
            link(address::qualification(key), title.to_owned())
        }
        _ => el("span").say(title.to_owned()),
    }
}
