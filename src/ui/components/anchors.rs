//! The ids by which the form and the report lead to each other.

/// The id of the control for a path of the draft.
pub fn field_id(path: &str) -> String {
    format!("field-{}", path.replace('.', "-"))
}

/// The id of the finding of a clause.
pub fn finding_id(clause: &str) -> String {
    format!("finding-{clause}")
}

/// The address of an edition on its rule's page.
pub fn rule_path(rule: &str, clause: &str) -> String {
    format!("/rules/{rule}#{clause}")
}

/// The id of the report's heading.
pub const REPORT_TITLE: &str = "report-title";

/// The id of the heading of a part of the form.
pub fn part_title_id(part: &str) -> String {
    format!("part-{part}-title")
}

/// The id of the link from a finding to its rule.
pub fn rule_link_id(clause: &str) -> String {
    format!("rule-of-{clause}")
}
