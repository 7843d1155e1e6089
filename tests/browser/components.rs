//! Single components, each with what the app provides around it.

use crate::person::{
    all, all_in, button, by_id, control, document, focused, is_ticked, link, messages, mount_component,
    name_of, press, says, storage, text_in, text_of, until,
};
use crate::stubs::{answer, answer_bytes, answer_half, let_time_pass, stop_timers};
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::domain::Language;
use waymark::domain::day::{self, Day};
use waymark::domain::draft::Draft;
use waymark::domain::draft::fields::PARTS;
use waymark::domain::report::check;
use waymark::ui::components::{
    EarlierVersions, Fact, FactList, JumpLink, Mi, Notice, NoticeKind, RegisterGate, Sources, TaskList,
    TickBox, Toasts,
};
use waymark::ui::providers::use_toasts;
use web_sys::HtmlElement;

#[test]
fn a_notice_is_announced_by_its_urgency() {
    for (kind, role, class) in [
        (NoticeKind::Info, "status", "notice"),
        (NoticeKind::Warning, "status", "notice warning"),
        (NoticeKind::Error, "alert", "notice error"),
    ] {
        let _notice = mount_component(move || view! { <Notice kind><p>"It rains."</p></Notice> });
        let notice = &all(&format!("[role={role}]"))[0];
        assert_eq!(
            (notice.get_attribute("class").as_deref(), text_in(notice).as_str()),
            (Some(class), "It rains.")
        );
        assert_eq!(all("svg:not([aria-hidden=true])").len(), 0, "the picture is not read aloud");
    }
    let _notice = mount_component(|| view! { <Notice>"By the way."</Notice> });
    assert_eq!(text_of("[role=status]"), "By the way.");
}

#[test]
fn facts_that_are_not_known_leave_no_trace() {
    let _list = mount_component(|| {
        let (fee, standards) = (None::<String>, Vec::<String>::new());
        view! {
            <FactList>
                <Fact name="Provider" value="Te Pūkenga".to_owned()/>
                <Fact name="Fee" value=fee/>
                <Fact name="Weeks" value=Some("8".to_owned())/>
                <Fact name="Standards" value=standards/>
                <Fact name="Made of" value=vec!["One".to_owned(), "Two".to_owned()]/>
            </FactList>
        }
    });
    assert_eq!(text_of("dl"), "Provider Te Pūkenga Weeks 8 Made of One Two");
    assert_eq!(all("dl > *").len(), 3);
    assert_eq!(all("dd li").len(), 2);
}

#[test]
fn maori_words_of_waymark_are_marked() {
    for (text, marked) in [
        ("Title in te reo Māori", vec!["te reo Māori"]),
        (
            "Contribution to community, whānau, hapū, iwi or hapori Māori",
            vec!["whānau", "hapū", "iwi", "hapori Māori"],
        ),
        ("Māori, iwi.", vec!["Māori", "iwi"]),
        ("a kiwifruit orchard, kurakura, iwis", vec![]),
        ("Te Hono o Te Kahurangi", vec!["Te Hono o Te Kahurangi"]),
        ("ngā kaupapa", vec!["ngā kaupapa"]),
        ("Wānanga and a wānanga", vec!["Wānanga", "wānanga"]),
        ("nothing of the kind", vec![]),
        ("You said “te reo” under “Title in te reo Māori”.", vec!["te reo Māori"]),
        ("", vec![]),
    ] {
        let _text = mount_component(move || view! { <p><Mi text/></p> });
        let found: Vec<String> = all("p [lang=mi]").iter().map(|word| text_in(word)).collect();
        assert_eq!(found, marked, "{text}");
        assert_eq!(by_text("p"), text);
    }
}

/// The text of the first element that a selector finds, as it is.
fn by_text(selector: &str) -> String {
    document().query_selector(selector).unwrap().unwrap().text_content().unwrap()
}

