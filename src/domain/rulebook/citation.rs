//! Where a rule stands written, and how sure that is.

use crate::domain::vocabulary::vocabulary;
use serde::Serialize;

vocabulary! {
    /// How sure a source is. What is unverified nothing was seen to say; do not lean on it.
    Standing {
        Found = "found", "read at this address";
        Seed = "seed", "read in a paper that the project set out from";
        Unverified = "unverified", "unverified: no official text was seen";
    }
}

/// Where a rule stands written. `T` is its sort of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Citation<T = &'static str> {
    /// The instrument or page.
    pub instrument: T,
    /// The clause in it; empty where it has none.
    pub clause: T,
    /// The address where it was read; empty where there is none.
    pub url: T,
    /// How sure it is.
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
    /// NZQA's page on micro-credentials as it stands.
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

    /// One of the papers that the project set out from.
    pub const fn seed(instrument: &'static str, clause: &'static str) -> Self {
        Self { instrument, clause, url: "", standing: Standing::Seed }
    }

    /// Something that no source was seen to say.
    pub const fn unverified(instrument: &'static str) -> Self {
        Self { instrument, clause: "", url: "", standing: Standing::Unverified }
    }

    /// Rule 6 of the listing rules of 2022.
    pub const fn listing_rule_6(clause: &'static str) -> Self {
        Self::listing_rules(clause, LISTING_RULE_6)
    }

    /// Another of the listing rules of 2022, by the page it stands on.
    pub const fn listing_rules(clause: &'static str, url: &'static str) -> Self {
        Self::found(LISTING_RULES, clause, url)
    }

    /// Whether this is a text of the Rules 2022, whose successors were not found in full.
    pub fn is_of_rules_2022(&self) -> bool {
        self.instrument == LISTING_RULES
    }
}
