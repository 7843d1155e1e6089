//! Words that may be mistyped: which entries come closest to them.

use super::search::Searchable;

/// The shortest word of which a letter may be wrong, and that of which two may be.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 8;

/// How well an entry fits some words that may be mistyped: the title counts more than all else, and the beginning
/// of a word more than one that is nearly it.
pub(super) fn nearly(of: &Searchable, words: &[String]) -> usize {
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
