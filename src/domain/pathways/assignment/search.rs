//! The search for the best assignment: branch and bound, depth first.
//!
//! Units are placed one after another, and a branch is left as soon as no completion of it can beat what was
//! found, as [`Cuts`] says. States that were met before are not searched again.

use super::cuts::Cuts;
use super::items::{Item, Items};
use super::need::Range;
use super::outcome::Outcome;
use super::placement::{Choice, Placement, Slots};
use super::{Assignment, Demand, Instance, Need, at};
use std::collections::BTreeSet;

/// The steps between two pauses.
const STEPS_A_PART: u64 = 100_000;

/// What a search is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The most credits with which everything is filled.
    Complete,
    /// Anything with which everything is filled.
    AnyComplete,
    /// The most credits.
    Credits,
}

struct Found {
    credits: u32,
    /// The choice for each item.
    placed: Vec<Option<Choice>>,
    /// What counts of each leaf that counts, where everything is filled.
    counted: Option<Vec<(usize, u32)>>,
}

/// What can come of what is placed.
struct Bound {
    credits: u32,
    /// The credits that it leaves over at the tightest cut.
    left_over: i64,
}

pub(super) struct Search<'a> {
    tree: &'a Need,
    is_sum: bool,
    aim: Aim,
    /// Only what has more credits is looked for.
    beats: Option<u32>,
    items: Items,
    cuts: Cuts,
    /// The credits that could still come to each slot, of units that share no learning.
    supply: Vec<u32>,
    /// No assignment has more credits.
    bound: u32,

    placement: Placement<'a>,
    placed: Vec<Option<Choice>>,
    seen: Vec<BTreeSet<Vec<u32>>>,
    /// How many more steps may be taken.
    left: u64,
    best: Option<Found>,
    done: bool,
    /// Whether the first branch was left.
    has_turned_back: bool,
    gave_up: bool,
}

impl<'a> Search<'a> {
    /// Gets ready for one tree of an instance; nothing where the tree cannot lead to what is aimed for.
    pub fn of(instance: &'a Instance, tree: &'a Need, aim: Aim) -> Option<Self> {
        let mut slots = Slots::new(instance.leaves.len());
        let items = Items::of(instance, tree, &mut slots);
        let mut supply = vec![0; slots.all.len()];
        for choice in items.all.iter().skip(items.tied).flat_map(|item| &item.choices) {
            supply.get_mut(choice.slot).into_iter().for_each(|credits| *credits += choice.credits);
        }
        let mut search = Self {
            tree,
            is_sum: tree.is_sum(),
            aim,
            beats: None,
            cuts: Cuts::of(&items, instance.leaves.len()),
            supply,
            bound: u32::MAX,
            placement: Placement::new(instance, slots, items.shared),
            placed: Vec::with_capacity(items.all.len()),
            seen: items.all.iter().map(|_| BTreeSet::new()).collect(),
            items,
            left: 0,
            best: None,
            done: false,
            has_turned_back: false,
            gave_up: false,
        };
        search.bound = search.bound_at(&search.tied(), None).filter(|_| search.fits_under_caps())?.credits;
        Some(search)
    }

    /// No assignment has more credits.
    pub fn bound(&self) -> u32 {
        self.bound
    }

    /// Whether nothing is better than what was found, or than what was to be beaten.
    pub fn is_certain(&self) -> bool {
        !self.gave_up
    }

    /// Looks for what has more credits than `beats`, for so many steps at most; how many are left. There is a pause
    /// between parts of the work.
    pub async fn run(&mut self, beats: Option<u32>, steps: u64, pause: &impl AsyncFn()) -> u64 {
        (self.beats, self.left) = (beats, steps);
        // The stack is our own: there may be thousands of items, and little room on the machine’s.
        let mut path: Vec<Vec<Option<Choice>>> = Vec::new();
        path.extend(self.enter());
        let mut at_pause = self.left;
        while let Some(choices) = path.last_mut() {
            if at_pause - self.left >= STEPS_A_PART {
                pause().await;
                at_pause = self.left;
            }
            let next = choices.pop();
            // What was placed here before is taken back first.
            if self.placed.len() == path.len() {
                self.undo();
            }
            let Some(choice) = next else {
                self.has_turned_back = true;
                path.pop();
                continue;
            };
            self.place(choice);
            let entered = self.enter();
            if self.done || (self.gave_up && entered.is_none()) {
                break;
            }
            path.extend(entered);
        }
        self.left
    }

    /// Looks at what is placed now, and what to do with the next item, the last first; nothing where no more is
    /// to be placed.
    fn enter(&mut self) -> Option<Vec<Option<Choice>>> {
        self.keep_if_better();
        if self.done || self.placed.len() >= self.items.all.len() {
            return None;
        }
        let tied: Vec<usize> = self.tied();
        let choices = self.choices(&tied);
        // A search that gives up still goes on to the end of its branch, for the sake of what counts there.
        if self.gave_up {
            return (self.aim == Aim::Credits).then_some(choices);
        }
        let least = self.least();
        self.bound_at(&tied, least).filter(|bound| least.is_none_or(|least| bound.credits > least))?;
        let state = self.state(&tied);
        self.spend(&tied);
        let is_new = self.seen.get_mut(self.placed.len()).is_some_and(|seen| seen.insert(state));
        is_new.then(|| if tied.is_empty() || self.has_turned_back { choices } else { self.ranked(choices) })
    }

