//! What the report says of a field, a line each.

use super::{ReportSignal, class_of};
use crate::domain::draft::fields;
use crate::domain::report::{NoRules, Report};
use crate::domain::rulebook::Verdict;
use crate::ui::reactive::{gate, text, view, yes};
use crate::ui::tree::{Element, el, together};
use crate::ui::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Whether a rule that reads the field is broken, as `aria-invalid` spells it.
pub fn is_broken(report: ReportSignal, path: String) -> Signal<String> {
    text(move || {
        let broken = |report: &Report| {
            report
                .findings
                .iter()
                .any(|finding| finding.outcome == Verdict::NotMet && finding.fields.contains(&path.as_str()))
        };
        let is_broken = report.with(|report| report.as_deref().is_ok_and(broken));
        if is_broken { "true" } else { "false" }.to_owned()
    })
}

/// The lines under a field.
pub fn notes_of(path: String, id: String, report: ReportSignal) -> Element {
    let words = {
        let path = path.clone();
        gate(move || {
            let notes = report.with(|report| notes(report, &path));
            notes
                .iter()
                .map(|note| format!("{} {} {}\n", class_of(note.verdict), note.clause, note.text))
                .collect()
        })
    };
    let lines = view(move || {
        words.track();
        together(report.with_untracked(|report| notes(report, &path)).into_iter().map(note_view))
    });
    el("ul").class("notes").set("id", id).hidden(yes(move || words.with(String::is_empty))).put(lines)
}

fn note_view(note: Note) -> Element {
    let outcome = format!("{}: ", words::report::outcome(note.verdict));
    el("li")
        .class(class_of(note.verdict))
        .put(el("span").class("clause").say(note.clause))
        .say(" ")
        .put(el("span").class("visually-hidden").say(outcome))
        .say(note.text)
}

struct Note {
    verdict: Verdict,
    clause: &'static str,
    text: String,
}

fn notes(report: &Result<Arc<Report>, NoRules>, path: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    let Ok(report) = report else { return notes };
    for finding in &report.findings {
        let asks = matches!(finding.outcome, Verdict::NotMet | Verdict::Missing | Verdict::Judgement);
        if asks && finding.fields.contains(&path) {
            let text = finding.fault.to_string();
            notes.push(Note { verdict: finding.outcome, clause: finding.clause, text });
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
