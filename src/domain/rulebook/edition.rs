//! One wording of a requirement: its clause, its days, its weight and its parameters.

use super::citation::Citation;
use crate::domain::day::Day;
use crate::domain::route::Route;
use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// What failing a rule means: the application is not ready, or a warning, or nothing.
    Severity {
        Must = "must", "must";
        Should = "should", "should";
        Advisory = "advisory", "for information";
    }
    /// Who can decide whether a rule is met. Where both do, a program sees presence and arithmetic
    /// and a person judges quality; what a person decides is never reported as met or not met.
    DecidedBy {
        Machine = "machine", "a program";
        Both = "both", "a program and a person";
        Person = "person", "a person";
    }
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
        in_force(self.from, self.to, on)
    }

    /// Whether it binds applications on a road.
    pub fn binds(&self, route: Route) -> bool {
        binds(self.routes, route)
    }
}

/// Whether a day lies between the first and the last.
pub(super) fn in_force(from: Option<Day>, to: Option<Day>, on: Day) -> bool {
    from.is_none_or(|from| from <= on) && to.is_none_or(|to| on <= to)
}

/// Whether a rule for some roads binds applications on a road. Funding rules bind on every road but
/// equivalency; whether funding is sought is for the rule itself to see.
pub(super) fn binds(routes: &[Route], route: Route) -> bool {
    routes.contains(&route) || (routes.contains(&Route::Funding) && route != Route::Equivalency)
}

/// A clause with the parameters that the requirement's function is given under it.
#[derive(Debug)]
pub struct Edition<P> {
    /// The clause.
    pub clause: Clause,
    /// The numbers or lists that differ between editions.
    pub parameters: P,
}
