//! The frame around every page, and the addresses.

use crate::browser::page;
use crate::ui::pages::{Credential, Draft, Home, NotFound, Pathways, Qualification, Register};
use crate::ui::reactive::text;
use crate::ui::state::State;
use crate::ui::words;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    State::provide();
    view! {
        <Router>
            <a class="skip" href="#main" rel="external">{words::frame::SKIP}</a>
            <Header/>
            <main id="main" tabindex="-1">
                <FlatRoutes fallback=|| view! { <NotFound/> }.into_any()>
                    <Route path=path!("/") view=|| view! { <Home/> }.into_any()/>
                    <Route path=path!("/draft") view=|| view! { <Draft/> }.into_any()/>
                    <Route path=path!("/pathways") view=|| view! { <Pathways/> }.into_any()/>
                    <Route path=path!("/register") view=|| view! { <Register/> }.into_any()/>
                    <Route path=path!("/register/credential/:key") view=|| view! { <Credential/> }.into_any()/>
                    <Route path=path!("/register/qualification/:key") view=|| view! { <Qualification/> }.into_any()/>
                </FlatRoutes>
            </main>
            <footer class="colophon">
                <p>{words::frame::PRIVACY}</p>
                <p>{words::frame::NOT_ADVICE}</p>
            </footer>
        </Router>
    }
}

/// The name and the pages. On the way to another page the focus moves to its heading, so that a
/// screen reader starts there; the first page is left as the browser opens it.
#[component]
fn Header() -> impl IntoView {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(|| page::focus("page-title"));
        }
        path.get_untracked()
    });
    let link = |href: &'static str, name: &'static str| {
        let current = text(move || if path.get().starts_with(href) { "page" } else { "false" }.to_owned());
        view! { <li><a href=href aria-current=current>{name}</a></li> }.into_any()
    };
    view! {
        <header class="masthead">
            <a href="/" class="wordmark">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M2 21V15h6v6zM9 21V9h6v12zM16 21V3h6v18z"/>
                </svg>
                {words::frame::NAME}
            </a>
            <nav aria-label=words::frame::NAV>
                <ul>
                    {link("/draft", words::draft::NAV)}
                    {link("/pathways", words::pathways::NAV)}
                    {link("/register", words::register::NAV)}
                </ul>
            </nav>
        </header>
    }
}
