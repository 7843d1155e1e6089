//! Links to the entries of the register.

use crate::domain::register::Register;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::location::Url;
use std::sync::Arc;

/// The address of a micro-credential's page.
pub fn credential_path(key: &str) -> String {
    format!("/register/credential/{}", Url::escape(key))
}

/// The address of a qualification's page.
pub fn qualification_path(key: &str) -> String {
    format!("/register/qualification/{}", Url::escape(key))
}

/// The address of the page of an entry; none where the register does not have it.
pub fn entry_path(register: &Register, key: &str) -> Option<String> {
    let credential = register.credential(key).map(|_| credential_path(key));
    credential.or_else(|| register.qualification(key).map(|_| qualification_path(key)))
}

/// A title, as a link where the register has a page for it.
#[component]
pub fn TitleLink(
    register: Arc<Register>,
    /// The entry's key, where it has one.
    key: Option<String>,
    #[prop(into)] title: String,
) -> impl IntoView {
    let path = key.and_then(|key| entry_path(&register, &key));
    match path {
        Some(path) => view! { <A href=path>{title}</A> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    }
}
