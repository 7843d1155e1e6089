//! The search for sets of steps that fill goals: best first, on plain numbers.
//!
//! A set of steps is compared with others in several respects ([`Respect`]), and one that another beats in every
//! respect is left out. Each node of the search is some steps taken and some ruled out. No set below it can cost
//! less than what it has taken and what is still lacking, which the solver of the audit says; nodes come in the
//! order of that bound, so the first set that fills everything is the best, and what comes later is an
//! alternative. A node whose bound is beaten in every respect is left.

use super::bounds::{Gains, Lack, Outlook};
use super::goal::with_units;
use crate::domain::pathways::assignment::{Instance, Need, Work};
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::rc::Rc;

/// The nodes that are looked at before a search gives up.
const MOST_NODES: usize = 1_000;
/// The steps among which a first set is looked for.
const FIRST_STEPS: usize = 32;
/// Of sets that cost the same in every respect, so many are kept.
const MOST_EQUALS: usize = 4;

/// What there is to take, and what it is for.
pub(super) struct Problem {
    /// What is to be filled. All goals have the same units, at the same places.
    pub goals: Vec<Instance>,
    /// For each goal, the hours of study after which each of its leaves takes nothing more; none where it lasts.
    pub ends: Vec<Vec<Option<u32>>>,
    /// Which of the units are there without any step.
    pub held: Vec<bool>,
    /// What can be taken.
    pub steps: Vec<Step>,
    /// In what respects sets are compared, the first before the others.
    pub respects: Vec<Respect>,
}

/// Something that can be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    /// The units that are there once it is taken.
    pub units: Vec<usize>,
    /// Whether it is uncertain that it can be taken at all.
    pub is_doubtful: bool,
    pub credits: u32,
    pub hours: u32,
    pub cents: u32,
    /// The number of who offers it.
    pub provider: Option<usize>,
}

/// What sets of steps are compared in; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Respect {
    /// The steps that are doubtful.
    Doubts,
    Credits,
    /// The number of steps.
    Awards,
    Hours,
    Cents,
    /// The number of different providers.
    Providers,
}

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Sets of steps, the best first. No other set beats one of them in every respect.
    pub sets: Vec<Vec<usize>>,
    /// Whether it is certain that the first is the best, or that there is none.
    pub is_certain: bool,
    /// Whether there may be more sets that no other beats.
    pub may_have_more: bool,
    /// For each step, the number of the first that would do the same in every respect.
    pub alike: Vec<usize>,
}

/// What a set costs in each respect.
type Cost = Vec<u32>;

/// A set of steps to look at.
#[derive(Default)]
struct Node {
    /// No set that contains it costs less.
    bound: Cost,
    taken: Vec<usize>,
    /// What it was chosen from, and its place there: what comes before it is ruled out.
    from: Rc<Options>,
    place: usize,
    /// Whether it is known to fill everything.
    is_complete: bool,
}

/// The steps of which one has to be taken next.
#[derive(Default)]
struct Options {
    /// The numbers of steps, of which those that are alike have one.
    ruled_out: BTreeSet<usize>,
    steps: Vec<usize>,
}

struct Search<'a> {
    problem: &'a Problem,
    /// The ways to choose in each goal; none where there are too many to look at.
    choices: Vec<Option<Vec<Need>>>,
    /// For each goal, what each step can bring.
    gains: Vec<Gains>,
    /// The number of the steps that are like it in every respect.
    classes: Vec<usize>,
    /// How much the solver may still do.
    work: Work,
    /// Whether the solver gave up on anything.
    is_uncertain: bool,
}

