//! Level as height, credits as length.

use super::section::{Section, States};
use crate::domain::measure::{Credits, Level, Size};
use crate::ui::components::{SizeFigure, SizeMark, Step, Steps};
use leptos::prelude::*;

/// Small and large sizes: the least, the most, beyond the scale, and not known.
const SIZES: [(Option<i64>, Option<u16>); 9] = [
    (Some(1), Some(1)),
    (Some(3), Some(4)),
    (Some(4), Some(15)),
    (Some(5), Some(40)),
    (Some(10), Some(40)),
    (Some(6), Some(360)),
    (Some(4), None),
    (None, Some(20)),
    (None, None),
];

/// Steps with their level, credits, and whether they are done.
const STEPS: [&[(i64, u16, bool)]; 3] = [
    &[(5, 40, true), (5, 40, false)],
    &[(2, 10, true), (3, 20, true), (4, 20, false), (5, 10, false)],
    &[(7, 15, false), (8, 15, false)],
];

/// Every size in every picture.
#[component]
pub fn Sizes() -> impl IntoView {
    let known = SIZES.map(|(level, credits)| {
        (level.and_then(Level::new), credits.map(|credits| Size::Fixed(Credits(credits))))
    });
    let ranges = [(310, Some(320)), (60, Some(185)), (120, None)]
        .map(|(least, most)| (Level::new(4), Some(Size::Between(Credits(least), most.map(Credits)))));
    let sizes = || known.into_iter().chain(ranges);
    let small = sizes().map(|(level, credits)| view! { <SizeMark level credits /> });
    let large = sizes().map(|(level, credits)| view! { <SizeFigure level credits /> });
    let steps = STEPS.map(|steps| {
        let step = |(level, credits, is_done): &(i64, u16, bool)| {
            Some(Step { level: Level::new(*level)?, credits: Credits(*credits), is_done: *is_done })
        };
        view! { <Steps steps=steps.iter().filter_map(step).collect() /> }
    });
    view! {
        <Section title="Sizes">
            <States>{small.collect_view()}</States>
            <h3>"Large"</h3>
            <States>{large.collect_view()}</States>
            <h3>"Steps"</h3>
            <States>{steps.collect_view()}</States>
        </Section>
    }
}
