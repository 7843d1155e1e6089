//! ACC: what a provider needs in order to be accredited.

use super::{COUNCIL_OF_SERVICES, PROVIDERS_MATRIX, SUMMARY_2026, TRAINING_SCHEMES_2021};
use crate::domain::day::day;
use crate::domain::regime::{
    ACT_AMENDED, BEFORE_BOARDS, BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022, RULES_2026,
};
use crate::domain::route::Route::{School, Teo};
use crate::domain::rulebook::{Citation, Clause};

const CONSULTATION_2022: Citation = Citation::found(
    "NZQA, consultation of 2022 on changes to its rules",
    "",
    "https://www2.nzqa.govt.nz/about-us/consultations-and-reviews/2022-consultation-on-changes-to-nzqa-rules/",
);

pub(super) const CLAUSES: &[Clause] = clauses! {
    "ACC-01": "The provider describes how and where it teaches and what it is capable of, and this suits the learners and the mode.",
        Must for &[Teo, School], decided by Both, from RULES_2022,
        cites PROVIDERS_MATRIX;

    "ACC-02": "Assessment is fair, valid and consistent, in the hands of competent assessors, and there is a system of moderation.",
        Must for &[Teo, School], decided by Both, from RULES_2022,
        cites PROVIDERS_MATRIX;

    "ACC-03": "The provider’s staff, facilities and resources are suitable.",
        Must for &[Teo, School], decided by Person, from RULES_2022,
        cites PROVIDERS_MATRIX;

    "ACC-04": "Learners are supported, and records, complaints, appeals and reporting are looked after.",
        Must for &[Teo, School], decided by Both, from RULES_2022,
        cites PROVIDERS_MATRIX;

    "ACC-05": "The provider reviews its delivery: how its learners fare, and what it is capable of.",
        Must for &[Teo, School], decided by Both, from RULES_2022,
        cites Citation::GUIDANCE;

    "ACC-06": "To assess standards, a provider has consent to do so, or shows how it will meet the consent and moderation requirements.",
        Must for &[Teo, School], decided by Both, from RULES_2022,
        cites COUNCIL_OF_SERVICES;

    "ACC-07": "Consent to assess every standard in a training scheme is held before the scheme is approved.",
        Must for &[Teo], decided by Machine, from day(2021, 1, 1), to BEFORE_RULES_2022,
        cites TRAINING_SCHEMES_2021;

    // Said of programmes; a council's page treats micro-credentials in the same way.
    "ACC-08": "Consent to assess need not be held before the application is made.",
        Advisory for &[Teo], decided by Machine, from RULES_2022,
        cites CONSULTATION_2022;

    "ACC-09": "What one body developed and listed, another eligible provider may be accredited to teach.",
        Advisory for &[Teo, School], decided by Machine, from ACT_AMENDED,
        cites Citation::GUIDANCE_2022;

    "ACC-10": "To teach a workforce development council’s micro-credential a provider consults the council; it needs no letter of support.",
        Should for &[Teo], decided by Machine, from RULES_2022, to BEFORE_BOARDS,
        cites COUNCIL_OF_SERVICES;

    "ACC-11": "Delivery through a sub-contractor follows the quality assurance rules for tertiary providers.",
        Must for &[Teo], decided by Both, from RULES_2026,
        cites SUMMARY_2026;

    "ACC-12": "Whoever applies for consent to assess shows how it meets the quality assurance rules for tertiary providers.",
        Must for &[Teo], decided by Both, from RULES_2026,
        cites SUMMARY_2026;

    "ACC-13": "One approval covers content and delivery; there is no accreditation apart from it.",
        Advisory for &[Teo], decided by Machine, from FIRST_APPLICATIONS, to day(2022, 7, 31),
        cites Citation::GUIDANCE_2022;
};
