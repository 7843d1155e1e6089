//! Findings by what they ask of the reader. Headline, counts and groups all go by this division, so
//! that they cannot contradict each other.

use crate::domain::report::{Finding, Report};
use crate::domain::rulebook::{Outcome, Severity, Stage};
use crate::ui::components::icons;
use crate::ui::i18n::*;

/// What a finding asks of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A rule that must be met is broken.
    Broken,
    /// An answer that must be there is missing.
    Missing,
    /// Something is expected, without being required.
    Expected,
    /// A person decides.
    Judgement,
    /// Something is worth knowing.
    Information,
    /// Nothing is to be done.
    Met,
    /// The rule does not bind this draft.
    NotApplicable,
}

impl Group {
    /// All groups, the most urgent first.
    pub const ALL: [Self; 7] = [
        Self::Broken,
        Self::Missing,
        Self::Expected,
        Self::Judgement,
        Self::Information,
        Self::Met,
        Self::NotApplicable,
    ];

    /// The group of a finding.
    pub fn of(finding: &Finding) -> Self {
        match (finding.outcome, finding.severity) {
            (Outcome::NotMet, Severity::Must) => Self::Broken,
            (Outcome::Missing, Severity::Must) => Self::Missing,
            (Outcome::NotMet | Outcome::Missing, _) => Self::Expected,
            (Outcome::Judgement, _) => Self::Judgement,
            (Outcome::Information, _) => Self::Information,
            (Outcome::Met, _) => Self::Met,
            (Outcome::NotApplicable, _) => Self::NotApplicable,
        }
    }

    /// Whether the reader is asked for something.
    pub fn asks(self) -> bool {
        !matches!(self, Self::Information | Self::Met | Self::NotApplicable)
    }

    /// The style class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Expected => "expected",
            Self::Missing => "missing",
            Self::Judgement => "judgement",
            Self::Information => "information",
            Self::Met => "met",
            Self::NotApplicable => "unchecked",
        }
    }

    /// The picture beside the group's name.
    pub fn icon(self) -> icondata_core::Icon {
        match self {
            Self::Broken => icons::CIRCLE_X,
            Self::Expected => icons::TRIANGLE_ALERT,
            Self::Missing => icons::CIRCLE_DASHED,
            Self::Judgement => icons::SCALE,
            Self::Information => icons::INFO,
            Self::Met => icons::CIRCLE_CHECK,
            Self::NotApplicable => icons::BOOK_OPEN,
        }
    }

    /// The heading of the group.
    pub fn title(self, locale: Locale) -> &'static str {
        match self {
            Self::Broken => td_string!(locale, report.group.broken),
            Self::Expected => td_string!(locale, report.group.expected),
            Self::Missing => td_string!(locale, report.group.missing),
            Self::Judgement => td_string!(locale, report.group.judgement),
            Self::Information => td_string!(locale, report.group.information),
            Self::Met => td_string!(locale, report.group.met),
            Self::NotApplicable => td_string!(locale, report.group.not_applicable),
        }
    }

    /// The name of the group beside its count.
    pub fn short(self, locale: Locale) -> &'static str {
        match self {
            Self::Broken => td_string!(locale, report.short.broken),
            Self::Expected => td_string!(locale, report.short.expected),
            Self::Missing => td_string!(locale, report.short.missing),
            Self::Judgement => td_string!(locale, report.short.judgement),
            Self::Information => td_string!(locale, report.group.information),
            Self::Met => td_string!(locale, report.short.met),
            Self::NotApplicable => td_string!(locale, report.group.not_applicable),
        }
    }
}

/// How many findings each group has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "one count for each group of the same name")]
pub struct Tally {
    pub broken: usize,
    pub expected: usize,
    pub missing: usize,
    pub judgement: usize,
    /// Those that people judge of which the draft says nothing yet.
    pub judgement_unanswered: usize,
    pub met: usize,
}

impl Tally {
    /// Counts the findings of a report, and with what is missing the problems that keep the draft from being ready.
    pub fn of(report: &Report) -> Self {
        let tally = Self::of_findings(&report.findings);
        let blocking = report.problems.iter().filter(|odd| odd.blocks).count();
        Self { missing: tally.missing + blocking, ..tally }
    }

    /// Counts those of some findings that are about the application.
    pub fn of_findings<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings.into_iter().filter(|finding| finding.stage == Stage::Application) {
            match Group::of(finding) {
                Group::Broken => tally.broken += 1,
                Group::Expected => tally.expected += 1,
                Group::Missing => tally.missing += 1,
                Group::Judgement => {
                    tally.judgement += 1;
                    tally.judgement_unanswered += usize::from(!finding.waits_for.is_empty());
                }
                Group::Met => tally.met += 1,
                Group::Information | Group::NotApplicable => {}
            }
        }
        tally
    }
}
