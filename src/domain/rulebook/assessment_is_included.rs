//! APP-11.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::application::{Assessment, Entry};
use crate::domain::regime::FIRST_APPLICATIONS;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::fold;

requirement! {
    /// Learners are assessed; being there is not enough.
    ///
    /// A micro-credential says what its holder can do, so at least one assessment decides the
    /// result (it is summative). Attendance shows nothing that a learner can do, and is no
    /// assessment.
    "assessment-is-included" reads ["assessment.items"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "APP-11",
        says: "It includes assessment that decides the result; attendance alone does not earn it.",
        routes: QUALITY_ASSURED,
        from: Some(FIRST_APPLICATIONS),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::found(
            "Toitū te Waiora, micro-credential submissions",
            "",
            "https://toitutewaiora.nz/micro-credential-submissions",
        ),
    },
    parameters: (),
}];

enum Reason {
    ItemsGap(Gap),
    SummativeGap(Gap),
    OnlyAttendance,
    SomeAttendance(usize),
    NothingDecides,
    Decides(usize),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let items = match case.application.assessments.stated_items() {
        Ok(items) => items,
        Err(gap) => return Outcome::Missing(Reason::ItemsGap(gap)),
    };
    match items.iter().filter(|item| is_attendance(item)).count() {
        0 => {}
        all if all == items.len() => return Outcome::NotMet(Reason::OnlyAttendance),
        some => return Outcome::NotMet(Reason::SomeAttendance(some)),
    }
    let summative = items.iter().filter(|item| item.summative == Entry::Given(true)).count();
    if summative > 0 {
        return Outcome::Met(Reason::Decides(summative));
    }
    match items.iter().find_map(|item| item.summative.stated().err()) {
        Some(gap) => Outcome::Missing(Reason::SummativeGap(gap)),
        None => Outcome::NotMet(Reason::NothingDecides),
    }
}

/// Whether an assessment looks at attendance and nothing else, however its kind is spelled.
fn is_attendance(item: &Assessment) -> bool {
    let kind = item.kind.given().map(|kind| fold(kind));
    matches!(kind.as_deref(), Some("attendance" | "attendance only"))
}

fn words(reason: &Reason) -> Words {
    const WHY: &str = "A micro-credential is earned by showing the outcomes, not by being there.";
    const DESCRIBE: &str = "Add an assessment in which learners show what they can do, and mark that it decides the result.";
    match reason {
        Reason::ItemsGap(gap) => gap.words("The assessment", WHY, DESCRIBE),
        Reason::SummativeGap(gap) => gap.words(
            "Whether an assessment decides the result",
            WHY,
            "Answer for each assessment whether it decides the result; at least one must.",
        ),
        Reason::OnlyAttendance => Words::fault("Nothing but attendance is assessed.", WHY, DESCRIBE),
        Reason::SomeAttendance(count) => Words::fault(
            match count {
                1 => "One of the assessments is attendance only.".to_owned(),
                _ => format!("{count} of the assessments are attendance only."),
            },
            WHY,
            "Take attendance off the list of assessments, or say what learners show there.",
        ),
        Reason::NothingDecides => Words::fault("No assessment decides the result.", WHY, DESCRIBE),
        Reason::Decides(1) => Words::fine("One assessment decides the result, and none is attendance only."),
        Reason::Decides(count) => {
            Words::fine(format!("{count} assessments decide the result, and none is attendance only."))
        }
    }
}
