//! One finding: the fault and what to do, and behind it why, the rule and its source.

use super::Group;
use super::citation::CitationLink;
use crate::browser::page;
use crate::domain::draft::fields;
use crate::domain::report::{Citation, Finding};
use crate::domain::rulebook::{Fix, Outcome, RULES};
use crate::ui::components::anchors::{field_id, finding_id, rule_link_id, rule_path};
use crate::ui::components::{Icon, JumpLink, Mi};
use crate::ui::i18n::*;
use crate::ui::providers::use_draft;
use leptos::prelude::*;
use std::slice;

/// One finding. Its fault leads to the field where it is put right. Behind it stand the others that the same
/// change or answer settles; one that is itself settled with a finding elsewhere says so and leads there.
#[component]
pub fn FindingItem(
    finding: Memo<Finding>,
    #[prop(optional, into)] others: Signal<Vec<Finding>>,
) -> impl IntoView {
    let group = Memo::new(move |_| finding.with(Group::of));
    let id = finding.with_untracked(|finding| finding_id(finding.clause));
    let fault = move || {
        let (text, path) = finding.with(|finding| (headline(finding).to_owned(), finding.home.clone()));
        match path.filter(|path| group.get().asks() && fields::find(path).is_some()) {
            Some(path) => view! {
                <JumpLink to=field_id(&path)>
                    <Mi text />
                </JumpLink>
            }
            .into_any(),
            None => view! { <Mi text /> }.into_any(),
        }
    };
    let elsewhere = Memo::new(move |_| finding.with(|finding| finding.settled_with));
    let remedy = move || {
        if let Some(clause) = elsewhere.get() {
            return Some(view! { <SettledElsewhere clause /> }.into_any());
        }
        let remedy = finding.with(|finding| finding.remedy.clone());
        (!remedy.is_empty()).then(|| {
            view! {
                <p class="remedy">
                    <Mi text=remedy />
                </p>
            }
            .into_any()
        })
    };
    let fix = Memo::new(move |_| {
        finding.with(|finding| finding.fix.clone().filter(|_| finding.settled_with.is_none()))
    });
    let apply = move || fix.get().map(|fix| view! { <ApplyFix fix /> });
    view! {
        <li id=id class=move || format!("finding {}", group.get().class()) tabindex="-1">
            <Icon icon=move || group.get().icon() />
            <div>
                <p class="fault">{fault}</p>
                {remedy}
                {apply}
                {move || view! { <FindingDetails finding=finding.get() /> }}
                {move || {
                    let settled = |other| view! { <SettledToo other first=finding /> };
                    others.get().into_iter().map(settled).collect_view()
                }}
            </div>
        </li>
    }
}

/// The way to the finding elsewhere that the same change or answer settles.
#[component]
fn SettledElsewhere(clause: &'static str) -> impl IntoView {
    let locale = use_locale();
    view! {
        <p class="hint">
            <JumpLink to=finding_id(clause)>{td_string!(locale, report.settled_elsewhere)}</JumpLink>
        </p>
    }
}

/// Another finding that the same change or answer settles.
#[component]
fn SettledToo(other: Finding, first: Memo<Finding>) -> impl IntoView {
    let locale = use_locale();
    let id = finding_id(other.clause);
    // A fault that is the same again says nothing new.
    let is_again = first.with(|first| first.fault == other.fault);
    let text = if is_again { other.says } else { headline(&other) }.to_owned();
    view! {
        <div class="settled-too" id=id tabindex="-1">
            <p>{td_string!(locale, report.settled_too)} " " <Mi text /></p>
            <FindingDetails finding=other />
        </div>
    }
}

/// A button that changes one value so that the rule is met, and says what else that settles.
#[component]
fn ApplyFix(fix: Fix) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let draft = use_draft();
    let field = fields::find(&fix.change.field)?.label(language);
    let (_, value) = fix.change.in_words(language);
    let others = fix.settles.len().saturating_sub(1);
    let also = (others > 0).then(|| {
        view! { <span class="hint">{td_string!(locale, report.fix.also, count = others)}</span> }
    });
    let message = td_string!(locale, report.fix.done, field, value = value.clone());
    let apply = move |_| {
        draft.apply(slice::from_ref(&fix.change), message.clone());
        page::focus("report-title");
    };
    Some(view! {
        <p class="actions fix">
            <button class="button small" type="button" on:click=apply>
                {td_string!(locale, report.fix.apply, field, value)}
            </button>
            {also}
        </p>
    })
}

/// What is wrong; why the rule is met or does not apply where nothing is. Of an answer that a finding elsewhere
/// asks for already, what it is for.
fn headline(finding: &Finding) -> &str {
    match finding.outcome {
        Outcome::Missing if finding.settled_with.is_some() => finding.says,
        _ if finding.fault.is_empty() => &finding.why,
        _ => &finding.fault,
    }
}

/// The way to the page of a finding's rule.
#[component]
pub fn RuleLink<'a>(finding: &'a Finding) -> impl IntoView + use<> {
    let locale = use_locale();
    let title = RULES.page(finding.requirement).map(|rule| rule.title.clone()).unwrap_or_default();
    let id = rule_link_id(finding.clause);
    let href = rule_path(finding.requirement, finding.clause);
    view! {
        <a class="rule-link" id=id href=href>
            {td_string!(locale, report.read_rule)}
            <span class="visually-hidden">": " <Mi text=title /></span>
        </a>
    }
}

/// Why, the rule, how sure it is, and where it is written; and the way to its page.
#[component]
fn FindingDetails(finding: Finding) -> impl IntoView {
    let locale = use_locale();
    let rule = view! { <RuleLink finding=&finding /> };
    let why = (!finding.fault.is_empty()).then_some(finding.why);
    view! {
        <div class="behind">
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
                    <TextDetail name=td_string!(locale, report.caution) text=finding.caution />
                    <TextDetail
                        name=td_string!(locale, report.people_judge)
                        text=finding.people_judge.map(str::to_owned)
                    />
                    <Detail name=td_string!(locale, report.source)>
                        <CitationLink citation=finding.citation />
                    </Detail>
                    <Against citations=finding.against />
                    <Detail name=td_string!(locale, report.number)>{finding.clause}</Detail>
                </dl>
            </details>
            {rule}
        </div>
    }
}

/// Where something else is said; nothing where no source does.
#[component]
fn Against(citations: Vec<Citation>) -> impl IntoView {
    let locale = use_locale();
    (!citations.is_empty()).then(|| {
        let items = citations.into_iter().map(|citation| {
            view! {
                <li>
                    <CitationLink citation />
                </li>
            }
        });
        view! {
            <Detail name=td_string!(locale, rules.against)>
                <ul>{items.collect_view()}</ul>
            </Detail>
        }
    })
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
