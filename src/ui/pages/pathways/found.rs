//! What comes of a pathway: the audit and the plan, worked out once for all that shows them.

use crate::domain::day::Day;
use crate::domain::pathways::{Asked, Audit, Pathway, Plan, Preference, Standing, Way, audit, plan_beside};
use crate::domain::register::Register;
use crate::ui::providers::{use_pathway, use_today};
use leptos::prelude::*;
use std::slice;
use std::sync::Arc;

/// The hours of study a week that are taken for somebody who says nothing.
pub const HOURS_A_WEEK: u32 = 8;

/// What is found for a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The question.
    pub asked: Asked,
    /// What is held towards the goal.
    pub audit: Audit,
    /// The ways there.
    pub plan: Plan,
}

/// What is found for the pathway on screen, and what somebody chooses of it.
#[derive(Clone, Copy)]
pub struct FoundContext {
    /// Hours of study a week.
    pub hours: RwSignal<u32>,
    /// What comes first when ways are compared.
    pub prefer: RwSignal<Preference>,
    /// Which of the ways is on screen.
    pub chosen: RwSignal<usize>,
    found: Memo<Option<Arc<Found>>>,
}

impl FoundContext {
    /// Follows the pathway on screen.
    pub fn new(register: Arc<Register>) -> Self {
        let (pathway, today) = (use_pathway(), use_today());
        let hours = RwSignal::new(HOURS_A_WEEK);
        let prefer = RwSignal::new(Preference::Credits);
        let chosen = RwSignal::new(0);
        let found = Memo::new(move |_| {
            let found = Found::of(&register, &pathway.get(), prefer.get(), hours.get(), today.get());
            found.map(Arc::new)
        });
        Self { hours, prefer, chosen, found }
    }

    /// What is found; nothing without a goal.
    pub fn get(self) -> Option<Arc<Found>> {
        self.found.get()
    }
}

impl Found {
    /// What is found for a pathway on a day; nothing without a goal.
    pub fn of(
        register: &Register,
        pathway: &Pathway,
        prefer: Preference,
        hours: u32,
        on: Day,
    ) -> Option<Self> {
        let asked = Asked {
            further_goals: Vec::new(),
            prefer,
            hours_a_week: Some(hours),
            ..pathway.asked(Some(on))?
        };
        let audit = audit(register, &asked);
        let plan = plan_beside(register, &asked, slice::from_ref(&audit));
        Some(Self { asked, audit, plan })
    }

    /// The way that is chosen, or the best where there are fewer now.
    pub fn way(&self, chosen: usize) -> Option<&Way> {
        self.plan.plans.get(chosen).or(self.plan.plans.first())
    }

    /// Where somebody stands who goes the way that is chosen.
    pub fn standing(&self, chosen: usize) -> Standing {
        Standing::of(&self.audit, &self.plan, self.way(chosen))
    }
}
