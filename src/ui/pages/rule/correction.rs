//! A correction to send, prepared.

use crate::browser::page;
use crate::domain::rulebook::{RULES, Rule};
use crate::ui::i18n::*;
use crate::ui::providers::use_toasts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copies the frame of a correction: which rule, which version, and what to fill in.
#[component]
pub fn Correction(rule: &'static Rule) -> impl IntoView {
    let locale = use_locale();
    let toasts = use_toasts();
    let copy = move |_| {
        let mut clauses: Vec<&str> = rule.edition.iter().map(|edition| edition.clause.as_str()).collect();
        clauses.dedup();
        let text = td_string!(
            locale,
            rules.correction,
            title = rule.title.clone(),
            clauses = clauses.join(", "),
            address = format!("{}/rules/{}", page::origin(), rule.name),
            version = RULES.version.clone()
        );
        spawn_local(async move {
            let message = if page::copy(&text).await {
                td_string!(locale, rules.copied).to_owned()
            } else {
                td_string!(locale, rules.not_copied, text)
            };
            toasts.show(message, None);
        });
    };
    view! {
        <p class="correction">
            {td_string!(locale, rules.correct)} " " <button class="button small" type="button" on:click=copy>
                {td_string!(locale, rules.copy)}
            </button>
        </p>
    }
}
