//! Something that somebody holds, as files and questions tell it: read, and written again.

use crate::domain::day::Day;
use crate::domain::goal::LearningKind;
use crate::domain::json::{Fields, keep_beside};
use crate::domain::measure::{Credits, Level};
use crate::domain::register::Register;
use serde::{Serialize, Serializer};
use serde_json::map::Entry;
use serde_json::{Map, Value};

/// Something that somebody holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// What it is.
    pub what: Held,
    /// The day on which it was completed.
    pub completed: Option<Day>,
    /// Its version.
    pub version: Option<String>,
    /// Its level, where the holding says so.
    pub level: Option<Level>,
    /// Its credits, where the holding says so.
    pub credits: Option<Credits>,
    /// Who awarded it, or who else says that it is held.
    pub source: Option<String>,
    /// What a file says of it that could not be understood: kept for the next to read it.
    pub rest: Map<String, Value>,
}

/// What somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// A micro-credential, by its key, with the numbers of the standards that are named.
    Credential(String, Vec<String>),
    /// A standard, by its number.
    Standard(String),
    /// A qualification, by its key.
    Qualification(String),
    /// Something that no register lists, by its title.
    Other(String),
    /// What somebody can do and has yet to be assessed, in words.
    PriorLearning(String),
}

impl From<Held> for Holding {
    /// The holding of which no more is known.
    fn from(what: Held) -> Self {
        Self {
            what,
            completed: None,
            version: None,
            level: None,
            credits: None,
            source: None,
            rest: Map::new(),
        }
    }
}

impl Holding {
    /// A credential that is completed.
    pub fn credential(key: impl Into<String>) -> Self {
        Held::Credential(key.into(), Vec::new()).into()
    }

    pub(super) fn read(holding: &mut Fields) -> Option<Self> {
        let mut found = holding.all_as_found().clone();
        let (mut level, mut credits) = (holding.level("level"), holding.credits("credits"));
        let mut source = holding.text("source");
        let what = if let Some(key) = holding.text("credential") {
            let mut standards: Vec<String> = Vec::new();
            for standard in holding.texts("standards") {
                if !standard.is_empty() && !standards.contains(&standard) {
                    standards.push(standard);
                }
            }
            Held::Credential(key, standards)
        } else if let Some(id) = holding.text("standard") {
            Held::Standard(id)
        } else if let Some(key) = holding.text("qualification") {
            Held::Qualification(key)
        } else if holding.as_found("other").is_some_and(Value::is_object) {
            holding.object("other", |other| {
                let inner = other.all_as_found().clone().into_iter().filter(|(field, _)| field != "title");
                for (field, value) in inner {
                    match found.entry(field) {
                        Entry::Vacant(free) => drop(free.insert(value)),
                        Entry::Occupied(taken) => {
                            let field = taken.key().clone();
                            keep_beside(&mut found, &field, [value]);
                        }
                    }
                }
                level = level.or(other.level("level"));
                credits = credits.or(other.credits("credits"));
                source = source.take().or(other.text("source"));
                other.required_text("title", "what it is called").map(Held::Other)
            })?
        } else if let Some(title) = holding.text("other") {
            Held::Other(title)
        } else if let Some(text) = holding.text("prior_learning") {
            Held::PriorLearning(text)
        } else {
            holding.require("credential", "a credential, standard, qualification, other or prior_learning");
            return None;
        };
        let (completed, version) = (holding.day_of_moment("completed"), holding.text("version"));
        let mut read = Self { completed, version, level, credits, source, ..Self::from(what) };
        let written = read.known_fields();
        found.retain(|field, _| !written.contains_key(field));
        read.rest = found;
        Some(read)
    }

    /// The same as the register has it: a link or a file may take a qualification or a standard for a
    /// micro-credential.
    pub(super) fn resolved(self, register: &Register) -> Self {
        let kind = self.learning_kind();
        let is_listed = kind.is_none_or(|kind| register.entry(kind, self.name()).is_some());
        let listed = register.any_entry(self.name()).filter(|_| !is_listed);
        let what = listed.map(|entry| match entry.kind {
            LearningKind::Credential => Held::Credential(entry.key, Vec::new()),
            LearningKind::Standard => Held::Standard(entry.key),
            LearningKind::Qualification => Held::Qualification(entry.key),
        });
        Self { what: what.unwrap_or(self.what), ..self }
    }

    /// What kind of entry it can be of on a register.
    pub(super) fn learning_kind(&self) -> Option<LearningKind> {
        match self.what {
            Held::Credential(..) => Some(LearningKind::Credential),
            Held::Standard(_) => Some(LearningKind::Standard),
            Held::Qualification(_) => Some(LearningKind::Qualification),
            Held::Other(_) | Held::PriorLearning(_) => None,
        }
    }

    /// The name by which answers call it.
    pub fn name(&self) -> &str {
        match &self.what {
            Held::Credential(name, _)
            | Held::Standard(name)
            | Held::Qualification(name)
            | Held::Other(name)
            | Held::PriorLearning(name) => name,
        }
    }

    /// The field by which files tell what it is.
    pub fn kind(&self) -> &'static str {
        match &self.what {
            Held::Credential(..) => "credential",
            Held::Standard(_) => "standard",
            Held::Qualification(_) => "qualification",
            Held::Other(_) => "other",
            Held::PriorLearning(_) => "prior_learning",
        }
    }

    /// Whether it is a credential of which only the standards that are named are done.
    pub fn is_partial(&self) -> bool {
        matches!(&self.what, Held::Credential(_, done) if !done.is_empty() && self.completed.is_none())
    }

    /// Whether both are the same thing, whatever is known of it.
    pub fn is_same(&self, other: &Self) -> bool {
        self.kind() == other.kind() && self.name() == other.name()
    }

    /// What is known of it, as a file has it.
    fn known_fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        fields.insert(self.kind().to_owned(), self.name().into());
        if let Held::Credential(_, standards) = &self.what
            && !standards.is_empty()
        {
            fields.insert("standards".to_owned(), standards.clone().into());
        }
        let known = [
            ("version", self.version.clone().map(Value::from)),
            ("level", self.level.map(|level| level.get().into())),
            ("credits", self.credits.map(|credits| credits.0.into())),
            ("completed", self.completed.map(|day| day.to_string().into())),
            ("source", self.source.clone().map(Value::from)),
        ];
        fields.extend(known.into_iter().filter_map(|(field, value)| Some((field.to_owned(), value?))));
        fields
    }
}

impl Serialize for Holding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = self.known_fields();
        for (field, value) in &self.rest {
            fields.entry(field.clone()).or_insert_with(|| value.clone());
        }
        fields.serialize(serializer)
    }
}
