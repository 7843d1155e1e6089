//! The only code that talks to the page's platform. It takes and gives plain texts and numbers, and
//! knows nothing of drafts, rules or screens.

pub mod fetch;
pub mod files;
pub mod history;
pub mod page;
pub mod storage;
