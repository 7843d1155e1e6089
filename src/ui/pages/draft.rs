//! The draft page: a form in parts, and the report beside it, always true.

use crate::browser::{files, page};
use crate::domain::day::{self, Day, spelled};
use crate::domain::draft::Draft as DraftFile;
use crate::domain::draft::examples::EXAMPLES;
use crate::domain::draft::fields::{self, PARTS, Part};
use crate::domain::regime::{self, FIRST_APPLICATIONS, REGIMES, Regime};
use crate::domain::report::check;
use crate::domain::rulebook::Verdict;
use crate::ui::address;
use crate::ui::parts::{ReportSignal, file_button, go_to, page_title, part_form, report_view, standing};
use crate::ui::reactive::{act, all, none, text, view, yes};
use crate::ui::state::{Keeping, State};
use crate::ui::words::{draft as words, report as report_words};
use leptos::ev::{Event, MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use std::sync::Arc;

/// The name under which the address remembers the day.
const ON: &str = "on";

/// The form, the date, and the report.
pub fn draft() -> AnyView {
    let State { draft, register, today } = State::get();
    let (memory, remember) = address::use_memory();
    let on = Signal::derive(move || memory.with(|memory| day::parse(memory.get_str(ON)?)).unwrap_or(today));
    let report: ReportSignal = Memo::new(move |_| {
        let stamp = register.ready().map(|register| register.stamp().clone());
        draft.with(|draft| check(draft, on.get(), stamp)).map(Arc::new)
    });
    let no_rules = view(move || {
        let error = report.with(|report| report.as_ref().err().map(ToString::to_string));
        error.map_or_else(none, |error| view! { <p class="notice" role="status">{error}</p> }.into_any())
    });
    let save_report = act(move |_: MouseEvent| {
        if let Some(text) = report.with(|report| serde_json::to_string_pretty(report.as_deref().ok()?).ok()) {
            files::hand_over("waymark-report.json", &text);
        }
    });
    view! {
        <div class="draft-page">
            <header class="draft-head">
                {page_title(words::TITLE)}
                <p class="lead">{words::LEAD}</p>
                {start()}
                {notices()}
                {day_chooser(on, memory, remember)}
            </header>
            <nav class="parts" aria-label=words::PARTS>
                <ol>{all(PARTS.iter().map(|part| part_link(part, report)))}</ol>
            </nav>
            <section class="form" aria-labelledby="form-title">
                <h2 id="form-title">{words::FORM}</h2>
                <form on:submit=act(|event: SubmitEvent| event.prevent_default())>
                    {all(PARTS.iter().map(|part| part_form(part, report)))}
                </form>
            </section>
            <aside class="report-side" aria-label=report_words::HEADING>
                {no_rules}
                <div class:none=yes(move || report.with(Result::is_err))>
                    {standing(report)}
                    {report_view(report)}
                    <div class="actions">
                        <button type="button" on:click=save_report>{report_words::SAVE}</button>
                        <button type="button" on:click=act(|_: MouseEvent| page::print())>{report_words::PRINT}</button>
                    </div>
                </div>
            </aside>
        </div>
    }
    .into_any()
}

/// How to begin, and what can be done with the whole draft.
fn start() -> AnyView {
    let draft = State::get().draft;
    let is_empty = yes(move || draft.with(DraftFile::is_empty));
    let button = |label: &'static str, hidden: Signal<bool>, then: fn()| {
        view! { <button type="button" class:none=hidden on:click=act(move |_: MouseEvent| then())>{label}</button> }.into_any()
    };
    let examples = all(EXAMPLES.iter().map(|example| {
        let open = act(move |_: MouseEvent| draft.fetch_example(example));
        view! { <li><button type="button" on:click=open>{example.name}</button></li> }.into_any()
    }));
    view! {
        <p class:none=yes(move || !is_empty.get())>{words::START}</p>
        <div class="actions">
            {file_button(words::OPEN, move |name, text| draft.open(&name, &text))}
            {button(words::SAVE, is_empty, || files::hand_over("waymark-draft.json", &State::get().draft.with(DraftFile::to_json)))}
            {button(words::CLEAR, is_empty, || State::get().draft.replace(DraftFile::default()))}
            {button(words::BRING_BACK, yes(move || !draft.has_before()), || State::get().draft.bring_back())}
        </div>
        <details class="examples" open=is_empty.get_untracked()>
            <summary>{words::EXAMPLES}</summary>
            <p class="hint">{words::EXAMPLES_NOTE}</p>
            <ul>{examples}</ul>
        </details>
    }
    .into_any()
}

