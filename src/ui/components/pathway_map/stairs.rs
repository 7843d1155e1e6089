//! The steps as a picture: each as high as its level and as long as its credits.
//!
//! Places are shares of the width and heights go with the size of the text, so that the words above a step
//! have the same room however wide the page and however large the text is. The words are HTML within the
//! picture: they break by themselves, and nothing is drawn where they stand.

use super::{MapGoal, MapStep, StepState, step_id};
use crate::browser::page;
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::register::Register;
use crate::ui::components::title_link::path_of;
use crate::ui::components::{Icon, credits_text, size_credits_text, size_text};
use crate::ui::i18n::*;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::components::A;
use std::sync::Arc;

/// Heights, in sixteenths of the size of the text: of a level, of the words above a step, and of the numbers
/// below the ground.
const LEVEL: u32 = 18;
const WORDS: u32 = 96;
const BELOW: u32 = 24;
/// Shares of the width, in thousandths: what the steps have, where the goal stands, the least of a step, and what
/// the number of its credits needs on a phone.
const ROOM: u32 = 850;
const GOAL: u32 = 865;
const LEAST: u32 = 60;
const FOR_CREDITS: u32 = 100;

/// Where a step lies, in thousandths of the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Column {
    left: u32,
    width: u32,
}

/// The picture. Its steps are links, of which the arrow keys choose one; nothing where there are no steps.
#[component]
pub fn Stairs(
    id: &'static str,
    register: Arc<Register>,
    goal: MapGoal,
    steps: Vec<MapStep>,
) -> impl IntoView {
    let locale = use_locale();
    let rest = goal.rest;
    let last = steps.len().checked_sub(1)?;
    let current = RwSignal::new(0);
    let on_key = move |event: KeyboardEvent| {
        let at = current.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => (at + 1).min(last),
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        current.set(next);
        page::focus(&stair_id(id, next));
    };
    let levels = steps.iter().map(|step| step.level).chain([goal.level]).flatten().map(Level::get);
    let highest = u32::from(levels.max().unwrap_or(5));
    let ground = WORDS + LEVEL * highest;
    let columns = columns(steps.iter().map(|step| step.credits).chain(rest.map(Some)));
    let end = columns.last().map_or(ROOM, |column| column.left + column.width);
    let not_to_scale = steps.iter().any(|step| step.credits.is_none()).then(|| {
        view! { <p class="stairs-note hint">{td_string!(locale, pathways.map.not_to_scale)}</p> }
    });
    let drawn = steps.into_iter().zip(&columns).enumerate();
    let drawn = drawn.map(|(at, (step, column))| {
        let place = Place { column: *column, ground, highest };
        view! { <Stair id at register=register.clone() step place current /> }
    });
    let drawn = drawn.collect_view();
    let rest = rest.zip(columns.get(last + 1)).map(|(credits, column)| {
        let words = td_string!(locale, pathways.map.rest_short, credits = credits_text(locale, credits));
        view! {
            <line class="gap" x1=share(column.left) y1=em(ground) x2=share(end) y2=em(ground) />
            <foreignObject x=share(column.left) y="0" width=share(column.width) height=em(ground - 4)>
                <p class="stair-words">
                    <span>
                        <span>{words}</span>
                    </span>
                </p>
            </foreignObject>
        }
    });
    let top = ground - LEVEL * goal.level.map_or(highest, |level| u32::from(level.get()));
    let level = goal.level.map(|level| td_string!(locale, register.size.level, level = level.get()));
    let total = goal.credits.map(|credits| size_credits_text(locale, credits));
    let known = columns.get(last).map_or(0, |column| column.left + column.width);
    Some(view! {
        <svg
            class="stairs"
            width="100%"
            height=em(ground + BELOW)
            role="group"
            aria-label=td_string!(locale, pathways.map.picture)
            on:keydown=on_key
        >
            <defs>
                <pattern id=format!("{id}-hatch") width="8" height="8" patternUnits="userSpaceOnUse">
                    <path class="hatch" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
                </pattern>
                <pattern id=format!("{id}-cross") width="8" height="8" patternUnits="userSpaceOnUse">
                    <path class="hatch" d="M0 0L8 8M8 0L0 8" />
                </pattern>
            </defs>
            {drawn}
            {rest}
            <line class="ground" x1="0" y1=em(ground) x2=share(known) y2=em(ground) />
            <g aria-hidden="true">
                <line class="pole" x1=share(GOAL) y1=em(top) x2=share(GOAL) y2=em(ground) />
                <svg x=share(GOAL) y=em(top) width="24" height="16">
                    <path class="flag" d="M0 0H18L13 7L18 14H0z" />
                </svg>
                <foreignObject x=share(GOAL + 5) y="0" width=share(1000 - GOAL - 5) height=em(top - 4)>
                    <p class="stair-words">
                        <strong>{td_string!(locale, pathways.map.goal)}</strong>
                        <span>
                            <span>{level}</span>
                        </span>
                    </p>
                </foreignObject>
                <text class="value small" x="100%" y=em(ground + 18) text-anchor="end">
                    {total}
                </text>
            </g>
        </svg>
        {not_to_scale}
    })
}

fn stair_id(id: &str, at: usize) -> String {
    format!("{id}-stair-{}", at + 1)
}

