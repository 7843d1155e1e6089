//! Where nothing is yet.

use super::Icon;
use leptos::prelude::*;

/// Says that nothing is there, and what to do.
#[component]
pub fn EmptyState<T: IntoView + 'static>(
    icon: icondata_core::Icon,
    title: T,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon icon />
            <p class="empty-title">{title}</p>
            {children()}
        </div>
    }
}
