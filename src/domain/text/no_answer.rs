//! Texts that say nothing of their own: `n/a`, `T.B.C.`, `To be confirmed once approved`, `[insert text here]`.

use super::{fold, is_of_a_word, visible};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a text says where it says nothing of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoAnswer {
    /// That there is nothing: `None.`, `nil`, `kāore`.
    None,
    /// That it does not apply, or that there is no answer yet: `n/a`, `TBC`, `–`, `???`.
    NotYet,
}

/// What a phrase does in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Says nothing, where nothing but such phrases stands beside it.
    Empty(NoAnswer),
    /// Adds nothing to a phrase that says nothing, and is none by itself.
    Filler,
    /// Puts the answer off, whatever few words follow.
    Deferral,
    /// Points elsewhere, where a place follows.
    Pointer,
    /// Where a pointer points to.
    Place,
}

/// What people write for want of an answer. Texts are looked at word by word, so that each phrase goes with the
/// others: `None, at this stage`. What may begin an answer (`to be completed within a year`) is no deferral.
const PHRASES: &[(Role, &[&str])] = &[
    (Role::Empty(NoAnswer::None), &["none", "nil", "no", "nothing", "kāore", "kao"]),
    (
        Role::Empty(NoAnswer::NotYet),
        &[
            "n a",
            "not applicable",
            "does not apply",
            "doesnt apply",
            "tbc",
            "tba",
            "tbd",
            "to be added",
            "to be agreed",
            "to be completed",
            "to be decided",
            "to be determined",
            "to be developed",
            "to be discussed",
            "to be drafted",
            "to be provided",
            "to be supplied",
            "to be written",
            "to come",
            "to follow",
            "to do",
            "coming",
            "unknown",
            "not known",
            "not sure",
            "unsure",
            "not decided",
            "undecided",
            "dont know",
            "do not know",
            "no idea",
            "not yet",
            "yet",
            "not started",
            "not available",
            "pending",
            "later",
            "in progress",
            "work in progress",
            "wip",
            "under development",
            "in development",
            "being developed",
            "under review",
            "under construction",
            "under discussion",
            "as above",
            "same as above",
            "as below",
            "ditto",
            "as discussed",
            "kāore anō",
            "kāore i te mōhio",
            "taihoa",
            "placeholder",
            "lorem ipsum",
            "blah",
            "click or tap here to enter text",
            "click here to enter text",
            "choose an item",
        ],
    ),
    (
        Role::Filler,
        &[
            "at",
            "this",
            "that",
            "the",
            "in",
            "for",
            "to",
            "as",
            "it",
            "is",
            "i",
            "we",
            "us",
            "our",
            "yes",
            "stage",
            "time",
            "present",
            "moment",
            "point",
            "now",
            "today",
            "currently",
            "presently",
            "still",
            "soon",
            "so",
            "far",
            "here",
            "please",
            "sorry",
            "case",
            "application",
            "course",
            "programme",
            "micro credential",
            "micro credentials",
            "text",
            "once",
            "when",
            "after",
            "until",
            "approved",
            "approval",
            "ready",
            "about",
            "one",
            "what",
            "put",
            "write",
            "say",
        ],
    ),
    (
        Role::Deferral,
        &[
            "tbc",
            "tba",
            "tbd",
            "to be confirmed",
            "to be advised",
            "to be announced",
            "to be finalised",
            "awaiting",
            "waiting for",
            "waiting on",
            "pending",
            "coming soon",
        ],
    ),
    (Role::Pointer, &["see", "refer", "refer to", "as per", "per", "as in", "in"]),
    (
        Role::Place,
        &[
            "attached",
            "attachment",
            "attachments",
            "appendix",
            "appendices",
            "annex",
            "above",
            "below",
            "email",
            "cover letter",
            "website",
            "previous",
            "separate",
            "supporting",
            "other document",
        ],
    ),
];

/// A phrase in the form in which words are compared, without its spaces.
type Phrase = (Role, String);

