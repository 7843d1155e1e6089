//! The languages of the domain's words, and texts in several of them.

/// Every language that some word of the domain is written in, English first.
const LANGUAGES: &[&str] = include!(concat!(env!("OUT_DIR"), "/domain_languages.rs"));

/// A language of the domain's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(&'static str);

impl Language {
    /// New Zealand English, the language that has every word.
    pub const ENGLISH: Self = Self("en");

    /// The language with a code such as `mi`, where some word is written in it.
    pub fn with_code(code: &str) -> Option<Self> {
        LANGUAGES.iter().copied().find(|known| *known == code).map(Self)
    }

    /// The language's code.
    pub fn code(self) -> &'static str {
        self.0
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

/// A text in English, and in the other languages that have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub(in crate::domain) english: &'static str,
    /// The codes of the other languages, and the text in each.
    pub(in crate::domain) others: &'static [(&'static str, &'static str)],
}

impl Text {
    /// The text in a language; in English where that has no such text.
    pub fn in_language(&self, language: Language) -> &'static str {
        let other = self.others.iter().find(|(code, _)| *code == language.0);
        other.map_or(self.english, |(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_language_lacks_is_the_english_one() {
        let both = Text { english: "Level", others: &[("fr", "Niveau"), ("mi", "Taumata")] };
        let english = Text { english: "Level", others: &[("fr", "Niveau")] };
        assert_eq!([both, english].map(|text| text.in_language(Language("mi"))), ["Taumata", "Level"]);
        assert_eq!([both, english].map(|text| text.in_language(Language::default())), ["Level", "Level"]);
    }

    #[test]
    fn english_is_a_language_and_the_first() {
        assert_eq!(Language::with_code("en"), Some(Language::ENGLISH));
        assert_eq!(LANGUAGES.first(), Some(&Language::ENGLISH.code()));
        assert_eq!(Language::with_code("english"), None);
    }
}
