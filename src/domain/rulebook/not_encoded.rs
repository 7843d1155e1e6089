//! The rules of the table that Waymark does not check yet, one file for each family. A rule that
//! gets a file of its own leaves this list; a test counts that every rule of the table stands in
//! one place.
//!
//! A row is read on a day on which it is in force, so it speaks in the present tense. A year alone
//! in a source stands for its first or last day, and so does a month; where a source was only seen
//! to say something in a year, the row begins with that year.

use super::{Citation, Clause};

/// Lists clauses, each in three lines: what it requires; what failing it means, whom it binds, who
/// can decide it and its days; where it stands written.
macro_rules! clauses {
    ($(
        $id:literal: $says:literal,
        $severity:ident for $routes:expr, decided by $decider:ident $(, from $from:expr)? $(, to $to:expr)?,
        cites $citation:expr;
    )+) => {
        &[$($crate::domain::rulebook::Clause {
            id: $id,
            says: $says,
            routes: $routes,
            from: clauses!(@day $($from)?),
            to: clauses!(@day $($to)?),
            severity: $crate::domain::rulebook::Severity::$severity,
            decided_by: $crate::domain::rulebook::DecidedBy::$decider,
            citation: $citation,
        }),+]
    };
    (@day) => { None };
    (@day $day:expr) => { Some($day) };
}

mod accreditation;
mod content;
mod equivalency;
mod funding;
mod life;
mod listing;
mod need;
mod universities;
mod who_applies;

/// The rules that are not checked, in the order of the table.
pub fn not_encoded() -> impl Iterator<Item = &'static Clause> {
    [
        who_applies::CLAUSES,
        listing::CLAUSES,
        need::CLAUSES,
        content::CLAUSES,
        accreditation::CLAUSES,
        life::CLAUSES,
        universities::CLAUSES,
        equivalency::CLAUSES,
        funding::CLAUSES,
    ]
    .into_iter()
    .flatten()
}

// Sources that several families cite.

const RESPONSIBILITIES: Citation = Citation::found(
    "NZQA, who is responsible for what in a micro-credential",
    "",
    "https://www2.nzqa.govt.nz/tertiary/approval-accreditation-and-registration/micro-credentials/responsibilities",
);
const REVIEW_REPORT: Citation = Citation::found(
    "NZQA, micro-credential review report",
    "",
    "https://www2.nzqa.govt.nz/tertiary/approval-accreditation-and-registration/micro-credentials/micro-credential-review-report",
);
const SUMMARY_2026: Citation = Citation::found(
    "NZQA, summary of the rules of January 2026",
    "",
    "https://www2.nzqa.govt.nz/about-us/news/changes-to-nzqa-rules",
);
const TRAINING_SCHEMES_2021: Citation = Citation::found(
    "NZQA, training scheme approval (2021)",
    "",
    "https://d3fukx320kx0in.cloudfront.net/providers-partners/approval-accreditation-and-registration/training-scheme-approval/",
);
const CREDITS_AND_TERMS: &str = "https://www.nzqa.govt.nz/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/1/";
const APPLYING_TO_LIST: &str = "https://d3fukx320kx0in.cloudfront.net/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/applications-to-list-qualifications/11/";
const DECIDING_TO_LIST: &str = "https://d3fukx320kx0in.cloudfront.net/about-us/our-role/legislation/nzqa-rules/nzqf-related-rules/nzqf-qualification-listing-and-operational-rules/applications-to-list-qualifications/12/";
const COUNCIL_SUBMISSIONS: Citation = Citation::found(
    "Toitū te Waiora, micro-credential submissions",
    "",
    "https://toitutewaiora.nz/micro-credential-submissions",
);
const COUNCIL_OF_SERVICES: Citation = Citation::found(
    "Ringa Hora, accreditation for its micro-credentials",
    "",
    "https://ringahora.nz/qualifications-and-assurance/micro-credentials/micro-credentials-seeking-accreditation/",
);
const FUNDER_2026: Citation = Citation::found(
    "Tertiary Education Commission, micro-credentials (2026)",
    "",
    "https://www.tec.govt.nz/funding/funding-and-performance/investment/plan-guidance-and-toolkit/micro-credentials",
);
const EQUIVALENCY: Citation = Citation::found(
    "NZQA, micro-credential equivalency",
    "",
    "https://www2.nzqa.govt.nz/tertiary/approval-accreditation-and-registration/micro-credentials/micro-credential-equivalency",
);
/// The text of the Micro-credential Approval and Accreditation Rules was not found, so the names of
/// its criteria rest on what one provider made of them.
const PROVIDERS_MATRIX: Citation =
    Citation::unverified("A provider’s evidence matrix of 2026 (secondary, unofficial source)");
const PRACTITIONER: Citation = Citation::found(
    "A practitioner on approval by NZQA, October 2025 (secondary, unofficial source)",
    "",
    "https://thisisgraeme.me/2025/10/14/nzqa-micro-credential-approval",
);

/// NZQA's Insights paper of 2022 on why there are micro-credentials, one of the seed papers.
const fn rationale_2022(clause: &'static str) -> Citation {
    Citation::seed(
        "NZQA Insights, Improving relevance and responsiveness: Aotearoa New Zealand’s rationale for micro-credentials (2022)",
        clause,
    )
}
