//! The search of the register: words, filters, and how many entries each filter would leave.

use super::{Credential, Facet, FacetValue, Qualification, Query, Register, Standard};
use crate::domain::Language;
use crate::domain::text::fold;
use crate::domain::vocabulary::vocabulary;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

vocabulary! {
    /// A field that the search reads, in the order in which it reads them.
    SearchField of SEARCH_FIELD {
        Title = "title",
        Provider = "provider",
        Developer = "developer",
        Subject = "subject",
        Aim = "aim",
        LearningOutcomes = "learning_outcomes",
        Delivery = "delivery",
        Standards = "standards",
        Numbers = "numbers",
    }
}

/// What the register has for a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// How many entries fit, beyond the limit too.
    pub total: usize,
    /// The first of them; those with more of the words in the title come first.
    pub hits: Vec<Hit>,
    /// For each facet, how many entries each of its values would leave with the other filters as
    /// they are.
    pub facets: BTreeMap<Facet, Vec<Count>>,
}

/// A micro-credential that fits a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Hit {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Why it fits.
    pub matched: Vec<Match>,
}

impl Hit {
    /// The fields that have words of the query.
    pub fn fields(&self) -> Vec<SearchField> {
        self.matched.iter().map(|found| found.field).collect()
    }
}

/// The words of the query that a field has.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Match {
    /// The field.
    pub field: SearchField,
    /// The words, folded as [`fold`] does.
    pub words: Vec<String>,
}

/// How many entries have a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Count {
    pub value: FacetValue,
    pub count: usize,
}

/// The folded words of an entry: a line for each field, the title first, and a space before each word, so
/// that a space and some letters find the beginnings of words.
#[derive(Clone, Debug)]
pub(super) struct Searchable {
    lines: String,
}

impl Searchable {
    pub(super) fn of_credential(credential: &Credential) -> Self {
        Self::of(SearchField::ALL.iter().map(|field| field.texts(credential)))
    }

    pub(super) fn of_qualification(of: &Qualification) -> Self {
        let others = of.nzqcf_id.iter().chain(&of.kind).chain(&of.owner).chain(&of.provider);
        Self::of([vec![of.title.as_str()], others.map(String::as_str).collect()])
    }

    pub(super) fn of_standard(of: &Standard) -> Self {
        Self::of([vec![of.title.as_ref().unwrap_or(&of.id).as_str()], vec![of.id.as_str()]])
    }

    fn of<'a>(fields: impl IntoIterator<Item = Vec<&'a str>>) -> Self {
        let mut lines = String::new();
        for texts in fields {
            for text in texts {
                lines.push(' ');
                lines.push_str(&fold(text));
            }
            lines.push('\n');
        }
        Self { lines }
    }

    /// All folded words.
    pub(super) fn all(&self) -> &str {
        &self.lines
    }

    /// The folded title.
    pub(super) fn title(&self) -> &str {
        self.lines.split('\n').next().unwrap_or_default()
    }

    pub(super) fn has_all(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.lines.contains(word.as_str()))
    }

    /// How many of the words the title has.
    pub(super) fn in_title(&self, words: &[String]) -> usize {
        words.iter().filter(|word| self.title().contains(word.as_str())).count()
    }

    fn matched(&self, words: &[String]) -> Vec<Match> {
        let mut matched = Vec::new();
        for (field, line) in SearchField::ALL.iter().zip(self.lines.split('\n')) {
            let found = words.iter().filter(|word| line.contains(word.as_str()));
            let words: Vec<String> = found.map(|word| word.trim_start().to_owned()).collect();
            if !words.is_empty() {
                matched.push(Match { field: *field, words });
            }
        }
        matched
    }
}

impl SearchField {
    fn texts(self, of: &Credential) -> Vec<&str> {
        fn all<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
            texts.into_iter().map(String::as_str).collect()
        }
        match self {
            Self::Title => vec![&of.title],
            Self::Provider => all(&of.provider),
            Self::Developer => all(&of.developer),
            Self::Subject => of.subject.map(|subject| subject.label(Language::ENGLISH)).into_iter().collect(),
            Self::Aim => all(&of.aim),
            Self::LearningOutcomes => all(&of.learning_outcomes),
            Self::Delivery => all(&of.delivery),
            Self::Standards => all(&of.standards),
            Self::Numbers => all(of.nzqcf_id.iter().chain(&of.nzqa_code)),
        }
    }
}

