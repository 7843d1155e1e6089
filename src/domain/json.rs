//! JSON from outside, taken apart field by field: what fits is kept, what does not is told.

mod reader;

use crate::domain::Problem;
use crate::domain::keyed::Names;
use crate::domain::measure::{Credits, Level, whole_number};
use crate::domain::text::shortened;
use crate::domain::vocabulary::{Spelled, Vocabulary, one_of, place_of};
use serde_json::{Map, Value};

/// The one object that a text holds; `what` is the sort of file, for the message.
pub(super) fn object(text: &str, what: &str) -> Result<Map<String, Value>, String> {
    match reader::read(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(format!("{what} is one JSON object, {{ … }}; this file holds something else.")),
        Err(place) => Err(format!(
            "This is not a JSON file, or not a whole one: it cannot be understood from {place} on."
        )),
    }
}

/// The number that a text holds, as it is written.
pub(super) fn number(text: &str) -> Option<Value> {
    reader::read(text).ok().filter(Value::is_number)
}

/// A value as JSON writes it.
pub(super) fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Whether a file says its format; an error where it says that it is something else.
pub(super) fn has_format(fields: &Map<String, Value>, what: &str, format: &str) -> Result<bool, String> {
    match fields.get("format") {
        None => Ok(false),
        Some(found) if found == format => Ok(true),
        Some(other) => Err(format!(
            "The file says that its format is {}; {what} says \"{format}\".",
            shortened(&written(other), 60)
        )),
    }
}

/// What was noticed on the way through a file.
#[derive(Default)]
pub(super) struct Log {
    pub(super) problems: Vec<Problem>,
    /// Names of unknown fields, each told once and not for every entry that has it.
    unknown: Names,
}

/// One JSON object. Every read takes its field out, so that what is left in the end is unknown.
pub(super) struct Fields<'a> {
    place: String,
    fields: Map<String, Value>,
    log: &'a mut Log,
}

impl<'a> Fields<'a> {
    pub(super) fn new(fields: Map<String, Value>, log: &'a mut Log) -> Self {
        Self { place: String::new(), fields, log }
    }

    fn at(&self, field: &str) -> String {
        if self.place.is_empty() { field.to_owned() } else { format!("{}.{field}", self.place) }
    }

    pub(super) fn problem(&mut self, field: &str, found: &Value, expected: &str) {
        let at = self.at(field);
        self.log.problems.push(Problem::new(at, found, expected));
    }

    /// Tells a field that should be there and is not.
    pub(super) fn must_have(&mut self, field: &str, expected: &str) {
        let is_empty = |value: &Value| is_blank(value) || value.as_array().is_some_and(Vec::is_empty);
        if self.fields.get(field).is_none_or(is_empty) {
            self.log.problems.push(Problem {
                at: self.at(field),
                found: "nothing".to_owned(),
                expected: expected.to_owned(),
            });
        }
    }

    /// A field's value, unless it is missing or empty.
    fn stated(&mut self, field: &str) -> Option<Value> {
        self.fields.swap_remove(field).filter(|value| !is_blank(value))
    }

    /// A field that may be missing, empty or not fit.
    pub(super) fn take<T>(
        &mut self,
        field: &str,
        expected: &str,
        understand: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.stated(field)?;
        let understood = understand(&value);
        if understood.is_none() {
            self.problem(field, &value, expected);
        }
        understood
    }

    pub(super) fn text(&mut self, field: &str) -> Option<String> {
        self.take(field, "a text", text)
    }

    /// A text without which the object is of no use.
    pub(super) fn needed(&mut self, field: &str, expected: &str) -> Option<String> {
        self.must_have(field, expected);
        self.take(field, expected, text)
    }

    /// The text by which the object is known, also in the problems that follow.
    pub(super) fn name(&mut self, field: &str) -> Option<String> {
        let name = self.needed(field, "a text of its own")?;
        self.place = format!("{} {}", self.place, shortened(&name, 80));
        Some(name)
    }

    pub(super) fn texts(&mut self, field: &str) -> Vec<String> {
        self.several(field, "a text", text)
    }

