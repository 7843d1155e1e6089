//! A qualification of the register.

use super::entry::{EntryNotes, EntrySources, MissingEntry, use_entry_key};
use crate::domain::pathways::{Lead, Question, plan};
use crate::domain::register::{Qualification, Register, Size};
use crate::ui::components::{Fact, FactList, LeadList, LeadView, Page, PageHead, RegisterGate, SizeFigure};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The page of the qualification in the address.
#[component]
pub fn QualificationPage() -> impl IntoView {
    let key = use_entry_key();
    view! {
        <Page class="credential-page">
            <RegisterGate let:register>
                {move || {
                    let key = key.get();
                    match register.qualification(&key) {
                        Some(qualification) => {
                            let qualification = qualification.clone();
                            view! { <QualificationEntry register=register.clone() qualification /> }
                                .into_any()
                        }
                        None => view! { <MissingEntry key /> }.into_any(),
                    }
                }}
            </RegisterGate>
        </Page>
    }
}

#[component]
fn QualificationEntry(register: Arc<Register>, qualification: Qualification) -> impl IntoView {
    let locale = use_locale();
    let of = qualification;
    let plan = plan(&register, &Question { goal: of.key.clone(), ..Question::default() });
    let ways: Vec<Lead> = plan.ways.into_iter().map(|way| way.lead).collect();
    let size = of.size.map(|size| match size {
        Size::Fixed(credits) => credits.0.to_string(),
        Size::Between(least, Some(most)) => {
            td_string!(locale, register.entry.between, least = least.0, most = most.0)
        }
        Size::Between(least, None) => td_string!(locale, register.entry.at_least, least = least.0),
    });
    let credits = of.credits();
    view! {
        <div class="columns">
            <PageHead
                title=of.title.clone()
                kicker=move || {
                    view! { <p class="kicker">{td_string!(locale, register.entry.qualification)}</p> }
                }
            />
            <div class="side">
                <SizeFigure level=of.level credits />
                <GoalButton key=of.key.clone() title=of.title.clone() />
            </div>
            <div class="entry-body">
                <LeadList
                    title=td_string!(locale, pathways.ways.title)
                    about=td_string!(locale, pathways.advice)
                    register=register.clone()
                    leads=ways
                    view=LeadView::OfEntry
                />
                <LeadList
                    title=td_string!(locale, pathways.contributions.title)
                    about=td_string!(locale, pathways.contributions.why)
                    register=register.clone()
                    leads=plan.contributions
                    view=LeadView::OfEntry
                />
                <LeadList
                    title=td_string!(locale, pathways.progressions.title)
                    about=td_string!(locale, pathways.progressions.why)
                    register
                    leads=plan.progressions
                    view=LeadView::OfEntry
                />
                <h2>{td_string!(locale, register.entry.facts)}</h2>
                <FactList>
                    <Fact name=td_string!(locale, register.entry.type_of) value=of.kind />
                    <Fact
                        name=td_string!(locale, register.entry.level)
                        value=of.level.map(|level| level.get().to_string())
                    />
                    <Fact name=td_string!(locale, register.entry.credits) value=size />
                    <Fact name=td_string!(locale, register.entry.number) value=of.nzqcf_id />
                    <Fact name=td_string!(locale, register.entry.developer) value=of.owner />
                    <Fact name=td_string!(locale, register.entry.provider) value=of.provider />
                    <Fact name=td_string!(locale, register.entry.status) value=of.status />
                    <Fact name=td_string!(locale, register.entry.made_of) value=of.components />
                    <Fact name=td_string!(locale, register.entry.review) value=of.review />
                </FactList>
                <EntryNotes notes=of.notes />
                <EntrySources source=of.source also=of.also_sources />
            </div>
        </div>
    }
}

/// Makes the qualification the person's goal, and shows the ways to it.
#[component]
fn GoalButton(key: String, title: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let navigate = use_navigate();
    let choose = move |_| {
        pathway.set_goal(Some(key.clone()), td_string!(locale, pathways.goal.chosen, title = title.clone()));
        navigate("/pathways", Default::default());
    };
    view! {
        <button class="button primary" type="button" on:click=choose>
            {td_string!(locale, pathways.goal.choose)}
        </button>
    }
}
