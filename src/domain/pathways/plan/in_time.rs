//! Whether steps are finished before what they count for ends.
//!
//! Steps are taken one after another, what ends first being taken first: where any order is in time, that one is
//! (Jackson's rule of the earliest due date, 1955). What has to come before a step is not looked at here.

use super::search::Problem;
use crate::domain::pathways::assignment::{Assignment, Instance, Place};

/// So many assignments are looked at for one that is in time.
const MOST_TRIES: usize = 200;

/// Steps that together take longer than there is time: one of them has to count for something that lasts.
struct Late {
    steps: Vec<usize>,
    /// The hours of study after which the last of them is of no use.
    hours: u32,
}

/// A goal without the places at which a unit would come too late even if it were taken first. `hours` are those that
/// each unit takes at least.
pub(super) fn without_what_is_too_slow(mut goal: Instance, ends: &[Option<u32>], hours: &[u32]) -> Instance {
    for (unit, hours) in goal.units.iter_mut().zip(hours) {
        let ends = |place: &Place| ends.get(place.leaf).copied().flatten();
        unit.places.retain(|place| ends(place).is_none_or(|ends| *hours <= ends));
    }
    goal
}

impl Problem {
    /// All goals filled with some steps, each of which is finished before what it counts for ends, and whether that
    /// there are no such assignments is certain. `fill` gives an assignment that fills an instance, where there is
    /// one, and whether that is certain.
    pub async fn filled_in_time(
        &self,
        steps: &[usize],
        fill: &impl AsyncFn(&Instance) -> (Option<Assignment>, bool),
    ) -> (Option<Vec<Assignment>>, bool) {
        let available = self.available(steps.iter().copied());
        let goals: Vec<Instance> = self.goals.iter().map(|goal| goal.only(&available)).collect();
        let mut open = vec![goals];
        let mut is_certain = true;
        for _ in 0..MOST_TRIES {
            let Some(goals) = open.pop() else { return (None, is_certain) };
            let mut filled = Vec::new();
            for goal in &goals {
                let (found, is_sure) = fill(goal).await;
                is_certain &= is_sure;
                match found {
                    Some(found) => filled.push(found),
                    None => break,
                }
            }
            if filled.len() < goals.len() {
                continue;
            }
            let Some(late) = self.late(steps, &filled) else { return (Some(filled), is_certain) };
            open.extend(late.steps.iter().map(|step| self.without(&goals, *step, late.hours)));
        }
        (None, false)
    }

    /// The first steps that come too late for what they count for. What several steps bring is taken as there in
    /// time.
    fn late(&self, steps: &[usize], filled: &[Assignment]) -> Option<Late> {
        let units = |step: &usize| self.steps.get(*step).map_or(&[][..], |step| &step.units);
        let is_of_one = |unit: &usize| steps.iter().filter(|step| units(step).contains(unit)).count() == 1;
        let ends_of = |step: &usize| {
            let placed = self.ends.iter().zip(filled).flat_map(|(ends, filled)| {
                let units = units(step).iter().filter(|unit| is_of_one(unit));
                units.filter_map(|unit| ends.get(filled.placed.get(*unit).copied()??).copied()?)
            });
            placed.min()
        };
        let hours = |step: usize| self.steps.get(step).map_or(0, |step| step.hours);
        let mut dated: Vec<(u32, usize)> =
            steps.iter().filter_map(|step| Some((ends_of(step)?, *step))).collect();
        dated.sort_unstable();
        let mut spent = 0_u32;
        let last = dated.iter().position(|(ends, step)| {
            spent = spent.saturating_add(hours(*step));
            spent > *ends
        })?;
        let (ends, _) = *dated.get(last)?;
        let mut steps: Vec<usize> = dated.into_iter().take(last + 1).map(|(_, step)| step).collect();
        // What comes last is tried first: it makes most of the difference.
        steps.sort_by_key(|step| hours(*step));
        Some(Late { steps, hours: ends })
    }

    /// The same goals where a step counts for nothing that ends within so many hours.
    fn without(&self, goals: &[Instance], step: usize, hours: u32) -> Vec<Instance> {
        let mut goals = goals.to_vec();
        let units = self.steps.get(step).map_or(&[][..], |step| &step.units);
        for (goal, ends) in goals.iter_mut().zip(&self.ends) {
            let lasts = |leaf: usize| ends.get(leaf).copied().flatten().is_none_or(|ends| ends > hours);
            for unit in units {
                let unit = goal.units.get_mut(*unit).into_iter();
                unit.for_each(|unit| unit.places.retain(|place| lasts(place.leaf)));
            }
        }
        goals
    }
}