/// Where a step is drawn.
#[derive(Clone, Copy)]
struct Place {
    column: Column,
    ground: u32,
    highest: u32,
}

#[component]
fn Stair(
    id: &'static str,
    at: usize,
    register: Arc<Register>,
    step: MapStep,
    place: Place,
    current: RwSignal<usize>,
) -> impl IntoView {
    let locale = use_locale();
    let Place { column: Column { left, width }, ground, highest } = place;
    let height = LEVEL * step.level.map_or(highest, |level| u32::from(level.get()));
    let top = ground - height;
    // What is not known is left open: a level at the top, credits at the end.
    let is_known = step.level.is_some() && step.credits.is_some();
    let class = if is_known { step.state.class() } else { "not-known" };
    let sides = (!is_known).then(|| {
        let right = left + width;
        let roof = step.level.map(|_| {
            view! { <line class="not-known" x1=share(left) y1=em(top) x2=share(right) y2=em(top) /> }
        });
        let end = step.credits.map(|_| {
            view! { <line class="not-known" x1=share(right) y1=em(top) x2=share(right) y2=em(ground) /> }
        });
        view! {
            <line class="not-known" x1=share(left) y1=em(top) x2=share(left) y2=em(ground) />
            {roof}
            {end}
        }
    });
    let block = is_known.then(|| {
        view! { <rect class=format!("block {class}") x=share(left) y=em(top) width=share(width) height=em(height) /> }
    });
    let pattern = match step.state {
        StepState::MayCount => Some("hatch"),
        StepState::Blocked => Some("cross"),
        StepState::Done | StepState::ToDo => None,
    };
    let pattern = pattern.map(|pattern| {
        view! {
            <rect
                x=share(left)
                y=em(top)
                width=share(width)
                height=em(height)
                fill=format!("url(#{id}-{pattern})")
            />
        }
    });
    let level = match step.level {
        Some(level) => td_string!(locale, register.size.level, level = level.get()),
        None => td_string!(locale, register.size.unknown_level).to_owned(),
    };
    let name = td_string!(
        locale,
        pathways.map.step,
        number = at + 1,
        title = step.title.clone(),
        state = step.state.label(locale),
        size = size_text(locale, step.level, step.credits.map(Size::Fixed))
    );
    let number = step.credits.map_or("?".to_owned(), |credits| credits.0.to_string());
    let href = step.key.and_then(|key| path_of(&register, &key));
    let words = view! {
        <strong>{at + 1} " " <span>{step.title}</span></strong>
        " "
        <span>
            <Icon icon=step.state.icon() />
            <span>{step.state.label(locale)}</span>
        </span>
        " "
        <span>
            <span>{level}</span>
        </span>
    };
    let tabindex = move || if current.get() == at { "0" } else { "-1" };
    let on_focus = move |_| current.set(at);
    let id_of_stair = stair_id(id, at);
    let link = match href {
        Some(href) => view! {
            <A
                href
                attr:id=id_of_stair
                attr:class="stair-words"
                attr:aria-label=name
                attr:tabindex=tabindex
                on:focus=on_focus
            >
                {words}
            </A>
        }
        .into_any(),
        None => view! {
            <a
                href=format!("#{}", step_id(id, at))
                rel="external"
                id=id_of_stair
                class="stair-words"
                aria-label=name
                tabindex=tabindex
                on:focus=on_focus
            >
                {words}
            </a>
        }
        .into_any(),
    };
    view! {
        <g class="stair">
            {pattern} {block} {sides}
            <foreignObject x=share(left) y="0" width=share(width) height=em(top - 4)>
                {link}
            </foreignObject>
            <text
                aria-hidden="true"
                class=if width < FOR_CREDITS { "value small" } else { "value" }
                x=share(left + width / 2)
                y=em(ground + 18)
                text-anchor="middle"
            >
                {number}
            </text>
        </g>
    }
}

/// Where steps of so many credits lie. One whose credits are not known is as long as the others are on
/// average, and none is so short that its number has no room.
fn columns(credits: impl Iterator<Item = Option<Credits>>) -> Vec<Column> {
    let credits: Vec<Option<u32>> = credits.map(|credits| Some(u32::from(credits?.0))).collect();
    let (known, sum) =
        credits.iter().flatten().fold((0, 0), |(known, sum), credits| (known + 1, sum + credits));
    let average = sum.checked_div(known).map_or(1, |average: u32| average.max(1));
    let lengths: Vec<u32> = credits.iter().map(|credits| credits.unwrap_or(average)).collect();
    let total: u32 = lengths.iter().sum::<u32>().max(1);
    let least = (total * LEAST).div_ceil(ROOM).max(1);
    let lengths: Vec<u32> = lengths.into_iter().map(|length| length.max(least)).collect();
    let total: u32 = lengths.iter().sum();
    let mut before = 0;
    let column = |length: u32| {
        let (left, right) = (ROOM * before / total, ROOM * (before + length) / total);
        before += length;
        Column { left, width: right - left }
    };
    lengths.into_iter().map(column).collect()
}

/// Thousandths as a percentage: `33.3%`.
fn share(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// Sixteenths of the size of the text.
fn em(sixteenths: u32) -> String {
    format!("{}rem", f64::from(sixteenths) / 16.0)
}
