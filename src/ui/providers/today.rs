//! Today's date in New Zealand.

use crate::browser::page;
use crate::domain::day::{self, Day};
use crate::domain::regime::SOURCES_READ;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

const CHECKED_EVERY: Duration = Duration::from_secs(30);

/// Today's date in New Zealand, which changes at midnight there.
#[derive(Clone, Copy)]
pub struct TodayContext(RwSignal<Day>);

/// Provides today's date. It is read again every half minute, and when the person comes back to the
/// page, whose timers may have slept.
pub fn provide_today() {
    let today = TodayContext(RwSignal::new(read()));
    let timer = set_interval_with_handle(move || today.refresh(), CHECKED_EVERY).ok();
    let visible = window_event_listener(ev::visibilitychange, move |_| today.refresh());
    let focused = window_event_listener(ev::focus, move |_| today.refresh());
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
        visible.remove();
        focused.remove();
    });
    provide_context(today);
}

/// Today's date in New Zealand.
pub fn use_today() -> TodayContext {
    expect_context()
}

impl TodayContext {
    /// The date.
    pub fn get(self) -> Day {
        self.0.get()
    }

    /// Looks at the clock again.
    pub fn refresh(self) {
        let now = read();
        if now != self.0.get_untracked() {
            self.0.set(now);
        }
    }
}

/// The date on the clock. A browser without New Zealand's time zone gets the last day of which the
/// rules are known.
fn read() -> Day {
    day::parse(&page::today()).unwrap_or(SOURCES_READ)
}
