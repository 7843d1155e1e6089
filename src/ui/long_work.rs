//! Work that may take longer than a page can wait for.

use crate::browser::slices::Slices;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::rc::Rc;

/// What comes of long work.
pub struct LongWork<T: Send + Sync + 'static> {
    is_asked: Memo<bool>,
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
    /// an earlier question is left.
    pub fn new<Q: PartialEq + Send + Sync + Clone + 'static>(
        asked: Memo<Option<Q>>,
        work: impl AsyncFn(Q, &Slices) -> T + 'static,
    ) -> Self {
        let (found, is_working) = (RwSignal::new(None), RwSignal::new(false));
        let work = Rc::new(work);
        let is_asked = Memo::new(move |_| asked.with(Option::is_some));
        Effect::new(move |_| {
            let asked = asked.get();
            is_working.set(asked.is_some());
            let Some(asked) = asked else {
                found.set(None);
                return;
            };
            let work = Rc::clone(&work);
            spawn_local_scoped_with_cancellation(async move {
                let answer = work(asked, &Slices::start()).await;
                is_working.set(false);
                if found.with_untracked(|found| found.as_ref() != Some(&answer)) {
                    found.set(Some(answer));
                }
            });
        });
        Self { is_asked, found, is_working }
    }

    /// What came of it last; nothing where nothing is asked, or nothing was found out yet.
    pub fn get(self) -> Option<T> {
        self.found.get()
    }

    /// Whether there is nothing to wait for: something came of it, or nothing is asked.
    pub fn is_answered(self) -> bool {
        !self.is_asked.get() || self.found.with(Option::is_some)
    }

    /// Whether it takes longer than a slice, and something else may come of it.
    pub fn is_working(self) -> bool {
        self.is_working.get()
    }
}
