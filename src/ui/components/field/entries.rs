//! A field whose entries have fields of their own: outcomes, standards, evidence.

use super::FieldInput;
use crate::browser::page;
use crate::domain::draft::fields::Record;
use crate::domain::text::capitalised;
use crate::ui::components::anchors::field_id;
use crate::ui::components::{Icon, ReportSignal, icons};
use crate::ui::i18n::*;
use crate::ui::providers::use_draft;
use leptos::prelude::*;

/// The entries, each with its fields, and the buttons that add and remove them.
#[component]
pub fn EntryList(path: String, record: &'static Record, report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let draft = use_draft();
    let add_id = format!("{}-add", field_id(&path));
    let count = {
        let path = path.clone();
        Memo::new(move |_| draft.with(|draft| draft.count(&path)))
    };
    let add = {
        let path = path.clone();
        move |_| {
            let index = count.get_untracked();
            draft.change(|draft| draft.add(&path, record.id_prefix));
            let first = record.fields.first().map_or("", |field| field.path);
            focus_later(field_id(&format!("{path}.{index}.{first}")));
        }
    };
    let entry = {
        let add_id = add_id.clone();
        move |index| view! { <Entry path=path.clone() index record report add_id=add_id.clone() /> }
    };
    view! {
        <For each=move || 0..count.get() key=|index| *index children=entry />
        <button class="button" type="button" id=add_id on:click=add>
            <Icon icon=icons::PLUS />
            {td_string!(locale, draft.add, noun = record.with_article(language))}
        </button>
    }
}

#[component]
fn Entry(
    path: String,
    index: usize,
    record: &'static Record,
    report: ReportSignal,
    /// The id of the button that adds an entry, which takes the focus when this one goes.
    add_id: String,
) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let draft = use_draft();
    let entry = td_string!(locale, draft.entry, noun = record.noun(language), number = index + 1);
    let name = capitalised(&entry);
    let remove_name = td_string!(locale, draft.remove, entry);
    let removed = td_string!(locale, draft.removed, entry = name.clone());
    let fields = record
        .fields
        .iter()
        .map(|field| {
            let path = format!("{path}.{index}.{}", field.path);
            view! { <FieldInput field path report /> }
        })
        .collect_view();
    let remove = move |_| {
        draft.remove_entry(&path, index, removed.clone());
        page::focus(&add_id);
    };
    view! {
        <fieldset class="entry">
            <legend class="visually-hidden">{name.clone()}</legend>
            <div class="entry-head">
                <h3 aria-hidden="true">{name}</h3>
                <button
                    class="button quiet small danger"
                    type="button"
                    aria-label=remove_name
                    on:click=remove
                >
                    <Icon icon=icons::TRASH />
                    {td_string!(locale, draft.remove_short)}
                </button>
            </div>
            {fields}
        </fieldset>
    }
}

/// Moves the focus to an element that is about to be drawn.
fn focus_later(id: String) {
    request_animation_frame(move || page::focus(&id));
}
