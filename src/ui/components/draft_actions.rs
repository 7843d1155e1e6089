//! What can be done with the whole draft.

use super::{FileButton, Icon, icons};
use crate::browser::files;
use crate::domain::draft::Draft;
use crate::domain::draft::examples::EXAMPLES;
use crate::ui::i18n::*;
use crate::ui::providers::{SCRATCH_PATH, use_draft};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// The rest of a button's name, which sighted people read from what is around it.
fn unseen(children: ChildrenFn) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}

/// Saving, opening, and a menu with a new draft and the real cases.
#[component]
pub fn DraftActions() -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let (navigate, location) = (use_navigate(), use_location());
    let is_empty = Memo::new(move |_| draft.with(Draft::is_empty));
    let save = move |_| files::download(td_string!(locale, draft.file_name), &draft.with(Draft::to_json));
    let open_example = move |example| {
        let navigate = navigate.clone();
        spawn_local(async move {
            if draft.open_example(example).await {
                // It is looked at on the day that the address says.
                let query = location.search.get_untracked();
                let query = if query.is_empty() { query } else { format!("?{query}") };
                navigate(&format!("{SCRATCH_PATH}{query}"), NavigateOptions::default());
            }
        });
    };
    let examples = EXAMPLES
        .iter()
        .map(|example| {
            let open_example = open_example.clone();
            view! { <MenuButton on_choose=move |()| open_example(example)>{example.name}</MenuButton> }
        })
        .collect_view();
    // What takes the own draft's place is beside the own draft only.
    let is_own = !draft.is_scratch();
    let open = is_own.then(|| {
        view! {
            <FileButton on_file=Callback::new(move |file| draft.open(&file))>
                <Icon icon=icons::FOLDER_OPEN />
                {td!(locale, draft.open, <rest> = unseen)}
            </FileButton>
        }
    });
    let start_new = is_own.then(|| {
        view! {
            <MenuButton on_choose=move |()| draft.start_new(td_string!(locale, draft.new_done).to_owned())>
                <Icon icon=icons::FILE_PLUS />
                {td_string!(locale, draft.new)}
            </MenuButton>
            <hr />
        }
    });
    view! {
        <div class="actions">
            <button class="button primary" type="button" disabled=move || is_empty.get() on:click=save>
                <Icon icon=icons::DOWNLOAD />
                {td!(locale, draft.save, <rest> = unseen)}
            </button>
            {open}
            <button class="button" type="button" popovertarget="draft-menu">
                {td_string!(locale, draft.more)}
                <Icon icon=icons::CHEVRON_DOWN />
            </button>
            <div class="menu" id="draft-menu" popover>
                {start_new}
                <p class="menu-title">{td_string!(locale, draft.examples)}</p>
                {examples}
                <p class="hint">{td_string!(locale, draft.examples_note)}</p>
            </div>
        </div>
    }
}

/// A choice of the menu, which closes it.
#[component]
fn MenuButton(#[prop(into)] on_choose: Callback<()>, children: Children) -> impl IntoView {
    view! {
        <button
            class="button"
            type="button"
            popovertarget="draft-menu"
            popovertargetaction="hide"
            on:click=move |_| on_choose.run(())
        >
            {children()}
        </button>
    }
}
