//! The parts of the draft and what is still to do in each.

use super::anchors::part_title_id;
use super::report::{Group, Tally};
use super::{CloseSheet, Icon, JumpLink, Mi, ReportSignal, icons};
use crate::domain::draft::fields::{PARTS, Part, part_of};
use crate::domain::report::Finding;
use crate::domain::rulebook::{Outcome, Stage};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// How a part of the draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartState {
    /// There are no rules on the chosen date.
    NoRules,
    /// No rule that applies has its home here.
    NothingAsked,
    /// The findings that have their home here, and how many on funding ask for something.
    Checked { tally: Tally, on_funding: usize },
}

impl PartState {
    /// The most urgent group that has a finding here.
    fn group(self) -> Option<Group> {
        let Self::Checked { tally, on_funding } = self else { return None };
        match tally {
            Tally { broken: 1.., .. } => Some(Group::Broken),
            Tally { missing: 1.., .. } => Some(Group::Missing),
            Tally { expected: 1.., .. } => Some(Group::Expected),
            _ if on_funding > 0 => None,
            _ => Some(Group::Met),
        }
    }
}

/// The parts, each a link to its fields. On a phone they are a sheet behind the bar at the foot.
#[component]
pub fn TaskList(report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    view! {
        <nav class="parts sheet" id="parts" popover aria-label=td_string!(locale, draft.parts)>
            <div class="sheet-head">
                <h2 class="sheet-title">{td_string!(locale, draft.parts)}</h2>
                <CloseSheet sheet="parts" label=td_string!(locale, app.close) />
            </div>
            <ol class="task-list">
                {PARTS.iter().map(|part| view! { <Task part report /> }).collect_view()}
            </ol>
        </nav>
    }
}

#[component]
fn Task(part: &'static Part, report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let state = Memo::new(move |_| state_of(part, report));
    let class = move || state.get().group().map_or("unchecked", Group::class);
    let icon = move || state.get().group().map_or(icons::BOOK_OPEN, Group::icon);
    view! {
        <li class=class>
            <JumpLink to=part_title_id(part.id)>
                <span class="task-name">
                    <Mi text=part.title(use_language()) />
                </span>
                <span class="task-state">
                    <Icon icon />
                    {move || words(locale, state.get())}
                </span>
            </JumpLink>
        </li>
    }
}

fn words(locale: Locale, state: PartState) -> String {
    let (tally, on_funding) = match state {
        PartState::NoRules => return td_string!(locale, draft.state.no_rules).to_owned(),
        PartState::NothingAsked => return td_string!(locale, draft.state.nothing_asked).to_owned(),
        PartState::Checked { tally, on_funding } => (tally, on_funding),
    };
    let mut words = Vec::new();
    if tally.broken > 0 {
        words.push(td_string!(locale, draft.state.to_fix, count = tally.broken));
    }
    if tally.missing > 0 {
        words.push(td_string!(locale, draft.state.to_fill_in, count = tally.missing));
    }
    if tally.expected > 0 {
        words.push(td_string!(locale, draft.state.expected, count = tally.expected));
    }
    if on_funding > 0 {
        words.push(td_string!(locale, draft.state.on_funding, count = on_funding));
    }
    if words.is_empty() { td_string!(locale, draft.state.clear).to_owned() } else { words.join(", ") }
}

fn state_of(part: &'static Part, report: ReportSignal) -> PartState {
    report.with(|report| {
        if report.verdict.is_none() {
            return PartState::NoRules;
        }
        let is_here = |path: &str| part_of(path).is_some_and(|home| home.id == part.id);
        let here = report.findings.iter().filter(|finding| finding.home.as_deref().is_some_and(is_here));
        let here: Vec<_> = here.filter(|finding| finding.outcome != Outcome::NotApplicable).collect();
        let blocking = report.problems.iter().filter(|odd| odd.blocks && is_here(&odd.problem.at)).count();
        // What is only good to know asks for nothing, and is nothing that was found to be in order.
        if blocking == 0 && here.iter().all(|finding| finding.outcome == Outcome::Information) {
            return PartState::NothingAsked;
        }
        let asks = |finding: &&&Finding| finding.stage == Stage::Funding && Group::of(finding).asks();
        let on_funding = here.iter().filter(asks).count();
        let tally = Tally::of_findings(here);
        PartState::Checked { tally: Tally { missing: tally.missing + blocking, ..tally }, on_funding }
    })
}
