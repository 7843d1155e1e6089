//! The answer, in one or two sentences: where somebody stands, and what is left.

use super::found::FoundContext;
use super::{ANSWER_TITLE, wording};
use crate::domain::day::spelled;
use crate::domain::pathways::Standing;
use crate::domain::register::Register;
use crate::ui::components::TitleLink;
use crate::ui::i18n::*;
use leptos::prelude::*;
use std::sync::Arc;

/// The most hours that a week of study has.
const MOST_HOURS: u32 = 60;

/// Where somebody stands towards their goal; nothing without a goal.
#[component]
pub fn Answer(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    let goal = Memo::new(move |_| {
        let found = found.get()?;
        let key = found.audit.goal.as_ref().map(|goal| goal.key.clone());
        Some((key, found.audit.title.clone()))
    });
    let sentences = Memo::new(move |_| {
        let (hours, chosen) = (found.hours.get(), found.chosen.get());
        let found = found.get()?;
        let holds = !found.asked.holdings.is_empty();
        Some(wording::of(locale, &found.standing(chosen), found.audit.credits, holds, hours))
    });
    let done = Memo::new(move |_| {
        let standing = found.get()?.standing(found.chosen.get());
        match standing {
            Standing::Steps(steps) => steps.done,
            _ => None,
        }
    });
    move || {
        let (key, title) = goal.get()?;
        let towards = title.map(|title| {
            view! {
                <p class="answer-goal">
                    {td_string!(locale, pathways.answer.towards)} " "
                    <TitleLink register=register.clone() key title />
                </p>
            }
        });
        let words = move || {
            sentences.get().map(|(lead, rest)| {
                view! {
                    <strong>{lead}</strong>
                    " "
                    <span>{rest}</span>
                }
            })
        };
        let by = move || Some(td_string!(locale, pathways.answer.by, day = spelled(done.get()?)));
        Some(view! {
            <section class="answer" aria-labelledby=ANSWER_TITLE>
                <h2 id=ANSWER_TITLE tabindex="-1">
                    {td_string!(locale, pathways.answer.title)}
                </h2>
                {towards}
                <p class="answer-words" role="status">
                    {words}
                </p>
                <div class="answer-pace" hidden=move || done.get().is_none()>
                    <Hours hours=found.hours />
                    <span role="status">{by}</span>
                </div>
            </section>
        })
    }
}

/// The hours of study a week, of which the weeks follow.
#[component]
fn Hours(hours: RwSignal<u32>) -> impl IntoView {
    let locale = use_locale();
    let change = move |text: String| {
        if let Ok(typed) = text.trim().parse::<u32>()
            && (1..=MOST_HOURS).contains(&typed)
        {
            hours.set(typed);
        }
    };
    view! {
        <label for="hours">{td_string!(locale, pathways.answer.hours)}</label>
        <input
            id="hours"
            type="number"
            inputmode="numeric"
            min="1"
            max=MOST_HOURS.to_string()
            prop:value=move || hours.get().to_string()
            on:change:target=move |event| change(event.target().value())
        />
    }
}
