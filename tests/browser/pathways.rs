//! The pathways page: what somebody has done, where it leads, and what a goal still asks for.

use crate::person::{
    all, all_in, button, control, enter, fill_in, focused, follow, frame, heading, kept, link, messages,
    name_of, open, press, press_key, query_and_fragment, reopen, says, storage, text_in, text_of, until,
    value,
};
use crate::stubs::{
    answer, answer_half, catch_what_leaves, change_elsewhere, come_back, copied, downloaded,
    refuse_clipboard, refuse_storage,
};
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::domain::pathways::Pathway;

pub const KEPT: &str = "waymark.pathways";
pub const CORE: &str = "Core Forestry Leadership";
pub const CERTIFICATE: &str = "New Zealand Certificate in Forestry Leadership (Level 5)";
pub const CERTIFICATE_KEY: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5";
const SEARCH: &str = "Add something you’ve done";

/// What the page says has been done.
pub fn done() -> Vec<String> {
    all(".done-list:not([hidden]) li a").iter().map(|title| text_in(title)).collect()
}

/// The goals and holdings that the device keeps.
pub fn kept_pathway() -> (Vec<String>, Vec<String>) {
    let (pathway, problems) = Pathway::read(&kept(KEPT)).unwrap();
    assert_eq!(problems, []);
    (pathway.goals, pathway.holdings.iter().map(|held| held.name().to_owned()).collect())
}

/// The holdings that the device keeps.
pub fn kept_holdings() -> Vec<String> {
    kept_pathway().1
}

/// The ways to the goal, each as its text.
pub fn ways() -> Vec<String> {
    all(".way-choice").iter().map(|way| text_in(way)).collect()
}

/// The answer.
fn answer_words() -> String {
    text_of(".answer-words")
}

/// The steps of the map's list, each as its text.
fn steps() -> Vec<String> {
    all(".map-steps li").iter().map(|step| text_in(step)).collect()
}

/// Opens the page on a device that keeps a pathway.
pub async fn open_with(kept: &str, address: &str) -> crate::person::Shown {
    storage().clear().unwrap();
    storage().set_item(KEPT, kept).unwrap();
    let app = reopen(address).await;
    until("the register", || heading("What you’ve done").is_some()).await;
    app
}

#[test]
async fn a_certificate_has_two_ways_from_what_is_done() {
    let _app = open("/pathways").await;
    until("the register", || heading("What you’ve done").is_some()).await;
    assert!(says("Nothing yet.") && says("No goal yet."));
    let search = control(SEARCH);
    fill_in(SEARCH, "core forestry leadership");
    until("the offer", || text_of("[role=option]").contains(CORE)).await;
    press_key(&search, "ArrowDown");
    press_key(&search, "Enter");
    until("what is done", || done() == [CORE]).await;
    assert_eq!(messages(), [format!("{CORE} added.")]);
    let goal = format!("Make this my goal: {CERTIFICATE}");
    until("where it leads", || button(&goal).is_some()).await;
    press(&goal);
    until("the ways", || ways().len() == 2).await;
    let answer = "Halfway there. One more micro-credential, 40 credits, about 50 weeks at 8 hours a week.";
    assert_eq!(answer_words(), answer);
    until("the focus to move to the answer", || focused() == "answer-title").await;
    assert_eq!(query_and_fragment(), "", "nothing that a person has or wants goes into the address");
    assert_eq!(
        kept_pathway(),
        (vec![CERTIFICATE_KEY.to_owned()], vec!["core-forestry-leadership".to_owned()])
    );
}

#[test]
async fn a_goal_can_be_searched_for_and_left() {
    let _app = open("/pathways").await;
    until("the register", || heading("Your goal").is_some()).await;
    fill_in("Find a goal", "forestry leadership");
    until("the offer", || text_of("[role=option]").contains(CERTIFICATE)).await;
    let mut offers = all("[role=option]").into_iter();
    offers.find(|offer| text_in(offer).contains(CERTIFICATE)).unwrap().click();
    until("the goal", || text_of(".goal-card").contains(CERTIFICATE) && focused() == "answer-title").await;
    until("the message", || !messages().is_empty()).await;
    assert_eq!(messages(), [format!("Your goal is now {CERTIFICATE}.")]);
    press("Choose another goal");
    until("no goal", || says("No goal yet.") && focused() == "goal-title").await;
    press("Undo");
    until("the goal again", || link(CERTIFICATE).is_some()).await;
}

