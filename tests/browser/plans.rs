//! The plans that somebody keeps: kept by a name, compared, opened, renamed and taken away.

use crate::person::{
    all, all_in, button, control, fill_in, focused, focused_name, frame, heading, kept, messages, press,
    press_key, reopen, says, storage, text_in, text_of, undo, until, value,
};
use crate::stubs::{change_elsewhere, come_back, refuse_storage, refuse_storage_under, run};
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::domain::pathways::KeptPlans;

const RECORD: &str = "waymark.pathways";
const PLANS: &str = "waymark.plans";
const CERTIFICATE: &str = "New Zealand Certificate in Forestry Leadership (Level 5)";
const FORESTRY: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5\ncore-forestry-leadership";

/// The names of the plans that the device keeps.
fn kept_names() -> Vec<String> {
    KeptPlans::read(&kept(PLANS)).unwrap().iter().map(|plan| plan.name.clone()).collect()
}

/// A file with one plan for the certificate, by its name and its step.
fn file(name: &str, step: &str) -> String {
    format!(
        r#"{{ "format": "waymark.plans/1", "plans": [{{ "name": "{name}", "prefer": "credits", "hours_a_week": 20,
            "pathway": {{ "goals": ["q-new-zealand-certificate-in-forestry-leadership-level-5"],
                          "holdings": [{{ "credential": "core-forestry-leadership" }}] }},
            "steps": [{{ "credential": "{step}" }}] }}] }}"#
    )
}

/// Opens the page on a device that keeps a record and plans.
async fn open_with(record: &str, plans: &str) -> crate::person::Shown {
    storage().clear().unwrap();
    storage().set_item(RECORD, record).unwrap();
    if !plans.is_empty() {
        storage().set_item(PLANS, plans).unwrap();
    }
    let app = reopen("/pathways").await;
    until("the register", || heading("What you’ve done").is_some()).await;
    frame().await;
    app
}

/// Keeps the way on screen by a name.
async fn keep(name: &str) {
    press("Keep this plan");
    until("the form", || focused() == "plan-name").await;
    fill_in("Name of the plan", name);
    press("Save");
    until("it to be kept", || focused() == "keep-plan").await;
}

/// What of the text that is typed into is selected: typing replaces it.
fn selected() -> String {
    let script = "const { value, selectionStart, selectionEnd } = document.activeElement;
        return value.slice(selectionStart, selectionEnd)";
    run(script).as_string().unwrap()
}

/// Unfolds the comparison.
async fn compare() {
    all(".plans summary")[0].click();
    until("the table", || !all(".plans table").is_empty()).await;
}

/// The cells of a row of the comparison.
fn row(name: &str) -> Vec<String> {
    let mut rows = all(".plans tbody tr").into_iter();
    let cells = rows.find(|row| text_in(&row.query_selector("th").unwrap().unwrap()) == name).unwrap();
    all_in(&cells, "td").iter().map(|cell| text_in(cell)).collect()
}

/// The names that head the columns of the comparison.
fn columns() -> Vec<String> {
    all(".plans thead th").iter().skip(1).map(|name| text_in(name)).collect()
}

#[test]
async fn a_way_is_kept_by_the_name_of_its_goal_or_another() {
    let _app = open_with(FORESTRY, "").await;
    until("the way", || button("Keep this plan").is_some()).await;
    assert!(heading("Your plans").is_none(), "there is none");
    press("Keep this plan");
    until("the form", || focused() == "plan-name").await;
    assert_eq!(value("Name of the plan"), CERTIFICATE);
    press("Save");
    until("it to be kept", || focused() == "keep-plan" && heading("Your plans").is_some()).await;
    assert_eq!(messages(), [format!("“{CERTIFICATE}” is kept.")]);
    press("Keep this plan");
    until("the form", || focused() == "plan-name").await;
    let free = format!("{CERTIFICATE} (2)");
    assert_eq!((value("Name of the plan"), selected()), (free.clone(), free));
    press_key(&control("Name of the plan"), "Escape");
    until("no form", || focused() == "keep-plan" && all(".holding-form").is_empty()).await;
    keep(" ").await;
    keep("The quick one").await;
    assert_eq!(
        kept_names(),
        [CERTIFICATE.to_owned(), format!("{CERTIFICATE} (2)"), "The quick one".to_owned()]
    );
    press("Keep this plan");
    until("the form", || focused() == "plan-name").await;
    press("Cancel");
    until("no form", || focused() == "keep-plan" && all(".holding-form").is_empty()).await;
    assert_eq!(kept_names().len(), 3);
    assert_eq!(kept(RECORD), FORESTRY, "the record stays as it is");
}

