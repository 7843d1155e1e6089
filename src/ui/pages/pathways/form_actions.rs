//! The buttons at the foot of a form.

use crate::ui::i18n::*;
use leptos::prelude::*;

/// Saves what was typed, or leaves it.
#[component]
pub fn FormActions(on_cancel: impl Fn() + 'static) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="actions">
            <button class="button primary small" type="submit">
                {td_string!(locale, pathways.done.form.save)}
            </button>
            <button class="button small" type="button" on:click=move |_| on_cancel()>
                {td_string!(locale, pathways.done.form.cancel)}
            </button>
        </div>
    }
}
