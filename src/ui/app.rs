//! The frame around every page, and the addresses.

use crate::browser::page;
use crate::ui::pages::{Credential, Draft, Home, NotFound, Pathways, Qualification, Register};
use crate::ui::state::State;
use crate::ui::words;
use leptos::prelude::*;
use leptos_router::components::{A, FlatRoutes, Route, Router};
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
            <FocusOnArrival/>
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
            <Footer/>
        </Router>
    }
}

#[component]
fn Header() -> impl IntoView {
    view! {
        <header class="masthead">
            <A href="/" attr:class="wordmark">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M2 21V15h6v6zM9 21V9h6v12zM16 21V3h6v18z"/>
                </svg>
                {words::frame::NAME}
            </A>
            <nav aria-label=words::frame::NAV>
                <ul>
                    <li><A href="/draft">{words::draft::NAV}</A></li>
                    <li><A href="/pathways">{words::pathways::NAV}</A></li>
                    <li><A href="/register">{words::register::NAV}</A></li>
                </ul>
            </nav>
        </header>
    }
}

#[component]
fn Footer() -> impl IntoView {
    view! {
        <footer class="colophon">
            <p>{words::frame::PRIVACY}</p>
            <p>{words::frame::NOT_ADVICE}</p>
        </footer>
    }
}

/// Moves the focus to the heading of a page that was reached by a link, so that a screen reader
/// starts there; the first page is left as the browser opens it.
#[component]
fn FocusOnArrival() -> impl IntoView {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(|| page::focus("page-title"));
        }
        path.get_untracked()
    });
}
