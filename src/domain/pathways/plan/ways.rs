//! From a question to the sets of steps that answer it.

use super::goal::{PlannerGoal, with_units};
use super::in_time::without_what_is_too_slow;
use super::needs;
use super::offers::{self, Offer};
use super::search::{Found, Problem, Respect};
use super::{Preference, Way};
use crate::domain::day::whole_weeks;
use crate::domain::pathways::asked::Asked;
use crate::domain::pathways::learning::{HeldOn, Pieces};
use crate::domain::pathways::relations::ResolvedGoal;
use crate::domain::pathways::tree::{Branch, Mode};
use crate::domain::register::Register;
use std::collections::BTreeMap;

/// The ways that were found.
#[derive(Debug, Default)]
pub(super) struct Ways {
    pub ways: Vec<Way>,
    pub is_certain: bool,
    pub may_have_more: bool,
}

/// What was searched: sets of steps name these by their places.
pub(super) struct Searched<'a> {
    pub problem: Problem,
    /// What is asked for of each goal.
    pub roots: Vec<Branch>,
    /// What each step is.
    pub offers: Vec<&'a Offer>,
    /// For each step, the number of the first that would do the same.
    pub alike: Vec<usize>,
    pub mode: Mode,
}

/// What is asked for, and everything that is held and can be taken.
pub(super) struct Planner<'a> {
    pub register: &'a Register,
    pub asked: &'a Asked,
    pub goals: Vec<PlannerGoal<'a>>,
    /// What is held and what is listed.
    pub pieces: &'a Pieces,
    held: Vec<bool>,
    offers: Vec<Offer>,
}

/// The ways to what is asked for; none where no source says what a goal asks for. There is a pause between parts
/// of the work.
pub(super) async fn find(register: &Register, asked: &Asked, pause: &impl AsyncFn()) -> Ways {
    let held = HeldOn::of(&asked.holdings, asked.on);
    let own = Pieces::of(register, &held);
    let resolve = |goal| ResolvedGoal::of(register, goal, &held, asked.on, &own);
    let resolved: Vec<ResolvedGoal> = asked.goals().map(resolve).collect();
    let pieces = own.clone().with_all_listed(register, pause).await;
    pause().await;
    let goals: Option<Vec<PlannerGoal<'_>>> =
        resolved.into_iter().map(|goal| PlannerGoal::of(goal, &pieces)).collect();
    let Some(goals) = goals else { return Ways { is_certain: true, ..Ways::default() } };
    pause().await;
    let offers = offers::all(register, &pieces, &held);
    pause().await;
    let held = pieces.units.iter().map(|unit| !unit.holdings.is_empty()).collect();
    let planner = Planner { register, asked, goals, pieces: &pieces, held, offers };
    // A pace can be changed: a way that is too slow is better than none.
    let passes: &[bool] = if planner.has_ends() { &[true, false] } else { &[false] };
    let mut is_certain = true;
    for is_in_time in passes {
        for mode in [Mode::Firm, Mode::Likely] {
            let Some(found) = planner.ways(mode, *is_in_time, pause).await else { continue };
            is_certain &= found.is_certain;
            if !found.ways.is_empty() {
                return Ways { is_certain, ..found };
            }
        }
    }
    Ways { is_certain, ..Ways::default() }
}

