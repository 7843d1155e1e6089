//! LIST-06, LIST-07, LIST-08 and, on the closed equivalency route, EQV-07.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::day::day;
use crate::domain::measure::Credits;
use crate::domain::regime::{ACT_AMENDED, BEFORE_BOARDS, BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::{QUALITY_ASSURED, Route};

requirement! {
    /// The credit value lies within what a micro-credential may carry.
    ///
    /// A micro-credential is smaller than a qualification. The ceiling has been 40 credits
    /// since 2018; the floor was 5, then unstated for some months, and has been 1 since the Rules
    /// 2022. The number is on NZQA's guidance pages; it was not seen in the text of the rules.
    ///
    /// What is larger can be split into several micro-credentials, or become a qualification.
    "credits-in-range" reads ["credits"]
}

/// The credits that an edition allows.
struct Range {
    least: Floor,
    most: Ceiling,
}

enum Floor {
    /// Fewer break the rule.
    Firm(Credits),
    /// Sources of the time disagree whether fewer were allowed.
    Disputed(Credits),
}

enum Ceiling {
    Firm(Credits),
    /// The ceiling did not bind on this route.
    None,
}

const FORTY: Ceiling = Ceiling::Firm(Credits(40));

const EDITIONS: &[Edition<Range>] = &[
    Edition {
        clause: Clause {
            id: "LIST-06",
            says: "The credit value is from 5 to 40.",
            routes: QUALITY_ASSURED,
            from: Some(FIRST_APPLICATIONS),
            to: Some(day(2022, 7, 31)),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::GUIDANCE_2018,
        },
        parameters: Range { least: Floor::Firm(Credits(5)), most: FORTY },
    },
    Edition {
        clause: Clause {
            id: "LIST-06",
            says: "The credit value is from 5 to 40; after the Act was amended, sources disagree on the floor.",
            routes: QUALITY_ASSURED,
            from: Some(ACT_AMENDED),
            to: Some(BEFORE_RULES_2022),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::GUIDANCE_2018,
        },
        parameters: Range { least: Floor::Disputed(Credits(5)), most: FORTY },
    },
    Edition {
        clause: Clause {
            id: "LIST-07",
            says: "The credit value is up to 40; no floor is stated.",
            routes: QUALITY_ASSURED,
            from: Some(ACT_AMENDED),
            to: Some(BEFORE_RULES_2022),
            severity: Severity::Advisory,
            decided_by: DecidedBy::Both,
            citation: Citation::GUIDANCE_2022,
        },
        parameters: Range { least: Floor::Disputed(Credits(5)), most: FORTY },
    },
    Edition {
        clause: Clause {
            id: "LIST-08",
            says: "The credit value is from 1 to 40.",
            routes: QUALITY_ASSURED,
            from: Some(RULES_2022),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::GUIDANCE,
        },
        parameters: Range { least: Floor::Firm(Credits(1)), most: FORTY },
    },
    Edition {
        clause: Clause {
            id: "EQV-07",
            says: "On the equivalency route the ceiling of 40 credits did not bind.",
            routes: &[Route::Equivalency],
            from: Some(day(2018, 1, 1)),
            to: Some(BEFORE_BOARDS),
            severity: Severity::Advisory,
            decided_by: DecidedBy::Machine,
            citation: Citation::aide_memoire_2018("para 37"),
        },
        parameters: Range { least: Floor::Firm(Credits(1)), most: Ceiling::None },
    },
];

enum Reason {
    Gap(Gap),
    NoWholeNumber(String),
    TooMany(Credits, Credits),
    TooFew(Credits, Credits),
    FloorDisputed(Credits, Credits),
    Within(Credits),
    NoCeiling(Credits),
}

fn examine(case: &Case, range: &Range) -> Outcome<Reason> {
    let credits = match case.application.credits.stated() {
        Ok(credits) => *credits,
        Err(Gap::NotUnderstood(unclear)) if unclear.is_number => {
            return Outcome::NotMet(Reason::NoWholeNumber(unclear.found));
        }
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    if let Ceiling::Firm(most) = range.most
        && credits > most
    {
        return Outcome::NotMet(Reason::TooMany(credits, most));
    }
    match range.least {
        _ if credits < Credits(1) => Outcome::NotMet(Reason::TooFew(credits, Credits(1))),
        Floor::Firm(least) if credits < least => Outcome::NotMet(Reason::TooFew(credits, least)),
        Floor::Disputed(least) if credits < least => Outcome::Judgement(Reason::FloorDisputed(credits, least)),
        _ => Outcome::Met(match range.most {
            Ceiling::Firm(_) => Reason::Within(credits),
            Ceiling::None => Reason::NoCeiling(credits),
        }),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The credit value",
            "The size decides whether this can be a micro-credential at all.",
            "Enter a whole number of credits: one for every 10 notional hours of learning and assessment.",
        ),
        Reason::NoWholeNumber(found) => Words::fault(
            format!("{found} is not a number of credits that a micro-credential can carry."),
            "Credits are whole numbers, from 1 up.",
            "Enter a whole number of credits.",
        ),
        Reason::TooMany(credits, most) => Words::fault(
            format!("{credits} is more than the {} a micro-credential may carry.", most.0),
            "A micro-credential is smaller than a qualification.",
            format!(
                "Cut it to {} credits ({}) or fewer, split it into micro-credentials that stack, or apply for a qualification.",
                most.0,
                most.hours()
            ),
        ),
        Reason::TooFew(credits, least) => Words::fault(
            format!("{credits} is fewer than the {} a micro-credential must carry.", least.0),
            "So little learning was not to be listed as a micro-credential of its own.",
            format!("Raise it to {least} ({}) or more, with the learning to fill them.", least.hours()),
        ),
        Reason::FloorDisputed(credits, least) => Words::fault(
            format!("Sources disagree whether {credits} was enough."),
            format!(
                "From August 2022 an NZQA page said “up to 40 credits” and gave no floor; the earlier page and others of the time still said {} to 40.",
                least.0
            ),
            format!("Ask NZQA, or raise it to {least}."),
        ),
        Reason::Within(credits) => Words::fine(format!("{credits} lies within the range.")),
        Reason::NoCeiling(credits) => Words::fine(format!(
            "Other bodies’ courses were levelled at their own size: NZQA’s first, in 2018, at 60 credits. {credits} needs no change here."
        )),
    }
}
