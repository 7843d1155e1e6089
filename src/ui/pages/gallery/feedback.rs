//! What the page says: notices, toasts, what is loading, and where nothing is.

use super::section::{Named, Section, States};
use crate::browser::fetch::FetchError;
use crate::domain::register::Register;
use crate::ui::components::{EmptyState, Icon, Notice, NoticeKind, RegisterLoading, RegisterProblem, icons};
use crate::ui::providers::{RegisterError, use_toasts};
use leptos::prelude::*;
use std::sync::Arc;

/// The kinds of notice, and why there is no register.
#[component]
pub fn Notices() -> impl IntoView {
    let not_a_register = Register::read("[]").err();
    let not_a_register =
        not_a_register.map(|error| RegisterError::NotARegister("example.json".to_owned(), error));
    let not_loaded =
        [FetchError::Unreachable, FetchError::Refused(404), FetchError::BrokenOff, FetchError::NotText];
    let problems = not_loaded.map(RegisterError::NotLoaded).into_iter().chain(not_a_register);
    let problem = |error| {
        view! {
            <Notice kind=NoticeKind::Error>
                <p>
                    <RegisterProblem error />
                </p>
            </Notice>
        }
    };
    view! {
        <Section title="Notices">
            <Notice>
                <p>"Good to know: example.json is open."</p>
                <div class="actions">
                    <button class="button small" type="button">
                        "Dismiss"
                    </button>
                </div>
            </Notice>
            <Notice kind=NoticeKind::Warning>
                <h3 class="notice-title">"With a heading"</h3>
                <p>"Something that may go wrong: the example was changed in another window."</p>
            </Notice>
            <Notice kind=NoticeKind::Error>
                <p>"Something that went wrong: the example could not be kept."</p>
            </Notice>
            <h3>"Why there is no register"</h3>
            {problems.map(problem).collect_view()}
        </Section>
    }
}

/// Buttons that show a toast.
#[component]
pub fn ToastButtons() -> impl IntoView {
    let toasts = use_toasts();
    let plain = move |_| {
        toasts.show("The example was saved".to_owned(), None);
    };
    let undone = move |_| {
        toasts.show("The example was removed".to_owned(), Some(Arc::new(|| ())));
    };
    view! {
        <Section title="Toasts">
            <div class="actions">
                <button class="button" type="button" on:click=plain>
                    "Show a toast"
                </button>
                <button class="button" type="button" on:click=undone>
                    "Show a toast with undo"
                </button>
            </div>
        </Section>
    }
}

/// The room that something will take.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <Section title="Loading">
            <RegisterLoading />
        </Section>
    }
}

/// Where nothing is.
#[component]
pub fn Empty() -> impl IntoView {
    view! {
        <Section title="Empty">
            <States>
                <Named name="With the first thing to do">
                    <EmptyState icon=icons::ARROW_RIGHT title="Nothing yet">
                        <p>"Search for an example that you have done."</p>
                    </EmptyState>
                </Named>
                <Named name="With a button">
                    <EmptyState icon=icons::SEARCH title="Nothing found">
                        <p>"Try fewer words, or fewer filters."</p>
                        <button class="button" type="button">
                            <Icon icon=icons::X />
                            "Clear all filters"
                        </button>
                    </EmptyState>
                </Named>
            </States>
        </Section>
    }
}
