//! The form for what is known of one thing that somebody has done.

use crate::browser::page;
use crate::domain::day;
use crate::domain::goal::LearningKind;
use crate::domain::measure::{Credits, Level};
use crate::domain::pathways::{Held, Holding};
use crate::domain::register::Register;
use crate::ui::components::{TickBox, titled};
use crate::ui::i18n::*;
use crate::ui::pages::pathways::form_actions::FormActions;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

const TITLE: &str = "held-title";
const TITLE_MISSING: &str = "held-title-missing";
const COMPLETED: &str = "held-completed";
/// The most credits that an award on the framework may be said to have.
const MAX_CREDITS: u16 = 1000;

/// Asks for the day, the parts, the title and the size of a holding, as far as its kind has them.
#[component]
pub fn HoldingForm(
    register: Arc<Register>,
    /// What is known of it so far.
    holding: Holding,
    /// What it is called.
    #[prop(into)]
    heading: String,
    /// What is done with it; none where nothing is to change.
    on_done: Callback<Option<Holding>>,
) -> impl IntoView {
    let locale = use_locale();
    let has_own_title = matches!(holding.what, Held::Other(_) | Held::PriorLearning(_));
    let is_assessed = !matches!(holding.what, Held::PriorLearning(_));
    let title = RwSignal::new(if has_own_title { holding.name().to_owned() } else { String::new() });
    let is_missing = RwSignal::new(false);
    let completed = RwSignal::new(holding.completed.map(|day| day.to_string()).unwrap_or_default());
    let level = RwSignal::new(holding.level.map(|level| level.get().to_string()).unwrap_or_default());
    let credits = RwSignal::new(holding.credits.map(|credits| credits.0.to_string()).unwrap_or_default());
    let source = RwSignal::new(holding.source.clone().unwrap_or_default());
    let standards = match &holding.what {
        Held::Credential(key, _) => register.credential(key).map(|of| of.standards.clone()),
        _ => None,
    };
    let standards = standards.unwrap_or_default();
    let done = RwSignal::new(match &holding.what {
        Held::Credential(_, done) if holding.is_partial() => done.iter().cloned().collect::<BTreeSet<_>>(),
        _ => BTreeSet::new(),
    });
    let number_of_standards = standards.len();
    let names_standards = standards.len() < 2 && matches!(holding.what, Held::Credential(..));
    let named = RwSignal::new(match &holding.what {
        Held::Credential(_, named) => named.join(", "),
        _ => String::new(),
    });
    let is_partial = move || done.with(|done| !done.is_empty() && done.len() < number_of_standards);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let title = title.get().trim().to_owned();
        if has_own_title && title.is_empty() {
            is_missing.set(true);
            return page::focus(TITLE);
        }
        let what = match &holding.what {
            Held::Other(_) => Held::Other(title),
            Held::PriorLearning(_) => Held::PriorLearning(title),
            Held::Credential(key, _) if names_standards => {
                Held::Credential(key.clone(), numbers(&named.get()))
            }
            Held::Credential(key, _) => {
                let done = done.get().into_iter().filter(|_| is_partial());
                Held::Credential(key.clone(), done.collect())
            }
            other => other.clone(),
        };
        let text =
            |signal: RwSignal<String>| Some(signal.get().trim().to_owned()).filter(|text| !text.is_empty());
        let mut changed = Holding {
            what,
            completed: day::parse(&completed.get()).filter(|_| !is_partial()),
            ..holding.clone()
        };
        if matches!(changed.what, Held::Other(_)) {
            changed.level = level.get().parse().ok().and_then(Level::new);
            changed.credits =
                credits.get().parse().ok().filter(|credits| (1..=MAX_CREDITS).contains(credits)).map(Credits);
            changed.source = text(source);
        }
        on_done.run(Some(changed));
    };
    let title_field = has_own_title.then(|| {
        let (label, missing) = if is_assessed {
            (
                td_string!(locale, pathways.done.form.title),
                td_string!(locale, pathways.done.form.title_missing),
            )
        } else {
            (
                td_string!(locale, pathways.done.form.words),
                td_string!(locale, pathways.done.form.words_missing),
            )
        };
        let hint = (!is_assessed)
            .then(|| view! { <p class="hint">{td_string!(locale, pathways.done.form.words_hint)}</p> });
        view! {
            <div class="field">
                <label for=TITLE>{label}</label>
                {hint}
                <input
                    type="text"
                    id=TITLE
                    aria-required="true"
                    aria-invalid=move || is_missing.get().to_string()
                    aria-describedby=TITLE_MISSING
                    prop:value=move || title.get()
                    on:input:target=move |event| title.set(event.target().value())
                />
                <p class="hint" id=TITLE_MISSING role="alert">
                    {move || is_missing.get().then_some(missing)}
                </p>
            </div>
        }
    });
    let other_fields = (has_own_title && is_assessed).then(|| {
        let levels = (1..=10).map(|number: u8| {
            let number = number.to_string();
            let value = number.clone();
            view! {
                <option value=value.clone() prop:selected=move || level.get() == value>
                    {number}
                </option>
            }
        });
        view! {
            <div class="field">
                <label for="held-level">{td_string!(locale, pathways.done.form.level)}</label>
                <select
                    class="short"
                    id="held-level"
                    on:change:target=move |event| level.set(event.target().value())
                >
                    <option value="">{td_string!(locale, pathways.done.form.level_unknown)}</option>
                    {levels.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="held-credits">{td_string!(locale, pathways.done.form.credits)}</label>
                <input
                    class="short"
                    type="number"
                    id="held-credits"
                    min="1"
                    max=MAX_CREDITS
                    prop:value=move || credits.get()
                    on:input:target=move |event| credits.set(event.target().value())
                />
            </div>
            <div class="field">
                <label for="held-source">{td_string!(locale, pathways.done.form.source)}</label>
                <input
                    type="text"
                    id="held-source"
                    prop:value=move || source.get()
                    on:input:target=move |event| source.set(event.target().value())
                />
            </div>
        }
    });
    let ticks = standards.into_iter().map(|id| {
        let known = register.entry(LearningKind::Standard, &id);
        let label = known.map_or_else(|| id.clone(), |entry| titled(locale, &entry));
        let ticked = {
            let id = id.clone();
            Signal::derive(move || done.with(|done| done.contains(&id)))
        };
        let tick = Callback::new(move |is_ticked| {
            done.update(|done| {
                if is_ticked {
                    done.insert(id.clone())
                } else {
                    done.remove(&id)
                };
            });
        });
        view! {
            <TickBox is_ticked=ticked on_change=tick>
                {label}
            </TickBox>
        }
    });
    let ticks = ticks.collect_view();
    let named_field = names_standards.then(|| {
        view! {
            <div class="field">
                <label for="held-named">{td_string!(locale, pathways.done.form.named)}</label>
                <p class="hint" id="held-named-hint">
                    {td_string!(locale, pathways.done.form.named_hint)}
                </p>
                <input
                    type="text"
                    id="held-named"
                    aria-describedby="held-named-hint"
                    prop:value=move || named.get()
                    on:input:target=move |event| named.set(event.target().value())
                />
            </div>
        }
    });
    let standards_field = (number_of_standards > 1).then(|| {
        view! {
            <fieldset class="field" aria-describedby="held-standards-hint">
                <legend>{td_string!(locale, pathways.done.form.standards)}</legend>
                <p class="hint" id="held-standards-hint">
                    {td_string!(locale, pathways.done.form.standards_hint)}
                </p>
                <div class="choices">{ticks}</div>
            </fieldset>
        }
    });
    let completed_field = is_assessed.then(|| {
        view! {
            <div class="field">
                <label for=COMPLETED>{td_string!(locale, pathways.done.form.completed)}</label>
                <input
                    type="date"
                    id=COMPLETED
                    disabled=is_partial
                    prop:value=move || completed.get()
                    on:change:target=move |event| completed.set(event.target().value())
                />
            </div>
        }
    });
    Effect::new(move |_| page::focus(if has_own_title { TITLE } else { COMPLETED }));
    view! {
        <form
            class="holding-form"
            aria-labelledby="held-heading"
            novalidate
            on:submit=save
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    on_done.run(None);
                }
            }
        >
            <h3 id="held-heading">{heading}</h3>
            {title_field}
            {standards_field}
            {completed_field}
            {named_field}
            {other_fields}
            <FormActions on_cancel=move || on_done.run(None) />
        </form>
    }
}

/// The numbers in what somebody typed, each once.
fn numbers(typed: &str) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for number in typed.split(|sign: char| !sign.is_alphanumeric()).filter(|number| !number.is_empty()) {
        if !numbers.iter().any(|known| known == number) {
            numbers.push(number.to_owned());
        }
    }
    numbers
}
