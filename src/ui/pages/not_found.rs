//! What stands at an address that is none.

use crate::ui::parts::page_title;
use crate::ui::tree::{Element, el, link, p, together};
use crate::ui::words;

/// Says so, and shows the ways on.
pub fn not_found() -> Element {
    let ways = el("ul").all([
        el("li").put(link("/draft", words::draft::NAV)),
        el("li").put(link("/pathways", words::pathways::NAV)),
        el("li").put(link("/register", words::register::NAV)),
    ]);
    together([page_title(words::frame::NOT_FOUND), p(words::frame::NOT_FOUND_WAY_ON), ways])
}
