//! Reading a snapshot, as far as it can be understood.

use super::entry::EntryRef;
use super::{Credential, Provider, Qualification, Register, Searchable, Stack, Stamp, Standard};
use crate::domain::json::{self, Fields, Log};
use crate::domain::parts::{at_once, no_pause};
use crate::domain::{Problem, ReadError};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

/// The name and number of the snapshot format.
pub const FORMAT: &str = "waymark.register/1";
/// How many bytes are hashed between two pauses.
const HASHED_AT_ONCE: usize = 64 * 1024;
const A_LIST: &str = "a list of micro-credentials, [ … ]";

impl Register {
    /// Reads a snapshot. An entry with faults is read as far as it can be understood; what was left
    /// out is reported in [`Register::problems`].
    ///
    /// # Errors
    /// The text is not JSON, not one object, says that it is something else, or lists no
    /// credentials.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        at_once(Self::read_in_parts(text, &no_pause))
    }

    /// [`Register::read`], in parts.
    ///
    /// # Errors
    /// As for [`Register::read`].
    pub async fn read_in_parts(text: &str, pause: &impl AsyncFn()) -> Result<Self, ReadError> {
        let top = json::object_in_parts(text, pause).await?;
        json::has_format(&top, FORMAT)?;
        match top.get("credentials") {
            Some(Value::Array(_)) => {}
            None => return Err(Problem::missing("credentials", A_LIST).into()),
            Some(other) => return Err(Problem::new("credentials", other, A_LIST).into()),
        }
        let named = keys_of(&top);
        let mut log = Log::default();
        let mut top = Fields::new(top, &mut log);
        top.required_text("format", FORMAT);
        let stamp = Stamp {
            as_at: top.required_text("as_at", "the day that the snapshot describes").unwrap_or_default(),
            sha256: sha256(text, pause).await,
        };
        let mut places = BTreeMap::new();
        let mut searchable = Vec::new();
        let credentials = top
            .objects_in_parts("credentials", pause, |entry| {
                let credential = Credential::read(entry)?;
                claim(&mut places, entry, "key", &credential.key)?;
                searchable.push(Searchable::of(EntryRef::Credential(&credential)));
                Some(credential)
            })
            .await;
        let qualifications = top
            .objects_in_parts("qualifications", pause, |entry| {
                let qualification = Qualification::read(entry, &|key| named.contains(key))?;
                claim(&mut places, entry, "key", &qualification.key)?;
                searchable.push(Searchable::of(EntryRef::Qualification(&qualification)));
                Some(qualification)
            })
            .await;
        let mut ids = BTreeMap::new();
        let stacks = top
            .objects_in_parts("stacks", pause, |entry| {
                let stack = Stack::read(entry, |key| places.contains_key(key))?;
                claim(&mut ids, entry, "id", &stack.id)?;
                Some(stack)
            })
            .await;
        let mut numbers = BTreeMap::new();
        let standards = top
            .objects_in_parts("standards", pause, |entry| {
                let standard = Standard::read(entry)?;
                claim(&mut numbers, entry, "id", &standard.id)?;
                searchable.push(Searchable::of(EntryRef::Standard(&standard)));
                Some(standard)
            })
            .await;
        let register = Self {
            stamp,
            source: top.text("source").unwrap_or_default(),
            licence: top.text("licence").unwrap_or_default(),
            notes: top.texts("notes"),
            providers: top.objects_in_parts("providers", pause, Provider::read).await,
            searchable,
            credentials,
            qualifications,
            stacks,
            numbers,
            standards,
            places,
            problems: Vec::new(),
        };
        top.report_unknown("snapshot");
        Ok(Self { problems: log.problems, ..register })
    }
}

/// The SHA-256 of a text, in hexadecimal.
async fn sha256(text: &str, pause: &impl AsyncFn()) -> String {
    let mut hash = Sha256::new();
    for part in text.as_bytes().chunks(HASHED_AT_ONCE) {
        hash.update(part);
        pause().await;
    }
    format!("{:x}", hash.finalize())
}

