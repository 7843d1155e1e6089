//! The answer, in one or two sentences: where somebody stands, and what is left.

use super::found::FoundContext;
use super::{ANSWER_TITLE, wording};
use crate::domain::day::spelled;
use crate::domain::pathways::{AskedGoal, MOST_HOURS_A_WEEK, PlanSettings, Standing, Sum};
use crate::domain::register::Register;
use crate::ui::components::TitleLink;
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::HtmlInputElement;

/// Where somebody stands towards their goal, or towards several together and each; nothing without a goal.
#[component]
pub fn Answer(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let goals = Memo::new(move |_| {
        let found = found.get()?;
        let goals = found.goals().iter().zip(found.asked.goals()).map(|(goal, asked)| {
            let key = goal.audit.goal.as_ref().map(|goal| goal.key.clone());
            let title = goal.audit.title.clone();
            // Among several, what the register does not have is called by its key.
            let title = title.or_else(|| match asked {
                AskedGoal::Key(key) if found.is_joint() => Some(key.clone()),
                AskedGoal::Key(_) | AskedGoal::Tree(_) => None,
            });
            (key, title)
        });
        Some(goals.collect::<Vec<_>>())
    });
    let towards_each = Memo::new(move |_| {
        let chosen = found.chosen.get();
        let found = found.get()?;
        let holds = !found.asked.holdings.is_empty();
        let each = found.goals().iter().map(|goal| {
            let standing = found.standing_towards(goal, chosen);
            wording::of_one(locale, &standing, goal.audit.credits, holds)
        });
        Some(each.collect::<Vec<_>>())
    });
    let sentences = Memo::new(move |_| {
        let (hours, chosen) = (pathway.settings().hours_a_week, found.chosen.get());
        let found = found.get()?;
        let holds = !found.asked.holdings.is_empty();
        let standing = found.standing(chosen);
        Some(match found.goals() {
            [only] => wording::of(locale, &standing, only.audit.credits, holds, hours),
            several => {
                let (lead, rest) = wording::of(locale, &standing, Sum::NOTHING, false, hours);
                let (planned, all) = (found.planned().count(), several.len());
                let about = wording::plan_for(locale, &standing, planned, all);
                let rest = [about, Some(rest)].into_iter().flatten().collect::<Vec<_>>();
                (lead, rest.join(" "))
            }
        })
    });
    let done = Memo::new(move |_| {
        let standing = found.get()?.standing(found.chosen.get());
        match standing {
            Standing::Steps(steps) => Some((steps.done?, steps.begin_by)),
            _ => None,
        }
    });
    let is_shown = Memo::new(move |_| goals.with(Option::is_some) || found.is_working());
    let about = StoredValue::new(register);
    let towards = move || {
        let [(key, title)] = <[_; 1]>::try_from(goals.get()?).ok()?;
        let (register, title) = (about.get_value(), title?);
        Some(view! {
            <p class="answer-goal">
                {td_string!(locale, pathways.answer.towards)} " " <TitleLink register key title />
            </p>
        })
    };
    let each = move || {
        let several = goals.get().filter(|goals| goals.len() > 1)?;
        let each = several.into_iter().enumerate().map(|(at, (key, title))| {
            let (register, title) = (about.get_value(), title.unwrap_or_default());
            let says = move || towards_each.with(|each| each.as_ref()?.get(at).cloned());
            view! {
                <li>
                    <strong>
                        <TitleLink register key title />
                    </strong>
                    <span>{says}</span>
                </li>
            }
        });
        Some(view! { <ul class="answer-goals">{each.collect_view()}</ul> })
    };
    let words = move || {
        let working = (td_string!(locale, pathways.answer.working).to_owned(), String::new());
        let words = if found.is_working() { Some(working) } else { sentences.get() };
        words.map(|(lead, rest)| {
            view! {
                <strong>{lead}</strong>
                " "
                <span>{rest}</span>
            }
        })
    };
    let by = move || {
        let (done, begin_by) = done.get()?;
        let by = td_string!(locale, pathways.answer.by, day = spelled(done));
        let begin_by = begin_by.map(|day| td_string!(locale, pathways.answer.begin_by, day = spelled(day)));
        Some([Some(by), begin_by].into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    // The section stays while what is in it changes, and the focus with it.
    view! {
        <Show when=move || is_shown.get()>
            <section class="answer" aria-labelledby=ANSWER_TITLE>
                <h2 id=ANSWER_TITLE tabindex="-1">
                    {td_string!(locale, pathways.answer.title)}
                </h2>
                {towards}
                <p class="answer-words" role="status">
                    {words}
                </p>
                {each}
                <div class="answer-pace" hidden=move || done.get().is_none()>
                    <Hours />
                    <span role="status">{by}</span>
                </div>
            </section>
        </Show>
    }
}

/// The hours of study a week, of which the weeks follow.
#[component]
fn Hours() -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let hours = move || pathway.settings().hours_a_week;
    let is_refused = RwSignal::new(false);
    let change = move |input: HtmlInputElement| {
        let typed = input.value().trim().parse::<u32>().ok();
        let typed = typed.filter(|typed| (1..=MOST_HOURS_A_WEEK).contains(typed));
        is_refused.set(typed.is_none());
        match typed {
            Some(hours_a_week) => {
                pathway.set_settings(PlanSettings { hours_a_week, ..untrack(|| pathway.settings()) });
            }
            // What is on screen is what the answer goes by.
            None => input.set_value(&untrack(hours).to_string()),
        }
    };
    let refused = move || {
        let (most, kept) = (MOST_HOURS_A_WEEK, hours());
        is_refused.get().then(|| td_string!(locale, pathways.answer.hours_range, most, kept))
    };
    view! {
        <label for="hours">{td_string!(locale, pathways.answer.hours)}</label>
        <input
            id="hours"
            type="number"
            inputmode="numeric"
            min="1"
            max=MOST_HOURS_A_WEEK.to_string()
            prop:value=move || hours().to_string()
            aria-describedby="hours-range"
            on:change:target=move |event| change(event.target())
        />
        <span id="hours-range" class="hint" role="status">
            {refused}
        </span>
    }
}
