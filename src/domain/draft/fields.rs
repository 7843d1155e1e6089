//! The catalogue of a draft's fields: what each is called, what it holds, and which part of the form
//! it is in. The build reads it from `catalogue.toml`.

use crate::domain::json::{self, FromJson};
use crate::domain::language::{Language, Text};
use crate::domain::text::capitalised;
use crate::domain::vocabulary::lists;
pub use crate::domain::vocabulary::{Choice, Choices};
use crate::domain::{day, measure};
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
    /// A whole number.
    Whole,
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
            Self::Code | Self::FieldOfStudy => json::Code::expected(),
            Self::Whole => u32::expected(),
            Self::Level => measure::Level::expected(),
            Self::Credits => measure::Credits::expected(),
            Self::Money => measure::Dollars::expected(),
            Self::Day => day::Day::expected(),
            Self::YesNo => bool::expected(),
            Self::One(choices) => choices.expected(),
            Self::Several(_) | Self::Lines | Self::OutcomeIds | Self::Records(_) => "a list".to_owned(),
        }
    }

    /// The number or day that a value is read as, in the spelling of files.
    pub(in crate::domain) fn read(&self, value: &Value) -> Option<String> {
        match self {
            Self::Whole | Self::Level | Self::Credits | Self::Money => {
                json::Decimal::read(value).map(|number| number.to_string())
            }
            Self::Day => day::typed(value).map(|day| day.to_string()),
            _ => None,
        }
    }

    /// Whether a value is of this kind; of a list, whether it is a list.
    pub(in crate::domain) fn fits(&self, value: &Value) -> bool {
        match self {
            Self::Line | Self::Paragraph => String::from_json(value).is_some(),
            Self::Code | Self::FieldOfStudy => json::Code::from_json(value).is_some(),
            Self::Whole => u32::from_json(value).is_some(),
            Self::Level => measure::Level::from_json(value).is_some(),
            Self::Credits => measure::Credits::from_json(value).is_some(),
            Self::Money => json::Decimal::read(value).is_some(),
            Self::Day => day::typed(value).is_some(),
            Self::YesNo => bool::from_json(value).is_some(),
            Self::One(choices) => choices.fits(value),
            Self::Several(_) | Self::Lines | Self::OutcomeIds | Self::Records(_) => value.is_array(),
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
    let (list, inner) = list_and_field(path)?;
    let Kind::Records(record) = BY_PATH.get(list)?.kind else { return None };
    record.fields.iter().find(|field| field.path == inner)
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

/// The list and the field of an entry that a path names: `standards` and `level` of `standards.0.level`.
fn list_and_field(path: &str) -> Option<(&str, &str)> {
    let steps = path.match_indices('.').map(|(at, _)| at);
    steps.into_iter().find_map(|at| {
        let (list, rest) = path.split_at_checked(at)?;
        let (index, inner) = rest.strip_prefix('.')?.split_once('.')?;
        index.parse::<usize>().is_ok().then_some((list, inner))
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
