//! Texts kept on the device. Every read may find nothing and every write may be refused: storage
//! can be full, blocked, or emptied by the person.

use web_sys::Storage;

/// The device did not keep a text: storage is full, blocked or not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// The gallery's examples are kept for the window only: they never displace what somebody wrote.
fn storage() -> Option<Storage> {
    if cfg!(feature = "gallery") { of_window() } else { web_sys::window()?.local_storage().ok()? }
}

/// What is kept until the window is closed, for this window alone.
fn of_window() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
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
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// The text kept for this window under a name.
pub fn read_for_window(name: &str) -> Option<String> {
    of_window()?.get_item(name).ok()?
}

/// Keeps a text for this window under a name.
///
/// # Errors
/// The browser did not keep it.
pub fn write_for_window(name: &str, text: &str) -> Result<(), NotKept> {
    of_window().ok_or(NotKept)?.set_item(name, text).map_err(|_| NotKept)
}
