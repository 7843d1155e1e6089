//! NEED: evidence of need, and duplication.

use super::{COUNCIL_SUBMISSIONS, DECIDING_TO_LIST, PROVIDERS_MATRIX, REVIEW_REPORT};
use crate::domain::day::day;
use crate::domain::regime::{BEFORE_BOARDS, BEFORE_RULES_2022, BOARDS_BEGIN, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::route::Route::{Teo, University};
use crate::domain::rulebook::{Citation, Clause};

const COUNCIL_LETTERS: Citation = Citation::found(
    "Toitū te Waiora, registering micro-credentials",
    "",
    "https://www.toitutewaiora.nz/latest-news/work-with-us-to-register-micro-credentials/",
);
const COUNCIL_TURNAROUND: Citation = Citation::found(
    "Muka Tangata, registering micro-credentials",
    "",
    "https://mukatangata.nz/registering-micro-credentials",
);

pub(super) const CLAUSES: &[Clause] = clauses! {
    "NEED-04": "Those who call for the learning give to it: money, resources, or a hand in developing and teaching it.",
        Should for &[Teo], decided by Person, from day(2018, 5, 25),
        cites Citation::aide_memoire_2018("para 19");

    // Most councils called the letter a requirement; one let declined applicants apply all the same.
    "NEED-05": "A workforce development council supports a new micro-credential by letter before the provider applies to NZQA.",
        Should for &[Teo], decided by Machine, from day(2023, 5, 1), to BEFORE_BOARDS,
        cites COUNCIL_LETTERS;

    "NEED-06": "The industry skills board that covers the subject supports the application; no text was found that makes this compulsory.",
        Should for &[Teo], decided by Machine, from BOARDS_BEGIN,
        cites PROVIDERS_MATRIX;

    "NEED-07": "A workforce development council asks what the learning is worth, who needs it, whether it coheres and what gap it fills.",
        Advisory for &[Teo], decided by Person, from day(2023, 5, 1), to BEFORE_BOARDS,
        cites COUNCIL_SUBMISSIONS;

    "NEED-08": "A workforce development council answers within 20 working days of accepting a request for support.",
        Advisory for &[Teo], decided by Machine, from day(2023, 1, 1), to BEFORE_BOARDS,
        cites COUNCIL_TURNAROUND;

    "NEED-09": "The micro-credential does not repeat quality-assured learning that NZQA has approved already.",
        Must for &[Teo, University], decided by Both, from FIRST_APPLICATIONS, to BEFORE_RULES_2022,
        cites Citation::GUIDANCE_2018;

    "NEED-10": "The micro-credential teaches skills that no current qualification or standard covers.",
        Must for &[Teo], decided by Person, from FIRST_APPLICATIONS, to BEFORE_RULES_2022,
        cites Citation::GUIDANCE_2018;

    "NEED-11": "Overlap with another listing bars qualifications at levels 1 to 6, not micro-credentials; it still bears on support and funding.",
        Should for QUALITY_ASSURED, decided by Person, from RULES_2022,
        cites Citation::listing_rules("rule 14.1", DECIDING_TO_LIST);

    "NEED-12": "Before designing anew, a provider considers accreditation for a micro-credential that is listed already.",
        Advisory for &[Teo], decided by Both, from RULES_2022,
        cites REVIEW_REPORT;

    "NEED-13": "Each review shows that the need is still there.",
        Must for QUALITY_ASSURED, decided by Both, from FIRST_APPLICATIONS,
        cites Citation::GUIDANCE;
};
