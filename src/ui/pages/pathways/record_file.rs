//! The record as a file: saved, and opened beside what is there.

use super::shared::FILE_NAME;
use crate::browser::files::{self, ChosenFile};
use crate::domain::day::{Day, spelled};
use crate::domain::pathways::{Opened, open};
use crate::domain::register::Register;
use crate::domain::{Problem, ReadError};
use crate::ui::components::{FileButton, Icon, Notice, NoticeKind, icons};
use crate::ui::i18n::*;
use crate::ui::providers::{use_pathway, use_today};
use leptos::prelude::*;
use std::sync::Arc;

/// What came of the file that was opened last.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// It was added, but for what was not understood.
    Added { name: String, is_badge: bool, expired: Option<Day>, problems: Vec<Problem> },
    /// Nothing of it can be used.
    Refused { name: String, why: ReadError },
}

/// Saves what somebody has done as a file, and adds what is in a file or a badge.
#[component]
pub fn RecordFile(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let today = use_today();
    let outcome = RwSignal::new(None::<Outcome>);
    let save = move |_| files::download(FILE_NAME, &pathway.get().to_json());
    let on_file = Callback::new(move |file: ChosenFile| {
        let name = file.name;
        outcome.set(Some(match open(&register, &file.bytes, &file.text) {
            Ok(Opened { pathway: opened, problems, is_badge, valid_to }) => {
                let expired = valid_to.filter(|last| *last < untrack(|| today.get()));
                let there = untrack(|| pathway.get());
                let count = opened.holdings.iter().filter(|holding| !there.has(holding)).count();
                pathway.join(&opened, td_string!(locale, pathways.done.opened, count, name = name.clone()));
                Outcome::Added { name, is_badge, expired, problems }
            }
            Err(why) => Outcome::Refused { name, why },
        }));
    });
    let dismiss = Callback::new(move |()| outcome.set(None));
    let said = move || match outcome.get()? {
        Outcome::Refused { name, why } => Some(
            view! {
                <Notice kind=NoticeKind::Error on_dismiss=dismiss>
                    <p>{td_string!(locale, pathways.done.refused, name, why = why.to_string())}</p>
                </Notice>
            }
            .into_any(),
        ),
        Outcome::Added { is_badge: false, problems, .. } if problems.is_empty() => None,
        Outcome::Added { name, is_badge, expired, problems } => {
            let items =
                problems.iter().map(|problem| view! { <li>{problem.to_string()}</li> }).collect_view();
            let faults = (!problems.is_empty()).then(|| {
                view! {
                    <p>{td_string!(locale, pathways.done.problems, count = problems.len(), name)}</p>
                    <ul>{items}</ul>
                }
            });
            let badge = is_badge.then(|| view! { <p>{td_string!(locale, pathways.done.is_badge)}</p> });
            let expired = expired.map(|last| {
                view! { <p>{td_string!(locale, pathways.done.expired, day = spelled(last))}</p> }
            });
            Some(view! { <Notice on_dismiss=dismiss>{expired} {badge} {faults}</Notice> }.into_any())
        }
    };
    view! {
        <div class="actions">
            <button class="button small" type="button" hidden=move || pathway.get().is_empty() on:click=save>
                <Icon icon=icons::DOWNLOAD />
                {td_string!(locale, pathways.done.save_file)}
            </button>
            <FileButton
                on_file
                class="button small"
                accept=".json,.jsonld,.jwt,.txt,.png,application/json,application/ld+json,image/png"
            >
                <Icon icon=icons::FOLDER_OPEN />
                {td_string!(locale, pathways.done.open_file)}
            </FileButton>
        </div>
        {said}
    }
}
