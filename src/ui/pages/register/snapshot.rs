//! The snapshot that the register page stands on, and another in its place.

use crate::domain::register::Register;
use crate::ui::components::{FileButton, Icon, Notice, NoticeKind, RegisterProblem, icons};
use crate::ui::i18n::*;
use crate::ui::providers::use_register;
use leptos::prelude::*;
use std::sync::Arc;

/// What the snapshot is and what is thin in it.
#[component]
pub fn About(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let problems = register.problems();
    let faults = (!problems.is_empty()).then(|| {
        view! {
            <details class="fold" open>
                <summary>{td_string!(locale, register.problems, count = problems.len())}</summary>
                <ul>
                    {problems.iter().map(|problem| view! { <li>{problem.to_string()}</li> }).collect_view()}
                </ul>
            </details>
        }
    });
    let as_at = td_string!(
        locale,
        register.as_at,
        day = register.stamp().as_at.clone(),
        credentials = register.credentials().len(),
        qualifications = register.qualifications().len(),
        standards = register.standards().len(),
        stacks = register.stacks().len()
    );
    view! {
        <section class="section about">
            <h2>{td_string!(locale, register.about)}</h2>
            {faults}
            <p>{as_at}</p>
            <p>{register.source().to_owned()}</p>
            <details class="fold">
                <summary>{td_string!(locale, register.limits)}</summary>
                <ul>
                    {register.notes().iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view()}
                </ul>
            </details>
            <p class="hint">{register.licence().to_owned()}</p>
        </section>
    }
}

/// A newer snapshot in place of the shipped one.
#[component]
pub fn OtherSnapshot() -> impl IntoView {
    let locale = use_locale();
    let register = use_register();
    let opening = move || register.is_opening().then(|| td_string!(locale, register.loading));
    let refused = move || {
        register.refused().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error>
                    <p>
                        <RegisterProblem error />
                    </p>
                </Notice>
            }
        })
    };
    view! {
        <section class="section another">
            <h2>{td_string!(locale, register.another)}</h2>
            <p>{td_string!(locale, register.another_why)}</p>
            <FileButton on_file=Callback::new(move |file| register.open(file))>
                <Icon icon=icons::FOLDER_OPEN />
                {td_string!(locale, register.open)}
            </FileButton>
            <p role="status">{opening}</p>
            {refused}
        </section>
    }
}
