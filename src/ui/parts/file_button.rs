//! A button that lets a person choose a JSON file.

use crate::browser::files;
use crate::ui::tree::{Element, el};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// A file input that looks like a button and gives the chosen file's name and text.
pub fn file_button(label: &'static str, on_chosen: impl Fn(String, String) + 'static) -> Element {
    button(label, Rc::new(on_chosen))
}

fn button(label: &'static str, on_chosen: Rc<dyn Fn(String, String)>) -> Element {
    let input =
        el("input").set("type", "file").set("accept", ".json,application/json").on("change", move |event| {
            let input = event_target(&event);
            let on_chosen = on_chosen.clone();
            spawn_local(async move {
                if let Some((name, text)) = files::chosen(input).await {
                    on_chosen(name, text);
                }
            });
        });
    el("label").class("button file").say(label).put(input)
}
