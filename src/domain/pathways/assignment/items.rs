//! The units as the search meets them.

use super::placement::{Choice, Slots};
use super::{Demand, Instance, Need, Place};
use std::cmp::Reverse;

/// A unit that has a place.
pub(super) struct Item {
    /// Its place in the instance.
    pub unit: usize,
    pub choices: Vec<Choice>,
    /// The most that it brings anywhere.
    pub credits: u32,
    /// The learning that other units have too, numbered anew; first what most of them have.
    pub shared: Vec<usize>,
    /// Which of the pins it has.
    pub pin: Option<usize>,
}

/// All of them, in the order in which they are placed.
#[derive(Default)]
pub(super) struct Items {
    pub all: Vec<Item>,
    /// So many come first that are pinned or share learning; the others depend on no other.
    pub tied: usize,
    /// How many pieces of learning are shared.
    pub shared: usize,
}

impl Items {
    /// The units that have a place in a tree: what is pinned, then what shares learning, what is tied together
    /// side by side, then the others; among these those with the most credits first.
    pub fn of(instance: &Instance, tree: &Need, slots: &mut Slots) -> Self {
        let mut is_leaf = vec![false; instance.leaves.len()];
        tree.for_each_leaf(&mut |leaf| is_leaf.get_mut(leaf).into_iter().for_each(|is_leaf| *is_leaf = true));
        let takes = |place: &Place| {
            is_leaf.get(place.leaf) == Some(&true)
                && match instance.demand(place.leaf) {
                    Demand::Credits(most) | Demand::UpTo(most) => place.credits > 0 && most > 0,
                    Demand::Whole(_) => true,
                    Demand::Person | Demand::Granted => false,
                }
        };
        let mut all = Vec::with_capacity(instance.units.len());
        for (number, unit) in instance.units.iter().enumerate() {
            let pin = instance.pins.iter().position(|(pinned, _)| *pinned == number);
            let leaf = pin.and_then(|pin| instance.pins.get(pin)).map(|(_, leaf)| *leaf);
            let places = unit.places.iter().filter(|place| leaf.is_none_or(|leaf| leaf == place.leaf));
            let choices: Vec<Choice> =
                places.filter(|place| takes(place)).map(|place| slots.choice(instance, place)).collect();
            if !choices.is_empty() {
                let credits = choices.iter().map(|choice| choice.credits).max().unwrap_or_default();
                all.push(Item { unit: number, choices, credits, shared: Vec::new(), pin });
            }
        }
        all.sort_unstable_by_key(|item| (Reverse(item.credits), item.unit));
        let mut items = Self { all, tied: 0, shared: 0 };
        items.find_shared(instance);
        let groups = items.groups();
        let mut keyed: Vec<(_, Item)> = groups.into_iter().zip(items.all).collect();
        keyed.sort_by_key(|(group, item)| (item.pin.unwrap_or(usize::MAX), *group));
        items.all = keyed.into_iter().map(|(_, item)| item).collect();
        items.tied = items.all.partition_point(|item| item.pin.is_some() || !item.shared.is_empty());
        items
    }

    /// Finds out which learning several units have.
    fn find_shared(&mut self, instance: &Instance) {
        let atoms = |item: &Item| instance.units.get(item.unit).map_or(&[][..], |unit| &unit.atoms);
        let mut units_with = vec![0_usize; instance.atoms.len()];
        for atom in self.all.iter().flat_map(atoms) {
            units_with.get_mut(*atom).into_iter().for_each(|units| *units += 1);
        }
        let mut numbers = vec![None; instance.atoms.len()];
        for (number, units) in numbers.iter_mut().zip(&units_with).filter(|(_, units)| **units > 1) {
            *number = Some((Reverse(*units), self.shared));
            self.shared += 1;
        }
        for item in &mut self.all {
            let mut shared: Vec<_> =
                atoms(item).iter().filter_map(|atom| numbers.get(*atom).copied().flatten()).collect();
            shared.sort_unstable();
            item.shared = shared.into_iter().map(|(_, number)| number).collect();
        }
    }

    /// For each the group of those that learning ties together, by the first of them.
    fn groups(&self) -> Vec<usize> {
        let mut with = vec![Vec::new(); self.shared];
        for (place, item) in self.all.iter().enumerate() {
            for atom in &item.shared {
                with.get_mut(*atom).into_iter().for_each(|with: &mut Vec<usize>| with.push(place));
            }
        }
        let mut groups = vec![usize::MAX; self.all.len()];
        for first in 0..self.all.len() {
            let mut reached = vec![first];
            while let Some(place) = reached.pop() {
                let Some(item) = self.all.get(place).filter(|item| !item.shared.is_empty()) else { continue };
                let Some(group) = groups.get_mut(place).filter(|group| **group == usize::MAX) else {
                    continue;
                };
                *group = first;
                reached.extend(item.shared.iter().filter_map(|atom| with.get(*atom)).flatten());
            }
        }
        groups
    }
}
