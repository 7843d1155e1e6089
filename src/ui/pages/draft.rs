//! The draft page: a form in parts, and the report beside it, always true.

mod day_chooser;
mod start;

use crate::browser::{files, page};
use crate::domain::day;
use crate::domain::draft::fields::{self, PARTS, Part};
use crate::domain::report::check;
use crate::domain::rulebook::Verdict;
use crate::ui::parts::{ReportSignal, go_to, notice, page_title, part_form, report_view, standing};
use crate::ui::reactive::{always, text, view, yes};
use crate::ui::state::State;
use crate::ui::tree::{Element, button, el, p};
use crate::ui::words::{draft as words, report as report_words};
use day_chooser::day_chooser;
use leptos::prelude::*;
use start::{notices, start};
use std::sync::Arc;

/// The name under which the address remembers the day.
const ON: &str = "on";

/// The form, the date, and the report.
pub fn draft() -> Element {
    let State { address, draft, register, rules, today } = State::get();
    rules.load();
    let on = move || address.first(ON).and_then(|on| day::parse(&on)).unwrap_or(today);
    let report: ReportSignal = always(move || {
        let stamp = register.ready().map(|register| register.stamp().clone());
        let unchecked = rules.ready();
        draft.with(|draft| check(draft, on(), stamp, unchecked)).map(Arc::new)
    });
    let head = el("header")
        .class("draft-head")
        .put(page_title(words::TITLE))
        .put(p(words::LEAD).class("lead"))
        .put(start())
        .put(notices())
        .put(day_chooser(on));
    let parts = el("nav")
        .class("parts")
        .set("aria-label", words::PARTS)
        .put(el("ol").all(PARTS.iter().map(|part| part_link(part, report))))
        .put(el("p").put(go_to("report-title".to_owned(), report_words::HEADING)));
    let form = el("section")
        .class("form")
        .set("aria-labelledby", "form-title")
        .put(el("h2").set("id", "form-title").say(words::FORM))
        .put(
            el("form")
                .on("submit", |event| event.prevent_default())
                .all(PARTS.iter().map(|part| part_form(part, report))),
        );
    el("div").class("draft-page").put(head).put(parts).put(form).put(report_side(report))
}

fn report_side(report: ReportSignal) -> Element {
    let no_rules = view(move || {
        let error = report.with(|report| report.as_ref().err().map(ToString::to_string));
        notice(error.unwrap_or_default(), "status")
    });
    let save = move || {
        let text = report.with(|report| serde_json::to_string_pretty(report.as_deref().ok()?).ok());
        if let Some(text) = text {
            files::hand_over("waymark-report.json", &text);
        }
    };
    let actions = el("div")
        .class("actions")
        .put(button(report_words::SAVE, save))
        .put(button(report_words::PRINT, page::print));
    let whole = el("div")
        .hidden(yes(move || report.with(Result::is_err)))
        .put(standing(report))
        .put(report_view(report))
        .put(actions);
    el("aside")
        .class("report-side")
        .set("aria-label", report_words::HEADING)
        .set("tabindex", "0")
        .put(no_rules)
        .put(whole)
}

/// A part of the form in the task list, and what is still to do in it.
fn part_link(part: &'static Part, report: ReportSignal) -> Element {
    let count = move |verdict: Verdict| {
        report.with(|report| {
            let findings = report.iter().flat_map(|report| &report.findings);
            findings.filter(|finding| finding.outcome == verdict && concerns(part, finding.fields)).count()
        })
    };
    let class = text(move || {
        match (count(Verdict::NotMet), count(Verdict::Missing)) {
            (0, 0) => "",
            (0, _) => "missing",
            _ => "broken",
        }
        .to_owned()
    });
    let state = text(move || words::part_state(count(Verdict::NotMet), count(Verdict::Missing)));
    el("li")
        .class(class)
        .put(go_to(format!("part-{}-title", part.id), part.title))
        .put(el("span").class("state").say(state))
}

/// Whether a finding is to be mended in a part: the first field it names lies there.
fn concerns(part: &Part, paths: &[&str]) -> bool {
    let home = paths.first().and_then(|path| fields::part_of(path));
    home.is_some_and(|home| std::ptr::eq(home, part))
}
