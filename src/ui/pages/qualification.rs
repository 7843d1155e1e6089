//! A qualification of the register.

use super::credential::{no_such, notes};
use crate::browser::history;
use crate::domain::pathways::{Question, plan};
use crate::domain::register::{Qualification, Register, Size};
use crate::ui::parts::{fact, facts, leads, page_title, sources, with_register};
use crate::ui::tree::{Element, el, link, p, together};
use crate::ui::words::{pathways as pathways_words, register as words};

/// The page of the qualification with a key.
pub fn qualification(key: String) -> Element {
    with_register(move |register| match register.qualification(&key) {
        Some(qualification) => entry(&register, qualification),
        None => no_such(&key),
    })
}

fn entry(register: &Register, of: &Qualification) -> Element {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let plan = plan(register, &Question { goal: of.key.clone(), ..Question::default() });
    let ways: Vec<_> = plan.ways.into_iter().map(|way| way.lead).collect();
    let size = match of.size {
        Some(Size::Fixed(credits)) => credits.to_string(),
        Some(Size::Between(least, most)) => words::between(least, most),
        None => String::new(),
    };
    let goal = link(format!("/pathways?goal={}", history::encoded(&of.key)), pathways_words::MAKE_GOAL)
        .class("button");
    let list = el("dl")
        .class("facts")
        .put(fact(words::TYPE, text(&of.kind)))
        .put(fact(words::LEVEL, of.level.map(|level| level.get().to_string()).unwrap_or_default()))
        .put(fact(words::CREDITS, size))
        .put(fact(words::NUMBER, text(&of.nzqcf_id)))
        .put(fact(words::OWNER, text(&of.owner)))
        .put(fact(words::PROVIDER, text(&of.provider)))
        .put(fact(words::STATUS, text(&of.status)))
        .put(facts(words::COMPONENTS, &of.components))
        .put(fact(words::REVIEW, text(&of.review)));
    together([
        p(words::QUALIFICATION).class("kicker"),
        page_title(&of.title),
        el("p").put(goal),
        list,
        notes(&of.notes, false),
        sources(of.source.as_deref(), &of.also_sources),
        leads(pathways_words::WAYS, pathways_words::ADVICE_SHORT, register, &ways, false),
        leads(
            pathways_words::CONTRIBUTIONS,
            pathways_words::CONTRIBUTIONS_WHY,
            register,
            &plan.contributions,
            false,
        ),
        leads(
            pathways_words::PROGRESSIONS,
            pathways_words::PROGRESSIONS_WHY,
            register,
            &plan.progressions,
            false,
        ),
    ])
}
