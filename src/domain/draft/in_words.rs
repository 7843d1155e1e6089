//! What a draft says, in words, for people who read it and do not fill it in.

use super::Draft;
use super::fields::{self, Kind, Record};
use crate::domain::day;
use crate::domain::json::{Code, Decimal, FromJson, Unit};
use crate::domain::language::Language;
use crate::domain::text::{capitalised, listed, visible};
use serde_json::{Map, Value};

/// What is at a field, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Nothing that can be seen.
    Blank,
    /// A list without entries.
    NoEntries,
    /// What is there: `60 credits`, `Employer`, `“Pre-flight Security”`.
    Said(String),
}

/// A piece of an entry, and what it is called where that is not clear by itself.
pub type Piece = (Option<&'static str>, Words);

impl Draft {
    /// What is at a field of the draft: an entry for each of a list's, and one for anything else.
    pub fn in_words(&self, path: &str, language: Language) -> Vec<Vec<Piece>> {
        let value = self.get(path).unwrap_or(&Value::Null);
        let kind = fields::find(path).map(|field| field.kind);
        let items = match (kind, value) {
            (Some(kind), Value::Array(items)) if kind.is_list() => items.as_slice(),
            _ => std::slice::from_ref(value),
        };
        if items.is_empty() {
            return vec![vec![(None, Words::NoEntries)]];
        }
        let entry = |item: &Value| match (kind, item) {
            (Some(Kind::Records(record)), Value::Object(item)) => self.entry(record, item, language),
            _ => vec![(None, self.words(kind, item, language))],
        };
        items.iter().map(entry).collect()
    }

    /// An entry of a list, a piece for each of its fields but the id that the form gives it.
    fn entry(&self, record: &Record, item: &Map<String, Value>, language: Language) -> Vec<Piece> {
        let fields = record.fields.iter().filter_map(|field| Some((field, item.get(field.path)?)));
        let pieces = fields.map(|(field, value)| {
            let label = (record.fields.len() > 1).then(|| field.label(language));
            (label, self.words(Some(field.kind), value, language))
        });
        let pieces: Vec<Piece> = pieces.collect();
        if pieces.is_empty() { vec![(None, Words::Blank)] } else { pieces }
    }

    fn words(&self, kind: Option<Kind>, value: &Value, language: Language) -> Words {
        let said = match (kind, value) {
            (_, Value::Null) => return Words::Blank,
            (_, Value::String(text)) if visible(text).is_empty() => return Words::Blank,
            (Some(Kind::One(choices) | Kind::Several(choices)), Value::String(_)) => {
                let choice = choices.read(value).and_then(|id| choices.find(&id));
                choice.map(|choice| choice.label(language).to_owned())
            }
            (Some(Kind::Credits), Value::Number(_)) => {
                Decimal::read(Unit::Credits, value).map(Decimal::credits)
            }
            (Some(Kind::Level), Value::Number(_)) => {
                Decimal::read(Unit::Level, value).map(|level| format!("level {level}"))
            }
            (Some(Kind::Money), Value::Number(_)) => {
                Decimal::read(Unit::Dollars, value).map(Decimal::dollars)
            }
            (Some(Kind::Day) | None, Value::String(_)) => day::typed(value).map(day::spelled),
            (Some(Kind::Code | Kind::FieldOfStudy), _) => Code::from_json(value).map(Code::into_text),
            (Some(Kind::OutcomeIds), Value::String(id)) => self.outcome(id, language),
            (Some(Kind::OutcomeIds | Kind::Several(_) | Kind::Lines), Value::Array(items)) => {
                return self.all(kind, items, language);
            }
            _ => None,
        };
        said.map_or_else(|| self.plain(value, language), Words::Said)
    }

    /// A value that is not of its field's kind: what it holds, as it was typed.
    fn plain(&self, value: &Value, language: Language) -> Words {
        Words::Said(match value {
            Value::String(text) => format!("“{}”", visible(text)),
            Value::Bool(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
            Value::Array(items) => return self.all(None, items, language),
            Value::Object(fields) => return self.all(None, fields.values(), language),
            other => Decimal::read(Unit::None, other).map_or_else(|| other.to_string(), Decimal::grouped),
        })
    }

    /// Several values, those that say something.
    fn all<'a>(
        &self,
        kind: Option<Kind>,
        values: impl IntoIterator<Item = &'a Value>,
        language: Language,
    ) -> Words {
        let said = values.into_iter().filter_map(|value| match self.words(kind, value, language) {
            Words::Said(said) => Some(said),
            _ => None,
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() { Words::NoEntries } else { Words::Said(listed(&said)) }
    }

    /// The outcome that an id stands for: `Outcome 2`.
    fn outcome(&self, id: &str, language: Language) -> Option<String> {
        let Kind::Records(record) = fields::find("outcomes")?.kind else { return None };
        let outcomes = self.get("outcomes")?.as_array()?;
        let at = outcomes.iter().position(|outcome| outcome.get("id").and_then(Value::as_str) == Some(id))?;
        Some(format!("{} {}", capitalised(record.noun(language)), at + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn entries(draft: &Value, path: &str) -> Vec<String> {
        let draft = Draft::read(&draft.to_string()).unwrap();
        let piece = |(label, words): Piece| {
            let words = match words {
                Words::Blank => "nothing".to_owned(),
                Words::NoEntries => "no entries".to_owned(),
                Words::Said(said) => said,
            };
            label.map_or(words.clone(), |label| format!("{label}: {words}"))
        };
        let entries = draft.in_words(path, Language::ENGLISH).into_iter();
        entries.map(|entry| entry.into_iter().map(piece).collect::<Vec<_>>().join("; ")).collect()
    }

    #[test]
    fn what_a_draft_says_is_words_and_never_json() {
        let draft = json!({
            "title": "Pre-flight Security", "credits": 60, "level": 4, "nzsced": "080903", "fee_per_credit": 64,
            "applicant": { "type": "pte", "funds": ["DQ3-7"] }, "application": { "date": "2026-11-21" },
            "need": { "evidence": [{ "party": "employer", "date": "2025-12-10" }, { "party": "" }, {}] },
            "outcomes": [{ "id": "o1", "text": "Plan a menu" }, { "id": "o2", "text": "TBC" }, "Cook it"],
            "assessment": { "items": [{ "id": "a1", "kind": "oral", "outcome_ids": ["o2"] }] },
            "duplication": { "found": [] }, "purpose": { "regulatory": false },
        });
        let said = [
            ("title", vec!["“Pre-flight Security”"]),
            ("credits", vec!["60 credits"]),
            ("level", vec!["level 4"]),
            ("fee_per_credit", vec!["$64"]),
            ("nzsced", vec!["080903"]),
            ("applicant.type", vec!["Private training establishment"]),
            ("application.date", vec!["21 November 2026"]),
            (
                "need.evidence",
                vec!["From whom: Employer; Date: 10 December 2025", "From whom: nothing", "nothing"],
            ),
            ("outcomes", vec!["“Plan a menu”", "“TBC”", "“Cook it”"]),
            ("assessment.items", vec!["Kind: Oral; Outcomes it assesses: Outcome 2"]),
            ("duplication.found", vec!["no entries"]),
            ("purpose.regulatory", vec!["no"]),
            ("developer.name", vec!["nothing"]),
        ];
        for (path, said) in said {
            assert_eq!(entries(&draft, path), said, "{path}");
        }
        let odd = json!({ "credits": "fifteen", "title": { "en": "Bees" }, "need": { "evidence": "many letters" }, "level": [4, 5] });
        assert_eq!(entries(&odd, "credits"), ["“fifteen”"]);
        assert_eq!(entries(&odd, "title"), ["“Bees”"]);
        assert_eq!(entries(&odd, "need.evidence"), ["“many letters”"]);
        assert_eq!(entries(&odd, "level"), ["4 and 5"]);
    }
}
