//! Which of what is held counts for which requirement of a goal, exactly, and what is still open.
//!
//! The goal is a tree: its own, or the one that follows from the relations of the register ([`super::relations`]).
//! Holdings are taken apart into pieces that count once ([`super::learning`]), and the solver of
//! [`super::assignment`] places them. What a person has to agree to first is never counted; it makes the
//! difference between `counted` and `possible`.

mod answer;
mod impossible;
mod wishes;

pub use impossible::Impossible;

use super::asked::{Asked, AskedGoal};
use super::assignment::{Instance, Work};
use super::holding::Held;
use super::learning::{HeldOn, Pieces};
use super::relations::{Basis, ResolvedGoal};
use super::tree::Mode;
use super::{ADVICE, Goal, Reason, Remark, floors, remark, saturated};
use crate::domain::Problem;
use crate::domain::day::Day;
use crate::domain::measure::{Credits, Size};
use crate::domain::parts::{at_once, no_pause};
use crate::domain::register::{Firmness, Register, Stamp};
use crate::domain::text::capitalised;
use crate::domain::vocabulary::vocabulary;
use answer::Answer;
use serde::{Serialize, Serializer};

/// The name and number of the audit's format.
pub const FORMAT: &str = "waymark.audit/2";

vocabulary! {
    /// How far a requirement is filled, from done to hopeless.
    RequirementState of REQUIREMENT_STATE {
        Met = "met",
        Judgement = "judgement",
        Open = "open",
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
    /// What the goal asks for: each requirement before those that it is made of.
    pub requirements: Vec<RequirementAudit>,
    /// What is held and counts for nothing.
    pub unused: Vec<Unused>,
    /// Where the goal cannot be reached: why.
    pub impossible: Option<Impossible>,
    /// What is held that could count for one requirement or another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// What became of each wish that is about the goal.
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
    /// The credits of the goal, where they are known; of a range, no more than its upper end counts.
    #[serde(flatten, serialize_with = "of_goal")]
    pub of: Option<Size>,
}

fn of_goal<S: Serializer>(size: &Option<Size>, serializer: S) -> Result<S::Ok, S::Error> {
    Size::serialize_as(*size, ["of", "of_min", "of_max"], serializer)
}

impl Sum {
    /// Nothing counts, of a whole that is not known.
    pub const NOTHING: Self = Self { counted: Credits(0), possible: Credits(0), of: None };

    /// Sums of credits, of which no more count than the goal has.
    pub(super) fn within(of: Option<Size>, counted: u32, possible: u32) -> Self {
        let most = of.and_then(Size::most).unwrap_or(Credits(u16::MAX));
        let within = |credits: u32| saturated(credits).min(most);
        Self { counted: within(counted), possible: within(possible.max(counted)), of }
    }
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
    /// The holdings that count for it, by their names.
    pub holdings: Vec<String>,
    /// The holdings that may count for it too, if a person agrees or more becomes known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may_count: Vec<String>,
    /// How firmly a source says it, where it follows from a relation of the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Firmness>,
    /// The ids of those that it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
}

impl RequirementAudit {
    /// What to call it: its title, and before that its id where it is made of others.
    pub fn name(&self) -> String {
        let id = is_name(&self.id).then(|| capitalised(&self.id.replace(['-', '_'], " ")));
        match (&self.title, id) {
            (Some(title), Some(id)) if !self.of.is_empty() => format!("{id}: {title}"),
            (Some(title), _) => title.clone(),
            (None, id) => id.unwrap_or_else(|| self.id.clone()),
        }
    }

    /// What to call it among all that the goal asks for: where what is made of no others reads the same as another,
    /// its id tells them apart.
    pub fn name_among(&self, all: &[Self]) -> String {
        let name = self.name();
        let is_one_of_several = all.iter().filter(|other| other.name() == name).count() > 1;
        if is_one_of_several && self.of.is_empty() { format!("{name} ({})", self.id) } else { name }
    }
}

/// Whether the id of a requirement is a name: a place in a tree is none.
fn is_name(id: &str) -> bool {
    !id.contains(['.', '['])
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

/// Something that is held and could count for one requirement or another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Choice {
    /// Its key, number, title or words.
    pub holding: String,
    /// The ids of the requirements.
    pub requirements: Vec<String>,
}

/// What became of a wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WishAudit {
    /// What is held.
    pub holding: String,
    /// The requirement for which it should count.
    pub requirement: String,
    /// Whether it counts there.
    pub honoured: bool,
    /// The credits that would be lost if it did; none where it does, or cannot.
    pub cost: Option<Credits>,
    /// Whether the goal would be left open if it did.
    pub leaves_open: bool,
}

/// What somebody holds towards a goal.
pub fn audit(register: &Register, asked: &Asked) -> Audit {
    at_once(audit_in_parts(register, asked, &no_pause))
}

