//! What is tried out beside the record: it leaves that alone, and can become it.

use crate::pathways::{CERTIFICATE, CORE, KEPT, add, done, kept_holdings, open_with, ways};
use crate::person::{
    Shown, button, focused, follow, frame, heading, kept, messages, open, press, reopen, says, text_of, undo,
    until,
};
use crate::stubs::{change_elsewhere, run};
use wasm_bindgen_test::wasm_bindgen_test as test;

async fn try_out() {
    press("Try something out");
    until("the notice", || says("You’re trying something out.")).await;
}

/// Takes the only thing that is held out of a trial; the record that it leaves alone, and the app.
async fn try_without_log_scaling() -> (&'static str, Shown) {
    let own = "\nlog-scaling";
    let app = open_with(own, "/pathways").await;
    try_out().await;
    press("Remove Log Scaling");
    until("it to go", || done().is_empty()).await;
    (own, app)
}

#[test]
async fn what_is_tried_out_leaves_the_record_alone() {
    let own = "\nlog-scaling";
    let _app = open_with(own, "/pathways").await;
    assert!(says("Kept on this device only."));
    frame().await;
    press("Try something out");
    until("the notice", || focused() == "trial-title").await;
    assert!(says("You’re trying something out. Your record stays as it is."));
    assert!(!says("Kept on this device only.") && button("Try something out").is_none());
    add("core forestry leadership").await;
    until("both", || done().len() == 2).await;
    press(&format!("Make this my goal: {CERTIFICATE}"));
    until("the ways", || ways().len() == 2).await;
    press("Remove Log Scaling");
    until("one", || done() == [CORE]).await;
    assert_eq!(kept(KEPT), own);
    press("Go back to my record");
    until("the record", || done() == ["Log Scaling"] && focused() == "done-title").await;
    assert!(!says("You’re trying something out.") && says("No goal yet."));
    undo("Your record is on screen again.");
    until("what was tried out", || done() == [CORE] && ways().len() == 2).await;
    assert_eq!(kept(KEPT), own);
}

#[test]
async fn what_is_tried_out_can_become_the_record_and_that_be_undone() {
    let _app = open_with("\nlog-scaling\nshearing-essentials-junior", "/pathways").await;
    try_out().await;
    add("core forestry leadership").await;
    press("Remove Log Scaling");
    until("the trial", || done().len() == 2 && done()[1] == CORE).await;
    // What another window has done to the record since stays.
    change_elsewhere(KEPT, "\nlog-scaling\ngrowsafe-standard");
    press("Make this my record");
    until("no trial", || !says("You’re trying something out.")).await;
    assert_eq!(focused(), "done-title");
    assert_eq!(kept_holdings(), ["growsafe-standard", "core-forestry-leadership"]);
    assert_eq!(messages().last().unwrap(), "This is your record now.");
    undo("This is your record now.");
    until("the trial again", || says("You’re trying something out.") && done().len() == 2).await;
    assert_eq!(kept_holdings(), ["log-scaling", "growsafe-standard"]);
}

#[test]
async fn what_is_tried_out_is_there_after_a_look_at_another_page_and_not_kept() {
    let own = "\nlog-scaling";
    let app = open_with(own, "/pathways").await;
    try_out().await;
    add("growsafe").await;
    until("both", || done().len() == 2).await;
    follow("Rules");
    until("the rules", || text_of("#page-title").contains("rules") && heading("What you’ve done").is_none())
        .await;
    follow("Pathways");
    until("the trial", || done().len() == 2 && says("You’re trying something out.")).await;
    app.close();
    assert_eq!(kept(KEPT), own);
    let _app = reopen("/pathways").await;
    until("the record", || done() == ["Log Scaling"]).await;
    assert!(!says("You’re trying something out."));
}

#[test]
async fn a_change_of_a_trial_can_be_undone() {
    let (own, _app) = try_without_log_scaling().await;
    add("growsafe").await;
    until("another", || done().len() == 1).await;
    undo("Log Scaling removed.");
    until("it to be back", || done().len() == 2 && done()[0] == "Log Scaling").await;
    assert_eq!(kept(KEPT), own);
    press("Go back to my record");
    until("the record", || !says("You’re trying something out.")).await;
    let added = messages().into_iter().find(|message| message.ends_with("added.")).unwrap();
    undo(&added);
    until("the trial without it", || says("You’re trying something out.") && done().is_empty()).await;
    assert_eq!(kept(KEPT), own);
}

#[test]
async fn a_link_that_is_opened_over_a_trial_leaves_a_way_back() {
    let (own, _app) = try_without_log_scaling().await;
    run("location.hash = 'hold=core-forestry-leadership'");
    until("the link", || says("This pathway came with a link.") && done() == [CORE]).await;
    undo("The link’s pathway is on screen.");
    until("the trial", || says("You’re trying something out.") && done().is_empty()).await;
    assert_eq!(kept(KEPT), own);
}

#[test]
async fn who_has_nothing_has_nothing_to_keep_out_of_a_trial() {
    let _app = open("/pathways").await;
    until("the register", || heading("What you’ve done").is_some()).await;
    assert!(button("Try something out").is_none());
}
