//! The bound of a search, read off as a cut: a set of leaves for which all counts that could come to them, while
//! the others share the learning that could go to any of them.
//!
//! Where no learning is shared, that is the value of a flow in which units may be split. Shared learning is
//! given a worth such that each unit’s is worth what it brings: units of which no two share learning then bring
//! no more than all of it is worth. Any cut and any worths give a bound.

use super::at;
use super::items::{Item, Items};
use super::placement::Choice;
use std::cell::{Cell, RefCell};

pub(super) struct Cuts {
    /// The bit of each leaf in a cut; a leaf that competes with no other has none.
    bits: Vec<Option<u32>>,
    /// All bits that there are.
    all: u64,
    /// Sets of leaves that compete for the same units.
    reaches: Vec<u64>,
    /// The place in [`Cuts::reaches`] of the leaves of each item.
    reach_of: Vec<usize>,
    /// For each of these sets: the credits that could still go to a leaf of it, of units that share no learning.
    flow: Vec<u32>,
    /// The cut that gave the last bound.
    last: Cell<u64>,
    /// What shared learning is worth.
    worths: RefCell<Vec<u32>>,
}

impl Cuts {
    pub fn of(items: &Items, leaves: usize) -> Self {
        let mut competes = vec![false; leaves];
        for (place, item) in items.all.iter().enumerate() {
            if place < items.tied || item.choices.len() > 1 {
                for choice in &item.choices {
                    competes.get_mut(choice.leaf).into_iter().for_each(|competes| *competes = true);
                }
            }
        }
        // Beyond 64 a leaf goes without, and the bound is less close.
        let mut free = 0..u64::BITS;
        let bits: Vec<Option<u32>> =
            competes.into_iter().map(|competes| competes.then(|| free.next()).flatten()).collect();
        let bit = |choice: &Choice| bits.get(choice.leaf).copied().flatten().map_or(0, |bit| 1 << bit);
        let reach = |item: &Item| item.choices.iter().map(bit).fold(0, |all, bit| all | bit);
        let own: Vec<u64> = items.all.iter().map(reach).collect();
        let mut reaches = own.clone();
        reaches.sort_unstable();
        reaches.dedup();
        let reach_of: Vec<usize> =
            own.iter().map(|reach| reaches.binary_search(reach).unwrap_or_default()).collect();
        let mut cuts = Self {
            all: reaches.iter().fold(0, |all, reach| all | reach),
            bits,
            flow: vec![0; reaches.len()],
            reaches,
            reach_of,
            last: Cell::new(0),
            worths: RefCell::new(vec![0; items.shared]),
        };
        for (place, item) in items.all.iter().enumerate().skip(items.tied) {
            cuts.change(place, item, true);
        }
        cuts
    }

    /// Counts an item that shares no learning with those that could still be placed, or no longer.
    pub fn change(&mut self, place: usize, item: &Item, is_coming: bool) {
        let reach = self.reach_of.get(place).copied().unwrap_or_default();
        if let Some(flow) = self.flow.get_mut(reach) {
            *flow = if is_coming { *flow + item.credits } else { *flow - item.credits };
        }
    }

    /// Whether a leaf is inside a cut.
    pub fn is_inside(&self, cut: u64, leaf: usize) -> bool {
        self.bits.get(leaf).copied().flatten().is_none_or(|bit| cut & (1 << bit) != 0)
    }

    /// The value of a cut of a plain sum of leaves: what there is in any case, and what the leaves inside gain.
    pub fn sum_of_gains(&self, certain: i64, gain: impl Fn(usize) -> u32) -> impl Fn(u64, u32) -> i64 {
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
    /// `tied` is what could still be placed of the units that share learning.
    pub fn least(&self, tied: &[&Item], enough: i64, value: impl Fn(u64, u32) -> i64) -> i64 {
        let value = |cut: u64| value(cut, self.outside(cut, tied));
        let starts = [self.last.get(), 0, self.all];
        let Some((mut best, mut cut)) = starts.into_iter().map(|cut| (value(cut), cut)).min() else {
            return 0;
        };
        let mut is_better = true;
        while is_better && best > enough {
            is_better = false;
            let mut bits = self.all;
            while bits != 0 && best > enough {
                let other = cut ^ (bits & bits.wrapping_neg());
                bits &= bits - 1;
                let tried = value(other);
                if tried < best {
                    (best, cut, is_better) = (tried, other, true);
                }
            }
        }
        self.last.set(cut);
        best
    }

    /// About how many steps it takes to look at the cuts, and at what could come to so many slots.
    pub fn steps(&self, tied: usize, slots: usize) -> u64 {
        let cuts = 4 + usize::try_from(self.all.count_ones()).unwrap_or_default();
        let steps = cuts * (self.flow.len() + 4 * tied) + slots * (8 + 4 * tied);
        u64::try_from(steps).unwrap_or(u64::MAX)
    }

    /// The most that could still come to the leaves outside a cut.
    fn outside(&self, cut: u64, tied: &[&Item]) -> u32 {
        let reaches = self.reaches.iter().zip(&self.flow).filter(|(reach, _)| **reach & !cut != 0);
        let flow: u32 = reaches.map(|(_, credits)| credits).sum();
        flow + self.most(tied, |choice| !self.is_inside(cut, choice.leaf))
    }

    /// The most that units can bring to the places that count; the units with one piece of shared learning
    /// come first, since it has to be worth all of what they bring.
    pub fn most(&self, tied: &[&Item], counts: impl Fn(&Choice) -> bool) -> u32 {
        let mut worths = self.worths.borrow_mut();
        worths.fill(0);
        let mut sum = 0;
        for item in tied {
            let choices = item.choices.iter().filter(|choice| counts(choice));
            let brings = choices.map(|choice| choice.credits).max().unwrap_or_default();
            let lacks = brings.saturating_sub(item.shared.iter().map(|atom| at(&worths, *atom)).sum());
            let first = item.shared.first().and_then(|atom| worths.get_mut(*atom));
            first.into_iter().for_each(|worth| *worth += lacks);
            sum += lacks;
        }
        sum
    }
}
