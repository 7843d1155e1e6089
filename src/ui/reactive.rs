//! What changes on screen, in few forms. Every closure of its own type in a view costs about three
//! kilobytes of program, so closures go behind these: a text, a yes or no, a view, a list.

use leptos::prelude::*;
use std::sync::Arc;

/// A text that follows what it is made from.
pub fn text(of: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(of)
}

/// A yes or no that follows what it is made from.
pub fn yes(of: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(of)
}

/// A view that is drawn anew when what it is made from changes.
pub fn view<V: Into<AnyView>>(mut of: impl FnMut() -> V + Send + 'static) -> AnyView {
    let of: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || of().into());
    of.into_any()
}

/// A row for each key; a row stays in place, with its focus and what is unfolded in it, for as long
/// as its key does.
pub fn rows<V: Into<AnyView>>(
    keys: Signal<Vec<String>>,
    row: impl Fn(String) -> V + Send + Sync + 'static,
) -> AnyView {
    let row: Arc<dyn Fn(String) -> AnyView + Send + Sync> = Arc::new(move |key| row(key).into());
    view! { <For each=move || keys.get() key=String::clone children=move |key| row(key)/> }.into_any()
}
