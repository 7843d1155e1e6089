//! The report: what every rule of one day says about one draft.

use crate::domain::day::{Day, spelled};
use crate::domain::draft::{Draft, Oddity, fields};
use crate::domain::language::Language;
use crate::domain::regime::{self, FIRST_APPLICATIONS, Regime, SOURCES_READ};
use crate::domain::register::Stamp;
use crate::domain::rulebook::{self, Outcome, RULES, Route, Rules, Severity, Stage};
use serde::{Serialize, Serializer};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What one of the rules that are built in says about a draft.
pub type Finding = rulebook::Finding<'static>;
/// Where it was published.
pub type Citation = rulebook::Citation<'static>;

/// The name and number of the report's format.
pub const FORMAT: &str = "waymark.report/1";

/// The result of checking one draft on one day (`waymark.report/1`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// The day under whose rules the draft was read.
    pub on: Day,
    /// The regime of that day; none before the first.
    #[serde(serialize_with = "as_id")]
    pub regime: Option<&'static Regime>,
    /// The route of the application.
    pub route: Route,
    /// How ready the draft is as a whole; none where there were no rules on that day.
    pub verdict: Option<Readiness>,
    /// Why there is no verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What is not certain about the report as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
    /// How many findings on the application have each outcome.
    pub counts: Counts,
    /// How many on funding, and on what comes after listing. They never count in the verdict.
    pub other_counts: OtherCounts,
    /// The fields that most findings wait for, at most [`NEXT`] of them.
    pub next: Vec<Next>,
    /// A finding for every rule, in the order of the rule table.
    pub findings: Vec<Finding>,
    /// What in the draft could not be understood, or is not known. While one of these `blocks`, the draft is not
    /// ready.
    pub problems: Vec<Oddity>,
    /// How texts that are unmistakably a number or a day were read, by their path.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub read_as: BTreeMap<String, String>,
    /// The version of the rules: the SHA-256 of their pages.
    pub rules_version: &'static str,
    /// The register that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Stamp>,
}

/// How ready a draft is as a whole. Nobody but NZQA, Universities New Zealand and the Tertiary
/// Education Commission can say more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Readiness {
    /// A rule that must be met is not.
    NotReady,
    /// No such rule is broken, and one cannot be checked yet because an answer is missing, the day of the
    /// application can’t be read, or a field has two values.
    Incomplete,
    /// What a program can see is in order; people judge the rest.
    ReadyForJudgement,
}

/// How many fields a report names to answer next.
const NEXT: usize = 2;

/// A field to answer next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Next {
    /// Its path.
    pub field: String,
    /// How many findings wait for it, alone or with others.
    pub waiting: usize,
}

impl Next {
    /// The fields that most of what is missing waits for: for them alone before for others too, and rules that
    /// must be met before others.
    fn of(findings: &[Finding]) -> Vec<Self> {
        let mut waiting: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
        let missing =
            findings.iter().filter(|one| one.stage == Stage::Application && one.outcome == Outcome::Missing);
        for finding in missing {
            let is_must = usize::from(finding.severity == Severity::Must);
            let is_alone = usize::from(finding.waits_for.len() == 1);
            for field in finding.waits_for.iter().filter(|field| fields::find(field).is_some()) {
                let counts = waiting.entry(field).or_default();
                let more = [is_must * is_alone, is_alone, is_must, 1];
                counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
            }
        }
        let mut fields: Vec<(&str, [usize; 4])> = waiting.into_iter().collect();
        fields.sort_by_key(|(_, counts)| Reverse(*counts));
        let next = fields.into_iter().take(NEXT);
        next.map(|(field, [.., waiting])| Self { field: field.to_owned(), waiting }).collect()
    }
}

/// How many findings have each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "one count for each outcome of the same name")]
pub struct Counts {
    pub met: usize,
    pub not_met: usize,
    pub missing: usize,
    pub judgement: usize,
    pub information: usize,
    pub not_applicable: usize,
    /// Those that are not met, by severity.
    pub not_met_by: BySeverity,
    /// Those that are missing, by severity.
    pub missing_by: BySeverity,
}

/// How many findings have each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "one count for each severity of the same name")]
pub struct BySeverity {
    pub must: usize,
    pub should: usize,
    pub advisory: usize,
}

/// The counts of the stages that never count in the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "one for each stage of the same name")]
pub struct OtherCounts {
    pub funding: Counts,
    pub after_listing: Counts,
}

/// Checks a draft under the rules of a day. Every rule is checked, whatever the others find. The report
/// names the register, where that is given.
pub fn check(draft: &Draft, on: Day, register: Option<Stamp>, language: Language) -> Report {
    let rules: &'static Rules = &RULES;
    let regime = regime::on(on);
    let (route, mut findings) = rules.check_and_advise(draft, on, language);
    let mut why = None;
    if regime.is_none() {
        findings.clear();
        why = Some(rules.sentence("before_first", language, &[("day", &spelled(FIRST_APPLICATIONS))]));
    }
    let caution = (on > SOURCES_READ)
        .then(|| rules.sentence("after_sources", language, &[("day", &spelled(SOURCES_READ))]));
    let (problems, read_as) = draft.oddities_and_read_as();
    let of = |stage| Counts::of(findings.iter().filter(|finding| finding.stage == stage));
    let counts = of(Stage::Application);
    Report {
        format: FORMAT,
        on,
        regime,
        route,
        verdict: regime.map(|_| counts.readiness(&problems)),
        why,
        caution,
        counts,
        other_counts: OtherCounts { funding: of(Stage::Funding), after_listing: of(Stage::AfterListing) },
        next: Next::of(&findings),
        problems,
        read_as,
        rules_version: &rules.version,
        register,
        findings,
    }
}

impl Counts {
    fn of<'a>(findings: impl Iterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.outcome {
                Outcome::Met => counts.met += 1,
                Outcome::NotMet => {
                    counts.not_met += 1;
                    counts.not_met_by.count(finding.severity);
                }
                Outcome::Missing => {
                    counts.missing += 1;
                    counts.missing_by.count(finding.severity);
                }
                Outcome::Judgement => counts.judgement += 1,
                Outcome::Information => counts.information += 1,
                Outcome::NotApplicable => counts.not_applicable += 1,
            }
        }
        counts
    }

    fn readiness(&self, problems: &[Oddity]) -> Readiness {
        if self.not_met_by.must > 0 {
            Readiness::NotReady
        } else if self.missing_by.must > 0 || problems.iter().any(|problem| problem.blocks) {
            Readiness::Incomplete
        } else {
            Readiness::ReadyForJudgement
        }
    }
}

impl BySeverity {
    fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Must => self.must += 1,
            Severity::Should => self.should += 1,
            Severity::Advisory => self.advisory += 1,
        }
    }
}

fn as_id<S: Serializer>(regime: &Option<&'static Regime>, serializer: S) -> Result<S::Ok, S::Error> {
    regime.map(|regime| regime.id).serialize(serializer)
}
