//! The pathways page.

use crate::domain::measure::{Credits, NotionalHours};

pub const NAV: &str = "Pathways";
pub const TITLE: &str = "Pathways";
pub const LEAD: &str = "Say what you hold and see where it leads. Choose a goal and see what is left.";
pub const HOLD: &str = "What you hold";
pub const HOLD_NONE: &str = "Nothing yet. Search for a micro-credential that you have completed.";
pub const HOLD_SEARCH: &str = "Add a micro-credential";
pub const HOLD_KEPT: &str = "Kept on this device and in this page’s address.";
pub const I_HOLD: &str = "I hold this";
pub const REMOVE: &str = "Remove";
pub const GOAL: &str = "Your goal";
pub const GOAL_NONE: &str = "No goal yet. Search for one, or choose one below that your holdings lead to.";
pub const GOAL_SEARCH: &str = "Find a qualification";
pub const MAKE_GOAL: &str = "Make this my goal";
pub const CLEAR_GOAL: &str = "Choose another goal";
pub const WAYS: &str = "Published ways there";
pub const WAYS_WHY: &str =
    "Sets of micro-credentials that a source says make up the goal, the shortest first.";
pub const CONTRIBUTIONS: &str = "What counts towards it";
pub const CONTRIBUTIONS_WHY: &str =
    "Some credit may come of these. Where the source states no amount, none is shown.";
pub const PROGRESSIONS: &str = "What leads on to it";
pub const PROGRESSIONS_WHY: &str = "A pathway, not credit: no source promises any.";
pub const LEADS: &str = "Where your holdings lead";
pub const LEADS_NONE: &str = "No source on this register says where what you hold leads.";
pub const BLOCKS: &str = "What stands in the way";
pub const NOTES: &str = "Good to know";
pub const SEE_LEADS: &str = "I hold this: see where it leads";
pub const ADVICE_SHORT: &str = "Possible pathways, as their sources tell them. The provider decides.";
pub const COUNTED: &str = "Credit";
pub const RULE: &str = "The source’s rule";
pub const CONDITIONS: &str = "Conditions";
pub const FIRMNESS: &str = "How firmly";
pub const LEFT: &str = "Left to do";
pub const HELD: &str = "You have";
pub const UNKNOWN_SUM: &str = "not stated";

/// The credits that count, as the source states them.
pub fn counted(credits: Credits) -> String {
    format!("{credits} in all, as the source counts them")
}

/// How far a source goes, with its own words.
pub fn firmness(label: &str, strength: Option<&str>) -> String {
    match strength {
        Some(strength) => format!("{label} ({strength})"),
        None => label.to_owned(),
    }
}

/// What is left of a way.
pub fn left(credits: Option<Credits>, hours: Option<NotionalHours>) -> String {
    match (credits, hours) {
        (Some(Credits(0)), _) => "Nothing: you hold every part.".to_owned(),
        (Some(credits), Some(hours)) => format!("{credits}, about {hours} of learning"),
        _ => UNKNOWN_SUM.to_owned(),
    }
}

/// What is held of a way.
pub fn held(credits: Option<Credits>) -> String {
    credits.map_or(UNKNOWN_SUM.to_owned(), |credits| credits.to_string())
}

/// The heading of a way.
pub fn way(number: usize, of: usize) -> String {
    if of == 1 { "The way there".to_owned() } else { format!("Way {number} of {of}") }
}

/// The button that takes a holding away, named for those who hear it.
pub fn remove(title: &str) -> String {
    format!("Remove {title}")
}

/// The button that adds a holding or sets a goal, named for those who hear it.
pub fn for_title(label: &str, title: &str) -> String {
    format!("{label}: {title}")
}
