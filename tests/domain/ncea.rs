//! NCEA as it is, and as it was before 2024 (STK-35, STK-38), and University Entrance (STK-40).

use crate::register::shipped;
use serde_json::{Value, json};
use waymark::domain::day;
use waymark::domain::measure::{Credits, Size};
use waymark::domain::pathways::{Asked, Audit, RequirementState, audit, takers};

const THE_LAST_DAY: &str = "2023-12-31";
const THE_FIRST_DAY: &str = "2024-01-01";

fn level(level: u8, on: Option<&str>, standards: &[(u8, u16)]) -> Audit {
    let held = standards.iter().enumerate().map(|(at, (level, credits))| {
        json!({ "standard": (91_000 + at).to_string(), "level": level, "credits": credits })
    });
    let goal = format!("q-ncea-level-{level}");
    let asked = json!({ "goal": goal, "holdings": Value::from_iter(held), "on": on });
    audit(&shipped(), &Asked::read(&asked.to_string()).unwrap())
}

fn ids(audit: &Audit) -> Vec<&str> {
    audit.requirements.iter().map(|each| each.id.as_str()).collect()
}

/// The credits that count for the number that is asked for, and whether they are enough.
fn credits(audit: &Audit) -> (u16, Option<u16>, bool) {
    let credits = audit.requirements.iter().find(|each| each.id == "credits").unwrap();
    let needed = credits.needed.map(|needed| needed.0);
    (credits.counted.0, needed, credits.state == RequirementState::Met)
}

#[test]
fn ncea_asked_for_other_things_before_2024() {
    for number in 1..=3 {
        let (before, after, now) = (
            level(number, Some(THE_LAST_DAY), &[]),
            level(number, Some(THE_FIRST_DAY), &[]),
            level(number, None, &[]),
        );
        let rest: &[&str] = if number == 1 { &["literacy", "numeracy"] } else { &["literacy-and-numeracy"] };
        assert_eq!(ids(&before), [&["credits"], rest].concat());
        assert_eq!(credits(&before), (0, Some(80), false));
        assert!(ids(&after).contains(&"co-requisite"));
        assert_eq!(credits(&after), (0, Some(60), false));
        assert_eq!(ids(&now), ids(&after), "on no day in particular it is as now");
    }
}

#[test]
fn each_level_before_2024_had_its_own_numbers() {
    for (number, standards, counted, is_enough) in [
        (1, [(1, 80)].as_slice(), 80, true),
        (1, &[(1, 60)], 60, false),
        (2, &[(2, 60), (1, 20)], 80, true),
        (2, &[(2, 80)], 80, true),
        (2, &[(2, 60)], 60, false),
        // No more than 20 count from below the level.
        (2, &[(2, 40), (1, 20), (1, 20)], 60, false),
        (3, &[(3, 60), (2, 20)], 80, true),
        (3, &[(3, 60), (1, 20)], 60, false),
        (3, &[(3, 40), (2, 20), (2, 20)], 60, false),
    ] {
        let before = level(number, Some(THE_LAST_DAY), standards);
        assert_eq!(credits(&before), (counted, Some(80), is_enough), "level {number} of {standards:?}");
        assert_eq!(before.complete, if is_enough { None } else { Some(false) }, "literacy is for a person");
        assert_eq!(before.credits.of, Some(Size::Fixed(Credits(80))));
    }
}

#[test]
fn what_is_good_to_know_of_ncea_is_of_the_day() {
    let said = |on: &str| -> Vec<String> {
        level(2, Some(on), &[]).notes.iter().map(|note| note.says.clone()).collect()
    };
    let (before, after) = (said(THE_LAST_DAY).join(" "), said(THE_FIRST_DAY).join(" "));
    assert!(before.contains("any 20") && !before.contains("co-requisite"), "{before}");
    assert!(after.contains("co-requisite") && !after.contains("any 20"), "{after}");
}

#[test]
fn a_standard_at_level_1_leads_to_ncea_level_2_only_before_2024() {
    let held = json!({ "goal": "x", "holdings": [{ "standard": "91001", "level": 1, "credits": 4 }] });
    let held = Asked::read(&held.to_string()).unwrap().holdings;
    let leads = |on: &str| {
        let taken = takers(&shipped(), &held, day::parse(on));
        taken.iter().any(|taker| taker.key == "q-ncea-level-2")
    };
    assert_eq!((leads(THE_LAST_DAY), leads(THE_FIRST_DAY)), (true, false));
}

#[test]
fn no_micro_credential_supplies_what_university_entrance_asks_for() {
    let register = shipped();
    let held = register.credentials().iter().map(|of| json!({ "credential": of.key }));
    let asked = json!({ "goal": "q-university-entrance", "holdings": Value::from_iter(held) });
    let audit = audit(&register, &Asked::read(&asked.to_string()).unwrap());
    assert_eq!((audit.credits.counted, audit.credits.possible), (Credits(0), Credits(0)));
    let subjects = audit.requirements.iter().find(|each| each.id == "approved-subjects").unwrap();
    assert_eq!(subjects.state, RequirementState::Judgement);
    assert!(subjects.holdings.is_empty() && subjects.may_count.is_empty());
}
