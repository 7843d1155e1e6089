//! The search for the best assignment: branch and bound, depth first.
//!
//! Units are placed one after another, the largest first, and a branch is left as soon as no completion of it
//! can beat what was found. Its bound is the value of a flow in which learning may be split, read off as a cut:
//! a set of leaves for which all counts that could come to them, while the others share what could go to any
//! of them. Every cut gives a bound, so a small one is looked for by going from one to the next, and states that
//! were met before are not searched again.

use super::{Assignment, Demand, Instance, Need, Place, Range};
use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The cuts that are looked at before a search gives up.
pub(super) const MOST_CUTS: usize = 2_000_000;

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

/// What is placed at one leaf and falls under the same of its caps.
struct Slot {
    leaf: usize,
    caps: u64,
    /// Beyond so many credits, more make no difference.
    useful: u32,
}

/// A place, with its slot.
#[derive(Clone, Copy)]
struct Choice {
    slot: usize,
    leaf: usize,
    credits: u32,
}

/// A unit as the search meets it.
struct Item {
    /// Its place in the instance.
    unit: usize,
    atoms: Vec<usize>,
    choices: Vec<Choice>,
    is_pinned: bool,
    /// Whether other units share some of its learning.
    is_shared: bool,
    /// The learning that both a unit before it and one from it on have.
    open: Vec<usize>,
    /// The number of the first unit from it on before which there is no such learning.
    ends: usize,
}

struct Found {
    credits: u32,
    /// The choice for each item.
    placed: Vec<Option<Choice>>,
    /// What counts of each leaf that counts, where everything is filled.
    counted: Option<Vec<(usize, u32)>>,
}

pub(super) struct Search<'a> {
    instance: &'a Instance,
    tree: &'a Need,
    aim: Aim,
    /// Only what has more credits is looked for.
    beats: Option<u32>,
    items: Vec<Item>,
    slots: Vec<Slot>,
    slots_of: Vec<Vec<usize>>,
    is_sum: bool,
    /// From each item on: the credits that could still come to each slot.
    supply: Vec<Vec<u32>>,
    /// The bit of each leaf in a cut; a leaf that competes with no other has none.
    bits: Vec<Option<u32>>,
    /// Sets of leaves that compete for the same atoms, as bits.
    reaches: Vec<u64>,
    /// The place of each atom’s set in [`Search::reaches`].
    reach_of: Vec<usize>,
    /// From each item on, for each of these sets: the credits that could still go to a leaf of it.
    flow: Vec<Vec<u32>>,
    /// No assignment has more credits.
    bound: u32,

    totals: Vec<u32>,
    value: Vec<u32>,
    used: Vec<bool>,
    placed: Vec<Option<Choice>>,
    seen: Vec<BTreeSet<Vec<u32>>>,
    /// The cut that gave the last bound.
    cut: Cell<u64>,
    /// How many more cuts may be looked at.
    left: Cell<usize>,
    best: Option<Found>,
    done: bool,
    gave_up: bool,
}

/// The number at a place; places come from the same lists, so there always is one.
fn at(numbers: &[u32], place: usize) -> u32 {
    numbers.get(place).copied().unwrap_or_default()
}

