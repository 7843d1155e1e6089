//! A way to the goals as the map draws it: what is done, what is to be done, and what is in the way.

use super::found::Found;
use crate::browser::intl;
use crate::domain::day::spelled;
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::pathways::{Audit, Holding, PlannedGoal, RequirementAudit, Step, Sum, Way};
use crate::domain::register::Register;
use crate::ui::components::{MapGoal, MapStep, PathwaySteps, StepState, number_text, titled};
use crate::ui::i18n::*;

/// The steps of a way, those that are done first; without a way, those that cannot be filled stand in its place.
/// With several goals each step says which it counts towards.
pub fn of(locale: Locale, register: &Register, found: &Found, way: Option<&Way>) -> PathwaySteps {
    let planned: Vec<&Audit> = found.planned().map(|goal| &goal.audit).collect();
    let mut steps: Vec<MapStep> = Vec::new();
    let mut goals = Vec::new();
    for (at, audit) in planned.iter().enumerate() {
        let done = done(locale, register, &found.asked.holdings, audit);
        let to_do = way.into_iter().flat_map(|way| &way.steps).filter(|step| step.towards.contains(&at));
        let blocked = if way.is_none() { blocked(audit) } else { Vec::new() };
        let known = done.iter().chain(&blocked).map(|step| step.credits);
        let known: Option<Credits> = known.chain(to_do.map(|step| step.credits)).sum();
        let rest = audit
            .credits
            .of
            .and_then(Size::fixed)
            .zip(known)
            .map(|(of, known)| Credits(of.0.saturating_sub(known.0)));
        goals.push(MapGoal {
            key: audit.goal.as_ref().map(|goal| goal.key.clone()),
            title: audit.title.clone().unwrap_or_default(),
            level: audit.goal.as_ref().and_then(|goal| goal.level),
            credits: audit.credits.of,
            rest: rest.filter(|rest| *rest > Credits(0)),
        });
        let goal = found.is_joint().then(|| audit.title.clone().unwrap_or_default());
        for step in done.into_iter().chain(blocked) {
            add_towards(locale, &mut steps, step, goal.clone());
        }
    }
    let to_do = way.map(|way| way.steps.iter().map(move |step| to_do(locale, register, found, way, step)));
    steps.extend(to_do.into_iter().flatten());
    PathwaySteps { goals, steps }
}

/// Adds a step that is done for one of several goals; what is done for more than one is one step.
fn add_towards(locale: Locale, steps: &mut Vec<MapStep>, mut step: MapStep, goal: Option<String>) {
    step.notes.extend(goal.map(|goal| match step.state {
        StepState::MayCount => td_string!(locale, pathways.map.may_count_towards, goal),
        StepState::Done | StepState::ToDo | StepState::Blocked => {
            td_string!(locale, pathways.map.towards, goals = goal)
        }
    }));
    match steps.iter_mut().find(|other| step.key.is_some() && other.key == step.key) {
        None => steps.push(step),
        Some(other) => {
            other.notes.extend(step.notes);
            other.credits = other.credits.max(step.credits);
            if step.state == StepState::Done {
                other.state = StepState::Done;
            }
        }
    }
}

/// What an entry or standard is called, by its key or number.
pub fn title_of(locale: Locale, register: &Register, key: &str) -> String {
    register.any_entry(key).map_or_else(|| key.to_owned(), |entry| titled(locale, &entry))
}