#[test]
async fn progressions_promise_no_credit() {
    let _app = open_with("\nintroduction-to-aquaculture", "/pathways").await;
    until("where it leads", || heading("Where what you’ve done leads").is_some()).await;
    let names: Vec<String> =
        all_in(&all(".leads article")[0], "dt").iter().map(|name| text_in(name)).collect();
    assert!(names.contains(&"How sure".to_owned()), "{names:?}");
    assert!(!names.contains(&"Credit".to_owned()), "{names:?}");
}

#[test]
async fn a_standard_leads_to_what_asks_for_it() {
    let _app = open("/pathways#standard=32403").await;
    until("where it leads", || heading("Qualifications that ask for it").is_some()).await;
    let leads = text_of(".leads");
    assert!(leads.contains("NCEA Level 2") && leads.contains("Asks for Standard 32403."), "{leads}");
    press("Make this my goal: NCEA Level 2");
    until("the answer", || text_of(".answer").contains("NCEA Level 2")).await;
    until("no offer of it", || button("Make this my goal: NCEA Level 2").is_none()).await;
    assert!(button("Make this my goal: NCEA Level 3").is_some());
}

#[test]
async fn what_is_done_and_what_is_left_are_told_apart() {
    let _app = open_with(&format!("{CERTIFICATE_KEY}\ncore-forestry-leadership"), "/pathways").await;
    until("the steps", || steps().len() == 2).await;
    let has = |at: usize, words: &[&str]| words.iter().all(|words| steps()[at].contains(words));
    assert!(has(0, &[CORE, "Done", "Level 5", "40 credits"]), "{:?}", steps());
    assert!(has(1, &["Business Forestry Leadership", "To do", "Level 5", "40 credits"]), "{:?}", steps());
    all("input[name=way]")[1].click();
    until("the other way", || has(1, &["Operational Forestry Leadership"])).await;
    let shown = "The way by Operational Forestry Leadership is shown.";
    assert!(all("[role=status]").iter().any(|status| text_in(status) == shown));
    assert_eq!(text_of(".stop-now"), "If you stop now, 40 of 80 credits count.");
}

#[test]
async fn each_way_to_stand_has_its_sentence() {
    let milk = "q-new-zealand-certificate-in-agriculture-milk-harvesting-level-3";
    let road = "q-new-zealand-certificate-in-commercial-road-transport-level-2";
    for (kept, answer) in [
        (CERTIFICATE_KEY.to_owned(), "2 micro-credentials, 80 credits, about 100 weeks at 8 hours a week."),
        (
            format!(
                r#"{{ "goals": ["{CERTIFICATE_KEY}"], "holdings": [{{ "qualification": "{CERTIFICATE_KEY}" }}] }}"#
            ),
            "You’ve done all that the sources here ask for. Whether it’s enough, the provider decides.",
        ),
        (
            milk.to_owned(),
            "5 parts are left, for a provider to teach or judge. No micro-credential here is known to fill them.",
        ),
        (
            "gone-for-good".to_owned(),
            "This goal isn’t on this register. It may be on another. Choose one from the search.",
        ),
    ] {
        let app = open_with(&kept, "/pathways").await;
        until(answer, || answer_words() == answer).await;
        app.close();
    }
    let _app = open_with(road, "/pathways").await;
    until("the answer", || {
        answer_words().starts_with("No way to it is known here. No source on this register")
    })
    .await;
    assert!(heading("Ask before you start").is_some() && !all(".near-list li").is_empty());
    let question = text_of(".question");
    assert!(question.contains("New Zealand Certificate in Commercial Road Transport"), "{question}");
    let _caught = catch_what_leaves();
    press("Copy the question");
    until("it to be copied", || messages() == ["The question is copied."]).await;
    assert_eq!(copied(), question);
}

