//! The draft under the rules of two dates, side by side.

use crate::domain::Language;
use crate::domain::comparison::{Comparison, Difference};
use crate::domain::day::{self, Day, spelled};
use crate::domain::draft::Draft;
use crate::domain::regime::{FIRST_APPLICATIONS, REGIMES};
use crate::domain::report::{self, Finding, Report};
use crate::domain::rulebook::page::Case;
use crate::domain::rulebook::{Edition, RULES, Route, Rule, SourceDay, Stage};
use crate::ui::components::{
    EmptyState, Group, Icon, Mi, Notice, NoticeKind, Page, PageHead, Tally, WhoYouAre, icons, rule_path,
};
use crate::ui::i18n::*;
use crate::ui::pages::rules::day_text;
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
    // The date on which the draft was read: the one to begin with, and the one to go back to.
    let (of_draft, _) = query_day("on");
    let (one, set_one) = query_day("one");
    let (other, set_other) = query_day("other");
    let one_day = Memo::new(move |_| chosen_or(&one.get(), chosen_or(&of_draft.get(), FIRST_APPLICATIONS)));
    let other_day = Memo::new(move |_| chosen_or(&other.get(), today.get()));
    let is_empty = Memo::new(move |_| draft.with(Draft::is_empty));
    let comparison = Memo::new(move |_| {
        Arc::new(draft.with(|draft| Comparison::of(draft, one_day.get(), other_day.get(), language)))
    });
    let changes = move |is_of_verdict: bool| {
        comparison.with(|comparison| {
            let changes = comparison.changes.iter();
            changes.filter(|change| counts(change) == is_of_verdict).cloned().collect::<Vec<_>>()
        })
    };
    let verdicts = Memo::new(move |_| changes(true));
    let others = Memo::new(move |_| changes(false));
    let reworded = Memo::new(move |_| comparison.with(|comparison| comparison.reworded.clone()));
    let total = move || match verdicts.with(Vec::len) {
        0 => td_string!(locale, compare.same).to_owned(),
        count => td_string!(locale, compare.total, count),
    };
    let rows = move |changes: Memo<Vec<Difference>>| {
        let changes = changes.get().into_iter();
        let rows = changes.map(|change| {
            comparison.with(|comparison| view! { <ChangeRow change=Described::of(change, comparison) /> })
        });
        rows.collect_view()
    };
    let before = move || comparison.with(|comparison| verdict(locale, &comparison.before));
    let after = move || comparison.with(|comparison| verdict(locale, &comparison.after));
    let lead = if draft.is_scratch() {
        td_string!(locale, compare.lead_example)
    } else {
        td_string!(locale, compare.lead)
    };
    let unreadable = move || {
        let texts = [of_draft, one, other].map(|chosen| match chosen.get() {
            ChosenDay::Unreadable(text) => Some(text),
            _ => None,
        });
        let notices = texts.into_iter().flatten().map(|text| {
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{td_string!(locale, compare.unreadable, text)}</p>
                </Notice>
            }
        });
        notices.collect_view()
    };
    let draft_path = move || match of_draft.get() {
        ChosenDay::On(day) => format!("{}?on={day}", draft.path()),
        _ => draft.path().to_owned(),
    };
    view! {
        <Page class="compare-page">
            <PageHead title=td_string!(locale, compare.title)>
                <p class="lead">{lead}</p>
                <WhoYouAre />
                <p>
                    <A href=draft_path>{td_string!(locale, compare.back)}</A>
                </p>
            </PageHead>
            {unreadable}
            <div hidden=move || !is_empty.get()>
                <EmptyState icon=icons::FILE_PLUS title=td_string!(locale, compare.empty)>
                    <A href=draft.path()>{td_string!(locale, compare.start)}</A>
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
                <AllRegimes one_day of_draft />
                <p class="total" role="status">
                    {total}
                </p>
                <ul class="changes">{move || rows(verdicts)}</ul>
                <details class="fold" hidden=move || others.with(Vec::is_empty)>
                    <summary>
                        {move || td_string!(locale, compare.others, count = others.with(Vec::len))}
                    </summary>
                    <ul class="changes">{move || rows(others)}</ul>
                </details>
                <details class="fold" hidden=move || reworded.with(Vec::is_empty)>
                    <summary>
                        {move || td_string!(locale, compare.reworded, count = reworded.with(Vec::len))}
                    </summary>
                    <ul class="changes">{move || rows(reworded)}</ul>
                </details>
            </div>
        </Page>
    }
}

