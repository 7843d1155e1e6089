//! What is shown at an address that is none.

use crate::ui::components::{Icon, Page, PageHead, icons};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// Says so, and shows the ways on.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let locale = use_locale();
    let way = |href: &'static str, name: &'static str| {
        view! {
            <li class="card">
                <Icon icon=icons::ARROW_RIGHT />
                <a class="card-link" href=href>
                    {name}
                </a>
            </li>
        }
    };
    view! {
        <Page>
            <PageHead title=td_string!(locale, app.not_found.title)>
                <p class="lead">{td_string!(locale, app.not_found.why)}</p>
            </PageHead>
            <ul class="not-found-ways">
                {way("/draft", td_string!(locale, draft.title))}
                {way("/pathways", td_string!(locale, app.pathways))}
                {way("/register", td_string!(locale, app.register))}
            </ul>
        </Page>
    }
}
