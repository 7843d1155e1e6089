//! What somebody looks for in the register.

use super::{Credential, ProviderKind, StatusGroup, Subject};
use crate::domain::json::{self, Fields, Log};
use crate::domain::measure::{Credits, Level, whole_number};
use crate::domain::vocabulary::{Vocabulary, one_of, vocabulary};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::ops::Index;

const NOT_STATED: &str = "not_stated";
const DEFAULT_LIMIT: usize = 20;

vocabulary! {
    /// A side of a micro-credential by which a search can be narrowed.
    Facet {
        Level = "level", "Level";
        Credits = "credits", "Credits";
        ProviderKind = "provider_kind", "Kind of provider";
        Subject = "subject", "Subject";
        Status = "status", "Status";
    }
    /// A range of credits.
    CreditBand {
        UpTo4 = "1-4", "1–4 credits";
        UpTo10 = "5-10", "5–10 credits";
        UpTo20 = "11-20", "11–20 credits";
        UpTo30 = "21-30", "21–30 credits";
        UpTo40 = "31-40", "31–40 credits";
        Above40 = "41+", "41 credits and more";
    }
}

impl CreditBand {
    /// The band into which a number of credits falls.
    pub fn of(credits: Credits) -> Self {
        match credits.0 {
            0..=4 => Self::UpTo4,
            5..=10 => Self::UpTo10,
            11..=20 => Self::UpTo20,
            21..=30 => Self::UpTo30,
            31..=40 => Self::UpTo40,
            _ => Self::Above40,
        }
    }
}

/// A value of a facet. Their order is the one in which facets list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "one for each facet of the same name")]
pub enum Choice {
    Level(Level),
    Credits(CreditBand),
    ProviderKind(ProviderKind),
    Subject(Subject),
    Status(StatusGroup),
    /// The register does not say.
    NotStated,
}

impl Choice {
    /// The value of a facet as JSON writes it: `5`, `"wdc"`, `"not_stated"`.
    pub fn parse(facet: Facet, value: &Value) -> Option<Self> {
        let spelling = value.as_str();
        if spelling == Some(NOT_STATED) {
            return Some(Self::NotStated);
        }
        match facet {
            Facet::Level => whole_number(value).and_then(Level::new).map(Self::Level),
            Facet::Credits => CreditBand::parse(spelling?).map(Self::Credits),
            Facet::ProviderKind => ProviderKind::parse(spelling?).map(Self::ProviderKind),
            Facet::Subject => Subject::parse(spelling?).map(Self::Subject),
            Facet::Status => StatusGroup::parse(spelling?).map(Self::Status),
        }
    }

    /// Where a micro-credential stands on a facet.
    pub fn of(facet: Facet, credential: &Credential) -> Self {
        let stated = match facet {
            Facet::Level => credential.level.map(Self::Level),
            Facet::Credits => credential.credits.map(|credits| Self::Credits(CreditBand::of(credits))),
            Facet::ProviderKind => credential.provider_kind.map(Self::ProviderKind),
            Facet::Subject => credential.subject.map(Self::Subject),
            Facet::Status => credential.status_group.map(Self::Status),
        };
        stated.unwrap_or(Self::NotStated)
    }

    /// The value as addresses spell it.
    pub fn spelling(self) -> String {
        match self {
            Self::Level(level) => level.get().to_string(),
            Self::Credits(band) => band.id().to_owned(),
            Self::ProviderKind(kind) => kind.id().to_owned(),
            Self::Subject(subject) => subject.id().to_owned(),
            Self::Status(status) => status.id().to_owned(),
            Self::NotStated => NOT_STATED.to_owned(),
        }
    }

    /// The value as the screen spells it.
    pub fn label(self) -> String {
        match self {
            Self::Level(level) => format!("Level {}", level.get()),
            Self::Credits(band) => band.label().to_owned(),
            Self::ProviderKind(kind) => kind.label().to_owned(),
            Self::Subject(subject) => subject.label().to_owned(),
            Self::Status(status) => status.label().to_owned(),
            Self::NotStated => "Not stated".to_owned(),
        }
    }
}

impl Serialize for Choice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => level.serialize(serializer),
            other => serializer.serialize_str(&other.spelling()),
        }
    }
}

/// Something for each facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerFacet<T>([T; Facet::ALL.len()]);

