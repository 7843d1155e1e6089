//! The person's own draft, saved on the device at each change. No path through here loses what somebody
//! wrote: what is replaced, removed or cannot be read goes to the list of earlier versions.
//!
//! An example is tried in a scratch draft beside it, at an address of its own. It is kept for the window only,
//! and never touches the own draft.

mod versions;

use super::elsewhere::on_changed_elsewhere;
use super::{ToastContext, use_toasts};
use crate::browser::fetch::{self, FetchError};
use crate::browser::files::{ChosenFile, LettersDoubt};
use crate::browser::storage;
use crate::domain::ReadError;
use crate::domain::draft::examples::Example;
use crate::domain::draft::fields::Kind;
use crate::domain::draft::{Draft, Oddity};
use crate::domain::rulebook::Change;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::mem;
use std::sync::Arc;
pub use versions::{Reason, Version, Versions};

/// The name under which the device keeps the draft.
const STORAGE_KEY: &str = "waymark.draft";
/// The name under which the window keeps the scratch draft.
const SCRATCH_KEY: &str = "waymark.scratch";
/// Where the own draft is on screen.
pub const DRAFT_PATH: &str = "/draft";
/// Where the scratch draft is on screen.
pub const SCRATCH_PATH: &str = "/draft/example";

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
    /// A file was opened; these parts of it are kept without being understood.
    Opened {
        /// The name of the file.
        name: String,
        /// What could not be understood.
        oddities: Vec<Oddity>,
        /// Why the file's letters may be wrong.
        doubt: Option<LettersDoubt>,
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

/// An example as it is tried.
#[derive(Serialize, Deserialize)]
struct Scratch {
    #[serde(flatten)]
    tried: Tried,
    /// The draft file's text.
    text: String,
}

/// What is tried in the scratch draft.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Tried {
    /// What it is called.
    pub name: String,
    /// Whether it is an entry of the register, which nobody applies with.
    #[serde(default)]
    pub is_of_register: bool,
}

/// The draft on screen and everything about how it is kept.
#[derive(Clone, Copy)]
pub struct DraftContext {
    /// The draft on screen: the own one, or the scratch draft.
    draft: RwSignal<Draft>,
    own: RwSignal<Draft>,
    /// How often another draft was put in the place of the own one.
    replaced: RwSignal<usize>,
    scratch: RwSignal<Draft>,
    /// What is tried in the scratch draft; none where nothing is.
    tried: RwSignal<Option<Tried>>,
    saved: RwSignal<Saved>,
    notice: RwSignal<Option<DraftNotice>>,
    versions: Versions,
    toasts: ToastContext,
    /// The text that this window last read from the device or saved there.
    known: StoredValue<Option<String>>,
    /// The draft as it was opened from a file; until it is changed, the file has it too.
    opened: StoredValue<Option<Draft>>,
    /// The messages that offer to undo something in the draft on screen.
    undo_offers: StoredValue<Vec<u32>>,
}

/// Provides the draft that the device keeps, and follows what other windows do to it.
pub fn provide_draft() {
    let own = RwSignal::new(Draft::default());
    let context = DraftContext {
        draft: own,
        own,
        replaced: RwSignal::new(0),
        scratch: RwSignal::new(Draft::default()),
        tried: RwSignal::new(None),
        saved: RwSignal::new(Saved::Unchanged),
        notice: RwSignal::new(None),
        versions: Versions::restore(),
        toasts: use_toasts(),
        known: StoredValue::new(None),
        opened: StoredValue::new(None),
        undo_offers: StoredValue::new(Vec::new()),
    };
    context.restore();
    context.restore_scratch();
    on_changed_elsewhere(STORAGE_KEY, move || context.follow());
    on_changed_elsewhere(versions::STORAGE_KEY, move || context.versions.reload());
    provide_context(context);
}

