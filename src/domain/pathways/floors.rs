//! What the type of a qualification asks for in any case, by the pages of the stacking rules.

use super::{Goal, Reason, Remark};
use crate::domain::day::Day;
use crate::domain::goal::{Asks, CreditRule, Requirement};
use crate::domain::language::Language;
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::register::Register;
use crate::domain::rulebook::kinds::{Check, Floors};
use crate::domain::rulebook::{Edition, RULES, Rule, Severity};
use crate::domain::text::fold;

/// The floors of a goal’s type, as a requirement.
pub(super) fn requirement(register: &Register, goal: &Goal, on: Option<Day>) -> Option<Requirement> {
    let needs = needs(register, goal, on);
    let least = needs.iter().filter_map(|need| need.credits).max()?;
    let credits = Some(goal.size.map_or(least, |size| size.least().max(least)));
    let rule = CreditRule { credits, of_which: needs, ..CreditRule::default() };
    Some(Requirement::new("type", Asks::Credits(rule)))
}

/// What a goal asks for, under the floors of its type where it asks for as many credits as the whole has and no
/// source says what they are made of.
///
/// The floors go there as shares of the same credits: what is below them may still count beside them, as far as they
/// leave room. Where a source says what credits are made of, it has chosen their levels itself.
pub(super) fn over(asked: &Requirement, register: &Register, goal: &Goal, on: Option<Day>) -> Requirement {
    let needs = needs(register, goal, on);
    let least = needs.iter().filter_map(|need| need.credits).max();
    match goal.size.map(Size::least).max(least) {
        Some(whole) if least.is_some() => over_whole(asked, whole, &needs),
        _ => asked.clone(),
    }
}

fn over_whole(asked: &Requirement, whole: Credits, needs: &[CreditRule]) -> Requirement {
    let parts = || asked.parts().iter().map(|part| over_whole(part, whole, needs)).collect();
    let asks = match &asked.asks {
        Asks::All(_) => Asks::All(parts()),
        Asks::Some { number, .. } => Asks::Some { number: *number, of: parts() },
        Asks::Credits(rule) if rule.from.is_none() && rule.credits >= Some(whole) => {
            let of_which = rule.of_which.iter().chain(needs).cloned().collect();
            Asks::Credits(CreditRule { of_which, ..rule.clone() })
        }
        asks => asks.clone(),
    };
    Requirement { asks, ..asked.clone() }
}

/// The floors that bind a goal’s type.
fn needs(register: &Register, goal: &Goal, on: Option<Day>) -> Vec<CreditRule> {
    let binding = of_type(register, goal, on).into_iter();
    let floors = binding.filter(|(_, edition, _)| edition.severity == Severity::Must);
    let needs = floors.flat_map(|(_, _, floors)| &floors.needs).map(|need| CreditRule {
        credits: u16::try_from(need.credits).ok().map(Credits),
        level_at_least: if need.own_level {
            goal.level
        } else {
            need.level.and_then(|level| Level::new(level.into()))
        },
        ..CreditRule::default()
    });
    needs.collect()
}

/// The floors of a goal’s type in sentences, with the rules that say them.
pub(super) fn remarks(register: &Register, goal: &Goal, on: Option<Day>) -> Vec<Remark> {
    let floors = of_type(register, goal, on).into_iter();
    let remark = |(rule, edition, _): OfType| Remark {
        rule: Some(&edition.clause),
        says: rule.says(&edition.clause, Language::ENGLISH).to_owned(),
        ..Remark::new(Reason::TypeAsks, &goal.title)
    };
    floors.map(remark).collect()
}

/// A rule about a type of qualification, its edition and what it asks for.
type OfType = (&'static Rule, &'static Edition, &'static Floors);

/// The rules about a goal’s type and level; of several types, those of the one with the longest name: a graduate
/// diploma is no diploma.
fn of_type(register: &Register, goal: &Goal, on: Option<Day>) -> Vec<OfType> {
    let (Some(kind), Some(level)) =
        (register.qualification(&goal.key).and_then(|listed| listed.kind.as_deref()), goal.level)
    else {
        return Vec::new();
    };
    // As words, whatever stands between them: a bachelor’s degree is of the type `bachelors_degree`.
    let in_words = |text: &str| fold(&text.replace(['’', '\''], "").replace('_', " "));
    let kind = in_words(kind).replace("national certificate of educational achievement", "ncea");
    let in_force = |edition: &&Edition| on.map_or(edition.to.is_none(), |on| edition.in_force(on));
    let rules = RULES.pages.iter().filter_map(|rule| match &rule.check {
        Check::Floors(floors) => Some((rule, floors)),
        _ => None,
    });
    let rules = rules.flat_map(|(rule, floors)| {
        rule.edition.iter().filter(in_force).map(move |edition| (rule, edition, floors))
    });
    let fits = |(_, _, floors): &OfType| {
        floors.levels.contains(&level.get()) && kind.contains(&in_words(&floors.qualification))
    };
    let mut rules: Vec<OfType> = rules.filter(fits).collect();
    let longest = rules.iter().map(|(_, _, floors)| floors.qualification.len()).max();
    rules.retain(|(_, _, floors)| Some(floors.qualification.len()) == longest);
    rules
}
