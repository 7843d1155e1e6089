//! The page itself: focus, printing, the clipboard, the person's languages, and the time.

use super::intl;
use js_sys::{Date, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element and scrolls it into view; to the main part of the page where the
/// element is not there, so that the focus is not lost.
pub fn focus(id: &str) {
    match element(id) {
        Some(element) => drop(element.focus()),
        None => focus_main(),
    }
}

/// Moves the focus to the main part of the page and leaves the view where it is: for what has no
/// better place to go when the focused element leaves the page.
pub fn focus_main() {
    if let Some(main) = element("main") {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = main.focus_with_options(&options);
    }
}

/// Scrolls an element into view, no further than it takes.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Removes an element, such as the static page once the program shows its own.
pub fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// Makes an element reachable: opens the sheet that hides it and the groups that are folded around
/// it, and closes a sheet that lies over the page.
pub fn uncover(id: &str) {
    let Some(element) = element(id) else { return };
    let sheet = element.closest("[popover]").ok().flatten().and_then(|sheet| sheet.dyn_into().ok());
    if let Some(open) =
        document().and_then(|document| document.query_selector(":popover-open").ok().flatten())
        && !open.contains(Some(&element))
        && let Ok(open) = open.dyn_into::<HtmlElement>()
    {
        let _ = open.hide_popover();
    }
    if let Some(sheet) =
        sheet.filter(|sheet: &HtmlElement| sheet.offset_parent().is_none() && sheet.client_height() == 0)
    {
        let _ = sheet.show_popover();
    }
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if outer.tag_name() == "DETAILS" {
            let _ = outer.set_attribute("open", "");
        }
        around = outer.parent_element();
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Puts a text on the clipboard, and answers whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Pages without a secure connection have no clipboard.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// The scheme, host and port of the page: `https://example.org`.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The languages that the person prefers, the most preferred first: `mi-NZ`, `en`.
pub fn languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.unwrap_or_default().iter().filter_map(|language| language.as_string()).collect()
}

/// The moment, as ISO 8601 in UTC: `2026-11-20T23:00:00.000Z`.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// Today's date in New Zealand, wherever the device is: `2026-11-21`.
pub fn today() -> String {
    intl::day_in_new_zealand(&Date::new_0())
}
