//! What changes on screen, in few forms. Every closure of its own type in a view costs about three
//! kilobytes of program, so closures go behind these: a text, a yes or no, a view, a list.

use crate::ui::tree::{Element, own};
use leptos::prelude::*;
use std::sync::Arc;

/// A text that follows what it is made from.
pub fn text(of: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derived(Box::new(of))
}

/// A yes or no that follows what it is made from.
pub fn yes(of: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derived(Box::new(of))
}

/// Texts that follow what they are made from.
pub fn texts(of: impl Fn() -> Vec<String> + Send + Sync + 'static) -> Signal<Vec<String>> {
    derived(Box::new(of))
}

fn derived<T: Send + Sync + 'static>(of: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(of)
}

/// What is worked out once for all who read it. They are told of every change, whether or not it
/// comes to the same: to compare answers would take more program than to draw a few texts anew.
pub fn always<T: Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo::new_with_compare(move |_| of(), |_, _| true)
}

/// A text that stays as it is while it comes to the same, so that what hangs on it rests.
pub fn gate(of: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    gated(Box::new(of))
}

fn gated(of: Box<dyn Fn() -> String + Send + Sync>) -> Memo<String> {
    Memo::new(move |_| of())
}

/// A view that is drawn anew when what it is made from changes.
pub fn view(of: impl FnMut() -> Element + Send + 'static) -> Element {
    drawn(Box::new(of))
}

fn drawn(mut of: Box<dyn FnMut() -> Element + Send>) -> Element {
    own((move || of().into_view()).into_any())
}

/// A row for each key; a row stays in place, with its focus and what is unfolded in it, for as long
/// as its key does.
pub fn rows(keys: Signal<Vec<String>>, row: impl Fn(String) -> Element + Send + Sync + 'static) -> Element {
    listed(keys, Arc::new(row))
}

fn listed(keys: Signal<Vec<String>>, row: Arc<dyn Fn(String) -> Element + Send + Sync>) -> Element {
    let row = move |key| row(key).into_view();
    own(view! { <For each=move || keys.get() key=String::clone children=row/> }.into_any())
}
