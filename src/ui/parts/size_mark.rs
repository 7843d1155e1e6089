//! Level as height, credits as length: one small picture wherever a size is named.

use crate::domain::measure::{Credits, Level};
use leptos::prelude::*;

/// The credits at which the bar reaches the frame's right edge: the most a micro-credential may carry.
const FULL: u16 = 40;
const WIDTH: u16 = 80;
const STEP: u16 = 4;

/// A bar as long as the credits, standing as high as the level. What is not known is not drawn;
/// the words beside it say the same to those who do not see it.
#[component]
pub fn SizeMark(level: Option<Level>, credits: Option<Credits>) -> impl IntoView {
    let height = 10 * STEP;
    let length = credits.map_or(0, |credits| credits.0.min(FULL) * (WIDTH / FULL));
    let top = level.map_or(height, |level| height - u16::from(level.get()) * STEP);
    let drawn = level.is_some() && credits.is_some();
    let over = credits.is_some_and(|credits| credits.0 > FULL);
    let words = match (level, credits) {
        (Some(level), Some(credits)) => format!("{level}, {credits}"),
        (Some(level), None) => format!("{level}, credits not stated"),
        (None, Some(credits)) => format!("level not stated, {credits}"),
        (None, None) => "size not stated".to_owned(),
    };
    view! {
        <span class="size">
            <svg class="size-mark" class:over=over viewBox=format!("0 0 {WIDTH} {height}") aria-hidden="true">
                <path class="ground" d=format!("M0 {height}H{WIDTH}")/>
                {level.map(|_| view! { <path class="rise" d=format!("M0 {height}V{top}") /> })}
                {drawn.then(|| view! { <rect x="0" y=top width=length height=STEP/> })}
            </svg>
            <span>{words}</span>
        </span>
    }
}
