//! The smallest change that settles a finding: one value of one field, found by trying and looking again.
//!
//! Only what the author designs is ever changed, and only where the rule leaves one value: credits, hours, years
//! of review, what is applied for, and whether the only assessment counts towards the result. Who applies, what
//! others agreed to, which standards and descriptors were used and where it is delivered are facts: another answer
//! would make the draft fit and not be true. A level or a field of study has many right values, and titles and
//! texts are words; those a person has to choose or write.

use super::Finding;
use super::checks::Context;
use super::code;
use super::kinds::{Check, Function};
use super::page::{Edition, FieldPath, Outcome, Range, Rule, Rules};
use crate::domain::draft::Draft;
use crate::domain::draft::fields::{self, Kind};
use crate::domain::json::Decimal;
use crate::domain::language::Language;
use serde::Serialize;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use time::Date;

/// The field in which what is applied for can be changed.
pub(super) const APPLIED_FOR: &str = "application.kind";

/// A change of one field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The field.
    pub field: FieldPath,
    /// What is there.
    pub from: Value,
    /// What it should be.
    pub to: Value,
}

/// A change that settles a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fix {
    /// The change.
    #[serde(flatten)]
    pub change: Change,
    /// The clauses that it settles, the finding's own first.
    pub settles: Vec<String>,
}

impl Change {
    /// The change of a field of a draft to a value.
    pub(super) fn of(draft: &Draft, field: FieldPath, to: Value) -> Self {
        Self { from: draft.get(&field).cloned().unwrap_or_default(), field, to }
    }

    /// Changes a draft.
    pub fn apply(&self, draft: &mut Draft) {
        draft.set(&self.field, self.to.clone());
    }

    /// Whether a page reads the field, or the list around it.
    pub(super) fn is_read_by(&self, page: &Rule) -> bool {
        let is_at = |rest: &str| rest.is_empty() || rest.starts_with('.');
        page.reads.iter().any(|read| self.field.strip_prefix(read.as_str()).is_some_and(is_at))
    }

    /// Puts back what was there.
    pub(super) fn take_back(&self, draft: &mut Draft) {
        draft.set(&self.field, self.from.clone());
    }

    /// What is there and what it should be, in words; nothing for what is not there.
    pub fn in_words(&self, language: Language) -> (String, String) {
        let words = |value: &Value| {
            let mut draft = Draft::default();
            draft.set(&self.field, value.clone());
            super::answer_in_words(&draft, &self.field, language)
        };
        (words(&self.from), words(&self.to))
    }
}

impl Rules {
    /// Adds to broken rules the change that settles them and breaks none. A change that settles more goes before
    /// one that settles fewer, and all that are added can be made together.
    pub fn add_fixes(&self, draft: &Draft, on: Date, language: Language, findings: &mut [Finding]) {
        if !findings.iter().any(Finding::is_broken) {
            return;
        }
        let context = Context::of(draft, on, language);
        let mut trial = draft.clone();
        let mut settles = |changes: &[&Change]| {
            changes.iter().for_each(|change| change.apply(&mut trial));
            let after = self.findings_reading(changes, Context::of(&trial, on, language));
            changes.iter().for_each(|change| change.take_back(&mut trial));
            settled(findings, &after)
        };
        let mut asked: Vec<(Change, BTreeSet<usize>)> = Vec::new();
        for broken in findings.iter().filter(|finding| finding.is_broken()) {
            for (field, to) in self.asked_for(broken.requirement, broken.clause, context) {
                let change = Change::of(draft, field, to);
                if asked.iter().all(|(known, _)| *known != change) {
                    let settled = settles(&[&change]);
                    asked.push((change, settled));
                }
            }
        }
        asked.sort_by_key(|(_, settled)| Reverse(settled.len()));
        let mut chosen: Vec<(&Change, &BTreeSet<usize>)> = Vec::new();
        for (change, settled) in &asked {
            let all: BTreeSet<usize> = chosen.iter().flat_map(|(_, settled)| *settled).copied().collect();
            let is_new =
                chosen.iter().all(|(other, _)| other.field != change.field) && !settled.is_subset(&all);
            let changes: Vec<&Change> = chosen.iter().map(|(change, _)| *change).chain([change]).collect();
            if is_new && (chosen.is_empty() || settles(&changes).is_superset(&(&all | settled))) {
                chosen.push((change, settled));
            }
        }
        let fix = |at: usize| {
            let (change, settled) = chosen.iter().find(|(_, settled)| settled.contains(&at))?;
            let others = settled.iter().copied().filter(|other| *other != at);
            let clauses = std::iter::once(at).chain(others).filter_map(|at| findings.get(at));
            let settles = clauses.map(|finding| finding.clause.to_owned()).collect();
            Some(Fix { change: (*change).clone(), settles })
        };
        let fixes: Vec<Option<Fix>> = (0..findings.len()).map(fix).collect();
        for (finding, fix) in findings.iter_mut().zip(fixes) {
            finding.fix = fix;
        }
    }

