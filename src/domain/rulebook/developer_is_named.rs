//! LIST-17.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;

requirement! {
    /// The appointed developer is named.
    ///
    /// The developer is the body that keeps the micro-credential current and answers for its
    /// reviews. The listing shows its name. It need not be the provider that teaches it.
    "developer-is-named" reads ["developer.name"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-17",
        says: "The listing names the appointed developer.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::listing_rule_6("6.1(e)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    Named(String),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    match case.application.developer.stated() {
        Ok(name) => Outcome::Met(Reason::Named(name.clone())),
        Err(gap) => Outcome::Missing(Reason::Gap(gap)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The developer",
            "The listing names the body that keeps the micro-credential current.",
            "Enter the developer's name; for most providers it is their own.",
        ),
        Reason::Named(name) => Words::fine(format!("{name} is named as the developer.")),
    }
}
