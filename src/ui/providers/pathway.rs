//! What a person has done and wants to reach: their pathway. It lives on the device. A link can carry
//! one in its fragment, the part of an address that browsers do not send; what a link brings, and what
//! somebody only tries out, is shown beside their own pathway and never takes its place by itself.

use super::kept::{Keepable, Kept};
use super::toasts::{ToastContext, Undo, use_toasts};
use crate::domain::pathways::{Holding, KeptPlan, Pathway, PlanSettings, Wish};
use crate::domain::register::Register;
use crate::ui::query::{params_of, spelled};
use leptos::prelude::*;
use std::mem;
use std::sync::Arc;

impl Keepable for Pathway {
    const NAME: &'static str = "waymark.pathways";
    const UNREADABLE_NAME: &'static str = "waymark.pathways.unreadable";

    fn read(text: &str) -> Option<Self> {
        if !text.starts_with('{') {
            return Some(Self::from_lines(text));
        }
        Self::read(text).ok().map(|(pathway, _)| pathway)
    }

    fn written(&self) -> String {
        self.to_json()
    }

    fn join_refused(&mut self, mut refused: Self) {
        if !refused.goals.is_empty() {
            self.goals = mem::take(&mut refused.goals);
        }
        self.join(&refused);
    }
}

impl Keepable for PlanSettings {
    const NAME: &'static str = "waymark.plan-settings";
    const UNREADABLE_NAME: &'static str = "waymark.plan-settings.unreadable";

    fn read(text: &str) -> Option<Self> {
        let params = params_of(text);
        let params = params.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Some(Self::from_params(params).unwrap_or_default())
    }

    fn written(&self) -> String {
        spelled(&self.to_params())
    }

    fn join_refused(&mut self, refused: Self) {
        *self = refused;
    }
}

/// The person's pathway, and one that is on screen in its place.
#[derive(Clone, Copy)]
pub struct PathwayContext {
    own: Kept<Pathway>,
    own_settings: Kept<PlanSettings>,
    trial: RwSignal<Option<Trial>>,
    toasts: ToastContext,
}

/// A pathway beside the person's own. It is changed without the own one, and goes with the window.
#[derive(Clone, Debug, PartialEq)]
struct Trial {
    kind: TrialKind,
    pathway: Pathway,
    settings: PlanSettings,
}

/// Where a pathway beside the person's own is from.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialKind {
    /// A link brought it.
    Link,
    /// It began as a copy of the own one, which was this.
    Copy(Box<Pathway>),
    /// It is a plan that the person keeps by this name.
    Plan(String),
}

