//! LIST-12.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::Language;
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::shortened;
use crate::domain::vocabulary::lists::USE_LOCATION;

requirement! {
    /// The draft states whether the micro-credential is for use in New Zealand or in other countries.
    ///
    /// This is the first thing that the statement of purpose and outcome must say.
    "states-where-used" reads ["purpose.use_location"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-12",
        says: "The statement of purpose and outcome says whether it is for use in New Zealand or in other countries.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.1(d)(i)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    InOtherWords(String),
    Stated(&'static str),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let place = match case.application.use_location.stated() {
        Ok(place) => place,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    match USE_LOCATION.named(place) {
        Some(choice) => Outcome::Met(Reason::Stated(choice.label(Language::ENGLISH))),
        None => Outcome::Judgement(Reason::InOtherWords(shortened(place, 80))),
    }
}

fn words(reason: &Reason) -> Words {
    const WHY: &str = "The statement of purpose and outcome must say whether it is for use in New Zealand or in other countries.";
    match reason {
        Reason::Gap(gap) => {
            gap.words("Where it is for use", WHY, "Choose New Zealand, other countries, or both.")
        }
        Reason::InOtherWords(place) => Words::fault(
            format!("Whether “{place}” means New Zealand or other countries is not known here."),
            WHY,
            "Choose New Zealand, other countries, or both, and keep the rest for the statement of purpose.",
        ),
        Reason::Stated(place) => Words::fine(format!("Where it is for use is stated: {place}.")),
    }
}
