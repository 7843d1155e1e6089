//! How a draft is kept: nothing that somebody wrote is lost, whatever windows, files and the device do.

use crate::person::{
    all, all_in, button, by_id, choose, choose_file, control, fill_in, focused, follow, frame, group, kept,
    messages, open, press, reopen, says, storage, text_in, text_of, until, value, window,
};
use crate::stubs::{
    answer, answer_bytes, answer_half, catch_what_leaves, change_elsewhere, come_back, downloaded,
    refuse_storage,
};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test as test;

const KEPT: &str = "waymark.draft";
const VERSIONS: &str = "waymark.draft.versions";
const EXAMPLE: &str = "/examples/pre_flight_security.json";
const PRE_FLIGHT: &str = include_str!("../../public/examples/pre_flight_security.json");
const VACCINATOR: &str = include_str!("../../public/examples/vaccinator.json");
const TRYING: &str = "You’re trying an example. Your own draft is as you left it";
const ELSEWHERE: &str = "Another window changed this draft.";

fn draft(title: &str) -> String {
    json!({ "format": "waymark.draft/1", "title": title }).to_string()
}

/// A list of earlier versions, newest first, each with its reason and the title of its draft.
fn list_of(versions: &[(&str, &str)]) -> String {
    let version = |(reason, title): &(&str, &str)| json!({ "put_aside": "2026-11-20T23:00:00.000Z", "reason": reason, "text": draft(title) });
    Value::from(versions.iter().map(version).collect::<Vec<_>>()).to_string()
}

/// The earlier versions on the page, each as it is called there.
fn versions() -> Vec<String> {
    all(".versions:not([hidden]) li strong").iter().map(|title| text_in(title)).collect()
}

/// Presses the button that restores the earlier version with a title.
fn restore(title: &str) {
    let name = format!("Restore {title}, ");
    let buttons = all("button[aria-label]").into_iter();
    let mut buttons = buttons.filter(|button| button.get_attribute("aria-label").unwrap().starts_with(&name));
    buttons.next().unwrap_or_else(|| panic!("nothing restores {title}")).click();
}

#[test]
async fn each_change_is_saved_at_once() {
    let app = open("/draft").await;
    assert!(says("Changes are saved on this device."));
    for title in ["T", "Tr", "Tree planting"] {
        fill_in("Title", title);
        assert!(kept(KEPT).contains(&format!("\"title\": \"{title}\"")), "{}", kept(KEPT));
    }
    until("the draft to be saved", || says("Saved on this device.")).await;
    app.close();
    let _app = reopen("/draft").await;
    until("the saved draft", || value("Title") == "Tree planting").await;
}

#[test]
async fn a_device_that_does_not_keep_the_draft_is_reported() {
    let _app = open("/draft").await;
    let refused = refuse_storage();
    fill_in("Title", "Tree planting");
    until("the warning", || text_of("[role=alert]").contains("This device doesn’t save the draft")).await;
    assert_eq!(value("Title"), "Tree planting");
    assert!(!says("Saved on this device."));
    drop(refused);
    fill_in("Title", "Tree planting again");
    until("the draft to be saved", || says("Saved on this device.") && all("[role=alert]").is_empty()).await;
}

#[test]
async fn what_another_window_saves_is_shown() {
    let _app = open("/draft").await;
    fill_in("Title", "First words");
    change_elsewhere(KEPT, &draft("An hour of work"));
    until("the other draft", || value("Title") == "An hour of work").await;
    assert!(says(ELSEWHERE));
    fill_in("Title", "An hour of work!");
    until("it to be saved", || kept(KEPT).contains("An hour of work!")).await;
    assert_eq!(versions(), [""; 0], "nothing was lost, so nothing is put aside");
    change_elsewhere(KEPT, "{ half a dra");
    frame().await;
    assert_eq!(value("Title"), "An hour of work!");
    fill_in("Title", "Mine");
    until("what could not be read", || versions() == ["A draft that this version of Waymark can’t read"])
        .await;
}

#[test]
async fn a_stale_window_does_not_overwrite_newer_work() {
    let _app = open("/draft").await;
    fill_in("Title", "First words");
    storage().set_item(KEPT, &draft("An hour of work")).unwrap();
    fill_in("Title", "First words!");
    until("the other draft to be kept", || versions() == ["An hour of work"]).await;
    assert!(says(ELSEWHERE) && text_of(".versions").contains("saved by another window"));
    restore("An hour of work");
    until("the other draft", || value("Title") == "An hour of work").await;
    until("the first words to be kept", || versions() == ["First words!", "An hour of work"]).await;
}

