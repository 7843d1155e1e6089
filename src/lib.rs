//! Waymark checks a draft micro-credential against New Zealand's rules, and shows where
//! micro-credentials lead.
//!
//! # The map
//!
//! Three parts, of which `ui` uses the other two, and those know nothing of each other:
//!
//! - [`domain`] knows the rules, drafts, the register and pathways. It has no clock, no network and
//!   no screen, and it does not panic. It builds natively, without the packages of the other two.
//! - `browser` is what the app needs of the browser beside the screen: network, storage, files, focus,
//!   the date, and how a language writes dates and lists.
//! - `ui` shows what the domain says and decides nothing. Within it pages are made of components, and
//!   both use providers.
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
