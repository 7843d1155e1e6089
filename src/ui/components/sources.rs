//! Where something is written.

use super::{Icon, icons};
use leptos::prelude::*;

/// All sources of an entry, as links where they are addresses.
#[component]
pub fn Sources(source: Option<String>, also: Vec<String>) -> impl IntoView {
    let items = source.into_iter().chain(also).map(|source| {
        view! {
            <li>
                <Icon icon=icons::BOOK_OPEN />
                <Source source />
            </li>
        }
    });
    view! { <ul class="sources">{items.collect_view()}</ul> }
}

#[component]
fn Source(source: String) -> impl IntoView {
    let address = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
    match address.and_then(|address| address.split('/').next()).map(str::to_owned) {
        Some(host) => view! {
            <a href=source rel="external noreferrer">
                {host}
            </a>
        }
        .into_any(),
        None => view! { <span>{source}</span> }.into_any(),
    }
}
