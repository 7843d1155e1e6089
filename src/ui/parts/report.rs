//! The report beside the draft, grouped by what each finding asks of the reader.

use super::field::{ReportSignal, class_of};
use super::finding::{CitationView, FindingView};
use crate::domain::report::{Finding, Report};
use crate::domain::rulebook::Verdict;
use crate::ui::words::report as words;
use leptos::prelude::*;
use std::sync::Arc;

const GROUPS: [Verdict; 5] =
    [Verdict::NotMet, Verdict::Missing, Verdict::Judgement, Verdict::Met, Verdict::NotApplicable];

/// The whole report.
#[component]
pub fn ReportView(report: ReportSignal) -> impl IntoView {
    view! {
        <section class="report" aria-labelledby="report-title">
            <h2 id="report-title" tabindex="-1">{words::HEADING}</h2>
            {GROUPS.map(|verdict| view! { <Group verdict report/> }).collect_view()}
            <Problems report/>
            <NotChecked report/>
        </section>
    }
}

/// Where the draft stands: a line, what it means, and the counts.
#[component]
pub fn Standing(report: ReportSignal) -> impl IntoView {
    let of = move |read: fn(&Report) -> String| move || report.with(|report| report.as_deref().map(read));
    let count = |verdict: Verdict, count: fn(&Report) -> usize| {
        view! {
            <li class=class_of(verdict)>
                <strong>{move || report.with(|report| report.as_deref().map(count))}</strong>" "{words::outcome(verdict)}
            </li>
        }
    };
    view! {
        <div class="standing">
            <p class="readiness">{of(|report| words::readiness(report.verdict).to_owned())}</p>
            <p>{of(|report| words::meaning(report.verdict).to_owned())}</p>
            <ul class="counts" aria-hidden="true">
                {count(Verdict::NotMet, |report| report.counts.not_met)}
                {count(Verdict::Missing, |report| report.counts.missing)}
                {count(Verdict::Judgement, |report| report.counts.judgement)}
                {count(Verdict::Met, |report| report.counts.met)}
            </ul>
            <p class="visually-hidden" role="status">{of(|report| words::counts(&report.counts))}</p>
        </div>
    }
}

/// The findings with one outcome. Those that ask for nothing stay folded.
#[component]
fn Group(verdict: Verdict, report: ReportSignal) -> impl IntoView {
    let keys = Memo::new(move |_| {
        report.with(|report| {
            let findings = report.iter().flat_map(|report| &report.findings);
            findings.filter(|finding| finding.outcome == verdict).map(key).collect::<Vec<_>>()
        })
    });
    let count = move || keys.with(Vec::len);
    let open = matches!(verdict, Verdict::NotMet | Verdict::Missing | Verdict::Judgement);
    let row = move |wanted| {
        let finding = Memo::new(move |_| {
            report.with(|report| {
                report.as_ref()?.findings.iter().find(|finding| key(finding) == wanted).cloned()
            })
        });
        view! { <FindingView finding/> }
    };
    view! {
        <details class=format!("group {}", class_of(verdict)) open=open class:none=move || count() == 0>
            <summary><h3>{words::group(verdict)}</h3>" "<span class="count">{count}</span></summary>
            <ul class="findings">
                <For each=move || keys.get() key=|key| *key children=row/>
            </ul>
        </details>
    }
}

/// What tells one finding of a report from the others.
fn key(finding: &Finding) -> (&'static str, &'static str) {
    (finding.requirement, finding.clause)
}

#[component]
fn Problems(report: ReportSignal) -> impl IntoView {
    let problems = Memo::new(move |_| {
        report.with(|report| report.as_ref().map(|report| report.problems.clone()).unwrap_or_default())
    });
    view! {
        <details class="group" class:none=move || problems.with(Vec::is_empty)>
            <summary><h3>{words::PROBLEMS}</h3>" "<span class="count">{move || problems.with(Vec::len)}</span></summary>
            <p>{words::PROBLEMS_WHY}</p>
            <ul>
                {move || {
                    problems
                        .get()
                        .into_iter()
                        .map(|problem| view! { <li><code>{problem.at}</code>": "{words::problem(&problem.found, &problem.expected)}</li> })
                        .collect_view()
                }}
            </ul>
        </details>
    }
}

/// The rules in force that no program has looked at.
#[component]
fn NotChecked(report: ReportSignal) -> impl IntoView {
    let report = Memo::new(move |_| report.get().map(ByDayAndRoute));
    let count = move || report.with(|report| report.as_ref().map_or(0, |report| report.0.not_checked.len()));
    view! {
        <details class="group unchecked">
            <summary><h3>{words::NOT_CHECKED}</h3>" "<span class="count">{count}</span></summary>
            <p>{words::NOT_CHECKED_WHY}</p>
            <ul class="findings">
                {move || {
                    report.with(|report| {
                        let rules = report.iter().flat_map(|report| &report.0.not_checked);
                        rules
                            .map(|rule| {
                                view! {
                                    <li>
                                        <span class="clause">{rule.clause}</span>" "{rule.says}" "
                                        <span class="severity">{words::severity(rule.severity)}</span>
                                        <p class="source"><CitationView citation=rule.citation/></p>
                                    </li>
                                }
                            })
                            .collect_view()
                    })
                }}
            </ul>
        </details>
    }
}

/// A report that counts as the same while its day and route are: what is not checked hangs on
/// nothing else, and so is drawn once and not at each keystroke.
#[derive(Clone)]
struct ByDayAndRoute(Arc<Report>);

impl PartialEq for ByDayAndRoute {
    fn eq(&self, other: &Self) -> bool {
        (self.0.on, self.0.route) == (other.0.on, other.0.route)
    }
}
