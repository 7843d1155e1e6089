//! A draft application as its author keeps it: any field may be missing, wrong or unknown, and
//! nothing of it is ever dropped. [`crate::domain::application`] is the same draft understood.

pub mod choices;
pub mod examples;
pub mod fields;

use crate::domain::text::shortened;
use crate::domain::{Problem, json};
use fields::{Field, Kind};
use serde_json::{Map, Value};

/// The name and number of the file format.
pub const FORMAT: &str = "waymark.draft/1";
/// The field that a plain text in a list stands for.
const TEXT: &str = "text";
/// A list longer than this is not grown any further by setting a later entry of it.
const LONGEST_LIST: usize = 1000;

/// A draft application, in the shape of the file people keep (`waymark.draft/1`).
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    fields: Map<String, Value>,
}

impl Default for Draft {
    fn default() -> Self {
        let mut fields = Map::new();
        fields.insert("format".to_owned(), Value::from(FORMAT));
        Self { fields }
    }
}

/// Why a text is no draft at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADraft(
    /// What is wrong, and where.
    pub String,
);

impl Draft {
    /// Reads a draft file. Fields that are unknown or of the wrong kind are kept as they are.
    ///
    /// # Errors
    /// The text is not JSON, not one object, or says that it is something else.
    pub fn read(text: &str) -> Result<Self, NotADraft> {
        let fields = json::object(text, "A draft").map_err(NotADraft)?;
        if json::has_format(&fields, "a draft", FORMAT).map_err(NotADraft)? {
            return Ok(Self { fields });
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

    /// What stands at a dotted path such as `purpose.statement` or `standards.0.level`.
    pub fn get(&self, path: &str) -> Option<&Value> {
        let mut steps = path.split('.');
        let first = self.fields.get(steps.next()?)?;
        steps.try_fold(first, |value, step| match value {
            Value::Object(fields) => fields.get(step),
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            // An entry that is a plain text is one whose text it is.
            Value::String(_) if step == TEXT => Some(value),
            _ => None,
        })
    }

    /// Puts a value at a dotted path, making the objects and lists on the way; `Null` clears it.
    /// What stood in the way and was of another kind is kept beside it under `…_as_found`.
    pub fn set(&mut self, path: &str, value: Value) {
        set_in(&mut self.fields, path, value);
    }

    /// Keeps what somebody typed into a field, as the field's kind of value where it is one, and as
    /// typed where it is not, so that nothing typed is lost.
    pub fn enter(&mut self, path: &str, kind: &Kind, typed: &str) {
        self.set(path, entered(kind, typed));
    }

    /// Whether what stands at a path is what [`Draft::enter`] would make of this.
    pub fn says(&self, path: &str, kind: &Kind, typed: &str) -> bool {
        *self.get(path).unwrap_or(&Value::Null) == entered(kind, typed)
    }

    /// What a form shows for the value at a path.
    pub fn shown(&self, path: &str) -> String {
        match self.get(path) {
            None | Some(Value::Null) => String::new(),
            Some(Value::Array(items)) if items.iter().all(Value::is_string) => {
                let lines: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                lines.join("\n")
            }
            Some(value) => said(value),
        }
    }

    /// Whether the list at a path has an entry. A lone value counts as a list of one, a number as its
    /// text.
    pub fn has(&self, path: &str, entry: &str) -> bool {
        self.entries(path).iter().any(|value| said(value) == entry)
    }

    /// Puts an entry into the list at a path, or takes it out.
    pub fn tick(&mut self, path: &str, entry: &str, is_ticked: bool) {
        let mut entries = self.entries(path);
        entries.retain(|value| said(value) != entry);
        if is_ticked {
            entries.push(Value::from(entry));
        }
        self.set(path, if entries.is_empty() { Value::Null } else { Value::from(entries) });
    }

    fn entries(&self, path: &str) -> Vec<Value> {
        match self.get(path) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(entries)) => entries.clone(),
            Some(lone) => vec![lone.clone()],
        }
    }

