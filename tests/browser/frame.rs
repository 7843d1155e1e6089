//! The frame around every page, the first page, and the way from page to page.

use crate::person::{
    all, button, control, document, fill_in, focused, follow, group, heading, kept, link, open, press,
    query_and_fragment, says, text_in, text_of, until, window,
};
use crate::stubs::{answer, forget_listeners, remember_listeners};
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn the_program_takes_the_place_of_the_static_page() {
    let body = document().body().unwrap();
    let own = body.child_element_count();
    let page = document().create_element("div").unwrap();
    page.set_id("static");
    body.prepend_with_node_1(&page).unwrap();
    answer("/register.json", 404, "");
    // The program reports its panics in its own way, and these tests in theirs.
    let hook = std::panic::take_hook();
    remember_listeners();
    waymark::ui::start();
    std::panic::set_hook(hook);
    assert!(document().get_element_by_id("static").is_none());
    assert!(text_of("#page-title").contains("Check a micro-credential before you submit it."));
    forget_listeners();
    while body.child_element_count() > own {
        body.last_element_child().unwrap().remove();
    }
}

#[test]
async fn every_page_has_one_heading_and_the_windows_title_says_it() {
    for (address, heading) in [
        ("/draft", "Check a draft"),
        ("/pathways", "Pathways"),
        ("/register", "The register"),
        ("/nowhere", "There’s no page here"),
        ("/register/credential/nothing", "Not on this register"),
        ("/register/qualification/nothing", "Not on this register"),
        ("/register/standard/nothing", "Not on this register"),
        ("/register/standard/1989", "1989 Research small business operations"),
        ("/register/credential/core-forestry-leadership", "Core Forestry Leadership"),
    ] {
        let _app = open(address).await;
        until(heading, || text_of("h1") == heading && document().title() == format!("{heading} · Waymark"))
            .await;
        assert_eq!(all("main").len(), 1, "{address}");
    }
    assert_eq!(document().document_element().unwrap().get_attribute("lang").as_deref(), Some("en-NZ"));
}

#[test]
async fn another_page_takes_the_focus_to_its_heading() {
    let _app = open("/").await;
    assert_eq!(focused(), "", "the first page is left as the browser opens it");
    follow("Register");
    until("the register", || text_of("h1") == "The register" && focused() == "page-title").await;
    assert_eq!(window().location().pathname().unwrap(), "/register");
    assert_eq!(link("Register").unwrap().get_attribute("aria-current").as_deref(), Some("page"));
    assert_eq!(link("Draft").unwrap().get_attribute("aria-current"), None);
}

#[test]
async fn the_first_page_carries_on_with_a_kept_draft() {
    let app = open("/").await;
    assert!(group("Your draft").is_none() && link("Carry on").is_none());
    follow("Draft");
    until("the form", || heading("Check a draft").is_some()).await;
    fill_in("Title", "Tree planting");
    fill_in("Credits", "60");
    follow("Waymark");
    until("the way back", || link("Carry on").is_some()).await;
    let card = text_of("aside[aria-label='Your draft']");
    assert!(card.starts_with("Tree planting 1 to fix"), "{card}");
    follow("Carry on");
    until("the draft", || text_of("h1") == "Tree planting").await;
    drop(app);
    assert_eq!(kept("waymark.draft"), "");
}

#[test]
async fn the_small_draft_answers_as_you_type() {
    let _app = open("/").await;
    let note = || text_of("#try-note");
    until("the fault", || note().contains("45 credits")).await;
    fill_in("Credits", "20");
    until("no fault", || note().contains("20 credits") && !note().contains("45")).await;
    fill_in("Credits", "41");
    until("the fault", || note().contains("41 credits")).await;
    let number = control("Credits");
    assert_eq!(number.get_attribute("aria-describedby").as_deref(), Some("try-note"));
    assert_eq!(kept("waymark.draft"), "", "it is nobody’s draft");
}

#[test]
async fn the_search_of_the_first_page_leads_to_the_register() {
    let _app = open("/").await;
    fill_in("Or look something up", "welding");
    press("Search");
    until("the register", || query_and_fragment() == "?q=welding" && says("The register")).await;
    until("the search", || !all("#search").is_empty()).await;
    assert_eq!(crate::person::value("Search the register"), "welding");
}

#[test]
async fn an_address_that_is_none_shows_the_ways_on() {
    let _app = open("/register/nowhere").await;
    assert!(says("The address may be mistyped"));
    let ways = all("main a").iter().map(|way| text_in(way)).collect::<Vec<_>>();
    assert_eq!(ways, ["Check a draft", "Pathways", "Register"]);
    assert!(button("Undo").is_none());
}
