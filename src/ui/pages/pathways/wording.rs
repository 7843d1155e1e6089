//! The sentences of the answer, from numbers. None of them promises anything.

use crate::domain::goal::LearningKind;
use crate::domain::measure::{Credits, Size};
use crate::domain::pathways::{LeftBeside, Standing, StepsLeft, Sum};
use crate::ui::components::{credits_text, number_text};
use crate::ui::i18n::*;

/// The first sentence, and what follows it.
pub fn of(locale: Locale, standing: &Standing, sum: Sum, holds: bool, hours: u32) -> (String, String) {
    let after = |rest: Vec<String>| rest.join(" ");
    match standing {
        Standing::UnknownGoal => (
            td_string!(locale, pathways.answer.unknown.lead).to_owned(),
            td_string!(locale, pathways.answer.unknown.rest).to_owned(),
        ),
        Standing::Complete => (
            td_string!(locale, pathways.answer.complete.lead).to_owned(),
            td_string!(locale, pathways.answer.complete.rest).to_owned(),
        ),
        Standing::Steps(left) => {
            let mut all: Vec<String> = so_far(locale, sum, holds).into_iter().collect();
            all.push(steps(locale, left, sum, hours));
            all.extend(left.too_late.clone());
            all.extend(possible(locale, sum));
            if !left.is_firm {
                all.push(td_string!(locale, pathways.answer.agree).to_owned());
            }
            all.extend(open_credits(locale, left.beside));
            if left.beside.for_people > 0 {
                all.push(td_string!(locale, pathways.answer.people_too, count = left.beside.for_people));
            }
            let lead = all.remove(0);
            (lead, after(all))
        }
        Standing::NoSteps(left) => {
            let mut all: Vec<String> = so_far(locale, sum, holds).into_iter().collect();
            let open = open_credits(locale, *left);
            let parts = left.for_people + usize::from(open.is_some());
            let count = left.for_people;
            all.extend(
                (count > 0 && open.is_none()).then(|| td_string!(locale, pathways.answer.people, count)),
            );
            all.extend(open.clone());
            all.extend(
                (count > 0 && open.is_some()).then(|| td_string!(locale, pathways.answer.people_too, count)),
            );
            all.extend(possible(locale, sum));
            all.push(td_string!(locale, pathways.answer.nothing_to_take, count = parts));
            let lead = all.remove(0);
            (lead, after(all))
        }
        Standing::IfAgreed => (
            possible(locale, sum)
                .or_else(|| so_far(locale, sum, holds))
                .unwrap_or_else(|| td_string!(locale, pathways.answer.agreed.lead).to_owned()),
            td_string!(locale, pathways.answer.agreed.rest).to_owned(),
        ),
        Standing::Impossible(says) => {
            (td_string!(locale, pathways.answer.impossible).to_owned(), says.clone())
        }
        Standing::NoWay(why) => (td_string!(locale, pathways.answer.no_way).to_owned(), why.clone()),
    }
}

