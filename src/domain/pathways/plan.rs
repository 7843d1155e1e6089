//! The best ways from what is held to one goal or several, and what each step is worth if somebody stops there.
//!
//! What can be taken is everything that the register lists and that is open to new learners. Sets of steps that
//! fill the goals are searched for exactly ([`search`]), first with what counts by what sources state, and only
//! where that leads nowhere with what may count if a provider agrees. What only a person can judge, and what
//! stands on no register, is no step: it is what is left beside them ([`needs`]).

mod bounds;
mod dates;
pub(super) mod goal;
mod in_time;
mod needs;
pub(super) mod offers;
mod search;
mod way;
mod ways;

use super::asked::Asked;
use super::{ADVICE, Audit, Reason, Remark, Sum, audit};
use crate::domain::Problem;
use crate::domain::day::Day;
use crate::domain::goal::LearningKind;
use crate::domain::json::Fields;
use crate::domain::measure::{Credits, Dollars, Level, NotionalHours};
use crate::domain::parts::{at_once, no_pause};
use crate::domain::register::{Register, Stamp};
use crate::domain::vocabulary::vocabulary;
use serde::Serialize;

/// The name and number of the plan's format.
pub const FORMAT: &str = "waymark.plan/2";

vocabulary! {
    /// What comes first when ways to a goal are compared.
    Preference of PREFERENCE {
        Credits = "credits",
        Awards = "awards",
        Time = "time",
        Fees = "fees",
        Provider = "provider",
    }
}

/// The best ways to one goal or several (`waymark.plan/2`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plan {
    /// Always `waymark.plan/2`.
    pub format: &'static str,
    /// The goals, in the order of the question.
    pub goals: Vec<PlannedGoal>,
    /// The day for which the question was asked.
    pub on: Option<Day>,
    /// What this is, and who decides.
    pub advice: &'static str,
    /// What comes first when ways are compared.
    pub prefer: Preference,
    /// The ways, the best first. No other way is at least as good as one of them in every respect and better in
    /// one.
    pub plans: Vec<Way>,
    /// Whether it is certain that no way is better than the first, or that there is none.
    pub optimal: bool,
    /// Whether there may be more ways that no other beats.
    pub more: bool,
    /// Where there is no way: why.
    pub why_none: Option<String>,
    /// What else to know.
    pub notes: Vec<Remark>,
    /// What in the question could not be understood.
    pub problems: Vec<Problem>,
    /// The register that was used.
    pub register: Stamp,
}

/// A goal, and how far it is filled by what is held.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlannedGoal {
    /// Its key, where it is on the register.
    pub key: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// Whether it is filled; none while only judgements, components or possible credits are open.
    pub complete: Option<bool>,
    /// The credits that count for it, and that may.
    pub credits: Sum,
}

/// A way to the goals.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Way {
    /// What to take, in this order.
    pub steps: Vec<Step>,
    /// The credits of all steps, where each is stated.
    pub credits: Option<Credits>,
    /// The notional hours that those credits mean.
    pub hours: Option<NotionalHours>,
    /// How many steps there are.
    pub awards: usize,
    /// The weeks that they take one after another, where the hours a week are given and all credits are stated: the
    /// hours of all of them are divided once.
    pub weeks: Option<u32>,
    /// The day on which those weeks end.
    pub done: Option<Day>,
    /// The last day to begin at this pace for all steps to count, where some count for what ends.
    pub begin_by: Option<Day>,
    /// What they cost, where the register says so of each.
    pub fees: Option<Dollars>,
    /// Who offers or develops them, each once.
    pub providers: Vec<String>,
    /// Whether all of it counts by what sources state; else a provider has to agree, or what a goal asks for is only
    /// planned or inferred.
    pub firm: bool,
    /// What is for a person to judge, or stands on no register, and is left to do beside the steps.
    pub left: Vec<Left>,
}

/// Something to take.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// What it is.
    #[serde(flatten)]
    pub what: StepKey,
    /// What it is called, where the register says so.
    pub title: Option<String>,
    /// Its level.
    pub level: Option<Level>,
    /// The credits that are still to be done.
    pub credits: Option<Credits>,
    /// The id of the requirement for which it counts.
    #[serde(rename = "for")]
    pub serves: Option<String>,
    /// The ids of further requirements for which it counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_for: Vec<String>,
    /// The goals for which it counts, by their places in the plan.
    pub towards: Vec<usize>,
    /// Others that would do the same in every respect.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub or: Vec<String>,
    /// What the register says leads to it, and is held or an earlier step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// The weeks that it takes.
    pub weeks: Option<u32>,
    /// What it costs.
    pub fee: Option<Dollars>,
    /// Who offers or develops it.
    pub provider: Option<String>,
    /// The last day on which its requirement is in force.
    pub until: Option<Day>,
    /// What to look out for.
    pub cautions: Vec<Remark>,
    /// What somebody has who stops after it.
    pub if_you_stop: Vec<PlannedGoal>,
}

