//! The goals of which some requirement takes what is held: where a standard or a qualification leads, of which no
//! source publishes a stack.

use super::holding::Holding;
use super::learning::{Fit, HeldOn, Pieces, Unit};
use crate::domain::day::Day;
use crate::domain::goal::{Asks, LearningKind, Requirement};
use crate::domain::register::Register;

/// A goal that takes something that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taker {
    /// Its key.
    pub key: String,
    /// What it takes, as answers call it.
    pub takes: Vec<String>,
    /// Whether it asks for any of that by name; else it asks for credits, of which that is some.
    pub is_by_name: bool,
}

/// The qualifications that take some of what is held on a day, first those that ask for it by name.
pub fn takers(register: &Register, holdings: &[Holding], on: Option<Day>) -> Vec<Taker> {
    let held = HeldOn::of(holdings, on);
    let pieces = Pieces::of(register, &held);
    let name =
        |unit: &Unit| unit.holdings.first().and_then(|at| Some(held.holdings.get(*at)?.name().to_owned()));
    let mut takers = Vec::new();
    for goal in register.qualifications().iter().filter(|goal| !held.has(&goal.key)) {
        let (mut takes, mut is_by_name): (Vec<String>, bool) = (Vec::new(), false);
        let asked = goal.requirements_on(on).into_iter().flat_map(Requirement::each);
        for part in asked.filter(|part| part.is_in_force(on)) {
            for (unit, named) in
                pieces.units.iter().filter_map(|unit| Some((unit, unit.taken_by(&part.asks)?)))
            {
                is_by_name |= named;
                takes.extend(name(unit).filter(|name| !takes.contains(name)));
            }
        }
        if !takes.is_empty() {
            takers.push(Taker { key: goal.key.clone(), takes, is_by_name });
        }
    }
    takers.sort_by_key(|taker| !taker.is_by_name);
    takers
}

impl Unit {
    /// Whether something that is asked for takes it, and whether by name.
    fn taken_by(&self, asks: &Asks) -> Option<bool> {
        match asks {
            Asks::Credential(key) => self.is(LearningKind::Credential, key).then_some(true),
            Asks::Standard(id) => self.is(LearningKind::Standard, id).then_some(true),
            Asks::Qualification(key) => self.is(LearningKind::Qualification, key).then_some(true),
            Asks::Credits(rule) if rule.from.is_some() => (self.fit(rule) != Fit::No).then_some(false),
            Asks::Credits(_) | Asks::All(_) | Asks::Some { .. } | Asks::Component(_) | Asks::Judgement(_) => {
                None
            }
        }
    }
}
