//! Fields with a fixed list to choose from.

use super::{Control, shown};
use crate::domain::draft::fields::{Choice, Kind};
use crate::ui::reactive::{rows, text, texts, view, yes};
use crate::ui::state::State;
use crate::ui::tree::{Element, Text, el, none, p, together};
use crate::ui::words;
use leptos::prelude::*;

/// One of a list. A value that is not on the list, from another program, is offered as it is.
pub fn one_of(control: Control, kind: Kind, choices: &'static [Choice]) -> Element {
    let draft = State::get().draft;
    let shown = shown(&control.path);
    let option = move |spelling: &'static str, label: &'static str| {
        let is_chosen = yes(move || shown.get() == spelling);
        el("option").set("value", spelling).state("selected", is_chosen).say(label)
    };
    let other = view(move || {
        let shown = shown.get();
        if shown.is_empty() || choices.iter().any(|(spelling, _)| *spelling == shown) {
            return none();
        }
        el("option").set("value", &shown).set("selected", "").say(shown)
    });
    let select = control.element("select");
    let path = control.path;
    select
        .on("change", move |event| draft.enter(&path, &kind, &event_target_value(&event)))
        .put(option("", words::draft::NOT_SAID))
        .all(choices.iter().map(|(spelling, label)| option(spelling, label)))
        .put(other)
}

/// Any of a list, as ticks.
pub fn several_of(path: String, choices: &'static [Choice]) -> Element {
    together(
        choices.iter().map(|(spelling, label)| tick(path.clone(), (*spelling).to_owned(), (*label).into())),
    )
}

/// The draft's learning outcomes, as ticks.
pub fn outcome_ticks(path: String) -> Element {
    let draft = State::get().draft;
    let ids = texts(move || {
        draft.with(|draft| {
            let ids = (0..draft.count("outcomes")).map(|at| draft.shown(&format!("outcomes.{at}.id")));
            ids.filter(|id| !id.is_empty()).collect::<Vec<_>>()
        })
    });
    let row = move |id: String| {
        let label = {
            let id = id.clone();
            text(move || {
                draft.with(|draft| {
                    let has_id = |at: &usize| draft.shown(&format!("outcomes.{at}.id")) == id;
                    let at = (0..draft.count("outcomes")).find(has_id).unwrap_or_default();
                    words::draft::outcome(&id, &draft.shown(&format!("outcomes.{at}.text")))
                })
            })
        };
        tick(path.clone(), id, label.into())
    };
    let nothing = p(words::draft::NO_OUTCOMES).class("hint").hidden(yes(move || !ids.with(Vec::is_empty)));
    together([rows(ids, row), nothing])
}

fn tick(path: String, value: String, label: Text) -> Element {
    let draft = State::get().draft;
    let is_ticked = {
        let (path, value) = (path.clone(), value.clone());
        yes(move || draft.with(|draft| draft.has(&path, &value)))
    };
    let change = move |on: bool| draft.change(|draft| draft.tick(&path, &value, on));
    tick_box(is_ticked, change).put(el("span").say(label))
}

/// A box to tick; what it means is put beside it.
pub fn tick_box(is_ticked: Signal<bool>, change: impl Fn(bool) + 'static) -> Element {
    let tick = el("input").set("type", "checkbox").state("checked", is_ticked);
    el("label").class("tick").put(tick.on("change", move |event| change(event_target_checked(&event))))
}
