//! The route of an application: who decides it, and so which rules bind it.

use crate::domain::day::Day;
use crate::domain::regime::{BEFORE_BOARDS, EQUIVALENCY_BEGINS};
pub use crate::domain::rulebook::Route;
use crate::domain::rulebook::answers::Answers;
use crate::domain::rulebook::page::Wanted;

/// The route of an application, by what is applied for, the applicant and the day. Whoever asks for an
/// equivalency assessment takes that route. A body that is not a tertiary education organisation takes it too
/// while that service is open, unless it says what else it applies for or has a partner.
pub(super) fn of(answers: Answers, on: Day) -> Route {
    let kind = answers.text("application.kind");
    let applicant = answers.text("applicant.type");
    match (kind.as_deref(), applicant.as_deref()) {
        (Some("equivalency"), _) => Route::Equivalency,
        (_, Some("university")) => Route::University,
        (_, Some("school")) => Route::School,
        (_, Some("wdc" | "isb")) => Route::StandardSetter,
        (None, _) if is_other_body(answers) && is_open(on) && !answers.has("partner_provider", false) => {
            Route::Equivalency
        }
        _ => Route::Teo,
    }
}

/// Whether the applicant says that it is no recognised tertiary education organisation.
fn is_other_body(answers: Answers) -> bool {
    answers.text("applicant.type").as_deref() == Some("non_teo")
        || answers.is_one_of("applicant.is_recognised_teo", &Wanted::YesNo(false))
}

/// Whether NZQA took applications for equivalency assessments.
fn is_open(on: Day) -> bool {
    (EQUIVALENCY_BEGINS..=BEFORE_BOARDS).contains(&on)
}
