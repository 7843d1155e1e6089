//! The only code that talks to the browser. It takes and gives plain texts and numbers, and knows
//! nothing of drafts, rules or screens.

pub mod fetch;
pub mod files;
pub mod page;
pub mod storage;
