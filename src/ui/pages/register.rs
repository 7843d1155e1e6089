//! The register page: a search with filters, remembered in the address.

mod filters;
mod hits;
mod search;
mod snapshot;

use crate::ui::components::{Page, PageHead, RegisterGate};
use crate::ui::i18n::*;
use leptos::prelude::*;
use search::Search;
use snapshot::{About, OtherSnapshot};

/// What takes the focus when the hits have changed and what changed them is gone.
const TOTAL: &str = "total";

/// The search, its filters and its hits.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Page class="register-page">
            <PageHead title=td_string!(locale, register.title)>
                <p class="lead">{td_string!(locale, register.lead)}</p>
            </PageHead>
            <RegisterGate let:register>
                <Search register=register.clone() />
                <About register />
            </RegisterGate>
            <OtherSnapshot />
        </Page>
    }
}
