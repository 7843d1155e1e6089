//! Long work, done in slices between which the browser has its turn: it draws, and hears what is typed.
//!
//! ```ignore
//! while slices::has_more_after_slice(|| search.look_at_next()) {
//!     slices::turn_of_browser().await;
//! }
//! ```
//!
//! Whoever drops the future that does so stops the work: `spawn_local_scoped_with_cancellation` does, once its owner
//! is gone or asks anew.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// How long a slice takes, in milliseconds: short enough that nobody feels it.
const SLICE: f64 = 10.0;

/// Does step after step until one answers that there is no more, or the time of a slice is over; answers whether
/// there is more.
pub fn has_more_after_slice(mut step: impl FnMut() -> bool) -> bool {
    let start = now();
    while step() {
        if now() - start >= SLICE {
            return true;
        }
    }
    false
}

/// Lets the browser do what it has to do. A message is sooner back than a timer, which browsers hold up.
pub async fn turn_of_browser() {
    let Ok(channel) = MessageChannel::new() else { return };
    let sent = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(sent).await;
    channel.port1().close();
}

/// The milliseconds since the page was opened, whatever the clock says.
fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
