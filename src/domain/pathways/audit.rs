//! Which of what is held counts for which requirement of a goal, exactly, and what is still open.
//!
//! The goal is a tree: its own, or the one that follows from the relations of the register. Holdings are taken
//! apart into pieces that count once ([`learning`]), and the solver of [`super::assignment`] places them. What a
//! person has to agree to first is never counted; it makes the difference between `counted` and `possible`.

mod floors;
mod impossible;
mod leaves;
mod learning;
mod relations;

pub use impossible::Impossible;

use super::asked::{Asked, AskedGoal};
use super::assignment::{Assignment, Instance};
use super::{ADVICE, Goal, Reason, Remark};
use crate::domain::Problem;
use crate::domain::day::Day;
use crate::domain::goal::{Asks, GoalTree};
use crate::domain::measure::Credits;
use crate::domain::register::{Firmness, Register, Stamp};
use crate::domain::vocabulary::vocabulary;
use leaves::{Branch, Mode, Tree};
use learning::{HeldOn, Pieces, What};
use serde::Serialize;

/// The name and number of the audit's format.
pub const FORMAT: &str = "waymark.audit/2";

vocabulary! {
    /// How far a requirement is filled.
    RequirementState of REQUIREMENT_STATE {
        Met = "met",
        Open = "open",
        Judgement = "judgement",
        Impossible = "impossible",
    }
}

/// What is held towards a goal (`waymark.audit/2`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Audit {
    /// Always `waymark.audit/2`.
    pub format: &'static str,
    /// The goal, where it is on the register.
    pub goal: Option<Goal>,
    /// What the goal is called.
    pub title: Option<String>,
    /// The day for which the question was asked.
    pub on: Option<Day>,
    /// What this is, and who decides.
    pub advice: &'static str,
    /// Whether everything is filled; none while only judgements, components or possible credits are open.
    pub complete: Option<bool>,
    /// The credits in all.
    pub credits: Sum,
    /// What the goal asks for.
    pub requirements: Vec<RequirementAudit>,
    /// What is held and counts for nothing.
    pub unused: Vec<Unused>,
    /// Where the goal cannot be reached: why.
    pub impossible: Option<Impossible>,
    /// What became of each wish.
    pub wishes: Vec<WishAudit>,
    /// Whether it is certain that no other assignment is better. A search that grows too long is broken off.
    pub proved: bool,
    /// What else to know.
    pub notes: Vec<Remark>,
    /// What in the question, and in the goal that it may have, could not be understood.
    pub problems: Vec<Problem>,
    /// The register that was used.
    pub register: Stamp,
}

/// Credits that count, and that may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// The credits that count.
    pub counted: Credits,
    /// The credits that would count if everything uncertain did.
    pub possible: Credits,
    /// The credits of the goal, where they are known.
    pub of: Option<Credits>,
}

/// How far a requirement is filled.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RequirementAudit {
    /// Its id, or its place where it has none.
    pub id: String,
    /// What it is called, or asks for in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How far it is filled.
    pub state: RequirementState,
    /// The credits that count for it.
    pub counted: Credits,
    /// The credits that would count for it if everything uncertain did.
    pub possible: Credits,
    /// The credits that it needs, where they are known.
    pub needed: Option<Credits>,
    /// What counts for it: keys of credentials and qualifications, numbers of standards, titles.
    pub holdings: Vec<String>,
    /// What may count for it, if a person agrees or more becomes known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may_count: Vec<String>,
    /// How firmly a source says it, where it follows from a relation of the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Firmness>,
    /// What it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<RequirementAudit>,
}

/// Something that is held and counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unused {
    /// Its key, number, title or words.
    pub holding: String,
    /// Why.
    pub why: String,
    /// The stacking rule behind it, as Waymark's rule table numbers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

/// What became of a wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the question")]
pub struct WishAudit {
    pub holding: String,
    pub requirement: String,
    /// Whether it counts there.
    pub honoured: bool,
    /// The credits that would be lost if it did; none where it cannot count there at all, or does.
    pub cost: Option<Credits>,
}

impl Unused {
    fn new(holding: &str, why: impl Into<String>, rule: Option<&'static str>) -> Self {
        Self { holding: holding.to_owned(), why: why.into(), rule }
    }
}