#[test]
async fn a_tick_follows_and_reports() {
    let ticked = ArcRwSignal::new(false);
    let reported = Arc::new(AtomicUsize::new(0));
    let count = ArcRwSignal::new(Some(12));
    let _box = {
        let (ticked, reported, count) = (ticked.clone(), reported.clone(), count.clone());
        mount_component(move || {
            let on_change = Callback::new(move |is_ticked| {
                reported.fetch_add(if is_ticked { 1 } else { 10 }, Ordering::Relaxed);
            });
            let (is_ticked, count) = (ticked.clone(), count.clone());
            let is_ticked = Signal::derive(move || is_ticked.get());
            let count = Signal::derive(move || count.get());
            view! {
                <TickBox is_ticked on_change count>
                    "Level 5"
                </TickBox>
            }
        })
    };
    let tick = control("Level 5 12");
    assert!(!is_ticked(&tick));
    all("label > span")[0].click();
    assert_eq!(reported.load(Ordering::Relaxed), 1);
    tick.click();
    assert_eq!(reported.load(Ordering::Relaxed), 11);
    ticked.set(true);
    count.set(None);
    until("the tick", || is_ticked(&tick) && name_of(&tick) == "Level 5").await;
}

#[test]
async fn a_link_within_the_page_uncovers_what_it_leads_to() {
    let _page = mount_component(|| {
        view! {
            <JumpLink to="field" class="odd">
                "To the field"
            </JumpLink>
            <details>
                <summary>"Outer"</summary>
                <details>
                    <summary>"Inner"</summary>
                    <input id="field"/>
                </details>
            </details>
            <div id="sheet" popover>
                <JumpLink to="field">"Back to the field"</JumpLink>
                <details>
                    <summary>"Group"</summary>
                    <p id="finding" tabindex="-1">
                        "A finding"
                    </p>
                </details>
            </div>
            <JumpLink to="finding">"To the finding"</JumpLink>
            <JumpLink to="nowhere">"To nowhere"</JumpLink>
        }
    });
    assert_eq!(link("To the field").unwrap().get_attribute("class").as_deref(), Some("odd"));
    link("To the field").unwrap().click();
    until("the field to have the focus", || focused() == "field").await;
    assert_eq!(
        all("details[open] summary").iter().map(|open| text_in(open)).collect::<Vec<_>>(),
        ["Outer", "Inner"]
    );
    link("To the finding").unwrap().click();
    until("the finding in its sheet", || focused() == "finding" && all(":popover-open").len() == 1).await;
    assert!(by_id("finding").closest("details[open]").unwrap().is_some());
    link("Back to the field").unwrap().click();
    until("the sheet to close", || focused() == "field" && all(":popover-open").is_empty()).await;
    link("To nowhere").unwrap().click();
    assert_eq!(focused(), "field");
}

#[test]
async fn messages_stay_until_three_newer_ones_come() {
    let _toasts = mount_component(|| {
        let toasts = use_toasts();
        let add = move |_| {
            toasts.show(format!("Message {}", toasts.get().len()), None);
        };
        view! {
            <Toasts/>
            <button on:click=add>"Add"</button>
        }
    });
    for count in 1..=3 {
        press("Add");
        until("one more", || messages().len() == count).await;
    }
    press("Add");
    until("the first to go", || messages() == ["Message 1", "Message 2", "Message 3"]).await;
    all("button[aria-label=Dismiss]")[1].click();
    until("the one to go", || messages() == ["Message 1", "Message 3"]).await;
    assert_eq!(all("[aria-label=Messages]")[0].get_attribute("role").as_deref(), Some("status"));
    assert!(button("Undo").is_none());
}

#[test]
async fn a_message_that_only_tells_leaves_by_itself() {
    let _timers = stop_timers();
    let _toasts = mount_component(|| {
        use_toasts().show("Removed.".to_owned(), Some(Arc::new(|| ())));
        use_toasts().show("Copied.".to_owned(), None);
        view! { <Toasts/> }
    });
    assert_eq!(messages(), ["Removed.", "Copied."]);
    let_time_pass();
    until("the one that can be undone to be left", || messages() == ["Removed."]).await;
}

