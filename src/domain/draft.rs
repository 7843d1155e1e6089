//! A draft application as its author keeps it: any field may be missing, wrong or unknown, and
//! nothing in it is ever dropped. Rules read it through `rulebook::answers`, which gives each value its type.
//!
//! The draft is one JSON value with dotted paths, not a struct of typed fields, because a file must
//! come out as it went in, whatever it holds, and because rules and the form name a field by its path
//! (`applicant.type`). [`fields`] is the one catalogue of paths, kinds and words: the form is made of
//! it, problems are found by it, and rules read each field as the kind that it states.

pub mod examples;
pub mod fields;
pub mod in_words;
mod problems;
mod set;

use crate::domain::day::{self, Day};
use crate::domain::json::{Code, FromJson};
use crate::domain::{ReadError, json};
use fields::Kind;
use problems::Problems;
pub use problems::{Oddity, OddityKind};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The name and number of the file format.
pub const FORMAT: &str = "waymark.draft/1";
/// The field of an entry that a plain text in its place means.
const TEXT: &str = "text";
/// The step of a path to the first entry of a list.
const FIRST: &str = "0";

/// A draft application, in the shape of the file people keep (`waymark.draft/1`).
#[derive(Clone, Debug)]
pub struct Draft {
    fields: Map<String, Value>,
    /// The ids of entries that were removed since the draft was read: they are not given again, since
    /// an entry may be put back.
    removed_ids: BTreeSet<String>,
}

/// Drafts are the same where their files are.
impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields
    }
}

impl Default for Draft {
    fn default() -> Self {
        let mut fields = Map::new();
        fields.insert("format".to_owned(), Value::from(FORMAT));
        Self { fields, removed_ids: BTreeSet::new() }
    }
}

