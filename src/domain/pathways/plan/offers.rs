//! What can be taken: everything listed that is open to new learners and not held.

use super::StepKey;
use super::search;
use crate::domain::goal::LearningKind;
use crate::domain::measure::{Credits, Dollars, Level, Size};
use crate::domain::pathways::learning::{HeldOn, Pieces, What};
use crate::domain::pathways::remark::{Reason, Remark, is_closed};
use crate::domain::register::{Credential, Register, StatusGroup};
use std::collections::BTreeMap;

/// More than any award has: what credits that nobody states count for when ways are compared.
const UNSTATED_CREDITS: u32 = 1000;
/// More than any award takes: what time that nobody states counts for when ways are compared, in hours.
const UNSTATED_HOURS: u32 = 60_000;
/// More than any award costs: what a fee that nobody states counts for when ways are compared.
const UNSTATED_CENTS: u32 = 10_000_000;

/// Something that can be taken.
#[derive(Clone, Debug)]
pub(in crate::domain::pathways) struct Offer {
    pub what: StepKey,
    pub title: Option<String>,
    pub level: Option<Level>,
    /// The credits that are still to be done.
    pub credits: Option<Credits>,
    /// The weeks that it takes at least, by its source.
    stated_weeks: Option<u16>,
    pub fee: Option<Dollars>,
    pub provider: Option<String>,
    pub cautions: Vec<Remark>,
    /// The places of the pieces that it brings.
    pub units: Vec<usize>,
}

/// Everything that can be taken.
pub(in crate::domain::pathways) fn all(
    register: &Register,
    pieces: &Pieces,
    held: &HeldOn<'_>,
) -> Vec<Offer> {
    let mut places: BTreeMap<(LearningKind, &str), Vec<usize>> = BTreeMap::new();
    for (place, unit) in pieces.units.iter().enumerate() {
        let kind = match unit.what {
            What::Itself(kind) => kind,
            What::Remainder => LearningKind::Credential,
            What::Together { .. } | What::Other => continue,
        };
        places.entry((kind, &unit.name)).or_default().push(place);
    }
    let is_held = |place: &usize| pieces.units.get(*place).is_some_and(|unit| !unit.holdings.is_empty());
    let own = |kind, key| places.get(&(kind, key)).filter(|own| !own.iter().any(is_held));
    let mut offers = Vec::new();
    for listed in register.credentials() {
        let has_begun = held.has_begun(&listed.key);
        let own = own(LearningKind::Credential, &listed.key).filter(|_| is_offered(listed, has_begun));
        let Some(own) = own else { continue };
        let standards =
            listed.standards.iter().filter_map(|id| places.get(&(LearningKind::Standard, id.as_str())));
        let standards: Vec<usize> = standards.flatten().copied().collect();
        let done = standards
            .iter()
            .filter(|place| is_held(place))
            .filter_map(|place| pieces.units.get(*place)?.credits);
        let done: Credits = done.sum();
        let credits = listed.credits.map(|credits| Credits(credits.0.saturating_sub(done.0)));
        offers.push(Offer {
            what: StepKey::Credential(listed.key.clone()),
            title: Some(listed.title.clone()),
            level: listed.level,
            credits,
            stated_weeks: listed.duration_weeks,
            fee: listed.fee,
            provider: listed.provider.clone().or_else(|| listed.developer.clone()),
            cautions: cautions(listed),
            units: own.iter().copied().chain(standards).collect(),
        });
    }
    for listed in register.standards() {
        let status = listed.status.as_deref().is_some_and(is_closed);
        let Some(own) = own(LearningKind::Standard, &listed.id).filter(|_| !status) else { continue };
        offers.push(Offer {
            what: StepKey::Standard(listed.id.clone()),
            title: listed.title.clone(),
            level: listed.level,
            credits: listed.credits,
            stated_weeks: None,
            fee: None,
            provider: None,
            cautions: Vec::new(),
            units: own.clone(),
        });
    }
    for listed in register.qualifications() {
        let status = listed.status.as_deref().is_some_and(is_closed);
        let Some(own) = own(LearningKind::Qualification, &listed.key).filter(|_| !status) else { continue };
        offers.push(Offer {
            what: StepKey::Qualification(listed.key.clone()),
            title: Some(listed.title.clone()),
            level: listed.level,
            credits: listed.size.and_then(Size::fixed),
            stated_weeks: None,
            fee: None,
            provider: listed.provider.clone().or_else(|| listed.owner.clone()),
            cautions: Vec::new(),
            units: own.clone(),
        });
    }
    offers
}

/// Whether somebody may be able to take it, or to finish it who has begun (STK-43, STK-44).
fn is_offered(listed: &Credential, has_begun: bool) -> bool {
    use StatusGroup::{Discontinued, Expiring, Historic};
    match listed.status_group {
        Some(Expiring) => has_begun,
        Some(Discontinued | Historic) => false,
        _ => true,
    }
}

fn cautions(listed: &Credential) -> Vec<Remark> {
    // Nobody is offered what is expiring, unless they have begun it.
    let is_expiring = listed.status_group == Some(StatusGroup::Expiring);
    let closed = if is_expiring { Reason::Expiring } else { Reason::NotOnOffer };
    let unsure = (!listed.may_be_on_offer()).then(|| Remark::new(closed, &listed.title));
    let equivalency = listed.is_equivalency().then(|| Remark::new(Reason::Equivalency, &listed.title));
    let entry = listed.entry.as_ref().map(|entry| Remark::new(Reason::Entry, entry));
    [unsure, equivalency, entry].into_iter().flatten().collect()
}

impl Offer {
    /// The hours that it takes somebody who studies so many a week: those of its credits, and no fewer than there are
    /// in the weeks that its source states.
    pub(super) fn hours(&self, hours_a_week: u32) -> Option<u32> {
        let stated = self.stated_weeks.map_or(0, |weeks| u32::from(weeks).saturating_mul(hours_a_week));
        Some(self.credits?.hours().0.max(stated))
    }

    /// The same on plain numbers; `hours` are those that it takes, and `provider` is the number of who offers it.
    pub(super) fn for_search(&self, hours: Option<u32>, provider: Option<usize>) -> search::Step {
        search::Step {
            units: self.units.clone(),
            is_doubtful: self.cautions.iter().any(|caution| caution.reason == Reason::NotOnOffer),
            credits: self.credits.map_or(UNSTATED_CREDITS, |credits| u32::from(credits.0)),
            hours: hours.unwrap_or(UNSTATED_HOURS),
            cents: self.fee.and_then(|fee| u32::try_from(fee.cents()).ok()).unwrap_or(UNSTATED_CENTS),
            provider,
        }
    }
}