#[test]
async fn what_may_count_is_a_range() {
    let _app =
        open_with("q-ncea-level-3\npre-flight-security-specific-airline-requirements", "/pathways").await;
    until("the answer", || {
        answer_words()
            .starts_with("Nothing counts for sure yet: up to 30 credits may, if the provider agrees.")
    })
    .await;
    assert!(steps()[0].contains("May count"), "{:?}", steps());
}

#[test]
async fn hours_a_week_make_weeks() {
    let _app = open_with(&format!("{CERTIFICATE_KEY}\ncore-forestry-leadership"), "/pathways").await;
    until("the answer", || answer_words().contains("about 50 weeks at 8 hours a week")).await;
    let change = |text: &str| enter(&control("Hours a week"), text);
    change("12");
    until("fewer weeks", || answer_words().contains("about 34 weeks at 12 hours a week")).await;
    for nonsense in ["0", "61", "-3", "1.5", ""] {
        change(nonsense);
        until("what is wrong with it", || text_of("#hours-range").contains("From 1 to 60 hours a week"))
            .await;
        assert!(answer_words().contains("at 12 hours a week"), "{nonsense}");
        assert_eq!(value("Hours a week"), "12", "{nonsense}");
        change("12");
        until("nothing wrong", || text_of("#hours-range").is_empty()).await;
    }
}

#[test]
async fn how_plans_are_made_outlives_the_page_and_travels_in_a_link() {
    let own = format!("{CERTIFICATE_KEY}\ncore-forestry-leadership");
    let app = open_with(&own, "/pathways").await;
    until("the answer", || answer_words().contains("at 8 hours a week")).await;
    enter(&control("Hours a week"), "12");
    enter(&control("Put first"), "provider");
    until("fewer weeks", || answer_words().contains("at 12 hours a week")).await;
    assert_eq!(kept(KEPT), own, "the record says nothing of it");
    let _caught = catch_what_leaves();
    press("Copy a link to this pathway");
    until("the link", || copied().ends_with("&prefer=provider&hours_a_week=12")).await;
    let link = copied();
    let settings = kept("waymark.plan-settings");
    drop(app);
    storage().set_item(KEPT, &own).unwrap();
    storage().set_item("waymark.plan-settings", &settings).unwrap();
    let app = reopen("/pathways").await;
    until("the same", || answer_words().contains("at 12 hours a week") && value("Put first") == "provider")
        .await;
    assert!(!says("This pathway came with a link."));
    drop(app);
    storage().set_item("waymark.plan-settings", "hours_a_week=20").unwrap();
    let _app =
        reopen(link.split_once("/pathways").map(|(_, rest)| format!("/pathways{rest}")).unwrap().as_str())
            .await;
    until("those of the link", || answer_words().contains("at 12 hours a week")).await;
    enter(&control("Hours a week"), "30");
    until("others for the link", || answer_words().contains("at 30 hours a week")).await;
    assert_eq!(kept("waymark.plan-settings"), "hours_a_week=20", "the own ones stay");
}

#[test]
async fn the_arrow_keys_go_from_step_to_step() {
    let _app = open_with(&format!("{CERTIFICATE_KEY}\ncore-forestry-leadership"), "/pathways").await;
    until("the picture", || all(".stairs a").len() == 2).await;
    let reachable = || all(".stairs a[tabindex='0']").iter().map(|step| step.id()).collect::<Vec<_>>();
    assert_eq!(reachable(), ["map-stair-1"]);
    for (key, step) in [
        ("ArrowRight", "map-stair-2"),
        ("ArrowRight", "map-stair-2"),
        ("ArrowLeft", "map-stair-1"),
        ("End", "map-stair-2"),
        ("Home", "map-stair-1"),
    ] {
        press_key(&all(".stairs a[tabindex='0']")[0], key);
        until(key, || focused() == step && reachable() == [step]).await;
    }
    assert_eq!(name_of(&all(".stairs a")[0]), format!("1 {CORE}, Done, Level 5, 40 credits"));
    assert!(all(".stairs a")[0].get_attribute("href").unwrap().ends_with("/core-forestry-leadership"));
}

