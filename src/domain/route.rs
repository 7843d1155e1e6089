//! By which road an application travels: who decides it, and so which rules bind it.

use crate::domain::application::{Applicant, ApplicantKind, Application, ApplicationKind};
use crate::domain::day::Day;
use crate::domain::regime::{BEFORE_BOARDS, EQUIVALENCY_BEGINS};

/// A road to a listed, approved or levelled micro-credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// A tertiary education organisation other than a university, quality assured by NZQA.
    Teo,
    /// A school or kura.
    School,
    /// A university, through Universities New Zealand.
    University,
    /// A standard-setting body: a workforce development council, then an industry skills board.
    StandardSetter,
    /// NZQA's levelling of what others teach; closed since the end of 2025.
    Equivalency,
    /// Not a road of its own: rules that bind whoever seeks funding from the Tertiary Education Commission.
    Funding,
}

const ALL: [Route; 6] =
    [Route::Teo, Route::School, Route::University, Route::StandardSetter, Route::Equivalency, Route::Funding];

/// Every road on which quality is assured.
pub const QUALITY_ASSURED: &[Route] = &[Route::Teo, Route::School, Route::University, Route::StandardSetter];

impl Route {
    /// The code in reports and in the rule table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Teo => "TEO",
            Self::School => "SCH",
            Self::University => "UNI",
            Self::StandardSetter => "SSB",
            Self::Equivalency => "EQV",
            Self::Funding => "TEC",
        }
    }

    /// The road with a code.
    pub fn with_code(code: &str) -> Option<Self> {
        ALL.into_iter().find(|route| route.code() == code)
    }

    /// The road in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Teo => "tertiary education organisation, through NZQA",
            Self::School => "school or kura, through NZQA",
            Self::University => "university, through Universities New Zealand",
            Self::StandardSetter => "standard-setting body, through NZQA",
            Self::Equivalency => "equivalency assessment for other bodies",
            Self::Funding => "funding from the Tertiary Education Commission",
        }
    }

    /// The road that an application takes, worked out from the applicant, what is applied for and
    /// the day. A body that is no tertiary education organisation is levelled by equivalency while
    /// that service is open, or where it asks for it; otherwise only a partner's application is left.
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

/// Whether the applicant says that it is no recognised tertiary education organisation.
pub fn is_other_body(applicant: &Applicant) -> bool {
    applicant.kind.given() == Some(&ApplicantKind::NonTeo)
        || applicant.is_recognised_teo.given() == Some(&false)
}

/// Whether the draft calls the applicant another body and a recognised provider at once.
pub fn contradicts_itself(applicant: &Applicant) -> bool {
    applicant.kind.given() == Some(&ApplicantKind::NonTeo)
        && applicant.is_recognised_teo.given() == Some(&true)
}
