//! The report beside the draft, grouped by what each finding asks of the reader.

mod citation;
mod finding_item;
mod group;
mod not_checked;
mod summary;

pub use group::{Group, Tally};

use super::{CloseSheet, Icon, Notice, icons};
use crate::browser::{files, page};
use crate::domain::report::{Finding, NoRules, Report};
use crate::ui::i18n::*;
use finding_item::FindingItem;
use leptos::prelude::*;
use not_checked::NotCheckedList;
use std::collections::HashMap;
use std::sync::Arc;
use summary::{ReportSummary, bar_text};

/// The report, worked out once for everything that shows a part of it.
pub type ReportSignal = Memo<Result<Arc<Report>, NoRules>>;

/// The places of findings in a report, by their keys.
type Positions = HashMap<(&'static str, &'static str), usize>;

/// How far the table of the rules that are not checked has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadState {
    /// On its way.
    Loading,
    /// It did not arrive.
    Failed,
    /// Ready.
    Ready,
}

/// The whole report: verdict, findings, what could not be understood, and what is not checked. On a
/// phone it is a sheet behind the bar at the foot.
#[component]
pub fn ReportPanel(report: ReportSignal, table: Signal<LoadState>, on_retry: Callback<()>) -> impl IntoView {
    let locale = use_locale();
    let no_rules = move || {
        let why = report.with(|report| report.as_ref().err().map(ToString::to_string));
        why.map(|why| {
            view! {
                <Notice>
                    <p>{why}</p>
                </Notice>
            }
        })
    };
    // Where each finding is in the report, so that an item need not search for its own.
    let positions = Memo::new(move |_| {
        report.with(|report| {
            let findings = report.iter().flat_map(|report| &report.findings);
            findings.enumerate().map(|(at, finding)| (finding.key(), at)).collect::<Positions>()
        })
    });
    view! {
        <aside class="report sheet" id="report" popover aria-labelledby="report-title" tabindex="0">
            <header class="report-head">
                <h2 id="report-title" tabindex="-1">
                    {td_string!(locale, report.title)}
                </h2>
                <CloseSheet sheet="report" label=td_string!(locale, report.close) />
            </header>
            {no_rules}
            <div hidden=move || report.with(Result::is_err)>
                <ReportSummary report />
                {Group::ALL.map(|group| view! { <FindingGroup group report positions /> }).collect_view()}
                <Problems report />
                <NotCheckedList report table on_retry />
                <Actions report />
            </div>
        </aside>
    }
}

/// The bar at the foot of a phone: what the report says in short, and the ways to parts and report.
#[component]
pub fn ReportBar(report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="report-bar">
            <button type="button" popovertarget="parts">
                {td_string!(locale, draft.parts_short)}
            </button>
            <button type="button" popovertarget="report">
                <span>{move || bar_text(locale, report)}</span>
                <Icon icon=icons::CHEVRON_UP />
            </button>
        </div>
    }
}

/// The findings of one group. Those that ask for nothing are folded away.
#[component]
fn FindingGroup(group: Group, report: ReportSignal, positions: Memo<Positions>) -> impl IntoView {
    let locale = use_locale();
    let findings = Memo::new(move |_| {
        report.with(|report| {
            let findings = report.iter().flat_map(|report| &report.findings);
            findings.filter(|finding| Group::of(finding) == group).cloned().collect::<Vec<_>>()
        })
    });
    let count = move || findings.with(Vec::len);
    view! {
        <details class=format!("group {}", group.class()) open=group.asks() hidden=move || count() == 0>
            <summary>
                <Icon icon=group.icon() />
                <h3>{group.title(locale)}</h3>
                <span class="count">{count}</span>
            </summary>
            <ul class="findings">
                <For each=move || findings.get() key=Finding::key let(first)>
                    <FindingItem finding=followed(report, positions, first) />
                </For>
            </ul>
        </details>
    }
}

/// The finding of the same rule in the newest report; the last that there was where there is none.
fn followed(report: ReportSignal, positions: Memo<Positions>, first: Finding) -> Memo<Finding> {
    let key = first.key();
    Memo::new(move |last: Option<&Finding>| {
        let at = positions.with(|positions| positions.get(&key).copied());
        report.with(|report| {
            let findings = report.as_ref().ok().map(|report| &report.findings);
            findings.and_then(|findings| findings.get(at?)).unwrap_or(last.unwrap_or(&first)).clone()
        })
    })
}

/// What in the draft could not be understood.
#[component]
fn Problems(report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let problems = Memo::new(move |_| {
        report.with(|report| report.as_deref().map(|report| report.problems.clone()).unwrap_or_default())
    });
    let items = move || {
        let problems = problems.get().into_iter();
        problems
            .map(|problem| {
                view! {
                    <li class="finding">
                        <p>{problem.to_string()}</p>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <details class="group unclear" hidden=move || problems.with(Vec::is_empty)>
            <summary>
                <Icon icon=icons::TRIANGLE_ALERT />
                <h3>{td_string!(locale, report.problems.title)}</h3>
                <span class="count">{move || problems.with(Vec::len)}</span>
            </summary>
            <p>{td_string!(locale, report.problems.why)}</p>
            <ul class="findings">{items}</ul>
        </details>
    }
}

/// The report to take away, as a file or on paper.
#[component]
fn Actions(report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let save = move |_| {
        let text = report.with(|report| serde_json::to_string_pretty(report.as_deref().ok()?).ok());
        if let Some(text) = text {
            files::download(td_string!(locale, report.file_name), &text);
        }
    };
    view! {
        <div class="actions">
            <button class="button" type="button" on:click=|_| page::print()>
                <Icon icon=icons::PRINTER />
                {td_string!(locale, report.print)}
            </button>
            <button class="button" type="button" on:click=save>
                <Icon icon=icons::DOWNLOAD />
                {td_string!(locale, report.save)}
            </button>
        </div>
    }
}
