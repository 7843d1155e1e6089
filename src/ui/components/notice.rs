//! Something that the person should know.

use super::{Icon, icons};
use crate::ui::i18n::*;
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
pub fn Notice(
    #[prop(optional)] kind: NoticeKind,
    /// What takes the notice off the screen; without it the notice stays.
    #[prop(optional, into)]
    on_dismiss: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    let (class, role, icon) = match kind {
        NoticeKind::Info => ("notice", "status", icons::INFO),
        NoticeKind::Warning => ("notice warning", "status", icons::TRIANGLE_ALERT),
        NoticeKind::Error => ("notice error", "alert", icons::TRIANGLE_ALERT),
    };
    let actions = on_dismiss.map(|on_dismiss| {
        view! {
            <div class="actions">
                <button class="button small" type="button" on:click=move |_| on_dismiss.run(())>
                    {td_string!(locale, app.dismiss)}
                </button>
            </div>
        }
    });
    view! {
        <div class=class role=role>
            <Icon icon />
            {children()}
            {actions}
        </div>
    }
}
