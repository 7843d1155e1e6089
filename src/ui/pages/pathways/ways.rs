//! The ways to the goals: which there are, how they differ, and the map of the one that is chosen.

use super::found::{Found, FoundContext};
use super::{route, wording};
use crate::browser::intl;
use crate::domain::measure::Credits;
use crate::domain::pathways::{Left, PlanSettings, Preference, StepsLeft, Sum, Way};
use crate::domain::register::Register;
use crate::ui::components::{PathwayMap, credits_text, number_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// The map of the way that is chosen, with the other ways above it and what is left to people below.
#[component]
pub fn Ways(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    move || {
        let answer = found.get()?;
        let chooser = {
            let (register, answer) = (register.clone(), answer.clone());
            (answer.plan().plans.len() > 1).then(|| view! { <WayChooser register answer found /> })
        };
        let map = {
            let register = register.clone();
            let answer = answer.clone();
            move || {
                let way = answer.way(found.chosen.get());
                let pathway = route::of(locale, &register, &answer, way);
                let has_steps = !pathway.steps.is_empty();
                let register = register.clone();
                let left = way.map(|way| way.left.as_slice()).unwrap_or_default();
                let (judged, open): (Vec<&Left>, Vec<&Left>) = left.iter().partition(|left| left.judged);
                let open = left_list(locale, &answer, &open, td_string!(locale, pathways.left.open_title));
                let judged = left_list(locale, &answer, &judged, td_string!(locale, pathways.left.title));
                let only = answer.goals().first().filter(|_| !answer.is_joint());
                let Sum { counted, of, .. } = only.map_or(Sum::NOTHING, |only| only.audit.credits);
                let stop = of.filter(|of| has_steps && Credits(0) < counted && counted < of.least());
                let stop = stop.map(|of| {
                    let stop = td_string!(
                        locale,
                        pathways.stop_now,
                        counted = counted.0,
                        of = number_text(locale, of)
                    );
                    view! { <p class="stop-now">{stop}</p> }
                });
                view! {
                    {has_steps.then(|| view! { <PathwayMap id="map" register pathway /> })}
                    {open}
                    {judged}
                    {stop}
                }
            }
        };
        let has_any = !answer.plan().plans.is_empty()
            || answer.goals().iter().any(|goal| goal.audit.impossible.is_some());
        has_any.then(|| {
            view! {
                <section class="plan" aria-labelledby="way-title">
                    <h2 id="way-title">{td_string!(locale, pathways.ways.left_title)}</h2>
                    {chooser}
                    {map}
                </section>
            }
        })
    }
}

/// What is left beside the steps, under a heading; nothing where nothing is.
fn left_list(
    locale: Locale,
    answer: &Found,
    left: &[&Left],
    heading: &'static str,
) -> Option<impl IntoView + use<>> {
    let items = left.iter().map(|left| {
        let credits = left.credits.map(|credits| credits_text(locale, credits));
        // What asks for as many credits says so itself.
        let credits = credits.filter(|credits| !left.says.starts_with(credits.as_str()));
        let credits = credits.map(|credits| td_string!(locale, pathways.left.to_do, credits));
        let goal = answer.plan().goals.get(left.goal).filter(|_| answer.is_joint());
        let goal = goal.and_then(|goal| goal.title.clone());
        let goal = goal.map(|goal| td_string!(locale, pathways.left.towards, goal));
        let about = [credits, goal].into_iter().flatten().collect::<Vec<_>>().join(" ");
        view! { <li>{left.says.clone()} " " <span class="soft">{about}</span></li> }
    });
    let items = items.collect_view();
    (!left.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            <ul class="left-list">{items}</ul>
        }
    })
}

