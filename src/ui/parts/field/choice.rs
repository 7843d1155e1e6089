//! Fields with a fixed list to choose from.

use super::{Control, shown};
use crate::domain::draft::fields::{Choice, Kind};
use crate::ui::reactive::{act, all, none, rows, view, yes};
use crate::ui::state::State;
use crate::ui::words;
use leptos::ev::Event;
use leptos::prelude::*;
use serde_json::Value;

/// One of a list. A value that is not on the list, from another program, is offered as it is.
pub fn one_of(control: Control, kind: Kind, choices: &'static [Choice]) -> AnyView {
    let Control { path, id, described, invalid } = control;
    let draft = State::get().draft;
    let shown = shown(&path);
    let option = move |spelling: &'static str, label: &'static str| {
        view! { <option value=spelling prop:selected=yes(move || shown.get() == spelling)>{label}</option> }
            .into_any()
    };
    let other = view(move || {
        let shown = shown.get();
        if shown.is_empty() || choices.iter().any(|(spelling, _)| *spelling == shown) {
            return none();
        }
        view! { <option value=shown.clone() selected="">{shown.clone()}</option> }.into_any()
    });
    let choose = act(move |event: Event| draft.enter(&path, &kind, &event_target_value(&event)));
    view! {
        <select id=id aria-describedby=described aria-invalid=invalid on:change=choose>
            {option("", words::draft::NOT_SAID)}
            {all(choices.iter().map(|(spelling, label)| option(spelling, label)))}
            {other}
        </select>
    }
    .into_any()
}

/// Any of a list, as ticks.
pub fn several_of(path: String, choices: &'static [Choice]) -> AnyView {
    all(choices
        .iter()
        .map(|(spelling, label)| tick(path.clone(), (*spelling).to_owned(), (*label).to_owned())))
}

/// The draft's learning outcomes, as ticks.
pub fn outcome_ticks(path: String) -> AnyView {
    let draft = State::get().draft;
    let ids = Signal::derive(move || {
        draft.with(|draft| {
            let ids = (0..draft.count("outcomes")).map(|at| draft.shown(&format!("outcomes.{at}.id")));
            ids.filter(|id| !id.is_empty()).collect::<Vec<_>>()
        })
    });
    let label = move |id: &str| {
        draft.with(|draft| {
            let at = (0..draft.count("outcomes")).find(|at| draft.shown(&format!("outcomes.{at}.id")) == id);
            words::draft::outcome(id, &draft.shown(&format!("outcomes.{}.text", at.unwrap_or_default())))
        })
    };
    let row = move |id: String| {
        let text = {
            let id = id.clone();
            crate::ui::reactive::text(move || label(&id))
        };
        tick_box(path.clone(), id, text.into_any())
    };
    view! {
        {rows(ids, row)}
        <p class="hint" class:none=yes(move || !ids.with(Vec::is_empty))>{words::draft::NO_OUTCOMES}</p>
    }
    .into_any()
}

fn tick(path: String, value: String, label: String) -> AnyView {
    tick_box(path, value, label.into_any())
}

fn tick_box(path: String, value: String, label: AnyView) -> AnyView {
    let draft = State::get().draft;
    let is_ticked = {
        let (path, value) = (path.clone(), value.clone());
        yes(move || draft.with(|draft| ticked(draft.get(&path)).contains(&Value::from(value.as_str()))))
    };
    let change = act(move |event: Event| {
        draft.change(|draft| {
            let mut now = ticked(draft.get(&path)).to_vec();
            now.retain(|ticked| *ticked != value.as_str());
            if event_target_checked(&event) {
                now.push(Value::from(value.as_str()));
            }
            draft.set(&path, if now.is_empty() { Value::Null } else { Value::from(now) });
        });
    });
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=is_ticked on:change=change/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}

fn ticked(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
