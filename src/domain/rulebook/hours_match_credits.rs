//! LIST-09.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::day::day;
use crate::domain::measure::{Credits, NotionalHours};
use crate::domain::route::QUALITY_ASSURED;

requirement! {
    /// The notional hours match the credits: ten hours for each.
    ///
    /// One credit is ten notional hours of learning and assessment. That has been so since
    /// the rules for training schemes of 2012, which came before micro-credentials.
    ///
    /// How far apart the two may be is not written anywhere that was found. Waymark’s own choice:
    /// the same is met, up to a tenth apart is for a person to judge, more is not met.
    "hours-match-credits" reads ["credits", "hours.total"]
}

/// How far apart they may be for a person to judge, as a part of the hours.
struct Tolerance {
    percent: u64,
}

const EDITIONS: &[Edition<Tolerance>] = &[Edition {
    clause: Clause {
        id: "LIST-09",
        says: "The stated hours are ten notional hours of learning and assessment for each credit.",
        routes: QUALITY_ASSURED,
        from: Some(day(2012, 1, 1)),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::found(
            "NZQA, about qualifications and credentials",
            "",
            "https://www2.nzqa.govt.nz/qualifications-and-standards/about-qualifications-and-credentials",
        ),
    },
    parameters: Tolerance { percent: 10 },
}];

enum Reason {
    Gap(&'static str, Gap),
    FarApart(NotionalHours, Credits),
    CloseBy(NotionalHours, Credits),
    Same(NotionalHours, Credits),
}

fn examine(case: &Case, tolerance: &Tolerance) -> Outcome<Reason> {
    let hours = match case.application.hours_total.stated() {
        Ok(hours) => *hours,
        Err(gap) => return Outcome::Missing(Reason::Gap("The total of notional hours", gap)),
    };
    let credits = match case.application.credits.stated() {
        Ok(credits) => *credits,
        Err(gap) => return Outcome::Missing(Reason::Gap("The credit value", gap)),
    };
    let expected = u64::from(credits.hours().0);
    let apart = u64::from(hours.0).abs_diff(expected);
    if apart == 0 {
        Outcome::Met(Reason::Same(hours, credits))
    } else if apart * 100 <= expected * tolerance.percent {
        Outcome::Judgement(Reason::CloseBy(hours, credits))
    } else {
        Outcome::NotMet(Reason::FarApart(hours, credits))
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(what, gap) => gap.words(
            what,
            "The hours and the credits are held against each other: ten notional hours for each credit.",
            "Enter all hours of learning and assessment together, and the credits, as whole numbers.",
        ),
        Reason::FarApart(hours, credits) => Words::fault(
            mismatch(*hours, *credits),
            "One credit is 10 notional hours of learning and assessment; these lie more than a tenth apart.",
            both_ways(*hours, *credits),
        ),
        Reason::CloseBy(hours, credits) => Words::fault(
            mismatch(*hours, *credits),
            "One credit is 10 notional hours of learning and assessment. No source says how exact the match must be; up to a tenth apart, Waymark leaves it to a person.",
            both_ways(*hours, *credits),
        ),
        Reason::Same(hours, credits) => Words::fine(format!("{credits} and {hours} match.")),
    }
}

fn mismatch(hours: NotionalHours, credits: Credits) -> String {
    format!("The draft states {hours}, but {credits} would be {}.", credits.hours())
}

/// The two ways to make the numbers agree.
fn both_ways(hours: NotionalHours, credits: Credits) -> String {
    let (whole, over) = (hours.0 / 10, hours.0 % 10);
    let by_hours = match (whole, over) {
        (0, _) => "they fill no credit yet".to_owned(),
        (1, 0) => "state 1 credit".to_owned(),
        (_, 0) => format!("state {whole} credits"),
        _ => format!("state {whole} or {} credits, and round the hours to match", whole + 1),
    };
    format!("If the credits are right, state {}. If the hours are right, {by_hours}.", credits.hours())
}
