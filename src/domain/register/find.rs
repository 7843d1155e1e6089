//! One search over micro-credentials, standards and qualifications, for choosing one.

use super::Register;
use super::search::{Searchable, words};
use crate::domain::goal::LearningKind;
use crate::domain::measure::{Credits, Level};
use crate::domain::text::fold;
use std::cmp::Reverse;

/// An entry of the register, of any kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// What it is.
    pub kind: LearningKind,
    /// Its key, or the number of a standard.
    pub key: String,
    /// Its title; the number of a standard that the register has no title of.
    pub title: String,
    /// Its level.
    pub level: Option<Level>,
    /// Its credits, where there is one number for them.
    pub credits: Option<Credits>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The entries, those with more of the words in the title first.
    pub entries: Vec<Entry>,
    /// None has all the words: these come closest.
    pub is_closest: bool,
}

/// The shortest word of which a letter may be wrong, and that of which two may be.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 8;

impl Register {
    /// The entries of some kinds that have all words of a text, each at the beginning of a word; where none has
    /// them, those that have the most of them, spelled about so. Nothing for a text without words.
    pub fn find(&self, text: &str, kinds: &[LearningKind], limit: usize) -> Found {
        let words = words(text);
        if words.is_empty() {
            return Found::default();
        }
        let entries = || {
            let all = self.entries().zip(&self.searchable);
            all.filter(|(entry, _)| kinds.contains(&entry.kind))
        };
        let mut found: Vec<(usize, Entry)> = entries()
            .filter(|(_, searchable)| searchable.has_all(&words))
            .map(|(entry, searchable)| (searchable.in_title(&words), entry))
            .collect();
        let is_closest = found.is_empty();
        if is_closest {
            let words: Vec<Vec<char>> = words.iter().map(|word| word.trim().chars().collect()).collect();
            let all = entries().map(|(entry, searchable)| (nearly(searchable, &words), entry));
            found = all.filter(|(fit, _)| *fit > 0).collect();
            let most = found.iter().map(|(fit, _)| *fit).max().unwrap_or_default();
            found.retain(|(fit, _)| 2 * fit > most);
        }
        // Of what fits as well, what has the words as they were typed comes first.
        let phrase = fold(text);
        found.sort_by_cached_key(|(fit, entry)| (Reverse(*fit), !fold(&entry.title).contains(&phrase)));
        let entries = found.into_iter().map(|(_, entry)| entry).take(limit).collect();
        Found { entries, is_closest }
    }

    /// The entry of a kind with a key or number.
    pub fn entry(&self, kind: LearningKind, key: &str) -> Option<Entry> {
        let (title, level, credits) = match kind {
            LearningKind::Credential => {
                self.credential(key).map(|of| (of.title.clone(), of.level, of.credits))
            }
            LearningKind::Qualification => {
                self.qualification(key).map(|of| (of.title.clone(), of.level, of.credits()))
            }
            LearningKind::Standard => self
                .standard(key)
                .map(|of| (of.title.clone().unwrap_or_else(|| of.id.clone()), of.level, of.credits)),
        }?;
        Some(Entry { kind, key: key.to_owned(), title, level, credits })
    }

    /// The entry with a key or number, whatever it is.
    pub fn any_entry(&self, key: &str) -> Option<Entry> {
        use LearningKind::{Credential, Qualification, Standard};
        [Credential, Qualification, Standard].into_iter().find_map(|kind| self.entry(kind, key))
    }

    /// All entries, in the order in which the search has them.
    fn entries(&self) -> impl Iterator<Item = Entry> {
        let credentials = self.credentials.iter().map(|of| (LearningKind::Credential, &of.key));
        let qualifications = self.qualifications.iter().map(|of| (LearningKind::Qualification, &of.key));
        let standards = self.standards.iter().map(|of| (LearningKind::Standard, &of.id));
        let all = credentials.chain(qualifications).chain(standards);
        all.filter_map(|(kind, key)| self.entry(kind, key))
    }
}

/// How well an entry fits some words that may be mistyped: the title counts more than all else, and the beginning
/// of a word more than one that is nearly it.
fn nearly(of: &Searchable, words: &[Vec<char>]) -> usize {
    let split = |text: &str| -> Vec<Vec<char>> {
        text.split_whitespace().map(|word| word.chars().collect()).collect()
    };
    let (title, all) = (split(of.title()), split(of.all()));
    let fit = |word: &Vec<char>| {
        let begins = |own: &Vec<char>| own.starts_with(word);
        let fits = [
            all.iter().any(|own| is_near(word, own)),
            all.iter().any(begins),
            title.iter().any(|own| is_near(word, own)),
            title.iter().any(begins),
        ];
        fits.iter().rposition(|fits| *fits).map_or(0, |place| place + 1)
    };
    let is_telling = |word: &&Vec<char>| word.len() >= ONE_SLIP || word.iter().all(|sign| sign.is_numeric());
    words.iter().filter(is_telling).map(fit).sum()
}

/// Whether two words differ by no more than a slip or two: a letter more, less, other, or two that have changed
/// places.
fn is_near(one: &[char], other: &[char]) -> bool {
    let most = match one.len().min(other.len()) {
        ..ONE_SLIP => return false,
        ONE_SLIP..TWO_SLIPS => 1,
        _ => 2,
    };
    one.len().abs_diff(other.len()) <= most && slips(one, other) <= most
}

/// The fewest slips that make one word of another (optimal string alignment).
fn slips(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX - 1);
            let kept = at(&above, column) + usize::from(letter != against);
            let mut fewest = kept.min(at(&above, column + 1) + 1).min(at(&now, column) + 1);
            let left = column.checked_sub(1).and_then(|place| Some((place, other.get(place)?)));
            if let Some((place, left)) = left
                && last == Some(against)
                && letter == left
            {
                fewest = fewest.min(at(&before, place) + 1);
            }
            now.push(fewest);
        }
        before = std::mem::replace(&mut above, now);
        last = Some(letter);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_letters_more_less_other_or_changed_places() {
        let count = |one: &str, other: &str| {
            slips(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
        };
        for (one, other, slips) in [
            ("", "", 0),
            ("", "abc", 3),
            ("dairy", "dairy", 0),
            ("dary", "dairy", 1),
            ("dairyy", "dairy", 1),
            ("duiry", "dairy", 1),
            ("diary", "dairy", 1),
            ("leadrship", "leadership", 1),
            ("forestery", "forestry", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!((count(one, other), count(other, one)), (slips, slips), "{one} {other}");
        }
    }

    #[test]
    fn short_words_have_to_be_right() {
        let near = |one: &str, other: &str| {
            is_near(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
        };
        assert!(
            !near("car", "cat")
                && near("care", "cart")
                && !near("carer", "cater2")
                && near("leadrshp", "leadership")
        );
    }
}
