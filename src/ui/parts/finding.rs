//! One finding of the report: the fault, and behind it the rule, why, what to do and the source.

use super::field::{ReportSignal, class_of, element_id};
use crate::browser::page;
use crate::domain::draft::fields;
use crate::domain::report::{Finding, NoRules, Report};
use crate::domain::rulebook::{Citation, Standing};
use crate::ui::reactive::{gate, text, view};
use crate::ui::tree::{Element, el, link, none, together};
use crate::ui::words::report as words;
use leptos::prelude::*;
use std::sync::Arc;

/// What tells one finding of a report from the others.
pub fn key(finding: &Finding) -> String {
    format!("{} {}", finding.requirement, finding.clause)
}

/// Reads the finding with a key; the default where there is none.
fn of<T: Default>(
    report: &Result<Arc<Report>, NoRules>,
    wanted: &str,
    read: impl FnOnce(&Finding) -> T,
) -> T {
    let is_wanted = |finding: &&Finding| {
        let clause = wanted.strip_prefix(finding.requirement).and_then(|rest| rest.strip_prefix(' '));
        clause == Some(finding.clause)
    };
    report.iter().flat_map(|report| &report.findings).find(is_wanted).map(read).unwrap_or_default()
}

/// The finding with a key, which can be unfolded.
pub fn finding_view(wanted: String, report: ReportSignal) -> Element {
    let say = |read: fn(&Finding) -> String| {
        let wanted = wanted.clone();
        move || report.with(|report| of(report, &wanted, read))
    };
    // What may change in a finding; the rest belongs to its clause.
    let words = gate(say(|finding| {
        [&finding.fault, &finding.why, &finding.remedy, finding.caution.unwrap_or_default()].join("\n")
    }));
    let drawn = |draw: fn(&Finding) -> Option<Element>| {
        let wanted = wanted.clone();
        view(move || {
            words.track();
            report.with_untracked(|report| of(report, &wanted, draw)).unwrap_or_else(none)
        })
    };
    let headline =
        |finding: &Finding| if finding.fault.is_empty() { &finding.why } else { &finding.fault }.clone();
    let summary = el("summary")
        .put(el("span").class("headline").say(text(say(headline))))
        .put(el("span").class("clause").say(text(say(|finding| finding.clause.to_owned()))));
    let links = |finding: &Finding| (!finding.fault.is_empty()).then(|| field_links(finding.fields));
    el("li")
        .class(text(say(|finding| class_of(finding.outcome).to_owned())))
        .put(el("details").put(summary).put(drawn(|finding| Some(body(finding)))))
        .put(drawn(links))
}

fn body(finding: &Finding) -> Element {
    let why = if finding.fault.is_empty() { "" } else { &finding.why };
    let rule = [el("span").say(finding.says), el("span").class("severity").say(finding.severity.label())];
    el("dl")
        .put(entry(words::WHY, why))
        .put(entry(words::REMEDY, &finding.remedy))
        .put(described(words::RULE, el("dd").all(rule)))
        .put(entry(words::CAUTION, finding.caution.unwrap_or_default()))
        .put(described(words::SOURCE, el("dd").put(citation(finding.citation))))
}

fn entry(name: &'static str, text: &str) -> Element {
    if text.is_empty() { none() } else { described(name, el("dd").say(text.to_owned())) }
}

fn described(name: &'static str, what: Element) -> Element {
    together([el("dt").say(name), what])
}

/// Where a rule stands written, and how sure that is.
pub fn citation<T: AsRef<str>>(citation: &Citation<T>) -> Element {
    let name = words::citation(citation.instrument.as_ref(), citation.clause.as_ref());
    cited(name, citation.url.as_ref(), citation.standing)
}

fn cited(name: String, url: &str, standing: Standing) -> Element {
    let name = if url.is_empty() {
        el("span").say(name)
    } else {
        link(url.to_owned(), name).set("rel", "external noreferrer")
    };
    el("span").put(name).say(format!(" ({})", standing.label()))
}

/// Links from a finding to the fields that it read.
fn field_links(paths: &'static [&'static str]) -> Element {
    let links = paths.iter().filter_map(|path| {
        let field = fields::find(path)?;
        Some(el("li").put(go_to(element_id(path), field.label)))
    });
    el("ul").class("links").set("aria-label", words::FIELDS).all(links)
}

/// A link that moves the focus to an element of this page.
pub fn go_to(id: String, label: &'static str) -> Element {
    link(format!("#{id}"), label).set("rel", "external").on("click", move |event| {
        event.prevent_default();
        page::focus(&id);
    })
}
