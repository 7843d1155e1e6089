//! One finding: the fault and what to do, and behind it why, the rule and its source.

use super::Group;
use super::citation::CitationLink;
use crate::domain::draft::fields;
use crate::domain::report::Finding;
use crate::ui::components::anchors::{field_id, finding_id};
use crate::ui::components::{Icon, JumpLink, Mi};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// One finding. Its fault leads to the field where it is put right.
#[component]
pub fn FindingItem(finding: Memo<Finding>) -> impl IntoView {
    let group = Memo::new(move |_| finding.with(Group::of));
    let id = finding.with_untracked(|finding| finding_id(finding.clause));
    let fault = move || {
        let (text, path) = finding.with(|finding| (headline(finding), finding.fields.first().copied()));
        match path.filter(|path| group.get().asks() && fields::find(path).is_some()) {
            Some(path) => view! {
                <JumpLink to=field_id(path)>
                    <Mi text />
                </JumpLink>
            }
            .into_any(),
            None => view! { <Mi text /> }.into_any(),
        }
    };
    let remedy = move || {
        let remedy = finding.with(|finding| finding.remedy.clone());
        (!remedy.is_empty()).then(|| {
            view! {
                <p class="remedy">
                    <Mi text=remedy />
                </p>
            }
        })
    };
    view! {
        <li id=id class=move || format!("finding {}", group.get().class()) tabindex="-1">
            {move || view! { <Icon icon=group.get().icon() /> }}
            <div>
                <p class="fault">{fault}</p>
                {remedy}
                {move || view! { <Grounds finding=finding.get() /> }}
            </div>
        </li>
    }
}

/// What is wrong; why the rule is met or does not apply where nothing is.
fn headline(finding: &Finding) -> String {
    if finding.fault.is_empty() { &finding.why } else { &finding.fault }.clone()
}

/// Why, the rule, how sure it is, and where it is written.
#[component]
fn Grounds(finding: Finding) -> impl IntoView {
    let locale = use_locale();
    let why = (!finding.fault.is_empty()).then_some(finding.why);
    let why = why.map(|why| {
        view! {
            <div>
                <dt>{td_string!(locale, report.why)}</dt>
                <dd>
                    <Mi text=why />
                </dd>
            </div>
        }
    });
    let caution = finding.caution.map(|caution| {
        view! {
            <div>
                <dt>{td_string!(locale, report.caution)}</dt>
                <dd>{caution}</dd>
            </div>
        }
    });
    view! {
        <details class="fold grounds">
            <summary>
                <Mi text=td_string!(locale, report.grounds, clause = finding.citation.brief()) />
            </summary>
            <dl>
                {why} <div>
                    <dt>{td_string!(locale, report.rule)}</dt>
                    <dd>
                        <Mi text=finding.says />
                        " "
                        <span class="severity">{finding.severity.label(use_language())}</span>
                    </dd>
                </div> {caution} <div>
                    <dt>{td_string!(locale, report.source)}</dt>
                    <dd>
                        <CitationLink citation=finding.citation />
                    </dd>
                </div> <div>
                    <dt>{td_string!(locale, report.number)}</dt>
                    <dd>{finding.clause}</dd>
                </div>
            </dl>
        </details>
    }
}
