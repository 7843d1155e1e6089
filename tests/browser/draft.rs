//! The draft page: the form, the report that follows it, and what the device keeps.

use crate::person::{
    answer, by_id, document, enter, field, finding, focused, has_field, open, press, refuse_storage, reopen,
    says, storage, text_of, until, value_of,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::HtmlElement;

const BROKEN: &str = "Breaks a rule";
const MISSING: &str = "Not filled in yet";
const MET: &str = "Met, as far as a program can see";
const KEPT: &str = "waymark.draft";

#[test]
fn the_program_takes_the_place_of_the_words_before_it() {
    let body = document().body().unwrap();
    let before = document().create_element("div").unwrap();
    before.set_id("before");
    body.append_child(&before).unwrap();
    let own = body.child_element_count();
    answer("/register.json", 404, "");
    waymark::ui::start();
    assert!(document().get_element_by_id("before").is_none());
    assert!(by_id("page-title").text_content().unwrap().contains("checked and mapped"));
    while body.child_element_count() >= own {
        body.last_element_child().unwrap().remove();
    }
}

#[test]
async fn what_is_typed_changes_the_finding() {
    let _app = open("/draft?on=2026-11-21").await;
    until("the credits to be missing", || finding(MISSING, "LIST-08").is_some()).await;
    enter(&field("credits"), "60");
    until("60 credits to be too many", || finding(BROKEN, "LIST-08").is_some()).await;
    assert_eq!(field("credits").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(text_of("#field-credits-notes").contains("LIST-08"));
    enter(&field("credits"), "20");
    until("20 credits to be in range", || finding(MET, "LIST-08").is_some()).await;
    assert_eq!(field("credits").get_attribute("aria-invalid").as_deref(), Some("false"));
}

#[test]
async fn a_number_stays_as_it_was_typed() {
    let _app = open("/draft").await;
    for typed in ["12.", "007", "abc", " 12"] {
        enter(&field("credits"), typed);
        enter(&field("fee_per_credit"), typed);
        until("the draft to be kept", || says("Saved on this device.")).await;
        assert_eq!(value_of(&field("credits")), typed);
        assert_eq!(value_of(&field("fee_per_credit")), typed);
    }
}

#[test]
async fn a_finding_leads_to_its_field() {
    let _app = open("/draft?on=2026-11-21").await;
    enter(&field("credits"), "60");
    until("the finding", || finding(BROKEN, "LIST-08").is_some()).await;
    let link = finding(BROKEN, "LIST-08").unwrap().query_selector("a[href='#field-credits']").unwrap();
    link.unwrap().dyn_into::<HtmlElement>().unwrap().click();
    assert_eq!(focused(), "field-credits");
}

#[test]
async fn the_day_moves_the_rules() {
    let _app = open("/draft?on=2026-11-21").await;
    enter(&field("credits"), "60");
    until("today's clause", || finding(BROKEN, "LIST-08").is_some()).await;
    assert!(says("R4"));
    enter(&by_id("on"), "2019-06-01");
    until("the clause of 2019", || finding(BROKEN, "LIST-06").is_some()).await;
    assert!(finding(BROKEN, "LIST-08").is_none());
    assert_eq!(document().location().unwrap().search().unwrap(), "?on=2019-06-01");
    enter(&by_id("on"), "2017-01-01");
    until("a day without rules", || says("There were no micro-credentials on")).await;
}

#[test]
async fn outcomes_come_and_go() {
    let _app = open("/draft").await;
    press("Add an outcome");
    until("the first outcome", || has_field("outcomes.0.text")).await;
    until("the focus in it", || focused() == "field-outcomes-0-text").await;
    enter(&field("outcomes.0.text"), "Plan a planting day");
    press("Add an outcome");
    until("the second outcome", || has_field("outcomes.1.text")).await;
    enter(&field("outcomes.1.text"), "Explain the plan");
    press("Remove outcome 1");
    until("one outcome", || !has_field("outcomes.1.text")).await;
    until("the one that stays", || value_of(&field("outcomes.0.text")) == "Explain the plan").await;
    assert_eq!(focused(), "field-outcomes-add");
    press("Add an assessment");
    until("its outcomes to choose from", || text_of("#field-assessment-items-0-outcome_ids").contains("o2"))
        .await;
}

#[test]
async fn the_draft_is_kept_and_taken_up_again() {
    let app = open("/draft").await;
    enter(&field("title"), "Tree planting");
    until("the draft to be kept", || says("Saved on this device.")).await;
    let text = storage().get_item(KEPT).unwrap().unwrap();
    assert!(text.contains("Tree planting"));
    app.close();
    storage().set_item(KEPT, &text).unwrap();
    let _app = reopen("/draft").await;
    until("the kept draft", || value_of(&field("title")) == "Tree planting").await;
}

#[test]
async fn a_kept_draft_that_is_none_is_set_aside() {
    storage().set_item(KEPT, "{ half a dra").unwrap();
    let _app = reopen("/draft").await;
    assert!(says("could not be read and was set aside"));
    enter(&field("title"), "Anew");
    assert_eq!(storage().get_item("waymark.draft.unreadable").unwrap().as_deref(), Some("{ half a dra"));
}

#[test]
async fn a_device_that_does_not_keep_the_draft_is_told_of() {
    let _app = open("/draft").await;
    let _refused = refuse_storage();
    enter(&field("title"), "Tree planting");
    until("the warning", || says("This device does not save the draft")).await;
    assert_eq!(value_of(&field("title")), "Tree planting");
}

#[test]
async fn an_example_that_does_not_arrive_leaves_the_draft_alone() {
    let _app = open("/draft").await;
    enter(&field("title"), "Mine");
    for (status, why) in [(0, "you may be offline"), (503, "status 503")] {
        answer("/examples/pre_flight_security.json", status, "");
        press("Pre-flight Security");
        until("the notice", || says(why)).await;
        assert_eq!(value_of(&field("title")), "Mine");
    }
    answer(
        "/examples/pre_flight_security.json",
        200,
        include_str!("../../public/examples/pre_flight_security.json"),
    );
    press("Pre-flight Security");
    until("the example", || value_of(&field("credits")) == "30").await;
    press("Bring back the draft before");
    until("the draft before", || value_of(&field("title")) == "Mine").await;
}
