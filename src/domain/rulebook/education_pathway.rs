//! LIST-15.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::means_none;

requirement! {
    /// The draft states the education pathway, or that there is none.
    ///
    /// The pathway is the qualifications or other credentials that the micro-credential leads to.
    /// It need not lead to any: “none” is an answer too, and a better one than silence.
    "education-pathway" reads ["pathways.education"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-15",
        says: "The statement of purpose and outcome gives the education pathway to qualifications or other credentials, if any.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Should,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.1(d)(iv)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    None,
    Stated,
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    match case.application.education_pathway.stated() {
        Ok(pathway) if means_none(pathway) => Outcome::Met(Reason::None),
        Ok(_) => Outcome::Met(Reason::Stated),
        Err(gap) => Outcome::Missing(Reason::Gap(gap)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The education pathway",
            "Learners see from it what they can go on to.",
            "Name the qualifications or credentials that this leads to, or write “none”.",
        ),
        Reason::None => Words::fine("The draft says that it leads to no qualification or other credential."),
        Reason::Stated => Words::fine("An education pathway is stated; people judge whether it holds."),
    }
}
