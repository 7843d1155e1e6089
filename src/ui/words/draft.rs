//! The draft page.

use crate::browser::fetch::Failure;
use crate::domain::Problem;
use crate::domain::text::listed;

pub const NAV: &str = "Check a draft";
pub const TITLE: &str = "Check a draft";
pub const LEAD: &str = "Fill in what you have. The report beside the form is always up to date.";
pub const START: &str = "Start anywhere in the form, open a draft file, or look at a real case:";
pub const EXAMPLES_NOTE: &str = "Real cases, filled only with what public sources say of them.";
pub const OPEN: &str = "Open a file";
pub const SAVE: &str = "Download draft";
pub const CLEAR: &str = "Start afresh";
pub const BRING_BACK: &str = "Bring back the draft before";
pub const EXAMPLES: &str = "Examples";
pub const DISMISS: &str = "Dismiss";
pub const UNCHANGED: &str = "Changes are saved on this device.";
pub const KEPT: &str = "Saved on this device.";
pub const REFUSED: &str = "This device does not save the draft: its storage is full or blocked. The draft stays in this page; download it before you close it.";
pub const ELSEWHERE: &str = "This draft was changed in another window.";
pub const TAKE_OTHER: &str = "Show the other version";
pub const KEEP_THIS: &str = "Keep this one";
pub const DATE: &str = "Read under the rules of";
pub const TODAY: &str = "Today";
pub const REGIMES: &str = "Rules of other days";
pub const PARTS: &str = "Parts of the draft";
pub const NOT_SAID: &str = "Not said";
pub const YES: &str = "Yes";
pub const NO: &str = "No";
pub const NO_OUTCOMES: &str = "State the learning outcomes first.";
pub const FORM: &str = "The draft";

/// What the notice says of a file that was opened.
pub fn opened(name: &str, unknown: &[Problem]) -> String {
    if unknown.is_empty() {
        return format!("{name} is open.");
    }
    let fields: Vec<&str> = unknown.iter().map(|problem| problem.at.as_str()).collect();
    format!(
        "{name} is open. Waymark does not know these fields and keeps them as they are: {}.",
        listed(&fields)
    )
}

/// What the notice says of a file that is no draft.
pub fn not_opened(name: &str, why: &str) -> String {
    format!("{name} was not opened. {why} The draft on screen is unchanged.")
}

/// What the notice says of an example that did not arrive.
pub fn not_loaded(name: &str, failure: &Failure) -> String {
    let why = match failure {
        Failure::Unreachable => "It could not be reached; you may be offline.".to_owned(),
        Failure::Refused(status) => format!("The server did not give it (status {status})."),
        Failure::BrokenOff => "It broke off on its way.".to_owned(),
        Failure::NotText => "What arrived is not a text file.".to_owned(),
    };
    format!("{name} was not opened. {why} The draft on screen is unchanged.")
}

/// What the notice says of a kept draft that cannot be read.
pub fn set_aside(why: &str) -> String {
    format!("The draft kept on this device could not be read and was set aside. {why}")
}

/// The heading of an entry of a list: `Outcome 2`.
pub fn entry(noun: &str, number: usize) -> String {
    let (first, rest) = noun.split_at_checked(1).unwrap_or((noun, ""));
    format!("{}{rest} {number}", first.to_ascii_uppercase())
}

/// The button that adds an entry.
pub fn add(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("Add {article} {noun}")
}

/// The button that removes an entry.
pub fn remove(entry: &str) -> String {
    format!("Remove {}", entry.to_ascii_lowercase())
}

/// The state of a part in the task list.
pub fn part_state(broken: usize, wanting: usize) -> String {
    match (broken, wanting) {
        (0, 0) => "nothing to do".to_owned(),
        (0, wanting) => format!("{wanting} to fill in"),
        (broken, 0) => format!("{broken} to fix"),
        (broken, wanting) => format!("{broken} to fix, {wanting} to fill in"),
    }
}

/// What a field says of an entry that could not be read.
pub fn not_understood(problem: &Problem) -> String {
    format!("{} is not {}.", problem.found, problem.expected)
}

/// A learning outcome beside its tick.
pub fn outcome(id: &str, text: &str) -> String {
    format!("{id}: {}", crate::domain::text::shortened(text, 80))
}

/// The button for the first day of a regime.
pub fn from_day(id: &str, day: &str) -> String {
    format!("{id}, from {day}")
}

/// The rules of a day.
pub fn regime(id: &str, name: &str) -> String {
    format!("{id} · {name}")
}