/// Provides the pathway that the device keeps, and follows what other windows do to it.
pub fn provide_pathway() {
    let (own, own_settings) = (Kept::restore(), Kept::restore());
    provide_context(PathwayContext { own, own_settings, trial: RwSignal::new(None), toasts: use_toasts() });
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

    /// How plans are made for the pathway on screen.
    pub fn settings(self) -> PlanSettings {
        self.trial
            .with(|trial| trial.as_ref().map(|trial| trial.settings))
            .unwrap_or_else(|| self.own_settings.get())
    }

    /// Has plans made otherwise for the pathway on screen; where that is the person's own, the device keeps how.
    pub fn set_settings(self, settings: PlanSettings) {
        if untrack(|| self.trial()).is_none() {
            self.own_settings.save(settings);
        } else {
            self.trial.update(|trial| trial.iter_mut().for_each(|trial| trial.settings = settings));
        }
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
        self.own.is_saved()
    }

    /// Shows a pathway that a link brought. Where the person has none or the same, it becomes theirs
    /// once they change it. What was shown beside their own can be had back.
    pub fn show_link(self, pathway: Pathway, settings: Option<PlanSettings>, message: String) {
        let (own, own_settings) = untrack(|| (self.own.get(), self.own_settings.get()));
        let settings = settings.unwrap_or(own_settings);
        let is_other = pathway != own || settings != own_settings;
        let link = is_other.then_some(Trial { kind: TrialKind::Link, pathway, settings });
        if untrack(|| self.trial()).is_some() {
            self.switch(link, message);
        } else {
            self.trial.set(link);
        }
    }

    /// Takes what a link holds as the register has it.
    pub fn resolve_link(self, register: &Register) {
        let Some(trial) = self.trial.get().filter(|trial| trial.kind == TrialKind::Link) else { return };
        let pathway = trial.pathway.resolved(register);
        if pathway != trial.pathway {
            self.trial.set(Some(Trial { pathway, ..trial }));
        }
    }

    /// Starts to try something out, on a copy of the person's own pathway.
    pub fn try_out(self) {
        self.own.reload();
        let (pathway, settings) = untrack(|| (self.own.get(), self.settings()));
        self.trial.set(Some(Trial { kind: TrialKind::Copy(Box::new(pathway.clone())), pathway, settings }));
    }

    /// Shows a plan that the person keeps.
    pub fn show_plan(self, plan: &KeptPlan, message: String) {
        let (kind, pathway) = (TrialKind::Plan(plan.name.clone()), plan.pathway.clone());
        self.switch(Some(Trial { kind, pathway, settings: plan.settings() }), message);
    }

    /// Shows the person's own pathway again.
    pub fn show_own(self, message: String) {
        self.switch(None, message);
    }

    /// Shows something else beside the person's own pathway, or nothing, and offers to go back to what was there.
    fn switch(self, to: Option<Trial>, message: String) {
        let before = self.trial.get_untracked();
        self.trial.set(to);
        let undo = before.map(|before| -> Undo { Arc::new(move || self.trial.set(Some(before.clone()))) });
        self.toasts.show(message, undo);
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
        self.own.reload();
        self.trial.set(None);
        let mut adopted = trial.pathway.clone();
        if let TrialKind::Copy(start) = &trial.kind {
            // Another window may have changed the own pathway since; that stays.
            adopted = untrack(|| self.own.get());
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

    /// Wishes that something that is held counts for a requirement.
    pub fn wish(self, wish: Wish, message: String) {
        self.change(message, |pathway| pathway.wish(wish));
    }

    /// Leaves it to what helps most where something that is held counts towards a goal.
    pub fn unwish(self, goal: &str, holding: &str, message: String) {
        self.change(message, |pathway| pathway.unwish(goal, holding));
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

    /// Changes the pathway on screen; the person's own is saved, and the change can be undone.
    fn change(self, message: String, change: impl FnOnce(&mut Pathway)) {
        self.own.reload();
        let has_own = !untrack(|| self.own.with(Pathway::is_empty));
        let is_trial = |kind: &TrialKind| has_own || *kind != TrialKind::Link;
        if let Some(before) = self.trial.get_untracked().filter(|trial| is_trial(&trial.kind)) {
            let mut after = before.clone();
            change(&mut after.pathway);
            self.trial.set(Some(after.clone()));
            self.toasts.show(message, Some(Arc::new(move || self.undo_trial(&before, &after))));
            return;
        }
        let mut changed = untrack(|| self.get());
        change(&mut changed);
        if let Some(link) = self.trial.get_untracked() {
            self.own_settings.save(link.settings);
        }
        self.trial.set(None);
        self.replace_own(changed, message, None);
    }

    /// Takes back a change of what is tried out; where that has left the screen, it is there again.
    fn undo_trial(self, before: &Trial, after: &Trial) {
        self.trial.update(|trial| match trial {
            Some(trial) if trial.kind == before.kind => {
                trial.pathway.take_back(&before.pathway, &after.pathway);
            }
            other => *other = Some(before.clone()),
        });
    }

    /// Puts a pathway in the place of the own one, and offers to have that back, and the trial that became it.
    fn replace_own(self, pathway: Pathway, message: String, trial: Option<Trial>) {
        let (before, settings) = untrack(|| (self.own.get(), self.own_settings.get()));
        self.own.save(pathway.clone());
        if let Some(trial) = &trial {
            self.own_settings.save(trial.settings);
        }
        let undo = (!before.is_empty()).then(|| -> Undo {
            Arc::new(move || {
                self.own.reload();
                let mut changed = untrack(|| self.own.get());
                changed.take_back(&before, &pathway);
                self.own.save(changed);
                if trial.is_some() {
                    self.own_settings.save(settings);
                    self.trial.set(trial.clone());
                }
            })
        });
        self.toasts.show(message, undo);
    }
}
