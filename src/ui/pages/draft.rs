//! The draft page: a form in parts, and the report beside it, always true.

use crate::browser::{files, page};
use crate::domain::day::{self, spelled};
use crate::domain::draft::Draft as DraftFile;
use crate::domain::draft::examples::EXAMPLES;
use crate::domain::draft::fields::{self, PARTS, Part};
use crate::domain::regime::{self, FIRST_APPLICATIONS, REGIMES};
use crate::domain::report::{NoRules, Report, check};
use crate::domain::rulebook::Verdict;
use crate::ui::parts::{FileButton, PageTitle, PartForm, ReportSignal, ReportView, Standing};
use crate::ui::state::{Keeping, State};
use crate::ui::words::draft as words;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;
use std::sync::Arc;

/// The form, the date, and the report.
#[component]
pub fn Draft() -> impl IntoView {
    let State { draft, register, today } = State::get();
    let (chosen_day, choose_day) = query_signal_with_options::<String>(
        "on",
        NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() },
    );
    let on = Memo::new(move |_| chosen_day.get().and_then(|text| day::parse(&text)).unwrap_or(today));
    let stamp = Memo::new(move |_| register.ready().map(|register| register.stamp()));
    let checked: Memo<Result<Arc<Report>, NoRules>> =
        Memo::new(move |_| draft.with(|draft| check(draft, on.get(), stamp.get())).map(Arc::new));
    let report: ReportSignal = Signal::derive(move || checked.get().ok());
    let choose = Callback::new(move |text: String| {
        let is_today = day::parse(&text) == Some(today);
        choose_day.set((!is_today && !text.is_empty()).then_some(text));
    });
    view! {
        <div class="draft-page">
            <header class="draft-head">
                <PageTitle title=words::TITLE/>
                <p class="lead">{words::LEAD}</p>
                <Start/>
                <Notices/>
                <DayChooser on choose/>
            </header>
            <nav class="parts" aria-label=words::PARTS>
                <ol>{PARTS.iter().map(|part| view! { <PartLink part report/> }).collect_view()}</ol>
            </nav>
            <section class="form" aria-labelledby="form-title">
                <h2 id="form-title">{words::FORM}</h2>
                <form on:submit=|event| event.prevent_default()>
                    {PARTS.iter().map(|part| view! { <PartForm part report/> }).collect_view()}
                </form>
            </section>
            <aside class="report-side" aria-label=crate::ui::words::report::HEADING>
                {move || checked.get().err().map(|error| view! { <p class="notice" role="status">{error.to_string()}</p> })}
                <Show when=move || report.with(Option::is_some)>
                    <Standing report/>
                    <ReportView report/>
                    <div class="actions">
                        <button type="button" on:click=move |_| {
                            if let Some(text) = report.get().and_then(|report| serde_json::to_string_pretty(&*report).ok()) {
                                files::hand_over("waymark-report.json", &text);
                            }
                        }>{words::SAVE_REPORT}</button>
                        <button type="button" on:click=|_| page::print()>{words::PRINT}</button>
                    </div>
                </Show>
            </aside>
        </div>
    }
}

