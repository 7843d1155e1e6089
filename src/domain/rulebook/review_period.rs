//! LIST-19 and LIST-20.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::{BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::QUALITY_ASSURED;
use std::ops::RangeInclusive;

requirement! {
    /// The draft states how often the micro-credential is reviewed, and the period is one of those in use.
    ///
    /// Every micro-credential approved before the Rules 2022 is reviewed each year, and stays so
    /// until it is listed again under newer rules. Since then the listing states a period,
    /// usually of 1 to 3 years. NZQA may set another than the one proposed.
    "review-period" reads ["review.period_years"]
}

/// The periods of an edition, in years.
enum Period {
    /// Reviewed each year.
    Yearly,
    /// Usually one of these; others are not ruled out.
    Usually(RangeInclusive<u32>),
}

const EDITIONS: &[Edition<Period>] = &[
    Edition {
        clause: Clause {
            id: "LIST-20",
            says: "The micro-credential is reviewed every year.",
            routes: QUALITY_ASSURED,
            from: Some(FIRST_APPLICATIONS),
            to: Some(BEFORE_RULES_2022),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::GUIDANCE_2018,
        },
        parameters: Period::Yearly,
    },
    Edition {
        clause: Clause {
            id: "LIST-19",
            says: "The listing states the review period, usually 1 to 3 years.",
            routes: QUALITY_ASSURED,
            from: Some(RULES_2022),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::listing_rule_6("6.1(g)"),
        },
        parameters: Period::Usually(1..=3),
    },
];

enum Reason {
    Gap(Gap),
    NoPeriod,
    NotYearly(u32),
    Unusual(u32),
    InUse(u32),
}

fn examine(case: &Case, period: &Period) -> Outcome<Reason> {
    let years = match case.application.review_period_years.stated() {
        Ok(years) => *years,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    match period {
        _ if years == 0 => Outcome::NotMet(Reason::NoPeriod),
        Period::Yearly if years != 1 => Outcome::NotMet(Reason::NotYearly(years)),
        Period::Usually(usual) if !usual.contains(&years) => Outcome::Judgement(Reason::Unusual(years)),
        Period::Yearly | Period::Usually(_) => Outcome::Met(Reason::InUse(years)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The review period",
            "The listing says how often the micro-credential is looked at again.",
            "Enter the period in whole years.",
        ),
        Reason::NoPeriod => Words::fault(
            "A review period of 0 years is no period.",
            "The period says how often the micro-credential is looked at again.",
            "Enter at least 1 year.",
        ),
        Reason::NotYearly(years) => Words::fault(
            format!("The draft states a review every {years} years."),
            "Until the Rules 2022 began, every micro-credential was reviewed each year.",
            "Enter 1 year, or check that the date is the one you mean.",
        ),
        Reason::Unusual(years) => Words::fault(
            format!("A review period of {years} years is not usual."),
            "The period is usually 1 to 3 years; the rule does not shut out others, and NZQA may set its own.",
            "Enter 1, 2 or 3 years, or be ready to say why a longer period serves.",
        ),
        Reason::InUse(1) => Words::fine("A review every year is stated."),
        Reason::InUse(years) => Words::fine(format!("A review every {years} years is stated.")),
    }
}
