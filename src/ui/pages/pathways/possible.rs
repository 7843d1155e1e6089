//! What there is, for somebody who has nothing yet and no goal: what they are interested in, goals that have ways,
//! subjects, and levels.

mod interest;

use crate::domain::goal::LearningKind;
use crate::domain::pathways::Known;
use crate::domain::register::{Count, Facet, FacetValue, Query, Register};
use crate::ui::components::{entry_path, known_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use interest::InterestSearch;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::location::Url;
use std::cmp::Reverse;
use std::sync::Arc;

/// What subjects and levels are counted of.
const CREDENTIALS: FacetValue = FacetValue::Kind(LearningKind::Credential);

/// Ways in for somebody with an empty pathway; nothing for anybody else.
#[component]
pub fn Possible(register: Arc<Register>) -> impl IntoView {
    let pathway = use_pathway();
    let is_empty = Memo::new(move |_| pathway.get().is_empty());
    move || is_empty.get().then(|| view! { <WaysIn register=register.clone() /> })
}

#[component]
fn WaysIn(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let credentials = Query::default().with_filter(Facet::Kind, [CREDENTIALS]).with_limit(0);
    let mut facets = register.search(&credentials).facets;
    let mut subjects = facets.remove(&Facet::Subject).unwrap_or_default();
    subjects.retain(|count| count.value != FacetValue::NotStated);
    subjects.sort_by_key(|count| Reverse(count.count));
    let interest = view! { <InterestSearch register=register.clone() counts=subjects.clone() /> };
    let levels = facets.remove(&Facet::Level).unwrap_or_default();
    let language = use_language();
    let subjects = subjects.into_iter().map(|count| {
        let label = count.value.label(language);
        view! { <FilterItem facet=Facet::Subject count label /> }
    });
    let levels = levels.into_iter().filter_map(|count| {
        let FacetValue::Level(level) = count.value else { return None };
        let label = format!("{}. {}", count.value.label(language), level_words(locale, level.get())?);
        Some(view! { <FilterItem facet=Facet::Level count label /> })
    });
    view! {
        <section class="possible" aria-labelledby="possible-title">
            <h2 id="possible-title">{td_string!(locale, pathways.possible.title)}</h2>
            {interest}
            <section>
                <h3>{td_string!(locale, pathways.possible.goals)}</h3>
                <p class="hint">{td_string!(locale, pathways.possible.goals_why)}</p>
                <ul class="possible-list">{goals(locale, &register)}</ul>
            </section>
            <section>
                <h3>{td_string!(locale, pathways.possible.subjects)}</h3>
                <p class="hint">{td_string!(locale, pathways.possible.subjects_why)}</p>
                <ul class="possible-list">{subjects.collect_view()}</ul>
            </section>
            <section>
                <h3>{td_string!(locale, pathways.possible.levels)}</h3>
                <p class="hint">{td_string!(locale, pathways.possible.levels_why)}</p>
                <ul class="possible-list">{levels.collect_view()}</ul>
            </section>
        </section>
    }
}

/// The qualifications that a source says are made up of micro-credentials.
fn goals(locale: Locale, register: &Register) -> impl IntoView {
    let goals = register.qualifications().iter().filter_map(|qualification| {
        let known = Known::of(register, &qualification.key);
        let ways = matches!(known, Known::Ways(_)).then(|| known_text(locale, known))?;
        let (path, title) =
            (entry_path(LearningKind::Qualification, &qualification.key), qualification.title.clone());
        Some(view! {
            <li>
                <A href=path>{title}</A>
                <span class="hint">{ways}</span>
            </li>
        })
    });
    goals.collect_view()
}

/// A filter of the register, and how many micro-credentials it leaves.
#[component]
fn FilterItem(facet: Facet, count: Count, label: String) -> impl IntoView {
    let locale = use_locale();
    let (kind, value) = (CREDENTIALS.id(), count.value.id());
    let path = format!("/register?{}={kind}&{}={}", Facet::Kind.id(), facet.id(), Url::escape(&value));
    view! {
        <li>
            <A href=path>{label}</A>
            <span class="hint">{td_string!(locale, pathways.possible.count, count = count.count)}</span>
        </li>
    }
}

/// The qualifications that are made at a level.
fn level_words(locale: Locale, level: u8) -> Option<&'static str> {
    Some(match level {
        1 => td_string!(locale, pathways.possible.level_1),
        2 => td_string!(locale, pathways.possible.level_2),
        3 => td_string!(locale, pathways.possible.level_3),
        4 => td_string!(locale, pathways.possible.level_4),
        5 => td_string!(locale, pathways.possible.level_5),
        6 => td_string!(locale, pathways.possible.level_6),
        7 => td_string!(locale, pathways.possible.level_7),
        8 => td_string!(locale, pathways.possible.level_8),
        9 => td_string!(locale, pathways.possible.level_9),
        10 => td_string!(locale, pathways.possible.level_10),
        _ => return None,
    })
}
