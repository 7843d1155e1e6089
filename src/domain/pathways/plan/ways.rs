//! From a question to the sets of steps that answer it, and from these to ways that can be read.

use super::goal::{PlannerGoal, with_units};
use super::in_time::without_what_is_too_slow;
use super::needs;
use super::offers::{self, Offer};
use super::search::{Found, Problem, Respect};
use super::{MOST_HOURS_A_WEEK, Preference, Step, Way};
use crate::domain::day::{Day, after_weeks, spelled, weeks_before, whole_weeks};
use crate::domain::language::Language;
use crate::domain::measure::Credits;
use crate::domain::pathways::asked::Asked;
use crate::domain::pathways::assignment::{Assignment, Instance, Work};
use crate::domain::pathways::learning::{HeldOn, Pieces, What};
use crate::domain::pathways::relations::ResolvedGoal;
use crate::domain::pathways::tree::{Branch, Mode};
use crate::domain::pathways::{Reason, Remark};
use crate::domain::register::{Register, StackKind};
use crate::domain::rulebook::{RULES, SourceDay};
use std::collections::{BTreeMap, BTreeSet};

/// The ways that were found.
#[derive(Debug, Default)]
pub(super) struct Ways {
    pub ways: Vec<Way>,
    pub is_certain: bool,
    pub may_have_more: bool,
}

/// What was searched: sets of steps name these by their places.
struct Searched<'a> {
    problem: Problem,
    /// What is asked for of each goal.
    roots: Vec<Branch>,
    /// What each step is.
    offers: Vec<&'a Offer>,
    /// For each step, the number of the first that would do the same.
    alike: Vec<usize>,
    mode: Mode,
}

