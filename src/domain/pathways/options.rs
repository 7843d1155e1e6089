//! What each micro-credential is worth to somebody: the goals that it moves them towards, and by how much.

use super::holding::Holding;
use super::learning::{HeldOn, Pieces};
use super::plan::goal::{PlannerGoal, with_units};
use super::plan::offers::{self, Offer};
use super::plan::{PlannedGoal, StepKey};
use super::relations::ResolvedGoal;
use super::{ADVICE, AskedGoal, Sum};
use crate::domain::Problem;
use crate::domain::day::Day;
use crate::domain::measure::Credits;
use crate::domain::register::{Register, Stamp};
use serde::Serialize;
use std::collections::BTreeMap;

/// The name and number of the format of options.
pub const FORMAT: &str = "waymark.options/1";

/// What each micro-credential that somebody could take next is worth to them (`waymark.options/1`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Options {
    /// Always `waymark.options/1`.
    pub format: &'static str,
    /// The day for which it was asked.
    pub on: Option<Day>,
    /// What this is, and who decides.
    pub advice: &'static str,
    /// Those that move somebody towards a goal, in the order of the snapshot.
    pub credentials: Vec<CredentialOption>,
    /// What in the question could not be understood.
    pub problems: Vec<Problem>,
    /// The register that was used.
    pub register: Stamp,
}

/// A micro-credential, and what it moves somebody towards.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CredentialOption {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The goals, in the order of the snapshot.
    pub towards: Vec<Towards>,
}

/// A goal, and how far something moves somebody towards it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Towards {
    /// The key of the goal.
    pub goal: String,
    /// Its title.
    pub title: String,
    /// The credits that come to count, and that come to be possible, of those of the goal.
    pub credits: Sum,
    /// Whether it completes the goal.
    pub completes: bool,
}

/// The goals of a register, looked at one after another, so that a page can stop between them.
pub struct OptionsSearch<'a> {
    register: &'a Register,
    held: HeldOn<'a>,
    on: Option<Day>,
    own: Pieces,
    pieces: Pieces,
    available: Vec<bool>,
    offers: Vec<(String, Offer)>,
    goals: std::vec::IntoIter<&'a str>,
    found: BTreeMap<String, Vec<Towards>>,
}

/// What each micro-credential is worth to somebody who holds some things on a day. Credits that a goal takes from
/// anywhere, as far as its source says, are no reason to take anything in particular, and are left out.
pub fn options(register: &Register, holdings: &[Holding], on: Option<Day>) -> Options {
    let mut search = OptionsSearch::new(register, holdings, on);
    while search.look_at_next() {}
    search.finish()
}

impl<'a> OptionsSearch<'a> {
    /// Gets ready to look at every qualification of a register, and at every micro-credential that others count
    /// towards.
    pub fn new(register: &'a Register, holdings: &'a [Holding], on: Option<Day>) -> Self {
        let held = HeldOn::of(holdings, on);
        let own = Pieces::of(register, &held);
        let pieces = own.clone().with_all_listed(register);
        let available = pieces.units.iter().map(|unit| !unit.holdings.is_empty()).collect();
        let offers = offers::all(register, &pieces, None).into_iter().filter_map(|offer| match &offer.what {
            StepKey::Credential(key) => Some((key.clone(), offer)),
            StepKey::Standard(_) | StepKey::Qualification(_) => None,
        });
        let larger = register
            .credentials()
            .iter()
            .filter(|credential| register.stacks_to(&credential.key).any(|stack| stack.kind.counts_credit()));
        let keys = register.qualifications().iter().map(|entry| entry.key.as_str());
        let goals: Vec<&str> =
            keys.chain(larger.map(|entry| entry.key.as_str())).filter(|key| !held.has(key)).collect();
        Self {
            register,
            on,
            offers: offers.collect(),
            goals: goals.into_iter(),
            held,
            own,
            pieces,
            available,
            found: BTreeMap::new(),
        }
    }

    /// Looks at the next goal; whether there was one.
    pub fn look_at_next(&mut self) -> bool {
        let Some(key) = self.goals.next() else { return false };
        let asked = AskedGoal::Key(key.to_owned());
        let resolved = ResolvedGoal::of(self.register, &asked, &self.held, self.on, &self.own);
        let Some(goal) = PlannerGoal::of(resolved, &self.pieces) else { return true };
        let goal = goal.without_open_credits();
        let is_of_use =
            |(credential, offer): &&(String, Offer)| credential != key && goal.may_count(&offer.units);
        let of_use: Vec<&(String, Offer)> = self.offers.iter().filter(is_of_use).collect();
        if of_use.is_empty() {
            return true;
        }
        let before = goal.with(&self.available);
        for (credential, offer) in of_use {
            let available = with_units(&self.available, &offer.units);
            if let Some(towards) = towards(key, &before, &goal.with(&available)) {
                self.found.entry(credential.clone()).or_default().push(towards);
            }
        }
        true
    }

    /// What was found so far.
    pub fn finish(mut self) -> Options {
        let credentials = self.offers.iter().filter_map(|(key, offer)| {
            let towards = self.found.remove(key)?;
            Some(CredentialOption { key: key.clone(), title: offer.title.clone()?, towards })
        });
        Options {
            format: FORMAT,
            on: self.on,
            advice: ADVICE,
            credentials: credentials.collect(),
            problems: Vec::new(),
            register: self.register.stamp().clone(),
        }
    }
}

/// What comes of a step; nothing where it makes no difference.
fn towards(goal: &str, before: &PlannedGoal, after: &PlannedGoal) -> Option<Towards> {
    let more = |after: Credits, before: Credits| Credits(after.0.saturating_sub(before.0));
    let credits = Sum {
        counted: more(after.credits.counted, before.credits.counted),
        possible: more(after.credits.possible, before.credits.possible),
        of: after.credits.of,
    };
    let completes = after.complete == Some(true) && before.complete != Some(true);
    let makes_a_difference = completes || credits.counted.0 > 0 || credits.possible.0 > 0;
    makes_a_difference.then(|| Towards {
        goal: goal.to_owned(),
        title: after.title.clone().unwrap_or_default(),
        credits,
        completes,
    })
}
