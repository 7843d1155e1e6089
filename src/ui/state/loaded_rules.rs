//! The table of the rules that are not checked, loaded once for all screens.

use crate::browser::fetch;
use crate::domain::rulebook::Unchecked;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far the table has loaded.
#[derive(Clone)]
pub enum RulesState {
    /// On its way.
    Loading,
    /// It did not arrive, or is no table of rules.
    Failed,
    /// Ready.
    Ready(Arc<Unchecked>),
}

/// The table and how far it has loaded.
#[derive(Clone, Copy)]
pub struct LoadedRules {
    state: RwSignal<RulesState>,
}

impl LoadedRules {
    /// Starts to load the table.
    pub fn load() -> Self {
        let rules = Self { state: RwSignal::new(RulesState::Loading) };
        rules.load_again();
        rules
    }

    /// Loads the table afresh.
    pub fn load_again(&self) {
        let state = self.state;
        state.set(RulesState::Loading);
        spawn_local(async move {
            let text = fetch::text("/rules.json", &|_| ()).await;
            let table = text.ok().and_then(|text| Unchecked::read(&text).ok());
            state.set(table.map_or(RulesState::Failed, |table| RulesState::Ready(Arc::new(table))));
        });
    }

    /// How far it has loaded.
    pub fn state(&self) -> RulesState {
        self.state.get()
    }

    /// The table, once it is ready.
    pub fn ready(&self) -> Option<Arc<Unchecked>> {
        match self.state.get() {
            RulesState::Ready(table) => Some(table),
            _ => None,
        }
    }
}
