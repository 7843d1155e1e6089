//! The heading of a page, which is the window's title too, and where the focus lands on arrival.

use crate::browser::page;
use crate::ui::tree::{Element, el};
use crate::ui::words;

/// The page's one first-level heading.
pub fn page_title(title: &str) -> Element {
    page::set_title(&words::frame::title(title));
    el("h1").set("id", "page-title").set("tabindex", "-1").say(title.to_owned())
}
