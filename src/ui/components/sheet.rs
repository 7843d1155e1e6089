//! What phones show over the page and wide screens beside it: a popover with the class `sheet`.

use super::{Icon, icons};
use leptos::prelude::*;

/// The button that closes a sheet.
#[component]
pub fn CloseSheet(
    /// The id of the sheet.
    sheet: &'static str,
    label: &'static str,
) -> impl IntoView {
    view! {
        <button
            class="button quiet icon-only close"
            type="button"
            popovertarget=sheet
            popovertargetaction="hide"
            aria-label=label
        >
            <Icon icon=icons::X />
        </button>
    }
}
