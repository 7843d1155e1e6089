//! The browser ring: files, the clock, the network and the device's storage.

use crate::person::{choose_file, document, kept, storage, value_of};
use crate::stubs::{answer, answer_bytes, answer_half, refuse_storage, stop_clock};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test as test;
use waymark::browser::fetch::{self, FetchError, Progress};
use waymark::browser::files::{self, ChosenFile, LettersDoubt};
use waymark::browser::slices::Slices;
use waymark::browser::{intl, page, storage as kept_texts};
use web_sys::HtmlInputElement;

/// A file input of its own.
fn file_input() -> HtmlInputElement {
    let input: HtmlInputElement = document().create_element("input").unwrap().dyn_into().unwrap();
    input.set_type("file");
    input
}

/// Reads a file of some bytes.
async fn read(bytes: &[u8]) -> ChosenFile {
    let input = file_input();
    choose_file(&input, "draft.json", bytes);
    files::chosen(input).await.unwrap()
}

/// A text in UTF-16 with a mark at the start.
fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes_of).collect()
}

#[test]
async fn files_are_read_in_the_encoding_they_are_in() {
    let text = "{\"title\": \"Whānau 🌿\"}";
    let with_mark = format!("\u{feff}{text}");
    for (bytes, doubt) in [
        (text.as_bytes().to_vec(), None),
        (with_mark.into_bytes(), None),
        (utf_16(text, u16::to_le_bytes), Some(LettersDoubt::Encoding("utf-16le"))),
        (utf_16(text, u16::to_be_bytes), Some(LettersDoubt::Encoding("utf-16be"))),
    ] {
        let file = read(&bytes).await;
        assert_eq!((file.text.as_str(), file.doubt, file.name.as_str()), (text, doubt, "draft.json"));
    }
    let file = read(b"Caf\xe9 \x80 \x81").await;
    let windows = Some(LettersDoubt::Encoding("windows-1252"));
    assert_eq!((file.text.as_str(), file.doubt), ("Café € \u{81}", windows));
    // One broken letter does not break the others.
    let file = read(b"R\xc4\x81kau, wh\xc4\x81nau, p\xe9").await;
    assert_eq!((file.text.as_str(), file.doubt), ("Rākau, whānau, p\u{fffd}", Some(LettersDoubt::Broken(1))));
    let file = read(b"").await;
    assert_eq!((file.text.as_str(), file.doubt), ("", None));
}

#[test]
async fn the_same_file_can_be_chosen_again() {
    let input = file_input();
    assert_eq!(files::chosen(input.clone()).await, None, "none is chosen");
    for _ in 0..2 {
        choose_file(&input, "draft.json", b"{}");
        assert_eq!(files::chosen(input.clone()).await.map(|file| file.text).as_deref(), Some("{}"));
        assert_eq!(value_of(&input), "");
    }
}

#[test]
fn today_is_new_zealands_day() {
    for (moment, day) in [
        ("2026-11-20T10:59:59Z", "2026-11-20"),
        ("2026-11-20T11:00:00Z", "2026-11-21"),
        ("2026-06-30T11:59:59Z", "2026-06-30"),
        ("2026-06-30T12:00:00Z", "2026-07-01"),
        ("2025-12-31T11:00:00Z", "2026-01-01"),
        ("2018-08-21T23:00:00-11:00", "2018-08-22"),
    ] {
        let _clock = stop_clock(moment);
        assert_eq!(page::today(), day, "{moment}");
    }
}

#[test]
fn a_moment_is_told_as_new_zealands() {
    let _clock = stop_clock("2026-11-20T23:00:00Z");
    assert_eq!(page::now(), "2026-11-20T23:00:00.000Z");
    // Browsers differ in the space before “pm”.
    let spelled = |moment: &str| intl::spelled_moment("en-NZ", moment).replace(['\u{202f}', '\u{a0}'], " ");
    assert_eq!(spelled(&page::now()), "21 Nov 2026, 12:00 pm");
    assert_eq!(spelled("2026-07-01T04:12:30.000Z"), "1 Jul 2026, 4:12 pm");
    assert_eq!(spelled("not a moment"), "not a moment");
    assert_eq!(spelled(""), "");
}

#[test]
fn lists_are_written_in_a_language() {
    assert_eq!(intl::listed("en-NZ", &[""; 0]), "");
    assert_eq!(intl::listed("en-NZ", &["a"]), "a");
    assert_eq!(intl::listed("en-NZ", &["a", "b", "c"]), "a, b and c");
    assert_eq!(intl::listed("de", &["a", "b", "c"]), "a, b und c");
}

#[test]
async fn texts_arrive_whole_or_not_at_all() {
    let fetched = || async { fetch::text("/text").await };
    answer("/text", 200, "Whānau");
    assert_eq!(fetched().await.as_deref(), Ok("Whānau"));
    answer("/text", 0, "");
    assert_eq!(fetched().await, Err(FetchError::Unreachable));
    answer("/text", 404, "Whānau");
    assert_eq!(fetched().await, Err(FetchError::Refused(404)));
    answer_half("/text", true);
    assert_eq!(fetched().await, Err(FetchError::BrokenOff));
    answer_bytes("/text", b"Caf\xe9");
    assert_eq!(fetched().await, Err(FetchError::NotText));
}

#[test]
async fn progress_is_reported_with_the_whole_where_that_can_be() {
    let reported = RefCell::new(Vec::new());
    answer_half("/text", true);
    let _ = fetch::text_with_progress("/text", |progress| reported.borrow_mut().push(progress)).await;
    assert_eq!(*reported.borrow(), [Progress { received: 2000, total: Some(4000) }]);
    reported.borrow_mut().clear();
    answer_bytes("/text", b"12345");
    fetch::text_with_progress("/text", |progress| reported.borrow_mut().push(progress)).await.unwrap();
    assert_eq!(*reported.borrow(), [Progress { received: 5, total: None }]);
}

#[test]
fn the_device_keeps_texts_or_says_that_it_does_not() {
    storage().clear().unwrap();
    assert_eq!(kept_texts::read("x"), None);
    assert_eq!(kept_texts::write("x", "one"), Ok(()));
    assert_eq!((kept_texts::read("x").as_deref(), kept("x").as_str()), (Some("one"), "one"));
    {
        let _refused = refuse_storage();
        assert_eq!(kept_texts::write("x", "two"), Err(kept_texts::NotKept));
    }
    assert_eq!(kept_texts::read("x").as_deref(), Some("one"));
    kept_texts::remove("x");
    assert_eq!(kept_texts::read("x"), None);
}

/// A timer that is due at once; whether it was heard.
fn timer() -> Rc<Cell<bool>> {
    let is_heard = Rc::new(Cell::new(false));
    let heard = Rc::clone(&is_heard);
    let timer = Closure::once_into_js(move || heard.set(true));
    web_sys::window().unwrap().set_timeout_with_callback(timer.unchecked_ref()).unwrap();
    is_heard
}

#[test]
async fn long_work_ends_its_slice_and_lets_the_browser_have_its_turn() {
    let is_heard = timer();
    // A page that never has its turn hears of no timer, however long it works.
    let slices = Slices::start();
    for _ in 0..50_000_000 {
        if is_heard.get() {
            return;
        }
        slices.pause().await;
    }
    panic!("the browser never had its turn");
}

#[test]
async fn short_work_is_done_in_one_slice() {
    let is_heard = timer();
    let slices = Slices::start();
    for _ in 0..3 {
        slices.pause().await;
    }
    assert!(!is_heard.get());
}
