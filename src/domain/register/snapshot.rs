//! The text of a snapshot, understood as far as it can be.

use super::{Credential, Provider, Qualification, Register, Searchable, Stack, Stamp, Standard};
use crate::domain::json::{self, Fields, Log};
use crate::domain::keyed::Keyed;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt;

/// The name and number of the snapshot format.
pub const FORMAT: &str = "waymark.register/1";

/// Why a text is no snapshot at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotASnapshot(
    /// What is wrong, and where.
    pub String,
);

impl fmt::Display for NotASnapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Register {
    /// Reads a snapshot. An entry with faults is read as far as it can be understood; what was left
    /// out is told in [`Register::problems`].
    ///
    /// # Errors
    /// The text is not JSON, not one object, says that it is something else, or lists no
    /// credentials.
    pub fn read(text: &str) -> Result<Self, NotASnapshot> {
        let top = json::object(text, "A snapshot").map_err(NotASnapshot)?;
        json::has_format(&top, "a snapshot", FORMAT).map_err(NotASnapshot)?;
        if !top.get("credentials").is_some_and(Value::is_array) {
            return Err(NotASnapshot(
                "A snapshot has a list named credentials; this file has none.".to_owned(),
            ));
        }
        let mut log = Log::default();
        let mut top = Fields::new(top, &mut log);
        top.needed("format", FORMAT);
        let stamp = Stamp {
            as_at: top.needed("as_at", "the day that the snapshot describes").unwrap_or_default(),
            sha256: hexadecimal(&Sha256::digest(text.as_bytes())),
        };
        let mut places = Keyed::default();
        let credentials = top.each("credentials", |entry| {
            let credential = Credential::read(entry)?;
            claim(&mut places, entry, "key", &credential.key).then_some(credential)
        });
        let qualifications = top.each("qualifications", |entry| {
            let qualification = Qualification::read(entry)?;
            claim(&mut places, entry, "key", &qualification.key).then_some(qualification)
        });
        let knows = |key: &str| places.get(key).is_some();
        let mut ids = Keyed::default();
        let stacks = top.each("stacks", |entry| {
            let stack = Stack::read(entry, &knows)?;
            claim(&mut ids, entry, "id", &stack.id).then_some(stack)
        });
        let register = Self {
            stamp,
            source: top.text("source").unwrap_or_default(),
            licence: top.text("licence").unwrap_or_default(),
            notes: top.texts("notes"),
            providers: top.each("providers", Provider::read),
            searchable: credentials.iter().map(Searchable::of).collect(),
            credentials,
            qualifications,
            stacks,
            standards: top.each("standards", Standard::read),
            places,
            problems: Vec::new(),
        };
        top.tell_unknown("snapshot");
        Ok(Self { problems: log.problems, ..register })
    }
}

/// Takes a key for an entry, with the next number; where an earlier entry has the key, says so.
fn claim(taken: &mut Keyed<usize>, entry: &mut Fields, field: &str, key: &str) -> bool {
    let is_free = taken.add(key, taken.len());
    if !is_free {
        let expected = "a key that no earlier entry has; this entry is left out";
        entry.problem(field, &Value::from(key), expected);
    }
    is_free
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    let mut text = String::new();
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Register {
        Register::read(text).unwrap()
    }

    fn told(register: &Register) -> Vec<String> {
        register.problems().iter().map(|problem| format!("{}: {}", problem.at, problem.found)).collect()
    }

    #[test]
    fn what_is_no_snapshot_is_refused_by_name() {
        for (text, says) in [
            ("", "line 1 column 0"),
            ("{\n  \"credentials\": [,]\n}", "line 2 column 19"),
            ("[]", "one JSON object"),
            (r#"{"format":"waymark.draft/1","credentials":[]}"#, "waymark.draft/1"),
            (r#"{"format":"waymark.register/1"}"#, "credentials"),
            (r#"{"format":"waymark.register/1","credentials":{}}"#, "credentials"),
        ] {
            let NotASnapshot(message) = Register::read(text).unwrap_err();
            assert!(message.contains(says), "{text}: {message}");
        }
        assert!(Register::read(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn faulty_fields_are_left_out_and_told_where() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"2026-01-01","credentials":[
                {"key":"a","title":"A","level":11,"credits":65536,"subject":"Magic","source":"s"},
                {"key":"b","title":"B","level":"3","credits":15.0,"standards":[27360,["x"]],"source":"s"},
                {"key":"a","title":"Another A","source":"s"},
                {"title":"Nameless","source":"s"}, {"key":"c","source":"s"}, 7]}"#,
        );
        assert_eq!(
            told(&register),
            [
                "credentials[0] a.subject: “Magic”",
                "credentials[0] a.level: 11",
                "credentials[0] a.credits: 65536",
                "credentials[1] b.standards[1]: [\"x\"]",
                "credentials[2] a.key: “a”",
                "credentials[3].key: nothing",
                "credentials[4] c.title: nothing",
                "credentials[5]: 7",
            ]
        );
        assert_eq!(register.credentials().len(), 2);
        assert_eq!(register.credential("a").unwrap().title, "A");
        let b = register.credential("b").unwrap();
        assert_eq!((b.level.unwrap().get(), b.credits.unwrap().0), (3, 15));
        assert_eq!(b.standards, ["27360"]);
    }

    #[test]
    fn an_unknown_field_is_told_once_for_all_entries() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"x","colour":1,"credentials":[
                {"key":"a","title":"A","source":"s","mood":1},{"key":"b","title":"B","source":"s","mood":2}]}"#,
        );
        assert_eq!(told(&register), ["credentials[0] a.mood: 1", "colour: 1"]);
    }

    #[test]
    fn a_stack_loses_a_key_that_nobody_has() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[{"key":"a","title":"A","source":"s"}],
                "qualifications":[{"key":"a","title":"taken","source":"s"},{"key":"q","title":"Q","source":"s"}],
                "stacks":[{"id":"s1","kind":"full_stack","source":"s","to":{"title":"Q","key":"q"},
                           "from":[{"title":"A","key":"a"},{"title":"B","key":"b"}]},
                          {"id":"s2","kind":"heap","source":"s","to":{"title":"Q"},"from":[{"title":"A"}]}]}"#,
        );
        assert_eq!(
            told(&register),
            ["qualifications[0] a.key: “a”", "stacks[0] s1.from[1].key: “b”", "stacks[1] s2.kind: “heap”",]
        );
        let stack = register.stacks_from("a").next().unwrap();
        assert_eq!(stack.parts[1].key, None);
        assert_eq!(register.stacks_to("q").count(), 1);
        assert_eq!(register.title("q"), Some("Q"));
    }
}