#[test]
async fn the_proof_names_what_counts_and_why_the_rest_does_not() {
    let kept = format!("{CERTIFICATE_KEY}\ncore-forestry-leadership\nlog-scaling");
    let _app = open_with(&kept, "/pathways").await;
    until("the proof", || text_of(".proof").contains("How this was worked out")).await;
    let proof = text_of(".proof");
    for words in [
        "Core Forestry Leadership Met 40 of 40 credits Counts: Core Forestry Leadership",
        "Strand: 1 of these",
        "Log Scaling No requirement takes it.",
        "Who says so",
    ] {
        assert!(proof.contains(words), "{words}: {proof}");
    }
}

#[test]
async fn an_entry_of_the_register_is_not_said_to_be_done() {
    let _app = open("/register/credential/core-forestry-leadership").await;
    until("the entry", || heading("Where it leads").is_some()).await;
    let states: Vec<String> = all(".part-state").iter().map(|state| text_in(state)).collect();
    assert!(states.contains(&"This one".to_owned()));
    assert!(
        !states.contains(&"Done".to_owned()) && !states.contains(&"Still to do".to_owned()),
        "{states:?}"
    );
    assert_eq!(all(".steps rect.done").len(), 0);
    press("I’ve done this: see where it leads");
    until("the pathways", || done() == [CORE]).await;
}

#[test]
async fn what_is_done_can_be_taken_away_and_had_back() {
    let _app = open_with("\ncore-forestry-leadership\nlog-scaling", "/pathways").await;
    until("both", || done().len() == 2).await;
    press(&format!("Remove {CORE}"));
    until("one", || done().len() == 1).await;
    assert_eq!(focused(), "done-title");
    assert_eq!(messages(), [format!("{CORE} removed.")]);
    press("Undo");
    until("both", || done().len() == 2).await;
    assert_eq!(kept_holdings(), ["core-forestry-leadership", "log-scaling"]);
    let removes: Vec<String> = all(".done-list .icon-only").iter().map(|button| name_of(button)).collect();
    for remove in &removes {
        press(remove);
        until(remove, || button(remove).is_none()).await;
    }
    until("nothing", || says("Nothing yet.")).await;
    assert!(heading("Where what you’ve done leads").is_none());
}

#[test]
async fn a_link_never_takes_the_place_of_an_own_pathway() {
    let own = "\nlog-scaling";
    let _app = open_with(own, "/pathways#hold=core-forestry-leadership").await;
    until("the shared pathway", || done() == [CORE]).await;
    assert!(says("This pathway came with a link. Your own pathway is kept as it is."));
    press(&format!("Make this my goal: {CERTIFICATE}"));
    until("a goal for the shared pathway", || link(CERTIFICATE).is_some()).await;
    assert_eq!(kept(KEPT), own);
    until("the answer to have the focus", || focused() == "answer-title").await;
    press("Show mine");
    until("the own pathway", || done().len() == 1 && done() != [CORE]).await;
    assert!(!says("This pathway came with a link."));
    assert_eq!(query_and_fragment(), "");
}

#[test]
async fn a_shared_pathway_can_be_adopted_and_that_undone() {
    let _app = open_with("\nlog-scaling", "/pathways#hold=core-forestry-leadership").await;
    until("the shared pathway", || done() == [CORE]).await;
    press("Use this one instead of mine");
    until("it to be the own", || kept_holdings() == ["core-forestry-leadership"]).await;
    until("no link", || query_and_fragment().is_empty() && !says("This pathway came with a link.")).await;
    assert_eq!(done(), [CORE]);
    assert_eq!(messages(), ["This pathway is yours now."]);
    press("Undo");
    until("the pathway before", || kept_holdings() == ["log-scaling"]).await;
    until("the link's pathway", || says("This pathway came with a link.")).await;
}

