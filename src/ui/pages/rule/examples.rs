//! The examples of a rule: one that passes, one that fails, and all of them.

use crate::domain::Language;
use crate::domain::day::{self, Day, spelled};
use crate::domain::draft::Draft;
use crate::domain::draft::fields;
use crate::domain::draft::in_words::{Piece, Words};
use crate::domain::rulebook::manual::Example;
use crate::domain::rulebook::{Outcome, RULES, Rule, draft_of};
use crate::domain::text::{capitalised, no_answer};
use crate::ui::components::{Icon, Mi, icons};
use crate::ui::i18n::*;
use crate::ui::providers::{SCRATCH_PATH, Tried, use_draft, use_today};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// An example, worked out.
#[derive(Clone, Debug, PartialEq)]
struct Worked {
    on: Day,
    clause: &'static str,
    draft: Draft,
    /// The draft in words, a field each.
    fields: Vec<FieldInWords>,
    outcome: Outcome,
    /// What the rule says of it.
    says: String,
}

/// What a field of a draft is called, and what it says: an entry of a list each.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FieldInWords {
    label: String,
    entries: Vec<String>,
    /// Whether a reader sees an answer there.
    is_telling: bool,
}

impl FieldInWords {
    fn of(draft: &Draft, path: &str, locale: Locale, language: Language) -> Self {
        let field = fields::find(path);
        let label = field.map_or_else(
            || capitalised(&path.replace(['.', '_'], " ")),
            |field| field.label(language).to_owned(),
        );
        let entries = draft.in_words(path, language);
        let is_telling = entries.iter().flatten().all(|(_, words)| match words {
            Words::Said(said) => no_answer(said).is_none(),
            Words::Blank | Words::NoEntries => false,
        });
        let piece = |(label, words): Piece| {
            let value = match words {
                Words::Said(said) => said,
                Words::Blank => td_string!(locale, rules.blank).to_owned(),
                Words::NoEntries => td_string!(locale, rules.no_entries).to_owned(),
            };
            match label {
                Some(name) => td_string!(locale, rules.piece, name, value),
                None => value,
            }
        };
        let entry = |entry: Vec<Piece>| entry.into_iter().map(piece).collect::<Vec<_>>().join("; ");
        Self { label, entries: entries.into_iter().map(entry).collect(), is_telling }
    }
}

impl Worked {
    fn of(rule: &'static Rule, example: &Example, locale: Locale, language: Language) -> Option<Self> {
        let (draft, on) = (draft_of(example), day::parse(example.on)?);
        let findings = RULES.check_page(rule, &draft, on, language);
        let finding = findings.into_iter().find(|finding| finding.clause == example.clause)?;
        let says = if finding.fault.is_empty() { finding.why } else { finding.fault };
        let fields = example.fields().map(|(path, _)| FieldInWords::of(&draft, path, locale, language));
        let fields = fields.collect();
        Some(Self { on, clause: finding.clause, fields, draft, outcome: finding.outcome, says })
    }

    /// How much a reader learns from it: plain answers, and more than the kind of organisation.
    fn clarity(&self) -> (bool, bool) {
        let is_plain = self.fields.iter().all(|field| field.is_telling) && self.draft.oddities().is_empty();
        (is_plain, self.fields.len() > 1)
    }

    /// Whether a reader sees no difference between two.
    fn looks_like(&self, other: &Self) -> bool {
        (self.on, &self.fields, self.outcome) == (other.on, &other.fields, other.outcome)
    }
}

