//! The register page: how it loads, and what its search finds.

use crate::person::{
    all, button, by_id, choose_file, control, control_in, document, fill_in, follow, frame, group, heading,
    is_ticked, link, name_of, open, press, query_and_fragment, says, text_in, text_of, until, value,
};
use crate::stubs::{answer, answer_half};
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::browser::slices::Slices;
use waymark::domain::register::Register;

const SMALL: &str = r#"{"format":"waymark.register/1","as_at":"2026-11-21","credentials":[
    {"key":"a","title":"Weaving at the wānanga","level":3,"credits":5,"source":"s"},
    {"key":"b","title":"Welding","level":4,"credits":10,"source":"s"},
    {"key":"c","level":"high","source":"s"}]}"#;
const SEARCH: &str = "Search the register";
const FOUND: &str = "section[aria-label='What was found']";

fn hits() -> usize {
    all(&format!("{FOUND} li h3")).len()
}

fn total() -> String {
    text_of(&format!("{FOUND} [role=status]"))
}

#[test]
async fn doubled_vowels_find_macrons() {
    answer("/register.json", 200, SMALL);
    let _app = open("/register").await;
    until("both entries", || hits() == 2).await;
    for spelling in ["waananga", "wananga", "wānanga", "WAANANGA"] {
        fill_in(SEARCH, "welding");
        until("the other entry", || hits() == 1 && says("Welding")).await;
        fill_in(SEARCH, spelling);
        until(spelling, || hits() == 1 && says("Weaving at the wānanga")).await;
        assert_eq!(value(SEARCH), spelling);
    }
    assert_eq!(all(&format!("{FOUND} [lang]")).len(), 0, "titles are not looked at");
    fill_in(SEARCH, "zzz");
    until("nothing to be found", || hits() == 0 && total().starts_with("Nothing found. Try")).await;
    assert!(all(".open-facets:not([hidden])").is_empty(), "there is nothing to filter by");
    fill_in(SEARCH, "");
    until("both entries", || hits() == 2 && total() == "2 entries").await;
    assert_eq!(query_and_fragment(), "");
}

#[test]
async fn what_looks_like_an_escape_stays_as_it_is_typed() {
    let _app = open("/register").await;
    until("the register", || hits() > 0).await;
    for typed in ["%41", "100%", "%C4%81", "%zz"] {
        fill_in(SEARCH, typed);
        until("the address to follow", || query_and_fragment() == format!("?q={}", escaped(typed))).await;
        frame().await;
        assert_eq!(value(SEARCH), typed);
    }
}

