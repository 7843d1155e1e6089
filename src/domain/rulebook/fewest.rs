//! The fewest changes of values that leave the fewest rules broken: a breadth-first search over the changes that
//! each broken rule asks for, one more at each step, until none asks for another.

use super::Finding;
use super::checks::Context;
use super::fix::{APPLIED_FOR, Change};
use super::page::{FieldPath, Outcome, Rule, Rules, Severity};
use crate::domain::day::Day;
use crate::domain::draft::{Draft, fields};
use crate::domain::language::Language;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The most ways that are given.
const MOST_WAYS: usize = 3;

/// What to change in a draft so that as few as possible of the rules that must be met are broken, what is then
/// still to be written anew, and what to fill in (`waymark.changes/1`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FewestChanges {
    format: &'static str,
    /// The ways that need the fewest changes, the mildest first; none where no value settles anything. All
    /// leave the same to do.
    pub ways: Vec<Vec<Change>>,
    /// What is broken after them: a person has to write something else, or to do it.
    pub for_you: Vec<Place>,
    /// The answers that are missing after them.
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

/// Some changes, and what is then unmet.
#[derive(Clone)]
struct Attempt<'a> {
    changes: Vec<Change>,
    unmet: BTreeMap<Key<'a>, Unmet>,
}

/// A requirement's name and a clause.
type Key<'a> = (&'a str, &'a str);

/// A rule that is not met, and is more than advice.
#[derive(Clone)]
struct Unmet {
    outcome: Outcome,
    severity: Severity,
    field: Option<FieldPath>,
}

/// Fields and what they are changed to, in whatever order.
type Values = BTreeSet<(FieldPath, String)>;

/// What changes of a draft leave unmet.
struct Search<'a> {
    /// The draft, as it was between two looks at it.
    draft: Draft,
    on: Day,
    language: Language,
    rules: &'a Rules,
    start: BTreeMap<Key<'a>, Unmet>,
    /// What each page finds unmet with some values of the fields that it reads: most attempts change none of
    /// them.
    known: BTreeMap<(&'a str, Values), BTreeMap<Key<'a>, Unmet>>,
}

impl Rules {
    /// The fewest changes that leave the fewest rules broken.
    pub fn fewest_changes(&self, draft: &Draft, on: Day, language: Language) -> FewestChanges {
        let (_, findings) = self.check(draft, on, language);
        let start = Attempt { changes: Vec::new(), unmet: unmet(&findings) };
        let mut search = Search {
            draft: draft.clone(),
            on,
            language,
            rules: self,
            start: start.unmet.clone(),
            known: BTreeMap::new(),
        };
        let mut best = vec![start.clone()];
        let mut fewest_left = search.count_left(&start);
        let mut seen = BTreeSet::new();
        let mut latest = vec![start];
        while fewest_left != (0, 0) && !latest.is_empty() {
            let mut next = Vec::new();
            for attempt in &latest {
                for change in search.asked_for(attempt) {
                    let changes = [attempt.changes.as_slice(), &[change]].concat();
                    if seen.insert(values(changes.iter())) {
                        next.push(search.attempt(changes));
                    }
                }
            }
            let least = next.iter().map(|attempt| search.count_left(attempt)).min();
            if let Some(least) = least.filter(|least| *least < fewest_left) {
                fewest_left = least;
                best = next.iter().filter(|attempt| search.count_left(attempt) == least).cloned().collect();
            }
            latest = next;
        }
        best.sort_by_key(Attempt::weight);
        let for_you = |attempt: &Attempt| {
            search
                .places(attempt, |key, unmet| unmet.outcome == Outcome::NotMet && search.is_left(key, unmet))
        };
        let to_fill_in = |attempt: &Attempt| {
            search.places(attempt, |_, unmet| {
                unmet.outcome == Outcome::Missing && unmet.severity == Severity::Must
            })
        };
        let left = best.first().map(|first| (for_you(first), to_fill_in(first))).unwrap_or_default();
        best.retain(|attempt| (for_you(attempt), to_fill_in(attempt)) == left);
        let ways = best.into_iter().map(|attempt| attempt.changes).filter(|changes| !changes.is_empty());
        let ways = ways.take(MOST_WAYS).collect();
        FewestChanges { format: "waymark.changes/1", ways, for_you: left.0, to_fill_in: left.1 }
    }
}

impl<'a> Search<'a> {
    /// Whether an attempt leaves a rule that must be met broken or newly without an answer; of the others,
    /// whether it is newly unmet.
    fn is_left(&self, key: &Key, unmet: &Unmet) -> bool {
        let was = self.start.get(key).map(|unmet| unmet.outcome);
        match unmet.severity {
            Severity::Must => unmet.outcome == Outcome::NotMet || was != Some(Outcome::Missing),
            _ => was.is_none(),
        }
    }

