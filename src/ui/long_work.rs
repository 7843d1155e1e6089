//! Work that may take longer than a page can wait for.

use crate::browser::slices::Slices;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::rc::Rc;

/// What comes of long work.
pub struct LongWork<T: Send + Sync + 'static> {
    found: RwSignal<Option<T>>,
    is_working: RwSignal<bool>,
}

impl<T: Send + Sync + 'static> Clone for LongWork<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for LongWork<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> LongWork<T> {
    /// Does work on what is asked, in slices, and does it anew whenever something else is asked; what was begun for
    /// an earlier question is left. What is asked from the start is worked out at once, so that the page is first
    /// drawn with what comes of it and nothing jumps.
    pub fn new<Q: PartialEq + Send + Sync + Clone + 'static>(
        asked: Memo<Option<Q>>,
        work: impl AsyncFn(Q, &Slices) -> T + 'static,
    ) -> Self {
        let (found, is_working) = (RwSignal::new(None), RwSignal::new(false));
        let work = Rc::new(work);
        Effect::new(move |before: Option<()>| {
            let slices = if before.is_none() { Slices::only_one() } else { Slices::start() };
            let asked = asked.get();
            is_working.set(asked.is_some());
            let Some(asked) = asked else {
                found.set(None);
                return;
            };
            let work = Rc::clone(&work);
            spawn_local_scoped_with_cancellation(async move {
                let answer = work(asked, &slices).await;
                is_working.set(false);
                if found.with_untracked(|found| found.as_ref() != Some(&answer)) {
                    found.set(Some(answer));
                }
            });
        });
        Self { found, is_working }
    }

    /// What came of it last; nothing where nothing is asked, or nothing was found out yet.
    pub fn get(self) -> Option<T> {
        self.found.get()
    }

    /// Whether it takes longer than a slice, and something else may come of it.
    pub fn is_working(self) -> bool {
        self.is_working.get()
    }
}
