//! Where a rule was published, and how certain that is.

use crate::domain::vocabulary::vocabulary;
use serde::Serialize;

vocabulary! {
    /// How certain a source is. For what is unverified no text was seen; do not rely on it.
    Standing of STANDING {
        Found = "found",
        Seed = "seed",
        Unverified = "unverified",
    }
}

/// Where a rule was published. `T` is the type of its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Citation<T = &'static str> {
    /// The instrument or page.
    pub instrument: T,
    /// The clause in it; empty where it has none.
    pub clause: T,
    /// The address where it was read; empty where there is none.
    pub url: T,
    /// How certain it is.
    pub standing: Standing,
}

const LISTING_RULES: &str = "Qualification and Micro-credential Listing and Operational Rules 2022";
/// Where rule 6 of them was read: the listing details of a micro-credential.
const LISTING_RULE_6: &str = "https://d3fukx320kx0in.cloudfront.net/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/listing-details-for-qualifications/micro-credential/";

impl Citation {
    /// NZQA's page of 2018 on micro-credentials.
    pub const GUIDANCE_2018: Self = Self::found(
        "NZQA, micro-credentials (2018)",
        "",
        "https://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/micro-credentials/",
    );
    /// The same page as seen after the Act was amended in August 2022.
    pub const GUIDANCE_2022: Self = Self::found(
        "NZQA, micro-credentials (August 2022)",
        "",
        "https://d3fukx320kx0in.cloudfront.net/providers-partners/approval-accreditation-and-registration/micro-credentials/",
    );
    /// NZQA's page on micro-credentials as it is now.
    pub const GUIDANCE: Self = Self::found(
        "NZQA, micro-credentials",
        "",
        "https://www2.nzqa.govt.nz/tertiary/approval-accreditation-and-registration/micro-credentials",
    );
    /// NZQA's page on who applies and how.
    pub const APPLICATIONS: Self = Self::found(
        "NZQA, micro-credential applications",
        "",
        "https://www2.nzqa.govt.nz/tertiary/approval-accreditation-and-registration/micro-credentials/micro-credential-applications",
    );
    /// NZQA's page on the equivalency service.
    pub const EQUIVALENCY: Self = Self::found(
        "NZQA, micro-credential equivalency",
        "",
        "https://www2.nzqa.govt.nz/tertiary/approval-accreditation-and-registration/micro-credentials/micro-credential-equivalency",
    );

    /// NZQA's aide-memoire to the Minister of 25 May 2018, one of the seed papers.
    pub const fn aide_memoire_2018(clause: &'static str) -> Self {
        Self::seed("NZQA aide-memoire on micro-credentials, 25 May 2018", clause)
    }

    /// A page or instrument that was read at its address.
    pub const fn found(instrument: &'static str, clause: &'static str, url: &'static str) -> Self {
        Self { instrument, clause, url, standing: Standing::Found }
    }

    /// One of the papers that the project started from.
    pub const fn seed(instrument: &'static str, clause: &'static str) -> Self {
        Self { instrument, clause, url: "", standing: Standing::Seed }
    }

    /// Something for which no source was seen.
    pub const fn unverified(instrument: &'static str) -> Self {
        Self { instrument, clause: "", url: "", standing: Standing::Unverified }
    }

    /// Rule 6 of the listing rules of 2022.
    pub const fn listing_rule_6(clause: &'static str) -> Self {
        Self::listing_rules(clause, LISTING_RULE_6)
    }

    /// Another of the listing rules of 2022, by the page it is on.
    pub const fn listing_rules(clause: &'static str, url: &'static str) -> Self {
        Self::found(LISTING_RULES, clause, url)
    }

    /// The clause as people name it: `6.2(a) of the 2022 Rules`; the instrument where it has no clause.
    pub fn brief(&self) -> String {
        match (self.clause, self.is_of_rules_2022()) {
            ("", _) => self.instrument.to_owned(),
            (clause, true) => format!("{clause} of the 2022 Rules"),
            (clause, false) => format!("{}, {clause}", self.instrument),
        }
    }

    /// Whether this is a text of the Rules 2022, whose successors were not found in full.
    pub fn is_of_rules_2022(&self) -> bool {
        self.instrument == LISTING_RULES
    }
}
