//! Facts of an entry, each with its name, and where they come from.

use crate::ui::reactive::{all, none};
use crate::ui::words::register as words;
use leptos::prelude::*;

/// A fact with its name; nothing where it is not stated.
pub fn fact(name: &'static str, what: String) -> AnyView {
    if what.is_empty() {
        return none();
    }
    view! { <div><dt>{name}</dt><dd>{what}</dd></div> }.into_any()
}

/// Several texts under one name.
pub fn facts(name: &'static str, what: &[String]) -> AnyView {
    if what.is_empty() {
        return none();
    }
    let items = what.iter().map(|text| view! { <li>{text.clone()}</li> }.into_any());
    view! { <div><dt>{name}</dt><dd><ul>{all(items)}</ul></dd></div> }.into_any()
}

/// Where facts come from, as a link where that is an address.
pub fn source_link(source: Option<&str>) -> AnyView {
    let Some(source) = source else { return none() };
    let source = source.to_owned();
    let shown = if source.starts_with("http://") || source.starts_with("https://") {
        let host = source.split('/').nth(2).unwrap_or_default().to_owned();
        view! { <a href=source rel="external noreferrer">{host}</a> }.into_any()
    } else {
        source.into_any()
    };
    view! { <p class="source">{words::SOURCE}": "{shown}</p> }.into_any()
}

/// All sources of an entry.
pub fn sources(source: Option<&str>, also: &[String]) -> AnyView {
    all(source.into_iter().chain(also.iter().map(String::as_str)).map(|source| source_link(Some(source))))
}
