//! Short messages about what was just done.

use super::{Icon, icons};
use crate::browser::page;
use crate::ui::i18n::*;
use crate::ui::providers::{Toast, use_toasts};
use leptos::prelude::*;

/// The messages, announced as they come, each with what takes it back.
#[component]
pub fn Toasts() -> impl IntoView {
    let locale = use_locale();
    let toasts = use_toasts();
    view! {
        <section class="toasts" role="status" aria-label=td_string!(locale, app.messages)>
            <For each=move || toasts.get() key=Toast::id let(toast)>
                <ToastItem toast />
            </For>
        </section>
    }
}

#[component]
fn ToastItem(toast: Toast) -> impl IntoView {
    let locale = use_locale();
    let toasts = use_toasts();
    let id = toast.id();
    let dismiss = move |_| {
        toasts.dismiss(id);
        page::focus_main();
    };
    let undo = toast.undo.map(|undo| {
        let take_back = move |_| {
            toasts.dismiss(id);
            undo();
            page::focus_main();
            toasts.show(td_string!(locale, app.undone).to_owned(), None);
        };
        view! {
            <button class="button" type="button" on:click=take_back>
                <Icon icon=icons::UNDO />
                {td_string!(locale, app.undo)}
            </button>
        }
    });
    view! {
        <div class="toast">
            <span>{toast.text}</span>
            {undo}
            <button
                class="button icon-only"
                type="button"
                aria-label=td_string!(locale, app.dismiss)
                on:click=dismiss
            >
                <Icon icon=icons::X />
            </button>
        </div>
    }
}
