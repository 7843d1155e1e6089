//! What leads to a goal, laid end to end: each step as high as its level and as long as its credits.

use super::credits_text;
use crate::domain::measure::{Credits, Level};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// How high a level is, in pixels.
const STEP: u32 = 11;
/// The room above the steps for their levels, and below the ground for the scale.
const ABOVE: u32 = 24;
const BELOW: u32 = 22;

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its level.
    pub level: Level,
    /// Its credits.
    pub credits: Credits,
    /// Whether it is done.
    pub is_done: bool,
}

/// The steps as a picture; the words around it say the same.
#[component]
pub fn Steps(steps: Vec<Step>) -> impl IntoView {
    let locale = use_locale();
    let total: u32 = steps.iter().map(|step| u32::from(step.credits.0)).sum();
    let highest = steps.iter().map(|step| u32::from(step.level.get())).max()?;
    if total == 0 {
        return None;
    }
    let ground = ABOVE + STEP * highest;
    let percent = move |credits: u32| format!("{}%", tenths(credits, total));
    let mut before = 0;
    let mut last_level = None;
    let mut drawn = Vec::new();
    for step in steps {
        let credits = u32::from(step.credits.0);
        let height = STEP * u32::from(step.level.get());
        let top = ground - height;
        let (class, text_class) = if step.is_done { ("done", "on-done") } else { ("left", "value") };
        let is_short = credits * 4 < total;
        let words = if is_short { step.credits.0.to_string() } else { credits_text(locale, step.credits) };
        let level = (last_level != Some(step.level)).then(|| {
            view! {
                <text x=percent(before) y=top - 7>
                    {td_string!(locale, register.size.level, level = step.level.get())}
                </text>
            }
        });
        drawn.push(view! {
            <rect class=class x=percent(before) y=top width=percent(credits) height=height />
            <text
                class=text_class
                x=format!("{}%", tenths(2 * before + credits, 2 * total))
                y=top + height / 2 + 5
                text-anchor="middle"
            >
                {words}
            </text>
            {level}
        });
        before += credits;
        last_level = Some(step.level);
    }
    Some(view! {
        <svg class="size-mark steps" width="100%" height=ground + BELOW aria-hidden="true">
            {drawn}
            <line class="axis" x1="0" y1=ground x2="100%" y2=ground />
            <text x="0" y=ground + 17>
                "0"
            </text>
            <text class="value" x="100%" y=ground + 17 text-anchor="end">
                {td_string!(locale, register.size.credits, count = total)}
            </text>
        </svg>
    })
}

/// A share in per cent with one decimal: `33.3`.
fn tenths(part: u32, whole: u32) -> String {
    let tenths = part * 1000 / whole.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}
