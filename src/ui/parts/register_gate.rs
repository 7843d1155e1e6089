//! What stands in the place of the register until it is there.

use crate::domain::register::Register;
use crate::ui::reactive::{act, view};
use crate::ui::state::{RegisterState, State};
use crate::ui::words::register as words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows how far the register has loaded, what went wrong, or what `then` makes of it.
pub fn with_register(then: impl Fn(Arc<Register>) -> AnyView + Send + 'static) -> AnyView {
    let register = State::get().register;
    view(move || match register.state() {
        RegisterState::Loading(progress) => {
            let (received, total) = (progress.received / 1000, progress.total.map(|total| total / 1000));
            view! {
                <div class="loading">
                    <p role="status">{words::LOADING}</p>
                    <p class="hint">{words::received(received, total)}</p>
                </div>
            }
            .into_any()
        }
        RegisterState::Failed(why) => {
            let again = act(move |_: MouseEvent| register.try_again());
            view! {
                <div class="notice" role="alert">
                    <p>{why}</p>
                    <button type="button" on:click=again>{words::TRY_AGAIN}</button>
                </div>
            }
            .into_any()
        }
        RegisterState::Ready(register) => then(register),
    })
    .into_any()
}
