//! One wording of a requirement: its clause, its days, its severity and its parameters.

use super::citation::Citation;
use crate::domain::day::Day;
use crate::domain::route::Route;
use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// What breaking a rule means: the application is not ready, or a warning, or nothing.
    Severity of SEVERITY {
        Must = "must",
        Should = "should",
        Advisory = "advisory",
    }
    /// Who can decide whether a rule is met. Where both do, a program sees presence and arithmetic
    /// and a person judges quality; what a person decides is never reported as met or not met.
    DecidedBy of DECIDED_BY {
        Machine = "machine",
        Both = "both",
        Person = "person",
    }
}

/// A rule of the rule table: one requirement as one instrument worded it for some time.
#[derive(Debug)]
pub struct Clause {
    /// The rule's id in the table: `LIST-08`.
    pub id: &'static str,
    /// What it requires, in a sentence.
    pub says: &'static str,
    /// The routes it binds.
    pub routes: &'static [Route],
    /// The first day it was in force; `None` where no day was found.
    pub from: Option<Day>,
    /// The last day; `None` while it is in force.
    pub to: Option<Day>,
    /// What breaking it means.
    pub severity: Severity,
    /// Who can decide it.
    pub decided_by: DecidedBy,
    /// Where it was published.
    pub citation: Citation,
}

impl Clause {
    /// Whether it is in force on a day.
    pub fn in_force(&self, on: Day) -> bool {
        in_force(self.from, self.to, on)
    }

    /// Whether it binds applications on a route.
    pub fn binds(&self, route: Route) -> bool {
        binds(self.routes, route)
    }
}

/// Whether a day lies between the first and the last.
pub(super) fn in_force(from: Option<Day>, to: Option<Day>, on: Day) -> bool {
    from.is_none_or(|from| from <= on) && to.is_none_or(|to| on <= to)
}

/// Whether a rule for some routes binds applications on a route. Funding rules bind on every route but
/// equivalency; whether funding is sought is for the rule itself to check.
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
