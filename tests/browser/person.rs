//! What a person does and sees. Things on screen are found by their names, and only here.

use crate::stubs::{answer, forget_listeners, has_answer, remember_listeners, run, run_with};
use js_sys::{Promise, Reflect, Uint8Array};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use waymark::ui::app::App;
use waymark::ui::providers::provide_all;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, KeyboardEvent, KeyboardEventInit, Node, Storage, Window,
};

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

/// What the device keeps under a name.
pub fn kept(name: &str) -> String {
    storage().get_item(name).unwrap().unwrap_or_default()
}

/// The app, or one component, on screen. It goes when this is dropped, and with it what it kept on the
/// device.
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
    let shown = show(App);
    until("the page's title", || document().get_element_by_id("page-title").is_some()).await;
    frame().await;
    shown
}

/// Shows a component with what the app provides around it.
pub fn mount_component<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Shown {
    show(move || {
        provide_all();
        view()
    })
}

fn show<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Shown {
    // A test that failed has left its page behind.
    all("body > [data-app]").iter().for_each(|left| left.remove());
    forget_listeners();
    if !has_answer("/register.json") {
        answer("/register.json", 200, REGISTER);
    }
    let place: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
    place.set_attribute("data-app", "").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    remember_listeners();
    let app = mount_to(place.clone(), view);
    Shown { place, app: Some(Box::new(app)) }
}

impl Shown {
    /// Closes the app and leaves what the device keeps.
    pub fn close(mut self) {
        self.leave();
        std::mem::forget(self);
    }

    fn leave(&mut self) {
        drop(self.app.take());
        forget_listeners();
        self.place.remove();
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.leave();
        let _ = storage().clear();
        run("sessionStorage.clear()");
        run("delete window.answers");
        let _ = window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some("/"));
    }
}

/// Waits, a frame at a time, until something holds; panics when it does not come to hold.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..120 {
        if holds() {
            return;
        }
        frame().await;
    }
    panic!("{what}: never came. {}", what_is_said());
}

/// Waits for the next frame: what follows from an event has happened by then.
pub async fn frame() {
    let frame = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

/// The element with an id.
pub fn by_id(id: &str) -> HtmlElement {
    let found = document().get_element_by_id(id);
    found.unwrap_or_else(|| panic!("nothing has the id {id}")).dyn_into().unwrap()
}

/// All elements that a selector finds.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    all_in(&document().document_element().unwrap(), selector)
}

/// All elements within another that a selector finds.
pub fn all_in(around: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = around.query_selector_all(selector).unwrap();
    (0..found.length()).filter_map(|at| found.get(at)).map(JsCast::unchecked_into).collect()
}

/// The text of an element, without what is hidden. The styles are not there, so what they set apart is
/// told apart by its elements.
pub fn text_in(element: &Node) -> String {
    collected_text(element, "[hidden], style, script")
}

/// The text of an element as it is read aloud.
fn spoken_text(element: &Node) -> String {
    collected_text(element, "[hidden], [aria-hidden=true]")
}

