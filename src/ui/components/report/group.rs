//! Findings by what they ask of the reader. Headline, counts and groups all go by this division, so
//! that they cannot contradict each other.

use crate::domain::report::{Finding, Report};
use crate::domain::rulebook::{Severity, Verdict};
use crate::ui::components::icons;
use crate::ui::i18n::*;

/// What a finding asks of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A rule that must be met is broken.
    Broken,
    /// Something is expected, without being required.
    Expected,
    /// An answer is missing.
    Missing,
    /// A person decides.
    Judgement,
    /// Nothing is to be done.
    Met,
    /// The rule does not bind this draft.
    NotApplicable,
}

impl Group {
    /// All groups, the most urgent first.
    pub const ALL: [Self; 6] =
        [Self::Broken, Self::Expected, Self::Missing, Self::Judgement, Self::Met, Self::NotApplicable];

    /// The group of a finding.
    pub fn of(finding: &Finding) -> Self {
        match finding.outcome {
            Verdict::NotMet if finding.severity == Severity::Must => Self::Broken,
            Verdict::NotMet => Self::Expected,
            Verdict::Missing => Self::Missing,
            Verdict::Judgement => Self::Judgement,
            Verdict::Met => Self::Met,
            Verdict::NotApplicable => Self::NotApplicable,
        }
    }

    /// Whether the reader is asked for something.
    pub fn asks(self) -> bool {
        !matches!(self, Self::Met | Self::NotApplicable)
    }

    /// The style class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Expected => "expected",
            Self::Missing => "missing",
            Self::Judgement => "judgement",
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
    pub met: usize,
    /// Rules that nothing has looked at; none while their list has not loaded.
    pub not_checked: Option<usize>,
}

impl Tally {
    /// Counts the findings of a report.
    pub fn of(report: &Report) -> Self {
        let mut tally = Self::of_findings(&report.findings);
        tally.not_checked = report.not_checked.as_ref().map(Vec::len);
        tally
    }

    /// Counts some findings.
    pub fn of_findings<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            match Group::of(finding) {
                Group::Broken => tally.broken += 1,
                Group::Expected => tally.expected += 1,
                Group::Missing => tally.missing += 1,
                Group::Judgement => tally.judgement += 1,
                Group::Met => tally.met += 1,
                Group::NotApplicable => {}
            }
        }
        tally
    }
}