#[test]
async fn a_page_that_comes_back_shows_what_is_saved() {
    let _app = open("/draft").await;
    fill_in("Title", "Before");
    storage().set_item(KEPT, &draft("Written meanwhile")).unwrap();
    storage().set_item(VERSIONS, &list_of(&[("replaced", "Put aside meanwhile")])).unwrap();
    come_back();
    until("what is saved", || value("Title") == "Written meanwhile").await;
    assert_eq!(versions(), ["Put aside meanwhile"]);
}

#[test]
async fn a_saved_draft_that_cannot_be_read_is_kept() {
    let newer = r#"{"format":"waymark.draft/2","title":"By a newer version"}"#;
    for (text, why) in [("{ half a dra", "not JSON"), (newer, "newer version of Waymark")] {
        storage().clear().unwrap();
        storage().set_item(KEPT, text).unwrap();
        let app = reopen("/draft").await;
        until("the notice", || text_of("[role=alert]").contains("can’t be read here")).await;
        assert!(says(why), "{why}");
        fill_in("Title", "Anew");
        app.close();
        let _app = reopen("/draft").await;
        until("the new draft", || value("Title") == "Anew").await;
        assert_eq!(versions(), ["A draft that this version of Waymark can’t read"]);
        assert!(all(".versions button").iter().all(|button| text_in(button) == "Download"));
        let _caught = catch_what_leaves();
        all(".versions button")[0].click();
        assert_eq!(downloaded().await, ("waymark-draft.json".to_owned(), text.to_owned()));
    }
}

#[test]
async fn drafts_kept_before_there_was_a_list_are_in_it() {
    storage().clear().unwrap();
    storage().set_item("waymark.draft.before", &draft("Replaced long ago")).unwrap();
    storage().set_item("waymark.draft.unreadable", "{ half").unwrap();
    let app = reopen("/draft").await;
    let both = ["A draft that this version of Waymark can’t read", "Replaced long ago"];
    until("both", || versions() == both).await;
    app.close();
    let _app = reopen("/draft").await;
    assert_eq!(versions(), both, "once");
}

#[test]
async fn an_example_that_does_not_arrive_leaves_the_draft_alone() {
    let _app = open("/draft").await;
    fill_in("Title", "Mine");
    let refused = |status: u16| {
        format!("Pre-flight Security was not opened. The server didn’t give it (status {status}).")
    };
    answer(EXAMPLE, 503, "");
    choose("More", "Pre-flight Security").await;
    until("the refusal", || text_of("[role=alert]").contains(&refused(503))).await;
    for (why, breaks_off) in [("you may be offline", false), ("It broke off", true)] {
        if breaks_off {
            answer_half(EXAMPLE, true)
        } else {
            answer(EXAMPLE, 0, "")
        }
        choose("More", "Pre-flight Security").await;
        until(why, || text_of("[role=alert]").contains(why)).await;
    }
    answer_bytes(EXAMPLE, &[0xff, 0x00]);
    choose("More", "Pre-flight Security").await;
    until("no text", || text_of("[role=alert]").contains("isn’t a text file")).await;
    answer(EXAMPLE, 200, "<!DOCTYPE html>");
    choose("More", "Pre-flight Security").await;
    until("no draft", || text_of("[role=alert]").contains("not JSON")).await;
    press("Dismiss");
    until("no notice", || all("[role=alert]").is_empty()).await;
    assert_eq!(value("Title"), "Mine");
    assert_eq!(versions(), [""; 0]);
}

