//! LIST-29.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::measure::Credits;
use crate::domain::regime::FIRST_APPLICATIONS;
use crate::domain::route::QUALITY_ASSURED;
use std::cmp::Ordering;

requirement! {
    /// The micro-credential is smaller than a qualification.
    ///
    /// The smallest qualification, a New Zealand Certificate, has 40 credits; the largest
    /// micro-credential has 40 too. At exactly 40 the two meet, and somebody will ask why this is
    /// not a certificate. Whether the answer is good is for a person to say.
    "smaller-than-a-qualification" reads ["credits"]
}

/// The fewest credits of a New Zealand Certificate.
const CERTIFICATE: Credits = Credits(40);

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-29",
        says: "The micro-credential is smaller than a qualification, or has a reason not to be one.",
        routes: QUALITY_ASSURED,
        from: Some(FIRST_APPLICATIONS),
        to: None,
        severity: Severity::Should,
        decided_by: DecidedBy::Both,
        citation: Citation::aide_memoire_2018("paras 6, 19"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    Smaller(Credits),
    SameSize,
    Larger(Credits),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let credits = match case.application.credits.stated() {
        Ok(credits) => *credits,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    match credits.cmp(&CERTIFICATE) {
        Ordering::Less => Outcome::Met(Reason::Smaller(credits)),
        Ordering::Equal => Outcome::Judgement(Reason::SameSize),
        Ordering::Greater => Outcome::NotMet(Reason::Larger(credits)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The credit value",
            "Only the size shows whether this is smaller than a qualification.",
            "Enter a whole number of credits.",
        ),
        Reason::Smaller(credits) => Words::fine(format!(
            "{credits} is smaller than the smallest qualification, a New Zealand Certificate of {CERTIFICATE}."
        )),
        Reason::SameSize => Words::fault(
            format!("At {CERTIFICATE} this could be a qualification."),
            "A New Zealand Certificate needs no more. Whether there is a good reason for a micro-credential of this size is for a person to judge.",
            format!("Say in the application why it is not a certificate, or cut it below {CERTIFICATE}."),
        ),
        Reason::Larger(credits) => Words::fault(
            format!("{credits} is not smaller than a qualification."),
            format!("The smallest qualification, a New Zealand Certificate, has {CERTIFICATE}."),
            format!("Cut it below {CERTIFICATE}, split it into micro-credentials that stack, or apply for a qualification."),
        ),
    }
}
