//! JSON from outside, taken apart field by field: what fits is kept, what does not is told.

use crate::domain::Problem;
use crate::domain::measure::{Credits, Level, whole_number};
use crate::domain::text::shortened;
use crate::domain::vocabulary::Vocabulary;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The one object that a text holds; `what` is the sort of file, for the message.
pub(super) fn object(text: &str, what: &str) -> Result<Map<String, Value>, String> {
    match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(format!("{what} is one JSON object, {{ … }}; this file holds something else.")),
        Err(error) => Err(format!("This is not a JSON file, or not a whole one: {error}.")),
    }
}

/// Whether a file says its format; an error where it says that it is something else.
pub(super) fn has_format(fields: &Map<String, Value>, what: &str, format: &str) -> Result<bool, String> {
    match fields.get("format") {
        None => Ok(false),
        Some(found) if found == format => Ok(true),
        Some(other) => Err(format!(
            "The file says that its format is {}; {what} says \"{format}\".",
            shortened(&other.to_string(), 60)
        )),
    }
}

/// What was noticed on the way through a file.
#[derive(Default)]
pub(super) struct Log {
    pub(super) problems: Vec<Problem>,
    /// Names of unknown fields, each told once and not for every entry that has it.
    unknown: BTreeSet<String>,
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

    /// A field that may be missing, empty or not fit; `understand` gives back what does not.
    pub(super) fn take<T>(
        &mut self,
        field: &str,
        expected: &str,
        understand: impl FnOnce(Value) -> Result<T, Value>,
    ) -> Option<T> {
        let value = self.fields.swap_remove(field).filter(|value| !is_blank(value))?;
        understand(value).map_err(|found| self.problem(field, &found, expected)).ok()
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
        self.take(field, "true or false", |value| value.as_bool().ok_or(value)).unwrap_or_default()
    }

    pub(super) fn level(&mut self, field: &str) -> Option<Level> {
        self.whole(field, "a level from 1 to 10", Level::new)
    }

    /// No award on the framework has more than 480 credits; what exceeds 1,000 is a slip.
    pub(super) fn credits(&mut self, field: &str) -> Option<Credits> {
        let credits = |number| u16::try_from(number).ok().filter(|number| (1..=1000).contains(number));
        self.whole(field, "a whole number of credits from 1 to 1,000", |number| credits(number).map(Credits))
    }

    pub(super) fn whole<T>(
        &mut self,
        field: &str,
        expected: &str,
        of: impl FnOnce(i64) -> Option<T>,
    ) -> Option<T> {
        self.take(field, expected, |value| whole_number(&value).and_then(of).ok_or(value))
    }

    pub(super) fn choice<T: Vocabulary>(&mut self, field: &str) -> Option<T> {
        self.take(field, &T::one_of(), |value| value.as_str().and_then(T::parse).ok_or(value))
    }

    /// A list of plain values; those that do not fit are left out and told.
    pub(super) fn several<T>(
        &mut self,
        field: &str,
        expected: &str,
        understand: impl Fn(Value) -> Result<T, Value>,
    ) -> Vec<T> {
        let mut kept = Vec::new();
        for (index, value) in self.list(field).into_iter().enumerate() {
            match understand(value) {
                Ok(item) => kept.push(item),
                Err(found) => self.problem(&format!("{field}[{index}]"), &found, expected),
            }
        }
        kept
    }

    /// A list of objects; those of which `read` can make nothing are left out.
    pub(super) fn each<T>(&mut self, field: &str, mut read: impl FnMut(&mut Fields) -> Option<T>) -> Vec<T> {
        let mut kept = Vec::new();
        for (index, value) in self.list(field).into_iter().enumerate() {
            let place = format!("{field}[{index}]");
            match value {
                Value::Object(inner) => kept.extend(self.inside(&place, field, inner, &mut read)),
                other => self.problem(&place, &other, "an object, { … }"),
            }
        }
        kept
    }

    /// An object within the object.
    pub(super) fn within<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&mut Fields) -> Option<T>,
    ) -> Option<T> {
        let inner = self.take(field, "an object, { … }", |value| match value {
            Value::Object(inner) => Ok(inner),
            other => Err(other),
        })?;
        self.inside(field, field, inner, read)
    }

    fn inside<T>(
        &mut self,
        place: &str,
        sort: &str,
        fields: Map<String, Value>,
        read: impl FnOnce(&mut Fields) -> Option<T>,
    ) -> Option<T> {
        let mut inner = Fields { place: self.at(place), fields, log: &mut *self.log };
        let made = read(&mut inner)?;
        inner.tell_unknown(sort);
        Some(made)
    }

    fn list(&mut self, field: &str) -> Vec<Value> {
        let list = self.take(field, "a list, [ … ]", |value| match value {
            Value::Array(items) => Ok(items),
            other => Err(other),
        });
        list.unwrap_or_default()
    }

    /// Tells what nobody asked for, once for each name in each sort of object.
    pub(super) fn tell_unknown(&mut self, sort: &str) {
        for (field, value) in std::mem::take(&mut self.fields) {
            if self.log.unknown.insert(format!("{sort}.{field}")) {
                self.problem(&shortened(&field, 80), &value, "a field that Waymark knows");
            }
        }
    }
}

fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// A text; codes that other programs write as numbers (`27360`) count as texts too.
fn text(value: Value) -> Result<String, Value> {
    match value {
        Value::String(text) => Ok(text),
        Value::Number(number) if number.is_u64() => Ok(number.to_string()),
        other => Err(other),
    }
}
