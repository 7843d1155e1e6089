//! Where what somebody has done leads.

use super::GOAL_TITLE;
use crate::browser::page;
use crate::domain::pathways::{Lead, leads_to};
use crate::domain::register::Register;
use crate::ui::components::{Audience, LeadCard, TargetHeading};
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// What the holdings lead to, each with a button that makes it the goal; nothing without holdings.
#[component]
pub fn Leads(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let holdings = Memo::new(move |_| pathway.get().question().holdings);
    move || {
        let holdings = holdings.get();
        holdings.credentials().next()?;
        let leads = leads_to(&register, &holdings);
        let is_empty = leads.is_empty();
        let items = leads.into_iter();
        let items = items.map(|lead| view! { <LeadItem register=register.clone() lead /> }).collect_view();
        let about = if is_empty {
            td_string!(locale, pathways.leads.none).into_any()
        } else {
            td_string!(locale, pathways.advice).into_any()
        };
        Some(view! {
            <section class="leads">
                <header class="ways-head">
                    <h2>{td_string!(locale, pathways.leads.title)}</h2>
                    <p class="hint">{about}</p>
                </header>
                <ul class="ways">{items}</ul>
            </section>
        })
    }
}

#[component]
fn LeadItem(register: Arc<Register>, lead: Lead) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let title = lead.target.clone();
    let choose = lead.target_key.clone().map(|key| {
        let name = title.clone();
        let choose = move |_| {
            pathway
                .set_goal(Some(key.clone()), td_string!(locale, pathways.goal.chosen, title = title.clone()));
            page::focus(GOAL_TITLE);
        };
        view! {
            <div class="actions">
                <button
                    class="button small"
                    type="button"
                    aria-label=td_string!(locale, pathways.goal.choose_named, title = name)
                    on:click=choose
                >
                    {td_string!(locale, pathways.goal.choose)}
                </button>
            </div>
        }
    });
    view! {
        <li>
            <article class="way">
                <TargetHeading register=register.clone() lead=lead.clone() />
                <LeadCard register lead audience=Audience::Learner />
                {choose}
            </article>
        </li>
    }
}
