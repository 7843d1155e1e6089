//! What stands in the place of the register until it is there.

use crate::domain::register::Register;
use crate::ui::reactive::view;
use crate::ui::state::{RegisterState, State};
use crate::ui::tree::{Element, button, el, none, p};
use crate::ui::words::register as words;
use std::sync::Arc;

/// Shows how far the register has loaded, what went wrong, or what `then` makes of it.
pub fn with_register(then: impl Fn(Arc<Register>) -> Element + Send + 'static) -> Element {
    loaded(Box::new(then))
}

/// What is told of something that went wrong; nothing where nothing did.
pub fn notice(text: String, role: &'static str) -> Element {
    if text.is_empty() { none() } else { p(text).class("notice").set("role", role) }
}

fn loaded(then: Box<dyn Fn(Arc<Register>) -> Element + Send>) -> Element {
    let register = State::get().register;
    view(move || match register.state() {
        RegisterState::Loading(progress) => {
            let (received, total) = (progress.received / 1000, progress.total.map(|total| total / 1000));
            el("div")
                .class("loading")
                .put(p(words::LOADING).set("role", "status"))
                .put(p(words::received(received, total)).class("hint"))
        }
        RegisterState::Failed(why) => el("div")
            .class("notice")
            .set("role", "alert")
            .put(p(why))
            .put(button(words::TRY_AGAIN, move || register.try_again())),
        RegisterState::Ready(register) => then(register),
    })
}
