//! Why a goal cannot be reached: the smallest set of requirements that cannot all be filled.

use super::RequirementAudit;
use crate::domain::measure::Credits;
use crate::domain::pathways::assignment::{Need, Work};
use crate::domain::pathways::learning::Pieces;
use crate::domain::pathways::tree::{Branch, Mode, Node, Tree};
use crate::domain::text::quoted;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Requirements that cannot all be filled by everything that is held and everything that the register lists.
/// With any one taken out the rest can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Impossible {
    /// Their ids.
    pub requirements: Vec<String>,
    /// The credits that they need together, where they are known.
    pub needed: Option<Credits>,
    /// The most credits that can count towards them. A credential goes whole to one requirement, so this may
    /// be less than the sum of what could count towards each.
    pub available: Credits,
    /// The same in a sentence.
    pub says: String,
}

/// The same before the requirements have names.
#[derive(Debug)]
pub(super) struct Certificate {
    requirements: Vec<String>,
    needed: Option<Credits>,
    available: Credits,
}

impl Certificate {
    /// It in a sentence that calls requirements what the audit calls them.
    pub fn in_words(self, audits: &[RequirementAudit]) -> Impossible {
        let Self { requirements, needed, available } = self;
        let name = |id: &String| {
            let audit = audits.iter().find(|audit| audit.id == *id);
            audit.map_or_else(|| id.clone(), RequirementAudit::name)
        };
        let names: Vec<String> = requirements.iter().map(name).collect();
        // What reads the same is told apart by its id.
        let told_apart = |(name, id): (&String, &String)| {
            let is_one_of_several = names.iter().filter(|other| *other == name).count() > 1;
            if is_one_of_several { format!("{name} ({id})") } else { name.clone() }
        };
        let names: Vec<String> = names.iter().zip(&requirements).map(told_apart).collect();
        let says = says(&names, needed, available);
        Impossible { requirements, needed, available, says }
    }
}

/// What cannot be filled.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub certificate: Option<Certificate>,
    /// The ids of the requirements that cannot be filled, alone or together.
    pub requirements: BTreeSet<String>,
    /// Whether the search came to an end.
    pub is_certain: bool,
}

/// Looks for what cannot be filled. `everything` is what is held and what is listed.
pub(super) async fn find(tree: &Tree, everything: &Pieces, work: &Work, pause: &impl AsyncFn()) -> Found {
    let mut instance = tree.instance(everything, Mode::Granted);
    let conjuncts = conjuncts(&tree.root);
    let need = |chosen: &[usize]| {
        let needs = chosen.iter().filter_map(|each| conjuncts.get(*each)).map(|branch| branch.need());
        let all = Need::All(needs.collect());
        match tree.root.at_most {
            Some(most) => Need::AtMost(u32::from(most.0), Box::new(all)),
            None => all,
        }
    };
    let mut can_be_filled = async |chosen: &[usize]| {
        instance.tree = need(chosen);
        instance.can_be_complete(work, pause).await
    };
    let all: Vec<usize> = (0..conjuncts.len()).collect();
    let set = match can_be_filled(&all).await {
        Some(true) => return Found { is_certain: true, ..Found::default() },
        Some(false) => smallest(conjuncts.len(), &mut can_be_filled).await,
        None => None,
    };
    let Some(set) = set else { return Found::default() };
    let branches: Vec<&Branch> = set.iter().filter_map(|each| conjuncts.get(*each)).copied().collect();
    let ids: Vec<String> = branches.iter().map(|branch| branch.id.clone()).collect();
    // Of some of its parts a requirement could ask for the largest; so much is never more than available.
    let needed = branches.iter().map(|branch| tree.needed(branch, &|_, needed| Reverse(needed))).sum();
    let mut requirements: BTreeSet<String> = BTreeSet::new();
    for (each, branch) in conjuncts.iter().enumerate() {
        if can_be_filled(&[each]).await == Some(false) {
            requirements.insert(branch.id.clone());
        }
    }
    instance.tree = need(&set);
    let Some(available) = instance.most_credits(work, pause).await else { return Found::default() };
    let available = Credits(u16::try_from(available).unwrap_or(u16::MAX));
    requirements.extend(ids.iter().cloned());
    let certificate = Some(Certificate { requirements: ids, needed, available });
    Found { certificate, requirements, is_certain: true }
}

/// The requirements that all have to be filled, none of which is made of others that all have to be.
fn conjuncts(branch: &Branch) -> Vec<&Branch> {
    match &branch.node {
        Node::All(parts) => {
            let inner = parts
                .iter()
                .flat_map(|part| if part.at_most.is_none() { conjuncts(part) } else { vec![part] });
            inner.collect()
        }
        Node::Leaf(_) | Node::Some(..) => vec![branch],
    }
}

/// The smallest set that cannot be filled, where all together cannot; nothing where that is not certain.
///
/// A set that cannot be filled shares something with whatever is left over of each set that can be and is as
/// large as can be. So the smallest set that shares something with all that was left over is looked for till it
/// cannot be filled itself: no smaller one could have been left out.
async fn smallest(
    number: usize,
    can_be_filled: &mut impl AsyncFnMut(&[usize]) -> Option<bool>,
) -> Option<Vec<usize>> {
    let mut left_over: Vec<Vec<usize>> = Vec::new();
    loop {
        let mut kept = (0..=number).find_map(|size| sharing(&left_over, size))?;
        if !can_be_filled(&kept).await? {
            kept.sort_unstable();
            return Some(kept);
        }
        let mut left = Vec::new();
        for each in (0..number).filter(|each| !kept.contains(each)).collect::<Vec<_>>() {
            kept.push(each);
            if !can_be_filled(&kept).await? {
                kept.pop();
                left.push(each);
            }
        }
        left_over.push(left);
    }
}

/// So many that share something with each of the sets.
fn sharing(sets: &[Vec<usize>], size: usize) -> Option<Vec<usize>> {
    let Some((first, others)) = sets.split_first() else { return Some(Vec::new()) };
    let size = size.checked_sub(1)?;
    first.iter().find_map(|each| {
        let others: Vec<Vec<usize>> = others.iter().filter(|set| !set.contains(each)).cloned().collect();
        let mut chosen = sharing(&others, size)?;
        chosen.push(*each);
        Some(chosen)
    })
}

fn says(names: &[String], needed: Option<Credits>, available: Credits) -> String {
    let which = match names {
        [one] => format!("“{one}” cannot be filled"),
        _ => format!("{} cannot all be filled", quoted(names)),
    };
    let needed = needed.filter(|needed| *needed > available);
    let sums =
        needed.map(|needed| format!(": of the {needed} that are needed at most {} can count", available.0));
    let whole = "since each credential goes whole to one requirement";
    match sums {
        Some(sums) if names.len() > 1 => format!("{which} by what is held and listed here{sums}, {whole}."),
        Some(sums) => format!("{which} by what is held and listed here{sums}."),
        None => format!("{which} by what is held and listed here."),
    }
}
