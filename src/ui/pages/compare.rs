//! The draft under the rules of two dates, side by side.

use crate::domain::comparison::{Change, Comparison};
use crate::domain::day::{self, Day, spelled};
use crate::domain::draft::Draft;
use crate::domain::regime::{FIRST_APPLICATIONS, REGIMES};
use crate::domain::report::{self, Finding, Report};
use crate::domain::rulebook::RULES;
use crate::ui::components::{EmptyState, Group, Icon, Mi, Page, PageHead, Tally, icons, rule_path};
use crate::ui::i18n::*;
use crate::ui::providers::{use_draft, use_today};
use crate::ui::query::{ChosenDay, query_day};
use leptos::prelude::*;
use leptos_router::components::A;
use std::sync::Arc;

/// Two dates, and the rules that say something different on them.
#[component]
pub fn ComparePage() -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let (draft, today) = (use_draft(), use_today());
    let (one, set_one) = query_day("one");
    let (other, set_other) = query_day("other");
    let one_day = Memo::new(move |_| chosen_or(&one.get(), FIRST_APPLICATIONS));
    let other_day = Memo::new(move |_| chosen_or(&other.get(), today.get()));
    let is_empty = Memo::new(move |_| draft.with(Draft::is_empty));
    let comparison = Memo::new(move |_| {
        Arc::new(draft.with(|draft| Comparison::of(draft, one_day.get(), other_day.get(), language)))
    });
    let total = move || match comparison.with(|comparison| comparison.changes.len()) {
        0 => td_string!(locale, compare.same).to_owned(),
        count => td_string!(locale, compare.total, count),
    };
    let rows = move |changes: Vec<Change>| {
        let days = [one_day, other_day].map(|day| spelled(day.get()));
        changes.into_iter().map(|change| view! { <ChangeRow change days=days.clone() /> }).collect_view()
    };
    let changes = move || rows(comparison.with(|comparison| comparison.changes.clone()));
    let reworded = move || rows(comparison.with(|comparison| comparison.reworded.clone()));
    let reworded_count = move || comparison.with(|comparison| comparison.reworded.len());
    let before = move || comparison.with(|comparison| verdict(locale, &comparison.before));
    let after = move || comparison.with(|comparison| verdict(locale, &comparison.after));
    view! {
        <Page class="compare-page">
            <PageHead title=td_string!(locale, compare.title)>
                <p class="lead">{td_string!(locale, compare.lead)}</p>
            </PageHead>
            <div hidden=move || !is_empty.get()>
                <EmptyState icon=icons::FILE_PLUS title=td_string!(locale, compare.empty)>
                    <A href="/draft">{td_string!(locale, compare.start)}</A>
                </EmptyState>
            </div>
            <div hidden=move || is_empty.get()>
                <datalist id="regimes">
                    {REGIMES
                        .iter()
                        .map(|regime| view! { <option value=regime.from.to_string()>{regime.name}</option> })
                        .collect_view()}
                </datalist>
                <div class="two-days">
                    <DayField id="one" label=td_string!(locale, compare.one) day=one_day on_choose=set_one>
                        {before}
                    </DayField>
                    <DayField
                        id="other"
                        label=td_string!(locale, compare.other)
                        day=other_day
                        on_choose=set_other
                    >
                        {after}
                    </DayField>
                </div>
                <AllRegimes one_day />
                <p class="total" role="status">
                    {total}
                </p>
                <ul class="changes">{changes}</ul>
                <details class="fold" hidden=move || reworded_count() == 0>
                    <summary>
                        {move || td_string!(locale, compare.reworded, count = reworded_count())}
                    </summary>
                    <ul class="changes">{reworded}</ul>
                </details>
                <p>
                    <A href="/draft">{td_string!(locale, compare.back)}</A>
                </p>
            </div>
        </Page>
    }
}

fn chosen_or(chosen: &ChosenDay, day: Day) -> Day {
    match chosen {
        ChosenDay::On(day) => *day,
        _ => day,
    }
}

fn verdict(locale: Locale, report: &Report) -> String {
    match &report.why {
        Some(why) => why.clone(),
        None => {
            let Tally { broken, missing, judgement, .. } = Tally::of(report);
            td_string!(locale, compare.verdict, broken, missing, judgement)
        }
    }
}

/// A date, and what its rules say in all.
#[component]
fn DayField(
    id: &'static str,
    label: &'static str,
    day: Memo<Day>,
    on_choose: Callback<Option<Day>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <label for=id>{label}</label>
            <input
                id=id
                type="date"
                list="regimes"
                min=FIRST_APPLICATIONS.to_string()
                prop:value=move || day.get().to_string()
                on:change:target=move |event| on_choose.run(day::parse(&event.target().value()))
            />
            <p class="hint">{children()}</p>
        </div>
    }
}

/// The draft on the first day of every set of rules; each is a link to compare with.
#[component]
fn AllRegimes(one_day: Memo<Day>) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let draft = use_draft();
    let tallies = Memo::new(move |_| {
        draft
            .with(|draft| REGIMES.map(|regime| Tally::of(&report::check(draft, regime.from, None, language))))
    });
    let rows = move || {
        let rows = REGIMES.iter().zip(tallies.get());
        rows.map(|(regime, Tally { broken, missing, expected, judgement, .. })| {
            let href = format!("/draft/compare?one={}&other={}", one_day.get(), regime.from);
            view! {
                <tr>
                    <th scope="row">
                        <A href>{regime.name}</A>
                    </th>
                    <td>{broken}</td>
                    <td>{missing}</td>
                    <td>{expected}</td>
                    <td>{judgement}</td>
                </tr>
            }
        })
        .collect_view()
    };
    view! {
        <details class="fold">
            <summary>{td_string!(locale, compare.regimes)}</summary>
            <section class="table-room" tabindex="0" aria-label=td_string!(locale, compare.regimes)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{td_string!(locale, compare.rules)}</th>
                            <th scope="col">{td_string!(locale, report.short.broken)}</th>
                            <th scope="col">{td_string!(locale, report.short.missing)}</th>
                            <th scope="col">{td_string!(locale, report.short.expected)}</th>
                            <th scope="col">{td_string!(locale, report.short.judgement)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        </details>
    }
}

#[component]
fn ChangeRow(change: Change, days: [String; 2]) -> impl IntoView {
    let [one, other] = days;
    let title = RULES.page(&change.requirement).map(|page| page.title.clone()).unwrap_or_default();
    let clause =
        change.after.first().or(change.before.first()).map(|one| one.clause.clone()).unwrap_or_default();
    view! {
        <li>
            <h2>
                <A href=rule_path(&change.requirement, &clause)>
                    <Mi text=title />
                </A>
            </h2>
            <div class="two-days">
                <Side day=one findings=change.before />
                <Side day=other findings=change.after />
            </div>
        </li>
    }
}

/// What a rule says on one of the dates.
#[component]
fn Side(day: String, findings: Vec<Finding>) -> impl IntoView {
    let locale = use_locale();
    let nothing = findings.is_empty().then(|| view! { <p>{td_string!(locale, compare.not_applicable)}</p> });
    let items = findings.into_iter().map(|finding| {
        let group = Group::of(&finding);
        let text = if finding.fault.is_empty() { finding.why } else { finding.fault };
        view! {
            <li class=group.class()>
                <Icon icon=group.icon() />
                <div>
                    <p class="side-name">{group.title(locale)} " · " {finding.clause}</p>
                    <p>
                        <Mi text />
                    </p>
                </div>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <div>
            <p class="hint">{day}</p>
            {nothing}
            <ul class="side-findings">{items}</ul>
        </div>
    }
}