struct Planner<'a> {
    register: &'a Register,
    asked: &'a Asked,
    goals: Vec<PlannerGoal<'a>>,
    /// What is held and what is listed.
    pieces: &'a Pieces,
    held: Vec<bool>,
    offers: Vec<Offer>,
}

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

    /// The weeks after which each leaf of a goal takes nothing more; none where it lasts, or how many weeks
    /// anything takes is not known.
    fn ends(&self, goal: &PlannerGoal<'_>) -> Vec<Option<u32>> {
        let on = self.asked.on.filter(|_| self.asked.hours_a_week.is_some());
        goal.tree.leaves.iter().map(|leaf| whole_weeks(on?, leaf.until?)).collect()
    }

    /// The weeks that an offer takes at the pace of the question.
    fn weeks(&self, offer: &Offer) -> Option<u32> {
        offer.weeks(self.asked.hours_a_week?)
    }

    /// The weeks that each piece takes at least: none where it is held, or no offer says so.
    fn weeks_of_units(&self) -> Vec<u32> {
        let mut weeks: Vec<Option<u32>> = vec![None; self.held.len()];
        for offer in &self.offers {
            let own = self.weeks(offer).unwrap_or_default();
            for unit in &offer.units {
                let weeks = weeks.get_mut(*unit).into_iter();
                weeks.for_each(|weeks| *weeks = Some(weeks.map_or(own, |weeks| weeks.min(own))));
            }
        }
        let is_held = |(weeks, is_held): (Option<u32>, &bool)| weeks.filter(|_| !is_held).unwrap_or_default();
        weeks.into_iter().zip(&self.held).map(is_held).collect()
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
        let weeks = self.weeks_of_units();
        for (PlannerGoal { tree, .. }, ends) in self.goals.iter().zip(&ends) {
            pause().await;
            let instance = without_what_is_too_slow(tree.instance(self.pieces, mode), ends, &weeks);
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
            offer.for_search(self.weeks(offer), provider)
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
            Preference::Time => Some(Respect::Weeks),
            Preference::Fees => Some(Respect::Cents),
            Preference::Provider => Some(Respect::Providers),
        };
        let mut respects = vec![Respect::Doubts];
        respects.extend(first);
        respects.extend([Respect::Credits, Respect::Awards].into_iter().filter(|each| Some(*each) != first));
        respects
    }

    async fn way(&self, searched: &Searched<'_>, set: &[usize], pause: &impl AsyncFn()) -> Way {
        let Searched { problem, roots, offers, alike, mode } = searched;
        let available = problem.available(set.iter().copied());
        let best = async |goal: &Instance| goal.solve(&Work::new(), pause).await;
        let complete = async |goal: &Instance| (Some(best(goal).await).filter(|best| best.complete), true);
        let mut filled = problem.filled_in_time(set, &complete).await.0.unwrap_or_default();
        // Where that was too much work, what fills most is as good as can be said.
        for goal in problem.goals.iter().skip(filled.len()) {
            filled.push(best(&goal.only(&available)).await);
        }
        let mut steps: Vec<(usize, Step, usize)> = set
            .iter()
            .filter_map(|at| {
                let offer = offers.get(*at)?;
                let others = (0..offers.len())
                    .filter(|other| alike.get(*other) == alike.get(*at) && !set.contains(other));
                let or = others.filter_map(|other| Some(offers.get(other)?.what.key().to_owned()));
                let Served { first, ids, goals, until } = self.serves(offer, &filled);
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
                    weeks: self.weeks(offer),
                    fee: offer.fee,
                    provider: offer.provider.clone(),
                    until,
                    cautions: offer.cautions.clone(),
                    if_you_stop: Vec::new(),
                };
                Some((*at, step, first))
            })
            .collect();
        // What ends first is taken first, then what its source names first, then the lower level.
        steps.sort_by(|(_, one, first), (_, other, next)| {
            let key = |step: &Step, place: &usize| {
                (step.until.is_none(), step.until, *place, step.level, step.what.clone())
            };
            key(one, first).cmp(&key(other, next))
        });
        let steps = self.in_order(steps.into_iter().map(|(at, step, _)| (at, step)).collect());
        let weeks = steps
            .iter()
            .map(|(_, step)| step.weeks)
            .sum::<Option<u32>>()
            .filter(|_| self.asked.hours_a_week.is_some());
        let (mut taken, mut spent) = (Vec::new(), Some(0_u32));
        let mut told: Vec<Step> = Vec::new();
        let mut begin_by: Option<Day> = None;
        let last = steps.last().map(|(at, _)| *at);
        for (at, mut step) in steps {
            taken.push(at);
            spent = spent.zip(step.weeks).map(|(spent, weeks)| spent.saturating_add(weeks));
            if let Some(done) = self.day_after(spent) {
                let so_far: Vec<&Offer> = taken.iter().filter_map(|at| offers.get(*at).copied()).collect();
                let in_time = self.hours_to_be_in_time(&step, &so_far);
                step.cautions.extend(self.too_late(&step, done, in_time));
                step.cautions.extend(self.reviews_before(&step, done, last == Some(at)));
            }
            let latest = step.until.zip(spent).and_then(|(until, spent)| weeks_before(until, spent));
            begin_by = [begin_by, latest].into_iter().flatten().min();
            let available = problem.available(taken.iter().copied());
            for goal in &self.goals {
                step.if_you_stop.push(goal.with(&available, pause).await);
            }
            told.push(step);
        }
        let credits: Option<Credits> = told.iter().map(|step| step.credits).sum();
        let mut left = Vec::new();
        for (at, ((goal, root), filled)) in self.goals.iter().zip(roots).zip(&filled).enumerate() {
            left.extend(goal.left(at, root, &available, filled, pause).await);
        }
        let mut providers: Vec<String> = Vec::new();
        for provider in told.iter().filter_map(|step| step.provider.as_ref()) {
            if !providers.contains(provider) {
                providers.push(provider.clone());
            }
        }
        Way {
            credits,
            hours: credits.map(Credits::hours),
            awards: told.len(),
            weeks,
            done: self.day_after(weeks),
            begin_by: begin_by.filter(|day| self.asked.on.is_none_or(|on| on <= *day)),
            fees: told.iter().map(|step| step.fee).sum::<Option<_>>().filter(|_| !told.is_empty()),
            providers,
            firm: *mode == Mode::Firm,
            left,
            steps: told,
        }
    }

    /// The fewest hours a week with which steps, of which the last is one that ends, are taken in time.
    fn hours_to_be_in_time(&self, last: &Step, steps: &[&Offer]) -> Option<u32> {
        let left = whole_weeks(self.asked.on?, last.until?)?;
        let weeks = |hours| steps.iter().map(|step| step.weeks(hours)).sum::<Option<u32>>();
        (1..=MOST_HOURS_A_WEEK).find(|hours| weeks(*hours).is_some_and(|weeks| weeks <= left))
    }

    /// That what a step counts for ends before it is done, and what pace would do.
    fn too_late(&self, step: &Step, done: Day, hours_to_be_in_time: Option<u32>) -> Option<Remark> {
        let until = step.until.filter(|until| done > *until)?;
        let title = step.title.as_deref().unwrap_or_else(|| step.what.key());
        let (until, done) = (spelled(until), spelled(done));
        let way_out = hours_to_be_in_time.map_or_else(
            || format!("even at {MOST_HOURS_A_WEEK} hours a week"),
            |hours| format!("unless you study at least {hours} hours a week"),
        );
        let about =
            format!("{title} counts here until {until}. You finish it on {done}, too late, {way_out}");
        Some(Remark::new(Reason::TooLate, &about))
    }

    /// What is due for review before a step is done. What the goals ask for has to last till the last of them is.
    fn reviews_before(&self, step: &Step, done: Day, is_last: bool) -> Vec<Remark> {
        let goals = self.goals.iter().filter_map(|goal| goal.resolved.goal.as_ref());
        let goals = goals.filter(|_| is_last).map(|goal| goal.key.as_str());
        let reviewed: BTreeSet<&str> = goals.chain([step.what.key()]).collect();
        reviewed.into_iter().filter_map(|key| self.review_before(key, done)).collect()
    }

    /// That something is due for review from the day of the question to another.
    fn review_before(&self, key: &str, done: Day) -> Option<Remark> {
        let credential = self.register.credential(key).and_then(|listed| listed.review.as_deref());
        let qualification = || self.register.qualification(key)?.review.as_deref();
        let due = SourceDay::parse(credential.or_else(qualification)?)?;
        let is_between = self.asked.on? <= due.last() && due.first() <= done;
        let title = self.register.title(key).unwrap_or(key);
        let (due, done) = (RULES.day(due, Language::ENGLISH), spelled(done));
        let about = format!("{title} is due for review in {due}; at this pace you finish on {done}");
        is_between.then(|| Remark::new(Reason::ReviewBefore, &about))
    }

    fn day_after(&self, weeks: Option<u32>) -> Option<Day> {
        after_weeks(self.asked.on?, weeks?)
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
