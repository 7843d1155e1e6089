//! The table of the rules that are not checked, loaded once, when a draft is first checked.

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
    /// A table that nobody has asked for yet.
    pub fn unasked() -> Self {
        Self { wanting: RwSignal::new(words::NOT_CHECKED_LOADING.to_owned()) }
    }

    /// Loads the table, unless it is there.
    pub fn load(&self) {
        if TABLE.get().is_some() {
            return;
        }
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
