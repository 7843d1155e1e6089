//! Fields with a fixed list to choose from.

use crate::domain::draft::fields::{Choice, Kind};
use crate::ui::state::State;
use crate::ui::words;
use leptos::prelude::*;
use serde_json::Value;

/// One of a list. A value that is not on the list, from another program, is offered as it is.
#[component]
pub fn OneOf(
    path: String,
    id: String,
    choices: &'static [Choice],
    described: String,
    invalid: impl Fn() -> Option<&'static str> + Send + 'static,
) -> impl IntoView {
    let draft = State::get().draft;
    let shown = {
        let path = path.clone();
        Memo::new(move |_| draft.with(|draft| draft.shown(&path)))
    };
    let is_yes_no = choices.iter().any(|(spelling, _)| *spelling == "true");
    let kind = if is_yes_no { Kind::YesNo } else { Kind::One(choices) };
    let other = move || {
        let shown = shown.get();
        let is_other = !shown.is_empty() && choices.iter().all(|(spelling, _)| *spelling != shown);
        is_other.then(|| view! { <option value=shown.clone() selected>{shown.clone()}</option> })
    };
    view! {
        <select id=id aria-describedby=described aria-invalid=invalid
            on:change:target=move |event| draft.enter(&path, &kind, &event.target().value())>
            <option value="" selected=move || shown.get().is_empty()>{words::draft::NOT_SAID}</option>
            {choices
                .iter()
                .map(|(spelling, label)| {
                    view! { <option value=*spelling selected=move || shown.get() == *spelling>{*label}</option> }
                })
                .collect_view()}
            {other}
        </select>
    }
}

/// Any of a list, as ticks.
#[component]
pub fn SeveralOf(path: String, choices: &'static [Choice]) -> impl IntoView {
    choices
        .iter()
        .map(|(spelling, label)| view! { <Tick path=path.clone() value=(*spelling).to_owned() label=(*label).to_owned()/> })
        .collect_view()
}

/// The draft's learning outcomes, as ticks.
#[component]
pub fn OutcomeTicks(path: String) -> impl IntoView {
    let draft = State::get().draft;
    let outcomes = Memo::new(move |_| {
        draft.with(|draft| {
            (0..draft.count("outcomes"))
                .map(|at| {
                    (draft.shown(&format!("outcomes.{at}.id")), draft.shown(&format!("outcomes.{at}.text")))
                })
                .filter(|(id, _)| !id.is_empty())
                .collect::<Vec<_>>()
        })
    });
    let tick = move |(id, text): (String, String)| {
        let label = words::draft::outcome(&id, &text);
        view! { <Tick path=path.clone() value=id label/> }
    };
    view! {
        <For each=move || outcomes.get() key=Clone::clone children=tick/>
        <p class="hint" class:none=move || !outcomes.with(Vec::is_empty)>{words::draft::NO_OUTCOMES}</p>
    }
}

#[component]
fn Tick(path: String, value: String, label: String) -> impl IntoView {
    let draft = State::get().draft;
    let is_ticked = {
        let (path, value) = (path.clone(), value.clone());
        Memo::new(move |_| draft.with(|draft| ticked(draft.get(&path)).any(|ticked| ticked == value)))
    };
    let change = move |on: bool| {
        draft.change(|draft| {
            let mut now: Vec<Value> = draft.get(&path).and_then(Value::as_array).cloned().unwrap_or_default();
            now.retain(|ticked| *ticked != value.as_str());
            if on {
                now.push(Value::from(value.as_str()));
            }
            draft.set(&path, if now.is_empty() { Value::Null } else { Value::from(now) });
        });
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=is_ticked on:change:target=move |event| change(event.target().checked())/>
            <span>{label}</span>
        </label>
    }
}

fn ticked(value: Option<&Value>) -> impl Iterator<Item = &str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