/// Whether a change is one of the application's verdict, and not of funding, of what comes after listing, or
/// of what is only to know.
fn counts(change: &Difference) -> bool {
    let findings = change.before.iter().chain(&change.after);
    findings
        .filter(|finding| finding.stage == Stage::Application)
        .any(|finding| !matches!(Group::of(finding), Group::Information | Group::NotApplicable))
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
            let Tally { broken, expected, missing, judgement, met, .. } = Tally::of(report);
            td_string!(locale, report.summary, broken, expected, missing, judgement, met)
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
fn AllRegimes(one_day: Memo<Day>, of_draft: Memo<ChosenDay>) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let draft = use_draft();
    let tallies = Memo::new(move |_| {
        draft
            .with(|draft| REGIMES.map(|regime| Tally::of(&report::check(draft, regime.from, None, language))))
    });
    let rows = move || {
        let rows = REGIMES.iter().zip(tallies.get());
        rows.map(|(regime, Tally { broken, missing, expected, judgement, .. })| {
            let on = match of_draft.get() {
                ChosenDay::On(day) => format!("on={day}&"),
                _ => String::new(),
            };
            let (path, one) = (draft.path(), one_day.get());
            let href = format!("{path}/compare?{on}one={one}&other={}", regime.from);
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

/// A change with its days, and why the rule does not apply where it does not.
#[derive(Clone, Debug, PartialEq)]
struct Described {
    change: Difference,
    days: [Day; 2],
    routes: [Route; 2],
    /// Why it does not apply, on each of the days.
    why_not: [String; 2],
}

impl Described {
    fn of(change: Difference, comparison: &Comparison) -> Self {
        let reports = [&comparison.before, &comparison.after];
        let why_not = reports.map(|report| {
            let mut findings = report.findings.iter();
            let finding = findings.find(|finding| finding.requirement == change.requirement);
            finding.map(|finding| finding.why.clone()).unwrap_or_default()
        });
        let (days, routes) = (reports.map(|report| report.on), reports.map(|report| report.route));
        Self { change, days, routes, why_not }
    }
}

#[component]
fn ChangeRow(change: Described) -> impl IntoView {
    let locale = use_locale();
    let rule = RULES.page(change.change.requirement)?;
    let steps = steps(locale, use_language(), rule, change.days, change.routes);
    let steps = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
    let Described { change: Difference { requirement, before, after }, days: [one, other], why_not, .. } =
        change;
    let [why_not_one, why_not_other] = why_not;
    let clause = after.first().or(before.first()).map_or("", |one| one.clause);
    Some(view! {
        <li>
            <h2>
                <A href=rule_path(requirement, clause)>
                    <Mi text=rule.title.clone() />
                </A>
            </h2>
            <ul class="steps-of-change">{steps}</ul>
            <div class="two-days">
                <Side rule day=one findings=before why_not=why_not_one />
                <Side rule day=other findings=after why_not=why_not_other />
            </div>
        </li>
    })
}

/// When a rule changed between two days, and by which clause.
fn steps(
    locale: Locale,
    language: Language,
    rule: &Rule,
    [one, other]: [Day; 2],
    [route, other_route]: [Route; 2],
) -> Vec<String> {
    let (earlier, later) = (one.min(other), one.max(other));
    let begins =
        |from: Option<SourceDay>| from.filter(|from| earlier < from.first() && from.first() <= later);
    let ends = |to: Option<SourceDay>| to.filter(|to| earlier <= to.last() && to.last() < later);
    let binds = |edition: &&Edition| edition.binds(route) || edition.binds(other_route);
    let day = |day: SourceDay| day_text(locale, language, day);
    let cited = |edition: &Edition| {
        let (clause, source) = (edition.clause.clone(), RULES.citation(edition).brief());
        td_string!(locale, compare.clause, clause, source)
    };
    let began = |edition: &Edition| {
        Some(td_string!(locale, compare.began, day = day(begins(edition.from)?), clause = cited(edition)))
    };
    let ended = |edition: &Edition| {
        Some(td_string!(locale, compare.ended, day = day(ends(edition.to)?), clause = cited(edition)))
    };
    let mut steps: Vec<String> = rule.edition.iter().filter(binds).filter_map(began).collect();
    if steps.is_empty() {
        steps.extend(rule.edition.iter().filter(binds).filter_map(ended));
    }
    if steps.is_empty() && route != other_route {
        let routes = [route.label(language), other_route.label(language)];
        let [one, other] = routes;
        steps.push(td_string!(locale, compare.other_route, one, other));
    }
    if steps.is_empty() {
        let began =
            |case: &Case| Some(td_string!(locale, compare.answers_from, day = day(begins(case.from)?)));
        let ended = |case: &Case| Some(td_string!(locale, compare.answers_until, day = day(ends(case.to)?)));
        steps.extend(rule.case.iter().flat_map(|case| [began(case), ended(case)]).flatten());
        steps.dedup();
    }
    steps
}

/// What a rule says on one of the dates.
#[component]
fn Side(rule: &'static Rule, day: Day, findings: Vec<Finding>, why_not: String) -> impl IntoView {
    let locale = use_locale();
    let nothing = findings.is_empty().then(|| {
        let mut editions = rule.edition.iter();
        let title = if editions.clone().all(|edition| edition.from.is_some_and(|from| day < from.first())) {
            td_string!(locale, compare.not_yet)
        } else if editions.all(|edition| !edition.in_force(day)) {
            td_string!(locale, compare.no_longer)
        } else {
            td_string!(locale, compare.not_applicable)
        };
        view! {
            <p class="side-name">{title}</p>
            <p>
                <Mi text=why_not />
            </p>
        }
    });
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
            <p class="side-day">{spelled(day)}</p>
            {nothing}
            <ul class="side-findings">{items}</ul>
        </div>
    }
}
