//! The draft page: the form and the report that follows it. How it is kept is in `keeping`.

use crate::person::{
    all, all_in, button, by_id, choose, choose_file, control, control_in, enter, fill_in, focused, follow,
    frame, group, group_of, has_control_in, is_ticked, kept, open, press, press_key, query_and_fragment,
    reopen, says, storage, text_in, text_of, until, value, value_of,
};
use crate::stubs::{look_again, stop_clock};
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::browser::page;
use waymark::domain::regime::REGIMES;

const BROKEN: &str = "Breaks a rule";
const EXPECTED: &str = "Worth improving";
const MISSING: &str = "Still to fill in";
const MET: &str = "Met, as far as a program can see";
const DATE: &str = "When will you apply?";

fn is_in(clause: &str, heading: &str) -> bool {
    group_of(clause).as_deref() == Some(heading)
}

/// What is noted under a control.
fn notes(label: &str) -> String {
    let ids = control(label).get_attribute("aria-describedby").unwrap();
    let notes = ids.split(' ').find(|id| id.ends_with("-notes")).unwrap();
    text_in(&by_id(notes))
}

#[test]
async fn what_is_typed_changes_the_finding() {
    let _app = open("/draft?on=2026-11-21").await;
    until("the credits to be missing", || is_in("LIST-08", MISSING)).await;
    fill_in("Credits", "60");
    until("60 credits to be too many", || is_in("LIST-08", BROKEN)).await;
    assert_eq!(control("Credits").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(notes("Credits").starts_with("Breaks a rule: ") && notes("Credits").contains("60 credits"));
    fill_in("Credits", "20");
    until("20 credits to be in range", || is_in("LIST-08", MET)).await;
    assert_eq!(control("Credits").get_attribute("aria-invalid").as_deref(), Some("false"));
    assert!(!notes("Credits").contains("Breaks a rule"), "{}", notes("Credits"));
}

#[test]
async fn a_number_stays_as_it_was_typed() {
    let _app = open("/draft").await;
    let fee = "Learner fee per credit, in dollars including GST";
    for typed in ["12.", "007", "abc", " 12"] {
        fill_in("Credits", typed);
        fill_in(fee, typed);
        frame().await;
        assert_eq!(value("Credits"), typed);
        assert_eq!(value(fee), typed);
    }
}

#[test]
async fn a_reference_to_an_outcome_that_is_gone_can_be_unticked() {
    storage().clear().unwrap();
    let draft = r#"{"outcomes":[{"id":"o1","text":"Plan"}],
        "assessment":{"items":[{"outcome_ids":["o1","o9"]}]}}"#;
    storage().set_item("waymark.draft", draft).unwrap();
    let _app = reopen("/draft").await;
    let gone = "o9, which this draft doesn’t have";
    assert!(is_ticked(&control("Outcome 1: Plan")) && is_ticked(&control(gone)));
    control(gone).click();
    until("the reference to go", || !kept("waymark.draft").contains("o9")).await;
    assert!(!is_ticked(&control(gone)), "it stays where the focus is");
}

#[test]
async fn of_outcomes_with_one_id_the_first_can_be_ticked() {
    storage().clear().unwrap();
    let draft = r#"{"outcomes":[{"id":"o1","text":"Plan"},{"id":"o1","text":"Plant"},{"id":"o2"}],
        "assessment":{"items":[{"outcome_ids":["o2"]}]}}"#;
    storage().set_item("waymark.draft", draft).unwrap();
    let _app = reopen("/draft").await;
    let ticks = || {
        all_in(&group("Outcomes it assesses").unwrap(), "label")
            .iter()
            .map(|tick| text_in(tick))
            .collect::<Vec<_>>()
    };
    assert_eq!(ticks(), ["Outcome 1: Plan", "Outcome 3"]);
    press("Remove outcome 1");
    until("the next with the id", || ticks() == ["Outcome 1: Plant", "Outcome 2"]).await;
}

#[test]
async fn finding_and_field_lead_to_each_other() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Credits", "60");
    until("the finding", || is_in("LIST-08", BROKEN)).await;
    let fault = text_in(&all("#finding-LIST-08 .fault")[0]);
    let link = |around: &str| all_in(&by_id(around), "a")[0].clone();
    link("field-credits-notes").click();
    until("the finding to have the focus", || focused() == "finding-LIST-08").await;
    assert_eq!(text_in(&link("finding-LIST-08")), fault);
    link("finding-LIST-08").click();
    until("the field to have the focus", || focused() == control("Credits").id()).await;
}

