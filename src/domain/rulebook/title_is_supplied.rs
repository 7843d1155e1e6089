//! LIST-01.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::shortened;

requirement! {
    /// The micro-credential has a suitable title.
    ///
    /// A program can see that there is a title. Whether it suits, a person judges. Words and names
    /// that a title may not carry are looked at by requirements of their own.
    "title-is-supplied" reads ["title"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-01",
        says: "The micro-credential has a suitable title.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.1(a)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    Supplied(String),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    match case.application.title.stated() {
        Ok(title) => Outcome::Judgement(Reason::Supplied(title.clone())),
        Err(gap) => Outcome::Missing(Reason::Gap(gap)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The title",
            "Learners, employers and the register know the micro-credential by it.",
            "Enter the title as it is to be listed.",
        ),
        Reason::Supplied(title) => Words::fault(
            format!("Whether “{}” is a suitable title is not known here.", shortened(title, 80)),
            "A title is supplied; whether it suits what is learnt is for a person to say.",
            "Read it as a learner or an employer would, and check that it tells them what this is about.",
        ),
    }
}
