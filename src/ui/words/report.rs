//! The report beside the draft.

use crate::domain::report::{Counts, Readiness};
use crate::domain::rulebook::Verdict;

pub const HEADING: &str = "Report";
pub const SAVE: &str = "Download report";
pub const PRINT: &str = "Print";
pub const SOURCE: &str = "Source";
pub const WHY: &str = "Why";
pub const REMEDY: &str = "What to do";
pub const RULE: &str = "The rule";
pub const FIELDS: &str = "Go to";
pub const NOT_CHECKED: &str = "Not checked by Waymark";
pub const NOT_CHECKED_WHY: &str = "These rules are in force on this day and route, and no program has looked at them here. Read them yourself.";
pub const NOT_CHECKED_LOADING: &str = "The list is loading …";
pub const NOT_CHECKED_FAILED: &str = "The list could not be loaded.";
pub const TRY_AGAIN: &str = "Try again";
pub const PROBLEMS: &str = "Not understood";
pub const PROBLEMS_WHY: &str = "These entries of the draft are kept as they are, but could not be read.";
pub const CAUTION: &str = "How sure this is";

/// Where the draft stands, in a line.
pub fn readiness(readiness: Readiness) -> &'static str {
    match readiness {
        Readiness::NotReady => "Not ready: it breaks a rule",
        Readiness::Incomplete => "Incomplete: no rule is broken so far",
        Readiness::ReadyForJudgement => "Ready for people to judge",
    }
}

/// What the line means.
pub fn meaning(readiness: Readiness, counts: &Counts) -> &'static str {
    match readiness {
        Readiness::ReadyForJudgement if counts.not_met + counts.missing > 0 => {
            "No rule that must be met is broken. Some warnings are open, or entries are wanting: see below."
        }
        Readiness::NotReady => "As it stands, a rule that must be met is not.",
        Readiness::Incomplete => "Something that must be stated is not stated yet.",
        Readiness::ReadyForJudgement => {
            "What a program can see here is in order. Whether it is approved is for NZQA and the others to decide."
        }
    }
}

/// The counts in a sentence, for those who hear the page.
pub fn counts(counts: &Counts) -> String {
    format!(
        "{} broken, {} to fill in, {} for a person to judge, {} met.",
        counts.not_met, counts.missing, counts.judgement, counts.met
    )
}

/// The heading of the findings with an outcome.
pub fn group(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotMet => "Breaks a rule",
        Verdict::Missing => "Not filled in yet",
        Verdict::Judgement => "For a person to judge",
        Verdict::Met => "Met, as far as a program can see",
        Verdict::NotApplicable => "Does not apply",
    }
}

/// The short name of an outcome.
pub fn outcome(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotMet => "Broken",
        Verdict::Missing => "To fill in",
        Verdict::Judgement => "To judge",
        Verdict::Met => "Met",
        Verdict::NotApplicable => "Does not apply",
    }
}

/// The road that the application takes.
pub fn route(code: &str, name: &str) -> String {
    format!("Route: {name} ({code}).")
}

/// An instrument and its clause, where it has one.
pub fn citation(instrument: &str, clause: &str) -> String {
    if clause.is_empty() { instrument.to_owned() } else { format!("{instrument}, {clause}") }
}