#[test]
async fn plans_are_compared_in_the_numbers_of_the_register() {
    let _app = open_with(FORESTRY, "").await;
    until("the ways", || all("input[name=way]").len() == 2).await;
    keep("Business").await;
    all("input[name=way]")[1].click();
    until("the other way", || text_of(".map-steps").contains("Operational Forestry Leadership")).await;
    keep("Operational").await;
    assert!(all(".plans table").is_empty(), "nothing is worked out before somebody asks");
    compare().await;
    assert_eq!(columns(), ["Business", "Operational"]);
    assert_eq!(row("Goal"), [CERTIFICATE, CERTIFICATE]);
    assert_eq!(row("Still to take"), ["One micro-credential"; 2]);
    assert_eq!(row("Credits"), ["40 credits"; 2]);
    assert_eq!(row("Time"), ["About 50 weeks at 8 hours a week"; 2]);
    assert_eq!(row("Fees"), ["Not stated"; 2]);
    assert_eq!(row("Counts"), ["By what sources state"; 2]);
    assert_eq!(row("Steps"), ["Business Forestry Leadership", "Operational Forestry Leadership"]);
}

#[test]
async fn a_plan_whose_steps_are_no_way_any_more_says_so() {
    let _app = open_with("\nlog-scaling", &file("Old", "gone-for-good")).await;
    until("the plans", || heading("Your plans").is_some()).await;
    compare().await;
    assert!(row("Still to take")[0].starts_with("These steps are no longer among the ways found."));
    assert_eq!(
        (row("Credits"), row("Fees")),
        (vec!["Not known now".to_owned()], vec!["Not known now".to_owned()])
    );
    assert_eq!(row("Steps"), ["gone-for-good"]);
}

#[test]
async fn a_plan_opens_beside_the_record() {
    let own = "\nlog-scaling";
    let plans = file("Mine", "operational-forestry-leadership");
    let _app = open_with(own, &plans).await;
    until("the plans", || heading("Your plans").is_some()).await;
    compare().await;
    press("Open Mine");
    until("the plan", || focused() == "trial-title" && says("This is your plan “Mine”.")).await;
    let chosen = || text_of(".map-steps").contains("Operational Forestry Leadership");
    until("its way", || chosen() && text_of(".answer-words").contains("at 20 hours a week")).await;
    press("Remove Core Forestry Leadership");
    until("the change", || text_of(".done-list").is_empty() || says("Nothing yet.")).await;
    assert_eq!((kept(RECORD), kept(PLANS)), (own.to_owned(), plans));
    press("Go back to my record");
    until("the record", || text_of(".done-list").contains("Log Scaling")).await;
    undo("Your record is on screen again.");
    until("the plan again", || says("This is your plan “Mine”.")).await;
    press("Make this my record");
    until("the record to be the plan's", || kept(RECORD).contains("forestry-leadership-level-5")).await;
}

