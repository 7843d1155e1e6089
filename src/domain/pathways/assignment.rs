//! Which learning counts for which requirement: an exact assignment, on plain numbers.
//!
//! Two designs were weighed. A general solver (`good_lp` with microlp) would take the whole as a
//! mixed integer programme; microlp’s own README disclaims optimality, it works in floating point, and it
//! adds 43 kB to what every visitor loads. The other is the branch and bound of [`search`], in whole
//! numbers. It was taken because it is exact, and, where the search grows too long, says that the answer
//! was not proved.

mod caps;
mod cuts;
mod items;
mod need;
mod outcome;
mod placement;
mod search;

pub(super) use need::Need;

use search::{Aim, Search};
use std::cell::Cell;
use std::cmp::Reverse;

/// How much may still be searched for one answer; all that is solved for it has a share.
#[derive(Debug)]
pub(super) struct Work {
    /// The steps that are left; a browser takes some hundred million in a second.
    steps: Cell<u64>,
}

impl Work {
    /// As much as a page can wait for.
    pub fn new() -> Self {
        Self { steps: Cell::new(16_000_000) }
    }

    /// As much as is spent on what is only a first try.
    pub fn little() -> Self {
        Self { steps: Cell::new(1_000_000) }
    }

    /// One of so many shares of what is left.
    fn share(&self, number: usize) -> u64 {
        self.steps.get() / u64::try_from(number.max(1)).unwrap_or(u64::MAX)
    }

    fn spend(&self, steps: u64) {
        self.steps.set(self.steps.get().saturating_sub(steps));
    }
}

/// What there is and what is asked for. Everything is named by its place in these lists.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Instance {
    /// Learning that counts once, in whatever it is wrapped: the credits of each piece.
    pub atoms: Vec<u32>,
    /// What may be placed.
    pub units: Vec<Unit>,
    /// Where it may be placed.
    pub leaves: Vec<Leaf>,
    /// How the leaves make up the whole.
    pub tree: Need,
    /// Units that go to a certain leaf wherever that leaf has room for them.
    pub pins: Vec<(usize, usize)>,
}

/// Something that goes whole to one leaf, or to none.
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
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
    /// Nothing is needed, and so many credits may count.
    UpTo(u32),
    /// One unit, which counts for so many credits.
    Whole(u32),
    /// Nothing that can be placed.
    Person,
    /// Nothing: it is taken as filled.
    Granted,
}

impl Demand {
    /// The credits that fill it.
    pub fn needed(self) -> u32 {
        match self {
            Self::Credits(credits) | Self::Whole(credits) => credits,
            Self::UpTo(_) | Self::Person | Self::Granted => 0,
        }
    }
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

impl Instance {
    /// The best assignment: complete where any is, then with the most credits. It takes what work is left, with a
    /// pause between parts of it.
    pub async fn solve(&self, work: &Work, pause: &impl AsyncFn()) -> Assignment {
        match self.best(Aim::Complete, work, pause).await {
            (Some(complete), is_certain) => Assignment { proved: is_certain, ..complete },
            (None, is_certain) => {
                let most = self.most(work, pause).await;
                Assignment { proved: most.proved && is_certain, ..most }
            }
        }
    }

    /// Of the assignments with as many credits as the best, one that fills more of what takes one unit whole, where
    /// one is soon found: of credits that are still open, it is no loss to lack some more.
    pub async fn filling_more(&self, best: Assignment, pause: &impl AsyncFn()) -> Assignment {
        let is_whole = |leaf: &usize| matches!(self.demand(*leaf), Demand::Whole(_));
        let mut open = best.filled.iter().enumerate().filter(|(_, is_filled)| !**is_filled);
        if best.complete || !open.any(|(leaf, _)| is_whole(&leaf)) {
            return best;
        }
        let scale = u32::try_from(self.leaves.len() + 1).unwrap_or(u32::MAX);
        let (found, _) = self.favouring_whole(scale).best(Aim::Credits, &Work::little(), pause).await;
        let filled = |of: &Assignment| {
            let filled = of.filled.iter().enumerate().filter(|(_, is_filled)| **is_filled);
            filled.filter(|(leaf, _)| is_whole(leaf)).count()
        };
        let found = found.map(|found| {
            let counted: Vec<u32> = found.counted.iter().map(|credits| credits / scale).collect();
            Assignment { credits: counted.iter().sum(), counted, proved: best.proved, ..found }
        });
        let is_better = |found: &Assignment| found.credits == best.credits && filled(found) > filled(&best);
        found.filter(is_better).unwrap_or(best)
    }

