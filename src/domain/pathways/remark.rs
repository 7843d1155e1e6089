//! What is in the way of a goal, or good to know about a question.

use super::{Goal, Held, Holding, Holdings, Lead, PartState, Question, State, words};
use crate::domain::day::Day;
use crate::domain::measure::{Credits, Size};
use crate::domain::register::{Firmness, Register};
use crate::domain::text::listed;
use crate::domain::vocabulary::vocabulary;
use serde::Serialize;

vocabulary! {
    /// The reason for a remark.
    Reason of REASON {
        UnknownGoal = "unknown_goal",
        NoPublishedWay = "no_published_way",
        TakenWhole = "taken_whole",
        GoalStatus = "goal_status",
        NotOnRegister = "not_on_register",
        NotOnOffer = "not_on_offer",
        Expiring = "expiring",
        Equivalency = "equivalency",
        AlreadyHeld = "already_held",
        CountedOnce = "counted_once",
        UnknownHolding = "unknown_holding",
        NotYetHeld = "not_yet_held",
        TypeAsks = "type_asks",
        Entry = "entry",
        PartsBeyondSize = "parts_beyond_size",
        TooLate = "too_late",
        ReviewBefore = "review_before",
        Current = "current",
        Version = "version",
        OtherSize = "other_size",
        Strength = "strength",
        Conditions = "conditions",
        RecognitionCap = "recognition_cap",
    }
}

/// Something that is in the way, or good to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// The reason for it.
    pub reason: Reason,
    /// What it is about: a title, or a key where the register has no title for it.
    pub about: String,
    /// The stacking rule behind it, as Waymark's rule table numbers it.
    pub rule: Option<&'static str>,
    /// The same in a sentence.
    pub says: String,
}

impl Remark {
    pub(super) fn new(reason: Reason, about: &str) -> Self {
        Self { reason, about: about.to_owned(), rule: reason.rule(), says: words::of_reason(reason, about) }
    }
}

impl Reason {
    fn rule(self) -> Option<&'static str> {
        match self {
            Self::TakenWhole => Some("STK-01"),
            Self::Current => Some("STK-11"),
            Self::Version => Some("STK-45"),
            Self::OtherSize => Some("STK-07"),
            Self::RecognitionCap => Some("STK-13"),
            Self::CountedOnce => Some("STK-16"),
            Self::NotOnOffer | Self::Expiring | Self::GoalStatus => Some("STK-43"),
            Self::Equivalency => Some("STK-46"),
            Self::NoPublishedWay => Some("STK-51"),
            _ => None,
        }
    }
}

/// A question with its goal looked up and its holdings as they are on its day.
pub(super) struct ResolvedQuestion {
    pub(super) goal: Option<Goal>,
    pub(super) holdings: Holdings,
    pub(super) blocks: Vec<Remark>,
    pub(super) notes: Vec<Remark>,
}

impl ResolvedQuestion {
    pub(super) fn of(register: &Register, question: &Question) -> Self {
        let mut holdings = question.holdings.clone();
        let named = |key: &str| register.title(key).unwrap_or(key).to_owned();
        let later = question.on.map(|on| holdings.remove_completed_after(on)).unwrap_or_default();
        let mut notes: Vec<Remark> =
            later.iter().map(|key| Remark::new(Reason::NotYetHeld, &named(key))).collect();
        notes.extend(holdings.repeated().map(|key| Remark::new(Reason::CountedOnce, &named(key))));
        let unknown = holdings.credentials().filter(|(key, _)| register.title(key).is_none());
        notes.extend(unknown.map(|(key, _)| Remark::new(Reason::UnknownHolding, key)));
        let goal = Goal::of(register, &question.goal);
        let mut blocks = Vec::new();
        match &goal {
            None => blocks.push(Remark::new(Reason::UnknownGoal, &question.goal)),
            Some(goal) => {
                if holdings.has(&goal.key) {
                    notes.push(Remark::new(Reason::AlreadyHeld, &goal.title));
                }
                blocks.extend(of_status(register, goal));
            }
        }
        Self { goal, holdings, blocks, notes }
    }

    /// The stacks that lead to the goal, in the order of the snapshot.
    pub(super) fn leads(&self, register: &Register) -> Vec<Lead> {
        let key = self.goal.as_ref().map_or("", |goal| &goal.key);
        register.stacks_to(key).map(|stack| Lead::of(register, stack, &self.holdings)).collect()
    }
}