impl<'a> Search<'a> {
    /// Gets ready for one tree of an instance, to look at no more than so many cuts; nothing where the tree
    /// cannot lead to what is aimed for.
    pub fn of(instance: &'a Instance, tree: &'a Need, aim: Aim, left: usize) -> Option<Self> {
        let mut search = Self::new(instance, tree, aim, left);
        search.bound = search.bound_at(0, None).filter(|_| search.fits_under_caps())?;
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

    fn new(instance: &'a Instance, tree: &'a Need, aim: Aim, left: usize) -> Self {
        let mut slots: Vec<Slot> = Vec::new();
        let mut slots_of = vec![Vec::new(); instance.leaves.len()];
        let mut items = in_order(instance, tree, &mut slots, &mut slots_of);
        mark_open(&mut items, instance.atoms.len());
        let supply = supply(&items, slots.len());
        let reached = leaves_of_atoms(instance, &items);
        let bits = bits(&reached, instance.leaves.len());
        let own: Vec<u64> = reached.iter().map(|(leaves, _)| bits_of(leaves, &bits)).collect();
        let mut reaches = own.clone();
        reaches.sort_unstable();
        reaches.dedup();
        let reach_of: Vec<usize> =
            own.iter().map(|reach| reaches.binary_search(reach).unwrap_or_default()).collect();
        let flow = flow(instance, &items, &reach_of, reaches.len());
        Self {
            instance,
            tree,
            aim,
            beats: None,
            slots_of,
            is_sum: tree.is_sum(),
            supply,
            bits,
            reaches,
            reach_of,
            flow,
            bound: u32::MAX,
            totals: vec![0; slots.len()],
            value: vec![0; instance.leaves.len()],
            used: vec![false; instance.atoms.len()],
            placed: Vec::with_capacity(items.len()),
            seen: items.iter().map(|_| BTreeSet::new()).collect(),
            items,
            slots,
            cut: Cell::new(0),
            left: Cell::new(left),
            best: None,
            done: false,
            gave_up: false,
        }
    }

    /// Looks for what has more credits than `beats`.
    pub fn run(&mut self, beats: Option<u32>) {
        self.beats = beats;
        // The stack is our own: there may be thousands of items, and little room on the machine’s.
        let mut path: Vec<Vec<Option<Choice>>> = Vec::new();
        if self.enter() {
            path.push(self.choices());
        }
        while let Some(choices) = path.last_mut() {
            let next = choices.pop();
            // What was placed here before is taken back first.
            if self.placed.len() == path.len() {
                self.undo();
            }
            let Some(choice) = next else {
                path.pop();
                continue;
            };
            self.place(choice);
            if self.enter() {
                path.push(self.choices());
            }
            if self.done || self.gave_up {
                return;
            }
        }
    }

    /// Looks at what is placed now; whether to place more.
    fn enter(&mut self) -> bool {
        self.keep_if_better();
        self.gave_up = self.left.get() == 0;
        if self.done || self.gave_up || self.placed.len() >= self.items.len() {
            return false;
        }
        let depth = self.placed.len();
        let least = self.best.as_ref().map(|best| best.credits).max(self.beats);
        let can_beat =
            self.bound_at(depth, least).is_some_and(|bound| least.is_none_or(|least| bound > least));
        can_beat && self.is_new(depth)
    }

    /// Whether this state was not met before: what counts so far, and what of it later units could use too.
    fn is_new(&mut self, depth: usize) -> bool {
        let totals =
            self.slots.iter().zip(&self.totals).map(|(slot, total)| {
                if self.is_full(slot.leaf) { u32::MAX } else { slot.useful.min(*total) }
            });
        let open = self.items.get(depth).map_or(&[][..], |item| &item.open);
        let used = open.iter().map(|atom| u32::from(self.is_used(*atom)));
        let key = totals.chain(used).collect();
        self.seen.get_mut(depth).is_none_or(|seen| seen.insert(key))
    }

    fn is_used(&self, atom: usize) -> bool {
        self.used.get(atom).copied().unwrap_or_default()
    }

    /// Whether more at a leaf makes no difference.
    fn is_full(&self, leaf: usize) -> bool {
        match self.instance.demand(leaf) {
            Demand::Credits(most) | Demand::UpTo(most) => at(&self.value, leaf) >= most,
            Demand::Whole(_) => self.total(leaf) > 0,
            Demand::Person => false,
            Demand::Granted => true,
        }
    }

    fn is_filled(&self, leaf: usize) -> bool {
        matches!(self.instance.demand(leaf), Demand::UpTo(_)) || self.is_full(leaf)
    }

    fn total(&self, leaf: usize) -> u32 {
        self.slots_of.get(leaf).into_iter().flatten().map(|slot| at(&self.totals, *slot)).sum()
    }

    /// What a leaf counts for, if `more` came to its slots.
    fn value_with(&self, leaf: usize, more: Option<&[u32]>) -> u32 {
        let slots = self.slots_of.get(leaf).map_or(&[][..], |slots| slots);
        let total = |slot: &usize| at(&self.totals, *slot) + more.map_or(0, |more| at(more, *slot));
        match self.instance.demand(leaf) {
            Demand::Credits(most) | Demand::UpTo(most) => {
                let caps = self.instance.leaves.get(leaf).map_or(&[][..], |leaf| &leaf.caps);
                if caps.is_empty() {
                    return slots.iter().map(total).sum::<u32>().min(most);
                }
                let classes =
                    slots.iter().filter_map(|slot| Some((self.slots.get(*slot)?.caps, total(slot))));
                most_under_caps(most, caps, classes.collect())
            }
            Demand::Whole(credits) if slots.iter().any(|slot| total(slot) > 0) => credits,
            Demand::Whole(_) | Demand::Person | Demand::Granted => 0,
        }
    }

    /// Whether the caps of the tree leave room for it to be complete at all.
    fn fits_under_caps(&self) -> bool {
        let range = |leaf| match self.instance.demand(leaf) {
            Demand::Credits(needed) | Demand::Whole(needed) => Some((needed, needed)),
            Demand::UpTo(_) | Demand::Granted => Some((0, 0)),
            Demand::Person => None,
        };
        self.aim == Aim::Credits || !self.tree.totals(None, &range).is_empty()
    }

    /// The most that can come of the first `depth` choices, or anything that does not beat `least`; nothing
    /// where they cannot lead to what is aimed for.
    fn bound_at(&self, depth: usize, least: Option<u32>) -> Option<u32> {
        let supply = &*self.supply_at(depth);
        let flow = &*self.flow_at(depth);
        let most: Vec<u32> = (0..self.value.len()).map(|leaf| self.value_with(leaf, Some(supply))).collect();
        if self.aim == Aim::Credits {
            let over = |cut: u64, outside: u32| {
                let value =
                    |leaf| if self.is_inside(cut, leaf) { at(&most, leaf) } else { at(&self.value, leaf) };
                i64::from(self.tree.worth(&value)) + i64::from(outside)
            };
            let enough = least.map_or(-1, i64::from);
            let bound = if self.is_sum {
                let gain = |leaf| at(&most, leaf) - at(&self.value, leaf);
                self.least_cut(flow, enough, self.sum_of_gains(over(0, 0), gain))
            } else {
                self.least_cut(flow, enough, over)
            };
            return u32::try_from(bound).ok();
        }
        let can_be_filled = |leaf: usize| match self.instance.demand(leaf) {
            Demand::Credits(needed) => at(&most, leaf) >= needed,
            Demand::Whole(_) => {
                let mut slots = self.slots_of.get(leaf).into_iter().flatten();
                slots.any(|slot| at(&self.totals, *slot) + at(supply, *slot) > 0)
            }
            Demand::Person => false,
            Demand::UpTo(_) | Demand::Granted => true,
        };
        let worth = self.tree.worth(&|leaf| if can_be_filled(leaf) { at(&most, leaf) } else { 0 });
        if least.is_some_and(|least| worth <= least) {
            return Some(worth);
        }
        let lacking = |leaf: usize| match self.instance.demand(leaf) {
            _ if !can_be_filled(leaf) => None,
            _ if self.is_filled(leaf) => Some(0),
            Demand::Credits(needed) | Demand::Whole(needed) => Some(needed - at(&self.value, leaf)),
            Demand::UpTo(_) | Demand::Person | Demand::Granted => Some(0),
        };
        self.tree.lacks(&lacking)?;
        let left_over = |cut: u64, outside: u32| {
            let lacks = self
                .tree
                .lacks(&|leaf| lacking(leaf).map(|lacks| if self.is_inside(cut, leaf) { 0 } else { lacks }));
            i64::from(outside) - lacks.map_or(0, i64::from)
        };
        let gain = |leaf| lacking(leaf).unwrap_or_default();
        let least = if self.is_sum {
            self.least_cut(flow, -1, self.sum_of_gains(left_over(0, 0), gain))
        } else {
            self.least_cut(flow, -1, left_over)
        };
        (least >= 0).then_some(worth)
    }

    /// The value of a cut of a tree that is a plain sum: what there is in any case and what the leaves inside gain.
    fn sum_of_gains(&self, certain: i64, gain: impl Fn(usize) -> u32) -> impl Fn(u64, u32) -> i64 {
        let mut gains = [0; u64::BITS as usize];
        for (leaf, bit) in self.bits.iter().enumerate() {
            let own = bit.and_then(|bit| gains.get_mut(bit as usize));
            own.into_iter().for_each(|own| *own = gain(leaf));
        }
        move |cut, outside| {
            let (mut left, mut sum) = (cut, outside);
            while left != 0 {
                sum += at(&gains, left.trailing_zeros() as usize);
                left &= left - 1;
            }
            certain + i64::from(sum)
        }
    }

    /// The least value of the cuts that are looked at, or the first that is no more than `enough`. From the cut
    /// of the last time, and from none and all, leaves are taken in or out one at a time while that is better.
    fn least_cut(&self, flow: &[u32], enough: i64, value: impl Fn(u64, u32) -> i64) -> i64 {
        let value = |cut: u64| {
            self.left.set(self.left.get().saturating_sub(1));
            let reaches = self.reaches.iter().zip(flow).filter(|(reach, _)| **reach & !cut != 0);
            value(cut, reaches.map(|(_, credits)| credits).sum())
        };
        let all = self.reaches.iter().fold(0, |all, reach| all | reach);
        let starts = [self.cut.get(), 0, all];
        let Some((mut best, mut cut)) = starts.into_iter().map(|cut| (value(cut), cut)).min() else {
            return 0;
        };
        let mut is_better = true;
        while is_better && best > enough {
            is_better = false;
            let mut bits = all;
            while bits != 0 && best > enough {
                let other = cut ^ (bits & bits.wrapping_neg());
                bits &= bits - 1;
                let tried = value(other);
                if tried < best {
                    (best, cut, is_better) = (tried, other, true);
                }
            }
        }
        self.cut.set(cut);
        best
    }

    /// What could still come to each slot, without the units of which something is used.
    fn supply_at(&self, depth: usize) -> Cow<'_, [u32]> {
        let mut row = Cow::from(self.supply.get(depth).map_or(&[][..], |row| row));
        let until = self.items.get(depth).map_or(depth, |item| item.ends);
        for item in self.items.iter().take(until).skip(depth).filter(|item| !self.is_free(item)) {
            for choice in &item.choices {
                row.to_mut().get_mut(choice.slot).into_iter().for_each(|credits| *credits -= choice.credits);
            }
        }
        row
    }

