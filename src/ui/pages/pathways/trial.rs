//! A pathway beside the person's own: one that a link brought, and one that is only tried out.

use super::DONE_TITLE;
use crate::browser::page;
use crate::ui::components::Notice;
use crate::ui::i18n::*;
use crate::ui::providers::{TrialKind, use_pathway};
use leptos::prelude::*;

/// What takes the focus when something else than the own pathway is on screen.
pub const TRIAL_TITLE: &str = "trial-title";

/// What is said of a pathway beside the person's own.
struct Words {
    title: String,
    /// What becomes of the own one.
    own: &'static str,
    /// How to go back to it; none where it is empty and the link is all there is.
    show_own: Option<&'static str>,
    adopt: &'static str,
    adopted: &'static str,
}

impl Words {
    fn of(locale: Locale, kind: &TrialKind, has_own: bool) -> Self {
        match kind {
            TrialKind::Link if !has_own => Self {
                title: td_string!(locale, pathways.shared.title).to_owned(),
                own: td_string!(locale, pathways.shared.without_own),
                show_own: None,
                adopt: td_string!(locale, pathways.trial.adopt),
                adopted: td_string!(locale, pathways.shared.adopted),
            },
            TrialKind::Link => Self {
                title: td_string!(locale, pathways.shared.title).to_owned(),
                own: td_string!(locale, pathways.shared.own),
                show_own: Some(td_string!(locale, pathways.shared.show_own)),
                adopt: td_string!(locale, pathways.shared.adopt),
                adopted: td_string!(locale, pathways.shared.adopted),
            },
            TrialKind::Copy(_) => Self {
                title: td_string!(locale, pathways.trial.title).to_owned(),
                own: td_string!(locale, pathways.trial.own),
                show_own: Some(td_string!(locale, pathways.trial.show_own)),
                adopt: td_string!(locale, pathways.trial.adopt),
                adopted: td_string!(locale, pathways.trial.adopted),
            },
            TrialKind::Plan(name) => Self {
                title: td_string!(locale, pathways.plans.shown, name = name.clone()),
                own: td_string!(locale, pathways.plans.own),
                show_own: Some(td_string!(locale, pathways.trial.show_own)),
                adopt: td_string!(locale, pathways.plans.adopt),
                adopted: td_string!(locale, pathways.trial.adopted),
            },
        }
    }
}

/// Says that the pathway on screen is not the person's own, and how to go back to that.
#[component]
pub fn TrialNotice() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let kind = Memo::new(move |_| pathway.trial());
    let has_own = Memo::new(move |_| !pathway.own().is_empty());
    move || {
        let words = Words::of(locale, &kind.get()?, has_own.get());
        let show_own = move |_| {
            pathway.show_own(td_string!(locale, pathways.trial.left).to_owned());
            page::focus(DONE_TITLE);
        };
        let adopt = move |_| {
            pathway.adopt(words.adopted.to_owned());
            page::focus(DONE_TITLE);
        };
        Some(view! {
            <Notice>
                <h2 id=TRIAL_TITLE class="notice-title" tabindex="-1">
                    {words.title}
                </h2>
                <p>{words.own}</p>
                <div class="actions">
                    {words
                        .show_own
                        .map(|name| {
                            view! {
                                <button class="button small" type="button" on:click=show_own>
                                    {name}
                                </button>
                            }
                        })} <button class="button small" type="button" on:click=adopt>
                        {words.adopt}
                    </button>
                </div>
            </Notice>
        })
    }
}

/// Starts to try something out, where there is an own pathway to keep out of it.
#[component]
pub fn TryOut() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let is_needless = move || pathway.trial().is_some() || pathway.own().is_empty();
    let start = move |_| {
        pathway.try_out();
        request_animation_frame(|| page::focus(TRIAL_TITLE));
    };
    view! {
        <div class="try-out" hidden=is_needless>
            <button class="button small" type="button" on:click=start>
                {td_string!(locale, pathways.trial.start)}
            </button>
            <p class="hint">{td_string!(locale, pathways.trial.start_note)}</p>
        </div>
    }
}
