//! What an assignment means for each requirement and each holding.

use super::{RequirementAudit, RequirementState, Unused};
use crate::domain::day::{Day, spelled};
use crate::domain::goal::Asks;
use crate::domain::measure::Credits;
use crate::domain::pathways::assignment::{Assignment, Instance};
use crate::domain::pathways::holding::Held;
use crate::domain::pathways::learning::{HeldOn, Pieces, Unit, What};
use crate::domain::pathways::saturated;
use crate::domain::pathways::tree::{Branch, Node, Tree};
use crate::domain::register::Register;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A goal with the assignment of what counts, and of what may.
pub(super) struct Answer<'a> {
    pub register: &'a Register,
    pub tree: &'a Tree,
    pub pieces: &'a Pieces,
    pub held: &'a HeldOn<'a>,
    pub best: &'a Assignment,
    pub may: &'a Assignment,
    /// The ids of the requirements that cannot be filled.
    pub hopeless: &'a BTreeSet<String>,
}

impl Answer<'_> {
    /// Each requirement before those that it is made of. A goal that asks for all of its parts says so itself.
    pub fn requirements(&self) -> Vec<RequirementAudit> {
        let root = &self.tree.root;
        let is_plain = matches!(root.node, Node::All(_)) && root.id == "requirements";
        let all = root.each().into_iter().skip(usize::from(is_plain));
        all.map(|branch| self.requirement(branch)).collect()
    }

    /// The credits that a requirement needs; of some of its parts, the needs of those that count most.
    pub fn needed(&self, branch: &Branch) -> Option<Credits> {
        self.tree.needed(branch, &|part, needed| {
            (self.state(part), Reverse(sum(&self.best.counted, part)), needed)
        })
    }

    fn requirement(&self, branch: &Branch) -> RequirementAudit {
        let counted = sum(&self.best.counted, branch);
        let holdings = self.holdings_at(branch, self.best);
        let mut may_count = self.holdings_at(branch, self.may);
        may_count.retain(|name| !holdings.contains(name));
        let named = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
        RequirementAudit {
            id: branch.id.clone(),
            title: branch.words.clone().or_else(|| self.title(branch)),
            state: self.state(branch),
            counted: saturated(counted),
            possible: saturated(counted.max(sum(&self.may.counted, branch))),
            needed: self.needed(branch),
            may_count: named(may_count),
            holdings: named(holdings),
            strength: branch.firmness,
            of: branch.parts().iter().map(|part| part.id.clone()).collect(),
        }
    }

    fn title(&self, branch: &Branch) -> Option<String> {
        let title = match (&branch.node, self.tree.asked(branch)) {
            (Node::All(_), _) => return Some("All of these".to_owned()),
            (Node::Some(number, _), _) => return Some(format!("{number} of these")),
            (_, Some(Asks::Credential(key) | Asks::Qualification(key))) => {
                self.register.title(key).or(Some(key))
            }
            (_, Some(Asks::Standard(number))) => {
                let title = self.register.standard(number).and_then(|standard| standard.title.clone());
                return title.or_else(|| Some(format!("Standard {number}")));
            }
            (_, Some(Asks::Credits(_))) => return Some(self.tree.in_words(branch)),
            _ => None,
        };
        title.map(str::to_owned)
    }

    fn state(&self, branch: &Branch) -> RequirementState {
        let state = match &branch.node {
            Node::Leaf(leaf) => self.leaf_state(*leaf),
            Node::All(parts) => {
                // What may count up to a limit is open till then, and keeps nothing else open.
                let states = |is_optional: bool| {
                    let parts = parts.iter().filter(move |part| self.tree.is_optional(part) == is_optional);
                    parts.map(|part| self.state(part)).max()
                };
                states(false).or(states(true)).unwrap_or(RequirementState::Met)
            }
            Node::Some(number, parts) => {
                let mut states: Vec<RequirementState> = parts.iter().map(|part| self.state(part)).collect();
                states.sort_unstable();
                let last = number.saturating_sub(1);
                states.get(last).copied().unwrap_or(RequirementState::Impossible)
            }
        };
        let is_hopeless = state != RequirementState::Met && self.hopeless.contains(&branch.id);
        if is_hopeless { RequirementState::Impossible } else { state }
    }

    fn leaf_state(&self, leaf: usize) -> RequirementState {
        let is_filled = |assignment: &Assignment| assignment.filled.get(leaf) == Some(&true);
        let counts = |assignment: &Assignment| {
            let needed = self.tree.leaves.get(leaf).and_then(|leaf| leaf.needed);
            assignment.counted.get(leaf).copied().map(saturated) >= needed
        };
        let is_up_to = self.tree.leaves.get(leaf).is_some_and(|leaf| leaf.is_optional());
        if is_filled(self.best) && (!is_up_to || counts(self.best)) {
            RequirementState::Met
        } else if self.tree.is_judged(leaf) || is_filled(self.may) && (!is_up_to || counts(self.may)) {
            RequirementState::Judgement
        } else {
            RequirementState::Open
        }
    }

    fn holdings_at(&self, branch: &Branch, assignment: &Assignment) -> BTreeSet<&str> {
        let leaves = branch.leaves();
        let units = self.pieces.units.iter().zip(&assignment.placed);
        let placed = units.filter(|(_, leaf)| leaf.is_some_and(|leaf| leaves.contains(&leaf)));
        let holders = placed.flat_map(|(unit, _)| holders(unit));
        holders.filter_map(|holder| Some(self.held.holdings.get(*holder)?.name())).collect()
    }

    /// Why each holding that counts for nothing does so. The instances are those of what counts, may count, and
    /// would if all were granted.
    pub fn unused(
        &self,
        on: Option<Day>,
        counted: &Instance,
        possible: &Instance,
        granted: &Instance,
    ) -> Vec<Unused> {
        let used = |assignment: &Assignment| -> BTreeSet<usize> {
            let units = self.pieces.units.iter().zip(&assignment.placed);
            units.filter(|(_, leaf)| leaf.is_some()).flat_map(|(unit, _)| holders(unit)).copied().collect()
        };
        let (used, may) = (used(self.best), used(self.may));
        let mut units_of = vec![Vec::new(); self.held.holdings.len()];
        for (unit, holder) in self
            .pieces
            .units
            .iter()
            .enumerate()
            .flat_map(|(unit, piece)| piece.holdings.iter().map(move |holder| (unit, *holder)))
        {
            units_of.get_mut(holder).into_iter().for_each(|units: &mut Vec<usize>| units.push(unit));
        }
        let mut unused = later(self.held, on);
        for ((index, holding), own) in self
            .held
            .holdings
            .iter()
            .enumerate()
            .zip(&units_of)
            .filter(|((index, _), _)| !used.contains(index))
        {
            let takes = |instance: &Instance| {
                own.iter().any(|unit| instance.units.get(*unit).is_some_and(|unit| !unit.places.is_empty()))
            };
            let is_equivalency =
                own.iter().filter_map(|unit| self.pieces.units.get(*unit)).any(|unit| unit.is_equivalency);
            let (why, rule) = if matches!(holding.what, Held::PriorLearning(_)) {
                ("Prior learning counts only once a provider has assessed it.", Some("STK-09"))
            } else if is_equivalency {
                (
                    "It has an equivalency statement and is not credit on the framework; a provider may recognise it \
                  as prior learning.",
                    Some("STK-46"),
                )
            } else if takes(counted) && own.iter().any(|unit| self.is_counted_already(*unit)) {
                ("Its standards are counted already, and each counts once.", Some("STK-15"))
            } else if may.contains(&index) {
                ("It may count, if the provider agrees or more becomes known.", Some("STK-12"))
            } else if takes(possible) && own.iter().any(|unit| self.is_beside_others(*unit, possible)) {
                ("What it could count for is filled by other holdings.", None)
            } else if takes(possible) {
                ("A limit on what counts leaves no room for it.", None)
            } else if takes(granted) {
                ("Its credits are not stated, so they cannot be added up.", None)
            } else {
                ("No requirement takes it.", None)
            };
            unused.push(Unused { holding: holding.name().to_owned(), why: why.to_owned(), rule });
        }
        unused
    }

    /// Whether other holdings count for some requirement of the whole that takes a unit, or may.
    fn is_beside_others(&self, unit: usize, possible: &Instance) -> bool {
        let root = &self.tree.root;
        let whole = if root.parts().is_empty() { std::slice::from_ref(root) } else { root.parts() };
        let places = possible.units.get(unit).map_or(&[][..], |unit| &unit.places);
        let takes = |branch: &&Branch| {
            let leaves = branch.leaves();
            places.iter().any(|place| leaves.contains(&place.leaf))
        };
        whole.iter().filter(takes).any(|branch| {
            let number = |assignment: &Assignment| self.holdings_at(branch, assignment).len();
            number(self.best) + number(self.may) > 0
        })
    }

    /// Whether some of the learning in a unit counts in whatever else it is wrapped.
    fn is_counted_already(&self, unit: usize) -> bool {
        let Some(unit) = self.pieces.units.get(unit) else { return false };
        let placed = self.pieces.units.iter().zip(&self.best.placed).filter(|(_, leaf)| leaf.is_some());
        placed.flat_map(|(other, _)| &other.atoms).any(|atom| unit.atoms.contains(atom))
    }
}

/// The holdings that count where a unit is placed: a standard that is in several counts for the first.
pub(super) fn holders(unit: &Unit) -> impl Iterator<Item = &usize> {
    let number = if matches!(unit.what, What::Together { .. }) { unit.holdings.len() } else { 1 };
    unit.holdings.iter().take(number)
}

fn sum(counted: &[u32], branch: &Branch) -> u32 {
    branch.leaves().into_iter().filter_map(|leaf| counted.get(leaf)).sum()
}

/// What is held where nothing says what counts towards the goal.
pub(super) fn unused_without_goal(held: &HeldOn, on: Option<Day>) -> Vec<Unused> {
    let unused = |holding: &str| Unused {
        holding: holding.to_owned(),
        why: "No source on this register says what counts towards the goal.".to_owned(),
        rule: None,
    };
    let mut all = later(held, on);
    all.extend(held.holdings.iter().map(|holding| unused(holding.name())));
    all
}

fn later(held: &HeldOn, on: Option<Day>) -> Vec<Unused> {
    let why = format!("It is completed only after {}.", on.map(spelled).unwrap_or_default());
    let later = held.later.iter();
    later.map(|holding| Unused { holding: (*holding).to_owned(), why: why.clone(), rule: None }).collect()
}
