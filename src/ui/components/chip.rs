//! Something chosen that can be taken away.

use super::{Icon, icons};
use leptos::prelude::*;

/// A button that says what is chosen; a press takes it away.
#[component]
pub fn Chip(
    #[prop(into)] label: String,
    /// What a press does, for those who hear it.
    #[prop(into)]
    remove_label: String,
    #[prop(into)] on_remove: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="chip" aria-label=remove_label on:click=move |_| on_remove.run(())>
            {label}
            <Icon icon=icons::X />
        </button>
    }
}