/// The ways side by side, each with what is special of it, and what comes first when they are compared.
#[component]
fn WayChooser(register: Arc<Register>, answer: Arc<Found>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    found.chosen.update_untracked(|chosen| {
        if *chosen >= answer.plan().plans.len() {
            *chosen = 0;
        }
    });
    let shown = RwSignal::new(String::new());
    let ways = answer.plan().plans.iter().enumerate().map(|(at, way)| {
        let id = format!("way-{}", at + 1);
        let name = intl::listed(
            td_string!(locale, app.language_tag),
            &own_steps(&answer.plan().plans, way)
                .into_iter()
                .map(|key| route::title_of(locale, &register, key))
                .collect::<Vec<_>>(),
        );
        let credits = way.credits.map(|credits| credits_text(locale, credits));
        let steps = wording::number_of_steps(locale, StepsLeft::kind_of(way), way.awards);
        let fees = way.fees.map(|fees| fees.to_string());
        let agreed = (!way.firm).then(|| td_string!(locale, pathways.ways.if_agreed).to_owned());
        let facts = [credits, Some(steps), fees, agreed].into_iter().flatten().chain(way.providers.clone());
        let facts = facts
            .map(|fact| {
                view! {
                    " "
                    <span>{fact}</span>
                }
            })
            .collect_view();
        let choose = {
            let name = name.clone();
            move |_| {
                found.chosen.set(at);
                shown.set(td_string!(locale, pathways.ways.shown, way = name.clone()));
            }
        };
        view! {
            <label class="way-choice">
                <input
                    type="radio"
                    id=id
                    name="way"
                    prop:checked=move || found.chosen.get() == at
                    on:change=choose
                />
                <span>{name}</span>
                <span class="way-facts">{facts}</span>
            </label>
        }
    });
    let ways = ways.collect_view();
    let more =
        answer.plan().more.then(|| view! { <p class="hint">{td_string!(locale, pathways.ways.more)}</p> });
    view! {
        <Prefer register=register.clone() answer=answer.clone() found />
        <fieldset class="way-choices">
            <legend>{td_string!(locale, pathways.ways.title)}</legend>
            {ways}
        </fieldset>
        <p class="visually-hidden" role="status">
            {shown}
        </p>
        {more}
    }
}

/// The steps of a way that not all ways have.
fn own_steps<'a>(ways: &[Way], way: &'a Way) -> Vec<&'a str> {
    let is_everywhere =
        |key: &str| ways.iter().all(|way| way.steps.iter().any(|step| step.what.key() == key));
    way.steps.iter().map(|step| step.what.key()).filter(|key| !is_everywhere(key)).collect()
}

/// What comes first when ways are compared, as far as the register has the numbers.
#[component]
fn Prefer(register: Arc<Register>, answer: Arc<Found>, found: FoundContext) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let pathway = use_pathway();
    let ways = &answer.plan().plans;
    let is_known = |preference: &Preference| match preference {
        Preference::Credits | Preference::Awards | Preference::Provider => true,
        Preference::Time => ways.iter().any(|way| way.weeks.is_some()),
        Preference::Fees => ways.iter().any(|way| way.fees.is_some()),
    };
    let options = Preference::ALL.iter().copied().filter(is_known).map(|preference| {
        let is_chosen = move || pathway.settings().prefer == preference;
        view! {
            <option value=preference.id() prop:selected=is_chosen>
                {preference.label(language)}
            </option>
        }
    });
    let options = options.collect_view();
    let choose = move |id: String| {
        if let Some(preference) = Preference::ALL.iter().find(|preference| preference.id() == id) {
            found.chosen.set(0);
            let settings = untrack(|| pathway.settings());
            pathway.set_settings(PlanSettings { prefer: *preference, ..settings });
        }
    };
    let credentials = register.credentials();
    let fees = credentials.iter().filter(|each| each.fee.is_some()).count();
    let weeks = credentials.iter().filter(|each| each.duration_weeks.is_some()).count();
    let known = td_string!(locale, pathways.ways.known, fees, weeks, all = credentials.len());
    view! {
        <div class="prefer">
            <label for="prefer">{td_string!(locale, pathways.ways.prefer)}</label>
            <select
                id="prefer"
                aria-describedby="prefer-known"
                on:change:target=move |event| choose(event.target().value())
            >
                {options}
            </select>
            <p id="prefer-known" class="hint">
                {known}
            </p>
        </div>
    }
}
