//! Reading the fields of a draft as types.

use crate::domain::draft::{Draft, fields};
use crate::domain::json::{self, FromJson};
use serde_json::Value;

/// A field of the application.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry<T> {
    /// The draft has nothing there.
    Missing,
    /// The draft has something there that cannot be understood.
    Unclear(Unclear),
    /// The draft has this.
    Given(T),
}

/// Something in a draft that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// What is there, shortened.
    pub found: String,
    /// What should be there.
    pub expected: String,
    /// Whether it is a number all the same, such as level 11: wrong, but clear.
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

/// The entry for a value of a draft.
fn entry<'a, T>(
    value: Option<&'a Value>,
    expected: &str,
    read: impl FnOnce(&'a Value) -> Option<T>,
) -> Entry<T> {
    match value.filter(|value| !json::is_blank(value)) {
        None => Entry::Missing,
        Some(value) => read(value).map_or_else(
            || {
                Entry::Unclear(Unclear {
                    found: json::quoted(value),
                    expected: expected.to_owned(),
                    is_number: json::is_number(value),
                })
            },
            Entry::Given,
        ),
    }
}

/// The fields of a draft, or of one entry of a list in it.
pub(super) struct Reader<'a> {
    draft: &'a Draft,
    path: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(draft: &'a Draft) -> Self {
        Self { draft, path: String::new() }
    }

    fn at(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }

    /// A field, as the type that its place in the application asks for.
    pub(super) fn field<T: FromJson>(&self, field: &str) -> Entry<T> {
        let path = self.at(field);
        debug_assert_eq!(fields::expected(&path), Some(T::expected()), "the catalogue's kind of {path}");
        entry(self.draft.get(&path), &T::expected(), T::from_json)
    }

    /// A list of values. Those that cannot be understood are left out; where none can, the list is
    /// unclear, and not an empty one.
    pub(super) fn list<T: FromJson>(&self, field: &str) -> Entry<Vec<T>> {
        let path = self.at(field);
        debug_assert_eq!(
            fields::expected(&path),
            Some("a list".to_owned()),
            "the catalogue's kind of {path}"
        );
        let items = match entry(self.draft.get(&path), "a list", Value::as_array) {
            Entry::Given(items) => items,
            Entry::Missing => return Entry::Missing,
            Entry::Unclear(unclear) => return Entry::Unclear(unclear),
        };
        let entries = items.iter().map(|item| entry(Some(item), &T::expected(), T::from_json));
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

    /// A list of entries that have fields of their own.
    pub(super) fn entries<T>(&self, field: &str, read: impl Fn(&Self) -> T) -> Entry<Vec<T>> {
        let path = self.at(field);
        let count = entry(self.draft.get(&path), "a list", |value| value.as_array().map(Vec::len));
        count.map(|count| {
            let entries = (0..count).map(|index| Self { draft: self.draft, path: format!("{path}.{index}") });
            entries.map(|entry| read(&entry)).collect()
        })
    }
}