#[test]
async fn who_has_no_pathway_can_go_on_with_a_shared_one() {
    let _app = open("/pathways#hold=core-forestry-leadership&hold=core-forestry-leadership").await;
    until("the shared pathway", || done() == [CORE]).await;
    assert!(button("Show mine").is_none(), "there is none");
    assert!(says("You have none of your own on this device") && button("Make this my record").is_some());
    assert!(!says("instead of mine"));
    assert_eq!(kept(KEPT), "", "a link alone changes nothing");
    press(&format!("Make this my goal: {CERTIFICATE}"));
    until("it to be the own", || !kept(KEPT).is_empty()).await;
    assert_eq!(
        kept_pathway(),
        (vec![CERTIFICATE_KEY.to_owned()], vec!["core-forestry-leadership".to_owned()])
    );
    until("no notice", || !says("This pathway came with a link.")).await;
    until("no link in the address", || query_and_fragment().is_empty()).await;
}

#[test]
async fn a_link_may_hold_a_qualification() {
    let _app = open("/pathways#hold=q-ncea-level-2&goal=q-ncea-level-2").await;
    until("the answer", || text_of(".answer").contains("You’ve done all")).await;
    assert!(text_of(".done-list").contains("Qualification"), "{}", text_of(".done-list"));
}

#[test]
async fn an_old_link_moves_to_the_fragment() {
    let _app = open(&format!("/pathways?hold=core-forestry-leadership&goal={CERTIFICATE_KEY}")).await;
    until("the shared pathway", || done() == [CORE] && ways().len() == 2).await;
    assert_eq!(query_and_fragment(), format!("#hold=core-forestry-leadership&goal={CERTIFICATE_KEY}"));
}

#[test]
async fn a_pathway_is_shared_by_fragment() {
    let _app = open_with(&format!("{CERTIFICATE_KEY}\ncore-forestry-leadership"), "/pathways").await;
    let _caught = catch_what_leaves();
    press("Copy a link to this pathway");
    until("the message", || messages() == ["The link is copied."]).await;
    let address = format!("/pathways#hold=core-forestry-leadership&goal={CERTIFICATE_KEY}");
    assert!(copied().ends_with(&address) && copied().starts_with("http"), "{}", copied());
    let _refused = refuse_clipboard();
    press("Copy a link to this pathway");
    let refused = format!("Your browser doesn’t allow copying. This is the link: {}", copied());
    until("the link itself", || messages().last() == Some(&refused)).await;
}

#[test]
async fn another_windows_pathway_is_shown() {
    let _app = open_with("\nlog-scaling", "/pathways").await;
    change_elsewhere(KEPT, "\ncore-forestry-leadership");
    until("the other pathway", || done() == [CORE]).await;
}

#[test]
async fn what_the_device_refused_joins_what_another_window_saves() {
    let _app = open_with("\nlog-scaling", "/pathways").await;
    let refused = refuse_storage();
    add("growsafe").await;
    until("both", || done().len() == 2 && says("This device doesn’t keep it")).await;
    change_elsewhere(KEPT, "\ncore-forestry-leadership");
    until("all three", || done().len() == 3 && done()[0] == CORE).await;
    press(&format!("Remove {CORE}"));
    until("what is left", || done().len() == 2 && !done().contains(&CORE.to_owned())).await;
    drop(refused);
    add("shearing essentials").await;
    until("it to be kept", || kept_holdings().len() == 3).await;
    assert_eq!(kept_holdings()[0], "log-scaling");
}

/// Adds the first micro-credential that a search offers.
pub async fn add(words: &str) {
    fill_in(SEARCH, words);
    until(words, || !all("[role=option]").is_empty()).await;
    all("[role=option]")[0].click();
    until("it to be chosen", || all("[role=option]").is_empty()).await;
}

#[test]
async fn a_stale_window_keeps_what_another_added() {
    let _app = open_with("\nlog-scaling", "/pathways").await;
    storage().set_item(KEPT, "\nlog-scaling\ncore-forestry-leadership").unwrap();
    add("growsafe").await;
    until("all three", || done().len() == 3).await;
    assert_eq!(kept_holdings()[..2], ["log-scaling", "core-forestry-leadership"]);
}

#[test]
async fn a_page_that_comes_back_shows_what_is_kept() {
    let _app = open_with("\nlog-scaling", "/pathways").await;
    storage().set_item(KEPT, "\ncore-forestry-leadership").unwrap();
    come_back();
    until("what is kept", || done() == [CORE]).await;
}

