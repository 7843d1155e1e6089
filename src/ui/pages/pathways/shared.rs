//! A pathway as a link: opened, and copied to be shared.

use crate::browser::{files, page};
use crate::domain::pathways::{Pathway, PlanSettings};
use crate::ui::components::{Icon, icons};
use crate::ui::i18n::*;
use crate::ui::providers::{TrialKind, use_pathway, use_register, use_toasts};
use crate::ui::query::{in_place, params_of, spelled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_location, use_navigate};

/// Where the page is.
const PAGE: &str = "/pathways";
/// The name of the file in which a pathway is kept.
pub const FILE_NAME: &str = "waymark-record.json";
/// The most characters that a link may have: some programs cut off what is longer.
const MAX_LINK: usize = 2000;

/// The pathway that a query or a fragment spells, and how plans are made for it, where that is said.
fn spelled_in(text: &str) -> Option<(Pathway, Option<PlanSettings>)> {
    let params = params_of(text);
    let params = params.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    Some((Pathway::from_params(params.clone())?, PlanSettings::from_params(params)))
}

/// The address of the page with a pathway in its fragment, and how plans are made for it.
fn address_of(pathway: &Pathway, settings: PlanSettings) -> String {
    let params = [pathway.to_params(), settings.to_params()].concat();
    format!("{PAGE}#{}", spelled(&params))
}

/// Shows the pathway that a link brings in its fragment. A link may also have it in the query, from
/// where it moves to the fragment at once. Once something else is on screen, the address has it no longer: who
/// comes back finds what they left.
pub fn read_link() {
    let pathway = use_pathway();
    let location = use_location();
    let (locale, navigate) = (use_locale(), use_navigate());
    let drop_link = navigate.clone();
    Effect::new(move |_| {
        if let Some((old, settings)) = location.search.with(|query| spelled_in(query)) {
            navigate(&address_of(&old, settings.unwrap_or_default()), in_place());
        } else if let Some((shared, settings)) = location.hash.with(|fragment| spelled_in(fragment)) {
            pathway.show_link(shared, settings, td_string!(locale, pathways.shared.opened).to_owned());
        }
    });
    let register = use_register();
    Effect::new(move |_| {
        if let Some(register) = register.ready() {
            pathway.resolve_link(&register);
        }
    });
    Effect::new(move |_| {
        let is_other = pathway.trial() != Some(TrialKind::Link);
        if is_other && location.hash.with_untracked(|fragment| spelled_in(fragment)).is_some() {
            drop_link(PAGE, in_place());
        }
    });
    on_cleanup(move || pathway.leave_link());
}

/// Copies a link to the pathway on screen; where that would be too long, offers a file.
#[component]
pub fn ShareButton() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let toasts = use_toasts();
    let link =
        Memo::new(move |_| format!("{}{}", page::origin(), address_of(&pathway.get(), pathway.settings())));
    let share = move |_| {
        let link = link.get();
        spawn_local(async move {
            let message = if page::copy(&link).await {
                td_string!(locale, pathways.copied).to_owned()
            } else {
                td_string!(locale, pathways.not_copied, link)
            };
            toasts.show(message, None);
        });
    };
    let save = move |_| files::download(FILE_NAME, &pathway.get().to_json());
    let length = move || link.with(String::len);
    view! {
        <div class="share" hidden=move || pathway.get().is_empty()>
            <Show
                when=move || length() <= MAX_LINK
                fallback=move || {
                    view! {
                        <button class="button small" type="button" on:click=save>
                            <Icon icon=icons::DOWNLOAD />
                            {td_string!(locale, pathways.share_file)}
                        </button>
                        <p class="hint">
                            {move || {
                                td_string!(locale, pathways.too_long, length = length(), most = MAX_LINK)
                            }}
                        </p>
                    }
                }
            >
                <button class="button small" type="button" on:click=share>
                    <Icon icon=icons::LINK />
                    {td_string!(locale, pathways.share)}
                </button>
                <p class="hint">{td_string!(locale, pathways.share_note)}</p>
            </Show>
        </div>
    }
}
