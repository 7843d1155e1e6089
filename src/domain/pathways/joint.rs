//! Several goals at once: what is held towards each, and one plan for all that are in reach.

use super::asked::Asked;
use super::audit::audit_in_parts;
use super::plan::{Plan, Way, plan_in_parts};
use super::{Audit, Standing};
use crate::domain::parts::{at_once, no_pause};
use crate::domain::register::Register;
use std::slice;

/// One goal or several, with one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct JointPlan {
    /// The goals, in the order of the question.
    pub goals: Vec<JointGoal>,
    /// The best ways to all goals; where there is none, to those that are not done and to each of which there is
    /// one.
    pub plan: Plan,
}

/// One of several goals.
#[derive(Clone, Debug, PartialEq)]
pub struct JointGoal {
    /// What is held towards it.
    pub audit: Audit,
    /// Where it is no part of the plan for all: why, or nothing where it is done.
    apart: Option<Apart>,
}

/// Why a goal is no part of the plan for all.
#[derive(Clone, Debug, PartialEq)]
enum Apart {
    Done,
    /// There is no way to it, as its own plan says.
    OutOfReach(Box<Plan>),
}

impl JointPlan {
    /// The best ways to all goals of a question, or to as many as are in reach.
    pub fn of(register: &Register, asked: &Asked) -> Self {
        at_once(Self::in_parts(register, asked, &no_pause))
    }

    /// The same, with a pause between parts of the work.
    pub async fn in_parts(register: &Register, asked: &Asked, pause: &impl AsyncFn()) -> Self {
        let mut audits = Vec::new();
        for goal in asked.each_goal() {
            audits.push(audit_in_parts(register, &goal, pause).await);
            pause().await;
        }
        let plan = plan_in_parts(register, asked, &audits, pause).await;
        let is_apart = audits.len() > 1 && plan.plans.is_empty();
        let mut goals = Vec::new();
        for (asked, audit) in asked.each_goal().zip(audits) {
            let apart = if is_apart { Apart::of(register, &asked, &audit, pause).await } else { None };
            goals.push(JointGoal { audit, apart });
        }
        let (in_reach, audits): (Vec<_>, Vec<_>) = asked
            .goals()
            .zip(&goals)
            .filter(|(_, goal)| goal.is_planned())
            .map(|(asked, goal)| (asked.clone(), goal.audit.clone()))
            .unzip();
        let mut in_reach = in_reach.into_iter();
        let plan = match in_reach.next() {
            Some(goal) if is_apart => {
                let asked = Asked { goal, further_goals: in_reach.collect(), ..asked.clone() };
                plan_in_parts(register, &asked, &audits, pause).await
            }
            _ => plan,
        };
        Self { goals, plan }
    }

    /// The goals that the plan is for.
    pub fn planned(&self) -> impl Iterator<Item = &JointGoal> {
        self.goals.iter().filter(|goal| goal.is_planned())
    }

    /// Where somebody stands towards one of the goals, who goes a way of the plan.
    pub fn standing_towards(&self, goal: &JointGoal, way: Option<&Way>) -> Standing {
        match &goal.apart {
            Some(Apart::OutOfReach(own)) => Standing::of(&goal.audit, own, None),
            Some(Apart::Done) | None => Standing::of(&goal.audit, &self.plan, way),
        }
    }

    /// Where somebody stands towards all of them together, as far as the plan is for them.
    pub fn standing(&self, way: Option<&Way>) -> Standing {
        match self.goals.as_slice() {
            [only] => self.standing_towards(only, way),
            several if several.iter().all(|goal| goal.audit.complete == Some(true)) => Standing::Complete,
            _ => match way {
                Some(way) => Standing::on_way(way, None),
                None => Standing::NoWay(self.plan.why_none.clone().unwrap_or_default()),
            },
        }
    }
}

impl JointGoal {
    /// Whether the plan for all is for this one too.
    pub fn is_planned(&self) -> bool {
        self.apart.is_none()
    }
}

impl Apart {
    /// Why a goal has to stay apart; nothing where there is a way to it.
    async fn of(register: &Register, asked: &Asked, audit: &Audit, pause: &impl AsyncFn()) -> Option<Self> {
        if audit.complete == Some(true) {
            return Some(Self::Done);
        }
        let own = plan_in_parts(register, asked, slice::from_ref(audit), pause).await;
        own.plans.is_empty().then(|| Self::OutOfReach(Box::new(own)))
    }
}
