//! What the pages of micro-credentials, qualifications and standards share.

use crate::domain::pathways::Holding;
use crate::domain::register::{Note, Register};
use crate::ui::components::{Icon, Page, PageHead, RegisterGate, Sources, icons};
use crate::ui::i18n::*;
use crate::ui::providers::{use_pathway, use_register};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params};
use leptos_router::params::Params;
use std::sync::Arc;

/// What the address of an entry says.
#[derive(Params, Clone, Debug, PartialEq)]
struct EntryParams {
    /// The entry's key, or the number of a standard.
    key: Option<String>,
}

/// What the head of an entry's page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryHead {
    /// The entry's title.
    pub title: String,
    /// A line below the title.
    pub lead: Option<String>,
}

/// The page of the entry in the address. Its heading is there before the register, and stays.
#[component]
pub fn EntryPage<V: IntoView + 'static>(
    /// What kind of entry it is, in words.
    kind: &'static str,
    /// The head of the page of the entry with a key; `None` where the register has none.
    head: fn(&Register, &str) -> Option<EntryHead>,
    /// Shows the rest.
    body: fn(&Arc<Register>, &str) -> Option<V>,
) -> impl IntoView {
    let locale = use_locale();
    let register = use_register();
    let params = use_params::<EntryParams>();
    let key = Memo::new(move |_| params.get().ok().and_then(|params| params.key).unwrap_or_default());
    let head = Memo::new(move |_| {
        let register = register.ready()?;
        Some(key.with(|key| head(&register, key)).unwrap_or_else(|| EntryHead {
            title: td_string!(locale, register.missing.title).to_owned(),
            lead: Some(td_string!(locale, register.missing.why, key = key.get())),
        }))
    });
    let title = move || head.get().map_or_else(|| kind.to_owned(), |head| head.title);
    let lead = move || head.get().and_then(|head| head.lead);
    // The kind stands above a title that does not begin with it; the line keeps its room.
    let kicker = move || match title() {
        title if title.starts_with(kind) => "\u{a0}",
        _ => kind,
    };
    view! {
        <Page class="credential-page">
            <div class="columns">
                <PageHead title kicker=move || view! { <p class="kicker">{kicker}</p> }>
                    {move || lead().map(|lead| view! { <p class="lead">{lead}</p> })}
                </PageHead>
                <RegisterGate let:register>
                    {move || {
                        body(&register, &key.get())
                            .map_or_else(|| view! { <WayBack /> }.into_any(), IntoAny::into_any)
                    }}
                </RegisterGate>
            </div>
        </Page>
    }
}

/// The way on from an entry that the register does not have.
#[component]
fn WayBack() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="entry-body">
            <A href="/register">{td_string!(locale, register.missing.back)}</A>
        </div>
    }
}

/// Adds the entry to what the person has done, and shows where that leads.
#[component]
pub fn HoldButton(holding: Holding, title: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let navigate = use_navigate();
    let hold = move |_| {
        pathway.hold(holding.clone(), td_string!(locale, pathways.done.added, title = title.clone()));
        navigate("/pathways", Default::default());
    };
    view! {
        <button class="button primary" type="button" on:click=hold>
            <Icon icon=icons::CHECK />
            {td_string!(locale, pathways.see_leads)}
        </button>
    }
}

/// What is to be kept in mind about an entry; nothing where there is nothing.
#[component]
pub fn EntryNotes(notes: Vec<Note>, #[prop(optional)] is_described: bool) -> impl IntoView {
    let locale = use_locale();
    let described = is_described.then(|| view! { <li>{td_string!(locale, register.entry.described)}</li> });
    let is_shown = is_described || !notes.is_empty();
    let items = notes.into_iter().map(|note| view! { <li>{note.text}</li> }).collect_view();
    is_shown.then(|| {
        view! { <ul class="hint entry-notes">{described} {items}</ul> }
    })
}

/// Where all this is written, under a heading.
#[component]
pub fn EntrySources(source: Option<String>, also: Vec<String>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <h2>{td_string!(locale, register.entry.sources)}</h2>
        <Sources source also />
    }
}
