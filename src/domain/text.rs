//! Words as people type them: with macrons or without, with doubled vowels, in any case.

/// The form in which words are compared. Case, accents and macrons go, so does a doubled vowel
/// that stands for a long one (`Maaori`, `Māori` and `maori` are one word); all that is neither a
/// letter nor a digit becomes a single space.
///
/// Doubling goes from the indexed text and the typed word alike, so that `food` still finds `food`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(plain) {
        if is_of_a_word(letter) {
            let doubled = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u') && folded.ends_with(letter);
            if !doubled {
                folded.push(letter);
            }
        } else if !is_unseen(letter)
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

/// Whether a word or phrase stands in a text in whole words, compared as [`fold`] does: `national`
/// stands in `National Park` and not in `International`.
pub fn has_phrase(text: &str, phrase: &str) -> bool {
    let phrase = fold(phrase);
    !phrase.is_empty() && format!(" {} ", fold(text)).contains(&format!(" {phrase} "))
}

/// A letter in lower case without its accent: the letters of Māori and of the European names seen
/// in New Zealand. Full Unicode tables would weigh more than the rest of the search.
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
            || is_unseen(letter)
            || matches!(letter, '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{feff}' | '\u{fffd}'))
}

/// Whether a sign has no place of its own in a word: an accent on the letter before, a soft hyphen, a
/// joiner.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A text cut to at most `most` characters, for quoting what somebody typed.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// `a, b and c`.
pub fn listed<T: AsRef<str>>(items: &[T]) -> String {
    enumerated(&mut items.iter().map(AsRef::as_ref), "", "")
}

/// `“a”, “b” and “c”`.
pub fn quoted<T: AsRef<str>>(items: &[T]) -> String {
    enumerated(&mut items.iter().map(AsRef::as_ref), "“", "”")
}

fn enumerated(items: &mut dyn ExactSizeIterator<Item = &str>, before: &str, after: &str) -> String {
    let mut said = String::new();
    while let Some(item) = items.next() {
        said.extend([before, item, after]);
        said.push_str(match items.len() {
            0 => "",
            1 => " and ",
            _ => ", ",
        });
    }
    said
}

/// Whether a text only says that there is nothing to say: `None.`, `n/a`.
pub fn says_none(text: &str) -> bool {
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
        assert!(says_none(" None. ") && says_none("N/A"));
        assert!(!says_none("None but the diploma") && !says_none(""));
    }

    #[test]
    fn shortens_by_letters_not_bytes() {
        assert_eq!(shortened("āāāā", 2), "āā…");
        assert_eq!(shortened("āā", 2), "āā");
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(quoted(&["a", "b"]), "“a” and “b”");
    }
}
