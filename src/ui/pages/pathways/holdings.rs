//! What somebody has done.

use super::shared::ShareButton;
use super::{DONE_TITLE, MAX_OFFERS};
use crate::browser::page;
use crate::domain::measure::{Credits, Level};
use crate::domain::pathways::{Held, Holding};
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
        pathway.hold(
            Holding::credential(&offer.key),
            td_string!(locale, pathways.done.added, title = offer.title),
        );
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
                <For each=move || held.get() key=|held| held.what.clone() let(held)>
                    <HoldingItem register=register.clone() held />
                </For>
            </ul>
            <Combobox id="add" label=td_string!(locale, pathways.done.search) offers on_choose />
            <p class="hint">{kept}</p>
            <ShareButton />
        </section>
    }
}

#[component]
fn HoldingItem(register: Arc<Register>, held: Holding) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = title_of(&register, &held);
    let (level, credits) = size_of(&register, &held);
    let size = (level.is_some() || credits.is_some()).then(|| size_text(locale, level, credits));
    let key = Some(held.name().to_owned());
    let link = view! { <TitleLink register key title=title.clone() /> };
    let name = title.clone();
    let remove = move |_| {
        pathway.drop(&held, td_string!(locale, pathways.done.removed, title = title.clone()));
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

/// What a holding is called on the register, and else as its file calls it.
fn title_of(register: &Register, held: &Holding) -> String {
    let name = held.name();
    let title = match &held.what {
        Held::Credential(key, _) | Held::Qualification(key) => register.title(key),
        Held::Standard(id) => register.standard(id).and_then(|standard| standard.title.as_deref()),
        Held::Other(_) | Held::PriorLearning(_) => None,
    };
    title.unwrap_or(name).to_owned()
}

/// The level and credits of a holding: its own, and else those of the register.
fn size_of(register: &Register, held: &Holding) -> (Option<Level>, Option<Credits>) {
    let name = held.name();
    let listed = match &held.what {
        Held::Credential(..) => register.credential(name).map(|found| (found.level, found.credits)),
        Held::Qualification(_) => register.qualification(name).map(|found| (found.level, found.credits())),
        Held::Standard(_) => register.standard(name).map(|found| (found.level, found.credits)),
        Held::Other(_) | Held::PriorLearning(_) => None,
    };
    let (level, credits) = listed.unwrap_or_default();
    (held.level.or(level), held.credits.or(credits))
}
