//! The list of earlier versions of the draft.

use super::{Icon, PAGE_TITLE, icons};
use crate::browser::{files, intl, page};
use crate::domain::draft::Draft;
use crate::ui::i18n::*;
use crate::ui::providers::{Reason, Version, use_draft, use_toasts};
use leptos::prelude::*;

/// The earlier versions, each to be restored or downloaded; nothing where there are none.
#[component]
pub fn EarlierVersions() -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let versions = Memo::new(move |_| draft.versions().get());
    // They are of the own draft.
    (!draft.is_scratch()).then(|| {
        view! {
            <details class="fold versions" hidden=move || versions.with(Vec::is_empty)>
                <summary>
                    <Icon icon=icons::HISTORY />
                    {move || td_string!(locale, draft.versions.title, count = versions.with(Vec::len))}
                </summary>
                <p class="hint">{td_string!(locale, draft.versions.note)}</p>
                <ul class="version-list">
                    <For each=move || versions.get() key=Version::key let(version)>
                        <VersionItem version />
                    </For>
                </ul>
            </details>
        }
    })
}

#[component]
fn VersionItem(version: Version) -> impl IntoView {
    let locale = use_locale();
    let context = use_draft();
    let toasts = use_toasts();
    let draft = Draft::read(&version.text).ok();
    let title = match &draft {
        None => td_string!(locale, draft.versions.unreadable).to_owned(),
        Some(draft) => {
            draft.title().unwrap_or_else(|| td_string!(locale, draft.versions.untitled).to_owned())
        }
    };
    let when = intl::spelled_moment(td_string!(locale, app.language_tag), &version.put_aside);
    let why = match version.reason {
        Reason::Replaced => td_string!(locale, draft.versions.replaced),
        Reason::EntryRemoved => td_string!(locale, draft.versions.entry_removed),
        Reason::OtherWindow => td_string!(locale, draft.versions.other_window),
        Reason::Unreadable => "",
    };
    let about = match why {
        "" => when.clone(),
        why => td_string!(locale, draft.versions.at, when = when.clone(), why),
    };
    let restore_name =
        td_string!(locale, draft.versions.restore_named, title = title.clone(), when = when.clone());
    let download_name = td_string!(locale, draft.versions.download_named, title = title.clone(), when);
    let restore = draft.map(|draft| {
        let restore = move |_| {
            context.replace(draft.clone());
            toasts.show(td_string!(locale, draft.versions.restored).to_owned(), None);
            page::focus(PAGE_TITLE);
        };
        view! {
            <button class="button small" type="button" aria-label=restore_name on:click=restore>
                {td_string!(locale, draft.versions.restore)}
            </button>
        }
    });
    let text = version.text;
    view! {
        <li>
            <p>
                <strong dir="auto">{title}</strong>
                <span class="hint">{about}</span>
            </p>
            {restore}
            <button
                class="button quiet small"
                type="button"
                aria-label=download_name
                on:click=move |_| files::download(td_string!(locale, draft.file_name), &text)
            >
                {td_string!(locale, draft.versions.download)}
            </button>
        </li>
    }
}
