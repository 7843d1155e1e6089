//! A row of the register.

use super::{SizeMark, credential_path};
use crate::browser::intl;
use crate::domain::measure::Size;
use crate::domain::register::{Hit, Register};
use crate::ui::i18n::*;
use leptos::prelude::*;
use leptos_router::components::A;
use std::sync::Arc;

/// A micro-credential that was found, and in which of its fields the words are.
#[component]
pub fn HitItem(register: Arc<Register>, hit: Hit) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let credential = register.credential(&hit.key)?.clone();
    let by = credential.provider.or(credential.developer);
    let status =
        credential.status_group.map(|status| view! { <span class="tag">{status.label(language)}</span> });
    let fields: Vec<&str> = hit.fields().into_iter().map(|field| field.label(language)).collect();
    let matched = (!fields.is_empty()).then(|| {
        let fields = intl::listed(td_string!(locale, app.language_tag), &fields);
        view! { <span class="hint">{td_string!(locale, register.matched, fields)}</span> }
    });
    Some(view! {
        <li class="hit">
            <div>
                <h3>
                    <A href=credential_path(&hit.key)>{credential.title}</A>
                </h3>
                <p class="hit-by">{by}</p>
                <p class="hit-tags">{status} {matched}</p>
            </div>
            <SizeMark level=credential.level credits=credential.credits.map(Size::Fixed) />
        </li>
    })
}
