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
            <Icon icon=move || group.get().icon() />
            <div>
                <p class="fault">{fault}</p>
                {remedy}
                {move || view! { <FindingDetails finding=finding.get() /> }}
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
fn FindingDetails(finding: Finding) -> impl IntoView {
    let locale = use_locale();
    let why = (!finding.fault.is_empty()).then_some(finding.why);
    view! {
        <details class="fold grounds">
            <summary>
                <Mi text=td_string!(locale, report.grounds, clause = finding.citation.brief()) />
            </summary>
            <dl>
                <TextDetail name=td_string!(locale, report.why) text=why />
                <Detail name=td_string!(locale, report.rule)>
                    <Mi text=finding.says />
                    " "
                    <span class="severity">{finding.severity.label(use_language())}</span>
                </Detail>
                <TextDetail name=td_string!(locale, report.caution) text=finding.caution.map(str::to_owned) />
                <Detail name=td_string!(locale, report.source)>
                    <CitationLink citation=finding.citation />
                </Detail>
                <Detail name=td_string!(locale, report.number)>{finding.clause}</Detail>
            </dl>
        </details>
    }
}

/// A detail that is a text; nothing where there is none.
#[component]
fn TextDetail(name: &'static str, text: Option<String>) -> impl IntoView {
    text.map(|text| {
        view! {
            <Detail name>
                <Mi text />
            </Detail>
        }
    })
}

#[component]
fn Detail(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
