//! What stands at an address that is none.

use crate::ui::parts::PageTitle;
use crate::ui::words;
use leptos::prelude::*;
use leptos_router::components::A;

/// Says so, and shows the ways on.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <PageTitle title=words::frame::NOT_FOUND/>
        <p>{words::frame::NOT_FOUND_WAY_ON}</p>
        <ul>
            <li><A href="/draft">{words::draft::NAV}</A></li>
            <li><A href="/pathways">{words::pathways::NAV}</A></li>
            <li><A href="/register">{words::register::NAV}</A></li>
        </ul>
    }
}
