//! A qualification of the register.

use super::credential::notes;
use crate::domain::pathways::{Question, plan};
use crate::domain::register::{Qualification, Register, Size};
use crate::ui::parts::{fact, facts, leads, page_title, sources, with_register};
use crate::ui::words::{pathways as pathways_words, register as words};
use leptos::prelude::*;

/// The page of the qualification with a key.
pub fn qualification(key: String) -> AnyView {
    with_register(move |register| {
        match register.qualification(&key) {
        Some(qualification) => entry(&register, qualification),
        None => view! { {page_title(words::NO_SUCH)}<p>{words::no_such(&key)}</p><p><a href="/register">{words::BACK}</a></p> }.into_any(),
    }
    })
}

fn entry(register: &Register, of: &Qualification) -> AnyView {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let plan = plan(register, &Question { goal: of.key.clone(), ..Question::default() });
    let ways: Vec<_> = plan.ways.into_iter().map(|way| way.lead).collect();
    let size = match of.size {
        Some(Size::Fixed(credits)) => credits.to_string(),
        Some(Size::Between(least, most)) => words::between(least, most),
        None => String::new(),
    };
    let goal = format!("/pathways?goal={}", of.key);
    view! {
        <p class="kicker">{words::QUALIFICATION}</p>
        {page_title(&of.title)}
        <p><a class="button" href=goal>{pathways_words::MAKE_GOAL}</a></p>
        <dl class="facts">
            {fact(words::TYPE, text(&of.kind))}
            {fact(words::LEVEL, of.level.map(|level| level.get().to_string()).unwrap_or_default())}
            {fact(words::CREDITS, size)}
            {fact(words::NUMBER, text(&of.nzqcf_id))}
            {fact(words::OWNER, text(&of.owner))}
            {fact(words::PROVIDER, text(&of.provider))}
            {fact(words::STATUS, text(&of.status))}
            {facts(words::COMPONENTS, &of.components)}
            {fact(words::REVIEW, text(&of.review))}
        </dl>
        {notes(&of.notes, false)}
        {sources(of.source.as_deref(), &of.also_sources)}
        {leads(pathways_words::WAYS, pathways_words::ADVICE_SHORT, register, &ways, false)}
        {leads(pathways_words::CONTRIBUTIONS, pathways_words::CONTRIBUTIONS_WHY, register, &plan.contributions, false)}
        {leads(pathways_words::PROGRESSIONS, pathways_words::PROGRESSIONS_WHY, register, &plan.progressions, false)}
    }
    .into_any()
}
