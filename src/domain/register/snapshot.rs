//! Reading a snapshot, as far as it can be understood.

use super::{Credential, Provider, Qualification, Register, Searchable, Stack, Stamp, Standard};
use crate::domain::json::{self, Fields, Log};
use crate::domain::{Problem, ReadError};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::btree_map::{BTreeMap, Entry};

/// The name and number of the snapshot format.
pub const FORMAT: &str = "waymark.register/1";
const A_LIST: &str = "a list of micro-credentials, [ … ]";

impl Register {
    /// Reads a snapshot. An entry with faults is read as far as it can be understood; what was left
    /// out is reported in [`Register::problems`].
    ///
    /// # Errors
    /// The text is not JSON, not one object, says that it is something else, or lists no
    /// credentials.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let top = json::object(text)?;
        json::has_format(&top, FORMAT)?;
        match top.get("credentials") {
            Some(Value::Array(_)) => {}
            None => return Err(Problem::missing("credentials", A_LIST).into()),
            Some(other) => return Err(Problem::new("credentials", other, A_LIST).into()),
        }
        let mut log = Log::default();
        let mut top = Fields::new(top, &mut log);
        top.required_text("format", FORMAT);
        let stamp = Stamp {
            as_at: top.required_text("as_at", "the day that the snapshot describes").unwrap_or_default(),
            sha256: format!("{:x}", Sha256::digest(text.as_bytes())),
        };
        let mut places = BTreeMap::new();
        let credentials = top.objects("credentials", |entry| {
            let credential = Credential::read(entry)?;
            claim(&mut places, entry, "key", &credential.key).then_some(credential)
        });
        let qualifications = top.objects("qualifications", |entry| {
            let qualification = Qualification::read(entry)?;
            claim(&mut places, entry, "key", &qualification.key).then_some(qualification)
        });
        let knows = |key: &str| places.contains_key(key);
        let mut ids = BTreeMap::new();
        let stacks = top.objects("stacks", |entry| {
            let stack = Stack::read(entry, knows)?;
            claim(&mut ids, entry, "id", &stack.id).then_some(stack)
        });
        let register = Self {
            stamp,
            source: top.text("source").unwrap_or_default(),
            licence: top.text("licence").unwrap_or_default(),
            notes: top.texts("notes"),
            providers: top.objects("providers", Provider::read),
            searchable: credentials.iter().map(Searchable::of).collect(),
            credentials,
            qualifications,
            stacks,
            standards: top.objects("standards", Standard::read),
            places,
            problems: Vec::new(),
        };
        top.report_unknown("snapshot");
        Ok(Self { problems: log.problems, ..register })
    }
}

/// Takes a key for an entry, with the next number; where an earlier entry has the key, reports it.
fn claim(taken: &mut BTreeMap<String, usize>, entry: &mut Fields, field: &str, key: &str) -> bool {
    let next = taken.len();
    match taken.entry(key.to_owned()) {
        Entry::Vacant(free) => {
            free.insert(next);
            true
        }
        Entry::Occupied(_) => {
            let expected = "a key that no earlier entry has; this entry is left out";
            entry.report(field, &Value::from(key), expected);
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Register {
        Register::read(text).unwrap()
    }

    fn reported(register: &Register) -> Vec<String> {
        register.problems().iter().map(|problem| format!("{}: {}", problem.at, problem.found)).collect()
    }

    #[test]
    fn what_is_no_snapshot_is_refused_by_name() {
        for (text, says) in [
            ("", "line 1, column 0"),
            ("{\n  \"credentials\": [,]\n}", "line 2, column 19"),
            ("[]", "not one object"),
            (r#"{"format":"waymark.draft/1","credentials":[]}"#, "waymark.draft/1"),
            (r#"{"format":"waymark.register/2","credentials":[]}"#, "newer version of Waymark"),
            (r#"{"format":"waymark.register/1"}"#, "At credentials: found nothing"),
            (r#"{"format":"waymark.register/1","credentials":{}}"#, "At credentials: found {}"),
        ] {
            let message = Register::read(text).unwrap_err().to_string();
            assert!(message.contains(says), "{text}: {message}");
        }
        assert!(Register::read(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn faulty_fields_are_left_out_and_reported_where() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"2026-01-01","credentials":[
                {"key":"a","title":"A","level":11,"credits":65536,"subject":"Magic","source":"s"},
                {"key":"b","title":"B","level":"3","credits":15.0,"standards":[27360,["x"]],"source":"s"},
                {"key":"a","title":"Another A","source":"s"},
                {"title":"Nameless","source":"s"}, {"key":"c","source":"s"}, 7]}"#,
        );
        assert_eq!(
            reported(&register),
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
    fn an_unknown_field_is_reported_once_for_all_entries() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"x","colour":1,"credentials":[
                {"key":"a","title":"A","source":"s","mood":1},{"key":"b","title":"B","source":"s","mood":2}]}"#,
        );
        assert_eq!(reported(&register), ["credentials[0] a.mood: 1", "colour: 1"]);
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
            reported(&register),
            ["qualifications[0] a.key: “a”", "stacks[0] s1.from[1].key: “b”", "stacks[1] s2.kind: “heap”",]
        );
        let stack = register.stacks_from("a").next().unwrap();
        assert_eq!(stack.parts[1].key, None);
        assert_eq!(register.stacks_to("q").count(), 1);
        assert_eq!(register.title("q"), Some("Q"));
    }
}