impl Register {
    /// The micro-credentials that have all words of a query, each at the beginning of a word, and
    /// pass its filters. The same query has the same answer.
    pub fn search(&self, query: &Query) -> Answer {
        let words = words(&query.text);
        let no_values: &[FacetValue] = &[];
        let chosen = |facet: Facet| query.filters.get(&facet).map_or(no_values, Vec::as_slice);
        let mut facets: BTreeMap<Facet, Vec<Count>> = BTreeMap::new();
        for facet in Facet::ALL {
            // A chosen value is listed even where no entry has it.
            let counts = facets.entry(*facet).or_default();
            chosen(*facet).iter().for_each(|value| count(counts, *value, 0));
        }
        let mut found = Vec::new();
        for (credential, searchable) in self.credentials.iter().zip(&self.searchable) {
            if !searchable.has_all(&words) {
                continue;
            }
            let refuses = |facet: &&Facet| {
                let values = chosen(**facet);
                !values.is_empty() && !values.contains(&FacetValue::of(**facet, credential))
            };
            let mut refusing = Facet::ALL.iter().filter(refuses);
            let counted = match (refusing.next(), refusing.next()) {
                (None, _) => {
                    found.push((credential, searchable));
                    Facet::ALL
                }
                (Some(facet), None) => std::slice::from_ref(facet),
                _ => continue,
            };
            for facet in counted {
                count(facets.entry(*facet).or_default(), FacetValue::of(*facet, credential), 1);
            }
        }
        let total = found.len();
        found.sort_by_key(|(_, searchable)| Reverse(searchable.in_title(&words)));
        let hits = found.into_iter().take(query.limit).map(|(credential, searchable)| Hit {
            key: credential.key.clone(),
            title: credential.title.clone(),
            matched: searchable.matched(&words),
        });
        Answer { total, hits: hits.collect(), facets }
    }
}

/// The words of a text, each once and with a space before it.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut seen = BTreeSet::new();
    let words = folded.split_whitespace().filter(|word| seen.insert(*word));
    words.map(|word| format!(" {word}")).collect()
}

/// Counts more entries for a value; the values stay in their order.
fn count(counts: &mut Vec<Count>, value: FacetValue, more: usize) {
    let place = counts.partition_point(|count| count.value < value);
    match counts.get_mut(place) {
        Some(count) if count.value == value => count.count += more,
        _ => counts.insert(place, Count { value, count: more }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register() -> Register {
        Register::read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[
                {"key":"a","title":"Planting trees","aim":"Forestry, at last.","level":3,"credits":10,"source":"s"},
                {"key":"b","title":"Forestry leadership","provider":"Te Wānanga","level":5,"credits":40,"source":"s"},
                {"key":"c","title":"Te reo Māori","nzqa_code":"128479-1","level":5,"source":"s"}]}"#,
        )
        .unwrap()
    }

    fn search(query: &str) -> Answer {
        register().search(&Query::read(query).unwrap())
    }

    fn keys(query: &str) -> Vec<String> {
        search(query).hits.into_iter().map(|hit| hit.key).collect()
    }

    #[test]
    fn all_words_must_begin_a_word_and_titles_come_first() {
        assert_eq!(keys(r#"{"text":"forest"}"#), ["b", "a"]);
        assert_eq!(keys(r#"{"text":"FORESTRY plant forestry"}"#), ["a"]);
        assert_eq!(keys(r#"{"text":"estry"}"#), [""; 0]);
        assert_eq!(keys(r#"{"text":" … "}"#), ["a", "b", "c"]);
        assert_eq!(keys(r#"{"text":"maaori"}"#), ["c"]);
        assert_eq!(keys(r#"{"text":"waananga"}"#), ["b"]);
        assert_eq!(keys(r#"{"text":"128479-1"}"#), ["c"]);
    }

    #[test]
    fn a_hit_says_why() {
        let answer = search(r#"{"text":"forestry wananga","limit":5}"#);
        let hits = serde_json::to_string(&answer.hits).unwrap();
        assert_eq!(
            hits,
            r#"[{"key":"b","title":"Forestry leadership","matched":[{"field":"title","words":["forestry"]},{"field":"provider","words":["wananga"]}]}]"#
        );
    }

    #[test]
    fn facets_count_under_the_other_filters() {
        let answer = search(r#"{"filters":{"level":[5]},"limit":1}"#);
        assert_eq!((answer.total, answer.hits.len()), (2, 1));
        let facets = serde_json::to_value(&answer.facets).unwrap();
        assert_eq!(
            facets["level"].to_string(),
            r#"[{"value":3,"count":1},{"value":5,"count":2}]"#,
            "its own filter does not narrow a facet"
        );
        assert_eq!(
            facets["credits"].to_string(),
            r#"[{"value":"31-40","count":1},{"value":"not_stated","count":1}]"#
        );
    }

    #[test]
    fn a_chosen_value_stays_when_it_has_none() {
        let answer = search(r#"{"text":"planting","filters":{"credits":["41+"]}}"#);
        assert_eq!(answer.total, 0);
        let counts = &answer.facets[&Facet::Credits];
        assert_eq!(counts.iter().map(|each| each.count).collect::<Vec<_>>(), [1, 0]);
    }
}
