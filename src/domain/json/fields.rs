//! JSON objects taken apart field by field: what fits is kept, what does not is reported.

use super::{Code, FromJson, LOST, NOTHING_LOST, Unit, field_kept_beside, is_blank, whole_number_of};
use crate::domain::Problem;
use crate::domain::day::{Day, of_moment};
use crate::domain::measure::{Credits, Level};
use crate::domain::parts::{at_once, no_pause};
use crate::domain::text::shortened;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What was noticed on the way through a file.
#[derive(Default)]
pub(in crate::domain) struct Log {
    pub(in crate::domain) problems: Vec<Problem>,
    /// Names of unknown fields, each reported once and not for every entry that has it.
    unknown: BTreeSet<String>,
}

/// One JSON object. Every read takes its field out, so that what is left in the end is unknown.
pub(in crate::domain) struct Fields<'a> {
    place: String,
    fields: Map<String, Value>,
    log: &'a mut Log,
}

impl<'a> Fields<'a> {
    pub(in crate::domain) fn new(fields: Map<String, Value>, log: &'a mut Log) -> Self {
        Self { place: String::new(), fields, log }
    }

    fn at(&self, field: &str) -> String {
        if self.place.is_empty() { field.to_owned() } else { format!("{}.{field}", self.place) }
    }

    /// Reports a value that does not fit its field.
    pub(in crate::domain) fn report(&mut self, field: &str, found: &Value, expected: &str) {
        let at = self.at(field);
        self.log.problems.push(Problem::new(at, found, expected));
    }

    /// Reports a field that is missing or empty.
    pub(in crate::domain) fn require(&mut self, field: &str, expected: &str) {
        let is_empty = |value: &Value| is_blank(value) || value.as_array().is_some_and(Vec::is_empty);
        if self.fields.get(field).is_none_or(is_empty) {
            self.log.problems.push(Problem::missing(self.at(field), expected));
        }
    }

    /// What was reported last.
    pub(in crate::domain) fn last_problem(&self) -> Option<Problem> {
        self.log.problems.last().cloned()
    }

    /// Whether there is something in a field that is not read yet.
    pub(in crate::domain) fn has(&self, field: &str) -> bool {
        self.fields.get(field).is_some_and(|value| !is_blank(value))
    }

    /// A field's value as the file has it, which is still to be read.
    pub(in crate::domain) fn as_found(&self, field: &str) -> Option<&Value> {
        self.fields.get(field)
    }

    /// All fields that are still to be read, as the file has them.
    pub(in crate::domain) fn all_as_found(&self) -> &Map<String, Value> {
        &self.fields
    }

    /// A field's value as the file has it, of whatever type.
    pub(in crate::domain) fn take(&mut self, field: &str) -> Option<Value> {
        self.value(field)
    }

    /// Leaves out what was not read and is nothing to report: it is there for other readers.
    pub(in crate::domain) fn forget_rest(&mut self) {
        self.fields.clear();
    }

