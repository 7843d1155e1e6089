//! A way in by what somebody is interested in, in plain words.

use super::FilterItem;
use crate::domain::register::{Count, Facet, FacetValue, Interests, Register, Subject};
use crate::ui::components::{SearchInput, entry_path, known_size, titled};
use crate::ui::i18n::*;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::location::Url;
use std::sync::Arc;

/// How many entries are shown at most.
const MAX_HITS: usize = 6;

/// A box for plain words, and the subjects and entries that fit them.
#[component]
pub fn InterestSearch(
    register: Arc<Register>,
    /// How many micro-credentials there are of each subject.
    counts: Vec<Count>,
) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let text = RwSignal::new(String::new());
    let counts = Arc::new(counts);
    let found = {
        let counts = counts.clone();
        Memo::new(move |_| {
            let mut found = text.with(|text| register.interests(text, MAX_HITS));
            found.subjects.retain(|subject| count_of(&counts, *subject).is_some());
            found
        })
    };
    let is_asked = move || text.with(|text| !text.trim().is_empty());
    let is_empty = |Interests { hits, subjects, .. }: &Interests| hits.is_empty() && subjects.is_empty();
    let says = move || {
        found.with(|found| {
            let closest = found.is_closest.then_some(found.total);
            let count = found.total + found.subjects.len();
            match closest {
                _ if !is_asked() => String::new(),
                _ if count == 0 => td_string!(locale, pathways.possible.interest_nothing, text = text.get()),
                Some(count) => td_string!(locale, register.find.closest, text = text.get(), count),
                None => td_string!(locale, register.find.found, count),
            }
        })
    };
    let subjects = move || {
        let subject = |subject: Subject| {
            let count = count_of(&counts, subject)?;
            Some(view! { <FilterItem facet=Facet::Subject count label=count.value.label(language) /> })
        };
        found.with(|found| found.subjects.iter().copied().filter_map(subject).collect_view())
    };
    let hits = move || {
        let hits = found.get().hits.into_iter().map(|hit| hit.entry);
        let hits = hits.map(|entry| {
            let size = known_size(locale, entry.level, entry.size);
            let about = [Some(entry.kind.label(language).to_owned()), size].into_iter().flatten();
            let about = about.collect::<Vec<_>>().join(". ");
            view! {
                <li>
                    <A href=entry_path(entry.kind, &entry.key)>{titled(locale, &entry)}</A>
                    <span class="hint">{about}</span>
                </li>
            }
        });
        hits.collect_view()
    };
    let all = move || {
        let Interests { hits, total, words, .. } = found.get();
        (total > hits.len()).then(|| {
            let path = format!("/register?q={}", Url::escape(&words));
            let label = td_string!(locale, pathways.possible.interest_all, count = total);
            view! {
                <p>
                    <A href=path>{label}</A>
                </p>
            }
        })
    };
    view! {
        <section>
            <h3>
                <label for="search">{td_string!(locale, pathways.possible.interest)}</label>
            </h3>
            <SearchInput
                words=text
                on_input=move |words| text.set(words)
                hint=td_string!(locale, pathways.possible.interest_hint)
            />
            <p class="hint" role="status">
                {says}
            </p>
            <ul class="possible-list" hidden=move || found.with(is_empty)>
                {subjects}
                {hits}
            </ul>
            {all}
        </section>
    }
}

/// How many micro-credentials there are of a subject; none where there are none.
fn count_of(counts: &[Count], subject: Subject) -> Option<Count> {
    counts.iter().find(|count| count.value == FacetValue::Subject(subject)).copied()
}
