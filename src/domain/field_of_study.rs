//! The fields of study of NZSCED as far as they are known, found by their codes or by plain words.
//!
//! All broad and narrow fields are known, of the detailed ones only some. The plain words are Waymark's own
//! help for searching and no part of NZSCED.

use crate::domain::json::{Code, FromJson};
use crate::domain::text::fold;
use serde_json::Value;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// A code and a title a line: broad fields of two digits, narrow ones of four and detailed ones of six.
const KNOWN: &str = include_str!("field_of_study/nzsced.csv");
/// The code of a narrow field and plain words for it a line.
const WORDS: &str = include_str!("field_of_study/words.csv");

/// How many digits the code of a broad field has.
pub(in crate::domain) const BROAD_DIGITS: usize = 2;
/// How many digits the code of a narrow field has.
pub(in crate::domain) const NARROW_DIGITS: usize = 4;
const DETAILED_DIGITS: usize = 6;

/// Endings of words for people and of what they do, the longer first: a `hairdresser` is in `hairdressing`.
const ENDINGS: &[&str] = &["ians", "ists", "ants", "ers", "ors", "ian", "ing", "ist", "ant", "er", "or", "s"];
/// The fewest letters that are left of a word without its ending.
const SHORTEST_STEM: usize = 3;

/// A field of study whose code and title are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldOfStudy {
    /// Its digits: two, four or six.
    pub code: &'static str,
    /// Its title in NZSCED.
    pub title: &'static str,
}

impl FieldOfStudy {
    /// Whether it has all six digits, as an application needs them.
    pub fn is_detailed(&self) -> bool {
        self.code.len() == DETAILED_DIGITS
    }
}

/// What a value at a field of study should be, in words.
pub(in crate::domain) const EXPECTED: &str = "a field from the list, or its six digits";

/// The code that somebody typed, alone or before its title; none where it has no digit, so that a word by which the
/// field is looked for is no wrong code.
pub(in crate::domain) fn typed(value: &Value) -> Option<String> {
    let text = Code::from_json(value)?.into_text();
    let is_title = |rest: &str| {
        let after = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        after.len() < rest.len()
            && after.starts_with(char::is_alphabetic)
            && !after.contains(char::is_numeric)
    };
    let before_title = text
        .split_at_checked(DETAILED_DIGITS)
        .filter(|(code, rest)| code.bytes().all(|digit| digit.is_ascii_digit()) && is_title(rest));
    // What sets digits apart is no part of the code; a part behind the point is, so that it is not lost.
    let is_apart = |sign: char| sign.is_whitespace() || matches!(sign, '.' | '-' | '/');
    let code = match before_title {
        Some((code, _)) => code.to_owned(),
        None if text
            .split_once('.')
            .is_some_and(|(_, part)| part.trim_matches('0').is_empty() && !part.is_empty()) =>
        {
            text
        }
        None => text.replace(is_apart, ""),
    };
    code.contains(|sign: char| sign.is_ascii_digit()).then_some(code)
}

/// The detailed fields of a narrow one that are known.
pub fn detailed(narrow: &str) -> impl Iterator<Item = FieldOfStudy> {
    known().filter(move |field| field.is_detailed() && field.code.starts_with(narrow))
}

/// The title of a field of study.
pub fn title(code: &str) -> Option<&'static str> {
    known().find(|field| field.code == code).map(|field| field.title)
}

/// The narrow field that a code of four or more digits lies in.
pub fn narrow(code: &str) -> Option<FieldOfStudy> {
    let digits = code.get(..NARROW_DIGITS)?;
    known().find(|field| field.code == digits)
}

/// The narrow and detailed fields that a text may mean, the likeliest first. Digits begin the code; each word
/// begins a word of the title or one of the plain words; a short one is a whole word where any field has it. Where no
/// field has them all, words are tried without their endings.
pub fn search(text: &str) -> Vec<FieldOfStudy> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let digits = words.concat();
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let fields = SEARCHABLE.iter().map(|searchable| searchable.field);
        return fields.filter(|field| !digits.is_empty() && field.code.starts_with(&digits)).collect();
    }
    let stems: Vec<&str> = words.iter().copied().map(stem).collect();
    let tries = [(&words, Short::Whole), (&words, Short::Begun), (&stems, Short::Begun)];
    let found = tries.into_iter().map(|(words, short)| having(words, short));
    found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