impl Problem {
    /// The sets of steps that fill all goals. There is a pause between parts of the work.
    pub async fn solve(&self, pause: &impl AsyncFn()) -> Found {
        let mut search = Search::of(self);
        pause().await;
        let mut found = Found { is_certain: true, ..Found::default() };
        let mut nodes = BinaryHeap::from([Node { bound: self.cost(&[]), ..Node::default() }]);
        match search.any_set(pause).await {
            Some(set) => nodes.push(Node::complete(self, set)),
            None => nodes.clear(),
        }
        let mut costs: Vec<Cost> = Vec::new();
        let mut left = MOST_NODES;
        while let Some(node) = nodes.pop() {
            let equals = costs.iter().filter(|cost| **cost == node.bound).count();
            if equals >= MOST_EQUALS {
                found.may_have_more = true;
            } else if costs.iter().any(|cost| is_beaten(&node.bound, cost))
                || found.sets.contains(&node.taken)
            {
                continue;
            } else if node.is_complete {
                costs.push(node.bound);
                found.sets.push(node.taken);
            } else if left > 0 {
                left -= 1;
                search.open(node, &mut nodes, pause).await;
                pause().await;
            } else {
                // What is open is left, and might have come before what is complete.
                found.may_have_more = true;
                found.is_certain &= !found.sets.is_empty();
                nodes.retain(|node| node.is_complete);
            }
        }
        found.sets.sort_by_cached_key(|set| (self.cost(set), set.clone()));
        found.may_have_more |= search.is_uncertain;
        found.is_certain &= !search.is_uncertain;
        found.alike = search.classes;
        found
    }

    fn cost(&self, taken: &[usize]) -> Cost {
        let steps = || taken.iter().filter_map(|step| self.steps.get(*step));
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let cost = |respect: &Respect| match respect {
            Respect::Doubts => number(steps().filter(|step| step.is_doubtful).count()),
            Respect::Credits => steps().map(|step| step.credits).sum(),
            Respect::Awards => number(taken.len()),
            Respect::Hours => steps().map(|step| step.hours).sum(),
            Respect::Cents => steps().map(|step| step.cents).sum(),
            Respect::Providers => {
                number(steps().map(|step| step.provider).collect::<BTreeSet<Option<usize>>>().len())
            }
        };
        self.respects.iter().map(cost).collect()
    }

    /// What the sets cost at least that have taken some steps, the last of which was taken where goals lacked
    /// something.
    fn bound(&self, taken: &[usize], last: usize, open: &[Outlook<'_>]) -> Cost {
        let mut cost = self.cost(taken);
        let credits = open.iter().map(|goal| goal.credits_after(last)).max().unwrap_or_default();
        let awards = open.iter().map(|goal| goal.awards_after(last)).max().unwrap_or_default();
        for (cost, respect) in cost.iter_mut().zip(&self.respects) {
            *cost += match respect {
                Respect::Credits => credits,
                Respect::Awards => awards,
                Respect::Doubts | Respect::Hours | Respect::Cents | Respect::Providers => 0,
            };
        }
        cost
    }

    /// Which units are there once some steps are taken.
    pub fn available(&self, taken: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let steps = taken.into_iter().filter_map(|step| self.steps.get(step));
        with_units(&self.held, steps.flat_map(|step| &step.units))
    }
}

/// Whether a cost is no better than another in any respect, and worse in one.
fn is_beaten(cost: &Cost, by: &Cost) -> bool {
    cost != by && cost.iter().zip(by).all(|(own, other)| own >= other)
}

impl<'a> Search<'a> {
    fn of(problem: &'a Problem) -> Self {
        Self {
            problem,
            choices: problem.goals.iter().map(|goal| goal.tree.choices()).collect(),
            gains: problem.goals.iter().map(|goal| Gains::of(goal, &problem.steps)).collect(),
            classes: classes(problem),
            work: Work::new(),
            is_uncertain: false,
        }
    }

