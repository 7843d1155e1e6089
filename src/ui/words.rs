//! Every sentence on screen that is not a finding, a page at a time.

pub mod draft;
pub mod frame;
pub mod home;
pub mod pathways;
pub mod register;
pub mod report;
