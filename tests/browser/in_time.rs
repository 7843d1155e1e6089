//! What a goal asks for and ends: whether somebody is in time for it at their pace.

use crate::person::{all, control, enter, reopen, storage, text_in, text_of, until};
use crate::stubs::{answer, stop_clock};
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A synthetic register of a qualification that takes one micro-credential until the end of March.
const REGISTER: &str = r#"{ "format": "waymark.register/1", "as_at": "synthetic",
    "credentials": [{ "key": "a", "title": "A", "level": 4, "credits": 20, "source": "synthetic" }],
    "qualifications": [{ "key": "q", "title": "Q", "level": 4, "credits": 20, "source": "synthetic",
        "requirements": { "credential": "a", "valid_to": "2027-03-31" } }] }"#;

#[test]
async fn a_way_says_until_when_it_works_and_what_pace_would_be_in_time() {
    let _clock = stop_clock("2026-11-27T12:00:00+13:00");
    storage().clear().unwrap();
    answer("/register.json", 200, REGISTER);
    let _app = reopen("/pathways#goal=q").await;
    let late = "A counts here until 31 March 2027. You finish it on 21 May 2027, too late, unless you study at least 12 \
                hours a week.";
    until("the answer", || text_of(".answer-words").ends_with(late)).await;
    let step = || text_in(&all(".map-steps li")[0]);
    assert!(step().contains("Blocked") && step().contains(late), "{}", step());
    enter(&control("Hours a week"), "12");
    let begin_by =
        "If you begin after 2 December 2026, this way stops working, unless you study more hours a week.";
    until("the day to begin by", || text_of(".answer-pace").ends_with(begin_by)).await;
    assert!(!text_of(".answer-words").contains("too late"), "{}", text_of(".answer-words"));
    assert!(step().contains("To do") && step().contains("Counts here until 31 March 2027."), "{}", step());
}
