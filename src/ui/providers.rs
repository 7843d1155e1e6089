//! What several pages share, one provider a concern. [`provide_all`] says what depends on what.

mod draft;
mod elsewhere;
mod kept;
mod pathway;
mod plans;
mod register;
mod toasts;
mod today;

pub use draft::{
    DRAFT_PATH, DraftContext, DraftNotice, Reason, SCRATCH_PATH, Saved, Tried, Version, provide_scratch,
    use_draft,
};
pub use pathway::{PathwayContext, TrialKind, use_pathway};
pub use plans::{PlansContext, use_plans};
pub use register::{RegisterContext, RegisterError, use_register};
pub use toasts::{Toast, ToastContext, use_toasts};
pub use today::{TodayContext, use_today};

use crate::ui::i18n::provide_locale;

/// Provides everything. Toasts come before the draft, the pathway and the plans, which offer to undo with them.
pub fn provide_all() {
    provide_locale();
    toasts::provide_toasts();
    today::provide_today();
    register::provide_register();
    draft::provide_draft();
    pathway::provide_pathway();
    plans::provide_plans();
}
