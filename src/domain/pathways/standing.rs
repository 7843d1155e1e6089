//! Where somebody stands towards a goal: what an answer says first, from the audit and the best way.

use super::plan::{Left, Plan, Way};
use super::{Audit, Reason};
use crate::domain::day::Day;
use crate::domain::goal::LearningKind;
use crate::domain::measure::Credits;

/// Where somebody stands towards a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The register does not have the goal.
    UnknownGoal,
    /// Everything that sources ask for is done.
    Complete,
    /// There are steps to take.
    Steps(StepsLeft),
    /// There is nothing in particular to take: this is left.
    NoSteps(LeftBeside),
    /// There is nothing to take: whether what is held is enough, a provider decides.
    IfAgreed,
    /// Not everything that is asked for can be filled, and why.
    Impossible(String),
    /// No way is known, and why.
    NoWay(String),
}

/// The steps that are left, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepsLeft {
    /// How many there are.
    pub number: usize,
    /// What all of them are; nothing where they are of several kinds.
    pub kind: Option<LearningKind>,
    /// Whether the only step is the goal itself.
    pub is_goal: bool,
    /// Their credits, where each is stated.
    pub credits: Option<Credits>,
    /// What the only one is called of which no credits are stated, where it is one of several, and the credits of
    /// the others.
    pub without_credits: Option<(String, Credits)>,
    /// The weeks that they take, where these are known.
    pub weeks: Option<u32>,
    /// The day on which those weeks end.
    pub done: Option<Day>,
    /// The last day to begin at this pace for all of them to count, where some count for what ends.
    pub begin_by: Option<Day>,
    /// What is said of the first that comes too late for what it counts for.
    pub too_late: Option<String>,
    /// Whether they count by what sources state; else a provider has to agree.
    pub is_firm: bool,
    /// What is left beside them.
    pub beside: LeftBeside,
}

/// What is left that no particular step fills, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftBeside {
    /// The credits of which no source says what brings them, where it is known how many they are.
    pub credits: Option<Credits>,
    /// The parts that a person teaches or judges.
    pub for_people: usize,
}

impl Standing {
    /// Where somebody stands who goes one of the ways of a plan, or has none to go.
    pub fn of(audit: &Audit, plan: &Plan, way: Option<&Way>) -> Self {
        if audit.notes.iter().any(|note| note.reason == Reason::UnknownGoal) {
            return Self::UnknownGoal;
        }
        if audit.complete == Some(true) {
            return Self::Complete;
        }
        match (way, &audit.impossible) {
            (Some(way), _) => Self::on_way(way, audit.goal.as_ref().map(|goal| goal.key.as_str())),
            (None, Some(impossible)) => Self::Impossible(impossible.says.clone()),
            (None, None) => Self::NoWay(plan.why_none.clone().unwrap_or_default()),
        }
    }

    /// Where somebody stands who has a way to go; the only goal of it may itself be the only step.
    pub(super) fn on_way(way: &Way, goal: Option<&str>) -> Self {
        if !way.steps.is_empty() {
            Self::Steps(StepsLeft::of(way, goal))
        } else if !way.left.is_empty() {
            Self::NoSteps(LeftBeside::of(way))
        } else {
            Self::IfAgreed
        }
    }
}

impl LeftBeside {
    fn of(way: &Way) -> Self {
        let (judged, open): (Vec<&Left>, Vec<&Left>) = way.left.iter().partition(|left| left.judged);
        let credits = open.iter().map(|left| left.credits).sum();
        Self { credits, for_people: judged.len() }
    }
}

impl StepsLeft {
    fn of(way: &Way, goal: Option<&str>) -> Self {
        Self {
            number: way.steps.len(),
            kind: Self::kind_of(way),
            is_goal: matches!(way.steps.as_slice(), [only] if Some(only.what.key()) == goal),
            credits: way.credits,
            without_credits: Self::without_credits(way),
            weeks: way.weeks,
            done: way.done,
            begin_by: way.begin_by,
            too_late: way.too_late().map(|late| late.says.clone()),
            is_firm: way.firm,
            beside: LeftBeside::of(way),
        }
    }

    fn without_credits(way: &Way) -> Option<(String, Credits)> {
        let mut without = way.steps.iter().filter(|step| step.credits.is_none());
        let only = without.next().filter(|_| way.steps.len() > 1 && without.next().is_none())?;
        let title = only.title.clone().unwrap_or_else(|| only.what.key().to_owned());
        Some((title, way.steps.iter().filter_map(|step| step.credits).sum()))
    }

    /// What all steps of a way are; nothing where they are of several kinds.
    pub fn kind_of(way: &Way) -> Option<LearningKind> {
        let mut kinds = way.steps.iter().map(|step| step.what.kind());
        kinds.next().filter(|first| kinds.all(|kind| kind == *first))
    }
}
