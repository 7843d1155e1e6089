//! The mark of Waymark.

use leptos::prelude::*;

/// A track marker: the small triangle that marks the way on New Zealand's walking tracks.
#[component]
pub fn Emblem() -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true">
            <path
                fill-rule="evenodd"
                d="M10.3 2.9a2 2 0 0 1 3.4 0l8.9 15.4a2 2 0 0 1-1.7 3H3.1a2 2 0 0 1-1.7-3zM12 9.2a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zm0 9.4a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z"
            />
        </svg>
    }
}