/// What counts towards one of several goals, or what is in the way of it.
pub fn of_one(locale: Locale, standing: &Standing, sum: Sum, holds: bool) -> String {
    match standing {
        Standing::UnknownGoal | Standing::Impossible(_) | Standing::NoWay(_) | Standing::IfAgreed => {
            let (lead, rest) = of(locale, standing, sum, holds, 0);
            [lead, rest].join(" ")
        }
        Standing::Complete => td_string!(locale, pathways.answer.goal_done).to_owned(),
        Standing::Steps(_) | Standing::NoSteps(_) => {
            let so_far = so_far(locale, sum, holds)
                .unwrap_or_else(|| td_string!(locale, pathways.answer.nothing_yet).to_owned());
            [Some(so_far), possible(locale, sum)].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    }
}

/// The credits of which no source says what brings them; nothing where there are none.
fn open_credits(locale: Locale, left: LeftBeside) -> Option<String> {
    match left.credits {
        Some(Credits(0)) => None,
        Some(credits) => {
            Some(td_string!(locale, pathways.answer.open, credits = credits_text(locale, credits)))
        }
        None => Some(td_string!(locale, pathways.answer.open_unknown).to_owned()),
    }
}

/// For how many of several goals the steps are; nothing where there are none.
pub fn plan_for(locale: Locale, standing: &Standing, planned: usize, all: usize) -> Option<String> {
    let has_steps = matches!(standing, Standing::Steps(_));
    has_steps.then(|| {
        if planned == all {
            td_string!(locale, pathways.answer.for_all, count = all)
        } else {
            td_string!(locale, pathways.answer.for_some, planned, all)
        }
    })
}

/// How much is there; nothing for somebody who holds nothing.
fn so_far(locale: Locale, sum: Sum, holds: bool) -> Option<String> {
    let counted = sum.counted;
    match sum.of {
        _ if counted == Credits(0) && sum.possible > counted => {
            let credits = credits_text(locale, sum.possible);
            Some(td_string!(locale, pathways.answer.possible_only, credits))
        }
        _ if counted == Credits(0) => {
            holds.then(|| td_string!(locale, pathways.answer.nothing_counts).to_owned())
        }
        Some(Size::Fixed(of)) if u32::from(counted.0) * 2 == u32::from(of.0) => {
            Some(td_string!(locale, pathways.answer.half).to_owned())
        }
        Some(of) => {
            let of = number_text(locale, of);
            Some(td_string!(locale, pathways.answer.so_far, counted = counted.0, of))
        }
        None => {
            let credits = credits_text(locale, counted);
            Some(td_string!(locale, pathways.answer.so_far_alone, credits))
        }
    }
}

/// What counts, and what may; nothing where that is the same, or nothing counts.
fn possible(locale: Locale, sum: Sum) -> Option<String> {
    (sum.possible > sum.counted && sum.counted > Credits(0)).then(|| {
        let counted = credits_text(locale, sum.counted);
        td_string!(locale, pathways.answer.possible, counted, possible = sum.possible.0)
    })
}

/// What is left to take, and how long that is.
fn steps(locale: Locale, left: &StepsLeft, sum: Sum, hours: u32) -> String {
    let count = left.number;
    let what = match left.kind {
        _ if left.is_goal => td_string!(locale, pathways.answer.itself).to_owned(),
        kind if sum.counted == Credits(0) => number_of_steps(locale, kind, count),
        Some(LearningKind::Credential) => td_string!(locale, pathways.answer.more_credentials, count),
        Some(LearningKind::Standard) => td_string!(locale, pathways.answer.more_standards, count),
        Some(LearningKind::Qualification) | None => td_string!(locale, pathways.answer.more_steps, count),
    };
    match (left.credits, left.weeks) {
        (Some(credits), Some(weeks)) => {
            let credits = credits_text(locale, credits);
            let weeks = td_string!(locale, pathways.answer.weeks, count = weeks);
            let pace = td_string!(locale, pathways.answer.pace, count = hours);
            td_string!(locale, pathways.answer.sized, what, credits, weeks, pace)
        }
        _ => match left.without_credits.clone() {
            Some((title, credits)) => {
                let credits = credits_text(locale, credits);
                td_string!(locale, pathways.answer.no_size_of, what, credits, title)
            }
            None => td_string!(locale, pathways.answer.no_size, what),
        },
    }
}

/// So many steps, which may all be of one kind: `2 micro-credentials`.
pub fn number_of_steps(locale: Locale, kind: Option<LearningKind>, count: usize) -> String {
    match kind {
        Some(LearningKind::Credential) => td_string!(locale, pathways.answer.credentials, count),
        Some(LearningKind::Standard) => td_string!(locale, pathways.answer.standards, count),
        Some(LearningKind::Qualification) | None => td_string!(locale, pathways.answer.steps, count),
    }
}
