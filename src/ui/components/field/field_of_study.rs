//! The box for the code of a field of study: its digits can be typed, or a word that finds it.

use super::Control;
use super::text::Typed;
use crate::domain::field_of_study::{self, FieldOfStudy};
use crate::domain::text::{listed, visible};
use crate::ui::components::{ComboboxInput, Offer};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// A box for a code, with the fields of study that what is typed may mean. Below it stands which field the code
/// is, as far as it is known.
#[component]
pub fn FieldOfStudyBox(control: Control) -> impl IntoView {
    let locale = use_locale();
    let Typed { shown, enter } = Typed::of(&control);
    let offers = move |text: &str| {
        let found = field_of_study::search(text).into_iter();
        // What stands in the box already is not offered again.
        found.filter(|field| field.code != visible(text)).map(|field| offer(locale, field)).collect()
    };
    let on_choose = Callback::new(move |offer: Offer| enter.run(offer.key));
    let say = move |found: Option<usize>| {
        let text = shown.get();
        match (name_of_code(locale, visible(&text)), found) {
            (Some(name), _) => name,
            (None, Some(0)) if !text.chars().any(|letter| letter.is_ascii_digit()) => {
                td_string!(locale, draft.field_of_study.none, text = text)
            }
            (None, Some(0) | None) => String::new(),
            (None, Some(found)) => td_string!(locale, register.find.found, count = found),
        }
    };
    view! {
        <ComboboxInput
            id=control.id
            text=shown
            on_input=enter
            offers
            on_choose
            say
            described_by=control.described_by
            is_invalid=control.is_invalid
        />
    }
}

/// A field of study to choose. Of a narrow one only four digits are known.
fn offer(locale: Locale, field: FieldOfStudy) -> Offer {
    let (code, title) = (field.code, field.title);
    let first_four = || td_string!(locale, draft.field_of_study.first_four).to_owned();
    Offer {
        key: code.to_owned(),
        title: td_string!(locale, draft.field_of_study.named, code, title),
        hint: if field.is_detailed() { String::new() } else { first_four() },
    }
}

/// Which field of study a code of four or six digits is, or lies in.
fn name_of_code(locale: Locale, code: &str) -> Option<String> {
    let is_digits = code.bytes().all(|byte| byte.is_ascii_digit());
    let narrow = field_of_study::narrow(code).filter(|_| is_digits)?;
    match (field_of_study::title(code), code.len()) {
        (Some(title), 4) => {
            let within = field_of_study::detailed(narrow.code);
            let named = within.map(|field| format!("{} ({})", field.code, field.title)).collect::<Vec<_>>();
            let next = if named.is_empty() {
                td_string!(locale, draft.field_of_study.none_known).to_owned()
            } else {
                td_string!(locale, draft.field_of_study.known, fields = listed(&named))
            };
            Some(td_string!(locale, draft.field_of_study.four_digits, code = narrow.code, title, next))
        }
        (Some(title), _) => {
            Some(td_string!(locale, draft.field_of_study.named, code = code.to_owned(), title))
        }
        (None, 6) => {
            Some(td_string!(locale, draft.field_of_study.within, code = narrow.code, title = narrow.title))
        }
        _ => None,
    }
}