#[test]
async fn what_was_done_is_undone_once() {
    let undone = Arc::new(AtomicUsize::new(0));
    let _toasts = {
        let undone = undone.clone();
        mount_component(move || {
            let undo = move || {
                undone.fetch_add(1, Ordering::Relaxed);
            };
            use_toasts().show("Removed.".to_owned(), Some(Arc::new(undo)));
            view! { <Toasts/> }
        })
    };
    assert_eq!(messages(), ["Removed."]);
    press("Undo");
    until("the answer", || messages().contains(&"Undone.".to_owned())).await;
    assert_eq!(undone.load(Ordering::Relaxed), 1);
    assert_eq!(messages(), ["Undone."]);
    assert!(button("Undo").is_none());
}

#[test]
fn without_earlier_versions_there_is_no_list() {
    storage().clear().unwrap();
    let _list = mount_component(|| view! { <EarlierVersions/> });
    assert_eq!(text_of("[data-app]"), "");
}

#[test]
async fn a_list_of_earlier_versions_that_cannot_be_read_is_an_empty_one() {
    storage().clear().unwrap();
    for text in ["{ half", "[1]", "null"] {
        storage().set_item("waymark.draft.versions", text).unwrap();
        let _list = mount_component(|| view! { <EarlierVersions/> });
        assert_eq!(text_of("[data-app]"), "");
    }
}

fn gate() -> impl IntoView {
    view! {
        <RegisterGate let:register>
            <p id="count">{register.credentials().len()}</p>
        </RegisterGate>
    }
}

#[test]
async fn the_gate_shows_the_register_once_it_is_there() {
    let _gate = mount_component(gate);
    until("the register", || !all("#count").is_empty()).await;
    assert_eq!((text_of("#count").as_str(), text_of("[role=status]").as_str()), ("110", ""));
}

#[test]
async fn the_gate_says_how_much_has_arrived() {
    answer_half("/register.json", false);
    let _gate = mount_component(gate);
    until("the progress", || text_of("[role=status]") == "The register is loading … 2 of 4 kB").await;
    assert!(all("ul").iter().all(|rows| rows.get_attribute("aria-hidden").as_deref() == Some("true")));
}

#[test]
async fn the_gate_says_why_there_is_no_register_and_tries_again() {
    let failed = |why: &'static str| async move {
        until(why, || text_of("[role=alert]").contains(why)).await;
        assert_eq!(all("#count").len(), 0);
    };
    answer("/register.json", 0, "");
    let _gate = mount_component(gate);
    failed("The register didn’t load. It couldn’t be reached").await;
    answer("/register.json", 503, "");
    press("Try again");
    failed("(status 503)").await;
    answer_half("/register.json", true);
    press("Try again");
    failed("broke off").await;
    answer_bytes("/register.json", &[0xff, 0xfe]);
    press("Try again");
    failed("isn’t a text file").await;
    answer("/register.json", 200, "[]");
    press("Try again");
    failed("/register.json isn’t a register that Waymark can read. This is JSON, but not one object").await;
    answer("/register.json", 200, r#"{"format":"waymark.register/1","credentials":[]}"#);
    press("Try again");
    until("the register", || text_of("#count") == "0" && all("[role=alert]").is_empty()).await;
}

#[test]
async fn the_gate_shows_that_it_tries_again() {
    answer("/register.json", 503, "");
    let _gate = mount_component(gate);
    until("the failure", || text_of("[role=alert]").contains("(status 503)")).await;
    answer_half("/register.json", false);
    press("Try again");
    until("the progress", || text_of("[role=status]") == "The register is loading … 2 of 4 kB").await;
    assert!(all("[role=alert]").is_empty());
}

/// The parts of the draft as they stand on a day, each as it is read.
fn tasks(draft: &str, day: &str) -> (crate::person::Shown, impl Fn() -> Vec<String>) {
    let draft = Draft::read(draft).unwrap();
    let day: Day = day::parse(day).unwrap();
    let shown = mount_component(move || {
        let report = Memo::new(move |_| Arc::new(check(&draft, day, None, Language::ENGLISH)));
        view! { <TaskList report/> }
    });
    (shown, || all("ol li").iter().map(|task| name_of(task)).collect())
}

