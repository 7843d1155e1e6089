//! The rules in force that no program has looked at.

use super::citation::CitationLink;
use super::{LoadState, ReportSignal};
use crate::browser::page;
use crate::domain::rulebook::NotChecked;
use crate::ui::components::{Icon, Mi, icons};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// The rules, folded away.
#[component]
pub fn NotCheckedList(
    report: ReportSignal,
    table: Signal<LoadState>,
    on_retry: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let rules = Memo::new(move |_| {
        report.with(|report| {
            let rules = report.as_deref().ok().and_then(|report| report.not_checked.clone());
            rules.unwrap_or_default()
        })
    });
    let count = move || match table.get() {
        LoadState::Ready => rules.with(Vec::len).to_string(),
        _ => "…".to_owned(),
    };
    let message = move || match table.get() {
        LoadState::Ready => td_string!(locale, report.not_checked.why),
        LoadState::Failed => td_string!(locale, report.not_checked.failed),
        LoadState::Loading => td_string!(locale, report.not_checked.loading),
    };
    let retry = move |_| {
        on_retry.run(());
        page::focus_main();
    };
    view! {
        <details class="group unchecked">
            <summary>
                <Icon icon=icons::BOOK_OPEN />
                <h3>{td_string!(locale, report.not_checked.title)}</h3>
                <span class="count">{count}</span>
            </summary>
            <p role="status">{message}</p>
            <button
                class="button small"
                type="button"
                hidden=move || table.get() != LoadState::Failed
                on:click=retry
            >
                {td_string!(locale, report.not_checked.retry)}
            </button>
            <ul class="findings">
                <For each=move || rules.get() key=|rule| rule.clause.clone() let(rule)>
                    <NotCheckedItem rule />
                </For>
            </ul>
        </details>
    }
}

#[component]
fn NotCheckedItem(rule: NotChecked) -> impl IntoView {
    view! {
        <li class="finding">
            <div>
                <p>
                    <Mi text=rule.says />
                    " "
                    <span class="severity">{rule.severity.label(use_language())}</span>
                </p>
                <p class="hint">
                    <CitationLink citation=&rule.citation />
                </p>
            </div>
        </li>
    }
}
