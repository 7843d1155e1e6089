//! What a person has made, kept on the device, where several windows of the app add to it.

use super::elsewhere::on_changed_elsewhere;
use crate::browser::storage::{self, NotKept};
use leptos::prelude::*;
use std::iter;

/// Something that the device keeps as a text.
pub trait Keepable: Clone + Default + PartialEq + Send + Sync + 'static {
    /// The name under which the device keeps it.
    const NAME: &'static str;
    /// The name under which the device keeps what it had there and this version cannot read; further ones
    /// have a number behind it.
    const UNREADABLE_NAME: &'static str;

    /// What a text says; none where it cannot be read.
    fn read(text: &str) -> Option<Self>;
    /// It as a text.
    fn written(&self) -> String;
    /// Adds what the device has refused to keep, and is in this window only.
    fn join_refused(&mut self, refused: Self);
}

/// What the device keeps, and this window shows.
pub struct Kept<T: Send + Sync + 'static> {
    value: RwSignal<T>,
    is_saved: RwSignal<bool>,
    /// What this window last read from the device or saved there.
    known: StoredValue<Option<T>>,
}

impl<T: Send + Sync + 'static> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Kept<T> {}

impl<T: Keepable> Kept<T> {
    /// What the device keeps. Follows what other windows do to it.
    pub fn restore() -> Self {
        let known = Self::stored();
        let kept = Self {
            value: RwSignal::new(known.clone().unwrap_or_default()),
            is_saved: RwSignal::new(true),
            known: StoredValue::new(known),
        };
        on_changed_elsewhere(T::NAME, move || kept.reload());
        kept
    }

    /// What the device keeps now, where it can be read.
    fn stored() -> Option<T> {
        T::read(&storage::read(T::NAME)?)
    }

    /// Keeps what cannot be read beside, for a version that can; nothing that was put there before is lost.
    fn put_aside_unreadable() -> Result<(), NotKept> {
        let unreadable = storage::read(T::NAME).filter(|text| T::read(text).is_none());
        let Some(text) = unreadable else { return Ok(()) };
        let numbered = (2_u32..).map(|number| format!("{}.{number}", T::UNREADABLE_NAME));
        let mut names = iter::once(T::UNREADABLE_NAME.to_owned()).chain(numbered);
        let free = names.find(|name| storage::read(name).is_none_or(|kept| kept == text));
        free.map_or(Err(NotKept), |name| storage::write(&name, &text))
    }

    /// It as it is now.
    pub fn get(self) -> T {
        self.value.get()
    }

    /// It as it is now, to read.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with(read)
    }

    /// Whether the device keeps it.
    pub fn is_saved(self) -> bool {
        self.is_saved.get()
    }

    /// Reads what the device keeps, so that what another window has saved is not overwritten. What the
    /// device has refused is only here, and joins it.
    pub fn reload(self) {
        let stored = Self::stored();
        if stored == self.known.get_value() {
            return;
        }
        self.known.set_value(stored.clone());
        let Some(mut value) = stored else { return };
        if !self.is_saved.get_untracked() {
            value.join_refused(self.value.get_untracked());
        }
        self.value.set(value);
    }

    /// Shows something else from now on, and keeps it, unless that would lose what cannot be read.
    pub fn save(self, value: T) {
        let is_saved =
            Self::put_aside_unreadable().and_then(|()| storage::write(T::NAME, &value.written())).is_ok();
        self.is_saved.set(is_saved);
        if is_saved {
            self.known.set_value(Some(value.clone()));
        }
        self.value.set(value);
    }
}