#[test]
async fn the_focus_is_not_lost_while_the_register_loads() {
    storage().clear().unwrap();
    storage().set_item(KEPT, "\nlog-scaling").unwrap();
    answer_half("/register.json", false);
    let _app = reopen("/pathways#hold=core-forestry-leadership").await;
    let choice = "Use this one instead of mine";
    until("the choice", || button(choice).is_some()).await;
    button(choice).unwrap().focus().unwrap();
    press(choice);
    until("the choice to go", || button(choice).is_none() && focused() == "main").await;
}

#[test]
async fn what_is_kept_twice_is_shown_once() {
    let _app = open_with("\ncore-forestry-leadership\ncore-forestry-leadership", "/pathways").await;
    until("what is done", || done() == [CORE]).await;
}

#[test]
async fn undoing_keeps_what_was_done_since() {
    let _app =
        open_with(&format!("{CERTIFICATE_KEY}\ncore-forestry-leadership\nlog-scaling"), "/pathways").await;
    press(&format!("Remove {CORE}"));
    until("one", || done().len() == 1).await;
    add("growsafe").await;
    until("another", || done().len() == 2).await;
    press("Choose another goal");
    until("no goal", || says("No goal yet.")).await;
    assert_eq!(messages().first(), Some(&format!("{CORE} removed.")));
    press("Undo");
    until("all three", || done().len() == 3).await;
    assert_eq!(kept_holdings()[..2], ["core-forestry-leadership", "log-scaling"]);
    press("Undo");
    until("what was added to go", || done().len() == 2).await;
    assert_eq!(kept_holdings(), ["core-forestry-leadership", "log-scaling"]);
    press("Undo");
    until("the goal again", || link(CERTIFICATE).is_some()).await;
}

#[test]
async fn a_device_that_keeps_no_pathway_is_reported() {
    let _app = open_with("\nlog-scaling", "/pathways").await;
    assert!(says("Kept on this device only."));
    let _refused = refuse_storage();
    press(&name_of(&all(".done-list .icon-only")[0]));
    until("the report", || says("This device doesn’t keep it") && done().is_empty()).await;
}

#[test]
async fn what_is_not_on_the_register_is_named_by_its_key() {
    let _app = open_with("gone-for-good\ngone-too", "/pathways").await;
    until("what is done", || text_of(".done-list").contains("gone-too")).await;
    assert!(text_of(".goal-card").contains("gone-for-good"));
    press("Remove gone-too");
    until("nothing", || says("Nothing yet.")).await;
}

#[test]
async fn pathways_wait_for_the_register() {
    answer("/register.json", 0, "");
    let _app = open("/pathways").await;
    until("the message", || text_of("[role=alert]").contains("couldn’t be reached")).await;
    follow("Draft");
    until("the draft page", || heading("Check a draft").is_some()).await;
}

#[test]
async fn a_link_brings_everything_that_somebody_has() {
    let link = "/pathways#hold=core-forestry-leadership&completed=2024-05-01&standard=27360&level=3&credits=5\
                &qualification=q-ncea-level-2&other=First%20aid%20%26%20more&source=Somebody&prior_learning=%41%2B%C4%81";
    let _app = open(link).await;
    until("what is done", || all(".done-list li").len() == 5).await;
    let items = text_of(".done-list");
    for text in [CORE, "NCEA Level 2", "First aid & more", "A+ā"] {
        assert!(items.contains(text), "{text}: {items}");
    }
    let _caught = catch_what_leaves();
    press("Copy a link to this pathway");
    until("the message", || messages() == ["The link is copied."]).await;
    assert!(copied().ends_with(&link.replace("%41", "A")), "{}", copied());
}

