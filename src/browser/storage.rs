//! Texts kept on the device. Every read may find nothing and every write may be refused: storage
//! can be full, blocked, or emptied by the person.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Storage, StorageEvent};

/// The device did not keep a text: storage is full, blocked or not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The text kept under a name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text under a name.
///
/// # Errors
/// The device did not keep it.
pub fn write(name: &str, text: &str) -> Result<(), NotKept> {
    storage().ok_or(NotKept)?.set_item(name, text).map_err(|_| NotKept)
}

/// Forgets the text kept under a name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Calls `then` with the new text whenever another window or tab changes the text under a name.
/// It listens for as long as the page lives.
pub fn on_change_elsewhere(name: &'static str, then: impl Fn(Option<String>) + 'static) {
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        if event.key().as_deref() == Some(name) {
            then(event.new_value());
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
        listener.forget();
    }
}
