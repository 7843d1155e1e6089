//! A micro-credential of the register.

use crate::domain::pathways::{Holdings, Question, leads_to, plan};
use crate::domain::register::{Credential, Note, Register};
use crate::ui::parts::{fact, facts, leads, page_title, size_mark, sources, with_register};
use crate::ui::reactive::{all, none};
use crate::ui::words::{pathways as pathways_words, register as words};
use leptos::prelude::*;

/// The page of the credential with a key.
pub fn credential(key: String) -> AnyView {
    with_register(move |register| {
        match register.credential(&key) {
        Some(credential) => entry(&register, credential),
        None => view! { {page_title(words::NO_SUCH)}<p>{words::no_such(&key)}</p><p><a href="/register">{words::BACK}</a></p> }.into_any(),
    }
    })
}

fn entry(register: &Register, of: &Credential) -> AnyView {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut holdings = Holdings::default();
    holdings.add_credential(of.key.clone(), None);
    let from = leads_to(register, &holdings);
    let to = plan(register, &Question { goal: of.key.clone(), ..Question::default() });
    let to: Vec<_> =
        to.ways.into_iter().map(|way| way.lead).chain(to.contributions).chain(to.progressions).collect();
    let kind = of
        .provider_kind
        .map(|kind| words::hedged(kind.label(), of.provider_kind_inferred))
        .unwrap_or_default();
    let subject =
        of.subject.map(|subject| words::hedged(subject.label(), of.subject_inferred)).unwrap_or_default();
    let possible = of.nzqcf_id_possible.as_ref().map(|id| words::possible(id)).unwrap_or_default();
    let named: Vec<String> =
        of.leads_to.iter().map(|next| words::next(&next.title, next.level, next.credits)).collect();
    let hold = format!("/pathways?hold={}", of.key);
    view! {
        <p class="kicker">{words::CREDENTIAL}</p>
        {page_title(&of.title)}
        {size_mark(of.level, of.credits)}
        <p class="lead">{text(&of.aim)}</p>
        <p><a class="button" href=hold>{pathways_words::SEE_LEADS}</a></p>
        <dl class="facts">
            {fact(words::STATUS, words::status(of.status_group.map(|status| status.label()), of.status.as_deref()))}
            {fact(words::PROVIDER, text(&of.provider))}
            {fact(words::KIND, kind)}
            {fact(words::DEVELOPER, text(&of.developer))}
            {fact(words::SUBJECT, subject)}
            {facts(words::OUTCOMES, &of.learning_outcomes)}
            {facts(words::STANDARDS, &of.standards)}
            {fact(words::ENTRY, text(&of.entry))}
            {fact(words::DELIVERY, text(&of.delivery))}
            {fact(words::WEEKS, of.duration_weeks.map(|weeks| weeks.to_string()).unwrap_or_default())}
            {fact(words::FEE, of.fee.map(|fee| fee.to_string()).unwrap_or_default())}
            {fact(words::NUMBER, text(&of.nzqcf_id))}
            {fact(words::NUMBER, possible)}
            {fact(words::CODE, text(&of.nzqa_code))}
            {fact(words::APPROVED, text(&of.approved))}
            {fact(words::LISTED, text(&of.listed))}
            {fact(words::REVIEW, text(&of.review))}
            {facts(words::NAMED_NEXT, &named)}
        </dl>
        {notes(&of.notes, of.title_descriptive)}
        {sources(of.source.as_deref(), &of.also_sources)}
        {leads(words::LEADS_TO, pathways_words::ADVICE_SHORT, register, &from, true)}
        {leads(words::LED_TO_BY, pathways_words::ADVICE_SHORT, register, &to, false)}
    }
    .into_any()
}

/// What is to be kept in mind about an entry.
pub fn notes(notes: &[Note], is_described: bool) -> AnyView {
    let described = if is_described { view! { <li>{words::DESCRIBED}</li> }.into_any() } else { none() };
    let items = notes.iter().map(|note| view! { <li>{note.text.clone()}</li> }.into_any());
    view! { <ul class="entry-notes">{described}{all(items)}</ul> }.into_any()
}