#[test]
async fn a_finding_names_its_rule_as_people_do() {
    let _app = open("/draft?on=2026-11-21").await;
    until("the finding", || group_of("LIST-08").is_some()).await;
    let summary = text_of("#finding-LIST-08 summary");
    assert!(summary.starts_with("Why · ") && !summary.contains("LIST"), "{summary}");
    let numbers = all("#finding-LIST-08 dd").iter().filter(|dd| text_in(dd) == "LIST-08").count();
    assert_eq!(numbers, 1, "Waymark’s own number is in the details");
}

#[test]
async fn headline_counts_and_groups_say_the_same() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Credits", "60");
    until("the finding", || is_in("LIST-08", BROKEN)).await;
    let count = |class: &str| {
        let group = format!("#report details.{class} > ul");
        all(&format!("{group} > li, {group} .settled-too")).len()
    };
    let (broken, missing) = (count("broken"), count("missing"));
    let verdict = text_of(".verdict");
    assert!(verdict.contains(&format!("{broken} rule")), "{verdict}");
    assert!(verdict.contains(&format!("{missing} things still wait for your answer.")), "{verdict}");
    assert_eq!(text_of("#report details.broken summary .count"), broken.to_string());
    assert_eq!(text_of("#report .counts .missing strong"), missing.to_string());
    assert!(text_of(".report-bar").contains(&format!("{broken} to fix · {missing} to fill in")));
}

/// The number beside the heading of a group of the report.
fn group_count(heading: &str) -> usize {
    let summaries = all("#report summary:has(h3)").into_iter();
    let mut summaries = summaries.filter(|summary| text_in(summary).starts_with(heading));
    text_in(&all_in(&summaries.next().unwrap(), ".count")[0]).parse().unwrap()
}

/// The verdict and the counts beside it.
fn result() -> (String, String) {
    (text_of(".verdict"), text_of("#report .counts"))
}

#[test]
async fn the_rules_on_funding_apply_once_a_fund_is_ticked_and_never_count() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Learner fee per credit, in dollars including GST", "80");
    assert!(says("You name no fund of the Tertiary Education Commission, so its rules don’t apply."));
    assert_eq!(group_count("Funding"), 0);
    let before = result();
    let funds = group("Funds sought from the Tertiary Education Commission").unwrap();
    control_in(&funds, "Delivery on the framework, levels 3 to 7 (from 2023)").click();
    until("the limit on the fee to apply", || is_in("FUND-09", "Funding")).await;
    assert!(group_count("Funding") > 1 && says("They never change the result above."));
    assert_eq!(result(), before);
    let part = text_in(&all("nav[aria-label='Parts of the draft'] li:has([href='#part-funding-title'])")[0]);
    assert!(part.contains("on funding") && !part.contains("nothing found to fix"), "{part}");
    all_in(&by_id("finding-FUND-09"), "a")[0].click();
    until("the main setting to have the focus", || focused() == "field-delivery-main_setting").await;
}

#[test]
async fn what_holds_after_listing_is_listed_and_never_counts() {
    let _app = open("/draft?on=2020-05-01").await;
    let heading = "Once it’s listed";
    let listed = || {
        let groups = all("#report details.apart").into_iter();
        let mut groups = groups.filter(|group| text_in(group).starts_with(heading));
        text_in(&groups.next().unwrap())
    };
    assert!(group_count(heading) > 0 && listed().contains("There’s nothing to do for them now."));
    assert!(!listed().contains("equivalency"), "a rule of another route is left out");
    let file = r#"{"format":"waymark.draft/1","application":{"kind":"equivalency"},
        "applicant":{"type":"non_teo"},"marketing":{"statement":"Levelled by NZQA"}}"#;
    choose_file(&control("Open a draft file"), "levelled.json", file.as_bytes());
    until("the statement to be looked at", || is_in("EQV-04", heading)).await;
    let before = result();
    all_in(&by_id("field-marketing-statement-notes"), "a")[0].click();
    until("the finding to have the focus", || focused() == "finding-EQV-04").await;
    fill_in("What you say of the equivalency statement", "Levelled by NZQA, not quality assured");
    until("nothing to do", || all("#field-marketing-statement-notes li").is_empty()).await;
    assert_eq!(result(), before);
}