#[test]
async fn examples_are_tried_beside_the_own_draft() {
    let app = open("/draft").await;
    answer(EXAMPLE, 200, PRE_FLIGHT);
    answer("/examples/vaccinator.json", 200, VACCINATOR);
    fill_in("Title", "My own draft");
    let own = kept(KEPT);
    choose("More", "Pre-flight Security").await;
    until("the example", || value("Credits") == "30" && says(TRYING)).await;
    assert_eq!(window().location().pathname().unwrap(), "/draft/example");
    fill_in("Credits", "7");
    choose("More", "COVID-19 vaccinator").await;
    until("the next example", || text_of(".notice").starts_with("COVID-19 vaccinator")).await;
    assert_eq!((kept(KEPT), kept(VERSIONS)), (own, String::new()));
    assert!(all("input[type=file]").is_empty() && all(".versions").is_empty());
    follow("Back to your draft");
    until("the own draft", || value("Title") == "My own draft" && !says(TRYING)).await;
    app.close();
    let _app = reopen("/draft/example").await;
    until("the example after a reload", || text_of(".notice").starts_with("COVID-19 vaccinator")).await;
    press("Keep this as my draft");
    until("the own draft", || messages() == ["This is your draft now."] && !says(TRYING)).await;
    assert_eq!(versions(), ["My own draft"]);
    restore("My own draft");
    until("the own draft", || value("Title") == "My own draft").await;
    assert_eq!(messages(), ["The earlier version is back."]);
    assert_eq!(focused(), "page-title");
}

