//! LIST: the details under which a micro-credential is listed.

use super::{APPLYING_TO_LIST, DECIDING_TO_LIST};
use crate::domain::day::day;
use crate::domain::regime::{BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022, RULES_2025};
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::rulebook::{Citation, Clause};

const LEVEL_DESCRIPTORS: Citation = Citation::found(
    "NZQA, Equate newsletter, June 2025",
    "",
    "https://www2.nzqa.govt.nz/about-us/publications/newsletters-circulars/equate/june-2025",
);
const GUIDELINES_ON_TE_REO: Citation = Citation::found(
    "NZQA, guidelines for New Zealand certificates and diplomas",
    "",
    "https://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/listing-qualifications-on-the-nzqf/guidelines-for-nz-certificates-and-nz-diplomas/",
);
const REGISTER_OF_EQUIVALENTS: Citation = Citation::found(
    "NZQA, titles shown on the page on equivalency (custom, no rule)",
    "",
    "https://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/micro-credentials/equivalency/",
);

pub(super) const CLAUSES: &[Clause] = clauses! {
    "LIST-21": "NZQA may set another review period than the one asked for.",
        Advisory for QUALITY_ASSURED, decided by Person, from RULES_2022,
        cites Citation::listing_rules("rule 14.4(c)", DECIDING_TO_LIST);

    "LIST-22": "Title and details may stand in te reo Māori, alone or beside English, where that serves mātauranga Māori.",
        Advisory for QUALITY_ASSURED, decided by Person, from RULES_2022,
        cites GUIDELINES_ON_TE_REO;

    "LIST-23": "The listing of a micro-credential evaluated through Te Hono o Te Kahurangi says that it was.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites Citation::listing_rules("rule 14.2", DECIDING_TO_LIST);

    "LIST-24": "NZQA gives each listing a number of its own, shown on the register as four digits.",
        Advisory for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites Citation::listing_rules("", APPLYING_TO_LIST);

    "LIST-25": "By custom the title on a register ends in “(Micro-credential)”; no rule was found that asks for it.",
        Advisory for QUALITY_ASSURED, decided by Machine, from day(2018, 1, 1),
        cites REGISTER_OF_EQUIVALENTS;

    "LIST-26": "The application states a purpose and learning outcomes, and brings evidence of need.",
        Must for QUALITY_ASSURED, decided by Both, from FIRST_APPLICATIONS, to BEFORE_RULES_2022,
        cites Citation::GUIDANCE_2018;

    "LIST-27": "The level is the one whose national descriptors, as they stand on the day, fit the outcomes best.",
        Must for QUALITY_ASSURED, decided by Person, from FIRST_APPLICATIONS,
        cites LEVEL_DESCRIPTORS;

    // The source speaks of qualifications and programmes; micro-credentials by analogy.
    "LIST-28": "New work uses the level descriptors of July 2025; work already begun may keep the old ones to the end of 2025.",
        Should for QUALITY_ASSURED, decided by Machine, from RULES_2025, to day(2025, 12, 31),
        cites LEVEL_DESCRIPTORS;

    "LIST-30": "The skills and knowledge that the micro-credential certifies belong together.",
        Must for QUALITY_ASSURED, decided by Person, from FIRST_APPLICATIONS,
        cites Citation::GUIDANCE_2018;
};
