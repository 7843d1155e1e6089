//! What a next micro-credential could count towards: which there are, by how much, and in which order.

use crate::pathways::{CERTIFICATE, CERTIFICATE_KEY, KEPT, kept_pathway, open_with};
use crate::person::{all, all_in, focused, page_text, press, text_in, until};
use crate::stubs::{answer, change_elsewhere};
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The micro-credentials, each as its text.
fn listed() -> Vec<String> {
    all(".next-list > li").iter().map(|item| text_in(item)).collect()
}

/// What is said of the list.
fn status() -> String {
    all(".next [role=status]").iter().map(|status| text_in(status)).collect()
}

/// Opens the page, and unfolds the list.
async fn open(kept: &str) -> crate::person::Shown {
    let app = open_with(kept, "/pathways").await;
    until("the summary", || !all(".next summary").is_empty()).await;
    assert!(listed().is_empty() && status().is_empty(), "nothing is worked out while it is folded");
    all(".next summary")[0].click();
    app
}

#[test]
async fn each_says_how_much_it_counts_and_what_needs_an_agreement() {
    let _app = open("\ncore-forestry-leadership").await;
    until("the list", || status() == "8 micro-credentials could bring you closer to a goal.").await;
    let list = listed();
    assert_eq!(list.len(), 5, "{list:?}");
    let whole = format!(
        "Business Forestry Leadership Level 5, 40 credits {CERTIFICATE} 40 of 80 credits, by what sources state. \
         You’d then have done all that the sources here ask for. Whether it’s enough, the provider decides. \
         Make this my goal"
    );
    assert_eq!(list[0], whole);
    assert!(list[2].starts_with("Performing Arts Emerging Tutor"), "20 credits before 15: {list:?}");
    assert!(list[2].contains("is not known to be open to new learners"), "{}", list[2]);
    assert!(list[3].contains("The source says of the goal: proposed August 2024."), "{}", list[3]);
    press("Show more");
    until("the rest", || listed().len() == 8 && focused() == "next-6").await;
    assert!(listed()[5].contains("Up to 30 of 80 credits, if the provider agrees."), "{:?}", listed());
    let more = all(".next > button");
    assert!(more[0].hidden(), "there is no more");
}

#[test]
async fn one_of_its_goals_becomes_the_goal() {
    let _app = open("\ncore-forestry-leadership").await;
    until("the list", || !listed().is_empty()).await;
    all_in(&all(".next-list > li")[0], "button")[0].click();
    until("the answer to have the focus", || focused() == "answer-title").await;
    assert_eq!(kept_pathway().0, [CERTIFICATE_KEY]);
    let choices = || all_in(&all(".next-list > li")[0], "button");
    until("it to be the goal", || choices().is_empty()).await;
}

#[test]
async fn the_list_follows_the_record() {
    let _app = open("").await;
    until("the list", || status().starts_with("9 micro-credentials")).await;
    assert!(listed()[0].starts_with("Business Forestry Leadership"), "{:?}", listed());
    assert!(!page_text().contains("You’d then have done all"));
    assert!(listed().iter().any(|item| item.starts_with("Core Forestry Leadership")));
    change_elsewhere(KEPT, "\ncore-forestry-leadership");
    until("what completes the certificate", || {
        listed().iter().any(|item| item.contains("You’d then have done all"))
    })
    .await;
    assert!(!listed().iter().any(|item| item.starts_with("Core Forestry Leadership")), "{:?}", listed());
    assert!(status().starts_with("8 micro-credentials"), "{}", status());
}

#[test]
async fn where_there_is_none_the_page_says_why() {
    let register = r#"{ "format": "waymark.register/1", "as_at": "synthetic",
                        "credentials": [{ "key": "c", "title": "Synthetic", "source": "synthetic" }] }"#;
    answer("/register.json", 200, register);
    let _app = open("").await;
    until("why", || page_text().contains("No micro-credential here is known to bring you closer to a goal."))
        .await;
    assert!(listed().is_empty() && status().is_empty());
    assert_eq!(all(".next .empty a")[0].get_attribute("href").unwrap(), "/register");
}
