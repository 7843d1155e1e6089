//! Entries of every kind alike: micro-credentials, qualifications and standards.

use super::{Credential, Qualification, Register, Standard};
use crate::domain::goal::LearningKind;
use crate::domain::measure::{Level, Size};
use serde::Serialize;

/// An entry of the register, of any kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Entry {
    /// What it is.
    #[serde(skip)]
    pub kind: LearningKind,
    /// Its key, or the number of a standard.
    pub key: String,
    /// Its title; the number of a standard that the register has no title of.
    pub title: String,
    /// Its level.
    #[serde(skip)]
    pub level: Option<Level>,
    /// How many credits it has.
    #[serde(skip)]
    pub size: Option<Size>,
}

/// An entry where the register has it.
#[derive(Clone, Copy)]
pub(super) enum EntryRef<'a> {
    Credential(&'a Credential),
    Qualification(&'a Qualification),
    Standard(&'a Standard),
}

impl<'a> EntryRef<'a> {
    pub fn kind(self) -> LearningKind {
        match self {
            Self::Credential(_) => LearningKind::Credential,
            Self::Qualification(_) => LearningKind::Qualification,
            Self::Standard(_) => LearningKind::Standard,
        }
    }

    fn key(self) -> &'a str {
        match self {
            Self::Credential(of) => &of.key,
            Self::Qualification(of) => &of.key,
            Self::Standard(of) => &of.id,
        }
    }

    pub fn title(self) -> &'a str {
        match self {
            Self::Credential(of) => &of.title,
            Self::Qualification(of) => &of.title,
            Self::Standard(of) => of.title.as_ref().unwrap_or(&of.id),
        }
    }

    pub fn level(self) -> Option<Level> {
        match self {
            Self::Credential(of) => of.level,
            Self::Qualification(of) => of.level,
            Self::Standard(of) => of.level,
        }
    }

    pub fn size(self) -> Option<Size> {
        match self {
            Self::Credential(of) => of.credits.map(Size::Fixed),
            Self::Qualification(of) => of.size,
            Self::Standard(of) => of.credits.map(Size::Fixed),
        }
    }

    pub fn to_entry(self) -> Entry {
        Entry {
            kind: self.kind(),
            key: self.key().to_owned(),
            title: self.title().to_owned(),
            level: self.level(),
            size: self.size(),
        }
    }
}

impl Register {
    /// The entry of a kind with a key or number.
    pub fn entry(&self, kind: LearningKind, key: &str) -> Option<Entry> {
        let found = match kind {
            LearningKind::Credential => EntryRef::Credential(self.credential(key)?),
            LearningKind::Qualification => EntryRef::Qualification(self.qualification(key)?),
            LearningKind::Standard => EntryRef::Standard(self.standard(key)?),
        };
        Some(found.to_entry())
    }

    /// The entry with a key or number, whatever it is.
    pub fn any_entry(&self, key: &str) -> Option<Entry> {
        use LearningKind::{Credential, Qualification, Standard};
        [Credential, Qualification, Standard].into_iter().find_map(|kind| self.entry(kind, key))
    }

    /// All entries, in the order in which the search has them.
    pub(super) fn entries(&self) -> impl Iterator<Item = EntryRef<'_>> {
        let credentials = self.credentials.iter().map(EntryRef::Credential);
        let qualifications = self.qualifications.iter().map(EntryRef::Qualification);
        credentials.chain(qualifications).chain(self.standards.iter().map(EntryRef::Standard))
    }
}
