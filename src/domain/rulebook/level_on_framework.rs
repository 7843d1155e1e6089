//! LIST-05.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::measure::Level;
use crate::domain::regime::{BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::QUALITY_ASSURED;

requirement! {
    /// The level is one that the framework has.
    ///
    /// The New Zealand Qualifications and Credentials Framework has the levels 1 to 10. Types of
    /// qualification have fixed levels; a micro-credential may have any. Whether the
    /// outcomes fit the level's descriptor is for a person to judge.
    "level-on-framework" reads ["level"]
}

const SAYS: &str = "The level is a whole number from 1 to 10; a micro-credential may have any of them.";

const EDITIONS: &[Edition<()>] = &[
    Edition {
        clause: Clause {
            id: "LIST-05",
            says: SAYS,
            routes: QUALITY_ASSURED,
            from: Some(FIRST_APPLICATIONS),
            to: Some(BEFORE_RULES_2022),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::seed(
                "NZQA, Aotearoa New Zealand’s rationale for micro-credentials",
                "Assuring quality",
            ),
        },
        parameters: (),
    },
    Edition {
        clause: Clause {
            id: "LIST-05",
            says: SAYS,
            routes: QUALITY_ASSURED,
            from: Some(RULES_2022),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::listing_rules(
                "3 and Appendix",
                "https://d3fukx320kx0in.cloudfront.net/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/appendix/",
            ),
        },
        parameters: (),
    },
];

enum Reason {
    Gap(Gap),
    NoSuchLevel(String),
    OnFramework(Level),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    match case.application.level.stated() {
        Ok(level) => Outcome::Met(Reason::OnFramework(*level)),
        Err(Gap::NotUnderstood(unclear)) if unclear.is_number => {
            Outcome::NotMet(Reason::NoSuchLevel(unclear.found))
        }
        Err(gap) => Outcome::Missing(Reason::Gap(gap)),
    }
}

fn words(reason: &Reason) -> Words {
    const REMEDY: &str = "Enter a whole number from 1 to 10, by the descriptor that fits the outcomes best.";
    match reason {
        Reason::Gap(gap) => gap.words(
            "The level",
            "The level says how demanding the learning is, on the framework that employers and providers share.",
            REMEDY,
        ),
        Reason::NoSuchLevel(level) => Words::fault(
            format!("The framework has no level {level}."),
            "Its levels are the whole numbers from 1 to 10.",
            REMEDY,
        ),
        Reason::OnFramework(level) => {
            Words::fine(format!("The framework has {level}, and a micro-credential may stand there."))
        }
    }
}
