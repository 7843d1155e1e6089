//! Which learning counts for which requirement: an exact assignment, on plain numbers.
//!
//! Two designs were weighed. A general solver (`good_lp` with microlp) would take the whole as a
//! mixed integer programme; microlp’s own README disclaims optimality, it works in floating point, and it
//! adds 43 kB to what every visitor loads. The other is this one, a branch and bound of our own in whole
//! numbers: units are placed one after another, the largest first, and a branch is left as soon as no
//! completion of it can beat what was found. Its bound is the value of the best flow in which learning may
//! be split, read off as the least cut over the leaves that compete with each other, so it costs a table
//! and no search; states that were met before are not searched again. It was taken because it is exact,
//! and, where the search grows too long, says that the answer was not proved.

use std::collections::{BTreeMap, BTreeSet};

/// What there is and what is asked for. Everything is named by its place in these lists.
#[derive(Clone, Debug)]
pub(super) struct Instance {
    /// Learning that counts once, in whatever it is wrapped: the credits of each piece.
    pub atoms: Vec<u32>,
    /// What may be placed.
    pub units: Vec<Unit>,
    /// Where it may be placed.
    pub leaves: Vec<Leaf>,
    /// How the leaves make up the whole.
    pub tree: Need,
}

/// Something that goes whole to one leaf, or to none.
#[derive(Clone, Debug, Default)]
pub(super) struct Unit {
    /// The learning in it; two units that share some cannot both be placed.
    pub atoms: Vec<usize>,
    /// The leaves that take it.
    pub places: Vec<Place>,
}

/// A leaf that takes a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub leaf: usize,
    /// The credits that the unit brings there; no more than its atoms have.
    pub credits: u32,
    /// Which of the leaf’s caps it falls under, a bit for each.
    pub caps: u64,
}

/// The end of a branch of the tree.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub demand: Demand,
    /// The most that some of what is placed here may count; see [`Place::caps`].
    pub caps: Vec<u32>,
}

/// What fills a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// So many credits.
    Credits(u32),
    /// One unit, which counts for so many credits.
    Whole(u32),
    /// Nothing that can be placed.
    Person,
    /// Nothing: it is taken as filled.
    Granted,
}

/// How leaves make up the whole.
#[derive(Clone, Debug)]
pub(super) enum Need {
    Leaf(usize),
    /// All of these.
    All(Vec<Need>),
    /// So many of these; only they count.
    Some(usize, Vec<Need>),
    /// Whatever of these there is; they make up nothing.
    Extra(Vec<Need>),
    /// The same, of which no more than so many credits count.
    AtMost(u32, Box<Need>),
}

/// The best assignment that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assignment {
    /// Whether everything is filled.
    pub complete: bool,
    /// The credits that count.
    pub credits: u32,
    /// The leaf of each unit; none where it is not needed.
    pub placed: Vec<Option<usize>>,
    /// The credits that count at each leaf.
    pub counted: Vec<u32>,
    /// Whether each leaf is filled.
    pub filled: Vec<bool>,
    /// Whether it is certain that nothing is better.
    pub proved: bool,
}

/// The steps after which a search gives up.
const MOST_STEPS: usize = 100_000;
/// The most leaves that compete of which every set is looked at for the bound.
const MOST_COMPETING: usize = 10;
/// The most numbers in the table of cuts.
const MOST_CUTS: usize = 1 << 20;

impl Instance {
    /// The best assignment: complete where any is, then with the most credits.
    pub fn solve(&self) -> Assignment {
        let mut search = Search::new(self, Aim::Complete);
        search.run();
        let mut proved = !search.gave_up;
        if search.best.is_none() {
            search = Search::new(self, Aim::Credits);
            search.run();
            proved &= !search.gave_up;
        }
        search.assignment(proved)
    }

    /// Whether everything can be filled; nothing where the search grows too long.
    pub fn can_be_complete(&self) -> Option<bool> {
        let mut search = Search::new(self, Aim::AnyComplete);
        search.run();
        if search.best.is_none() && search.gave_up { None } else { Some(search.best.is_some()) }
    }

