//! What a qualification asks for, as its source says: a tree of requirements.

use crate::domain::day::Day;
use crate::domain::json::{Fields, whole_number};
use crate::domain::measure::{Credits, Level};
use serde_json::Value;
use std::collections::BTreeSet;

/// A requirement of a qualification, with those that it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// By what it is known in its tree.
    pub id: Option<String>,
    /// What it asks for.
    pub asks: Asks,
    /// The first day on which it is in force.
    pub valid_from: Option<Day>,
    /// The last day on which it is in force.
    pub valid_to: Option<Day>,
}

/// What a requirement asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asks {
    /// All of these.
    All(Vec<Requirement>),
    /// Some of these.
    Some {
        /// How many of them.
        number: usize,
        /// Which there are.
        of: Vec<Requirement>,
    },
    /// Credits.
    Credits(CreditRule),
    /// The micro-credential with this key.
    Credential(String),
    /// The standard with this number.
    Standard(String),
    /// The qualification with this key.
    Qualification(String),
    /// A part that stands on no register: a provider's course, an outcome.
    Component(Component),
    /// Something that only a person can judge, in words.
    Judgement(String),
}

/// A number of credits, and which of them count.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the goal format, under the same names")]
pub struct CreditRule {
    pub credits: Option<Credits>,
    /// No more than these count.
    pub at_most: Option<Credits>,
    pub level_at_least: Option<Level>,
    pub level_at_most: Option<Level>,
    pub from: Option<CreditsFrom>,
    /// Floors and caps over the same credits.
    pub of_which: Vec<CreditRule>,
}

/// What credits may come from.
#[derive(Clone, Debug, PartialEq)]
pub enum CreditsFrom {
    /// Anything.
    Any,
    /// These.
    These {
        /// Micro-credentials, by their keys.
        credentials: Vec<String>,
        /// Standards, by their numbers.
        standards: Vec<String>,
        /// Qualifications, by their keys.
        qualifications: Vec<String>,
        /// Subjects, by their names.
        subjects: Vec<String>,
        /// Whatever is a `credential`, a `standard` or a `qualification`.
        kinds: Vec<String>,
    },
}

/// A part that stands on no register. What its source does not say is `None`.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the goal format, under the same names")]
pub struct Component {
    pub title: String,
    pub kind: Option<String>,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
}

/// What is known while a tree is read.
struct Reader<'a> {
    /// Whether the snapshot has a key.
    knows: &'a dyn Fn(&str) -> bool,
    /// The ids so far.
    ids: BTreeSet<String>,
}

const WHAT: &str = "what is asked for: all, some, credits, credential, standard, qualification, component or \
                    judgement; without it all the requirements are left out";

impl Requirement {
    /// Reads a tree; `knows` tells whether a key is on the register. A tree of which any part cannot be
    /// understood is none: it would ask for less than its source.
    pub(super) fn read(node: &mut Fields, knows: &dyn Fn(&str) -> bool) -> Option<Self> {
        Reader { knows, ids: BTreeSet::new() }.requirement(node)
    }

    /// It and all those that it is made of.
    pub fn each(&self) -> Vec<&Self> {
        let parts = match &self.asks {
            Asks::All(parts) | Asks::Some { of: parts, .. } => parts.as_slice(),
            _ => &[],
        };
        [self].into_iter().chain(parts.iter().flat_map(Self::each)).collect()
    }
}

impl Reader<'_> {
    fn requirement(&mut self, node: &mut Fields) -> Option<Requirement> {
        let id = node.text("id");
        if let Some(id) = id.as_ref().filter(|id| !self.ids.insert(String::clone(id))) {
            node.report("id", &Value::from(id.as_str()), "an id that no earlier requirement of the tree has");
        }
        Some(Requirement {
            asks: self.asks(node)?,
            id,
            valid_from: node.day("valid_from"),
            valid_to: node.day("valid_to"),
        })
    }

    fn asks(&mut self, node: &mut Fields) -> Option<Asks> {
        if node.has("all") {
            return Some(Asks::All(self.parts(node, "all")?));
        }
        if node.has("some") {
            let number = node.read("some", "how many of the parts, a whole number from 1", |value| {
                usize::try_from(whole_number(value)?).ok().filter(|number| *number > 0)
            })?;
            let of = self.parts(node, "of")?;
            if number > of.len() {
                node.report("some", &Value::from(number), "no more than there are parts");
            }
            return Some(Asks::Some { number, of });
        }
        if node.has("component") {
            return Some(Asks::Component(Component {
                title: node.text("component")?,
                kind: node.text("kind"),
                level: node.level("level"),
                credits: node.credits("credits"),
            }));
        }
        if node.has("credits") || node.has("at_most") {
            return self.credit_rule(node).map(Asks::Credits);
        }
        if node.has("credential") {
            return self.key(node, "credential").map(Asks::Credential);
        }
        if node.has("qualification") {
            return self.key(node, "qualification").map(Asks::Qualification);
        }
        if node.has("standard") {
            return node.text("standard").map(Asks::Standard);
        }
        node.required_text("judgement", WHAT).map(Asks::Judgement)
    }

    /// The parts in a field; none where there are none, or where one of them cannot be understood.
    fn parts(&mut self, node: &mut Fields, field: &str) -> Option<Vec<Requirement>> {
        let number = node.number_of(field);
        node.require(field, "a list of requirements, [ … ]");
        let parts = node.objects(field, |part| self.requirement(part));
        (number > 0 && parts.len() == number).then_some(parts)
    }

    fn credit_rule(&mut self, node: &mut Fields) -> Option<CreditRule> {
        let (credits, at_most) = (node.credits("credits"), node.credits("at_most"));
        credits.or(at_most)?;
        let number = node.number_of("of_which");
        let of_which = node.objects("of_which", |rule| self.credit_rule(rule));
        (of_which.len() == number).then_some(())?;
        let from = if node.has("from") { Some(self.from(node)?) } else { None };
        Some(CreditRule {
            credits,
            at_most,
            level_at_least: node.level("level_at_least"),
            level_at_most: node.level("level_at_most"),
            from,
            of_which,
        })
    }

    fn from(&mut self, node: &mut Fields) -> Option<CreditsFrom> {
        if node.as_found("from").is_some_and(|from| from == "any") {
            return node.text("from").map(|_| CreditsFrom::Any);
        }
        node.object("from", |from| {
            Some(CreditsFrom::These {
                credentials: from.list("credentials", KNOWN, |value| self.known(value)),
                standards: from.texts("standards"),
                qualifications: from.list("qualifications", KNOWN, |value| self.known(value)),
                subjects: from.texts("subjects"),
                kinds: from.texts("kinds"),
            })
        })
    }

    /// A key in a field. One that the snapshot does not have is reported and kept.
    fn key(&self, node: &mut Fields, field: &str) -> Option<String> {
        let key = node.text(field)?;
        if !(self.knows)(&key) {
            node.report(field, &Value::from(key.as_str()), KNOWN);
        }
        Some(key)
    }

    fn known(&self, value: &Value) -> Option<String> {
        value.as_str().filter(|key| (self.knows)(key)).map(str::to_owned)
    }
}

const KNOWN: &str = "a key that the snapshot has";
