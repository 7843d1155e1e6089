//! The search: its words, its filters and its hits.

use super::TOTAL;
use super::filters::{Filter, Filters, use_filters};
use super::hits::HitsHead;
use crate::browser::page;
use crate::domain::register::{Query, Register};
use crate::ui::components::{HitItem, SearchInput};
use crate::ui::i18n::*;
use crate::ui::query::query_text;
use leptos::prelude::*;
use std::sync::Arc;

/// How many hits are shown at first, and how many more at each press of the button.
const PAGE: usize = 30;

/// A search whose words and filters stand in the address.
#[component]
pub fn Search(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let (query_words, set_query_words) = query_text("q");
    // What is typed stays as it is typed; the address follows.
    let words = RwSignal::new(query_words.get_untracked().unwrap_or_default());
    Effect::new(move |_| {
        let now = query_words.get().unwrap_or_default();
        if words.get_untracked() != now {
            words.set(now);
        }
    });
    let filters = use_filters();
    let shown = RwSignal::new(PAGE);
    Effect::watch(move || (words.get(), filters.map(Filter::values)), move |_, _, _| shown.set(PAGE), false);
    let answer = {
        let register = register.clone();
        Memo::new(move |_| {
            let query = Query::new(words.get()).forgiving().with_limit(shown.get());
            let query = filters
                .into_iter()
                .fold(query, |query, filter| query.with_filter(filter.facet, filter.values()));
            register.search(&query)
        })
    };
    let on_input = move |text: String| {
        words.set(text.clone());
        set_query_words.run(Some(text).filter(|text| !text.is_empty()));
    };
    let show_more = move |_| {
        shown.update(|shown| *shown += PAGE);
        if answer.with(|answer| answer.total == answer.hits.len()) {
            page::focus(TOTAL);
        }
    };
    view! {
        <div class="columns">
            <form class="search" role="search" on:submit=|event| event.prevent_default()>
                <label class="visually-hidden" for="search">
                    {td_string!(locale, register.search)}
                </label>
                <SearchInput words on_input hint=td_string!(locale, register.search_hint) />
            </form>
            <Filters filters answer />
            <section class="hits" aria-label=td_string!(locale, register.found)>
                <h2 class="visually-hidden">{td_string!(locale, register.found)}</h2>
                <HitsHead filters words=words.into() answer />
                <ul class="hit-list">
                    <For
                        each=move || answer.get().hits
                        key=|hit| (hit.entry.kind, hit.entry.key.clone(), hit.fields())
                        let(hit)
                    >
                        <HitItem register=register.clone() hit />
                    </For>
                </ul>
                <button
                    class="button"
                    type="button"
                    hidden=move || answer.with(|answer| answer.total == answer.hits.len())
                    on:click=show_more
                >
                    {td_string!(locale, register.more)}
                </button>
            </section>
        </div>
    }
}
