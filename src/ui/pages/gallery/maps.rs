//! Maps of pathways in each state.

use super::section::{Named, Section};
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::register::Register;
use crate::ui::components::{MapGoal, MapStep, PathwayMap, PathwaySteps, StepState};
use leptos::prelude::*;
use std::sync::Arc;

/// A title with its level and credits, 0 where they are not known.
type Step = (&'static str, i64, u16, StepState);

const HALF: [Step; 2] = [
    ("Example: Tree Planting", 5, 40, StepState::Done),
    ("Example: A Rather Long Title of a Step that Is Still to Be Done", 5, 40, StepState::ToDo),
];
const MANY: [Step; 6] = [
    ("Example: First Steps", 2, 5, StepState::Done),
    ("Example: Second Steps", 3, 20, StepState::MayCount),
    ("Example: Third Steps", 4, 15, StepState::ToDo),
    ("Example: Closed to New Learners", 4, 20, StepState::Blocked),
    ("Example: Fifth Steps", 5, 30, StepState::ToDo),
    ("Example: One Credit", 6, 1, StepState::ToDo),
];
const UNKNOWN: [Step; 4] = [
    ("Example: Its Level Is Not Known", 0, 20, StepState::Done),
    ("Example: Its Credits Are Not Known", 4, 0, StepState::ToDo),
    ("Example: Neither Is Known", 0, 0, StepState::Blocked),
    ("Example: Both Are Known", 5, 20, StepState::ToDo),
];

fn pathway(level: i64, credits: u16, rest: u16, steps: &[Step]) -> PathwaySteps {
    let known = |credits: u16| (credits > 0).then_some(Credits(credits));
    let steps = steps.iter().enumerate().map(|(at, (title, level, credits, state))| MapStep {
        key: (at == 0).then(|| "example-planting".to_owned()),
        title: (*title).to_owned(),
        level: Level::new(*level),
        credits: known(*credits),
        state: *state,
        or: if *state == StepState::ToDo { vec!["example-planting".to_owned()] } else { Vec::new() },
        notes: Vec::new(),
    });
    PathwaySteps {
        goals: vec![MapGoal {
            key: None,
            title: "Example: Certificate".to_owned(),
            level: Level::new(level),
            credits: known(credits).map(Size::Fixed),
            rest: known(rest),
        }],
        steps: steps.collect(),
    }
}

/// The way to two goals at once.
fn joint() -> PathwaySteps {
    let mut joint = pathway(5, 80, 20, &HALF);
    let title = "Example: Another Certificate".to_owned();
    joint.goals.push(MapGoal { key: None, title, level: Level::new(6), credits: None, rest: None });
    joint
}

/// Half-way, with every state, with what is not known, with a rest, and with two goals.
#[component]
pub fn Maps(register: Arc<Register>) -> impl IntoView {
    let maps = [
        ("Half-way", "half", pathway(5, 80, 0, &HALF)),
        ("Every state", "many", pathway(6, 120, 29, &MANY)),
        ("What is not known", "unknown", pathway(0, 0, 0, &UNKNOWN)),
        (
            "Nothing yet, at level 10",
            "ten",
            pathway(10, 60, 20, &[("Example: Research", 10, 40, StepState::ToDo)]),
        ),
        ("Two goals", "two", joint()),
    ];
    let maps = maps.map(|(name, id, pathway)| {
        let register = register.clone();
        view! {
            <Named name>
                <PathwayMap id register pathway />
            </Named>
        }
    });
    view! { <Section title="Maps">{maps.collect_view()}</Section> }
}
