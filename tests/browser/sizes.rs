//! The pictures of levels and credits, and the words beside them.

use crate::person::{Shown, all, mount_component, text_in, text_of};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::domain::measure::{Credits, Level, Size};
use waymark::ui::components::{SizeFigure, SizeMark, Step, Steps};

const BLOCK: &str = "path.block";

/// A level and credits, both zero where they are not known.
fn size(level: i64, credits: u16) -> (Option<Level>, Option<Size>) {
    (Level::new(level), (credits > 0).then_some(Size::Fixed(Credits(credits))))
}

fn mark(level: i64, credits: u16) -> Shown {
    let (level, credits) = size(level, credits);
    mount_component(move || view! { <SizeMark level credits/> })
}

fn figure(level: i64, credits: u16) -> Shown {
    let (level, credits) = size(level, credits);
    mount_component(move || view! { <SizeFigure level credits/> })
}

fn steps(steps: &[(i64, u16, bool)]) -> Shown {
    let step = |(level, credits, is_done): &(i64, u16, bool)| Step {
        level: Level::new(*level).unwrap(),
        credits: Credits(*credits),
        is_done: *is_done,
    };
    let steps: Vec<Step> = steps.iter().map(step).collect();
    mount_component(move || view! { <div style="width: 400px"><Steps steps/></div> })
}

/// The width and height of the one thing drawn that a selector finds.
fn extent(selector: &str) -> (f64, f64) {
    let found = all(selector);
    assert_eq!(found.len(), 1, "{selector}");
    let place = found[0].get_bounding_client_rect();
    (place.width().round(), place.height().round())
}

fn count(selector: &str) -> usize {
    all(selector).len()
}

#[test]
fn a_mark_says_in_words_what_it_shows() {
    for (level, credits, words) in [
        (5, 40, "Level 5 40 credits"),
        (1, 1, "Level 1 1 credit"),
        (10, 0, "Level 10 credits not known"),
        (0, 20, "Level not known 20 credits"),
        (0, 0, "Level not known credits not known"),
    ] {
        let _mark = mark(level, credits);
        assert_eq!(text_of(".size-words"), words);
        assert!(
            all("svg").iter().all(|picture| picture.get_attribute("aria-hidden").as_deref() == Some("true"))
        );
    }
}

#[test]
fn level_is_height_and_credits_are_length() {
    let half = {
        let _mark = mark(5, 20);
        extent(BLOCK)
    };
    let _mark = mark(10, 40);
    assert_eq!(extent(BLOCK), (half.0 * 2.0, half.1 * 2.0));
    assert_eq!(extent(BLOCK), extent("rect.room"), "the highest and longest fills the room");
    assert_eq!(count("path.unknown, path.more"), 0);
}

#[test]
fn what_is_not_known_is_dashed() {
    for (level, credits) in [(5, 0), (0, 20)] {
        let _mark = mark(level, credits);
        assert_eq!((count("path.unknown"), count(BLOCK)), (1, 0), "{level}, {credits}");
    }
    let _mark = mark(0, 0);
    assert_eq!(count("svg"), 0, "of nothing there is no picture");
}

#[test]
fn a_mark_is_cut_where_the_credits_go_on() {
    let full = {
        let _mark = mark(5, 40);
        assert_eq!(count("path.more"), 0);
        extent(BLOCK)
    };
    for credits in [41, 45, 480] {
        let _mark = mark(5, credits);
        assert_eq!(extent(BLOCK), full, "{credits}");
        assert_eq!(count("path.more"), 1, "{credits}");
        assert!(text_of(".size-words").contains(&format!("{credits} credits")));
    }
}

#[test]
fn of_a_range_the_lower_end_is_drawn_and_the_rest_is_dashed() {
    for (least, most, words) in
        [(310, Some(320), "Level 4, 310 to 320 credits"), (120, None, "Level 4, 120 or more credits")]
    {
        let (level, credits) = (Level::new(4), Some(Size::Between(Credits(least), most.map(Credits))));
        let _figure = mount_component(move || view! { <SizeFigure level credits/> });
        assert_eq!(text_of("figcaption"), words);
        assert_eq!((count(BLOCK), count("path.unknown")), (1, 1), "{words}");
    }
}

