//! The fewest changes of values that leave the fewest rules broken.

use super::{ReportSignal, Tally};
use crate::browser::page;
use crate::domain::draft::fields;
use crate::domain::rulebook::{self, Change, Place, RULES};
use crate::ui::components::anchors::field_id;
use crate::ui::components::{JumpLink, Mi};
use crate::ui::i18n::*;
use crate::ui::providers::use_draft;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The ways to settle what is broken, and what only the reader can write. They are looked for once somebody
/// asks.
#[component]
pub fn FewestChanges(report: ReportSignal) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let draft = use_draft();
    let is_open = RwSignal::new(false);
    let is_broken = Memo::new(move |_| report.with(|report| Tally::of(report).broken > 0));
    let found = Memo::new(move |_| {
        let on = report.with(|report| report.on);
        (is_open.get() && is_broken.get())
            .then(|| draft.with(|draft| RULES.fewest_changes(draft, on, language)))
    });
    let answer = move || {
        let rulebook::FewestChanges { ways, for_you, .. } = found.get()?;
        let none = ways.is_empty().then(|| view! { <p>{td_string!(locale, report.fewest.none)}</p> });
        let ways = ways.into_iter().enumerate().map(|(at, changes)| {
            let or = (at > 0).then(|| view! { <p>{td_string!(locale, report.fewest.or)}</p> });
            view! {
                {or}
                <Way changes />
            }
        });
        Some(view! {
            {none}
            {ways.collect_view()}
            <ForYou places=for_you />
        })
    };
    view! {
        <details
            class="fold fewest"
            hidden=move || !is_broken.get()
            on:toggle:target=move |event| is_open.set(event.target().has_attribute("open"))
        >
            <summary>{td_string!(locale, report.fewest.title)}</summary>
            {answer}
        </details>
    }
}

/// One way: its changes, and a button that makes them.
#[component]
fn Way(changes: Vec<Change>) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let draft = use_draft();
    let count = changes.len();
    let items = changes.iter().filter_map(|change| {
        let field = fields::find(&change.field)?.label(language);
        let (from, to) = change.in_words(language);
        let text = td_string!(locale, report.fewest.change, field, from, to);
        Some(view! {
            <li>
                <Mi text />
            </li>
        })
    });
    let items = items.collect_view();
    let make = move |_| {
        draft.apply(&changes, td_string!(locale, report.fewest.made, count));
        page::focus("report-title");
    };
    view! {
        <ul class="fewest-list">{items}</ul>
        <p class="actions">
            <button class="button small" type="button" on:click=make>
                {td_string!(locale, report.fewest.make, count)}
            </button>
        </p>
    }
}

/// The fields that only the reader can write anew; nothing where there are none.
#[component]
fn ForYou(places: Vec<Place>) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let mut paths: Vec<String> = places.into_iter().filter_map(|place| place.field).collect();
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(path.clone()));
    let items = paths.iter().filter_map(|path| {
        let label = fields::find(path)?.label(language);
        Some(view! {
            <li>
                <JumpLink to=field_id(path)>
                    <Mi text=label />
                </JumpLink>
            </li>
        })
    });
    let items = items.collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <p>{td_string!(locale, report.fewest.for_you)}</p>
            <ul class="fewest-list">{items}</ul>
        }
    })
}