#[test]
async fn a_finding_of_an_entry_of_a_list_leads_to_its_field() {
    let _app = open("/draft?on=2026-11-21").await;
    let file = r#"{"format":"waymark.draft/1","uses_standards":true,
        "standards":[{"id":"27360"},{"title":"Without a number"}]}"#;
    choose_file(&control("Open a draft file"), "standards.json", file.as_bytes());
    until("the number to be missing", || all("#field-standards-1-id-notes li").len() == 1).await;
    assert!(all("#field-standards-0-id-notes li").is_empty());
    all_in(&by_id("finding-LIST-18"), ".fault a")[0].click();
    until("the field to have the focus", || focused() == "field-standards-1-id").await;
}

#[test]
async fn a_text_that_can_only_be_a_number_or_a_day_is_understood() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Credits", "15 credits");
    until("15 credits to be in range", || is_in("LIST-08", MET)).await;
    assert_eq!(control("Credits").get_attribute("aria-invalid").as_deref(), Some("false"));
    let file = r#"{"format":"waymark.draft/1","application":{"date":"21/11/2026"}}"#;
    choose_file(&control("Open a draft file"), "day.json", file.as_bytes());
    until("the day", || kept("waymark.draft").contains("21/11/2026") && value(DATE) == "2026-11-21").await;
    assert_eq!(control(DATE).get_attribute("aria-invalid").as_deref(), Some("false"));
    assert!(!says("Not understood"));
}

/// What the rules of a regime are called.
fn name_of_rules(id: &str) -> &'static str {
    REGIMES.iter().find(|regime| regime.id == id).unwrap().name
}

#[test]
async fn the_date_moves_the_rules() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Credits", "60");
    until("today's clause", || is_in("LIST-08", BROKEN)).await;
    assert!(says(name_of_rules("R4")));
    fill_in(DATE, "2019-06-01");
    until("the clause of 2019", || is_in("LIST-06", BROKEN)).await;
    assert_eq!(group_of("LIST-08"), None);
    assert!(says(name_of_rules("R1")) && says("Not today’s rules"));
    assert_eq!(query_and_fragment(), "", "it is no address’s affair");
    assert!(kept("waymark.draft").contains("2019-06-01"));
    fill_in(DATE, "2017-01-01");
    until("a date without rules", || says("NZQA took its first applications on 22 August 2018")).await;
    assert!(text_of("nav").contains("no rules on this date") && text_of(".report-bar").contains("no rules"));
    assert_eq!(text_of(".verdict"), "");
    choose("Rules on other dates", name_of_rules("R2")).await;
    until("another date", || query_and_fragment() == "?on=2023-01-16" && value(DATE) == "2023-01-16").await;
    press("Back to 1 January 2017");
    until("the draft’s own day", || query_and_fragment().is_empty() && value(DATE) == "2017-01-01").await;
    fill_in(DATE, "");
    until("today", || value(DATE) == page::today() && !says("Not today’s rules")).await;
    choose("Rules on other dates", name_of_rules("R2")).await;
    until("another date", || query_and_fragment() == "?on=2023-01-16").await;
    choose("Rules on other dates", "Today").await;
    until("today", || query_and_fragment().is_empty() && value(DATE) == page::today()).await;
}

#[test]
async fn a_date_that_is_none_is_reported() {
    for date in ["2026-02-30", "21/11/2024", "2024-11-21T00:00"] {
        let _app = open(&format!("/draft?on={date}")).await;
        until(date, || says(&format!("“{date}” in the address isn’t a date, so you see today’s rules.")))
            .await;
        assert_eq!(value(DATE), page::today());
        fill_in(DATE, "2025-08-01");
        until("the message to go", || !says("isn’t a date")).await;
        assert_eq!((query_and_fragment().as_str(), value(DATE).as_str()), ("", "2025-08-01"));
    }
}