#[test]
async fn what_is_too_much_for_a_link_is_a_file() {
    let file = |count: usize| {
        let holdings: Vec<String> = (0..count)
            .map(|number| format!(r#"{{"other":"Something synthetic, number {number}"}}"#))
            .collect();
        format!(r#"{{"format":"waymark.holdings/1","holdings":[{}]}}"#, holdings.join(","))
    };
    let _app = open_with(&file(60), "/pathways").await;
    until("the reason", || says("Some programs cut off links after 2000")).await;
    assert!(button("Copy a link to this pathway").is_none());
    let _caught = catch_what_leaves();
    press("Save it as a file to send");
    let (name, text) = downloaded().await;
    assert_eq!(name, "waymark-record.json");
    assert_eq!(Pathway::read(&text).unwrap().0.holdings.len(), 60);
}

#[test]
async fn what_cannot_be_read_is_not_overwritten() {
    let newer = r#"{"format":"waymark.holdings/2","holdings":[]}"#;
    let _app = open_with(newer, "/pathways").await;
    until("nothing", || says("Nothing yet.")).await;
    add("growsafe").await;
    until("it to be kept", || kept(KEPT).contains("growsafe")).await;
    assert_eq!(kept("waymark.pathways.unreadable"), newer);
}

#[test]
async fn one_search_adds_every_kind() {
    let _app = open_with("", "/pathways").await;
    for (words, title) in
        [("ncea level 2", "NCEA Level 2"), ("1989", "1989 Research small business operations")]
    {
        fill_in(SEARCH, words);
        until(title, || text_of("[role=option]").contains(title)).await;
        all("[role=option]")[0].click();
        until("it to be chosen", || all("[role=option]").is_empty()).await;
    }
    assert_eq!(kept_holdings(), ["q-ncea-level-2", "1989"]);
    let items = text_of(".done-list");
    assert!(items.contains("Qualification. Level 2, 80 credits"), "{items}");
    assert!(items.contains("Standard 1989. Level 4, 5 credits"), "{items}");
    assert!(text_of(".totals").contains("Level 4, 5 credits"), "{}", text_of(".totals"));
    assert!(text_of(".totals").contains("1 isn’t in it"), "{}", text_of(".totals"));
}

#[test]
async fn what_is_mistyped_offers_the_closest_and_a_way_on() {
    let _app = open_with("", "/pathways").await;
    fill_in(SEARCH, "forestery leadrship");
    until("the closest", || text_of("[role=listbox]").contains(CORE)).await;
    assert!(text_of("#add-status").starts_with("Nothing called “forestery leadrship” here."));
    fill_in(SEARCH, "xyzzy");
    until("that there is nothing", || text_of("#add-status") == "Nothing called “xyzzy” here.").await;
    let ways_on = all(".asked p:not([hidden]) a");
    assert!(ways_on.iter().any(|link| text_in(link).contains("by subject")));
    fill_in("Find a goal", "forestry leadership");
    until("what is known", || text_of("#goal-list").contains("2 ways known")).await;
    fill_in("Find a goal", "real estate");
    until("that nothing is known", || !text_of("#goal-list").is_empty()).await;
}

#[test]
async fn what_is_known_of_a_holding_can_be_changed_and_had_back() {
    let _app = open_with("\ncore-forestry-leadership", "/pathways").await;
    frame().await;
    press(&format!("Edit {CORE}"));
    until("the form", || focused() == "held-completed").await;
    fill_in("Completed on (optional)", "2024-05-01");
    press("Save");
    until("the day", || text_of(".done-list").contains("Completed on 1 May 2024")).await;
    assert!(kept(KEPT).contains("\"completed\": \"2024-05-01\""), "{}", kept(KEPT));
    assert_eq!(messages(), [format!("{CORE} changed.")]);
    assert_eq!(focused(), "done-title");
    press("Undo");
    until("no day", || !text_of(".done-list").contains("Completed")).await;
}

#[test]
async fn something_else_has_a_form_of_its_own() {
    let _app = open_with("", "/pathways").await;
    // A page that is entered takes the focus with the next picture.
    frame().await;
    press("Add something else");
    until("the form", || focused() == "held-title").await;
    press("Save");
    until("what is missing", || says("Say what it’s called.") && focused() == "held-title").await;
    fill_in("What is it called?", "A made-up course");
    fill_in("Credits (optional)", "12");
    fill_in("Who awarded it? (optional)", "Nobody");
    press("Save");
    until("it to be there", || text_of(".done-list").contains("A made-up course")).await;
    assert!(text_of(".done-list").contains("12 credits. From Nobody"), "{}", text_of(".done-list"));
    press("Add what you can do");
    until("the form", || focused() == "held-title").await;
    fill_in("What can you do?", "Run a sawmill");
    press("Cancel");
    until("no form", || all(".holding-form").is_empty() && focused() == "done-title").await;
    assert_eq!(kept_holdings(), ["A made-up course"]);
}

#[test]
async fn somebody_with_nothing_sees_what_is_possible() {
    let _app = open_with("", "/pathways").await;
    until("the ways in", || heading("Show me what’s possible").is_some()).await;
    let possible = text_of(".possible");
    for text in [CERTIFICATE, "2 ways known", "Health", "Level 3. Certificates and NCEA Level 3"] {
        assert!(possible.contains(text), "{text}: {possible}");
    }
    let fits = || text_of(".possible-list");
    fill_in("What are you interested in?", "looking after animals");
    until("what fits", || fits().contains("Rural Pest Animal Control")).await;
    assert!(fits().starts_with("Agriculture, Environmental and Related Studies"), "{}", fits());
    fill_in("What are you interested in?", "forestry");
    until("a link to all of them", || !all("a[href='/register?q=forestry']").is_empty()).await;
    fill_in("What are you interested in?", "xyzzy");
    until("that nothing does", || says("Nothing fits “xyzzy” here. Try another word")).await;
    add("growsafe").await;
    until("them to go", || heading("Show me what’s possible").is_none()).await;
}

#[test]
async fn credits_to_choose_stand_apart_from_judgements() {
    let _app = open_with("q-new-zealand-apprenticeship", "/pathways").await;
    let answer = "Another 120 credits are needed, and no source here says which: choose them with your provider. \
                  One more part is for a provider to teach or judge. No micro-credential here is known to fill them.";
    until("the answer", || answer_words() == answer).await;
    assert!(heading("Credits to choose with your provider").is_some());
    let left = all(".left-list").iter().map(|list| text_in(list)).collect::<Vec<_>>();
    assert!(left[0].starts_with("One of these: 120 credits at level 4 from qualifications or"), "{left:?}");
    assert_eq!(left[1], "Employed in the occupation with an agreed training plan");
    assert!(!text_of(".proof").contains("0 of 0"));
    assert!(says("Ask a provider that teaches it. The developer that its source names is Tertiary"));
}

#[test]
async fn a_question_says_what_is_done_in_part_or_not_assessed() {
    let kept = format!(
        r#"{{ "goals": ["{CERTIFICATE_KEY}"], "holdings": [{{ "credential": "core-forestry-leadership" }},
             {{ "prior_learning": "I ran a crew for ten years" }}] }}"#
    );
    let _app = open_with(&kept, "/pathways").await;
    let held = format!("I’ve completed {CORE}. Nobody has assessed this yet: I ran a crew for ten years.");
    until("the question", || text_of(".question").contains(&held)).await;
}

#[test]
async fn what_somebody_says_of_a_holding_is_on_the_map() {
    let kept = r#"{ "goals": ["q-ncea-level-2"], "holdings": [
        { "standard": "99999", "level": 2, "credits": 4 }, { "standard": "99998", "level": 2 }] }"#;
    let _app = open_with(kept, "/pathways").await;
    until("the steps", || steps().iter().any(|step| step.contains("99999"))).await;
    let step = |id: &str| steps().into_iter().find(|step| step.contains(id)).unwrap_or_default();
    assert!(step("99999").contains("Level 2") && step("99999").contains("4 credits"), "{:?}", steps());
    assert!(!step("99998").contains("0 credits"), "{:?}", steps());
}

#[test]
async fn escape_leaves_the_form_of_a_holding() {
    let _app = open_with("\ncore-forestry-leadership", "/pathways").await;
    press(&format!("Edit {CORE}"));
    until("the form", || all(".holding-form").len() == 1).await;
    press_key(&all(".holding-form input")[0], "Escape");
    until("no form", || all(".holding-form").is_empty() && focused() == "done-title").await;
}
