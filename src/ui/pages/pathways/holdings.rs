//! What somebody has done.

use super::DONE_TITLE;
use super::holding_form::HoldingForm;
use super::record_file::RecordFile;
use super::shared::ShareButton;
use super::trial::TryOut;
use crate::browser::{intl, page};
use crate::domain::day;
use crate::domain::goal::LearningKind;
use crate::domain::measure::Credits;
use crate::domain::pathways::{Held, Holding, Record, RecordEntry};
use crate::domain::register::{Entry, Register};
use crate::ui::components::{EntrySearch, Icon, SearchFor, TitleLink, credits_text, icons, size_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// What the form is open for.
#[derive(Clone, Debug, PartialEq)]
enum Editing {
    /// Something new, of which nothing is known but its kind.
    New(Held),
    /// Something that is held.
    Old(Holding),
}

/// What is held, and what adds to it.
#[component]
pub fn HoldingsList(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let editing = RwSignal::new(None::<Editing>);
    let record = {
        let register = register.clone();
        Memo::new(move |_| Record::of(&register, &pathway.get().holdings))
    };
    let is_empty = move || record.with(|record| record.entries.is_empty());
    let on_choose = Callback::new(move |entry: Entry| {
        let what = match entry.kind {
            LearningKind::Credential => Held::Credential(entry.key, Vec::new()),
            LearningKind::Standard => Held::Standard(entry.key),
            LearningKind::Qualification => Held::Qualification(entry.key),
        };
        pathway.hold(what.into(), td_string!(locale, pathways.done.added, title = entry.title));
    });
    let kept = move || {
        if pathway.trial().is_some() {
            td_string!(locale, pathways.trial.not_kept)
        } else if pathway.is_saved() {
            td_string!(locale, pathways.done.kept)
        } else {
            td_string!(locale, pathways.done.not_kept)
        }
    };
    let new_form = {
        let register = register.clone();
        move || match editing.get() {
            Some(Editing::New(what)) => Some(view! { <NewHolding register=register.clone() what editing /> }),
            _ => None,
        }
    };
    let items = {
        let register = register.clone();
        move || {
            let entries = record.get().entries.into_iter();
            entries
                .map(|entry| view! { <HoldingItem register=register.clone() entry editing /> })
                .collect_view()
        }
    };
    let open = move |what: Held| editing.set(Some(Editing::New(what)));
    view! {
        <section aria-labelledby=DONE_TITLE>
            <h2 id=DONE_TITLE tabindex="-1">
                {td_string!(locale, pathways.done.title)}
            </h2>
            <p hidden=move || !is_empty()>{td_string!(locale, pathways.done.none)}</p>
            <ul class="done-list" hidden=is_empty>
                {items}
            </ul>
            <Totals record />
            <EntrySearch
                id="add"
                label=td_string!(locale, pathways.done.search)
                searched=SearchFor::Entry
                on_choose
            />
            <div class="actions">
                <button class="button small" type="button" on:click=move |_| open(Held::Other(String::new()))>
                    <Icon icon=icons::PLUS />
                    {td_string!(locale, pathways.done.add_other)}
                </button>
                <button
                    class="button small"
                    type="button"
                    on:click=move |_| open(Held::PriorLearning(String::new()))
                >
                    <Icon icon=icons::PLUS />
                    {td_string!(locale, pathways.done.add_prior)}
                </button>
            </div>
            {new_form}
            <RecordFile register />
            <p class="hint">{kept}</p>
            <TryOut />
            <ShareButton />
        </section>
    }
}

/// The form for something that no register lists.
#[component]
fn NewHolding(register: Arc<Register>, what: Held, editing: RwSignal<Option<Editing>>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let heading = match what {
        Held::PriorLearning(_) => td_string!(locale, pathways.done.form.of_prior),
        _ => td_string!(locale, pathways.done.form.of_other),
    };
    let on_done = Callback::new(move |holding: Option<Holding>| {
        editing.set(None);
        if let Some(holding) = holding {
            let title = holding.name().to_owned();
            pathway.hold(holding, td_string!(locale, pathways.done.added, title));
        }
        page::focus(DONE_TITLE);
    });
    view! { <HoldingForm register holding=Holding::from(what) heading on_done /> }
}

#[component]
fn HoldingItem(
    register: Arc<Register>,
    entry: RecordEntry,
    editing: RwSignal<Option<Editing>>,
) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let held = entry.holding.clone();
    let title = entry.title.clone();
    let is_open = matches!(held.what, Held::PriorLearning(_)) || held.is_partial();
    let icon = if is_open { icons::CIRCLE_DASHED } else { icons::CIRCLE_CHECK };
    let facts = facts_of(locale, &entry);
    let key = entry.is_listed.then(|| held.name().to_owned());
    let link = view! { <TitleLink register=register.clone() key title=title.clone() /> };
    let remove = {
        let (held, title) = (held.clone(), title.clone());
        move |_| {
            pathway.drop(&held, td_string!(locale, pathways.done.removed, title = title.clone()));
            page::focus(DONE_TITLE);
        }
    };
    let edit = {
        let held = held.clone();
        move |_| editing.set(Some(Editing::Old(held.clone())))
    };
    let form = {
        let (held, title) = (held.clone(), title.clone());
        move || {
            let is_edited = editing.with(|editing| editing.as_ref() == Some(&Editing::Old(held.clone())));
            is_edited.then(|| {
                let before = held.clone();
                let changed = td_string!(locale, pathways.done.changed, title = title.clone());
                let on_done = Callback::new(move |after: Option<Holding>| {
                    editing.set(None);
                    if let Some(after) = after {
                        pathway.replace(&before, after, changed.clone());
                    }
                    page::focus(DONE_TITLE);
                });
                let heading = td_string!(locale, pathways.done.form.of_named, title = title.clone());
                view! { <HoldingForm register=register.clone() holding=held.clone() heading on_done /> }
            })
        }
    };
    view! {
        <li>
            <Icon icon />
            {link}
            <span class="hint">{facts}</span>
            <div class="actions">
                <button
                    class="button quiet small"
                    type="button"
                    aria-label=td_string!(locale, pathways.done.edit_named, title = title.clone())
                    on:click=edit
                >
                    {td_string!(locale, pathways.done.edit)}
                </button>
                <button
                    class="button quiet small icon-only"
                    type="button"
                    aria-label=td_string!(locale, pathways.done.remove_named, title)
                    on:click=remove
                >
                    <Icon icon=icons::X />
                </button>
            </div>
            {form}
        </li>
    }
}

