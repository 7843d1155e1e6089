//! The types that a JSON value can be read as.

use super::numbers::{Unit, number_text, whole_number, whole_number_of};
use crate::domain::day::{self, Day};
use crate::domain::measure::{Credits, Dollars, Level, NotionalHours};
use crate::domain::text;
use serde_json::Value;

/// A type that a JSON value can be read as.
pub(in crate::domain) trait FromJson: Sized {
    /// What a value should be, in words that can follow "expected" and "is not".
    fn expected() -> String;

    /// The value as this type, where it fits.
    fn from_json(value: &Value) -> Option<Self>;
}

impl FromJson for String {
    fn expected() -> String {
        "a text".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        value.as_str().map(|text| text.trim().to_owned())
    }
}

/// A text that other programs may write as a number: `"27360"` or `27360`. Signs that show nothing are no
/// part of it, so that two codes which look the same are the same.
pub(in crate::domain) struct Code(String);

impl Code {
    pub(in crate::domain) fn into_text(self) -> String {
        self.0
    }
}

impl FromJson for Code {
    fn expected() -> String {
        "a code".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        if value.is_number() {
            return whole_number(value).filter(|code| *code >= 0).map(|code| Self(code.to_string()));
        }
        value.as_str().map(|code| Self(text::plain(code).trim().to_owned()))
    }
}

impl FromJson for bool {
    fn expected() -> String {
        "true or false".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl FromJson for u32 {
    fn expected() -> String {
        "a whole number, 0 or more".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        Self::try_from(whole_number(value)?).ok()
    }
}

impl FromJson for NotionalHours {
    fn expected() -> String {
        u32::expected()
    }

    fn from_json(value: &Value) -> Option<Self> {
        u32::try_from(whole_number_of(Unit::Hours, value)?).ok().map(Self)
    }
}

impl FromJson for Credits {
    fn expected() -> String {
        "a whole number of credits, 0 or more".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        u16::try_from(whole_number_of(Unit::Credits, value)?).ok().map(Self)
    }
}

impl FromJson for Level {
    fn expected() -> String {
        "a level from 1 to 10".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        Self::new(whole_number_of(Unit::Level, value)?)
    }
}

impl FromJson for Dollars {
    fn expected() -> String {
        "an amount in dollars".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        Self::parse(&number_text(Unit::Dollars, value)?)
    }
}

impl FromJson for Day {
    fn expected() -> String {
        "a day written like 2026-11-21".to_owned()
    }

    fn from_json(value: &Value) -> Option<Self> {
        day::parse(value.as_str()?.trim())
    }
}
