//! What is placed where, and what it counts for.

use super::caps::most_under_caps;
use super::items::Item;
use super::{Demand, Instance, Place, at};

/// What is placed at one leaf and falls under the same of its caps.
pub(super) struct Slot {
    pub leaf: usize,
    caps: u64,
    /// Beyond so many credits, more make no difference.
    pub useful: u32,
}

/// A place, with its slot.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    pub slot: usize,
    pub leaf: usize,
    pub credits: u32,
}

/// All slots that something can come to.
pub(super) struct Slots {
    pub all: Vec<Slot>,
    of_leaf: Vec<Vec<usize>>,
}

impl Slots {
    pub fn new(leaves: usize) -> Self {
        Self { all: Vec::new(), of_leaf: vec![Vec::new(); leaves] }
    }

    /// The slots of a leaf.
    pub fn of(&self, leaf: usize) -> &[usize] {
        self.of_leaf.get(leaf).map_or(&[], |slots| slots)
    }

    /// The choice to go to a place; its slot is there from then on.
    pub fn choice(&mut self, instance: &Instance, place: &Place) -> Choice {
        let Place { leaf, credits, caps } = *place;
        let has_caps = |slot: &&usize| self.all.get(**slot).is_some_and(|slot| slot.caps == caps);
        let known = self.of(leaf).iter().find(has_caps).copied();
        let (useful, credits) = match instance.demand(leaf) {
            Demand::Credits(most) | Demand::UpTo(most) => (most, credits),
            // One is enough, whatever it brings.
            Demand::Whole(_) | Demand::Person | Demand::Granted => (1, credits.max(1)),
        };
        let slot = known.unwrap_or_else(|| {
            let own = instance.leaves.get(leaf).map_or(&[][..], |leaf| &leaf.caps);
            let under = own.iter().enumerate().filter(|(cap, _)| caps & (1 << cap) != 0);
            let useful = under.map(|(_, cap)| *cap).min().unwrap_or(u32::MAX).min(useful);
            self.all.push(Slot { leaf, caps, useful });
            self.of_leaf.get_mut(leaf).into_iter().for_each(|own| own.push(self.all.len() - 1));
            self.all.len() - 1
        });
        Choice { slot, leaf, credits }
    }
}

/// What is placed so far.
pub(super) struct Placement<'a> {
    pub instance: &'a Instance,
    pub slots: Slots,
    /// The credits at each slot.
    totals: Vec<u32>,
    /// What each leaf counts for.
    value: Vec<u32>,
    /// Whether each piece of shared learning is placed.
    used: Vec<bool>,
}

impl<'a> Placement<'a> {
    /// Nothing yet, with so many pieces of shared learning.
    pub fn new(instance: &'a Instance, slots: Slots, shared: usize) -> Self {
        Self {
            instance,
            totals: vec![0; slots.all.len()],
            slots,
            value: vec![0; instance.leaves.len()],
            used: vec![false; shared],
        }
    }

    /// Places an item, or takes it out again.
    pub fn change(&mut self, item: &Item, choice: Choice, is_placed: bool) {
        for atom in &item.shared {
            self.used.get_mut(*atom).into_iter().for_each(|used| *used = is_placed);
        }
        if let Some(total) = self.totals.get_mut(choice.slot) {
            *total = if is_placed { *total + choice.credits } else { *total - choice.credits };
        }
        let value = self.value_with(choice.leaf, &[]);
        self.value.get_mut(choice.leaf).into_iter().for_each(|own| *own = value);
    }

    /// What a leaf counts for.
    pub fn value(&self, leaf: usize) -> u32 {
        at(&self.value, leaf)
    }

    /// The credits at a slot.
    pub fn total(&self, slot: usize) -> u32 {
        at(&self.totals, slot)
    }

    /// Whether nothing is placed that shares learning with an item.
    pub fn is_free(&self, item: &Item) -> bool {
        item.shared.iter().all(|atom| self.used.get(*atom) != Some(&true))
    }

    /// Whether more at a leaf makes no difference.
    pub fn is_full(&self, leaf: usize) -> bool {
        match self.instance.demand(leaf) {
            Demand::Credits(most) | Demand::UpTo(most) => self.value(leaf) >= most,
            Demand::Whole(_) => self.slots.of(leaf).iter().any(|slot| self.total(*slot) > 0),
            Demand::Person => false,
            Demand::Granted => true,
        }
    }

    /// Whether a leaf has what it needs.
    pub fn is_filled(&self, leaf: usize) -> bool {
        matches!(self.instance.demand(leaf), Demand::UpTo(_)) || self.is_full(leaf)
    }

    /// Whether something at a slot is beyond what makes a difference, as far as that slot alone says.
    pub fn is_useful(&self, choice: Choice) -> bool {
        let useful = self.slots.all.get(choice.slot).map_or(0, |slot| slot.useful);
        self.total(choice.slot) < useful && !self.is_full(choice.leaf)
    }

    /// What a leaf counts for, if `more` came to the slots.
    pub fn value_with(&self, leaf: usize, more: &[u32]) -> u32 {
        let slots = self.slots.of(leaf);
        let total = |slot: &usize| self.total(*slot) + at(more, *slot);
        match self.instance.demand(leaf) {
            Demand::Credits(most) | Demand::UpTo(most) => {
                let caps = self.instance.leaves.get(leaf).map_or(&[][..], |leaf| &leaf.caps);
                if caps.is_empty() {
                    return slots.iter().map(total).sum::<u32>().min(most);
                }
                let classes =
                    slots.iter().filter_map(|slot| Some((self.slots.all.get(*slot)?.caps, total(slot))));
                most_under_caps(most, caps, classes.collect())
            }
            Demand::Whole(credits) if slots.iter().any(|slot| total(slot) > 0) => credits,
            Demand::Whole(_) | Demand::Person | Demand::Granted => 0,
        }
    }

    /// What makes up the state for what is placed later: beyond what is useful, totals are all the same.
    pub fn state(&self) -> impl Iterator<Item = u32> {
        self.slots
            .all
            .iter()
            .zip(&self.totals)
            .map(|(slot, total)| if self.is_full(slot.leaf) { u32::MAX } else { slot.useful.min(*total) })
    }
}