    /// Some set that fills all goals, without which of its steps none does; nothing where all steps together do not.
    async fn any_set(&mut self, pause: &impl AsyncFn()) -> Option<Vec<usize>> {
        let problem = self.problem;
        let cost = |step: &usize| problem.cost(&[*step]);
        let mut steps: Vec<usize> = (0..problem.steps.len()).collect();
        steps.sort_by_cached_key(cost);
        // Some that cost least are mostly enough, and few are soon searched.
        let mut number = FIRST_STEPS;
        let mut set = loop {
            let few = steps.get(..number).unwrap_or(&steps);
            let is_all = few.len() == steps.len();
            let found = if is_all {
                self.used_of(few, &self.work, pause).await
            } else {
                self.used_of(few, &Work::little(), pause).await
            };
            match found {
                (Some(set), _) => break set,
                (None, is_certain) if is_all => {
                    self.is_uncertain |= !is_certain;
                    return None;
                }
                (None, _) => number *= 2,
            }
            pause().await;
        };
        // What costs most is left out first.
        set.sort_by_cached_key(|step| Reverse(cost(step)));
        let work = Work::little();
        let mut size = set.len().div_ceil(2);
        while size > 0 {
            let mut from = 0;
            while from < set.len() {
                let kept: Vec<usize> =
                    set.iter().take(from).chain(set.iter().skip(from + size)).copied().collect();
                match self.used_of(&kept, &work, pause).await {
                    (Some(_), _) => set = kept,
                    (None, _) => from += size,
                }
                pause().await;
            }
            size = if size == 1 { 0 } else { size.div_ceil(2) };
        }
        Some(self.with_first_of_alike(&set))
    }

    /// Those of some steps that are used where they fill all goals; nothing where they do not, as far as that was
    /// found out, and whether that is certain.
    async fn used_of(
        &self,
        steps: &[usize],
        work: &Work,
        pause: &impl AsyncFn(),
    ) -> (Option<Vec<usize>>, bool) {
        let available = self.problem.available(steps.iter().copied());
        let mut is_used = vec![false; available.len()];
        if self.problem.goals.iter().any(|goal| goal.lacks(&available) != Some(0)) {
            return (None, true);
        }
        let fill = async |goal: &Instance| goal.any_complete(work, pause).await;
        let (found, is_certain) = self.problem.filled_in_time(steps, &fill).await;
        let Some(found) = found else { return (None, is_certain) };
        for found in &found {
            for (is_used, placed) in is_used.iter_mut().zip(&found.placed) {
                *is_used |= placed.is_some();
            }
        }
        let is_used = |unit: &usize| is_used.get(*unit) == Some(&true);
        let uses =
            |step: &&usize| self.problem.steps.get(**step).is_some_and(|step| step.units.iter().any(is_used));
        (Some(steps.iter().filter(uses).copied().collect()), true)
    }

    /// The same set with the first of the steps that are alike, which stand for the others.
    fn with_first_of_alike(&self, set: &[usize]) -> Vec<usize> {
        let mut first: Vec<usize> = Vec::new();
        for class in set.iter().filter_map(|step| self.classes.get(*step)) {
            let alike = self.classes.iter().enumerate().filter(|(_, other)| *other == class);
            first.extend(alike.map(|(step, _)| step).find(|step| !first.contains(step)));
        }
        first.sort_unstable();
        first
    }

