//! The report beside the draft, grouped by what each finding asks of the reader.

use super::field::{ReportSignal, class_of};
use super::finding::{citation, finding_view, key};
use crate::domain::report::Report;
use crate::domain::rulebook::Verdict;
use crate::ui::reactive::{all, rows, text, view, yes};
use crate::ui::words::report as words;
use leptos::prelude::*;

const GROUPS: [Verdict; 5] =
    [Verdict::NotMet, Verdict::Missing, Verdict::Judgement, Verdict::Met, Verdict::NotApplicable];

/// The whole report.
pub fn report_view(report: ReportSignal) -> AnyView {
    view! {
        <section class="report" aria-labelledby="report-title">
            <h2 id="report-title" tabindex="-1">{words::HEADING}</h2>
            {all(GROUPS.map(|verdict| group(verdict, report)))}
            {problems(report)}
            {not_checked(report)}
        </section>
    }
    .into_any()
}

/// What is read from the report, or nothing where there is none.
fn of<T: Default>(report: ReportSignal, read: impl FnOnce(&Report) -> T) -> T {
    report.with(|report| report.as_deref().map(read).unwrap_or_default())
}

/// Where the draft stands: a line, what it means, and the counts.
pub fn standing(report: ReportSignal) -> AnyView {
    let say = move |read: fn(&Report) -> String| text(move || of(report, read));
    let count = move |verdict: Verdict, count: fn(&Report) -> String| {
        view! { <li class=class_of(verdict)><strong>{say(count)}</strong>" "{words::outcome(verdict)}</li> }
            .into_any()
    };
    view! {
        <div class="standing">
            <p class="readiness">{say(|report| words::readiness(report.verdict).to_owned())}</p>
            <p>{say(|report| words::meaning(report.verdict).to_owned())}</p>
            <p class="route">{say(|report| words::route(report.route.code(), report.route.name()))}</p>
            <ul class="counts" aria-hidden="true">
                {count(Verdict::NotMet, |report| report.counts.not_met.to_string())}
                {count(Verdict::Missing, |report| report.counts.missing.to_string())}
                {count(Verdict::Judgement, |report| report.counts.judgement.to_string())}
                {count(Verdict::Met, |report| report.counts.met.to_string())}
            </ul>
            <p class="visually-hidden" role="status">{say(|report| words::counts(&report.counts))}</p>
        </div>
    }
    .into_any()
}

/// The findings with one outcome. Those that ask for nothing stay folded.
fn group(verdict: Verdict, report: ReportSignal) -> AnyView {
    let keys = Signal::derive(move || {
        of(report, |report| {
            report.findings.iter().filter(|finding| finding.outcome == verdict).map(key).collect::<Vec<_>>()
        })
    });
    let asks = matches!(verdict, Verdict::NotMet | Verdict::Missing | Verdict::Judgement);
    let findings =
        view! { <ul class="findings">{rows(keys, move |key| finding_view(key, report))}</ul> }.into_any();
    let count = text(move || keys.with(Vec::len).to_string());
    folded(
        class_of(verdict),
        words::group(verdict),
        count,
        asks,
        yes(move || keys.with(Vec::is_empty)),
        findings,
    )
}

fn problems(report: ReportSignal) -> AnyView {
    let lines = move || of(report, |report| report.problems.clone());
    let count = text(move || lines().len().to_string());
    let list = view(move || {
        all(lines().into_iter().map(|problem| view! { <li>{problem.to_string()}</li> }.into_any()))
    });
    let content = view! { <p>{words::PROBLEMS_WHY}</p><ul>{list}</ul> }.into_any();
    folded("", words::PROBLEMS, count, false, yes(move || lines().is_empty()), content)
}

/// The rules in force that no program has looked at. They hang on the day and the route only, and
/// so are not drawn anew at each keystroke.
fn not_checked(report: ReportSignal) -> AnyView {
    let clauses = Signal::derive(move || {
        of(report, |report| report.not_checked.iter().map(|rule| rule.clause.to_owned()).collect::<Vec<_>>())
    });
    let row = move |clause: String| {
        report.with_untracked(|report| {
            let rules = report.as_deref().map_or(&[][..], |report| &report.not_checked);
            all(rules.iter().filter(|rule| rule.clause == clause).map(|rule| {
                view! {
                    <li>
                        <span class="clause">{rule.clause}</span>" "{rule.says}" "
                        <span class="severity">{words::severity(rule.severity)}</span>
                        <p class="source">{citation(rule.citation)}</p>
                    </li>
                }
                .into_any()
            }))
        })
    };
    let content =
        view! { <p>{words::NOT_CHECKED_WHY}</p><ul class="findings">{rows(clauses, row)}</ul> }.into_any();
    let count = text(move || clauses.with(Vec::len).to_string());
    folded("unchecked", words::NOT_CHECKED, count, false, yes(|| false), content)
}

fn folded(
    class: &'static str,
    title: &'static str,
    count: Signal<String>,
    open: bool,
    hidden: Signal<bool>,
    content: AnyView,
) -> AnyView {
    view! {
        <details class=format!("group {class}") open=open class:none=hidden>
            <summary><h3>{title}</h3>" "<span class="count">{count}</span></summary>
            {content}
        </details>
    }
    .into_any()
}