#[test]
fn parts_say_what_is_still_to_do() {
    let draft =
        r#"{"credits":60,"level":5,"title":"Certificate in Trees","outcomes":[{"id":"o1","text":"Plan"}]}"#;
    let (_list, tasks) = tasks(draft, "2026-11-21");
    let tasks = tasks();
    assert_eq!(tasks.len(), PARTS.len());
    assert!(tasks[1].starts_with("Title, level and size 1 to fix, "), "{tasks:?}");
    assert!(tasks[0].contains("to fill in") && !tasks[0].contains("to fix"), "{tasks:?}");
    let classes: Vec<String> = all("ol li").iter().map(|task| task.get_attribute("class").unwrap()).collect();
    assert_eq!((classes[0].as_str(), classes[1].as_str()), ("missing", "broken"));
    let links: Vec<String> = all("ol a").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(links[1], "#part-title-title");
    assert_eq!(all("svg:not([aria-hidden=true])").len(), 0);
}

#[test]
fn a_part_that_no_rule_looks_at_is_not_called_clear() {
    let (_list, tasks) = tasks("{}", "2018-09-01");
    let states = tasks();
    assert!(states.contains(&"Where it leads nothing asked".to_owned()), "{states:?}");
    assert!(!states.iter().any(|state| state.contains("nothing found to fix")), "{states:?}");
}

#[test]
fn a_part_with_faults_on_funding_alone_is_not_called_clear() {
    let draft = r#"{"applicant":{"funds":["DQ3-7"]},"fee_per_credit":80}"#;
    let (_list, tasks) = tasks(draft, "2026-11-21");
    let states = tasks();
    let funding = states.iter().find(|state| state.starts_with("Fees and funding ")).unwrap();
    assert!(funding.ends_with(" on funding") && !funding.contains("to fix"), "{funding}");
}

#[test]
fn before_there_were_rules_nothing_is_to_do() {
    let (_list, tasks) = tasks("{}", "2018-08-21");
    assert!(tasks().iter().all(|task| task.ends_with(" no rules on this date")), "{:?}", tasks());
}

#[test]
fn sources_are_links_where_they_are_addresses() {
    let _sources = mount_component(|| {
        let also = vec!["http://b.example".to_owned(), "ftp://c.example".to_owned(), "A letter".to_owned()];
        view! { <Sources source=Some("https://a.example/page?x=1".to_owned()) also/> }
    });
    assert_eq!(text_of("ul"), "a.example: page b.example ftp://c.example A letter");
    let links: Vec<String> = all("a").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(links, ["https://a.example/page?x=1", "http://b.example"]);
    assert!(all("a").iter().all(|link| link.get_attribute("rel").as_deref() == Some("external noreferrer")));
}

#[test]
async fn earlier_versions_of_this_window_are_listed_newest_first() {
    storage().clear().unwrap();
    let draft = |title: &str| format!(r#"{{"format":"waymark.draft/1","title":"{title}"}}"#);
    let version = |title: &str, moment: &str| serde_json::json!({ "put_aside": moment, "reason": "replaced", "text": draft(title) });
    let list = [version("New", "2026-11-20T23:00:00.000Z"), version("Old", "no moment")];
    storage()
        .set_item("waymark.draft.versions", &serde_json::Value::from(list.to_vec()).to_string())
        .unwrap();
    let _list = mount_component(|| view! { <EarlierVersions/> });
    assert!(says("Earlier versions (2)"));
    let titles: Vec<String> = all("li strong").iter().map(|title| text_in(title)).collect();
    assert_eq!(titles, ["New", "Old"]);
    let old: &HtmlElement = &all("li")[1];
    assert!(text_in(old).contains("no moment, before another draft took its place"));
    all_in(old, "button")[0].click();
    until("it to be saved", || crate::person::kept("waymark.draft").contains("Old")).await;
}
