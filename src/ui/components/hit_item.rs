//! A row of the register.

use super::{SizeMark, entry_path, titled};
use crate::browser::intl;
use crate::domain::goal::LearningKind;
use crate::domain::register::{Hit, Register};
use crate::ui::i18n::*;
use leptos::prelude::*;
use leptos_router::components::A;
use std::sync::Arc;

/// An entry that was found, and in which of its fields the words are.
#[component]
pub fn HitItem(register: Arc<Register>, hit: Hit) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let fields: Vec<&str> = hit.fields().into_iter().map(|field| field.label(language)).collect();
    let matched = (!fields.is_empty()).then(|| {
        let fields = intl::listed(td_string!(locale, app.language_tag), &fields);
        view! { <span class="hint">{td_string!(locale, register.matched, fields)}</span> }
    });
    let entry = hit.entry;
    let (by, status) = match entry.kind {
        LearningKind::Credential => {
            let of = register.credential(&entry.key)?.clone();
            (of.provider.or(of.developer), of.status_group.map(|status| status.label(language)))
        }
        LearningKind::Qualification => {
            let of = register.qualification(&entry.key)?.clone();
            (of.provider.or(of.owner), None)
        }
        LearningKind::Standard => (None, None),
    };
    let tags = [Some(entry.kind.label(language)), status].into_iter().flatten();
    let tags = tags.map(|tag| view! { <span class="tag">{tag}</span> }).collect_view();
    let (path, title) = (entry_path(entry.kind, &entry.key), titled(locale, &entry));
    Some(view! {
        <li class="hit">
            <div>
                <h3>
                    <A href=path>{title}</A>
                </h3>
                <p class="hit-by">{by}</p>
                <p class="hit-tags">{tags} {matched}</p>
            </div>
            <SizeMark level=entry.level credits=entry.size />
        </li>
    })
}
