//! Words as people type them: with macrons or without, with doubled vowels, in any case.

mod no_answer;

pub use no_answer::{NoAnswer, no_answer};
use unicode_normalization::UnicodeNormalization;

/// The form in which words are compared: without case, accents, macrons and width, with one vowel for a
/// doubled one (`Maaori`, `Māori` and `maori` are one word), and with the Latin letter for one of another
/// script that looks like it; everything that is neither a letter nor a digit becomes a single space.
///
/// Doubled vowels go from the indexed text and from the typed word, so `food` still finds `food`.
pub fn fold(text: &str) -> String {
    folded(text, |_, _| {})
}

/// No two spellings of the same words differ so much in their bytes.
const MOST_TIMES_AS_LONG: usize = 32;

/// Whether two texts are the same words, compared as [`fold`] does.
pub fn are_same(one: &str, other: &str) -> bool {
    let first = |text: &str| text.chars().next().filter(char::is_ascii_alphanumeric);
    // Most texts differ in their first letter or are far from as long, which needs no folding to see.
    let may_be_same = match (first(one), first(other)) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(&other),
        _ => one.len().max(other.len()) <= MOST_TIMES_AS_LONG * one.len().min(other.len()),
    };
    one == other || may_be_same && fold(one) == fold(other)
}

/// A text in the form in which words are compared. After each letter `note` is told how long it is by then, and where the
/// letter comes from.
fn folded(text: &str, mut note: impl FnMut(usize, usize)) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut push = |at: usize, letter: char| {
        let is_of_a_word = is_of_a_word(letter);
        let is_doubled = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u') && folded.ends_with(letter);
        if is_of_a_word && !is_doubled {
            folded.push(letter);
        } else if !is_of_a_word
            && !is_invisible(letter)
            && !matches!(letter, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '®' | '™')
            && !folded.ends_with(' ')
            && !folded.is_empty()
        {
            folded.push(' ');
        }
        note(folded.len(), at);
    };
    for (at, letter) in text.char_indices() {
        if letter.is_ascii() {
            push(at, letter.to_ascii_lowercase());
        } else {
            let parts = std::iter::once(letter).nfkd().flat_map(char::to_lowercase);
            parts.for_each(|letter| push(at, latin(letter)));
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A text that phrases are looked for in, in the form in which words are compared.
#[derive(Debug)]
pub struct Folded<'a> {
    text: &'a str,
    folded: String,
    /// For each byte of the folded text the place in the text of the letter that it comes from.
    places: Vec<usize>,
}

impl<'a> Folded<'a> {
    /// Folds a text once, for many phrases.
    pub fn of(text: &'a str) -> Self {
        let mut places = Vec::with_capacity(text.len());
        let folded = folded(text, |length, at| places.resize(length, at));
        places.truncate(folded.len());
        Self { text, folded, places }
    }

    /// The places that have a word or phrase in whole words, as the text spells them.
    pub fn spans_of(&self, phrase: &str) -> Vec<&'a str> {
        let phrase = fold(phrase);
        if phrase.is_empty() {
            return Vec::new();
        }
        let letter_at = |at: usize| self.folded.as_bytes().get(at).copied();
        let is_edge = |letter: Option<u8>| letter.is_none_or(|letter| letter == b' ');
        let starts = self.folded.match_indices(&phrase).map(|(start, _)| start).filter(|start| {
            is_edge(start.checked_sub(1).and_then(letter_at)) && is_edge(letter_at(start + phrase.len()))
        });
        starts.map(|start| self.span(start, start + phrase.len())).collect()
    }

    /// The part of the text that a part of the folded text comes from.
    fn span(&self, start: usize, end: usize) -> &'a str {
        let place = |at: usize| self.places.get(at).copied().unwrap_or(self.text.len());
        let span = self.text.get(place(start)..place(end)).unwrap_or_default();
        span.trim_end_matches(|letter: char| !letter.is_alphanumeric() && !is_accent(letter))
    }

    /// Whether the text has a word or phrase in whole words: `National Park` has `national`, and
    /// `International` does not.
    pub fn has(&self, phrase: &str) -> bool {
        !self.spans_of(phrase).is_empty()
    }
}