/// What somebody holds towards a goal.
pub fn audit(register: &Register, asked: &Asked) -> Audit {
    let held = HeldOn::of(&asked.holdings, asked.on);
    let pieces = Pieces::of(register, &held);
    let (goal, tree) = match &asked.goal {
        AskedGoal::Tree(tree) => (None, Some(GoalTree::clone(tree))),
        AskedGoal::Key(key) => (Goal::of(register, key), relations::tree(register, key)),
    };
    let key = goal.as_ref().map(|goal| goal.key.as_str());
    let mut notes = notes(register, asked, &held, goal.as_ref(), tree.is_some());
    let mut audit = Audit {
        format: FORMAT,
        title: tree.as_ref().and_then(|tree| tree.title.clone()).or_else(|| Some(goal.as_ref()?.title.clone())),
        on: asked.on,
        advice: ADVICE,
        complete: Some(false),
        credits: Sum {
            counted: Credits(0),
            possible: Credits(0),
            of: goal.as_ref().and_then(|goal| goal.credits),
        },
        requirements: Vec::new(),
        unused: held.unused.clone(),
        impossible: None,
        wishes: Vec::new(),
        proved: true,
        notes: Vec::new(),
        problems: asked.problems.clone(),
        register: register.stamp().clone(),
        goal: goal.clone(),
    };
    let Some(tree) = tree else {
        audit.unused.extend(names(&held).map(|name| Unused::new(name, NOTHING_KNOWN, None)));
        audit.notes = notes;
        return audit;
    };
    let leaves = Tree::of(&tree, key, asked.on, register, &pieces);
    let instance = leaves.instance(&pieces, Mode::Counted);
    let mut best = instance.solve();
    audit.wishes = honour(asked, &leaves, &pieces, &instance, &mut best);
    let possible = leaves.instance(&pieces, Mode::Possible);
    let may = if best.complete { possible.solve() } else { possible.most() };
    audit.proved = best.proved && may.proved;
    audit.complete = Some(best.complete);
    if !best.complete {
        match leaves.instance(&pieces, Mode::Granted).can_be_complete() {
            Some(false) => {}
            Some(true) => audit.complete = None,
            None => (audit.complete, audit.proved) = (None, false),
        }
    }
    let of = tree.credits.or_else(|| leaves.needed());
    let within = |credits: u32| of.map_or(saturated(credits), |of| saturated(credits).min(of));
    let counted = within(best.credits);
    audit.credits = Sum { counted, possible: within(may.credits.max(best.credits)), of };
    if audit.complete == Some(false) {
        impossible::find(register, &leaves, &pieces).into_iter().for_each(|found| {
            leaves.mark_impossible(&found);
            audit.impossible = found.set;
        });
    }
    audit.requirements = leaves.audited(&pieces, &best, &may);
    audit.unused.extend(unused(&held, &pieces, &leaves, &best, &may));
    notes.extend(leaves.notes());
    audit.notes = notes;
    audit
}

const NOTHING_KNOWN: &str = "No source on this register says what counts towards the goal.";

fn saturated(credits: u32) -> Credits {
    Credits(u16::try_from(credits).unwrap_or(u16::MAX))
}

fn names<'a>(held: &'a HeldOn) -> impl Iterator<Item = &'a str> {
    let held = held.holdings.iter().zip(&held.is_held).filter(|(_, is_held)| **is_held);
    held.map(|(holding, _)| holding.name())
}

fn notes(
    register: &Register,
    asked: &Asked,
    held: &HeldOn,
    goal: Option<&Goal>,
    has_tree: bool,
) -> Vec<Remark> {
    let mut notes: Vec<Remark> = held
        .repeated
        .iter()
        .map(|name| Remark::new(Reason::CountedOnce, register.title(name).unwrap_or(name)))
        .collect();
    match (&asked.goal, goal) {
        (AskedGoal::Key(key), None) => notes.push(Remark::new(Reason::UnknownGoal, key)),
        (_, Some(goal)) => {
            if names(held).any(|name| name == goal.key) {
                notes.push(Remark::new(Reason::AlreadyHeld, &goal.title));
            }
            if let Some(status) = goal.status.as_ref().filter(|_| !super::remark::is_open(register, goal)) {
                notes.push(Remark::new(Reason::GoalStatus, status));
            }
            if !has_tree {
                notes.push(Remark::new(Reason::NoPublishedWay, &goal.title));
                notes.extend(floors::of(register, goal));
            }
        }
        (AskedGoal::Tree(_), None) => {}
    }
    notes
}