/// The phrases by their first letter.
static FOLDED: LazyLock<BTreeMap<u8, Vec<Phrase>>> = LazyLock::new(|| {
    let mut by_letter: BTreeMap<u8, Vec<Phrase>> = BTreeMap::new();
    for (role, phrases) in PHRASES {
        for phrase in phrases.iter().map(|phrase| fold(phrase).replace(' ', "")) {
            let first = phrase.bytes().next().unwrap_or_default();
            by_letter.entry(first).or_default().push((*role, phrase));
        }
    }
    by_letter
});

/// The phrases that words may begin with.
fn phrases(words: &[&str]) -> &'static [Phrase] {
    let first = words.first().and_then(|word| word.bytes().next());
    first.and_then(|first| FOLDED.get(&first)).map_or(&[], Vec::as_slice)
}

/// The most words that a text which points elsewhere or puts the answer off has; a longer one says something too.
const MOST_WORDS: usize = 8;
/// The most letters that so many words have. An “x” for want of words may be repeated at will.
const MOST_LETTERS: usize = 80;

/// What a text says, where it is no answer.
pub fn no_answer(text: &str) -> Option<NoAnswer> {
    let visible = visible(text);
    let letters = text.chars().filter(|letter| is_of_a_word(*letter) && !matches!(letter, 'x' | 'X'));
    if visible.is_empty() || letters.take(MOST_LETTERS).count() == MOST_LETTERS {
        return None;
    }
    let folded = fold(visible);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let is_short = words.len() <= MOST_WORDS;
    if words.is_empty() || is_short && (is_slot(visible, &folded) || words.iter().all(|word| is_keyed(word)))
    {
        return Some(NoAnswer::NotYet);
    }
    is_made_of_x(&folded).then_some(NoAnswer::NotYet).or_else(|| said_by(&words))
}

/// What words say that are made of phrases which say nothing.
fn said_by(words: &[&str]) -> Option<NoAnswer> {
    let (mut rest, mut said) = (words, None);
    while !rest.is_empty() {
        if rest.len() <= MOST_WORDS && (puts_off(rest) || points_elsewhere(rest)) {
            return Some(NoAnswer::NotYet);
        }
        let empty = phrases(rest).iter().filter_map(|(role, phrase)| {
            let says = match role {
                Role::Empty(says) => Some(*says),
                Role::Filler => None,
                _ => return None,
            };
            Some((length(phrase, rest)?, says))
        });
        let (taken, says) = empty.max()?;
        said = said.max(says);
        rest = rest.get(taken..)?;
    }
    said
}

fn puts_off(words: &[&str]) -> bool {
    after(Role::Deferral, words).next().is_some()
}

/// Whether words begin with a pointer to some place: `see the attached letter`.
fn points_elsewhere(words: &[&str]) -> bool {
    const BETWEEN: [&str; 5] = ["the", "our", "my", "your", "to"];
    let is_place = |words: &[&str]| {
        let between = words.iter().take_while(|word| BETWEEN.contains(word)).count();
        words.get(between..).is_some_and(|words| after(Role::Place, words).next().is_some())
    };
    after(Role::Pointer, words).any(is_place)
}