#[test]
fn at_least_so_many_is_not_that_many() {
    let (level, credits) = (Level::new(4), Some(Size::Between(Credits(40), None)));
    {
        let _mark = mount_component(move || view! { <SizeMark level credits/> });
        assert_eq!(text_of(".size-words"), "Level 4 40 or more credits");
        assert_eq!(count("path.more"), 1, "the block goes on");
    }
    let _figure = mount_component(move || view! { <SizeFigure level credits/> });
    let block = extent(BLOCK).0;
    assert!(block < extent("rect.room").0, "there is room for more");
}

#[test]
fn the_numbers_of_a_range_do_not_run_into_those_of_the_scale() {
    for (least, most, value) in [(310, Some(320), "310–320"), (60, Some(120), "60–120"), (40, None, "40+")]
    {
        let (level, credits) = (Level::new(4), Some(Size::Between(Credits(least), most.map(Credits))));
        let _figure = mount_component(move || view! { <SizeFigure level credits/> });
        let (numbers, values) = (all("text[class='']"), all("text.value"));
        let range = values.iter().find(|number| text_in(number) == value).unwrap().get_bounding_client_rect();
        for number in numbers {
            let place = number.get_bounding_client_rect();
            let is_apart = place.right() <= range.left()
                || range.right() <= place.left()
                || place.bottom() <= range.top();
            assert!(is_apart, "{value} and {}", text_in(&number));
        }
    }
}

#[test]
fn a_figure_says_in_words_what_it_shows() {
    for (level, credits, words) in [
        (5, 40, "Level 5, 40 credits About 400 hours of learning"),
        (5, 0, "Level 5, credits not known"),
        (0, 1, "Level not known, 1 credit About 10 hours of learning"),
        (0, 0, "Level not known, credits not known"),
    ] {
        let _figure = figure(level, credits);
        assert_eq!(text_of("figcaption"), words);
        let is_known = level > 0 || credits > 0;
        assert_eq!(count("figure svg[aria-hidden=true]"), usize::from(is_known));
    }
}

#[test]
fn a_figure_numbers_both_scales() {
    let numbers = |selector: &str| all(selector).iter().map(|number| text_in(number)).collect::<Vec<_>>();
    for (level, credits, values, ends) in [
        (5, 20, vec!["5", "20"], vec!["1", "10", "0", "40"]),
        (2, 38, vec!["2", "38"], vec!["10", "0", "20"]),
        (9, 0, vec!["9"], vec!["1", "0", "20", "40"]),
        (0, 45, vec!["45"], vec!["1", "10", "0", "60", "120"]),
        (4, 121, vec!["4", "121"], vec!["1", "10", "0", "240"]),
    ] {
        let _figure = figure(level, credits);
        assert_eq!(numbers("text.value"), values, "{level}, {credits}");
        assert_eq!(numbers("text[class='']"), ends, "{level}, {credits}");
        assert_eq!(numbers("text.name"), ["Level", "Credits"]);
        assert_eq!(count("path.more"), 0, "a figure is never cut");
    }
}

#[test]
fn steps_lie_end_to_end() {
    let _steps = steps(&[(4, 20, true), (5, 20, false), (5, 40, false)]);
    let steps = all("rect").iter().map(|step| step.get_bounding_client_rect()).collect::<Vec<_>>();
    let widths: Vec<f64> = steps.iter().map(|step| step.width().round()).collect();
    assert_eq!(widths, [100.0, 100.0, 200.0]);
    assert_eq!(steps[0].right().round(), steps[1].left().round());
    assert_eq!(steps[1].right().round(), steps[2].left().round());
    assert!(steps.iter().all(|step| step.bottom().round() == steps[0].bottom().round()));
    assert_eq!((steps[0].height() / 4.0).round(), (steps[1].height() / 5.0).round());
    let classes: Vec<String> = all("rect").iter().map(|step| step.get_attribute("class").unwrap()).collect();
    assert_eq!(classes, ["done", "left", "left"]);
    let words: Vec<String> = all("text").iter().map(|words| text_in(words)).collect();
    assert_eq!(words, ["20 credits", "Level 4", "20 credits", "Level 5", "40 credits", "0", "80 credits"]);
}

#[test]
fn a_short_step_says_only_its_number() {
    let _steps = steps(&[(4, 10, false), (4, 90, false)]);
    let words: Vec<String> = all("text").iter().map(|words| text_in(words)).collect();
    assert_eq!(words, ["10", "Level 4", "90 credits", "0", "100 credits"]);
}

#[test]
fn of_no_credits_there_are_no_steps() {
    for none in [vec![], vec![(4, 0, true)]] {
        let _steps = steps(&none);
        assert_eq!(count("svg"), 0);
    }
}
