//! APP-13.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::day::day;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::{listed, shortened};
use std::collections::BTreeSet;

requirement! {
    /// Every learning outcome is assessed.
    ///
    /// Each assessment says which outcomes it covers. An outcome that none of them covers is a
    /// promise that nobody checks. The rule is derived from the fifth criterion for training
    /// schemes, which asked for assessment that fits the outcomes.
    "every-outcome-is-assessed" reads ["outcomes", "assessment.items"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "APP-13",
        says: "Every learning outcome is covered by an assessment.",
        routes: QUALITY_ASSURED,
        from: Some(day(2012, 1, 1)),
        to: None,
        severity: Severity::Should,
        decided_by: DecidedBy::Machine,
        citation: Citation::found(
            "NZQA, criteria for training scheme approval",
            "criterion 5",
            "http://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/training-scheme-approval/criteria-training-scheme-approval/",
        ),
    },
    parameters: (),
}];

enum Reason {
    OutcomesGap(Gap),
    AssessmentsGap(Gap),
    Unassessed { outcomes: Vec<String>, unknown: Vec<String> },
    AllAssessed { outcomes: usize, unknown: Vec<String> },
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let application = case.application;
    let stated = application.stated_outcomes().count();
    let every_outcome = match application.outcomes.stated_items() {
        Ok(_) if stated == 0 => return Outcome::Missing(Reason::OutcomesGap(Gap::NotStated)),
        Ok(outcomes) => outcomes,
        Err(gap) => return Outcome::Missing(Reason::OutcomesGap(gap)),
    };
    let assessments = match application.assessments.stated_items() {
        Ok(assessments) => assessments,
        Err(gap) => return Outcome::Missing(Reason::AssessmentsGap(gap)),
    };
    let covered: BTreeSet<&String> =
        assessments.iter().flat_map(|assessment| &assessment.outcome_ids).collect();
    let known: BTreeSet<&String> = every_outcome.iter().map(|outcome| &outcome.id).collect();
    let unassessed: Vec<String> = application
        .stated_outcomes()
        .filter(|outcome| !covered.contains(&outcome.id))
        .map(|outcome| format!("“{}”", shortened(&outcome.text, 60)))
        .collect();
    let unknown: Vec<String> =
        covered.difference(&known).map(|id| format!("“{}”", shortened(id, 20))).collect();
    if unassessed.is_empty() {
        Outcome::Met(Reason::AllAssessed { outcomes: stated, unknown })
    } else {
        Outcome::NotMet(Reason::Unassessed { outcomes: unassessed, unknown })
    }
}

fn words(reason: &Reason) -> Words {
    const WHY: &str = "What no assessment covers, nobody has seen the learner do.";
    match reason {
        Reason::OutcomesGap(gap) => {
            gap.words("What learners can do in the end", WHY, "Enter the learning outcomes, one at a time.")
        }
        Reason::AssessmentsGap(gap) => {
            gap.words("The assessment", WHY, "Add the assessments, and tick the outcomes that each covers.")
        }
        Reason::Unassessed { outcomes, unknown } => Words::fault(
            format!("No assessment covers {}.", listed(outcomes)),
            format!("{WHY}{}", unknown_ids(unknown)),
            "Tick these outcomes at an assessment that covers them, or take them out.",
        ),
        Reason::AllAssessed { outcomes: 1, unknown } => {
            Words::fine(format!("The one outcome is covered by an assessment.{}", unknown_ids(unknown)))
        }
        Reason::AllAssessed { outcomes, unknown } => {
            Words::fine(format!("All {outcomes} outcomes are covered by assessments.{}", unknown_ids(unknown)))
        }
    }
}

/// A sentence on ids of outcomes that assessments name and the draft does not have.
fn unknown_ids(unknown: &[String]) -> String {
    match unknown {
        [] => String::new(),
        ids => format!(" Assessments also name outcomes that the draft does not have: {}.", listed(ids)),
    }
}
