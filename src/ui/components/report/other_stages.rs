//! The rules that never count in the verdict: on funding, and on what comes after listing.

use super::citation::CitationLink;
use super::finding_item::{FindingItem, RuleLink};
use super::{Group, Positions, ReportSignal, followed};
use crate::domain::report::Finding;
use crate::domain::rulebook::{Outcome, Stage};
use crate::ui::components::{Icon, Mi, icons};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// The findings of a stage that apply to the draft.
fn findings_of(report: ReportSignal, stage: Stage) -> Memo<Vec<Finding>> {
    Memo::new(move |_| {
        report.with(|report| {
            let findings = report.findings.iter().filter(|finding| finding.stage == stage);
            findings.filter(|finding| finding.outcome != Outcome::NotApplicable).cloned().collect()
        })
    })
}

/// What the rules on funding say, where funding is sought.
#[component]
pub fn Funding(report: ReportSignal, positions: Memo<Positions>) -> impl IntoView {
    let locale = use_locale();
    let findings = findings_of(report, Stage::Funding);
    let why = move || {
        if findings.with(Vec::is_empty) {
            td_string!(locale, report.funding.not_sought)
        } else {
            td_string!(locale, report.funding.why)
        }
    };
    view! {
        <details class="group apart">
            <summary>
                <Icon icon=icons::COINS />
                <h3>{td_string!(locale, report.funding.title)}</h3>
                <span class="count">{move || findings.with(Vec::len)}</span>
            </summary>
            <p>{why}</p>
            <ul class="findings">
                <For each=move || findings.get() key=Finding::key let(first)>
                    <FindingItem finding=followed(report, positions, first) />
                </For>
            </ul>
        </details>
    }
}

/// What will hold once it is listed.
#[component]
pub fn AfterListing(report: ReportSignal, positions: Memo<Positions>) -> impl IntoView {
    let locale = use_locale();
    let findings = findings_of(report, Stage::AfterListing);
    view! {
        <details class="group apart">
            <summary>
                <Icon icon=icons::BOOK_OPEN />
                <h3>{td_string!(locale, report.after_listing.title)}</h3>
                <span class="count">{move || findings.with(Vec::len)}</span>
            </summary>
            <p>{td_string!(locale, report.after_listing.why)}</p>
            <ul class="findings">
                <For each=move || findings.get() key=Finding::key let(first)>
                    <LaterRule finding=followed(report, positions, first) />
                </For>
            </ul>
        </details>
    }
}

/// A rule that holds later: what it says, or what it asks of the draft already.
#[component]
fn LaterRule(finding: Memo<Finding>) -> impl IntoView {
    let asks = Memo::new(move |_| finding.with(|finding| Group::of(finding).asks()));
    move || {
        if asks.get() {
            return view! { <FindingItem finding /> }.into_any();
        }
        let finding = finding.get();
        let link = view! { <RuleLink finding=&finding /> };
        let Finding { says, citation, .. } = finding;
        view! {
            <li class="finding rule-only">
                <div>
                    <p>
                        <Mi text=says />
                    </p>
                    <p class="hint">
                        <CitationLink citation />
                    </p>
                    {link}
                </div>
            </li>
        }
        .into_any()
    }
}
