//! ELIG-07 and ELIG-08.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::Language;
use crate::domain::application::{ApplicantKind, ApplicationKind};
use crate::domain::regime::{BEFORE_BOARDS, BOARDS_BEGIN, RULES_2022};
use crate::domain::route::Route;

requirement! {
    /// A standard-setting body asks for listing and approval of content, never for accreditation.
    ///
    /// Workforce development councils developed micro-credentials for their industries until the
    /// end of 2025; industry skills boards do so since. Neither teaches. Accreditation is the
    /// permission to teach, so each provider asks for its own.
    "standard-setter-lists-only" reads ["applicant.type", "application.kind"]
}

/// The body that sets standards under an edition.
enum Setter {
    Councils,
    Boards,
}

const EDITIONS: &[Edition<Setter>] = &[
    Edition {
        clause: Clause {
            id: "ELIG-07",
            says: "A workforce development council applies for listing and approval of content, and never for accreditation.",
            routes: &[Route::StandardSetter],
            from: Some(RULES_2022),
            to: Some(BEFORE_BOARDS),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::APPLICATIONS,
        },
        parameters: Setter::Councils,
    },
    Edition {
        clause: Clause {
            id: "ELIG-08",
            says: "An industry skills board applies in the councils’ place, for listing and approval of content, and never for accreditation.",
            routes: &[Route::StandardSetter],
            from: Some(BOARDS_BEGIN),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::APPLICATIONS,
        },
        parameters: Setter::Boards,
    },
];

enum Reason {
    Gap(Gap),
    CouncilsEnded,
    BoardsNotYet,
    Accreditation(ApplicationKind),
    Equivalency,
    Allowed(ApplicationKind),
}

fn examine(case: &Case, setter: &Setter) -> Outcome<Reason> {
    use ApplicationKind::{
        Accreditation, Approval, Change, Equivalency, Listing, ListingApproval, ListingApprovalAccreditation,
    };
    match (setter, case.application.applicant.kind.given()) {
        (Setter::Boards, Some(ApplicantKind::Wdc)) => return Outcome::NotMet(Reason::CouncilsEnded),
        (Setter::Councils, Some(ApplicantKind::Isb)) => return Outcome::NotMet(Reason::BoardsNotYet),
        _ => {}
    }
    match case.application.kind.stated() {
        Ok(kind @ (Accreditation | ListingApprovalAccreditation)) => {
            Outcome::NotMet(Reason::Accreditation(*kind))
        }
        Ok(Equivalency) => Outcome::NotMet(Reason::Equivalency),
        Ok(kind @ (Listing | ListingApproval | Approval | Change)) => Outcome::Met(Reason::Allowed(*kind)),
        Err(gap) => Outcome::Missing(Reason::Gap(gap)),
    }
}

fn words(reason: &Reason) -> Words {
    const LIST_ONLY: &str = "Choose “Listing and approval”. A provider that will teach it applies for accreditation itself.";
    match reason {
        Reason::Gap(gap) => gap.words(
            "What is applied for",
            "A standard-setting body may ask for listing and approval of content only.",
            LIST_ONLY,
        ),
        Reason::CouncilsEnded => Words::fault(
            "A workforce development council can no longer apply.",
            "The councils’ last day as applicants was 31 December 2025; industry skills boards took their place.",
            "Let the industry skills board apply, for listing and approval without accreditation, and choose “Industry skills board”.",
        ),
        Reason::BoardsNotYet => Words::fault(
            "There were no industry skills boards on this day.",
            "They took the place of the workforce development councils on 1 January 2026.",
            "Choose “Workforce development council”, or a date from 1 January 2026 on.",
        ),
        Reason::Accreditation(kind) => Words::fault(
            format!("A standard-setting body asks for accreditation: {}.", kind.label(Language::ENGLISH)),
            "Accreditation is the permission to teach, and a standard-setting body does not teach.",
            LIST_ONLY,
        ),
        Reason::Equivalency => Words::fault(
            "A standard-setting body asks for an equivalency assessment.",
            "NZQA takes its applications for listing and approval of content only.",
            LIST_ONLY,
        ),
        Reason::Allowed(kind) => Words::fine(format!(
            "A standard-setting body may ask for this, which includes no accreditation: {}.",
            kind.label(Language::ENGLISH)
        )),
    }
}
