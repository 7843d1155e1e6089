//! How the draft is kept, what was opened or could not be, and that an example is tried.

use super::{Icon, Notice, NoticeKind, OddityText, fetch_error_text, icons};
use crate::browser::files::LettersDoubt;
use crate::browser::page;
use crate::domain::ReadError;
use crate::domain::draft::{Draft, Oddity};
use crate::ui::i18n::*;
use crate::ui::providers::{DRAFT_PATH, DraftNotice, Saved, use_draft};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// How many parts of a file that could not be understood are named at once.
const FIRST_ODDITIES: usize = 3;

/// Whether the device keeps the draft.
#[component]
pub fn SavedLine() -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let is_saved = move || draft.saved() == Saved::Yes;
    (!draft.is_scratch()).then(|| {
        view! {
            <p class="saved" role="status">
                {move || is_saved().then(|| view! { <Icon icon=icons::CHECK /> })}
                {move || match draft.saved() {
                    Saved::Unchanged => td_string!(locale, draft.saving),
                    Saved::Yes => td_string!(locale, draft.saved),
                    Saved::Refused => "",
                }}
            </p>
        }
    })
}

/// Says that an example is tried, with the way back; nothing where the own draft is on screen.
#[component]
pub fn ScratchBar() -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let navigate = use_navigate();
    let words = move || {
        if draft.with_own(Draft::is_empty) {
            td_string!(locale, draft.scratch.none_of_your_own)
        } else {
            td_string!(locale, draft.scratch.as_you_left_it)
        }
    };
    let of_register = move || {
        let is_of_register = draft.tried().is_some_and(|tried| tried.is_of_register);
        is_of_register.then(|| view! { <p>{td_string!(locale, draft.scratch.of_register)}</p> })
    };
    let adopt = move |_| {
        draft.adopt_scratch(td_string!(locale, draft.scratch.adopted).to_owned());
        navigate(DRAFT_PATH, NavigateOptions::default());
    };
    draft.is_scratch().then(|| {
        view! {
            <Notice>
                <p class="notice-title" dir="auto">
                    {move || draft.tried().map(|tried| tried.name)}
                </p>
                {of_register}
                <p>{words}</p>
                <div class="actions">
                    <a class="button primary small" href=DRAFT_PATH>
                        {td_string!(locale, draft.scratch.back)}
                    </a>
                    <button class="button small" type="button" on:click=adopt>
                        {td_string!(locale, draft.scratch.adopt)}
                    </button>
                </div>
            </Notice>
        }
    })
}

/// Who “you” is where an entry of the register is read as an application; nothing where none is.
#[component]
pub fn WhoYouAre() -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let is_of_register =
        move || draft.is_scratch() && draft.tried().is_some_and(|tried| tried.is_of_register);
    move || {
        is_of_register()
            .then(|| view! { <p class="hint">{td_string!(locale, draft.scratch.who_you_are)}</p> })
    }
}

/// What the person should know about the draft on screen.
#[component]
pub fn DraftNotices() -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let refused = move || {
        (draft.saved() == Saved::Refused || !draft.versions().is_kept()).then(|| {
            view! {
                <Notice kind=NoticeKind::Error>
                    <p>{td_string!(locale, draft.not_saved)}</p>
                </Notice>
            }
        })
    };
    let dismiss = move |_| {
        draft.dismiss_notice();
        page::focus_main();
    };
    let shown = move || {
        // What was done to the own draft is no news of an example.
        let is_of_own = |notice: &DraftNotice| {
            matches!(notice, DraftNotice::Opened { .. } | DraftNotice::ChangedElsewhere)
        };
        draft.notice().filter(|notice| !(draft.is_scratch() && is_of_own(notice))).map(|notice| {
            let kind = match notice {
                DraftNotice::Opened { .. } => NoticeKind::Info,
                DraftNotice::ChangedElsewhere => NoticeKind::Warning,
                _ => NoticeKind::Error,
            };
            view! {
                <Notice kind on_dismiss=dismiss>
                    <p>{words(locale, &notice)}</p>
                    {odd_parts(locale, &notice)}
                </Notice>
            }
        })
    };
    view! {
        {refused}
        {shown}
    }
}

/// What in an opened file could not be understood: the first parts, and behind a fold the others.
fn odd_parts(locale: Locale, notice: &DraftNotice) -> Option<impl IntoView + use<>> {
    let DraftNotice::Opened { oddities, .. } = notice else { return None };
    let (first, others) = oddities.split_at_checked(FIRST_ODDITIES).unwrap_or((oddities, &[]));
    let list = |oddities: &[Oddity]| {
        let items = oddities.iter().cloned().map(|oddity| {
            view! {
                <li>
                    <OddityText oddity />
                </li>
            }
        });
        let items = items.collect_view();
        view! { <ul class="odd-parts">{items}</ul> }
    };
    let more = (!others.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{td_string!(locale, draft.notice.more_odd, count = others.len())}</summary>
                {list(others)}
            </details>
        }
    });
    let first = (!first.is_empty()).then(|| list(first));
    Some(view! {
        {first}
        {more}
    })
}

fn words(locale: Locale, notice: &DraftNotice) -> String {
    match notice {
        DraftNotice::Opened { name, oddities, doubt } => {
            let mut words = vec![td_string!(locale, draft.notice.opened, name = name.clone())];
            words.extend(doubt.map(|doubt| match doubt {
                LettersDoubt::Encoding(encoding) => td_string!(locale, draft.notice.encoding, encoding),
                LettersDoubt::Broken(count) => td_string!(locale, draft.notice.broken, count),
            }));
            if !oddities.is_empty() {
                words.push(td_string!(locale, draft.notice.odd, count = oddities.len()));
            }
            words.join(" ")
        }
        DraftNotice::NotOpened { name, error } => {
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
            let is_other_file =
                matches!(error, ReadError::NotJson { .. }) && ending.is_some_and(|ending| ending != "json");
            let why = if is_other_file {
                td_string!(locale, draft.notice.other_file).to_owned()
            } else {
                error.to_string()
            };
            let not_opened = td_string!(locale, draft.notice.not_opened, name = name.clone(), why);
            if error.is_newer() {
                format!("{not_opened} {}", td_string!(locale, draft.notice.kept_newer))
            } else {
                not_opened
            }
        }
        DraftNotice::NotLoaded { name, error } => {
            let why = fetch_error_text(locale, error);
            td_string!(locale, draft.notice.not_opened, name = name.clone(), why)
        }
        DraftNotice::Unreadable(error) => {
            td_string!(locale, draft.notice.unreadable, why = error.to_string())
        }
        DraftNotice::ChangedElsewhere => td_string!(locale, draft.notice.elsewhere).to_owned(),
    }
}
