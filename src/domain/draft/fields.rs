//! The catalogue of a draft's fields: what each is called, what it holds, and which part of the form
//! it is in. The build reads it from `catalogue.toml`.

pub use crate::domain::json::Unit;
use crate::domain::json::{self, FromJson};
use crate::domain::language::{Language, Text};
use crate::domain::text::capitalised;
use crate::domain::vocabulary::lists;
pub use crate::domain::vocabulary::{Choice, Choices};
use crate::domain::{day, field_of_study, measure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A line of text.
    Line,
    /// A text that other programs may write as a number.
    Code,
    /// The code of a field of study.
    FieldOfStudy,
    /// Text of any length.
    Paragraph,
    /// A whole number of a unit.
    Whole(Unit),
    /// A level of the framework.
    Level,
    /// Credits.
    Credits,
    /// New Zealand dollars including GST.
    Money,
    /// A calendar day.
    Day,
    /// True or false.
    YesNo,
    /// One of some choices.
    One(Choices),
    /// Any of some choices.
    Several(Choices),
    /// A list of texts, one a line.
    Lines,
    /// Ids of the learning outcomes that the entry covers.
    OutcomeIds,
    /// A list of entries that have fields of their own.
    Records(&'static Record),
}

/// The entries of a [`Kind::Records`] field.
#[derive(Debug)]
pub struct Record {
    noun: Text,
    with_article: Text,
    /// The letter before the number in the entries' ids, where they have ids.
    pub id_prefix: Option<&'static str>,
    /// The fields of an entry; their paths start at the entry.
    pub fields: &'static [Field],
}

impl Record {
    /// What one entry is called: `outcome`.
    pub fn noun(&self, language: Language) -> &'static str {
        self.noun.in_language(language)
    }

    /// The same with its article: `an outcome`.
    pub fn with_article(&self, language: Language) -> &'static str {
        self.with_article.in_language(language)
    }
}

/// A field of the draft.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Where it is in the file, nested at the dots; in a record, where it is in the entry.
    pub path: &'static str,
    /// What it holds.
    pub kind: Kind,
    label: Text,
    hint: Option<Text>,
}

impl Field {
    /// What it is called on screen.
    pub fn label(&self, language: Language) -> &'static str {
        self.label.in_language(language)
    }

    /// What to write there, in a sentence.
    pub fn hint(&self, language: Language) -> Option<&'static str> {
        self.hint.map(|hint| hint.in_language(language))
    }
}

/// A part of the form: fields that belong together.
#[derive(Debug)]
pub struct Part {
    /// The part's name in addresses.
    pub id: &'static str,
    title: Text,
    /// The fields, in the order of the form.
    pub fields: &'static [Field],
}

impl Part {
    /// The part's heading.
    pub fn title(&self, language: Language) -> &'static str {
        self.title.in_language(language)
    }
}

impl Kind {
    /// What a value of this kind is, in words.
    pub(in crate::domain) fn expected(&self) -> String {
        match self {
            Self::Line | Self::Paragraph => String::expected(),
            Self::Code => json::Code::expected(),
            Self::FieldOfStudy => field_of_study::EXPECTED.to_owned(),
            Self::Whole(_) => u32::expected(),
            Self::Level => measure::Level::expected(),
            Self::Credits => measure::Credits::expected(),
            Self::Money => "an amount in dollars, including GST".to_owned(),
            Self::Day => day::Day::expected(),
            Self::YesNo => "yes or no (in a file, true or false)".to_owned(),
            Self::One(choices) => choices.expected(),
            Self::Several(_) | Self::Lines | Self::OutcomeIds | Self::Records(_) => "a list".to_owned(),
        }
    }

    /// The number that a value is, where the kind is one of numbers. Only of an amount of money a rule says what it
    /// is below zero.
    pub(in crate::domain) fn number(&self, value: &Value) -> Option<json::Decimal> {
        let unit = match self {
            Self::Whole(unit) => *unit,
            Self::Level => Unit::Level,
            Self::Credits => Unit::Credits,
            Self::Money => Unit::Dollars,
            _ => return None,
        };
        let may_be = |number: &json::Decimal| unit == Unit::Dollars || *number >= json::Decimal::from(0);
        json::Decimal::read(unit, value).filter(may_be)
    }

    /// The number, the day or the choice that a value is read as, in the spelling of files.
    pub(in crate::domain) fn read(&self, value: &Value) -> Option<String> {
        match self {
            Self::Whole(_) | Self::Level | Self::Credits | Self::Money => {
                self.number(value).map(|number| number.to_string())
            }
            Self::FieldOfStudy => field_of_study::typed(value),
            Self::One(choices) => choices.read(value),
            Self::Day => day::typed(value).map(|day| day.to_string()),
            _ => None,
        }
    }

    /// Whether a value at the field is a list of entries. A lone one is a list of one.
    pub fn is_list(&self) -> bool {
        matches!(self, Self::Several(_) | Self::Lines | Self::OutcomeIds | Self::Records(_))
    }