    /// The same with credits so many times as large, and one more for each unit that fills a leaf whole. `scale` is
    /// more than there are leaves, so all of these together are worth less than one credit.
    fn favouring_whole(&self, scale: u32) -> Self {
        let larger = |credits: u32| credits.saturating_mul(scale);
        let whole = |credits: u32| larger(credits).saturating_add(1);
        let demand = |demand: Demand| match demand {
            Demand::Credits(credits) => Demand::Credits(larger(credits)),
            Demand::UpTo(credits) => Demand::UpTo(larger(credits)),
            Demand::Whole(credits) => Demand::Whole(whole(credits)),
            Demand::Person | Demand::Granted => demand,
        };
        let place = |place: &Place| match self.demand(place.leaf) {
            Demand::Whole(_) => Place { credits: whole(place.credits), ..*place },
            _ => Place { credits: larger(place.credits), ..*place },
        };
        let unit =
            |unit: &Unit| Unit { atoms: unit.atoms.clone(), places: unit.places.iter().map(place).collect() };
        let leaf = |leaf: &Leaf| Leaf {
            demand: demand(leaf.demand),
            caps: leaf.caps.iter().map(|cap| larger(*cap)).collect(),
        };
        Self {
            atoms: self.atoms.iter().map(|credits| whole(*credits)).collect(),
            units: self.units.iter().map(unit).collect(),
            leaves: self.leaves.iter().map(leaf).collect(),
            tree: self.tree.with_caps(&|most| larger(most).saturating_add(scale - 1)),
            pins: self.pins.clone(),
        }
    }

    /// Whether everything can be filled; nothing where the search grows too long.
    pub async fn can_be_complete(&self, work: &Work, pause: &impl AsyncFn()) -> Option<bool> {
        let (found, is_certain) = self.any_complete(work, pause).await;
        (found.is_some() || is_certain).then_some(found.is_some())
    }

    /// Anything with which everything is filled, and whether that there is none is certain.
    pub async fn any_complete(&self, work: &Work, pause: &impl AsyncFn()) -> (Option<Assignment>, bool) {
        self.best(Aim::AnyComplete, work, pause).await
    }

    /// The most credits that can count, with what work is left; nothing where the search grows too long.
    pub async fn most_credits(&self, work: &Work, pause: &impl AsyncFn()) -> Option<u32> {
        let most = self.most(work, pause).await;
        most.proved.then_some(most.credits)
    }

    /// An assignment with the most credits.
    async fn most(&self, work: &Work, pause: &impl AsyncFn()) -> Assignment {
        let (most, proved) = self.best(Aim::Credits, work, pause).await;
        let nothing = || Assignment {
            complete: false,
            credits: 0,
            placed: vec![None; self.units.len()],
            counted: vec![0; self.leaves.len()],
            filled: vec![false; self.leaves.len()],
            proved,
        };
        most.map_or_else(nothing, |most| Assignment { proved, ..most })
    }

    /// The best for an aim, and whether it is certain that nothing is better. Each choice of what some parts are
    /// taken from is a search of its own, that of which the most can come first.
    async fn best(&self, aim: Aim, work: &Work, pause: &impl AsyncFn()) -> (Option<Assignment>, bool) {
        // Once nothing is left to spend, one search is all that there is time for.
        let trees =
            self.tree.choices().filter(|_| work.share(1) > 0).unwrap_or_else(|| vec![self.tree.clone()]);
        let mut searches: Vec<Search> = Vec::new();
        for tree in &trees {
            pause().await;
            searches.extend(Search::of(self, tree, aim));
        }
        searches.sort_by_key(|search| Reverse(search.bound()));
        let (mut best, mut is_certain): (Option<Assignment>, bool) = (None, true);
        let number = searches.len();
        for (index, mut search) in searches.into_iter().enumerate() {
            let credits = best.as_ref().map(|best| best.credits);
            if credits.is_some_and(|credits| aim == Aim::AnyComplete || search.bound() <= credits) {
                break;
            }
            pause().await;
            // What comes after all of them has a share too.
            let share = work.share(number - index + 1);
            let left = search.run(credits, share, pause).await;
            work.spend(share - left);
            is_certain &= search.is_certain();
            best = search.assignment().or(best);
        }
        (best, is_certain)
    }

    /// The same with a unit that goes to a leaf, which has to count.
    pub fn with_pin(&self, unit: usize, leaf: usize) -> Self {
        let mut pinned = self.clone();
        pinned.pins.push((unit, leaf));
        pinned.tree = pinned.tree.through(leaf).0;
        pinned
    }

    /// The same where only the units at some places can be placed.
    pub fn only(&self, kept: &[bool]) -> Self {
        let unit = |(unit, kept): (&Unit, &bool)| if *kept { unit.clone() } else { Unit::default() };
        Self {
            atoms: self.atoms.clone(),
            units: self.units.iter().zip(kept).map(unit).collect(),
            leaves: self.leaves.clone(),
            tree: self.tree.clone(),
            pins: self.pins.clone(),
        }
    }

    /// The same with other needs, where units go only to what these need.
    pub fn with_needs_of(mut self, tree: Need) -> Self {
        let mut needed = vec![false; self.leaves.len()];
        tree.for_each_leaf(&mut |leaf| {
            let is_needed = matches!(self.demand(leaf), Demand::Credits(_) | Demand::Whole(_));
            needed.get_mut(leaf).into_iter().for_each(|needed| *needed = is_needed);
        });
        for unit in &mut self.units {
            unit.places.retain(|place| needed.get(place.leaf) == Some(&true));
        }
        Self { tree, ..self }
    }

