//! The report beside the draft, grouped by what each finding asks of the reader.

mod changes_since;
mod citation;
mod fewest;
mod finding_item;
mod group;
mod other_stages;
mod summary;

pub use group::{Group, Tally};

use super::anchors::REPORT_TITLE;
use super::oddity::remedy;
use super::{CloseSheet, Icon, JumpLink, Notice, OddityText, WhoYouAre, icons};
use crate::browser::{files, page};
use crate::domain::day::spelled;
use crate::domain::draft::Oddity;
use crate::domain::report::{Finding, Report};
use crate::domain::rulebook::Stage;
use crate::ui::i18n::*;
use crate::ui::providers::use_today;
use changes_since::ChangesSince;
use finding_item::FindingItem;
use leptos::prelude::*;
use other_stages::{AfterListing, Funding};
use std::collections::HashMap;
use std::sync::Arc;
use summary::{ReportSummary, bar_text};

/// The report, worked out once for everything that shows a part of it.
pub type ReportSignal = Memo<Arc<Report>>;

/// The places of findings in a report, by their keys.
type Positions = HashMap<(&'static str, &'static str), usize>;

/// The whole report: verdict, findings, what could not be understood, and the rules that come apart. On a
/// phone it is a sheet behind the bar at the foot.
#[component]
pub fn ReportPanel(
    report: ReportSignal,
    /// The id of what in the form last had the focus, to go back to.
    #[prop(optional, into)]
    left_at: MaybeProp<String>,
) -> impl IntoView {
    let locale = use_locale();
    let today = use_today();
    let way_back = left_at.read_untracked().is_some().then(|| {
        let to = Signal::derive(move || left_at.get().unwrap_or_default());
        view! {
            <JumpLink class="way-across" to>
                {td_string!(locale, report.to_form)}
            </JumpLink>
        }
    });
    let on_paper = move || {
        let regime = report.with(|report| report.regime).map(|regime| regime.name).unwrap_or_default();
        let (day, today) = (spelled(report.with(|report| report.on)), spelled(today.get()));
        td_string!(locale, report.on_paper, day, regime, today)
    };
    let no_rules = move || {
        report.with(|report| report.why.clone()).map(|why| {
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
            let findings = report.findings.iter().enumerate();
            findings.map(|(at, finding)| (finding.key(), at)).collect::<Positions>()
        })
    });
    view! {
        <aside class="report sheet" id="report" popover aria-labelledby="report-title" tabindex="0">
            <header class="report-head">
                <h2 id=REPORT_TITLE tabindex="-1">
                    {td_string!(locale, report.title)}
                </h2>
                <CloseSheet sheet="report" label=td_string!(locale, report.close) />
            </header>
            {way_back}
            <WhoYouAre />
            <p class="on-paper">{on_paper}</p>
            {no_rules}
            <div hidden=move || report.with(|report| report.verdict.is_none())>
                <ChangesSince report />
                <ReportSummary report />
                {Group::ALL.map(|group| view! { <FindingGroup group report positions /> }).collect_view()}
                <Oddities report />
                <Funding report positions />
                <AfterListing report positions />
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
            let findings = report.findings.iter().filter(|finding| finding.stage == Stage::Application);
            findings.filter(|finding| Group::of(finding) == group).cloned().collect::<Vec<_>>()
        })
    });
    let blocking =
        Memo::new(move |_| if group == Group::Missing { problems(report, true) } else { Vec::new() });
    let count = move || findings.with(Vec::len) + blocking.with(Vec::len);
    let unanswered =
        Memo::new(move |_| findings.with(|findings| Tally::of_findings(findings)).judgement_unanswered);
    let unanswered = move || {
        let count = Some(unanswered.get()).filter(|count| *count > 0)?;
        Some(view! { <p class="hint">{td_string!(locale, report.unanswered, count)}</p> })
    };
    let causes = move || {
        findings.with(|findings| {
            let is_here = |clause: &str| findings.iter().any(|finding| finding.clause == clause);
            let stands_alone = |finding: &&Finding| !finding.settled_with.is_some_and(is_here);
            findings.iter().filter(stands_alone).cloned().collect::<Vec<_>>()
        })
    };
    view! {
        <details class=format!("group {}", group.class()) open=group.asks() hidden=move || count() == 0>
            <summary>
                <Icon icon=group.icon() />
                <h3>{group.title(locale)}</h3>
                <span class="count">{count}</span>
            </summary>
            {unanswered}
            <ul class="findings">
                {move || blocking.get().into_iter().map(|odd| view! { <BlockingItem odd /> }).collect_view()}
                <For each=causes key=Finding::key let(first)>
                    <FindingItem
                        others=settled_with(findings, &first)
                        finding=followed(report, positions, first)
                    />
                </For>
            </ul>
        </details>
    }
}

/// The findings that a change or an answer settles together with one.
fn settled_with(findings: Memo<Vec<Finding>>, first: &Finding) -> Memo<Vec<Finding>> {
    let clause = first.clause;
    Memo::new(move |_| {
        let is_settled = |finding: &&Finding| finding.settled_with == Some(clause);
        findings.with(|findings| findings.iter().filter(is_settled).cloned().collect())
    })
}

/// The finding of the same rule in the newest report; the last that there was where there is none.
fn followed(report: ReportSignal, positions: Memo<Positions>, first: Finding) -> Memo<Finding> {
    let key = first.key();
    Memo::new(move |last: Option<&Finding>| {
        let at = positions.with(|positions| positions.get(&key).copied());
        report.with(|report| {
            let now = at.and_then(|at| report.findings.get(at));
            now.unwrap_or(last.unwrap_or(&first)).clone()
        })
    })
}

/// What of the draft could not be understood: what keeps it from being ready, or the rest.
fn problems(report: ReportSignal, blocks: bool) -> Vec<Oddity> {
    report.with(|report| report.problems.iter().filter(|odd| odd.blocks == blocks).cloned().collect())
}

/// What keeps the draft from being ready without a rule, as a finding among those that are missing.
#[component]
fn BlockingItem(odd: Oddity) -> impl IntoView {
    let remedy = remedy(use_locale(), &odd);
    view! {
        <li class=format!("finding {}", Group::Missing.class())>
            <Icon icon=Group::Missing.icon() />
            <div>
                <p class="fault">
                    <OddityText oddity=odd />
                </p>
                <p class="remedy">{remedy}</p>
            </div>
        </li>
    }
}

/// What else in the draft could not be understood.
#[component]
fn Oddities(report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let oddities = Memo::new(move |_| problems(report, false));
    let item = |oddity| {
        view! {
            <li class="finding">
                <p>
                    <OddityText oddity />
                </p>
            </li>
        }
    };
    let items = move || oddities.get().into_iter().map(item).collect_view();
    view! {
        <details class="group unclear" hidden=move || oddities.with(Vec::is_empty)>
            <summary>
                <Icon icon=icons::TRIANGLE_ALERT />
                <h3>{td_string!(locale, report.problems.title)}</h3>
                <span class="count">{move || oddities.with(Vec::len)}</span>
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
        let text = report.with(|report| serde_json::to_string_pretty(&**report).ok());
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
