//! What there is for somebody who says in plain words what they are interested in.

use super::{Answer, Hit, Query, Register, Subject};
use crate::domain::field_of_study::{self, FieldOfStudy};
use crate::domain::text::fold;

/// The fewest letters of a word that says something by itself.
const SHORTEST_WORD: usize = 3;
/// Longer words that say nothing by themselves, though titles of fields have them or begin so: `the` is no theatre.
const SMALL_WORDS: [&str; 10] =
    ["and", "for", "from", "into", "not", "other", "that", "the", "with", "working"];

/// What fits an interest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interests {
    /// The first entries, those that fit best first.
    pub hits: Vec<Hit>,
    /// How many entries fit, beyond the limit too.
    pub total: usize,
    /// The words by which a search finds them.
    pub words: String,
    /// None has the words: these come closest.
    pub is_closest: bool,
    /// The subjects that the words are of, the likeliest first.
    pub subjects: Vec<Subject>,
}

impl Register {
    /// The entries and the subjects that plain words mean. What no field of study is found by, such as `looking
    /// after`, is left out where no entry has all the words.
    pub fn interests(&self, text: &str, limit: usize) -> Interests {
        let query = |text: &str| Query::new(text).with_limit(limit);
        if !query(text).has_words() {
            return Interests::default();
        }
        let folded = fold(text);
        let is_telling = |word: &&str| word.chars().count() >= SHORTEST_WORD && !SMALL_WORDS.contains(word);
        let words = folded.split_whitespace().filter(is_telling);
        let (telling, fields_of_words): (Vec<&str>, Vec<_>) = words
            .map(|word| (word, field_of_study::search(word)))
            .filter(|(_, fields)| !fields.is_empty())
            .unzip();
        let mut fields = field_of_study::search(text);
        if fields.is_empty() {
            fields = fields_of_words.concat();
        }
        let mut subjects: Vec<Subject> = Vec::new();
        for subject in fields.iter().filter_map(Subject::of_field) {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        let mut words = text.to_owned();
        let mut answer = self.search(&query(&words));
        if answer.total == 0 && !telling.is_empty() {
            words = telling.join(" ");
            answer = self.search(&query(&words));
        }
        // A subject says more than what is merely spelled alike.
        if answer.total == 0 && subjects.is_empty() {
            words = text.to_owned();
            answer = self.search(&query(text).forgiving());
        }
        let Answer { hits, total, is_closest, .. } = answer;
        Interests { hits, total, words, is_closest, subjects }
    }
}

impl Subject {
    /// The subject in which a field of study lies.
    fn of_field(field: &FieldOfStudy) -> Option<Self> {
        let broad = field_of_study::title(field.code.get(..field_of_study::BROAD_DIGITS)?)?;
        Self::ALL.iter().copied().find(|subject| subject.id() == broad)
    }
}
