//! What a person has done and wants to reach: their pathway. It lives on the device. A link can carry
//! one in its fragment, the part of an address that browsers do not send; what a link brings is shown
//! beside the person's own pathway and never takes its place by itself.

use super::elsewhere::on_changed_elsewhere;
use super::toasts::{ToastContext, Undo, use_toasts};
use crate::browser::storage;
use crate::domain::pathways::{Holding, Pathway};
use leptos::prelude::*;
use std::sync::Arc;

/// The name under which the device keeps the pathway.
const STORAGE_KEY: &str = "waymark.pathways";
/// The name under which the device keeps what it had there and this version cannot read.
const UNREADABLE_KEY: &str = "waymark.pathways.unreadable";

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

/// The pathway that the device keeps. What cannot be read is kept beside, for a version that can.
fn stored() -> Option<Pathway> {
    let text = storage::read(STORAGE_KEY)?;
    if !text.starts_with('{') {
        return Some(Pathway::from_lines(&text));
    }
    let read = Pathway::read(&text);
    if read.is_err() {
        let _ = storage::write(UNREADABLE_KEY, &text);
    }
    read.ok().map(|(pathway, _)| pathway)
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
    pub fn hold(self, holding: Holding, message: String) {
        self.change(message, |pathway| pathway.hold(holding));
    }

    /// Adds what is in a file.
    pub fn join(self, other: &Pathway, message: String) {
        self.change(message, |pathway| pathway.join(other));
    }

    /// Puts a holding in the place of another.
    pub fn replace(self, before: &Holding, after: Holding, message: String) {
        self.change(message, |pathway| pathway.replace(before, after));
    }

    /// Takes a holding away.
    pub fn drop(self, holding: &Holding, message: String) {
        self.change(message, |pathway| pathway.drop(holding));
    }

    /// Makes something the only goal.
    pub fn set_goal(self, goal: String, message: String) {
        self.change(message, |pathway| pathway.goals = vec![goal]);
    }

    /// Adds a goal.
    pub fn add_goal(self, goal: String, message: String) {
        self.change(message, |pathway| pathway.aim_for(goal));
    }

    /// Takes a goal away.
    pub fn drop_goal(self, goal: &str, message: String) {
        self.change(message, |pathway| pathway.goals.retain(|other| other != goal));
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
            let mut own = self.own.get_untracked();
            if !own.goals.is_empty() {
                pathway.goals = std::mem::take(&mut own.goals);
            }
            pathway.join(&own);
        }
        self.own.set(pathway);
    }

    fn save(self, pathway: Pathway) {
        let is_saved = storage::write(STORAGE_KEY, &pathway.to_json()).is_ok();
        self.is_saved.set(is_saved);
        if is_saved {
            self.known.set_value(Some(pathway.clone()));
        }
        self.own.set(pathway);
    }
}