impl Planner<'_> {
    /// Whether anything ends that steps may count for, and the pace at which they are taken is known.
    fn has_ends(&self) -> bool {
        self.goals.iter().flat_map(|goal| self.ends(goal)).any(|ends| ends.is_some())
    }

    /// The hours of study after which each leaf of a goal takes nothing more: those of the whole weeks till then. None
    /// where it lasts, or the pace is not known.
    fn ends(&self, goal: &PlannerGoal<'_>) -> Vec<Option<u32>> {
        let until =
            |until| Some(whole_weeks(self.asked.on?, until)?.saturating_mul(self.asked.hours_a_week?));
        goal.tree.leaves.iter().map(|leaf| until(leaf.until?)).collect()
    }

    /// The hours that an offer takes at the pace of the question.
    pub fn hours(&self, offer: &Offer) -> Option<u32> {
        offer.hours(self.asked.hours_a_week?)
    }

    /// The weeks in which so many hours are studied at the pace of the question.
    pub fn weeks(&self, hours: u32) -> Option<u32> {
        Some(hours.div_ceil(self.asked.hours_a_week?.max(1)))
    }

    /// The hours that each piece takes at least: none where it is held, or no offer says so.
    fn hours_of_units(&self) -> Vec<u32> {
        let mut hours: Vec<Option<u32>> = vec![None; self.held.len()];
        for offer in &self.offers {
            let own = self.hours(offer).unwrap_or_default();
            for unit in &offer.units {
                let hours = hours.get_mut(*unit).into_iter();
                hours.for_each(|hours| *hours = Some(hours.map_or(own, |hours| hours.min(own))));
            }
        }
        let is_held = |(hours, is_held): (Option<u32>, &bool)| hours.filter(|_| !is_held).unwrap_or_default();
        hours.into_iter().zip(&self.held).map(is_held).collect()
    }

    /// The ways by what counts in a mode, where steps are to be in time or not; nothing where some goal is out
    /// of reach.
    async fn ways(&self, mode: Mode, is_in_time: bool, pause: &impl AsyncFn()) -> Option<Ways> {
        let mut roots = Vec::new();
        let mut instances = Vec::new();
        let in_reach = with_units(&self.held, self.offers.iter().flat_map(|offer| &offer.units));
        // What is too slow is out of reach, so that what people judge may take its place.
        let ends: Vec<Vec<Option<u32>>> =
            self.goals.iter().map(|goal| if is_in_time { self.ends(goal) } else { Vec::new() }).collect();
        let hours = self.hours_of_units();
        for (PlannerGoal { tree, .. }, ends) in self.goals.iter().zip(&ends) {
            pause().await;
            let instance = without_what_is_too_slow(tree.instance(self.pieces, mode), ends, &hours);
            let root = needs::kept(tree, &tree.root, &|leaf| instance.can_be_filled(leaf, &in_reach))?;
            instances.push(instance.with_needs_of(root.need()));
            roots.push(root);
        }
        pause().await;
        let reaches = |offer: &&Offer| {
            let units = || offer.units.iter();
            instances.iter().any(|goal| {
                units().any(|unit| goal.units.get(*unit).is_some_and(|unit| !unit.places.is_empty()))
            })
        };
        let offers: Vec<&Offer> = self.offers.iter().filter(reaches).collect();
        let mut providers = BTreeMap::new();
        let steps = offers.iter().map(|offer| {
            let number = providers.len();
            let provider = offer.provider.as_ref().map(|name| *providers.entry(name).or_insert(number));
            offer.for_search(self.hours(offer), provider)
        });
        let problem = Problem {
            steps: steps.collect(),
            held: self.held.clone(),
            goals: instances,
            ends,
            respects: self.respects(),
        };
        pause().await;
        let Found { sets, alike, is_certain, may_have_more } = problem.solve(pause).await;
        let searched = Searched { problem, roots, offers, alike, mode };
        let mut ways = Vec::new();
        for set in sets {
            ways.push(self.way(&searched, &set, pause).await);
        }
        Some(Ways { ways, is_certain, may_have_more })
    }

    /// What is surely on offer goes first in any case.
    fn respects(&self) -> Vec<Respect> {
        let first = match self.asked.prefer {
            Preference::Credits => None,
            Preference::Awards => Some(Respect::Awards),
            Preference::Time => Some(Respect::Hours),
            Preference::Fees => Some(Respect::Cents),
            Preference::Provider => Some(Respect::Providers),
        };
        let mut respects = vec![Respect::Doubts];
        respects.extend(first);
        respects.extend([Respect::Credits, Respect::Awards].into_iter().filter(|each| Some(*each) != first));
        respects
    }
}
