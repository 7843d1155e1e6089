//! The register page: how it loads, and what its search finds.

use crate::person::{all, answer, by_id, enter, open, press, says, text_of, until};
use wasm_bindgen_test::wasm_bindgen_test as test;

const SMALL: &str = r#"{"format":"waymark.register/1","as_at":"2026-11-21","credentials":[
    {"key":"a","title":"Weaving at the wānanga","level":3,"credits":5,"source":"s"},
    {"key":"b","title":"Welding","level":4,"credits":10,"source":"s"},
    {"key":"c","level":"high","source":"s"}]}"#;

fn hits() -> usize {
    all("[aria-label='Micro-credentials found'] li").len()
}

#[test]
async fn doubled_vowels_find_macrons() {
    answer("/register.json", 200, SMALL);
    let _app = open("/register").await;
    until("both entries", || hits() == 2).await;
    for spelling in ["waananga", "wananga", "wānanga", "WAANANGA"] {
        enter(&by_id("search"), "welding");
        until("the other entry", || hits() == 1 && says("Welding")).await;
        enter(&by_id("search"), spelling);
        until(spelling, || hits() == 1 && says("Weaving at the wānanga")).await;
    }
    enter(&by_id("search"), "zzz");
    until("nothing to be found", || hits() == 0 && says("Nothing found.")).await;
}

#[test]
async fn a_filter_leaves_what_it_counts() {
    let _app = open("/register?level=5").await;
    until("the register", || hits() > 0).await;
    let total = text_of("[aria-label='Micro-credentials found'] [role='status']");
    let counted = all("fieldset label")
        .into_iter()
        .find(|label| label.query_selector("input:checked").unwrap().is_some());
    let counted = counted.unwrap().text_content().unwrap();
    let number = total.split(' ').next().unwrap();
    assert!(counted.ends_with(number), "{counted} beside {total}");
}

#[test]
async fn faults_of_a_snapshot_are_told() {
    answer("/register.json", 200, SMALL);
    let _app = open("/register").await;
    until("the faults", || says("credentials[2] c.title")).await;
}

#[test]
async fn a_register_that_does_not_arrive_can_be_tried_again() {
    for (status, why) in [(0, "could not be reached"), (500, "status 500")] {
        answer("/register.json", status, "");
        let _app = open("/register").await;
        until("the message", || text_of("[role='alert']").contains(why)).await;
        answer("/register.json", 200, SMALL);
        press("Try again");
        until("the register", || hits() == 2).await;
    }
}

#[test]
async fn what_is_no_register_is_refused() {
    answer("/register.json", 200, "<!DOCTYPE html>");
    let _app = open("/register").await;
    until("the message", || text_of("[role='alert']").contains("/register.json is not a register")).await;
}
