//! ELIG-14.

use super::{Case, Citation, Clause, DecidedBy, Edition, Outcome, Severity, Words};
use crate::domain::day::day;
use crate::domain::regime::RULES_2022;
use crate::domain::route::Route;

requirement! {
    /// A university's micro-credential is approved by the universities, not by NZQA.
    ///
    /// A university decides in its own academic process, under guiding principles of the
    /// universities' Committee on University Academic Programmes (CUAP). The text of those
    /// principles was not found.
    ///
    /// So a university that applies has nothing to mend here. Since the Rules 2022, NZQA still
    /// lists the micro-credential before the universities approve it.
    "university-route" reads ["applicant.type"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "ELIG-14",
        says: "A university’s micro-credential is approved inside the university system, and not by NZQA.",
        routes: &[Route::University],
        from: Some(day(2018, 1, 1)),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::found(
            "University of Auckland, draft policy on micro-credentials",
            "",
            "https://auckland.ac.nz/en/about-us/about-the-university/policy-hub/policy-development-review/draft-policies/draft-micro-credentials-policy.html",
        ),
    },
    parameters: (),
}];

enum Reason {
    UniversitiesDecide,
    UniversitiesDecideNzqaLists,
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    Outcome::Met(if case.on < RULES_2022 {
        Reason::UniversitiesDecide
    } else {
        Reason::UniversitiesDecideNzqaLists
    })
}

fn words(reason: &Reason) -> Words {
    const WHO: &str = "The university decides in its own academic process, under the guiding principles of the Committee on University Academic Programmes; NZQA does not approve it.";
    match reason {
        Reason::UniversitiesDecide => Words::fine(WHO),
        Reason::UniversitiesDecideNzqaLists => {
            Words::fine(format!("{WHO} NZQA lists it first, and its listing details bind universities too."))
        }
    }
}
