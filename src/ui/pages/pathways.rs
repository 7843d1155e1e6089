//! The pathways page: what somebody holds, where it leads, and what a goal still asks for. Holdings
//! and goal live in the address and are kept on the device.

use crate::browser::storage;
use crate::domain::pathways::{Holdings, Lead, Plan, Question, Remark, Way, leads_to, plan};
use crate::domain::register::{Query, Register};
use crate::ui::address::Address;
use crate::ui::parts::{
    fact, lead_view, leads, page_title, search_input, size_mark, title_link, with_register,
};
use crate::ui::reactive::{text, view, yes};
use crate::ui::state::State;
use crate::ui::tree::{Element, button, el, none, p, together};
use crate::ui::words::pathways as words;
use leptos::prelude::*;
use std::sync::Arc;

const HOLD: &str = "hold";
/// Holdings to be added to those that are kept, as a link from another page says them.
const ADD: &str = "add";
const GOAL: &str = "goal";
const KEPT: &str = "waymark.pathways";
const OFFERED: usize = 8;

/// The holdings, the goal, and what comes of both.
pub fn pathways() -> Element {
    let address = State::get().address;
    take_up(address);
    together([
        page_title(words::TITLE),
        p(words::LEAD).class("lead"),
        with_register(move |register| page(register, address)),
    ])
}

/// Takes up what the device keeps where the address says nothing, and keeps each change.
fn take_up(address: Address) {
    let is_blank = || address.remembered(HOLD).is_empty() && address.first(GOAL).is_none();
    let added = untrack(|| address.remembered(ADD));
    if let Some(kept) = storage::read(KEPT).filter(|_| untrack(is_blank)) {
        let mut lines = kept.lines().map(str::to_owned);
        let goal = lines.next().filter(|goal| !goal.is_empty());
        address.remember(GOAL, goal);
        address.remember(HOLD, lines);
    }
    let is_adding = !added.is_empty();
    if is_adding {
        address.remember(ADD, None);
        address.change(HOLD, |held| {
            held.retain(|held| !added.contains(held));
            held.extend(added);
        });
    }
    // What somebody else's address brings is kept only once the person changes it.
    Effect::new(move |is_later: Option<bool>| {
        let mut lines = vec![address.first(GOAL).unwrap_or_default()];
        lines.extend(address.remembered(HOLD));
        if is_later.unwrap_or(is_adding) {
            // What the device does not keep stays in the address, which the page shows.
            let _ = storage::write(KEPT, &lines.join("\n"));
        }
        true
    });
}

fn page(register: Arc<Register>, address: Address) -> Element {
    let goal = {
        let register = register.clone();
        view(move || {
            let question = question(address);
            if question.goal.is_empty() { none() } else { goal_view(&register, &plan(&register, &question)) }
        })
    };
    let led_to = {
        let register = register.clone();
        view(move || leads_view(&register, &question(address).holdings, address))
    };
    let asked = el("div")
        .class("asked")
        .put(holdings_view(register.clone(), address))
        .put(goal_chooser(register, address));
    el("div").class("pathways").put(asked).put(el("div").class("answered").put(goal).put(led_to))
}

/// The question that the address spells.
fn question(address: Address) -> Question {
    let mut holdings = Holdings::default();
    for key in address.remembered(HOLD) {
        holdings.add_credential(key, None);
    }
    Question { goal: address.first(GOAL).unwrap_or_default(), holdings, on: None }
}

/// What is held, and a search to add to it.
fn holdings_view(register: Arc<Register>, address: Address) -> Element {
    let held = {
        let register = register.clone();
        view(move || {
            let held = address.remembered(HOLD);
            together(held.into_iter().map(|key| held_view(&register, key, address)))
        })
    };
    let typed = RwSignal::new(String::new());
    let offered = view(move || {
        let text = typed.get();
        if text.trim().is_empty() {
            return none();
        }
        let answer = register.search(&Query { text, limit: OFFERED, ..Query::default() });
        together(answer.hits.into_iter().map(|hit| {
            let key = hit.key;
            offer(hit.title, words::I_HOLD, move || {
                address.change(HOLD, |held| {
                    held.retain(|held| *held != key);
                    held.push(key.clone());
                });
                typed.set(String::new());
            })
        }))
    });
    let is_empty = move || address.remembered(HOLD).is_empty();
    el("section")
        .put(el("h2").say(words::HOLD))
        .put(p(words::HOLD_NONE).hidden(yes(move || !is_empty())))
        .put(el("ul").class("held-list").put(held))
        .put(search_box("hold-search", words::HOLD_SEARCH, typed))
        .put(el("ul").class("offered").put(offered))
        .put(p(words::HOLD_KEPT).class("hint"))
}

fn held_view(register: &Register, key: String, address: Address) -> Element {
    let title = register.title(&key).unwrap_or(&key).to_owned();
    let size = match register.credential(&key) {
        Some(credential) => size_mark(credential.level, credential.credits),
        None => none(),
    };
    let link = title_link(register, Some(&key), &title);
    let remove = button(words::REMOVE, move || address.change(HOLD, |held| held.retain(|held| *held != key)));
    let remove = remove.class("quiet").set("aria-label", words::remove(&title));
    el("li").class("hit").put(size).put(el("div").put(link).put(el("p").put(remove)))
}

