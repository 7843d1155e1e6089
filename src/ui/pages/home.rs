//! The first page: the two jobs and the register.

use crate::ui::parts::page_title;
use crate::ui::tree::{Element, el, link, p, together};
use crate::ui::words::home;

/// What Waymark is for, and where to go.
pub fn home() -> Element {
    let way = |href: &'static str, name: &'static str, about: &'static str| {
        el("li").put(link(href, name).class("way")).put(p(about))
    };
    let ways = el("ul").class("ways").all([
        way("/draft", home::CHECK, home::CHECK_TEXT),
        way("/pathways", home::PATHWAYS, home::PATHWAYS_TEXT),
        way("/register", home::REGISTER, home::REGISTER_TEXT),
    ]);
    together([page_title(home::TITLE), p(home::LEAD).class("lead"), ways])
}
