//! LIST-04.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::application::Entry;
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;

requirement! {
    /// The level and the credit value are stated.
    ///
    /// Only their presence is looked at here. Whether the framework has such a level, and whether
    /// a micro-credential may have so many credits, is checked by requirements of their own.
    "level-and-credits-stated" reads ["level", "credits"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-04",
        says: "The level and the credit value are stated.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::listing_rule_6("6.1(b)"),
    },
    parameters: (),
}];

enum Reason {
    Gaps(Vec<(&'static str, Gap)>),
    Stated,
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let level = gap_in(&case.application.level).map(|gap| ("The level", gap));
    let credits = gap_in(&case.application.credits).map(|gap| ("The credit value", gap));
    let gaps: Vec<_> = level.into_iter().chain(credits).collect();
    if gaps.is_empty() { Outcome::Met(Reason::Stated) } else { Outcome::Missing(Reason::Gaps(gaps)) }
}

/// What keeps a number from being stated. One that lies out of bounds is stated all the same.
fn gap_in<T>(entry: &Entry<T>) -> Option<Gap> {
    entry.stated().err().filter(|gap| !matches!(gap, Gap::NotUnderstood(unclear) if unclear.is_number))
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gaps(gaps) => {
            let faults: Vec<String> = gaps.iter().map(|(what, gap)| gap.words(what, "", "").fault).collect();
            Words::fault(
                faults.join(" "),
                "The listing shows how demanding the micro-credential is and how large.",
                "Enter the level as a whole number from 1 to 10 and the credits as a whole number.",
            )
        }
        Reason::Stated => {
            Words::fine("A level and a credit value are stated; other requirements look at the numbers.")
        }
    }
}