/// Whether a word of one or two letters has to be whole: `AI` begins many words that it does not mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Short {
    Whole,
    Begun,
}

/// The most letters that a short word has.
const LONGEST_SHORT: usize = 2;

fn known() -> impl Iterator<Item = FieldOfStudy> {
    lines(KNOWN).map(|(code, title)| FieldOfStudy { code, title })
}

fn lines(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(','))
}

/// A field of study with its folded words.
struct Searchable {
    field: FieldOfStudy,
    title: Vec<String>,
    plain: Vec<String>,
}

/// The narrow and detailed fields, by their codes. Plain words are for the whole of a narrow field, so a detailed
/// one has its title alone; but one that has the title of its narrow field stands for it.
static SEARCHABLE: LazyLock<Vec<Searchable>> = LazyLock::new(|| {
    let stands_for = |detailed: FieldOfStudy, narrow: FieldOfStudy| {
        detailed.is_detailed() && detailed.code.starts_with(narrow.code) && detailed.title == narrow.title
    };
    let mut all = Vec::new();
    for field in known().filter(|field| field.code.len() >= NARROW_DIGITS) {
        let whole = narrow(field.code).filter(|narrow| !field.is_detailed() || stands_for(field, *narrow));
        if field.is_detailed() || !known().any(|detailed| stands_for(detailed, field)) {
            let plain = lines(WORDS).filter(|(code, _)| whole.is_some_and(|whole| whole.code == *code));
            all.push(Searchable {
                field,
                title: folded_words(field.title),
                plain: plain.flat_map(|(_, words)| folded_words(words)).collect(),
            });
        }
    }
    all
});

fn folded_words(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}

impl Searchable {
    /// How well it fits some words, if it has them all: its title counts more than its plain words, and a whole
    /// word more than the beginning of one, of which one without its ending counts more than any other.
    fn fit(&self, words: &[&str], short: Short) -> Option<usize> {
        let is_whole = |known: &[String], word: &str| known.iter().any(|known| known == word);
        let is_begun = |known: &[String], word: &str| known.iter().any(|known| known.starts_with(word));
        let is_stem = |known: &[String], word: &str| known.iter().any(|known| stem(known) == word);
        let fit_of = |word: &&str| {
            let may_begin = short == Short::Begun || word.chars().count() > LONGEST_SHORT;
            let fits = [
                may_begin && is_begun(&self.plain, word),
                may_begin && is_stem(&self.plain, word),
                may_begin && is_begun(&self.title, word),
                may_begin && is_stem(&self.title, word),
                is_whole(&self.plain, word),
                is_whole(&self.title, word),
            ];
            fits.iter().rposition(|fits| *fits).map(|place| place + 1)
        };
        words.iter().map(fit_of).sum()
    }
}

/// The fields that have all of some words; of those that fit alike a detailed one comes first.
fn having(words: &[&str], short: Short) -> Vec<FieldOfStudy> {
    let mut found: Vec<(usize, FieldOfStudy)> = SEARCHABLE
        .iter()
        .filter_map(|searchable| Some((searchable.fit(words, short)?, searchable.field)))
        .collect();
    found.sort_by_key(|(fit, field)| Reverse((*fit, field.is_detailed())));
    found.into_iter().map(|(_, field)| field).collect()
}