    /// What the rules say that changes may break. No value that is tried changes the route, so the others say what
    /// they said.
    fn findings_reading(&self, changes: &[&Change], context: Context) -> Vec<Finding<'_>> {
        let reads = |page: &&Rule| changes.iter().any(|change| change.is_read_by(page));
        let pages = self.pages.iter().filter(|page| page.can_be_unmet()).filter(reads);
        pages.flat_map(|page| self.findings_of(page, context)).collect()
    }

    /// The values that could settle what a page's clause finds.
    pub(super) fn asked_for(&self, page: &str, clause: &str, context: Context) -> Vec<(FieldPath, Value)> {
        let Some(page) = self.page(page) else { return Vec::new() };
        let in_force = |edition: &&Edition| edition.clause == clause && edition.in_force(context.on);
        let edition = page.edition.iter().find(in_force);
        edition.map(|edition| values_to_try(page, edition, context)).unwrap_or_default()
    }
}

/// The places of the broken findings that changes settle; none where they break a rule.
fn settled(before: &[Finding], after: &[Finding]) -> BTreeSet<usize> {
    let was_broken =
        |broken: &Finding| before.iter().any(|before| before.key() == broken.key() && before.is_broken());
    if after.iter().any(|after| after.is_broken() && !was_broken(after)) {
        return BTreeSet::new();
    }
    let is_fine = |finding: &Finding| matches!(finding.outcome, Outcome::Met | Outcome::NotApplicable);
    let is_settled = |before: &Finding| {
        before.is_broken() && after.iter().any(|after| after.key() == before.key() && is_fine(after))
    };
    before.iter().enumerate().filter(|(_, before)| is_settled(before)).map(|(at, _)| at).collect()
}

/// The values that could settle a page's finding. A level is no amount: the nearest one is not the likeliest.
fn values_to_try(page: &Rule, edition: &Edition, context: Context) -> Vec<(FieldPath, Value)> {
    let mut values = Vec::new();
    match &page.check {
        Check::Within {} => {
            let is_amount =
                |path: &str| fields::find(path).is_some_and(|field| !matches!(field.kind, Kind::Level));
            for (path, range) in edition.within.iter().filter(|(path, _)| is_amount(path)) {
                values
                    .extend(nearest(path, range, context).map(|number| (path.clone(), Value::from(number))));
            }
        }
        Check::Sum(sum) => {
            let mut parts = sum.of.iter().filter_map(|path| context.answers.number(path));
            let total = parts.try_fold(Decimal::from(0), Decimal::plus);
            let whole = total.and_then(Decimal::whole).filter(|total| *total > 0);
            if let Some(target) =
                whole.filter(|total| total % sum.times == 0 && !sum.of.iter().any(|path| path.contains('*')))
            {
                values.push((sum.to.clone(), Value::from(target / sum.times)));
            }
            if let [only] = sum.of.as_slice()
                && let Some(target) =
                    context.answers.number(&sum.to).and_then(|to| to.times(sum.times)?.whole())
                && !only.contains('*')
            {
                values.push((only.clone(), Value::from(target)));
            }
        }
        Check::Code(check) if check.function == Function::AssessmentIsIncluded => {
            let only = code::only_assessment(context);
            values.extend(only.map(|only| (format!("{only}.summative"), Value::Bool(true))));
        }
        _ => {}
    }
    if matches!(&page.check, Check::Answer(answer) if answer.fields.iter().any(|path| path == APPLIED_FOR)) {
        values.extend(asking_for_less(context).map(|kind| (APPLIED_FOR.to_owned(), Value::from(kind))));
    }
    values
}

/// The kinds of application that leave a part of the draft's out, the largest first:
/// `listing_approval_accreditation` without accreditation is `listing_approval`.
fn asking_for_less(context: Context) -> impl Iterator<Item = &'static str> {
    let asked = context.answers.text(APPLIED_FOR).unwrap_or_default();
    let kinds = match fields::find(APPLIED_FOR).map(|field| field.kind) {
        Some(Kind::One(kinds)) => kinds.entries,
        _ => &[],
    };
    let mut less: Vec<&str> = kinds.iter().map(|kind| kind.id).collect();
    less.retain(|kind| asked.strip_prefix(kind).is_some_and(|rest| rest.starts_with('_')));
    less.sort_by_key(|kind| Reverse(kind.len()));
    less.into_iter()
}

/// The number in a range that is nearest to the one there.
fn nearest(path: &str, range: &Range, context: Context) -> Option<i64> {
    let number = context.answers.number(path)?;
    let is_below = |least: &i64| number < Decimal::from(*least);
    let is_above = |most: &i64| number > Decimal::from(*most);
    range.least.filter(is_below).or(range.most.filter(is_above))
}
