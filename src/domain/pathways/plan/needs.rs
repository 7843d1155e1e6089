//! What of a goal steps can fill, and what is left beside them.
//!
//! Where a goal asks for some of several parts, those are kept of which the least is left to people: a part that
//! only a person can judge stands in for nothing that can be taken.

use super::Left;
use crate::domain::measure::Credits;
use crate::domain::pathways::saturated;
use crate::domain::pathways::tree::{Branch, Node, Tree};
use crate::domain::text::{listed, listed_or};
use std::iter;

/// Of how much weight it is that nobody says what else a goal asks for, beside one judgement.
const UNKNOWN: u32 = 1000;

/// The parts of a requirement that a plan goes by; nothing where it cannot be filled. `in_reach` tells whether what
/// is held and what can be taken are enough for a leaf.
pub(super) fn kept(tree: &Tree, branch: &Branch, in_reach: &impl Fn(usize) -> bool) -> Option<Branch> {
    Some(weighed(tree, branch, in_reach)?.1)
}

/// A requirement as a plan goes by it, and how much of it is left to people.
fn weighed(tree: &Tree, branch: &Branch, in_reach: &impl Fn(usize) -> bool) -> Option<(u32, Branch)> {
    let (weight, node) = match &branch.node {
        Node::Leaf(leaf) => {
            let is_left = tree.is_left_to_people(*leaf);
            (is_left || in_reach(*leaf)).then_some((u32::from(is_left), branch.node.clone()))?
        }
        Node::All(parts) => {
            let parts: Option<Vec<(u32, Branch)>> =
                parts.iter().map(|part| weighed(tree, part, in_reach)).collect();
            let (weights, parts): (Vec<u32>, Vec<Branch>) = parts?.into_iter().unzip();
            let is_known = !parts.iter().any(|part| tree.is_contribution(part));
            let unknown = if is_known { 0 } else { UNKNOWN };
            (weights.into_iter().fold(unknown, u32::saturating_add), Node::All(parts))
        }
        Node::Some(number, parts) => {
            let mut parts: Vec<(u32, Branch)> =
                parts.iter().filter_map(|part| weighed(tree, part, in_reach)).collect();
            let mut weights: Vec<u32> = parts.iter().map(|(weight, _)| *weight).collect();
            weights.sort_unstable();
            weights.truncate(*number);
            let last = weights.last().filter(|_| weights.len() == *number).copied()?;
            parts.retain(|(weight, _)| *weight <= last);
            let parts = parts.into_iter().map(|(_, part)| part).collect();
            (weights.into_iter().fold(0, u32::saturating_add), Node::Some(*number, parts))
        }
    };
    Some((weight, Branch { node, ..branch.clone() }))
}

/// What is placed at a goal once all steps are taken.
pub(super) struct Filled<'a> {
    /// The place of the goal.
    pub goal: usize,
    pub tree: &'a Tree,
    /// Whether each leaf is filled by what is held or taken.
    pub filled: &'a [bool],
    /// The credits that count at each leaf.
    pub counted: &'a [u32],
}

impl Filled<'_> {
    /// What of a requirement is left to people.
    pub fn left(&self, branch: &Branch) -> Vec<Left> {
        match &branch.node {
            Node::Leaf(leaf) => self.left_of_leaf(branch, *leaf).into_iter().collect(),
            Node::Some(number, parts) if *number < parts.len() => {
                let (open, done): (Vec<&Branch>, Vec<&Branch>) =
                    parts.iter().partition(|part| !self.left(part).is_empty());
                let done = done.iter().filter(|part| self.is_filled(part)).count();
                let words: Vec<String> = open.iter().map(|part| self.tree.in_words(part)).collect();
                let missing = number.saturating_sub(done);
                let each: Vec<Vec<Left>> = open.iter().map(|part| self.left(part)).collect();
                let mut credits = each.iter().map(|left| left.iter().map(|left| left.credits).sum());
                let first: Option<Credits> = credits.next().flatten();
                let first = first.filter(|first| credits.all(|credits| credits == Some(*first)));
                let left = || Left {
                    goal: self.goal,
                    id: branch.id.clone(),
                    says: some_of(missing, &words),
                    credits: first.map(|each| iter::repeat_n(each, missing).sum()),
                    judged: each.iter().flatten().any(|left| left.judged),
                };
                (missing > 0 && !open.is_empty()).then(left).into_iter().collect()
            }
            Node::All(parts) | Node::Some(_, parts) => {
                parts.iter().flat_map(|part| self.left(part)).collect()
            }
        }
    }

    fn left_of_leaf(&self, branch: &Branch, leaf: usize) -> Option<Left> {
        let needed = self.tree.leaves.get(leaf)?.needed;
        let counted = saturated(self.counted.get(leaf).copied().unwrap_or_default());
        let credits = needed.map(|needed| Credits(needed.0.saturating_sub(counted.0)));
        let is_left =
            self.tree.is_left_to_people(leaf) && (self.tree.is_judged(leaf) || credits > Some(Credits(0)));
        is_left.then(|| Left {
            goal: self.goal,
            id: branch.id.clone(),
            says: self.tree.in_words(branch),
            credits,
            judged: self.tree.is_judged(leaf),
        })
    }

    fn is_filled(&self, branch: &Branch) -> bool {
        match &branch.node {
            Node::Leaf(leaf) => self.filled.get(*leaf) == Some(&true),
            Node::All(parts) => parts.iter().all(|part| self.is_filled(part)),
            Node::Some(number, parts) => parts.iter().filter(|part| self.is_filled(part)).count() >= *number,
        }
    }
}

/// So many of some parts, in words that do not read as all of them.
fn some_of(number: usize, parts: &[String]) -> String {
    match number {
        1 => format!("One of these: {}", listed_or(parts)),
        _ => format!("{number} of these: {}", listed(parts)),
    }
}

impl Tree {
    fn is_contribution(&self, branch: &Branch) -> bool {
        branch.leaves().iter().any(|leaf| !self.contributing(*leaf).is_empty())
    }
}
