//! What the search knows without looking further: what steps can bring to a goal at most, and what it lacks at least.

use super::search::Step;
use crate::domain::pathways::assignment::Instance;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What each step can bring to a goal.
pub(super) struct Gains {
    /// The fewest credits of a step that can come to each leaf; nothing where none can.
    cheapest: Vec<u32>,
    gains: Vec<Gain>,
}

/// What a step can bring to a goal at most.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gain {
    /// The credits that can count.
    pub credits: u32,
    /// By how many credits that exceeds what the step takes: some of it is done already.
    surplus: u32,
    /// The leaves that it can fill.
    leaves: u32,
    /// The fewest credits of steps that could fill as many of the leaves that it can come to.
    worth: u32,
}

/// What a goal lacks at least.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lack {
    /// The credits that have to count.
    pub credits: u32,
    /// The leaves that have to be filled.
    pub leaves: u32,
    /// The fewest credits of steps that could fill them.
    pub worth: u32,
}

/// What a goal lacks, and what the steps that are free can bring.
pub(super) struct Outlook<'a> {
    gains: &'a Gains,
    lack: Lack,
    /// The credits that each can bring, the most first.
    largest: Vec<u32>,
    /// The most leaves that one can fill, and the most of any other.
    widest: [u32; 2],
    /// What all of them bring beyond what they take.
    surplus: u32,
}

impl Gains {
    /// What each of some steps can bring.
    pub fn of(goal: &Instance, steps: &[Step]) -> Self {
        let mut cheapest: Vec<Option<u32>> = vec![None; goal.leaves.len()];
        for step in steps {
            let units = step.units.iter().filter_map(|unit| goal.units.get(*unit));
            for place in units.flat_map(|unit| &unit.places) {
                if let Some(least) = cheapest.get_mut(place.leaf) {
                    *least = Some(least.map_or(step.credits, |least| least.min(step.credits)));
                }
            }
        }
        let cheapest: Vec<u32> = cheapest.into_iter().map(Option::unwrap_or_default).collect();
        Self { gains: steps.iter().map(|step| Gain::of(goal, step, &cheapest)).collect(), cheapest }
    }

    /// What a step can bring.
    pub fn of_step(&self, step: usize) -> Gain {
        self.gains.get(step).copied().unwrap_or_default()
    }

    /// The fewest credits of a step that can come to a leaf.
    pub fn cheapest(&self, leaf: usize) -> u32 {
        self.cheapest.get(leaf).copied().unwrap_or_default()
    }
}

impl Gain {
    fn of(goal: &Instance, step: &Step, cheapest: &[u32]) -> Self {
        let units = || {
            let units = step.units.iter().filter_map(|unit| goal.units.get(*unit));
            units.filter(|unit| !unit.places.is_empty())
        };
        let placed: u32 =
            units().filter_map(|unit| unit.places.iter().map(|place| place.credits).max()).sum();
        let atoms: BTreeSet<usize> = units().flat_map(|unit| unit.atoms.iter().copied()).collect();
        let atoms: u32 = atoms.iter().filter_map(|atom| goal.atoms.get(*atom)).sum();
        let reached: BTreeSet<usize> =
            units().flat_map(|unit| unit.places.iter().map(|place| place.leaf)).collect();
        let leaves = u32::try_from(units().count().min(reached.len())).unwrap_or(u32::MAX);
        let dearest =
            reached.iter().filter_map(|leaf| cheapest.get(*leaf)).max().copied().unwrap_or_default();
        let credits = placed.min(atoms);
        let surplus = credits.saturating_sub(step.credits);
        Self { credits, surplus, leaves, worth: leaves.saturating_mul(dearest) }
    }
}

impl<'a> Outlook<'a> {
    /// What a goal lacks, with what some steps can bring to it.
    pub fn of(gains: &'a Gains, lack: Lack, free: &[usize]) -> Self {
        let free = || free.iter().map(|step| gains.of_step(*step));
        let mut largest: Vec<u32> = free().map(|gain| gain.credits).collect();
        largest.sort_unstable_by_key(|credits| Reverse(*credits));
        let widest = free().fold([0, 0], |[most, next], gain| {
            if gain.leaves > most { [gain.leaves, most] } else { [most, next.max(gain.leaves)] }
        });
        Self { gains, lack, largest, widest, surplus: free().map(|gain| gain.surplus).sum() }
    }

    /// The credits that have to be taken at least after one of the free steps.
    pub fn credits_after(&self, step: usize) -> u32 {
        let gain = self.gains.of_step(step);
        let lacking = self.lack.credits.saturating_sub(gain.credits);
        let worth = self.lack.worth.saturating_sub(gain.worth);
        lacking.saturating_sub(self.surplus - gain.surplus).max(worth / self.widest_without(gain))
    }

    /// How many others have to be taken at least after one of the free steps.
    pub fn awards_after(&self, step: usize) -> u32 {
        let gain = self.gains.of_step(step);
        let lacking = self.lack.credits.saturating_sub(gain.credits);
        let leaves = self.lack.leaves.saturating_sub(gain.leaves);
        self.number_to_reach(lacking, gain).max(leaves.div_ceil(self.widest_without(gain)))
    }

    /// The most leaves that a step can fill, without one of the free steps.
    fn widest_without(&self, gain: Gain) -> u32 {
        let [most, next] = self.widest;
        if gain.leaves == most { next.max(1) } else { most.max(1) }
    }

    /// How many of the free steps that bring most make up a sum, without one of them.
    fn number_to_reach(&self, sum: u32, without: Gain) -> u32 {
        let mut is_left_out = false;
        let mut others = self.largest.iter().filter(|credits| {
            let is_it = !is_left_out && **credits == without.credits;
            is_left_out |= is_it;
            !is_it
        });
        let (mut reached, mut number) = (0, 0);
        while reached < sum {
            let Some(credits) = others.next() else { break };
            reached += credits;
            number += 1;
        }
        number
    }
}
