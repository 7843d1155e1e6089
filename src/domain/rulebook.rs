//! The rulebook: every requirement that Waymark checks, and the rules of the table that it does not.
//!
//! A requirement is one file in `rulebook/`: its manual page as a doc comment, its dated editions,
//! one function that looks at an application, and the words for what that function finds. Beside
//! it is a spec of the same name (`.md`): examples that an education officer can read, run by the
//! tests.
//!
//! The rules of the table that are not checked are in a data file, `public/rules.json`, a row each,
//! which `unchecked` reads. To add a rule: write the two files, list the module in this one, and
//! take the rule's row out of the data file. The tests say what is still missing.

mod citation;
mod edition;
mod outcome;
mod unchecked;

use crate::domain::application::Application;
use crate::domain::day::Day;
use crate::domain::route::Route;
pub use citation::{Citation, Standing};
pub use edition::{Clause, DecidedBy, Edition, Severity};
use outcome::THROUGH_PARTNER;
pub use outcome::{Gap, Outcome, Verdict, Words};
pub use unchecked::{NotChecked, Row, Unchecked};

/// The version of the rules: the day they were last changed here.
pub const VERSION: &str = "2026-11-22";

/// What a requirement looks at.
#[derive(Debug)]
pub struct Case<'a> {
    /// The application, as far as it is understood.
    pub application: &'a Application,
    /// The day under whose rules it is read.
    pub on: Day,
    /// The route of the application.
    pub route: Route,
}

/// A requirement, whatever the types of its parameters and findings.
pub trait Rule: Sync {
    /// The name that stays the same across editions: `credits-in-range`.
    fn name(&self) -> &'static str;
    /// The paths of the draft's fields that it reads.
    fn fields(&self) -> &'static [&'static str];
    /// How many editions it has had.
    fn editions(&self) -> usize;
    /// The clause of an edition, counted from 0.
    fn clause(&self, edition: usize) -> Option<&'static Clause>;
    /// What an edition finds in a case.
    fn examine(&self, edition: usize, case: &Case) -> Option<(Verdict, Words)>;
}

/// A requirement with the type of its parameters, `P`, and of what it can find, `R`.
struct Requirement<P: 'static, R> {
    name: &'static str,
    fields: &'static [&'static str],
    editions: &'static [Edition<P>],
    examine: fn(&Case, &P) -> Outcome<R>,
    words: fn(&R) -> Words,
}

impl<P: Sync, R> Rule for Requirement<P, R> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn fields(&self) -> &'static [&'static str] {
        self.fields
    }

    fn editions(&self) -> usize {
        self.editions.len()
    }

    fn clause(&self, edition: usize) -> Option<&'static Clause> {
        self.editions.get(edition).map(|edition| &edition.clause)
    }

    fn examine(&self, edition: usize, case: &Case) -> Option<(Verdict, Words)> {
        let edition = self.editions.get(edition)?;
        let outcome = (self.examine)(case, &edition.parameters);
        Some((outcome.verdict(), (self.words)(outcome.reason())))
    }
}

/// Declares the `RULE` of a file: its manual page as the doc comment, its name, the fields it reads.
/// The file supplies `EDITIONS`, `examine` and `words`.
macro_rules! requirement {
    ($(#[doc = $manual:literal])+ $name:literal reads $fields:expr) => {
        $(#[doc = $manual])+
        pub(super) static RULE: &dyn $crate::domain::rulebook::Rule = &$crate::domain::rulebook::Requirement {
            name: $name,
            fields: &$fields,
            editions: EDITIONS,
            examine,
            words,
        };
    };
}

/// Lists the requirements, each the `RULE` of a file of that name.
macro_rules! rulebook {
    ($($file:ident)+) => {
        $(mod $file;)+
        /// Every requirement that is checked, in the order of the rulebook.
        pub static RULES: &[&dyn Rule] = &[$($file::RULE),+];
    };
}

rulebook! {
    applicant_may_apply
    other_body_has_partner
    standard_setter_lists_only
    university_route
    equivalency_is_open
    title_is_supplied
    title_words
    title_names
    level_and_credits_stated
    level_on_framework
    credits_in_range
    smaller_than_a_qualification
    hours_match_credits
    nzsced_form
    nzsced_field
    states_where_used
    relevance_described
    outcomes_stated
    education_pathway
    other_pathway_or_contribution
    developer_is_named
    standards_are_listed
    review_period
    need_is_evidenced
    assessment_is_included
    every_outcome_is_assessed
    fee_within_limit
}
