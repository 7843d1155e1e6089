//! The form: a part's fields, each with what the report says of it.

mod choice;
mod records;

use crate::domain::draft::fields::{self, Field, Kind, Part};
use crate::domain::report::Report;
use crate::domain::rulebook::Verdict;
use crate::ui::state::State;
use crate::ui::words;
use choice::{OneOf, OutcomeTicks, SeveralOf};
use leptos::prelude::*;
use records::RecordList;
use std::sync::Arc;

/// The report that the form's fields show their findings from.
pub type ReportSignal = Signal<Option<Arc<Report>>>;

/// The id of the element for a path, to which findings lead.
pub fn element_id(path: &str) -> String {
    format!("field-{}", path.replace('.', "-"))
}

/// All fields of a part of the form.
#[component]
pub fn PartForm(part: &'static Part, report: ReportSignal) -> impl IntoView {
    view! {
        <section class="part" id=format!("part-{}", part.id) aria-labelledby=format!("part-{}-title", part.id)>
            <h3 id=format!("part-{}-title", part.id) tabindex="-1">{part.title}</h3>
            {part.fields.iter().map(|field| view! { <FieldView field path=field.path.to_owned() report/> }).collect_view()}
        </section>
    }
}

/// One field: its name, its control, its hint, and what the report says of it.
#[component]
fn FieldView(field: &'static Field, path: String, report: ReportSignal) -> impl IntoView {
    let id = element_id(&path);
    let described = format!("{id}-hint {id}-findings");
    let is_broken = {
        let path = path.clone();
        Memo::new(move |_| notes(report, &path).iter().any(|note| note.verdict == Verdict::NotMet))
    };
    let invalid = move || is_broken.get().then_some("true");
    let grouped = matches!(field.kind, Kind::Several(_) | Kind::OutcomeIds | Kind::Records(_));
    let control = match field.kind {
        Kind::One(choices) => {
            view! { <OneOf path=path.clone() id=id.clone() choices described invalid/> }.into_any()
        }
        Kind::YesNo => {
            let choices = &[("true", words::draft::YES), ("false", words::draft::NO)];
            view! { <OneOf path=path.clone() id=id.clone() choices described invalid/> }.into_any()
        }
        Kind::Several(choices) => view! { <SeveralOf path=path.clone() choices/> }.into_any(),
        Kind::OutcomeIds => view! { <OutcomeTicks path=path.clone()/> }.into_any(),
        Kind::Records(record) => view! { <RecordList path=path.clone() record report/> }.into_any(),
        _ => {
            view! { <TextBox kind=field.kind path=path.clone() id=id.clone() described invalid/> }.into_any()
        }
    };
    let hint =
        (!field.hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{field.hint}</p> });
    let findings = view! { <FieldNotes path=path.clone() id=id.clone() report/> };
    if grouped {
        view! {
            <fieldset class="field" id=id tabindex="-1">
                <legend>{field.label}</legend>
                {hint}{findings}{control}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field">
                <label for=id>{field.label}</label>
                {hint}{control}{findings}
            </div>
        }
        .into_any()
    }
}

/// A box to type into; what is typed is kept at every keystroke.
#[component]
fn TextBox(
    kind: Kind,
    path: String,
    id: String,
    described: String,
    invalid: impl Fn() -> Option<&'static str> + Send + 'static,
) -> impl IntoView {
    let draft = State::get().draft;
    let shown = {
        let path = path.clone();
        Memo::new(move |_| draft.with(|draft| draft.shown(&path)))
    };
    let enter = move |typed: String| draft.enter(&path, &kind, &typed);
    match kind {
        Kind::Paragraph | Kind::Lines => view! {
            <textarea id=id rows="3" aria-describedby=described aria-invalid=invalid prop:value=shown
                on:input:target=move |event| enter(event.target().value())></textarea>
        }
        .into_any(),
        _ => {
            let (input_type, mode) = match kind {
                Kind::Day => ("date", "text"),
                Kind::Whole => ("text", "numeric"),
                Kind::Money => ("text", "decimal"),
                _ => ("text", "text"),
            };
            let class = if input_type == "text" && mode == "text" { "line" } else { "short" };
            view! {
                <input id=id type=input_type inputmode=mode class=class autocomplete="off" aria-describedby=described
                    aria-invalid=invalid prop:value=shown on:input:target=move |event| enter(event.target().value())/>
            }
            .into_any()
        }
    }
}

/// What the report says of a field, in a line.
#[derive(Clone, PartialEq)]
struct Note {
    verdict: Verdict,
    clause: &'static str,
    text: String,
}

fn notes(report: ReportSignal, path: &str) -> Vec<Note> {
    report.with(|report| {
        let Some(report) = report else { return Vec::new() };
        let asks = |verdict| matches!(verdict, Verdict::NotMet | Verdict::Missing | Verdict::Judgement);
        let mut notes: Vec<Note> = report
            .findings
            .iter()
            .filter(|finding| asks(finding.outcome) && finding.fields.contains(&path))
            .map(|finding| Note {
                verdict: finding.outcome,
                clause: finding.clause,
                text: finding.fault.clone(),
            })
            .collect();
        let unread = report.problems.iter().find(|problem| problem.at == path);
        if let Some(problem) = unread.filter(|_| notes.is_empty() && fields::find(path).is_some()) {
            let text = words::draft::not_understood(problem);
            notes.push(Note { verdict: Verdict::NotMet, clause: "", text });
        }
        notes
    })
}

#[component]
fn FieldNotes(path: String, id: String, report: ReportSignal) -> impl IntoView {
    let notes = Memo::new(move |_| notes(report, &path));
    view! {
        <ul class="notes" id=format!("{id}-findings") class:none=move || notes.with(Vec::is_empty)>
            {move || {
                notes
                    .get()
                    .into_iter()
                    .map(|note| {
                        view! {
                            <li class=class_of(note.verdict)>
                                <span class="clause">{note.clause}</span>" "
                                <span class="visually-hidden">{words::report::outcome(note.verdict)}": "</span>
                                {note.text}
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

/// The style class of an outcome.
pub fn class_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotMet => "outcome broken",
        Verdict::Missing => "outcome missing",
        Verdict::Judgement => "outcome judgement",
        Verdict::Met => "outcome met",
        Verdict::NotApplicable => "outcome beside",
    }
}
