//! Why a text cannot be read at all.

use crate::domain::Problem;
use thiserror::Error;

/// Why a text is not the file, question or query that was expected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// It is not JSON, or breaks off.
    #[error(
        "This is not JSON, or part of it is missing: it can’t be read from line {line}, column {column} on."
    )]
    NotJson {
        /// The line of the first sign that does not fit, counted from 1.
        line: usize,
        /// The place of that sign in its line, counted from 1.
        column: usize,
    },
    /// It is JSON, but a list, a text or a number.
    #[error("This is JSON, but not one object, {{ … }}.")]
    NotAnObject,
    /// It says that it is something else.
    #[error("The format of this file is {found}; “{expected}” was expected.")]
    OtherFormat {
        /// The format that it says it has.
        found: String,
        /// The format that was expected.
        expected: &'static str,
    },
    /// A newer version of Waymark has written it.
    #[error(
        "This file needs a newer version of Waymark: its format is {found}, and your version reads “{expected}”."
    )]
    NewerVersion {
        /// The format that it says it has.
        found: String,
        /// The format that this version reads.
        expected: &'static str,
    },
    /// A part without which it cannot be used is missing or wrong.
    #[error(transparent)]
    Invalid(#[from] Problem),
}

impl ReadError {
    /// Whether a newer version of Waymark could read it.
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::NewerVersion { .. })
    }
}
