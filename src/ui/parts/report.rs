//! The report beside the draft, grouped by what each finding asks of the reader.

use super::field::{ReportSignal, class_of};
use super::finding::{citation, finding_view, key};
use crate::domain::report::Report;
use crate::domain::rulebook::{NotChecked, Verdict};
use crate::ui::reactive::{rows, text, texts, view, yes};
use crate::ui::state::State;
use crate::ui::tree::{Element, button, el, none, p, together};
use crate::ui::words::report as words;
use leptos::prelude::*;

const GROUPS: [Verdict; 5] =
    [Verdict::NotMet, Verdict::Missing, Verdict::Judgement, Verdict::Met, Verdict::NotApplicable];

/// The whole report.
pub fn report_view(report: ReportSignal) -> Element {
    el("section")
        .class("report")
        .set("aria-labelledby", "report-title")
        .put(el("h2").set("id", "report-title").set("tabindex", "-1").say(words::HEADING))
        .all(GROUPS.map(|verdict| group(verdict, report)))
        .put(problems(report))
        .put(not_checked(report))
}

/// What is read from the report, or nothing where there is none.
fn of<T: Default>(report: ReportSignal, read: impl FnOnce(&Report) -> T) -> T {
    report.with(|report| report.as_deref().map(read).unwrap_or_default())
}

/// Where the draft stands: a line, what it means, and the counts.
pub fn standing(report: ReportSignal) -> Element {
    let say = move |read: fn(&Report) -> String| text(move || of(report, read));
    let count = move |verdict: Verdict, count: fn(&Report) -> String| {
        el("li").class(class_of(verdict)).put(el("strong").say(say(count))).say(words::outcome(verdict))
    };
    let counts = el("ul").class("counts").set("aria-hidden", "true").all([
        count(Verdict::NotMet, |report| report.counts.not_met.to_string()),
        count(Verdict::Missing, |report| report.counts.missing.to_string()),
        count(Verdict::Judgement, |report| report.counts.judgement.to_string()),
        count(Verdict::Met, |report| report.counts.met.to_string()),
    ]);
    el("div")
        .class("standing")
        .put(p(say(|report| words::readiness(report.verdict).to_owned())).class("readiness"))
        .put(p(say(|report| words::meaning(report.verdict, &report.counts).to_owned())))
        .put(p(say(|report| words::route(report.route.code(), report.route.name()))).class("hint"))
        .put(counts)
        .put(p(say(|report| words::counts(&report.counts))).class("visually-hidden").set("role", "status"))
}

/// The findings with one outcome. Those that ask for nothing stay folded.
fn group(verdict: Verdict, report: ReportSignal) -> Element {
    let keys = texts(move || {
        of(report, |report| {
            let findings = report.findings.iter().filter(|finding| finding.outcome == verdict);
            findings.map(key).collect::<Vec<_>>()
        })
    });
    let asks = matches!(verdict, Verdict::NotMet | Verdict::Missing | Verdict::Judgement);
    let findings = el("ul").class("findings").put(rows(keys, move |key| finding_view(key, report)));
    let count = text(move || keys.with(Vec::len).to_string());
    folded(class_of(verdict), words::group(verdict), count, asks)
        .hidden(yes(move || keys.with(Vec::is_empty)))
        .put(findings)
}

fn problems(report: ReportSignal) -> Element {
    let lines = move || of(report, |report| report.problems.clone());
    let list = view(move || together(lines().into_iter().map(|problem| el("li").say(problem.to_string()))));
    folded("", words::PROBLEMS, text(move || lines().len().to_string()), false)
        .hidden(yes(move || lines().is_empty()))
        .put(p(words::PROBLEMS_WHY))
        .put(el("ul").put(list))
}

/// The rules in force that no program has looked at. They hang on the day and the route only, and
/// so are not drawn anew at each keystroke.
fn not_checked(report: ReportSignal) -> Element {
    let rules = State::get().rules;
    let clauses = texts(move || {
        of(report, |report| {
            let rules = report.not_checked.iter().flatten();
            rules.map(|rule| rule.clause.clone()).collect::<Vec<_>>()
        })
    });
    let row = move |clause: String| {
        report.with_untracked(|report| {
            let mut rules = report.iter().flat_map(|report| &report.not_checked).flatten();
            rules.find(|rule| rule.clause == clause).map_or_else(none, not_checked_view)
        })
    };
    let try_again = button(words::TRY_AGAIN, move || rules.load());
    let has_failed = move || rules.wanting() == words::NOT_CHECKED_FAILED;
    let is_there = move || rules.wanting().is_empty();
    let count = text(move || if is_there() { clauses.with(Vec::len).to_string() } else { "…".to_owned() });
    folded("unchecked", words::NOT_CHECKED, count, false)
        .put(p(words::NOT_CHECKED_WHY))
        .put(p(text(move || rules.wanting())).set("role", "status").hidden(yes(is_there)))
        .put(try_again.hidden(yes(move || !has_failed())))
        .put(el("ul").class("findings").put(rows(clauses, row)))
}

fn not_checked_view(rule: &NotChecked) -> Element {
    el("li")
        .put(el("span").class("clause").say(&rule.clause))
        .say(format!(" {} ", rule.says))
        .put(el("span").class("severity").say(rule.severity.label()))
        .put(el("p").class("source").put(citation(&rule.citation)))
}

/// A part of the report that can be folded away, with its heading and count.
fn folded(class: &'static str, title: &'static str, count: Signal<String>, open: bool) -> Element {
    let details = el("details").class(format!("group {class}"));
    let details = if open { details.set("open", "") } else { details };
    details.put(el("summary").put(el("h3").say(title)).put(el("span").class("count").say(count)))
}
