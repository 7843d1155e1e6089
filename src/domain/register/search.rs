//! The search of the register: words, filters, and how many entries each filter would leave.

use super::entry::{Entry, EntryRef};
use super::spelling::nearly;
use super::{Facet, FacetValue, Query, Register};
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
        Type = "type",
    }
}

/// What the register has for a query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// How many entries fit, beyond the limit too.
    pub total: usize,
    /// The first of them; those with more of the words in the title come first.
    pub hits: Vec<Hit>,
    /// None has all the words: these come closest.
    #[serde(skip)]
    pub is_closest: bool,
    /// For each facet, how many entries each of its values would leave with the other filters as
    /// they are.
    pub facets: BTreeMap<Facet, Vec<Count>>,
}

/// An entry that fits a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Hit {
    /// What was found.
    #[serde(flatten)]
    pub entry: Entry,
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
    pub(super) fn of(entry: EntryRef) -> Self {
        let mut lines = String::new();
        for field in SearchField::ALL {
            for text in field.texts(entry) {
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
    fn texts(self, of: EntryRef<'_>) -> Vec<&str> {
        fn all<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
            texts.into_iter().map(String::as_str).collect()
        }
        match (self, of) {
            (Self::Title, of) => vec![of.title()],
            (field, EntryRef::Credential(of)) => match field {
                Self::Provider => all(&of.provider),
                Self::Developer => all(&of.developer),
                Self::Subject => {
                    of.subject.map(|subject| subject.label(Language::ENGLISH)).into_iter().collect()
                }
                Self::Aim => all(&of.aim),
                Self::LearningOutcomes => all(&of.learning_outcomes),
                Self::Delivery => all(&of.delivery),
                Self::Standards => all(&of.standards),
                Self::Numbers => all(of.nzqcf_id.iter().chain(&of.nzqa_code)),
                Self::Title | Self::Type => Vec::new(),
            },
            (Self::Provider, EntryRef::Qualification(of)) => all(&of.provider),
            (Self::Developer, EntryRef::Qualification(of)) => all(&of.owner),
            (Self::Numbers, EntryRef::Qualification(of)) => all(&of.nzqcf_id),
            (Self::Type, EntryRef::Qualification(of)) => all(&of.kind),
            (Self::Numbers, EntryRef::Standard(of)) => vec![&of.id],
            _ => Vec::new(),
        }
    }
}

/// An entry that fits, how well, and its words.
type Fitting<'a> = (usize, &'a Searchable, EntryRef<'a>);

impl Register {
    /// The entries that have all words of a query, each at the beginning of a word, and pass its filters. The same
    /// query has the same answer.
    pub fn search(&self, query: &Query) -> Answer {
        let words = words(&query.text);
        let refuses = |facet: Facet, entry: EntryRef| {
            let values = query.values(facet);
            !values.is_empty() && FacetValue::of(facet, entry).is_none_or(|value| !values.contains(&value))
        };
        let mut facets: BTreeMap<Facet, Vec<Count>> = BTreeMap::new();
        for facet in Facet::ALL {
            // A chosen value is listed even where no entry has it.
            let counts = facets.entry(*facet).or_default();
            query.values(*facet).iter().for_each(|value| count(counts, *value, 0));
        }
        let (fitting, is_closest) =
            self.fitting(&words, query.is_forgiving, |entry| !refuses(Facet::Kind, entry));
        let mut found: Vec<Fitting> = Vec::new();
        for fitting in fitting {
            let (.., entry) = fitting;
            let mut refusing = Facet::ALL.iter().filter(|facet| refuses(**facet, entry));
            let counted = match (refusing.next(), refusing.next()) {
                (None, _) => {
                    found.push(fitting);
                    Facet::ALL
                }
                (Some(facet), None) => std::slice::from_ref(facet),
                _ => continue,
            };
            for facet in counted {
                if let Some(value) = FacetValue::of(*facet, entry) {
                    count(facets.entry(*facet).or_default(), value, 1);
                }
            }
        }
        // Of what fits as well, what has the words as they were typed comes first.
        let phrase = fold(&query.text);
        found.sort_by_cached_key(|(fit, searchable, _)| {
            (Reverse(*fit), !searchable.title().contains(&phrase))
        });
        let total = found.len();
        let hits = found.into_iter().take(query.limit).map(|(_, searchable, entry)| Hit {
            entry: entry.to_entry(),
            matched: searchable.matched(&words),
        });
        Answer { total, hits: hits.collect(), is_closest, facets }
    }

    /// The entries that have all words; where none of the kinds that are asked for has them and the spelling may be
    /// wrong, those that have the most of them, spelled about so.
    fn fitting(
        &self,
        words: &[String],
        is_forgiving: bool,
        is_of_kind: impl Fn(EntryRef) -> bool,
    ) -> (Vec<Fitting<'_>>, bool) {
        let all = || self.entries().zip(&self.searchable);
        let fits = all().filter(|(_, searchable)| searchable.has_all(words));
        let fits: Vec<Fitting> =
            fits.map(|(entry, searchable)| (searchable.in_title(words), searchable, entry)).collect();
        if !is_forgiving || words.is_empty() || fits.iter().any(|(.., entry)| is_of_kind(*entry)) {
            return (fits, false);
        }
        let mut near: Vec<Fitting> =
            all().map(|(entry, searchable)| (nearly(searchable, words), searchable, entry)).collect();
        let of_kind = near.iter().filter(|(.., entry)| is_of_kind(*entry));
        let most = of_kind.map(|(fit, ..)| *fit).max().unwrap_or_default();
        near.retain(|(fit, ..)| *fit > 0 && 2 * fit > most);
        (near, true)
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
        search(query).hits.into_iter().map(|hit| hit.entry.key).collect()
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

    #[test]
    fn a_range_of_credits_is_in_a_band_that_has_both_its_ends() {
        for (size, band) in [
            (r#""credits_min":310,"credits_max":320"#, "41+"),
            (r#""credits_min":12,"credits_max":15"#, "11-20"),
            (r#""credits_min":120"#, "41+"),
            (r#""credits_min":30,"credits_max":45"#, "not_stated"),
            (r#""credits_min":40"#, "not_stated"),
        ] {
            let text = format!(
                r#"{{"format":"waymark.register/1","as_at":"x","credentials":[],"qualifications":[{{"key":"q","title":"Q",{size},"source":"s"}}]}}"#
            );
            let facets = Register::read(&text).unwrap().search(&Query::default()).facets;
            let bands: Vec<String> = facets[&Facet::Credits].iter().map(|count| count.value.id()).collect();
            assert_eq!(bands, [band], "{size}");
        }
    }

    #[test]
    fn a_facet_counts_only_the_kinds_that_have_it() {
        let register = Register::read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[{"key":"a","title":"Welding","source":"s"}],
                "qualifications":[{"key":"q","title":"Welding","level":3,"source":"s"}],
                "standards":[{"id":"273600","title":"Welding","source":"s"},{"id":"27360","source":"s"}]}"#,
        )
        .unwrap();
        let count_of = |query: &Query, facet: Facet| {
            let counts = register.search(query).facets.remove(&facet).unwrap();
            counts.iter().map(|count| format!("{} {}", count.value.id(), count.count)).collect::<Vec<_>>()
        };
        let welding = Query::new("welding");
        assert_eq!(count_of(&welding, Facet::Kind), ["credential 1", "standard 1", "qualification 1"]);
        assert_eq!(count_of(&welding, Facet::Level), ["3 1", "not_stated 2"]);
        assert_eq!(count_of(&welding, Facet::Subject), ["not_stated 1"]);
        let without_subject = welding.with_filter(Facet::Subject, [FacetValue::NotStated]);
        assert_eq!(register.search(&without_subject).total, 1, "only micro-credentials have a subject");
        let titles = register.search(&Query::new("27360")).hits;
        let titles: Vec<&str> = titles.iter().map(|hit| hit.entry.title.as_str()).collect();
        assert_eq!(titles, ["27360", "Welding"], "a standard without a title goes by its number");
    }
}
