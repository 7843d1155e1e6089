//! A way that can be read, from a set of steps: what each counts for, and in what order they are taken.

use super::offers::Offer;
use super::search::Problem;
use super::ways::{Planner, Searched};
use super::{Step, Way};
use crate::domain::day::Day;
use crate::domain::measure::Credits;
use crate::domain::pathways::assignment::{Assignment, Instance, Work};
use crate::domain::pathways::learning::What;
use crate::domain::pathways::tree::Mode;
use crate::domain::register::StackKind;
use std::collections::BTreeSet;

/// What a step counts for.
struct Served {
    /// The first place of a requirement.
    first: usize,
    /// The ids of all requirements.
    ids: Vec<String>,
    /// The places of the goals.
    goals: Vec<usize>,
    /// The last day on which one of the requirements is in force.
    until: Option<Day>,
}

impl Planner<'_> {
    /// The way that a set of steps is.
    pub async fn way(&self, searched: &Searched<'_>, set: &[usize], pause: &impl AsyncFn()) -> Way {
        let Searched { problem, roots, mode, .. } = searched;
        let filled = self.filled(problem, set, pause).await;
        let mut steps = self.in_order(self.steps(searched, set, &filled));
        let begin_by = self.add_dates(searched, &mut steps);
        let hours = set.iter().map(|at| self.hours(searched.offers.get(*at)?)).sum::<Option<u32>>();
        let weeks = hours.and_then(|hours| self.weeks(hours));
        let mut taken = Vec::new();
        for (at, step) in &mut steps {
            // What comes too late counts for nothing then.
            taken.extend(step.too_late().is_none().then_some(*at));
            let available = problem.available(taken.iter().copied());
            for goal in &self.goals {
                step.if_you_stop.push(goal.with(&available, pause).await);
            }
        }
        let available = problem.available(set.iter().copied());
        let mut left = Vec::new();
        for (at, ((goal, root), filled)) in self.goals.iter().zip(roots).zip(&filled).enumerate() {
            left.extend(goal.left(at, root, &available, filled, pause).await);
        }
        let steps: Vec<Step> = steps.into_iter().map(|(_, step)| step).collect();
        let mut providers: Vec<String> = Vec::new();
        for provider in steps.iter().filter_map(|step| step.provider.as_ref()) {
            if !providers.contains(provider) {
                providers.push(provider.clone());
            }
        }
        let credits: Option<Credits> = steps.iter().map(|step| step.credits).sum();
        Way {
            credits,
            hours: credits.map(Credits::hours),
            awards: steps.len(),
            weeks,
            done: self.day_after(weeks),
            begin_by,
            fees: steps.iter().map(|step| step.fee).sum::<Option<_>>().filter(|_| !steps.is_empty()),
            providers,
            firm: *mode == Mode::Firm && self.goals.iter().all(|goal| goal.resolved.is_stated),
            left,
            steps,
        }
    }

    /// What counts for what in each goal once all steps of a set are taken.
    async fn filled(&self, problem: &Problem, set: &[usize], pause: &impl AsyncFn()) -> Vec<Assignment> {
        let best = async |goal: &Instance| goal.solve(&Work::new(), pause).await;
        let complete = async |goal: &Instance| (Some(best(goal).await).filter(|best| best.complete), true);
        let mut filled = problem.filled_in_time(set, &complete).await.0.unwrap_or_default();
        // Where that was too much work, what fills most is as good as can be said.
        let available = problem.available(set.iter().copied());
        for goal in problem.goals.iter().skip(filled.len()) {
            filled.push(best(&goal.only(&available)).await);
        }
        filled
    }

    /// The steps of a set with their places in it: what ends first, then what its source names first, then the lower
    /// level.
    fn steps(&self, searched: &Searched<'_>, set: &[usize], filled: &[Assignment]) -> Vec<(usize, Step)> {
        let Searched { offers, alike, .. } = searched;
        let mut steps: Vec<(usize, usize, Step)> = set
            .iter()
            .filter_map(|at| {
                let offer = offers.get(*at)?;
                let others = (0..offers.len())
                    .filter(|other| alike.get(*other) == alike.get(*at) && !set.contains(other));
                let or = others.filter_map(|other| Some(offers.get(other)?.what.key().to_owned()));
                let Served { first, ids, goals, until } = self.serves(offer, filled);
                let mut ids = ids.into_iter();
                let step = Step {
                    what: offer.what.clone(),
                    title: offer.title.clone(),
                    level: offer.level,
                    credits: offer.credits,
                    serves: ids.next(),
                    also_for: ids.collect(),
                    towards: goals,
                    or: or.collect(),
                    after: Vec::new(),
                    weeks: self.hours(offer).and_then(|hours| self.weeks(hours)),
                    fee: offer.fee,
                    provider: offer.provider.clone(),
                    until,
                    cautions: offer.cautions.clone(),
                    if_you_stop: Vec::new(),
                };
                Some((first, *at, step))
            })
            .collect();
        steps.sort_by(|(first, _, one), (next, _, other)| {
            let key = |step: &Step, place: &usize| {
                (step.until.is_none(), step.until, *place, step.level, step.what.clone())
            };
            key(one, first).cmp(&key(other, next))
        });
        steps.into_iter().map(|(_, at, step)| (at, step)).collect()
    }

    fn serves(&self, offer: &Offer, filled: &[Assignment]) -> Served {
        let (mut first, mut ids, mut goals, mut until) = (usize::MAX, Vec::new(), Vec::new(), None);
        for (at, (goal, assignment)) in self.goals.iter().zip(filled).enumerate() {
            let places =
                offer.units.iter().filter_map(|unit| assignment.placed.get(*unit).copied().flatten());
            let places: BTreeSet<usize> = places.collect();
            first = places.first().copied().map_or(first, |place| place.min(first));
            goals.extend((!places.is_empty()).then_some(at));
            let branches = goal.tree.root.each();
            for place in places {
                let of_leaf = branches.iter().find(|branch| branch.leaf() == Some(place));
                ids.extend(of_leaf.map(|branch| branch.id.clone()));
                let ends = goal.tree.leaves.get(place).and_then(|leaf| leaf.until);
                until = [until, ends].into_iter().flatten().min();
            }
        }
        Served { first, ids, goals, until }
    }

    /// The steps so that what leads to another comes before it; else as they are.
    fn in_order(&self, steps: Vec<(usize, Step)>) -> Vec<(usize, Step)> {
        let keys: BTreeSet<String> = steps.iter().map(|(_, step)| step.what.key().to_owned()).collect();
        let is_held = |key: &str| {
            self.pieces
                .units
                .iter()
                .any(|unit| unit.name == key && unit.what != What::Remainder && !unit.holdings.is_empty())
        };
        let mut waiting: Vec<(usize, Step)> = steps;
        for (_, step) in &mut waiting {
            let before = self.register.stacks_to(step.what.key()).filter(|stack| {
                matches!(
                    stack.kind,
                    StackKind::EntryRequirement | StackKind::Progression | StackKind::PartialCredit
                )
            });
            let mut after: Vec<String> =
                before.flat_map(|stack| stack.parts.iter().filter_map(|part| part.key.clone())).collect();
            after.retain(|key| keys.contains(key) || is_held(key));
            after.dedup();
            step.after = after;
        }
        let mut ordered: Vec<(usize, Step)> = Vec::new();
        while !waiting.is_empty() {
            let is_ready = |(_, step): &(usize, Step)| {
                let waits_for = |key: &String| {
                    waiting.iter().any(|(_, other)| other.what.key() == key && other.what != step.what)
                };
                !step.after.iter().any(waits_for)
            };
            // Where sources go round in a circle, the first goes first.
            let next = waiting.iter().position(is_ready).unwrap_or_default();
            ordered.push(waiting.remove(next));
        }
        ordered
    }
}
