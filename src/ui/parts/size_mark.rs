//! Level as height, credits as length: one small picture wherever a size is named.

use crate::domain::measure::{Credits, Level};
use crate::ui::tree::{Element, el};
use crate::ui::words;

/// The credits at which the block reaches its full length: the most a micro-credential may carry.
const FULL: u16 = 40;
const UNIT: u16 = 2;
const STEP: u16 = 4;
const HEIGHT: u16 = 10 * STEP;

/// A block as long as the credits and as high as the level. What is not known is not drawn; the words
/// beside it say the same to those who do not see it.
pub fn size_mark(level: Option<Level>, credits: Option<Credits>) -> Element {
    let ground = HEIGHT;
    let top = ground - level.map_or(0, |level| u16::from(level.get()) * STEP);
    let length = credits.map_or(0, |credits| credits.0.min(FULL) * UNIT);
    let (block, edge) = match (level, credits) {
        (Some(_), Some(_)) => (format!("M0 {ground}V{top}h{length}V{ground}z"), format!("M0 {top}h{length}")),
        (Some(_), None) => (String::new(), format!("M0 {top}h4m4 0h4m4 0h4")),
        (None, Some(_)) => (String::new(), format!("M0 {ground}h{length}")),
        (None, None) => (String::new(), String::new()),
    };
    let size = words::register::size(level, credits);
    el("span").class("size").drawing(format!(
        r#"<svg class="size-mark" viewBox="0 0 80 40" aria-hidden="true"><path class="ground" d="M0 0V40H80"/><path class="block" d="{block}"/><path class="edge" d="{edge}"/></svg><span>{size}</span>"#
    ))
}
