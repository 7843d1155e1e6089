//! The ids by which the form and the report lead to each other.

/// The id of the control for a path of the draft.
pub fn field_id(path: &str) -> String {
    format!("field-{}", path.replace('.', "-"))
}

/// The id of the finding of a clause.
pub fn finding_id(clause: &str) -> String {
    format!("finding-{clause}")
}
