//! Finds rules by words as people type them: words of the rules, their numbers, the clauses of their sources,
//! and what people call things that the rules call otherwise (`synonyms.csv`).

use super::page::{Rule, Rules};
use crate::domain::language::Language;
use crate::domain::text::fold;
use std::collections::BTreeMap;

/// What people type, and what the rules call it.
const SYNONYMS: &str = include_str!("synonyms.csv");
/// The words of a question that say nothing of what it is about.
const COMMON: [&str; 27] = [
    "a", "an", "and", "are", "can", "clause", "do", "does", "for", "how", "i", "if", "in", "is", "it", "my",
    "of", "on", "should", "take", "that", "the", "to", "what", "when", "which", "who",
];

/// Where a rule has what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// In its title, its numbers, the clause of its source, or what it says.
    Close,
    /// Somewhere on its page.
    Mentioned,
}

/// The words of every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    pages: Vec<Words>,
}

/// The words of a rule as they are compared, a space around each; two spaces part what does not belong
/// together.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Words {
    close: String,
    all: String,
}

/// What was typed, in every way in which the rules may say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    ways: Vec<Vec<Term>>,
}

/// A word or phrase that a rule has to have.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    folded: String,
    /// Whether it may be the beginning of a word. A clause or a number is meant as it stands.
    is_beginning: bool,
}

impl Index {
    /// The words of the rules, and of the manuals where those are at hand, by the names of the rules.
    pub fn of(rules: &Rules, manuals: &BTreeMap<String, String>, language: Language) -> Self {
        let words = |page: &Rule| {
            let close = folded(close(page, language));
            let further = folded(further(rules, page, language).chain(manuals.get(&page.name).cloned()));
            Words { all: format!("{close}{further}"), close }
        };
        Self { pages: rules.pages.iter().map(words).collect() }
    }

    /// Whether the rule at a place of the rulebook has what was typed.
    pub fn fit(&self, at: usize, query: &Query) -> Option<Fit> {
        let Words { close, all } = self.pages.get(at)?;
        if query.is_in(close) { Some(Fit::Close) } else { query.is_in(all).then_some(Fit::Mentioned) }
    }
}

impl Query {
    /// What a person typed.
    pub fn new(typed: &str) -> Self {
        let mut ways = vec![terms(typed.split_whitespace())];
        let query = format!(" {} ", fold(typed));
        for (known, meant) in synonyms() {
            let known = format!(" {} ", fold(known));
            if let Some((before, after)) = query.split_once(&known) {
                let others = before.split(' ').chain(after.split(' ')).filter(|word| !is_common(word));
                let others: Vec<Term> = others.filter_map(Term::typed).collect();
                ways.extend(meant.map(|phrase| others.iter().cloned().chain(Term::typed(phrase)).collect()));
            }
        }
        Self { ways }
    }

    fn is_in(&self, words: &str) -> bool {
        self.ways.iter().any(|terms| terms.iter().all(|term| term.is_in(words)))
    }
}

impl Term {
    fn typed(text: &str) -> Option<Self> {
        let folded = fold(text);
        let is_beginning = !text.chars().any(char::is_numeric);
        (!folded.is_empty()).then_some(Self { folded, is_beginning })
    }

    fn is_in(&self, words: &str) -> bool {
        let end = if self.is_beginning { "" } else { " " };
        // Our own numbers have two digits: “list 8” is LIST-08.
        let is_digit = self.folded.len() == 1 && !self.is_beginning;
        words.contains(&format!(" {}{end}", self.folded))
            || is_digit && words.contains(&format!(" 0{}{end}", self.folded))
    }
}

/// What typed words ask for; where all of them are common, each counts.
fn terms<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Vec<Term> {
    let telling: Vec<Term> = words.clone().filter(|word| !is_common(word)).filter_map(Term::typed).collect();
    if telling.is_empty() { words.filter_map(Term::typed).collect() } else { telling }
}

fn is_common(word: &str) -> bool {
    COMMON.contains(&fold(word).as_str())
}

/// What people type, each with the phrases of the rules that it may mean.
fn synonyms() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    let lines = SYNONYMS.lines().skip(1).filter_map(|line| line.split_once(','));
    lines.map(|(known, meant)| (known, meant.split(';').map(str::trim)))
}

