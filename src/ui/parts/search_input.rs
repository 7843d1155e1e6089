//! A box to search in.

use crate::ui::tree::{Element, el};
use leptos::prelude::*;

/// A box that tells at each keystroke what stands in it.
pub fn search_input(id: &'static str, typed: Signal<String>, read: impl Fn(String) + 'static) -> Element {
    el("input")
        .set("id", id)
        .set("type", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .class("line")
        .value(typed)
        .on("input", move |event| read(event_target_value(&event)))
}
