//! What the report says of a field, a line each.

use super::{ReportSignal, class_of};
use crate::domain::draft::fields;
use crate::domain::report::Report;
use crate::domain::rulebook::Verdict;
use crate::ui::reactive::{all, text, view, yes};
use crate::ui::words;
use leptos::prelude::*;

/// Whether a rule that reads the field is broken, as `aria-invalid` spells it.
pub fn is_broken(report: ReportSignal, path: String) -> Signal<String> {
    text(move || {
        let broken = |report: &Report| {
            report
                .findings
                .iter()
                .any(|finding| finding.outcome == Verdict::NotMet && finding.fields.contains(&path.as_str()))
        };
        report.with(|report| report.as_deref().is_ok_and(broken)).to_string()
    })
}

/// The lines under a field.
pub fn notes_of(path: String, id: String, report: ReportSignal) -> AnyView {
    let notes = Memo::new(move |_| {
        report.with(|report| report.as_deref().map_or(Vec::new(), |report| notes(report, &path)))
    });
    let lines = view(move || {
        all(notes.get().into_iter().map(|note| {
            let outcome = format!("{}: ", words::report::outcome(note.verdict));
            view! {
                <li class=class_of(note.verdict)>
                    <span class="clause">{note.clause}</span>" "
                    <span class="visually-hidden">{outcome}</span>
                    {note.text}
                </li>
            }
            .into_any()
        }))
    });
    view! { <ul class="notes" id=id class:none=yes(move || notes.with(Vec::is_empty))>{lines}</ul> }
        .into_any()
}

#[derive(Clone, PartialEq)]
struct Note {
    verdict: Verdict,
    clause: &'static str,
    text: String,
}

fn notes(report: &Report, path: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    for finding in &report.findings {
        let asks = matches!(finding.outcome, Verdict::NotMet | Verdict::Missing | Verdict::Judgement);
        if asks && finding.fields.contains(&path) {
            notes.push(Note {
                verdict: finding.outcome,
                clause: finding.clause,
                text: finding.fault.clone(),
            });
        }
    }
    if notes.is_empty()
        && fields::find(path).is_some()
        && let Some(problem) = report.problems.iter().find(|problem| problem.at == path)
    {
        let text = words::draft::not_understood(problem);
        notes.push(Note { verdict: Verdict::NotMet, clause: "", text });
    }
    notes
}
