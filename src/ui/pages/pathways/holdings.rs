//! What somebody has done.

use super::shared::ShareButton;
use super::{DONE_TITLE, MAX_OFFERS};
use crate::browser::page;
use crate::domain::register::{Query, Register};
use crate::ui::components::{Combobox, Icon, Offer, TitleLink, icons, size_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// What is held, and a search to add to it.
#[component]
pub fn HoldingsList(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let held = Memo::new(move |_| pathway.get().holdings);
    let offers = {
        let register = register.clone();
        move |text: &str| {
            let answer = register.search(&Query::new(text.to_owned()).with_limit(MAX_OFFERS));
            let found = answer.hits.into_iter().filter_map(|hit| register.credential(&hit.key));
            found
                .map(|credential| Offer {
                    key: credential.key.clone(),
                    title: credential.title.clone(),
                    hint: size_text(locale, credential.level, credential.credits),
                })
                .collect()
        }
    };
    let on_choose = Callback::new(move |offer: Offer| {
        pathway.hold(&offer.key, td_string!(locale, pathways.done.added, title = offer.title));
    });
    let kept = move || {
        if pathway.is_saved() {
            td_string!(locale, pathways.done.kept)
        } else {
            td_string!(locale, pathways.done.not_kept)
        }
    };
    view! {
        <section aria-labelledby=DONE_TITLE>
            <h2 id=DONE_TITLE tabindex="-1">
                {td_string!(locale, pathways.done.title)}
            </h2>
            <p hidden=move || !held.with(Vec::is_empty)>{td_string!(locale, pathways.done.none)}</p>
            <ul class="done-list" hidden=move || held.with(Vec::is_empty)>
                <For each=move || held.get() key=String::clone let(key)>
                    <Holding register=register.clone() key />
                </For>
            </ul>
            <Combobox id="add" label=td_string!(locale, pathways.done.search) offers on_choose />
            <p class="hint">{kept}</p>
            <ShareButton />
        </section>
    }
}

#[component]
fn Holding(register: Arc<Register>, key: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = register.title(&key).unwrap_or(&key).to_owned();
    let size = register.credential(&key);
    let size = size.map(|credential| size_text(locale, credential.level, credential.credits));
    let link = view! { <TitleLink register key=Some(key.clone()) title=title.clone() /> };
    let name = title.clone();
    let remove = move |_| {
        pathway.drop(&key, td_string!(locale, pathways.done.removed, title = title.clone()));
        page::focus(DONE_TITLE);
    };
    view! {
        <li>
            <Icon icon=icons::CIRCLE_CHECK />
            {link}
            <span class="hint">{size}</span>
            <button
                class="button quiet small icon-only"
                type="button"
                aria-label=td_string!(locale, pathways.done.remove_named, title = name)
                on:click=remove
            >
                <Icon icon=icons::X />
            </button>
        </li>
    }
}
