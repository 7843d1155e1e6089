//! How the draft is kept, and what was opened or could not be.

use super::{Icon, Notice, NoticeKind, fetch_error_text, icons};
use crate::browser::{intl, page};
use crate::ui::i18n::*;
use crate::ui::providers::{DraftNotice, Saved, use_draft};
use leptos::prelude::*;

/// Whether the device keeps the draft.
#[component]
pub fn SavedLine() -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let is_saved = move || draft.saved() == Saved::Yes;
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
        draft.notice().map(|notice| {
            let kind = match notice {
                DraftNotice::Opened { .. } => NoticeKind::Info,
                DraftNotice::ChangedElsewhere => NoticeKind::Warning,
                _ => NoticeKind::Error,
            };
            view! {
                <Notice kind>
                    <p>{words(locale, &notice)}</p>
                    <div class="actions">
                        <button class="button small" type="button" on:click=dismiss>
                            {td_string!(locale, app.dismiss)}
                        </button>
                    </div>
                </Notice>
            }
        })
    };
    view! {
        {refused}
        {shown}
    }
}

fn words(locale: Locale, notice: &DraftNotice) -> String {
    match notice {
        DraftNotice::Opened { name, unknown, encoding } => {
            let mut words = vec![td_string!(locale, draft.notice.opened, name = name.clone())];
            if let Some(encoding) = encoding {
                words.push(td_string!(locale, draft.notice.encoding, encoding = *encoding));
            }
            if !unknown.is_empty() {
                let fields: Vec<&str> = unknown.iter().map(|problem| problem.at.as_str()).collect();
                let fields = intl::listed(td_string!(locale, app.language_tag), &fields);
                words.push(td_string!(locale, draft.notice.unknown_fields, fields));
            }
            words.join(" ")
        }
        DraftNotice::NotOpened { name, error } => {
            let not_opened =
                td_string!(locale, draft.notice.not_opened, name = name.clone(), why = error.to_string());
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
