//! What comes of a pathway: the audit of each goal and the plan, worked out once for all that shows them.

use crate::browser::slices::Slices;
use crate::domain::day::Day;
use crate::domain::pathways::{Asked, JointGoal, JointPlan, Pathway, Plan, PlanSettings, Standing, Way};
use crate::domain::register::Register;
use crate::ui::long_work::LongWork;
use crate::ui::providers::{use_pathway, use_today};
use leptos::prelude::*;
use std::sync::Arc;

/// What is found for a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The question.
    pub asked: Asked,
    /// The goals, and the ways there.
    joint: JointPlan,
}

/// What is found for the pathway on screen, and what somebody chooses of it.
#[derive(Clone, Copy)]
pub struct FoundContext {
    /// Which of the ways is on screen.
    pub chosen: RwSignal<usize>,
    found: LongWork<Arc<Found>>,
}

impl FoundContext {
    /// Follows the pathway on screen.
    pub fn new(register: Arc<Register>) -> Self {
        let (pathway, today) = (use_pathway(), use_today());
        let chosen = RwSignal::new(0);
        let asked = Memo::new(move |_| Found::asked(&pathway.get(), pathway.settings(), today.get()));
        let found = LongWork::new(asked, async move |asked, slices| {
            Arc::new(Found::of(&register, asked, slices).await)
        });
        Self { chosen, found }
    }

    /// What is found; nothing without a goal.
    pub fn get(self) -> Option<Arc<Found>> {
        self.found.get()
    }

    /// Whether something is found, or nothing is to be found.
    pub fn is_answered(self) -> bool {
        self.found.is_answered()
    }

    /// Whether it is still being worked out.
    pub fn is_working(self) -> bool {
        self.found.is_working()
    }
}

impl Found {
    /// What is asked for a pathway on a day; nothing without a goal.
    pub fn asked(pathway: &Pathway, settings: PlanSettings, on: Day) -> Option<Asked> {
        let PlanSettings { prefer, hours_a_week } = settings;
        Some(Asked { prefer, hours_a_week: Some(hours_a_week), ..pathway.asked(Some(on))? })
    }

    /// What is found for a question.
    pub async fn of(register: &Register, asked: Asked, slices: &Slices) -> Self {
        let joint = JointPlan::in_parts(register, &asked, &slices.pauses()).await;
        Self { asked, joint }
    }

    /// The goals, each with what is held towards it.
    pub fn goals(&self) -> &[JointGoal] {
        &self.joint.goals
    }

    /// The goals that the plan is for.
    pub fn planned(&self) -> impl Iterator<Item = &JointGoal> {
        self.joint.planned()
    }

    /// Whether there are several goals.
    pub fn is_joint(&self) -> bool {
        self.goals().len() > 1
    }

    /// The ways there.
    pub fn plan(&self) -> &Plan {
        &self.joint.plan
    }

    /// The way that is chosen, or the best where there are fewer now.
    pub fn way(&self, chosen: usize) -> Option<&Way> {
        self.plan().plans.get(chosen).or(self.plan().plans.first())
    }

    /// Where somebody stands who goes the way that is chosen.
    pub fn standing(&self, chosen: usize) -> Standing {
        self.joint.standing(self.way(chosen))
    }

    /// Where they stand then towards one of the goals.
    pub fn standing_towards(&self, goal: &JointGoal, chosen: usize) -> Standing {
        self.joint.standing_towards(goal, self.way(chosen))
    }
}
