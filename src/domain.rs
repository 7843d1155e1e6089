//! What Waymark knows: rules, drafts, the register, pathways.
//!
//! Invariants, each kept by the compiler, a lint or a test:
//! - nothing here asks for the time, the network, a file or the screen;
//! - nothing here panics, whatever it is given;
//! - bad content is not an error: it is read as far as it can be, and what could not be read is
//!   told as a [`Problem`];
//! - the same input gives the same output, to the byte.

pub mod application;
pub mod day;
pub mod draft;
mod json;
mod keyed;
pub mod measure;
pub mod pathways;
pub mod regime;
pub mod register;
pub mod report;
pub mod route;
pub mod rulebook;
pub mod text;
mod vocabulary;

use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// A part of a file that could not be understood, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where: a dotted path (`standards.0.level`) or an entry and its field.
    pub at: String,
    /// What stands there, shortened.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

impl Problem {
    /// A value that does not fit its place.
    pub fn new(at: impl Into<String>, found: &Value, expected: impl Into<String>) -> Self {
        let found = match found {
            Value::String(text) => format!("“{}”", text::shortened(text.trim(), 60)),
            other => text::shortened(&json::written(other), 60),
        };
        Self { at: at.into(), found, expected: expected.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "At {} stands {}; expected: {}.", self.at, self.found, self.expected)
    }
}
