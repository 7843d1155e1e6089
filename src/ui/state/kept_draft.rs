//! The draft, kept on the device at each change.

use crate::browser::{fetch, storage};
use crate::domain::draft::examples::Example;
use crate::domain::draft::fields::Kind;
use crate::domain::draft::{Draft, NotADraft};
use crate::ui::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

const KEPT: &str = "waymark.draft";
const BEFORE: &str = "waymark.draft.before";
const SET_ASIDE: &str = "waymark.draft.unreadable";

/// The draft and how it is kept. A text that says nothing is empty.
#[derive(Clone, Copy)]
pub struct KeptDraft {
    draft: RwSignal<Draft>,
    keeping: RwSignal<String>,
    notice: RwSignal<String>,
    elsewhere: RwSignal<String>,
    before: RwSignal<String>,
}

impl KeptDraft {
    /// Takes up the draft that the device keeps. One that cannot be read is set aside, not lost.
    pub fn restore() -> Self {
        let kept = Self {
            draft: RwSignal::new(Draft::default()),
            keeping: RwSignal::new(words::draft::UNCHANGED.to_owned()),
            notice: RwSignal::new(String::new()),
            elsewhere: RwSignal::new(String::new()),
            before: RwSignal::new(storage::read(BEFORE).unwrap_or_default()),
        };
        if let Some(text) = storage::read(KEPT) {
            match Draft::read(&text) {
                Ok(draft) => kept.draft.set(draft),
                Err(NotADraft(why)) => {
                    let _ = storage::write(SET_ASIDE, &text);
                    kept.notice.set(words::draft::set_aside(&why));
                }
            }
        }
        storage::on_change_elsewhere(KEPT, move |text| {
            let other = text.filter(|text| *text != kept.draft.with_untracked(Draft::to_json));
            kept.elsewhere.set(other.unwrap_or_default());
        });
        kept
    }

    /// The draft, to read.
    pub fn with<T>(&self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(read)
    }

    /// Whether the device keeps it, in words.
    pub fn keeping(&self) -> RwSignal<String> {
        self.keeping
    }

    /// Something to tell about what was opened or set aside.
    pub fn notice(&self) -> RwSignal<String> {
        self.notice
    }

    /// The draft as another window or tab has changed it, until one of the two is chosen.
    pub fn elsewhere(&self) -> RwSignal<String> {
        self.elsewhere
    }

    /// Whether there is a draft that the one on screen took the place of.
    pub fn has_before(&self) -> bool {
        !self.before.with(String::is_empty)
    }

    /// Keeps what was typed into a field.
    pub fn enter(&self, path: &str, kind: &Kind, typed: &str) {
        self.change(|draft| draft.enter(path, kind, typed));
    }

    /// Changes the draft and keeps it on the device.
    pub fn change(&self, change: impl FnOnce(&mut Draft)) {
        let mut change = Some(change);
        self.apply(&mut |draft| {
            if let Some(change) = change.take() {
                change(draft);
            }
        });
    }

    fn apply(&self, change: &mut dyn FnMut(&mut Draft)) {
        self.draft.update(change);
        self.keep();
    }

    /// Opens a draft file's text, of the name given, in the place of the draft on screen.
    pub fn open(&self, name: &str, text: &str) {
        match Draft::read(text) {
            Ok(draft) => {
                let unknown = draft.unknown_fields();
                self.replace(draft);
                self.notice.set(words::draft::opened(name, &unknown));
            }
            Err(NotADraft(why)) => self.notice.set(words::draft::not_opened(name, &why)),
        }
    }

    /// Opens an example in the place of the draft on screen, once it has arrived.
    pub fn fetch_example(&self, example: &'static Example) {
        let draft = *self;
        spawn_local(async move {
            match fetch::text(&format!("/examples/{}", example.file), &|_| ()).await {
                Ok(text) => draft.open(example.name, &text),
                Err(failure) => draft.notice.set(words::draft::not_loaded(example.name, &failure)),
            }
        });
    }

    /// Puts another draft on screen; the one there can be brought back.
    pub fn replace(&self, draft: Draft) {
        let before = self.draft.get_untracked();
        if !before.is_empty() {
            let text = before.to_json();
            let _ = storage::write(BEFORE, &text);
            self.before.set(text);
        }
        self.draft.set(draft);
        self.notice.set(String::new());
        self.keep();
    }

    /// Brings back the draft that the one on screen took the place of; the two change places.
    pub fn bring_back(&self) {
        if let Ok(draft) = Draft::read(&self.before.get_untracked()) {
            self.before.set(String::new());
            storage::forget(BEFORE);
            self.replace(draft);
        }
    }

    /// Keeps this window's draft over the one changed elsewhere.
    pub fn keep(&self) {
        let kept = storage::write(KEPT, &self.draft.with_untracked(Draft::to_json));
        let says = if kept.is_ok() { words::draft::KEPT } else { words::draft::REFUSED };
        self.keeping.set(says.to_owned());
        self.elsewhere.set(String::new());
    }
}