    /// How many items the list in a field has.
    pub(in crate::domain) fn number_of(&self, field: &str) -> usize {
        self.as_found(field).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// A field's value, unless it is missing or empty.
    fn value(&mut self, field: &str) -> Option<Value> {
        let value = self.fields.swap_remove(field).filter(|value| !is_blank(value))?;
        self.report_lost_characters(field, &value);
        Some(value)
    }

    fn report_lost_characters(&mut self, field: &str, value: &Value) {
        match value {
            Value::String(text) if text.contains(LOST) => self.report(field, value, NOTHING_LOST),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.report_lost_characters(&format!("{field}[{index}]"), item);
                }
            }
            _ => {}
        }
    }

    /// A field that may be missing, empty or not fit its type.
    fn typed<T: FromJson>(&mut self, field: &str) -> Option<T> {
        self.read(field, &T::expected(), T::from_json)
    }

    /// A field that may be missing, empty or not fit.
    pub(in crate::domain) fn read<T>(
        &mut self,
        field: &str,
        expected: &str,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(field)?;
        let read = read(&value);
        if read.is_none() {
            self.report(field, &value, expected);
        }
        read
    }

    pub(in crate::domain) fn text(&mut self, field: &str) -> Option<String> {
        self.read(field, "a text", text)
    }

    /// A text without which the object is of no use.
    pub(in crate::domain) fn required_text(&mut self, field: &str, expected: &str) -> Option<String> {
        self.require(field, expected);
        self.read(field, expected, text)
    }

    /// The text by which the object is known, also in the problems that follow.
    pub(in crate::domain) fn name(&mut self, field: &str) -> Option<String> {
        let name = self.required_text(field, "a text of its own")?;
        self.place = format!("{} {}", self.place, shortened(&name, 80));
        Some(name)
    }

    pub(in crate::domain) fn texts(&mut self, field: &str) -> Vec<String> {
        self.list(field, "a text", text)
    }

    pub(in crate::domain) fn flag(&mut self, field: &str) -> bool {
        self.typed(field).unwrap_or_default()
    }

    pub(in crate::domain) fn level(&mut self, field: &str) -> Option<Level> {
        self.typed(field)
    }

    pub(in crate::domain) fn day(&mut self, field: &str) -> Option<Day> {
        self.typed(field)
    }

    /// No award on the framework has more than 480 credits; what exceeds 1,000 is a slip.
    pub(in crate::domain) fn credits(&mut self, field: &str) -> Option<Credits> {
        self.read(field, "a whole number of credits from 1 to 1,000", |value| {
            let number = u16::try_from(whole_number_of(Unit::Credits, value)?).ok()?;
            (1..=1000).contains(&number).then_some(Credits(number))
        })
    }

    /// A day, or the moment of a badge, whose day is New Zealand’s.
    pub(in crate::domain) fn day_of_moment(&mut self, field: &str) -> Option<Day> {
        self.read(field, &Day::expected(), |value| of_moment(value.as_str()?.trim()))
    }

    pub(in crate::domain) fn choices<T: FromJson>(&mut self, field: &str) -> Vec<T> {
        self.list(field, &T::expected(), T::from_json)
    }

    pub(in crate::domain) fn choice<T: FromJson>(&mut self, field: &str) -> Option<T> {
        self.typed(field)
    }

    /// A list of plain values; those that do not fit are left out and reported.
    pub(in crate::domain) fn list<T>(
        &mut self,
        field: &str,
        expected: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Vec<T> {
        let mut kept = Vec::new();
        for (index, value) in self.items(field).iter().enumerate() {
            match read(value) {
                Some(item) => kept.push(item),
                None => self.report(&format!("{field}[{index}]"), value, expected),
            }
        }
        kept
    }

    /// A list of objects; those that `read` gives none for are left out.
    pub(in crate::domain) fn objects<T>(
        &mut self,
        field: &str,
        read: impl FnMut(&mut Fields) -> Option<T>,
    ) -> Vec<T> {
        at_once(self.objects_in_parts(field, &no_pause, read))
    }

    /// [`Fields::objects`], with a pause after each.
    pub(in crate::domain) async fn objects_in_parts<T>(
        &mut self,
        field: &str,
        pause: &impl AsyncFn(),
        mut read: impl FnMut(&mut Fields) -> Option<T>,
    ) -> Vec<T> {
        let mut kept = Vec::new();
        for (index, item) in self.items(field).into_iter().enumerate() {
            kept.extend(self.inner(&format!("{field}[{index}]"), field, item, &mut read));
            pause().await;
        }
        kept
    }

    /// Makes the items of a list fields of their own, `goals[0]`, and gives their names.
    pub(in crate::domain) fn spread(&mut self, field: &str) -> Vec<String> {
        let items = self.items(field).into_iter().enumerate();
        let items: Vec<(String, Value)> =
            items.map(|(index, item)| (format!("{field}[{index}]"), item)).collect();
        let names = items.iter().map(|(name, _)| name.clone()).collect();
        self.fields.extend(items);
        names
    }

    /// An object within the object.
    pub(in crate::domain) fn object<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&mut Fields) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(field)?;
        self.inner(field, field, value, read)
    }

    fn inner<T>(
        &mut self,
        place: &str,
        kind: &str,
        value: Value,
        read: impl FnOnce(&mut Fields) -> Option<T>,
    ) -> Option<T> {
        let Value::Object(fields) = value else {
            self.report(place, &value, "an object, { … }");
            return None;
        };
        let mut inner = Fields { place: self.at(place), fields, log: &mut *self.log };
        let made = read(&mut inner)?;
        inner.report_unknown(kind);
        Some(made)
    }

    fn items(&mut self, field: &str) -> Vec<Value> {
        match self.value(field) {
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.report(field, &other, "a list, [ … ]");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Reports the fields that were not read, a name once for each kind of object.
    pub(in crate::domain) fn report_unknown(&mut self, kind: &str) {
        for (field, value) in std::mem::take(&mut self.fields) {
            if let Some(field) = field_kept_beside(&field) {
                self.report(&shortened(field, 80), &value, "the only value: it is not used");
            } else if self.log.unknown.insert(format!("{kind}.{field}")) {
                self.report(&shortened(&field, 80), &value, "a field that Waymark knows");
            }
        }
    }
}

/// A text; codes that other programs write as numbers (`27360`) count as texts too.
fn text(value: &Value) -> Option<String> {
    String::from_json(value).or_else(|| Code::from_json(value).map(Code::into_text))
}
