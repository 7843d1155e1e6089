//! What the gallery shows: a register and a draft that are made up.

use crate::domain::draft::Draft;
use crate::domain::register::Register;
use std::sync::Arc;

const REGISTER: &str = include_str!("register.json");
const DRAFT: &str = include_str!("draft.json");
const EARLIER_DRAFT: &str = r#"{ "format": "waymark.draft/1", "title": "Example: An Earlier Draft" }"#;

/// A register with two ways to a qualification.
pub fn register() -> Option<Arc<Register>> {
    Register::read(REGISTER).map(Arc::new).ok()
}

/// A draft that has a finding of every group.
pub fn draft() -> Draft {
    Draft::read(DRAFT).unwrap_or_default()
}

/// A draft that the other has replaced.
pub fn earlier_draft() -> Draft {
    Draft::read(EARLIER_DRAFT).unwrap_or_default()
}
