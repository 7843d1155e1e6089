//! The frame around every page.

pub const NAME: &str = "Waymark";
pub const NAV: &str = "Main";
pub const SKIP: &str = "Skip to the page";
pub const PRIVACY: &str = "Everything happens in this browser. Nothing you type leaves your device.";
pub const NOT_ADVICE: &str = "Waymark checks and shows; it does not decide. NZQA, Universities New Zealand and the Tertiary Education Commission do. This is research, not legal advice.";
pub const NOT_FOUND: &str = "There is no such page";
pub const NOT_FOUND_WAY_ON: &str =
    "The address may be mistyped, or from another version. These pages are here:";

/// The title of the window.
pub fn title(page: &str) -> String {
    format!("{page} · {NAME}")
}
