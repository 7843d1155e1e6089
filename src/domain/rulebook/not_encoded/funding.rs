//! FUND: money from the Tertiary Education Commission, and what learners pay.

use super::{COUNCIL_SUBMISSIONS, FUNDER_2026, rationale_2022};
use crate::domain::day::day;
use crate::domain::regime::ACT_AMENDED;
use crate::domain::route::Route::Funding;
use crate::domain::rulebook::{Citation, Clause};

const FUNDER_2019: Citation = Citation::found(
    "Tertiary Education Commission, micro-credentials (2019)",
    "",
    "https://moetec.cwp.govt.nz/funding/funding-and-performance/investment/plan-guidance/micro-credentials/",
);
const FUNDER_2022: Citation = Citation::found(
    "Live News, micro-credentials: funding and fees, October 2022 (republished)",
    "",
    "https://livenews.co.nz/2022/10/04/micro-credentials-funding-and-fees/",
);
const FEE_EXCEPTIONS: Citation = Citation::found(
    "Live News, exceptions to the fee limit, September 2021 (republished)",
    "",
    "https://livenews.co.nz/2021/09/30/applying-for-exception-to-fee-limit-on-micro-credentials/",
);
const FORMER_SCHEMES_FEES: Citation = Citation::found(
    "Tertiary Education Commission, help article (a copy on a test site)",
    "KA-01082",
    "https://tec-uat.powerappsportals.com/en-nz/knowledgebase/article/KA-01082",
);
const COUNCIL_DEVELOPED: Citation = Citation::found(
    "Tertiary Education Commission, funding of what workforce development councils develop (2025)",
    "",
    "https://www.tec.govt.nz/funding/funding-and-performance/investment/plan-guidance/wdc-developed-micro-credentials-and-qualifications-funding",
);
const ACHIEVEMENT_COMPONENT: Citation = Citation::found(
    "Tertiary Education Commission, condition of the Student Achievement Component",
    "SAC3006",
    "http://www.tec.govt.nz/Resource-Centre/Rules-and-Conditions/SAC3/SAC3006-TEO-to-ensure-SAC-programmes-and-qualifications-are-eligible/",
);
const TRANSITION: Citation = Citation::found(
    "Tertiary Education Commission, from training schemes to micro-credentials (2025)",
    "",
    "https://www.tec.govt.nz/funding/funding-guidance/micro-credentials/transition-from-training-scheme-delivery-to-micro-credential-delivery",
);
const FINAL_YEAR: Citation = Citation::found(
    "Tertiary Education Commission, programmes under final-year Fees Free",
    "",
    "https://www.tec.govt.nz/funding/fund-finder/final-year-fees-free/programme-eligibility-final-year-fees-free",
);
const PRIOR_STUDY: Citation = Citation::found(
    "Fees Free, prior study",
    "",
    "https://www.feesfree.govt.nz/eligibility-criteria/prior-study-eligibilty-criteria/",
);
const FULL_TIME_STUDENT: Citation = Citation::found(
    "Open Polytechnic, student loans",
    "",
    "https://openpolytechnic.ac.nz/study-with-us/fees-and-funding/student-loans",
);