/// What the person must know about how the draft is kept.
fn notices() -> AnyView {
    let draft = State::get().draft;
    let (notice, elsewhere) = (draft.notice(), draft.elsewhere());
    let keeping = text(move || match draft.keeping() {
        Keeping::Unchanged => words::UNCHANGED.to_owned(),
        Keeping::Kept => words::KEPT.to_owned(),
        Keeping::Refused => words::REFUSED.to_owned(),
    });
    let told = view(move || {
        let Some(text) = notice.get() else { return none() };
        let dismiss = act(move |_: MouseEvent| notice.set(None));
        view! { <p class="notice">{text}" "<button type="button" class="quiet" on:click=dismiss>{words::DISMISS}</button></p> }.into_any()
    });
    let changed = view(move || {
        let Some(other) = elsewhere.get() else { return none() };
        let take = act(move |_: MouseEvent| {
            if let Ok(other) = DraftFile::read(&other) {
                draft.replace(other);
            }
        });
        let keep = act(move |_: MouseEvent| draft.keep());
        view! {
            <p class="notice">
                {words::ELSEWHERE}" "
                <button type="button" on:click=take>{words::TAKE_OTHER}</button>" "
                <button type="button" on:click=keep>{words::KEEP_THIS}</button>
            </p>
        }
        .into_any()
    });
    let is_refused = yes(move || draft.keeping() == Keeping::Refused);
    view! {
        <p class="keeping" class:notice=is_refused role="status">{keeping}</p>
        <div role="status">{told}{changed}</div>
    }
    .into_any()
}

/// The day under whose rules the draft is read, and which rules those are.
fn day_chooser(on: Signal<Day>, memory: Memo<ParamsMap>, remember: Callback<ParamsMap>) -> AnyView {
    let today = State::get().today;
    let choose = move |text: String| {
        let other = day::parse(&text).filter(|day| *day != today).map(|_| text);
        remember.run(memory.with_untracked(|memory| address::with(memory, ON, Vec::from_iter(other))));
    };
    let say = move |read: fn(&'static Regime) -> String| {
        text(move || regime::on(on.get()).map(read).unwrap_or_default())
    };
    let day_button = move |from: Day, label: String| {
        let pressed = text(move || (on.get() == from).to_string());
        let press = act(move |_: MouseEvent| choose(from.to_string()));
        view! { <li><button type="button" aria-pressed=pressed on:click=press>{label}</button></li> }
            .into_any()
    };
    let changed = act(move |event: Event| choose(event_target_value(&event)));
    view! {
        <section class="day" aria-label=words::DATE>
            <label for="on">{words::DATE}</label>
            <input id="on" type="date" min=FIRST_APPLICATIONS.to_string() prop:value=text(move || on.get().to_string()) on:change=changed/>
            <p class="regime">
                <strong>{say(|regime| words::regime(regime.id, regime.name))}</strong>" "{say(|regime| regime.brought.to_owned())}
            </p>
            <p class="caution">{say(|regime| regime::caution(regime).unwrap_or_default().to_owned())}</p>
            <details>
                <summary>{words::REGIMES}</summary>
                <ul class="days">
                    {all(REGIMES.iter().map(|regime| day_button(regime.from, words::from_day(regime.id, &spelled(regime.from)))))}
                    {day_button(today, words::TODAY.to_owned())}
                </ul>
            </details>
        </section>
    }
    .into_any()
}

/// A part of the form in the task list, and what is still to do in it.
fn part_link(part: &'static Part, report: ReportSignal) -> AnyView {
    let count = move |verdict: Verdict| {
        report.with(|report| {
            let findings = report.iter().flat_map(|report| &report.findings);
            findings.filter(|finding| finding.outcome == verdict && concerns(part, finding.fields)).count()
        })
    };
    let state = text(move || words::part_state(count(Verdict::NotMet), count(Verdict::Missing)));
    view! {
        <li class:broken=yes(move || count(Verdict::NotMet) > 0) class:missing=yes(move || count(Verdict::Missing) > 0)>
            {go_to(format!("part-{}-title", part.id), part.title)}
            <span class="state">{state}</span>
        </li>
    }
    .into_any()
}

/// Whether a finding is to be mended in a part: the first field it names lies there.
fn concerns(part: &Part, paths: &[&str]) -> bool {
    paths.first().and_then(|path| fields::part_of(path)).is_some_and(|home| std::ptr::eq(home, part))
}
