//! One finding of the report: the fault, and behind it the rule, why, what to do and the source.

use super::field::{class_of, element_id};
use crate::browser::page;
use crate::domain::draft::fields;
use crate::domain::report::Finding;
use crate::domain::rulebook::{Citation, RULES};
use crate::ui::words::report as words;
use leptos::prelude::*;

/// A finding that can be unfolded.
#[component]
pub fn FindingView(finding: Memo<Option<Finding>>) -> impl IntoView {
    let get = move || finding.get();
    let headline =
        move || get().map(|finding| if finding.fault.is_empty() { finding.why } else { finding.fault });
    let class = move || get().map(|finding| class_of(finding.outcome));
    view! {
        <li class=class>
            <details>
                <summary>
                    <span class="headline">{headline}</span>
                    <span class="clause">{move || get().map(|finding| finding.clause)}</span>
                </summary>
                <FindingBody finding/>
            </details>
            {move || get().filter(|finding| !finding.fault.is_empty()).map(|finding| view! { <FieldLinks paths=finding.fields/> })}
        </li>
    }
}

#[component]
fn FindingBody(finding: Memo<Option<Finding>>) -> impl IntoView {
    move || {
        let finding = finding.get()?;
        let why = (!finding.fault.is_empty()).then_some(finding.why);
        let remedy = (!finding.remedy.is_empty()).then_some(finding.remedy);
        let entry = |name, text: Option<String>| text.map(|text| view! { <dt>{name}</dt><dd>{text}</dd> });
        Some(view! {
            <dl>
                {entry(words::WHY, why)}
                {entry(words::REMEDY, remedy)}
                <dt>{words::RULE}</dt>
                <dd>{finding.says}" "<span class="severity">{words::severity(finding.severity)}</span></dd>
                {finding.caution.map(|caution| view! { <dt>{words::CAUTION}</dt><dd>{caution}</dd> })}
                <dt>{words::SOURCE}</dt>
                <dd><CitationView citation=finding.citation/></dd>
                <dt>{words::ABOUT}</dt>
                <dd class="manual">{manual(finding.requirement)}</dd>
            </dl>
        })
    }
}

/// The manual page of a requirement, a paragraph each.
fn manual(name: &str) -> impl IntoView {
    let manual = RULES.iter().find(|rule| rule.name() == name).map_or("", |rule| rule.manual());
    manual.split("\n \n").map(|paragraph| view! { <p>{paragraph}</p> }).collect_view()
}

/// Where a rule stands written, and how sure that is.
#[component]
pub fn CitationView(citation: &'static Citation) -> impl IntoView {
    let clause = (!citation.clause.is_empty()).then(|| format!(", {}", citation.clause));
    let name = view! { {citation.instrument}{clause} };
    view! {
        {if citation.url.is_empty() {
            name.into_any()
        } else {
            view! { <a href=citation.url rel="external noreferrer">{name}</a> }.into_any()
        }}
        " ("{words::standing(citation.standing)}")"
    }
}

/// Links from a finding to the fields that it read.
#[component]
fn FieldLinks(paths: &'static [&'static str]) -> impl IntoView {
    let link = |path: &'static str| {
        let field = fields::find(path)?;
        let id = element_id(path);
        let target = format!("#{id}");
        Some(view! {
            <li>
                <a href=target rel="external" on:click=move |event| {
                    event.prevent_default();
                    page::focus(&id);
                }>{field.label}</a>
            </li>
        })
    };
    view! { <ul class="links" aria-label=words::FIELDS>{paths.iter().copied().filter_map(link).collect_view()}</ul> }
}
