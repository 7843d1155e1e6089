//! What was found, as the solver gives it: nothing is placed that makes no difference.

use super::items::Item;
use super::placement::{Choice, Placement};
use super::{Assignment, Demand, Need, at};

pub(super) struct Outcome<'a> {
    pub items: &'a [Item],
    /// Nothing is placed in it yet.
    pub placement: Placement<'a>,
    /// The choices for the first items; the others are not placed.
    pub placed: Vec<Option<Choice>>,
}

impl Outcome<'_> {
    /// The assignment; `complete` is what counts of each leaf that counts, where everything is filled.
    pub fn assignment(&mut self, tree: &Need, complete: Option<&[(usize, u32)]>) -> Assignment {
        self.placed.resize(self.items.len(), None);
        for (item, choice) in self.items.iter().zip(&self.placed) {
            choice.iter().for_each(|choice| self.placement.change(item, *choice, true));
        }
        self.fill_for_nothing();
        let leaves = self.placement.instance.leaves.len();
        let mut counted = vec![0; leaves];
        match complete {
            Some(leaves) => leaves.iter().for_each(|(leaf, credits)| {
                counted.get_mut(*leaf).into_iter().for_each(|each| *each = *credits);
            }),
            None => {
                tree.share_out(u32::MAX, &|leaf| self.placement.value(leaf), &mut counted);
            }
        }
        self.drop_needless(&counted, complete);
        let mut placed = vec![None; self.placement.instance.units.len()];
        for (item, choice) in self.items.iter().zip(&self.placed) {
            placed.get_mut(item.unit).into_iter().for_each(|leaf| *leaf = choice.map(|choice| choice.leaf));
        }
        Assignment {
            complete: complete.is_some(),
            credits: counted.iter().sum(),
            filled: (0..leaves).map(|leaf| self.placement.is_filled(leaf)).collect(),
            placed,
            counted,
            proved: false,
        }
    }

    /// Places what fills a leaf that brings no credits; the search for the most credits does not look for it.
    fn fill_for_nothing(&mut self) {
        for (item, placed) in self.items.iter().zip(&mut self.placed) {
            let is_open = |choice: &&Choice| {
                self.placement.instance.demand(choice.leaf) == Demand::Whole(0)
                    && !self.placement.is_full(choice.leaf)
            };
            let choice = item.choices.iter().find(is_open).filter(|_| self.placement.is_free(item));
            if let Some(choice) = choice.filter(|_| placed.is_none()) {
                *placed = Some(*choice);
                self.placement.change(item, *choice, true);
            }
        }
    }

    /// Takes out what is not needed for what counts, the smallest first.
    fn drop_needless(&mut self, counted: &[u32], complete: Option<&[(usize, u32)]>) {
        for (item, placed) in self.items.iter().zip(&mut self.placed).rev() {
            let Some(choice) = *placed else { continue };
            self.placement.change(item, choice, false);
            let is_needed = match self.placement.instance.demand(choice.leaf) {
                Demand::Whole(credits) => match complete {
                    Some(leaves) => leaves.iter().any(|(leaf, _)| *leaf == choice.leaf),
                    None => at(counted, choice.leaf) == credits,
                },
                _ => self.placement.value(choice.leaf) < at(counted, choice.leaf),
            };
            if is_needed {
                self.placement.change(item, choice, true);
            } else {
                *placed = None;
            }
        }
    }
}
