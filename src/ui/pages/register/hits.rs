//! What a search has found.

use super::TOTAL;
use super::filters::{Filter, FilterChip, FilterSet};
use crate::browser::page;
use crate::domain::register::Answer;
use crate::ui::components::{Icon, Notice, NoticeKind, icons};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// How many entries were found, and the filters that are set.
#[component]
pub fn HitsHead(filters: FilterSet, words: Signal<String>, answer: Memo<Answer>) -> impl IntoView {
    let locale = use_locale();
    let chosen = move || {
        let chosen = filters
            .into_iter()
            .flat_map(|filter| filter.values().into_iter().map(move |value| (filter, value)));
        chosen.collect::<Vec<_>>()
    };
    let count = Memo::new(move |_| chosen().len());
    let total = move || match answer.with(|answer| (answer.total, answer.is_closest)) {
        (0, _) if count.get() == 0 => {
            format!("{} {}", td_string!(locale, register.nothing), td_string!(locale, register.nothing_words))
        }
        (0, _) => format!(
            "{} {}",
            td_string!(locale, register.nothing),
            td_string!(locale, register.nothing_filters)
        ),
        (count, true) => td_string!(locale, register.find.closest, text = words.get(), count),
        (count, false) => td_string!(locale, register.total, count),
    };
    let unknown = move || {
        let unknown = filters.into_iter().flat_map(Filter::unknown);
        unknown
            .map(|value| {
                view! {
                    <Notice kind=NoticeKind::Warning>
                        <p>{td_string!(locale, register.unknown_filter, value)}</p>
                    </Notice>
                }
            })
            .collect_view()
    };
    let title = move || match count.get() {
        0 => td_string!(locale, register.filters).to_owned(),
        count => td_string!(locale, register.filters_set, count),
    };
    let has_filters = Memo::new(move |_| answer.with(|answer| !answer.facets.values().all(Vec::is_empty)));
    let clear = move |_| {
        filters.into_iter().for_each(Filter::clear);
        page::focus(TOTAL);
    };
    view! {
        {unknown}
        <div class="hits-head">
            <p class="total" id=TOTAL tabindex="-1" role="status">
                {total}
            </p>
            <div class="actions">
                <button
                    class="button open-facets"
                    type="button"
                    popovertarget="facets"
                    hidden=move || !has_filters.get()
                >
                    <Icon icon=icons::LIST_FILTER />
                    {title}
                </button>
            </div>
            <div class="chips" hidden=move || count.get() == 0>
                <For each=chosen key=|(filter, value)| (filter.facet, *value) let((filter, value))>
                    <FilterChip filter value />
                </For>
                <button class="button quiet small" type="button" on:click=clear>
                    {td_string!(locale, register.clear_filters)}
                </button>
            </div>
        </div>
    }
}
