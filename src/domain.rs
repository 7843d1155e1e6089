//! What Waymark knows: rules, drafts, the register, pathways.
//!
//! Invariants, each kept by the compiler, a lint or a test:
//! - nothing here asks for the time, the network, a file or the screen;
//! - nothing here panics, whatever it is given;
//! - bad content is not an error: it is read as far as it can be, and what could not be read is
//!   reported as a [`Problem`];
//! - the same input gives the same output, to the byte.

pub mod comparison;
pub mod day;
pub mod draft;
pub mod field_of_study;
pub mod goal;
mod json;
mod language;
pub mod measure;
mod parts;
pub mod pathways;
mod read_error;
pub mod regime;
pub mod register;
pub mod report;
pub mod route;
pub mod rulebook;
pub mod since;
mod spelled;
pub mod text;
mod vocabulary;

pub use language::Language;
pub use read_error::ReadError;
use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

/// A part of a file that could not be understood, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize)]
#[error("At {at}: found {found}; expected {expected}.")]
pub struct Problem {
    /// Where: a dotted path (`standards.0.level`) or an entry and its field.
    pub at: String,
    /// What is there, shortened.
    pub found: String,
    /// What should be there.
    pub expected: String,
}

impl Problem {
    /// A problem with a value that does not fit its place.
    pub fn new(at: impl Into<String>, found: &Value, expected: impl Into<String>) -> Self {
        Self { at: at.into(), found: json::quoted(found), expected: expected.into() }
    }

    /// A problem with a place where there is nothing and should be something.
    pub fn missing(at: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { at: at.into(), found: "nothing".to_owned(), expected: expected.into() }
    }
}