/// What follows each phrase of a role that words begin with.
fn after<'a>(role: Role, words: &'a [&'a str]) -> impl Iterator<Item = &'a [&'a str]> {
    let phrases = phrases(words).iter().filter(move |(of, _)| *of == role);
    phrases.filter_map(move |(_, phrase)| words.get(length(phrase, words)?..))
}

/// How many words a phrase takes where they begin with it, however its letters are set apart: `t b c`, `todo`.
fn length(phrase: &str, words: &[&str]) -> Option<usize> {
    let mut letters = phrase;
    for (at, word) in words.iter().enumerate() {
        letters = letters.strip_prefix(word)?;
        if letters.is_empty() {
            return Some(at + 1);
        }
    }
    None
}

/// Whether a text, and its folded form, is the slot of a template: `[describe the need]`, `Insert text here`.
fn is_slot(text: &str, folded: &str) -> bool {
    const BRACKETS: [(char, char); 3] = [('[', ']'), ('<', '>'), ('{', '}')];
    const ASKS: [&str; 6] = ["insert", "enter", "add", "type", "your", "write"];
    let is_in_brackets = BRACKETS.into_iter().any(|(open, close)| {
        let inner = text.strip_prefix(open).and_then(|text| text.strip_suffix(close));
        inner.is_some_and(|inner| !inner.trim_matches([open, close]).contains([open, close]))
    });
    let asks = || folded.split(' ').next().is_some_and(|first| ASKS.contains(&first));
    is_in_brackets || folded.ends_with(" here") && asks()
}

/// Whether a word is made by running along a row of the keyboard: `asdf`, `qwertyqwerty`.
fn is_keyed(word: &str) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    const FEWEST: usize = 4;
    let goes_on = |pair: &[u8]| ROWS.iter().any(|row| row.as_bytes().windows(2).any(|keys| keys == pair));
    let mut runs = word.as_bytes().chunk_by(|one, next| goes_on(&[*one, *next]));
    runs.all(|run| run.len() >= FEWEST)
}

fn is_made_of_x(folded: &str) -> bool {
    folded.len() > 1 && folded.bytes().all(|letter| matches!(letter, b'x' | b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_says_nothing_is_known() {
        for text in [
            " None. ",
            "nil",
            "Kāore",
            "No",
            "None\u{200b}",
            "None at this time",
            "Nil at present",
            "no, none",
            "None for this course.",
        ] {
            assert_eq!(no_answer(text), Some(NoAnswer::None), "{text}");
        }
        for text in [
            "N/A",
            "tbc",
            "–",
            "???",
            "To be confirmed.",
            "n.a.",
            "None yet",
            "As above",
            "See above",
            "x x x",
            "🌲",
            "T.B.C.",
            "t b c",
            "TBC TBC",
            "tbc/tbd",
            "tbc (see email)",
            "To be confirmed once approved",
            "See attached",
            "Please refer to the appendix for details",
            "Not applicable at this stage",
            "N/A for now",
            "n/a - n/a",
            "ɴ/ᴀ",
            "Still in progress",
            "Currently under development",
            "not sure",
            "I don’t know yet",
            "Kāore anō",
            "[insert text here]",
            "<Describe the learners’ needs>",
            "Insert your own words here",
            "placeholder",
            "asdf",
            "ASDFGH hjkl",
            "Awaiting the employers’ letters",
            "none as yet",
        ] {
            assert_eq!(no_answer(text), Some(NoAnswer::NotYet), "{text}");
        }
        for sign in ["-", "–", ".", "?", "_", "X", "\u{e000}", "𝅳-"] {
            assert_eq!(no_answer(&sign.repeat(1000)), Some(NoAnswer::NotYet), "{sign}");
        }
        let padded = format!("TBC{}", " ".repeat(1000));
        assert_eq!(no_answer(&padded), Some(NoAnswer::NotYet));
    }

    #[test]
    fn an_answer_that_begins_like_none_is_one() {
        for text in [
            "None but the diploma",
            "",
            "open",
            "Nothing beyond NCEA level 1",
            "X",
            "A",
            "7",
            "ā",
            "आ",
            "林",
            "No entry requirements beyond those of NCEA level 1",
            "Above",
            "xxi",
            "None of the learners has worked at heights before",
            "None of the learners",
            "Not applicable: we deliver only in person because the work is done on site",
            "Not applicable: online only",
            "To be completed within 12 weeks",
            "To be provided by the host employer",
            "To be confirmed as competent a learner repeats the task before two assessors",
            "Not yet offered anywhere in Te Tai Tokerau",
            "We do not know of any similar micro-credential",
            "Insert a cannula",
            "Enter data into a spreadsheet",
            "See a patient through triage",
            "Refer to safety data sheets when handling solvents",
            "In the workplace",
            "[1] Plan a job [2] Do it",
            "Later learning at level 5",
            "This course",
            "were",
            "Pū",
            "Nā Hana",
        ] {
            assert_eq!(no_answer(text), None, "{text}");
        }
    }
}
