//! What other windows of the app do to what the device keeps.

use leptos::ev;
use leptos::prelude::*;

/// Calls back when another window has changed the text kept under a name, and when the page comes back
/// from the back/forward cache, where it has heard of nothing. Ends with the component around it.
pub fn on_changed_elsewhere(name: &'static str, changed: impl Fn() + Copy + 'static) {
    let storage = window_event_listener(ev::storage, move |event| {
        if event.key().as_deref() == Some(name) {
            changed();
        }
    });
    let shown = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            changed();
        }
    });
    on_cleanup(move || {
        storage.remove();
        shown.remove();
    });
}
