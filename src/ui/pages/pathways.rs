//! The pathways page: what somebody holds, where it leads, and what a goal still asks for. Holdings
//! and goal live in the address and are kept on the device.

use crate::browser::storage;
use crate::domain::pathways::{Holdings, Lead, Plan, Question, Remark, Way, leads_to, plan};
use crate::domain::register::{Query, Register};
use crate::ui::address::{self, remembered};
use crate::ui::parts::{fact, lead_view, leads, page_title, size_mark, title_link, with_register};
use crate::ui::reactive::{act, all, none, text, view, yes};
use crate::ui::words::pathways as words;
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;
use std::sync::Arc;

const HOLD: &str = "hold";
const GOAL: &str = "goal";
const KEPT: &str = "waymark.pathways";
const OFFERED: usize = 8;

/// The holdings, the goal, and what comes of both.
pub fn pathways() -> AnyView {
    let (memory, remember) = address::use_memory();
    take_up(memory);
    view! {
        {page_title(words::TITLE)}
        <p class="lead">{words::LEAD}</p>
        {with_register(move |register| page(register, memory, remember))}
    }
    .into_any()
}

/// Takes up what the device keeps where the address says nothing, and keeps each change.
fn take_up(memory: Memo<ParamsMap>) {
    let navigate = use_navigate();
    Effect::new(move |is_later: Option<bool>| {
        let query = memory.with(ParamsMap::to_query_string);
        match storage::read(KEPT).filter(|kept| is_later.is_none() && query.len() < 2 && kept.len() > 1) {
            Some(kept) => {
                let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
                navigate(&format!("/pathways{kept}"), options);
            }
            // Holdings that can not be kept stay in the address, which the page shows.
            None => drop(storage::write(KEPT, &query)),
        }
        true
    });
}

fn page(register: Arc<Register>, memory: Memo<ParamsMap>, remember: Callback<ParamsMap>) -> AnyView {
    let question = Memo::new(move |_| memory.with(question));
    let goal = {
        let register = register.clone();
        view(move || {
            let question = question.get();
            if question.goal.is_empty() { none() } else { goal_view(&register, &plan(&register, &question)) }
        })
    };
    let led_to = {
        let register = register.clone();
        view(move || leads_view(&register, &leads_to(&register, &question.get().holdings), remember, memory))
    };
    view! {
        <div class="pathways">
            <div class="asked">
                {holdings_view(register.clone(), memory, remember)}
                {goal_chooser(register, memory, remember)}
            </div>
            <div class="answered">{goal}{led_to}</div>
        </div>
    }
    .into_any()
}

/// The question that the address spells.
fn question(memory: &ParamsMap) -> Question {
    let mut holdings = Holdings::default();
    for key in remembered(memory, HOLD) {
        holdings.add_credential(key, None);
    }
    Question { goal: memory.get(GOAL).unwrap_or_default(), holdings, on: None }
}

/// What is held, and a search to add to it.
fn holdings_view(register: Arc<Register>, memory: Memo<ParamsMap>, remember: Callback<ParamsMap>) -> AnyView {
    let change = move |change: &dyn Fn(&mut Vec<String>)| {
        let query = memory.with_untracked(|memory| {
            let mut held = remembered(memory, HOLD);
            change(&mut held);
            address::with(memory, HOLD, held)
        });
        remember.run(query);
    };
    let held = {
        let register = register.clone();
        view(move || {
            all(memory.with(|memory| remembered(memory, HOLD)).into_iter().map(|key| {
                let credential = register.credential(&key);
                let title = register.title(&key).unwrap_or(&key).to_owned();
                let size = credential.map_or_else(none, |credential| size_mark(credential.level, credential.credits));
                let label = words::remove(&title);
                let link = title_link(&register, register.title(&key).map(|_| key.as_str()), &title);
                let remove = act(move |_: MouseEvent| change(&|held| held.retain(|held| *held != key)));
                view! {
                    <li class="hit">
                        {size}
                        <div>{link}<p><button type="button" class="quiet" aria-label=label on:click=remove>{words::REMOVE}</button></p></div>
                    </li>
                }
                .into_any()
            }))
        })
    };
    let typed = RwSignal::new(String::new());
    let offered = {
        let register = register.clone();
        view(move || {
            let text = typed.get();
            if text.trim().is_empty() {
                return none();
            }
            let answer = register.search(&Query { text, limit: OFFERED, ..Query::default() });
            all(answer.hits.into_iter().map(|hit| {
                let label = words::for_title(words::I_HOLD, &hit.title);
                let add = act(move |_: MouseEvent| {
                    change(&|held| {
                        if !held.contains(&hit.key) {
                            held.push(hit.key.clone());
                        }
                    });
                    typed.set(String::new());
                });
                view! { <li><span>{hit.title}</span><button type="button" aria-label=label on:click=add>{words::I_HOLD}</button></li> }.into_any()
            }))
        })
    };
    let is_empty = yes(move || memory.with(|memory| remembered(memory, HOLD).is_empty()));
    view! {
        <section>
            <h2>{words::HOLD}</h2>
            <p class:none=yes(move || !is_empty.get())>{words::HOLD_NONE}</p>
            <ul class="held-list">{held}</ul>
            {search_box("hold-search", words::HOLD_SEARCH, typed)}
            <ul class="offered">{offered}</ul>
            <p class="hint">{words::HOLD_KEPT}</p>
        </section>
    }
    .into_any()
}

