//! The report: what every rule of one day says about one draft.

use crate::domain::application::Application;
use crate::domain::day::{Day, spelled};
use crate::domain::draft::Draft;
use crate::domain::regime::{self, FIRST_APPLICATIONS, RULES_2025, Regime};
use crate::domain::route::Route;
use crate::domain::rulebook::{
    self, Case, Citation, Clause, DecidedBy, NotChecked, RULES, Rule, Severity, Unchecked, Verdict, Words,
};
use crate::domain::{Problem, register::Stamp};
use serde::{Serialize, Serializer};
use thiserror::Error;

/// The name and number of the report's format.
pub const FORMAT: &str = "waymark.report/1";

/// The result of checking one draft on one day (`waymark.report/1`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// The day under whose rules the draft was read.
    pub on: Day,
    /// The regime of that day.
    #[serde(serialize_with = "as_id")]
    pub regime: &'static Regime,
    /// The route of the application.
    pub route: Route,
    /// How ready the draft is as a whole.
    pub verdict: Readiness,
    /// How many findings have each outcome.
    pub counts: Counts,
    /// A finding for every rule that is checked, in the order of the rulebook.
    pub findings: Vec<Finding>,
    /// The rules in force on that day and route that Waymark does not check; `None` where their table
    /// was not given.
    pub not_checked: Option<Vec<NotChecked>>,
    /// What in the draft could not be understood, or is not known.
    pub problems: Vec<Problem>,
    /// The version of the rules.
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
    /// No such rule is broken, and one cannot be checked yet because an entry is missing.
    Incomplete,
    /// What a program can see is in order; people judge the rest.
    ReadyForJudgement,
}

/// How many findings have each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "one count for each outcome of the same name")]
pub struct Counts {
    pub met: usize,
    pub not_met: usize,
    pub missing: usize,
    pub judgement: usize,
    pub not_applicable: usize,
}

/// What one edition of a requirement says about the draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The requirement's name, the same across editions.
    pub requirement: &'static str,
    /// The edition that was applied.
    pub clause: &'static str,
    /// What that edition requires, in a sentence.
    pub says: &'static str,
    /// What it found.
    pub outcome: Verdict,
    /// What breaking it means.
    pub severity: Severity,
    /// The draft's fields that it read.
    pub fields: &'static [&'static str],
    /// What is wrong or missing; empty where nothing is.
    pub fault: String,
    /// Why.
    pub why: String,
    /// What to do; empty where nothing is to be done.
    pub remedy: String,
    /// What is not certain about the edition's days or text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<&'static str>,
    /// Where the edition was published.
    pub citation: &'static Citation,
}

impl Finding {
    /// The requirement and its edition: no two findings of a report have both.
    pub fn key(&self) -> (&'static str, &'static str) {
        (self.requirement, self.clause)
    }
}

/// Why there is no report for a day: it lies before the first on which micro-credentials could be
/// applied for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "There were no micro-credentials on {}: NZQA took the first applications on {}.",
    spelled(*on),
    spelled(FIRST_APPLICATIONS)
)]
pub struct NoRules {
    on: Day,
}

/// Checks a draft under the rules of a day. Every rule is checked, whatever the others find. The
/// report names the register and the rules that are not checked, where these are given.
///
/// # Errors
/// The day lies before the first on which micro-credentials could be applied for.
pub fn check(
    draft: &Draft,
    on: Day,
    register: Option<Stamp>,
    unchecked: Option<&Unchecked>,
) -> Result<Report, NoRules> {
    let regime = regime::on(on).ok_or(NoRules { on })?;
    let application = Application::read(draft);
    let case = Case { application: &application, on, route: Route::of(&application, on) };
    let mut findings = Vec::new();
    for rule in RULES {
        findings_of(*rule, &case, &mut findings);
    }
    Ok(Report {
        format: FORMAT,
        on,
        regime,
        route: case.route,
        verdict: readiness(&findings),
        counts: counts(&findings),
        findings,
        not_checked: unchecked.map(|unchecked| unchecked.on(on, case.route)),
        problems: draft.problems(),
        rules_version: rulebook::VERSION,
        register,
    })
}

