//! What somebody wants to reach.

use super::{GOAL_TITLE, MAX_OFFERS, choose_goal};
use crate::browser::page;
use crate::domain::register::Register;
use crate::ui::components::{Combobox, Offer, SizeMark, TitleLink, size_text};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// The goal, and a search for one.
#[component]
pub fn GoalChooser(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let goal = Memo::new(move |_| pathway.get().goals.into_iter().next());
    let chosen = {
        let register = register.clone();
        move || match goal.get() {
            None => view! { <p>{td_string!(locale, pathways.goal.none)}</p> }.into_any(),
            Some(key) => view! { <Goal register=register.clone() key /> }.into_any(),
        }
    };
    let offers = move |text: &str| {
        let found = register.find_qualifications(text).into_iter().take(MAX_OFFERS);
        found
            .map(|qualification| Offer {
                key: qualification.key.clone(),
                title: qualification.title.clone(),
                hint: size_text(locale, qualification.level, qualification.credits()),
            })
            .collect()
    };
    let on_choose = Callback::new(move |offer: Offer| {
        choose_goal(locale, pathway, &offer.key, &offer.title);
    });
    view! {
        <section aria-labelledby=GOAL_TITLE>
            <h2 id=GOAL_TITLE tabindex="-1">
                {td_string!(locale, pathways.goal.title)}
            </h2>
            {chosen}
            <div hidden=move || goal.with(Option::is_some)>
                <Combobox id="goal" label=td_string!(locale, pathways.goal.search) offers on_choose />
            </div>
        </section>
    }
}

#[component]
fn Goal(register: Arc<Register>, key: String) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = register.title(&key).unwrap_or(&key).to_owned();
    let qualification = register.qualification(&key).map(|found| (found.level, found.credits()));
    let size = qualification.or_else(|| register.credential(&key).map(|found| (found.level, found.credits)));
    let size = size.map(|(level, credits)| view! { <SizeMark level credits /> });
    let clear = move |_| {
        pathway.set_goal(None, td_string!(locale, pathways.goal.cleared).to_owned());
        page::focus(GOAL_TITLE);
    };
    view! {
        <div class="goal-card">
            <p class="goal-title">
                <TitleLink register key=Some(key) title />
            </p>
            {size}
            <div class="actions">
                <button class="button small" type="button" on:click=clear>
                    {td_string!(locale, pathways.goal.clear)}
                </button>
            </div>
        </div>
    }
}