    /// What could still go to the leaves of each set, without what is used.
    fn flow_at(&self, depth: usize) -> Cow<'_, [u32]> {
        let mut row = Cow::from(self.flow.get(depth).map_or(&[][..], |row| row));
        let open = self.items.get(depth).map_or(&[][..], |item| &item.open);
        for atom in open.iter().filter(|atom| self.is_used(**atom)) {
            let reach = self.reach_of.get(*atom).copied().unwrap_or_default();
            let credits = at(&self.instance.atoms, *atom);
            row.to_mut().get_mut(reach).into_iter().for_each(|sum| *sum -= credits);
        }
        row
    }

    fn is_inside(&self, cut: u64, leaf: usize) -> bool {
        self.bits.get(leaf).copied().flatten().is_none_or(|bit| cut & (1 << bit) != 0)
    }

    fn keep_if_better(&mut self) {
        let tree = self.tree;
        let (credits, counted) = if self.aim == Aim::Credits {
            (tree.worth(&|leaf| at(&self.value, leaf)), None)
        } else {
            if tree.lacks(&|leaf| self.is_filled(leaf).then_some(0)).is_none() {
                return;
            }
            let range = |leaf| -> Option<Range> {
                let value = at(&self.value, leaf);
                let is_optional = matches!(self.instance.demand(leaf), Demand::UpTo(_));
                self.is_filled(leaf).then_some((if is_optional { 0 } else { value }, value))
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
    fn choices(&self) -> Vec<Option<Choice>> {
        let depth = self.placed.len();
        let Some(item) = self.items.get(depth) else { return Vec::new() };
        let supply = self.supply.get(depth).map_or(&[][..], |row| row);
        let is_free = self.is_free(item);
        let mut ranked: Vec<((bool, i64), Choice)> = Vec::new();
        for choice in item.choices.iter().filter(|choice| is_free && self.is_useful(choice)) {
            let needed = match self.instance.demand(choice.leaf) {
                Demand::Credits(needed) | Demand::UpTo(needed) | Demand::Whole(needed) => needed,
                Demand::Person | Demand::Granted => 0,
            };
            let room = needed.saturating_sub(at(&self.value, choice.leaf));
            let coming: u32 =
                self.slots_of.get(choice.leaf).into_iter().flatten().map(|slot| at(supply, *slot)).sum();
            // Where it fits before where it overflows, and where little else can come first.
            ranked.push(((choice.credits <= room, i64::from(room) - i64::from(coming)), *choice));
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        // Placing is never worse than not placing, unless it takes learning away from another unit.
        let may_skip = ranked.is_empty() || (item.is_shared && !item.is_pinned);
        let skip = may_skip.then_some(None);
        skip.into_iter().chain(ranked.into_iter().map(|(_, choice)| Some(choice))).collect()
    }

    fn is_free(&self, item: &Item) -> bool {
        item.atoms.iter().all(|atom| !self.is_used(*atom))
    }

    /// Whether more at a place could make a difference.
    fn is_useful(&self, choice: &Choice) -> bool {
        let useful = self.slots.get(choice.slot).map_or(0, |slot| slot.useful);
        let brings = match self.instance.demand(choice.leaf) {
            Demand::Credits(_) | Demand::UpTo(_) => at(&self.totals, choice.slot) < useful,
            Demand::Whole(credits) => credits > 0 || self.aim != Aim::Credits,
            Demand::Person | Demand::Granted => false,
        };
        brings && !self.is_full(choice.leaf)
    }

    fn place(&mut self, choice: Option<Choice>) {
        let depth = self.placed.len();
        self.placed.push(choice);
        self.change(depth, choice, true);
    }

    fn undo(&mut self) {
        let choice = self.placed.pop().flatten();
        self.change(self.placed.len(), choice, false);
    }

    fn change(&mut self, depth: usize, choice: Option<Choice>, is_placed: bool) {
        let Some(choice) = choice else { return };
        for atom in self.items.get(depth).into_iter().flat_map(|item| &item.atoms) {
            self.used.get_mut(*atom).into_iter().for_each(|used| *used = is_placed);
        }
        if let Some(total) = self.totals.get_mut(choice.slot) {
            *total = if is_placed { *total + choice.credits } else { *total - choice.credits };
        }
        let value = self.value_with(choice.leaf, None);
        self.value.get_mut(choice.leaf).into_iter().for_each(|each| *each = value);
    }

    /// The best that was found, without the units that make no difference.
    pub fn assignment(mut self) -> Option<Assignment> {
        while !self.placed.is_empty() {
            self.undo();
        }
        let Found { placed, counted: complete, .. } = self.best.take()?;
        placed.into_iter().for_each(|choice| self.place(choice));
        while self.placed.len() < self.items.len() {
            self.place(None);
        }
        self.fill_for_nothing();
        let mut counted = vec![0; self.value.len()];
        match &complete {
            Some(leaves) => leaves.iter().for_each(|(leaf, credits)| {
                counted.get_mut(*leaf).into_iter().for_each(|each| *each = *credits);
            }),
            None => {
                self.tree.share_out(u32::MAX, &|leaf| at(&self.value, leaf), &mut counted);
            }
        }
        self.drop_needless(&counted, complete.as_deref());
        let mut placed = vec![None; self.instance.units.len()];
        for (item, choice) in self.items.iter().zip(&self.placed) {
            placed.get_mut(item.unit).into_iter().for_each(|leaf| *leaf = choice.map(|choice| choice.leaf));
        }
        Some(Assignment {
            complete: complete.is_some(),
            credits: counted.iter().sum(),
            filled: (0..self.value.len()).map(|leaf| self.is_filled(leaf)).collect(),
            placed,
            counted,
            proved: self.is_certain(),
        })
    }

    /// Places what fills a leaf that brings no credits; the search for the most credits does not look for it.
    fn fill_for_nothing(&mut self) {
        for depth in 0..self.items.len() {
            let Some(item) = self.items.get(depth) else { continue };
            let is_open = |choice: &&Choice| {
                self.instance.demand(choice.leaf) == Demand::Whole(0) && !self.is_full(choice.leaf)
            };
            let choice = item.choices.iter().find(is_open).copied();
            if let Some(choice) = choice.filter(|_| self.is_free(item)) {
                self.placed.get_mut(depth).into_iter().for_each(|placed| *placed = Some(choice));
                self.change(depth, Some(choice), true);
            }
        }
    }

    /// Takes out what is not needed for what counts, the smallest first.
    fn drop_needless(&mut self, counted: &[u32], complete: Option<&[(usize, u32)]>) {
        for depth in (0..self.items.len()).rev() {
            let Some(choice) = self.placed.get(depth).copied().flatten() else { continue };
            self.change(depth, Some(choice), false);
            let is_needed = match self.instance.demand(choice.leaf) {
                Demand::Whole(credits) => match complete {
                    Some(leaves) => leaves.iter().any(|(leaf, _)| *leaf == choice.leaf),
                    None => at(counted, choice.leaf) == credits,
                },
                _ => at(&self.value, choice.leaf) < at(counted, choice.leaf),
            };
            if is_needed {
                self.change(depth, Some(choice), true);
            } else {
                self.placed.get_mut(depth).into_iter().for_each(|placed| *placed = None);
            }
        }
    }
}

/// The units that have a place: what is pinned first, then those with the most credits; units that share
/// learning stand together.
fn in_order(
    instance: &Instance,
    tree: &Need,
    slots: &mut Vec<Slot>,
    slots_of: &mut [Vec<usize>],
) -> Vec<Item> {
    let (together, sharing) = groups(instance);
    let mut leaves = BTreeSet::new();
    tree.for_each_leaf(&mut |leaf| {
        leaves.insert(leaf);
    });
    let mut items = Vec::new();
    let mut largest_of: BTreeMap<usize, u32> = BTreeMap::new();
    let mut alike: BTreeMap<Vec<Place>, u32> = BTreeMap::new();
    for (number, unit) in instance.units.iter().enumerate() {
        let is_shared = unit.atoms.iter().any(|atom| at(&sharing, *atom) > 1);
        let pin = instance.pins.iter().position(|(pinned, _)| *pinned == number);
        let takes = |place: &&Place| {
            let is_there =
                pin.and_then(|pin| instance.pins.get(pin)).is_none_or(|(_, leaf)| place.leaf == *leaf);
            is_there
                && leaves.contains(&place.leaf)
                && match instance.demand(place.leaf) {
                    Demand::Credits(most) | Demand::UpTo(most) => place.credits > 0 && most > 0,
                    Demand::Whole(_) => true,
                    Demand::Person | Demand::Granted => false,
                }
        };
        let places: Vec<Place> = unit.places.iter().filter(takes).copied().collect();
        let is_needless = pin.is_none() && !is_shared && is_one_too_many(instance, &places, &mut alike);
        if places.is_empty() || is_needless {
            continue;
        }
        let choices: Vec<Choice> =
            places.iter().map(|place| choice(instance, place, slots, slots_of)).collect();
        let credits = choices.iter().map(|choice| choice.credits).max().unwrap_or_default();
        let group = unit.atoms.first().and_then(|atom| together.get(*atom)).copied().unwrap_or(usize::MAX);
        let largest = largest_of.entry(group).or_default();
        *largest = credits.max(*largest);
        let item = Item {
            unit: number,
            atoms: unit.atoms.clone(),
            choices,
            is_pinned: pin.is_some(),
            is_shared,
            open: Vec::new(),
            ends: usize::MAX,
        };
        items.push((pin.unwrap_or(usize::MAX), group, credits, item));
    }
    items.sort_by_key(|(pin, group, credits, item)| {
        let largest = largest_of.get(group).copied().unwrap_or_default();
        (*pin, Reverse(largest), *group, Reverse(*credits), item.unit)
    });
    items.into_iter().map(|(_, _, _, item)| item).collect()
}

/// For each atom, the group of those that units tie together, and in how many units it is.
fn groups(instance: &Instance) -> (Vec<usize>, Vec<u32>) {
    let mut together: Vec<usize> = (0..instance.atoms.len()).collect();
    let mut sharing = vec![0; instance.atoms.len()];
    for unit in &instance.units {
        let mut first = None;
        for atom in &unit.atoms {
            sharing.get_mut(*atom).into_iter().for_each(|units| *units += 1);
            let group = together.get(*atom).copied().unwrap_or_default();
            let joined = *first.get_or_insert(group);
            if joined != group {
                together.iter_mut().filter(|each| **each == group).for_each(|each| *each = joined);
            }
        }
    }
    (together, sharing)
}

/// Whether there are already so many units of the same kind that another makes no difference.
fn is_one_too_many(instance: &Instance, places: &[Place], alike: &mut BTreeMap<Vec<Place>, u32>) -> bool {
    let enough = places.iter().map(|place| match instance.demand(place.leaf) {
        Demand::Credits(most) | Demand::UpTo(most) => most.div_ceil(place.credits.max(1)),
        Demand::Whole(_) | Demand::Person | Demand::Granted => 1,
    });
    let enough: u32 = enough.sum();
    let number = alike.entry(places.to_vec()).or_default();
    *number += 1;
    *number > enough
}

fn choice(instance: &Instance, place: &Place, slots: &mut Vec<Slot>, slots_of: &mut [Vec<usize>]) -> Choice {
    let own = slots_of.get_mut(place.leaf);
    let known = own.as_ref().and_then(|own| {
        own.iter().copied().find(|slot| slots.get(*slot).is_some_and(|slot| slot.caps == place.caps))
    });
    let (useful, credits) = match instance.demand(place.leaf) {
        Demand::Credits(most) | Demand::UpTo(most) => (most, place.credits),
        // One is enough, whatever it brings.
        Demand::Whole(_) | Demand::Person | Demand::Granted => (1, place.credits.max(1)),
    };
    let slot = known.unwrap_or_else(|| {
        let caps = instance.leaves.get(place.leaf).map_or(&[][..], |leaf| &leaf.caps);
        let under = caps.iter().enumerate().filter(|(cap, _)| place.caps & (1 << cap) != 0);
        let useful = under.map(|(_, cap)| *cap).min().unwrap_or(u32::MAX).min(useful);
        slots.push(Slot { leaf: place.leaf, caps: place.caps, useful });
        own.into_iter().for_each(|own| own.push(slots.len() - 1));
        slots.len() - 1
    });
    Choice { slot, leaf: place.leaf, credits }
}

/// Finds out what learning the units before each have in common with those from it on.
fn mark_open(items: &mut [Item], atoms: usize) {
    let mut last_of = vec![0; atoms];
    for (depth, item) in items.iter().enumerate() {
        item.atoms.iter().for_each(|atom| last_of.get_mut(*atom).into_iter().for_each(|last| *last = depth));
    }
    let mut open: Vec<usize> = Vec::new();
    for (depth, item) in items.iter_mut().enumerate() {
        open.retain(|atom| last_of.get(*atom).is_some_and(|last| *last >= depth));
        item.open.clone_from(&open);
        open.extend(&item.atoms);
        open.sort_unstable();
        open.dedup();
    }
    let mut ends = items.len();
    for (depth, item) in items.iter_mut().enumerate().rev() {
        item.ends = ends;
        ends = if item.open.is_empty() { depth } else { ends };
    }
}

/// From each item on: the credits that could still come to each slot.
fn supply(items: &[Item], slots: usize) -> Vec<Vec<u32>> {
    let mut supply = vec![vec![0; slots]];
    for item in items.iter().rev() {
        let mut row = supply.last().cloned().unwrap_or_default();
        for choice in &item.choices {
            row.get_mut(choice.slot).into_iter().for_each(|credits| *credits += choice.credits);
        }
        supply.push(row);
    }
    supply.reverse();
    supply
}

/// From each item on: the credits of the atoms that could still go to the leaves of each set.
fn flow(instance: &Instance, items: &[Item], reach_of: &[usize], reaches: usize) -> Vec<Vec<u32>> {
    let mut flow = vec![vec![0; reaches]];
    let mut is_there = vec![false; instance.atoms.len()];
    for item in items.iter().rev() {
        let mut row = flow.last().cloned().unwrap_or_default();
        for atom in &item.atoms {
            let is_new = is_there.get_mut(*atom).is_some_and(|is_there| !std::mem::replace(is_there, true));
            let reach = reach_of.get(*atom).and_then(|reach| row.get_mut(*reach));
            reach.filter(|_| is_new).into_iter().for_each(|sum| *sum += at(&instance.atoms, *atom));
        }
        flow.push(row);
    }
    flow.reverse();
    flow
}

/// The leaves that each atom may come to, and whether several units have it.
fn leaves_of_atoms(instance: &Instance, items: &[Item]) -> Vec<(BTreeSet<usize>, bool)> {
    let mut reached = vec![(BTreeSet::new(), false); instance.atoms.len()];
    for item in items {
        for atom in &item.atoms {
            if let Some((leaves, is_shared)) = reached.get_mut(*atom) {
                *is_shared |= !leaves.is_empty();
                leaves.extend(item.choices.iter().map(|choice| choice.leaf));
            }
        }
    }
    reached
}

/// A bit for each leaf that competes with another for some atom, or whose units do; beyond 64 a leaf goes
/// without, and the bound is less close.
fn bits(reached: &[(BTreeSet<usize>, bool)], leaves: usize) -> Vec<Option<u32>> {
    let mut bits = vec![None; leaves];
    let competing: BTreeSet<usize> = reached
        .iter()
        .filter(|(leaves, is_shared)| leaves.len() > 1 || *is_shared)
        .flat_map(|(leaves, _)| leaves.iter().copied())
        .collect();
    for (bit, leaf) in (0..u64::BITS).zip(competing) {
        bits.get_mut(leaf).into_iter().for_each(|own| *own = Some(bit));
    }
    bits
}

fn bits_of(leaves: &BTreeSet<usize>, bits: &[Option<u32>]) -> u64 {
    let bits = leaves.iter().filter_map(|leaf| bits.get(*leaf).copied().flatten());
    bits.fold(0, |all, bit| all | 1 << bit)
}

/// The most that counts of classes of credits, each under some caps, with no more than `needed` in all.
fn most_under_caps(needed: u32, caps: &[u32], mut classes: Vec<(u64, u32)>) -> u32 {
    classes.sort_unstable_by_key(|(under, _)| (under.count_ones(), *under));
    most_of_classes(needed, caps, &classes)
}

fn most_of_classes(needed: u32, caps: &[u32], classes: &[(u64, u32)]) -> u32 {
    let Some(((under, credits), others)) = classes.split_first() else { return 0 };
    let room = |under: u64| {
        let caps = caps.iter().enumerate().filter(|(cap, _)| under & (1 << cap) != 0);
        caps.map(|(_, left)| *left).min().unwrap_or(u32::MAX).min(needed)
    };
    let take = |amount: u32| {
        let mut left = caps.to_vec();
        for (cap, left) in left.iter_mut().enumerate() {
            *left -= if under & (1 << cap) != 0 { amount } else { 0 };
        }
        amount + most_of_classes(needed - amount, &left, others)
    };
    let most = (*credits).min(room(*under));
    // Where all that shares a cap with it is under the same caps at least, nothing else is worth more.
    if others.iter().all(|(other, _)| under & other == 0 || under & !other == 0) {
        return take(most);
    }
    let no_more_than: u32 = others.iter().map(|(other, credits)| (*credits).min(room(*other))).sum();
    let mut best = 0;
    for amount in (0..=most).rev() {
        if best >= (amount + no_more_than).min(needed) {
            break;
        }
        best = best.max(take(amount));
    }
    best
}
