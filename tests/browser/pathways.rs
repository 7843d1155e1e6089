//! The pathways page: what is held, where it leads, and what a goal still asks for.

use crate::person::{all, button, by_id, document, enter, open, press, says, storage, text_of, until};
use wasm_bindgen_test::wasm_bindgen_test as test;

const CERTIFICATE: &str = "New Zealand Certificate in Forestry Leadership (Level 5)";

/// The ways to the goal, each as its text.
fn ways() -> Vec<String> {
    let articles = all("article").into_iter();
    articles.filter_map(|article| article.text_content()).filter(|text| text.starts_with("Way ")).collect()
}

#[test]
async fn a_certificate_has_two_ways_from_what_is_held() {
    let _app = open("/pathways").await;
    until("the search", || document().get_element_by_id("hold-search").is_some()).await;
    enter(&by_id("hold-search"), "core forestry leadership");
    until("the offer", || button("I hold this: Core Forestry Leadership").is_some()).await;
    press("I hold this: Core Forestry Leadership");
    let choose = format!("Make this my goal: {CERTIFICATE}");
    until("where it leads", || button(&choose).is_some()).await;
    press(&choose);
    until("the ways", || ways().len() == 2).await;
    for way in ways() {
        assert!(way.contains("40 credits, about 400 hours"), "{way}");
    }
    assert!(ways()[0].contains("Way 1 of 2"));
    let address = document().location().unwrap().search().unwrap();
    assert!(address.contains("hold=core-forestry-leadership") && address.contains("goal=q-new-zealand"));
    let kept = storage().get_item("waymark.pathways").unwrap().unwrap();
    assert!(kept.contains("core-forestry-leadership"));
}

#[test]
async fn progressions_promise_no_credit() {
    let _app = open("/pathways?hold=introduction-to-aquaculture").await;
    until("where it leads", || says("Where your holdings lead") && !all("ol").is_empty()).await;
    let lead = all("ol").first().unwrap().parent_element().unwrap();
    let names: Vec<String> = {
        let terms = lead.query_selector_all("dt").unwrap();
        (0..terms.length()).filter_map(|at| terms.get(at)?.text_content()).collect()
    };
    assert!(names.contains(&"How firmly".to_owned()), "{names:?}");
    assert!(!names.contains(&"Credit".to_owned()), "{names:?}");
}

#[test]
async fn holdings_can_be_taken_away() {
    let _app = open("/pathways?hold=core-forestry-leadership").await;
    until("the holding", || button("Remove Core Forestry Leadership").is_some()).await;
    press("Remove Core Forestry Leadership");
    until("nothing to be held", || button("Remove Core Forestry Leadership").is_none()).await;
    assert!(says("Nothing yet."));
    assert!(!text_of("main").contains("Where your holdings lead"));
}
