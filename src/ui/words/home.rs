//! The first page.

pub const TITLE: &str = "Micro-credentials, checked and mapped";
pub const LEAD: &str =
    "Check a micro-credential before you submit it. See where it leads before you start it.";
pub const CHECK: &str = "Check a draft";
pub const CHECK_TEXT: &str = "For people who write applications. Type, and read beside it what each rule of the chosen day says of your draft: its clause, why, and what to do.";
pub const PATHWAYS: &str = "Explore pathways";
pub const PATHWAYS_TEXT: &str =
    "For learners. Say what you hold and see what it leads to, what counts towards a goal, and who says so.";
pub const REGISTER: &str = "Search the register";
pub const REGISTER_TEXT: &str =
    "For everyone. A sample of real micro-credentials and qualifications, each with its source.";