/// A text that phrases are looked for in which people may read there, though they are not spelled so: `D1ploma`,
/// `D i p l o m a`, `NewZealand`.
#[derive(Debug)]
pub struct Lookalikes<'a> {
    folded: Folded<'a>,
    letters: Vec<Lookalike>,
}

/// A byte of a text without its spaces.
#[derive(Debug)]
struct Lookalike {
    byte: u8,
    /// Its place in the folded text, and where it ends there.
    at: usize,
    end: usize,
    /// Whether a word begins with it, by a space or by a capital.
    begins_word: bool,
}

impl<'a> Lookalikes<'a> {
    /// Folds a text once, for many phrases.
    pub fn of(text: &'a str) -> Self {
        // Each sign is as long as the letter that it looks like, so that places stay the same.
        let signs = text.replace('|', "l").replace('@', "a").replace('$', "s");
        let Folded { folded, places, .. } = Folded::of(&signs);
        let mut letters = Vec::with_capacity(folded.len());
        let mut follows_space = true;
        for ((at, byte), place) in folded.bytes().enumerate().zip(&places) {
            let (byte, begins_word) = (lookalike(byte), follows_space || is_capital_in_word(text, *place));
            match letters.last_mut() {
                _ if byte == b' ' => {}
                // One vowel for a doubled one, also where each letter stands alone.
                Some(Lookalike { byte: before, end, begins_word: is_first, .. })
                    if *before == byte && b"aeou".contains(&byte) && (*is_first || !begins_word) =>
                {
                    *end = at + 1;
                }
                _ => letters.push(Lookalike { byte, at, end: at + 1, begins_word }),
            }
            follows_space = byte == b' ';
        }
        Self { folded: Folded { text, folded, places }, letters }
    }

    /// The places that may be read as a word or phrase, as the text spells them.
    pub fn spans_of(&self, phrase: &str) -> Vec<&'a str> {
        let phrase: Vec<u8> = fold(phrase).bytes().filter(|byte| *byte != b' ').map(lookalike).collect();
        let begins_word = |at: usize| self.letters.get(at).is_none_or(|letter| letter.begins_word);
        let windows = self.letters.windows(phrase.len().max(1)).enumerate();
        let spans = windows.filter_map(|(start, letters)| {
            let is_alike = letters.iter().map(|letter| &letter.byte).eq(&phrase);
            let is_whole = begins_word(start) && begins_word(start + phrase.len());
            let ([first, ..], [.., last]) = (letters, letters) else { return None };
            (is_alike && is_whole).then(|| self.folded.span(first.at, last.end))
        });
        spans.collect()
    }
}

/// Whether a capital follows a small letter at a place of a text.
fn is_capital_in_word(text: &str, place: usize) -> bool {
    text.split_at_checked(place).is_some_and(|(before, from)| {
        before.ends_with(char::is_lowercase) && from.starts_with(char::is_uppercase)
    })
}

/// One letter for those of a folded text that are taken for each other.
fn lookalike(byte: u8) -> u8 {
    match byte {
        b'i' | b'1' => b'l',
        b'0' => b'o',
        b'3' => b'e',
        b'4' => b'a',
        b'5' => b's',
        _ => byte,
    }
}

/// The Latin letter that a Cyrillic, Greek or Cherokee one or a small capital looks like, and letters that no mark
/// can be taken from.
fn latin(letter: char) -> char {
    const LOOK_ALIKE: [(&str, &str); 4] = [
        ("авекмнорстухіјѕԁһӏ", "abekmhopctyxijsdhl"),
        ("αβεηικνορτυχ", "abenikvoptux"),
        ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
        ("ꭰꭱꭲꭹꭺꭻꭼꮃꮇꮋꮐꮓꮖꮢꮟꮩꮪꮮꮯꮲꮶꮷ", "drtyajewmhgzirbvslcpkd"),
    ];
    let alike = || {
        LOOK_ALIKE.iter().find_map(|(others, latin)| {
            others.chars().zip(latin.chars()).find_map(|(other, latin)| (other == letter).then_some(latin))
        })
    };
    match letter {
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        '\u{250}'..='\u{2af}' | '\u{370}'.. => alike().unwrap_or(letter),
        _ => letter,
    }
}