    /// What is only of use where it is beaten.
    fn least(&self) -> Option<u32> {
        self.best.as_ref().map(|best| best.credits).max(self.beats)
    }

    /// Takes off about so many steps as a bound takes.
    fn spend(&mut self, tied: &[usize]) {
        let steps = self.cuts.steps(tied.len(), self.supply.len());
        self.gave_up |= self.left < steps;
        self.left = self.left.saturating_sub(steps);
    }

    /// The choices that can still lead to something better, that of which the most can come last.
    fn ranked(&mut self, choices: Vec<Option<Choice>>) -> Vec<Option<Choice>> {
        let least = self.least();
        let mut ranked = Vec::new();
        for choice in choices {
            self.place(choice);
            let tied = self.tied();
            let bound = self.bound_at(&tied, least);
            self.spend(&tied);
            self.undo();
            ranked.extend(bound.map(|bound| (bound.left_over, choice)));
        }
        ranked.sort_by_key(|(left_over, _)| *left_over);
        ranked.into_iter().map(|(_, choice)| choice).collect()
    }

    /// The items that share learning and can still be placed, those with one piece of it first.
    fn tied(&self) -> Vec<usize> {
        let tied = self.items.all.iter().enumerate().take(self.items.tied).skip(self.placed.len());
        let free = tied.filter(|(_, item)| self.placement.is_free(item));
        let (mut tied, several): (Vec<_>, Vec<_>) = free.partition(|(_, item)| item.shared.len() <= 1);
        tied.extend(several);
        tied.into_iter().map(|(place, _)| place).collect()
    }

    /// What tells this state from others with as many items placed: what counts so far, and what later items
    /// can still be placed.
    fn state(&self, tied: &[usize]) -> Vec<u32> {
        let free = tied.iter().map(|place| u32::try_from(*place).unwrap_or(u32::MAX));
        self.placement.state().chain(free).collect()
    }

    /// Whether the caps of the tree leave room for it to be complete at all.
    fn fits_under_caps(&self) -> bool {
        let range = |leaf| match self.placement.instance.demand(leaf) {
            Demand::Credits(needed) | Demand::Whole(needed) => Some((needed, needed)),
            Demand::UpTo(_) | Demand::Granted => Some((0, 0)),
            Demand::Person => None,
        };
        self.aim == Aim::Credits || !self.tree.totals(None, &range).is_empty()
    }

    /// The most that can come of what is placed, or anything that does not beat `least`; nothing where it cannot
    /// lead to what is aimed for. `tied` is what could still be placed of what shares learning.
    fn bound_at(&self, tied: &[usize], least: Option<u32>) -> Option<Bound> {
        let (tree, placement, cuts) = (self.tree, &self.placement, &self.cuts);
        let tied: Vec<&Item> = tied.iter().filter_map(|place| self.items.all.get(*place)).collect();
        let tied = tied.as_slice();
        let mut supply = self.supply.clone();
        if !tied.is_empty() {
            for (slot, credits) in supply.iter_mut().enumerate() {
                *credits += cuts.most(tied, |choice| choice.slot == slot);
            }
        }
        let leaves = 0..placement.instance.leaves.len();
        let most: Vec<u32> = leaves.map(|leaf| placement.value_with(leaf, &supply)).collect();
        if self.aim == Aim::Credits {
            let over = |cut: u64, outside: u32| {
                let value =
                    |leaf| if cuts.is_inside(cut, leaf) { at(&most, leaf) } else { placement.value(leaf) };
                i64::from(tree.worth(&value)) + i64::from(outside)
            };
            let enough = least.map_or(-1, i64::from);
            let bound = if self.is_sum {
                let gain = |leaf| at(&most, leaf) - placement.value(leaf);
                cuts.least(tied, enough, cuts.sum_of_gains(over(0, 0), gain))
            } else {
                cuts.least(tied, enough, over)
            };
            return u32::try_from(bound).ok().map(|credits| Bound { credits, left_over: bound });
        }
        let can_be_filled = |leaf: usize| match placement.instance.demand(leaf) {
            Demand::Credits(needed) => at(&most, leaf) >= needed,
            Demand::Whole(_) => {
                placement.slots.of(leaf).iter().any(|slot| placement.total(*slot) + at(&supply, *slot) > 0)
            }
            Demand::Person => false,
            Demand::UpTo(_) | Demand::Granted => true,
        };
        let credits = tree.worth(&|leaf| if can_be_filled(leaf) { at(&most, leaf) } else { 0 });
        if least.is_some_and(|least| credits <= least) {
            return None;
        }
        let lacking = |leaf: usize| match placement.instance.demand(leaf) {
            _ if !can_be_filled(leaf) => None,
            _ if placement.is_filled(leaf) => Some(0),
            Demand::Credits(needed) | Demand::Whole(needed) => Some(needed - placement.value(leaf)),
            Demand::UpTo(_) | Demand::Person | Demand::Granted => Some(0),
        };
        tree.lacks(&lacking)?;
        let left_over = |cut: u64, outside: u32| {
            let lacks = tree
                .lacks(&|leaf| lacking(leaf).map(|lacks| if cuts.is_inside(cut, leaf) { 0 } else { lacks }));
            i64::from(outside) - lacks.map_or(0, i64::from)
        };
        let left_over = if self.is_sum {
            let gain = |leaf| lacking(leaf).unwrap_or_default();
            cuts.least(tied, -1, cuts.sum_of_gains(left_over(0, 0), gain))
        } else {
            cuts.least(tied, -1, left_over)
        };
        (left_over >= 0).then_some(Bound { credits, left_over })
    }

