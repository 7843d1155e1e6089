//! A field whose entries have fields of their own: outcomes, standards, evidence.

use super::{ReportSignal, element_id, field_view};
use crate::browser::page;
use crate::domain::draft::fields::Record;
use crate::ui::reactive::rows;
use crate::ui::state::State;
use crate::ui::tree::{Element, button, el, together};
use crate::ui::words;
use leptos::prelude::*;

/// The entries, each with its fields, and the buttons that add and remove them.
pub fn record_list(path: String, record: &'static Record, report: ReportSignal) -> Element {
    let draft = State::get().draft;
    let add_id = format!("{}-add", element_id(&path));
    let indices = {
        let path = path.clone();
        Signal::derive(move || {
            let count = draft.with(|draft| draft.count(&path));
            (0..count).map(|index| index.to_string()).collect::<Vec<_>>()
        })
    };
    let add = {
        let path = path.clone();
        move || {
            let index = indices.with_untracked(Vec::len);
            draft.change(|draft| draft.add(&path, record.id_prefix));
            let first = record.fields.first().map_or("", |field| field.path);
            let id = element_id(&format!("{path}.{index}.{first}"));
            request_animation_frame(move || page::focus(&id));
        }
    };
    let add = button(words::draft::add(record.noun), add).set("id", &add_id);
    let row = move |index: String| entry(&path, &index, record, report, &add_id);
    together([rows(indices, row), add])
}

fn entry(path: &str, index: &str, record: &'static Record, report: ReportSignal, add_id: &str) -> Element {
    let draft = State::get().draft;
    let number: usize = index.parse().unwrap_or_default();
    let heading = words::draft::entry(record.noun, number + 1);
    let fields =
        record.fields.iter().map(|field| field_view(field, format!("{path}.{index}.{}", field.path), report));
    let remove = {
        let (path, add_id) = (path.to_owned(), add_id.to_owned());
        move || {
            draft.change(|draft| draft.remove(&path, number));
            page::focus(&add_id);
        }
    };
    let remove = button(words::draft::remove(&heading), remove).class("quiet");
    el("fieldset").class("entry").put(el("legend").say(heading)).all(fields).put(remove)
}
