//! A qualification of the register.

mod made_of;

use super::entry::{EntryHead, EntryNotes, EntryPage, EntrySources};
use crate::domain::pathways::{Question, published};
use crate::domain::register::{Qualification, Register};
use crate::ui::components::{Audience, Fact, FactList, PublishedLeads, SizeFigure, number_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use made_of::MadeOf;
use std::sync::Arc;

/// The page of the qualification in the address.
#[component]
pub fn QualificationPage() -> impl IntoView {
    let locale = use_locale();
    let head = |register: &Register, key: &str| {
        let title = register.qualification(key)?.title.clone();
        Some(EntryHead { title, lead: None })
    };
    let body = |register: &Arc<Register>, key: &str| {
        let qualification = register.qualification(key)?.clone();
        Some(view! { <QualificationEntry register=register.clone() qualification /> })
    };
    view! { <EntryPage kind=td_string!(locale, register.entry.qualification) head body /> }
}

#[component]
fn QualificationEntry(register: Arc<Register>, qualification: Qualification) -> impl IntoView {
    let locale = use_locale();
    let published =
        published(&register, &Question { goal: qualification.key.clone(), ..Question::default() });
    view! {
        <div class="side">
            <SizeFigure level=qualification.level credits=qualification.size />
            <GoalButton key=qualification.key.clone() title=qualification.title.clone() />
        </div>
        <div class="entry-body">
            <MadeOf register=register.clone() qualification=qualification.clone() />
            <PublishedLeads
                title=td_string!(locale, pathways.ways.title)
                register
                published
                audience=Audience::Visitor
            />
            <QualificationFacts qualification=qualification.clone() />
            <EntryNotes notes=qualification.notes />
            <EntrySources source=qualification.source also=qualification.also_sources />
        </div>
    }
}

#[component]
fn QualificationFacts(qualification: Qualification) -> impl IntoView {
    let locale = use_locale();
    let level = qualification.level.map(|level| level.get().to_string());
    let size = qualification.size.map(|size| number_text(locale, size));
    view! {
        <h2>{td_string!(locale, register.entry.facts)}</h2>
        <FactList>
            <Fact name=td_string!(locale, register.entry.type_of) value=qualification.kind />
            <Fact name=td_string!(locale, register.entry.level) value=level />
            <Fact name=td_string!(locale, register.entry.credits) value=size />
            <Fact name=td_string!(locale, register.entry.number) value=qualification.nzqcf_id />
            <Fact name=td_string!(locale, register.entry.developer) value=qualification.owner />
            <Fact name=td_string!(locale, register.entry.provider) value=qualification.provider />
            <Fact name=td_string!(locale, register.entry.status) value=qualification.status />
            <Fact name=td_string!(locale, register.entry.review) value=qualification.review />
        </FactList>
    }
}

/// Makes the qualification the person's goal, and shows the ways to it.
#[component]
fn GoalButton(key: String, title: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let navigate = use_navigate();
    let choose = move |_| {
        pathway.set_goal(key.clone(), td_string!(locale, pathways.goal.chosen, title = title.clone()));
        navigate("/pathways", Default::default());
    };
    view! {
        <button class="button primary" type="button" on:click=choose>
            {td_string!(locale, pathways.goal.choose)}
        </button>
    }
}