#[expect(clippy::indexing_slicing, reason = "there is a place for every facet")]
impl<T> PerFacet<T> {
    /// What a facet has, to change it.
    pub fn of(&mut self, facet: Facet) -> &mut T {
        &mut self.0[facet as usize]
    }
}

#[expect(clippy::indexing_slicing, reason = "there is a place for every facet")]
impl<T> Index<&Facet> for PerFacet<T> {
    type Output = T;

    fn index(&self, facet: &Facet) -> &T {
        &self.0[*facet as usize]
    }
}

impl<'a, T> IntoIterator for &'a PerFacet<T> {
    type Item = (&'a Facet, &'a T);
    type IntoIter = std::iter::Zip<std::slice::Iter<'a, Facet>, std::slice::Iter<'a, T>>;

    fn into_iter(self) -> Self::IntoIter {
        Facet::ALL.iter().zip(&self.0)
    }
}

impl<T: Serialize> Serialize for PerFacet<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

/// What somebody looks for: every word, in what the filters let through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Query {
    /// The words, as typed.
    pub text: String,
    /// The values that each facet may have; a facet without any may have all.
    #[serde(serialize_with = "chosen")]
    pub filters: PerFacet<Vec<Choice>>,
    /// How many hits are wanted at most.
    pub limit: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self { text: String::new(), filters: PerFacet::default(), limit: DEFAULT_LIMIT }
    }
}

/// The filters that are set.
fn chosen<S: Serializer>(filters: &PerFacet<Vec<Choice>>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(filters.into_iter().filter(|(_, choices)| !choices.is_empty()))
}

/// Why a text is no query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAQuery(
    /// What is wrong, and where.
    pub String,
);

impl fmt::Display for NotAQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Query {
    /// Reads a query; each part of it may be missing.
    ///
    /// # Errors
    /// The text is not one JSON object, or some part of it is unknown or does not fit.
    pub fn read(text: &str) -> Result<Self, NotAQuery> {
        let mut log = Log::default();
        let mut fields = Fields::new(json::object(text, "A query").map_err(NotAQuery)?, &mut log);
        let query = Self {
            text: fields.text("text").unwrap_or_default(),
            filters: fields.within("filters", |filters| Some(read_filters(filters))).unwrap_or_default(),
            limit: fields
                .take("limit", "how many hits are wanted", |limit| usize::try_from(whole_number(limit)?).ok())
                .unwrap_or(DEFAULT_LIMIT),
        };
        fields.tell_unknown("query");
        match log.problems.first() {
            None => Ok(query),
            Some(problem) => Err(NotAQuery(problem.to_string())),
        }
    }
}

fn read_filters(filters: &mut Fields) -> PerFacet<Vec<Choice>> {
    let mut wanted = PerFacet::default();
    for facet in Facet::ALL {
        let expected = format!("{}, or {NOT_STATED}", expected(*facet));
        *wanted.of(*facet) = filters.several(facet.id(), &expected, |value| Choice::parse(*facet, value));
    }
    wanted
}

fn expected(facet: Facet) -> String {
    match facet {
        Facet::Level => "a level from 1 to 10".to_owned(),
        Facet::Credits => one_of(CreditBand::CHOICES),
        Facet::ProviderKind => one_of(ProviderKind::CHOICES),
        Facet::Subject => one_of(Subject::CHOICES),
        Facet::Status => one_of(StatusGroup::CHOICES),
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
    fn what_does_not_fit_is_told_with_its_place() {
        for (text, says) in [
            ("{", "line 1 column 1"),
            ("7", "one JSON object"),
            (r#"{"filters":{"level":[5,12]}}"#, "filters.level[1] stands 12"),
            (r#"{"filters":{"level":5}}"#, "filters.level stands 5"),
            (r#"{"filters":{"colour":["red"]}}"#, "filters.colour"),
            (r#"{"filters":{"credits":["7"]}}"#, "1-4, 5-10"),
            (r#"{"limit":-1}"#, "limit stands -1"),
            (r#"{"txt":"x"}"#, "txt"),
            (r#"{"text":["x"]}"#, "text stands"),
        ] {
            let NotAQuery(message) = Query::read(text).unwrap_err();
            assert!(message.contains(says), "{text}: {message}");
        }
    }
}
