//! A qualification that micro-credentials may lead to.

use super::{Firmness, Note};
use crate::domain::day::Day;
use crate::domain::goal::Requirement;
use crate::domain::json::Fields;
use crate::domain::measure::{Level, Size};
use crate::domain::vocabulary::vocabulary;
use serde_json::Value;

vocabulary! {
    /// What the requirements of a qualification are known as.
    Basis of BASIS {
        /// Micro-credentials that make it up.
        Credentials = "credentials",
        /// Unit and skill standards.
        Standards = "standards",
        /// The credit rules of an award or degree.
        Rules = "rules",
        /// The courses of one provider.
        Courses = "courses",
        /// What graduates can do.
        Outcomes = "outcomes",
        /// No more than a size.
        Totals = "totals",
    }
}

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
    /// What it asks for, where a source gives that.
    pub requirements: Option<Requirement>,
    /// Who says what it asks for.
    pub structure: Option<Structure>,
    /// What it asked for in former times.
    pub earlier: Vec<Earlier>,
    /// In the words of the source.
    pub status: Option<String>,
    pub review: Option<String>,
    pub notes: Vec<Note>,
    pub source: Option<String>,
    pub also_sources: Vec<String>,
}

/// What a qualification asked for till a day, and who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// What it asked for, with the last day of that.
    pub requirements: Requirement,
    /// Who says so.
    pub structure: Option<Structure>,
}

/// What a source says of the requirements of a qualification.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Structure {
    pub basis: Option<Basis>,
    /// Whose programme it is, where it is that of one provider.
    pub provider: Option<String>,
    /// Who may start it.
    pub entry: Option<String>,
    pub conditions: Option<String>,
    /// How much of what was learnt elsewhere is recognised at most.
    pub recognition_cap: Option<String>,
    /// The year, month or day that the source speaks of.
    pub as_at: Option<String>,
    /// How firmly the source says it, in words; without them, it is taken to state all of it.
    pub strength: Option<String>,
    pub firmness: Firmness,
    pub note: Option<String>,
    pub source: Option<String>,
    pub also_sources: Vec<String>,
}

impl Qualification {
    /// What it asks for on a day; on no day in particular, what it asks for now.
    pub fn requirements_on(&self, on: Option<Day>) -> Option<&Requirement> {
        self.earlier_on(on).map(|earlier| &earlier.requirements).or(self.requirements.as_ref())
    }

    /// Who says what it asks for on a day.
    pub fn structure_on(&self, on: Option<Day>) -> Option<&Structure> {
        self.earlier_on(on).map_or(self.structure.as_ref(), |earlier| earlier.structure.as_ref())
    }

    fn earlier_on(&self, on: Option<Day>) -> Option<&Earlier> {
        let then = self.earlier.iter().filter(|earlier| on.is_some() && earlier.requirements.is_in_force(on));
        then.min_by_key(|earlier| earlier.requirements.valid_to)
    }

    /// Reads an entry; `knows` tells whether a key is on the register.
    pub(super) fn read(entry: &mut Fields, knows: &dyn Fn(&str) -> bool) -> Option<Self> {
        let structure = |structure: &mut Fields| Some(Structure::read(structure));
        Some(Self {
            key: entry.name("key")?,
            requirements: entry.object("requirements", |node| Requirement::read(node, knows)),
            structure: entry.object("structure", structure),
            earlier: entry.objects("earlier", |earlier| {
                earlier.require("requirements", "what it asked for");
                let requirements = earlier.object("requirements", |node| {
                    node.require("valid_to", "the last day on which it asked for this");
                    Requirement::read(node, knows).filter(|asked| asked.valid_to.is_some())
                });
                Some(Earlier {
                    structure: earlier.object("structure", structure),
                    requirements: requirements?,
                })
            }),
            title: entry.required_text("title", "a title; the entry is left out without one")?,
            kind: entry.text("type"),
            nzqcf_id: entry.text("nzqcf_id"),
            level: entry.level("level"),
            size: size(entry),
            owner: entry.text("owner"),
            provider: entry.text("provider"),
            components: entry.texts("components"),
            status: entry.text("status"),
            review: entry.text("review"),
            notes: Note::read_all(entry),
            source: entry.source(),
            also_sources: entry.texts("also_sources"),
        })
    }
}

impl Structure {
    fn read(structure: &mut Fields) -> Self {
        let strength = structure.text("strength");
        Self {
            basis: structure.choice("basis"),
            provider: structure.text("provider"),
            entry: structure.text("entry"),
            conditions: structure.text("conditions"),
            recognition_cap: structure.text("recognition_cap"),
            as_at: structure.text("as_at"),
            firmness: Firmness::of_strength(strength.as_deref()),
            strength,
            note: structure.text("note"),
            source: structure.source(),
            also_sources: structure.texts("also_sources"),
        }
    }
}

fn size(entry: &mut Fields) -> Option<Size> {
    let fixed = entry.credits("credits");
    let least = entry.credits("credits_min");
    let mut most = entry.credits("credits_max");
    if let Some(less) = most.take_if(|most| least.is_some_and(|least| *most < least)) {
        entry.report("credits_max", &Value::from(less.0), "no fewer credits than credits_min");
    }
    fixed.or(least.filter(|_| least == most)).map(Size::Fixed).or_else(|| Some(Size::Between(least?, most)))
}
