//! Māori words in English text.

use crate::domain::Language;
use crate::domain::draft::fields;
use crate::ui::i18n::use_language;
use leptos::prelude::*;

/// The words of the Māori language that Waymark's own English sentences, labels and lists use. Text
/// that a person or a file wrote is not looked at: what language it is in is not known.
const WORDS: [&str; 30] = [
    "Te Hono o Te Kahurangi",
    "hapori Māori",
    "Hapori Māori",
    "ngā kaupapa",
    "kaupapa",
    "te reo Māori",
    "Te reo Māori",
    "Rangatiratanga",
    "Whanaungatanga",
    "Manaakitanga",
    "Pūkengatanga",
    "Kaitiakitanga",
    "pāngarau",
    "te reo matatini",
    "mātauranga Māori",
    "Toitū te Waiora",
    "Te Pūkenga",
    "Tahatū",
    "Wānanga",
    "wānanga",
    "Whānau",
    "whānau",
    "Hapū",
    "hapū",
    "Māori",
    "Iwi",
    "iwi",
    "te reo",
    "hapori",
    "kura",
];

/// A text with its Māori words marked as such, so that a screen reader pronounces them as Māori.
#[component]
pub fn Mi(#[prop(into)] text: String) -> impl IntoView {
    pieces(&text, use_language())
        .into_iter()
        .map(|piece| match piece {
            Piece::English(text) => text.into_any(),
            Piece::Maori(text) => view! { <span lang="mi">{text}</span> }.into_any(),
        })
        .collect_view()
}

#[derive(Debug, PartialEq)]
enum Piece {
    English(String),
    Maori(&'static str),
}

fn pieces(text: &str, language: Language) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let english = |from: usize, to: usize| {
        let part = text.get(from..to).filter(|part| !part.is_empty());
        part.map(|part| Piece::English(part.to_owned()))
    };
    while let Some((at, word)) = next_word(text, done, language) {
        pieces.extend(english(done, at));
        pieces.push(Piece::Maori(word));
        done = at + word.len();
    }
    pieces.extend(english(done, text.len()));
    pieces
}

/// The first whole Māori word or phrase from a place on, and where it is. Of two at one place the list
/// has the longer first. What is quoted is somebody's own text, but for the label of a field.
fn next_word(text: &str, from: usize, language: Language) -> Option<(usize, &'static str)> {
    let found = WORDS.iter().enumerate().flat_map(|(order, word)| {
        text.match_indices(word)
            .filter(|(at, _)| *at >= from && is_whole(text, *at, word.len()))
            .filter(|(at, _)| quoted_at(text, *at).is_none_or(|quoted| is_label(quoted, language)))
            .map(move |(at, _)| (at, order, *word))
    });
    found.min().map(|(at, _, word)| (at, word))
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let (before, from) = text.split_at(at);
    let after = from.get(length..).unwrap_or_default();
    !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
}

/// What is quoted around a place.
fn quoted_at(text: &str, at: usize) -> Option<&str> {
    let start = text.get(..at)?.rfind('“')? + '“'.len_utf8();
    let quoted = text.get(start..)?;
    let end = quoted.find('”').unwrap_or(quoted.len());
    (start + end >= at).then(|| quoted.get(..end)).flatten()
}

fn is_label(text: &str, language: Language) -> bool {
    fields::all().any(|field| field.label(language) == text)
}
