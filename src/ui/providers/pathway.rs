//! What a person has done and wants to reach: their pathway. It lives on the device. A link can carry
//! one in its fragment, the part of an address that browsers do not send; what a link brings is shown
//! beside the person's own pathway and never takes its place by itself.

use super::elsewhere::on_changed_elsewhere;
use super::toasts::{ToastContext, Undo, use_toasts};
use crate::browser::storage;
use crate::domain::pathways::{Holdings, Question};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The name under which the device keeps the pathway: a line with the goal, then one a holding.
const STORAGE_KEY: &str = "waymark.pathways";
const HOLD: &str = "hold";
const GOAL: &str = "goal";

/// Holdings and a goal, as keys of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pathway {
    /// What is held, in the order in which it was added, each once.
    pub holdings: Vec<String>,
    /// What the person wants to reach.
    pub goal: Option<String>,
}

impl Pathway {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.holdings.is_empty() && self.goal.is_none()
    }

    /// The question that the pathway puts to the register.
    pub fn question(&self) -> Question {
        let mut holdings = Holdings::default();
        for key in &self.holdings {
            holdings.add_credential(key, None);
        }
        Question { goal: self.goal.clone().unwrap_or_default(), holdings, ..Question::default() }
    }

    /// The pathway that some parameters of an address spell; `None` where they name none.
    pub fn from_params(params: &ParamsMap) -> Option<Self> {
        let mut seen = BTreeSet::new();
        let mut holdings = params.get_all(HOLD).unwrap_or_default();
        holdings.retain(|key| !key.is_empty() && seen.insert(key.clone()));
        let pathway = Self { holdings, goal: params.get(GOAL).filter(|goal| !goal.is_empty()) };
        (!pathway.is_empty()).then_some(pathway)
    }

    /// The pathway as parameters of an address: `hold=a&hold=b&goal=c`.
    pub fn to_params(&self) -> String {
        let mut params = ParamsMap::new();
        for key in &self.holdings {
            params.insert(HOLD, key.clone());
        }
        if let Some(goal) = &self.goal {
            params.insert(GOAL, goal.clone());
        }
        params.to_query_string().trim_start_matches('?').to_owned()
    }

    /// Adds a holding, unless it is there.
    fn hold(&mut self, key: &str) {
        if !self.holdings.iter().any(|held| held == key) {
            self.holdings.push(key.to_owned());
        }
    }

    /// Adds what is only in another pathway.
    fn join(&mut self, other: &Self) {
        other.holdings.iter().for_each(|key| self.hold(key));
        if other.goal.is_some() {
            self.goal = other.goal.clone();
        }
    }

    /// Takes back the change of one pathway into another, and leaves what was changed since.
    fn take_back(&mut self, before: &Self, after: &Self) {
        self.holdings.retain(|held| before.holdings.contains(held) || !after.holdings.contains(held));
        for (index, held) in before.holdings.iter().enumerate() {
            if !after.holdings.contains(held) && !self.holdings.contains(held) {
                self.holdings.insert(index.min(self.holdings.len()), held.clone());
            }
        }
        if self.goal == after.goal {
            self.goal = before.goal.clone();
        }
    }

    fn to_lines(&self) -> String {
        let goal = self.goal.clone().unwrap_or_default();
        [goal].iter().chain(&self.holdings).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    fn from_lines(text: &str) -> Self {
        let mut lines = text.lines();
        let goal = lines.next().filter(|goal| !goal.is_empty()).map(str::to_owned);
        let mut pathway = Self { holdings: Vec::new(), goal };
        lines.for_each(|key| pathway.hold(key));
        pathway
    }
}

/// The person's pathway, and one that a link brought.
#[derive(Clone, Copy)]
pub struct PathwayContext {
    own: RwSignal<Pathway>,
    shared: RwSignal<Option<Pathway>>,
    is_saved: RwSignal<bool>,
    toasts: ToastContext,
    /// What this window last read from the device or saved there.
    known: StoredValue<Option<Pathway>>,
}

