//! A field whose entries have fields of their own: outcomes, standards, evidence.

use super::{FieldView, FieldViewProps, ReportSignal, element_id};
use crate::browser::page;
use crate::domain::draft::fields::Record;
use crate::ui::state::State;
use crate::ui::words;
use leptos::prelude::*;

/// The entries, each with its fields, and the buttons that add and remove them.
#[component]
pub fn RecordList(path: String, record: &'static Record, report: ReportSignal) -> impl IntoView {
    let draft = State::get().draft;
    let count = {
        let path = path.clone();
        Memo::new(move |_| draft.with(|draft| draft.count(&path)))
    };
    let add_id = format!("{}-add", element_id(&path));
    let add = {
        let path = path.clone();
        move |_| {
            let index = count.get_untracked();
            draft.change(|draft| draft.add(&path, record.id_prefix));
            if let Some(first) = record.fields.first() {
                let id = element_id(&format!("{path}.{index}.{}", first.path));
                request_animation_frame(move || page::focus(&id));
            }
        }
    };
    let entry = {
        let (path, add_id) = (path.clone(), add_id.clone());
        move |index: usize| {
            let heading = words::draft::entry(record.noun, index + 1);
            let remove = {
                let (path, add_id) = (path.clone(), add_id.clone());
                move |_| {
                    draft.change(|draft| draft.remove(&path, index));
                    page::focus(&add_id);
                }
            };
            let inner = record
                .fields
                .iter()
                .map(|field| {
                    let path = format!("{path}.{index}.{}", field.path);
                    FieldView(FieldViewProps { field, path, report }).into_any()
                })
                .collect_view();
            view! {
                <fieldset class="entry">
                    <legend>{heading.clone()}</legend>
                    {inner}
                    <button type="button" class="quiet" on:click=remove>{words::draft::remove(&heading)}</button>
                </fieldset>
            }
        }
    };
    view! {
        <For each=move || 0..count.get() key=|index| *index children=entry/>
        <button type="button" id=add_id on:click=add>{words::draft::add(record.noun)}</button>
    }
}
