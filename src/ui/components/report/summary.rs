//! How the draft stands as a whole.

use super::{Group, ReportSignal, Tally};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// A verdict, the counts of the groups, and the route.
#[component]
pub fn ReportSummary(report: ReportSignal) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let tally = Memo::new(move |_| tally_of(report));
    let route =
        move || report.with(|report| report.as_deref().ok().map(|report| report.route.label(language)));
    let count = move |group: Group, read: fn(Tally) -> usize| {
        view! {
            <li class=group.class()>
                <strong>{move || read(tally.get())}</strong>
                {group.short(locale)}
            </li>
        }
    };
    let expected = move || (tally.get().expected > 0).then(|| count(Group::Expected, |tally| tally.expected));
    let not_checked = move || tally.get().not_checked.map_or("…".to_owned(), |count| count.to_string());
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
            {expected}
            {count(Group::Missing, |tally| tally.missing)}
            {count(Group::Judgement, |tally| tally.judgement)}
            {count(Group::Met, |tally| tally.met)}
            <li class="unchecked">
                <strong>{not_checked}</strong>
                {td_string!(locale, report.short.not_checked)}
            </li>
        </ul>
        <p class="hint route">{move || route().map(|name| td_string!(locale, report.route, name))}</p>
    }
}

/// The counts that ask for something, for the bar at the foot of a phone.
pub fn bar_text(locale: Locale, report: ReportSignal) -> String {
    let tally = tally_of(report);
    if report.with(Result::is_err) {
        return td_string!(locale, draft.state.no_rules).to_owned();
    }
    let fix = td_string!(locale, draft.state.to_fix, count = tally.broken);
    let fill = td_string!(locale, draft.state.to_fill_in, count = tally.missing);
    format!("{fix} · {fill}")
}

fn tally_of(report: ReportSignal) -> Tally {
    report.with(|report| report.as_deref().map(Tally::of).unwrap_or_default())
}

fn is_clear(tally: Tally) -> bool {
    tally.broken + tally.expected + tally.missing == 0
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
    if tally.expected > 0 {
        sentences.push(td_string!(locale, report.to_expect, count = tally.expected));
    }
    if sentences.is_empty() {
        sentences.push(td_string!(locale, report.nothing_left).to_owned());
    }
    sentences.join(" ")
}

fn counts_text(locale: Locale, tally: Tally) -> String {
    let Tally { broken, expected, missing, judgement, met, not_checked } = tally;
    let not_checked = not_checked.unwrap_or_default();
    td_string!(locale, report.summary, broken, expected, missing, judgement, met, not_checked)
}