/// A text as it stands in a query.
fn escaped(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

#[test]
async fn a_filter_leaves_what_it_counts() {
    let _app = open("/register?level=5").await;
    until("the register", || hits() > 0).await;
    let level = all("fieldset input:checked");
    assert_eq!(level.len(), 1);
    let name = name_of(&level[0]);
    let number = total().split(' ').next().unwrap().to_owned();
    assert_eq!(name, format!("Level 5 {number}"));
    assert!(button("Filters (1)").is_some());
    press("Remove filter: Level 5");
    until("the filter to go", || query_and_fragment().is_empty()).await;
    until("the tick to go", || !is_ticked(&level[0])).await;
    assert!(button("Filters").is_some());
    control_in(&group("Level").unwrap(), &name).click();
    until("the filter", || query_and_fragment() == "?level=5" && total().starts_with(&number)).await;
    press("Clear all filters");
    until("no filter", || query_and_fragment().is_empty()).await;
}

#[test]
async fn a_filter_that_is_none_is_reported() {
    let _app = open("/register?level=99&q=zzz").await;
    until("the report", || says("“99” in the address isn’t a filter of this register, so it’s left out."))
        .await;
    assert_eq!(value(SEARCH), "zzz");
    assert!(total().ends_with("Try fewer or other words."), "no filter is set: {}", total());
}

#[test]
async fn more_are_shown_when_asked_for() {
    let _app = open("/register").await;
    until("the first page", || hits() == 30).await;
    press("Show more");
    until("the second page", || hits() == 60).await;
    fill_in(SEARCH, "a");
    until("the first page again", || hits() == 30).await;
}

#[test]
async fn a_filter_shows_the_first_page_again() {
    let _app = open("/register").await;
    until("the first page", || hits() == 30).await;
    press("Show more");
    until("the second page", || hits() == 60).await;
    let all_filters = all("fieldset.facet input");
    let large = all_filters.iter().find(|tick| {
        let name = name_of(tick);
        name.rsplit(' ').next().and_then(|count| count.parse().ok()).is_some_and(|count: usize| count > 30)
    });
    large.expect("a filter that leaves more than a page").click();
    until("the first page again", || query_and_fragment().contains('=') && hits() == 30).await;
}

#[test]
async fn a_filter_that_the_address_has_twice_is_one() {
    let _app = open("/register?level=5&level=5").await;
    until("the register", || hits() > 0).await;
    assert!(button("Filters (1)").is_some());
    assert_eq!(all(".chip").len(), 1);
    press("Remove filter: Level 5");
    until("the filter to go", || query_and_fragment().is_empty()).await;
}

#[test]
async fn an_entry_has_a_heading_before_the_register_is_there() {
    let waits_at = |heading: &str| {
        assert_eq!(text_of("h1"), heading);
        until_title(heading.to_owned())
    };
    for (kind, heading) in
        [("credential", "Micro-credential"), ("qualification", "Qualification"), ("standard", "Standard")]
    {
        answer_half("/register.json", false);
        let _app = open(&format!("/register/{kind}/a")).await;
        until("the progress", || says("The register is loading …")).await;
        waits_at(heading).await;
    }
    answer("/register.json", 503, "");
    let _app = open("/register/credential/a").await;
    until("the failure", || text_of("[role=alert]").contains("(status 503)")).await;
    waits_at("Micro-credential").await;
    let h1 = by_id("page-title");
    answer("/register.json", 200, SMALL);
    press("Try again");
    until("the entry", || text_of("h1") == "Weaving at the wānanga" && heading("Facts").is_some()).await;
    until_title("Weaving at the wānanga".to_owned()).await;
    assert!(h1.is_connected(), "the heading may have the focus");
}

async fn until_title(title: String) {
    until("the window's title", || document().title() == format!("{title} · Waymark")).await;
}

#[test]
async fn a_hit_leads_to_its_entry() {
    let _app = open("/register?q=core forestry leadership").await;
    until("the hit", || hits() > 0).await;
    follow("Core Forestry Leadership");
    until("the entry", || heading("Core Forestry Leadership").is_some() && heading("Facts").is_some()).await;
    assert!(text_of("figcaption").contains("Level 5, 40 credits"));
    for term in all("dl.facts dt") {
        let value = term.next_element_sibling().unwrap();
        assert!(!text_in(&value).is_empty(), "{} says nothing", text_in(&term));
    }
}

#[test]
async fn one_search_has_entries_of_every_kind() {
    let _app = open("/register?q=ncea level 2").await;
    until("a qualification", || link("NCEA Level 2").is_some()).await;
    fill_in(SEARCH, "forestery leadrship");
    until("the closest", || total().starts_with("Nothing called “forestery leadrship” here.") && hits() > 0)
        .await;
    fill_in(SEARCH, "19044");
    until("what has the number", || hits() > 0 && total().ends_with("entries")).await;
    control_in(&group("What it is").unwrap(), "Standard 1").click();
    until("the standard", || hits() == 1 && query_and_fragment() == "?q=19044&kind=standard").await;
    assert!(group("Subject").is_none(), "a standard has none");
}

#[test]
async fn a_standard_says_where_it_stands_and_where_it_leads() {
    let _app = open("/register/standard/19044").await;
    until("a micro-credential", || heading("Micro-credentials that list it").is_some()).await;
    assert!(link("Operate a Tractor in the Primary Industry").is_some());
    press("I’ve done this: see where it leads");
    until("the pathway", || text_of(".done-list").contains("19044")).await;
}

#[test]
async fn of_a_standard_of_which_only_the_number_is_known_nothing_is_said_twice() {
    let _app = open("/register/standard/32403").await;
    until("a qualification", || heading("Qualifications that ask for it").is_some()).await;
    assert_eq!(text_of("h1"), "Standard 32403");
    assert!(!text_of(".kicker").contains("Standard"));
    assert!(link("NCEA Level 1").is_some() && !says("Asks for Standard 32403."));
    assert!(all("figure svg").is_empty(), "of nothing there is no picture");
}

#[test]
async fn faults_of_a_snapshot_are_reported() {
    answer("/register.json", 200, SMALL);
    let _app = open("/register").await;
    until("the faults", || says("credentials[2] c.title")).await;
}

#[test]
async fn another_snapshot_can_be_opened() {
    let _app = open("/register").await;
    until("the shipped register", || hits() == 30).await;
    let input = control("Open a register file");
    choose_file(&input, "broken.json", b"{}");
    until("the refusal", || text_of("[role=alert]").contains("broken.json isn’t a register")).await;
    assert_eq!(hits(), 30);
    choose_file(&input, "small.json", SMALL.as_bytes());
    until("the other register", || hits() == 2 && all("[role=alert]").is_empty()).await;
    choose_file(&input, "broken.json", b"{}");
    until("the refusal", || text_of("[role=alert]").contains("broken.json isn’t a register")).await;
    assert_eq!(hits(), 2);
}

#[test]
async fn of_two_files_the_last_is_opened_however_long_the_first_takes() {
    let entries: Vec<String> =
        (0..3000).map(|index| format!(r#"{{"key":"c{index}","title":"Synthetic","source":"s"}}"#)).collect();
    let large = format!(
        r#"{{"format":"waymark.register/1","as_at":"synthetic","credentials":[{}]}}"#,
        entries.join(",")
    );
    let _app = open("/register").await;
    until("the shipped register", || hits() == 30).await;
    let input = control("Open a register file");
    choose_file(&input, "large.json", large.as_bytes());
    until("it to load", || text_of(".another [role=status]") == "The register is loading …").await;
    choose_file(&input, "small.json", SMALL.as_bytes());
    until("the small register", || hits() == 2).await;
    // As long as the first would have taken.
    Register::read_in_parts(&large, &Slices::start().pauses()).await.unwrap();
    frame().await;
    assert_eq!((hits(), text_of(".another [role=status]").as_str()), (2, ""));
}

#[test]
async fn a_register_that_does_not_arrive_can_be_loaded_again() {
    for (status, why) in [(0, "couldn’t be reached"), (500, "status 500")] {
        answer("/register.json", status, "");
        let _app = open("/register").await;
        until("the message", || text_of("[role=alert]").contains(why)).await;
        answer("/register.json", 200, SMALL);
        press("Try again");
        until("the register", || hits() == 2).await;
    }
}

#[test]
async fn what_is_no_register_is_refused() {
    answer("/register.json", 200, "<!DOCTYPE html>");
    let _app = open("/register").await;
    until("the message", || {
        text_of("[role=alert]").contains("/register.json isn’t a register that Waymark can read.")
    })
    .await;
}
