//! Earlier versions of the draft: a short list on the device, so that nothing written is lost.

use crate::browser::{page, storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The name under which the device keeps the list.
pub(super) const STORAGE_KEY: &str = "waymark.draft.versions";
/// Where a device may still keep one replaced draft and one unreadable draft, outside of the list.
const SINGLE_KEYS: [(&str, Reason); 2] =
    [("waymark.draft.before", Reason::Replaced), ("waymark.draft.unreadable", Reason::Unreadable)];
/// The longest list. Of what is beyond, versions that lost a single entry go first.
const MAX_VERSIONS: usize = 30;

/// Why a version stopped being the one on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Another draft took its place.
    Replaced,
    /// An entry of a list was removed from it.
    EntryRemoved,
    /// Another window saved it while this one did not notice.
    OtherWindow,
    /// This version of Waymark cannot read it.
    Unreadable,
}

/// A draft as it was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Version {
    /// The moment at which it was put aside, ISO 8601 in UTC.
    pub put_aside: String,
    /// Why.
    pub reason: Reason,
    /// The draft file's text.
    pub text: String,
}

impl Version {
    /// What tells this version from the others, without a copy of its text.
    pub fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

/// The list, newest first.
#[derive(Clone, Copy)]
pub struct Versions {
    list: RwSignal<Vec<Version>>,
    is_kept: RwSignal<bool>,
}

impl Versions {
    /// Reads the list that the device keeps.
    pub(super) fn restore() -> Self {
        let versions = Self { list: RwSignal::new(read()), is_kept: RwSignal::new(true) };
        for (name, reason) in SINGLE_KEYS {
            if let Some(text) = storage::read(name)
                && versions.add(reason, text)
            {
                storage::remove(name);
            }
        }
        versions
    }

    /// Reads the list again, which another window has changed.
    pub(super) fn reload(self) {
        self.list.set(self.merged());
    }

    /// Adds a version, once; answers whether the device keeps it. It stays in this window either way.
    pub(super) fn add(self, reason: Reason, text: String) -> bool {
        let mut versions = self.merged();
        versions.retain(|version| version.text != text);
        versions.insert(0, Version { put_aside: page::now(), reason, text });
        shorten(&mut versions);
        let is_kept =
            serde_json::to_string(&versions).is_ok_and(|text| storage::write(STORAGE_KEY, &text).is_ok());
        self.list.set(versions);
        self.is_kept.set(is_kept);
        is_kept
    }

    /// The list that the device keeps, to which another window may have added, and what only this
    /// window has because the device refused it.
    fn merged(self) -> Vec<Version> {
        let mut versions = read();
        for version in self.list.get_untracked() {
            if versions.iter().all(|other| other.text != version.text) {
                versions.push(version);
            }
        }
        shorten(&mut versions);
        versions
    }

    /// The list, newest first.
    pub fn get(self) -> Vec<Version> {
        self.list.get()
    }

    /// Whether the device keeps the whole list.
    pub fn is_kept(self) -> bool {
        self.is_kept.get()
    }
}

fn shorten(versions: &mut Vec<Version>) {
    while versions.len() > MAX_VERSIONS {
        let least = versions.iter().rposition(|version| version.reason == Reason::EntryRemoved);
        versions.remove(least.unwrap_or(versions.len() - 1));
    }
}

fn read() -> Vec<Version> {
    let text = storage::read(STORAGE_KEY).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}