    /// How many rules an attempt leaves so: those that must be met, and the others.
    fn count_left(&self, attempt: &Attempt) -> (usize, usize) {
        let left = attempt.unmet.iter().filter(|(key, unmet)| self.is_left(key, unmet));
        let (musts, shoulds): (Vec<_>, Vec<_>) =
            left.partition(|(_, unmet)| unmet.severity == Severity::Must);
        (musts.len(), shoulds.len())
    }

    /// The places that an attempt has left, in the order of the rule table.
    fn places(&self, attempt: &Attempt, is_wanted: impl Fn(&Key, &Unmet) -> bool) -> Vec<Place> {
        let place =
            |(key, unmet): (&Key, &Unmet)| Place { clause: key.1.to_owned(), field: unmet.field.clone() };
        let of_page = |page: &Rule| {
            let unmet =
                attempt.unmet.iter().filter(|(key, unmet)| key.0 == page.name && is_wanted(key, unmet));
            unmet.map(place).collect::<Vec<_>>()
        };
        self.rules.pages.iter().flat_map(of_page).collect()
    }

    /// Looks at the draft with some changes.
    fn with<T>(&mut self, changes: &[Change], look: impl FnOnce(Context) -> T) -> T {
        changes.iter().for_each(|change| change.apply(&mut self.draft));
        let found = look(Context::of(&self.draft, self.on, self.language));
        changes.iter().for_each(|change| change.take_back(&mut self.draft));
        found
    }

    /// The changes of further fields that an attempt's broken rules ask for.
    fn asked_for(&mut self, attempt: &Attempt) -> Vec<Change> {
        let rules = self.rules;
        let broken = attempt.unmet.iter().filter(|(_, unmet)| unmet.outcome == Outcome::NotMet);
        let asked = self.with(&attempt.changes, |context| {
            broken.flat_map(|((page, clause), _)| rules.asked_for(page, clause, context)).collect::<Vec<_>>()
        });
        let is_new = |field: &FieldPath| !attempt.changes.iter().any(|change| change.field == *field);
        let asked = asked.into_iter().filter(|(field, _)| is_new(field));
        asked.map(|(field, to)| Change::of(&self.draft, field, to)).collect()
    }

    /// Some changes, with what they leave unmet. No value that is tried changes the route, so only the pages
    /// that read a changed field are looked at again.
    fn attempt(&mut self, changes: Vec<Change>) -> Attempt<'a> {
        let mut left = self.start.clone();
        for page in self.rules.pages.iter().filter(|page| page.can_be_unmet()) {
            let read = values(changes.iter().filter(|change| change.is_read_by(page)));
            if read.is_empty() {
                continue;
            }
            let key = (page.name.as_str(), read);
            if !self.known.contains_key(&key) {
                let rules = self.rules;
                let found = self.with(&changes, |context| unmet(&rules.findings_of(page, context)));
                self.known.insert(key.clone(), found);
            }
            left.retain(|(requirement, _), _| *requirement != page.name);
            left.extend(self.known.get(&key).cloned().unwrap_or_default());
        }
        Attempt { changes, unmet: left }
    }
}

/// The values that changes bring.
fn values<'a>(changes: impl Iterator<Item = &'a Change>) -> Values {
    changes.map(|change| (change.field.clone(), change.to.to_string())).collect()
}

impl Attempt<'_> {
    /// How much is changed: asking for less weighs more than any number, and a number the more the farther it
    /// is from what was there, in parts of a thousand.
    fn weight(&self) -> i64 {
        const ASKING_FOR_LESS: i64 = 1_000_000;
        let number =
            |change: &Change, value: &Value| fields::find(&change.field)?.kind.number(value)?.whole();
        let weight_of = |change: &Change| match (number(change, &change.from), number(change, &change.to)) {
            _ if change.field == APPLIED_FOR => ASKING_FOR_LESS,
            (Some(from), Some(to)) => {
                from.saturating_sub(to).saturating_abs().saturating_mul(1000) / from.saturating_abs().max(1)
            }
            _ => 1000,
        };
        self.changes.iter().map(weight_of).fold(0, i64::saturating_add)
    }
}

/// The rules that are not met and are more than advice.
fn unmet<'a>(findings: &[Finding<'a>]) -> BTreeMap<Key<'a>, Unmet> {
    let entry = |finding: &Finding<'a>| {
        let Finding { outcome, severity, .. } = *finding;
        (finding.key(), Unmet { outcome, severity, field: finding.home.clone() })
    };
    findings.iter().filter(|finding| finding.is_unmet()).map(entry).collect()
}
