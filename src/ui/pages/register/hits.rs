//! What a search has found.

use super::TOTAL;
use super::filters::{Filter, FilterChip};
use crate::browser::page;
use crate::domain::register::Answer;
use crate::ui::components::{Icon, Notice, NoticeKind, icons};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// How many entries were found, and the filters that are set.
#[component]
pub fn HitsHead(filters: Vec<Filter>, answer: Memo<Answer>) -> impl IntoView {
    let locale = use_locale();
    let filters = StoredValue::new(filters);
    let chosen = Memo::new(move |_| {
        let filters = filters.get_value().into_iter().enumerate();
        filters
            .flat_map(|(at, filter)| filter.values().into_iter().map(move |value| (at, value)))
            .collect::<Vec<_>>()
    });
    let total = move || match answer.with(|answer| answer.total) {
        0 if chosen.with(Vec::is_empty) => {
            format!("{} {}", td_string!(locale, register.nothing), td_string!(locale, register.nothing_words))
        }
        0 => format!(
            "{} {}",
            td_string!(locale, register.nothing),
            td_string!(locale, register.nothing_filters)
        ),
        total => td_string!(locale, register.total, count = total),
    };
    let unknown = move || {
        let unknown = filters.get_value().into_iter().flat_map(Filter::unknown);
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
    let title = move || match chosen.with(Vec::len) {
        0 => td_string!(locale, register.filters).to_owned(),
        count => td_string!(locale, register.filters_set, count),
    };
    let clear = move |_| {
        for filter in filters.get_value() {
            filter.clear();
        }
        page::focus(TOTAL);
    };
    view! {
        {unknown}
        <div class="hits-head">
            <p class="total" id=TOTAL tabindex="-1" role="status">
                {total}
            </p>
            <div class="actions">
                <button class="button open-facets" type="button" popovertarget="facets">
                    <Icon icon=icons::LIST_FILTER />
                    {title}
                </button>
            </div>
            <div class="chips" hidden=move || chosen.with(Vec::is_empty)>
                <For each=move || chosen.get() key=|chosen| *chosen let((at, value))>
                    {filters
                        .with_value(|filters| filters.get(at).copied())
                        .map(|filter| view! { <FilterChip filter value /> })}
                </For>
                <button class="button quiet small" type="button" on:click=clear>
                    {td_string!(locale, register.clear_filters)}
                </button>
            </div>
        </div>
    }
}
