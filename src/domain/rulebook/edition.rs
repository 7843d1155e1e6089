//! One wording of a requirement: its clause, its days, its weight and its parameters.

use super::citation::Citation;
use crate::domain::day::Day;
use crate::domain::route::Route;
use serde::Serialize;

/// What failing a rule means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// An application that fails it is not ready.
    Must,
    /// A warning.
    Should,
    /// For information.
    Advisory,
}

/// Who can decide whether a rule is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// A program, from the draft alone.
    Machine,
    /// A program sees presence and arithmetic; a person judges quality.
    Both,
    /// A person only. Such a rule is never reported as met or not met.
    Person,
}

/// A rule of the rule table: one requirement as one instrument worded it for some time.
#[derive(Debug)]
pub struct Clause {
    /// The rule's id in the table: `LIST-08`.
    pub id: &'static str,
    /// What it requires, in a sentence.
    pub says: &'static str,
    /// The roads it binds.
    pub routes: &'static [Route],
    /// The first day it was in force; none where no day was found.
    pub from: Option<Day>,
    /// The last day; none while it runs on.
    pub to: Option<Day>,
    /// What failing it means.
    pub severity: Severity,
    /// Who can decide it.
    pub decided_by: DecidedBy,
    /// Where it stands written.
    pub citation: Citation,
}

impl Clause {
    /// Whether it is in force on a day.
    pub fn in_force(&self, on: Day) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }

    /// Whether it binds applications on a road. Funding rules bind on every road but equivalency;
    /// whether funding is sought is for the rule itself to see.
    pub fn binds(&self, route: Route) -> bool {
        self.routes.contains(&route) || (self.routes.contains(&Route::Funding) && route != Route::Equivalency)
    }
}

/// A clause with the parameters that the requirement's function is given under it.
#[derive(Debug)]
pub struct Edition<P> {
    /// The clause.
    pub clause: Clause,
    /// The numbers or lists that differ between editions.
    pub parameters: P,
}
