//! What is known of the ways to a goal, in a word: for choosing one.

use crate::domain::register::{Part, Register, StackKind};

/// What is known of the ways to an entry of the register, the most helpful first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// So many sets of micro-credentials of the register that a source says make it up.
    Ways(usize),
    /// What it asks for, which the register may lack.
    Requirements,
    /// What may count towards it.
    Credit,
    /// It is taken as a whole.
    Itself,
    /// Nothing.
    Nothing,
}

impl Known {
    /// What is known of the ways to the entry with a key.
    pub fn of(register: &Register, key: &str) -> Self {
        let whole = || register.stacks_to(key).filter(|stack| stack.kind == StackKind::FullStack);
        let is_listed = |part: &Part| part.key.as_deref().is_some_and(|key| register.title(key).is_some());
        let ways = whole().filter(|stack| stack.parts.iter().all(is_listed)).count();
        let has_requirements = || {
            register.qualification(key).is_some_and(|of| of.requirements.is_some())
                || whole().next().is_some()
        };
        let has_credit = || register.stacks_to(key).any(|stack| stack.kind.counts_credit());
        if ways > 0 {
            Self::Ways(ways)
        } else if has_requirements() {
            Self::Requirements
        } else if has_credit() {
            Self::Credit
        } else if register.credential(key).is_some() {
            Self::Itself
        } else {
            Self::Nothing
        }
    }
}