impl Draft {
    /// Reads a draft file. Fields that are unknown or of the wrong kind are kept as they are.
    ///
    /// # Errors
    /// The text is not JSON, not one object, or says that it is something else or of a newer version.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let fields = json::object(text)?;
        if json::has_format(&fields, FORMAT)? {
            return Ok(Self { fields, removed_ids: BTreeSet::new() });
        }
        let mut draft = Self::default();
        draft.fields.extend(fields);
        Ok(draft)
    }

    /// The file's text, indented for people.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(&self.fields).unwrap_or_default()
    }

    /// Whether nothing has been filled in.
    pub fn is_empty(&self) -> bool {
        self.fields.keys().all(|key| key == "format")
    }

    /// The value at a dotted path such as `purpose.statement` or `standards.0.level`. A lone value is a list
    /// of one.
    pub fn get(&self, path: &str) -> Option<&Value> {
        let mut steps = path.split('.');
        let first = self.fields.get(steps.next()?)?;
        steps.try_fold(first, |value, step| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            Value::Object(fields) => fields.get(step).or((step == FIRST).then_some(value)),
            // A plain text in a list is read as an entry with that text.
            Value::String(_) if step == TEXT => Some(value),
            lone => (step == FIRST).then_some(lone),
        })
    }

    /// Puts a value at a dotted path, with the objects and lists on the way; `Null` clears it. A value
    /// of another kind that was in the way is kept beside it under `…_as_found`. Of two values that a file gave
    /// the field, or the list around it, it is then decided which counts.
    pub fn set(&mut self, path: &str, value: Value) {
        let around = path.match_indices('.').map(|(at, _)| path.get(..at).unwrap_or_default());
        for decided in around.filter(|list| fields::find(list).is_some()).chain([path]) {
            while let Some(beside) = self.rival_of(decided) {
                set::set_in(&mut self.fields, &beside, Value::Null);
            }
        }
        set::set_in(&mut self.fields, path, value);
    }

    /// Keeps what somebody typed into a field, as the field's kind of value where it is one, and as
    /// typed where it is not, so that nothing typed is lost.
    pub fn enter(&mut self, path: &str, kind: &Kind, typed: &str) {
        self.set(path, parsed(kind, typed));
    }

    /// Whether the value at a path is the one that [`Draft::enter`] would put there.
    pub fn matches(&self, path: &str, kind: &Kind, typed: &str) -> bool {
        *self.get(path).unwrap_or(&Value::Null) == parsed(kind, typed)
    }

    /// What a form shows for the value at a path.
    pub fn shown(&self, path: &str) -> String {
        match self.get(path) {
            None | Some(Value::Null) => String::new(),
            Some(Value::Array(items)) if items.iter().all(Value::is_string) => {
                let lines: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                lines.join("\n")
            }
            Some(value) => text_of(value),
        }
    }

    /// The title, unless it is blank.
    pub fn title(&self) -> Option<String> {
        Some(self.shown("title")).filter(|title| !title.trim().is_empty())
    }

    /// The day of the application, where the draft says one.
    pub fn day(&self) -> Option<Day> {
        self.get(fields::DAY).and_then(day::typed)
    }

    /// The path of a second value that the file gave a field.
    fn rival_of(&self, path: &str) -> Option<String> {
        let (parent, name) = path.rsplit_once('.').map_or(("", path), |(parent, name)| (parent, name));
        let fields = if parent.is_empty() { Some(&self.fields) } else { self.get(parent)?.as_object() };
        let beside = fields?.keys().find(|beside| json::field_kept_beside(beside) == Some(name))?;
        Some(if parent.is_empty() { beside.clone() } else { format!("{parent}.{beside}") })
    }

    /// Whether the draft says something for the day of the application that is no day.
    pub fn has_unclear_day(&self) -> bool {
        self.day().is_none() && !self.shown(fields::DAY).trim().is_empty()
    }

    /// Whether the list at a path has an entry, as rules read it. A number counts as its text.
    pub fn has(&self, path: &str, entry: &str) -> bool {
        let wanted = entry_of(path, &Value::from(entry));
        self.entries(path).iter().any(|value| entry_of(path, value) == wanted)
    }

    /// The entries of the list at a path, as they are shown.
    pub fn listed(&self, path: &str) -> Vec<String> {
        self.entries(path).iter().map(text_of).collect()
    }

    /// Puts an entry into the list at a path, or takes it out.
    pub fn tick(&mut self, path: &str, entry: &str, is_ticked: bool) {
        let mut entries = self.entries(path).to_vec();
        let wanted = entry_of(path, &Value::from(entry));
        entries.retain(|value| entry_of(path, value) != wanted);
        if is_ticked {
            entries.push(Value::from(entry));
        }
        self.set(path, if entries.is_empty() { Value::Null } else { Value::from(entries) });
    }

    /// The entries of the list at a path; a lone value is a list of one.
    pub(in crate::domain) fn entries(&self, path: &str) -> &[Value] {
        match self.get(path) {
            Some(Value::Array(entries)) => entries,
            Some(lone) if !json::is_blank(lone) => std::slice::from_ref(lone),
            _ => &[],
        }
    }

    /// How many entries the list at a path has.
    pub fn count(&self, path: &str) -> usize {
        self.entries(path).len()
    }

    /// Adds an empty entry to the list at a path. One with an `id` gets a new one, which no entry has,
    /// nothing in the draft names and no removed entry had.
    pub fn add(&mut self, path: &str, id_prefix: Option<&str>) {
        let mut entry = Map::new();
        if let Some(prefix) = id_prefix {
            entry.insert("id".to_owned(), Value::from(self.new_id(prefix)));
        }
        self.set(&format!("{path}.{}", self.count(path)), Value::Object(entry));
    }

    fn new_id(&self, prefix: &str) -> String {
        let mut highest = 0;
        let mut look_at = |id: &str| {
            let number = id.strip_prefix(prefix).and_then(|number| number.parse::<u32>().ok());
            highest = highest.max(number.map_or(0, u64::from));
        };
        self.removed_ids.iter().for_each(|id| look_at(id));
        self.fields.values().for_each(|value| for_each_text(value, &mut look_at));
        format!("{prefix}{}", highest + 1)
    }

    /// Takes the entry at an index out of the list at a path. What names its id goes on doing so: if
    /// the entry is put back, nothing is lost, and no other entry ever gets that id.
    pub fn remove(&mut self, path: &str, index: usize) {
        self.removed_ids
            .extend(self.get(&format!("{path}.{index}.id")).and_then(Value::as_str).map(str::to_owned));
        let mut items = self.entries(path).to_vec();
        if index < items.len() {
            items.remove(index);
            self.set(path, if items.is_empty() { Value::Null } else { Value::Array(items) });
        }
    }

    /// Puts an entry into the list at a path, at an index or at the end of a shorter list.
    pub fn insert(&mut self, path: &str, index: usize, entry: Value) {
        let mut entries = self.entries(path).to_vec();
        entries.insert(index.min(entries.len()), entry);
        self.set(path, Value::Array(entries));
    }

    /// Everything that does not fit the format: second values of a field, lost characters, values of
    /// another kind than their field's, and unknown fields. All of it is kept.
    pub fn oddities(&self) -> Vec<Oddity> {
        self.oddities_and_read_as().0
    }

    /// The same, and how texts that are unmistakably a number or a day are read, by their path.
    pub fn oddities_and_read_as(&self) -> (Vec<Oddity>, BTreeMap<String, String>) {
        let Problems { damage, unclear, unknown, read_as } = Problems::of(&self.fields);
        ([damage, unclear, unknown].concat(), read_as)
    }
}

