//! The register page: a search with filters, remembered in the address.

use crate::domain::register::{Answer, Choice, Facet, Query, Register};
use crate::ui::address::{self, remembered};
use crate::ui::parts::{file_button, page_title, size_mark, with_register};
use crate::ui::reactive::{act, all, none, rows, text, view, yes};
use crate::ui::state::State;
use crate::ui::words::register as words;
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use serde_json::{Map, Value};
use std::sync::Arc;

const TEXT: &str = "q";
const PAGE: usize = 30;

/// The search, its filters and its hits.
pub fn register() -> AnyView {
    let state = State::get().register;
    let refused = view(move || {
        state.refused().map_or_else(none, |why| view! { <p class="notice" role="alert">{why}</p> }.into_any())
    });
    view! {
        {page_title(words::TITLE)}
        <p class="lead">{words::LEAD}</p>
        {with_register(search)}
        <section class="another">
            <h2>{words::ANOTHER}</h2>
            <p>{words::ANOTHER_WHY}</p>
            {file_button(words::OPEN, move |name, text| state.open(&name, &text))}
            {refused}
        </section>
    }
    .into_any()
}

fn search(register: Arc<Register>) -> AnyView {
    let (memory, remember) = address::use_memory();
    let shown = RwSignal::new(PAGE);
    let answer = {
        let register = register.clone();
        Memo::new(move |_| {
            Query::read(&query(&memory.get(), shown.get())).map(|query| register.search(&query))
        })
    };
    let typed = act(move |event: Event| {
        let text = event_target_value(&event);
        shown.set(PAGE);
        let text = Some(text).filter(|text| !text.is_empty());
        remember.run(memory.with_untracked(|memory| address::with(memory, TEXT, Vec::from_iter(text))));
    });
    let total =
        text(move || answer.with(|answer| words::total(answer.as_ref().map_or(0, |answer| answer.total))));
    let wrong = view(move || {
        let error = answer.with(|answer| answer.as_ref().err().map(ToString::to_string));
        error.map_or_else(none, |error| view! { <p class="notice" role="alert">{error}</p> }.into_any())
    });
    let keys = Signal::derive(move || {
        answer.with(|answer| {
            answer.iter().flat_map(|answer| &answer.hits).map(|hit| hit.key.clone()).collect::<Vec<_>>()
        })
    });
    let has_more = yes(move || {
        answer.with(|answer| answer.as_ref().is_ok_and(|answer| answer.total > answer.hits.len()))
    });
    let more = act(move |_: MouseEvent| shown.update(|shown| *shown += PAGE));
    let hit = {
        let register = register.clone();
        move |key: String| hit_view(&register, key, answer)
    };
    view! {
        <div class="search">
            <div class="search-box">
                <label for="search">{words::SEARCH}</label>
                <input id="search" type="search" class="line" autocomplete="off" spellcheck="false" aria-describedby="search-hint"
                    prop:value=text(move || memory.with(|memory| memory.get(TEXT)).unwrap_or_default()) on:input=typed/>
                <p class="hint" id="search-hint">{words::SEARCH_HINT}</p>
            </div>
            <section class="filters" aria-label=words::FILTERS>
                {all(Facet::ALL.iter().map(|facet| facet_view(*facet, answer, memory, remember)))}
            </section>
            <section class="hits" aria-label=words::HITS>
                <p role="status" class="total">{total}</p>
                {wrong}
                <ul>{rows(keys, hit)}</ul>
                <button type="button" class:none=yes(move || !has_more.get()) on:click=more>{words::MORE}</button>
            </section>
        </div>
        {about(&register)}
    }
    .into_any()
}

type AnswerSignal = Memo<Result<Answer, crate::domain::register::NotAQuery>>;

/// The query that the address spells, as JSON.
fn query(memory: &ParamsMap, limit: usize) -> String {
    let mut filters = Map::new();
    for facet in Facet::ALL {
        let values = remembered(memory, facet.id());
        if !values.is_empty() {
            filters.insert(facet.id().to_owned(), Value::from(values));
        }
    }
    let mut query = Map::new();
    query.insert("text".to_owned(), Value::from(memory.get(TEXT).unwrap_or_default()));
    query.insert("filters".to_owned(), Value::Object(filters));
    query.insert("limit".to_owned(), Value::from(limit));
    Value::Object(query).to_string()
}

