//! The examples of a rule: one that passes, one that doesn't, and all of them.

use crate::domain::Language;
use crate::domain::day;
use crate::domain::draft::Draft;
use crate::domain::draft::fields;
use crate::domain::rulebook::manual::Example;
use crate::domain::rulebook::{Edition, Outcome, Page as Rule, RULES, answer_in_words, draft_of};
use crate::ui::components::{Icon, Mi, icons};
use crate::ui::i18n::*;
use crate::ui::providers::{SCRATCH_PATH, use_draft, use_today};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// An example, worked out.
#[derive(Clone, Debug, PartialEq)]
struct Worked {
    on: String,
    clause: String,
    draft: Draft,
    /// The draft in words, a field each.
    fields: Vec<String>,
    outcome: Outcome,
    /// What the rule says of it.
    says: String,
}

impl Worked {
    fn of(rule: &Rule, example: &Example, language: Language) -> Option<Self> {
        let draft = draft_of(example);
        let findings = RULES.check_page(rule, &draft, day::parse(example.on)?, language);
        let finding = findings.into_iter().find(|finding| finding.clause == example.clause)?;
        let says = if finding.fault.is_empty() { finding.why } else { finding.fault };
        let fields = example.fields().map(|(path, value)| match fields::find(path) {
            Some(field) => format!("{}: {}", field.label(language), answer_in_words(&draft, path, language)),
            None => format!("{path}: {value}"),
        });
        let fields = fields.collect();
        let on = example.on.to_owned();
        Some(Self { on, clause: finding.clause, fields, draft, outcome: finding.outcome, says })
    }
}

/// One example that passes and one that doesn't, to try; the others folded away.
#[component]
pub fn Examples<'a>(rule: &'static Rule, examples: &'a [Example<'a>]) -> impl IntoView + use<> {
    let (locale, language) = (use_locale(), use_language());
    let worked: Vec<Worked> =
        examples.iter().filter_map(|example| Worked::of(rule, example, language)).collect();
    // Of what people may meet now, if there is such an example.
    let today = untrack(|| use_today().get());
    let editions = rule.editions_on(today);
    let first = |outcomes: &[Outcome]| {
        let of_edition = |edition: &&Edition| {
            worked.iter().rev().find(|one| one.clause == edition.clause && outcomes.contains(&one.outcome))
        };
        editions.iter().find_map(of_edition).cloned()
    };
    let passes = first(&[Outcome::Met]);
    let fails = first(&[Outcome::NotMet]).or_else(|| first(&[Outcome::Missing]));
    let judged = passes.is_none().then(|| first(&[Outcome::Judgement])).flatten();
    let cards = [
        (passes, td_string!(locale, rules.passes)),
        (judged, td_string!(locale, rules.judged)),
        (fails, td_string!(locale, rules.fails)),
    ];
    let cards = cards
        .into_iter()
        .filter_map(|(example, title)| example.map(|example| view! { <ExampleCard rule example title /> }))
        .collect_view();
    let count = worked.len();
    let rows = worked.into_iter().map(|one| {
        view! {
            <tr>
                <td>{one.on}</td>
                <td>{one.fields.join("; ")}</td>
                <td>{one.outcome.label(language)}</td>
            </tr>
        }
    });
    (count > 0).then(|| {
        view! {
            <section class="section">
                <h2>{td_string!(locale, rules.examples)}</h2>
                <div class="example-cards">{cards}</div>
                <details class="fold">
                    <summary>{td_string!(locale, rules.all_examples, count)}</summary>
                    <div
                        class="table-room"
                        tabindex="0"
                        role="group"
                        aria-label=td_string!(locale, rules.examples)
                    >
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{td_string!(locale, rules.day)}</th>
                                    <th scope="col">{td_string!(locale, rules.draft)}</th>
                                    <th scope="col">{td_string!(locale, rules.outcome)}</th>
                                </tr>
                            </thead>
                            <tbody>{rows.collect_view()}</tbody>
                        </table>
                    </div>
                </details>
            </section>
        }
    })
}

#[component]
fn ExampleCard(rule: &'static Rule, example: Worked, title: &'static str) -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let navigate = use_navigate();
    let (class, icon) = match example.outcome {
        Outcome::Met => ("met", icons::CIRCLE_CHECK),
        Outcome::Judgement => ("judgement", icons::SCALE),
        Outcome::Missing => ("missing", icons::CIRCLE_DASHED),
        _ => ("broken", icons::CIRCLE_X),
    };
    let fields = example.fields.iter().map(|field| view! { <li>{field.clone()}</li> }).collect_view();
    let (on, scratch) = (example.on.clone(), example.draft.clone());
    let try_it = move |_| {
        draft.open_scratch(td_string!(locale, rules.tried, title = rule.title.clone()), scratch.clone());
        navigate(&format!("{SCRATCH_PATH}?on={on}"), Default::default());
    };
    view! {
        <article class=format!("card example {class}")>
            <h3>
                <Icon icon />
                {title}
            </h3>
            <ul>
                <li>{format!("{}: {}", td_string!(locale, rules.day), example.on)}</li>
                {fields}
            </ul>
            <p>
                <Mi text=example.says />
            </p>
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
