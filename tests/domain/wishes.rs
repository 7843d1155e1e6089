//! Where what somebody holds could count, where they would like it to, and what becomes of such a wish.

use crate::audits::{asked, audited, requirement, synthetic};
use crate::register::shipped;
use serde_json::{Value, json};
use waymark::domain::day::day;
use waymark::domain::measure::Credits;
use waymark::domain::pathways::{
    Asked, Audit, Choice, Held, Holding, JointPlan, KeptPlan, KeptPlans, Pathway, PlanSettings, Wish,
    WishAudit, plan,
};

const NCEA_1: &str = "q-ncea-level-1";
const NCEA_2: &str = "q-ncea-level-2";
const READING: &str = "32403";

fn wish(goal: &str, holding: &str, requirement: &str) -> Wish {
    Wish { goal: Some(goal.to_owned()), holding: holding.to_owned(), requirement: requirement.to_owned() }
}

fn choice(holding: &str, requirements: &[&str]) -> Choice {
    let requirements = requirements.iter().map(|id| (*id).to_owned()).collect();
    Choice { holding: holding.to_owned(), requirements }
}

/// A synthetic goal for who holds some micro-credentials of 15 credits each: first aid counts for its core or its
/// electives, rope work for its electives.
fn core_and_electives(held: &[&str], wished: Option<(&str, &str)>) -> Audit {
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "all": [
        { "id": "core", "credits": 15, "from": { "credentials": ["first-aid"] } },
        { "id": "electives", "credits": 15, "from": { "credentials": ["first-aid", "rope-work"] } } ] } });
    let held = held.iter().map(|key| json!({ "credential": key }));
    let wished =
        wished.map(|(holding, requirement)| json!({ "holding": holding, "requirement": requirement }));
    let question =
        json!({ "goal": goal, "holdings": Value::from_iter(held), "wishes": Value::from_iter(wished) });
    let register = synthetic(&[("first-aid", 15, &[]), ("rope-work", 15, &[])], &json!([]));
    audited(&register, &question)
}

#[test]
fn what_more_than_one_requirement_takes_has_a_choice() {
    let audit = core_and_electives(&["first-aid", "rope-work"], None);
    assert_eq!(audit.choices, [choice("first-aid", &["core", "electives"])]);
    let names: Vec<String> =
        audit.requirements.iter().map(|each| each.name_among(&audit.requirements)).collect();
    assert_eq!(names, ["15 credits (core)", "15 credits (electives)"]);
    assert_eq!(core_and_electives(&["rope-work"], None).choices, []);
}

#[test]
fn a_wish_that_costs_nothing_decides() {
    for (wished, other) in [("core", "electives"), ("electives", "core")] {
        let audit = core_and_electives(&["first-aid"], Some(("first-aid", wished)));
        assert_eq!(requirement(&audit, wished).holdings, ["first-aid"]);
        assert_eq!(requirement(&audit, other).holdings, [""; 0]);
        assert!(audit.wishes[0].honoured);
    }
}

#[test]
fn a_wish_that_costs_something_is_refused_with_its_cost() {
    let audit = core_and_electives(&["first-aid", "rope-work"], Some(("first-aid", "electives")));
    assert_eq!(requirement(&audit, "core").holdings, ["first-aid"]);
    assert_eq!(requirement(&audit, "electives").holdings, ["rope-work"]);
    let [WishAudit { honoured, cost, leaves_open, .. }] = audit.wishes.as_slice() else { panic!() };
    assert_eq!((*honoured, *cost, *leaves_open), (false, Some(Credits(15)), true));
}

#[test]
fn a_wish_that_nobody_can_grant_changes_nothing() {
    for wished in [("first-aid", "gone"), ("gone", "core"), ("rope-work", "core")] {
        let mut audit = core_and_electives(&["first-aid", "rope-work"], Some(wished));
        let [WishAudit { honoured, cost, leaves_open, .. }] = audit.wishes.as_slice() else { panic!() };
        assert_eq!((*honoured, *cost, *leaves_open), (false, None, false), "{wished:?}");
        audit.wishes.clear();
        assert_eq!(audit, core_and_electives(&["first-aid", "rope-work"], None));
    }
}

#[test]
fn standards_that_count_beside_each_other_are_no_choice() {
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "all": [
        { "id": "one", "standard": "1" }, { "id": "other", "standard": "2" },
        { "id": "whole", "credential": "both" } ] } });
    let mut register = synthetic(&[("both", 10, &["1", "2"])], &json!([]));
    let audit = audited(&register, &asked(goal.clone(), json!([{ "credential": "both" }])));
    assert_eq!(
        audit.choices,
        [choice("both", &["one", "other", "whole"])],
        "as itself or through its standards"
    );

    register = synthetic(&[("more", 10, &["1", "2"])], &json!([]));
    let audit = audited(&register, &asked(goal, json!([{ "credential": "more" }])));
    assert_eq!(audit.choices, []);
}

#[test]
fn a_choice_between_parts_of_a_goal_is_called_by_these() {
    let strand = |id: &str| json!({ "id": id, "all": [{ "credential": "a" }, { "credential": id }] });
    let goal = json!({ "format": "waymark.goal/1",
        "requirements": { "id": "strand", "some": 1, "of": [strand("cattle"), strand("sheep")] } });
    let register = synthetic(&[("a", 15, &[]), ("cattle", 15, &[]), ("sheep", 15, &[])], &json!([]));
    let mut question = asked(goal, json!([{ "credential": "a" }]));
    assert_eq!(audited(&register, &question).choices, [choice("a", &["cattle", "sheep"])]);
    for wished in ["cattle", "sheep"] {
        question["wishes"] = json!([{ "holding": "a", "requirement": wished }]);
        let audit = audited(&register, &question);
        assert!(audit.wishes[0].honoured);
        assert_eq!(requirement(&audit, wished).holdings, ["a"]);
    }
}

