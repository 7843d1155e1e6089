//! What a person has done and wants to reach: their pathway. It lives on the device. A link can carry
//! one in its fragment, the part of an address that browsers do not send; what a link brings, and what
//! somebody only tries out, is shown beside their own pathway and never takes its place by itself.

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

/// The person's pathway, and one that is on screen in its place.
#[derive(Clone, Copy)]
pub struct PathwayContext {
    own: RwSignal<Pathway>,
    trial: RwSignal<Option<Trial>>,
    is_saved: RwSignal<bool>,
    toasts: ToastContext,
    /// What this window last read from the device or saved there.
    known: StoredValue<Option<Pathway>>,
}

/// A pathway beside the person's own. It is changed without the own one, and goes with the window.
#[derive(Clone, Debug, PartialEq)]
struct Trial {
    kind: TrialKind,
    pathway: Pathway,
}

/// Where a pathway beside the person's own is from.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialKind {
    /// A link brought it.
    Link,
    /// It began as a copy of the own one, which was this.
    Copy(Box<Pathway>),
}

/// Provides the pathway that the device keeps, and follows what other windows do to it.
pub fn provide_pathway() {
    let known = stored();
    let context = PathwayContext {
        own: RwSignal::new(known.clone().unwrap_or_default()),
        trial: RwSignal::new(None),
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
        self.trial
            .with(|trial| trial.as_ref().map(|trial| trial.pathway.clone()))
            .unwrap_or_else(|| self.own.get())
    }

    /// Where the pathway on screen is from; none where it is the person's own.
    pub fn trial(self) -> Option<TrialKind> {
        self.trial.with(|trial| trial.as_ref().map(|trial| trial.kind.clone()))
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
    pub fn show_link(self, pathway: Pathway) {
        let is_other = pathway != self.own.get_untracked();
        self.trial.set(is_other.then_some(Trial { kind: TrialKind::Link, pathway }));
    }

    /// Starts to try something out, on a copy of the person's own pathway.
    pub fn try_out(self) {
        self.reload();
        let pathway = self.own.get_untracked();
        self.trial.set(Some(Trial { kind: TrialKind::Copy(Box::new(pathway.clone())), pathway }));
    }

    /// Shows the person's own pathway again, and offers to go back to what was beside it.
    pub fn show_own(self, message: String) {
        let Some(trial) = self.trial.get_untracked() else { return };
        self.trial.set(None);
        let undo: Undo = Arc::new(move || self.trial.set(Some(trial.clone())));
        self.toasts.show(message, Some(undo));
    }

    /// Takes a link's pathway off the screen, for it is in the link.
    pub fn leave_link(self) {
        if untrack(|| self.trial()) == Some(TrialKind::Link) {
            self.trial.set(None);
        }
    }

    /// Makes the pathway beside the person's own theirs, and offers to go back.
    pub fn adopt(self, message: String) {
        let Some(trial) = self.trial.get_untracked() else { return };
        self.reload();
        self.trial.set(None);
        let mut adopted = trial.pathway.clone();
        if let TrialKind::Copy(start) = &trial.kind {
            // Another window may have changed the own pathway since; that stays.
            adopted = self.own.get_untracked();
            adopted.take_back(&trial.pathway, start);
            if trial.pathway.goals != start.goals {
                adopted.goals.clone_from(&trial.pathway.goals);
            }
        }
        self.replace_own(adopted, message, Some(trial));
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
        let has_own = !self.own.with_untracked(Pathway::is_empty);
        let is_trial = |kind: &TrialKind| has_own || *kind != TrialKind::Link;
        if untrack(|| self.trial()).is_some_and(|kind| is_trial(&kind)) {
            self.trial.update(|trial| {
                if let Some(trial) = trial {
                    change(&mut trial.pathway);
                }
            });
            self.toasts.show(message, None);
            return;
        }
        let mut changed = untrack(|| self.get());
        change(&mut changed);
        self.trial.set(None);
        self.replace_own(changed, message, None);
    }

    /// Puts a pathway in the place of the own one, and offers to have that back, and the trial that became it.
    fn replace_own(self, pathway: Pathway, message: String, trial: Option<Trial>) {
        let before = self.own.get_untracked();
        self.save(pathway.clone());
        let undo = (!before.is_empty()).then(|| -> Undo {
            Arc::new(move || {
                self.reload();
                let mut changed = self.own.get_untracked();
                changed.take_back(&before, &pathway);
                self.save(changed);
                if trial.is_some() {
                    self.trial.set(trial.clone());
                }
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
