//! The sentences of the screens, which the build makes from `locales`: `td_string!(locale, draft.title)`.
//!
//! The language is chosen when the app is drawn, so a sentence is a plain text and not a closure; to
//! change the language is to draw the app anew.

use crate::browser::page;
use crate::domain::Language;
use leptos::prelude::*;
use leptos_i18n::Locale as _;
use std::str::FromStr;

include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));

pub use i18n::{Locale, td, td_string};

/// The languages that are ready to be chosen for a visitor.
const READY: &[Locale] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Provides the first language that the person prefers and that is ready; English where there is none.
pub fn provide_locale() {
    let preferred = page::languages();
    let known = preferred.iter().filter_map(|tag| {
        let language = tag.split('-').next().unwrap_or(tag);
        Locale::from_str(tag).or_else(|_| Locale::from_str(language)).ok()
    });
    provide_context(known.into_iter().find(|locale| READY.contains(locale)).unwrap_or_default());
}

/// The language of the screens.
pub fn use_locale() -> Locale {
    expect_context()
}

/// The language of the domain's words on the screens.
pub fn use_language() -> Language {
    Language::with_code(use_locale().as_str()).unwrap_or_default()
}
