//! What the pages of micro-credentials and qualifications share.

use crate::domain::register::Note;
use crate::ui::components::{PageHead, Sources};
use crate::ui::i18n::*;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params;
use leptos_router::params::Params;

/// What the address of an entry says.
#[derive(Params, Clone, Debug, PartialEq)]
pub struct EntryParams {
    /// The entry's key.
    pub key: Option<String>,
}

/// The key of the entry in the address.
pub fn use_entry_key() -> Memo<String> {
    let params = use_params::<EntryParams>();
    Memo::new(move |_| params.get().ok().and_then(|params| params.key).unwrap_or_default())
}

/// What is shown for a key that the register does not have.
#[component]
pub fn MissingEntry(key: String) -> impl IntoView {
    let locale = use_locale();
    view! {
        <PageHead title=td_string!(locale, register.missing.title)>
            <p class="lead">{td_string!(locale, register.missing.why, key)}</p>
        </PageHead>
        <p>
            <A href="/register">{td_string!(locale, register.missing.back)}</A>
        </p>
    }
}

/// What is to be kept in mind about an entry; nothing where there is nothing.
#[component]
pub fn EntryNotes(notes: Vec<Note>, #[prop(optional)] is_described: bool) -> impl IntoView {
    let locale = use_locale();
    let described = is_described.then(|| view! { <li>{td_string!(locale, register.entry.described)}</li> });
    let is_shown = is_described || !notes.is_empty();
    let items = notes.into_iter().map(|note| view! { <li>{note.text}</li> }).collect_view();
    is_shown.then(|| {
        view! { <ul class="hint entry-notes">{described} {items}</ul> }
    })
}

/// Where all this is written, under a heading.
#[component]
pub fn EntrySources(source: Option<String>, also: Vec<String>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <h2>{td_string!(locale, register.entry.sources)}</h2>
        <Sources source also />
    }
}
