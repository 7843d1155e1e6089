//! The register pages.

use crate::browser::fetch::Failure;
use crate::domain::measure::{Credits, Level};
use crate::domain::text::listed;

pub const NAV: &str = "Register";
pub const TITLE: &str = "The register";
pub const LEAD: &str =
    "A sample of real micro-credentials and qualifications, each with its source. It is not NZQA’s register.";
pub const LOADING: &str = "The register is loading …";
pub const TRY_AGAIN: &str = "Try again";
pub const SEARCH: &str = "Search micro-credentials";
pub const SEARCH_HINT: &str =
    "Words from the title, provider, aim or outcomes. Macrons and doubled vowels do not matter.";
pub const FILTERS: &str = "Filters";
pub const HITS: &str = "Micro-credentials found";
pub const MORE: &str = "Show more";
pub const ABOUT: &str = "About this snapshot";
pub const ANOTHER: &str = "Use another snapshot";
pub const ANOTHER_WHY: &str = "Open a newer register file (waymark.register/1). It stays in this page until you reload it; nothing is sent anywhere.";
pub const OPEN: &str = "Open a register file";
pub const SOURCE: &str = "Source";
pub const CREDENTIAL: &str = "Micro-credential";
pub const QUALIFICATION: &str = "Qualification";
pub const NO_SUCH: &str = "Not on this register";
pub const BACK: &str = "Search the register";
pub const STATUS: &str = "Status";
pub const PROVIDER: &str = "Provider";
pub const KIND: &str = "Kind of provider";
pub const DEVELOPER: &str = "Developer";
pub const SUBJECT: &str = "Subject";
pub const OUTCOMES: &str = "Learning outcomes";
pub const STANDARDS: &str = "Standards";
pub const ENTRY: &str = "Entry";
pub const DELIVERY: &str = "Delivery";
pub const WEEKS: &str = "Weeks";
pub const FEE: &str = "Fee";
pub const NUMBER: &str = "Number on the framework";
pub const CODE: &str = "NZQA code";
pub const APPROVED: &str = "Approved";
pub const LISTED: &str = "Listed";
pub const REVIEW: &str = "Review";
pub const NAMED_NEXT: &str = "Named by its source as next";
pub const LEADS_TO: &str = "Where it leads";
pub const LED_TO_BY: &str = "What leads to it";
pub const DESCRIBED: &str = "The source gives no formal title; this one describes it.";
pub const TYPE: &str = "Type";
pub const LEVEL: &str = "Level";
pub const CREDITS: &str = "Credits";
pub const OWNER: &str = "Developer";
pub const COMPONENTS: &str = "Made of";

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

/// How much has arrived, in kilobytes.
pub fn received(received: u64, total: Option<u64>) -> String {
    match total {
        Some(total) => format!("{received} of {total} kB"),
        None => format!("{received} kB"),
    }
}

/// A size in words.
pub fn size(level: Option<Level>, credits: Option<Credits>) -> String {
    let level = level.map_or("level not stated".to_owned(), |level| level.to_string());
    let credits = credits.map_or("credits not stated".to_owned(), |credits| credits.to_string());
    format!("{level}, {credits}")
}

/// How many were found.
pub fn total(total: usize) -> String {
    match total {
        0 => "Nothing found. Try fewer words, or clear a filter.".to_owned(),
        1 => "1 micro-credential".to_owned(),
        total => format!("{total} micro-credentials"),
    }
}

/// Where an entry stands, and why it was found.
pub fn matched(status: &str, fields: &[&str]) -> String {
    match fields {
        [] => status.to_owned(),
        fields => format!("{status} · found in {}", listed(fields).to_ascii_lowercase()),
    }
}

/// What a snapshot holds.
pub fn as_at(day: &str, credentials: usize, qualifications: usize, stacks: usize) -> String {
    format!(
        "As at {day}: {credentials} micro-credentials, {qualifications} qualifications and {stacks} stacking or progression relations."
    )
}

/// How many faults a snapshot has.
pub fn problems(count: usize) -> String {
    format!("{count} parts of this snapshot could not be understood and were left out")
}

/// What is said of a key that the register does not have.
pub fn no_such(key: &str) -> String {
    format!("The snapshot in use has no entry “{key}”. It may stand in another.")
}

/// A statement that is our reading and not the source's.
pub fn hedged(text: &str, is_inferred: bool) -> String {
    if is_inferred { format!("{text} (our reading)") } else { text.to_owned() }
}

/// A number that may be right.
pub fn possible(number: &str) -> String {
    format!("{number}, possibly: not confirmed")
}

/// Something that a source names as next.
pub fn next(title: &str, level: Option<Level>, credits: Option<Credits>) -> String {
    match (level, credits) {
        (None, None) => title.to_owned(),
        (Some(level), None) => format!("{title} ({level})"),
        (level, credits) => format!("{title} ({})", size(level, credits)),
    }
}

/// A status with the words of the source.
pub fn status(group: Option<&str>, words: Option<&str>) -> String {
    match (group, words) {
        (Some(group), Some(words)) => format!("{group} (the source says: {words})"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

/// A size with a least and perhaps a most.
pub fn between(least: Credits, most: Option<Credits>) -> String {
    match most {
        Some(most) => format!("{} to {most}", least.0),
        None => format!("{least} or more"),
    }
}
