//! Which learning counts for which requirement: an exact assignment, on plain numbers.
//!
//! Two designs were weighed. A general solver (`good_lp` with microlp) would take the whole as a
//! mixed integer programme; microlp’s own README disclaims optimality, it works in floating point, and it
//! adds 43 kB to what every visitor loads. The other is the branch and bound of [`search`], in whole
//! numbers. It was taken because it is exact, and, where the search grows too long, says that the answer
//! was not proved.

mod search;

use search::{Aim, MOST_CUTS, Search};
use std::cmp::Reverse;
use std::collections::BTreeMap;

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

/// How leaves make up the whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Need {
    Leaf(usize),
    /// All of these.
    All(Vec<Need>),
    /// So many of these; only they count.
    Some(usize, Vec<Need>),
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

impl Instance {
    /// The best assignment: complete where any is, then with the most credits.
    pub fn solve(&self) -> Assignment {
        let (complete, is_certain) = self.best(Aim::Complete);
        complete.map_or_else(
            || {
                let most = self.most();
                Assignment { proved: most.proved && is_certain, ..most }
            },
            |complete| Assignment { proved: is_certain, ..complete },
        )
    }

    /// Whether everything can be filled; nothing where the search grows too long.
    pub fn can_be_complete(&self) -> Option<bool> {
        let (found, is_certain) = self.best(Aim::AnyComplete);
        (found.is_some() || is_certain).then_some(found.is_some())
    }

    /// The most credits that can count; nothing where the search grows too long.
    pub fn most_credits(&self) -> Option<u32> {
        let most = self.most();
        most.proved.then_some(most.credits)
    }

