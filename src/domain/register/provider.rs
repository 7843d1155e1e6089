//! Providers and standards of the register: what micro-credentials name.

use super::{Note, ProviderKind};
use crate::domain::json::Fields;
use crate::domain::measure::{Credits, Level};

/// A provider.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Provider {
    pub name: String,
    pub kind: Option<ProviderKind>,
    pub kind_inferred: bool,
    pub source: Option<String>,
    pub also_sources: Vec<String>,
}

impl Provider {
    pub(super) fn read(entry: &mut Fields) -> Option<Self> {
        Some(Self {
            name: entry.name("name")?,
            kind: entry.choice("kind"),
            kind_inferred: entry.flag("kind_inferred"),
            source: entry.source(),
            also_sources: entry.texts("also_sources"),
        })
    }
}

/// A unit, achievement or skill standard.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Standard {
    pub id: String,
    pub title: Option<String>,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
    pub status: Option<String>,
    pub notes: Vec<Note>,
    pub source: Option<String>,
    pub also_sources: Vec<String>,
}

impl Standard {
    pub(super) fn read(entry: &mut Fields) -> Option<Self> {
        Some(Self {
            id: entry.name("id")?,
            title: entry.text("title"),
            level: entry.level("level"),
            credits: entry.credits("credits"),
            status: entry.text("status"),
            notes: Note::read_all(entry),
            source: entry.source(),
            also_sources: entry.texts("also_sources"),
        })
    }
}
