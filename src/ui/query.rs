//! What the query of the address says: a date, search words and filters. Servers can read it, so no
//! draft and no pathway is put there.

use crate::domain::day::{self, Day};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_url};
use leptos_router::location::Url;

/// How a change of the address is shown: in place, without a new entry in the history.
pub fn in_place() -> NavigateOptions {
    NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() }
}

/// All values that the query has under a name, and a way to set them. The router's own map of the query
/// is decoded twice: a typed “%41” would come back as “A”.
pub fn query_values(name: &'static str) -> (Memo<Vec<String>>, Callback<Vec<String>>) {
    let (url, location, navigate) = (use_url(), use_location(), use_navigate());
    let values = Memo::new(move |_| {
        let value = |(other, value): (&str, &str)| (other == name).then(|| decoded(value));
        url.with(|url| pairs(url.search()).filter_map(value).collect::<Vec<_>>())
    });
    let set = Callback::new(move |values: Vec<String>| {
        // The page's own address follows the location's a moment later: too late for several changes at once.
        let query = location.search.get_untracked();
        let others = pairs(&query).filter(|(other, _)| *other != name);
        let mut query: Vec<_> = others.map(|(other, value)| format!("{other}={value}")).collect();
        query.extend(values.iter().map(|value| format!("{name}={}", Url::escape(value))));
        navigate(&format!("{}?{}", location.pathname.get_untracked(), query.join("&")), in_place());
    });
    (values, set)
}

/// The names and values of a query, as they are written there.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// The names and values that a query or a fragment spells.
pub fn params_of(text: &str) -> Vec<(String, String)> {
    let text = text.trim_start_matches(['?', '#']);
    pairs(text).map(|(name, value)| (decoded(name), decoded(value))).collect()
}

/// Names and values as a query or a fragment spells them.
pub fn spelled(params: &[(&str, String)]) -> String {
    let pairs = params.iter().map(|(name, value)| format!("{name}={}", Url::escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn decoded(value: &str) -> String {
    Url::unescape(&value.replace('+', " "))
}

/// A text in the query, and a way to set it.
pub fn query_text(name: &'static str) -> (Memo<Option<String>>, Callback<Option<String>>) {
    let (values, set_values) = query_values(name);
    let text = Memo::new(move |_| values.get().pop());
    (text, Callback::new(move |text: Option<String>| set_values.run(text.into_iter().collect())))
}

/// The date in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChosenDay {
    /// None: today is meant.
    Today,
    /// This date.
    On(Day),
    /// Something that is no date.
    Unreadable(String),
}

/// The date in the query, and a way to set it.
pub fn query_day(name: &'static str) -> (Memo<ChosenDay>, Callback<Option<Day>>) {
    let (text, set_text) = query_text(name);
    let chosen = Memo::new(move |_| match text.get() {
        None => ChosenDay::Today,
        Some(text) => day::parse(&text).map_or(ChosenDay::Unreadable(text), ChosenDay::On),
    });
    let set = Callback::new(move |day: Option<Day>| set_text.run(day.map(|day| day.to_string())));
    (chosen, set)
}
