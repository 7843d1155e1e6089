//! The filters: their values, those that are set, and what the address says of them.

use super::TOTAL;
use crate::browser::page;
use crate::domain::register::{Answer, Facet, FacetValue};
use crate::ui::components::{Chip, CloseSheet, TickBox};
use crate::ui::i18n::*;
use crate::ui::query::query_values;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The facets that can be filtered by, in the order in which they are shown.
const FACETS: [Facet; Facet::ALL.len()] =
    [Facet::Kind, Facet::Level, Facet::Credits, Facet::ProviderKind, Facet::Subject, Facet::Status];

/// A filter for each facet.
pub type FilterSet = [Filter; FACETS.len()];

/// The filters that the address chooses.
pub fn use_filters() -> FilterSet {
    FACETS.map(Filter::new)
}

/// A facet with the values that the address chooses.
#[derive(Clone, Copy)]
pub struct Filter {
    /// The facet.
    pub facet: Facet,
    ids: Memo<Vec<String>>,
    set_ids: Callback<Vec<String>>,
}

impl Filter {
    fn new(facet: Facet) -> Self {
        let (ids, set_ids) = query_values(facet.id());
        Self { facet, ids, set_ids }
    }

    /// The values that are chosen, each once.
    pub fn values(self) -> BTreeSet<FacetValue> {
        self.ids.get().iter().filter_map(|id| FacetValue::parse(self.facet, id)).collect()
    }

    /// What the address says that is no value of the facet.
    pub fn unknown(self) -> Vec<String> {
        self.ids.get().into_iter().filter(|id| FacetValue::parse(self.facet, id).is_none()).collect()
    }

    fn has(self, value: FacetValue) -> bool {
        self.values().contains(&value)
    }

    /// Takes all its values away.
    pub fn clear(self) {
        self.set_ids.run(Vec::new());
    }

    fn choose(self, value: FacetValue, is_chosen: bool) {
        let mut ids = self.ids.get_untracked();
        ids.retain(|id| FacetValue::parse(self.facet, id) != Some(value));
        if is_chosen {
            ids.push(value.id());
        }
        self.set_ids.run(ids);
    }
}

/// A filter that is set, to be taken away.
#[component]
pub fn FilterChip(filter: Filter, value: FacetValue) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let label = value.label(language);
    let remove = move |()| {
        filter.choose(value, false);
        page::focus(TOTAL);
    };
    let remove_label = td_string!(locale, register.remove_filter, value = label.clone());
    view! { <Chip label remove_label on_remove=remove /> }
}

/// All filters, each value with the number of entries that it would leave. On a phone they are a sheet.
#[component]
pub fn Filters(filters: FilterSet, answer: Memo<Answer>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <aside class="facets sheet" id="facets" popover aria-label=td_string!(locale, register.filters)>
            <div class="sheet-head">
                <h2>{td_string!(locale, register.filters)}</h2>
                <CloseSheet sheet="facets" label=td_string!(locale, app.close) />
            </div>
            {filters.map(|filter| view! { <FacetChoices filter answer /> }).collect_view()}
            <div class="sheet-foot">
                <button class="button" type="button" popovertarget="facets" popovertargetaction="hide">
                    {move || td_string!(locale, register.show, count = answer.with(|answer| answer.total))}
                </button>
            </div>
        </aside>
    }
}

#[component]
fn FacetChoices(filter: Filter, answer: Memo<Answer>) -> impl IntoView {
    let language = use_language();
    let counts = Memo::new(move |_| {
        answer.with(|answer| answer.facets.get(&filter.facet).cloned().unwrap_or_default())
    });
    let count_of = move |value: FacetValue| {
        counts.with(|counts| counts.iter().find(|count| count.value == value).map(|count| count.count))
    };
    view! {
        <fieldset class="facet" hidden=move || counts.with(Vec::is_empty)>
            <legend>{filter.facet.label(language)}</legend>
            <div class="choices">
                <For each=move || counts.get() key=|count| count.value let(count)>
                    <TickBox
                        class="tick dense"
                        is_ticked=Signal::derive(move || filter.has(count.value))
                        on_change=Callback::new(move |is_chosen| filter.choose(count.value, is_chosen))
                        count=Signal::derive(move || count_of(count.value))
                    >
                        {count.value.label(language)}
                    </TickBox>
                </For>
            </div>
        </fieldset>
    }
}
