//! The plans that a person keeps. They live on the device.

use super::kept::{Keepable, Kept};
use super::toasts::{ToastContext, use_toasts};
use crate::domain::pathways::{KeptPlan, KeptPlans};
use leptos::prelude::*;
use std::sync::Arc;

impl Keepable for KeptPlans {
    const NAME: &'static str = "waymark.plans";
    const UNREADABLE_NAME: &'static str = "waymark.plans.unreadable";

    fn read(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    fn written(&self) -> String {
        self.to_json()
    }

    fn join_refused(&mut self, refused: Self) {
        self.join(refused);
    }
}

/// The plans that a person keeps.
#[derive(Clone, Copy)]
pub struct PlansContext {
    kept: Kept<KeptPlans>,
    toasts: ToastContext,
}

/// Provides the plans that the device keeps, and follows what other windows do to them.
pub fn provide_plans() {
    provide_context(PlansContext { kept: Kept::restore(), toasts: use_toasts() });
}

/// The plans that the person keeps.
pub fn use_plans() -> PlansContext {
    expect_context()
}

impl PlansContext {
    /// The plans, to read.
    pub fn with<R>(self, read: impl FnOnce(&KeptPlans) -> R) -> R {
        self.kept.with(read)
    }

    /// Whether the device keeps them.
    pub fn is_saved(self) -> bool {
        self.kept.is_saved()
    }

    /// Keeps a plan, and says by which name and whether the device does.
    pub fn keep(self, plan: KeptPlan, message: impl FnOnce(String, bool) -> String) {
        let name = self.change(|plans| plans.keep(plan));
        self.toasts.show(message(name, untrack(|| self.is_saved())), None);
    }

    /// Gives a plan another name, and says which.
    pub fn rename(self, name: &str, to: &str, message: impl FnOnce(String) -> String) {
        if let Some(name) = self.change(|plans| plans.rename(name, to)) {
            self.toasts.show(message(name), None);
        }
    }

    /// Takes a plan away, and offers to have it back.
    pub fn remove(self, name: &str, message: String) {
        let Some((place, plan)) = self.change(|plans| plans.remove(name)) else { return };
        let undo = move || drop(self.change(|plans| plans.keep_at(place, plan.clone())));
        self.toasts.show(message, Some(Arc::new(undo)));
    }

    /// Changes what the device keeps now, which may be more than this window has heard of.
    fn change<R>(self, change: impl FnOnce(&mut KeptPlans) -> R) -> R {
        self.kept.reload();
        let mut plans = untrack(|| self.kept.get());
        let changed = change(&mut plans);
        self.kept.save(plans);
        changed
    }
}
