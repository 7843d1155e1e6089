//! A standard of the register.

use super::entry::{EntryHead, EntryNotes, EntryPage, EntrySources, HoldButton};
use crate::domain::goal::LearningKind;
use crate::domain::measure::Size;
use crate::domain::pathways::{Held, Holding, takers};
use crate::domain::register::{Entry, Register, Standard};
use crate::ui::components::{Fact, FactList, SizeFigure, TitleLink, known_size, number_text, titled};
use crate::ui::i18n::*;
use crate::ui::providers::use_today;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of the standard in the address.
#[component]
pub fn StandardPage() -> impl IntoView {
    let locale = use_locale();
    let head = |register: &Register, number: &str| {
        let title = titled(use_locale(), &register.entry(LearningKind::Standard, number)?);
        Some(EntryHead { title, lead: None })
    };
    let body = |register: &Arc<Register>, number: &str| {
        let entry = register.entry(LearningKind::Standard, number)?;
        let standard = register.standard(number)?.clone();
        Some(view! { <StandardEntry register=register.clone() entry standard /> })
    };
    view! { <EntryPage kind=td_string!(locale, register.made_of.standard) head body /> }
}

#[component]
fn StandardEntry(register: Arc<Register>, entry: Entry, standard: Standard) -> impl IntoView {
    let locale = use_locale();
    let holding = Holding::from(Held::Standard(entry.key.clone()));
    view! {
        <div class="side">
            <SizeFigure level=entry.level credits=entry.size />
            <HoldButton holding=holding.clone() title=titled(locale, &entry) />
        </div>
        <div class="entry-body">
            <Uses register holding entry=entry.clone() />
            <h2>{td_string!(locale, register.entry.facts)}</h2>
            <FactList>
                <Fact name=td_string!(locale, register.entry.standard_number) value=entry.key />
                <Fact
                    name=td_string!(locale, register.entry.level)
                    value=entry.level.map(|level| level.get().to_string())
                />
                <Fact
                    name=td_string!(locale, register.entry.credits)
                    value=entry.size.map(|size| number_text(locale, size))
                />
                <Fact name=td_string!(locale, register.entry.status) value=standard.status />
            </FactList>
            <EntryNotes notes=standard.notes />
            <EntrySources source=standard.source also=standard.also_sources />
        </div>
    }
}

/// The micro-credentials that list a standard, and the qualifications that ask for it today.
#[component]
fn Uses(register: Arc<Register>, entry: Entry, holding: Holding) -> impl IntoView {
    let locale = use_locale();
    let credentials = register.listing_standard(&entry.key);
    let credentials =
        credentials.map(|of| (of.key.clone(), known_size(locale, of.level, of.credits.map(Size::Fixed))));
    let credentials: Vec<_> = credentials.collect();
    let takes = titled(locale, &entry);
    let qualifications = takers(&register, &[holding], Some(use_today().get())).into_iter();
    let qualifications = qualifications.map(|taker| {
        let as_credits = || td_string!(locale, pathways.leads.as_credits, takes = takes.clone());
        (taker.key, (!taker.is_by_name).then(as_credits))
    });
    let qualifications: Vec<_> = qualifications.collect();
    let nowhere = (credentials.is_empty() && qualifications.is_empty())
        .then(|| view! { <p>{td_string!(locale, register.entry.listed_nowhere)}</p> });
    let listed = |title: &'static str, entries: Vec<(String, Option<String>)>| {
        let is_empty = entries.is_empty();
        let items = entries.into_iter().map(|(key, about)| {
            let title = register.title(&key).unwrap_or(&key).to_owned();
            view! {
                <li>
                    <TitleLink register=register.clone() key=Some(key) title />
                    <span class="hint">{about}</span>
                </li>
            }
        });
        let items = items.collect_view();
        (!is_empty).then(|| {
            view! {
                <h2>{title}</h2>
                <ul class="possible-list">{items}</ul>
            }
        })
    };
    view! {
        {nowhere}
        {listed(td_string!(locale, register.entry.listed_in), credentials)}
        {listed(td_string!(locale, pathways.leads.takers), qualifications)}
    }
}
