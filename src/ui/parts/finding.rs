//! One finding of the report: the fault, and behind it the rule, why, what to do and the source.

use super::field::{ReportSignal, class_of, element_id};
use crate::browser::page;
use crate::domain::draft::fields;
use crate::domain::report::Finding;
use crate::domain::rulebook::Citation;
use crate::ui::reactive::{act, all, none, text, view};
use crate::ui::words::report as words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// What tells one finding of a report from the others.
pub fn key(finding: &Finding) -> String {
    format!("{} {}", finding.requirement, finding.clause)
}

/// The finding with a key, which can be unfolded.
pub fn finding_view(wanted: String, report: ReportSignal) -> AnyView {
    let finding = Memo::new(move |_| {
        report.with(|report| {
            report.as_deref().ok()?.findings.iter().find(|finding| key(finding) == wanted).cloned()
        })
    });
    let of = move |read: fn(Finding) -> String| text(move || finding.get().map(read).unwrap_or_default());
    let body = view(move || finding.get().map_or_else(none, body));
    let links = view(move || {
        let asking = finding.get().filter(|finding| !finding.fault.is_empty());
        asking.map_or_else(none, |finding| field_links(finding.fields))
    });
    view! {
        <li class=of(|finding| class_of(finding.outcome).to_owned())>
            <details>
                <summary>
                    <span class="headline">
                        {of(|finding| if finding.fault.is_empty() { finding.why } else { finding.fault })}
                    </span>
                    <span class="clause">{of(|finding| finding.clause.to_owned())}</span>
                </summary>
                {body}
            </details>
            {links}
        </li>
    }
    .into_any()
}

fn body(finding: Finding) -> AnyView {
    let why = if finding.fault.is_empty() { String::new() } else { finding.why };
    let rule = view! { {finding.says}" "<span class="severity">{words::severity(finding.severity)}</span> }
        .into_any();
    view! {
        <dl>
            {entry(words::WHY, why)}
            {entry(words::REMEDY, finding.remedy)}
            {described(words::RULE, rule)}
            {entry(words::CAUTION, finding.caution.unwrap_or_default().to_owned())}
            {described(words::SOURCE, citation(finding.citation))}
        </dl>
    }
    .into_any()
}

fn entry(name: &'static str, text: String) -> AnyView {
    if text.is_empty() { none() } else { described(name, text.into_any()) }
}

fn described(name: &'static str, what: AnyView) -> AnyView {
    view! { <dt>{name}</dt><dd>{what}</dd> }.into_any()
}

/// Where a rule stands written, and how sure that is.
pub fn citation(citation: &'static Citation) -> AnyView {
    let name = match citation.clause {
        "" => citation.instrument.to_owned(),
        clause => format!("{}, {clause}", citation.instrument),
    };
    let standing = format!(" ({})", words::standing(citation.standing));
    if citation.url.is_empty() {
        return view! { {name}{standing} }.into_any();
    }
    view! { <a href=citation.url rel="external noreferrer">{name}</a>{standing} }.into_any()
}

/// Links from a finding to the fields that it read.
fn field_links(paths: &'static [&'static str]) -> AnyView {
    let links = paths.iter().filter_map(|path| {
        let field = fields::find(path)?;
        Some(view! { <li>{go_to(element_id(path), field.label)}</li> }.into_any())
    });
    view! { <ul class="links" aria-label=words::FIELDS>{all(links)}</ul> }.into_any()
}

/// A link that moves the focus to an element of this page.
pub fn go_to(id: String, label: &'static str) -> AnyView {
    let target = format!("#{id}");
    let go = act(move |event: MouseEvent| {
        event.prevent_default();
        page::focus(&id);
    });
    view! { <a href=target rel="external" on:click=go>{label}</a> }.into_any()
}