    pub(super) fn flag(&mut self, field: &str) -> bool {
        self.take(field, "true or false", Value::as_bool).unwrap_or_default()
    }

    pub(super) fn level(&mut self, field: &str) -> Option<Level> {
        self.take(field, "a level from 1 to 10", |value| Level::new(whole_number(value)?))
    }

    /// No award on the framework has more than 480 credits; what exceeds 1,000 is a slip.
    pub(super) fn credits(&mut self, field: &str) -> Option<Credits> {
        self.take(field, "a whole number of credits from 1 to 1,000", |value| {
            let number = u16::try_from(whole_number(value)?).ok()?;
            (1..=1000).contains(&number).then_some(Credits(number))
        })
    }

    pub(super) fn choice<T: Vocabulary>(&mut self, field: &str) -> Option<T> {
        T::ALL.get(self.place_in(field, T::CHOICES)?).copied()
    }

    fn place_in(&mut self, field: &str, choices: &[Spelled]) -> Option<usize> {
        let value = self.stated(field)?;
        let place = value.as_str().and_then(|spelling| place_of(spelling, choices));
        if place.is_none() {
            self.problem(field, &value, &one_of(choices));
        }
        place
    }

    /// A list of plain values; those that do not fit are left out and told.
    pub(super) fn several<T>(
        &mut self,
        field: &str,
        expected: &str,
        understand: impl Fn(&Value) -> Option<T>,
    ) -> Vec<T> {
        let mut kept = Vec::new();
        for (index, value) in self.list(field).iter().enumerate() {
            match understand(value) {
                Some(item) => kept.push(item),
                None => self.problem(&format!("{field}[{index}]"), value, expected),
            }
        }
        kept
    }

    /// A list of objects; those of which `read` can make nothing are left out.
    pub(super) fn each<T>(&mut self, field: &str, mut read: impl FnMut(&mut Fields) -> Option<T>) -> Vec<T> {
        let mut kept = Vec::new();
        self.for_each(field, &mut |entry| match read(entry) {
            Some(made) => {
                kept.push(made);
                true
            }
            None => false,
        });
        kept
    }

    /// Goes through a list of objects; `read` answers whether it has made something of one.
    fn for_each(&mut self, field: &str, read: &mut dyn FnMut(&mut Fields) -> bool) {
        for (index, value) in self.list(field).into_iter().enumerate() {
            let place = format!("{field}[{index}]");
            match value {
                Value::Object(inner) => self.inside(&place, field, inner, read),
                other => self.problem(&place, &other, AN_OBJECT),
            }
        }
    }

    /// An object within the object.
    pub(super) fn within<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&mut Fields) -> Option<T>,
    ) -> Option<T> {
        let (mut read, mut made) = (Some(read), None);
        match self.stated(field)? {
            Value::Object(inner) => self.inside(field, field, inner, &mut |fields| {
                made = read.take().and_then(|read| read(fields));
                made.is_some()
            }),
            other => self.problem(field, &other, AN_OBJECT),
        }
        made
    }

    fn inside(
        &mut self,
        place: &str,
        sort: &str,
        fields: Map<String, Value>,
        read: &mut dyn FnMut(&mut Fields) -> bool,
    ) {
        let mut inner = Fields { place: self.at(place), fields, log: &mut *self.log };
        if read(&mut inner) {
            inner.tell_unknown(sort);
        }
    }

    fn list(&mut self, field: &str) -> Vec<Value> {
        match self.stated(field) {
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.problem(field, &other, "a list, [ … ]");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Tells what nobody asked for, once for each name in each sort of object.
    pub(super) fn tell_unknown(&mut self, sort: &str) {
        for (field, value) in std::mem::take(&mut self.fields) {
            if self.log.unknown.add(&format!("{sort}.{field}"), ()) {
                self.problem(&shortened(&field, 80), &value, "a field that Waymark knows");
            }
        }
    }
}

const AN_OBJECT: &str = "an object, { … }";

fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// A text; codes that other programs write as numbers (`27360`) count as texts too.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if number.is_u64() => Some(number.as_str().to_owned()),
        _ => None,
    }
}
