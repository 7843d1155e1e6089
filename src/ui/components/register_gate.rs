//! What is shown until the register is there, and where it is not to be had.

use super::{Notice, NoticeKind};
use crate::browser::fetch::FetchError;
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
    C: Fn(Arc<Register>) -> V + Clone + Send + Sync + 'static,
{
    let register = use_register();
    move || match register.opened() {
        // A file that is open does not wait for the shipped snapshot.
        Some(opened) => children(opened).into_any(),
        None => view! { <ShippedRegister children=children.clone() /> }.into_any(),
    }
}

#[component]
fn ShippedRegister<V, C>(children: C) -> impl IntoView
where
    V: IntoView + 'static,
    C: Fn(Arc<Register>) -> V + Clone + Send + Sync + 'static,
{
    let register = use_register();
    view! {
        <Transition fallback=RegisterLoading>
            <ErrorBoundary fallback=|errors| {
                view! { <NotLoaded errors /> }
            }>
                {move || {
                    let children = children.clone();
                    Suspend::new(async move { register.shipped().await.map(children) })
                }}
            </ErrorBoundary>
        </Transition>
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
fn NotLoaded(errors: ArcRwSignal<Errors>) -> impl IntoView {
    let locale = use_locale();
    let register = use_register();
    let problem = move || {
        errors.read().iter().find_map(|(_, error)| {
            let error = error.clone().into_inner();
            error.downcast_ref::<RegisterError>().cloned()
        })
    };
    let retry = move |_| {
        register.retry();
        page::focus_main();
    };
    view! {
        <Notice kind=NoticeKind::Error>
            <p>{move || problem().map(|error| view! { <RegisterProblem error /> })}</p>
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
    move || match &error {
        RegisterError::NotLoaded(FetchError::Unreachable) => {
            td_string!(locale, register.unreachable).to_owned()
        }
        RegisterError::NotLoaded(FetchError::Refused(status)) => {
            td_string!(locale, register.refused, status = *status)
        }
        RegisterError::NotLoaded(FetchError::BrokenOff) => td_string!(locale, register.broken_off).to_owned(),
        RegisterError::NotLoaded(FetchError::NotText) => td_string!(locale, register.not_text).to_owned(),
        RegisterError::NotARegister(name, why) => {
            td_string!(locale, register.not_a_register, name = name.clone(), why = why.to_string())
        }
    }
}
