//! What somebody asks of what is published: a goal, what they hold, and the day.

use super::holding::{Held, Holding};
use crate::domain::day::Day;
use crate::domain::measure::{Credits, Level};
use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

/// What somebody asks of what is published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The key of the qualification or micro-credential to reach.
    pub goal: String,
    /// What is held.
    pub holdings: Holdings,
    /// The day for which the question is asked; without one, all holdings count as completed.
    pub on: Option<Day>,
}

/// What somebody holds. Nothing is held twice: the same micro-credential or standard counts once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holdings {
    credentials: BTreeMap<String, Option<Day>>,
    standards: BTreeMap<String, HeldStandard>,
    repeated: BTreeSet<String>,
}

/// What is known of a standard that somebody holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the question format, under the same names")]
pub struct HeldStandard {
    pub level: Option<Level>,
    pub credits: Option<Credits>,
}

impl Holdings {
    /// The credentials and standards of what somebody holds; the rest is no part of a published stack.
    pub fn of(holdings: &[Holding]) -> Self {
        let mut all = Self::default();
        for Holding { what, completed, level, credits, .. } in holdings {
            match what {
                Held::Credential(key, _) => all.add_credential(key, *completed),
                Held::Standard(id) => all.add_standard(id, HeldStandard { level: *level, credits: *credits }),
                Held::Qualification(_) | Held::Other(_) | Held::PriorLearning(_) => {}
            }
        }
        all
    }

    /// Adds a credential; one that is there already stays as it is.
    pub fn add_credential(&mut self, key: impl Into<String>, completed: Option<Day>) {
        match self.credentials.entry(key.into()) {
            Entry::Vacant(free) => {
                free.insert(completed);
            }
            Entry::Occupied(held) => {
                self.repeated.insert(held.key().clone());
            }
        }
    }

    /// Adds a standard; one that is there already stays as it is.
    pub fn add_standard(&mut self, id: impl Into<String>, standard: HeldStandard) {
        match self.standards.entry(id.into()) {
            Entry::Vacant(free) => {
                free.insert(standard);
            }
            Entry::Occupied(held) => {
                self.repeated.insert(held.key().clone());
            }
        }
    }

    /// Whether the credential with a key is held.
    pub fn has(&self, key: &str) -> bool {
        self.credentials.contains_key(key)
    }

    /// The credentials by their keys, and the day on which each was completed.
    pub fn credentials(&self) -> impl Iterator<Item = (&str, Option<Day>)> {
        self.credentials.iter().map(|(key, completed)| (key.as_str(), *completed))
    }

    /// The standards by their numbers.
    pub fn standards(&self) -> impl Iterator<Item = (&str, HeldStandard)> {
        self.standards.iter().map(|(id, standard)| (id.as_str(), *standard))
    }

    /// Whether the standard with a number is held.
    pub fn has_standard(&self, id: &str) -> bool {
        self.standards.contains_key(id)
    }

    /// What was named more than once.
    pub(super) fn repeated(&self) -> impl Iterator<Item = &str> {
        self.repeated.iter().map(String::as_str)
    }

    /// Removes the credentials that are completed only after a day, and returns their keys.
    pub(super) fn remove_completed_after(&mut self, on: Day) -> Vec<String> {
        let is_later = |_: &String, completed: &mut Option<Day>| completed.is_some_and(|day| day > on);
        self.credentials.extract_if(.., is_later).map(|(key, _)| key).collect()
    }
}
