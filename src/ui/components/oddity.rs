//! What in a draft file does not fit its format, in a person's words.

use super::JumpLink;
use super::anchors::field_id;
use crate::domain::draft::fields::{self, Kind};
use crate::domain::draft::{Oddity, OddityKind};
use crate::domain::{Language, Problem};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// A sentence on something odd, which leads to its field where the form has one.
#[component]
pub fn OddityText(oddity: Oddity) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let words = words(locale, language, &oddity);
    let at = &oddity.problem.at;
    let control = match oddity.kind {
        OddityKind::Unknown => None,
        _ if fields::find(at).is_some() => Some(field_id(at)),
        _ => fields::field_around(at).map(|field| field_id(field.path)),
    };
    match control {
        Some(to) => view! { <JumpLink to>{words}</JumpLink> }.into_any(),
        None => words.into_any(),
    }
}

/// What is odd, in a sentence.
pub fn words(locale: Locale, language: Language, oddity: &Oddity) -> String {
    let Oddity { kind, problem, .. } = oddity;
    let name = fields::name_of(&problem.at, language).unwrap_or_else(|| problem.at.clone());
    let found = problem.found.clone();
    match kind {
        OddityKind::SecondValue => td_string!(locale, draft.odd.second_value, name, found),
        OddityKind::LostCharacter => td_string!(locale, draft.odd.lost_character, name, found),
        OddityKind::OtherKind => {
            td_string!(locale, draft.odd.other_kind, name, found, expected = expected(locale, problem))
        }
        OddityKind::NoFields => td_string!(locale, draft.odd.no_fields, name, found),
        OddityKind::Unknown => td_string!(locale, draft.odd.unknown, name = problem.at.clone(), found),
    }
}

/// How to put right what keeps a draft from being ready.
pub fn remedy(locale: Locale, oddity: &Oddity) -> &'static str {
    match oddity.kind {
        OddityKind::SecondValue => td_string!(locale, draft.odd.second_value_remedy),
        _ => td_string!(locale, draft.odd.day_remedy),
    }
}

/// What was expected of a value, as the form says it and not as files spell it.
pub fn expected(locale: Locale, problem: &Problem) -> String {
    match fields::field_around(&problem.at).map(|field| fields::find(&problem.at).unwrap_or(field).kind) {
        Some(Kind::One(_)) => td_string!(locale, draft.odd.a_choice).to_owned(),
        Some(Kind::Several(_)) if fields::find(&problem.at).is_none() => {
            td_string!(locale, draft.odd.a_choice).to_owned()
        }
        Some(Kind::YesNo) => td_string!(locale, draft.odd.yes_or_no).to_owned(),
        _ => problem.expected.clone(),
    }
}