    /// Whether a value is of this kind; of a list, its entries are looked at one by one.
    pub(in crate::domain) fn fits(&self, value: &Value) -> bool {
        match self {
            Self::Line | Self::Paragraph => value.is_string(),
            Self::Code => json::Code::from_json(value).is_some(),
            Self::FieldOfStudy => field_of_study::typed(value).is_some(),
            Self::Whole(_) => self
                .number(value)
                .and_then(json::Decimal::whole)
                .is_some_and(|number| u32::try_from(number).is_ok()),
            Self::Level => measure::Level::from_json(value).is_some(),
            Self::Credits => measure::Credits::from_json(value).is_some(),
            Self::Money => self.number(value).is_some(),
            Self::Day => day::typed(value).is_some(),
            Self::YesNo => bool::from_json(value).is_some(),
            Self::One(choices) => choices.read(value).is_some(),
            Self::Several(_) | Self::Lines | Self::OutcomeIds | Self::Records(_) => true,
        }
    }
}

/// The path of the day of the application, which the draft's page asks at its head.
pub const DAY: &str = "application.date";

/// The whole form.
pub const PARTS: &[Part] = include!(concat!(env!("OUT_DIR"), "/domain_parts.rs"));

/// Fields of the file format that the form does not ask for.
const ALSO_KNOWN: &[&str] = include!(concat!(env!("OUT_DIR"), "/domain_also_known.rs"));

/// All fields of the form, in order.
pub fn all() -> impl Iterator<Item = &'static Field> {
    PARTS.iter().flat_map(|part| part.fields)
}

/// The fields of the form by their paths.
static BY_PATH: LazyLock<BTreeMap<&str, &Field>> =
    LazyLock::new(|| all().map(|field| (field.path, field)).collect());

/// The field at a path; for the field of a list's entry, `standards.0.level`, that field.
pub fn find(path: &str) -> Option<&'static Field> {
    if let Some(field) = BY_PATH.get(path) {
        return Some(field);
    }
    let (list, _, inner) = parts_of(path)?;
    record_of(list)?.fields.iter().find(|field| field.path == inner)
}

/// What the value at a path is called on screen: `Credits`, `Standard 2: Level`. `None` where the form has no
/// field there.
pub fn name_of(path: &str, language: Language) -> Option<String> {
    let field = field_around(path)?;
    let label = field.label(language).to_owned();
    let rest = path.get(field.path.len() + 1..).unwrap_or_default();
    let (index, inner) = rest.split_once('.').unwrap_or((rest, ""));
    let (Kind::Records(record), Ok(index)) = (field.kind, index.parse::<usize>()) else { return Some(label) };
    let entry = format!("{} {}", capitalised(record.noun(language)), index.saturating_add(1));
    let inner = record.fields.iter().find(|field| field.path == inner);
    Some(inner.map_or(entry.clone(), |inner| format!("{entry}: {}", inner.label(language))))
}

/// The field of the form at a path or around it.
pub fn field_around(path: &str) -> Option<&'static Field> {
    let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
    ends.into_iter().filter_map(|end| path.get(..end)).find_map(|above| BY_PATH.get(above).copied())
}

/// What the entry is that the field of a path is in, and its place in its list.
pub(in crate::domain) fn entry_of(path: &str) -> Option<(&'static Record, usize)> {
    let (list, at, _) = parts_of(path)?;
    Some((record_of(list)?, at))
}

fn record_of(list: &str) -> Option<&'static Record> {
    match BY_PATH.get(list)?.kind {
        Kind::Records(record) => Some(record),
        _ => None,
    }
}

/// The list, the entry and the field of it that a path names: `standards`, 0 and `level` of
/// `standards.0.level`.
fn parts_of(path: &str) -> Option<(&str, usize, &str)> {
    path.match_indices('.').find_map(|(at, _)| {
        let (list, rest) = path.split_at_checked(at)?;
        let (index, inner) = rest.strip_prefix('.')?.split_once('.')?;
        Some((list, index.parse::<usize>().ok()?, inner))
    })
}

/// What a value at a path should be, in words; `None` where the format has no field there.
pub(in crate::domain) fn expected(path: &str) -> Option<String> {
    // Entries of lists may have ids that the form does not show.
    find(path).map(|field| field.kind.expected()).or_else(|| {
        let (list, index) = path.strip_suffix(".id")?.rsplit_once('.')?;
        let is_record = index.parse::<usize>().is_ok() && matches!(find(list)?.kind, Kind::Records(_));
        is_record.then(json::Code::expected)
    })
}

/// The part of the form that holds a path.
pub fn part_of(path: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.fields.iter().any(|field| is_at_or_below(path, field.path)))
}

/// Whether `path` is `above` or lies below it.
pub fn is_at_or_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether the file format has a field at exactly this path.
pub(super) fn has(path: &str) -> bool {
    ALSO_KNOWN.contains(&path) || all().any(|field| field.path == path)
}

/// Whether the file format has fields below this path.
pub(super) fn has_below(path: &str) -> bool {
    let below = |known: &str| known.len() > path.len() && is_at_or_below(known, path);
    ALSO_KNOWN.iter().any(|known| below(known)) || all().any(|field| below(field.path))
}
