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
    match page_name(&source) {
        Some(name) => view! {
            <a href=source rel="external noreferrer">
                {name}
            </a>
        }
        .into_any(),
        None => view! { <span>{source}</span> }.into_any(),
    }
}

/// What an address is called: its host, and the last part of its path, by which pages of one host are told
/// apart. None where it is no address of the web.
fn page_name(source: &str) -> Option<String> {
    let address = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"))?;
    let address = address.split(['?', '#']).next()?.trim_end_matches('/');
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let page = path.rsplit('/').next().filter(|page| !page.is_empty());
    let page = page.map(|page| page.rsplit_once('.').map_or(page, |(name, _)| name).replace(['-', '_'], " "));
    Some(match page {
        Some(page) => format!("{host}: {page}"),
        None => host.to_owned(),
    })
}
