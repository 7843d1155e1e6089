//! The frame around every page.

use crate::browser::{page, view};
use crate::ui::components::{Emblem, JumpLink, PAGE_TITLE, Toasts};
use crate::ui::i18n::*;
use crate::ui::pages::{
    ComparePage, CredentialPage, DraftPage, HomePage, NotFoundPage, PathwaysPage, QualificationPage,
    RegisterPage, RulePage, RulesPage, ScratchComparePage, ScratchPage, StandardPage,
};
use crate::ui::providers::provide_all;
use leptos::prelude::*;
use leptos_meta::{Html, Title, provide_meta_context};
use leptos_router::components::{A, FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Frame />
        </Router>
    }
}

/// Header, page and footer.
#[component]
fn Frame() -> impl IntoView {
    provide_all();
    focus_on_arrival();
    view::keep_when_left();
    let locale = use_locale();
    view! {
        <Html attr:lang=td_string!(locale, app.language_tag) />
        <Title formatter=move |page| td_string!(locale, app.window_title, page) />
        <JumpLink class="skip-link" to="main">
            {td_string!(locale, app.skip)}
        </JumpLink>
        <Header />
        <FlatRoutes fallback=OtherPage>
            <Route path=path!("/") view=HomePage />
            <Route path=path!("/draft") view=DraftPage />
            <Route path=path!("/draft/compare") view=ComparePage />
            <Route path=path!("/draft/example") view=ScratchPage />
            <Route path=path!("/draft/example/compare") view=ScratchComparePage />
            <Route path=path!("/pathways") view=PathwaysPage />
            <Route path=path!("/register") view=RegisterPage />
            <Route path=path!("/register/credential/:key") view=CredentialPage />
            <Route path=path!("/register/qualification/:key") view=QualificationPage />
            <Route path=path!("/register/standard/:key") view=StandardPage />
            <Route path=path!("/rules") view=RulesPage />
            <Route path=path!("/rules/:name") view=RulePage />
        </FlatRoutes>
        <Footer />
        <Toasts />
    }
}

/// What stands at every other address: that there is no page, and in a build with the gallery that.
#[component]
fn OtherPage() -> impl IntoView {
    #[cfg(not(feature = "gallery"))]
    return view! { <NotFoundPage /> };
    #[cfg(feature = "gallery")]
    view! {
        <FlatRoutes fallback=NotFoundPage>
            <Route path=path!("/gallery") view=crate::ui::pages::GalleryPage />
        </FlatRoutes>
    }
}

#[component]
fn Header() -> impl IntoView {
    let locale = use_locale();
    view! {
        <header class="site-header">
            <a class="wordmark" href="/">
                <Emblem />
                {td_string!(locale, app.name)}
            </a>
            <nav aria-label=td_string!(locale, app.main_navigation)>
                <ul class="nav-list">
                    <li>
                        <A href="/draft">{td_string!(locale, app.draft)}</A>
                    </li>
                    <li>
                        <A href="/pathways">{td_string!(locale, app.pathways)}</A>
                    </li>
                    <li>
                        <A href="/register">{td_string!(locale, app.register)}</A>
                    </li>
                    <li>
                        <A href="/rules">{td_string!(locale, app.rules)}</A>
                    </li>
                </ul>
            </nav>
        </header>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let locale = use_locale();
    view! {
        <footer class="site-footer">
            <p class="footer-name">
                <Emblem />
                {td_string!(locale, app.name)}
            </p>
            <p>{td_string!(locale, app.privacy)}</p>
            <p>{td_string!(locale, app.not_nzqa)}</p>
        </footer>
    }
}

/// Moves the focus to the heading on the way to another page. A page that somebody comes back to is as it was
/// left; the first page is left as the browser opens it.
fn focus_on_arrival() {
    let path = use_location().pathname;
    let arrive = |_: &String, before: Option<&String>, _: Option<()>| {
        let is_first = before.is_none();
        request_animation_frame(move || {
            if !view::restore(PAGE_TITLE) && !is_first {
                page::focus(PAGE_TITLE);
            }
        });
    };
    Effect::watch(move || path.get(), arrive, true);
}
