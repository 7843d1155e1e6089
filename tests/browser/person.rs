//! What a person does and sees. Screens are reached by label, role and id, and only here.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::IntoView;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use waymark::ui::app::App;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, Storage, Window};

const REGISTER: &str = include_str!("../../public/register.json");

pub fn window() -> Window {
    web_sys::window().unwrap()
}

pub fn document() -> Document {
    window().document().unwrap()
}

pub fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// The app on screen. It goes when this is dropped, and with it what it kept on the device.
pub struct Shown {
    place: HtmlElement,
    app: Option<Box<dyn std::any::Any>>,
}

/// Opens the app at an address, on a device that keeps nothing yet.
pub async fn open(at: &str) -> Shown {
    storage().clear().unwrap();
    reopen(at).await
}

/// Opens the app at an address, on a device that keeps what it keeps.
pub async fn reopen(at: &str) -> Shown {
    window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(at)).unwrap();
    if answers().is_none() {
        answer("/register.json", 200, REGISTER);
    }
    // A test that failed has left its page behind.
    all("body > [data-app]").iter().for_each(|left| left.remove());
    let place: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
    place.set_attribute("data-app", "").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let app: UnmountHandle<_> = mount_to(place.clone(), || App().into_view());
    let shown = Shown { place, app: Some(Box::new(app)) };
    until("the page's title", || document().get_element_by_id("page-title").is_some()).await;
    shown
}

impl Shown {
    /// Closes the app and leaves what the device keeps.
    pub fn close(mut self) {
        self.leave();
    }

    fn leave(&mut self) {
        drop(self.app.take());
        self.place.remove();
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.leave();
        let _ = storage().clear();
        let _ = Reflect::set(&window(), &"answers".into(), &JsValue::UNDEFINED);
        let _ = window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some("/"));
    }
}

fn answers() -> Option<Object> {
    Reflect::get(&window(), &"answers".into()).ok()?.dyn_into().ok()
}

/// Lets the network answer a path with a status and a text. Status 0: there is no answer.
pub fn answer(path: &str, status: u16, text: &str) {
    let answers = answers().unwrap_or_else(|| {
        let stub = "
            window.answers = {};
            window.realFetch ??= window.fetch;
            window.fetch = (request, ...rest) => {
                const path = new URL(request.url ?? request, location.href).pathname;
                const answer = window.answers?.[path];
                if (!answer) return window.realFetch.call(window, request, ...rest);
                if (answer[0] === 0) return Promise.reject(new TypeError('offline'));
                return Promise.resolve(new Response(answer[1], { status: answer[0] }));
            };
            return window.answers;";
        Function::new_no_args(stub).call0(&JsValue::NULL).unwrap().unchecked_into()
    });
    let pair = js_sys::Array::of2(&status.into(), &text.into());
    Reflect::set(&answers, &path.into(), &pair).unwrap();
}

/// Lets the device refuse to keep anything, until the returned value is dropped.
pub fn refuse_storage() -> impl Drop {
    struct Refused;
    impl Drop for Refused {
        fn drop(&mut self) {
            run("Storage.prototype.setItem = window.realSetItem");
        }
    }
    run("window.realSetItem ??= Storage.prototype.setItem;
         Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
    Refused
}

fn run(script: &str) {
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap();
}

/// Waits, a frame at a time, until something holds; panics when it does not come to hold.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..300 {
        if holds() {
            return;
        }
        let frame = Promise::new(&mut |resolve, _| {
            window().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
    panic!("{what}: never came. The page says: {}", text_of("main"));
}

/// The element with an id.
pub fn by_id(id: &str) -> HtmlElement {
    let found = document().get_element_by_id(id);
    found.unwrap_or_else(|| panic!("nothing has the id {id}")).dyn_into().unwrap()
}

/// The control for a dotted path of the draft.
pub fn field(path: &str) -> HtmlElement {
    by_id(&format!("field-{}", path.replace('.', "-")))
}

pub fn has_field(path: &str) -> bool {
    document().get_element_by_id(&format!("field-{}", path.replace('.', "-"))).is_some()
}

/// What stands in a control.
pub fn value_of(control: &HtmlElement) -> String {
    Reflect::get(control, &"value".into()).unwrap().as_string().unwrap()
}

/// Types a text into a control in the place of what stands there.
pub fn enter(control: &HtmlElement, text: &str) {
    Reflect::set(control, &"value".into(), &text.into()).unwrap();
    fire(control, "input");
    fire(control, "change");
}

fn fire(control: &HtmlElement, event: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    control.dispatch_event(&Event::new_with_event_init_dict(event, &init).unwrap()).unwrap();
}

/// All elements that a selector finds.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let found = document().query_selector_all(selector).unwrap();
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// The name of a control or link, as those hear it who do not see it.
fn name_of(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    element.get_attribute("aria-label").unwrap_or(text)
}

pub fn button(name: &str) -> Option<HtmlElement> {
    all("button").into_iter().find(|button| name_of(button) == name)
}

/// Presses the button with a name.
pub fn press(name: &str) {
    button(name).unwrap_or_else(|| panic!("no button is named {name}")).click();
}

/// The text of everything that a selector finds.
pub fn text_of(selector: &str) -> String {
    let texts = all(selector).into_iter().filter_map(|element| element.text_content());
    texts.collect::<Vec<_>>().join("\n")
}

/// Whether the page says something.
pub fn says(text: &str) -> bool {
    text_of("main").contains(text)
}

/// The findings of the report under a heading.
pub fn findings(heading: &str) -> Vec<Element> {
    let groups = all("aside details").into_iter();
    let group = groups.filter(|group| {
        group
            .query_selector("h3")
            .unwrap()
            .is_some_and(|title| title.text_content().as_deref() == Some(heading))
    });
    let found = group.flat_map(|group| {
        let found = group.query_selector_all("li:has(summary)").unwrap();
        (0..found.length()).filter_map(move |at| found.get(at)?.dyn_into().ok())
    });
    found.collect()
}

/// The finding of a clause under a heading, where it stands there.
pub fn finding(heading: &str, clause: &str) -> Option<Element> {
    findings(heading).into_iter().find(|finding| {
        let summary = finding.query_selector("summary").unwrap();
        summary.is_some_and(|summary| summary.text_content().unwrap_or_default().ends_with(clause))
    })
}

/// The id of what has the focus.
pub fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}