fn search_box(id: &'static str, label: &'static str, typed: RwSignal<String>) -> AnyView {
    let enter = act(move |event: Event| typed.set(event_target_value(&event)));
    view! {
        <label for=id>{label}</label>
        <input id=id type="search" class="line" autocomplete="off" prop:value=text(move || typed.get()) on:input=enter/>
    }
    .into_any()
}

/// The goal, and a search for one.
fn goal_chooser(register: Arc<Register>, memory: Memo<ParamsMap>, remember: Callback<ParamsMap>) -> AnyView {
    let goal = text(move || memory.with(|memory| memory.get(GOAL)).unwrap_or_default());
    let set = move |key: Option<String>| {
        remember.run(memory.with_untracked(|memory| address::with(memory, GOAL, Vec::from_iter(key))));
    };
    let typed = RwSignal::new(String::new());
    let chosen = {
        let register = register.clone();
        view(move || {
            let key = goal.get();
            if key.is_empty() {
                return view! { <p>{words::GOAL_NONE}</p> }.into_any();
            }
            let title = register.title(&key).unwrap_or(&key).to_owned();
            let link = title_link(&register, register.title(&key).map(|_| key.as_str()), &title);
            let clear = act(move |_: MouseEvent| set(None));
            view! { <p class="goal">{link}" "<button type="button" class="quiet" on:click=clear>{words::CLEAR_GOAL}</button></p> }.into_any()
        })
    };
    let offered = view(move || {
        let text = typed.get();
        if text.trim().is_empty() {
            return none();
        }
        let found = register.find_qualifications(&text);
        all(found.into_iter().take(OFFERED).map(|qualification| {
            let (key, title) = (qualification.key.clone(), qualification.title.clone());
            let label = words::for_title(words::MAKE_GOAL, &title);
            let choose = act(move |_: MouseEvent| {
                set(Some(key.clone()));
                typed.set(String::new());
            });
            view! { <li><span>{title}</span><button type="button" aria-label=label on:click=choose>{words::MAKE_GOAL}</button></li> }.into_any()
        }))
    });
    view! {
        <section>
            <h2>{words::GOAL}</h2>
            {chosen}
            {search_box("goal-search", words::GOAL_SEARCH, typed)}
            <ul class="offered">{offered}</ul>
        </section>
    }
    .into_any()
}

/// The ways to the goal and what each still needs.
fn goal_view(register: &Register, plan: &Plan) -> AnyView {
    let title = plan.goal.as_ref().map(|goal| goal.title.clone()).unwrap_or_default();
    let count = plan.ways.len();
    let ways = plan.ways.iter().enumerate().map(|(index, way)| way_view(register, way, index + 1, count));
    let ways = if count == 0 {
        none()
    } else {
        view! { <section><h2>{words::WAYS}</h2><p class="hint">{words::WAYS_WHY}</p>{all(ways)}</section> }
            .into_any()
    };
    view! {
        <section class="plan">
            <h2 class="plan-goal">{title}</h2>
            <p class="hint">{plan.advice}</p>
            {remarks(words::BLOCKS, &plan.blocks)}
            {remarks(words::NOTES, &plan.notes)}
            {ways}
            {leads(words::CONTRIBUTIONS, words::CONTRIBUTIONS_WHY, register, &plan.contributions, false)}
            {leads(words::PROGRESSIONS, words::PROGRESSIONS_WHY, register, &plan.progressions, false)}
        </section>
    }
    .into_any()
}

fn way_view(register: &Register, way: &Way, number: usize, of: usize) -> AnyView {
    view! {
        <article class="way-there">
            <h3>{words::way(number, of)}</h3>
            <dl class="facts sums">
                {fact(words::HELD, words::held(way.credits_held))}
                {fact(words::LEFT, words::left(way.credits_left, way.hours_left))}
            </dl>
            {remarks(words::BLOCKS, &way.blocks)}
            {lead_view(register, &way.lead, false)}
        </article>
    }
    .into_any()
}

fn remarks(title: &'static str, remarks: &[Remark]) -> AnyView {
    if remarks.is_empty() {
        return none();
    }
    let items = remarks.iter().map(|remark| {
        view! { <li>{remark.says.clone()}" "<span class="clause">{remark.rule.unwrap_or_default()}</span></li> }.into_any()
    });
    view! { <div class="remarks"><h3>{title}</h3><ul>{all(items)}</ul></div> }.into_any()
}

/// Where the holdings lead, with a way to make each target the goal.
fn leads_view(
    register: &Arc<Register>,
    found: &[Lead],
    remember: Callback<ParamsMap>,
    memory: Memo<ParamsMap>,
) -> AnyView {
    if memory.with_untracked(|memory| remembered(memory, HOLD).is_empty()) {
        return none();
    }
    let items = found.iter().map(|lead| {
        let choose = lead.target_key.clone().map_or_else(none, |key| {
            let label = words::for_title(words::MAKE_GOAL, &lead.target);
            let choose = act(move |_: MouseEvent| {
                remember.run(memory.with_untracked(|memory| address::with(memory, GOAL, vec![key.clone()])));
            });
            view! { <button type="button" aria-label=label on:click=choose>{words::MAKE_GOAL}</button> }
                .into_any()
        });
        view! { <li class="lead-item">{lead_view(register, lead, true)}{choose}</li> }.into_any()
    });
    let empty = if found.is_empty() { view! { <p>{words::LEADS_NONE}</p> }.into_any() } else { none() };
    view! {
        <section>
            <h2>{words::LEADS}</h2>
            <p class="hint">{words::ADVICE_SHORT}</p>
            {empty}
            <ul class="leads">{all(items)}</ul>
        </section>
    }
    .into_any()
}