/// One example that passes and one that fails, to try; the others folded away.
#[component]
pub fn Examples<'a>(rule: &'static Rule, examples: &'a [Example<'a>]) -> impl IntoView + use<> {
    let (locale, language) = (use_locale(), use_language());
    let mut worked: Vec<Worked> = Vec::new();
    for one in examples.iter().filter_map(|example| Worked::of(rule, example, locale, language)) {
        if !worked.iter().any(|known| known.looks_like(&one)) {
            worked.push(one);
        }
    }
    // Of what people may meet now, if there is such an example.
    let today = untrack(|| use_today().get());
    let editions = rule.editions_on(today);
    let clearest = |outcome: Outcome| {
        let of_edition = |clause: &str| {
            let fitting = worked.iter().filter(|one| one.clause == clause && one.outcome == outcome);
            // Of several, the first of the page: its authors begin with what is usual.
            fitting.rev().max_by_key(|one| one.clarity()).cloned()
        };
        editions.iter().find_map(|edition| of_edition(&edition.clause))
    };
    let passes = clearest(Outcome::Met);
    let fails = clearest(Outcome::NotMet);
    let judged = if passes.is_none() || fails.is_none() { clearest(Outcome::Judgement) } else { None };
    let open = if fails.is_none() { clearest(Outcome::Missing) } else { None };
    let cards = [
        (passes, td_string!(locale, rules.passes)),
        (judged, td_string!(locale, rules.judged)),
        (fails, td_string!(locale, rules.fails)),
        (open, td_string!(locale, rules.open)),
    ];
    let cards = cards
        .into_iter()
        .filter_map(|(example, title)| example.map(|example| view! { <ExampleCard rule example title /> }))
        .collect_view();
    let count = worked.len();
    let rows = worked.into_iter().map(|example| view! { <ExampleRow example /> }).collect_view();
    (count > 0).then(|| {
        view! {
            <section class="section">
                <h2>{td_string!(locale, rules.examples)}</h2>
                <div class="example-cards">{cards}</div>
                <details class="fold">
                    <summary>{td_string!(locale, rules.all_examples, count)}</summary>
                    <ol class="all-examples">{rows}</ol>
                </details>
            </section>
        }
    })
}

/// The style class and the picture of what a rule says.
fn mark_of(outcome: Outcome) -> (&'static str, icondata_core::Icon) {
    match outcome {
        Outcome::Met => ("met", icons::CIRCLE_CHECK),
        Outcome::Judgement => ("judgement", icons::SCALE),
        Outcome::Missing => ("missing", icons::CIRCLE_DASHED),
        Outcome::NotMet => ("broken", icons::CIRCLE_X),
        Outcome::Information => ("information", icons::INFO),
        Outcome::NotApplicable => ("unchecked", icons::BOOK_OPEN),
    }
}

#[component]
fn DraftInWords(fields: Vec<FieldInWords>) -> impl IntoView {
    let fields = fields.into_iter().map(|FieldInWords { label, entries, .. }| {
        let entries = entries.into_iter().map(|entry| view! { <dd>{entry}</dd> }).collect_view();
        view! {
            <div>
                <dt>
                    <Mi text=label />
                </dt>
                {entries}
            </div>
        }
    });
    view! { <dl class="draft-in-words">{fields.collect_view()}</dl> }
}

#[component]
fn ExampleRow(example: Worked) -> impl IntoView {
    let (class, icon) = mark_of(example.outcome);
    view! {
        <li>
            <p>{spelled(example.on)}</p>
            <DraftInWords fields=example.fields />
            <p class=format!("example-outcome {class}")>
                <Icon icon />
                {capitalised(example.outcome.label(use_language()))}
            </p>
        </li>
    }
}

#[component]
fn ExampleCard(rule: &'static Rule, example: Worked, title: &'static str) -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let navigate = use_navigate();
    let (class, icon) = mark_of(example.outcome);
    let (on, scratch) = (example.on, example.draft.clone());
    let try_it = move |_| {
        let name = td_string!(locale, rules.tried, title = rule.title.clone());
        draft.open_scratch(Tried { name, is_of_register: false }, scratch.clone());
        navigate(&format!("{SCRATCH_PATH}?on={on}"), Default::default());
    };
    view! {
        <article class=format!("card example {class}")>
            <h3>
                <Icon icon />
                {title}
            </h3>
            <DraftInWords fields=example.fields />
            <p>
                <Mi text=example.says />
            </p>
            <p class="example-day">{td_string!(locale, rules.under, day = spelled(example.on))}</p>
            <button
                class="button small"
                type="button"
                aria-label=td_string!(locale, rules.try_named, what = title)
                on:click=try_it
            >
                {td_string!(locale, rules.try_it)}
            </button>
        </article>
    }
}
