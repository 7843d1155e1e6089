//! Māori words in English text.

use leptos::prelude::*;

/// The words of the Māori language that Waymark's own English sentences, labels and lists use. Text
/// that a person or a file wrote is not looked at: what language it is in is not known.
const WORDS: [&str; 20] = [
    "Te Hono o Te Kahurangi",
    "hapori Māori",
    "Hapori Māori",
    "ngā kaupapa",
    "te reo Māori",
    "mātauranga Māori",
    "Toitū te Waiora",
    "Te Pūkenga",
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
    pieces(&text)
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

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let english = |from: usize, to: usize| {
        let part = text.get(from..to).filter(|part| !part.is_empty());
        part.map(|part| Piece::English(part.to_owned()))
    };
    while let Some((at, word)) = next_word(text, done) {
        pieces.extend(english(done, at));
        pieces.push(Piece::Maori(word));
        done = at + word.len();
    }
    pieces.extend(english(done, text.len()));
    pieces
}

/// The first whole Māori word or phrase from a place on, and where it is. Of two at one place the list
/// has the longer first. What is quoted is somebody's own text.
fn next_word(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let found = WORDS.iter().enumerate().flat_map(|(order, word)| {
        text.match_indices(word)
            .filter(|(at, _)| *at >= from && is_whole(text, *at, word.len()) && !is_quoted(text, *at))
            .map(move |(at, _)| (at, order, *word))
    });
    found.min().map(|(at, _, word)| (at, word))
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let (before, from) = text.split_at(at);
    let after = from.get(length..).unwrap_or_default();
    !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
}

fn is_quoted(text: &str, at: usize) -> bool {
    let (before, _) = text.split_at(at);
    before.matches('“').count() > before.matches('”').count()
}
