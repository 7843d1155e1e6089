//! How the draft stands as a whole.

use super::fewest::FewestChanges;
use super::{Group, ReportSignal, Tally};
use crate::domain::rulebook::label;
use crate::ui::components::anchors::field_id;
use crate::ui::components::{JumpLink, Mi};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// A verdict, the counts of the groups, and the route.
#[component]
pub fn ReportSummary(report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let tally = Memo::new(move |_| tally_of(report));
    let route = move || report.with(|report| report.route.label(language));
    let caution = move || report.with(|report| report.caution.clone());
    let count = move |group: Group, read: fn(Tally) -> usize| {
        view! {
            <li class=group.class()>
                <strong>{move || read(tally.get())}</strong>
                {group.short(locale)}
            </li>
        }
    };
    let expected = move || (tally.get().expected > 0).then(|| count(Group::Expected, |tally| tally.expected));
    view! {
        <p class="verdict">{move || verdict(locale, tally.get())}</p>
        <p class="hint">
            {move || is_clear(tally.get()).then(|| td_string!(locale, report.nothing_left_why))}
        </p>
        <p class="visually-hidden" role="status">
            {move || counts_text(locale, tally.get())}
        </p>
        <ul class="counts" aria-hidden="true">
            {count(Group::Broken, |tally| tally.broken)}
            {count(Group::Missing, |tally| tally.missing)}
            {expected}
            {count(Group::Judgement, |tally| tally.judgement)}
            {count(Group::Met, |tally| tally.met)}
        </ul>
        <FewestChanges report />
        <AnswerNext report />
        <p class="hint route">{move || td_string!(locale, report.route, name = route())}</p>
        {move || caution().map(|caution| view! { <p class="caution">{caution}</p> })}
    }
}

/// The one or two answers that would settle most; nothing where nothing is missing.
#[component]
fn AnswerNext(report: ReportSignal) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let next = Memo::new(move |_| report.with(|report| report.next.clone()));
    let links = move || {
        let items = next.get().into_iter().map(|next| {
            view! {
                <li>
                    <JumpLink to=field_id(&next.field)>
                        <Mi text=label(&next.field, language) />
                    </JumpLink>
                    " "
                    <span class="hint">{td_string!(locale, report.next.waiting, count = next.waiting)}</span>
                </li>
            }
        });
        items.collect_view()
    };
    view! {
        <div class="next" hidden=move || next.with(Vec::is_empty)>
            <h3>{td_string!(locale, report.next.title)}</h3>
            <ul>{links}</ul>
        </div>
    }
}

/// The counts that ask for something, for the bar at the foot of a phone.
pub fn bar_text(locale: Locale, report: ReportSignal) -> String {
    let tally = tally_of(report);
    if report.with(|report| report.verdict.is_none()) {
        return td_string!(locale, draft.state.no_rules).to_owned();
    }
    let fix = td_string!(locale, draft.state.to_fix, count = tally.broken);
    let fill = td_string!(locale, draft.state.to_fill_in, count = tally.missing);
    format!("{fix} · {fill}")
}

fn tally_of(report: ReportSignal) -> Tally {
    report.with(|report| Tally::of(report))
}

/// Whether nothing is left that has to be put right; something may still be worth improving.
fn is_clear(tally: Tally) -> bool {
    tally.broken + tally.missing == 0
}

/// What is left to do, the most urgent first.
fn verdict(locale: Locale, tally: Tally) -> String {
    let mut sentences = Vec::new();
    if tally.broken > 0 {
        sentences.push(td_string!(locale, report.to_fix, count = tally.broken));
    }
    if tally.missing > 0 {
        sentences.push(td_string!(locale, report.to_fill_in, count = tally.missing));
    }
    if is_clear(tally) {
        let nothing_left = if tally.expected == 0 {
            td_string!(locale, report.nothing_left)
        } else {
            td_string!(locale, report.nothing_left_to_fix)
        };
        sentences.push(nothing_left.to_owned());
    }
    if tally.expected > 0 {
        sentences.push(td_string!(locale, report.to_expect, count = tally.expected));
    }
    if is_clear(tally) {
        if tally.judgement > 0 {
            sentences.push(td_string!(locale, report.for_people, count = tally.judgement));
        }
        if tally.judgement_unanswered > 0 {
            sentences.push(td_string!(locale, report.unanswered, count = tally.judgement_unanswered));
        }
    }
    sentences.join(" ")
}

fn counts_text(locale: Locale, tally: Tally) -> String {
    let Tally { broken, expected, missing, judgement, met, .. } = tally;
    td_string!(locale, report.summary, broken, expected, missing, judgement, met)
}
