//! What the report says of a field, a line each.

use crate::domain::draft::{Oddity, OddityKind};
use crate::domain::report::Report;
use crate::domain::rulebook::Outcome;
use crate::ui::components::anchors::finding_id;
use crate::ui::components::oddity::{self, expected};
use crate::ui::components::report::{Group, ReportSignal};
use crate::ui::components::{Icon, JumpLink, Mi};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// What the report says of a field.
#[derive(Clone, Copy)]
pub struct Notes {
    lines: Memo<Vec<Note>>,
    /// Whether something in the field is to be put right.
    pub is_invalid: Signal<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Note {
    /// A finding that has its home in the field.
    Finding { group: Group, clause: &'static str, fault: String },
    /// What is in the field cannot be understood.
    NotUnderstood(Oddity),
}

impl Note {
    fn group(&self) -> Group {
        match self {
            Self::Finding { group, .. } => *group,
            Self::NotUnderstood(odd) if odd.blocks => Group::Missing,
            Self::NotUnderstood(_) => Group::Broken,
        }
    }
}

/// The notes on the field at a path. A finding is noted at its home, so that it is read once.
pub fn notes_on(path: String, report: ReportSignal) -> Notes {
    let is_unclear = {
        let path = path.clone();
        move || report.with(|report| problem_at(report, &path).is_some())
    };
    let lines = Memo::new(move |_| report.with(|report| notes(report, &path)));
    let is_broken = move || lines.with(|lines| lines.iter().any(|note| note.group() == Group::Broken));
    let is_invalid = Signal::derive(move || is_broken() || is_unclear());
    Notes { lines, is_invalid }
}

fn notes(report: &Report, path: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    for finding in &report.findings {
        let group = Group::of(finding);
        // An answer that several rules wait for is asked for once.
        let is_asked_for = finding.outcome == Outcome::Missing && finding.settled_with.is_some();
        if group.asks() && !is_asked_for && finding.home.as_deref() == Some(path) {
            let (clause, fault) = (finding.clause, finding.fault.clone());
            // Several rules may ask for the same; it is said once here.
            let is_said = |note: &Note| matches!(note, Note::Finding { fault: said, .. } if *said == fault);
            if !notes.iter().any(is_said) {
                notes.push(Note::Finding { group, clause, fault });
            }
        }
    }
    // Beside a finding, only a problem that no rule can stand for is said.
    if let Some(problem) = problem_at(report, path).filter(|problem| problem.blocks || notes.is_empty()) {
        notes.insert(0, Note::NotUnderstood(problem.clone()));
    }
    notes
}

/// What of a field's value could not be understood.
fn problem_at<'a>(report: &'a Report, path: &str) -> Option<&'a Oddity> {
    report.problems.iter().find(|odd| odd.problem.at == path)
}

/// The lines under a field.
#[component]
pub fn FieldNotes(id: String, notes: Notes) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let line = move |note: Note| {
        let group = note.group();
        let text = match note {
            Note::Finding { clause, fault, .. } => view! {
                <JumpLink to=finding_id(clause)>
                    <Mi text=fault />
                </JumpLink>
            }
            .into_any(),
            Note::NotUnderstood(odd) if odd.kind == OddityKind::SecondValue => {
                oddity::words(locale, language, &odd).into_any()
            }
            Note::NotUnderstood(Oddity { problem, .. }) => {
                let expected = expected(locale, &problem);
                td_string!(locale, draft.not_understood, found = problem.found, expected).into_any()
            }
        };
        view! {
            <li class=group.class()>
                <Icon icon=group.icon() />
                <span>
                    <span class="visually-hidden">{group.title(locale)} ": "</span>
                    {text}
                </span>
            </li>
        }
    };
    view! {
        <ul class="notes" id=id>
            {move || notes.lines.get().into_iter().map(line).collect_view()}
        </ul>
    }
}
