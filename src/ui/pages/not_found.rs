//! What stands at an address that is none.

use crate::ui::parts::page_title;
use crate::ui::words;
use leptos::prelude::*;

/// Says so, and shows the ways on.
pub fn not_found() -> AnyView {
    view! {
        {page_title(words::frame::NOT_FOUND)}
        <p>{words::frame::NOT_FOUND_WAY_ON}</p>
        <ul>
            <li><a href="/draft">{words::draft::NAV}</a></li>
            <li><a href="/pathways">{words::pathways::NAV}</a></li>
            <li><a href="/register">{words::register::NAV}</a></li>
        </ul>
    }
    .into_any()
}
