//! Waymark checks a draft micro-credential against New Zealand's rules, and shows where
//! micro-credentials lead.
//!
//! # The map
//!
//! Three rings, and dependencies point inwards only:
//!
//! - [`domain`] knows the rules, drafts, the register and pathways. It has no clock, no network and
//!   no screen, and it does not panic. It builds natively, without the packages of the other two.
//! - `browser` is the only code that talks to the page's platform: network, storage, files, today's
//!   date. It knows nothing of the other two rings.
//! - `ui` shows what the domain says and decides nothing. It uses both. Within it pages are made of
//!   components, and both use providers.
//!
//! Beside them is `package`: the calls of the npm package, on the domain alone.
//!
//! One keystroke: `ui::components::field` hears it, [`domain::draft::Draft::enter`] keeps it,
//! [`domain::report::check`] checks the draft under the rules of the chosen date, and
//! `ui::components::report` shows what each rule says.

pub mod domain;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod browser;
#[cfg(all(target_arch = "wasm32", feature = "package"))]
pub mod package;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod ui;
