//! A micro-credential of the register.

use super::entry::{EntryNotes, EntrySources, MissingEntry, use_entry_key};
use crate::domain::pathways::{Holdings, Lead, Question, leads_to, plan};
use crate::domain::register::{Credential, Next, Register};
use crate::domain::text::capitalised;
use crate::ui::components::{
    Fact, FactList, Icon, LeadList, LeadView, Page, PageHead, RegisterGate, SizeFigure, icons, size_text,
};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The page of the micro-credential in the address.
#[component]
pub fn CredentialPage() -> impl IntoView {
    let key = use_entry_key();
    view! {
        <Page class="credential-page">
            <RegisterGate let:register>
                {move || {
                    let key = key.get();
                    match register.credential(&key) {
                        Some(credential) => {
                            let credential = credential.clone();
                            view! { <CredentialEntry register=register.clone() credential /> }.into_any()
                        }
                        None => view! { <MissingEntry key /> }.into_any(),
                    }
                }}
            </RegisterGate>
        </Page>
    }
}

#[component]
fn CredentialEntry(register: Arc<Register>, credential: Credential) -> impl IntoView {
    let locale = use_locale();
    let of = credential.clone();
    let (from, to) = leads_of(&register, &of.key);
    let has_outcomes = !of.learning_outcomes.is_empty();
    let outcomes = of.learning_outcomes.into_iter().map(|outcome| {
        view! {
            <li>
                <Icon icon=icons::CHECK />
                <span>{capitalised(&outcome)}</span>
            </li>
        }
    });
    let outcomes = has_outcomes.then(|| {
        view! {
            <h2>{td_string!(locale, register.entry.able_to)}</h2>
            <ul class="outcome-list">{outcomes.collect_view()}</ul>
        }
    });
    view! {
        <div class="columns">
            <PageHead
                title=of.title.clone()
                kicker=move || view! { <p class="kicker">{td_string!(locale, register.entry.credential)}</p> }
            >
                <p class="lead">{of.aim}</p>
            </PageHead>
            <div class="side">
                <SizeFigure level=of.level credits=of.credits />
                <HoldButton key=of.key.clone() title=of.title.clone() />
            </div>
            <div class="entry-body">
                {outcomes}
                <LeadList
                    title=td_string!(locale, register.entry.leads_to)
                    about=td_string!(locale, pathways.advice)
                    register=register.clone()
                    leads=from
                    shows_target=true
                    view=LeadView::OfEntry
                />
                <LeadList
                    title=td_string!(locale, register.entry.led_to_by)
                    about=td_string!(locale, pathways.advice)
                    register
                    leads=to
                    view=LeadView::OfEntry
                /> <h2>{td_string!(locale, register.entry.facts)}</h2> <CredentialFacts credential />
                <EntryNotes notes=of.notes is_described=of.title_descriptive />
                <EntrySources source=of.source also=of.also_sources />
            </div>
        </div>
    }
}

/// Where a micro-credential leads, and what leads to it.
fn leads_of(register: &Register, key: &str) -> (Vec<Lead>, Vec<Lead>) {
    let mut holdings = Holdings::default();
    holdings.add_credential(key, None);
    let to = plan(register, &Question { goal: key.to_owned(), ..Question::default() });
    let ways = to.ways.into_iter().map(|way| way.lead);
    (leads_to(register, &holdings), ways.chain(to.contributions).chain(to.progressions).collect())
}

/// Adds the micro-credential to what the person has done, and shows where that leads.
#[component]
fn HoldButton(key: String, title: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let navigate = use_navigate();
    let hold = move |_| {
        pathway.hold(&key, td_string!(locale, pathways.done.added, title = title.clone()));
        navigate("/pathways", Default::default());
    };
    view! {
        <button class="button primary" type="button" on:click=hold>
            <Icon icon=icons::CHECK />
            {td_string!(locale, pathways.see_leads)}
        </button>
    }
}

#[component]
fn CredentialFacts(credential: Credential) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let of = credential;
    let read = |text: &str, is_inferred: bool| {
        if is_inferred {
            td_string!(locale, register.entry.our_reading, text = text.to_owned())
        } else {
            text.to_owned()
        }
    };
    let status = match (of.status_group.map(|status| status.label(language).to_owned()), of.status.clone()) {
        (Some(status), Some(words)) => Some(td_string!(locale, register.entry.status_said, status, words)),
        (one, other) => one.or(other),
    };
    let kind = of.provider_kind.map(|kind| read(kind.label(language), of.provider_kind_inferred));
    let subject = of.subject.map(|subject| read(subject.label(language), of.subject_inferred));
    let possible = of.nzqcf_id_possible.clone();
    let possible = possible.map(|number| td_string!(locale, register.entry.possible_number, number));
    let next: Vec<String> = of.leads_to.iter().map(|next| next_text(locale, next)).collect();
    view! {
        <FactList>
            <Fact name=td_string!(locale, register.entry.status) value=status />
            <Fact name=td_string!(locale, register.entry.provider) value=of.provider.clone() />
            <Fact name=td_string!(locale, register.entry.provider_kind) value=kind />
            <Fact name=td_string!(locale, register.entry.developer) value=of.developer.clone() />
            <Fact name=td_string!(locale, register.entry.subject) value=subject />
            <Fact name=td_string!(locale, register.entry.standards) value=of.standards.clone() />
            <Fact name=td_string!(locale, register.entry.entry) value=of.entry.clone() />
            <Fact name=td_string!(locale, register.entry.delivery) value=of.delivery.clone() />
            <Fact
                name=td_string!(locale, register.entry.weeks)
                value=of.duration_weeks.map(|weeks| weeks.to_string())
            />
            <Fact name=td_string!(locale, register.entry.fee) value=of.fee.map(|fee| fee.to_string()) />
            <Fact name=td_string!(locale, register.entry.number) value=of.nzqcf_id.clone() />
            <Fact name=td_string!(locale, register.entry.number) value=possible />
            <Fact name=td_string!(locale, register.entry.code) value=of.nzqa_code.clone() />
            <Fact name=td_string!(locale, register.entry.approved) value=of.approved.clone() />
            <Fact name=td_string!(locale, register.entry.listed) value=of.listed.clone() />
            <Fact name=td_string!(locale, register.entry.review) value=of.review.clone() />
            <Fact name=td_string!(locale, register.entry.named_next) value=next />
        </FactList>
    }
}

/// Something that a source names as next, with its size where that is known.
fn next_text(locale: Locale, next: &Next) -> String {
    match (next.level, next.credits) {
        (None, None) => next.title.clone(),
        (level, credits) => {
            let size = size_text(locale, level, credits);
            td_string!(locale, register.entry.next, title = next.title.clone(), size)
        }
    }
}
