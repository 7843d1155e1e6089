//! ELIG-10.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, THROUGH_PARTNER, Words};
use crate::domain::Language;
use crate::domain::application::ApplicantKind;
use crate::domain::regime::{BEFORE_BOARDS, EQUIVALENCY_BEGINS, FIRST_APPLICATIONS};
use crate::domain::route::{Route, contradicts_itself, is_other_body};

requirement! {
    /// A body that is no recognised provider has a partner that is one.
    ///
    /// Employers, professional bodies and overseas bodies cannot have a micro-credential quality
    /// assured in their own name. They work with a recognised tertiary education organisation, and
    /// the application is that partner's.
    ///
    /// From 2019 to the end of 2025 such a body could instead have NZQA state the level and credit
    /// value of what it teaches. That is equivalency: it looks at size and level, and says nothing
    /// of quality, so no partner is asked for there.
    "other-body-has-partner" reads ["applicant.type", "applicant.is_recognised_teo", "partner_provider"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "ELIG-10",
        says: "A body that is not a recognised tertiary education organisation applies with a partner that is one.",
        routes: &[Route::Teo, Route::Equivalency],
        from: Some(FIRST_APPLICATIONS),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::EQUIVALENCY,
    },
    parameters: (),
}];

/// Whether NZQA offered equivalency in place of a partner.
enum Equivalency {
    NotYet,
    Open,
    Closed,
}

enum Reason {
    KindGap(Gap),
    PartnerGap(Gap),
    Contradictory,
    IsProvider(ApplicantKind),
    SaysRecognised,
    Levelled,
    Partner(String),
    NoPartner(Equivalency),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let applicant = &case.application.applicant;
    if contradicts_itself(applicant) {
        return Outcome::Missing(Reason::Contradictory);
    }
    if !is_other_body(applicant) {
        return match applicant.kind.stated() {
            Ok(kind) => Outcome::NotApplicable(Reason::IsProvider(*kind)),
            Err(_) if applicant.is_recognised_teo.given() == Some(&true) => {
                Outcome::NotApplicable(Reason::SaysRecognised)
            }
            Err(gap) => Outcome::Missing(Reason::KindGap(gap)),
        };
    }
    if case.route == Route::Equivalency && case.on <= BEFORE_BOARDS {
        return Outcome::NotApplicable(Reason::Levelled);
    }
    match case.application.partner_provider.stated() {
        Ok(partner) => Outcome::Met(Reason::Partner(partner.clone())),
        Err(Gap::NotStated) => Outcome::NotMet(Reason::NoPartner(match case.on {
            on if on < EQUIVALENCY_BEGINS => Equivalency::NotYet,
            on if on <= BEFORE_BOARDS => Equivalency::Open,
            _ => Equivalency::Closed,
        })),
        Err(gap) => Outcome::Missing(Reason::PartnerGap(gap)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::KindGap(gap) => gap.words(
            "The kind of organisation that applies",
            "A body that is not a recognised tertiary education organisation needs a partner that is one.",
            "Choose the kind of organisation.",
        ),
        Reason::PartnerGap(gap) => gap.words(
            "The partner provider",
            "The applicant is not a recognised tertiary education organisation, so it needs a partner that is one.",
            "Enter the name of the recognised provider that applies with you.",
        ),
        Reason::Contradictory => Words::fault(
            "Whether the applicant needs a partner cannot be told: the draft calls it another body and a recognised tertiary education organisation at once.",
            "Only a body that is not recognised needs a partner.",
            "Correct the kind of organisation, or the answer below it.",
        ),
        Reason::IsProvider(kind) => Words::fine(format!(
            "No partner is needed: the applicant is itself a tertiary education organisation ({}).",
            kind.label(Language::ENGLISH)
        )),
        Reason::SaysRecognised => Words::fine(
            "No partner is needed: the draft says that the applicant is a recognised tertiary education organisation.",
        ),
        Reason::Levelled => Words::fine(
            "No partner is needed: equivalency states a level and a credit value, and assures no quality.",
        ),
        Reason::Partner(partner) => Words::fine(format!("{partner} is named as the partner provider.")),
        Reason::NoPartner(equivalency) => Words::fault(
            "The applicant is not a recognised tertiary education organisation and names no partner that is one.",
            "An employer, a professional body or an overseas body cannot have its micro-credential quality assured by itself.",
            match equivalency {
                Equivalency::NotYet => THROUGH_PARTNER.to_owned(),
                Equivalency::Open => format!(
                    "{THROUGH_PARTNER} Or choose “Equivalency assessment”, which states a level and a credit value only."
                ),
                Equivalency::Closed => {
                    format!("{THROUGH_PARTNER} NZQA’s equivalency service closed on 31 December 2025.")
                }
            },
        ),
    }
}