pub(super) const CLAUSES: &[Clause] = clauses! {
    "FUND-01": "The applicant is eligible for the Student Achievement Component or the Industry Training Fund.",
        Must for &[Funding], decided by Machine, from day(2019, 1, 1), to day(2022, 12, 31),
        cites FUNDER_2019;

    "FUND-02": "The applicant is eligible for one of the funds DQ1-2, DQ3-7 and DQ7-10.",
        Must for &[Funding], decided by Machine, from day(2023, 1, 1),
        cites FUNDER_2026;

    "FUND-03": "The Tertiary Education Commission decides only after NZQA or the university’s Academic Board has approved.",
        Must for &[Funding], decided by Machine, from day(2026, 1, 1),
        cites FUNDER_2026;

    "FUND-04": "The Tertiary Education Commission welcomes an early talk, and may give provisional advice.",
        Advisory for &[Funding], decided by Person, from day(2022, 10, 1), to day(2025, 12, 31),
        cites FUNDER_2022;

    "FUND-05": "What is funded meets a clear need, is tight in skills, stands alone, serves a government priority and has a capable provider.",
        Must for &[Funding], decided by Person, from day(2019, 1, 1),
        cites FUNDER_2019;

    "FUND-06": "Money goes by preference to investment priorities, high-performing providers, clear employment outcomes and upskilling.",
        Should for &[Funding], decided by Person, from day(2026, 1, 1),
        cites FUNDER_2026;

    "FUND-07": "Micro-credentials take up no more than 5% of overall funding.",
        Must for &[Funding], decided by Machine, from day(2019, 1, 1), to day(2021, 12, 31),
        cites rationale_2022("Increasing equity");

    "FUND-10": "The fee limit may be waived where delivery can not be sustained under it and industry or employers support that.",
        Advisory for &[Funding], decided by Person, from day(2021, 1, 1),
        cites FEE_EXCEPTIONS;

    // Each scheme's exception ends with its review; most reviews fell in 2025.
    "FUND-11": "A former training scheme is free of the fee limit until NZQA has reviewed it.",
        Advisory for &[Funding], decided by Machine, from ACT_AMENDED, to day(2025, 12, 31),
        cites FORMER_SCHEMES_FEES;

    // Seen on a page of 2025, but an undated condition of the fund before says it too: no first day.
    "FUND-12": "The funds DQ1-2 and DQ3-7, and those before them, do not pay for learning for health and safety or for compliance.",
        Must for &[Funding], decided by Both,
        cites COUNCIL_DEVELOPED;

    // An undated condition, seen again in 2025.
    "FUND-13": "Learning for health professionals already in practice is not funded if over 30% is clinical or it gives a specialist clinical skill.",
        Must for &[Funding], decided by Machine,
        cites ACHIEVEMENT_COMPONENT;

    "FUND-14": "Employers themselves pay for training that the law obliges them to give their staff.",
        Must for &[Funding], decided by Machine, from day(2026, 1, 1),
        cites FUNDER_2026;

    "FUND-15": "A funded training scheme stays funded as a micro-credential if its level, content and full-time equivalent hardly change.",
        Advisory for &[Funding], decided by Machine, from day(2025, 1, 1),
        cites TRANSITION;

    "FUND-16": "The Tertiary Education Commission decides apart from NZQA’s listing and from an industry body’s support.",
        Advisory for &[Funding], decided by Machine, from day(2019, 1, 1),
        cites COUNCIL_SUBMISSIONS;

    // Not confirmed after 2022, nor known to have ended.
    "FUND-17": "As of 2022, learners get no student loan or allowance for a micro-credential; ask StudyLink about later years.",
        Advisory for &[Funding], decided by Machine, from day(2022, 1, 1),
        cites rationale_2022("Increasing equity");

    "FUND-18": "First-year Fees Free may pay for a micro-credential.",
        Advisory for &[Funding], decided by Both, from day(2018, 1, 1), to day(2024, 12, 31),
        cites rationale_2022("Increasing equity");

    "FUND-19": "Final-year Fees Free starts at a qualification of 60 credits or a work-based programme of 120: never at one micro-credential.",
        Advisory for &[Funding], decided by Machine, from day(2025, 1, 1),
        cites FINAL_YEAR;

    "FUND-20": "A learner who has studied more than 60 credits at level 3 or above may have no Fees Free left.",
        Advisory for &[Funding], decided by Machine, from day(2021, 1, 1),
        cites PRIOR_STUDY;

    // An undated condition: no first day.
    "FUND-21": "From level 3, a private establishment’s programme is funded from 40 credits, and a training scheme only if quality assured.",
        Advisory for &[Funding], decided by Machine, to day(2022, 12, 31),
        cites ACHIEVEMENT_COMPONENT;

    "FUND-22": "One equivalent full-time student stands for 120 credits.",
        Advisory for &[Funding], decided by Machine,
        cites FULL_TIME_STUDENT;
};
