//! A button that lets a person choose a file.

use crate::browser::files::{self, ChosenFile};
use leptos::ev::Targeted;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Event, HtmlInputElement};

/// A file input that looks like a button.
#[component]
pub fn FileButton(
    /// What is done with the file.
    on_file: Callback<ChosenFile>,
    /// Which files are offered.
    #[prop(default = ".json,application/json")]
    accept: &'static str,
    /// The style classes of the button.
    #[prop(default = "button")]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let choose = move |event: Targeted<Event, HtmlInputElement>| {
        let input = event.target();
        spawn_local(async move {
            if let Some(file) = files::chosen(input).await {
                on_file.run(file);
            }
        });
    };
    let input = view! { <input type="file" accept=accept on:change:target=choose /> };
    view! { <label class=class>{children()} {input}</label> }
}
