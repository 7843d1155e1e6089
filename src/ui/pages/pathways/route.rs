//! A way to the goal as the map draws it: what is done, what is to be done, and what is in the way.

use crate::domain::measure::Credits;
use crate::domain::pathways::{Audit, Reason, RequirementAudit, Step, Sum, Way};
use crate::domain::register::Register;
use crate::ui::components::{MapGoal, MapStep, PathwaySteps, StepState, titled};
use crate::ui::i18n::*;

/// The steps of a way, those that are done first; without a way, those that cannot be filled stand in its place.
pub fn of(locale: Locale, register: &Register, audit: &Audit, way: Option<&Way>) -> PathwaySteps {
    let mut steps = done(locale, register, audit);
    match way {
        Some(way) => steps.extend(way.steps.iter().map(|step| to_do(locale, register, way, step))),
        None => steps.extend(blocked(audit)),
    }
    let known: Option<Credits> = steps.iter().map(|step| step.credits).sum();
    let rest = audit.credits.of.zip(known).map(|(of, known)| Credits(of.0.saturating_sub(known.0)));
    PathwaySteps {
        goal: MapGoal {
            key: audit.goal.as_ref().map(|goal| goal.key.clone()),
            title: audit.title.clone().unwrap_or_default(),
            level: audit.goal.as_ref().and_then(|goal| goal.level),
            credits: audit.credits.of,
        },
        rest: rest.filter(|rest| *rest > Credits(0)),
        steps,
    }
}

/// What an entry or standard is called, by its key or number.
pub fn title_of(locale: Locale, register: &Register, key: &str) -> String {
    register.any_entry(key).map_or_else(|| key.to_owned(), |entry| titled(locale, &entry))
}

/// What is held and counts, or may, each once.
fn done(locale: Locale, register: &Register, audit: &Audit) -> Vec<MapStep> {
    let mut steps: Vec<MapStep> = Vec::new();
    for leaf in audit.requirements.iter().filter(|requirement| requirement.of.is_empty()) {
        let may = Credits(leaf.possible.0.saturating_sub(leaf.counted.0));
        let counts =
            leaf.holdings.iter().map(|name| (name, StepState::Done, leaf.counted, leaf.holdings.len()));
        let may_count =
            leaf.may_count.iter().map(|name| (name, StepState::MayCount, may, leaf.may_count.len()));
        for (name, state, credits, number) in counts.chain(may_count) {
            let title = title_of(locale, register, name);
            let (level, own) =
                register.any_entry(name).map(|entry| (entry.level, entry.credits)).unwrap_or_default();
            // What several bring together is not known of each.
            let credits = if number == 1 { Some(credits) } else { own };
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

fn to_do(locale: Locale, register: &Register, way: &Way, step: &Step) -> MapStep {
    let is_late = step.cautions.iter().any(|caution| caution.reason == Reason::TooLate);
    let state = match (is_late, way.firm) {
        (true, _) => StepState::Blocked,
        (false, true) => StepState::ToDo,
        (false, false) => StepState::MayCount,
    };
    let mut notes: Vec<String> = step.cautions.iter().map(|caution| caution.says.clone()).collect();
    if !way.firm {
        notes.push(td_string!(locale, pathways.map.if_agreed).to_owned());
    }
    let stopped = step.if_you_stop.iter().find(|goal| goal.complete != Some(true));
    notes.extend(stopped.and_then(|goal| stop_text(locale, goal.credits)).filter(|_| way.steps.len() > 1));
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

/// What somebody has who stops there; nothing where nothing counts, or the goal has no size.
fn stop_text(locale: Locale, sum: Sum) -> Option<String> {
    let of = sum.of.filter(|_| sum.counted > Credits(0))?;
    Some(td_string!(locale, pathways.map.stop, counted = sum.counted.0, of = of.0))
}

fn blocked(audit: &Audit) -> Vec<MapStep> {
    let certificate = audit.impossible.iter().flat_map(|impossible| &impossible.requirements);
    let requirements =
        certificate.filter_map(|id| audit.requirements.iter().find(|requirement| requirement.id == *id));
    let step = |requirement: &RequirementAudit| MapStep {
        key: None,
        title: requirement.title.clone().unwrap_or_else(|| requirement.id.clone()),
        level: None,
        credits: requirement.needed,
        state: StepState::Blocked,
        or: Vec::new(),
        notes: Vec::new(),
    };
    requirements.map(step).collect()
}
