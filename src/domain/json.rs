//! JSON from outside: read once, with what is odd about it kept for the reports.

mod fields;
mod from_json;
mod in_parts;
mod numbers;

pub(super) use fields::{Fields, Log};
pub(super) use from_json::{Code, FromJson};
pub(super) use in_parts::object_in_parts;
pub use numbers::Unit;
pub(super) use numbers::{Decimal, whole_number, whole_number_of};

use crate::domain::ReadError;
use crate::domain::text::shortened;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// The sign in a text where a character was lost.
pub(super) const LOST: char = char::REPLACEMENT_CHARACTER;
/// What should be in place of a text with [`LOST`] in it.
pub(super) const NOTHING_LOST: &str = "a text without the sign �, which stands for a lost character";
/// The end of the name under which a value is kept that another has taken the place of.
const AS_FOUND: &str = "_as_found";

/// The one object that a text holds.
pub(super) fn object(text: &str) -> Result<Map<String, Value>, ReadError> {
    match serde_json::from_str(&cleaned(text)) {
        Ok(Json(Value::Object(fields))) => Ok(fields),
        Ok(_) => Err(ReadError::NotAnObject),
        Err(error) => Err(ReadError::NotJson { line: error.line(), column: error.column() }),
    }
}

/// Whether a file says its format; an error where it says another than the one expected.
pub(super) fn has_format(fields: &Map<String, Value>, expected: &'static str) -> Result<bool, ReadError> {
    let Some(format) = fields.get("format") else { return Ok(false) };
    if format == expected {
        return Ok(true);
    }
    let found = quoted(format);
    if format.as_str().is_some_and(|format| is_newer(format, expected)) {
        return Err(ReadError::NewerVersion { found, expected });
    }
    Err(ReadError::OtherFormat { found, expected })
}

/// Whether a format is a later one of the same name: `waymark.draft/2` after `waymark.draft/1`.
fn is_newer(format: &str, known: &str) -> bool {
    let version = |format: &str| format.rsplit_once('/')?.1.parse::<u32>().ok();
    let name = |format: &str| format.rsplit_once('/').map(|(name, _)| name.to_owned());
    name(format) == name(known) && version(format) > version(known)
}

/// The number that a text holds, as it is written.
pub(super) fn number(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().map(Value::Number)
}

/// A value as JSON writes it.
pub(super) fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Whether there is nothing in a value: it is null, or a text of white space.
pub(super) fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// A value as a message quotes it, shortened.
pub(super) fn quoted(value: &Value) -> String {
    match value {
        Value::String(text) => format!("“{}”", shortened(text.trim(), 60)),
        other => shortened(&written(other), 60),
    }
}

/// Keeps values of a field beside its own: `credits_as_found`, `credits_as_found_2` …
pub(super) fn keep_beside(
    fields: &mut Map<String, Value>,
    field: &str,
    values: impl IntoIterator<Item = Value>,
) {
    let mut names = (1..).map(|number| match number {
        1 => format!("{field}{AS_FOUND}"),
        _ => format!("{field}{AS_FOUND}_{number}"),
    });
    for value in values {
        if let Some(name) = names.find(|name| !fields.contains_key(name)) {
            fields.insert(name, value);
        }
    }
}

/// The field beside which [`keep_beside`] has kept the value of this name.
pub(super) fn field_kept_beside(name: &str) -> Option<&str> {
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let kept = if stem.len() < name.len() { stem.strip_suffix('_')? } else { name };
    let field = kept.strip_suffix(AS_FOUND)?;
    (!field.is_empty()).then_some(field)
}