    /// The most credits that can count, and whether that is proved.
    pub fn most_credits(&self) -> (u32, bool) {
        let mut search = Search::new(self, Aim::Credits);
        search.run();
        (search.best.as_ref().map_or(0, |best| best.credits), !search.gave_up)
    }
}

impl Need {
    /// The most that counts where leaf `j` counts for `of(j)`.
    fn worth(&self, of: &impl Fn(usize) -> u32) -> u32 {
        match self {
            Self::Leaf(leaf) => of(*leaf),
            Self::All(needs) | Self::Extra(needs) => needs.iter().map(|need| need.worth(of)).sum(),
            Self::Some(number, needs) => {
                let mut worths: Vec<u32> = needs.iter().map(|need| need.worth(of)).collect();
                worths.sort_unstable_by(|one, other| other.cmp(one));
                worths.iter().take(*number).sum()
            }
            Self::AtMost(most, need) => need.worth(of).min(*most),
        }
    }

    /// The least that is lacking where leaf `j` lacks `of(j)`; nothing where some leaf that is needed can
    /// never be filled.
    fn lacks(&self, of: &impl Fn(usize) -> Option<u32>) -> Option<u32> {
        match self {
            Self::Leaf(leaf) => of(*leaf),
            Self::All(needs) => needs.iter().map(|need| need.lacks(of)).sum(),
            Self::Some(number, needs) => {
                let mut lacking: Vec<u32> = needs.iter().filter_map(|need| need.lacks(of)).collect();
                lacking.sort_unstable();
                (lacking.len() >= *number).then(|| lacking.iter().take(*number).sum())
            }
            Self::Extra(_) => None,
            Self::AtMost(_, need) => need.lacks(of),
        }
    }

    /// The sums with which it can be complete, and the leaves that make up each: the largest alone, or
    /// all up to a limit. `of(j)` is what leaf `j` counts for, where it is filled.
    fn totals(&self, limit: Option<u32>, of: &impl Fn(usize) -> Option<u32>) -> Totals {
        let none = || Totals::from([(0, Vec::new())]);
        let mut totals = match self {
            Self::Leaf(leaf) => of(*leaf).map(|credits| (credits, vec![*leaf])).into_iter().collect(),
            Self::All(needs) => {
                needs.iter().fold(none(), |sums, need| added(&sums, &need.totals(limit, of), limit))
            }
            Self::Some(number, needs) => {
                let mut by_number = vec![Totals::new(); *number + 1];
                if let Some(first) = by_number.first_mut() {
                    *first = none();
                }
                for need in needs {
                    let totals = need.totals(limit, of);
                    for chosen in (0..*number).rev() {
                        let more = by_number.get(chosen).map(|sums| added(sums, &totals, limit));
                        if let Some(sums) = by_number.get_mut(chosen + 1) {
                            more.into_iter().flatten().for_each(|(sum, leaves)| {
                                sums.entry(sum).or_insert(leaves);
                            });
                        }
                    }
                }
                by_number.pop().unwrap_or_default()
            }
            Self::Extra(_) => Totals::new(),
            Self::AtMost(most, need) => need.totals(Some(limit.map_or(*most, |limit| limit.min(*most))), of),
        };
        if let Some(limit) = limit {
            totals.retain(|sum, _| *sum <= limit);
        } else if let Some(largest) = totals.pop_last() {
            totals = Totals::from([largest]);
        }
        totals
    }

    /// Shares out what counts, where leaf `j` could count for `of(j)` and no more than `left` does.
    fn share_out(&self, left: u32, of: &impl Fn(usize) -> u32, counted: &mut [u32]) -> u32 {
        match self {
            Self::Leaf(leaf) => {
                let credits = of(*leaf).min(left);
                if let Some(counted) = counted.get_mut(*leaf) {
                    *counted = credits;
                }
                credits
            }
            Self::All(needs) | Self::Extra(needs) => {
                needs.iter().fold(0, |used, need| used + need.share_out(left - used, of, counted))
            }
            Self::Some(number, needs) => {
                let mut best: Vec<&Need> = needs.iter().collect();
                best.sort_by_key(|need| std::cmp::Reverse(need.worth(of)));
                best.into_iter()
                    .take(*number)
                    .fold(0, |used, need| used + need.share_out(left - used, of, counted))
            }
            Self::AtMost(most, need) => need.share_out(left.min(*most), of, counted),
        }
    }

