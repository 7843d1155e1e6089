//! A pathway that came with a link.

use super::DONE_TITLE;
use crate::browser::page;
use crate::ui::components::{Icon, Notice, icons};
use crate::ui::i18n::*;
use crate::ui::providers::{Pathway, use_pathway, use_toasts};
use crate::ui::query::in_place;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::location::{BrowserUrl, LocationProvider};

/// Shows the pathway that a link brings in its fragment. A link may also have it in the query, from
/// where it moves to the fragment at once.
pub fn read_link() {
    let pathway = use_pathway();
    let location = use_location();
    let query = use_query_map();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(old) = query.with(Pathway::from_params) {
            navigate(&format!("/pathways#{}", old.to_params()), in_place());
            return;
        }
        let fragment = location.hash.get();
        let url = BrowserUrl::parse(&format!("/?{}", fragment.trim_start_matches('#')));
        if let Some(shared) = url.ok().and_then(|url| Pathway::from_params(url.search_params())) {
            pathway.show_shared(shared);
        }
    });
    on_cleanup(move || pathway.show_own());
}

/// Says that a pathway came with a link, and how to go back to one's own.
#[component]
pub fn SharedNotice() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let navigate = use_navigate();
    let leave_link = Callback::new(move |()| {
        navigate("/pathways", in_place());
        page::focus(DONE_TITLE);
    });
    let show_own = move |_| {
        pathway.show_own();
        leave_link.run(());
    };
    let adopt = move |_| {
        pathway.adopt_shared(td_string!(locale, pathways.shared.adopted).to_owned());
        leave_link.run(());
    };
    move || {
        pathway.is_shared().then(|| {
            let has_own = !pathway.own().is_empty();
            view! {
                <Notice>
                    <h2 class="notice-title">{td_string!(locale, pathways.shared.title)}</h2>
                    <p hidden=!has_own>{td_string!(locale, pathways.shared.own)}</p>
                    <div class="actions">
                        <button class="button small" type="button" hidden=!has_own on:click=show_own>
                            {td_string!(locale, pathways.shared.show_own)}
                        </button>
                        <button class="button small" type="button" on:click=adopt>
                            {td_string!(locale, pathways.shared.adopt)}
                        </button>
                    </div>
                </Notice>
            }
        })
    }
}

/// Copies a link to the pathway on screen.
#[component]
pub fn ShareButton() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let toasts = use_toasts();
    let share = move |_| {
        let link = format!("{}/pathways#{}", page::origin(), pathway.get().to_params());
        spawn_local(async move {
            let message = if page::copy(&link).await {
                td_string!(locale, pathways.copied).to_owned()
            } else {
                td_string!(locale, pathways.not_copied, link)
            };
            toasts.show(message, None);
        });
    };
    view! {
        <div class="share" hidden=move || pathway.get().is_empty()>
            <button class="button small" type="button" on:click=share>
                <Icon icon=icons::LINK />
                {td_string!(locale, pathways.share)}
            </button>
            <p class="hint">{td_string!(locale, pathways.share_note)}</p>
        </div>
    }
}