    /// Looks at a node, and adds those that come of it.
    async fn open(&mut self, node: Node, nodes: &mut BinaryHeap<Node>, pause: &impl AsyncFn()) {
        let problem = self.problem;
        let available = problem.available(node.taken.iter().copied());
        // The goals that are open, and what they lack.
        let mut open: Vec<(usize, Lack)> = Vec::new();
        for (at, goal) in problem.goals.iter().enumerate() {
            open.extend(self.lacks(at, goal, &available, pause).await.map(|lack| (at, lack)));
        }
        if open.is_empty() && self.is_in_time(&node.taken, pause).await {
            let mut taken = node.taken;
            taken.sort_unstable();
            nodes.push(Node::complete(problem, taken));
            return;
        }
        // Of steps that are alike one is as good as another: without the first of them there is none.
        let before =
            node.from.steps.iter().take(node.place).filter_map(|step| self.classes.get(*step).copied());
        let ruled_out: BTreeSet<usize> = node.from.ruled_out.iter().copied().chain(before).collect();
        let is_ruled_out =
            |step: &usize| self.classes.get(*step).is_some_and(|class| ruled_out.contains(class));
        let is_free = |step: &usize| !node.taken.contains(step) && !is_ruled_out(step);
        let free: Vec<usize> = (0..problem.steps.len()).filter(is_free).collect();
        let in_reach = problem.available(node.taken.iter().chain(&free).copied());
        if !open.iter().all(|(at, _)| problem.goals.get(*at).is_some_and(|goal| goal.is_in_reach(&in_reach)))
        {
            return;
        }
        // What fills everything and comes too late may be in time with any other step.
        let steps = match open.first() {
            Some((first, _)) => self.options(*first, &available, &free),
            None => self.first_of_alike(&free).collect(),
        };
        let from = Rc::new(Options { ruled_out, steps });
        let open = open.iter().filter_map(|(at, lack)| Some(Outlook::of(self.gains.get(*at)?, *lack, &free)));
        let open: Vec<Outlook<'_>> = open.collect();
        for (place, step) in from.steps.iter().enumerate() {
            let taken: Vec<usize> = node.taken.iter().copied().chain([*step]).collect();
            // No bound is below that of the node it comes from.
            let bound = problem.bound(&taken, *step, &open).into_iter().zip(&node.bound);
            let bound = bound.map(|(own, least)| own.max(*least)).collect();
            nodes.push(Node { bound, taken, from: Rc::clone(&from), place, is_complete: false });
        }
    }

    /// Whether some steps that fill all goals are finished before what they count for ends.
    async fn is_in_time(&mut self, steps: &[usize], pause: &impl AsyncFn()) -> bool {
        if self.problem.ends.iter().flatten().all(Option::is_none) {
            return true;
        }
        let fill = async |goal: &Instance| goal.any_complete(&self.work, pause).await;
        let (found, is_certain) = self.problem.filled_in_time(steps, &fill).await;
        self.is_uncertain |= found.is_none() && !is_certain;
        found.is_some()
    }

    /// Of some steps those that are the first of their kind.
    fn first_of_alike<'s>(&self, steps: impl IntoIterator<Item = &'s usize>) -> impl Iterator<Item = usize> {
        let mut seen = BTreeSet::new();
        let is_first = move |step: &usize| self.classes.get(*step).is_some_and(|class| seen.insert(*class));
        steps.into_iter().copied().filter(is_first)
    }

    /// What a goal lacks with some of its units; nothing where it lacks nothing at all.
    async fn lacks(
        &mut self,
        at: usize,
        goal: &Instance,
        available: &[bool],
        pause: &impl AsyncFn(),
    ) -> Option<Lack> {
        let cheapest = |leaf| self.gains.get(at).map_or(0, |gains| gains.cheapest(leaf));
        let of_open = |worth: &dyn Fn(usize) -> u32| {
            let lacks = |leaf| Some(if goal.can_be_filled(leaf, available) { 0 } else { worth(leaf) });
            goal.tree.lacks(&lacks).unwrap_or_default()
        };
        let lack = Lack {
            credits: goal.lacks(available).unwrap_or_default(),
            leaves: of_open(&|_| 1),
            worth: of_open(&cheapest),
        };
        // Mostly the plain sums tell, and the solver has to be asked only where they do not.
        if lack.credits > 0 || lack.leaves > 0 {
            return Some(lack);
        }
        let restricted = goal.only(available);
        let can_be_complete = restricted.can_be_complete(&self.work, pause).await;
        self.is_uncertain |= can_be_complete.is_none();
        if can_be_complete == Some(true) {
            return None;
        }
        let choices = self.choices.get(at).and_then(Option::as_ref).map_or(&[][..], |choices| choices);
        let mut least: Option<u32> = None;
        for choice in choices {
            let tree = choice.needed_by(goal);
            let needed = tree.lacks(&|leaf| Some(goal.demand(leaf).needed()));
            let restricted = Instance { tree, ..restricted.clone() };
            let most = restricted.most_credits(&self.work, pause).await;
            self.is_uncertain |= most.is_none();
            let lacks = most.zip(needed).map_or(0, |(most, needed)| needed.saturating_sub(most));
            least = Some(least.map_or(lacks, |least| least.min(lacks)));
        }
        Some(Lack { credits: least.unwrap_or_default(), ..lack })
    }

