//! What the app needs of the browser beside the screen. It takes and gives plain texts and numbers, and
//! knows nothing of drafts, rules or screens.

pub mod fetch;
pub mod files;
pub mod intl;
pub mod page;
pub mod slices;
pub mod storage;
pub mod view;