    fn keep_if_better(&mut self) {
        let (tree, placement) = (self.tree, &self.placement);
        let (credits, counted) = if self.aim == Aim::Credits {
            (tree.worth(&|leaf| placement.value(leaf)), None)
        } else {
            if tree.lacks(&|leaf| placement.is_filled(leaf).then_some(0)).is_none() {
                return;
            }
            let range = |leaf| -> Option<Range> {
                let value = placement.value(leaf);
                let is_optional = matches!(placement.instance.demand(leaf), Demand::UpTo(_));
                placement.is_filled(leaf).then_some((if is_optional { 0 } else { value }, value))
            };
            let Some((credits, counted)) = tree.totals(None, &range).pop_last() else { return };
            (credits, Some(counted))
        };
        if self.best.as_ref().map(|best| best.credits).max(self.beats).is_none_or(|least| credits > least) {
            self.best = Some(Found { credits, placed: self.placed.clone(), counted });
            self.done = credits >= self.bound || self.aim == Aim::AnyComplete;
        }
    }

    /// What to do with the next item, the last first.
    fn choices(&self, tied: &[usize]) -> Vec<Option<Choice>> {
        let Some(item) = self.items.all.get(self.placed.len()) else { return Vec::new() };
        let is_free = self.placement.is_free(item);
        let mut ranked: Vec<((bool, i64), Choice)> = Vec::new();
        for choice in item.choices.iter().filter(|choice| is_free && self.is_useful(**choice)) {
            let needed = match self.placement.instance.demand(choice.leaf) {
                Demand::Credits(needed) | Demand::UpTo(needed) | Demand::Whole(needed) => needed,
                Demand::Person | Demand::Granted => 0,
            };
            let room = needed.saturating_sub(self.placement.value(choice.leaf));
            let coming: u32 =
                self.placement.slots.of(choice.leaf).iter().map(|slot| at(&self.supply, *slot)).sum();
            // Where it fits before where it overflows, and where little else can come first.
            let rank = (choice.credits <= room, i64::from(room) - i64::from(coming));
            ranked.push((rank, *choice));
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        // Placing is never worse than not placing, unless it takes learning away from another unit.
        let takes_away = |other: &usize| {
            *other != self.placed.len()
                && self
                    .items
                    .all
                    .get(*other)
                    .is_some_and(|other| other.shared.iter().any(|atom| item.shared.contains(atom)))
        };
        let may_skip = ranked.is_empty() || (item.pin.is_none() && tied.iter().any(takes_away));
        let skip = may_skip.then_some(None);
        skip.into_iter().chain(ranked.into_iter().map(|(_, choice)| Some(choice))).collect()
    }

    /// Whether more at a place could make a difference.
    fn is_useful(&self, choice: Choice) -> bool {
        let brings = match self.placement.instance.demand(choice.leaf) {
            Demand::Whole(credits) => credits > 0 || self.aim != Aim::Credits,
            _ => true,
        };
        brings && self.placement.is_useful(choice)
    }

    fn place(&mut self, choice: Option<Choice>) {
        self.change(self.placed.len(), choice, true);
        self.placed.push(choice);
    }

    fn undo(&mut self) {
        if let Some(choice) = self.placed.pop() {
            self.change(self.placed.len(), choice, false);
        }
    }

    /// Decides where an item goes, or takes that back.
    fn change(&mut self, depth: usize, choice: Option<Choice>, is_decided: bool) {
        let Some(item) = self.items.all.get(depth) else { return };
        if let Some(choice) = choice {
            self.placement.change(item, choice, is_decided);
        }
        if depth >= self.items.tied {
            self.cuts.change(depth, item, !is_decided);
            for choice in &item.choices {
                if let Some(credits) = self.supply.get_mut(choice.slot) {
                    *credits = if is_decided { *credits - choice.credits } else { *credits + choice.credits };
                }
            }
        }
    }

    /// The best that was found, without the units that make no difference.
    pub fn assignment(mut self) -> Option<Assignment> {
        while !self.placed.is_empty() {
            self.undo();
        }
        let Found { placed, counted, .. } = self.best.take()?;
        let mut outcome = Outcome { items: &self.items.all, placement: self.placement, placed };
        Some(Assignment { proved: !self.gave_up, ..outcome.assignment(self.tree, counted.as_deref()) })
    }
}