/// What was typed, as the kind of value that the field holds.
fn parsed(kind: &Kind, typed: &str) -> Value {
    let text = typed.trim();
    if text.is_empty() {
        return Value::Null;
    }
    match kind {
        Kind::Whole(_) => text.parse::<i64>().map_or_else(|_| Value::from(typed), Value::from),
        Kind::Money => {
            let amount = text.strip_prefix('$').unwrap_or(text).trim();
            // As a number of JSON, what is unclear as a text would be clear.
            let is_clear = kind.number(&Value::from(amount)).is_some();
            json::number(amount).filter(|_| is_clear).unwrap_or_else(|| Value::from(typed))
        }
        Kind::YesNo => match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => Value::from(typed),
        },
        Kind::Lines | Kind::Several(_) => {
            typed.split('\n').filter(|line| !line.is_empty()).map(Value::from).collect()
        }
        _ => Value::from(typed),
    }
}

/// Goes through every text in a value.
fn for_each_text(value: &Value, look_at: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => look_at(text),
        Value::Array(items) => items.iter().for_each(|item| for_each_text(item, look_at)),
        Value::Object(fields) => fields.values().for_each(|value| for_each_text(value, look_at)),
        _ => {}
    }
}

/// An entry of the list at a path as rules read it: the id of a choice, or a code.
fn entry_of(path: &str, value: &Value) -> Option<String> {
    match fields::find(path).map(|field| field.kind) {
        Some(Kind::Several(choices)) => choices.read(value).or_else(|| Some(text_of(value))),
        _ => Code::from_json(value).map(Code::into_text),
    }
}