/// The same, with a pause between parts of the work.
pub(super) async fn audit_in_parts(register: &Register, asked: &Asked, pause: &impl AsyncFn()) -> Audit {
    let held = HeldOn::of(&asked.holdings, asked.on);
    let mut pieces = Pieces::of(register, &held);
    let ResolvedGoal { goal, title, size, tree, .. } =
        ResolvedGoal::of(register, &asked.goal, &held, asked.on, &pieces);
    let basis = tree.as_ref().map(|(_, basis)| *basis);
    let mut audit = Audit {
        format: FORMAT,
        title,
        on: asked.on,
        advice: ADVICE,
        complete: Some(false),
        credits: Sum { of: size, ..Sum::NOTHING },
        requirements: Vec::new(),
        unused: Vec::new(),
        impossible: None,
        choices: Vec::new(),
        wishes: Vec::new(),
        proved: true,
        notes: notes(register, asked, &held, goal.as_ref(), basis),
        problems: asked.problems.clone(),
        register: register.stamp().clone(),
        goal,
    };
    let Some((tree, basis)) = tree else {
        audit.unused = answer::unused_without_goal(&held, asked.on);
        return audit;
    };
    let everything = pieces.clone();
    tree.add_together(&mut pieces);

    let work = Work::new();
    let counted = tree.instance(&pieces, Mode::Counted);
    audit.choices = wishes::choices(&tree, &pieces, &held, &counted);
    let wishes = asked.wishes.iter().filter(|wish| wish.is_about(&asked.goal));
    let (wishes, pins, best) = wishes::honour(wishes, &tree, &pieces, &held, &counted, &work, pause).await;
    audit.wishes = wishes;
    let pinned = |instance: &Instance| {
        pins.iter().fold(instance.clone(), |kept, (unit, leaf)| kept.with_pin(*unit, *leaf))
    };
    let best = pinned(&counted).filling_more(best, pause).await;
    pause().await;
    let possible = tree.instance(&pieces, Mode::Possible);
    let granted = tree.instance(&pieces, Mode::Granted);
    // Where nothing is uncertain, what counts is all that may.
    let may = if possible == counted {
        best.clone()
    } else {
        let possible = pinned(&possible);
        let may = possible.solve(&work, pause).await;
        possible.filling_more(may, pause).await
    };
    audit.proved = best.proved && may.proved;

    audit.complete = Some(best.complete);
    let is_certainly_open = best.proved && granted == counted;
    if !(best.complete || is_certainly_open) {
        let can_be_complete = granted.can_be_complete(&work, pause).await;
        audit.complete = Some(false).filter(|_| can_be_complete == Some(false));
        audit.proved &= can_be_complete.is_some();
    }
    let mut hopeless = impossible::Found::default();
    if audit.complete == Some(false) && basis == Basis::Sources {
        let mut everything = everything.with_all_listed(register, pause).await;
        pause().await;
        tree.add_together(&mut everything);
        hopeless = impossible::find(&tree, &everything, &work, pause).await;
        audit.proved &= hopeless.is_certain;
    }
    let answer = Answer {
        register,
        tree: &tree,
        pieces: &pieces,
        held: &held,
        best: &best,
        may: &may,
        hopeless: &hopeless.requirements,
    };
    let parts = answer.needed(&tree.root);
    audit.notes.extend(parts.and_then(|parts| remark::of_parts(parts, size)));
    let of = size.or(parts.map(Size::Fixed));
    audit.credits = Sum::within(of, best.credits, may.credits);
    audit.requirements = answer.requirements();
    let certificate = hopeless.certificate;
    audit.impossible = certificate.map(|certificate| certificate.in_words(&audit.requirements));
    audit.unused = answer.unused(asked.on, &counted, &possible, &granted);
    audit
}

fn notes(
    register: &Register,
    asked: &Asked,
    held: &HeldOn,
    goal: Option<&Goal>,
    basis: Option<Basis>,
) -> Vec<Remark> {
    let repeated = held.repeated.iter();
    let mut notes: Vec<Remark> =
        repeated.map(|name| Remark::new(Reason::CountedOnce, register.title(name).unwrap_or(name))).collect();
    let is_unknown = |what: &Held| match what {
        Held::Credential(key, _) | Held::Qualification(key) => register.title(key).is_none(),
        Held::Standard(_) | Held::Other(_) | Held::PriorLearning(_) => false,
    };
    let unknown = held.holdings.iter().filter(|holding| is_unknown(&holding.what));
    notes.extend(unknown.map(|holding| Remark::new(Reason::UnknownHolding, holding.name())));
    for holding in &held.holdings {
        let reason = match &holding.what {
            Held::PriorLearning(_) => Reason::Current,
            _ if holding.version.is_some() => Reason::Version,
            _ => continue,
        };
        notes.push(Remark::new(reason, register.title(holding.name()).unwrap_or(holding.name())));
    }
    notes.extend(held.holdings.iter().filter_map(|holding| remark::of_size(register, holding)));
    let Some(goal) = goal else {
        if let AskedGoal::Key(key) = &asked.goal {
            notes.push(Remark::new(Reason::UnknownGoal, key));
        }
        return notes;
    };
    let is_held = held.has(&goal.key);
    if is_held {
        notes.push(Remark::new(Reason::AlreadyHeld, &goal.title));
    }
    notes.extend(remark::of_status(register, goal));
    if basis != Some(Basis::Sources) {
        notes.push(Remark::new(Reason::NoPublishedWay, &goal.title));
    }
    if !is_held {
        notes.extend(remark::of_structure(register, goal, asked.on));
        notes.extend(floors::remarks(register, goal, asked.on));
    }
    notes
}
