//! What is shown until the register is there, and where it is not to be had.

use super::{Notice, NoticeKind, fetch_error_text};
use crate::browser::page;
use crate::domain::register::Register;
use crate::ui::i18n::*;
use crate::ui::providers::{RegisterError, use_register};
use leptos::prelude::*;
use std::sync::Arc;

/// Shows what stands on the register once it has loaded, how far it has come until then, and what
/// went wrong where it did not arrive.
#[component]
pub fn RegisterGate<V, C>(children: C) -> impl IntoView
where
    V: IntoView + 'static,
    C: Fn(Arc<Register>) -> V + Send + Sync + 'static,
{
    let register = use_register();
    move || match register.get() {
        None => view! { <RegisterLoading /> }.into_any(),
        Some(Ok(register)) => children(register).into_any(),
        Some(Err(error)) => view! { <NotLoaded error /> }.into_any(),
    }
}

/// The room that rows will take, and how much has arrived.
#[component]
pub fn RegisterLoading() -> impl IntoView {
    let locale = use_locale();
    let register = use_register();
    let received = move || {
        let progress = register.progress();
        let received = progress.received / 1000;
        match progress.total {
            Some(total) => td_string!(locale, register.received_of, received, total = total / 1000),
            None => td_string!(locale, register.received, received),
        }
    };
    let rows = (0..6).map(|_| {
        view! {
            <li class="hit">
                <div>
                    <span class="skeleton w-2" />
                    <span class="skeleton w-3" />
                </div>
                <span class="skeleton mark-room" />
            </li>
        }
    });
    view! {
        <div class="loading">
            <p role="status">
                {td_string!(locale, register.loading)} " " <span class="hint">{received}</span>
            </p>
            <ul class="hit-list" aria-hidden="true">
                {rows.collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn NotLoaded(error: RegisterError) -> impl IntoView {
    let locale = use_locale();
    let register = use_register();
    let retry = move |_| {
        register.retry();
        page::focus_main();
    };
    view! {
        <Notice kind=NoticeKind::Error>
            <p>
                <RegisterProblem error />
            </p>
            <div class="actions">
                <button class="button" type="button" on:click=retry>
                    {td_string!(locale, register.retry)}
                </button>
            </div>
        </Notice>
    }
}

/// Why there is no register, in words.
#[component]
pub fn RegisterProblem(error: RegisterError) -> impl IntoView {
    let locale = use_locale();
    match error {
        RegisterError::NotLoaded(error) => {
            td_string!(locale, register.not_loaded, why = fetch_error_text(locale, &error))
        }
        RegisterError::NotARegister(name, why) => {
            td_string!(locale, register.not_a_register, name, why = why.to_string())
        }
    }
}