/// The keys of all entries that have one: a qualification may ask for another that comes later.
fn keys_of(top: &Map<String, Value>) -> BTreeSet<String> {
    let entries = ["credentials", "qualifications"].into_iter().filter_map(|list| top.get(list)?.as_array());
    entries.flatten().filter_map(|entry| Some(entry.get("key")?.as_str()?.to_owned())).collect()
}

/// Takes a key for an entry, with the next number; where an earlier entry has the key, reports it.
fn claim(taken: &mut BTreeMap<String, usize>, entry: &mut Fields, field: &str, key: &str) -> Option<()> {
    let next = taken.len();
    match taken.entry(key.to_owned()) {
        Entry::Vacant(free) => {
            free.insert(next);
            Some(())
        }
        Entry::Occupied(_) => {
            let expected = "a key that no earlier entry has; this entry is left out";
            entry.report(field, &Value::from(key), expected);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::goal::Asks;
    use crate::domain::register::{Basis, Firmness};
    use std::cell::Cell;

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
    fn requirements_are_read_to_the_last_field() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[{"key":"a","title":"A","source":"s"}],
                "qualifications":[{"key":"q","title":"Q","source":"s","structure":{"basis":"courses",
                    "provider":"p","entry":"e","conditions":"c","recognition_cap":"r","as_at":"2020",
                    "strength":"stated, one strand inferred","note":"n","source":"s","also_sources":["t"]},
                "requirements":{"id":"root","all":[{"credential":"a"},{"qualification":"p"},{"standard":27360},
                    {"some":2,"of":[{"component":"X","kind":"course","level":4,"credits":15},{"judgement":"J"}]},
                    {"credits":60,"level_at_least":4,"level_at_most":5,"from":{"kinds":["standard"],"credentials":["a"]},
                     "of_which":[{"credits":20,"level_at_least":5},{"at_most":10,"from":"any"}]},
                    {"judgement":"T","valid_from":"2024-01-01","valid_to":"2027-12-31"}]}},
                {"key":"p","title":"P","source":"s"}]}"#,
        );
        assert_eq!(reported(&register), Vec::<String>::new());
        let q = register.qualification("q").unwrap();
        let structure = q.structure.as_ref().unwrap();
        assert_eq!((structure.basis, structure.firmness), (Some(Basis::Courses), Firmness::Inferred));
        let tree = q.requirements.as_ref().unwrap();
        assert_eq!(tree.each().len(), 9);
        assert_eq!(tree.id.as_deref(), Some("root"));
        assert_eq!(register.qualification("p").unwrap().requirements, None);
    }

    #[test]
    fn what_was_asked_for_earlier_has_a_last_day() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[],"qualifications":[
                {"key":"q","title":"Q","source":"s","requirements":{"judgement":"now"},
                 "structure":{"source":"of now"},"earlier":[
                    {"requirements":{"judgement":"then","valid_to":"2023-12-31"},"structure":{"source":"of then"}},
                    {"requirements":{"judgement":"long ago","valid_to":"2019-12-31"}},
                    {"requirements":{"judgement":"ever"}},{"structure":{"source":"t"}}]}]}"#,
        );
        let at = "qualifications[0] q.earlier";
        assert_eq!(
            reported(&register),
            [format!("{at}[2].requirements.valid_to: nothing"), format!("{at}[3].requirements: nothing")]
        );
        let q = register.qualification("q").unwrap();
        for (on, asked, source) in [
            (None, "now", Some("of now")),
            (Some(day(2024, 1, 1)), "now", Some("of now")),
            (Some(day(2023, 12, 31)), "then", Some("of then")),
            (Some(day(2020, 1, 1)), "then", Some("of then")),
            (Some(day(2019, 12, 31)), "long ago", None),
        ] {
            let requirements = q.requirements_on(on).unwrap();
            assert_eq!(requirements.asks, Asks::Judgement(asked.to_owned()), "{on:?}");
            let structure = q.structure_on(on).and_then(|structure| structure.source.as_deref());
            assert_eq!(structure, source, "{on:?}");
        }
    }

    #[test]
    fn faults_of_requirements_are_reported_where_they_are() {
        for (tree, faults, is_kept) in [
            (r#"[]"#, ["requirements: []"].as_slice(), false),
            (r#"{"all":[]}"#, &["requirements.all: nothing"], false),
            (r#"{"all":{}}"#, &["requirements.all: {}"], false),
            (r#"{"id":"x"}"#, &["requirements.judgement: nothing"], false),
            (r#"{"all":[{"judgement":"J"},7]}"#, &["requirements.all[1]: 7"], false),
            (r#"{"all":[{"judgement":"J"},{"credits":-1}]}"#, &["requirements.all[1].credits: -1"], false),
            (r#"{"some":0,"of":[{"judgement":"J"}]}"#, &["requirements.some: 0"], false),
            (r#"{"some":1}"#, &["requirements.of: nothing"], false),
            (r#"{"some":2,"of":[{"judgement":"J"}]}"#, &["requirements.some: 2"], true),
            (
                r#"{"credits":60,"of_which":[{"credits":"many"}]}"#,
                &["requirements.of_which[0].credits: “many”"],
                false,
            ),
            (r#"{"credits":60,"from":"some"}"#, &["requirements.from: “some”"], false),
            (r#"{"credits":60,"level_at_least":11}"#, &["requirements.level_at_least: 11"], false),
            (
                r#"{"all":[{"credential":"z"},{"qualification":"z"}]}"#,
                &["requirements.all[0].credential: “z”", "requirements.all[1].qualification: “z”"],
                true,
            ),
            (
                r#"{"all":[{"id":"i","judgement":"J"},{"id":"i","judgement":"K"}]}"#,
                &["requirements.all[1].id: “i”"],
                true,
            ),
            (r#"{"component":"C","mood":1}"#, &["requirements.mood: 1"], true),
            (
                r#"{"judgement":"J","valid_to":"31 December"}"#,
                &["requirements.valid_to: “31 December”"],
                false,
            ),
        ] {
            let register = read(&format!(
                r#"{{"format":"waymark.register/1","as_at":"x","credentials":[],"qualifications":[
                    {{"key":"q","title":"Q","source":"s","requirements":{tree}}}]}}"#
            ));
            let expected: Vec<String> =
                faults.iter().map(|fault| format!("qualifications[0] q.{fault}")).collect();
            assert_eq!(reported(&register), expected, "{tree}");
            assert_eq!(register.qualification("q").unwrap().requirements.is_some(), is_kept, "{tree}");
        }
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[],"qualifications":[
                {"key":"q","title":"Q","source":"s","structure":{"basis":"hearsay","colour":"red"}}]}"#,
        );
        let at = "qualifications[0] q.structure";
        assert_eq!(
            reported(&register),
            [
                format!("{at}.basis: “hearsay”"),
                format!("{at}.source: nothing"),
                format!("{at}.colour: “red”"),
            ]
        );
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

    #[test]
    fn of_standards_with_one_number_the_first_counts() {
        let register = read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[],"standards":[
                {"id":"2","source":"s"},{"id":"1","title":"first"},{"id":"1","title":"second"}]}"#,
        );
        let title = |id: &str| register.standard(id).and_then(|standard| standard.title.as_deref());
        assert_eq!((title("1"), title("2"), title("3")), (Some("first"), None, None));
    }

    #[test]
    fn a_long_reading_pauses_at_each_entry() {
        let entries = |number: usize, entry: &str| vec![entry; number].join(",");
        let text = format!(
            r#"{{"format":"waymark.register/1","as_at":"x","notes":["{}"],"credentials":[{}],"qualifications":[{}],
                "stacks":[{}],"standards":[{}],"providers":[{}]}}"#,
            "n".repeat(10 * HASHED_AT_ONCE),
            entries(100, r#"{"key":"c","title":"C","source":"s"}"#),
            entries(200, r#"{"key":"q","title":"Q","source":"s"}"#),
            entries(300, r#"{"id":"s","kind":"full_stack"}"#),
            entries(400, r#"{"id":"1","source":"s"}"#),
            entries(500, "7"),
        );
        let pauses = Cell::new(0);
        let pause = async || pauses.set(pauses.get() + 1);
        let in_parts = at_once(Register::read_in_parts(&text, &pause)).unwrap();
        // Each entry is read once as JSON and once as what it is.
        assert!(pauses.get() >= 2 * 1500 + 10, "{}", pauses.get());
        assert_eq!(format!("{in_parts:?}"), format!("{:?}", read(&text)));
    }
}
