//! The parts of the draft and what is still to do in each.

use super::report::{Group, Tally};
use super::{CloseSheet, Icon, JumpLink, Mi, ReportSignal, icons};
use crate::domain::draft::fields::{PARTS, Part, part_of};
use crate::domain::rulebook::Verdict;
use crate::ui::i18n::*;
use leptos::prelude::*;

/// How a part of the draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartState {
    /// There are no rules on the chosen date.
    NoRules,
    /// No rule that Waymark checks has its home here.
    NotChecked,
    /// The findings that have their home here.
    Checked(Tally),
}

impl PartState {
    /// The most urgent group that has a finding here.
    fn group(self) -> Option<Group> {
        match self {
            Self::Checked(Tally { broken: 1.., .. }) => Some(Group::Broken),
            Self::Checked(Tally { expected: 1.., .. }) => Some(Group::Expected),
            Self::Checked(Tally { missing: 1.., .. }) => Some(Group::Missing),
            Self::Checked(_) => Some(Group::Met),
            Self::NoRules | Self::NotChecked => None,
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
            <JumpLink to=format!("part-{}-title", part.id)>
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
    let tally = match state {
        PartState::NoRules => return td_string!(locale, draft.state.no_rules).to_owned(),
        PartState::NotChecked => return td_string!(locale, draft.state.not_checked).to_owned(),
        PartState::Checked(tally) => tally,
    };
    let mut words = Vec::new();
    if tally.broken > 0 {
        words.push(td_string!(locale, draft.state.to_fix, count = tally.broken));
    }
    if tally.expected > 0 {
        words.push(td_string!(locale, draft.state.expected, count = tally.expected));
    }
    if tally.missing > 0 {
        words.push(td_string!(locale, draft.state.to_fill_in, count = tally.missing));
    }
    if words.is_empty() { td_string!(locale, draft.state.clear).to_owned() } else { words.join(", ") }
}

fn state_of(part: &'static Part, report: ReportSignal) -> PartState {
    report.with(|report| {
        let Ok(report) = report else { return PartState::NoRules };
        let is_here = |path: &&str| part_of(path).is_some_and(|home| home.id == part.id);
        let here = report.findings.iter().filter(|finding| finding.fields.first().is_some_and(is_here));
        let here: Vec<_> = here.filter(|finding| finding.outcome != Verdict::NotApplicable).collect();
        if here.is_empty() { PartState::NotChecked } else { PartState::Checked(Tally::of_findings(here)) }
    })
}
