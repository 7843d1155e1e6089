//! Where what somebody holds could count, and where they would like it to.

use super::answer::holders;
use super::{Choice, WishAudit, is_name};
use crate::domain::pathways::asked::Wish;
use crate::domain::pathways::assignment::{Assignment, Instance, Unit, Work};
use crate::domain::pathways::holding::Holding;
use crate::domain::pathways::learning::{HeldOn, Pieces};
use crate::domain::pathways::saturated;
use crate::domain::pathways::tree::{Branch, Tree};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Units and the leaves to which they go because somebody wishes it.
pub(super) type Pins = Vec<(usize, usize)>;

/// Honours wishes in their order, each where nothing is lost by it, and gives the best assignment that does.
pub(super) async fn honour(
    wishes: impl Iterator<Item = &Wish>,
    tree: &Tree,
    pieces: &Pieces,
    held: &HeldOn<'_>,
    instance: &Instance,
    work: &Work,
    pause: &impl AsyncFn(),
) -> (Vec<WishAudit>, Pins, Assignment) {
    let (mut kept, mut best) = (Cow::Borrowed(instance), instance.solve(work, pause).await);
    let mut audits = Vec::new();
    for Wish { holding, requirement, .. } in wishes {
        let is_wished =
            |holder: &usize| held.holdings.get(*holder).is_some_and(|held| held.name() == holding);
        let units = pieces.units.iter().enumerate().filter(|(_, unit)| unit.holdings.iter().any(is_wished));
        let leaves = tree.leaves_of(requirement);
        let mut honoured = None;
        // The least that any way of granting the wish would cost.
        let mut least: Option<(bool, u32)> = None;
        for (unit, leaf) in units.flat_map(|(unit, _)| leaves.iter().map(move |leaf| (unit, *leaf))) {
            let takes =
                kept.units.get(unit).is_some_and(|unit| unit.places.iter().any(|place| place.leaf == leaf));
            if !takes {
                continue;
            }
            let wished = kept.with_pin(unit, leaf);
            let tried = wished.solve(work, pause).await;
            if tried.placed.get(unit).copied().flatten() != Some(leaf) {
                continue;
            }
            if (tried.complete, tried.credits) >= (best.complete, best.credits) {
                honoured = Some((Cow::Owned(wished), tried));
                break;
            }
            let cost = (best.complete && !tried.complete, best.credits.saturating_sub(tried.credits));
            least = Some(least.map_or(cost, |least| least.min(cost)));
        }
        let cost = least.filter(|_| honoured.is_none());
        audits.push(WishAudit {
            holding: holding.clone(),
            requirement: requirement.clone(),
            honoured: honoured.is_some(),
            cost: cost.map(|(_, credits)| saturated(credits)),
            leaves_open: cost.is_some_and(|(leaves_open, _)| leaves_open),
        });
        if let Some(honoured) = honoured {
            (kept, best) = honoured;
        }
    }
    (audits, kept.pins.clone(), best)
}

/// What is held that could count for one requirement or another.
pub(super) fn choices(tree: &Tree, pieces: &Pieces, held: &HeldOn, counted: &Instance) -> Vec<Choice> {
    let mut units_of: Vec<Vec<&Unit>> = vec![Vec::new(); held.holdings.len()];
    for (piece, unit) in pieces.units.iter().zip(&counted.units) {
        for holder in holders(piece) {
            units_of.get_mut(*holder).into_iter().for_each(|units| units.push(unit));
        }
    }
    // Many have the same choice.
    let mut named: BTreeMap<BTreeSet<usize>, Vec<String>> = BTreeMap::new();
    let choice = |(holding, units): (&&Holding, &Vec<&Unit>)| {
        let requirements = named.entry(alternatives(units)).or_insert_with_key(|leaves| {
            let mut ids: Vec<String> =
                leaves.iter().filter_map(|leaf| told_apart(tree, *leaf, leaves)).collect();
            ids.dedup();
            ids
        });
        (requirements.len() > 1)
            .then(|| Choice { holding: holding.name().to_owned(), requirements: requirements.clone() })
    };
    held.holdings.iter().zip(&units_of).filter_map(choice).collect()
}

/// The leaves for one of which units count instead of another: what counts for one requirement beside what counts
/// for the other is no choice between them.
fn alternatives(units: &[&Unit]) -> BTreeSet<usize> {
    let is_instead = |unit: &Unit, leaf: usize| {
        units.iter().any(|other| {
            other.atoms.iter().any(|atom| unit.atoms.contains(atom))
                && other.places.iter().any(|place| place.leaf != leaf)
        })
    };
    let leaves = units.iter().flat_map(|unit| unit.places.iter().map(move |place| (unit, place.leaf)));
    leaves.filter(|(unit, leaf)| is_instead(unit, *leaf)).map(|(_, leaf)| leaf).collect()
}

/// The id of the largest requirement with a name of its own that has one of some leaves and none of the others;
/// where there is none, of the leaf itself.
fn told_apart(tree: &Tree, leaf: usize, leaves: &BTreeSet<usize>) -> Option<String> {
    let all = tree.root.each();
    let has_it_alone =
        |branch: &&&Branch| branch.leaves().into_iter().filter(|other| leaves.contains(other)).eq([leaf]);
    let named = all.iter().filter(has_it_alone).find(|branch| is_name(&branch.id));
    let branch = named.or_else(|| all.iter().find(|branch| branch.leaf() == Some(leaf)))?;
    Some(branch.id.clone())
}