    /// Whether nothing is out of reach of the units at some places, each leaf taken by itself.
    pub fn is_in_reach(&self, kept: &[bool]) -> bool {
        self.tree.lacks(&|leaf| self.can_be_filled(leaf, kept).then_some(0)).is_some()
    }

    /// Whether the units at some places are enough for a leaf, if all of them went there.
    pub fn can_be_filled(&self, leaf: usize, kept: &[bool]) -> bool {
        let units = self.units.iter().zip(kept).filter(|(_, kept)| **kept);
        let mut places = units.flat_map(|(unit, _)| &unit.places).filter(|place| place.leaf == leaf);
        match self.demand(leaf) {
            Demand::Credits(needed) => places.map(|place| place.credits).sum::<u32>() >= needed,
            Demand::Whole(_) => places.next().is_some(),
            Demand::Person => false,
            Demand::UpTo(_) | Demand::Granted => true,
        }
    }

    /// The least that is lacking beside the units at some places, as far as plain sums tell: each leaf by itself,
    /// and all together; nothing where people have to fill something.
    pub fn lacks(&self, kept: &[bool]) -> Option<u32> {
        let mut supply = vec![None; self.leaves.len()];
        let mut total = 0;
        for (unit, _) in self.units.iter().zip(kept).filter(|(_, kept)| **kept) {
            for place in &unit.places {
                let supply = supply.get_mut(place.leaf).into_iter();
                supply
                    .for_each(|supply: &mut Option<u32>| *supply = Some(supply.unwrap_or(0) + place.credits));
            }
            total += unit.places.iter().map(|place| place.credits).max().unwrap_or_default();
        }
        let lacks = |leaf: usize| {
            let supply = supply.get(leaf).copied().flatten();
            match self.demand(leaf) {
                Demand::Credits(needed) => Some(needed.saturating_sub(supply.unwrap_or(0))),
                Demand::Whole(needed) => Some(if supply.is_some() { 0 } else { needed }),
                Demand::Person => None,
                Demand::UpTo(_) | Demand::Granted => Some(0),
            }
        };
        let needed = self.tree.lacks(&|leaf| Some(self.demand(leaf).needed())).unwrap_or_default();
        Some(self.tree.lacks(&lacks)?.max(needed.saturating_sub(total)))
    }

    /// What fills a leaf.
    pub fn demand(&self, leaf: usize) -> Demand {
        self.leaves.get(leaf).map_or(Demand::Person, |leaf| leaf.demand)
    }
}

/// The number at a place; places come from the same lists, so there is one, or what has none has nothing.
fn at(numbers: &[u32], place: usize) -> u32 {
    numbers.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::parts::{at_once, no_pause};

    /// Two units that share learning and one that shares none, of which the first and the last fill the leaf.
    fn instance() -> Instance {
        let unit = |atoms: &[usize], credits| Unit {
            atoms: atoms.to_vec(),
            places: vec![Place { leaf: 0, credits, caps: 0 }],
        };
        Instance {
            atoms: vec![5, 10, 10],
            units: vec![unit(&[0, 1], 15), unit(&[1], 10), unit(&[2], 10)],
            leaves: vec![Leaf { demand: Demand::Credits(25), caps: Vec::new() }],
            tree: Need::Leaf(0),
            pins: Vec::new(),
        }
    }

    #[test]
    fn a_search_without_steps_gives_what_it_found_and_proves_nothing() {
        let work = Work { steps: Cell::new(0) };
        let found = at_once(instance().solve(&work, &no_pause));
        assert!(!found.proved);
        assert_eq!((found.complete, found.credits), (false, 25));
        assert_eq!(at_once(instance().can_be_complete(&work, &no_pause)), None);
    }

    #[test]
    fn all_that_is_solved_for_an_answer_spends_the_same_work() {
        let work = Work::new();
        let found = at_once(instance().solve(&work, &no_pause));
        assert_eq!((found.proved, found.complete, found.credits), (true, true, 25));
        let left = work.steps.get();
        assert!(left < Work::new().steps.get());
        assert_eq!(at_once(instance().can_be_complete(&work, &no_pause)), Some(true));
        assert!(work.steps.get() < left);
    }

    #[test]
    fn a_long_search_pauses_on_its_way() {
        // Each two of these units share their learning.
        let unit = |index: usize| Unit {
            atoms: vec![index / 2],
            places: vec![Place { leaf: 0, credits: 5, caps: 0 }],
        };
        let instance = Instance {
            atoms: vec![5; 200],
            units: (0..400).map(unit).collect(),
            leaves: vec![Leaf { demand: Demand::Credits(2_000), caps: Vec::new() }],
            tree: Need::Leaf(0),
            pins: Vec::new(),
        };
        let pauses = Cell::new(0);
        let found = at_once(instance.most_credits(&Work::new(), &async || pauses.set(pauses.get() + 1)));
        assert_eq!(found, Some(1_000));
        assert!(pauses.get() > 20, "{} pauses", pauses.get());
    }
}
