//! The draft on screen, saved on the device at each change. No path through here loses what somebody
//! wrote: what is replaced, removed or cannot be read goes to the list of earlier versions.

mod versions;

use super::elsewhere::on_changed_elsewhere;
use super::{ToastContext, use_toasts};
use crate::browser::fetch::{self, FetchError};
use crate::browser::files::ChosenFile;
use crate::browser::storage;
use crate::domain::draft::Draft;
use crate::domain::draft::examples::Example;
use crate::domain::draft::fields::Kind;
use crate::domain::rulebook::Change;
use crate::domain::{Problem, ReadError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::mem;
use std::sync::Arc;
pub use versions::{Reason, Version, Versions};

/// The name under which the device keeps the draft.
const STORAGE_KEY: &str = "waymark.draft";

/// Whether the device keeps the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been changed yet.
    Unchanged,
    /// The draft on screen is saved.
    Yes,
    /// The device refused: its storage is full or blocked.
    Refused,
}

/// What a person should know about the draft on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftNotice {
    /// A file or example was opened; these fields are kept without being understood.
    Opened {
        /// The name of the file or example.
        name: String,
        /// The fields that Waymark does not know.
        unknown: Vec<Problem>,
        /// The file's encoding, where it is not UTF-8.
        encoding: Option<&'static str>,
    },
    /// A file was not opened.
    NotOpened {
        /// The name of the file.
        name: String,
        /// Why.
        error: ReadError,
    },
    /// An example did not arrive.
    NotLoaded {
        /// The name of the example.
        name: String,
        /// Why.
        error: FetchError,
    },
    /// The saved draft cannot be read; it is an earlier version now.
    Unreadable(ReadError),
    /// Another window has changed the draft, which is on screen now.
    ChangedElsewhere,
}

/// The draft and everything about how it is kept.
#[derive(Clone, Copy)]
pub struct DraftContext {
    draft: RwSignal<Draft>,
    /// How often another draft was put on screen.
    replaced: RwSignal<usize>,
    saved: RwSignal<Saved>,
    notice: RwSignal<Option<DraftNotice>>,
    versions: Versions,
    toasts: ToastContext,
    /// The text that this window last read from the device or saved there.
    known: StoredValue<Option<String>>,
    /// The draft as it was opened from a file or example; until it is changed, it is nobody's work.
    opened: StoredValue<Option<Draft>>,
    /// The messages that offer to undo something in the draft on screen.
    undo_offers: StoredValue<Vec<u32>>,
}

/// Provides the draft that the device keeps, and follows what other windows do to it.
pub fn provide_draft() {
    let context = DraftContext {
        draft: RwSignal::new(Draft::default()),
        replaced: RwSignal::new(0),
        saved: RwSignal::new(Saved::Unchanged),
        notice: RwSignal::new(None),
        versions: Versions::restore(),
        toasts: use_toasts(),
        known: StoredValue::new(None),
        opened: StoredValue::new(None),
        undo_offers: StoredValue::new(Vec::new()),
    };
    context.restore();
    on_changed_elsewhere(STORAGE_KEY, move || context.follow());
    on_changed_elsewhere(versions::STORAGE_KEY, move || context.versions.reload());
    provide_context(context);
}

/// The draft on screen.
pub fn use_draft() -> DraftContext {
    expect_context()
}

