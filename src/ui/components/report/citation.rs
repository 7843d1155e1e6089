//! Where a rule is written, and how sure that is.

use crate::domain::rulebook::Citation;
use crate::ui::components::Mi;
use crate::ui::i18n::*;
use leptos::prelude::*;

/// The instrument and its clause, as a link where there is an address.
#[component]
pub fn CitationLink<'a>(citation: &'a Citation) -> impl IntoView + use<> {
    let locale = use_locale();
    let instrument = citation.instrument.clone();
    let name = match citation.clause.as_str() {
        "" => instrument,
        clause => td_string!(locale, report.cited, instrument, clause = clause.to_owned()),
    };
    let name = view! { <Mi text=name /> };
    let name = match citation.url.as_str() {
        "" => name.into_any(),
        url => view! {
            <a href=url.to_owned() rel="external noreferrer">
                {name}
            </a>
        }
        .into_any(),
    };
    view! { <span>{name} " (" {citation.standing.label(use_language())} ")"</span> }
}