/// A value as a text.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => json::written(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fields::Unit;

    fn draft(text: &str) -> Draft {
        Draft::read(text).unwrap()
    }

    fn unknown_fields(draft: &Draft) -> Vec<String> {
        let unknown = draft.oddities().into_iter().filter(|oddity| oddity.kind == OddityKind::Unknown);
        unknown.map(|oddity| oddity.problem.at).collect()
    }

    #[test]
    fn a_round_trip_loses_nothing() {
        let text = r#"{"format":"waymark.draft/1","title":"X","mine":{"a":[1,null]},"credits":"three","purpose":{"odd":true}}"#;
        let again = draft(&draft(text).to_json());
        assert_eq!(serde_json::to_string(&again.fields).unwrap(), text);
        assert_eq!(unknown_fields(&again), ["mine", "purpose.odd"]);
    }

    #[test]
    fn unknown_fields_of_records_are_reported() {
        let draft = draft(r#"{"outcomes":[{"id":"o1","text":"x","colour":"red"}]}"#);
        assert_eq!(unknown_fields(&draft), ["outcomes.0.colour"]);
    }

    #[test]
    fn the_day_of_the_application_is_read_where_it_is_one() {
        let day = |text: &str| draft(text).day().map(|day| day.to_string());
        for written in ["2026-11-21", "21/11/2026"] {
            let text = format!(r#"{{"application":{{"date":"{written}"}}}}"#);
            assert_eq!(day(&text).as_deref(), Some("2026-11-21"), "{written}");
        }
        assert_eq!((day(r#"{"application":{"date":"5/3/26"}}"#), day("{}")), (None, None));
    }

    #[test]
    fn what_is_no_draft_is_refused_by_name() {
        for (text, says) in [
            ("", "not JSON"),
            (r#"{"title": "#, "line 1, column 10"),
            ("[]", "not one object"),
            (r#"{"format":"waymark.register/1"}"#, "“waymark.register/1”"),
            (r#"{"format":1}"#, "format of this file is 1"),
            (r#"{"format":"waymark.draft/2","title":"X"}"#, "newer version of Waymark"),
        ] {
            let message = Draft::read(text).unwrap_err().to_string();
            assert!(message.contains(says), "{text}: {message}");
        }
        assert!(Draft::read(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn entering_adds_the_objects_on_the_way_and_clearing_removes_them() {
        let mut draft = Draft::default();
        draft.enter("hours.by_type.taught", &Kind::Whole(Unit::None), "40");
        assert_eq!(draft.get("hours.by_type.taught"), Some(&Value::from(40)));
        draft.enter("hours.by_type.taught", &Kind::Whole(Unit::None), " ");
        assert!(draft.is_empty());
        draft.enter("standards.1.level", &Kind::Whole(Unit::None), "3");
        assert_eq!(draft.count("standards"), 2);
    }

    #[test]
    fn what_is_no_number_stays_as_typed() {
        let mut draft = Draft::default();
        draft.enter("credits", &Kind::Whole(Unit::None), "fifteen");
        assert_eq!(draft.shown("credits"), "fifteen");
        draft.enter("fee_per_credit", &Kind::Money, "$63.50");
        assert_eq!(draft.get("fee_per_credit"), Some(&serde_json::from_str("63.50").unwrap()));
        let mut twice = self::draft(r#"{"level":3,"level":4,"level":5,"hours":{"total":1,"total":2}}"#);
        twice.enter("level", &Kind::Level, "4");
        twice.enter("hours.total", &Kind::Whole(Unit::Hours), "2");
        assert_eq!(twice.oddities(), [], "{}", twice.to_json());
        draft.enter("fee_per_credit", &Kind::Money, "1.200");
        assert_eq!(draft.get("fee_per_credit"), Some(&Value::from("1.200")), "it may be 1200");
    }

    #[test]
    fn two_spellings_of_one_value_match() {
        let mut draft = Draft::default();
        assert!(draft.matches("credits", &Kind::Whole(Unit::None), " "));
        draft.enter("credits", &Kind::Whole(Unit::None), "007");
        assert!(
            draft.matches("credits", &Kind::Whole(Unit::None), "007")
                && draft.matches("credits", &Kind::Whole(Unit::None), "7")
        );
        assert!(!draft.matches("credits", &Kind::Whole(Unit::None), "70"));
    }

    #[test]
    fn a_value_in_the_way_is_kept() {
        let mut draft = draft(r#"{"purpose":"to teach"}"#);
        draft.enter("purpose.statement", &Kind::Paragraph, "new");
        assert_eq!(draft.shown("purpose_as_found"), "to teach");
        assert_eq!(draft.shown("purpose.statement"), "new");
    }

    #[test]
    fn plain_texts_in_lists_are_kept_when_edited() {
        let mut draft = draft(r#"{"outcomes":["Fell a tree",7],"applicant":{"funds":"DQ3-7"}}"#);
        assert_eq!(draft.shown("outcomes.0.text"), "Fell a tree");
        draft.enter("outcomes.0.text", &Kind::Paragraph, "Fell a tall tree");
        draft.enter("outcomes.1.text", &Kind::Paragraph, "Limb it");
        assert_eq!(draft.shown("outcomes.0"), r#"{"text":"Fell a tall tree"}"#);
        assert_eq!(draft.shown("outcomes.1.as_found"), "7");
        assert!(draft.has("applicant.funds", "DQ3-7"));
        draft.tick("applicant.funds", "DQ7-10", true);
        assert_eq!(draft.shown("applicant.funds"), "DQ3-7\nDQ7-10");
        draft.tick("applicant.funds", "DQ3-7", false);
        draft.tick("applicant.funds", "DQ7-10", false);
        assert_eq!(draft.get("applicant.funds"), None);
    }

    #[test]
    fn a_lone_value_is_a_list_of_one() {
        let mut draft =
            draft(r#"{"standards":{"id":"27360"},"outcomes":"Fell a tree","applicant":{"funds":"dq3-7"}}"#);
        assert_eq!(draft.shown("standards.0.id"), "27360");
        assert_eq!(draft.shown("outcomes.0.text"), "Fell a tree");
        assert_eq!((draft.get("standards.1"), draft.get("outcomes.0.id")), (None, None));
        assert!(draft.has("applicant.funds", "DQ3-7"), "as rules read it");
        draft.set("standards.0.level", 3.into());
        draft.add("outcomes", Some("o"));
        draft.tick("applicant.funds", "DQ3-7", false);
        let expected = r#"{"standards":[{"id":"27360","level":3}],"outcomes":["Fell a tree",{"id":"o1"}]}"#;
        assert_eq!(
            serde_json::to_string(&draft.fields).unwrap(),
            format!(r#"{{"format":"{FORMAT}",{}"#, &expected[1..])
        );
        draft.remove("outcomes", 0);
        assert_eq!(draft.count("outcomes"), 1);
    }

    #[test]
    fn a_list_grows_by_one_however_long_it_is() {
        let mut draft = Draft::default();
        for _ in 0..1005 {
            draft.add("outcomes", Some("o"));
        }
        assert_eq!((draft.count("outcomes"), draft.shown("outcomes.1004.id")), (1005, "o1005".to_owned()));
        draft.set("standards.4000000000.id", "1".into());
        assert_eq!(draft.count("standards"), 0, "a gap is not filled without end");
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut draft = draft(r#"{"outcomes":[{"id":"o2"},{"id":"o1"},"o7x"],"title":"o-99"}"#);
        draft.add("outcomes", Some("o"));
        assert_eq!(draft.shown("outcomes.3.id"), "o3");
        let removed = draft.get("outcomes.3").cloned().unwrap();
        draft.remove("outcomes", 3);
        draft.add("outcomes", Some("o"));
        assert_eq!(draft.shown("outcomes.3.id"), "o4", "o3 may be put back");
        draft.insert("outcomes", 3, removed);
        assert_eq!((draft.shown("outcomes.3.id"), draft.shown("outcomes.4.id")), ("o3".into(), "o4".into()));
        draft.add("assessment.items", Some("a"));
        assert_eq!(draft.shown("assessment.items.0.id"), "a1");
    }

    #[test]
    fn an_id_that_is_named_anywhere_is_not_given_again() {
        for named in [
            r#"{"assessment":{"items":[{"id":"a1","outcome_ids":["o1","o9"]}]}}"#,
            r#"{"structure":{"components":[{"title":"One","outcome_ids":["o9"]}]}}"#,
            r#"{"assessment":{"items":[{"outcome_ids":"o9"}]}}"#,
            r#"{"outcomes":"none","outcomes_as_found":[{"id":"o9"}]}"#,
        ] {
            let mut draft = draft(named);
            draft.add("outcomes", Some("o"));
            let last = draft.count("outcomes") - 1;
            assert_eq!(draft.shown(&format!("outcomes.{last}.id")), "o10", "{named}");
        }
    }
}