    /// An assignment with the most credits.
    fn most(&self) -> Assignment {
        let (most, proved) = self.best(Aim::Credits);
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
    fn best(&self, aim: Aim) -> (Option<Assignment>, bool) {
        let trees = self.tree.choices().unwrap_or_else(|| vec![self.tree.clone()]);
        let mut searches: Vec<Search> =
            trees.iter().filter_map(|tree| Search::of(self, tree, aim, MOST_CUTS / trees.len())).collect();
        searches.sort_by_key(|search| Reverse(search.bound()));
        let (mut best, mut is_certain): (Option<Assignment>, bool) = (None, true);
        for mut search in searches {
            let credits = best.as_ref().map(|best| best.credits);
            if credits.is_some_and(|credits| aim == Aim::AnyComplete || search.bound() <= credits) {
                break;
            }
            search.run(credits);
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

/// What leaves count for, the least and the most.
type Range = (u32, u32);
/// Sums, and how much of each leaf makes them up.
type Totals = BTreeMap<u32, Vec<(usize, u32)>>;

impl Need {
    /// The most that counts where leaf `j` counts for `of(j)`.
    fn worth(&self, of: &impl Fn(usize) -> u32) -> u32 {
        match self {
            Self::Leaf(leaf) => of(*leaf),
            Self::All(needs) => needs.iter().map(|need| need.worth(of)).sum(),
            Self::Some(number, needs) => {
                let mut worths: Vec<u32> = needs.iter().map(|need| need.worth(of)).collect();
                worths.sort_unstable_by_key(|worth| Reverse(*worth));
                worths.iter().take(*number).sum()
            }
            Self::AtMost(most, need) => need.worth(of).min(*most),
        }
    }

    /// The least that is lacking where leaf `j` lacks `of(j)`; nothing where some leaf that is needed can
    /// never be filled.
    pub fn lacks(&self, of: &impl Fn(usize) -> Option<u32>) -> Option<u32> {
        match self {
            Self::Leaf(leaf) => of(*leaf),
            Self::All(needs) => needs.iter().map(|need| need.lacks(of)).sum(),
            Self::Some(number, needs) => {
                let mut lacking: Vec<u32> = needs.iter().filter_map(|need| need.lacks(of)).collect();
                lacking.sort_unstable();
                (lacking.len() >= *number).then(|| lacking.iter().take(*number).sum())
            }
            Self::AtMost(_, need) => need.lacks(of),
        }
    }

    /// The sums with which it can be complete: the largest alone, or all up to a limit. `of(j)` is what leaf
    /// `j` counts for, where it is filled.
    fn totals(&self, limit: Option<u32>, of: &impl Fn(usize) -> Option<Range>) -> Totals {
        let none = || Totals::from([(0, Vec::new())]);
        let mut totals = match self {
            Self::Leaf(leaf) => {
                let (least, most) = of(*leaf).unwrap_or((1, 0));
                let least = if limit.is_none() { most.max(least) } else { least };
                (least..=most).map(|credits| (credits, vec![(*leaf, credits)])).collect()
            }
            Self::All(needs) => {
                needs.iter().fold(none(), |sums, need| added(&sums, &need.totals(limit, of), limit))
            }
            Self::Some(number, needs) => {
                // The sums of so many of those that were looked at.
                let mut by_number = vec![none()];
                for need in needs {
                    let totals = need.totals(limit, of);
                    let more: Vec<Totals> =
                        by_number.iter().map(|sums| added(sums, &totals, limit)).collect();
                    by_number.push(Totals::new());
                    for (sums, more) in by_number.iter_mut().skip(1).zip(more) {
                        more.into_iter().for_each(|(sum, leaves)| {
                            sums.entry(sum).or_insert(leaves);
                        });
                    }
                    by_number.truncate(number + 1);
                }
                by_number.into_iter().nth(*number).unwrap_or_default()
            }
            Self::AtMost(most, need) => need.totals(Some(limit.map_or(*most, |limit| limit.min(*most))), of),
        };
        match limit {
            Some(limit) => totals.retain(|sum, _| *sum <= limit),
            None => totals = totals.pop_last().into_iter().collect(),
        }
        totals
    }

    /// Shares out what counts, where leaf `j` could count for `of(j)` and no more than `left` does.
    fn share_out(&self, left: u32, of: &impl Fn(usize) -> u32, counted: &mut [u32]) -> u32 {
        match self {
            Self::Leaf(leaf) => {
                let credits = of(*leaf).min(left);
                counted.get_mut(*leaf).into_iter().for_each(|counted| *counted = credits);
                credits
            }
            Self::All(needs) => {
                needs.iter().fold(0, |used, need| used + need.share_out(left - used, of, counted))
            }
            Self::Some(number, needs) => {
                let mut best: Vec<&Need> = needs.iter().collect();
                best.sort_by_key(|need| Reverse(need.worth(of)));
                let best = best.into_iter().take(*number);
                best.fold(0, |used, need| used + need.share_out(left - used, of, counted))
            }
            Self::AtMost(most, need) => need.share_out(left.min(*most), of, counted),
        }
    }

    /// The same for each choice of what some parts are taken from; nothing where there are too many.
    pub fn choices(&self) -> Option<Vec<Self>> {
        const MOST: usize = 64;
        let all = |needs: &[Self]| {
            needs.iter().try_fold(vec![Vec::new()], |made: Vec<Vec<Self>>, need| {
                let choices = need.choices()?;
                let made = made.iter().flat_map(|made| {
                    choices.iter().map(|choice| made.iter().chain([choice]).cloned().collect())
                });
                let made: Vec<Vec<Self>> = made.collect();
                (made.len() <= MOST).then_some(made)
            })
        };
        match self {
            Self::Leaf(_) => Some(vec![self.clone()]),
            Self::All(needs) => Some(all(needs)?.into_iter().map(Self::All).collect()),
            Self::AtMost(most, need) => {
                let needs = need.choices()?.into_iter();
                Some(needs.map(|need| Self::AtMost(*most, Box::new(need))).collect())
            }
            Self::Some(number, needs) => {
                let mut made = Vec::new();
                for chosen in combinations(needs.len(), *number, MOST)? {
                    let chosen: Vec<Self> = chosen.iter().filter_map(|at| needs.get(*at)).cloned().collect();
                    made.extend(all(&chosen)?.into_iter().map(Self::All));
                }
                // Too few parts can never be complete, and count for what they have.
                if made.is_empty() { None } else { (made.len() <= MOST).then_some(made) }
            }
        }
    }

    /// Those of its leaves that have to be filled in any case.
    pub fn for_each_required_leaf(&self, look: &mut impl FnMut(usize)) {
        match self {
            Self::Leaf(leaf) => look(*leaf),
            Self::All(needs) => needs.iter().for_each(|need| need.for_each_required_leaf(look)),
            Self::Some(number, needs) if *number >= needs.len() => {
                needs.iter().for_each(|need| need.for_each_required_leaf(look));
            }
            Self::Some(..) => {}
            Self::AtMost(_, need) => need.for_each_required_leaf(look),
        }
    }

    /// The same without what is not needed.
    pub fn needed_by(&self, instance: &Instance) -> Self {
        let all = |needs: &[Self]| needs.iter().map(|need| need.needed_by(instance)).collect();
        match self {
            Self::Leaf(leaf) if matches!(instance.demand(*leaf), Demand::UpTo(_)) => Self::All(Vec::new()),
            Self::Leaf(leaf) => Self::Leaf(*leaf),
            Self::All(needs) => Self::All(all(needs)),
            Self::Some(number, needs) => Self::Some(*number, all(needs)),
            Self::AtMost(most, need) => Self::AtMost(*most, Box::new(need.needed_by(instance))),
        }
    }

    pub fn for_each_leaf(&self, look: &mut impl FnMut(usize)) {
        match self {
            Self::Leaf(leaf) => look(*leaf),
            Self::All(needs) | Self::Some(_, needs) => needs.iter().for_each(|need| need.for_each_leaf(look)),
            Self::AtMost(_, need) => need.for_each_leaf(look),
        }
    }

    /// Whether it is a plain sum of all its leaves.
    fn is_sum(&self) -> bool {
        match self {
            Self::Leaf(_) => true,
            Self::All(needs) => needs.iter().all(Self::is_sum),
            Self::Some(..) | Self::AtMost(..) => false,
        }
    }

    /// The same where a leaf has to count; whether it is one of its leaves.
    fn through(&self, leaf: usize) -> (Self, bool) {
        match self {
            Self::Leaf(own) => (self.clone(), *own == leaf),
            Self::AtMost(most, need) => {
                let (need, has_leaf) = need.through(leaf);
                (Self::AtMost(*most, Box::new(need)), has_leaf)
            }
            Self::All(needs) => {
                let (needs, has): (Vec<Self>, Vec<bool>) =
                    needs.iter().map(|need| need.through(leaf)).unzip();
                (Self::All(needs), has.contains(&true))
            }
            Self::Some(number, needs) => {
                let mut others = needs.clone();
                let Some(at) = needs.iter().position(|need| need.through(leaf).1) else {
                    return (self.clone(), false);
                };
                let chosen = others.remove(at).through(leaf).0;
                (Self::All(vec![chosen, Self::Some(number.saturating_sub(1), others)]), true)
            }
        }
    }
}

/// The ways to choose so many of `from`; nothing where there are more than `most`.
fn combinations(from: usize, number: usize, most: usize) -> Option<Vec<Vec<usize>>> {
    let mut made: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..number {
        let longer = made.iter().flat_map(|chosen| {
            let first = chosen.last().map_or(0, |last| last + 1);
            (first..from).map(|next| chosen.iter().copied().chain([next]).collect())
        });
        made = longer.collect();
        if made.len() > most {
            return None;
        }
    }
    Some(made)
}

fn added(sums: &Totals, more: &Totals, limit: Option<u32>) -> Totals {
    let mut all = Totals::new();
    for (sum, leaves) in sums {
        for (other, other_leaves) in more {
            if limit.is_none_or(|limit| sum + other <= limit) {
                all.entry(sum + other).or_insert_with(|| [leaves.as_slice(), other_leaves].concat());
            }
        }
    }
    all
}