impl DraftContext {
    /// The draft, to read.
    pub fn with<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(read)
    }

    /// Follows when another draft is put on screen, not what is changed in the one there.
    pub fn follow_replaced(self) {
        self.replaced.track();
    }

    /// Whether the device keeps the draft.
    pub fn saved(self) -> Saved {
        self.saved.get()
    }

    /// What the person should know about the draft.
    pub fn notice(self) -> Option<DraftNotice> {
        self.notice.get()
    }

    /// Takes the notice off the screen.
    pub fn dismiss_notice(self) {
        self.notice.set(None);
    }

    /// The earlier versions.
    pub fn versions(self) -> Versions {
        self.versions
    }

    /// Keeps what was typed into a field.
    pub fn enter(self, path: &str, kind: &Kind, typed: &str) {
        self.change(|draft| draft.enter(path, kind, typed));
    }

    /// Changes the draft and saves it.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        self.save();
    }

    /// Removes an entry of a list, and offers to put it back.
    pub fn remove_entry(self, path: &str, index: usize, message: String) {
        let Some(entry) = self.draft.with_untracked(|draft| draft.get(&format!("{path}.{index}")).cloned())
        else {
            return;
        };
        self.put_aside(Reason::EntryRemoved);
        self.change(|draft| draft.remove(path, index));
        let path = path.to_owned();
        self.offer_undo(message, move || self.change(|draft| draft.insert(&path, index, entry.clone())));
    }

    /// Makes changes that a report suggests, and offers to take them back.
    pub fn apply(self, changes: &[Change], message: String) {
        let value =
            |field: &str| self.draft.with_untracked(|draft| draft.get(field).cloned().unwrap_or_default());
        let before: Vec<(String, Value)> =
            changes.iter().map(|change| (change.field.clone(), value(&change.field))).collect();
        self.change(|draft| changes.iter().for_each(|change| change.apply(draft)));
        let undo = move |draft: &mut Draft| {
            before.iter().for_each(|(field, value)| draft.set(field, value.clone()));
        };
        self.offer_undo(message, move || self.change(&undo));
    }

    /// Opens a draft file in place of the draft on screen.
    pub fn open(self, file: &ChosenFile) {
        self.open_text(&file.name, &file.text, file.encoding);
    }

    /// Opens an example in place of the draft on screen, once it has arrived.
    pub fn open_example(self, example: &'static Example) {
        spawn_local(async move {
            match fetch::text(&format!("/examples/{}", example.file)).await {
                Ok(text) => self.open_text(example.name, &text, None),
                Err(error) => {
                    self.notice.set(Some(DraftNotice::NotLoaded { name: example.name.to_owned(), error }));
                }
            }
        });
    }

    fn open_text(self, name: &str, text: &str, encoding: Option<&'static str>) {
        let name = name.to_owned();
        match Draft::read(text) {
            Ok(draft) => self.open_draft(name, draft, encoding),
            Err(error) => {
                if error.is_newer() {
                    self.versions.add(Reason::Unreadable, text.to_owned());
                }
                self.notice.set(Some(DraftNotice::NotOpened { name, error }));
            }
        }
    }

    /// Opens a draft that nobody wrote in place of the draft on screen, to try something.
    pub fn open_scratch(self, name: String, draft: Draft) {
        self.open_draft(name, draft, None);
    }

    fn open_draft(self, name: String, draft: Draft, encoding: Option<&'static str>) {
        let unknown = draft.unknown_fields();
        self.replace(draft.clone());
        self.opened.set_value(Some(draft));
        self.notice.set(Some(DraftNotice::Opened { name, unknown, encoding }));
    }

    /// Starts an empty draft, and offers to go back.
    pub fn start_new(self, message: String) {
        let before = self.draft.get_untracked();
        self.replace(Draft::default());
        self.offer_undo(message, move || self.replace(before.clone()));
    }

    /// Puts another draft on screen. The one there becomes an earlier version.
    pub fn replace(self, draft: Draft) {
        self.put_aside(Reason::Replaced);
        self.put_on_screen(draft);
        self.opened.set_value(None);
        self.notice.set(None);
        self.save();
    }

    /// Shows a draft. What could be undone in the one before must not be undone in this one.
    fn put_on_screen(self, draft: Draft) {
        for message in self.undo_offers.try_update_value(mem::take).unwrap_or_default() {
            self.toasts.dismiss(message);
        }
        self.draft.set(draft);
        self.replaced.update(|replaced| *replaced += 1);
    }

    fn offer_undo(self, message: String, undo: impl Fn() + Send + Sync + 'static) {
        let message = self.toasts.show(message, Some(Arc::new(undo)));
        self.undo_offers.update_value(|offers| offers.push(message));
    }

    /// Puts the draft on screen among the earlier versions, unless nobody wrote anything in it.
    fn put_aside(self, reason: Reason) {
        let draft = self.draft.get_untracked();
        let is_own = self.opened.with_value(|opened| opened.as_ref() != Some(&draft));
        if is_own && !draft.is_empty() {
            self.versions.add(reason, draft.to_json());
        }
    }

    fn restore(self) {
        let Some(text) = storage::read(STORAGE_KEY) else { return };
        self.known.set_value(Some(text.clone()));
        match Draft::read(&text) {
            Ok(draft) => self.draft.set(draft),
            Err(error) => {
                self.versions.add(Reason::Unreadable, text);
                self.notice.set(Some(DraftNotice::Unreadable(error)));
            }
        }
    }

    /// Shows what another window has saved. What cannot be read there stays on the device until this
    /// window saves, which then puts it among the earlier versions.
    fn follow(self) {
        let text = storage::read(STORAGE_KEY);
        let Some(text) = text.filter(|text| Some(text) != self.known.get_value().as_ref()) else { return };
        if let Ok(draft) = Draft::read(&text) {
            self.known.set_value(Some(text));
            if draft != self.draft.get_untracked() {
                if self.saved.get_untracked() == Saved::Refused {
                    self.put_aside(Reason::OtherWindow);
                }
                self.put_on_screen(draft);
                self.notice.set(Some(DraftNotice::ChangedElsewhere));
            }
        }
    }

    fn save(self) {
        let text = self.draft.with_untracked(Draft::to_json);
        let stored = storage::read(STORAGE_KEY).filter(|stored| *stored != text);
        if let Some(stored) = stored.filter(|stored| Some(stored) != self.known.get_value().as_ref()) {
            self.versions.add(Reason::OtherWindow, stored);
            self.notice.set(Some(DraftNotice::ChangedElsewhere));
        }
        self.saved.set(match storage::write(STORAGE_KEY, &text) {
            Ok(()) => Saved::Yes,
            Err(storage::NotKept) => Saved::Refused,
        });
        self.known.set_value(Some(text));
    }
}
