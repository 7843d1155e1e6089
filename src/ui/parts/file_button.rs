//! A button that lets a person choose a JSON file.

use crate::browser::files;
use crate::ui::reactive::act;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A file input that looks like a button and gives the chosen file's name and text.
pub fn file_button(label: &'static str, on_chosen: impl Fn(String, String) + Copy + 'static) -> AnyView {
    let choose = act(move |event: Event| {
        let input = event_target(&event);
        spawn_local(async move {
            if let Some((name, text)) = files::chosen(input).await {
                on_chosen(name, text);
            }
        });
    });
    view! {
        <label class="button file">
            {label}
            <input type="file" accept=".json,application/json" on:change=choose/>
        </label>
    }
    .into_any()
}