/// How to begin, and what can be done with the whole draft.
#[component]
fn Start() -> impl IntoView {
    let draft = State::get().draft;
    let is_empty = Memo::new(move |_| draft.with(DraftFile::is_empty));
    let examples = EXAMPLES
        .iter()
        .map(|example| {
            view! {
                <li>
                    <button type="button" on:click=move |_| draft.open(example.name, example.text)>{example.name}</button>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class:none=move || !is_empty.get()>{words::START}</p>
        <div class="actions">
            <FileButton label=words::OPEN on_chosen=move |name, text| draft.open(&name, &text)/>
            <button type="button" class:none=move || is_empty.get() on:click=move |_| {
                files::hand_over("waymark-draft.json", &draft.with(DraftFile::to_json));
            }>{words::SAVE}</button>
            <button type="button" class:none=move || is_empty.get() on:click=move |_| draft.replace(DraftFile::default())>
                {words::CLEAR}
            </button>
            <button type="button" class:none=move || !draft.has_before() on:click=move |_| draft.bring_back()>
                {words::BRING_BACK}
            </button>
        </div>
        <details class="examples" open=is_empty.get_untracked()>
            <summary>{words::EXAMPLES}</summary>
            <p class="hint">{words::EXAMPLES_NOTE}</p>
            <ul>{examples}</ul>
        </details>
    }
}

/// What the person must know about how the draft is kept.
#[component]
fn Notices() -> impl IntoView {
    let draft = State::get().draft;
    let (notice, elsewhere) = (draft.notice(), draft.elsewhere());
    let keeping = move || match draft.keeping() {
        Keeping::Unchanged => view! { <p class="keeping">{words::UNCHANGED}</p> }.into_any(),
        Keeping::Kept => view! { <p class="keeping">{words::KEPT}</p> }.into_any(),
        Keeping::Refused => view! { <p class="notice" role="alert">{words::REFUSED}</p> }.into_any(),
    };
    let take = move |_| {
        if let Some(other) = elsewhere.get_untracked().and_then(|text| DraftFile::read(&text).ok()) {
            draft.replace(other);
        }
    };
    view! {
        {keeping}
        <div role="status">
            {move || {
                notice.get().map(|text| {
                    view! {
                        <p class="notice">
                            {text}" "
                            <button type="button" class="quiet" on:click=move |_| notice.set(None)>{words::DISMISS}</button>
                        </p>
                    }
                })
            }}
            {move || {
                elsewhere.get().map(|_| {
                    view! {
                        <p class="notice">
                            {words::ELSEWHERE}" "
                            <button type="button" on:click=take>{words::TAKE_OTHER}</button>" "
                            <button type="button" on:click=move |_| draft.keep()>{words::KEEP_THIS}</button>
                        </p>
                    }
                })
            }}
        </div>
    }
}

/// The day under whose rules the draft is read, and which rules those are.
#[component]
fn DayChooser(on: Memo<day::Day>, choose: Callback<String>) -> impl IntoView {
    let today = State::get().today;
    let regime = move || regime::on(on.get());
    let day_button = move |from: day::Day, label: String| {
        let pressed = move || if on.get() == from { "true" } else { "false" };
        view! {
            <li>
                <button type="button" aria-pressed=pressed on:click=move |_| choose.run(from.to_string())>{label}</button>
            </li>
        }
    };
    view! {
        <section class="day" aria-label=words::DATE>
            <label for="on">{words::DATE}</label>
            <input id="on" type="date" min=FIRST_APPLICATIONS.to_string() prop:value=move || on.get().to_string()
                on:change:target=move |event| choose.run(event.target().value())/>
            <p class="regime">
                {move || regime().map(|regime| view! { <strong>{regime.id}" · "{regime.name}</strong>" "{regime.brought} })}
            </p>
            <p class="caution">{move || regime().and_then(regime::caution)}</p>
            <details>
                <summary>{words::REGIMES}</summary>
                <ul class="days">
                    {REGIMES.iter().map(|regime| day_button(regime.from, words::from_day(regime.id, &spelled(regime.from)))).collect_view()}
                    {day_button(today, words::TODAY.to_owned())}
                </ul>
            </details>
        </section>
    }
}

/// A part of the form in the task list, and what is still to do in it.
#[component]
fn PartLink(part: &'static Part, report: ReportSignal) -> impl IntoView {
    let to_do = Memo::new(move |_| {
        report.with(|report| {
            let count = |verdict| {
                let findings = report.iter().flat_map(|report| &report.findings);
                findings
                    .filter(|finding| finding.outcome == verdict && concerns(part, finding.fields))
                    .count()
            };
            (count(Verdict::NotMet), count(Verdict::Missing))
        })
    });
    let title_id = format!("part-{}-title", part.id);
    let target = format!("#{title_id}");
    view! {
        <li class:broken=move || { to_do.get().0 > 0 } class:missing=move || { to_do.get().1 > 0 }>
            <a href=target rel="external" on:click=move |event| {
                event.prevent_default();
                page::focus(&title_id);
            }>{part.title}</a>
            " "<span class="state">{move || { let (broken, missing) = to_do.get(); words::part_state(broken, missing) }}</span>
        </li>
    }
}

/// Whether a finding is to be mended in a part: the first field it names lies there.
fn concerns(part: &Part, paths: &[&str]) -> bool {
    paths.first().and_then(|path| fields::part_of(path)).is_some_and(|home| std::ptr::eq(home, part))
}
