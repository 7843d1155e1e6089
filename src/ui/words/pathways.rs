//! The pathways page.

pub const NAV: &str = "Pathways";
