//! The register page: a search with filters, remembered in the address.

use crate::domain::register::{Answer, Facet, NotAQuery, Query, Register};
use crate::ui::address::{self, Address};
use crate::ui::parts::{file_button, notice, page_title, search_input, size_mark, tick_box, with_register};
use crate::ui::reactive::{always, rows, text, texts, view, yes};
use crate::ui::state::State;
use crate::ui::tree::{Element, button, el, link, none, p, together};
use crate::ui::words::register as words;
use leptos::prelude::*;
use serde_json::{Map, Value};
use std::sync::Arc;

const TEXT: &str = "q";
const PAGE: usize = 30;

/// The search, its filters and its hits.
pub fn register() -> Element {
    let state = State::get().register;
    let refused = view(move || notice(state.refused(), "alert"));
    let another = el("section")
        .class("another")
        .put(el("h2").say(words::ANOTHER))
        .put(p(words::ANOTHER_WHY))
        .put(file_button(words::OPEN, move |name, text| state.open(&name, &text)))
        .put(refused);
    together([page_title(words::TITLE), p(words::LEAD).class("lead"), with_register(search), another])
}

fn search(register: Arc<Register>) -> Element {
    let address = State::get().address;
    let shown = RwSignal::new(PAGE);
    let answer: AnswerSignal = {
        let register = register.clone();
        always(move || Query::read(&query(address, shown.get())).map(|query| register.search(&query)))
    };
    let read = move |text: String| {
        shown.set(PAGE);
        address.remember(TEXT, Some(text).filter(|text| !text.is_empty()));
    };
    let total =
        text(move || answer.with(|answer| words::total(answer.as_ref().map_or(0, |answer| answer.total))));
    let wrong = view(move || {
        let error = answer.with(|answer| answer.as_ref().err().map(ToString::to_string));
        notice(error.unwrap_or_default(), "alert")
    });
    let keys = texts(move || {
        answer.with(|answer| {
            let hits = answer.iter().flat_map(|answer| &answer.hits);
            hits.map(|hit| hit.key.clone()).collect::<Vec<_>>()
        })
    });
    let is_all = yes(move || {
        answer.with(|answer| answer.as_ref().map_or(true, |answer| answer.total == answer.hits.len()))
    });
    let hit = {
        let register = register.clone();
        move |key: String| hit_view(&register, key, answer)
    };
    let typed = text(move || address.first(TEXT).unwrap_or_default());
    let search_box = el("div")
        .class("search-box")
        .put(el("label").set("for", "search").say(words::SEARCH))
        .put(search_input("search", typed, read).set("aria-describedby", "search-hint"))
        .put(p(words::SEARCH_HINT).class("hint").set("id", "search-hint"));
    let facets = Facet::ALL.iter().map(|facet| facet_view(*facet, answer, address));
    let filters = el("details")
        .class("filters")
        .put(el("summary").say(words::FILTERS))
        .put(el("div").class("facets").all(facets));
    let hits = el("section")
        .class("hits")
        .set("aria-label", words::HITS)
        .put(p(total).class("total").set("role", "status"))
        .put(wrong)
        .put(el("ul").put(rows(keys, hit)))
        .put(button(words::MORE, move || shown.update(|shown| *shown += PAGE)).hidden(is_all));
    together([el("div").class("search").put(search_box).put(filters).put(hits), about(&register)])
}

type AnswerSignal = Memo<Result<Answer, NotAQuery>>;

/// The query that the address spells, as JSON.
fn query(address: Address, limit: usize) -> String {
    let mut filters = Map::new();
    for facet in Facet::ALL {
        let values = address.remembered(facet.id());
        if !values.is_empty() {
            filters.insert(facet.id().to_owned(), Value::from(values));
        }
    }
    let mut query = Map::new();
    query.insert("text".to_owned(), Value::from(address.first(TEXT).unwrap_or_default()));
    query.insert("filters".to_owned(), Value::Object(filters));
    query.insert("limit".to_owned(), Value::from(limit));
    serde_json::to_string(&Value::Object(query)).unwrap_or_default()
}

/// A filter: its values, each with the number of entries that it would leave.
fn facet_view(facet: Facet, answer: AnswerSignal, address: Address) -> Element {
    let counts = move |answer: &Result<Answer, _>| {
        let facets = answer.as_ref().ok().into_iter().flat_map(|answer: &Answer| &answer.facets);
        facets.filter(|(name, _)| **name == facet).flat_map(|(_, counts)| counts.clone()).collect::<Vec<_>>()
    };
    let values = texts(move || {
        answer.with(|answer| counts(answer).iter().map(|count| count.value.spelling()).collect::<Vec<_>>())
    });
    let row = move |value: String| {
        let of = {
            let value = value.clone();
            move || {
                answer.with(|answer| counts(answer).into_iter().find(|count| count.value.spelling() == value))
            }
        };
        let label = of().map(|count| count.value.label()).unwrap_or_default();
        let count = text(move || of().map(|count| count.count.to_string()).unwrap_or_default());
        let is_chosen = {
            let value = value.clone();
            yes(move || address.remembered(facet.id()).contains(&value))
        };
        let toggle = move |on: bool| {
            address.change(facet.id(), |chosen| {
                chosen.retain(|chosen| *chosen != value);
                if on {
                    chosen.push(value.clone());
                }
            });
        };
        tick_box(is_chosen, toggle).put(el("span").say(label)).put(el("span").class("count").say(count))
    };
    el("fieldset").class("facet").put(el("legend").say(facet.label())).put(rows(values, row))
}

fn hit_view(register: &Register, key: String, answer: AnswerSignal) -> Element {
    let Some(credential) = register.credential(&key) else { return none() };
    let by = credential.provider.as_ref().or(credential.developer.as_ref()).cloned().unwrap_or_default();
    let status = credential.status_group.map_or("", |status| status.label());
    let title = link(address::credential(&key), &credential.title);
    let why = text(move || {
        answer.with(|answer| {
            let hit = answer.as_ref().ok().and_then(|answer| answer.hits.iter().find(|hit| hit.key == key));
            let fields: Vec<&str> =
                hit.iter().flat_map(|hit| &hit.matched).map(|found| found.field.label()).collect();
            words::matched(status, &fields)
        })
    });
    let words = el("div").put(title).put(p(by)).put(p(why).class("hint"));
    el("li").class("hit").put(size_mark(credential.level, credential.credits)).put(words)
}

/// What the snapshot is and what is thin in it.
fn about(register: &Register) -> Element {
    let item = |text: String| el("li").say(text);
    let problems = register.problems();
    let faults = if problems.is_empty() {
        none()
    } else {
        let list = el("ul").all(problems.iter().map(|problem| item(problem.to_string())));
        el("details").set("open", "").put(el("summary").say(words::problems(problems.len()))).put(list)
    };
    el("section")
        .class("about")
        .put(el("h2").say(words::ABOUT))
        .put(faults)
        .put(p(words::as_at(
            &register.stamp().as_at,
            register.credentials().len(),
            register.qualifications().len(),
            register.stacks().len(),
        )))
        .put(p(register.source().to_owned()))
        .put(el("ul").all(register.notes().iter().cloned().map(item)))
        .put(p(register.licence().to_owned()).class("hint"))
}