/// What is known of a holding, in sentences.
fn facts_of(locale: Locale, entry: &RecordEntry) -> String {
    let held = &entry.holding;
    let kind = match &held.what {
        Held::Credential(..) | Held::Qualification(_) if !entry.is_listed => {
            td_string!(locale, pathways.done.kind.unlisted)
        }
        Held::Credential(..) => td_string!(locale, pathways.done.kind.credential),
        Held::Standard(id) => &td_string!(locale, register.made_of.standard_named, id = id.clone()),
        Held::Qualification(_) => td_string!(locale, pathways.done.kind.qualification),
        Held::Other(_) if entry.is_namesake => td_string!(locale, pathways.done.kind.namesake),
        Held::Other(_) => td_string!(locale, pathways.done.kind.other),
        Held::PriorLearning(_) => td_string!(locale, pathways.done.kind.prior_learning),
    };
    let is_sized = entry.level.is_some() || entry.size.is_some();
    let standards = match &held.what {
        Held::Credential(_, done) if held.is_partial() => {
            let done: Vec<&str> = done.iter().map(String::as_str).collect();
            let standards = intl::listed(td_string!(locale, app.language_tag), &done);
            Some(td_string!(locale, pathways.done.standards_done, standards))
        }
        _ => None,
    };
    let completed =
        held.completed.map(|on| td_string!(locale, pathways.done.completed, day = day::spelled(on)));
    let version = held.version.clone().map(|version| td_string!(locale, pathways.done.version, version));
    let source = held.source.clone().map(|source| td_string!(locale, pathways.done.awarded_by, source));
    let size = is_sized.then(|| size_text(locale, entry.level, entry.size));
    let facts = [Some(kind.to_owned()), size, standards, version, completed, source];
    facts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// How many credits there are at each level.
#[component]
fn Totals(record: Memo<Record>) -> impl IntoView {
    let locale = use_locale();
    move || {
        let Record { totals, left_out, .. } = record.get();
        let rows = totals.iter().map(|(level, credits)| {
            let credits = credits_text(locale, Credits(u16::try_from(*credits).unwrap_or(u16::MAX)));
            view! { <li>{td_string!(locale, pathways.done.total, level = level.get(), credits)}</li> }
        });
        let left_out = (left_out > 0).then(|| td_string!(locale, pathways.done.left_out, count = left_out));
        (!totals.is_empty()).then(|| {
            view! {
                <div class="totals">
                    <h3>{td_string!(locale, pathways.done.totals)}</h3>
                    <ul>{rows.collect_view()}</ul>
                    <p class="hint">{td_string!(locale, pathways.done.totals_note)} " " {left_out}</p>
                </div>
            }
        })
    }
}
