//! The search whose answers can be chosen, by keyboard, mouse and screen reader.

use crate::person::{
    Shown, all, button, control, enter, fill_in, focused, frame, mount_component, press_key, text_in,
    text_of, until, value,
};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::ui::components::{ComboboxInput, Offer};

const LABEL: &str = "Find a word";
const TITLES: [&str; 4] = ["Weaving", "Welding", "Woodwork", "Māori carving"];

/// A combobox of a few titles, and what is chosen in it.
fn mount() -> (Shown, Arc<Mutex<Vec<String>>>) {
    let chosen = Arc::new(Mutex::new(Vec::new()));
    let choices = chosen.clone();
    let shown = mount_component(move || {
        let offers = |text: &str| {
            let text = text.to_lowercase();
            let titles = TITLES.iter().filter(|title| title.to_lowercase().contains(&text));
            titles
                .map(|title| Offer {
                    key: title.to_lowercase(),
                    title: (*title).to_owned(),
                    hint: if title.starts_with("We") { "Level 3".to_owned() } else { String::new() },
                })
                .collect()
        };
        let text = RwSignal::new(String::new());
        let on_input = Callback::new(move |typed| text.set(typed));
        let on_choose = Callback::new(move |offer: Offer| {
            text.set(String::new());
            choices.lock().unwrap().push(offer.key);
        });
        let say = move |count: Option<usize>| match count {
            None => String::new(),
            Some(0) => format!("Nothing called “{}” here.", text.get()),
            Some(count) => format!("{count} found"),
        };
        view! {
            <label for="find">{LABEL}</label>
            <ComboboxInput id="find" text on_input offers on_choose say/>
            <button>"Another thing"</button>
        }
    });
    (shown, chosen)
}

fn attribute(name: &str) -> String {
    control(LABEL).get_attribute(name).unwrap_or_default()
}

fn offered() -> Vec<String> {
    all("[role=listbox]:not([hidden]) [role=option]").iter().map(|option| text_in(option)).collect()
}

/// The option that a screen reader reads: the one that the box says is active, and that says so itself.
fn active() -> Option<String> {
    let selected = all("[role=option][aria-selected=true]");
    assert!(selected.len() < 2);
    let id = attribute("aria-activedescendant");
    assert_eq!(selected.first().map(|option| option.id()).unwrap_or_default(), id);
    selected.first().map(|option| text_in(option))
}

#[test]
async fn what_is_typed_is_answered() {
    let (_shown, _) = mount();
    assert_eq!((attribute("role").as_str(), attribute("aria-expanded").as_str()), ("combobox", "false"));
    assert_eq!(all("[role=listbox]")[0].id(), attribute("aria-controls"));
    fill_in(LABEL, "we");
    until("two offers", || offered().len() == 2).await;
    assert_eq!(offered(), ["Weaving Level 3", "Welding Level 3"]);
    assert_eq!((attribute("aria-expanded").as_str(), active()), ("true", None));
    assert_eq!(text_of("[role=status]").trim(), "2 found");
    fill_in(LABEL, "wood");
    until("one offer", || offered() == ["Woodwork"]).await;
    assert!(text_of("[role=status]").contains("1 found"));
    fill_in(LABEL, "  ");
    until("none", || offered().is_empty() && attribute("aria-expanded") == "false").await;
    assert_eq!(text_of("[role=status]").trim(), "");
}

#[test]
async fn an_empty_answer_says_so() {
    let (_shown, chosen) = mount();
    fill_in(LABEL, "zzz");
    until("the answer", || text_of("[role=status]").contains("Nothing called “zzz” here.")).await;
    assert_eq!((offered().len(), attribute("aria-expanded").as_str()), (0, "false"));
    for key in ["ArrowDown", "ArrowUp", "Enter"] {
        press_key(&control(LABEL), key);
        frame().await;
        assert_eq!(active(), None, "{key}");
    }
    assert!(chosen.lock().unwrap().is_empty());
}

#[test]
async fn arrows_go_round_and_enter_chooses() {
    let (_shown, chosen) = mount();
    let input = control(LABEL);
    input.focus().unwrap();
    fill_in(LABEL, "w");
    until("the offers", || offered().len() == 3).await;
    press_key(&input, "Enter");
    frame().await;
    assert!(chosen.lock().unwrap().is_empty(), "nothing is active yet");
    for (key, title) in [
        ("ArrowDown", "Weaving"),
        ("ArrowDown", "Welding"),
        ("ArrowDown", "Woodwork"),
        ("ArrowDown", "Weaving"),
        ("ArrowUp", "Woodwork"),
        ("ArrowUp", "Welding"),
    ] {
        press_key(&input, key);
        until(title, || active().is_some_and(|active| active.starts_with(title))).await;
    }
    press_key(&input, "Enter");
    until("the box to be empty", || value(LABEL).is_empty() && offered().is_empty()).await;
    assert_eq!(*chosen.lock().unwrap(), ["welding"]);
    assert_eq!((focused().as_str(), active()), ("find", None));
    fill_in(LABEL, "w");
    press_key(&input, "ArrowUp");
    until("the last", || active().is_some_and(|active| active.starts_with("Woodwork"))).await;
    fill_in(LABEL, "we");
    until("none to be active", || offered().len() == 2 && active().is_none()).await;
}

#[test]
async fn escape_closes_and_an_arrow_opens_again() {
    let (_shown, _) = mount();
    let input = control(LABEL);
    fill_in(LABEL, "we");
    press_key(&input, "ArrowDown");
    until("an active one", || active().is_some()).await;
    press_key(&input, "Escape");
    until("the list to close", || offered().is_empty() && active().is_none()).await;
    assert_eq!((value(LABEL).as_str(), attribute("aria-expanded").as_str()), ("we", "false"));
    press_key(&input, "ArrowDown");
    until("the list again", || offered().len() == 2 && active().is_some()).await;
    assert_eq!(attribute("aria-expanded"), "true");
}

#[test]
async fn an_answer_can_be_pressed() {
    let (_shown, chosen) = mount();
    let input = control(LABEL);
    input.focus().unwrap();
    enter(&input, "māori");
    until("the offer", || offered().len() == 1).await;
    all("[role=option]")[0].click();
    until("the list to close", || offered().is_empty()).await;
    assert_eq!(*chosen.lock().unwrap(), ["māori carving"]);
    assert_eq!(focused(), "find");
}

#[test]
async fn leaving_the_box_closes_the_list() {
    let (_shown, chosen) = mount();
    let input = control(LABEL);
    input.focus().unwrap();
    fill_in(LABEL, "we");
    press_key(&input, "ArrowDown");
    until("the offers", || offered().len() == 2 && active().is_some()).await;
    button("Another thing").unwrap().focus().unwrap();
    until("the list to close", || offered().is_empty()).await;
    assert_eq!(active(), None, "nothing hidden is active");
    input.focus().unwrap();
    press_key(&input, "Enter");
    frame().await;
    assert!(chosen.lock().unwrap().is_empty(), "nothing that is not seen is chosen");
}