#[test]
async fn files_are_opened_beside_the_own_draft() {
    let _app = open("/draft").await;
    fill_in("Title", "Mine");
    let input = control("Open a draft file");
    choose_file(&input, "odd.json", r#"{"title":"Odd","colour":"red","shape":1}"#.as_bytes());
    until("the file", || value("Title") == "Odd").await;
    assert!(says("odd.json is open. 2 parts of it couldn’t be understood, and are kept as they are:"));
    assert!(says("“colour” isn’t something Waymark asks: “red”."));
    assert_eq!(versions(), ["Mine"]);
    choose_file(&input, "windows.json", b"{\"title\":\"Caf\xe9\"}");
    until("the file", || value("Title") == "Café").await;
    assert!(says("Its letters are in an old encoding (windows-1252): check those with macrons."));
    choose_file(&input, "list.json", b"[]");
    until("the refusal", || text_of("[role=alert]").contains("list.json was not opened.")).await;
    assert!(says("Your draft is unchanged.") && value("Title") == "Café");
    let newer = r#"{"format":"waymark.draft/2","title":"Newer"}"#;
    choose_file(&input, "newer.json", newer.as_bytes());
    until("the file to be kept", || says("The file is kept under “Earlier versions”.")).await;
    assert_eq!(versions(), ["A draft that this version of Waymark can’t read", "Mine"]);
    assert_eq!(value("Title"), "Café");
}

#[test]
async fn the_draft_can_be_taken_along() {
    let _app = open("/draft").await;
    assert!(button("Download draft").unwrap().has_attribute("disabled"));
    fill_in("Title", "Tree planting");
    until("something to download", || !button("Download draft").unwrap().has_attribute("disabled")).await;
    let _caught = catch_what_leaves();
    press("Download draft");
    let (name, text) = downloaded().await;
    assert_eq!((name.as_str(), text), ("waymark-draft.json", kept(KEPT)));
}

#[test]
async fn a_new_draft_can_be_undone() {
    let _app = open("/draft").await;
    fill_in("Title", "Mine");
    choose("More", "New draft").await;
    until("an empty draft", || value("Title").is_empty() && messages() == ["You have a new draft."]).await;
    fill_in("Title", "Begun anew");
    press("Undo");
    until("the draft before", || value("Title") == "Mine").await;
    until("the one begun to be kept", || versions().contains(&"Begun anew".to_owned())).await;
}

#[test]
async fn undoing_a_removal_keeps_what_was_typed_since() {
    let _app = open("/draft").await;
    let text = "What the learner can do";
    press("Add an outcome");
    until("an outcome", || group("Outcome 1").is_some()).await;
    fill_in(text, "A carefully written outcome");
    press("Remove outcome 1");
    until("the offer to undo", || messages() == ["Outcome 1 removed."]).await;
    assert!(group("Outcome 1").is_none());
    assert!(kept(VERSIONS).contains("A carefully written outcome"));
    press("Add an outcome");
    until("an outcome", || group("Outcome 1").is_some()).await;
    fill_in(text, "Written since");
    fill_in("Title", "Written since too");
    press("Undo");
    until("both outcomes", || group("Outcome 2").is_some()).await;
    let texts = || all("fieldset.entry textarea").iter().map(crate::person::value_of).collect::<Vec<_>>();
    until("their texts", || texts() == ["A carefully written outcome", "Written since"]).await;
    assert_eq!(value("Title"), "Written since too");
    assert!(button("Undo").is_none(), "it can be undone once");
    assert_eq!(messages(), ["Undone."]);
}

#[test]
async fn a_removal_is_not_undone_in_another_draft() {
    let _app = open("/draft").await;
    answer(EXAMPLE, 200, PRE_FLIGHT);
    let remove = async |words: &str| {
        press("Add an outcome");
        until("an outcome", || group("Outcome 1").is_some()).await;
        fill_in("What the learner can do", words);
        press("Remove outcome 1");
        until("the offer to undo", || button("Undo").is_some()).await;
    };
    remove("Written in mine").await;
    choose("More", "Pre-flight Security").await;
    until("the example", || value("Credits") == "30").await;
    until("the offer to go", || button("Undo").is_none()).await;
    follow("Back to your draft");
    until("the own draft", || !says(TRYING)).await;
    choose("More", "New draft").await;
    until("a new draft", || messages() == ["You have a new draft."]).await;
    remove("Written anew").await;
    change_elsewhere(KEPT, &draft("An hour of work"));
    until("the other draft", || value("Title") == "An hour of work").await;
    until("the offers to go", || button("Undo").is_none()).await;
    for words in ["Written in mine", "Written anew"] {
        assert!(!kept(KEPT).contains(words) && kept(VERSIONS).contains(words), "{words}");
    }
}

#[test]
async fn the_longest_list_keeps_own_drafts_before_removed_entries() {
    storage().clear().unwrap();
    let mut list = vec![("replaced", "Newest"), ("entry_removed", "Entry A")];
    let names: Vec<String> = (1..=27).map(|number| format!("Own {number}")).collect();
    list.extend(names.iter().map(|name| ("replaced", name.as_str())));
    list.push(("other_window", "Oldest"));
    storage().set_item(VERSIONS, &list_of(&list)).unwrap();
    let _app = reopen("/draft").await;
    until("the list", || versions().len() == 30 && says("Earlier versions (30)")).await;
    for (title, gone) in [("Thirty-first", "Entry A"), ("Thirty-second", "Oldest")] {
        fill_in("Title", title);
        choose("More", "New draft").await;
        until("it to be put aside", || versions()[0] == title).await;
        assert_eq!(versions().len(), 30);
        assert!(!versions().contains(&gone.to_owned()), "{gone}");
    }
    assert!(versions().contains(&"Own 27".to_owned()));
    assert_eq!(serde_json::from_str::<Value>(&kept(VERSIONS)).unwrap().as_array().unwrap().len(), 30);
}

#[test]
async fn a_version_that_the_device_refuses_stays_in_the_page() {
    let _app = open("/draft").await;
    fill_in("Title", "Mine");
    let refused = refuse_storage();
    choose("More", "New draft").await;
    until("it to be put aside", || versions() == ["Mine"]).await;
    assert!(text_of("[role=alert]").contains("This device doesn’t save the draft"));
    drop(refused);
    change_elsewhere(VERSIONS, &list_of(&[("replaced", "From elsewhere")]));
    until("the other window’s version", || versions().contains(&"From elsewhere".to_owned())).await;
    assert!(versions().contains(&"Mine".to_owned()), "it is only here");
}

#[test]
async fn earlier_versions_say_what_and_when_they_were() {
    storage().clear().unwrap();
    let list = list_of(&[("replaced", "One"), ("entry_removed", "Two"), ("other_window", "  ")]);
    storage().set_item(VERSIONS, &list).unwrap();
    let _app = reopen("/draft").await;
    until("the list", || versions().len() == 3).await;
    assert_eq!(versions(), ["One", "Two", "Untitled draft"]);
    let lines = all(".versions li");
    for (line, why) in
        lines.iter().zip(["another draft took its place", "an entry was removed", "another window"])
    {
        let line = text_in(line);
        assert!(line.contains("21 Nov 2026, 12:00") && line.contains(why), "{line}");
    }
    let names: Vec<String> = all_in(&by_id("page-title").parent_element().unwrap(), ".versions button")
        .iter()
        .map(|button| button.get_attribute("aria-label").unwrap())
        .collect();
    assert_eq!(names.len(), 6);
    assert!(names[0].starts_with("Restore One, 21 Nov") && names[1].starts_with("Download One, 21 Nov"));
}
