//! The plans that somebody keeps: a way is kept by a name, and the plans are compared.

mod comparison;
mod name_form;

use super::found::FoundContext;
use super::route;
use crate::browser::{intl, page};
use crate::domain::pathways::KeptPlan;
use crate::domain::register::Register;
use crate::ui::components::{Notice, NoticeKind};
use crate::ui::i18n::*;
use crate::ui::providers::{use_pathway, use_plans};
use comparison::Comparison;
use leptos::prelude::*;
use name_form::NameForm;
use std::sync::Arc;

const KEEP: &str = "keep-plan";
/// What takes the focus when a plan has changed.
const PLANS_TITLE: &str = "plans-title";

/// Keeps the way that is chosen as a plan, under a name.
#[component]
pub fn KeepPlan(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    let (pathway, plans) = (use_pathway(), use_plans());
    let register = StoredValue::new(register);
    let is_naming = RwSignal::new(false);
    let has_way = Memo::new(move |_| found.get().is_some_and(|found| !found.plan().plans.is_empty()));
    let suggested = move || {
        let goals = untrack(|| pathway.get()).goals;
        let title = |goal: &String| register.with_value(|register| route::title_of(locale, register, goal));
        let titles: Vec<String> = goals.iter().map(title).collect();
        let name = intl::listed(td_string!(locale, app.language_tag), &titles);
        untrack(|| plans.with(|plans| plans.free_name(&name)))
    };
    let on_done = Callback::new(move |name: Option<String>| {
        let (pathway, settings) = untrack(|| (pathway.get(), pathway.settings()));
        let way = untrack(|| found.get()?.way(found.chosen.get()).cloned());
        if let Some((name, way)) = name.zip(way) {
            plans.keep(KeptPlan::new(name, pathway, settings, &way), |name, is_saved| {
                if is_saved {
                    td_string!(locale, pathways.plans.kept, name)
                } else {
                    td_string!(locale, pathways.plans.not_kept, name)
                }
            });
        }
        is_naming.set(false);
        request_animation_frame(|| page::focus(KEEP));
    });
    let form = move || {
        is_naming.get().then(|| {
            let heading = td_string!(locale, pathways.plans.keep).to_owned();
            view! { <NameForm heading name=suggested() on_done /> }
        })
    };
    view! {
        <div class="keep-plan" hidden=move || !has_way.get()>
            <button
                id=KEEP
                class="button small"
                type="button"
                hidden=move || is_naming.get()
                on:click=move |_| is_naming.set(true)
            >
                {td_string!(locale, pathways.plans.keep)}
            </button>
            {form}
        </div>
    }
}

/// The plans that somebody keeps, side by side once they ask for it.
#[component]
pub fn Plans(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    let plans = use_plans();
    let is_open = RwSignal::new(false);
    let count = Memo::new(move |_| plans.with(|plans| plans.iter().count()));
    let has_any = Memo::new(move |_| count.get() > 0);
    move || {
        let register = register.clone();
        has_any.get().then(|| {
            let table = move || {
                let register = register.clone();
                is_open.get().then(|| view! { <Comparison register found /> })
            };
            let refused = move || {
                (!plans.is_saved()).then(|| {
                    view! {
                        <Notice kind=NoticeKind::Warning>
                            <p>{td_string!(locale, pathways.plans.refused)}</p>
                        </Notice>
                    }
                })
            };
            view! {
                <section class="plans" aria-labelledby=PLANS_TITLE>
                    <h2 id=PLANS_TITLE tabindex="-1">
                        {td_string!(locale, pathways.plans.title)}
                    </h2>
                    {refused}
                    <details
                        class="fold"
                        prop:open=is_open.get_untracked()
                        on:toggle:target=move |event| is_open.set(event.target().has_attribute("open"))
                    >
                        <summary>
                            {move || td_string!(locale, pathways.plans.compare, count = count.get())}
                        </summary>
                        {table}
                    </details>
                </section>
            }
        })
    }
}