/// That the register gives a holding another level or other credits than whoever holds it.
pub(super) fn of_size(register: &Register, holding: &Holding) -> Option<Remark> {
    let name = holding.name();
    let (title, level, credits) = match &holding.what {
        Held::Credential(..) => {
            let entry = register.credential(name)?;
            (Some(&entry.title), entry.level, entry.credits)
        }
        Held::Standard(_) => {
            let entry = register.standard(name)?;
            (entry.title.as_ref(), entry.level, entry.credits)
        }
        Held::Qualification(_) => {
            let entry = register.qualification(name)?;
            (Some(&entry.title), entry.level, entry.size.and_then(Size::fixed))
        }
        Held::Other(_) | Held::PriorLearning(_) => return None,
    };
    let level = level.filter(|level| holding.level.is_some_and(|said| said != *level));
    let credits = credits.filter(|credits| holding.credits.is_some_and(|said| said != *credits));
    let other = [level.map(|level| level.to_string()), credits.map(|credits| credits.to_string())];
    let other: Vec<String> = other.into_iter().flatten().collect();
    let about = format!("{}: {}", title.map_or(name, String::as_str), listed(&other));
    (!other.is_empty()).then(|| Remark::new(Reason::OtherSize, &about))
}

/// That the parts of a goal come to more than the goal has; nothing where they do not.
pub(super) fn of_parts(parts: Credits, of: Option<Size>) -> Option<Remark> {
    let most = of.and_then(Size::most).filter(|most| parts > *most)?;
    let about = format!("Its parts come to {parts}, of which no more than the {most} that it has count");
    Some(Remark::new(Reason::PartsBeyondSize, &about))
}

/// What the source says of a goal that is closed; nothing where it is open.
pub(super) fn of_status(register: &Register, goal: &Goal) -> Option<Remark> {
    let closed = goal.status.as_ref().filter(|_| !is_open(register, goal));
    closed.map(|status| Remark::new(Reason::GoalStatus, status))
}

/// What a source says beside what a goal asks for, and how firmly it says that.
pub(super) fn of_structure(register: &Register, goal: &Goal, on: Option<Day>) -> Vec<Remark> {
    let structure = register.qualification(&goal.key).and_then(|own| own.structure_on(on));
    let Some(structure) = structure else { return Vec::new() };
    let strength = structure.strength.as_ref().filter(|_| structure.firmness != Firmness::Stated);
    let said = [
        (Reason::Strength, strength),
        (Reason::Conditions, structure.conditions.as_ref()),
        (Reason::Conditions, structure.note.as_ref()),
        (Reason::RecognitionCap, structure.recognition_cap.as_ref()),
    ];
    let said = said.into_iter().filter_map(|(reason, about)| Some((reason, about?)));
    said.map(|(reason, about)| Remark::new(reason, about.trim_end_matches('.'))).collect()
}

/// Whether nothing in the goal's status says that it is closed. The status of a qualification is in
/// free words.
fn is_open(register: &Register, goal: &Goal) -> bool {
    let group = register.credential(&goal.key).and_then(|credential| credential.status_group);
    match (group, &goal.status) {
        (Some(group), _) => group.is_on_offer(),
        (None, Some(status)) => !is_closed(status),
        (None, None) => true,
    }
}

/// Whether a status in free words says that something is closed.
pub(super) fn is_closed(status: &str) -> bool {
    const CLOSED: [&str; 6] = ["replaced", "expir", "discontinued", "historic", "proposed", "submitted"];
    CLOSED.iter().any(|word| status.to_ascii_lowercase().contains(word))
}

/// What about a part is in the way.
pub(super) fn about_part(part: &PartState) -> Option<Remark> {
    let reason = match part.state {
        State::NotOnRegister => Reason::NotOnRegister,
        _ if part.equivalency => Reason::Equivalency,
        State::Needed if part.status.is_some_and(|status| !status.is_on_offer()) => Reason::NotOnOffer,
        _ => return None,
    };
    Some(Remark::new(reason, &part.title))
}

/// What about the parts that are held is in the way, each said once.
pub(super) fn about_held(leads: &[Lead]) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    for remark in leads.iter().flat_map(Lead::held).filter_map(about_part) {
        if remarks.iter().all(|said| said.says != remark.says) {
            remarks.push(remark);
        }
    }
    remarks
}