/// A folded word without its ending.
fn stem(word: &str) -> &str {
    let mut stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    stems.find(|stem| stem.chars().count() >= SHORTEST_STEM).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn codes(text: &str) -> Vec<&'static str> {
        search(text).into_iter().map(|field| field.code).collect()
    }

    #[test]
    fn codes_have_titles() {
        assert_eq!(title("050501"), Some("Forestry Studies"));
        assert_eq!(title("0809"), Some("Office Studies"));
        assert_eq!(title("05"), Some("Agriculture, Environmental and Related Studies"));
        assert_eq!(["080903", "13", "0", ""].map(title), [None; 4]);
        assert_eq!(narrow("080903").map(|field| field.title), Some("Office Studies"));
        assert_eq!(["139999", "080", "", "ā0ā0"].map(narrow), [None; 4]);
    }

    #[test]
    fn plain_words_find_a_field() {
        for (text, code) in [
            ("forest", "050501"),
            ("logging", "050501"),
            ("Forestry", "050501"),
            ("maths", "0101"),
            ("pāngarau", "0101"),
            ("paangarau", "0101"),
            ("first aid", "0699"),
            ("aid, FIRST", "0699"),
            ("te reo", "091502"),
            ("carpentry", "040311"),
            ("cookery", "110109"),
            ("horticulture", "050301"),
            ("community health", "061309"),
            ("mechanical engineering", "030701"),
            ("HR", "0803"),
            ("car", "0305"),
            ("plumbing", "0403"),
        ] {
            assert_eq!(codes(text).first(), Some(&code), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn words_for_people_find_what_they_do() {
        for (text, code) in [
            ("hairdresser", "1103"),
            ("hairdressers", "1103"),
            ("plumber", "0403"),
            ("carpenter", "040311"),
            ("baker", "1101"),
            ("physiotherapist", "0617"),
            ("accountant", "0801"),
            ("musician", "1001"),
            ("cars", "0305"),
        ] {
            assert_eq!(codes(text).first(), Some(&code), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn a_short_word_is_whole_where_it_can_be_and_a_beginning_otherwise() {
        assert_eq!(codes("AI"), ["0201"], "and no aircraft, and no first aid");
        assert_eq!(codes("EV"), ["0305"]);
        assert_eq!(codes("HR"), ["0803"]);
        assert_eq!(codes("first ai").first(), Some(&"0699"), "a word that is being typed");
        assert!(codes("fi").contains(&"0507"), "fishing");
    }

    #[test]
    fn what_begins_the_same_way_comes_by_how_well_it_fits() {
        assert_eq!(codes("nurs").first(), Some(&"0603"));
        assert_eq!(codes("nurs"), codes("nursi").into_iter().chain(["0503"]).collect::<Vec<_>>());
    }

    #[test]
    fn a_detailed_field_is_found_by_its_own_title_only() {
        assert_eq!(codes("dairy processing"), ["0303"], "and not Seafood Processing");
        assert_eq!(codes("seafood processing"), ["030308", "0303"]);
        assert_eq!(codes("cookery chef"), ["1101"]);
    }

    #[test]
    fn digits_begin_a_code() {
        assert_eq!(codes("0809"), ["0809"]);
        assert_eq!(codes(" 08 09"), ["0809"]);
        assert_eq!(codes("0501"), ["0501", "050105", "050199"]);
        assert_eq!(codes("0505"), ["050501"], "the narrow field has the same title");
        assert_eq!(codes("050301"), ["050301"]);
        assert_eq!(codes("080903"), [""; 0], "no code is made up");
        assert!(search("05").iter().all(|field| field.code.len() > 2), "a broad field is not offered");
    }

    #[test]
    fn nothing_is_found_where_nothing_fits() {
        for text in ["", " … ", "zzz", "forestry zzz", "estry", "13", "er", "\u{0}", "๐๕", "🌲"] {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
        assert_eq!(search(&"forestry ".repeat(10_000)).len(), 1);
    }

    #[test]
    fn plain_words_are_for_every_narrow_field_and_no_other() {
        let narrow: BTreeSet<_> =
            known().map(|field| field.code).filter(|code| code.len() == NARROW_DIGITS).collect();
        let with_words: Vec<_> = lines(WORDS).map(|(code, _)| code).collect();
        assert_eq!(with_words.iter().copied().collect::<BTreeSet<_>>(), narrow);
        assert_eq!(with_words.len(), narrow.len(), "none is there twice");
    }

    #[test]
    fn each_plain_word_finds_its_field() {
        for (code, words) in lines(WORDS) {
            for word in words.split(';') {
                let found = search(word);
                assert!(
                    found.iter().any(|field| field.code.starts_with(code)),
                    "{word} in {code}: {found:?}"
                );
            }
        }
    }
}
