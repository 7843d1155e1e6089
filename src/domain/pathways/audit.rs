//! What is held towards a goal, each credential once.

use super::remark::{self, ResolvedQuestion};
use super::{ADVICE, Goal, HeldStandard, Lead, Question, Remark};
use crate::domain::day::Day;
use crate::domain::measure::{Credits, Level};
use crate::domain::register::{Firmness, Register, StackKind, Stamp};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The name and number of the audit's format.
pub const FORMAT: &str = "waymark.audit/1";

/// What is held towards a goal (`waymark.audit/1`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Audit {
    /// Always `waymark.audit/1`.
    pub format: &'static str,
    /// The goal; none where the register does not have it.
    pub goal: Option<Goal>,
    /// The day for which the question was asked.
    pub on: Option<Day>,
    /// What this is, and who decides.
    pub advice: &'static str,
    /// The credentials that count or lead towards the goal, each once.
    pub held: Vec<Held>,
    /// The standards that parts of a stack to the goal use. Their credits are not added: they are
    /// inside those of the part.
    pub standards: Vec<StandardHeld>,
    /// The credits that may count, by the best of the ways, or by the contributions together; `None`
    /// where a number that is needed is not stated.
    pub credits: Option<Credits>,
    /// The stacks by which those credits count.
    pub credits_through: Vec<String>,
    /// How firmly the weakest of their sources says it.
    pub firmness: Option<Firmness>,
    /// The stacks to the goal that bring credit and of which a part is held.
    pub stacks: Vec<Lead>,
    /// What is held that leads on to the goal without credit.
    pub progressions: Vec<Lead>,
    /// What is in the way.
    pub blocks: Vec<Remark>,
    /// What else to know.
    pub notes: Vec<Remark>,
    /// The register that was used.
    pub register: Stamp,
}

/// A credential that is held and counts or leads towards the goal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the question and the snapshot")]
pub struct Held {
    pub credential: String,
    pub title: String,
    pub completed: Option<Day>,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
    /// The stacks to the goal that it is a part of.
    pub stacks: Vec<String>,
}

/// A standard that is held and that a part of a stack to the goal uses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the question")]
pub struct StandardHeld {
    pub standard: String,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
    /// The keys of the parts that use it.
    pub parts: BTreeSet<String>,
}

/// What somebody holds towards a goal.
pub fn audit(register: &Register, question: &Question) -> Audit {
    let resolved = ResolvedQuestion::of(register, question);
    let leads = resolved.leads(register);
    let standards = standards(&resolved, &leads);
    let (stacks, progressions): (Vec<Lead>, Vec<Lead>) =
        leads.into_iter().filter(Lead::has_held_part).partition(|lead| lead.counts_credit);
    let held = held(register, &resolved, stacks.iter().chain(&progressions));
    let best = Sum::best(&stacks);
    let mut blocks = resolved.blocks;
    blocks.extend(remark::about_held(&stacks));
    Audit {
        format: FORMAT,
        goal: resolved.goal,
        on: question.on,
        advice: ADVICE,
        held,
        standards,
        credits: best.credits,
        credits_through: best.through,
        firmness: best.firmness,
        stacks,
        progressions,
        blocks,
        notes: resolved.notes,
        register: register.stamp().clone(),
    }
}

fn held<'a>(
    register: &Register,
    resolved: &ResolvedQuestion,
    leads: impl Iterator<Item = &'a Lead> + Clone,
) -> Vec<Held> {
    let towards_goal = resolved.holdings.credentials().filter_map(|(key, completed)| {
        let credential = register.credential(key)?;
        let uses = |lead: &&Lead| lead.held().any(|part| part.key.as_deref() == Some(key));
        Some(Held {
            credential: key.to_owned(),
            title: credential.title.clone(),
            completed,
            level: credential.level,
            credits: credential.credits,
            stacks: leads.clone().filter(uses).map(|lead| lead.stack.clone()).collect(),
        })
    });
    towards_goal.filter(|held| !held.stacks.is_empty()).collect()
}

fn standards(resolved: &ResolvedQuestion, leads: &[Lead]) -> Vec<StandardHeld> {
    let mut used = Vec::new();
    for (id, standard) in resolved.holdings.standards() {
        let parts = leads.iter().filter(|lead| lead.counts_credit).flat_map(|lead| &lead.parts);
        let using = parts.filter(|part| part.standards_held.iter().any(|held| held == id));
        let parts: BTreeSet<String> = using.filter_map(|part| part.key.clone()).collect();
        if !parts.is_empty() {
            let HeldStandard { level, credits } = standard;
            used.push(StandardHeld { standard: id.to_owned(), level, credits, parts });
        }
    }
    used
}

/// Credits, the stacks by which they count, and how firmly the weakest of their sources says it.
struct Sum {
    credits: Option<Credits>,
    through: Vec<String>,
    firmness: Option<Firmness>,
}

