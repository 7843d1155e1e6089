//! UNI: what universities do in a way of their own.

use super::{DECIDING_TO_LIST, FUNDER_2026};
use crate::domain::day::day;
use crate::domain::regime::RULES_2022;
use crate::domain::route::Route::University;
use crate::domain::rulebook::{Citation, Clause};

const AUCKLAND_POLICY: Citation = Citation::found(
    "University of Auckland, draft micro-credentials policy (2024)",
    "",
    "https://auckland.ac.nz/en/about-us/about-the-university/policy-hub/policy-development-review/draft-policies/draft-micro-credentials-policy.html",
);
const UNIVERSITY_PROGRAMMES: Citation = Citation::found(
    "Universities New Zealand, Committee on University Academic Programmes",
    "",
    "http://www.universitiesnz.ac.nz/quality-assurance/committee-university-academic-programmes-cuap",
);

pub(super) const CLAUSES: &[Clause] = clauses! {
    "UNI-01": "Universities New Zealand approves content or accredits only once it is sure that NZQA has listed the micro-credential.",
        Must for &[University], decided by Machine, from RULES_2022,
        cites Citation::listing_rules("rule 14.5(c)", DECIDING_TO_LIST);

    "UNI-02": "The micro-credential follows the guiding principles of the Committee on University Academic Programmes.",
        Must for &[University], decided by Person, from day(2019, 1, 1),
        cites AUCKLAND_POLICY;

    "UNI-03": "Universities New Zealand judges whether a person, organisation or product is named in a title with sound justification.",
        Must for &[University], decided by Person, from RULES_2022,
        cites Citation::listing_rule_6("rule 6.2(b)");

    "UNI-04": "The award is made for outcomes reached at the level, not for taking part.",
        Must for &[University], decided by Both, from day(2019, 1, 1),
        cites AUCKLAND_POLICY;

    "UNI-05": "A university may set narrower limits: Auckland’s, for one, are levels 4 to 8 and normally 5 to 30 points.",
        Advisory for &[University], decided by Machine, from day(2024, 8, 1),
        cites AUCKLAND_POLICY;

    // A funding rule, but for universities alone: as one of `Route::Funding` it would bind on every road.
    "UNI-06": "To the Tertiary Education Commission, approval by the Academic Board is a university’s proof of quality assurance.",
        Must for &[University], decided by Machine, from day(2026, 1, 1),
        cites FUNDER_2026;

    // Only the first half stands in the source.
    "UNI-07": "The universities’ programme committee looks at new qualifications twice a year; whether at micro-credentials too was not found.",
        Advisory for &[University], decided by Person,
        cites UNIVERSITY_PROGRAMMES;
};