#[test]
async fn plans_are_renamed_and_removed_and_had_back() {
    let _app = open_with(FORESTRY, "").await;
    until("the way", || button("Keep this plan").is_some()).await;
    for name in ["A", "B"] {
        keep(name).await;
    }
    compare().await;
    press("Rename A");
    until("the form", || focused() == "plan-name").await;
    fill_in("Name of the plan", "B");
    press("Save");
    until("the name", || columns() == ["B (2)", "B"] && focused() == "plans-title").await;
    assert_eq!(messages().last().unwrap(), "The plan is called “B (2)” now.");
    press("Remove B (2)");
    until("it to go", || columns() == ["B"] && focused() == "plans-title").await;
    assert_eq!(kept_names(), ["B"]);
    press("Undo");
    until("it to be back", || columns() == ["B (2)", "B"]).await;
    for name in ["B (2)", "B"] {
        press(&format!("Remove {name}"));
        until("it to go", || button(&format!("Remove {name}")).is_none()).await;
    }
    until("nothing", || heading("Your plans").is_none() && focused() == "main").await;
}

#[test]
async fn what_two_windows_keep_adds_up() {
    let _app = open_with(FORESTRY, "").await;
    until("the way", || button("Keep this plan").is_some()).await;
    storage().set_item(PLANS, &file("Theirs", "business-forestry-leadership")).unwrap();
    keep("Mine").await;
    assert_eq!(kept_names(), ["Theirs", "Mine"]);
    compare().await;
    change_elsewhere(PLANS, &file("Other", "business-forestry-leadership"));
    until("what the other window has", || columns() == ["Other"]).await;
    storage().set_item(PLANS, &file("Later", "business-forestry-leadership")).unwrap();
    come_back();
    until("what is kept", || columns() == ["Later"]).await;
    button("Remove Later").unwrap().focus().unwrap();
    let mut both = KeptPlans::read(&kept(PLANS)).unwrap();
    let other = KeptPlans::read(&file("Last", "operational-forestry-leadership")).unwrap();
    both.join(other);
    change_elsewhere(PLANS, &both.to_json());
    until("both", || columns() == ["Later", "Last"]).await;
    assert_eq!(focused_name(), "Remove Later", "what stays the same stays on screen");
}

#[test]
async fn a_device_that_keeps_no_plan_is_reported() {
    let _app = open_with(FORESTRY, "").await;
    until("the way", || button("Keep this plan").is_some()).await;
    let refused = refuse_storage();
    keep("Mine").await;
    until("the report", || says("This device doesn’t keep your plans as they are here")).await;
    assert!(messages()[0].starts_with("This device can’t keep “Mine”"), "{:?}", messages());
    change_elsewhere(PLANS, &file("Theirs", "business-forestry-leadership"));
    drop(refused);
    keep("Another").await;
    assert_eq!(kept_names(), ["Theirs", "Mine", "Another"]);
    until("no report", || !says("This device doesn’t keep your plans")).await;
}

#[test]
async fn plans_that_cannot_be_read_are_not_overwritten() {
    for unreadable in [r#"{"format":"waymark.plans/2","plans":[]}"#, "nonsense", "[]"] {
        let _app = open_with(FORESTRY, unreadable).await;
        until("the way", || button("Keep this plan").is_some()).await;
        assert!(heading("Your plans").is_none());
        keep("Mine").await;
        assert_eq!(kept_names(), ["Mine"]);
        assert_eq!(kept("waymark.plans.unreadable"), unreadable);
    }
}

#[test]
async fn what_cannot_be_read_is_put_aside_beside_what_was_put_aside_before() {
    let _app = open_with(FORESTRY, "first").await;
    until("the way", || button("Keep this plan").is_some()).await;
    keep("Mine").await;
    for unreadable in ["second", "third", "second"] {
        change_elsewhere(PLANS, unreadable);
        keep("Mine").await;
    }
    let aside = ["", ".2", ".3", ".4"].map(|number| kept(&format!("waymark.plans.unreadable{number}")));
    assert_eq!(aside, ["first", "second", "third", ""]);
    storage().set_item(PLANS, "fourth").unwrap();
    let refused = refuse_storage_under("waymark.plans.unreadable.4");
    keep("Mine").await;
    drop(refused);
    assert_eq!(kept(PLANS), "fourth", "what has no place elsewhere stays");
    assert!(says("This device doesn’t keep your plans as they are here"));
}
