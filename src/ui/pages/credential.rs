//! A micro-credential of the register.

use super::entry::{EntryHead, EntryNotes, EntryPage, EntrySources, HoldButton};
use crate::domain::measure::Size;
use crate::domain::pathways::{Holding, Holdings, Lead, Question, leads_to, published};
use crate::domain::register::{Credential, Next, Register};
use crate::domain::text::capitalised;
use crate::ui::components::{Audience, Fact, FactList, Icon, LeadList, SizeFigure, icons, size_text};
use crate::ui::i18n::*;
use crate::ui::providers::{SCRATCH_PATH, Tried, use_draft};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The page of the micro-credential in the address.
#[component]
pub fn CredentialPage() -> impl IntoView {
    let locale = use_locale();
    let head = |register: &Register, key: &str| {
        let credential = register.credential(key)?;
        Some(EntryHead { title: credential.title.clone(), lead: credential.aim.clone() })
    };
    let body = |register: &Arc<Register>, key: &str| {
        let credential = register.credential(key)?.clone();
        Some(view! { <CredentialEntry register=register.clone() credential /> })
    };
    view! { <EntryPage kind=td_string!(locale, register.entry.credential) head body /> }
}

#[component]
fn CredentialEntry(register: Arc<Register>, credential: Credential) -> impl IntoView {
    let locale = use_locale();
    let (from, to) = leads_of(&register, &credential.key);
    view! {
        <div class="side">
            <SizeFigure level=credential.level credits=credential.credits.map(Size::Fixed) />
            <HoldButton holding=Holding::credential(&credential.key) title=credential.title.clone() />
            <CheckButton credential=credential.clone() />
        </div>
        <div class="entry-body">
            <Outcomes outcomes=credential.learning_outcomes.clone() />
            <LeadList
                title=td_string!(locale, register.entry.leads_to)
                about=td_string!(locale, pathways.advice)
                register=register.clone()
                leads=from
                shows_target=true
                audience=Audience::Visitor
            />
            <LeadList
                title=td_string!(locale, register.entry.led_to_by)
                about=td_string!(locale, pathways.advice)
                register
                leads=to
                audience=Audience::Visitor
            />
            <CredentialFacts credential=credential.clone() />
            <EntryNotes notes=credential.notes is_described=credential.title_descriptive />
            <EntrySources source=credential.source also=credential.also_sources />
        </div>
    }
}

/// What somebody can do afterwards; nothing where the source does not say.
#[component]
fn Outcomes(outcomes: Vec<String>) -> impl IntoView {
    let locale = use_locale();
    if outcomes.is_empty() {
        return None;
    }
    let items = outcomes.into_iter().map(|outcome| {
        view! {
            <li>
                <Icon icon=icons::CHECK />
                <span>{capitalised(&outcome)}</span>
            </li>
        }
    });
    Some(view! {
        <h2>{td_string!(locale, register.entry.able_to)}</h2>
        <ul class="outcome-list">{items.collect_view()}</ul>
    })
}

/// Where a micro-credential leads, and what leads to it.
fn leads_of(register: &Register, key: &str) -> (Vec<Lead>, Vec<Lead>) {
    let mut holdings = Holdings::default();
    holdings.add_credential(key, None);
    let to = published(register, &Question { goal: key.to_owned(), ..Question::default() });
    let ways = to.ways.into_iter().map(|way| way.lead);
    (leads_to(register, &holdings), ways.chain(to.contributions).chain(to.progressions).collect())
}

/// Opens the micro-credential as a draft, as far as the register describes it, to see what today's rules say.
#[component]
fn CheckButton(credential: Credential) -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let navigate = use_navigate();
    let check = move |_| {
        let tried = Tried { name: credential.title.clone(), is_of_register: true };
        draft.open_scratch(tried, credential.as_draft());
        navigate(SCRATCH_PATH, Default::default());
    };
    view! {
        <button class="button small" type="button" on:click=check>
            {td_string!(locale, register.entry.check)}
        </button>
    }
}

#[component]
fn CredentialFacts(credential: Credential) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let read = |text: &str, is_inferred: bool| {
        if is_inferred {
            td_string!(locale, register.entry.our_reading, text = text.to_owned())
        } else {
            text.to_owned()
        }
    };
    let status = match (
        credential.status_group.map(|status| status.label(language).to_owned()),
        credential.status.clone(),
    ) {
        (Some(status), Some(words)) => Some(td_string!(locale, register.entry.status_said, status, words)),
        (one, other) => one.or(other),
    };
    let kind =
        credential.provider_kind.map(|kind| read(kind.label(language), credential.provider_kind_inferred));
    let subject =
        credential.subject.map(|subject| read(subject.label(language), credential.subject_inferred));
    let possible = credential.nzqcf_id_possible.clone();
    let possible = possible.map(|number| td_string!(locale, register.entry.possible_number, number));
    let next: Vec<String> = credential.leads_to.iter().map(|next| next_text(locale, next)).collect();
    view! {
        <h2>{td_string!(locale, register.entry.facts)}</h2>
        <FactList>
            <Fact name=td_string!(locale, register.entry.status) value=status />
            <Fact name=td_string!(locale, register.entry.provider) value=credential.provider.clone() />
            <Fact name=td_string!(locale, register.entry.provider_kind) value=kind />
            <Fact name=td_string!(locale, register.entry.developer) value=credential.developer.clone() />
            <Fact name=td_string!(locale, register.entry.subject) value=subject />
            <Fact name=td_string!(locale, register.entry.standards) value=credential.standards.clone() />
            <Fact name=td_string!(locale, register.entry.entry) value=credential.entry.clone() />
            <Fact name=td_string!(locale, register.entry.delivery) value=credential.delivery.clone() />
            <Fact
                name=td_string!(locale, register.entry.weeks)
                value=credential.duration_weeks.map(|weeks| weeks.to_string())
            />
            <Fact
                name=td_string!(locale, register.entry.fee)
                value=credential.fee.map(|fee| fee.to_string())
            />
            <Fact name=td_string!(locale, register.entry.number) value=credential.nzqcf_id.clone() />
            <Fact name=td_string!(locale, register.entry.number) value=possible />
            <Fact name=td_string!(locale, register.entry.code) value=credential.nzqa_code.clone() />
            <Fact name=td_string!(locale, register.entry.approved) value=credential.approved.clone() />
            <Fact name=td_string!(locale, register.entry.listed) value=credential.listed.clone() />
            <Fact name=td_string!(locale, register.entry.review) value=credential.review.clone() />
            <Fact name=td_string!(locale, register.entry.named_next) value=next />
        </FactList>
    }
}

/// Something that a source names as next, with its size where that is known.
fn next_text(locale: Locale, next: &Next) -> String {
    match (next.level, next.credits) {
        (None, None) => next.title.clone(),
        (level, credits) => {
            let size = size_text(locale, level, credits.map(Size::Fixed));
            td_string!(locale, register.entry.next, title = next.title.clone(), size)
        }
    }
}