    /// The steps of which a goal needs one more at least; of steps that are alike, only the first. Where some
    /// leaf cannot be filled without one, they are those that can come to it.
    fn options(&self, at: usize, available: &[bool], free: &[usize]) -> Vec<usize> {
        let Some(goal) = self.problem.goals.get(at) else { return Vec::new() };
        let mut required = Vec::new();
        goal.tree.for_each_required_leaf(&mut |leaf| required.push(leaf));
        let short = required.iter().filter(|leaf| !goal.can_be_filled(**leaf, available));
        let reaching = |leaf: Option<usize>| -> Vec<usize> {
            let reaches = |step: &&usize| {
                let units = self.problem.steps.get(**step).map_or(&[][..], |step| &step.units);
                let mut places =
                    units.iter().filter_map(|unit| goal.units.get(*unit)).flat_map(|unit| &unit.places);
                places.any(|place| leaf.is_none_or(|leaf| place.leaf == leaf))
            };
            self.first_of_alike(free.iter().filter(reaches)).collect()
        };
        let narrowest = short.map(|leaf| reaching(Some(*leaf))).min_by_key(Vec::len);
        let mut steps = narrowest.unwrap_or_else(|| reaching(None));
        steps.sort_by_key(|step| Reverse(self.gains.get(at).map(|gains| gains.of_step(*step).credits)));
        steps
    }
}

/// For each step, the number of the first that is like it: that costs the same, can go to the same places and
/// shares no learning with anything.
fn classes(problem: &Problem) -> Vec<usize> {
    let units = problem.goals.first().map_or(&[][..], |goal| &goal.units);
    let mut owners: BTreeMap<usize, BTreeSet<Option<usize>>> = BTreeMap::new();
    let mut own = |unit: usize, owner: Option<usize>| {
        for atom in units.get(unit).into_iter().flat_map(|unit| &unit.atoms) {
            owners.entry(*atom).or_default().insert(owner);
        }
    };
    for (index, step) in problem.steps.iter().enumerate() {
        step.units.iter().for_each(|unit| own(*unit, Some(index)));
    }
    problem.held.iter().enumerate().filter(|(_, held)| **held).for_each(|(unit, _)| own(unit, None));
    let is_shared = |unit: &usize| {
        let mut atoms = units.get(*unit).into_iter().flat_map(|unit| &unit.atoms);
        atoms.any(|atom| owners.get(atom).is_some_and(|owners| owners.len() > 1))
    };
    let mut first = BTreeMap::new();
    let class = |(index, step): (usize, &Step)| {
        if step.units.iter().any(is_shared) || step.units.len() != 1 {
            return index;
        }
        let places: Vec<_> = problem
            .goals
            .iter()
            .map(|goal| step.units.iter().filter_map(|unit| goal.units.get(*unit)).map(|unit| &unit.places))
            .map(Iterator::collect::<Vec<_>>)
            .collect();
        *first.entry((places, Step { units: Vec::new(), ..step.clone() })).or_insert(index)
    };
    problem.steps.iter().enumerate().map(class).collect()
}

impl Node {
    fn complete(problem: &Problem, taken: Vec<usize>) -> Self {
        Self { bound: problem.cost(&taken), taken, is_complete: true, ..Self::default() }
    }
}

impl Ord for Node {
    /// The one with the lowest bound is the greatest, and of several the one that has taken most.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |node: &Self| (node.is_complete, node.taken.len());
        let order = other.bound.cmp(&self.bound).then_with(|| key(self).cmp(&key(other)));
        order.then_with(|| other.taken.cmp(&self.taken))
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Node {}
