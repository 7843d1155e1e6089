//! EQV-02.

use super::{Case, Citation, Clause, DecidedBy, Edition, Outcome, Severity, THROUGH_PARTNER, Words};
use crate::domain::regime::{BEFORE_BOARDS, BOARDS_BEGIN, EQUIVALENCY_BEGINS};
use crate::domain::route::Route;

requirement! {
    /// The equivalency service is open on the day.
    ///
    /// From 2019 NZQA stated the level and credit value of what employers, professional bodies and
    /// overseas bodies teach. It did not assess quality or delivery. No application has been taken
    /// since 31 December 2025; such a body now needs a partner that is a recognised
    /// provider.
    "equivalency-is-open" reads ["application.kind", "partner_provider"]
}

/// The service under an edition.
enum Service {
    Open,
    Closed,
}

const EDITIONS: &[Edition<Service>] = &[
    Edition {
        clause: Clause {
            id: "EQV-02",
            says: "NZQA takes applications for equivalency, from 2019 to 31 December 2025.",
            routes: &[Route::Equivalency],
            from: Some(EQUIVALENCY_BEGINS),
            to: Some(BEFORE_BOARDS),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::EQUIVALENCY,
        },
        parameters: Service::Open,
    },
    // The row of the table ends with the service; an application made after that must still be told so.
    Edition {
        clause: Clause {
            id: "EQV-02",
            says: "NZQA has taken no applications for equivalency since 31 December 2025.",
            routes: &[Route::Equivalency],
            from: Some(BOARDS_BEGIN),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::EQUIVALENCY,
        },
        parameters: Service::Closed,
    },
];

enum Reason {
    Open,
    Closed,
}

fn examine(_: &Case, service: &Service) -> Outcome<Reason> {
    match service {
        Service::Open => Outcome::Met(Reason::Open),
        Service::Closed => Outcome::NotMet(Reason::Closed),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Open => Words::fine(
            "NZQA takes applications for equivalency on this day; the last day is 31 December 2025. The result states a level and a credit value, and nothing of quality.",
        ),
        Reason::Closed => Words::fault(
            "The draft applies for equivalency, and that service is closed.",
            "NZQA took its last applications for equivalency on 31 December 2025.",
            format!("{THROUGH_PARTNER} What it applies for is listing and approval, not equivalency."),
        ),
    }
}
