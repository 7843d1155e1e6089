//! Work that takes longer than a page can wait for.

use crate::person::{by_id, frame, mount_component, text_in, until};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::browser::slices::Slices;
use waymark::ui::long_work::LongWork;

#[test]
async fn what_was_begun_for_an_earlier_question_is_left() {
    let (asked, is_let_go) = (RwSignal::new(None::<i32>), RwSignal::new(false));
    let _shown = mount_component(move || {
        let work = LongWork::new(Memo::new(move |_| asked.get()), async move |asked, slices: &Slices| {
            while asked == 1 && !is_let_go.get_untracked() {
                slices.pause().await;
            }
            asked
        });
        view! {
            <p id="found">{move || work.get().map(|found| found.to_string())}</p>
            <p id="working">{move || work.is_working().to_string()}</p>
        }
    });
    let says = |found: &str, working: &str| {
        (text_in(&by_id("found")), text_in(&by_id("working"))) == (found.to_owned(), working.to_owned())
    };
    frame().await;
    assert!(says("", "false"), "nothing is asked");
    asked.set(Some(1));
    until("it is being worked out", || says("", "true")).await;
    asked.set(Some(2));
    until("the later question is answered", || says("2", "false")).await;
    is_let_go.set(true);
    for _ in 0..5 {
        frame().await;
    }
    assert!(says("2", "false"), "what comes of the earlier question is left");
    asked.set(None);
    until("nothing is asked", || says("", "false")).await;
}
