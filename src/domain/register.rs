//! The register: micro-credentials, qualifications and the stacks between them, as a snapshot says.

use serde::Serialize;

/// Which snapshot a report was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// The day that the snapshot describes, as it says.
    pub as_at: String,
    /// The SHA-256 of the snapshot's bytes, in hexadecimal.
    pub sha256: String,
}

// TEMP until the branch lands
pub struct Register;
pub struct NotASnapshot(pub String);
impl Register {
    pub fn read(_: &str) -> Result<Self, NotASnapshot> {
        Ok(Self)
    }
    pub fn stamp(&self) -> Stamp {
        Stamp { as_at: String::new(), sha256: String::new() }
    }
}
