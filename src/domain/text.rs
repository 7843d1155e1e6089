//! Words as people type them: with macrons or without, with doubled vowels, in any case.

/// The form in which words are compared: without case, accents and macrons, and with one vowel for a
/// doubled one (`Maaori`, `Māori` and `maori` are one word); everything that is neither a letter nor
/// a digit becomes a single space.
///
/// Doubled vowels go from the indexed text and from the typed word, so `food` still finds `food`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(plain) {
        if is_of_a_word(letter) {
            let doubled = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u') && folded.ends_with(letter);
            if !doubled {
                folded.push(letter);
            }
        } else if !is_invisible(letter)
            && !matches!(letter, '\'' | '’' | '®' | '™')
            && !folded.ends_with(' ')
            && !folded.is_empty()
        {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether a text has a word or phrase in whole words, compared as [`fold`] does: `National Park` has
/// `national`, and `International` does not.
pub fn has_phrase(text: &str, phrase: &str) -> bool {
    let phrase = fold(phrase);
    !phrase.is_empty() && format!(" {} ", fold(text)).contains(&format!(" {phrase} "))
}

/// A letter in lower case without its accent: the letters of Māori and of the European names seen
/// in New Zealand.
fn plain(letter: char) -> char {
    match letter {
        'ā' | 'Ā' | 'à' | 'À' | 'á' | 'Á' | 'â' | 'Â' | 'ä' | 'Ä' | 'ã' | 'Ã' | 'å' | 'Å' => {
            'a'
        }
        'ē' | 'Ē' | 'è' | 'È' | 'é' | 'É' | 'ê' | 'Ê' | 'ë' | 'Ë' => 'e',
        'ī' | 'Ī' | 'ì' | 'Ì' | 'í' | 'Í' | 'î' | 'Î' | 'ï' | 'Ï' => 'i',
        'ō' | 'Ō' | 'ò' | 'Ò' | 'ó' | 'Ó' | 'ô' | 'Ô' | 'ö' | 'Ö' | 'õ' | 'Õ' | 'ø' | 'Ø' => {
            'o'
        }
        'ū' | 'Ū' | 'ù' | 'Ù' | 'ú' | 'Ú' | 'û' | 'Û' | 'ü' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        'ý' | 'Ý' | 'ÿ' | 'Ÿ' => 'y',
        other => other.to_ascii_lowercase(),
    }
}

/// Whether a letter belongs to a word: ASCII letters and digits, and every other script's letters,
/// but not the signs of Latin-1 and of general punctuation.
fn is_of_a_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || !(letter.is_ascii()
            || is_invisible(letter)
            || matches!(letter, '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{feff}' | '\u{fffd}'))
}

/// Whether a sign takes up no space in a word: an accent on the letter before, a soft hyphen, a
/// joiner.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
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
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `a, b and c`.
pub fn listed<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// `“a”, “b” and “c”`.
pub fn quoted<T: AsRef<str>>(items: &[T]) -> String {
    let quoted: Vec<String> = items.iter().map(|item| format!("“{}”", item.as_ref())).collect();
    listed(&quoted)
}

/// Whether a text only means that there is nothing: `None.`, `n/a`.
pub fn means_none(text: &str) -> bool {
    matches!(fold(text).as_str(), "none" | "nil" | "n a" | "not applicable")
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
    fn signs_become_single_spaces() {
        assert_eq!(fold("  StartUp® Ignition – Automotive (L2)!"), "startup ignition automotive l2");
        assert_eq!(fold("Master's"), "masters");
        assert_eq!(fold("®—…"), "");
    }

    #[test]
    fn phrases_are_found_in_whole_words() {
        assert!(has_phrase("Post-Graduate Study", "post graduate"));
        assert!(has_phrase("Māori Land", "māori"));
        assert!(!has_phrase("International Trade", "national"));
        assert!(!has_phrase("Anything", "®"));
    }

    #[test]
    fn none_is_a_whole_answer() {
        assert!(means_none(" None. ") && means_none("N/A"));
        assert!(!means_none("None but the diploma") && !means_none(""));
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
    }
}
