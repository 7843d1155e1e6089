//! The register, loaded once for all screens.

use crate::browser::fetch::{self, Progress};
use crate::domain::register::Register;
use crate::ui::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where the snapshot that ships with the app lies.
const SHIPPED: &str = "/register.json";

/// How far the register has loaded.
#[derive(Clone)]
pub enum RegisterState {
    /// On its way.
    Loading(Progress),
    /// It did not arrive, or is no register; the text says what happened.
    Failed(String),
    /// Ready.
    Ready(Arc<Register>),
}

/// The register and how far it has loaded.
#[derive(Clone, Copy)]
pub struct LoadedRegister {
    state: RwSignal<RegisterState>,
    refused: RwSignal<String>,
}

impl LoadedRegister {
    /// Starts to load the shipped snapshot.
    pub fn load() -> Self {
        let register = Self {
            state: RwSignal::new(RegisterState::Loading(Progress::default())),
            refused: RwSignal::new(String::new()),
        };
        register.try_again();
        register
    }

    /// Loads the shipped snapshot afresh.
    pub fn try_again(&self) {
        let state = self.state;
        state.set(RegisterState::Loading(Progress::default()));
        spawn_local(async move {
            // Once another file has been opened, what arrives is no longer wanted.
            let is_awaited = || matches!(*state.read_untracked(), RegisterState::Loading(_));
            let tell = |progress| {
                if is_awaited() {
                    state.set(RegisterState::Loading(progress));
                }
            };
            let arrived = fetch::text(SHIPPED, &tell).await;
            let read = match arrived {
                Ok(text) => {
                    Register::read(&text).map_err(|error| words::register::not_read(SHIPPED, &error.0))
                }
                Err(failure) => Err(words::register::not_loaded(&failure)),
            };
            if !is_awaited() {
                return;
            }
            state.set(match read {
                Ok(register) => RegisterState::Ready(Arc::new(register)),
                Err(why) => RegisterState::Failed(why),
            });
        });
    }

    /// Takes another snapshot in place of the one on screen, which stays where it is no register.
    pub fn open(&self, name: &str, text: &str) {
        match Register::read(text) {
            Ok(register) => {
                self.refused.set(String::new());
                self.state.set(RegisterState::Ready(Arc::new(register)));
            }
            Err(error) => self.refused.set(words::register::not_read(name, &error.0)),
        }
    }

    /// How far it has loaded.
    pub fn state(&self) -> RegisterState {
        self.state.get()
    }

    /// The register, once it is ready.
    pub fn ready(&self) -> Option<Arc<Register>> {
        match self.state.get() {
            RegisterState::Ready(register) => Some(register),
            _ => None,
        }
    }

    /// Why the file chosen last was not taken; empty where it was.
    pub fn refused(&self) -> String {
        self.refused.get()
    }
}
