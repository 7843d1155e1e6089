//! What a requirement finds, and the words for it.

use crate::domain::application::{Entry, Unclear};
use serde::Serialize;

/// What a requirement finds in a case, with the reason `R` that is put into words elsewhere.
#[derive(Debug)]
pub enum Outcome<R> {
    /// The requirement is met, as far as a program can see.
    Met(R),
    /// The draft breaks it.
    NotMet(R),
    /// The draft does not say yet.
    Missing(R),
    /// A person must decide.
    Judgement(R),
    /// It does not apply to this case.
    NotApplicable(R),
}

impl<R> Outcome<R> {
    /// The outcome without its reason.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Met(_) => Verdict::Met,
            Self::NotMet(_) => Verdict::NotMet,
            Self::Missing(_) => Verdict::Missing,
            Self::Judgement(_) => Verdict::Judgement,
            Self::NotApplicable(_) => Verdict::NotApplicable,
        }
    }

    /// The reason.
    pub fn reason(&self) -> &R {
        match self {
            Self::Met(reason)
            | Self::NotMet(reason)
            | Self::Missing(reason)
            | Self::Judgement(reason)
            | Self::NotApplicable(reason) => reason,
        }
    }
}

/// An outcome without its reason, as reports spell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The draft breaks the rule.
    NotMet,
    /// The draft does not say yet.
    Missing,
    /// A person must decide.
    Judgement,
    /// The rule is met, as far as a program can see.
    Met,
    /// The rule does not apply to this draft.
    NotApplicable,
}

/// An outcome in plain words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What is wrong or missing in the draft, in a sentence; empty where nothing is.
    pub fault: String,
    /// Why the rule says so here.
    pub why: String,
    /// What to do about it; empty where nothing is to be done.
    pub remedy: String,
}

impl Words {
    /// Words for an outcome that asks for something.
    pub fn fault(fault: impl Into<String>, why: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { fault: fault.into(), why: why.into(), remedy: remedy.into() }
    }

    /// Words for an outcome that asks for nothing.
    pub fn fine(why: impl Into<String>) -> Self {
        Self { why: why.into(), ..Self::default() }
    }
}

/// The remedy for a body whose applications NZQA does not take.
pub const THROUGH_PARTNER: &str = "Apply through a recognised provider and name it as the partner provider.";

/// Why an entry of the draft cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The draft does not say.
    NotStated,
    /// The draft says something that cannot be understood.
    NotUnderstood(Unclear),
}

impl Gap {
    /// Words for the gap: what the entry is (`The credit value`), why it is asked for, what to enter.
    pub fn words(&self, what: &str, why: &str, remedy: &str) -> Words {
        let fault = match self {
            Self::NotStated => format!("{what} is not stated."),
            Self::NotUnderstood(unclear) => {
                format!("{what}, {}, is not {}.", unclear.found, unclear.expected)
            }
        };
        Words::fault(fault, why, remedy)
    }
}

impl<T> Entry<T> {
    /// The value, or why there is none.
    ///
    /// # Errors
    /// The entry is missing or unclear.
    pub fn stated(&self) -> Result<&T, Gap> {
        match self {
            Self::Given(value) => Ok(value),
            Self::Missing => Err(Gap::NotStated),
            Self::Unclear(unclear) => Err(Gap::NotUnderstood(unclear.clone())),
        }
    }
}

impl<T> Entry<Vec<T>> {
    /// The entries of a list, at least one, or why there are none.
    ///
    /// # Errors
    /// The list is missing, empty or unclear.
    pub fn stated_items(&self) -> Result<&[T], Gap> {
        match self.stated()?.as_slice() {
            [] => Err(Gap::NotStated),
            items => Ok(items),
        }
    }
}