/// A JSON value. Where a file gives a field twice, the last value counts and the others are kept
/// beside it; serde_json's own `Value` would drop them.
struct Json(Value);

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json(Value::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json(Value::Bool(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json(Value::from(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json(Value::from(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json(Value::from(value)))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Json, E> {
        Ok(Json(Value::from(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(Json(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Json(Value::Array(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Map::new();
        let mut earlier: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        while let Some((name, Json(value))) = entries.next_entry::<String, Json>()? {
            match fields.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(value);
                }
                Entry::Occupied(mut entry) => {
                    earlier.entry(entry.key().clone()).or_default().push(entry.insert(value));
                }
            }
        }
        for (name, values) in earlier {
            keep_beside(&mut fields, &name, values);
        }
        // serde_json hands over a number that is no plain integer as a map, to keep how it is written.
        let object = Value::Object(fields);
        Ok(Json(Number::deserialize(&object).map_or(object, Value::Number)))
    }
}

/// A text without the signs for which it would not be read: a mark at its start, halves of characters.
fn cleaned(text: &str) -> Cow<'_, str> {
    without_lone_surrogates(text.trim_start_matches('\u{feff}'))
}

/// The text with `\ufffd` in place of each escape that is half a character, such as `\ud83d` without
/// its other half: one such sign must not make the whole file unreadable.
fn without_lone_surrogates(text: &str) -> Cow<'_, str> {
    let (mut mended, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += next;
        let unit = |at| u16::from_str_radix(text.get(at..at + 6)?.strip_prefix("\\u")?, 16).ok();
        at += match (unit(at), unit(at + 6)) {
            (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => 12,
            (Some(0xd800..0xe000), _) => {
                mended.push_str(text.get(copied..at).unwrap_or_default());
                mended.push_str("\\ufffd");
                copied = at + 6;
                6
            }
            (Some(_), _) => 6,
            (None, _) => 2,
        };
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    mended.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Value> {
        serde_json::from_str(&without_lone_surrogates(text)).ok().map(|Json(value)| value)
    }

    fn rewritten(text: &str) -> Option<String> {
        read(text).as_ref().map(written)
    }

    #[test]
    fn values_stay_as_they_are_written() {
        for text in [
            "null",
            "true",
            "-0",
            "1.50",
            "1e+9",
            "-0.1e-7",
            "99999999999999999999999",
            "1e+999",
            r#"{"b":[1,{}],"a":{"c":"ā"},"one":"text"}"#,
        ] {
            assert_eq!(rewritten(text).as_deref(), Some(text));
        }
        assert_eq!(rewritten("3E1").as_deref(), Some("3e+1"), "serde_json spells exponents in one way");
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in
            ["", "nul", "01", "1.", "[1,]", "{a:1}", r#"{"a":1,}"#, "1 2", "\"", "\"\n\"", r#""\u12""#]
        {
            assert_eq!(read(text), None, "{text}");
        }
        for depth in [128, 100_000] {
            assert_eq!(read(&("[".repeat(depth) + &"]".repeat(depth))), None, "{depth}");
        }
    }

    #[test]
    fn the_place_of_a_fault_is_named() {
        for (text, line, column) in
            [("", 1, 0), ("{\n  \"credentials\": [,]\n}", 2, 19), ("\u{feff}{\"a\" 1}", 1, 6)]
        {
            assert_eq!(object(text), Err(ReadError::NotJson { line, column }), "{text}");
        }
        assert_eq!(object("[]"), Err(ReadError::NotAnObject));
    }

    #[test]
    fn only_a_later_number_of_the_same_name_is_a_newer_format() {
        let known = "waymark.draft/1";
        for (format, is_newer) in [
            ("waymark.draft/2", true),
            ("waymark.draft/10", true),
            ("waymark.draft/0", false),
            ("waymark.draft/1.1", false),
            ("waymark.draft/new", false),
            ("waymark.draft", false),
            ("waymark.register/2", false),
            ("", false),
        ] {
            assert_eq!(super::is_newer(format, known), is_newer, "{format}");
        }
    }

    #[test]
    fn the_last_of_several_values_counts_and_the_others_are_kept() {
        for (text, read) in [
            (r#"{"a":1,"b":2,"a":3}"#, r#"{"a":3,"b":2,"a_as_found":1}"#),
            (r#"{"a":1,"a":2,"a":3}"#, r#"{"a":3,"a_as_found":1,"a_as_found_2":2}"#),
            (r#"{"a":1,"a":2,"a_as_found":3}"#, r#"{"a":2,"a_as_found":3,"a_as_found_2":1}"#),
            (r#"[{"a":{"b":1,"b":[]}}]"#, r#"[{"a":{"b":[],"b_as_found":1}}]"#),
        ] {
            assert_eq!(rewritten(text).as_deref(), Some(read), "{text}");
        }
        let many = format!("{{{}\"a\":0}}", r#""a":1,"#.repeat(20_000));
        assert_eq!(read(&many).and_then(|value| value.as_object().map(Map::len)), Some(20_001));
    }

    #[test]
    fn a_kept_value_names_its_field() {
        for (name, field) in [
            ("credits_as_found", Some("credits")),
            ("credits_as_found_2", Some("credits")),
            ("a_as_found_as_found", Some("a_as_found")),
            ("_as_found", None),
            ("credits_as_found_x", None),
            ("credits_as_found_", None),
            ("credits", None),
        ] {
            assert_eq!(field_kept_beside(name), field, "{name}");
        }
    }

    #[test]
    fn half_a_character_becomes_the_replacement_sign() {
        for (text, read) in [
            (r#""B \ud83d""#, "\"B \u{fffd}\""),
            (r#""\ude00!""#, "\"\u{fffd}!\""),
            (r#""\ude00\ud83d""#, "\"\u{fffd}\u{fffd}\""),
            (r#""\ud83d\ud83d\ude00""#, "\"\u{fffd}😀\""),
            (r#""\uD83D\uDE00 \ud83dx\u0041""#, "\"😀 \u{fffd}xA\""),
            (r#"{"\ud83d":1}"#, "{\"\u{fffd}\":1}"),
            (r#""C:\\ud83d""#, r#""C:\\ud83d""#),
            (r#""\\\ud83d\\""#, "\"\\\\\u{fffd}\\\\\""),
        ] {
            assert_eq!(rewritten(text).as_deref(), Some(read), "{text}");
        }
        for broken in [r#""\u+d83""#, "\"\\ā\"", "\"\\", r#""\ud8"#] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
