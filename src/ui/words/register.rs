//! The register pages.

use crate::browser::fetch::Failure;
use crate::domain::measure::{Credits, Level};

pub const NAV: &str = "Register";

/// What happened when the snapshot did not arrive.
pub fn not_loaded(failure: &Failure) -> String {
    match failure {
        Failure::Unreachable => "The register could not be reached. You may be offline.".to_owned(),
        Failure::Refused(status) => format!("The server did not give the register (status {status})."),
        Failure::BrokenOff => "The register broke off on its way.".to_owned(),
        Failure::NotText => "What arrived for the register is not a text file.".to_owned(),
    }
}

/// What is said of a file that is no register.
pub fn not_read(name: &str, why: &str) -> String {
    format!("{name} is not a register that Waymark can read. {why}")
}

/// A size in words.
pub fn size(level: Option<Level>, credits: Option<Credits>) -> String {
    let level = level.map_or("level not stated".to_owned(), |level| level.to_string());
    let credits = credits.map_or("credits not stated".to_owned(), |credits| credits.to_string());
    format!("{level}, {credits}")
}
