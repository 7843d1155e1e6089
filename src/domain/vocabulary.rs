//! Lists of choices: how files spell each, and what it is called on screen. Their words are in
//! `vocabulary.toml`.

use crate::domain::json::FromJson;
use crate::domain::language::{Language, Text};
use crate::domain::text::{are_same, quoted};
use serde_json::Value;

/// The lists of `vocabulary.toml`.
pub(in crate::domain) mod lists {
    use super::{Choice, Choices, Text};

    include!(concat!(env!("OUT_DIR"), "/domain_vocabulary.rs"));
}

/// An entry of a list of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How files spell it.
    pub id: &'static str,
    label: Text,
}

impl Choice {
    /// What it is called on screen.
    pub fn label(&self, language: Language) -> &'static str {
        self.label.in_language(language)
    }
}

/// A list of choices.
#[derive(Clone, Copy, Debug)]
pub struct Choices {
    /// Whether files may have others too.
    pub is_open: bool,
    /// The choices that the form offers, in order.
    pub entries: &'static [Choice],
}

impl Choices {
    /// The choice that files spell so.
    pub fn find(&self, id: &str) -> Option<&'static Choice> {
        self.entries.iter().find(|choice| choice.id == id)
    }

    /// The id of the choice that a value spells, or names in English, as words are compared; its text where
    /// files may have others too.
    pub(super) fn read(&self, value: &Value) -> Option<String> {
        let text = String::from_json(value)?;
        let is_meant =
            |choice: &&Choice| are_same(choice.id, &text) || are_same(choice.label(Language::ENGLISH), &text);
        let id = self.find(&text).or_else(|| self.entries.iter().find(is_meant)).map(|choice| choice.id);
        id.map(str::to_owned).or(self.is_open.then_some(text))
    }

    /// What a draft may have, in words.
    pub(super) fn expected(&self) -> String {
        if self.is_open {
            return String::expected();
        }
        let labels: Vec<&str> = self.entries.iter().map(|choice| choice.label(Language::ENGLISH)).collect();
        format!("one of {}", quoted(&labels))
    }

    /// Whether the list has these ids, in this order.
    pub(super) const fn has_ids(&self, ids: &[&str]) -> bool {
        let (mut left, mut ids) = (self.entries, ids);
        while let ([choice, others @ ..], [id, other_ids @ ..]) = (left, ids) {
            if !is_same(choice.id.as_bytes(), id.as_bytes()) {
                return false;
            }
            (left, ids) = (others, other_ids);
        }
        left.is_empty() && ids.is_empty()
    }
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let (mut one, mut other) = (one, other);
    while let ([first, rest @ ..], [other_first, other_rest @ ..]) = (one, other) {
        if *first != *other_first {
            return false;
        }
        (one, other) = (rest, other_rest);
    }
    one.is_empty() && other.is_empty()
}

/// A list of choices that rules and the register tell apart: an enum.
pub(super) trait Vocabulary: Copy + 'static {
    /// Every entry, in the order of the list.
    const ALL: &'static [Self];

    /// The entry as files spell it.
    fn id(self) -> &'static str;
}

impl<T: Vocabulary> FromJson for T {
    fn expected() -> String {
        let ids: Vec<&str> = Self::ALL.iter().map(|entry| entry.id()).collect();
        format!("one of {}", ids.join(", "))
    }

    fn from_json(value: &Value) -> Option<Self> {
        let id = value.as_str()?.trim();
        Self::ALL.iter().copied().find(|entry| entry.id() == id)
    }
}

/// Gives the entries of enums what their lists call them. The enum and its list have the same entries.
macro_rules! labels {
    ($($name:ident of $list:ident),* $(,)?) => {$(
        const _: () = assert!(
            $crate::domain::vocabulary::lists::$list.has_ids($name::IDS),
            concat!("vocabulary.toml has other entries than ", stringify!($name)),
        );

        impl $name {
            /// What the entry is called on screen.
            pub fn label(self, language: $crate::domain::Language) -> &'static str {
                let choice = $crate::domain::vocabulary::lists::$list.entries.get(self as usize);
                choice.map_or(self.id(), |choice| choice.label(language))
            }
        }
    )*};
}

/// Declares the enums of lists that files are read for: each names its list, and how files spell each entry.
macro_rules! vocabulary {
    ($($(#[$about:meta])* $name:ident of $list:ident { $($entries:tt)* })*) => {$(
        $crate::domain::spelled::spelled! {
            $(#[$about])*
            #[allow(missing_docs, reason = "each entry's label says what it is")]
            $name { $($entries)* }
        }

        $crate::domain::vocabulary::labels!($name of $list);

        impl $crate::domain::vocabulary::Vocabulary for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn id(self) -> &'static str {
                self.id()
            }
        }
    )*};
}

pub(super) use {labels, vocabulary};
