//! A micro-credential of the register.

use crate::browser::history;
use crate::domain::pathways::{Holdings, Question, leads_to, plan};
use crate::domain::register::{Credential, Note, Register};
use crate::ui::parts::{fact, facts, leads, page_title, size_mark, sources, with_register};
use crate::ui::tree::{Element, el, link, none, p, together};
use crate::ui::words::{pathways as pathways_words, register as words};

/// The page of the credential with a key.
pub fn credential(key: String) -> Element {
    with_register(move |register| match register.credential(&key) {
        Some(credential) => entry(&register, credential),
        None => no_such(&key),
    })
}

/// What stands in the place of an entry that the register does not have.
pub fn no_such(key: &str) -> Element {
    together([
        page_title(words::NO_SUCH),
        p(words::no_such(key)),
        el("p").put(link("/register", words::BACK)),
    ])
}

fn entry(register: &Register, of: &Credential) -> Element {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut holdings = Holdings::default();
    holdings.add_credential(of.key.clone(), None);
    let from = leads_to(register, &holdings);
    let to = plan(register, &Question { goal: of.key.clone(), ..Question::default() });
    let ways = to.ways.into_iter().map(|way| way.lead);
    let to: Vec<_> = ways.chain(to.contributions).chain(to.progressions).collect();
    let kind = of.provider_kind.map(|kind| words::hedged(kind.label(), of.provider_kind_inferred));
    let subject = of.subject.map(|subject| words::hedged(subject.label(), of.subject_inferred));
    let possible = of.nzqcf_id_possible.as_ref().map(|id| words::possible(id));
    let next = of.leads_to.iter().map(|next| words::next(&next.title, next.level, next.credits));
    let hold = link(format!("/pathways?add={}", history::encoded(&of.key)), pathways_words::SEE_LEADS)
        .class("button");
    let list = el("dl")
        .class("facts")
        .put(fact(
            words::STATUS,
            words::status(of.status_group.map(|status| status.label()), of.status.as_deref()),
        ))
        .put(fact(words::PROVIDER, text(&of.provider)))
        .put(fact(words::KIND, kind.unwrap_or_default()))
        .put(fact(words::DEVELOPER, text(&of.developer)))
        .put(fact(words::SUBJECT, subject.unwrap_or_default()))
        .put(facts(words::OUTCOMES, &of.learning_outcomes))
        .put(facts(words::STANDARDS, &of.standards))
        .put(fact(words::ENTRY, text(&of.entry)))
        .put(fact(words::DELIVERY, text(&of.delivery)))
        .put(fact(words::WEEKS, of.duration_weeks.map(|weeks| weeks.to_string()).unwrap_or_default()))
        .put(fact(words::FEE, of.fee.map(|fee| fee.to_string()).unwrap_or_default()))
        .put(fact(words::NUMBER, text(&of.nzqcf_id)))
        .put(fact(words::NUMBER, possible.unwrap_or_default()))
        .put(fact(words::CODE, text(&of.nzqa_code)))
        .put(fact(words::APPROVED, text(&of.approved)))
        .put(fact(words::LISTED, text(&of.listed)))
        .put(fact(words::REVIEW, text(&of.review)))
        .put(facts(words::NAMED_NEXT, &next.collect::<Vec<_>>()));
    together([
        p(words::CREDENTIAL).class("kicker"),
        page_title(&of.title),
        size_mark(of.level, of.credits),
        p(text(&of.aim)).class("lead"),
        el("p").put(hold),
        list,
        notes(&of.notes, of.title_descriptive),
        sources(of.source.as_deref(), &of.also_sources),
        leads(words::LEADS_TO, pathways_words::ADVICE_SHORT, register, &from, true),
        leads(words::LED_TO_BY, pathways_words::ADVICE_SHORT, register, &to, false),
    ])
}

/// What is to be kept in mind about an entry.
pub fn notes(notes: &[Note], is_described: bool) -> Element {
    let described = if is_described { el("li").say(words::DESCRIBED) } else { none() };
    el("ul").class("entry-notes").put(described).all(notes.iter().map(|note| el("li").say(&note.text)))
}
