//! The form: a part's fields, each with what the report says of it.

mod choice;
mod notes;
mod records;

use crate::domain::draft::fields::{Field, Kind, Part};
use crate::domain::report::{NoRules, Report};
use crate::domain::rulebook::Verdict;
use crate::ui::reactive::text;
use crate::ui::state::State;
use crate::ui::tree::{Element, el, none, p};
use crate::ui::words;
pub use choice::tick_box;
use choice::{one_of, outcome_ticks, several_of};
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
pub fn part_form(part: &'static Part, report: ReportSignal) -> Element {
    let title_id = format!("part-{}-title", part.id);
    el("section")
        .class("part")
        .set("aria-labelledby", &title_id)
        .put(el("h3").set("id", title_id).set("tabindex", "-1").say(part.title))
        .all(part.fields.iter().map(|field| field_view(field, field.path.to_owned(), report)))
}

/// One field: its name, its control, its hint, and what the report says of it.
fn field_view(field: &'static Field, path: String, report: ReportSignal) -> Element {
    let id = element_id(&path);
    let control = Control {
        described: format!("{id}-hint {id}-notes"),
        invalid: is_broken(report, path.clone()),
        path: path.clone(),
        id: id.clone(),
    };
    let control: Element = match field.kind {
        Kind::One(choices) => one_of(control, field.kind, choices),
        Kind::YesNo => {
            one_of(control, field.kind, &[("true", words::draft::YES), ("false", words::draft::NO)])
        }
        Kind::Several(choices) => several_of(path.clone(), choices),
        Kind::OutcomeIds => outcome_ticks(path.clone()),
        Kind::Records(record) => record_list(path.clone(), record, report),
        _ => text_box(control, field.kind),
    };
    let hint = match field.hint {
        "" => none(),
        hint => p(hint).class("hint").set("id", format!("{id}-hint")),
    };
    let notes = notes_of(path, format!("{id}-notes"), report);
    if matches!(field.kind, Kind::Several(_) | Kind::OutcomeIds | Kind::Records(_)) {
        let group = el("fieldset").class("field").set("id", id).set("tabindex", "-1");
        group.put(el("legend").say(field.label)).put(hint).put(notes).put(control)
    } else {
        let label = el("label").set("for", id).say(field.label);
        el("div").class("field").put(label).put(hint).put(control).put(notes)
    }
}

/// What every control of the form needs to know.
struct Control {
    path: String,
    id: String,
    described: String,
    invalid: Signal<String>,
}

impl Control {
    /// An element that carries the control's name and state for those who hear the page.
    fn element(&self, tag: &'static str) -> Element {
        el(tag).set("id", &self.id).set("aria-describedby", &self.described).set("aria-invalid", self.invalid)
    }
}

/// What the draft has at a path, as the form shows it.
fn shown(path: &str) -> Signal<String> {
    let (draft, path) = (State::get().draft, path.to_owned());
    text(move || draft.with(|draft| draft.shown(&path)))
}

/// A box to type into; what is typed is kept at every keystroke. It stays as it was typed for as
/// long as the draft says the same: `007` does not turn into `7` under the hand.
fn text_box(control: Control, kind: Kind) -> Element {
    let draft = State::get().draft;
    let typed = RwSignal::new(String::new());
    let element = match kind {
        Kind::Paragraph | Kind::Lines => control.element("textarea").set("rows", "3"),
        _ => {
            let (input_type, mode, class) = match kind {
                Kind::Day => ("date", "text", "short"),
                Kind::Whole => ("text", "numeric", "short"),
                Kind::Money => ("text", "decimal", "short"),
                _ => ("text", "text", "line"),
            };
            let element = control.element("input").set("type", input_type).set("inputmode", mode);
            element.class(class).set("autocomplete", "off")
        }
    };
    let path = control.path;
    let shown = {
        let path = path.clone();
        text(move || {
            let typed = typed.get();
            draft.with(|draft| if draft.says(&path, &kind, &typed) { typed } else { draft.shown(&path) })
        })
    };
    element.value(shown).on("input", move |event| {
        let now = event_target_value(&event);
        typed.set(now.clone());
        draft.enter(&path, &kind, &now);
    })
}
