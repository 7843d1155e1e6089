//! What a draft answers, field by field, as rules ask for it.

use super::page::{Condition, Wanted};
use crate::domain::draft::Draft;
use crate::domain::draft::fields::{self, Kind};
use crate::domain::field_of_study;
use crate::domain::json::{self, Code, Decimal, FromJson};
use crate::domain::language::Language;
use crate::domain::text::{self, NoAnswer, visible};
use crate::domain::{day, day::Day};
use serde_json::Value;
use std::collections::BTreeSet;

/// The answers of a draft.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Answers<'a> {
    draft: &'a Draft,
}

/// What is at a field.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::domain) enum Answer<'a> {
    /// Nothing.
    Nothing,
    /// A text that says nothing, such as “n/a”, without white space at its ends.
    Empty(NoAnswer, &'a str),
    /// Something that cannot be understood.
    Unclear(&'a Value),
    /// An answer.
    Given(Given<'a>),
}

/// An answer, by the kind of its field.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::domain) enum Given<'a> {
    /// A text, without white space at its ends.
    Text(&'a str),
    /// A code, or one of some choices.
    Code(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Day(Day),
    /// Yes or no.
    YesNo(bool),
    /// A list with entries that say something.
    List,
}

impl<'a> Answers<'a> {
    pub(in crate::domain) fn of(draft: &'a Draft) -> Self {
        Self { draft }
    }

    /// What is at a path: `credits`, `outcomes.0.text`.
    pub(in crate::domain) fn at(self, path: &str) -> Answer<'a> {
        let Some(value) = self.draft.get(path).filter(|value| !is_empty(value)) else {
            return Answer::Nothing;
        };
        let kind = fields::find(path).map(|field| field.kind);
        // A choice says something, which is seen sooner than that a text does.
        if let (Some(Kind::One(choices)), Some(text)) = (kind, value.as_str())
            && let Some(choice) = choices.find(text)
        {
            return Answer::Given(Given::Code(choice.id.to_owned()));
        }
        // A list is looked at entry by entry, and an id that no form shows may be any text.
        let text = value.as_str().filter(|_| kind.is_some_and(|kind| !kind.is_list()));
        // “Nil” is a fee.
        let is_fee = || matches!(kind, Some(kind @ Kind::Money) if kind.number(value).is_some());
        let text = text.filter(|_| !is_fee());
        if let Some((text, none)) = text.and_then(|text| Some((text, text::no_answer(text)?))) {
            return Answer::Empty(none, visible(text));
        }
        // A number for want of words: no paragraph is without a letter.
        if let (Some(Kind::Paragraph), Some(text)) = (kind, text)
            && !text.contains(char::is_alphabetic)
        {
            return Answer::Empty(NoAnswer::NotYet, visible(text));
        }
        let given = match kind {
            Some(kind @ (Kind::Whole(_) | Kind::Level | Kind::Credits | Kind::Money)) => {
                kind.number(value).map(Given::Number)
            }
            Some(Kind::YesNo) => bool::from_json(value).map(Given::YesNo),
            Some(Kind::Day) => day::typed(value).map(Given::Day),
            Some(Kind::One(choices)) => choices.read(value).map(Given::Code),
            Some(Kind::Several(_) | Kind::Lines | Kind::OutcomeIds | Kind::Records(_)) => {
                let has_entries = self.entries(path).next().is_some();
                return if has_entries { Answer::Given(Given::List) } else { Answer::Nothing };
            }
            Some(Kind::Line | Kind::Paragraph) => value.as_str().map(|text| Given::Text(visible(text))),
            Some(Kind::FieldOfStudy) => field_of_study::typed(value).map(Given::Code),
            Some(Kind::Code) | None => Code::from_json(value).map(|code| Given::Code(code.into_text())),
        };
        given.map_or(Answer::Unclear(value), Answer::Given)
    }

    /// Whether the field is filled in with an answer; “none” is one where `none_too` says so. That of a list’s
    /// entries is where one of them fills it in.
    pub(in crate::domain) fn has(self, path: &str, none_too: bool) -> bool {
        if let Some((list, field)) = path.split_once(".*.") {
            return self.list(list).any(|entry| self.has(&format!("{entry}.{field}"), none_too));
        }
        match self.at(path) {
            Answer::Given(_) => true,
            Answer::Empty(NoAnswer::None, _) => none_too,
            Answer::Nothing => none_too && self.lists_none(path),
            _ => false,
        }
    }

    /// Whether the only entry of a list says that there is none.
    fn lists_none(self, path: &str) -> bool {
        match self.draft.entries(path) {
            [only] => only.as_str().and_then(text::no_answer) == Some(NoAnswer::None),
            _ => false,
        }
    }

    /// The text or code at a path, where there is one.
    pub(in crate::domain) fn text(self, path: &str) -> Option<String> {
        match self.at(path) {
            Answer::Given(Given::Text(text)) => Some(text.to_owned()),
            Answer::Given(Given::Code(code)) => Some(code),
            _ => None,
        }
    }

    /// The number at a path, where there is one.
    pub(in crate::domain) fn number(self, path: &str) -> Option<Decimal> {
        match self.at(path) {
            Answer::Given(Given::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// The entries of the list at a path that say something, and the place of each.
    fn entries(self, path: &str) -> impl Iterator<Item = (usize, &'a Value)> {
        // An id that the form gives is nobody's answer.
        let gives_ids = matches!(
            fields::find(path).map(|field| field.kind),
            Some(Kind::Records(record)) if record.id_prefix.is_some()
        );
        let places = self.draft.entries(path).iter().enumerate();
        places.filter(move |(_, entry)| says_something(entry, gives_ids))
    }

    /// The paths of the entries of the list at a path that say something.
    pub(in crate::domain) fn list(self, path: &str) -> impl Iterator<Item = String> {
        self.entries(path).map(move |(at, _)| format!("{path}.{at}"))
    }

    /// The texts of the list at a path; of choices their ids.
    pub(in crate::domain) fn texts(self, path: &str) -> Vec<String> {
        let kind = fields::find(path).map(|field| field.kind);
        let choice = |entry: &Value| match kind {
            Some(Kind::Several(choices)) => choices.read(entry),
            _ => None,
        };
        let text = |entry: &Value| choice(entry).or_else(|| Code::from_json(entry).map(Code::into_text));
        self.entries(path).filter_map(|(_, entry)| text(entry)).collect()
    }

    /// The texts of a list, or the texts or numbers of a field of each of its entries: `standards.*.id`.
    pub(in crate::domain) fn ids(self, path: &str) -> Vec<String> {
        let id = |path: String| self.text(&path).or_else(|| Some(self.number(&path)?.to_string()));
        match path.split_once(".*.") {
            Some((list, field)) => {
                self.list(list).filter_map(|entry| id(format!("{entry}.{field}"))).collect()
            }
            None => self.texts(path),
        }
    }

    /// The ids of one list that are not in another, each once, compared by their numbers: “US 27360” is 27360.
    pub(in crate::domain) fn ids_beyond(self, path: &str, others: &str) -> Vec<String> {
        let mut known: BTreeSet<String> = self.ids(others).iter().map(|id| number_of(id)).collect();
        let mut ids = self.ids(path);
        ids.retain(|id| known.insert(number_of(id)));
        ids
    }

    /// Whether a condition holds. What it says of a list's entries has to hold of one and the same entry.
    pub(in crate::domain) fn meet(self, condition: &Condition) -> bool {
        let holds_of = |entry: &str, list: &str| {
            condition.iter().all(|(path, wanted)| match path.split_once(".*.") {
                Some((of, field)) if of == list => self.is_one_of(&format!("{entry}.{field}"), wanted),
                _ => true,
            })
        };
        condition.iter().all(|(path, wanted)| match path.split_once(".*.") {
            None => self.is_one_of(path, wanted),
            Some((list, _)) => self.list(list).any(|entry| holds_of(&entry, list)),
        })
    }

    /// Whether the answer at a path is one of those wanted.
    pub(in crate::domain) fn is_one_of(self, path: &str, wanted: &Wanted) -> bool {
        let answer = self.at(path);
        let texts = if answer == Answer::Given(Given::List) { self.texts(path) } else { Vec::new() };
        let says_something = || matches!(answer, Answer::Given(_) | Answer::Unclear(_));
        let is = |wanted: &str| match (wanted, &answer) {
            ("given", _) => says_something(),
            ("missing", _) => !says_something(),
            (_, Answer::Given(Given::List)) => texts.iter().any(|text| text == wanted),
            (_, Answer::Given(Given::Code(code))) => text::are_same(code, wanted),
            (_, Answer::Given(Given::Number(number))) => number.to_string() == wanted,
            (_, Answer::Given(Given::Text(text))) => text::are_same(text, wanted),
            _ => false,
        };
        match wanted {
            Wanted::YesNo(wanted) => answer == Answer::Given(Given::YesNo(*wanted)),
            Wanted::One(wanted) => is(wanted),
            Wanted::Any(wanted) => wanted.iter().any(|wanted| is(wanted)),
        }
    }

    /// The answer at a path in words: `60 credits`, `level 4`, `$64`, `Workplace`, `“Volt Academy”`.
    pub(in crate::domain) fn shown(self, path: &str, language: Language) -> String {
        let kind = fields::find(path).map(|field| field.kind);
        match (self.at(path), kind) {
            (Answer::Given(Given::Number(number)), Some(Kind::Credits)) => number.credits(),
            (Answer::Given(Given::Number(number)), Some(Kind::Level)) => format!("level {number}"),
            (Answer::Given(Given::Number(number)), Some(Kind::Money)) => number.dollars(),
            (Answer::Given(Given::Number(number)), _) => number.grouped(),
            (Answer::Given(Given::Code(code)), Some(Kind::One(choices))) => choices
                .find(&code)
                .map_or(format!("“{code}”"), |choice| choice.label(language).to_owned()),
            (Answer::Given(Given::Day(day)), _) => day::spelled(day),
            (Answer::Given(Given::List), Some(Kind::Several(choices))) => {
                let labels = self.texts(path).into_iter();
                let labels =
                    labels.map(|id| choices.find(&id).map_or(id, |choice| choice.label(language).to_owned()));
                text::listed(&labels.collect::<Vec<_>>())
            }
            (Answer::Given(Given::List), _) => text::quoted(&self.texts(path)),
            (Answer::Given(Given::YesNo(yes)), _) => (if yes { "yes" } else { "no" }).to_owned(),
            _ => self.draft.get(path).map(json::quoted).unwrap_or_default(),
        }
    }
}

/// The number of a standard, however it is written: `27360` of “US 27360”. Its words where it has none.
fn number_of(id: &str) -> String {
    let from_digits = id.chars().skip_while(|sign| !sign.is_ascii_digit());
    let number: String = from_digits.take_while(char::is_ascii_digit).collect();
    if number.is_empty() { text::fold(id) } else { number }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| visible(text).is_empty())
}

/// Whether there is an answer anywhere in an entry, besides its id.
fn says_something(value: &Value, gives_ids: bool) -> bool {
    match value {
        Value::Object(fields) => {
            fields.iter().any(|(name, value)| !(gives_ids && name == "id") && says_something(value, false))
        }
        Value::Array(items) => items.iter().any(|item| says_something(item, false)),
        Value::String(text) => !visible(text).is_empty() && text::no_answer(text).is_none(),
        other => !other.is_null(),
    }
}
