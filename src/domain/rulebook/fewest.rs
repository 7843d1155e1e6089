//! The fewest changes after which no rule that must be met is broken, as far as values can do that: a
//! breadth-first search over the changes that each broken rule asks for, one more at each step.

use super::Finding;
use super::checks::Case;
use super::fix::{APPLIED_FOR, Change, values_to_try};
use super::page::{FieldPath, Outcome, Page, Rules, Severity, Stage};
use crate::domain::day::Day;
use crate::domain::draft::Draft;
use crate::domain::json::whole_number;
use crate::domain::language::Language;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The most changes that are looked at together.
pub const MOST_CHANGES: usize = 4;
/// The most ways that are given.
const MOST_WAYS: usize = 3;

/// What to change in a draft, what to write anew, and what to fill in, so that no rule that must be met is
/// left unmet (`waymark.changes/1`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FewestChanges {
    format: &'static str,
    /// The ways that need the fewest changes, the mildest first; none where no value settles anything.
    pub ways: Vec<Vec<Change>>,
    /// The broken rules that no value settles: a person has to write something else, or to do it.
    pub for_you: Vec<Place>,
    /// The answers that are missing.
    pub to_fill_in: Vec<Place>,
}

/// A clause, and the field where it is put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The clause.
    pub clause: String,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldPath>,
}

/// A draft with some changes, and what is then unmet.
#[derive(Clone)]
struct Attempt {
    draft: Draft,
    changes: Vec<Change>,
    unmet: BTreeMap<Key, Unmet>,
}

/// A requirement's name and a clause.
type Key = (String, String);

/// A rule that must be met and is not.
#[derive(Clone)]
struct Unmet {
    outcome: Outcome,
    field: Option<FieldPath>,
}

impl Rules {
    /// The fewest changes that leave the fewest rules broken.
    pub fn fewest_changes(&self, draft: &Draft, on: Day, language: Language) -> FewestChanges {
        let (_, findings) = self.check(draft, on, language);
        let start = Attempt { draft: draft.clone(), changes: Vec::new(), unmet: unmet(&findings) };
        let was_missing: BTreeSet<Key> = start.of(Outcome::Missing).map(|(key, _)| key.clone()).collect();
        let is_left =
            |key: &Key, unmet: &Unmet| unmet.outcome == Outcome::NotMet || !was_missing.contains(key);
        let left =
            |attempt: &Attempt| attempt.unmet.iter().filter(|(key, unmet)| is_left(key, unmet)).count();

        let mut best = vec![start.clone()];
        let mut seen = BTreeSet::new();
        let mut latest = vec![start.clone()];
        for _ in 0..MOST_CHANGES {
            let mut next = Vec::new();
            for attempt in &latest {
                let attempts = self.one_change_more(attempt, on, language);
                next.extend(attempts.into_iter().filter(|attempt| seen.insert(attempt.name())));
            }
            let fewest_left = best.first().map_or(0, left);
            let least = next.iter().map(left).min().filter(|least| *least < fewest_left);
            if let Some(least) = least {
                best = next.iter().filter(|attempt| left(attempt) == least).cloned().collect();
            }
            if best.first().is_none_or(|best| left(best) == 0) {
                break;
            }
            latest = next;
        }
        best.sort_by_key(Attempt::weight);
        let places = |attempt: &Attempt, outcome: Outcome| {
            let of_page = |page: &Page| {
                let unmet = attempt.of(outcome).filter(|((requirement, _), _)| *requirement == page.name);
                unmet
                    .map(|((_, clause), unmet)| Place { clause: clause.clone(), field: unmet.field.clone() })
                    .collect::<Vec<_>>()
            };
            self.pages.iter().flat_map(of_page).collect()
        };
        let first = best.first().unwrap_or(&start);
        FewestChanges {
            format: "waymark.changes/1",
            for_you: places(first, Outcome::NotMet),
            to_fill_in: places(first, Outcome::Missing),
            ways: best
                .into_iter()
                .map(|attempt| attempt.changes)
                .filter(|changes| !changes.is_empty())
                .take(MOST_WAYS)
                .collect(),
        }
    }

    /// An attempt with one more field changed, in each way that a broken rule asks for.
    fn one_change_more(&self, attempt: &Attempt, on: Day, language: Language) -> Vec<Attempt> {
        let case = Case::of(&attempt.draft, on, language);
        let mut values = Vec::new();
        for ((requirement, clause), _) in attempt.of(Outcome::NotMet) {
            let Some(page) = self.page(requirement) else { continue };
            let edition =
                page.edition.iter().find(|edition| edition.clause == *clause && edition.in_force(on));
            values.extend(edition.map(|edition| values_to_try(page, edition, case)).unwrap_or_default());
        }
        let is_new = |field: &FieldPath| !attempt.changes.iter().any(|change| change.field == *field);
        let values = values.into_iter().filter(|(field, _)| is_new(field));
        values
            .map(|(field, to)| self.changed(attempt, Change::of(&attempt.draft, field, to), on, language))
            .collect()
    }

    /// An attempt with one more change. No value that is tried changes the route, so only the pages that
    /// read its field are looked at again.
    fn changed(&self, attempt: &Attempt, change: Change, on: Day, language: Language) -> Attempt {
        let mut next = attempt.clone();
        change.apply(&mut next.draft);
        let pages: Vec<&Page> = self.pages.iter().filter(|page| page.reads.contains(&change.field)).collect();
        next.unmet.retain(|(requirement, _), _| !pages.iter().any(|page| page.name == *requirement));
        let case = Case::of(&next.draft, on, language);
        let findings: Vec<Finding> =
            pages.into_iter().flat_map(|page| self.findings_of(page, case)).collect();
        next.unmet.extend(unmet(&findings));
        next.changes.push(change);
        next
    }
}

impl Attempt {
    fn of(&self, outcome: Outcome) -> impl Iterator<Item = (&Key, &Unmet)> {
        self.unmet.iter().filter(move |(_, unmet)| unmet.outcome == outcome)
    }

    /// The changes, in whatever order they were made.
    fn name(&self) -> BTreeSet<(FieldPath, String)> {
        self.changes.iter().map(|change| (change.field.clone(), change.to.to_string())).collect()
    }

    /// How much is changed: asking for less weighs more than any number, and a number the more the farther it
    /// is from what was there, in parts of a thousand.
    fn weight(&self) -> i64 {
        const ASKING_FOR_LESS: i64 = 1_000_000;
        let weight_of = |change: &Change| match (whole_number(&change.from), whole_number(&change.to)) {
            _ if change.field == APPLIED_FOR => ASKING_FOR_LESS,
            (Some(from), Some(to)) => {
                from.saturating_sub(to).saturating_abs().saturating_mul(1000) / from.saturating_abs().max(1)
            }
            _ => 1000,
        };
        self.changes.iter().map(weight_of).fold(0, i64::saturating_add)
    }
}

/// The rules that must be met and are not.
fn unmet(findings: &[Finding]) -> BTreeMap<Key, Unmet> {
    let is_unmet = |finding: &&Finding| {
        finding.stage == Stage::Application
            && finding.severity == Severity::Must
            && matches!(finding.outcome, Outcome::NotMet | Outcome::Missing)
    };
    let entry =
        |finding: &Finding| (finding.key(), Unmet { outcome: finding.outcome, field: finding.home.clone() });
    findings.iter().filter(is_unmet).map(entry).collect()
}
