//! Short messages about what has just been done, each with a way to undo it.

use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How many messages are shown at once; an older one goes.
const MAX_TOASTS: usize = 3;
/// How long a message is shown that cannot be undone.
const SHOWN_FOR: Duration = Duration::from_secs(8);

/// What takes back something that was done. It outlives the component that offered it, so it is no
/// `Callback`, which goes with its component.
pub type Undo = Arc<dyn Fn() + Send + Sync>;

/// A short message.
#[derive(Clone)]
pub struct Toast {
    id: u32,
    /// What was done.
    pub text: String,
    /// What takes it back.
    pub undo: Option<Undo>,
}

impl Toast {
    /// What tells this message from the others.
    pub fn id(&self) -> u32 {
        self.id
    }
}

/// The messages on screen. One that can be undone stays until it is dismissed or newer ones take its
/// place: it would be missed by slow readers. One that only tells leaves by itself.
#[derive(Clone, Copy)]
pub struct ToastContext {
    toasts: RwSignal<Vec<Toast>>,
    next_id: StoredValue<u32>,
}

/// Provides an empty list of messages.
pub fn provide_toasts() {
    provide_context(ToastContext { toasts: RwSignal::new(Vec::new()), next_id: StoredValue::new(0) });
}

/// The messages on screen.
pub fn use_toasts() -> ToastContext {
    expect_context()
}

impl ToastContext {
    /// Shows a message, and answers with its id.
    pub fn show(self, text: String, undo: Option<Undo>) -> u32 {
        let id = self.next_id.get_value();
        if undo.is_none() {
            set_timeout(move || self.dismiss(id), SHOWN_FOR);
        }
        self.next_id.set_value(id.wrapping_add(1));
        self.toasts.update(|toasts| {
            toasts.push(Toast { id, text, undo });
            let surplus = toasts.len().saturating_sub(MAX_TOASTS);
            toasts.drain(..surplus);
        });
        id
    }

    /// Takes a message off the screen.
    pub fn dismiss(self, id: u32) {
        // The page may be gone by the time that a message leaves.
        self.toasts.try_update(|toasts| toasts.retain(|toast| toast.id != id));
    }

    /// The messages, oldest first.
    pub fn get(self) -> Vec<Toast> {
        self.toasts.get()
    }
}
