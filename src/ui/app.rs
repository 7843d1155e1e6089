//! The frame around every page.

use crate::browser::page;
use crate::ui::address::Page;
use crate::ui::pages;
use crate::ui::reactive::{gate, text, view};
use crate::ui::state::State;
use crate::ui::tree::{el, link, p, together};
use crate::ui::words;
use leptos::prelude::*;

/// The whole app: header, page and footer. On the way to another page the focus moves to its heading,
/// so that a screen reader starts there; the first page is left as the browser opens it.
#[component]
pub fn App() -> impl IntoView {
    let address = State::provide().address;
    let shown = gate(move || address.path());
    Effect::new(move |is_later: Option<()>| {
        shown.track();
        if is_later.is_some() {
            request_animation_frame(|| page::focus("page-title"));
        }
    });
    let page = view(move || match Page::at(&shown.get()) {
        Page::Home => pages::home(),
        Page::Draft => pages::draft(),
        Page::Pathways => pages::pathways(),
        Page::Register => pages::register(),
        Page::Credential(key) => pages::credential(key),
        Page::Qualification(key) => pages::qualification(key),
        Page::Unknown => pages::not_found(),
    });
    let page_link = |href: &'static str, name: &'static str| {
        let current = move || if address.path().starts_with(href) { "page" } else { "false" }.to_owned();
        el("li").put(link(href, name).set("aria-current", text(current)))
    };
    let pages = el("ul").all([
        page_link("/draft", words::draft::NAV),
        page_link("/pathways", words::pathways::NAV),
        page_link("/register", words::register::NAV),
    ]);
    together([
        link("#main", words::frame::SKIP).class("skip").set("rel", "external"),
        el("header")
            .class("masthead")
            .put(
                el("a").class("wordmark").set("href", "/").drawing(format!("{EMBLEM}{}", words::frame::NAME)),
            )
            .put(el("nav").set("aria-label", words::frame::NAV).put(pages)),
        el("main").set("id", "main").set("tabindex", "-1").put(page),
        el("footer").class("colophon").put(p(words::frame::PRIVACY)).put(p(words::frame::NOT_ADVICE)),
    ])
    .into_view()
}

/// Three steps that grow: level as height.
const EMBLEM: &str = r#"<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 21V15h6v6zM9 21V9h6v12zM16 21V3h6v18z"/></svg>"#;