/// What is held and counts, or may, each once.
fn done(locale: Locale, register: &Register, holdings: &[Holding], audit: &Audit) -> Vec<MapStep> {
    let mut steps: Vec<MapStep> = Vec::new();
    for leaf in audit.requirements.iter().filter(|requirement| requirement.of.is_empty()) {
        let may = Credits(leaf.possible.0.saturating_sub(leaf.counted.0));
        let counts =
            leaf.holdings.iter().map(|name| (name, StepState::Done, leaf.counted, leaf.holdings.len()));
        let may_count =
            leaf.may_count.iter().map(|name| (name, StepState::MayCount, may, leaf.may_count.len()));
        for (name, state, credits, number) in counts.chain(may_count) {
            let title = title_of(locale, register, name);
            let (level, own) = size_of(register, holdings, name);
            // What several bring together is not known of each, and what is of no known size brings no number.
            let is_known = number == 1 && credits > Credits(0);
            let credits = if is_known { Some(credits) } else { own };
            match steps.iter_mut().find(|step| step.title == title) {
                Some(step) => step.credits = [step.credits, credits].into_iter().sum(),
                None => {
                    let key = Some(name.clone());
                    steps.push(MapStep {
                        key,
                        title,
                        level,
                        credits,
                        state,
                        or: Vec::new(),
                        notes: Vec::new(),
                    });
                }
            }
        }
    }
    steps
}

/// The level and the credits of what is held: what the register says, and else what is said of the holding.
fn size_of(register: &Register, holdings: &[Holding], name: &str) -> (Option<Level>, Option<Credits>) {
    let (level, credits) = register
        .any_entry(name)
        .map(|entry| (entry.level, entry.size.and_then(Size::fixed)))
        .unwrap_or_default();
    let said = holdings.iter().find(|holding| holding.name() == name);
    let (said_level, said_credits) = said.map(|said| (said.level, said.credits)).unwrap_or_default();
    (level.or(said_level), credits.or(said_credits))
}

fn to_do(locale: Locale, register: &Register, found: &Found, way: &Way, step: &Step) -> MapStep {
    let is_late = step.too_late().is_some();
    let state = match (is_late, way.firm) {
        (true, _) => StepState::Blocked,
        (false, true) => StepState::ToDo,
        (false, false) => StepState::MayCount,
    };
    let mut notes: Vec<String> = step.cautions.iter().map(|caution| caution.says.clone()).collect();
    // What comes too late says until when already.
    let until = step.until.filter(|_| !is_late);
    notes.extend(until.map(|day| td_string!(locale, pathways.map.until, day = spelled(day))));
    if !way.firm {
        notes.push(td_string!(locale, pathways.map.if_agreed).to_owned());
    }
    let towards = step.towards.iter().filter_map(|at| step.if_you_stop.get(*at));
    if found.is_joint() {
        let goals: Vec<String> = towards.clone().filter_map(|goal| goal.title.clone()).collect();
        let goals = intl::listed(td_string!(locale, app.language_tag), &goals);
        notes.push(td_string!(locale, pathways.map.towards, goals));
    }
    let stopped = towards.filter(|goal| goal.complete != Some(true) && way.steps.len() > 1);
    notes.extend(stopped.filter_map(|goal| stop_text(locale, goal, found.is_joint())));
    MapStep {
        key: Some(step.what.key().to_owned()),
        title: step.title.clone().unwrap_or_else(|| title_of(locale, register, step.what.key())),
        level: step.level,
        credits: step.credits,
        state,
        or: step.or.clone(),
        notes,
    }
}

/// What somebody has of a goal who stops there; nothing where nothing counts, or the goal has no size.
fn stop_text(locale: Locale, goal: &PlannedGoal, is_joint: bool) -> Option<String> {
    let Sum { counted, of, .. } = goal.credits;
    let of = number_text(locale, of.filter(|_| counted > Credits(0))?);
    Some(match &goal.title {
        Some(title) if is_joint => {
            td_string!(locale, pathways.map.stop_towards, counted = counted.0, of, goal = title.clone())
        }
        _ => td_string!(locale, pathways.map.stop, counted = counted.0, of),
    })
}

fn blocked(audit: &Audit) -> Vec<MapStep> {
    let certificate = audit.impossible.iter().flat_map(|impossible| &impossible.requirements);
    let requirements =
        certificate.filter_map(|id| audit.requirements.iter().find(|requirement| requirement.id == *id));
    let step = |requirement: &RequirementAudit| MapStep {
        key: None,
        title: requirement.name(),
        level: None,
        credits: requirement.needed,
        state: StepState::Blocked,
        or: Vec::new(),
        notes: Vec::new(),
    };
    requirements.map(step).collect()
}
