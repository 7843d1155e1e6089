//! What of a goal steps can fill, and what is left beside them.
//!
//! Where a goal asks for some of several parts, those are kept of which the least is left to people: a part that
//! only a person can judge stands in for nothing that can be taken.

use super::Left;
use crate::domain::pathways::tree::{Branch, Node, Tree};
use crate::domain::text::listed;

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

/// What of a requirement is left to people, where some leaves are filled.
pub(super) fn left(tree: &Tree, branch: &Branch, is_filled: &impl Fn(usize) -> bool, all: &mut Vec<Left>) {
    match &branch.node {
        Node::Leaf(leaf) if tree.is_left_to_people(*leaf) && !is_filled(*leaf) => all.push(Left {
            id: branch.id.clone(),
            says: tree.in_words(branch),
            credits: tree.leaves.get(*leaf).and_then(|leaf| leaf.needed),
        }),
        Node::Leaf(_) => {}
        Node::All(parts) => parts.iter().for_each(|part| left(tree, part, is_filled, all)),
        Node::Some(number, parts) if *number == parts.len() => {
            parts.iter().for_each(|part| left(tree, part, is_filled, all));
        }
        Node::Some(number, parts) => {
            let is_left = |part: &Branch| {
                let mut inner = Vec::new();
                left(tree, part, is_filled, &mut inner);
                !inner.is_empty()
            };
            let done = parts.iter().filter(|part| !is_left(part) && tree.is_filled(part, is_filled)).count();
            let open: Vec<String> =
                parts.iter().filter(|part| is_left(part)).map(|part| tree.in_words(part)).collect();
            if done < *number && !open.is_empty() {
                let says = format!("{} of: {}", number - done, listed(&open));
                all.push(Left { id: branch.id.clone(), says, credits: None });
            }
        }
    }
}

impl Tree {
    fn is_contribution(&self, branch: &Branch) -> bool {
        branch.leaves().iter().any(|leaf| !self.contributing(*leaf).is_empty())
    }

    fn is_filled(&self, branch: &Branch, is_filled: &impl Fn(usize) -> bool) -> bool {
        match &branch.node {
            Node::Leaf(leaf) => is_filled(*leaf),
            Node::All(parts) => parts.iter().all(|part| self.is_filled(part, is_filled)),
            Node::Some(number, parts) => {
                parts.iter().filter(|part| self.is_filled(part, is_filled)).count() >= *number
            }
        }
    }
}