#[test]
async fn midnight_brings_the_rules_of_the_next_day() {
    let clock = stop_clock("2025-12-31T22:00:00+13:00");
    let _app = open("/draft").await;
    assert_eq!(value(DATE), "2025-12-31");
    drop(clock);
    let _clock = stop_clock("2026-01-01T00:00:10+13:00");
    look_again();
    until("the new year", || value(DATE) == "2026-01-01").await;
    assert_eq!(query_and_fragment(), "");
}

#[test]
async fn outcomes_come_and_go() {
    let _app = open("/draft").await;
    let text = "What the learner can do";
    press("Add an outcome");
    until("the focus in the first outcome", || {
        group("Outcome 1").is_some_and(|one| is_focused_in(&one, text))
    })
    .await;
    fill_in(text, "Plan a planting day");
    press("Add an outcome");
    until("the focus in the second", || group("Outcome 2").is_some_and(|two| is_focused_in(&two, text)))
        .await;
    enter(&control_in(&group("Outcome 2").unwrap(), text), "Explain the plan");
    press("Remove outcome 1");
    until("one outcome", || group("Outcome 2").is_none()).await;
    until("the one that stays", || value(text) == "Explain the plan").await;
    assert_eq!(focused(), button("Add an outcome").unwrap().id());
    press("Add an assessment");
    until("its outcomes to choose from", || group("Outcomes it assesses").is_some()).await;
    let outcomes = group("Outcomes it assesses").unwrap();
    assert!(!is_ticked(&control_in(&outcomes, "Outcome 1: Explain the plan")));
}

fn is_focused_in(around: &web_sys::Element, label: &str) -> bool {
    has_control_in(around, label) && control_in(around, label).id() == focused()
}

#[test]
async fn a_new_outcome_is_not_taken_for_a_removed_one() {
    let _app = open("/draft?on=2026-11-21").await;
    let text = "What the learner can do";
    for (name, words) in [("Outcome 1", "Plan a job"), ("Outcome 2", "Apply a method")] {
        press("Add an outcome");
        until(name, || group(name).is_some()).await;
        enter(&control_in(&group(name).unwrap(), text), words);
    }
    press("Add an assessment");
    until("the assessment", || group("Outcomes it assesses").is_some()).await;
    fill_in("Does it count towards the result?", "true");
    for outcome in ["Outcome 1: Plan a job", "Outcome 2: Apply a method"] {
        until(outcome, || has_control_in(&group("Outcomes it assesses").unwrap(), outcome)).await;
        control(outcome).click();
    }
    until("each outcome to be assessed", || !is_in("APP-13", EXPECTED)).await;
    press("Remove outcome 1");
    press("Add an outcome");
    until("two outcomes", || group("Outcome 2").is_some()).await;
    enter(&control_in(&group("Outcome 2").unwrap(), text), "Explain something else");
    let new = "Outcome 2: Explain something else";
    until("the new outcome to tick", || has_control_in(&group("Outcomes it assesses").unwrap(), new)).await;
    assert!(!is_ticked(&control(new)) && is_ticked(&control("Outcome 1: Apply a method")));
    until("it to be expected", || is_in("APP-13", EXPECTED)).await;
}

#[test]
async fn values_that_a_control_cannot_show_are_seen() {
    let _app = open("/draft").await;
    let file = r#"{"format":"waymark.draft/1","application":{"date":"5/3/26","kind":"renewal of a kind"},
        "purpose":{"regulatory":"perhaps"},"applicant":{"funds":["DQ3-7"]}}"#;
    choose_file(&control("Open a draft file"), "old.json", file.as_bytes());
    until("the date as it is written", || says("“5/3/26” isn’t a date that Waymark can read")).await;
    assert_eq!(value("What you apply for"), "renewal of a kind");
    assert_eq!(value("For occupational registration or licensing?"), "perhaps");
    assert_eq!(control(DATE).get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(
        notes("For occupational registration or licensing?"),
        "Breaks a rule: “perhaps” isn’t yes or no."
    );
    let ticked = all("fieldset input:checked");
    assert_eq!(ticked.len(), 1);
    ticked[0].click();
    until("no tick", || all("fieldset input:checked").is_empty()).await;
}

