//! The day under whose rules the draft is read, and which rules those are.

use super::ON;
use crate::domain::day::{self, Day, spelled};
use crate::domain::regime::{self, FIRST_APPLICATIONS, REGIMES, Regime};
use crate::ui::reactive::text;
use crate::ui::state::State;
use crate::ui::tree::{Element, button, el, p};
use crate::ui::words::draft as words;
use leptos::prelude::*;

/// A calendar, the regime of its day, and the first days of the others.
pub fn day_chooser(on: impl Fn() -> Day + Copy + Send + Sync + 'static) -> Element {
    let State { address, today, .. } = State::get();
    let choose = move |text: String| {
        let other = day::parse(&text).filter(|day| *day != today).map(|_| text);
        address.remember(ON, other);
    };
    let say = move |read: fn(&'static Regime) -> String| {
        text(move || regime::on(on()).map(read).unwrap_or_default())
    };
    let day_button = move |from: Day, label: String| {
        let is_chosen = text(move || if on() == from { "true" } else { "false" }.to_owned());
        el("li").put(button(label, move || choose(from.to_string())).set("aria-pressed", is_chosen))
    };
    let calendar = el("input")
        .set("id", "on")
        .set("type", "date")
        .set("min", FIRST_APPLICATIONS.to_string())
        .value(text(move || on().to_string()))
        .on("change", move |event| choose(event_target_value(&event)));
    let regime = el("p")
        .class("regime")
        .put(el("strong").say(say(|regime| words::regime(regime.id, regime.name))))
        .say(" ")
        .say(say(|regime| regime.brought.to_owned()));
    let regimes = REGIMES
        .iter()
        .map(|regime| day_button(regime.from, words::from_day(regime.id, &spelled(regime.from))));
    let others = el("details")
        .put(el("summary").say(words::REGIMES))
        .put(el("ul").class("days").all(regimes).put(day_button(today, words::TODAY.to_owned())));
    el("section")
        .class("day")
        .set("aria-label", words::DATE)
        .put(el("label").set("for", "on").say(words::DATE))
        .put(calendar)
        .put(regime)
        .put(p(say(|regime| regime::caution(regime).unwrap_or_default().to_owned())).class("caution"))
        .put(others)
}
