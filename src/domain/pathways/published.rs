//! The published ways to a goal, and what each still needs.

use super::remark::{self, ResolvedQuestion};
use super::{ADVICE, Goal, Lead, PartState, Question, Reason, Remark, State, sum};
use crate::domain::measure::{Credits, NotionalHours};
use crate::domain::register::{Register, StackKind, TargetKind};
use serde::Serialize;

/// What sources say leads to a goal, for somebody who holds some of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Published {
    /// The goal; none where the register does not have it.
    pub goal: Option<Goal>,
    /// What this is, and who decides.
    pub advice: &'static str,
    /// Sets of credentials that together make up the goal, as a source says. Those with the fewest
    /// credits left come first, those without a sum last.
    pub ways: Vec<PublishedWay>,
    /// Stacks that bring some credit to the goal.
    pub contributions: Vec<Lead>,
    /// What leads on to the goal without credit.
    pub progressions: Vec<Lead>,
    /// What is in the way.
    pub blocks: Vec<Remark>,
    /// What else to know.
    pub notes: Vec<Remark>,
}

/// One published way: a set of credentials that together make up the goal.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PublishedWay {
    /// The stack, its parts in order, and who says so.
    pub lead: Lead,
    /// The credits of the parts that are held, where each is stated.
    pub credits_held: Option<Credits>,
    /// The credits of the parts that are not held, where each is stated.
    pub credits_left: Option<Credits>,
    /// The notional hours that those credits mean.
    pub hours_left: Option<NotionalHours>,
    /// What is in the way here.
    pub blocks: Vec<Remark>,
}

/// The ways to a goal that the register's sources publish. Nothing is made up: a way that no source
/// states is not offered.
pub fn published(register: &Register, question: &Question) -> Published {
    let resolved = ResolvedQuestion::of(register, question);
    let (counting, progressions): (Vec<Lead>, Vec<Lead>) =
        resolved.leads(register).into_iter().partition(|lead| lead.counts_credit);
    let (full, contributions): (Vec<Lead>, Vec<Lead>) =
        counting.into_iter().partition(|lead| lead.kind == StackKind::FullStack);
    let mut ways: Vec<PublishedWay> = full.into_iter().map(PublishedWay::of).collect();
    ways.sort_by(|one, other| one.rank().cmp(&other.rank()));
    let (mut blocks, mut notes) = (resolved.blocks, resolved.notes);
    match resolved.goal.as_ref().filter(|_| ways.is_empty()) {
        Some(goal) if goal.kind == TargetKind::Qualification => {
            blocks.push(Remark::new(Reason::NoPublishedWay, &goal.title));
        }
        Some(goal) => notes.push(Remark::new(Reason::TakenWhole, &goal.title)),
        None => {}
    }
    blocks.extend(remark::about_held(&contributions));
    Published { goal: resolved.goal, advice: ADVICE, ways, contributions, progressions, blocks, notes }
}

impl PublishedWay {
    fn of(lead: Lead) -> Self {
        let credits_left = sum(lead.parts.iter().filter(|part| is_open(part)).map(|part| match part.state {
            State::Needed if !part.equivalency => part.credits,
            _ => None,
        }));
        Self {
            credits_held: lead.credits_held(),
            credits_left,
            hours_left: credits_left.map(Credits::hours),
            blocks: lead.parts.iter().filter_map(remark::about_part).collect(),
            lead,
        }
    }

    fn rank(&self) -> (bool, Option<Credits>, &str) {
        (self.credits_left.is_none(), self.credits_left, &self.lead.stack)
    }
}

/// Whether something is still to be done for a part: also for an equivalency statement that is held,
/// since the provider decides whether it is recognised.
fn is_open(part: &PartState) -> bool {
    part.state != State::Held || part.equivalency
}