/// What a step is, named as in a holding: its key, or the number of a standard.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is named as in a holding")]
pub enum StepKey {
    Credential(String),
    Standard(String),
    Qualification(String),
}

impl StepKey {
    pub(super) fn read(step: &mut Fields) -> Option<Self> {
        let credential = step.text("credential").map(Self::Credential);
        let standard = || step.text("standard").map(Self::Standard);
        let known = credential.or_else(standard);
        known.or_else(|| step.text("qualification").map(Self::Qualification))
    }

    /// The kind of learning that it is.
    pub fn kind(&self) -> LearningKind {
        match self {
            Self::Credential(_) => LearningKind::Credential,
            Self::Standard(_) => LearningKind::Standard,
            Self::Qualification(_) => LearningKind::Qualification,
        }
    }

    /// The key, or the number of a standard.
    pub fn key(&self) -> &str {
        match self {
            Self::Credential(key) | Self::Standard(key) | Self::Qualification(key) => key,
        }
    }
}

/// What is left to do beside the steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The goal that asks for it, by its place in the plan.
    pub goal: usize,
    /// The id of the requirement.
    pub id: String,
    /// What it asks for.
    pub says: String,
    /// Its credits, where they are known.
    pub credits: Option<Credits>,
    /// Whether a person teaches or judges it; else any credits of the kind that it asks for do.
    pub judged: bool,
}

/// The most hours of study in a week that anybody is told to plan with.
pub const MOST_HOURS_A_WEEK: u32 = 60;

const NO_WAY: &str = "Nothing that is open to new learners here fills what is asked for. Ask a provider what it would \
                      recognise.";
const TOO_MANY: &str = "There are too many ways to look at them all, and none of those that were looked at fills what \
                        is asked for.";

/// The best ways to what is asked for.
pub fn plan(register: &Register, asked: &Asked) -> Plan {
    let audits: Vec<Audit> = asked.each_goal().map(|goal| audit(register, &goal)).collect();
    at_once(plan_in_parts(register, asked, &audits, &no_pause))
}

/// The same for whoever has the audit of each goal already, with a pause between parts of the work.
pub async fn plan_in_parts(
    register: &Register,
    asked: &Asked,
    audits: &[Audit],
    pause: &impl AsyncFn(),
) -> Plan {
    let mut notes: Vec<Remark> = Vec::new();
    for note in audits.iter().flat_map(|audit| &audit.notes) {
        if !notes.contains(note) {
            notes.push(note.clone());
        }
    }
    let found = ways::find(register, asked, pause).await;
    let impossible = audits.iter().find_map(|audit| audit.impossible.as_ref());
    let is_reason = |note: &&Remark| {
        matches!(note.reason, Reason::UnknownGoal | Reason::NoPublishedWay | Reason::GoalStatus)
    };
    let known = impossible.map(|impossible| &impossible.says);
    let known = known.or_else(|| notes.iter().find(is_reason).map(|note| &note.says));
    let why_none = known.map_or_else(|| if found.is_certain { NO_WAY } else { TOO_MANY }, String::as_str);
    Plan {
        format: FORMAT,
        on: asked.on,
        advice: ADVICE,
        prefer: asked.prefer,
        optimal: found.is_certain,
        more: found.may_have_more,
        why_none: found.ways.is_empty().then(|| why_none.to_owned()),
        plans: found.ways,
        notes,
        problems: asked.problems.clone(),
        register: register.stamp().clone(),
        goals: audits.iter().map(PlannedGoal::of).collect(),
    }
}

impl Way {
    /// What is said of the first step that comes too late for what it counts for.
    pub fn too_late(&self) -> Option<&Remark> {
        self.steps.iter().find_map(Step::too_late)
    }
}

impl Step {
    /// What is said of it where it comes too late for what it counts for.
    pub fn too_late(&self) -> Option<&Remark> {
        self.cautions.iter().find(|caution| caution.reason == Reason::TooLate)
    }
}

impl PlannedGoal {
    fn of(audit: &Audit) -> Self {
        Self {
            key: audit.goal.as_ref().map(|goal| goal.key.clone()),
            title: audit.title.clone(),
            complete: audit.complete,
            credits: audit.credits,
        }
    }
}
