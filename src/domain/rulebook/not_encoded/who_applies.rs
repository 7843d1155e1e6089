//! ELIG: who may apply, and by which road.

use super::{APPLYING_TO_LIST, RESPONSIBILITIES, SUMMARY_2026, TRAINING_SCHEMES_2021};
use crate::domain::day::day;
use crate::domain::regime::{BEFORE_RULES_2022, FIRST_APPLICATIONS, RULES_2022, RULES_2026};
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::route::Route::{School, StandardSetter, Teo};
use crate::domain::rulebook::{Citation, Clause};

const CATEGORIES: Citation = Citation::found(
    "NZQA, summary of quality assurance by provider category",
    "",
    "http://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/provider-categories/summary-qa-arrangements/",
);

pub(super) const CLAUSES: &[Clause] = clauses! {
    // At launch ELIG-03 opened a second way, for workplaces; for training schemes a partner was
    // needed until the role of these organisations ended.
    "ELIG-02": "An industry training organisation applies for a training scheme together with a provider.",
        Must for &[Teo], decided by Machine, from day(2018, 5, 25), to day(2022, 12, 31),
        cites Citation::aide_memoire_2018("paras 20, 32–35");

    "ELIG-03": "The main setting of delivery chooses the rule set: consent to assess for workplaces, else the training scheme rules.",
        Must for &[Teo], decided by Both, from FIRST_APPLICATIONS, to BEFORE_RULES_2022,
        cites Citation::GUIDANCE_2018;

    "ELIG-04": "A secondary school may ask for approval; NZQA weighs the case of each school by itself.",
        Advisory for &[School], decided by Person, from FIRST_APPLICATIONS, to BEFORE_RULES_2022,
        cites TRAINING_SCHEMES_2021;

    "ELIG-05": "A school or kura may develop a micro-credential and teach it.",
        Advisory for &[School], decided by Machine, from RULES_2022,
        cites Citation::GUIDANCE_2022;

    "ELIG-09": "A standard-setting body leaves the teaching of its micro-credentials to providers.",
        Must for &[StandardSetter], decided by Machine, from RULES_2022,
        cites RESPONSIBILITIES;

    "ELIG-11": "NZQA is satisfied that the developer can carry a developer’s responsibilities.",
        Must for QUALITY_ASSURED, decided by Person, from RULES_2022,
        cites Citation::listing_rules("rule 13.2–13.3", APPLYING_TO_LIST);

    "ELIG-12": "A provider in external evaluation category 3 or 4 is approved only if NZQA finds it fully competent or its case extenuating.",
        Must for &[Teo], decided by Both, from day(2013, 1, 1), to day(2026, 1, 18),
        cites CATEGORIES;

    "ELIG-13": "The provider meets the quality assurance rules for tertiary providers; its external evaluation category no longer counts.",
        Must for &[Teo], decided by Both, from RULES_2026,
        cites SUMMARY_2026;

    "ELIG-15": "The form fits the request: 1 for listing and approval, 2 with accreditation too, 3 for accreditation alone, another for changes.",
        Should for &[Teo, StandardSetter], decided by Machine, from RULES_2022,
        cites Citation::APPLICATIONS;
};
