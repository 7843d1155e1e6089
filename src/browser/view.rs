//! How a page looks at an entry of the window's history: what is scrolled, unfolded and focused. It is kept
//! with the entry and sent nowhere, so that somebody who comes back finds the page as it was.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, ScrollBehavior, ScrollToOptions, Window};

/// What may be unfolded, in the order of the page.
const FOLDS: &str = "main details";
const SHEETS: &str = "main .sheet[id]";

#[derive(Serialize, Deserialize)]
struct View {
    scrolled: f64,
    sheets: Vec<Sheet>,
    /// Of each fold, whether it is open.
    folds: Vec<bool>,
    /// The id of what had the focus, or of what is around it.
    focus: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Sheet {
    id: String,
    scrolled: i32,
    is_over_page: bool,
}

/// From now on keeps the view whenever a click may lead away, before anything else hears of the click, and when
/// the window leaves the page.
pub fn keep_when_left() {
    let listener = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Not every browser focuses what is clicked.
        let way = clicked.as_ref().and_then(|clicked| clicked.closest("a, button").ok().flatten());
        if clicked.is_none() || way.is_some() {
            keep(way);
        }
    });
    let listener = listener.into_js_value();
    if let Some(window) = web_sys::window() {
        for event in ["click", "pagehide"] {
            let _ = window.add_event_listener_with_callback_and_bool(event, listener.unchecked_ref(), true);
        }
    }
}

fn keep(clicked: Option<Element>) -> Option<()> {
    let (window, document) = surroundings()?;
    let sheets = all(&document, SHEETS).into_iter().map(|sheet| Sheet {
        id: sheet.id(),
        scrolled: sheet.scroll_top(),
        is_over_page: is_over_page(&sheet),
    });
    let focused = clicked.or_else(|| document.active_element());
    let named = focused.and_then(|element| element.closest("main [id]").ok().flatten());
    let view = View {
        scrolled: window.scroll_y().ok()?,
        sheets: sheets.collect(),
        folds: all(&document, FOLDS).iter().map(|fold| fold.has_attribute("open")).collect(),
        focus: named.map(|element| element.id()),
    };
    let text = serde_json::to_string(&view).ok()?;
    window.history().ok()?.replace_state(&text.into(), "").ok()
}

/// Shows the page as it was left at this entry of the history; answers whether it was there before. What is no
/// more there leaves the focus to the element with the id `instead`.
pub fn restore(instead: &'static str) -> bool {
    try_restore(instead).is_some()
}

fn try_restore(instead: &'static str) -> Option<()> {
    let (window, document) = surroundings()?;
    let view = window.history().ok()?.state().ok()?.as_string()?;
    let view: View = serde_json::from_str(&view).ok()?;
    let folds = all(&document, FOLDS);
    // With another number of folds it is not the same page any more.
    if folds.len() == view.folds.len() {
        for (fold, is_open) in folds.iter().zip(&view.folds) {
            let _ = fold.toggle_attribute_with_force("open", *is_open);
        }
    }
    for sheet in view.sheets.iter().filter(|sheet| sheet.is_over_page) {
        if let Some(element) = html_element(&document, &sheet.id).filter(|element| !is_over_page(element)) {
            let _ = element.show_popover();
        }
    }
    // What is unfolded may draw more, so the rest waits until that is there.
    let settle = Closure::once_into_js(move || settle(&view, instead).is_some());
    window.request_animation_frame(settle.unchecked_ref()).ok().map(drop)
}

fn settle(view: &View, instead: &str) -> Option<()> {
    let (window, document) = surroundings()?;
    for sheet in &view.sheets {
        if let Some(element) = document.get_element_by_id(&sheet.id) {
            element.set_scroll_top(sheet.scrolled);
        }
    }
    let to = ScrollToOptions::new();
    to.set_top(view.scrolled);
    to.set_behavior(ScrollBehavior::Instant);
    window.scroll_to_with_scroll_to_options(&to);
    let focus = view.focus.as_deref().and_then(|id| html_element(&document, id));
    let focus = focus.or_else(|| html_element(&document, instead))?;
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    focus.focus_with_options(&options).ok()
}

fn surroundings() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}

fn all(document: &Document, selector: &str) -> Vec<Element> {
    let found = document.query_selector_all(selector).ok();
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

fn html_element(document: &Document, id: &str) -> Option<HtmlElement> {
    document.get_element_by_id(id)?.dyn_into().ok()
}

fn is_over_page(sheet: &Element) -> bool {
    sheet.matches(":popover-open").unwrap_or(false)
}
