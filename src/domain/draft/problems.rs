//! What in a draft does not fit the catalogue of fields.

use super::TEXT;
use super::fields::{self, Field, Kind, Record};
use crate::domain::Problem;
use crate::domain::json::{self, Code, FromJson};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ops::Not;

const AN_OBJECT: &str = "an object, { … }";

/// Something in a draft file that does not fit its format. It is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Oddity {
    /// What is odd about it.
    #[serde(skip)]
    pub kind: OddityKind,
    /// Where it is, and what was expected there.
    #[serde(flatten)]
    pub problem: Problem,
    /// Whether the draft is not ready before its author has put it right: nobody else can know which day, or
    /// which of two values, is meant.
    #[serde(skip_serializing_if = "Not::not")]
    pub blocks: bool,
}

/// What may be odd about a part of a draft file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OddityKind {
    /// A field has a second value, which is not used.
    SecondValue,
    /// A character of a text was lost.
    LostCharacter,
    /// A value is not of its field's kind.
    OtherKind,
    /// One value stands where several fields are expected.
    NoFields,
    /// The format has no such field.
    Unknown,
}

/// What was found on the way through a draft.
#[derive(Default)]
pub(super) struct Problems {
    /// Second values of a field, and texts in which a character was lost.
    pub(super) damage: Vec<Oddity>,
    /// Values that are not of their field's kind.
    pub(super) unclear: Vec<Oddity>,
    /// Fields that the format does not have.
    pub(super) unknown: Vec<Oddity>,
    /// How texts that are unmistakably a number or a day are read.
    pub(super) read_as: BTreeMap<String, String>,
}

impl Problems {
    pub(super) fn of(draft: &Map<String, Value>) -> Self {
        let mut problems = Self::default();
        problems.look_for_damage("", draft);
        problems.check_object("", draft);
        problems
    }

    fn look_for_damage(&mut self, parent: &str, object: &Map<String, Value>) {
        for (name, value) in object {
            if let Some(field) = json::field_kept_beside(name) {
                let expected = format!("the only value: it is not used, and kept as {name}");
                let path = below(parent, field);
                let is_other = !json::is_blank(value) && object.get(field) != Some(value);
                let blocks = is_other && fields::find(&path).is_some();
                let problem = Problem::new(path, value, expected);
                self.damage.push(Oddity { kind: OddityKind::SecondValue, problem, blocks });
            }
            self.look_for_lost(below(parent, name), value);
        }
    }

    fn look_for_lost(&mut self, path: String, value: &Value) {
        match value {
            Value::String(text) if text.contains(json::LOST) => {
                let problem = Problem::new(path, value, json::NOTHING_LOST);
                self.damage.push(Oddity { kind: OddityKind::LostCharacter, problem, blocks: false });
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.look_for_lost(below(&path, &index.to_string()), item);
                }
            }
            Value::Object(fields) => self.look_for_damage(&path, fields),
            _ => {}
        }
    }

    fn check_object(&mut self, parent: &str, object: &Map<String, Value>) {
        for (name, value) in object {
            let path = below(parent, name);
            if name.contains('.') {
                // A path in one name is not the field at that path.
                self.report_unknown(path, name, value);
            } else if let Some(field) = fields::find(&path) {
                self.check_value(path, &field.kind, value);
            } else if fields::has_below(&path) {
                match value {
                    Value::Object(inner) => self.check_object(&path, inner),
                    other => self.report_unclear(OddityKind::NoFields, path, other, AN_OBJECT),
                }
            } else if !fields::has(&path) {
                self.report_unknown(path, name, value);
            }
        }
    }

    fn check_value(&mut self, path: String, kind: &Kind, value: &Value) {
        if kind.is_list() {
            let entries = match value {
                Value::Array(entries) => entries.as_slice(),
                lone => std::slice::from_ref(lone),
            };
            for (index, entry) in entries.iter().enumerate() {
                self.check_entry(below(&path, &index.to_string()), kind, entry);
            }
            return;
        }
        if let Value::String(text) = value
            && let Some(read) = kind.read(value).filter(|read| read != text)
        {
            self.read_as.insert(path.clone(), read);
        }
        if !kind.fits(value) {
            self.report_unclear(OddityKind::OtherKind, path, value, kind.expected());
        }
    }

    fn check_entry(&mut self, path: String, kind: &Kind, entry: &Value) {
        match kind {
            Kind::Records(record) => self.check_record(path, record, entry),
            Kind::Several(choices) if choices.read(entry).is_none() => {
                self.report_unclear(OddityKind::OtherKind, path, entry, choices.expected());
            }
            Kind::Lines | Kind::OutcomeIds if Code::from_json(entry).is_none() => {
                self.report_unclear(OddityKind::OtherKind, path, entry, Code::expected());
            }
            _ => {}
        }
    }

    fn check_record(&mut self, path: String, record: &Record, entry: &Value) {
        let find = |name: &str| record.fields.iter().find(|field: &&Field| field.path == name);
        let Value::Object(fields) = entry else {
            if !entry.is_string() || find(TEXT).is_none() {
                self.report_unclear(OddityKind::NoFields, path, entry, AN_OBJECT);
            }
            return;
        };
        for (name, value) in fields {
            match find(name) {
                Some(field) => self.check_value(below(&path, name), &field.kind, value),
                None if name == "id" => self.check_value(below(&path, name), &Kind::Code, value),
                None => self.report_unknown(below(&path, name), name, value),
            }
        }
    }

    /// Reports a value that is not what its place is for, unless there is nothing in it.
    fn report_unclear(&mut self, kind: OddityKind, path: String, value: &Value, expected: impl Into<String>) {
        if !json::is_blank(value) {
            let blocks = path == fields::DAY;
            self.unclear.push(Oddity { kind, problem: Problem::new(path, value, expected), blocks });
        }
    }

    /// Reports a field that the format does not have, unless it is a second value of one.
    fn report_unknown(&mut self, path: String, name: &str, value: &Value) {
        if json::field_kept_beside(name).is_none() {
            let expected = "a field that Waymark knows; it is kept as it is";
            let problem = Problem::new(path, value, expected);
            self.unknown.push(Oddity { kind: OddityKind::Unknown, problem, blocks: false });
        }
    }
}

fn below(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { [parent, ".", name].concat() }
}
