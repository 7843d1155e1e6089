//! A link within the page.

use crate::browser::page;
use leptos::prelude::*;

/// A link to an element of this page. The browser follows it, so that focus and history go along;
/// `rel="external"` keeps the router out. A sheet that hides the element is opened before, one that
/// covers it is closed.
#[component]
pub fn JumpLink(
    /// The id of the element.
    #[prop(into)]
    to: Signal<String>,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let href = move || format!("#{}", to.get());
    let uncover = move |_| page::uncover(&to.get_untracked());
    view! {
        <a href=href class=class rel="external" on:click=uncover>
            {children()}
        </a>
    }
}
