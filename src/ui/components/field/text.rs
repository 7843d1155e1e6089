//! Fields to type into.

use super::Control;
use crate::domain::draft::fields::Kind;
use crate::ui::providers::use_draft;
use leptos::prelude::*;

/// A box for a line, a number, an amount or a date.
#[component]
pub fn TextBox(control: Control) -> impl IntoView {
    let typed = Typed::of(&control);
    // A date that is not written as a calendar control needs it is shown as it is.
    let is_calendar = {
        let shown = typed.shown;
        let is_day = matches!(control.kind, Kind::Day);
        move || is_day && shown.with(|shown| shown.is_empty() || crate::domain::day::parse(shown).is_some())
    };
    let (inputmode, class) = match control.kind {
        Kind::Day => ("text", "short"),
        Kind::Whole(_) | Kind::Level | Kind::Credits => ("numeric", "short"),
        Kind::Money => ("decimal", "short"),
        _ => ("text", "line"),
    };
    view! {
        <input
            id=control.id
            class=class
            type=move || if is_calendar() { "date" } else { "text" }
            dir="auto"
            inputmode=inputmode
            autocomplete="off"
            aria-describedby=control.described_by
            aria-invalid=move || control.is_invalid.get().to_string()
            prop:value=move || typed.shown.get()
            on:input:target=move |event| typed.enter.run(event.target().value())
        />
    }
}

/// A box for several lines.
#[component]
pub fn TextLines(control: Control) -> impl IntoView {
    let typed = Typed::of(&control);
    view! {
        <textarea
            id=control.id
            rows="3"
            dir="auto"
            aria-describedby=control.described_by
            aria-invalid=move || control.is_invalid.get().to_string()
            prop:value=move || typed.shown.get()
            on:input:target=move |event| typed.enter.run(event.target().value())
        />
    }
}

/// What is shown in a box, and what happens to what is typed there.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) shown: Memo<String>,
    pub(super) enter: Callback<String>,
}

impl Typed {
    /// The text stays as it was typed while the draft says the same: `007` does not turn into `7` under
    /// the hand.
    pub(super) fn of(control: &Control) -> Self {
        let draft = use_draft();
        let typed = RwSignal::new(String::new());
        let (path, kind) = (control.path.clone(), control.kind);
        let shown = {
            let path = path.clone();
            Memo::new(move |_| {
                let typed = typed.get();
                draft.with(
                    |draft| if draft.matches(&path, &kind, &typed) { typed } else { draft.shown(&path) },
                )
            })
        };
        let enter = Callback::new(move |text: String| {
            typed.set(text.clone());
            draft.enter(&path, &kind, &text);
        });
        Self { shown, enter }
    }
}