/// Something found, and the button that takes it.
fn offer(title: String, label: &'static str, take: impl FnMut() + 'static) -> Element {
    let take = button(label, take).set("aria-label", words::for_title(label, &title));
    el("li").put(el("span").say(title)).put(take)
}

fn search_box(id: &'static str, label: &'static str, typed: RwSignal<String>) -> Element {
    let input = search_input(id, text(move || typed.get()), move |text| typed.set(text));
    together([el("label").set("for", id).say(label), input])
}

/// The goal, and a search for one.
fn goal_chooser(register: Arc<Register>, address: Address) -> Element {
    let typed = RwSignal::new(String::new());
    let chosen = {
        let register = register.clone();
        view(move || {
            let Some(key) = address.first(GOAL) else { return p(words::GOAL_NONE) };
            let title = register.title(&key).unwrap_or(&key);
            let clear = button(words::CLEAR_GOAL, move || address.remember(GOAL, None)).class("quiet");
            el("p").class("goal").put(title_link(&register, Some(&key), title)).say(" ").put(clear)
        })
    };
    let offered = view(move || {
        let text = typed.get();
        if text.trim().is_empty() {
            return none();
        }
        let found = register.find_qualifications(&text);
        together(found.into_iter().take(OFFERED).map(|qualification| {
            let key = qualification.key.clone();
            offer(qualification.title.clone(), words::MAKE_GOAL, move || {
                address.remember(GOAL, [key.clone()]);
                typed.set(String::new());
            })
        }))
    });
    el("section")
        .put(el("h2").say(words::GOAL))
        .put(chosen)
        .put(search_box("goal-search", words::GOAL_SEARCH, typed))
        .put(el("ul").class("offered").put(offered))
}

/// The ways to the goal and what each still needs.
fn goal_view(register: &Register, plan: &Plan) -> Element {
    let title = plan.goal.as_ref().map_or_else(String::new, |goal| goal.title.clone());
    let count = plan.ways.len();
    let ways = if count == 0 {
        none()
    } else {
        let ways = plan.ways.iter().enumerate();
        let ways = ways.map(|(index, way)| way_view(register, way, words::way(index + 1, count)));
        el("section").put(el("h2").say(words::WAYS)).put(p(words::WAYS_WHY).class("hint")).all(ways)
    };
    el("section")
        .class("plan")
        .put(el("h2").class("plan-goal").say(title))
        .put(p(plan.advice).class("hint"))
        .put(remarks(words::BLOCKS, &plan.blocks))
        .put(remarks(words::NOTES, &plan.notes))
        .put(ways)
        .put(leads(words::CONTRIBUTIONS, words::CONTRIBUTIONS_WHY, register, &plan.contributions, false))
        .put(leads(words::PROGRESSIONS, words::PROGRESSIONS_WHY, register, &plan.progressions, false))
}

fn way_view(register: &Register, way: &Way, heading: String) -> Element {
    let sums = el("dl")
        .class("facts sums")
        .put(fact(words::HELD, words::held(way.credits_held)))
        .put(fact(words::LEFT, words::left(way.credits_left, way.hours_left)));
    el("article")
        .class("way-there")
        .put(el("h3").say(heading))
        .put(sums)
        .put(remarks(words::BLOCKS, &way.blocks))
        .put(lead_view(register, &way.lead, false))
}

fn remarks(title: &'static str, remarks: &[Remark]) -> Element {
    if remarks.is_empty() {
        return none();
    }
    let items = remarks.iter().map(|remark| {
        let rule = el("span").class("clause").say(remark.rule.unwrap_or_default());
        el("li").say(format!("{} ", remark.says)).put(rule)
    });
    el("div").class("remarks").put(el("h3").say(title)).put(el("ul").all(items))
}

/// Where the holdings lead, with a way to make each target the goal.
fn leads_view(register: &Register, holdings: &Holdings, address: Address) -> Element {
    if holdings.credentials().next().is_none() {
        return none();
    }
    let found = leads_to(register, holdings);
    let nothing = if found.is_empty() { p(words::LEADS_NONE) } else { none() };
    let items = found.iter().map(|lead| lead_item(register, lead, address));
    el("section")
        .put(el("h2").say(words::LEADS))
        .put(p(words::ADVICE_SHORT).class("hint"))
        .put(nothing)
        .put(el("ul").class("leads").all(items))
}

fn lead_item(register: &Register, lead: &Lead, address: Address) -> Element {
    let choose = match lead.target_key.clone() {
        Some(key) => button(words::MAKE_GOAL, move || address.remember(GOAL, [key.clone()]))
            .set("aria-label", words::for_title(words::MAKE_GOAL, &lead.target)),
        None => none(),
    };
    el("li").class("lead-item").put(lead_view(register, lead, true)).put(choose)
}
