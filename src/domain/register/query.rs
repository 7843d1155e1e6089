//! What somebody looks for in the register.

use super::entry::EntryRef;
use super::search::words;
use super::{ProviderKind, StatusGroup, Subject};
use crate::domain::goal::LearningKind;
use crate::domain::json::{self, Fields, FromJson, Log, whole_number};
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::vocabulary::vocabulary;
use crate::domain::{Language, ReadError};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;

const DEFAULT_LIMIT: usize = 20;

vocabulary! {
    /// A property of entries by which a search can be narrowed; all kinds have the first three.
    Facet of FACET {
        Kind = "kind",
        Level = "level",
        Credits = "credits",
        ProviderKind = "provider_kind",
        Subject = "subject",
        Status = "status",
    }
    /// The value of a facet where the register has none.
    UnknownValue of UNKNOWN_VALUE {
        NotStated = "not_stated",
    }
    /// A range of credits.
    CreditBand of CREDIT_BAND {
        UpTo4 = "1-4",
        UpTo10 = "5-10",
        UpTo20 = "11-20",
        UpTo30 = "21-30",
        UpTo40 = "31-40",
        Above40 = "41+",
    }
}

impl CreditBand {
    /// The band into which a size falls; none for a range that reaches into another.
    fn of(size: Size) -> Option<Self> {
        let of = |credits: Credits| match credits.0 {
            0..=4 => Self::UpTo4,
            5..=10 => Self::UpTo10,
            11..=20 => Self::UpTo20,
            21..=30 => Self::UpTo30,
            31..=40 => Self::UpTo40,
            _ => Self::Above40,
        };
        Some(of(size.least())).filter(|band| size.most().map_or(Self::Above40, of) == *band)
    }
}

/// A value of a facet. Their order is the one in which facets list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "one for each facet of the same name")]
pub enum FacetValue {
    Kind(LearningKind),
    Level(Level),
    Credits(CreditBand),
    ProviderKind(ProviderKind),
    Subject(Subject),
    Status(StatusGroup),
    /// The register does not say.
    NotStated,
}

impl FacetValue {
    /// The value that addresses and programs spell so: `5`, `wdc`, `not_stated`.
    pub fn parse(facet: Facet, id: &str) -> Option<Self> {
        Self::read(facet, &Value::from(id))
    }

    fn read(facet: Facet, value: &Value) -> Option<Self> {
        if UnknownValue::from_json(value).is_some() {
            return Some(Self::NotStated);
        }
        match facet {
            Facet::Kind => LearningKind::from_json(value).map(Self::Kind),
            Facet::Level => Level::from_json(value).map(Self::Level),
            Facet::Credits => CreditBand::from_json(value).map(Self::Credits),
            Facet::ProviderKind => ProviderKind::from_json(value).map(Self::ProviderKind),
            Facet::Subject => Subject::from_json(value).map(Self::Subject),
            Facet::Status => StatusGroup::from_json(value).map(Self::Status),
        }
    }

    /// The value of an entry on a facet; none where entries of its kind have no such thing.
    pub(super) fn of(facet: Facet, entry: EntryRef) -> Option<Self> {
        let stated = match (facet, entry) {
            (Facet::Kind, _) => Some(Self::Kind(entry.kind())),
            (Facet::Level, _) => entry.level().map(Self::Level),
            (Facet::Credits, _) => entry.size().and_then(CreditBand::of).map(Self::Credits),
            (Facet::ProviderKind, EntryRef::Credential(of)) => of.provider_kind.map(Self::ProviderKind),
            (Facet::Subject, EntryRef::Credential(of)) => of.subject.map(Self::Subject),
            (Facet::Status, EntryRef::Credential(of)) => of.status_group.map(Self::Status),
            _ => return None,
        };
        Some(stated.unwrap_or(Self::NotStated))
    }

    /// The value as addresses spell it.
    pub fn id(self) -> String {
        match self {
            Self::Kind(kind) => kind.id().to_owned(),
            Self::Level(level) => level.get().to_string(),
            Self::Credits(band) => band.id().to_owned(),
            Self::ProviderKind(kind) => kind.id().to_owned(),
            Self::Subject(subject) => subject.id().to_owned(),
            Self::Status(status) => status.id().to_owned(),
            Self::NotStated => UnknownValue::NotStated.id().to_owned(),
        }
    }

    /// What the value is called on screen.
    pub fn label(self, language: Language) -> String {
        match self {
            Self::Kind(kind) => kind.label(language).to_owned(),
            Self::Level(level) => format!("{} {}", Facet::Level.label(language), level.get()),
            Self::Credits(band) => band.label(language).to_owned(),
            Self::ProviderKind(kind) => kind.label(language).to_owned(),
            Self::Subject(subject) => subject.label(language).to_owned(),
            Self::Status(status) => status.label(language).to_owned(),
            Self::NotStated => UnknownValue::NotStated.label(language).to_owned(),
        }
    }
}

impl Serialize for FacetValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => level.serialize(serializer),
            other => serializer.serialize_str(&other.id()),
        }
    }
}

