//! The body of a page and its heading.

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use leptos_meta::Title;

/// The id of the page's first-level heading.
pub const PAGE_TITLE: &str = "page-title";

/// The one main part of a page.
#[component]
pub fn Page(
    /// The style class of the page.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <main id="main" tabindex="-1" class=class>
            {children()}
        </main>
    }
}

/// The page's one first-level heading, which is the window's title too, and what follows it. It takes
/// the focus when somebody comes from another page, so that a screen reader starts there.
#[component]
pub fn PageHead(
    #[prop(into)] title: TextProp,
    /// A word above the heading that says what kind of page this is.
    #[prop(optional, into)]
    kicker: ViewFn,
    #[prop(default = "page-head")] class: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class=class>
            <Title text=title.clone() />
            {kicker.run()}
            <h1 id=PAGE_TITLE tabindex="-1" dir="auto">
                {move || title.get()}
            </h1>
            {children.map(|children| children())}
        </header>
    }
}
