//! What a goal asks for where the register has no tree of it, but relations to it.

use crate::domain::goal::{Asks, Component, CreditsOf, GoalTree, Learning, Origin, Requirement, Sets};
use crate::domain::measure::Credits;
use crate::domain::register::{Firmness, Register, Stack, StackKind};

/// The tree of an entry of the register: its own, or else what sources say makes it up or counts towards it.
/// Nothing where they say neither.
pub(super) fn tree(register: &Register, key: &str) -> Option<GoalTree> {
    let qualification = register.qualification(key);
    let title = register.title(key)?.to_owned();
    let credits = qualification.map_or_else(
        || register.credential(key).and_then(|credential| credential.credits),
        |qualification| qualification.credits(),
    );
    let own = qualification.and_then(|qualification| qualification.requirements.clone());
    let requirements = match own {
        Some(own) => own,
        None if qualification.is_some() => from_stacks(register, key, credits)?,
        // A micro-credential is taken as a whole, unless a source says otherwise.
        None => from_stacks(register, key, credits)
            .unwrap_or_else(|| Requirement::new(key, Asks::Credential(key.to_owned()))),
    };
    Some(GoalTree { title: Some(title), credits, at_most: None, requirements })
}

/// The most credit that a source counts for a credential on its own towards a goal.
pub(super) fn stated_credit(register: &Register, goal: &str, credential: &str) -> Option<Option<Credits>> {
    let mut stacks = register.stacks_to(goal).filter(|stack| stack.kind == StackKind::PartialCredit);
    let stack = stacks.find(|stack| stack.parts.len() == 1 && stack.has_part(credential))?;
    Some(stack.credits_counted)
}

/// Each full stack is a way to the goal, and all that counts in part is another. Progressions, entry
/// requirements, plans and policies bring no credit.
fn from_stacks(register: &Register, key: &str, credits: Option<Credits>) -> Option<Requirement> {
    let of_kind = |full: bool| {
        let counting = register.stacks_to(key).filter(|stack| stack.kind.counts_credit());
        counting.filter(move |stack| (stack.kind == StackKind::FullStack) == full)
    };
    let mut ways: Vec<Requirement> = of_kind(true).map(full_stack).collect();
    let parts: Vec<Requirement> = of_kind(false).map(contribution).collect();
    if !parts.is_empty() {
        let mut all = Requirement::new("contributions", Asks::Contributions(parts));
        all.at_most = credits;
        ways.push(all);
    }
    if ways.len() > 1 {
        return Some(Requirement::new("ways", Asks::Some(1, ways)));
    }
    ways.pop()
}

fn full_stack(stack: &Stack) -> Requirement {
    let parts = stack.parts.iter().enumerate().map(|(index, part)| {
        let place = format!("{}.{index}", stack.id);
        let mut requirement = match &part.key {
            Some(key) => Requirement::new(place, Asks::Credential(key.clone())),
            None => {
                let component = Component { title: part.title.clone(), kind: None, credits: None, level: None };
                Requirement::new(place, Asks::Component(component))
            }
        };
        requirement.title = Some(part.title.clone());
        requirement
    });
    let mut all = Requirement::new(&stack.id, Asks::All(parts.collect()));
    all.firmness = Some(stack.firmness);
    all.title.clone_from(&stack.rule);
    all
}

fn contribution(stack: &Stack) -> Requirement {
    let credentials: Vec<String> = stack.parts.iter().filter_map(|part| part.key.clone()).collect();
    let asks = match stack.credits_counted {
        Some(credits) => Asks::Credits(CreditsOf {
            credits,
            learning: Learning {
                from: Origin::Sets(Sets { credentials, ..Sets::default() }),
                ..Learning::default()
            },
            of_which: Vec::new(),
            together: true,
        }),
        None => Asks::Judgement("The source does not say how many credits count.".to_owned()),
    };
    let mut requirement = Requirement::new(&stack.id, asks);
    requirement.title.clone_from(&stack.rule);
    // That a programme may contain it, or shares standards with it, does not say that it counts.
    let at_least = if stack.kind == StackKind::PartialCredit { Firmness::Stated } else { Firmness::Discretionary };
    requirement.firmness = Some(stack.firmness.max(at_least));
    requirement
}