    /// Whether it is a plain sum of all its leaves.
    fn is_sum(&self) -> bool {
        match self {
            Self::Leaf(_) => true,
            Self::All(needs) => needs.iter().all(Self::is_sum),
            Self::Some(..) | Self::Extra(_) | Self::AtMost(..) => false,
        }
    }
}

/// Sums, and the leaves that make up each.
type Totals = BTreeMap<u32, Vec<usize>>;

fn added(sums: &Totals, more: &Totals, limit: Option<u32>) -> Totals {
    let mut all = Totals::new();
    for (sum, leaves) in sums {
        for (other, other_leaves) in more {
            if limit.is_none_or(|limit| sum + other <= limit) {
                all.entry(sum + other).or_insert_with(|| [leaves.as_slice(), other_leaves.as_slice()].concat());
            }
        }
    }
    all
}

/// What a search is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
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
    /// Whether other units share some of its learning.
    is_shared: bool,
    /// Whether no unit before it shares learning with it or one after it.
    starts: bool,
}

struct Found {
    credits: u32,
    /// The choice for each item.
    placed: Vec<Option<Choice>>,
    /// The leaves that count, where everything is filled.
    chosen: Option<Vec<usize>>,
}

struct Search<'a> {
    instance: &'a Instance,
    aim: Aim,
    items: Vec<Item>,
    slots: Vec<Slot>,
    slots_of: Vec<Vec<usize>>,
    is_sum: bool,
    /// From each item on: the credits that could still come to each slot.
    supply: Vec<Vec<u32>>,
    /// The bit of each leaf in a cut; a leaf that competes with no other has none.
    bits: Vec<Option<u32>>,
    /// Sets of competing leaves, as bits.
    cuts: Vec<u64>,
    /// From each item on, for each cut: the credits that could still go to a leaf outside it.
    outside: Vec<Vec<u32>>,
    bound: u32,

    totals: Vec<u32>,
    value: Vec<u32>,
    used: Vec<bool>,
    placed: Vec<Option<Choice>>,
    seen: Vec<BTreeSet<Vec<u32>>>,
    steps: usize,
    best: Option<Found>,
    done: bool,
    gave_up: bool,
}

/// The number at a place; places come from the same lists, so there always is one.
fn at(numbers: &[u32], place: usize) -> u32 {
    numbers.get(place).copied().unwrap_or_default()
}

impl<'a> Search<'a> {
    fn new(instance: &'a Instance, aim: Aim) -> Self {
        let mut slots: Vec<Slot> = Vec::new();
        let mut slots_of = vec![Vec::new(); instance.leaves.len()];
        let mut items = in_order(instance, &mut slots, &mut slots_of);
        mark_starts(&mut items, instance.atoms.len());

        let mut supply = vec![vec![0; slots.len()]];
        for item in items.iter().rev() {
            let mut row = supply.last().cloned().unwrap_or_default();
            for choice in &item.choices {
                if let Some(credits) = row.get_mut(choice.slot) {
                    *credits += choice.credits.max(u32::from(instance.is_whole(choice.leaf)));
                }
            }
            supply.push(row);
        }
        supply.reverse();

        let reached = leaves_of_atoms(instance, &items);
        let bits = bits(&reached, instance.leaves.len());
        let competing = bits.iter().flatten().count();
        let cuts = cuts(competing, items.len());
        let mut last_of = vec![None; instance.atoms.len()];
        for (depth, item) in items.iter().enumerate() {
            item.atoms.iter().for_each(|atom| {
                last_of.get_mut(*atom).into_iter().for_each(|last| *last = Some(depth));
            });
        }
        let mut ending = vec![Vec::new(); items.len()];
        for (atom, last) in last_of.iter().enumerate() {
            ending.get_mut(last.unwrap_or(usize::MAX)).into_iter().for_each(|atoms| atoms.push(atom));
        }
        let mut outside = vec![vec![0; cuts.len()]];
        for atoms in ending.iter().rev() {
            let mut row = outside.last().cloned().unwrap_or_default();
            for atom in atoms {
                let leaves = reached.get(*atom).into_iter().flatten();
                let reach: u64 =
                    leaves.filter_map(|leaf| Some(1 << (*bits.get(*leaf)?)?)).fold(0, |all, bit: u64| all | bit);
                let credits = at(&instance.atoms, *atom);
                for (sum, cut) in row.iter_mut().zip(&cuts) {
                    *sum += if reach & !cut == 0 { 0 } else { credits };
                }
            }
            outside.push(row);
        }
        outside.reverse();

        let totals = vec![0; slots.len()];
        let mut search = Self {
            instance,
            aim,
            slots_of,
            is_sum: instance.tree.is_sum(),
            supply,
            bits,
            cuts,
            outside,
            bound: u32::MAX,
            totals,
            value: vec![0; instance.leaves.len()],
            used: vec![false; instance.atoms.len()],
            placed: Vec::with_capacity(items.len()),
            seen: items.iter().map(|_| BTreeSet::new()).collect(),
            items,
            slots,
            steps: 0,
            best: None,
            done: false,
            gave_up: false,
        };
        search.bound = search.bound_at(0, true).unwrap_or(0);
        search
    }

