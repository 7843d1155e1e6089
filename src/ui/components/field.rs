//! The form: a part's fields, each with its control and what the report says of it.

mod choice;
mod entries;
mod field_of_study;
mod notes;
mod text;

pub use choice::TickBox;

use super::anchors::{REPORT_TITLE, field_id, part_title_id};
use super::{JumpLink, Mi, ReportSignal};
use crate::domain::day;
use crate::domain::draft::fields::{self, Field, Kind, Part};
use crate::ui::i18n::*;
use crate::ui::providers::use_draft;
use choice::{ChoiceSelect, ChoiceTicks, OutcomeTicks};
use entries::EntryList;
use field_of_study::FieldOfStudyBox;
use leptos::prelude::*;
use notes::{FieldNotes, notes_on};
use text::{TextBox, TextLines};

/// All fields of a part of the form, but for the day of the application, which stands at the head of the page.
#[component]
pub fn PartForm(part: &'static Part, report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let title_id = part_title_id(part.id);
    let title = part.title(use_language());
    let fields = part.fields.iter().filter(|field| field.path != fields::DAY);
    view! {
        <section class="part" aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone() tabindex="-1">
                <Mi text=title />
            </h2>
            {fields
                .map(|field| view! { <FieldInput field path=field.path.to_owned() report /> })
                .collect_view()}
            <JumpLink class="way-across" to=REPORT_TITLE>
                {td_string!(locale, draft.to_report)}
            </JumpLink>
        </section>
    }
}

/// What a control needs to know of its field.
#[derive(Clone)]
struct Control {
    path: String,
    id: String,
    kind: Kind,
    /// The ids of the hint and of the notes.
    described_by: String,
    is_invalid: Signal<bool>,
}

/// One field: its name, its hint, its control, and what the report says of it. It may hold entries
/// with fields of their own, so its type is erased.
#[component]
pub fn FieldInput(field: &'static Field, path: String, report: ReportSignal) -> AnyView {
    let id = field_id(&path);
    let notes = notes_on(path.clone(), report);
    let hint_id = format!("{id}-hint");
    let notes_id = format!("{id}-notes");
    let language = use_language();
    let hint = field.hint(language).map(|hint| {
        view! {
            <p class="hint" id=hint_id.clone()>
                <Mi text=hint />
            </p>
        }
    });
    let described_by = if hint.is_some() { format!("{hint_id} {notes_id}") } else { notes_id.clone() };
    let control = Control {
        path: path.clone(),
        id: id.clone(),
        kind: field.kind,
        described_by: described_by.clone(),
        is_invalid: notes.is_invalid,
    };
    let is_empty = {
        let (draft, path) = (use_draft(), path.clone());
        move || draft.with(|draft| draft.shown(&path).is_empty()).then_some("")
    };
    let locale = use_locale();
    let answer_path = path.clone();
    let (is_group, control) = match field.kind {
        Kind::Several(choices) => (true, view! { <ChoiceTicks path choices=choices.entries /> }.into_any()),
        Kind::OutcomeIds => (true, view! { <OutcomeTicks path /> }.into_any()),
        Kind::Records(record) => (true, view! { <EntryList path record report /> }.into_any()),
        Kind::One(choices) => {
            let options = choices.entries.iter().map(|choice| (choice.id, choice.label(language))).collect();
            (false, view! { <ChoiceSelect control options /> }.into_any())
        }
        Kind::YesNo => {
            let options =
                vec![("true", td_string!(locale, draft.yes)), ("false", td_string!(locale, draft.no))];
            (false, view! { <ChoiceSelect control options /> }.into_any())
        }
        Kind::FieldOfStudy => (false, view! { <FieldOfStudyBox control /> }.into_any()),
        Kind::Paragraph | Kind::Lines => (false, view! { <TextLines control /> }.into_any()),
        _ => (false, view! { <TextBox control /> }.into_any()),
    };
    let on_paper = (!is_group).then(|| view! { <AnswerOnPaper field path=answer_path /> });
    let label = view! { <Mi text=field.label(language) /> };
    let notes = view! { <FieldNotes id=notes_id notes /> };
    if is_group {
        view! {
            <fieldset class="field" id=id tabindex="-1" data-empty=is_empty aria-describedby=described_by>
                <legend>{label}</legend>
                {hint}
                {notes}
                {control}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field" data-empty=is_empty>
                <label for=id>{label}</label>
                {hint}
                {control}
                {on_paper}
                {notes}
            </div>
        }
        .into_any()
    }
}

/// What a field answers, as a text. A control on paper would cut it off, and write days in its own way.
#[component]
fn AnswerOnPaper(field: &'static Field, path: String) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let draft = use_draft();
    let answer = move || {
        let shown = draft.with(|draft| draft.shown(&path));
        match field.kind {
            Kind::One(choices) => {
                choices.find(&shown).map_or(shown, |choice| choice.label(language).to_owned())
            }
            Kind::YesNo if shown == "true" => td_string!(locale, draft.yes).to_owned(),
            Kind::YesNo if shown == "false" => td_string!(locale, draft.no).to_owned(),
            Kind::Day => day::parse(&shown).map_or(shown, day::spelled),
            _ => shown,
        }
    };
    view! {
        <p class="answer on-paper" dir="auto">
            {answer}
        </p>
    }
}
