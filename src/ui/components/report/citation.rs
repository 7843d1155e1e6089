//! Where a rule is written, and how sure that is.

use crate::domain::report::Citation;
use crate::ui::components::Mi;
use crate::ui::i18n::*;
use leptos::prelude::*;

/// The instrument and its clause, as a link where there is an address.
#[component]
pub fn CitationLink(citation: Citation) -> impl IntoView {
    let locale = use_locale();
    let Citation { instrument, clause, url, standing, .. } = citation;
    let name = match clause {
        "" => instrument.to_owned(),
        clause => td_string!(locale, report.cited, instrument, clause),
    };
    let name = view! { <Mi text=name /> };
    let name = match url {
        "" => name.into_any(),
        url => view! {
            <a href=url rel="external noreferrer">
                {name}
            </a>
        }
        .into_any(),
    };
    view! { <span>{name} " (" {standing.label(use_language())} ")"</span> }
}
