//! The search: its words, its filters and its hits.

use super::TOTAL;
use super::filters::{Filter, Filters, use_filters};
use super::hits::HitsHead;
use crate::browser::page;
use crate::domain::goal::LearningKind;
use crate::domain::register::{Answer, Found, Query, Register};
use crate::ui::components::{HitItem, SearchInput, entry_path, size_text, titled};
use crate::ui::i18n::*;
use crate::ui::query::query_text;
use leptos::prelude::*;
use leptos_router::components::A;
use std::sync::Arc;

/// How many hits are shown at first, and how many more at each press of the button.
const PAGE: usize = 30;
/// What is found beside the micro-credentials that the filters are for.
const OTHERS: [LearningKind; 2] = [LearningKind::Qualification, LearningKind::Standard];
/// How many of it are shown.
const MAX_OTHERS: usize = 6;

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
            let query = Query::new(words.get()).with_limit(shown.get());
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
                <HitsHead filters answer />
                <OtherEntries register=register.clone() words=words.into() answer />
                <ul class="hit-list">
                    <For each=move || answer.get().hits key=|hit| (hit.key.clone(), hit.fields()) let(hit)>
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

/// What is found beside micro-credentials, and the closest where no micro-credential has the words.
#[component]
fn OtherEntries(register: Arc<Register>, words: Signal<String>, answer: Memo<Answer>) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let found = Memo::new(move |_| {
        let is_without_hit = answer.with(|answer| answer.total == 0);
        let others = words.with(|words| register.find(words, &OTHERS, MAX_OTHERS));
        if !others.is_closest {
            return others;
        }
        let all = || words.with(|words| register.find(words, LearningKind::ALL, MAX_OTHERS));
        Some(all()).filter(|all| is_without_hit && all.is_closest).unwrap_or_default()
    });
    move || {
        let Found { entries, is_closest } = found.get();
        let title = if is_closest {
            td_string!(locale, register.others.closest)
        } else {
            td_string!(locale, register.others.title)
        };
        let is_empty = entries.is_empty();
        let items = entries.into_iter().map(|entry| {
            let link = match entry.kind {
                LearningKind::Standard => view! { <span>{titled(locale, &entry)}</span> }.into_any(),
                _ => view! { <A href=entry_path(&entry)>{entry.title.clone()}</A> }.into_any(),
            };
            let size = (entry.level.is_some() || entry.size.is_some())
                .then(|| size_text(locale, entry.level, entry.size));
            let about = [Some(entry.kind.label(language).to_owned()), size];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(". ");
            view! { <li>{link} <span class="hint">{about}</span></li> }
        });
        let items = items.collect_view();
        (!is_empty).then(|| {
            view! {
                <section class="others">
                    <h3>{title}</h3>
                    <ul class="possible-list">{items}</ul>
                </section>
            }
        })
    }
}
