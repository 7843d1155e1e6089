//! Links to the entries of the register.

use crate::domain::goal::LearningKind;
use crate::domain::register::Register;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::location::Url;
use std::sync::Arc;

/// The address of the page of an entry of a kind.
pub fn entry_path(kind: LearningKind, key: &str) -> String {
    format!("/register/{}/{}", kind.id(), Url::escape(key))
}

/// The address of the page of an entry; none where the register does not have it.
pub fn path_of(register: &Register, key: &str) -> Option<String> {
    Some(entry_path(register.any_entry(key)?.kind, key))
}

/// A title, as a link where the register has a page for it.
#[component]
pub fn TitleLink(
    register: Arc<Register>,
    /// The entry's key, where it has one.
    key: Option<String>,
    #[prop(into)] title: String,
) -> impl IntoView {
    let path = key.and_then(|key| path_of(&register, &key));
    match path {
        Some(path) => view! { <A href=path>{title}</A> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    }
}
