//! The heading of a page, which is the window's title too, and where the focus lands on arrival.

use crate::browser::page;
use crate::ui::words;
use leptos::prelude::*;

/// The page's one first-level heading.
#[component]
pub fn PageTitle(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    Effect::new(move || page::set_title(&words::frame::title(&title.get())));
    view! { <h1 id="page-title" tabindex="-1">{title}</h1> }
}