/// Whether a letter belongs to a word: the letters and digits of every script, but not the Hawaiian and
/// other apostrophes, nor letters that show nothing.
fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() && !is_invisible(letter) && !matches!(letter, 'ʻ' | 'ʼ')
}

/// Whether a sign takes up no space in a word, or shows nothing: an accent on the letter before, a soft
/// hyphen, a joiner, a mark of direction, an empty Braille cell, a tag, the place of an object.
fn is_invisible(letter: char) -> bool {
    // Most letters are plain.
    !letter.is_ascii()
        && matches!(
            letter,
            '\u{300}'..='\u{36f}'
                | '\u{ad}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffc}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// A text without white space at its ends and without the signs that show nothing there.
pub fn visible(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || letter.is_control() || is_invisible(letter) && !is_accent(letter)
    })
}

/// A text without the signs that show nothing, and with plain letters and digits for those of full width.
pub fn plain(text: &str) -> String {
    let shows = |letter: &char| {
        letter.is_whitespace() || is_accent(*letter) || !(letter.is_control() || is_invisible(*letter))
    };
    let narrow = |letter: char| match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - FULL_WIDTH).unwrap_or(letter),
        _ => letter,
    };
    text.chars().filter(shows).map(narrow).collect()
}

/// How far the signs of full width lie behind those of ASCII.
const FULL_WIDTH: u32 = '！' as u32 - '!' as u32;

fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A text cut to at most `most` characters, for quoting what somebody typed.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A text with its first letter as a capital: `Outcome`.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let mut capitalised = String::with_capacity(text.len());
    capitalised.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    capitalised + letters.as_str()
}

/// The most that a sentence lists.
pub const MOST_LISTED: usize = 10;

/// `a, b and c`; of more than a sentence can hold the first, and how many others there are.
pub fn listed<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, "and")
}

/// `a, b or c`, in the same way.
pub fn listed_or<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, "or")
}

/// `“a”, “b” and “c”`, in the same way.
pub fn quoted<T: AsRef<str>>(items: &[T]) -> String {
    listed(&in_quotation_marks(items))
}

/// `“a”, “b” or “c”`, in the same way.
pub fn quoted_or<T: AsRef<str>>(items: &[T]) -> String {
    listed_or(&in_quotation_marks(items))
}

fn in_quotation_marks<T: AsRef<str>>(items: &[T]) -> Vec<String> {
    items.iter().map(|item| format!("“{}”", item.as_ref())).collect()
}