impl Sum {
    /// Ways exclude each other, so the best of them counts; contributions add up. Where any
    /// of them has no number, nobody can say which is the best. An equivalency statement counts in
    /// none.
    fn best(stacks: &[Lead]) -> Self {
        let counting = || stacks.iter().filter(|lead| !lead.held().all(|part| part.equivalency));
        if counting().any(|lead| lead.credits_held().is_none()) {
            return Self { credits: None, through: Vec::new(), firmness: None };
        }
        let (ways, contributions): (Vec<&Lead>, Vec<&Lead>) =
            counting().partition(|lead| lead.kind == StackKind::FullStack);
        let ways = ways.into_iter().map(|way| Self::of(&[way]));
        let contributions = Self::of(&without_overlaps(contributions));
        // Of equals the first in the order of the snapshot, contributions last.
        let better = |best: Self, next: Self| if next.credits > best.credits { next } else { best };
        ways.chain([contributions]).reduce(better).unwrap_or_else(|| Self::of(&[]))
    }

    fn of(leads: &[&Lead]) -> Self {
        Self {
            credits: super::sum(leads.iter().map(|lead| lead.credits_held())),
            through: leads.iter().map(|lead| lead.stack.clone()).collect(),
            firmness: leads.iter().map(|lead| lead.firmness).max(),
        }
    }
}

/// The contributions without those that would count a credential a second time; of two, the one
/// with more credits stays.
fn without_overlaps(mut contributions: Vec<&Lead>) -> Vec<&Lead> {
    contributions.sort_by_key(|lead| Reverse(lead.credits_held()));
    let mut kept: Vec<&Lead> = Vec::new();
    for lead in contributions {
        let shares = |other: &&Lead| other.held().any(|part| lead.held().any(|own| own.key == part.key));
        if !kept.iter().any(shares) {
            kept.push(lead);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::pathways::{Reason, plan};

    /// Towards `q`: the full stacks `w1` (a and e) and `w2` (b and u), the contributions `c1` (a, 15
    /// of its 20 credits), `c2` (a and b, 60) and `c3` (e). `e` has an equivalency statement; the
    /// credits of `u` are not stated.
    fn register() -> Register {
        let credential =
            |key: &str, more: &str| format!(r#"{{"key":"{key}","title":"{key}","source":"s"{more}}}"#);
        let stack = |id: &str, kind: &str, from: &[&str], more: &str| {
            let from: Vec<String> =
                from.iter().map(|key| format!(r#"{{"title":"{key}","key":"{key}"}}"#)).collect();
            format!(
                r#"{{"id":"{id}","kind":"{kind}","from":[{}],"to":{{"title":"Q","key":"q"}},"source":"s"{more}}}"#,
                from.join(",")
            )
        };
        let text = format!(
            r#"{{"format":"waymark.register/1","as_at":"x","credentials":[{}],"qualifications":[{}],"stacks":[{}]}}"#,
            [
                credential("a", r#","credits":20"#),
                credential("b", r#","credits":25"#),
                credential("e", r#","credits":30,"equivalency":true"#),
                credential("u", ""),
            ]
            .join(","),
            credential("q", r#","credits":80"#),
            [
                stack("w1", "full_stack", &["a", "e"], r#","strength":"stated, discretionary""#),
                stack("w2", "full_stack", &["b", "u"], ""),
                stack("c1", "partial_credit", &["a"], r#","credits_counted":15"#),
                stack("c2", "partial_credit", &["a", "b"], r#","credits_counted":60"#),
                stack("c3", "partial_credit", &["e"], r#","credits_counted":30"#),
            ]
            .join(",")
        );
        let register = Register::read(&text).unwrap();
        assert_eq!(register.problems(), []);
        register
    }

    fn question(held: &[&str]) -> Question {
        let mut question = Question { goal: "q".to_owned(), ..Question::default() };
        held.iter().for_each(|key| question.holdings.add_credential(*key, None));
        question
    }

    fn counted(held: &[&str]) -> (Option<u16>, Vec<String>) {
        let audit = audit(&register(), &question(held));
        (audit.credits.map(|credits| credits.0), audit.credits_through)
    }

    #[test]
    fn an_equivalency_statement_is_never_added() {
        assert_eq!(counted(&["e"]).0, Some(0));
        let audit = audit(&register(), &question(&["e"]));
        assert_eq!(audit.blocks.iter().map(|block| block.reason).collect::<Vec<_>>(), [Reason::Equivalency]);
        let plan = plan(&register(), &question(&["e", "a"]));
        let way = plan.ways.iter().find(|way| way.lead.stack == "w1").unwrap();
        assert_eq!((way.credits_held, way.credits_left), (Some(Credits(20)), None));
        assert_eq!(way.blocks.len(), 1);
    }

    #[test]
    fn a_credential_counts_once_and_for_no_more_than_it_is_worth() {
        assert_eq!(counted(&["a", "b"]), (Some(45), vec!["c2".to_owned()]), "c1 would count a again");
    }

    #[test]
    fn where_a_number_is_missing_there_is_no_sum() {
        assert_eq!(counted(&["u"]), (None, vec![]));
        assert_eq!(counted(&["a"]), (None, vec![]), "how much of c2 the half of it brings is not stated");
        let plan = plan(&register(), &question(&["b"]));
        let way = plan.ways.iter().find(|way| way.lead.stack == "w2").unwrap();
        assert_eq!((way.credits_held, way.credits_left, way.hours_left), (Some(Credits(25)), None, None));
    }
}
