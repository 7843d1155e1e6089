//! What the query of the address says: a date, search words, filters. Nothing that a person has or
//! writes is ever in it.

use crate::domain::day::{self, Day};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{query_signal_with_options, use_location, use_navigate, use_query_map};

/// How a change of the address is shown: in place, without a new entry in the history.
pub fn in_place() -> NavigateOptions {
    NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() }
}

/// A text in the query.
pub fn query_text(name: &'static str) -> (Memo<Option<String>>, SignalSetter<Option<String>>) {
    query_signal_with_options::<String>(name, in_place())
}

/// All values that the query has under a name, and a way to set them.
pub fn query_values(name: &'static str) -> (Memo<Vec<String>>, Callback<Vec<String>>) {
    let query = use_query_map();
    let navigate = use_navigate();
    let location = use_location();
    let values = Memo::new(move |_| query.with(|query| query.get_all(name).unwrap_or_default()));
    let set = Callback::new(move |values: Vec<String>| {
        // The page's own query follows the location's a moment later: too late for several changes at once.
        let mut query = location.query.get_untracked();
        query.remove(name);
        for value in values {
            query.insert(name, value);
        }
        let path = location.pathname.get_untracked();
        navigate(&format!("{path}{}", query.to_query_string()), in_place());
    });
    (values, set)
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
    let set = Callback::new(move |day: Option<Day>| set_text.set(day.map(|day| day.to_string())));
    (chosen, set)
}
