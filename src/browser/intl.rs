//! Dates and lists as a language writes them. A language is named by its tag: `en-NZ`.

use js_sys::{Array, Date, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The time zone of New Zealand.
const NEW_ZEALAND: &str = "Pacific/Auckland";

thread_local! {
    /// How lists are written in the language that was asked for last: it takes the browser long to find that out.
    static LISTS: RefCell<Option<(String, Intl::ListFormat)>> = const { RefCell::new(None) };
}

/// Several texts in one: `a, b and c`.
pub fn listed(language: &str, items: &[impl AsRef<str>]) -> String {
    let items: Array = items.iter().map(|item| JsValue::from(item.as_ref())).collect();
    LISTS.with_borrow_mut(|lists| {
        lists.take_if(|(of, _)| of != language);
        let (_, format) = lists.get_or_insert_with(|| {
            (language.to_owned(), Intl::ListFormat::new(&Array::of1(&language.into()), &Object::new()))
        });
        format.format(&items).into()
    })
}

/// A moment as people in New Zealand read it, such as `21 Nov 2026, 4:12 pm`; the text as it is where it is
/// no moment.
pub fn spelled_moment(language: &str, moment: &str) -> String {
    let date = Date::new(&moment.into());
    if date.get_time().is_nan() {
        return moment.to_owned();
    }
    formatted(language, &date, &[("timeZone", NEW_ZEALAND), ("dateStyle", "medium"), ("timeStyle", "short")])
}

/// The day that a moment falls on in New Zealand: `2026-11-21`.
pub(super) fn day_in_new_zealand(moment: &Date) -> String {
    // Swedish writes dates as ISO 8601 does.
    formatted("sv-SE", moment, &[("timeZone", NEW_ZEALAND)])
}

fn formatted(language: &str, date: &Date, styles: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in styles {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&language.into()), &options).format();
    let formatted = format.call1(&JsValue::UNDEFINED, date);
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_default()
}