/// Provides the scratch draft as the draft on screen, to a page.
pub fn provide_scratch() {
    let context = use_draft();
    provide_context(DraftContext { draft: context.scratch, ..context });
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

    /// Follows when another draft is put in the place of the own one, not what is changed in it.
    pub fn follow_replaced(self) {
        self.replaced.track();
    }

    /// The own draft, to read.
    pub fn with_own<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.own.with(read)
    }

    /// Whether the draft on screen is the scratch draft.
    pub fn is_scratch(self) -> bool {
        self.draft == self.scratch
    }

    /// What is tried in the scratch draft; none where nothing is.
    pub fn tried(self) -> Option<Tried> {
        self.tried.get()
    }

    /// Where the draft on screen is.
    pub fn path(self) -> &'static str {
        if self.is_scratch() { SCRATCH_PATH } else { DRAFT_PATH }
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

    /// Changes the draft on screen and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        if self.is_scratch() { self.keep_scratch() } else { self.save() }
    }

    /// Removes an entry of a list, and offers to put it back.
    pub fn remove_entry(self, path: &str, index: usize, message: String) {
        let Some(entry) = self.draft.with_untracked(|draft| draft.get(&format!("{path}.{index}")).cloned())
        else {
            return;
        };
        if !self.is_scratch() {
            self.put_aside(Reason::EntryRemoved);
        }
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

    /// Opens a draft file in place of the own draft.
    pub fn open(self, file: &ChosenFile) {
        let name = file.name.clone();
        match Draft::read(&file.text) {
            Ok(draft) => {
                let oddities = draft.oddities();
                self.replace(draft.clone());
                self.opened.set_value(Some(draft));
                self.notice.set(Some(DraftNotice::Opened { name, oddities, doubt: file.doubt }));
            }
            Err(error) => self.not_opened(name, &file.text, error),
        }
    }

    /// Opens one of the real cases in the scratch draft; answers whether it arrived.
    pub async fn open_example(self, example: &'static Example) -> bool {
        let name = example.name.to_owned();
        match fetch::text(&format!("/examples/{}", example.file)).await {
            Ok(text) => match Draft::read(&text) {
                Ok(draft) => {
                    self.open_scratch(Tried { name, is_of_register: false }, draft);
                    return true;
                }
                Err(error) => self.not_opened(name, &text, error),
            },
            Err(error) => self.notice.set(Some(DraftNotice::NotLoaded { name, error })),
        }
        false
    }

    fn not_opened(self, name: String, text: &str, error: ReadError) {
        if error.is_newer() {
            self.versions.add(Reason::Unreadable, text.to_owned());
        }
        self.notice.set(Some(DraftNotice::NotOpened { name, error }));
    }

    /// Puts a draft that nobody wrote into the scratch draft, to try something.
    pub fn open_scratch(self, tried: Tried, draft: Draft) {
        self.dismiss_undo_offers();
        self.notice.set(None);
        self.tried.set(Some(tried));
        self.scratch.set(draft);
        self.keep_scratch();
    }

    /// Makes the scratch draft the own one, and offers to go back. The own one becomes an earlier version.
    pub fn adopt_scratch(self, message: String) {
        self.replace_with_undo(self.scratch.get_untracked(), message);
    }

    /// Starts an empty draft, and offers to go back.
    pub fn start_new(self, message: String) {
        self.replace_with_undo(Draft::default(), message);
    }

    fn replace_with_undo(self, draft: Draft, message: String) {
        let before = self.own.get_untracked();
        self.replace(draft);
        self.offer_undo(message, move || self.replace(before.clone()));
    }

    /// Puts another draft in the place of the own one, which becomes an earlier version.
    pub fn replace(self, draft: Draft) {
        self.put_aside(Reason::Replaced);
        self.put_in_place(draft);
        self.opened.set_value(None);
        self.notice.set(None);
        self.save();
    }

    fn put_in_place(self, draft: Draft) {
        self.dismiss_undo_offers();
        self.own.set(draft);
        self.replaced.update(|replaced| *replaced += 1);
    }

    /// What could be undone in one draft must not be undone in another.
    fn dismiss_undo_offers(self) {
        for message in self.undo_offers.try_update_value(mem::take).unwrap_or_default() {
            self.toasts.dismiss(message);
        }
    }

    fn offer_undo(self, message: String, undo: impl Fn() + Send + Sync + 'static) {
        let message = self.toasts.show(message, Some(Arc::new(undo)));
        self.undo_offers.update_value(|offers| offers.push(message));
    }

    /// Puts the own draft among the earlier versions, unless nobody wrote anything in it.
    fn put_aside(self, reason: Reason) {
        let draft = self.own.get_untracked();
        let is_own = self.opened.with_value(|opened| opened.as_ref() != Some(&draft));
        if is_own && !draft.is_empty() {
            self.versions.add(reason, draft.to_json());
        }
    }

    fn restore(self) {
        let Some(text) = storage::read(STORAGE_KEY) else { return };
        self.known.set_value(Some(text.clone()));
        match Draft::read(&text) {
            Ok(draft) => self.own.set(draft),
            Err(error) => {
                self.versions.add(Reason::Unreadable, text);
                self.notice.set(Some(DraftNotice::Unreadable(error)));
            }
        }
    }

    fn restore_scratch(self) {
        let kept = storage::read_for_window(SCRATCH_KEY);
        let kept = kept.and_then(|text| serde_json::from_str::<Scratch>(&text).ok());
        let kept = kept.and_then(|kept| Some((kept.tried, Draft::read(&kept.text).ok()?)));
        if let Some((tried, draft)) = kept {
            self.tried.set(Some(tried));
            self.scratch.set(draft);
        }
    }

    /// Keeps the scratch draft until the window is closed. Where that is refused, a reload loses it.
    fn keep_scratch(self) {
        let tried = self.tried.get_untracked().unwrap_or_default();
        let scratch = Scratch { tried, text: self.scratch.with_untracked(Draft::to_json) };
        if let Ok(text) = serde_json::to_string(&scratch) {
            let _ = storage::write_for_window(SCRATCH_KEY, &text);
        }
    }

    /// Shows what another window has saved. What cannot be read there stays on the device until this
    /// window saves, which then puts it among the earlier versions.
    fn follow(self) {
        let text = storage::read(STORAGE_KEY);
        let Some(text) = text.filter(|text| Some(text) != self.known.get_value().as_ref()) else { return };
        if let Ok(draft) = Draft::read(&text) {
            self.known.set_value(Some(text));
            if draft != self.own.get_untracked() {
                if self.saved.get_untracked() == Saved::Refused {
                    self.put_aside(Reason::OtherWindow);
                }
                self.put_in_place(draft);
                self.notice.set(Some(DraftNotice::ChangedElsewhere));
            }
        }
    }

    fn save(self) {
        let text = self.own.with_untracked(Draft::to_json);
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
