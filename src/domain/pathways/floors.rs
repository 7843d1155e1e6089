//! What the type of a qualification asks for in any case, by the pages of the stacking rules.

use super::{Goal, Reason, Remark};
use crate::domain::day::Day;
use crate::domain::goal::{Asks, CreditRule, Requirement};
use crate::domain::language::Language;
use crate::domain::measure::{Credits, Level};
use crate::domain::register::Register;
use crate::domain::rulebook::page::{Check, Floors};
use crate::domain::rulebook::{Edition, RULES, Rule};
use crate::domain::text::fold;

/// The floors of a goal’s type, as a requirement.
pub(super) fn requirement(register: &Register, goal: &Goal, on: Option<Day>) -> Option<Requirement> {
    let (_, _, floors) = page(register, goal, on)?;
    let needs: Vec<CreditRule> = floors
        .needs
        .iter()
        .map(|need| CreditRule {
            credits: u16::try_from(need.credits).ok().map(Credits),
            level_at_least: if need.own_level {
                goal.level
            } else {
                need.level.and_then(|level| Level::new(level.into()))
            },
            ..CreditRule::default()
        })
        .collect();
    let least = needs.iter().filter_map(|need| need.credits).max()?;
    let credits = Some(goal.credits.map_or(least, |credits| credits.max(least)));
    let rule = CreditRule { credits, of_which: needs, ..CreditRule::default() };
    Some(Requirement::new("type", Asks::Credits(rule)))
}

/// The floors of a goal’s type in a sentence, with the rule that says it.
pub(super) fn remark(register: &Register, goal: &Goal, on: Option<Day>) -> Option<Remark> {
    let (page, edition, _) = page(register, goal, on)?;
    let says = page.says(&edition.clause, Language::ENGLISH);
    Some(Remark {
        rule: Some(&edition.clause),
        says: says.to_owned(),
        ..Remark::new(Reason::TypeAsks, &goal.title)
    })
}

/// The page of a goal’s type and level; of several, the one with the longest name: a graduate diploma is no
/// diploma.
fn page(
    register: &Register,
    goal: &Goal,
    on: Option<Day>,
) -> Option<(&'static Rule, &'static Edition, &'static Floors)> {
    let kind = fold(register.qualification(&goal.key)?.kind.as_deref()?);
    let kind = kind.replace("national certificate of educational achievement", "ncea");
    let level = goal.level?.get();
    let in_force = |edition: &&Edition| on.map_or(edition.to.is_none(), |on| edition.in_force(on));
    let pages = RULES.pages.iter().filter_map(|page| match &page.check {
        Check::Floors(floors) => Some((page, page.edition.iter().rev().find(in_force)?, floors)),
        _ => None,
    });
    let fits = |(_, _, floors): &(&Rule, &Edition, &Floors)| {
        floors.levels.contains(&level) && kind.contains(&floors.qualification.replace('_', " "))
    };
    pages.filter(fits).max_by_key(|(_, _, floors)| floors.qualification.len())
}
