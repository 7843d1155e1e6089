//! How a value of a draft becomes a typed one, or a problem with its place.

use crate::domain::Problem;
use crate::domain::draft::Draft;
use crate::domain::measure::{Credits, Dollars, Level, number_text, whole_number};
use crate::domain::vocabulary::{Spelled, Vocabulary, one_of, place_of};
use serde_json::Value;

/// A field of the application.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry<T> {
    /// The draft does not say.
    Missing,
    /// The draft says something that cannot be understood.
    Unclear(Unclear),
    /// The draft says this.
    Given(T),
}

/// Something in a draft that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// What stands there, shortened.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// Whether it is a number all the same, such as level 11: wrong, but plainly meant.
    pub is_number: bool,
}

impl<T> Entry<T> {
    /// The value, where it is given.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// The value, where it is given.
    pub fn into_given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// The same entry with another type.
    pub fn map<U>(self, with: impl FnOnce(T) -> U) -> Entry<U> {
        match self {
            Self::Missing => Entry::Missing,
            Self::Unclear(unclear) => Entry::Unclear(unclear),
            Self::Given(value) => Entry::Given(with(value)),
        }
    }
}

impl<T> Entry<Vec<T>> {
    /// The entries of a list; none where it is missing or unclear.
    pub fn items(&self) -> &[T] {
        self.given().map_or(&[], Vec::as_slice)
    }
}

/// Reads the fields of one draft and collects what it cannot understand.
pub(super) struct Reader<'a> {
    draft: &'a Draft,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(draft: &'a Draft) -> Self {
        Self { draft, problems: Vec::new() }
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    fn read<T>(
        &mut self,
        path: &str,
        expected: &str,
        understand: impl FnOnce(&Value) -> Option<T>,
    ) -> Entry<T> {
        let Some(value) = self.stated(path) else { return Entry::Missing };
        match understand(value) {
            Some(understood) => Entry::Given(understood),
            None => Entry::Unclear(self.unclear(path, value, expected)),
        }
    }

    /// What stands at a path, unless it is nothing or blank.
    fn stated(&self, path: &str) -> Option<&'a Value> {
        self.draft.get(path).filter(|value| match value {
            Value::Null => false,
            Value::String(text) => !text.trim().is_empty(),
            _ => true,
        })
    }

    fn unclear(&mut self, path: &str, value: &Value, expected: &str) -> Unclear {
        let problem = Problem::new(path, value, expected);
        let (found, expected) = (problem.found.clone(), problem.expected.clone());
        self.problems.push(problem);
        Unclear { found, expected, is_number: is_number(value) }
    }

    pub(super) fn text(&mut self, path: &str) -> Entry<String> {
        self.read(path, "a text", |value| value.as_str().map(|text| text.trim().to_owned()))
    }

    /// A text in an entry's field, or the entry itself where it is a plain text.
    pub(super) fn text_or_plain(&mut self, entry: &str, field: &str) -> Entry<String> {
        if self.draft.get(entry).is_some_and(Value::is_string) {
            return self.text(entry);
        }
        self.text(&below(entry, field))
    }

    /// A text that other programs may have written as a number: `27360` or `"27360"`.
    pub(super) fn code(&mut self, path: &str) -> Entry<String> {
        self.read(path, "a code", |value| match value {
            Value::String(text) => Some(text.trim().to_owned()),
            Value::Number(number) if number.is_u64() => Some(number.as_str().to_owned()),
            _ => None,
        })
    }

    pub(super) fn whole(&mut self, path: &str) -> Entry<u32> {
        self.read(path, "a whole number, 0 or more", |value| u32::try_from(whole_number(value)?).ok())
    }

    pub(super) fn credits(&mut self, path: &str) -> Entry<Credits> {
        self.read(path, "a whole number of credits", |value| {
            u16::try_from(whole_number(value)?).ok().map(Credits)
        })
    }

    pub(super) fn level(&mut self, path: &str) -> Entry<Level> {
        self.read(path, "a level from 1 to 10", |value| Level::new(whole_number(value)?))
    }

    pub(super) fn dollars(&mut self, path: &str) -> Entry<Dollars> {
        self.read(path, "an amount in dollars", |value| Dollars::parse(&number_text(value)?))
    }

    pub(super) fn yes_no(&mut self, path: &str) -> Entry<bool> {
        self.read(path, "true or false", Value::as_bool)
    }

    pub(super) fn choice<T: Vocabulary>(&mut self, path: &str) -> Entry<T> {
        match self.place_in(path, T::CHOICES).map(|place| T::ALL.get(place)) {
            Entry::Given(Some(entry)) => Entry::Given(*entry),
            Entry::Unclear(unclear) => Entry::Unclear(unclear),
            _ => Entry::Missing,
        }
    }

    /// Where in a fixed list the entry stands that the draft names.
    fn place_in(&mut self, path: &str, choices: &[Spelled]) -> Entry<usize> {
        self.read(path, &one_of(choices), |value| place_of(value.as_str()?.trim(), choices))
    }

    pub(super) fn choices<T: Vocabulary>(&mut self, path: &str) -> Entry<Vec<T>> {
        self.list_of(path, &|reader, at| reader.choice(at))
    }

    pub(super) fn texts(&mut self, path: &str) -> Entry<Vec<String>> {
        self.list_of(path, &|reader, at| reader.code(at))
    }

    /// A list; entries that cannot be understood are left out and told as problems. A list of
    /// which nothing could be understood is itself unclear, and not an empty one.
    fn list_of<T>(&mut self, path: &str, entry: &dyn Fn(&mut Self, &str) -> Entry<T>) -> Entry<Vec<T>> {
        let entries = match self.list(path, entry) {
            Entry::Given(entries) => entries,
            nothing => return nothing.map(|_| Vec::new()),
        };
        let (mut understood, mut first_unclear) = (Vec::new(), None);
        for entry in entries {
            match entry {
                Entry::Given(value) => understood.push(value),
                Entry::Unclear(unclear) => first_unclear = first_unclear.or(Some(unclear)),
                Entry::Missing => {}
            }
        }
        match first_unclear {
            Some(unclear) if understood.is_empty() => Entry::Unclear(unclear),
            _ => Entry::Given(understood),
        }
    }

    /// A list, each entry read by `entry`, which is given the entry's path.
    pub(super) fn list<T>(&mut self, path: &str, entry: impl Fn(&mut Self, &str) -> T) -> Entry<Vec<T>> {
        self.paths(path).map(|paths| paths.iter().map(|path| entry(self, path)).collect())
    }

    /// The paths of a list's entries.
    fn paths(&mut self, path: &str) -> Entry<Vec<String>> {
        let count = self.read(path, "a list", |value| value.as_array().map(Vec::len));
        count.map(|count| (0..count).map(|index| below(path, &index.to_string())).collect())
    }
}

/// The path of a field within an entry.
pub(super) fn below(path: &str, field: &str) -> String {
    format!("{path}.{field}")
}

/// Whether a value is a number, whole or not, or a text that is one.
fn is_number(value: &Value) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    value.is_number()
        || number_text(value).is_some_and(|text| {
            let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
            is_digits(whole.strip_prefix('-').unwrap_or(whole)) && is_digits(part)
        })
}
