//! What each micro-credential is worth to somebody: the goals that it moves them towards, and by how much.

use super::holding::Holding;
use super::learning::{HeldOn, Pieces};
use super::plan::goal::{PlannerGoal, with_units};
use super::plan::offers::{self, Offer};
use super::plan::{PlannedGoal, StepKey};
use super::relations::ResolvedGoal;
use super::remark;
use super::{ADVICE, AskedGoal, Remark, Sum};
use crate::domain::Problem;
use crate::domain::day::Day;
use crate::domain::measure::Credits;
use crate::domain::parts::{at_once, no_pause};
use crate::domain::register::{Credential, Register, Stamp};
use serde::Serialize;

/// The name and number of the format of options.
pub const FORMAT: &str = "waymark.options/2";

/// What each micro-credential that somebody could take next is worth to them (`waymark.options/2`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Options {
    /// Always `waymark.options/2`.
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
    /// What to look out for.
    pub cautions: Vec<Remark>,
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
    /// What to know of the goal.
    pub cautions: Vec<Remark>,
}

/// Whether a goal is completed, and the credits that come to count for it and that come to be possible.
pub type Worth = (bool, Credits, Credits);

/// What each micro-credential is worth to somebody who holds some things on a day. Credits that a goal takes from
/// anywhere, as far as its source says, are no reason to take anything in particular, and are left out.
pub fn options(register: &Register, holdings: &[Holding], on: Option<Day>) -> Options {
    at_once(options_in_parts(register, holdings, on, &no_pause))
}

/// The same, with a pause between parts of the work.
pub async fn options_in_parts(
    register: &Register,
    holdings: &[Holding],
    on: Option<Day>,
    pause: &impl AsyncFn(),
) -> Options {
    let held = HeldOn::of(holdings, on);
    let own = Pieces::of(register, &held);
    let pieces = own.clone().with_all_listed(register, pause).await;
    let available: Vec<bool> = pieces.units.iter().map(|unit| !unit.holdings.is_empty()).collect();
    pause().await;
    let offers = offers::all(register, &pieces, &held).into_iter().filter_map(CredentialOption::of);
    let mut offers: Vec<(CredentialOption, Vec<usize>)> = offers.collect();
    for key in goals(register).filter(|key| !held.has(key)) {
        pause().await;
        let asked = AskedGoal::Key(key.to_owned());
        let resolved = ResolvedGoal::of(register, &asked, &held, on, &own);
        let closed = resolved.goal.as_ref().and_then(|goal| remark::of_status(register, goal));
        let Some(goal) = PlannerGoal::of(resolved, &pieces) else { continue };
        let goal = goal.without_open_credits();
        let is_of_use =
            |option: &CredentialOption, units: &[usize]| option.key != key && goal.may_count(units);
        let mut before = None;
        for (option, units) in offers.iter_mut().filter(|(option, units)| is_of_use(option, units)) {
            let before = match &mut before {
                Some(before) => before,
                None => before.insert(goal.with(&available, pause).await),
            };
            let after = goal.with(&with_units(&available, &*units), pause).await;
            option.towards.extend(Towards::of(key, before, &after, closed.as_ref()));
        }
    }
    let options = offers.into_iter().map(|(option, _)| option);
    Options {
        format: FORMAT,
        on,
        advice: ADVICE,
        credentials: options.filter(|option| !option.towards.is_empty()).collect(),
        problems: Vec::new(),
        register: register.stamp().clone(),
    }
}

/// Every qualification of a register, and every micro-credential that others count towards.
fn goals(register: &Register) -> impl Iterator<Item = &str> {
    let is_larger = |credential: &&Credential| {
        register.stacks_to(&credential.key).any(|stack| stack.kind.counts_credit())
    };
    let larger = register.credentials().iter().filter(is_larger);
    register
        .qualifications()
        .iter()
        .map(|entry| entry.key.as_str())
        .chain(larger.map(|entry| entry.key.as_str()))
}

impl CredentialOption {
    /// Something that can be taken, with the places of what it brings; nothing where it is no micro-credential.
    fn of(offer: Offer) -> Option<(Self, Vec<usize>)> {
        let StepKey::Credential(key) = offer.what else { return None };
        let option = Self { key, title: offer.title?, cautions: offer.cautions, towards: Vec::new() };
        Some((option, offer.units))
    }

    /// The most that it is worth towards any one goal. Credits of several goals are no sum.
    pub fn worth(&self) -> Option<Worth> {
        self.towards.iter().map(Towards::worth).max()
    }
}

impl Towards {
    /// What comes of a step towards a goal; nothing where it makes no difference.
    fn of(key: &str, before: &PlannedGoal, after: &PlannedGoal, caution: Option<&Remark>) -> Option<Self> {
        let more = |after: Credits, before: Credits| Credits(after.0.saturating_sub(before.0));
        let credits = Sum {
            counted: more(after.credits.counted, before.credits.counted),
            possible: more(after.credits.possible, before.credits.possible),
            of: after.credits.of,
        };
        let completes = after.complete == Some(true) && before.complete != Some(true);
        let makes_a_difference = completes || credits.counted.0 > 0 || credits.possible.0 > 0;
        makes_a_difference.then(|| Self {
            goal: key.to_owned(),
            title: after.title.clone().unwrap_or_default(),
            credits,
            completes,
            cautions: caution.cloned().into_iter().collect(),
        })
    }

    /// By what one is put before another: whether it completes the goal, then the credits that count, then those
    /// that may.
    pub fn worth(&self) -> Worth {
        (self.completes, self.credits.counted, self.credits.possible)
    }
}