fn folded(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().map(|text| format!(" {} ", fold(&text))).collect()
}

/// What a rule is called, its numbers, the clauses of its sources, and what it says.
fn close(page: &Rule, language: Language) -> Vec<String> {
    let of_edition = |edition: &super::Edition| {
        // “rule 6.2(a)” and “6.2(a)” are both how people cite it.
        let rule = if edition.at.starts_with(|first: char| first.is_ascii_digit()) { "rule " } else { "" };
        let says = page.says(&edition.clause, language).to_owned();
        [edition.clause.clone(), format!("{rule}{}", edition.at), says]
    };
    std::iter::once(page.title.clone()).chain(page.edition.iter().flat_map(of_edition)).collect()
}

/// What else a page says: of a draft, of what people judge, of its doubts and of its sources.
fn further(rules: &Rules, page: &Rule, language: Language) -> impl Iterator<Item = String> {
    let words = page.words_in(language).into_iter();
    let said = words.flat_map(|words| {
        let finds = words.finds.values().flat_map(|find| [&find.fault, &find.why, &find.remedy]);
        let for_people = words.ask.iter().chain(&words.people_judge).chain(&words.evidence);
        finds.chain(for_people).chain(words.doubt.values()).cloned()
    });
    let sources = page.edition.iter().filter_map(|edition| rules.source(&edition.source));
    said.chain(sources.map(|source| source.title.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook::RULES;

    fn index() -> Index {
        let manual = ("credits-in-range".to_owned(), "Larger ones can be split.".to_owned());
        Index::of(&RULES, &BTreeMap::from([manual]), Language::ENGLISH)
    }

    /// The rules that have what was typed close.
    fn close_to(typed: &str) -> Vec<&'static str> {
        let (index, query) = (index(), Query::new(typed));
        let pages = RULES.pages.iter().enumerate();
        pages
            .filter(|(at, _)| index.fit(*at, &query) == Some(Fit::Close))
            .map(|(_, page)| page.name.as_str())
            .collect()
    }

    #[test]
    fn a_clause_is_found_as_it_is_cited() {
        for typed in ["6.2(a)", "rule 6.2(a)"] {
            assert_eq!(close_to(typed), ["title-words"], "{typed}");
        }
        assert_eq!(close_to("LIST-08"), ["credits-in-range"]);
        assert!(close_to("list 8").contains(&"credits-in-range"));
        assert!(close_to("clause 13.2").contains(&"listing-number"), "{:?}", close_to("clause 13.2"));
        assert!(close_to("6.1").len() > 5, "every clause below 6.1");
        assert!(close_to("para 37").contains(&"credits-in-range"));
    }

    #[test]
    fn what_people_call_it_is_found() {
        for (typed, name) in [
            ("RPL", "recognition-of-prior-learning"),
            ("how many credits", "credits-in-range"),
            ("too big", "credits-in-range"),
            ("what is the maximum size", "credits-in-range"),
            ("how long does it take", "hours-match-credits"),
            ("is it on the NZQF?", "title-words"),
            ("wdc support", "council-support"),
            ("waananga", "applicant-may-apply"),
        ] {
            let (index, query) = (index(), Query::new(typed));
            let at = RULES.pages.iter().position(|page| page.name == name).unwrap();
            assert!(index.fit(at, &query).is_some(), "{typed}");
        }
    }

    #[test]
    fn words_anywhere_on_a_page_are_found() {
        let at = RULES.pages.iter().position(|page| page.name == "credits-in-range").unwrap();
        for typed in ["can be split", "careers site", "enter a whole number"] {
            assert_eq!(index().fit(at, &Query::new(typed)), Some(Fit::Mentioned), "{typed}");
        }
        assert_eq!(index().fit(at, &Query::new("")), Some(Fit::Close));
        assert_eq!(index().fit(at, &Query::new("xyzzy")), None);
    }

    #[test]
    fn every_synonym_stands_for_words_of_a_rule() {
        let index = index();
        let has = |phrase: &str| {
            let term = Term::typed(phrase).unwrap();
            index.pages.iter().any(|words| term.is_in(&words.all))
        };
        let idle: Vec<&str> = synonyms().flat_map(|(_, meant)| meant.filter(|phrase| !has(phrase))).collect();
        assert_eq!(idle, [""; 0]);
    }
}
