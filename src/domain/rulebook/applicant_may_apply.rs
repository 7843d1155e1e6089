//! ELIG-01 and ELIG-06.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, THROUGH_PARTNER, Words};
use crate::domain::Language;
use crate::domain::application::ApplicantKind;
use crate::domain::regime::{BEFORE_BOARDS, BEFORE_RULES_2022, BOARDS_BEGIN, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::{Route, contradicts_itself, is_other_body};

requirement! {
    /// The applicant is an organisation whose applications NZQA takes.
    ///
    /// Quality-assured micro-credentials come from New Zealand's tertiary education organisations.
    /// Since the Rules 2022 NZQA names the kinds: private training establishments, wānanga,
    /// government training establishments, and Te Pūkenga until the end of 2025 or the
    /// polytechnics in their own name after that.
    ///
    /// Universities, schools and standard-setting bodies have routes of their own. Any other
    /// body applies through a partner that is on the list.
    "applicant-may-apply" reads ["applicant.type", "applicant.is_recognised_teo", "partner_provider"]
}

/// Whose applications an edition takes.
enum Takes {
    /// Any recognised tertiary education organisation.
    AnyRecognised,
    /// The kinds that NZQA names, which changed at the end of 2025.
    NamedKinds,
}

const EDITIONS: &[Edition<Takes>] = &[
    Edition {
        clause: Clause {
            id: "ELIG-01",
            says: "The applicant is a recognised New Zealand tertiary education organisation.",
            routes: &[Route::Teo],
            from: Some(FIRST_APPLICATIONS),
            to: Some(BEFORE_RULES_2022),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::GUIDANCE_2018,
        },
        parameters: Takes::AnyRecognised,
    },
    Edition {
        clause: Clause {
            id: "ELIG-06",
            says: "The applicant is a private training establishment, a wānanga, a government training establishment, or (to 2025) Te Pūkenga or (from 2026) a polytechnic.",
            routes: &[Route::Teo],
            from: Some(RULES_2022),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::APPLICATIONS,
        },
        parameters: Takes::NamedKinds,
    },
];

enum Reason {
    Gap(Gap),
    Contradictory,
    MayApply(ApplicantKind),
    ThroughPartner(String),
    OtherBody,
    TePukengaEnded,
    PolytechnicNotYet,
    NotNamed(ApplicantKind),
}

fn examine(case: &Case, takes: &Takes) -> Outcome<Reason> {
    use ApplicantKind::{Gte, Ito, Itp, Pte, TePukenga, Wananga};
    let applicant = &case.application.applicant;
    if contradicts_itself(applicant) {
        return Outcome::Missing(Reason::Contradictory);
    }
    if is_other_body(applicant) {
        return match case.application.partner_provider.given() {
            Some(partner) => Outcome::Judgement(Reason::ThroughPartner(partner.clone())),
            None => Outcome::NotMet(Reason::OtherBody),
        };
    }
    let kind = match applicant.kind.stated() {
        Ok(kind) => *kind,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    match (takes, kind) {
        (Takes::NamedKinds, TePukenga) if case.on > BEFORE_BOARDS => Outcome::NotMet(Reason::TePukengaEnded),
        (Takes::NamedKinds, Itp) if case.on < BOARDS_BEGIN => Outcome::NotMet(Reason::PolytechnicNotYet),
        (Takes::NamedKinds, Pte | Wananga | Gte | TePukenga | Itp) => Outcome::Met(Reason::MayApply(kind)),
        (Takes::AnyRecognised, Pte | Wananga | Gte | TePukenga | Itp | Ito) => Outcome::Met(Reason::MayApply(kind)),
        _ => Outcome::NotMet(Reason::NotNamed(kind)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The kind of organisation that applies",
            "The applicant decides the route, and so which rules bind.",
            "Choose the kind of organisation.",
        ),
        Reason::Contradictory => Words::fault(
            "The draft calls the applicant another body and a recognised tertiary education organisation at once.",
            "Only one of the two can be true, and the route hangs on it.",
            "Correct the kind of organisation, or the answer below it.",
        ),
        Reason::MayApply(kind) => Words::fine(format!("NZQA takes applications from this kind of organisation: {}.", kind.label(Language::ENGLISH))),
        Reason::ThroughPartner(partner) => Words::fault(
            format!("Whether {partner} may apply is not known here."),
            "The applicant is no recognised provider, so the application is its partner’s.",
            "Check that the partner is one of the organisations whose applications NZQA takes.",
        ),
        Reason::OtherBody => Words::fault(
            "The applicant is not a recognised tertiary education organisation.",
            "NZQA takes applications for quality-assured micro-credentials from those only.",
            THROUGH_PARTNER,
        ),
        Reason::TePukengaEnded => Words::fault(
            "Te Pūkenga can no longer apply.",
            "Its last day as an applicant was 31 December 2025; polytechnics apply in their own name since.",
            "Let the polytechnic apply, and choose “Institute of technology or polytechnic”.",
        ),
        Reason::PolytechnicNotYet => Words::fault(
            "A polytechnic could not apply in its own name on this day.",
            "Until 31 December 2025 the polytechnics applied as Te Pūkenga.",
            "Choose Te Pūkenga, or a date from 1 January 2026 on.",
        ),
        Reason::NotNamed(kind) => Words::fault(
            format!("NZQA does not name this kind of organisation among those that apply: {}.", kind.label(Language::ENGLISH)),
            "The list of applicants does not have it.",
            THROUGH_PARTNER,
        ),
    }
}
