//! LIFE: review, change, status and award.

use super::REVIEW_REPORT;
use crate::domain::day::day;
use crate::domain::regime::{ACT_AMENDED, BEFORE_BOARDS, BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::route::Route::Teo;
use crate::domain::rulebook::{Citation, Clause};

const REMOVING_A_LISTING: &str = "https://d3fukx320kx0in.cloudfront.net/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/listing-details-for-qualifications/9/";
const AWARDING: &str = "https://d3fukx320kx0in.cloudfront.net/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/16/";
const EQUATE_2022: Citation = Citation::found(
    "NZQA, Equate newsletter, December 2022",
    "",
    "https://www.nzqa.govt.nz/about-us/publications/newsletters-and-circulars/equate/dec22/",
);
const EQUATE_2024: Citation = Citation::found(
    "NZQA, Equate newsletter, September 2024",
    "",
    "https://www2.nzqa.govt.nz/about-us/publications/newsletters-circulars/equate/september-2024",
);
const RESULTS: Citation =
    Citation::found("NZQA, submitting results", "", "https://www2.nzqa.govt.nz/tertiary/submitting-results");
const ISSUING: Citation = Citation::found(
    "NZQA, issuing by tertiary education organisations",
    "",
    "https://www2.nzqa.govt.nz/tertiary/submitting-results/teo-issuing",
);
const EARLY_JOURNEY_2022: Citation = Citation::seed(
    "NZQA Insights, Improving relevance and responsiveness: Aotearoa New Zealand’s early micro-credentials journey (2022)",
    "case of Careerforce",
);

/// Rule 8 of the listing rules of 2022.
const fn status_rule(clause: &'static str) -> Citation {
    Citation::listing_rules(
        clause,
        "https://d3fukx320kx0in.cloudfront.net/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/listing-details-for-qualifications/7/",
    )
}

pub(super) const CLAUSES: &[Clause] = clauses! {
    "LIFE-01": "A listed micro-credential has one of three statuses: current, expiring or discontinued.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites status_rule("rule 8.1");

    "LIFE-02": "Providers may offer and teach a micro-credential while it is current.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites status_rule("rule 8.2");

    "LIFE-03": "Once a micro-credential is expiring nobody new enrols, from that very day; those already enrolled may finish.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites status_rule("rule 8.3–8.4");

    "LIFE-04": "The expiry of a micro-credential ends on a set day, as a rule after two years.",
        Should for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites status_rule("rule 8.4(b)");

    "LIFE-05": "A discontinued micro-credential is not offered, and is awarded only to those who had completed it before.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites status_rule("rule 8.5");

    "LIFE-06": "Every micro-credential is reviewed each year, with a report.",
        Must for QUALITY_ASSURED, decided by Machine, from FIRST_APPLICATIONS, to BEFORE_RULES_2022,
        cites Citation::GUIDANCE_2018;

    "LIFE-07": "Every one, two or three years, as listed, a review is reported to NZQA and says whether to go on, change or retire.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites REVIEW_REPORT;

    "LIFE-08": "At a review the developer looks at need and at updates, the provider at how learners fare and at its own capability.",
        Must for QUALITY_ASSURED, decided by Both, from RULES_2022,
        cites Citation::GUIDANCE;

    "LIFE-09": "Anything approved before the Rules 2022 comes up for review from 2025, on its date; changes are applied for within three months.",
        Must for &[Teo], decided by Machine, from day(2025, 1, 1),
        cites EQUATE_2024;

    // Longer: over 12 weeks, with international students enrolled.
    "LIFE-10": "Approvals from before the Rules 2022 are reviewed later still for basic first aid, English tuition and longer international schemes.",
        Advisory for &[Teo], decided by Machine, from day(2025, 1, 1),
        cites REVIEW_REPORT;

    "LIFE-11": "A micro-credential that is not to continue turns expiring and takes no new enrolments.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites REVIEW_REPORT;

    "LIFE-12": "The developer applies to NZQA to change what is listed or approved, and tells the accredited providers.",
        Must for QUALITY_ASSURED, decided by Both, from RULES_2022,
        cites REVIEW_REPORT;

    "LIFE-13": "A change of level, purpose or credit value is significant (said of former training schemes).",
        Should for &[Teo], decided by Machine, from ACT_AMENDED,
        cites Citation::GUIDANCE_2022;

    "LIFE-14": "No letter from a workforce development council is needed to change a micro-credential listed under the Rules 2022.",
        Advisory for &[Teo], decided by Machine, from RULES_2022, to BEFORE_BOARDS,
        cites REVIEW_REPORT;

    "LIFE-15": "Programmes have changes of type 1 and of type 2; for micro-credentials no such types were found.",
        Advisory for QUALITY_ASSURED, decided by Person,
        cites Citation::unverified("General knowledge of the programme approval rules");

    "LIFE-16": "NZQA takes back a listing that was made by mistake.",
        Advisory for QUALITY_ASSURED, decided by Person, from RULES_2022,
        cites Citation::listing_rules("rule 10", REMOVING_A_LISTING);

    "LIFE-17": "An approved or accredited institution makes the award; the developer or NZQA does so only with good reason.",
        Must for QUALITY_ASSURED, decided by Both, from RULES_2022,
        cites Citation::listing_rules("rule 18.2", AWARDING);

    "LIFE-18": "Achievement is reported to NZQA with the National Student Number, the date and the micro-credential’s name.",
        Must for QUALITY_ASSURED, decided by Machine, from day(2018, 1, 1),
        cites RESULTS;

    "LIFE-19": "A learner’s Record of Achievement names the micro-credentials achieved.",
        Advisory for QUALITY_ASSURED, decided by Machine, from day(2018, 1, 1),
        cites ISSUING;

    "LIFE-20": "A training scheme counts as a micro-credential, and there are no new training schemes.",
        Must for &[Teo], decided by Machine, from ACT_AMENDED,
        cites EQUATE_2022;

    "LIFE-21": "Providers tell NZQA by 31 January 2023 which approved training schemes they do not use, so that these can be retired.",
        Advisory for &[Teo], decided by Machine, from day(2022, 12, 8), to day(2023, 1, 31),
        cites EQUATE_2022;

    "LIFE-22": "Learning that came before the approval may be credited afterwards as prior learning, as was done in one case.",
        Advisory for QUALITY_ASSURED, decided by Person, from day(2021, 1, 1),
        cites EARLY_JOURNEY_2022;
};
