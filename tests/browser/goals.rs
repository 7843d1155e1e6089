//! Several goals at once: how they are chosen and taken away, and what is said of each.

use crate::pathways::{CERTIFICATE, CERTIFICATE_KEY, kept_pathway};
use crate::person::{
    Shown, all, control, fill_in, focused, heading, messages, press, press_key, reopen, says, storage,
    text_in, text_of, until,
};
use wasm_bindgen_test::wasm_bindgen_test as test;

const CORE: &str = "core-forestry-leadership";
const NCEA: &str = "NCEA Level 2";
const NCEA_KEY: &str = "q-ncea-level-2";

/// The titles of the goals.
fn goals() -> Vec<String> {
    all(".goal-card .goal-title").iter().map(|title| text_in(title)).collect()
}

/// What is said of each goal.
fn each() -> Vec<String> {
    all(".answer-goals li").iter().map(|goal| text_in(goal)).collect()
}

/// Opens the page on a device that keeps nothing.
async fn open(address: &str) -> Shown {
    storage().clear().unwrap();
    let app = reopen(address).await;
    until("the register", || heading("What you’ve done").is_some()).await;
    app
}

/// Searches for another goal, and chooses the first that is offered.
async fn add(words: &str) {
    press("Add another goal");
    until("the search", || focused() == "goal").await;
    fill_in("Find a goal", words);
    until(words, || !all("[role=option]").is_empty()).await;
    press_key(&control("Find a goal"), "ArrowDown");
    press_key(&control("Find a goal"), "Enter");
}

#[test]
async fn a_second_goal_is_added_once_and_each_can_be_taken_away() {
    let _app = open(&format!("/pathways#hold={CORE}&goal={CERTIFICATE_KEY}")).await;
    until("one goal", || goals() == [CERTIFICATE]).await;
    assert!(each().is_empty() && heading("Your goal").is_some(), "one goal is as simple as ever");
    add("ncea level 2").await;
    until("two goals", || goals() == [CERTIFICATE, NCEA] && each().len() == 2).await;
    assert_eq!(messages(), [format!("{NCEA} is one of your goals now.")]);
    until("the answer to have the focus", || focused() == "answer-title").await;
    assert!(says("That’s one plan for your 2 goals."), "{}", text_of(".answer"));
    assert!(each()[0].contains("Halfway there."), "{:?}", each());
    let steps = text_of(".map-steps");
    assert!(steps.contains(&format!("Counts towards {CERTIFICATE}.")), "{steps}");
    assert!(all("svg.stairs").is_empty(), "stairs lead to one goal");
    assert_eq!(kept_pathway().0, [CERTIFICATE_KEY, NCEA_KEY]);
    add("ncea level 2").await;
    let is_there = format!("{NCEA} is one of your goals already.");
    until("that it is there", || messages().contains(&is_there)).await;
    assert_eq!(goals().len(), 2);
    press(&format!("Remove this goal: {CERTIFICATE}"));
    until("one goal", || goals() == [NCEA] && each().is_empty()).await;
    assert_eq!(focused(), "goal-title");
    assert!(messages().contains(&format!("{CERTIFICATE} is no longer one of your goals.")));
    press("Choose another goal");
    until("none", || says("No goal yet.")).await;
}

#[test]
async fn a_goal_that_is_done_and_one_that_is_unknown_are_told_beside_the_plan() {
    let goals_of = |keys: &[&str]| keys.iter().map(|key| format!("&goal={key}")).collect::<String>();
    let keys = [CORE, "nothing", CERTIFICATE_KEY, CERTIFICATE_KEY];
    let _app = open(&format!("/pathways#hold={CORE}{}", goals_of(&keys))).await;
    until("three goals", || each().len() == 3).await;
    let each = each();
    assert!(each[0].contains("You’ve done all that the sources here ask for."), "{each:?}");
    assert!(each[1].contains("nothing") && each[1].contains("isn’t on this register"), "{each:?}");
    assert!(each[2].contains("Halfway there."), "{each:?}");
    assert!(says("That’s one plan for 1 of your 3 goals."), "{}", text_of(".answer"));
    assert_eq!(all(".proof").len(), 3);
}