/// Adds a finding for each edition in force on the case's day and route; where there is none, one
/// that says so.
fn findings_of(rule: &dyn Rule, case: &Case, findings: &mut Vec<Finding>) {
    let before = findings.len();
    // Of those not in force, the one reported is the last that had begun, or else the first to come;
    // one that binds the route goes before one that does not.
    let mut nearest = None;
    for edition in 0..rule.editions() {
        let Some(clause) = rule.clause(edition) else { continue };
        if clause.in_force(case.on)
            && clause.binds(case.route)
            && let Some((verdict, words)) = rule.examine(edition, case)
        {
            findings.push(finding(rule, clause, verdict, words, case));
        }
        let has_begun = clause.from.is_none_or(|from| from <= case.on);
        let nearness = (clause.binds(case.route), has_begun);
        if nearest.is_none_or(|(best, _)| nearness > best || nearness == best && has_begun) {
            nearest = Some((nearness, clause));
        }
    }
    if let Some((_, clause)) = nearest.filter(|_| findings.len() == before) {
        let words = Words::fine(out_of_force(clause, case));
        findings.push(finding(rule, clause, Verdict::NotApplicable, words, case));
    }
}

fn finding(rule: &dyn Rule, clause: &'static Clause, verdict: Verdict, words: Words, case: &Case) -> Finding {
    let outcome = match (clause.decided_by, verdict) {
        (DecidedBy::Person, Verdict::Met | Verdict::NotMet) => Verdict::Judgement,
        _ => verdict,
    };
    Finding {
        requirement: rule.name(),
        clause: clause.id,
        says: clause.says,
        outcome,
        severity: clause.severity,
        fields: rule.fields(),
        fault: words.fault,
        why: words.why,
        remedy: words.remedy,
        caution: caution(clause, case.on),
        citation: &clause.citation,
    }
}

fn out_of_force(clause: &Clause, case: &Case) -> String {
    let names: Vec<&str> = clause.routes.iter().map(|route| route.id()).collect();
    match (clause.from, clause.to) {
        _ if clause.in_force(case.on) => {
            format!("{} binds other routes ({}).", clause.id, names.join(", "))
        }
        (Some(from), _) if case.on < from => format!("{} began on {}.", clause.id, spelled(from)),
        (_, Some(to)) => format!("{} ended on {}.", clause.id, spelled(to)),
        _ => String::new(),
    }
}

/// What is not certain about a clause on a day.
fn caution(clause: &Clause, on: Day) -> Option<&'static str> {
    let inferred = |day: Option<Day>| day.is_some_and(regime::is_inferred);
    if clause.citation.is_of_rules_2022() && on >= RULES_2025 {
        return Some(
            "Carried forward from the Rules 2022; the texts of 2025 and 2026 were not found, so this is unconfirmed.",
        );
    }
    (regime::is_near_inferred(on) && (inferred(clause.from) || inferred(clause.to)))
        .then_some("The Rules 2022 began in the middle of January 2023; 16 January is an inferred day.")
}

fn readiness(findings: &[Finding]) -> Readiness {
    let any = |outcome| {
        findings.iter().any(|finding| finding.severity == Severity::Must && finding.outcome == outcome)
    };
    if any(Verdict::NotMet) {
        Readiness::NotReady
    } else if any(Verdict::Missing) {
        Readiness::Incomplete
    } else {
        Readiness::ReadyForJudgement
    }
}

fn counts(findings: &[Finding]) -> Counts {
    let mut counts = Counts::default();
    for finding in findings {
        match finding.outcome {
            Verdict::Met => counts.met += 1,
            Verdict::NotMet => counts.not_met += 1,
            Verdict::Missing => counts.missing += 1,
            Verdict::Judgement => counts.judgement += 1,
            Verdict::NotApplicable => counts.not_applicable += 1,
        }
    }
    counts
}

fn as_id<S: Serializer>(regime: &&'static Regime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(regime.id)
}
