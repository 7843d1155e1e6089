//! Findings of one cause: what one change or answer settles together is one thing to do.

use super::page::Outcome;
use super::{Finding, Fix};
use std::collections::BTreeSet;

/// What a finding waits for: of each of these sets one field has to be answered.
type Needs<'a> = BTreeSet<BTreeSet<&'a str>>;

/// Names, for each finding that is settled with another, that one: the same change or the same answers settle
/// both, or people decide both by the same. The other is as severe or more.
pub(super) fn group(findings: &mut [Finding]) {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_cached_key(|at| findings.get(*at).map(|one| (needs(one).len(), one.severity)));
    let mut firsts: Vec<&Finding> = Vec::new();
    let mut settled_with = vec![None; findings.len()];
    for (at, finding) in order.into_iter().filter_map(|at| Some((at, findings.get(at)?))) {
        let with = match finding.outcome {
            Outcome::NotMet => clause_of(&firsts, |first| is_undone_with(finding, first)),
            Outcome::Missing => answered_with(finding, &firsts).or_else(|| put_right_with(finding, &firsts)),
            Outcome::Judgement => clause_of(&firsts, |first| is_judged_with(finding, first)),
            _ => continue,
        };
        match (with, settled_with.get_mut(at)) {
            (Some(clause), Some(place)) => *place = Some(clause),
            _ => firsts.push(finding),
        }
    }
    // What only advises may be settled with a question that asks for more.
    for (at, finding) in findings.iter().enumerate().filter(|(_, one)| one.outcome == Outcome::Missing) {
        let asks_for_it = |first: &Finding| {
            first.severity < finding.severity
                && may_go_with(finding, first)
                && needs(first).is_superset(&needs(finding))
        };
        if let Some(place @ None) = settled_with.get_mut(at) {
            *place = clause_of(&firsts, asks_for_it);
        }
    }
    for (finding, clause) in findings.iter_mut().zip(settled_with) {
        finding.settled_with = clause;
    }
}

fn may_go_with(finding: &Finding, first: &Finding) -> bool {
    first.outcome == finding.outcome && is_as_severe(finding, first)
}

/// Whether another finding is of the same stage, and as severe or more.
fn is_as_severe(finding: &Finding, first: &Finding) -> bool {
    first.stage == finding.stage && first.severity <= finding.severity
}

/// Whether a broken rule is broken by the same answers as another, the same was found in the same fields, or the
/// same change settles it.
fn is_undone_with(finding: &Finding, first: &Finding) -> bool {
    let change = |finding: &Finding| finding.fix.as_ref().map(|Fix { change, .. }| change.clone());
    let has_same_fix = finding.fix.is_some() && change(finding) == change(first);
    let is_same_found = (&finding.finds, finding.fields) == (&first.finds, first.fields);
    may_go_with(finding, first) && (has_same_fix || is_same_found || has_same_answers(finding, first))
}

/// Whether people decide two rules by the same: the same answers leave both to them, or both say the same.
fn is_judged_with(finding: &Finding, first: &Finding) -> bool {
    may_go_with(finding, first) && (finding.fault == first.fault || has_same_answers(finding, first))
}

fn has_same_answers(finding: &Finding, first: &Finding) -> bool {
    !finding.decided_by_answers.is_empty() && finding.decided_by_answers == first.decided_by_answers
}

/// The clause of the first finding of which something holds.
fn clause_of<'a>(firsts: &[&Finding<'a>], holds: impl Fn(&Finding) -> bool) -> Option<&'a str> {
    firsts.iter().find(|first| holds(first)).map(|first| first.clause)
}

/// The clause of the first broken rule that is put right in the field that a finding waits for.
fn put_right_with<'a>(finding: &Finding, firsts: &[&Finding<'a>]) -> Option<&'a str> {
    let needs = needs(finding);
    let is_answered_there = |first: &Finding| {
        let is_first = first.outcome == Outcome::NotMet && is_as_severe(finding, first);
        is_first && first.home.as_deref().is_some_and(|home| needs.iter().all(|need| need.contains(home)))
    };
    clause_of(firsts, is_answered_there).filter(|_| !needs.is_empty())
}

/// The clause of the first of the findings before it whose answers are all that a finding waits for.
fn answered_with<'a>(finding: &Finding, firsts: &[&Finding<'a>]) -> Option<&'a str> {
    let all = needs(finding);
    let is_part = |first: &&&Finding| {
        let part = needs(first);
        may_go_with(finding, first) && !part.is_empty() && part.is_subset(&all)
    };
    let parts: Vec<&&Finding> = firsts.iter().filter(is_part).collect();
    let answered: Needs = parts.iter().flat_map(|first| needs(first)).collect();
    parts.first().filter(|_| answered == all).map(|first| first.clause)
}

fn needs<'a>(finding: &'a Finding) -> Needs<'a> {
    let one_of: BTreeSet<&str> = finding.waits_for_one_of.iter().map(String::as_str).collect();
    let each = finding.waits_for.iter().map(String::as_str).filter(|path| !one_of.contains(path));
    let mut needs: Needs = each.map(|path| BTreeSet::from([path])).collect();
    needs.extend(Some(one_of).filter(|one_of| !one_of.is_empty()));
    needs
}
