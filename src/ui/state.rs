//! What all screens share: where the person is, the draft, the register and the rules that are not
//! checked. Everything else is derived; holdings and goal live in the address.

mod kept_draft;
mod loaded_register;
mod loaded_rules;

use crate::browser::page;
use crate::domain::day::{self, Day};
use crate::domain::regime::SOURCES_READ;
use crate::ui::address::Address;
use leptos::prelude::*;

pub use kept_draft::KeptDraft;
pub use loaded_register::{LoadedRegister, RegisterState};
pub use loaded_rules::LoadedRules;

/// What all screens share.
#[derive(Clone, Copy)]
pub struct State {
    /// Today on the person's clock.
    pub today: Day,
    /// Where the person is.
    pub address: Address,
    /// The draft and how it is kept on the device.
    pub draft: KeptDraft,
    /// The register and how far it has loaded.
    pub register: LoadedRegister,
    /// The table of the rules that are not checked, and how far it has loaded.
    pub rules: LoadedRules,
}

impl State {
    /// Reads what the device keeps, starts to load the register, and shares all with every screen.
    pub fn provide() -> Self {
        let state = Self {
            today: day::parse(&page::today()).unwrap_or(SOURCES_READ),
            address: Address::follow(),
            draft: KeptDraft::restore(),
            register: LoadedRegister::load(),
            rules: LoadedRules::unasked(),
        };
        provide_context(state);
        state
    }

    /// The shared state.
    pub fn get() -> Self {
        expect_context()
    }
}
