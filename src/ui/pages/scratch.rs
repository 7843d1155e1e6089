//! The pages of the draft with an example in its place, which is tried in the scratch draft.

use super::{ComparePage, DraftPage};
use crate::ui::providers::{DRAFT_PATH, provide_scratch, use_draft};
use crate::ui::query::in_place;
use leptos::prelude::*;
use leptos_router::components::Redirect;

/// The draft page with an example.
#[component]
pub fn ScratchPage() -> impl IntoView {
    view! { <Scratch page=|| view! { <DraftPage /> }.into_any() /> }
}

/// Two dates side by side with an example.
#[component]
pub fn ScratchComparePage() -> impl IntoView {
    view! { <Scratch page=|| view! { <ComparePage /> }.into_any() /> }
}

/// A page with the scratch draft as the draft on screen. Where nothing is tried, the own draft is shown.
#[component]
fn Scratch(page: fn() -> AnyView) -> impl IntoView {
    provide_scratch();
    match untrack(|| use_draft().tried()) {
        Some(_) => page(),
        None => view! { <Redirect path=DRAFT_PATH options=in_place() /> }.into_any(),
    }
}
