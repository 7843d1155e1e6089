//! Something that the person should know.

use super::{Icon, icons};
use leptos::prelude::*;

/// How urgent a notice is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Something that may go wrong.
    Warning,
    /// Something that went wrong.
    Error,
}

/// A notice, which is announced when it appears.
#[component]
pub fn Notice(#[prop(optional)] kind: NoticeKind, children: Children) -> impl IntoView {
    let (class, role, icon) = match kind {
        NoticeKind::Info => ("notice", "status", icons::INFO),
        NoticeKind::Warning => ("notice warning", "status", icons::TRIANGLE_ALERT),
        NoticeKind::Error => ("notice error", "alert", icons::TRIANGLE_ALERT),
    };
    view! {
        <div class=class role=role>
            <Icon icon />
            {children()}
        </div>
    }
}