/// Provides the pathway that the device keeps, and follows what other windows do to it.
pub fn provide_pathway() {
    let known = stored();
    let context = PathwayContext {
        own: RwSignal::new(known.clone().unwrap_or_default()),
        shared: RwSignal::new(None),
        is_saved: RwSignal::new(true),
        toasts: use_toasts(),
        known: StoredValue::new(known),
    };
    on_changed_elsewhere(STORAGE_KEY, move || context.reload());
    provide_context(context);
}

/// The pathway that the device keeps.
fn stored() -> Option<Pathway> {
    storage::read(STORAGE_KEY).map(|text| Pathway::from_lines(&text))
}

/// The person's pathway.
pub fn use_pathway() -> PathwayContext {
    expect_context()
}

impl PathwayContext {
    /// The pathway on screen.
    pub fn get(self) -> Pathway {
        self.shared.get().unwrap_or_else(|| self.own.get())
    }

    /// Whether a link brought the pathway on screen.
    pub fn is_shared(self) -> bool {
        self.shared.with(Option::is_some)
    }

    /// The person's own pathway, also while another is on screen.
    pub fn own(self) -> Pathway {
        self.own.get()
    }

    /// Whether the device keeps the person's pathway.
    pub fn is_saved(self) -> bool {
        self.is_saved.get()
    }

    /// Shows a pathway that a link brought. Where the person has none or the same, it becomes theirs
    /// once they change it.
    pub fn show_shared(self, pathway: Pathway) {
        self.shared.set((pathway != self.own.get_untracked()).then_some(pathway));
    }

    /// Shows the person's own pathway again.
    pub fn show_own(self) {
        self.shared.set(None);
    }

    /// Makes the pathway that a link brought the person's own, and offers to go back.
    pub fn adopt_shared(self, message: String) {
        if let Some(shared) = self.shared.get_untracked() {
            self.reload();
            self.shared.set(None);
            self.replace_own(shared, message);
        }
    }

    /// Adds a holding.
    pub fn hold(self, key: &str, message: String) {
        self.change(message, |pathway| pathway.hold(key));
    }

    /// Takes a holding away.
    pub fn drop(self, key: &str, message: String) {
        self.change(message, |pathway| pathway.holdings.retain(|held| held != key));
    }

    /// Sets the goal, or takes it away.
    pub fn set_goal(self, goal: Option<String>, message: String) {
        self.change(message, |pathway| pathway.goal = goal);
    }

    /// Changes the pathway on screen; the person's own is saved and the change can be undone.
    fn change(self, message: String, change: impl FnOnce(&mut Pathway)) {
        self.reload();
        if self.shared.with_untracked(Option::is_some) && !self.own.with_untracked(Pathway::is_empty) {
            self.shared.update(|shared| {
                if let Some(shared) = shared {
                    change(shared);
                }
            });
            self.toasts.show(message, None);
            return;
        }
        let mut changed = untrack(|| self.get());
        change(&mut changed);
        self.shared.set(None);
        self.replace_own(changed, message);
    }

    fn replace_own(self, pathway: Pathway, message: String) {
        let before = self.own.get_untracked();
        self.save(pathway.clone());
        let undo = (!before.is_empty()).then(|| -> Undo {
            Arc::new(move || {
                self.reload();
                let mut changed = self.own.get_untracked();
                changed.take_back(&before, &pathway);
                self.save(changed);
            })
        });
        self.toasts.show(message, undo);
    }

    /// Reads what the device keeps, so that what another window has saved is not overwritten. What the
    /// device has refused is only here, and joins it.
    fn reload(self) {
        let stored = stored();
        if stored == self.known.get_value() {
            return;
        }
        self.known.set_value(stored.clone());
        let Some(mut pathway) = stored else { return };
        if !self.is_saved.get_untracked() {
            pathway.join(&self.own.get_untracked());
        }
        self.own.set(pathway);
    }

    fn save(self, pathway: Pathway) {
        let is_saved = storage::write(STORAGE_KEY, &pathway.to_lines()).is_ok();
        self.is_saved.set(is_saved);
        if is_saved {
            self.known.set_value(Some(pathway.clone()));
        }
        self.own.set(pathway);
    }
}
