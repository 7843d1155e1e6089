//! Where what somebody has done should count: chosen in the proof, followed where nothing is lost, refused with its
//! cost, and undone.

use crate::pathways::{KEPT, open_with};
use crate::person::{
    Shown, all, button, control, enter, focused_name, frame, has_control_in, kept, press, reopen, storage,
    text_in, text_of, undo, until, value,
};
use crate::stubs::answer;
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::domain::pathways::{Pathway, Wish};

/// A synthetic register: first aid counts for the core or the electives of two qualifications, rope work for their
/// electives.
const REGISTER: &str = r#"{ "format": "waymark.register/1", "as_at": "synthetic",
    "credentials": [
        { "key": "first-aid", "title": "First Aid", "level": 4, "credits": 15, "source": "synthetic" },
        { "key": "rope-work", "title": "Rope Work", "level": 4, "credits": 15, "source": "synthetic" }],
    "qualifications": [
        { "key": "q", "title": "Q", "level": 4, "credits": 30, "source": "synthetic", "requirements": { "all": [
            { "id": "core", "credits": 15, "from": { "credentials": ["first-aid"] } },
            { "id": "electives", "credits": 15, "from": { "credentials": ["first-aid", "rope-work"] } }] } },
        { "key": "r", "title": "R", "level": 4, "credits": 45, "source": "synthetic", "requirements": { "all": [
            { "id": "core", "credits": 30, "from": { "credentials": ["first-aid", "rope-work"] } },
            { "id": "electives", "credits": 15, "from": { "credentials": ["first-aid"] } }] } }] }"#;
const MENU: &str = "First Aid counts for";

/// Opens the page with that register, and unfolds the proof.
async fn open(address: &str) -> Shown {
    storage().clear().unwrap();
    answer("/register.json", 200, REGISTER);
    let app = reopen(address).await;
    unfold().await;
    app
}

async fn unfold() {
    until("the proof", || !all(".proof").is_empty()).await;
    for summary in all(".proof > summary") {
        summary.click();
    }
    frame().await;
}

/// Whether each proof is unfolded.
fn is_unfolded() -> bool {
    all(".proof").iter().all(|proof| proof.has_attribute("open"))
}

/// Each requirement, as its text.
fn requirements() -> Vec<String> {
    all("li.requirement").iter().map(|requirement| text_in(requirement)).collect()
}

/// Whether something counts for the requirement at a place.
fn counts_at(place: usize, title: &str) -> bool {
    requirements()[place].contains(&format!("Counts: {title}"))
}

fn choose(requirement: &str) {
    let menu = control(MENU);
    menu.focus().unwrap();
    enter(&menu, requirement);
}

fn kept_wishes() -> Vec<Wish> {
    Pathway::read(&kept(KEPT)).unwrap().0.wishes
}

#[test]
async fn a_wish_that_costs_nothing_is_followed_kept_and_can_be_undone() {
    let ncea = r#"{ "goals": ["q-ncea-level-1"],
                    "holdings": [{ "standard": "32403", "level": 1, "credits": 10 }] }"#;
    let app = open_with(ncea, "/pathways").await;
    unfold().await;
    let menu = "Standard 32403 counts for";
    assert_eq!(value(menu), "");
    let counts = |id: &str| {
        let is_named =
            |text: &String| text.to_lowercase().contains(id) && text.contains("Counts: Standard 32403");
        requirements().iter().any(is_named)
    };
    for (wished, name) in [("credits", "60 credits"), ("co-requisite", "co requisite")] {
        control(menu).focus().unwrap();
        enter(&control(menu), wished);
        until(wished, || counts(name)).await;
        assert!(is_unfolded(), "what is looked at stays");
        assert_eq!((value(menu).as_str(), focused_name().as_str()), (wished, menu));
    }
    assert_eq!(text_of(".wish [role=status]"), "");
    assert_eq!(kept_wishes()[0].requirement, "co-requisite");
    undo("Standard 32403 should count for “Co requisite: All of these”.");
    until("the wish before", || value(menu) == "credits" && counts("60 credits")).await;
    enter(&control(menu), "");
    until("none", || kept_wishes().is_empty()).await;
    enter(&control(menu), "credits");
    app.close();
    let _app = reopen("/pathways").await;
    until("the wish", || !all(".wish").is_empty() && value(menu) == "credits").await;
}

#[test]
async fn a_wish_that_costs_something_is_refused_with_its_cost() {
    let _app = open("/pathways#hold=first-aid&hold=rope-work&goal=q").await;
    assert!(!has_control_in(&all(".proof")[0], "Rope Work counts for"), "it has no choice");
    choose("electives");
    let cost = "If First Aid counted for “15 credits (electives)”, 15 fewer credits would count and you’d no longer have \
                done all that the sources here ask for, so it counts where it helps most.";
    until("the cost", || text_of(".wish [role=status]") == cost).await;
    assert!(counts_at(0, "First Aid") && counts_at(1, "Rope Work"), "{:?}", requirements());
    assert!(is_unfolded() && value(MENU) == "electives" && focused_name() == MENU);
    press("Remove Rope Work");
    until("nothing to be lost", || text_of(".wish [role=status]").is_empty() && counts_at(1, "First Aid"))
        .await;
    press("Remove First Aid");
    until("the wish to go with it", || kept_wishes().is_empty() && all(".wish").is_empty()).await;
    undo("First Aid removed.");
    until("the wish to come back with it", || counts_at(1, "First Aid") && value(MENU) == "electives").await;
}

#[test]
async fn each_of_several_goals_has_wishes_of_its_own() {
    let _app = open("/pathways#hold=first-aid&goal=q&goal=r").await;
    until("both", || all(".wish").len() == 2).await;
    choose("core");
    until("the wish", || counts_at(0, "First Aid")).await;
    let wishes = kept_wishes();
    assert_eq!((wishes.len(), wishes[0].goal.as_deref()), (1, Some("q")));
    let values: Vec<_> = all(".wish select").iter().map(crate::person::value_of).collect();
    assert_eq!(values, ["core", ""]);
    assert!(is_unfolded());
}

#[test]
async fn a_wish_in_a_trial_leaves_the_record_alone_and_goes_into_a_plan() {
    let _app = open("/pathways#hold=first-aid&goal=q").await;
    press("Make this my record");
    until("an own record", || button("Try something out").is_some()).await;
    press("Try something out");
    until("the trial", || counts_at(1, "First Aid")).await;
    choose("core");
    until("the wish", || counts_at(0, "First Aid")).await;
    assert_eq!(kept_wishes(), []);
    press("Keep this plan");
    until("the form", || crate::person::focused() == "plan-name").await;
    press("Save");
    until("the plan", || kept("waymark.plans").contains("\"requirement\": \"core\"")).await;
    press("Go back to my record");
    until("the record", || value(MENU).is_empty() && counts_at(1, "First Aid")).await;
}