fn joined<T: AsRef<str>>(items: &[T], word: &str) -> String {
    let shown = if items.len() > MOST_LISTED { MOST_LISTED - 1 } else { items.len() };
    let mut words: Vec<String> = items.iter().take(shown).map(|item| item.as_ref().to_owned()).collect();
    if shown < items.len() {
        words.push(format!("{} more", items.len() - shown));
    }
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} {word} {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn macrons_case_and_doubled_vowels_are_one() {
        for spelling in ["Māori", "maori", "Ma\u{ad}ori", "MAAORI", "Ma\u{304}ori"] {
            assert_eq!(fold(spelling), "maori", "{spelling}");
        }
        assert_eq!(fold("Wānanga"), fold("waananga"));
        assert_eq!(fold("Food"), fold("food"));
    }

    #[test]
    fn the_same_words_are_known_however_they_begin() {
        for (one, other) in
            [("Māori", "maaori"), ("(Micro)", "micro"), ("Ｓkoda", "skoda"), ("S\u{30c}a", "sa"), ("—", "®")]
        {
            assert!(are_same(one, other) && are_same(other, one), "{one} and {other}");
        }
        assert!(!are_same("listing", "approval") && !are_same("listing", "listing approval"));
    }

    #[test]
    fn signs_become_single_spaces() {
        assert_eq!(fold("  StartUp® Ignition – Automotive (L2)!"), "startup ignition automotive l2");
        assert_eq!(fold("Master's"), "masters");
        assert_eq!(fold("®—…"), "");
    }

    #[test]
    fn phrases_are_found_in_whole_words() {
        let has_phrase = |text: &str, phrase: &str| Folded::of(text).has(phrase);
        assert!(has_phrase("Post-Graduate Study", "post graduate"));
        assert!(has_phrase("Māori Land", "māori"));
        assert!(!has_phrase("International Trade", "national"));
        assert!(!has_phrase("Anything", "®"));
    }

    #[test]
    fn width_ligatures_and_letters_that_look_alike_are_one() {
        assert_eq!(fold("ＮＡＴＩＯＮＡＬ"), "national");
        assert_eq!(fold("Manage ﬁrst aid in the oﬃce"), "manage first aid in the office");
        assert_eq!(fold("Nаtіоnаl"), "national", "with four Cyrillic letters");
        assert_eq!(fold("Dip\u{2060}loma"), "diploma");
        assert_eq!(fold("Škoda"), fold("S\u{30c}koda"));
        assert_eq!(fold("Faʻa"), fold("Fa'a"));
    }

    #[test]
    fn letters_of_other_alphabets_and_small_capitals_are_the_latin_ones_that_they_look_like() {
        for text in ["Ðiploma", "Dipʟoma", "Ꭰiploma", "ᴅɪᴘʟᴏᴍᴀ", "ðiploma"] {
            assert_eq!(fold(text), "diploma", "{text}");
        }
    }

    #[test]
    fn what_may_be_read_as_a_phrase_is_found() {
        for (text, phrase, found) in [
            ("A D1ploma", "diploma", "D1ploma"),
            ("DipIoma of Rest", "diploma", "DipIoma"),
            ("Dip|oma", "diploma", "Dip|oma"),
            ("The D i p l o m a, in part", "diploma", "D i p l o m a"),
            ("Dip-loma", "diploma", "Dip-loma"),
            ("MyDegr33s", "degrees", "Degr33s"),
            ("NewZealand Bees", "New Zealand", "NewZealand"),
            ("N4tiona1 Bees", "national", "N4tiona1"),
            ("Diploma", "diploma", "Diploma"),
        ] {
            assert_eq!(Lookalikes::of(text).spans_of(phrase), [found], "{text}");
        }
        for (text, phrase) in [
            ("International Trade", "national"),
            ("Newzealandic", "New Zealand"),
            ("", "diploma"),
            ("diploma", ""),
            ("林", "diploma"),
        ] {
            assert_eq!(Lookalikes::of(text).spans_of(phrase), [""; 0], "{text}");
        }
    }

    #[test]
    fn spans_are_quoted_as_the_text_spells_them() {
        let spans = |text: &'static str, phrase: &str| Folded::of(text).spans_of(phrase);
        assert_eq!(spans("A Post–Graduate Kererū, (Early Childhood)", "post graduate"), ["Post–Graduate"]);
        assert_eq!(spans("A Kererū, (Early Childhood)", "kereru"), ["Kererū"]);
        assert_eq!(spans("(Early Childhood)", "early childhood"), ["Early Childhood"]);
        assert_eq!(spans("Food, food and Foods", "food"), ["Food", "food"]);
        assert_eq!(spans("International", "national"), [""; 0]);
    }

    #[test]
    fn signs_that_show_nothing_are_not_there() {
        assert_eq!(
            ["\u{200b}", "\u{2060} ", "\u{2800}", "\u{e0041}", "\u{fffc}", "\u{1d173}", "\u{feff}x\u{200b}"]
                .map(visible),
            ["", "", "", "", "", "", "x"]
        );
        assert_eq!(visible("a\u{304}"), "a\u{304}");
    }

    #[test]
    fn shortens_by_letters_not_bytes() {
        assert_eq!(shortened("āāāā", 2), "āā…");
        assert_eq!(shortened("āā", 2), "āā");
    }

    #[test]
    fn the_first_letter_becomes_a_capital() {
        assert_eq!(["outcome", "āhuatanga", ""].map(capitalised), ["Outcome", "Āhuatanga", ""]);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(quoted(&["a", "b"]), "“a” and “b”");
        assert_eq!(listed(&["a"; 10]), "a, a, a, a, a, a, a, a, a and a");
        assert_eq!(listed(&["a"; 10_006]), "a, a, a, a, a, a, a, a, a and 9997 more");
    }
}
