//! EQV: NZQA's levelling of what other bodies teach.

use super::EQUIVALENCY;
use crate::domain::day::day;
use crate::domain::regime::BEFORE_BOARDS;
use crate::domain::route::Route::Equivalency;
use crate::domain::rulebook::{Citation, Clause};

pub(super) const CLAUSES: &[Clause] = clauses! {
    "EQV-01": "Only employers, regulators, professional bodies, overseas providers and others that are no recognised provider may apply.",
        Must for &[Equivalency], decided by Machine, from day(2019, 1, 1), to BEFORE_BOARDS,
        cites EQUIVALENCY;

    "EQV-03": "The result is a level and a credit value; quality and delivery stay unassessed.",
        Must for &[Equivalency], decided by Machine, from day(2019, 1, 1), to BEFORE_BOARDS,
        cites EQUIVALENCY;

    // Proposed in May 2018; the wording that was prescribed was not found.
    "EQV-04": "The holder uses the statement that NZQA prescribes, and says clearly that NZQA has not assured the quality.",
        Must for &[Equivalency], decided by Both, from day(2018, 1, 1),
        cites Citation::aide_memoire_2018("para 38");

    "EQV-05": "Equivalency statements stand on a public register of their own, which is archived at the end of 2026.",
        Advisory for &[Equivalency], decided by Machine, from day(2019, 1, 1), to day(2026, 12, 31),
        cites EQUIVALENCY;

    "EQV-06": "NZQA takes 20 working days and charges, before GST, $900 for one and $1,820 for 2 to 10, more where the hours run over.",
        Advisory for &[Equivalency], decided by Machine, from day(2025, 1, 1), to BEFORE_BOARDS,
        cites EQUIVALENCY;

    "EQV-08": "The application tells enough of aims and content for NZQA to set level and credits.",
        Must for &[Equivalency], decided by Both, from day(2019, 1, 1), to BEFORE_BOARDS,
        cites EQUIVALENCY;

    "EQV-09": "An equivalency statement puts nothing on a learner’s Record of Achievement and accredits no provider.",
        Advisory for &[Equivalency], decided by Machine, from day(2019, 1, 1),
        cites Citation::unverified("Inferred: an equivalency statement gives level and credits only");
};
