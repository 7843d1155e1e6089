//! What stands around the app in a test: the network, the clock, the device's storage, other windows.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Runs a script with some values, named `a`, `b` and `c` there.
pub fn run_with(script: &str, values: &[JsValue]) -> JsValue {
    let values: Array = values.iter().collect();
    Function::new_with_args("a, b, c", script).apply(&JsValue::NULL, &values).unwrap()
}

pub fn run(script: &str) -> JsValue {
    run_with(script, &[])
}

/// Remembers from now on what listens to the window: it would hear of the next test too.
pub fn remember_listeners() {
    run("window.heard = [];
         window.addEventListener = (...what) => {
             window.heard.push(what);
             EventTarget.prototype.addEventListener.apply(window, what);
         }");
}

/// Stops what has listened to the window since it was remembered.
pub fn forget_listeners() {
    run("window.heard?.forEach(what => removeEventListener(...what));
         delete window.addEventListener");
}

/// Runs a script when it is dropped.
pub struct Later(&'static str);

impl Drop for Later {
    fn drop(&mut self) {
        run(self.0);
    }
}

/// Lets the network answer a path with a status and a text. Status 0: there is no answer.
pub fn answer(path: &str, status: u16, text: &str) {
    let script = match status {
        0 => "return () => Promise.reject(new TypeError('offline'))",
        _ => "return () => Promise.resolve(new Response(b, { status: a }))",
    };
    answer_by(path, &run_with(script, &[status.into(), text.into()]));
}

/// Lets an answer that has 2 kB so far of 4 kB stand still, or break off.
pub fn answer_half(path: &str, breaks_off: bool) {
    let script = "
        const start = stream => {
            stream.enqueue(new Uint8Array(2000));
            if (a) setTimeout(() => stream.error(new TypeError('broken off')));
        };
        const init = { headers: { 'content-length': 4000 } };
        return () => Promise.resolve(new Response(new ReadableStream({ start }), init))";
    answer_by(path, &run_with(script, &[breaks_off.into()]));
}

/// Lets the network answer a path with some bytes.
pub fn answer_bytes(path: &str, bytes: &[u8]) {
    let script = "return () => Promise.resolve(new Response(a))";
    answer_by(path, &run_with(script, &[Uint8Array::from(bytes).into()]));
}

fn answer_by(path: &str, answer: &JsValue) {
    let script = "
        window.answers ??= {};
        window.answers[a] = b;
        window.realFetch ??= window.fetch;
        window.fetch = (request, ...rest) => {
            const answer = window.answers?.[new URL(request.url ?? request, location.href).pathname];
            return answer ? answer() : window.realFetch.call(window, request, ...rest);
        }";
    run_with(script, &[path.into(), answer.clone()]);
}

pub fn has_answer(path: &str) -> bool {
    run_with("return !!window.answers?.[a]", &[path.into()]).is_truthy()
}

/// Lets the device refuse to keep anything, until the returned value is dropped.
#[must_use]
pub fn refuse_storage() -> Later {
    run("window.realSetItem ??= Storage.prototype.setItem;
         Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
    Later("Storage.prototype.setItem = window.realSetItem")
}

/// Lets the device refuse to keep anything under a name, until the returned value is dropped.
#[must_use]
pub fn refuse_storage_under(name: &str) -> Later {
    let script = "
        const keep = window.realSetItem ??= Storage.prototype.setItem;
        Storage.prototype.setItem = function (name, text) {
            if (name === a) throw new DOMException('full', 'QuotaExceededError');
            keep.call(this, name, text);
        }";
    run_with(script, &[name.into()]);
    Later("Storage.prototype.setItem = window.realSetItem")
}

/// Stops the clock at a moment, until the returned value is dropped.
#[must_use]
pub fn stop_clock(moment: &str) -> Later {
    let script = "
        const RealDate = window.realDate ??= Date;
        window.Date = class extends RealDate {
            constructor(...given) { super(...(given.length ? given : [a])); }
        }";
    run_with(script, &[moment.into()]);
    Later("window.Date = window.realDate")
}

/// Keeps what the app has planned for later, until the returned value is dropped.
#[must_use]
pub fn stop_timers() -> Later {
    run("window.planned = [];
         window.realSetTimeout ??= setTimeout;
         window.setTimeout = (action, delay) => window.planned.push(action)");
    Later("window.setTimeout = window.realSetTimeout")
}

/// Lets all that happen that the app has planned for later.
pub fn let_time_pass() {
    run("window.planned.splice(0).forEach(action => action())");
}

/// Catches what is put on the clipboard and what is downloaded, until the returned value is dropped.
#[must_use]
pub fn catch_what_leaves() -> Later {
    run("window.copied = '';
         window.downloaded = [];
         navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };
         window.realCreate ??= URL.createObjectURL;
         URL.createObjectURL = blob => { window.blob = blob; return 'blob:none'; };
         HTMLAnchorElement.prototype.click = function () { window.downloaded = [this.download, window.blob.text()]; }");
    Later(
        "delete navigator.clipboard.writeText;
         URL.createObjectURL = window.realCreate;
         delete HTMLAnchorElement.prototype.click",
    )
}

/// Lets the browser refuse the clipboard, until the returned value is dropped.
#[must_use]
pub fn refuse_clipboard() -> Later {
    run("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))");
    Later("delete navigator.clipboard.writeText")
}

/// What was put on the clipboard.
pub fn copied() -> String {
    run("return window.copied").as_string().unwrap()
}

/// The name and the text of the file that was downloaded last.
pub async fn downloaded() -> (String, String) {
    let file: Array = run("return window.downloaded").unchecked_into();
    let text = JsFuture::from(file.get(1).unchecked_into::<Promise>()).await.unwrap();
    (file.get(0).as_string().unwrap(), text.as_string().unwrap())
}

/// Lets another window of the app change what the device keeps under a name, also while it refuses this
/// one.
pub fn change_elsewhere(name: &str, text: &str) {
    run_with(
        "(window.realSetItem ?? Storage.prototype.setItem).call(localStorage, a, b);
         dispatchEvent(new StorageEvent('storage', { key: a, newValue: b }))",
        &[name.into(), text.into()],
    );
}

/// Lets the page come back from the back/forward cache.
pub fn come_back() {
    run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
}

/// Lets the person come back to the window.
pub fn look_again() {
    run("dispatchEvent(new Event('focus'))");
}
