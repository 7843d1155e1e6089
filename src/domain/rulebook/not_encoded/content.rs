//! APP: content, and the criteria for approval.

use super::{CREDITS_AND_TERMS, PRACTITIONER, PROVIDERS_MATRIX, RESPONSIBILITIES, TRAINING_SCHEMES_2021};
use crate::domain::day::day;
use crate::domain::regime::{BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::route::Route::{School, StandardSetter, Teo};
use crate::domain::rulebook::{Citation, Clause};

const STANDARDS_LISTING: Citation = Citation::found(
    "NZQA, rules for listing standards",
    "",
    "https://www.nzqa.govt.nz/about-us/our-role/legislation/nzqa-rules/standards-and-assessment-rules/das-listing/",
);
const CREDIT_FOR_LEARNING: Citation = Citation::found(
    "NZQA, guidelines on learning for credit",
    "",
    "https://www2.nzqa.govt.nz/tertiary/quality-assurance/guidelines-learning-for-credit/",
);
const PROPOSAL_2018: Citation = Citation::found(
    "NZQA, consultation on recognising micro-credentials (2018), appendix",
    "criterion 6",
    "https://www.nzqa.govt.nz/about-us/consultations-and-reviews/recognising-micro-credentials/background/appendix/",
);
const POLYTECHNIC_GUIDE: Citation = Citation::found(
    "Unitec, page on training schemes (on a test site)",
    "",
    "https://thenest-dev.unitec.ac.nz/TheNestWP/?p=69303",
);

/// The criteria for training schemes of 2012.
const fn criteria_2012(clause: &'static str) -> Citation {
    Citation::found(
        "NZQA, criteria for approving training schemes (2012)",
        clause,
        "http://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/training-scheme-approval/criteria-training-scheme-approval/",
    )
}

pub(super) const CLAUSES: &[Clause] = clauses! {
    "APP-01": "Outcomes, content, level and credits make one coherent whole that serves its purpose.",
        Must for &[Teo], decided by Both, from day(2012, 1, 1), to BEFORE_RULES_2022,
        cites criteria_2012("criterion 1; Training Scheme Rules 2012, rule 4.1");

    "APP-02": "The ways of delivery are named, suit the learners and the level, and lead to the outcomes.",
        Must for &[Teo], decided by Both, from day(2012, 1, 1), to BEFORE_RULES_2022,
        cites criteria_2012("criterion 2");

    "APP-03": "Delivery can be kept going: there are enough staff, facilities and resources, and students are supported.",
        Must for &[Teo], decided by Person, from day(2012, 1, 1), to BEFORE_RULES_2022,
        cites criteria_2012("criterion 3");

    "APP-04": "Students are told of entry, credit for earlier learning, resits, appeals, progress, completion and assessment in te reo Māori.",
        Must for &[Teo], decided by Both, from day(2012, 1, 1), to BEFORE_RULES_2022,
        cites criteria_2012("criterion 4");

    "APP-05": "Assessment is fair, valid, consistent and matched to the outcomes; its materials and its decisions are moderated well.",
        Must for &[Teo], decided by Both, from day(2012, 1, 1), to BEFORE_RULES_2022,
        cites criteria_2012("criterion 5");

    "APP-06": "A process that works keeps content under review and current, and follows what comes of it.",
        Must for &[Teo], decided by Person, from day(2012, 1, 1), to BEFORE_RULES_2022,
        cites PROPOSAL_2018;

    "APP-07": "Approval criterion 1: title and learning outcomes are appropriate.",
        Must for &[Teo, StandardSetter, School], decided by Both, from RULES_2022,
        cites PROVIDERS_MATRIX;

    "APP-08": "Approval criterion 2: stakeholders need the micro-credential, and it is acceptable to them.",
        Must for &[Teo, StandardSetter, School], decided by Person, from RULES_2022,
        cites PRACTITIONER;

    "APP-09": "Approval criterion 3: admission, prior learning and credit, length, structure, assessment and completion are laid down.",
        Must for &[Teo, StandardSetter, School], decided by Both, from RULES_2022,
        cites PRACTITIONER;

    "APP-10": "Approval criterion 4: the content is reviewed so that it stays current.",
        Must for &[Teo, StandardSetter, School], decided by Both, from RULES_2022,
        cites PROVIDERS_MATRIX;

    "APP-12": "The micro-credential is worth having by itself, not only as a part of something larger.",
        Must for QUALITY_ASSURED, decided by Person, from FIRST_APPLICATIONS,
        cites Citation::aide_memoire_2018("para 8");

    "APP-14": "The hours taught, self-directed, at work and in assessment add up to the total.",
        Should for QUALITY_ASSURED, decided by Machine, from day(2012, 1, 1),
        cites Citation::listing_rules("", CREDITS_AND_TERMS);

    "APP-15": "Skill standards are used where the subject has any.",
        Must for &[Teo, StandardSetter, School], decided by Both, from RULES_2022,
        cites RESPONSIBILITIES;

    "APP-16": "Each unit, skill or achievement standard that is used keeps its own level and credit value.",
        Must for QUALITY_ASSURED, decided by Machine, from day(2018, 1, 1),
        cites STANDARDS_LISTING;

    "APP-17": "Under Te Hono o Te Kahurangi, the applicant reflects in a summary on how it lives each of the kaupapa.",
        Must for &[Teo, StandardSetter], decided by Both, from RULES_2022,
        cites RESPONSIBILITIES;

    "APP-18": "The micro-credential is listed before its content is approved, or along with it in one application.",
        Must for QUALITY_ASSURED, decided by Machine, from RULES_2022,
        cites RESPONSIBILITIES;

    "APP-19": "Iwi, hapū, community, providers and industry have a part in its development.",
        Must for QUALITY_ASSURED, decided by Both, from RULES_2022,
        cites RESPONSIBILITIES;

    "APP-20": "It is stated who may enter, even where entry is open to all.",
        Must for QUALITY_ASSURED, decided by Machine, from day(2012, 1, 1),
        cites criteria_2012("criterion 4");

    "APP-21": "It is stated how prior learning is recognised and how credit is transferred.",
        Must for QUALITY_ASSURED, decided by Machine, from day(2012, 1, 1),
        cites CREDIT_FOR_LEARNING;

    "APP-22": "A training scheme needs approval if international students enrol (some are exempt) or it serves registration, licensing or work safety.",
        Must for &[Teo], decided by Machine, from day(2021, 1, 1), to day(2022, 7, 31),
        cites TRAINING_SCHEMES_2021;

    "APP-23": "In practice a training scheme is of any size to 40 credits, and now and then larger.",
        Advisory for &[Teo], decided by Machine, from day(2018, 1, 1), to day(2022, 7, 31),
        cites POLYTECHNIC_GUIDE;

    "APP-24": "Applications often fail over outcomes astride levels 4 and 5, too much content, or too little detail on moderation.",
        Advisory for QUALITY_ASSURED, decided by Both, from day(2025, 1, 1),
        cites PRACTITIONER;

    "APP-25": "Each record of evidence names a role, an organisation, a date, a consent and the need it speaks of.",
        Advisory for QUALITY_ASSURED, decided by Machine, from day(2026, 1, 1),
        cites PROVIDERS_MATRIX;
};