/// A value as addresses spell it.
fn spelling(choice: Choice) -> String {
    match serde_json::to_value(choice) {
        Ok(Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// A filter: its values, each with the number of entries that it would leave.
fn facet_view(
    facet: Facet,
    answer: AnswerSignal,
    memory: Memo<ParamsMap>,
    remember: Callback<ParamsMap>,
) -> AnyView {
    let counts = move |answer: &Result<Answer, _>| {
        let facets = answer.as_ref().ok().into_iter().flat_map(|answer: &Answer| &answer.facets);
        facets.filter(|(name, _)| **name == facet).flat_map(|(_, counts)| counts.clone()).collect::<Vec<_>>()
    };
    let values = Signal::derive(move || {
        answer.with(|answer| counts(answer).iter().map(|count| spelling(count.value)).collect::<Vec<_>>())
    });
    let row = move |value: String| {
        let of = {
            let value = value.clone();
            move || {
                answer.with(|answer| counts(answer).into_iter().find(|count| spelling(count.value) == value))
            }
        };
        let label = of().map(|count| count.value.label()).unwrap_or_default();
        let count = text(move || of().map(|count| count.count.to_string()).unwrap_or_default());
        let is_chosen = {
            let value = value.clone();
            yes(move || memory.with(|memory| remembered(memory, facet.id()).contains(&value)))
        };
        let toggle = act(move |event: Event| {
            let query = memory.with_untracked(|memory| {
                let mut chosen = remembered(memory, facet.id());
                chosen.retain(|chosen| *chosen != value);
                if event_target_checked(&event) {
                    chosen.push(value.clone());
                }
                address::with(memory, facet.id(), chosen)
            });
            remember.run(query);
        });
        view! {
            <label class="tick">
                <input type="checkbox" prop:checked=is_chosen on:change=toggle/>
                <span>{label}</span>
                <span class="count">{count}</span>
            </label>
        }
        .into_any()
    };
    view! { <fieldset class="facet"><legend>{facet.label()}</legend>{rows(values, row)}</fieldset> }
        .into_any()
}

fn hit_view(register: &Register, key: String, answer: AnswerSignal) -> AnyView {
    let Some(credential) = register.credential(&key) else { return none() };
    let by = credential.provider.as_ref().or(credential.developer.as_ref()).cloned().unwrap_or_default();
    let status = credential.status_group.map_or("", |status| status.label());
    let href = address::credential(&key);
    let why = text(move || {
        answer.with(|answer| {
            let hit = answer.as_ref().ok().and_then(|answer| answer.hits.iter().find(|hit| hit.key == key));
            let fields: Vec<&str> =
                hit.iter().flat_map(|hit| &hit.matched).map(|found| found.field.label()).collect();
            words::matched(&fields)
        })
    });
    view! {
        <li class="hit">
            {size_mark(credential.level, credential.credits)}
            <div>
                <a href=href>{credential.title.clone()}</a>
                <p>{by}</p>
                <p class="hint">{status}" "<span class="why">{why}</span></p>
            </div>
        </li>
    }
    .into_any()
}

/// What the snapshot is and what is thin in it.
fn about(register: &Register) -> AnyView {
    let notes = register.notes().iter().map(|note| view! { <li>{note.clone()}</li> }.into_any());
    let problems =
        register.problems().iter().map(|problem| view! { <li>{problem.to_string()}</li> }.into_any());
    let problems = if register.problems().is_empty() {
        none()
    } else {
        view! { <details open=true><summary>{words::problems(register.problems().len())}</summary><ul>{all(problems)}</ul></details> }
            .into_any()
    };
    view! {
        <section class="about">
            <h2>{words::ABOUT}</h2>
            <p>{words::as_at(&register.stamp().as_at, register.credentials().len(), register.qualifications().len(), register.stacks().len())}</p>
            <p>{register.source().to_owned()}</p>
            <ul>{all(notes)}</ul>
            <p class="hint">{register.licence().to_owned()}</p>
            {problems}
        </section>
    }
    .into_any()
}
