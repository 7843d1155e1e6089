//! One draft under the rules of two days: what changed, when and by which clause.

use crate::domain::day::Day;
use crate::domain::draft::Draft;
use crate::domain::language::Language;
use crate::domain::report::{Finding, Report, check};
use crate::domain::rulebook::{Outcome, Severity};
use serde::Serialize;
use std::collections::BTreeSet;

/// What two days say about one draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The report of the one day.
    pub before: Report,
    /// The report of the other.
    pub after: Report,
    /// The requirements of which they say something different, in the order of the rule table.
    pub changes: Vec<Difference>,
    /// The requirements of which they say the same by another clause.
    pub reworded: Vec<Difference>,
}

/// A requirement that says something else on the other day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The requirement's name.
    pub requirement: &'static str,
    /// What it says on the one day; nothing where it does not apply.
    pub before: Vec<Finding>,
    /// What it says on the other.
    pub after: Vec<Finding>,
}

impl Comparison {
    /// Compares two days.
    pub fn of(draft: &Draft, one: Day, other: Day, language: Language) -> Self {
        let (before, after) = (check(draft, one, None, language), check(draft, other, None, language));
        let mut names: Vec<&str> =
            before.findings.iter().chain(&after.findings).map(|one| one.requirement).collect();
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        let changes = names.into_iter().map(|name| Difference {
            requirement: name,
            before: applying(&before, name),
            after: applying(&after, name),
        });
        let (mut reworded, changes): (Vec<Difference>, Vec<Difference>) =
            changes.partition(|change| verdicts(&change.before) == verdicts(&change.after));
        reworded.retain(|change| clauses(&change.before) != clauses(&change.after));
        Self { before, after, changes, reworded }
    }
}

/// The findings of a requirement that apply.
fn applying(report: &Report, name: &str) -> Vec<Finding> {
    let findings = report.findings.iter().filter(|finding| finding.requirement == name);
    findings.filter(|finding| finding.outcome != Outcome::NotApplicable).cloned().collect()
}

/// What findings come to: outcomes, and what they mean.
fn verdicts(findings: &[Finding]) -> BTreeSet<(Outcome, Severity)> {
    findings.iter().map(|one| (one.outcome, one.severity)).collect()
}

fn clauses(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|one| one.clause).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn draft(credits: u16) -> Draft {
        let mut draft = Draft::default();
        draft.set("credits", credits.into());
        draft.set("applicant.type", "pte".into());
        draft
    }

    #[test]
    fn four_credits_were_too_few_and_are_enough_now() {
        let comparison = Comparison::of(&draft(4), day(2019, 6, 1), day(2026, 11, 26), Language::ENGLISH);
        let change = comparison.changes.iter().find(|one| one.requirement == "credits-in-range").unwrap();
        let said =
            |findings: &[Finding]| findings.iter().map(|one| (one.clause, one.outcome)).collect::<Vec<_>>();
        assert_eq!(said(&change.before), [("LIST-06", Outcome::NotMet)]);
        assert_eq!(said(&change.after), [("LIST-08", Outcome::Met)]);
        assert!(comparison.reworded.iter().any(|one| one.requirement == "applicant-may-apply"));
    }

    #[test]
    fn a_day_differs_from_itself_in_nothing() {
        let on = day(2026, 11, 26);
        let comparison = Comparison::of(&draft(4), on, on, Language::ENGLISH);
        assert_eq!((comparison.changes, comparison.reworded), (Vec::new(), Vec::new()));
    }
}
