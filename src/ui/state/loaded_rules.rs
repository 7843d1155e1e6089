//! The table of the rules that are not checked, loaded once for all screens.

use crate::browser::fetch;
use crate::domain::rulebook::Unchecked;
use crate::ui::words::report as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::OnceLock;

/// There is one table, and once it is there it stays.
static TABLE: OnceLock<Unchecked> = OnceLock::new();

/// The table and how far it has loaded.
#[derive(Clone, Copy)]
pub struct LoadedRules {
    wanting: RwSignal<String>,
}

impl LoadedRules {
    /// Starts to load the table.
    pub fn load() -> Self {
        let rules = Self { wanting: RwSignal::new(String::new()) };
        rules.load_again();
        rules
    }

    /// Loads the table afresh.
    pub fn load_again(&self) {
        let wanting = self.wanting;
        wanting.set(words::NOT_CHECKED_LOADING.to_owned());
        spawn_local(async move {
            let text = fetch::text("/rules.json", &|_| ()).await;
            let table = text.ok().and_then(|text| Unchecked::read(&text).ok());
            let says = match table {
                Some(table) => {
                    let _first = TABLE.set(table);
                    ""
                }
                None => words::NOT_CHECKED_FAILED,
            };
            wanting.set(says.to_owned());
        });
    }

    /// Why the table is not at hand, in words; empty once it is.
    pub fn wanting(&self) -> String {
        self.wanting.get()
    }

    /// The table, once it is ready.
    pub fn ready(&self) -> Option<&'static Unchecked> {
        self.wanting.track();
        TABLE.get()
    }
}
