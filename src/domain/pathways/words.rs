//! The sentences of pathways. None of them promises anything.

use super::Reason;
use crate::domain::register::StackKind;

/// What every answer about pathways is, and who decides.
pub const ADVICE: &str = "A possible pathway, not an award. Ask the provider: it decides what it recognises, \
                          and asks you to meet every outcome of its programme as well as the credits.";

/// What a stack means for its target.
pub(super) fn of_kind(kind: StackKind, target: &str) -> String {
    match kind {
        StackKind::FullStack => format!("Possible pathway: together these make up {target}."),
        StackKind::PartialCredit => format!("Possible credit towards {target}."),
        StackKind::ProgrammeComponent => {
            format!("A provider may make this part of a programme leading to {target}.")
        }
        StackKind::SharedStandards => {
            format!("Shares standards with {target}; the provider says what that counts for.")
        }
        StackKind::Progression => format!("Leads on to {target}. No credit is stated."),
        StackKind::EntryRequirement => format!("Helps you get into {target}. It brings no credit."),
        StackKind::Concurrent => format!("Usually taken beside {target}. It brings no credit."),
        StackKind::Planned => format!("Planned to lead to {target}. Nothing is settled."),
        StackKind::Policy => format!("A general policy about {target}, not a named pathway."),
    }
}

/// The reason for a remark, in a sentence.
pub(super) fn of_reason(reason: Reason, about: &str) -> String {
    match reason {
        Reason::UnknownGoal => format!("Nothing on this register has the key “{about}”."),
        Reason::NoPublishedWay => format!(
            "No source on this register publishes a set of micro-credentials that makes up {about}. \
             Ask a provider what it would recognise."
        ),
        Reason::TakenWhole => {
            format!("{about} is one micro-credential, taken as a whole. Its own entry requirements apply.")
        }
        Reason::GoalStatus => format!("The source says of the goal: {about}."),
        Reason::NotOnRegister => {
            format!("Not on this register, so nothing here can fill it: {about}.")
        }
        Reason::NotOnOffer => {
            format!("{about} is not known to be open to new learners. Ask before you count on it.")
        }
        Reason::Expiring => format!(
            "{about} is expiring: who has begun it may finish, and nobody new may start. Ask your provider until \
             when."
        ),
        Reason::Equivalency => format!(
            "{about} has an equivalency statement and is not credit on the framework, so it is not added up. \
             A provider may recognise it as prior learning."
        ),
        Reason::AlreadyHeld => format!("You already hold {about}."),
        Reason::CountedOnce => format!("{about} is named more than once and counts once."),
        Reason::UnknownHolding => {
            format!("Nothing on this register has the key “{about}”, so it counts for nothing here.")
        }
        Reason::TypeAsks => format!("What {about} asks for by its type."),
        Reason::Entry => format!("Who may start it, by its source: {about}."),
        Reason::PartsBeyondSize | Reason::TooLate | Reason::Conditions => format!("{about}."),
        Reason::ReviewBefore => {
            format!("{about}. The review may change it or end it: finish sooner, or ask what then counts.")
        }
        Reason::Current => format!("What you learnt has to be current when it is recognised: {about}."),
        Reason::Version => format!("A provider says whether your version of {about} still fits."),
        Reason::OtherSize => format!("The register has other numbers than you, and they count. {about}."),
        Reason::Strength => format!("How firmly its source says what it asks for: {about}."),
        Reason::RecognitionCap => format!("What is recognised of other learning: {about}."),
        Reason::NotYetHeld => format!("{about} is completed after the chosen day, so it is not counted."),
    }
}
