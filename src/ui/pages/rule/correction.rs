//! A correction to send, prepared.

use super::editions::{days_text, in_time_order};
use crate::browser::page;
use crate::domain::rulebook::{RULES, Rule};
use crate::ui::i18n::*;
use crate::ui::providers::use_toasts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copies a correction in which is written what the page says, edition by edition, with what to fill in.
#[component]
pub fn Correction(rule: &'static Rule) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let toasts = use_toasts();
    let copy = move |_| {
        let says = in_time_order(rule).into_iter().map(|edition| {
            let cited = RULES.citation(edition);
            td_string!(
                locale,
                rules.correction_says,
                clause = edition.clause.clone(),
                days = days_text(locale, language, edition),
                says = rule.says(&edition.clause, language).to_owned(),
                source = [&cited.brief(), cited.url].join(" ").trim().to_owned()
            )
        });
        let text = td_string!(
            locale,
            rules.correction,
            title = rule.title.clone(),
            says = says.collect::<Vec<_>>().join("\n"),
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
