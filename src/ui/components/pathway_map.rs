//! The map of a pathway: its steps as an ordered list and, where there is one goal, as stairs
//! that lead up to it.

mod stairs;

use super::{Icon, SizeMark, TitleLink, credits_text, icons, size_text};
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::register::Register;
use crate::ui::i18n::*;
use leptos::prelude::*;
use stairs::Stairs;
use std::sync::Arc;

/// A pathway, step by step.
#[derive(Clone, Debug, PartialEq)]
pub struct PathwaySteps {
    /// What it leads to: one goal or several.
    pub goals: Vec<MapGoal>,
    /// The steps, in the order in which they are taken.
    pub steps: Vec<MapStep>,
}

/// What a pathway leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapGoal {
    /// Its key, where it has a page.
    pub key: Option<String>,
    /// What it is called.
    pub title: String,
    /// Its level.
    pub level: Option<Level>,
    /// Its credits.
    pub credits: Option<Size>,
    /// The credits of it that none of the steps bring.
    pub rest: Option<Credits>,
}

/// A step of a pathway.
#[derive(Clone, Debug, PartialEq)]
pub struct MapStep {
    /// Its key, where it has a page.
    pub key: Option<String>,
    /// What it is called.
    pub title: String,
    /// Its level.
    pub level: Option<Level>,
    /// The credits that it brings.
    pub credits: Option<Credits>,
    /// How far it is.
    pub state: StepState,
    /// The keys of others that would do as well.
    pub or: Vec<String>,
    /// What else there is to know of it, in sentences.
    pub notes: Vec<String>,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// It is done, and counts.
    Done,
    /// It is done, and counts if somebody agrees.
    MayCount,
    /// It is to be done.
    ToDo,
    /// It is to be done, and something is in the way.
    Blocked,
}

impl StepState {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::MayCount => "may-count",
            Self::ToDo => "to-do",
            Self::Blocked => "blocked",
        }
    }

    fn icon(self) -> icondata_core::Icon {
        match self {
            Self::Done => icons::CIRCLE_CHECK,
            Self::MayCount => icons::SCALE,
            Self::ToDo => icons::CIRCLE_DASHED,
            Self::Blocked => icons::BAN,
        }
    }

    fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Done => td_string!(locale, pathways.map.done),
            Self::MayCount => td_string!(locale, pathways.map.may_count),
            Self::ToDo => td_string!(locale, pathways.map.to_do),
            Self::Blocked => td_string!(locale, pathways.map.blocked),
        }
    }
}

/// The steps as a list, with the picture above it where there is one goal.
#[component]
pub fn PathwayMap(
    /// What the ids within the map begin with.
    id: &'static str,
    register: Arc<Register>,
    pathway: PathwaySteps,
) -> impl IntoView {
    let locale = use_locale();
    let PathwaySteps { goals, steps } = pathway;
    let stairs = match goals.as_slice() {
        [goal] => {
            let (register, goal, steps) = (register.clone(), goal.clone(), steps.clone());
            Some(view! { <Stairs id register goal steps /> })
        }
        _ => None,
    };
    let items = steps.into_iter().enumerate();
    let items =
        items.map(|(at, step)| view! { <StepItem id=step_id(id, at) register=register.clone() step /> });
    let items = items.collect_view();
    let rest_text = move |goal: &MapGoal| {
        let credits = credits_text(locale, goal.rest?);
        Some(td_string!(locale, pathways.map.rest, credits))
    };
    let is_one = goals.len() == 1;
    let rest = goals.first().filter(|_| is_one).and_then(rest_text);
    let rest = rest.map(|rest| view! { <li class="map-rest">{rest}</li> });
    let goals = goals.into_iter().map(|goal| {
        let size = size_text(locale, goal.level, goal.credits);
        let rest = rest_text(&goal).filter(|_| !is_one);
        view! {
            <p class="map-goal">
                <Icon icon=icons::FLAG />
                <TitleLink register=register.clone() key=goal.key title=goal.title />
                <span class="hint">{size}</span>
                {rest.map(|rest| view! { <span class="hint">{rest}</span> })}
            </p>
        }
    });
    let goals = goals.collect_view();
    view! { <div class="pathway-map">{stairs} <ol class="map-steps">{items} {rest}</ol> {goals}</div> }
}

/// The id of the item of a step.
fn step_id(id: &str, at: usize) -> String {
    format!("{id}-step-{}", at + 1)
}

#[component]
fn StepItem(id: String, register: Arc<Register>, step: MapStep) -> impl IntoView {
    let locale = use_locale();
    let MapStep { key, title, level, credits, state, or, notes } = step;
    let or = or.into_iter().map(|key| {
        let title = register.title(&key).unwrap_or(&key).to_owned();
        view! {
            <p class="hint">
                {td_string!(locale, pathways.map.or)} " "
                <TitleLink register=register.clone() key=Some(key) title />
            </p>
        }
    });
    let or = or.collect_view();
    let notes = notes.into_iter().map(|note| view! { <p class="hint">{note}</p> }).collect_view();
    view! {
        <li id=id tabindex="-1" class=format!("map-step {}", state.class())>
            <p class="map-step-title">
                <TitleLink register key title />
            </p>
            <p class="map-step-state">
                <Icon icon=state.icon() />
                {state.label(locale)}
            </p>
            <SizeMark level credits=credits.map(Size::Fixed) />
            {or}
            {notes}
        </li>
    }
}