/// The values that facets may have; a facet without any may have all.
pub type Filters = BTreeMap<Facet, Vec<FacetValue>>;

/// What somebody looks for: entries that have every word and pass every filter.
///
/// ```
/// use waymark::domain::register::{Facet, FacetValue, Query};
///
/// let query = Query::new("forestry leadership")
///     .with_filter(Facet::Level, FacetValue::parse(Facet::Level, "5"))
///     .with_limit(30);
/// # assert_eq!(query, Query::read(r#"{"text":"forestry leadership","filters":{"level":[5]},"limit":30}"#).unwrap());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Query {
    /// The words, as typed.
    pub text: String,
    /// The values that each facet may have.
    pub filters: Filters,
    /// The most hits that are listed.
    pub limit: usize,
    /// Where nothing has the words, what comes closest is found.
    #[serde(skip)]
    pub is_forgiving: bool,
}

impl Default for Query {
    fn default() -> Self {
        Self { text: String::new(), filters: Filters::new(), limit: DEFAULT_LIMIT, is_forgiving: false }
    }
}

impl Query {
    /// A query for words, without filters.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The query with values that a facet may have; without any, the facet stays as it is.
    #[must_use]
    pub fn with_filter(mut self, facet: Facet, values: impl IntoIterator<Item = FacetValue>) -> Self {
        for value in values {
            self.filters.entry(facet).or_default().push(value);
        }
        self
    }

    /// The query with a limit to the hits that are listed.
    #[must_use]
    pub fn with_limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// The query, for words that may be mistyped.
    #[must_use]
    pub fn forgiving(self) -> Self {
        Self { is_forgiving: true, ..self }
    }

    /// Whether there is a word to look for.
    pub fn has_words(&self) -> bool {
        !words(&self.text).is_empty()
    }

    /// The values that a facet may have.
    pub(super) fn values(&self, facet: Facet) -> &[FacetValue] {
        self.filters.get(&facet).map_or(&[], Vec::as_slice)
    }
}

impl Query {
    /// Reads a query; each part of it may be missing. Programs search for micro-credentials alone, so it has no
    /// filter by kind.
    ///
    /// # Errors
    /// The text is not one JSON object, or some part of it is unknown or does not fit.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut log = Log::default();
        let mut fields = Fields::new(json::object(text)?, &mut log);
        let query = Self {
            text: fields.text("text").unwrap_or_default(),
            filters: fields.object("filters", |filters| Some(read_filters(filters))).unwrap_or_default(),
            limit: fields
                .read("limit", "a whole number of hits", |limit| usize::try_from(whole_number(limit)?).ok())
                .unwrap_or(DEFAULT_LIMIT),
            is_forgiving: false,
        };
        fields.report_unknown("query");
        match log.problems.into_iter().next() {
            None => Ok(query),
            Some(problem) => Err(problem.into()),
        }
    }
}

fn read_filters(fields: &mut Fields) -> Filters {
    let mut filters = Filters::new();
    for facet in Facet::ALL.iter().filter(|facet| **facet != Facet::Kind) {
        let expected = format!("{}, or {}", expected(*facet), UnknownValue::NotStated.id());
        let values = fields.list(facet.id(), &expected, |value| FacetValue::read(*facet, value));
        if !values.is_empty() {
            filters.insert(*facet, values);
        }
    }
    filters
}

fn expected(facet: Facet) -> String {
    match facet {
        Facet::Kind => LearningKind::expected(),
        Facet::Level => Level::expected(),
        Facet::Credits => CreditBand::expected(),
        Facet::ProviderKind => ProviderKind::expected(),
        Facet::Subject => Subject::expected(),
        Facet::Status => StatusGroup::expected(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_may_be_missing() {
        assert_eq!(Query::read("{}").unwrap(), Query::default());
        let query = Query::read(
            r#"{"text":"forestry","filters":{"level":[5,"not_stated"],"provider_kind":["wdc"],"credits":[]},"limit":3}"#,
        )
        .unwrap();
        assert_eq!(
            serde_json::to_string(&query).unwrap(),
            r#"{"text":"forestry","filters":{"level":[5,"not_stated"],"provider_kind":["wdc"]},"limit":3}"#
        );
        let again = Query::read(&serde_json::to_string(&query).unwrap()).unwrap();
        assert_eq!(again, query);
    }

    #[test]
    fn what_does_not_fit_is_reported_with_its_place() {
        for (text, says) in [
            ("{", "line 1, column 1"),
            ("7", "not one object"),
            (r#"{"filters":{"level":[5,12]}}"#, "filters.level[1]: found 12"),
            (r#"{"filters":{"level":5}}"#, "filters.level: found 5"),
            (r#"{"filters":{"colour":["red"]}}"#, "filters.colour"),
            (r#"{"filters":{"credits":["7"]}}"#, "1-4, 5-10"),
            (r#"{"limit":-1}"#, "limit: found -1"),
            (r#"{"txt":"x"}"#, "txt"),
            (r#"{"text":["x"]}"#, "text: found"),
        ] {
            let message = Query::read(text).unwrap_err().to_string();
            assert!(message.contains(says), "{text}: {message}");
        }
    }
}