    /// How many entries the list at a path has.
    pub fn count(&self, path: &str) -> usize {
        self.get(path).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// Adds an empty entry to the list at a path; one with an `id` gets the next free.
    pub fn add(&mut self, path: &str, id_prefix: Option<&str>) {
        let mut entry = Map::new();
        if let Some(prefix) = id_prefix {
            let taken =
                |id: &str| (0..self.count(path)).any(|at| self.shown(&format!("{path}.{at}.id")) == id);
            let free = (1..).map(|number| format!("{prefix}{number}")).find(|id| !taken(id));
            entry.insert("id".to_owned(), Value::from(free.unwrap_or_default()));
        }
        self.set(&format!("{path}.{}", self.count(path)), Value::Object(entry));
    }

    /// Takes the entry at an index out of the list at a path.
    pub fn remove(&mut self, path: &str, index: usize) {
        if let Some(Value::Array(items)) = self.get(path) {
            let mut items = items.clone();
            if index < items.len() {
                items.remove(index);
            }
            self.set(path, if items.is_empty() { Value::Null } else { Value::Array(items) });
        }
    }

    /// The fields that this version of Waymark does not know; they are kept.
    pub fn unknown_fields(&self) -> Vec<Problem> {
        let mut unknown = Vec::new();
        collect_unknown("", &self.fields, &mut unknown);
        unknown
    }
}

/// What was typed, as the kind of value that the field holds.
fn entered(kind: &Kind, typed: &str) -> Value {
    let text = typed.trim();
    if text.is_empty() {
        return Value::Null;
    }
    match kind {
        Kind::Whole => text.parse::<i64>().map_or_else(|_| Value::from(typed), Value::from),
        Kind::Money => {
            let amount = text.strip_prefix('$').unwrap_or(text).trim();
            json::number(amount).unwrap_or_else(|| Value::from(typed))
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

fn set_in(fields: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((first, rest)) = path.split_once('.') else {
        if value.is_null() {
            fields.shift_remove(path);
        } else {
            fields.insert(path.to_owned(), value);
        }
        return;
    };
    let wants_list = rest.split('.').next().is_some_and(|step| step.parse::<usize>().is_ok());
    let fits = |found: &Value| if wants_list { found.is_array() } else { found.is_object() };
    if let Some(found) = fields.get(first).filter(|found| !fits(found) && !found.is_null()).cloned() {
        fields.insert(format!("{first}_as_found"), found);
    }
    if !fields.get(first).is_some_and(fits) {
        if value.is_null() {
            return;
        }
        let empty = if wants_list { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
        fields.insert(first.to_owned(), empty);
    }
    match fields.get_mut(first) {
        Some(Value::Object(inner)) => {
            set_in(inner, rest, value);
            if inner.is_empty() {
                fields.shift_remove(first);
            }
        }
        Some(Value::Array(items)) => set_in_list(items, rest, value),
        _ => {}
    }
}

fn set_in_list(items: &mut Vec<Value>, path: &str, value: Value) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let Some(index) = step.parse::<usize>().ok().filter(|index| *index < items.len().max(LONGEST_LIST))
    else {
        return;
    };
    while items.len() <= index {
        items.push(Value::Object(Map::new()));
    }
    let Some(item) = items.get_mut(index) else { return };
    match rest {
        None => *item = value,
        Some(rest) => {
            if !item.is_object() {
                let found = std::mem::replace(item, Value::Object(Map::new()));
                let name = if found.is_string() { TEXT } else { "as_found" };
                if let (Value::Object(inner), false) = (&mut *item, found.is_null()) {
                    inner.insert(name.to_owned(), found);
                }
            }
            if let Value::Object(inner) = item {
                set_in(inner, rest, value);
            }
        }
    }
}

/// Walks the draft along the field catalogue and notes what the catalogue does not have.
fn collect_unknown(prefix: &str, found: &Map<String, Value>, unknown: &mut Vec<Problem>) {
    for (key, value) in found {
        let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        if fields::knows(&path) {
            continue;
        }
        match value {
            Value::Object(inner) if fields::knows_below(&path) => collect_unknown(&path, inner, unknown),
            _ => unknown.push(unknown_field(path, value)),
        }
    }
    for field in fields::all() {
        let Kind::Records(record) = field.kind else { continue };
        let (parent, name) = field.path.rsplit_once('.').unwrap_or(("", field.path));
        if parent != prefix {
            continue;
        }
        for (index, item) in found.get(name).and_then(Value::as_array).into_iter().flatten().enumerate() {
            for (key, value) in item.as_object().into_iter().flatten() {
                if key != "id" && !record.fields.iter().any(|known: &Field| known.path == key) {
                    unknown.push(unknown_field(format!("{}.{index}.{key}", field.path), value));
                }
            }
        }
    }
}

fn unknown_field(at: String, value: &Value) -> Problem {
    Problem {
        at,
        found: shortened(&json::written(value), 40),
        expected: "a field that Waymark knows; it is kept as it is".to_owned(),
    }
}

/// A value as a text.
fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => json::written(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> Draft {
        Draft::read(text).unwrap()
    }

    #[test]
    fn a_round_trip_loses_nothing() {
        let text = r#"{"format":"waymark.draft/1","title":"X","mine":{"a":[1,null]},"credits":"three","purpose":{"odd":true}}"#;
        let again = draft(&draft(text).to_json());
        assert_eq!(serde_json::to_string(&again.fields).unwrap(), text);
        let unknown: Vec<String> = again.unknown_fields().into_iter().map(|p| p.at).collect();
        assert_eq!(unknown, ["mine", "purpose.odd"]);
    }

    #[test]
    fn unknown_fields_of_records_are_told() {
        let unknown = draft(r#"{"outcomes":[{"id":"o1","text":"x","colour":"red"}]}"#).unknown_fields();
        assert_eq!(unknown.len(), 1);
        assert_eq!(unknown[0].at, "outcomes.0.colour");
    }

    #[test]
    fn what_is_no_draft_is_refused_by_name() {
        for (text, says) in [
            ("", "not a JSON file"),
            (r#"{"title": "#, "not a JSON file"),
            ("[]", "one JSON object"),
            (r#"{"format":"waymark.register/1"}"#, "waymark.register/1"),
        ] {
            let NotADraft(message) = Draft::read(text).unwrap_err();
            assert!(message.contains(says), "{text}: {message}");
        }
        assert!(Draft::read(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn entering_makes_the_way_and_clearing_removes_it() {
        let mut draft = Draft::default();
        draft.enter("hours.by_type.taught", &Kind::Whole, "40");
        assert_eq!(draft.get("hours.by_type.taught"), Some(&Value::from(40)));
        draft.enter("hours.by_type.taught", &Kind::Whole, " ");
        assert!(draft.is_empty());
        draft.enter("standards.1.level", &Kind::Whole, "3");
        assert_eq!(draft.count("standards"), 2);
    }

    #[test]
    fn what_is_no_number_stays_as_typed() {
        let mut draft = Draft::default();
        draft.enter("credits", &Kind::Whole, "fifteen");
        assert_eq!(draft.shown("credits"), "fifteen");
        draft.enter("fee_per_credit", &Kind::Money, "$63.50");
        assert_eq!(draft.get("fee_per_credit"), Some(&serde_json::from_str("63.50").unwrap()));
    }

    #[test]
    fn spellings_of_one_value_say_the_same() {
        let mut draft = Draft::default();
        assert!(draft.says("credits", &Kind::Whole, " "));
        draft.enter("credits", &Kind::Whole, "007");
        assert!(draft.says("credits", &Kind::Whole, "007") && draft.says("credits", &Kind::Whole, "7"));
        assert!(!draft.says("credits", &Kind::Whole, "70"));
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
    fn added_entries_get_free_ids() {
        let mut draft = draft(r#"{"outcomes":[{"id":"o2"},{"id":"o1"}]}"#);
        draft.add("outcomes", Some("o"));
        assert_eq!(draft.shown("outcomes.2.id"), "o3");
        draft.remove("outcomes", 0);
        draft.add("outcomes", Some("o"));
        assert_eq!(draft.shown("outcomes.2.id"), "o2");
    }
}
