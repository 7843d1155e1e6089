//! Long work, done in slices between which the browser has its turn: it draws, and hears what is typed.

use js_sys::Promise;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// How long a slice takes, in milliseconds: short enough that nobody feels it.
const SLICE: f64 = 10.0;

/// The slices of some work. Whoever drops the future that does the work stops it.
pub struct Slices {
    /// When the one that goes on began.
    start: Cell<f64>,
}

impl Slices {
    /// The first slice begins.
    pub fn start() -> Self {
        Self { start: Cell::new(now()) }
    }

    /// The pauses of work that is done in parts: one type for all such work, which is compiled once.
    pub fn pauses(&self) -> impl AsyncFn() {
        async || self.pause().await
    }

    /// Gives the browser its turn where the time of a slice is over; else goes on.
    pub async fn pause(&self) {
        if now() - self.start.get() >= SLICE {
            turn_of_browser().await;
            self.start.set(now());
        }
    }
}

/// Lets the browser do what it has to do. A message is sooner back than a timer, which browsers hold up.
async fn turn_of_browser() {
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