fn collected_text(node: &Node, left_out: &str) -> String {
    let mut text = String::new();
    collect_text(node, left_out, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect_text(node: &Node, left_out: &str, text: &mut String) {
    let Some(element) = node.dyn_ref::<Element>() else {
        if node.node_type() == Node::TEXT_NODE {
            text.push_str(&node.text_content().unwrap_or_default());
        }
        return;
    };
    if element.matches(left_out).unwrap() {
        return;
    }
    let is_inline = element.matches("[lang], a").unwrap();
    let children = element.child_nodes();
    if !is_inline {
        text.push(' ');
    }
    for at in 0..children.length() {
        collect_text(&children.get(at).unwrap(), left_out, text);
    }
    if !is_inline {
        text.push(' ');
    }
}

/// The text of everything that a selector finds, without what is hidden.
pub fn text_of(selector: &str) -> String {
    let shown = all(selector).into_iter().filter(|element| element.closest("[hidden]").unwrap().is_none());
    shown.map(|element| text_in(&element)).collect::<Vec<_>>().join("\n")
}

/// The text of the whole page.
pub fn page_text() -> String {
    text_of("[data-app]")
}

/// The beginning of the page, for a test that fails.
fn what_is_said() -> String {
    format!("The page says: {}", page_text().chars().take(2000).collect::<String>())
}

/// Whether the page says something.
pub fn says(text: &str) -> bool {
    page_text().contains(text)
}

/// The short messages on screen, without their buttons.
pub fn messages() -> Vec<String> {
    all("[aria-label=Messages] > div > span").iter().map(|message| text_in(message)).collect()
}

/// Presses the button of a message that takes back what it tells of.
pub fn undo(message: &str) {
    let mut toasts = all("[aria-label=Messages] > div").into_iter();
    let says = |toast: &HtmlElement| all_in(toast, "span").iter().any(|text| text_in(text) == message);
    let toast = toasts.rfind(says);
    let toast = toast.unwrap_or_else(|| panic!("no message is {message}, but: {:?}", messages()));
    all_in(&toast, "button")[0].click();
}

/// The name of an element, as it is read aloud.
pub fn name_of(element: &Element) -> String {
    let labelled_by = element.get_attribute("aria-labelledby").map(|id| spoken_text(&by_id(&id)));
    let name = element.get_attribute("aria-label").or(labelled_by);
    let name = name.or_else(|| label_of(element).map(|label| spoken_text(&label)));
    name.unwrap_or_else(|| spoken_text(element))
}

fn label_of(element: &Element) -> Option<Element> {
    if element.matches("fieldset").unwrap() {
        return element.query_selector(":scope > legend").unwrap();
    }
    let id = element.id();
    let label = (!id.is_empty()).then(|| document().query_selector(&format!("label[for='{id}']")).unwrap());
    label.flatten().or_else(|| element.closest("label").unwrap())
}

fn named(around: &Element, selector: &str, name: &str) -> Option<HtmlElement> {
    let shown = all_in(around, selector).into_iter();
    shown
        .filter(|element| element.closest("[hidden]").unwrap().is_none())
        .find(|element| name_of(element) == name)
}

fn page() -> Element {
    document().query_selector("[data-app]").unwrap().expect("nothing is on screen")
}

/// The first control of the page with a label.
pub fn control(label: &str) -> HtmlElement {
    control_in(&page(), label)
}

/// The first control within an element with a label.
pub fn control_in(around: &Element, label: &str) -> HtmlElement {
    let found = named(around, "input, select, textarea", label);
    found.unwrap_or_else(|| panic!("no control is labelled {label}. {}", what_is_said()))
}

pub fn has_control_in(around: &Element, label: &str) -> bool {
    named(around, "input, select, textarea", label).is_some()
}

/// The group of controls, the list or the section with a name.
pub fn group(name: &str) -> Option<HtmlElement> {
    named(&page(), "fieldset, section, nav, form, [role]", name)
}

/// The heading with a text.
pub fn heading(text: &str) -> Option<HtmlElement> {
    named(&page(), "h1, h2, h3", text)
}

pub fn button(name: &str) -> Option<HtmlElement> {
    named(&page(), "button", name)
}

pub fn link(name: &str) -> Option<HtmlElement> {
    named(&page(), "a[href]", name)
}

/// Presses the button with a name.
pub fn press(name: &str) {
    let button = button(name);
    button.unwrap_or_else(|| panic!("no button is named {name}. {}", what_is_said())).click();
}

/// Presses the entry of a menu, which a button opens.
pub async fn choose(menu: &str, entry: &str) {
    press(menu);
    frame().await;
    press(entry);
}

/// Follows the link with a name.
pub fn follow(name: &str) {
    let link = link(name);
    link.unwrap_or_else(|| panic!("no link is named {name}. {}", what_is_said())).click();
}

/// What stands in a control.
pub fn value_of(control: &HtmlElement) -> String {
    Reflect::get(control, &"value".into()).unwrap().as_string().unwrap()
}

/// What stands in the first control with a label.
pub fn value(label: &str) -> String {
    value_of(&control(label))
}

pub fn is_ticked(control: &HtmlElement) -> bool {
    Reflect::get(control, &"checked".into()).unwrap().is_truthy()
}

/// Types a text into a control in the place of what stands there.
pub fn enter(control: &HtmlElement, text: &str) {
    Reflect::set(control, &"value".into(), &text.into()).unwrap();
    fire(control, "input");
    fire(control, "change");
}

/// Types a text into the first control with a label.
pub fn fill_in(label: &str, text: &str) {
    enter(&control(label), text);
}

/// Presses a key in a control.
pub fn press_key(control: &HtmlElement, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    control.dispatch_event(&event).unwrap();
}

/// Chooses a file of some bytes in a file input.
pub fn choose_file(input: &HtmlElement, name: &str, bytes: &[u8]) {
    let script = "
        const chosen = new DataTransfer();
        chosen.items.add(new File([c], b));
        a.files = chosen.files";
    run_with(script, &[input.into(), name.into(), Uint8Array::from(bytes).into()]);
    fire(input, "change");
}

fn fire(control: &HtmlElement, event: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    control.dispatch_event(&Event::new_with_event_init_dict(event, &init).unwrap()).unwrap();
}

/// The heading of the group in which the report has the finding of a clause.
pub fn group_of(clause: &str) -> Option<String> {
    let finding = document().get_element_by_id(&format!("finding-{clause}"))?;
    let group = finding.closest("details").unwrap().unwrap();
    assert!(!group.has_attribute("hidden"), "the group of {clause} is hidden");
    Some(text_in(&group.query_selector("h3").unwrap().unwrap()))
}

/// The query and fragment of the address.
pub fn query_and_fragment() -> String {
    let location = window().location();
    location.search().unwrap() + &location.hash().unwrap()
}

/// The name of what has the focus.
pub fn focused_name() -> String {
    document().active_element().map(|element| name_of(&element)).unwrap_or_default()
}

/// The id of what has the focus.
pub fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}