#[test]
async fn a_fault_of_a_list_is_tied_to_it() {
    let _app = open("/draft?on=2026-11-21").await;
    until("the outcomes to be missing", || is_in("LIST-14", MISSING)).await;
    let outcomes = group("Learning outcomes").unwrap();
    let described_by = outcomes.get_attribute("aria-describedby").unwrap();
    assert!(text_in(&by_id(&described_by)).starts_with("Still to fill in: "));
    let link = all("#finding-LIST-14 .fault a");
    link[0].click();
    until("the list to have the focus", || focused() == outcomes.id()).await;
}

#[test]
async fn the_heading_is_the_drafts_title() {
    let _app = open("/draft").await;
    assert_eq!(text_of("h1"), "Check a draft");
    fill_in("Title", "Te reo Māori for whānau");
    until("the title", || text_of("h1") == "Te reo Māori for whānau").await;
    assert_eq!(all("h1 [lang]").len(), 0, "what a person wrote is not looked at");
    assert_eq!(text_of("form [lang=mi]").lines().next(), Some("te reo Māori"), "Waymark’s own words are");
    fill_in("Title", "  ");
    until("no title", || text_of("h1") == "Check a draft").await;
}

#[test]
async fn parts_lead_to_their_fields() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Credits", "60");
    let part = || text_in(&group("Parts of the draft").unwrap());
    until("the part to need fixing", || part().contains("Title, level and size 1 to fix")).await;
    let links = all("nav[aria-label='Parts of the draft'] a");
    assert_eq!(links.len(), all("form section").len());
    links[1].click();
    until("the focus", || focused() == "part-title-title").await;
    assert_eq!(value_of(&control("Credits")), "60");
    follow("Skip to the page");
    until("the page to have the focus", || focused() == "main").await;
}

const NZSCED: &str = "NZSCED code";

fn fields_of_study() -> Vec<String> {
    all("[role=listbox]:not([hidden]) [role=option]").iter().map(|option| text_in(option)).collect()
}

/// What is said below the box for the code.
fn said_of_code() -> String {
    text_in(&by_id("field-nzsced-status"))
}

#[test]
async fn a_field_of_study_is_found_by_a_plain_word() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Kind of organisation", "pte");
    let input = control(NZSCED);
    input.focus().unwrap();
    enter(&input, "forest");
    until("the offer", || fields_of_study() == ["050501: Forestry Studies"]).await;
    assert_eq!(said_of_code(), "1 found");
    press_key(&input, "ArrowDown");
    frame().await;
    press_key(&input, "Enter");
    until("the code", || value(NZSCED) == "050501" && fields_of_study().is_empty()).await;
    assert_eq!((said_of_code().as_str(), focused().as_str()), ("050501: Forestry Studies", "field-nzsced"));
    until("the code to be right", || is_in("LIST-10", MET) && is_in("LIST-11", MET)).await;
    assert!(kept("waymark.draft").contains(r#""nzsced": "050501""#), "{}", kept("waymark.draft"));
}

#[test]
async fn of_a_narrow_field_of_study_no_digits_are_made_up() {
    let _app = open("/draft?on=2026-11-21").await;
    fill_in("Kind of organisation", "pte");
    let input = control(NZSCED);
    input.focus().unwrap();
    enter(&input, "first aid");
    until("the offer", || fields_of_study().len() == 1).await;
    assert_eq!(fields_of_study(), ["0699: Other Health The first four of six digits"]);
    all("[role=option]")[0].click();
    until("its digits", || value(NZSCED) == "0699").await;
    assert!(said_of_code().starts_with("0699: Other Health. "), "{}", said_of_code());
    until("it to be too short", || is_in("LIST-10", BROKEN)).await;
    assert!(notes(NZSCED).contains("0699"));
    enter(&input, "069999");
    until("where it lies", || said_of_code() == "Within 0699: Other Health").await;
}

#[test]
async fn what_is_no_code_is_kept_and_said() {
    let _app = open("/draft").await;
    for (typed, said) in [
        ("zzz", "No field of study found for “zzz”. Try another word, or type the six digits."),
        ("50301", ""),
        ("130101", ""),
        ("", ""),
    ] {
        fill_in(NZSCED, typed);
        until(typed, || said_of_code() == said).await;
        assert_eq!((value(NZSCED).as_str(), fields_of_study().len()), (typed, 0));
    }
}