/// Somebody who has done a reading standard, of which they say the size, and wants NCEA.
fn reader() -> Pathway {
    let file = json!({ "goals": [NCEA_1, NCEA_2],
                       "holdings": [{ "standard": READING, "level": 1, "credits": 10 }] });
    Pathway::read(&file.to_string()).unwrap().0
}

#[test]
fn a_wish_is_about_one_of_several_goals() {
    let mut pathway = reader();
    pathway.wish(wish(NCEA_1, READING, "credits"));
    let asked = pathway.asked(Some(day(2026, 11, 27))).unwrap();
    let joint = JointPlan::of(&shipped(), &asked);
    let [first, second] = joint.goals.as_slice() else { panic!() };
    assert_eq!(first.audit.choices, [choice(READING, &["credits", "co-requisite"])]);
    assert_eq!(requirement(&first.audit, "credits").holdings, [READING]);
    assert_eq!((first.audit.wishes.len(), &second.audit.wishes), (1, &vec![]));
}

#[test]
fn a_question_says_whose_requirement_it_wishes_for() {
    let question = json!({ "goal": NCEA_1, "holdings": [{ "standard": READING }], "wishes": [
        { "goal": NCEA_1, "holding": READING, "requirement": "credits" },
        { "goal": NCEA_2, "holding": READING, "requirement": "co-requisite" } ] });
    let asked = Asked::read(&question.to_string()).unwrap();
    assert_eq!(asked.wishes[0], wish(NCEA_1, READING, "credits"));
    assert_eq!(asked.problems, []);
    assert_eq!(audited(&shipped(), &question).wishes.len(), 1);
}

#[test]
fn a_wish_is_kept_in_files_links_and_plans() {
    let mut pathway = reader();
    pathway.wish(wish(NCEA_1, READING, "credits"));
    pathway.wish(wish(NCEA_2, READING, "co-requisite"));
    assert_eq!(Pathway::read(&pathway.to_json()).unwrap(), (pathway.clone(), vec![]));
    let params = pathway.to_params();
    let params = params.iter().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(Pathway::from_params(params).unwrap(), pathway);
    let way = plan(&shipped(), &pathway.asked(None).unwrap()).plans.remove(0);
    let mut kept = KeptPlans::default();
    kept.keep(KeptPlan::new("NCEA", pathway.clone(), PlanSettings::default(), &way));
    let read = KeptPlans::read(&kept.to_json()).unwrap();
    assert_eq!(read.iter().next().unwrap().pathway, pathway);
}

#[test]
fn what_is_wished_last_comes_first_and_stands_for_what_was_wished_before() {
    let mut pathway = reader();
    pathway.wish(wish(NCEA_1, READING, "credits"));
    pathway.wish(wish(NCEA_2, READING, "credits"));
    pathway.wish(wish(NCEA_1, READING, "co-requisite"));
    assert_eq!(pathway.wishes, [wish(NCEA_1, READING, "co-requisite"), wish(NCEA_2, READING, "credits")]);
    assert_eq!(pathway.wished(NCEA_1, READING), Some("co-requisite"));
    pathway.unwish(NCEA_1, READING);
    assert_eq!(pathway.wishes, [wish(NCEA_2, READING, "credits")]);
    pathway.wish(Wish { goal: None, ..wish(NCEA_1, READING, "co-requisite") });
    assert_eq!(pathway.wished(NCEA_1, READING), Some("co-requisite"), "it is about any goal");
    pathway.unwish(NCEA_1, READING);
    assert_eq!(pathway.wished(NCEA_1, READING), None);
}

#[test]
fn a_wish_goes_with_what_it_is_for_and_comes_back_with_it() {
    let mut before = reader();
    before.wish(wish(NCEA_1, READING, "credits"));
    before.wish(wish(NCEA_1, "Ropes", "credits"));
    let mut after = before.clone();
    after.drop(&Held::Standard(READING.to_owned()).into());
    assert_eq!(after.wishes, [wish(NCEA_1, "Ropes", "credits")]);
    let mut now = after.clone();
    now.take_back(&before, &after);
    assert_eq!(now, before);

    after = before.clone();
    after.wish(wish(NCEA_1, READING, "co-requisite"));
    now = after.clone();
    now.take_back(&before, &after);
    assert_eq!(now, before, "what was wished before is wished again");
    now = after.clone();
    now.wish(wish(NCEA_1, READING, "credits"));
    now.take_back(&before, &after);
    assert_eq!(now.wishes.len(), 2, "a wish since then stays");
}

#[test]
fn a_wish_follows_what_is_called_otherwise() {
    let other = |title: &str| Holding::from(Held::Other(title.to_owned()));
    let mut pathway = reader();
    pathway.hold(other("Ropes"));
    pathway.wish(wish(NCEA_1, "Ropes", "credits"));
    pathway.replace(&other("Ropes"), other("Rope work"));
    assert_eq!(pathway.wishes, [wish(NCEA_1, "Rope work", "credits")]);
    let mut joined = reader();
    joined.wish(wish(NCEA_1, READING, "credits"));
    joined.join(&pathway);
    assert_eq!(joined.wishes, [wish(NCEA_1, READING, "credits"), wish(NCEA_1, "Rope work", "credits")]);
}
