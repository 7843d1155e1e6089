//! What somebody asks: a goal, what they hold, and the day.

use crate::domain::ReadError;
use crate::domain::day::Day;
use crate::domain::json::{self, Fields, Log};
use crate::domain::measure::{Credits, Level};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

/// The name and number of the question format.
pub const FORMAT: &str = "waymark.question/1";

/// What somebody asks (`waymark.question/1`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The key of the qualification or micro-credential to reach.
    pub goal: String,
    /// What is held.
    pub holdings: Holdings,
    /// The day for which the question is asked; without one, all holdings count as completed.
    pub on: Option<Day>,
}

/// What somebody holds. Nothing is held twice: the same micro-credential or standard counts once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holdings {
    credentials: BTreeMap<String, Option<Day>>,
    standards: BTreeMap<String, HeldStandard>,
    repeated: BTreeSet<String>,
}

/// What is known of a standard that somebody holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the question format, under the same names")]
pub struct HeldStandard {
    pub level: Option<Level>,
    pub credits: Option<Credits>,
}

impl Holdings {
    /// Adds a credential; one that is there already stays as it is.
    pub fn add_credential(&mut self, key: impl Into<String>, completed: Option<Day>) {
        match self.credentials.entry(key.into()) {
            Entry::Vacant(free) => {
                free.insert(completed);
            }
            Entry::Occupied(held) => {
                self.repeated.insert(held.key().clone());
            }
        }
    }

    /// Adds a standard; one that is there already stays as it is.
    pub fn add_standard(&mut self, id: impl Into<String>, standard: HeldStandard) {
        match self.standards.entry(id.into()) {
            Entry::Vacant(free) => {
                free.insert(standard);
            }
            Entry::Occupied(held) => {
                self.repeated.insert(held.key().clone());
            }
        }
    }

    /// Whether the credential with a key is held.
    pub fn has(&self, key: &str) -> bool {
        self.credentials.contains_key(key)
    }

    /// The credentials by their keys, and the day on which each was completed.
    pub fn credentials(&self) -> impl Iterator<Item = (&str, Option<Day>)> {
        self.credentials.iter().map(|(key, completed)| (key.as_str(), *completed))
    }

    /// The standards by their numbers.
    pub fn standards(&self) -> impl Iterator<Item = (&str, HeldStandard)> {
        self.standards.iter().map(|(id, standard)| (id.as_str(), *standard))
    }

    /// Whether the standard with a number is held.
    pub fn has_standard(&self, id: &str) -> bool {
        self.standards.contains_key(id)
    }

    /// What was named more than once.
    pub(super) fn repeated(&self) -> impl Iterator<Item = &str> {
        self.repeated.iter().map(String::as_str)
    }

    /// Removes the credentials that are completed only after a day, and returns their keys.
    pub(super) fn remove_completed_after(&mut self, on: Day) -> Vec<String> {
        let is_later = |_: &String, completed: &mut Option<Day>| completed.is_some_and(|day| day > on);
        self.credentials.extract_if(.., is_later).map(|(key, _)| key).collect()
    }
}

impl Question {
    /// Reads a question.
    ///
    /// # Errors
    /// The text is not one JSON object, says that it is something else, has no goal, or some part
    /// of it is unknown or does not fit.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut fields = json::object(text)?;
        json::has_format(&fields, FORMAT)?;
        fields.swap_remove("format");
        let mut log = Log::default();
        let mut fields = Fields::new(fields, &mut log);
        let mut holdings = Holdings::default();
        let question = Self {
            goal: fields
                .required_text("goal", "the key of a qualification or micro-credential")
                .unwrap_or_default(),
            on: fields.day("on"),
            holdings: {
                fields.objects("holdings", |holding| read_holding(holding, &mut holdings));
                holdings
            },
        };
        fields.report_unknown("question");
        match log.problems.into_iter().next() {
            None => Ok(question),
            Some(problem) => Err(problem.into()),
        }
    }

    /// The question's text.
    pub fn to_json(&self) -> String {
        let mut holdings = Vec::new();
        for (key, completed) in self.holdings.credentials() {
            holdings.push(object([
                ("credential", Some(Value::from(key))),
                ("completed", completed.map(|day| Value::from(day.to_string()))),
            ]));
        }
        for (id, standard) in self.holdings.standards() {
            holdings.push(object([
                ("standard", Some(Value::from(id))),
                ("level", standard.level.map(|level| Value::from(level.get()))),
                ("credits", standard.credits.map(|credits| Value::from(credits.0))),
            ]));
        }
        let question = object([
            ("format", Some(Value::from(FORMAT))),
            ("goal", Some(Value::from(self.goal.as_str()))),
            ("holdings", Some(Value::from(holdings))),
            ("on", self.on.map(|day| Value::from(day.to_string()))),
        ]);
        json::written(&question)
    }
}

fn read_holding(holding: &mut Fields, holdings: &mut Holdings) -> Option<()> {
    if let Some(key) = holding.text("credential") {
        holdings.add_credential(key, holding.day("completed"));
        return Some(());
    }
    let id = holding.required_text("standard", "the number of a standard, or the key of a credential")?;
    let standard = HeldStandard { level: holding.level("level"), credits: holding.credits("credits") };
    holdings.add_standard(id, standard);
    Some(())
}

fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let stated = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(stated.collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    #[test]
    fn a_round_trip_loses_nothing() {
        let text = r#"{"format":"waymark.question/1","goal":"q","holdings":[{"credential":"a","completed":"2024-05-01"},{"standard":"27360","level":3,"credits":5}],"on":"2026-11-21"}"#;
        let question = Question::read(text).unwrap();
        assert_eq!(question.on, Some(day(2026, 11, 21)));
        assert!(question.holdings.has("a") && question.holdings.has_standard("27360"));
        assert_eq!(question.to_json(), text);
    }

    #[test]
    fn nothing_is_held_twice() {
        let text =
            r#"{"goal":"q","holdings":[{"credential":"a","completed":"2024-05-01"},{"credential":"a"}]}"#;
        let holdings = Question::read(text).unwrap().holdings;
        assert_eq!(holdings.credentials().collect::<Vec<_>>(), [("a", Some(day(2024, 5, 1)))]);
        assert_eq!(holdings.repeated().collect::<Vec<_>>(), ["a"]);
    }

    #[test]
    fn what_does_not_fit_is_reported_with_its_place() {
        for (text, says) in [
            ("", "line 1"),
            ("[]", "not one object"),
            (r#"{"format":"waymark.draft/1","goal":"q"}"#, "waymark.draft/1"),
            ("{}", "goal"),
            (r#"{"goal":7.5}"#, "At goal: found 7.5"),
            (r#"{"goal":"q","holdings":{}}"#, "At holdings: found"),
            (r#"{"goal":"q","holdings":["a"]}"#, "holdings[0]"),
            (r#"{"goal":"q","holdings":[{}]}"#, "holdings[0].standard"),
            (
                r#"{"goal":"q","holdings":[{"credential":"a","completed":"1 May 2024"}]}"#,
                "holdings[0].completed",
            ),
            (r#"{"goal":"q","holdings":[{"standard":1,"level":99}]}"#, "holdings[0].level: found 99"),
            (r#"{"goal":"q","on":"2026-02-30"}"#, "At on: found"),
            (r#"{"goal":"q","wish":1}"#, "wish"),
        ] {
            let message = Question::read(text).unwrap_err().to_string();
            assert!(message.contains(says), "{text}: {message}");
        }
    }
}
