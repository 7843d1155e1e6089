//! One stack of the register, for somebody who holds some of its parts.

use super::{Holdings, sum, words};
use crate::domain::measure::{Credits, Level};
use crate::domain::register::{Firmness, Part, Register, Stack, StackKind, StatusGroup};
use crate::domain::vocabulary::vocabulary;
use serde::Serialize;

vocabulary! {
    /// Whether somebody has a part of a stack.
    State of PART_STATE {
        Held = "held",
        Needed = "needed",
        NotOnRegister = "not_on_register",
    }
}

/// Where a stack leads, its parts, and who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lead {
    /// The stack's id in the snapshot.
    pub stack: String,
    /// What it leads to.
    pub target: String,
    /// The key of what it leads to, where that is on the register.
    pub target_key: Option<String>,
    /// What the parts do for the target.
    pub kind: StackKind,
    /// What that means, in a sentence that promises nothing.
    pub says: String,
    /// Whether it may bring credit at all.
    pub counts_credit: bool,
    /// How firmly the source says it.
    pub firmness: Firmness,
    /// How firmly the source says it, in the snapshot's words.
    pub strength: Option<String>,
    /// The rule that the source states.
    pub rule: Option<String>,
    /// What else the source asks for.
    pub conditions: Option<String>,
    /// The parts in the source's order: what is taken first comes first.
    pub parts: Vec<PartState>,
    /// The credits that all parts together bring to the target, where the snapshot has a number and
    /// the stack may bring credit.
    pub credits_counted: Option<Credits>,
    /// The credits that the target has in all.
    pub credits_total: Option<Credits>,
    /// Who says so.
    pub source: Option<String>,
    /// Who else says so.
    pub also_sources: Vec<String>,
}

/// A part of a stack, and whether somebody has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct PartState {
    pub title: String,
    pub key: Option<String>,
    pub state: State,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
    pub status: Option<StatusGroup>,
    /// Its level and credits are an equivalency statement: never summed.
    pub equivalency: bool,
    /// Those of its standards that are held.
    pub standards_held: Vec<String>,
}

/// Every stack of which some part is held, in the order of the snapshot.
pub fn leads_to(register: &Register, holdings: &Holdings) -> Vec<Lead> {
    let leads = register.stacks().iter().map(|stack| Lead::of(register, stack, holdings));
    leads.filter(Lead::has_held_part).collect()
}

impl Lead {
    pub(super) fn of(register: &Register, stack: &Stack, holdings: &Holdings) -> Self {
        let counts_credit = stack.kind.counts_credit();
        Self {
            stack: stack.id.clone(),
            target: stack.target.title.clone(),
            target_key: stack.target.key.clone(),
            kind: stack.kind,
            says: words::of_kind(stack.kind, &stack.target.title),
            counts_credit,
            firmness: stack.firmness,
            strength: stack.strength.clone(),
            rule: stack.rule.clone(),
            conditions: stack.conditions.clone(),
            parts: stack.parts.iter().map(|part| PartState::of(register, part, holdings)).collect(),
            credits_counted: stack.credits_counted.filter(|_| counts_credit),
            credits_total: stack.credits_total.filter(|_| counts_credit),
            source: stack.source.clone(),
            also_sources: stack.also_sources.clone(),
        }
    }

    /// The parts that are held.
    pub fn held(&self) -> impl Iterator<Item = &PartState> {
        self.parts.iter().filter(|part| part.state == State::Held)
    }

    /// The parts that are not held.
    pub fn others(&self) -> impl Iterator<Item = &PartState> {
        self.parts.iter().filter(|part| part.state != State::Held)
    }

    pub(super) fn has_held_part(&self) -> bool {
        self.held().next().is_some()
    }

    /// The credits of the held parts, where each is stated. An equivalency statement is never added up.
    pub(super) fn credits_held(&self) -> Option<Credits> {
        sum(self.held().filter(|part| !part.equivalency).map(|part| part.credits))
    }
}

impl PartState {
    fn of(register: &Register, part: &Part, holdings: &Holdings) -> Self {
        let credential = part.key.as_deref().and_then(|key| register.credential(key));
        let standards = credential.map_or(&[][..], |credential| &credential.standards);
        let state = match &part.key {
            None => State::NotOnRegister,
            Some(key) if holdings.has(key) => State::Held,
            Some(_) => State::Needed,
        };
        Self {
            title: part.title.clone(),
            key: part.key.clone(),
            state,
            level: credential.and_then(|credential| credential.level),
            credits: credential.and_then(|credential| credential.credits),
            status: credential.and_then(|credential| credential.status_group),
            equivalency: credential.is_some_and(|credential| credential.is_equivalency()),
            standards_held: standards.iter().filter(|id| holdings.has_standard(id)).cloned().collect(),
        }
    }
}