    fn run(&mut self) {
        // The stack is our own: there may be thousands of items, and little room on the machine’s.
        let mut path: Vec<Vec<Option<Choice>>> = Vec::new();
        if self.enter() {
            path.push(self.choices());
        }
        while let Some(choices) = path.last_mut() {
            if self.placed.len() == path.len() {
                self.undo();
            }
            let Some(choice) = path.last_mut().and_then(Vec::pop) else {
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
        self.steps += 1;
        self.gave_up = self.steps > MOST_STEPS;
        self.keep_if_better();
        if self.done || self.gave_up || self.placed.len() >= self.items.len() {
            return false;
        }
        let depth = self.placed.len();
        // The first way down is taken without looking closely at what it could reach.
        let looks_closely = self.steps > self.items.len();
        let beats = self.bound_at(depth, looks_closely);
        let can_beat = match (beats, &self.best) {
            (None, _) => false,
            (Some(bound), Some(best)) => bound > best.credits,
            (Some(_), None) => true,
        };
        can_beat && self.is_new(depth)
    }

    /// Whether this state was not met before.
    fn is_new(&mut self, depth: usize) -> bool {
        if !self.items.get(depth).is_some_and(|item| item.starts) {
            return true;
        }
        let key = self.slots.iter().zip(&self.totals).map(|(slot, total)| {
            if self.is_full(slot.leaf) { u32::MAX } else { slot.useful.min(*total) }
        });
        let key = key.collect();
        self.seen.get_mut(depth).is_none_or(|seen| seen.insert(key))
    }

    fn is_full(&self, leaf: usize) -> bool {
        match self.instance.demand(leaf) {
            Demand::Credits(needed) => at(&self.value, leaf) >= needed,
            Demand::Whole(_) => self.total(leaf) > 0,
            Demand::Person => false,
            Demand::Granted => true,
        }
    }

    fn total(&self, leaf: usize) -> u32 {
        self.slots_of.get(leaf).into_iter().flatten().map(|slot| at(&self.totals, *slot)).sum()
    }

    /// What leaf counts for, if `more` came to its slots.
    fn value_with(&self, leaf: usize, more: Option<&[u32]>) -> u32 {
        let slots = self.slots_of.get(leaf).map_or(&[][..], |slots| slots);
        let total = |slot: &usize| at(&self.totals, *slot) + more.map_or(0, |more| at(more, *slot));
        match self.instance.demand(leaf) {
            Demand::Credits(needed) => {
                let caps = self.instance.leaves.get(leaf).map_or(&[][..], |leaf| &leaf.caps);
                if caps.is_empty() {
                    return slots.iter().map(total).sum::<u32>().min(needed);
                }
                let classes: Vec<(u64, u32)> = slots
                    .iter()
                    .filter_map(|slot| Some((self.slots.get(*slot)?.caps, total(slot))))
                    .collect();
                most_under_caps(needed, caps, classes)
            }
            Demand::Whole(credits) => {
                if slots.iter().any(|slot| total(slot) > 0) {
                    credits
                } else {
                    0
                }
            }
            Demand::Person | Demand::Granted => 0,
        }
    }

    /// The most that can come of the first `depth` choices; nothing where they cannot lead to what is
    /// aimed for. For each set of leaves, those inside count for all that could come to them, and
    /// those outside share what could go to any of them: the least over all sets is the best flow.
    fn bound_at(&self, depth: usize, looks_closely: bool) -> Option<u32> {
        let supply = self.supply.get(depth).map_or(&[][..], |row| row);
        let outside = self.outside.get(depth).map_or(&[][..], |row| row);
        let most: Vec<u32> =
            (0..self.value.len()).map(|leaf| self.value_with(leaf, Some(supply))).collect();
        let cuts = self.cuts.len().min(if looks_closely { usize::MAX } else { 2 });
        let inside = |cut: u64, leaf: usize| {
            self.bits.get(leaf).copied().flatten().is_none_or(|bit| cut & (1 << bit) != 0)
        };
        if self.aim == Aim::Credits {
            if self.is_sum {
                let now: u32 = self.value.iter().sum();
                let gains: Vec<u32> =
                    most.iter().zip(&self.value).map(|(most, value)| most - value).collect();
                let least = self.least_over_cuts(cuts, outside, &gains);
                return Some(now + least);
            }
            let over = |(cut, outside): (&u64, &u32)| {
                let value = |leaf| if inside(*cut, leaf) { at(&most, leaf) } else { at(&self.value, leaf) };
                self.instance.tree.worth(&value) + outside
            };
            return self.cuts.iter().zip(outside).take(cuts).map(over).min();
        }
        let can_be_filled = |leaf: usize| match self.instance.demand(leaf) {
            Demand::Credits(needed) => at(&most, leaf) >= needed,
            Demand::Whole(_) => {
                let slots = self.slots_of.get(leaf).into_iter().flatten();
                slots.into_iter().any(|slot| at(&self.totals, *slot) + at(supply, *slot) > 0)
            }
            Demand::Person => false,
            Demand::Granted => true,
        };
        let lacking = |cut: u64, leaf: usize| match self.instance.demand(leaf) {
            _ if !can_be_filled(leaf) => None,
            _ if self.is_full(leaf) || inside(cut, leaf) => Some(0),
            Demand::Credits(needed) | Demand::Whole(needed) => Some(needed - at(&self.value, leaf)),
            Demand::Person | Demand::Granted => Some(0),
        };
        for (cut, outside) in self.cuts.iter().zip(outside).take(cuts) {
            if self.instance.tree.lacks(&|leaf| lacking(*cut, leaf))? > *outside {
                return None;
            }
        }
        let needed = |leaf: usize| match self.instance.demand(leaf) {
            Demand::Credits(needed) | Demand::Whole(needed) if can_be_filled(leaf) => needed,
            _ => 0,
        };
        Some(self.instance.tree.worth(&needed))
    }

    /// The least, over sets of leaves, of what those inside gain and what could go outside.
    fn least_over_cuts(&self, cuts: usize, outside: &[u32], gains: &[u32]) -> u32 {
        let (mut alone, mut competing) = (0, vec![0; self.bits.iter().flatten().count()]);
        for (gain, bit) in gains.iter().zip(&self.bits) {
            match bit {
                None => alone += gain,
                Some(bit) => competing.get_mut(*bit as usize).into_iter().for_each(|each| *each = *gain),
            }
        }
        let gain_of = |cut: &u64| -> u32 {
            let mut left = *cut;
            let mut sum = 0;
            while left != 0 {
                sum += at(&competing, left.trailing_zeros() as usize);
                left &= left - 1;
            }
            sum
        };
        let over = self.cuts.iter().zip(outside).take(cuts).map(|(cut, outside)| gain_of(cut) + outside);
        alone + over.min().unwrap_or_default()
    }

    fn keep_if_better(&mut self) {
        let (credits, chosen) = if self.aim == Aim::Credits {
            (self.instance.tree.worth(&|leaf| at(&self.value, leaf)), None)
        } else {
            let lacking = |leaf| self.is_full(leaf).then_some(0);
            if self.instance.tree.lacks(&lacking).is_none() {
                return;
            }
            let filled = |leaf| self.is_full(leaf).then(|| at(&self.value, leaf));
            let Some((credits, chosen)) = self.instance.tree.totals(None, &filled).pop_last() else { return };
            (credits, Some(chosen))
        };
        if self.best.as_ref().is_none_or(|best| credits > best.credits) {
            self.best = Some(Found { credits, placed: self.placed.clone(), chosen });
            self.done = credits >= self.bound || self.aim == Aim::AnyComplete;
        }
    }

    /// What to do with the next item, the last first.
    fn choices(&self) -> Vec<Option<Choice>> {
        let depth = self.placed.len();
        let Some(item) = self.items.get(depth) else { return Vec::new() };
        let supply = self.supply.get(depth).map_or(&[][..], |row| row);
        let is_free = item.atoms.iter().all(|atom| !self.used.get(*atom).copied().unwrap_or_default());
        let mut ranked: Vec<((bool, i64), Choice)> = Vec::new();
        for choice in item.choices.iter().filter(|choice| is_free && self.is_useful(choice)) {
            let needed = match self.instance.demand(choice.leaf) {
                Demand::Credits(needed) | Demand::Whole(needed) => needed,
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
        let may_skip = ranked.is_empty() || item.is_shared;
        let skip = may_skip.then_some(None);
        skip.into_iter().chain(ranked.into_iter().map(|(_, choice)| Some(choice))).collect()
    }

    /// Whether more at a place could make a difference.
    fn is_useful(&self, choice: &Choice) -> bool {
        let useful = self.slots.get(choice.slot).map_or(0, |slot| slot.useful);
        match self.instance.demand(choice.leaf) {
            Demand::Credits(_) => !self.is_full(choice.leaf) && at(&self.totals, choice.slot) < useful,
            Demand::Whole(credits) => {
                !self.is_full(choice.leaf) && (credits > 0 || self.aim != Aim::Credits)
            }
            Demand::Person | Demand::Granted => false,
        }
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
        let credits = if self.instance.is_whole(choice.leaf) { 1 } else { choice.credits };
        if let Some(total) = self.totals.get_mut(choice.slot) {
            *total = if is_placed { *total + credits } else { *total - credits };
        }
        let value = self.value_with(choice.leaf, None);
        self.value.get_mut(choice.leaf).into_iter().for_each(|each| *each = value);
    }

    /// The best that was found, without the units that make no difference.
    fn assignment(mut self, proved: bool) -> Assignment {
        let found = self.best.take();
        let (placed, chosen) = found.map_or((Vec::new(), None), |found| (found.placed, found.chosen));
        while !self.placed.is_empty() {
            self.undo();
        }
        placed.into_iter().for_each(|choice| self.place(choice));
        while self.placed.len() < self.items.len() {
            self.place(None);
        }
        self.fill_for_nothing();
        let mut counted = vec![0; self.value.len()];
        match &chosen {
            Some(chosen) => chosen.iter().for_each(|leaf| {
                counted.get_mut(*leaf).into_iter().for_each(|each| *each = at(&self.value, *leaf));
            }),
            None => {
                self.instance.tree.share_out(u32::MAX, &|leaf| at(&self.value, leaf), &mut counted);
            }
        }
        let filled = (0..self.value.len()).map(|leaf| self.is_full(leaf)).collect();
        self.drop_needless(&counted, chosen.as_deref());
        let mut placed = vec![None; self.instance.units.len()];
        for (item, choice) in self.items.iter().zip(&self.placed) {
            placed.get_mut(item.unit).into_iter().for_each(|leaf| *leaf = choice.map(|choice| choice.leaf));
        }
        let credits = counted.iter().sum();
        Assignment { complete: chosen.is_some(), credits, placed, counted, filled, proved }
    }

    /// Places what fills a leaf that brings no credits; the search for the most credits does not look for it.
    fn fill_for_nothing(&mut self) {
        for depth in 0..self.items.len() {
            let Some(item) = self.items.get(depth) else { continue };
            let is_free = item.atoms.iter().all(|atom| !self.used.get(*atom).copied().unwrap_or_default());
            let is_open = |choice: &&Choice| {
                self.instance.demand(choice.leaf) == Demand::Whole(0) && !self.is_full(choice.leaf)
            };
            let choice = item.choices.iter().find(is_open).copied();
            if let Some(choice) = choice.filter(|_| is_free) {
                self.placed.get_mut(depth).into_iter().for_each(|placed| *placed = Some(choice));
                self.change(depth, Some(choice), true);
            }
        }
    }

    /// Takes out what is not needed for what counts, the smallest first.
    fn drop_needless(&mut self, counted: &[u32], chosen: Option<&[usize]>) {
        for depth in (0..self.items.len()).rev() {
            let Some(choice) = self.placed.get(depth).copied().flatten() else { continue };
            self.change(depth, Some(choice), false);
            let is_wanted = match self.instance.demand(choice.leaf) {
                Demand::Whole(credits) => {
                    let counts = at(counted, choice.leaf) == credits;
                    chosen.map_or(counts, |chosen| chosen.contains(&choice.leaf))
                }
                _ => at(&self.value, choice.leaf) < at(counted, choice.leaf),
            };
            if is_wanted {
                self.change(depth, Some(choice), true);
            } else {
                self.placed.get_mut(depth).into_iter().for_each(|placed| *placed = None);
            }
        }
    }
}

impl Instance {
    fn demand(&self, leaf: usize) -> Demand {
        self.leaves.get(leaf).map_or(Demand::Person, |leaf| leaf.demand)
    }

    fn is_whole(&self, leaf: usize) -> bool {
        matches!(self.demand(leaf), Demand::Whole(_))
    }
}

/// The units that have a place, those with the most credits first; units that share learning stand
/// together.
fn in_order(instance: &Instance, slots: &mut Vec<Slot>, slots_of: &mut [Vec<usize>]) -> Vec<Item> {
    let mut together: Vec<usize> = (0..instance.atoms.len()).collect();
    let mut sharing = vec![0_usize; instance.atoms.len()];
    for unit in &instance.units {
        let mut first = None;
        for atom in &unit.atoms {
            sharing.get_mut(*atom).into_iter().for_each(|units| *units += 1);
            let group = together.get(*atom).copied().unwrap_or_default();
            let joined = *first.get_or_insert(group);
            together.iter_mut().filter(|each| **each == group).for_each(|each| *each = joined);
        }
    }
    let mut items = Vec::new();
    let mut largest_of: BTreeMap<usize, u32> = BTreeMap::new();
    let mut alike: BTreeMap<Vec<Place>, u32> = BTreeMap::new();
    for (number, unit) in instance.units.iter().enumerate() {
        let is_shared = unit.atoms.iter().any(|atom| sharing.get(*atom).is_some_and(|units| *units > 1));
        let takes = |place: &&Place| match instance.demand(place.leaf) {
            Demand::Credits(needed) => place.credits > 0 && needed > 0,
            Demand::Whole(_) => true,
            Demand::Person | Demand::Granted => false,
        };
        let places: Vec<Place> = unit.places.iter().filter(takes).copied().collect();
        if places.is_empty() || (!is_shared && is_one_too_many(instance, &places, &mut alike)) {
            continue;
        }
        let choices: Vec<Choice> =
            places.iter().map(|place| choice(instance, place, slots, slots_of)).collect();
        let credits = choices.iter().map(|choice| choice.credits).max().unwrap_or_default();
        let group = unit.atoms.first().and_then(|atom| together.get(*atom)).copied().unwrap_or(usize::MAX);
        let largest = largest_of.entry(group).or_default();
        *largest = credits.max(*largest);
        items.push((group, credits, Item { unit: number, atoms: unit.atoms.clone(), choices, is_shared, starts: true }));
    }
    items.sort_by_key(|(group, credits, item)| {
        let largest = largest_of.get(group).copied().unwrap_or_default();
        (std::cmp::Reverse(largest), *group, std::cmp::Reverse(*credits), item.unit)
    });
    items.into_iter().map(|(_, _, item)| item).collect()
}

/// Whether there are already so many units of the same kind that another makes no difference.
fn is_one_too_many(instance: &Instance, places: &[Place], alike: &mut BTreeMap<Vec<Place>, u32>) -> bool {
    let enough = places.iter().map(|place| match instance.demand(place.leaf) {
        Demand::Credits(needed) => needed.div_ceil(place.credits.max(1)),
        _ => 1,
    });
    let enough: u32 = enough.sum();
    let number = alike.entry(places.to_vec()).or_default();
    *number += 1;
    *number > enough
}

fn choice(instance: &Instance, place: &Place, slots: &mut Vec<Slot>, slots_of: &mut [Vec<usize>]) -> Choice {
    let leaf = instance.leaves.get(place.leaf);
    let own = slots_of.get_mut(place.leaf);
    let known = own.as_ref().and_then(|own| {
        own.iter().copied().find(|slot| slots.get(*slot).is_some_and(|slot| slot.caps == place.caps))
    });
    let slot = known.unwrap_or_else(|| {
        let caps = leaf.map_or(&[][..], |leaf| &leaf.caps);
        let under = caps.iter().enumerate().filter(|(cap, _)| place.caps & (1 << cap) != 0);
        let cap = under.map(|(_, cap)| *cap).min().unwrap_or(u32::MAX);
        let needed = match instance.demand(place.leaf) {
            Demand::Credits(needed) => needed,
            _ => 1,
        };
        slots.push(Slot { leaf: place.leaf, caps: place.caps, useful: cap.min(needed) });
        own.into_iter().for_each(|own| own.push(slots.len() - 1));
        slots.len() - 1
    });
    Choice { slot, leaf: place.leaf, credits: place.credits }
}

/// Finds out before which items nothing is shared with those that come after.
fn mark_starts(items: &mut [Item], atoms: usize) {
    let mut first_of = vec![None; atoms];
    for (depth, item) in items.iter().enumerate() {
        for atom in &item.atoms {
            first_of.get_mut(*atom).into_iter().for_each(|first| *first = first.or(Some(depth)));
        }
    }
    let mut earliest = usize::MAX;
    for (depth, item) in items.iter_mut().enumerate().rev() {
        let firsts = item.atoms.iter().filter_map(|atom| first_of.get(*atom).copied().flatten());
        earliest = firsts.min().unwrap_or(depth).min(earliest);
        item.starts = earliest >= depth;
    }
}

/// The leaves that each atom may come to.
fn leaves_of_atoms(instance: &Instance, items: &[Item]) -> Vec<BTreeSet<usize>> {
    let mut reached = vec![BTreeSet::new(); instance.atoms.len()];
    for item in items {
        for atom in &item.atoms {
            let leaves = item.choices.iter().map(|choice| choice.leaf);
            reached.get_mut(*atom).into_iter().for_each(|reached| reached.extend(leaves.clone()));
        }
    }
    reached
}

/// A bit for each leaf that competes with another for some atom; beyond 64 a leaf goes without, and the
/// bound is less close.
fn bits(reached: &[BTreeSet<usize>], leaves: usize) -> Vec<Option<u32>> {
    let mut bits = vec![None; leaves];
    let competing: BTreeSet<usize> =
        reached.iter().filter(|leaves| leaves.len() > 1).flatten().copied().collect();
    for (bit, leaf) in (0..u64::BITS).zip(competing) {
        bits.get_mut(leaf).into_iter().for_each(|own| *own = Some(bit));
    }
    bits
}

/// The sets of leaves that are looked at: none and all first, then every one where there are few.
fn cuts(competing: usize, items: usize) -> Vec<u64> {
    let all = u64::MAX.checked_shr(u64::BITS - competing as u32).unwrap_or_default();
    let mut cuts = vec![0, all];
    if competing <= MOST_COMPETING && (items + 1) << competing <= MOST_CUTS {
        cuts.extend(1..all);
    } else {
        let each = (0..competing).map(|bit| 1_u64 << bit);
        cuts.extend(each.clone().chain(each.map(|bit| all & !bit)));
    }
    cuts
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
    let is_best = others.iter().all(|(other, _)| under & other == 0 || under & !other == 0);
    if is_best {
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
