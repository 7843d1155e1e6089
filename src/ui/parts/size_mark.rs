//! Level as height, credits as length: one small picture wherever a size is named.

use crate::domain::measure::{Credits, Level};
use crate::ui::tree::{Element, el};
use crate::ui::words;

/// The credits at which the bar reaches its full length: the most a micro-credential may carry.
const FULL: u16 = 40;
const UNIT: u16 = 2;
const STEP: u16 = 4;
const HEIGHT: u16 = 10 * STEP;

/// A bar as long as the credits, standing as high as the level. What is not known is not drawn; the
/// words beside it say the same to those who do not see it.
pub fn size_mark(level: Option<Level>, credits: Option<Credits>) -> Element {
    let top = HEIGHT - level.map_or(0, |level| u16::from(level.get()) * STEP);
    let length = credits.map_or(0, |credits| credits.0.min(2 * FULL) * UNIT);
    let outline = format!("M0 0V{HEIGHT}H{}", FULL * UNIT);
    let bar = match (level, credits) {
        (Some(_), Some(_)) => format!("M0 {top}h{length}v{STEP}h-{length}z"),
        (Some(_), None) => format!("M0 {top}h{STEP}v{STEP}h-{STEP}z"),
        _ => String::new(),
    };
    let size = words::register::size(level, credits);
    el("span").class("size").drawing(format!(
        r#"<svg class="size-mark" viewBox="0 0 80 40" aria-hidden="true"><path class="ground" d="{outline}"/><path class="bar" d="{bar}"/></svg><span>{size}</span>"#
    ))
}
