//! The form: a part's fields, each with what the report says of it.

mod choice;
mod notes;
mod records;

use crate::domain::draft::fields::{Field, Kind, Part};
use crate::domain::report::{NoRules, Report};
use crate::domain::rulebook::Verdict;
use crate::ui::reactive::{act, all, none, text};
use crate::ui::state::State;
use crate::ui::words;
use choice::{one_of, outcome_ticks, several_of};
use leptos::ev::Event;
use leptos::prelude::*;
use notes::{is_broken, notes_of};
use records::record_list;
use std::sync::Arc;

/// The report that the form's fields show their findings from.
pub type ReportSignal = Memo<Result<Arc<Report>, NoRules>>;

/// The id of the element for a path, to which findings lead.
pub fn element_id(path: &str) -> String {
    format!("field-{}", path.replace('.', "-"))
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

/// All fields of a part of the form.
pub fn part_form(part: &'static Part, report: ReportSignal) -> AnyView {
    let title_id = format!("part-{}-title", part.id);
    view! {
        <section class="part" aria-labelledby=title_id>
            <h3 id=format!("part-{}-title", part.id) tabindex="-1">{part.title}</h3>
            {all(part.fields.iter().map(|field| field_view(field, field.path.to_owned(), report)))}
        </section>
    }
    .into_any()
}

/// One field: its name, its control, its hint, and what the report says of it.
fn field_view(field: &'static Field, path: String, report: ReportSignal) -> AnyView {
    let id = element_id(&path);
    let control = Control {
        described: format!("{id}-hint {id}-notes"),
        invalid: is_broken(report, path.clone()),
        path: path.clone(),
        id: id.clone(),
    };
    let is_group = matches!(field.kind, Kind::Several(_) | Kind::OutcomeIds | Kind::Records(_));
    let control = match field.kind {
        Kind::One(choices) => one_of(control, field.kind, choices),
        Kind::YesNo => {
            one_of(control, field.kind, &[("true", words::draft::YES), ("false", words::draft::NO)])
        }
        Kind::Several(choices) => several_of(path.clone(), choices),
        Kind::OutcomeIds => outcome_ticks(path.clone()),
        Kind::Records(record) => record_list(path.clone(), record, report),
        _ => text_box(control, field.kind),
    };
    let hint = if field.hint.is_empty() {
        none()
    } else {
        view! { <p class="hint" id=format!("{id}-hint")>{field.hint}</p> }.into_any()
    };
    let notes = notes_of(path, format!("{id}-notes"), report);
    if is_group {
        view! { <fieldset class="field" id=id tabindex="-1"><legend>{field.label}</legend>{hint}{notes}{control}</fieldset> }
            .into_any()
    } else {
        view! { <div class="field"><label for=id>{field.label}</label>{hint}{control}{notes}</div> }
            .into_any()
    }
}

/// What every control of the form needs to know.
struct Control {
    path: String,
    id: String,
    described: String,
    invalid: Signal<String>,
}

/// What the draft has at a path, as the form shows it.
fn shown(path: &str) -> Signal<String> {
    let (draft, path) = (State::get().draft, path.to_owned());
    text(move || draft.with(|draft| draft.shown(&path)))
}

/// A box to type into; what is typed is kept at every keystroke.
fn text_box(control: Control, kind: Kind) -> AnyView {
    let Control { path, id, described, invalid } = control;
    let draft = State::get().draft;
    let shown = shown(&path);
    let enter = act(move |event: Event| draft.enter(&path, &kind, &event_target_value(&event)));
    if matches!(kind, Kind::Paragraph | Kind::Lines) {
        return view! {
            <textarea id=id rows="3" aria-describedby=described aria-invalid=invalid prop:value=shown on:input=enter/>
        }
        .into_any();
    }
    let (input_type, mode, class) = match kind {
        Kind::Day => ("date", "text", "short"),
        Kind::Whole => ("text", "numeric", "short"),
        Kind::Money => ("text", "decimal", "short"),
        _ => ("text", "text", "line"),
    };
    view! {
        <input id=id type=input_type inputmode=mode class=class autocomplete="off" aria-describedby=described
            aria-invalid=invalid prop:value=shown on:input=enter/>
    }
    .into_any()
}
