//! The route of an application: who decides it, and so which rules bind it.

use crate::domain::application::{Applicant, ApplicantKind, Application, ApplicationKind};
use crate::domain::day::Day;
use crate::domain::regime::{BEFORE_BOARDS, EQUIVALENCY_BEGINS};
use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// A way in which a micro-credential is listed, approved or levelled.
    Route of ROUTE {
        Teo = "TEO",
        School = "SCH",
        University = "UNI",
        /// A workforce development council, then an industry skills board.
        StandardSetter = "SSB",
        /// NZQA's levelling of what others teach; closed since the end of 2025.
        Equivalency = "EQV",
        /// Not a route of its own: rules for all who seek funding from the Tertiary Education Commission.
        Funding = "TEC",
    }
}

/// Every route on which quality is assured.
pub const QUALITY_ASSURED: &[Route] = &[Route::Teo, Route::School, Route::University, Route::StandardSetter];

impl Route {
    /// The route of an application, by the applicant, what is applied for and the day. A body that is
    /// not a tertiary education organisation takes the equivalency route while that service is open,
    /// or where it asks for it; otherwise it can only apply through a partner.
    pub fn of(application: &Application, on: Day) -> Self {
        let applicant = &application.applicant;
        match applicant.kind.given() {
            Some(ApplicantKind::University) => Self::University,
            Some(ApplicantKind::School) => Self::School,
            Some(ApplicantKind::Wdc | ApplicantKind::Isb) => Self::StandardSetter,
            _ if is_other_body(applicant) => {
                let has_partner = application.partner_provider.given().is_some();
                match application.kind.given() {
                    Some(ApplicationKind::Equivalency) => Self::Equivalency,
                    None if !has_partner && (EQUIVALENCY_BEGINS..=BEFORE_BOARDS).contains(&on) => {
                        Self::Equivalency
                    }
                    _ => Self::Teo,
                }
            }
            _ => Self::Teo,
        }
    }
}

/// Whether the applicant says that it is not a recognised tertiary education organisation.
pub fn is_other_body(applicant: &Applicant) -> bool {
    applicant.kind.given() == Some(&ApplicantKind::NonTeo)
        || applicant.is_recognised_teo.given() == Some(&false)
}

/// Whether the draft calls the applicant another body and a recognised provider at once.
pub fn contradicts_itself(applicant: &Applicant) -> bool {
    applicant.kind.given() == Some(&ApplicantKind::NonTeo)
        && applicant.is_recognised_teo.given() == Some(&true)
}
