//! The rules of the table that Waymark does not check yet. A rule that gets a file of its own
//! leaves this list; a test counts that every rule of the table stands in one place.

use super::{Citation, Clause, DecidedBy, Severity};
use crate::domain::day::day;
use crate::domain::regime::{BEFORE_RULES_2022, FIRST_APPLICATIONS};
use crate::domain::route::Route;

/// The rules that are not checked, in the order of the table.
pub const NOT_ENCODED: &[Clause] = &[
    Clause {
        id: "ELIG-02",
        says: "An industry training organisation applied for a training scheme together with a provider.",
        routes: &[Route::Teo],
        from: Some(day(2018, 5, 25)),
        to: Some(day(2022, 12, 31)),
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::aide_memoire_2018("paras 20, 32–35"),
    },
    Clause {
        id: "ELIG-03",
        says: "The main setting of delivery chose the rule set: training scheme rules, or consent to assess for workplaces.",
        routes: &[Route::Teo],
        from: Some(FIRST_APPLICATIONS),
        to: Some(BEFORE_RULES_2022),
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::GUIDANCE_2018,
    },
];
