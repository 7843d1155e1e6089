//! The heading of a page, which is the window's title too, and where the focus lands on arrival.

use crate::browser::page;
use crate::ui::words;
use leptos::prelude::*;

/// The page's one first-level heading.
pub fn page_title(title: &str) -> AnyView {
    page::set_title(&words::frame::title(title));
    view! { <h1 id="page-title" tabindex="-1">{title.to_owned()}</h1> }.into_any()
}
