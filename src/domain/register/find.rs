//! One search over micro-credentials, standards and qualifications, for choosing one.

use super::Register;
use super::search::{Searchable, words};
use crate::domain::goal::LearningKind;
use crate::domain::measure::{Level, Size};
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
    /// How many credits it has.
    pub size: Option<Size>,
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
            let all = self.kinds_and_keys().zip(&self.searchable);
            all.filter(|((kind, _), _)| kinds.contains(kind))
        };
        let fits = entries().filter(|(_, searchable)| searchable.has_all(&words));
        let mut found: Vec<_> =
            fits.map(|(entry, searchable)| (searchable.in_title(&words), searchable, entry)).collect();
        let is_closest = found.is_empty();
        if is_closest {
            let all = entries().map(|(entry, searchable)| (nearly(searchable, &words), searchable, entry));
            found = all.filter(|(fit, ..)| *fit > 0).collect();
            let most = found.iter().map(|(fit, ..)| *fit).max().unwrap_or_default();
            found.retain(|(fit, ..)| 2 * fit > most);
        }
        // Of what fits as well, what has the words as they were typed comes first.
        let phrase = fold(text);
        found.sort_by_cached_key(|(fit, searchable, _)| {
            (Reverse(*fit), !searchable.title().contains(&phrase))
        });
        let best = found.into_iter().take(limit);
        let entries = best.filter_map(|(.., (kind, key))| self.entry(kind, key)).collect();
        Found { entries, is_closest }
    }

    /// The entry of a kind with a key or number.
    pub fn entry(&self, kind: LearningKind, key: &str) -> Option<Entry> {
        let (title, level, size) = match kind {
            LearningKind::Credential => {
                self.credential(key).map(|of| (of.title.clone(), of.level, of.credits.map(Size::Fixed)))
            }
            LearningKind::Qualification => {
                self.qualification(key).map(|of| (of.title.clone(), of.level, of.size))
            }
            LearningKind::Standard => self.standard(key).map(|of| {
                let title = of.title.clone().unwrap_or_else(|| of.id.clone());
                (title, of.level, of.credits.map(Size::Fixed))
            }),
        }?;
        Some(Entry { kind, key: key.to_owned(), title, level, size })
    }

    /// The entry with a key or number, whatever it is.
    pub fn any_entry(&self, key: &str) -> Option<Entry> {
        use LearningKind::{Credential, Qualification, Standard};
        [Credential, Qualification, Standard].into_iter().find_map(|kind| self.entry(kind, key))
    }

    /// What all entries are, with their keys, in the order in which the search has them.
    fn kinds_and_keys(&self) -> impl Iterator<Item = (LearningKind, &str)> {
        let credentials = self.credentials.iter().map(|of| (LearningKind::Credential, of.key.as_str()));
        let qualifications =
            self.qualifications.iter().map(|of| (LearningKind::Qualification, of.key.as_str()));
        let standards = self.standards.iter().map(|of| (LearningKind::Standard, of.id.as_str()));
        credentials.chain(qualifications).chain(standards)
    }
}

/// How well an entry fits some words that may be mistyped: the title counts more than all else, and the beginning
/// of a word more than one that is nearly it.
fn nearly(of: &Searchable, words: &[String]) -> usize {
    let fit = |word: &String| {
        let letters: Vec<char> = word.trim().chars().collect();
        let is_telling = letters.len() >= ONE_SLIP || letters.iter().all(|sign| sign.is_numeric());
        let is_nearly_in = |text: &str| text.split_whitespace().any(|own| is_near(&letters, own));
        if !is_telling {
            0
        } else if of.title().contains(word) {
            4
        } else if is_nearly_in(of.title()) {
            3
        } else if of.all().contains(word) {
            2
        } else {
            usize::from(is_nearly_in(of.all()))
        }
    };
    words.iter().map(fit).sum()
}

/// Whether two words differ by no more than a slip or two: a letter more, less, other, or two that have changed
/// places.
fn is_near(one: &[char], other: &str) -> bool {
    let length = other.chars().count();
    let most = match one.len().min(length) {
        ..ONE_SLIP => return false,
        ONE_SLIP..TWO_SLIPS => 1,
        _ => 2,
    };
    // Each letter that the other does not have is a slip, and these are sooner counted than all.
    let few_are_foreign = || one.iter().filter(|letter| !other.contains(**letter)).count() <= most;
    one.len().abs_diff(length) <= most
        && few_are_foreign()
        && slips(one, &other.chars().collect::<Vec<_>>()) <= most
}

/// The fewest slips that make one word of another (optimal string alignment).
fn slips(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (row, letter) in one.iter().enumerate() {
        let mut now = Vec::with_capacity(above.len());
        now.push(row + 1);
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
    fn a_standard_without_a_title_goes_by_its_number() {
        let register = Register::read(
            r#"{"format":"waymark.register/1","as_at":"x","credentials":[],"standards":[
                {"id":"273600","title":"Welding","source":"s"},{"id":"27360","source":"s"}]}"#,
        );
        let found = register.unwrap().find("27360", LearningKind::ALL, 5);
        let titles: Vec<&str> = found.entries.iter().map(|entry| entry.title.as_str()).collect();
        assert_eq!(titles, ["27360", "Welding"]);
    }

    #[test]
    fn short_words_have_to_be_right() {
        let near = |one: &str, other: &str| is_near(&one.chars().collect::<Vec<_>>(), other);
        assert!(
            !near("car", "cat")
                && near("care", "cart")
                && !near("carer", "cater2")
                && near("leadrshp", "leadership")
        );
    }
}