/// Honours wishes in their order, each where nothing is lost by it.
fn honour(
    asked: &Asked,
    tree: &Tree,
    pieces: &Pieces,
    instance: &Instance,
    best: &mut Assignment,
) -> Vec<WishAudit> {
    let mut kept = instance.clone();
    let mut audits = Vec::new();
    for wish in &asked.wishes {
        let mut audit = WishAudit {
            holding: wish.holding.clone(),
            requirement: wish.requirement.clone(),
            honoured: false,
            cost: None,
        };
        let leaves = tree.leaves_of(&wish.requirement);
        let units = pieces.units.iter().enumerate().filter(|(_, unit)| unit.name == wish.holding);
        for (unit, leaf) in units.flat_map(|(unit, _)| leaves.iter().map(move |leaf| (unit, *leaf))) {
            let Some(wished) = kept.with_wish(unit, leaf) else { continue };
            let tried = wished.solve();
            let is_there = tried.placed.get(unit).copied().flatten() == Some(leaf);
            if is_there && (tried.complete, tried.credits) >= (best.complete, best.credits) {
                audit = WishAudit { honoured: true, cost: None, ..audit };
                (kept, *best) = (wished, tried);
                break;
            }
            let cost = saturated(best.credits.saturating_sub(tried.credits));
            audit.cost = Some(audit.cost.map_or(cost, |least| least.min(cost))).filter(|_| is_there);
        }
        audits.push(audit);
    }
    audits
}

/// Why each holding that counts for nothing does so.
fn unused(held: &HeldOn, pieces: &Pieces, tree: &Tree, best: &Assignment, may: &Assignment) -> Vec<Unused> {
    let mut unused = Vec::new();
    let is_placed = |assignment: &Assignment, unit: usize| assignment.placed.get(unit).is_some_and(Option::is_some);
    for (index, holding) in held.holdings.iter().enumerate() {
        if held.is_held.get(index) != Some(&true) {
            continue;
        }
        let own = || pieces.units.iter().enumerate().filter(|(_, unit)| unit.holdings.contains(&index));
        if own().any(|(unit, _)| is_placed(best, unit)) {
            continue;
        }
        let counts_somewhere = own().any(|(unit, _)| tree.takes(unit, Mode::Counted));
        let may_count = own().any(|(unit, _)| tree.takes(unit, Mode::Possible));
        let shares = |unit: &learning::Unit| {
            let others = pieces.units.iter().enumerate();
            let mut placed = others.filter(|(other, _)| is_placed(best, *other));
            placed.any(|(_, other)| other.atoms.iter().any(|atom| unit.atoms.contains(atom)))
        };
        let (why, rule) = if own().any(|(_, unit)| unit.is_equivalency) {
            ("It has an equivalency statement and is not credit on the framework; a provider may recognise it as \
              prior learning.", Some("STK-46"))
        } else if own().any(|(_, unit)| unit.what == What::PriorLearning) {
            if own().any(|(unit, _)| is_placed(may, unit)) {
                ("Prior learning counts only once a provider has assessed it; till then it is possible.", Some("STK-09"))
            } else {
                ("Prior learning counts only once a provider has assessed it. Say for which requirement, and it is \
                  shown as possible there.", Some("STK-09"))
            }
        } else if counts_somewhere && own().any(|(_, unit)| shares(unit)) {
            ("Its standards are counted already, and each counts once.", Some("STK-15"))
        } else if counts_somewhere {
            ("What it could count for is filled by other holdings.", None)
        } else if may_count {
            ("It may count, if the provider agrees or more becomes known.", Some("STK-12"))
        } else if own().any(|(_, unit)| unit.credits.is_none()) && own().all(|(unit, _)| !tree.takes(unit, Mode::Granted)) {
            ("No requirement takes it, and its credits are not stated.", None)
        } else {
            ("No requirement takes it.", None)
        };
        unused.push(Unused::new(holding.name(), why, rule));
    }
    unused
}

/// Whether what sources say of a goal leaves its rest open.
fn is_of_contributions(branch: &Branch) -> bool {
    matches!(branch.requirement.asks, Asks::Contributions(_)) || branch.of.iter().any(is_of_contributions)
}
