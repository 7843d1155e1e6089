//! The address in the window and the browser's history.

use js_sys::{Array, decode_uri_component, encode_uri_component};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, UrlSearchParams};

/// A query as names and values, in order; a name may come more than once.
pub type Query = Vec<(String, String)>;

/// The path and the query in the window.
pub fn here() -> (String, Query) {
    let location = web_sys::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    let path = part(web_sys::Location::pathname);
    let path = decode_uri_component(&path).map(String::from).unwrap_or(path);
    let mut query = Query::new();
    if let Ok(params) = UrlSearchParams::new_with_str(&part(web_sys::Location::search)) {
        for pair in params.entries().into_iter().flatten() {
            let pair: Array = pair.unchecked_into();
            query.push((
                pair.get(0).as_string().unwrap_or_default(),
                pair.get(1).as_string().unwrap_or_default(),
            ));
        }
    }
    (path, query)
}

/// A path and a query as one address.
pub fn spelled(path: &str, query: &Query) -> String {
    let Ok(params) = UrlSearchParams::new() else { return path.to_owned() };
    for (name, value) in query {
        params.append(name, value);
    }
    match String::from(params.to_string()) {
        params if params.is_empty() => path.to_owned(),
        params => format!("{path}?{params}"),
    }
}

/// A text as a part of an address.
pub fn encoded(text: &str) -> String {
    encode_uri_component(text).into()
}

/// Shows another address, as a new entry of the history or in the place of this one. A browser may
/// refuse when it is asked too often; the page then goes on with the address it has.
pub fn show(address: &str, replaces: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let _ = if replaces {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
}

/// Calls `then` when the person goes back or forth in the history, or follows a link to another
/// page of the app; such a link no longer loads the page anew. Lives as long as the page does.
pub fn on_move(then: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let moved = then.clone();
    let back = Closure::<dyn Fn(Event)>::new(move |_| moved());
    let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some(address) = followed(&event) {
            event.prevent_default();
            show(&address, false);
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
            then();
        }
    });
    let _ = window.add_event_listener_with_callback("popstate", back.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
    back.forget();
    click.forget();
}

/// The address of a link of the app that a plain click follows in this window.
fn followed(event: &MouseEvent) -> Option<String> {
    let is_plain = event.button() == 0
        && !(event.default_prevented()
            || event.ctrl_key()
            || event.meta_key()
            || event.shift_key()
            || event.alt_key());
    let target: Element = event.target().filter(|_| is_plain)?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let origin = web_sys::window()?.location().origin().ok()?;
    let is_ours = link.origin() == origin && link.target().is_empty() && !link.has_attribute("download");
    (is_ours && link.rel() != "external").then(|| format!("{}{}", link.pathname(), link.search()))
}
