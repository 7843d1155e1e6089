//! Where somebody would like what they hold to count.

use super::WishAudit;
use crate::domain::pathways::asked::Wish;
use crate::domain::pathways::assignment::{Assignment, Instance, Work};
use crate::domain::pathways::learning::{HeldOn, Pieces};
use crate::domain::pathways::saturated;
use crate::domain::pathways::tree::Tree;
use std::borrow::Cow;

/// Units and the leaves to which they go because somebody wishes it.
pub(super) type Pins = Vec<(usize, usize)>;

/// Honours wishes in their order, each where nothing is lost by it, and gives the best assignment that does.
pub(super) async fn honour(
    wishes: &[Wish],
    tree: &Tree,
    pieces: &Pieces,
    held: &HeldOn<'_>,
    instance: &Instance,
    work: &Work,
    pause: &impl AsyncFn(),
) -> (Vec<WishAudit>, Pins, Assignment) {
    let (mut kept, mut best) = (Cow::Borrowed(instance), instance.solve(work, pause).await);
    let mut audits = Vec::new();
    for Wish { holding, requirement } in wishes {
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
