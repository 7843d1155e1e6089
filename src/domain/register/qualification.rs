//! A qualification that micro-credentials may lead to.

use super::Note;
use crate::domain::goal::Requirement;
use crate::domain::json::Fields;
use crate::domain::measure::{Credits, Level};
use crate::domain::text::fold;

/// A qualification. What its source does not say is `None` or empty.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Qualification {
    pub key: String,
    pub title: String,
    /// What it is: a New Zealand Certificate, a Master's degree …
    pub kind: Option<String>,
    pub nzqcf_id: Option<String>,
    pub level: Option<Level>,
    pub size: Option<Size>,
    /// The developer that the source names; it may since have changed.
    pub owner: Option<String>,
    pub provider: Option<String>,
    /// What it consists of, in words.
    pub components: Vec<String>,
    /// What it asks for, as a tree.
    pub requirements: Option<Requirement>,
    /// In the words of the source.
    pub status: Option<String>,
    pub review: Option<String>,
    pub notes: Vec<Note>,
    pub source: Option<String>,
    pub also_sources: Vec<String>,
}

/// How many credits a qualification has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// This many.
    Fixed(Credits),
    /// At least this many, and at most that many where the source says so.
    Between(Credits, Option<Credits>),
}

impl Qualification {
    /// Its credits, where there is one number for them.
    pub fn credits(&self) -> Option<Credits> {
        match self.size {
            Some(Size::Fixed(credits)) => Some(credits),
            _ => None,
        }
    }

    pub(super) fn read(entry: &mut Fields) -> Option<Self> {
        Some(Self {
            key: entry.name("key")?,
            title: entry.required_text("title", "a title; the entry is left out without one")?,
            kind: entry.text("type"),
            nzqcf_id: entry.text("nzqcf_id"),
            level: entry.level("level"),
            size: size(entry),
            owner: entry.text("owner"),
            provider: entry.text("provider"),
            components: entry.texts("components"),
            requirements: entry.object("requirements", |tree| Requirement::read(tree, &|_| true)),
            status: entry.text("status"),
            review: entry.text("review"),
            notes: Note::read_all(entry),
            source: entry.source(),
            also_sources: entry.texts("also_sources"),
        })
    }

    /// Whether each of the words, folded, begins a word of the title, the number, the type or the
    /// owner.
    pub(super) fn has_words(&self, words: &[&str]) -> bool {
        let parts = [Some(&self.title), self.nzqcf_id.as_ref(), self.kind.as_ref(), self.owner.as_ref()];
        let text: String = parts.into_iter().flatten().map(|part| format!(" {}", fold(part))).collect();
        words.iter().all(|word| text.split(' ').any(|own| own.starts_with(word)))
    }
}

fn size(entry: &mut Fields) -> Option<Size> {
    let fixed = entry.credits("credits");
    let least = entry.credits("credits_min");
    let most = entry.credits("credits_max");
    fixed.map(Size::Fixed).or_else(|| Some(Size::Between(least?, most)))
}
