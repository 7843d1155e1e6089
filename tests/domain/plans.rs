//! The best ways to goals, on the shipped register and on synthetic ones that say so.

use crate::register::shipped;
use serde_json::{Value, json};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use waymark::domain::measure::{Credits, Dollars};
use waymark::domain::pathways::{
    Asked, JointPlan, Left, Plan, Reason, Remark, Standing, StepsLeft, Way, options, plan, plan_in_parts,
};
use waymark::domain::register::Register;

const FORESTRY: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5";

/// The plan for a question about a register.
fn planned(register: &Register, question: &Value) -> Plan {
    let asked = Asked::read(&question.to_string()).unwrap();
    assert_eq!(asked.problems, []);
    plan(register, &asked)
}

/// A synthetic register of micro-credentials at level 4 with so many credits, and what else is said of them.
fn synthetic(credentials: &[(&str, u16, Value)]) -> Register {
    let credentials = credentials.iter().map(|(key, credits, more)| {
        let mut entry =
            json!({ "key": key, "title": key, "level": 4, "credits": credits, "source": "synthetic" });
        let more = more.as_object().cloned().unwrap_or_default();
        entry.as_object_mut().unwrap().extend(more);
        entry
    });
    let standards = ["1", "2"].map(|id| json!({ "id": id, "level": 4, "credits": 5, "source": "synthetic" }));
    let text = json!({
        "format": "waymark.register/1", "as_at": "synthetic", "credentials": Value::from_iter(credentials),
        "standards": standards,
    });
    let register = Register::read(&text.to_string()).unwrap();
    assert_eq!(register.problems(), []);
    register
}

/// Credits from some micro-credentials.
fn credits(number: u16, keys: &[&str]) -> Value {
    json!({ "credits": number, "from": { "credentials": keys } })
}

fn goal(requirements: &Value) -> Value {
    json!({ "format": "waymark.goal/1", "requirements": requirements })
}

/// The keys of each way's steps.
fn ways(plan: &Plan) -> Vec<Vec<&str>> {
    plan.plans.iter().map(keys).collect()
}

fn keys(way: &Way) -> Vec<&str> {
    way.steps.iter().map(|step| step.what.key()).collect()
}

#[test]
fn one_more_micro_credential_completes_the_forestry_certificate() {
    let question = json!({ "goal": FORESTRY, "holdings": [{ "credential": "core-forestry-leadership" }],
                           "on": "2026-11-27", "hours_a_week": 8 });
    let plan = planned(&shipped(), &question);
    assert_eq!(ways(&plan), [["business-forestry-leadership"], ["operational-forestry-leadership"]]);
    assert!(plan.optimal && !plan.more);
    let [way, _] = plan.plans.as_slice() else { panic!("two ways") };
    let (done, left) = (way.done.unwrap().to_string(), &way.left);
    assert_eq!(
        (way.credits, way.weeks, done.as_str(), left.len()),
        (Some(Credits(40)), Some(50), "2027-11-12", 0)
    );
    assert!(way.firm);
    let stopping = &way.steps.first().unwrap().if_you_stop;
    assert_eq!(
        stopping.first().map(|goal| (goal.complete, goal.credits.counted)),
        Some((Some(true), Credits(80)))
    );
}

#[test]
fn a_way_is_firm_only_where_a_source_states_what_its_goal_asks_for() {
    let firm = |goal: &str| {
        let plan = planned(&shipped(), &json!({ "goal": goal, "on": "2026-11-27" }));
        let says: Vec<String> = plan.notes.into_iter().map(|note| note.says).collect();
        (plan.plans.iter().map(|way| way.firm).collect::<BTreeSet<bool>>(), says.join(" "))
    };
    for (goal, strength, note) in [
        (
            "q-new-zealand-certificate-in-carpentry-level-4-2025-review",
            "stated, grouping inferred, planned",
            "Not a complete list.",
        ),
        (
            "q-new-zealand-certificate-in-workplace-health-and-safety-practice-level-4",
            "stated, all-required inferred",
            "The nine standards add to 63 credits",
        ),
        (
            "q-new-zealand-certificate-in-screen-industry-craft-skills-level-4",
            "stated, planned",
            "The micro-credential may be done before the programme or inside it.",
        ),
        (
            "q-new-zealand-certificate-in-sport-coaching-level-3",
            "stated, all-required inferred",
            "5366 and 21648 must be taken together.",
        ),
    ] {
        let (firm, says) = firm(goal);
        assert_eq!(firm, BTreeSet::from([false]), "{goal}");
        assert!(says.contains(strength) && says.contains(note), "{goal}: {says}");
    }
    let (_, says) = firm("q-bachelor-of-criminal-justice");
    assert!(says.contains("Cross credit from a completed degree at most 120 points"), "{says}");
}

#[test]
fn what_people_judge_and_what_stands_on_no_register_is_left() {
    let plan = planned(&shipped(), &json!({ "goal": "q-ncea-level-2", "on": "2026-11-27" }));
    let way = plan.plans.first().unwrap();
    let left: Vec<(&str, Option<u16>)> =
        way.left.iter().map(|left| (left.says.as_str(), left.credits.map(|credits| credits.0))).collect();
    assert_eq!(left, [("60 credits at level 2 or above from standards", Some(60))]);

    let register = synthetic(&[("a", 20, json!({}))]);
    let requirements = json!({ "all": [
        { "credential": "a" }, { "judgement": "A project" },
        { "some": 2, "of": [{ "component": "X" }, { "component": "Y" }, { "component": "Z" }] },
    ] });
    let plan = planned(&register, &json!({ "goal": goal(&requirements) }));
    assert_eq!(ways(&plan), [["a"]]);
    let says: Vec<&str> =
        plan.plans.iter().flat_map(|way| &way.left).map(|left| left.says.as_str()).collect();
    assert_eq!(says, ["A project", "2 of these: X, Y and Z"]);
}

#[test]
fn a_judgement_stands_in_for_nothing_that_can_be_taken() {
    let register = synthetic(&[("a", 20, json!({}))]);
    let requirements = json!({ "some": 1, "of": [{ "judgement": "Anything" }, { "credential": "a" }] });
    assert_eq!(ways(&planned(&register, &json!({ "goal": goal(&requirements) }))), [["a"]]);
}

#[test]
fn several_goals_share_their_steps() {
    let register = synthetic(&[("a", 20, json!({})), ("b", 30, json!({})), ("c", 30, json!({}))]);
    let goals = [goal(&credits(20, &["a", "b"])), goal(&credits(30, &["b", "c"]))];
    let plan = planned(&register, &json!({ "goals": goals }));
    // One micro-credential counts towards each award; within one it would count once (STK-16).
    assert_eq!(ways(&plan), [["b"]]);
    assert_eq!(plan.goals.len(), 2);
    let both = json!({ "all": [credits(20, &["a", "b"]), credits(30, &["b", "c"])] });
    let plan = planned(&register, &json!({ "goal": goal(&both) }));
    assert_eq!(plan.plans.iter().map(|way| way.credits).collect::<Vec<_>>(), [Some(Credits(50)); 2]);
}

/// The plan for several goals on a register.
fn joint(register: &Register, question: &Value) -> JointPlan {
    JointPlan::of(register, &Asked::read(&question.to_string()).unwrap())
}

/// Where somebody stands towards each goal who goes the best way.
fn standings(joint: &JointPlan) -> Vec<Standing> {
    let way = joint.plan.plans.first();
    joint.goals.iter().map(|goal| joint.standing_towards(goal, way)).collect()
}

#[test]
fn a_step_and_what_is_left_say_which_goals_they_are_for() {
    let register = synthetic(&[("a", 20, json!({})), ("b", 30, json!({})), ("c", 30, json!({}))]);
    let with_judgement = json!({ "all": [credits(30, &["b", "c"]), { "judgement": "A project" }] });
    let goals = [goal(&credits(50, &["a", "b"])), goal(&with_judgement)];
    let plan = planned(&register, &json!({ "goals": goals }));
    let way = plan.plans.first().unwrap();
    let towards = way.steps.iter().map(|step| (step.what.key(), step.towards.as_slice()));
    assert_eq!(towards.collect::<Vec<_>>(), [("a", &[0][..]), ("b", &[0, 1])]);
    let [Left { goal: 1, says, .. }] = way.left.as_slice() else { panic!("{:?}", way.left) };
    assert_eq!(says, "A project");
}

#[test]
fn a_goal_that_is_out_of_reach_leaves_the_plan_for_the_others() {
    let register = synthetic(&[("a", 20, json!({})), ("b", 30, json!({})), ("c", 30, json!({}))]);
    let goals =
        [goal(&credits(90, &["a", "b"])), goal(&credits(30, &["b", "c"])), goal(&credits(20, &["a"]))];
    let joint = joint(&register, &json!({ "goals": goals }));
    assert_eq!(ways(&joint.plan), [["a", "b"]]);
    assert_eq!(joint.planned().count(), 2);
    assert_eq!((joint.plan.goals.len(), joint.goals.len()), (2, 3));
    let standings = standings(&joint);
    let [Standing::Impossible(why), Standing::Steps(_), Standing::Steps(_)] = standings.as_slice() else {
        panic!("{standings:?}")
    };
    assert!(why.contains("90"), "{why}");
    let together = joint.standing(joint.plan.plans.first());
    assert!(matches!(together, Standing::Steps(StepsLeft { number: 2, is_goal: false, .. })), "{together:?}");
}

#[test]
fn goals_that_are_all_done_or_all_out_of_reach_have_no_plan() {
    let register = synthetic(&[("a", 20, json!({})), ("b", 30, json!({}))]);
    let held = json!({ "goals": ["a", "b"], "holdings": [{ "credential": "a" }, { "credential": "b" }] });
    let done = joint(&register, &held);
    assert_eq!(done.standing(None), Standing::Complete);
    assert_eq!(standings(&done), [Standing::Complete, Standing::Complete]);
    let unknown = joint(&register, &json!({ "goals": ["x", "y"] }));
    assert!(matches!(unknown.standing(None), Standing::NoWay(_)));
    assert_eq!(standings(&unknown), [Standing::UnknownGoal, Standing::UnknownGoal]);
}

#[test]
fn a_goal_that_is_done_stands_in_nobodys_way() {
    let question = json!({ "goals": ["core-forestry-leadership", "nothing", FORESTRY],
                           "holdings": [{ "credential": "core-forestry-leadership" }] });
    let joint = joint(&shipped(), &question);
    assert_eq!(ways(&joint.plan), [["business-forestry-leadership"], ["operational-forestry-leadership"]]);
    let [Standing::Complete, Standing::UnknownGoal, Standing::Steps(_)] = standings(&joint).as_slice() else {
        panic!("{:?}", standings(&joint))
    };
}

#[test]
fn twenty_goals_of_the_shipped_register_are_planned_together() {
    let register = shipped();
    let goals: Vec<&str> = register.qualifications().iter().map(|each| each.key.as_str()).take(20).collect();
    let joint = joint(&register, &json!({ "goals": goals }));
    assert_eq!(joint.goals.len(), 20);
    let way = joint.plan.plans.first().unwrap();
    assert!(
        way.steps
            .iter()
            .all(|step| !step.towards.is_empty() && step.if_you_stop.len() == joint.planned().count())
    );
}

#[test]
fn ways_that_another_beats_in_every_respect_are_left_out() {
    let register =
        synthetic(&[("a", 20, json!({})), ("b", 20, json!({})), ("c", 45, json!({})), ("d", 60, json!({}))]);
    let of_all = credits(40, &["a", "b", "c", "d"]);
    let plan = planned(&register, &json!({ "goal": goal(&of_all) }));
    assert_eq!(ways(&plan), [vec!["a", "b"], vec!["c"]]);
    let plan = planned(&register, &json!({ "goal": goal(&of_all), "prefer": "awards" }));
    assert_eq!(ways(&plan), [vec!["c"], vec!["a", "b"]]);
}

#[test]
fn fees_weeks_and_providers_come_first_where_somebody_asks_for_that() {
    let register = synthetic(&[
        ("a", 20, json!({ "fee_nzd": 900, "provider": "P" })),
        ("b", 20, json!({ "fee_nzd": 100, "provider": "Q" })),
        ("c", 20, json!({ "fee_nzd": 150.5, "provider": "R", "duration_weeks": 30 })),
        ("d", 25, json!({ "provider": "P" })),
    ]);
    let asks = goal(&credits(40, &["a", "b", "c", "d"]));
    let first = |prefer: &str| {
        let question = json!({ "goal": asks.clone(), "prefer": prefer, "hours_a_week": 10 });
        planned(&register, &question).plans.into_iter().next().unwrap()
    };
    let cheapest = first("fees");
    assert_eq!((keys(&cheapest), cheapest.fees), (vec!["b", "c"], Dollars::parse("250.50")));
    assert_eq!(first("provider").providers, ["P"]);
    // It takes its provider 30 weeks, whatever the hours are.
    assert_eq!((keys(&first("time")), first("time").weeks), (vec!["a", "b"], Some(40)));
    let unstated = first("provider");
    assert_eq!((keys(&unstated), unstated.fees), (vec!["a", "d"], None));
}

#[test]
fn what_would_do_the_same_is_named() {
    let register = synthetic(&[("a", 20, json!({})), ("b", 20, json!({})), ("c", 20, json!({}))]);
    let plan = planned(&register, &json!({ "goal": goal(&credits(20, &["a", "b", "c"])) }));
    let [way] = plan.plans.as_slice() else { panic!("one way") };
    assert_eq!(way.steps.first().unwrap().or, ["b", "c"]);
}

#[test]
fn what_is_closed_is_no_step_and_what_is_not_surely_open_says_so() {
    let register = synthetic(&[
        ("closed", 20, json!({ "status_group": "discontinued" })),
        ("ending", 20, json!({ "status_group": "expiring" })),
        ("planned", 20, json!({ "status_group": "proposed" })),
        ("open", 40, json!({ "status_group": "offered" })),
    ]);
    let asks = goal(&credits(20, &["closed", "ending", "planned", "open"]));
    let plan = planned(&register, &json!({ "goal": asks.clone() }));
    assert_eq!(ways(&plan), [["open"], ["planned"]]);
    let reasons = |way: usize| -> Vec<Reason> {
        let steps = plan.plans.iter().skip(way).take(1).flat_map(|way| &way.steps);
        steps.flat_map(|step| &step.cautions).map(|caution| caution.reason).collect()
    };
    assert_eq!((reasons(0), reasons(1)), (vec![], vec![Reason::NotOnOffer]));
    // What was completed before it closed counts all the same (STK-44).
    let plan = planned(&register, &json!({ "goal": asks, "holdings": [{ "credential": "closed" }] }));
    assert_eq!(plan.plans.iter().map(|way| way.awards).collect::<Vec<_>>(), [0]);
}

#[test]
fn what_is_partly_done_asks_for_the_rest() {
    let register = synthetic(&[("a", 15, json!({ "standards": ["1", "2"] })), ("b", 12, json!({}))]);
    let holdings = json!([{ "credential": "a", "standards": ["1"] }]);
    let requirements = json!({ "some": 1, "of": [{ "credential": "a" }, { "credential": "b" }] });
    let plan = planned(&register, &json!({ "goal": goal(&requirements), "holdings": holdings }));
    assert_eq!(plan.plans.first().map(|way| (keys(way), way.credits)), Some((vec!["a"], Some(Credits(10)))));
}

#[test]
fn a_standard_inside_a_micro_credential_counts_once() {
    // Both ways take “a” or “b” and a standard; beside “a”, which has the first in it, only the second is left.
    let register = synthetic(&[("a", 7, json!({ "standards": ["1"] })), ("b", 7, json!({}))]);
    let requirements = json!({ "all": [
        { "some": 1, "of": [{ "credential": "a" }, { "credential": "b" }] },
        { "credits": 5, "from": { "standards": ["1", "2"] } },
    ] });
    let plan = planned(&register, &json!({ "goal": goal(&requirements) }));
    let mut found = ways(&plan);
    found.iter_mut().for_each(|way| way.sort_unstable());
    found.sort_unstable();
    assert_eq!(found, [["1", "b"], ["2", "a"], ["2", "b"]]);
}

#[test]
fn what_leads_to_a_step_comes_before_it() {
    let credentials = ["first", "then"]
        .map(|key| json!({ "key": key, "title": key, "credits": 20, "level": 4, "source": "synthetic" }));
    let text = json!({
        "format": "waymark.register/1", "as_at": "synthetic",
        "credentials": credentials,
        "stacks": [{ "id": "s", "kind": "entry_requirement", "from": [{ "title": "then", "key": "then" }],
                     "to": { "title": "first", "key": "first" }, "source": "synthetic" }],
    });
    let register = Register::read(&text.to_string()).unwrap();
    let plan = planned(
        &register,
        &json!({ "goal": goal(&json!({ "all": [{ "credential": "first" }, { "credential": "then" }] })) }),
    );
    assert_eq!(ways(&plan), [["then", "first"]]);
    assert_eq!(plan.plans.iter().flat_map(|way| &way.steps).last().unwrap().after, ["then"]);
}

#[test]
fn what_ends_first_is_taken_first_and_what_ends_too_soon_says_so() {
    let register = synthetic(&[("a", 20, json!({})), ("b", 20, json!({}))]);
    let requirements =
        json!({ "all": [{ "credential": "a" }, { "credential": "b", "valid_to": "2027-03-31" }] });
    let question =
        |hours: u16| json!({ "goal": goal(&requirements), "on": "2026-11-27", "hours_a_week": hours });
    let plan = planned(&register, &question(20));
    assert_eq!(ways(&plan), [["b", "a"]]);
    assert_eq!(too_late(&plan), None);
    let says = "b counts here until 31 March 2027. You finish it on 3 September 2027, too late, unless you study at \
                least 12 hours a week.";
    let late = planned(&register, &question(5));
    assert_eq!(too_late(&late).as_deref(), Some(says));
    let stops = late.plans.iter().flat_map(|way| &way.steps).flat_map(|step| &step.if_you_stop);
    assert_eq!(
        stops.map(|goal| goal.credits.counted.0).collect::<Vec<_>>(),
        [0, 20],
        "what is late counts for nothing"
    );
    assert!(too_late(&planned(&register, &question(11))).is_some());
    assert_eq!(too_late(&planned(&register, &question(12))), None);
}

#[test]
fn the_hours_of_all_steps_are_divided_once() {
    let register =
        synthetic(&[("a", 31, json!({})), ("b", 31, json!({})), ("c", 10, json!({ "duration_weeks": 50 }))]);
    let weeks = |keys: &[&str]| {
        let parts: Vec<Value> = keys.iter().map(|key| json!({ "credential": key })).collect();
        let question =
            json!({ "goal": goal(&json!({ "all": parts })), "on": "2026-11-27", "hours_a_week": 8 });
        let plan = planned(&register, &question);
        let way = plan.plans.first().unwrap();
        (way.weeks.unwrap(), way.steps.iter().map(|step| step.weeks.unwrap()).collect::<Vec<_>>())
    };
    assert_eq!(weeks(&["a", "b"]), (78, vec![39, 39]));
    assert_eq!(weeks(&["a", "c"]), (89, vec![39, 50]), "38.75 weeks and the 50 that are stated");
    let both = ["a", "b"].map(|key| json!({ "credential": key, "valid_to": "2028-05-26" }));
    let question = json!({ "goal": goal(&json!({ "all": both })), "on": "2026-11-27", "hours_a_week": 8 });
    assert_eq!(too_late(&planned(&register, &question)), None, "78 weeks end on the last day");
}

#[test]
fn what_is_expiring_is_a_step_for_who_has_begun_it() {
    let register = synthetic(&[("a", 20, json!({ "standards": ["1", "2"], "status_group": "expiring" }))]);
    let question =
        |holdings: Value| json!({ "goal": goal(&json!({ "credential": "a" })), "holdings": holdings });
    assert_eq!(ways(&planned(&register, &question(json!([])))), Vec::<Vec<&str>>::new());
    let begun = planned(&register, &question(json!([{ "credential": "a", "standards": ["1"] }])));
    assert_eq!(ways(&begun), [["a"]]);
    let step = begun.plans.iter().flat_map(|way| &way.steps).next().unwrap();
    assert_eq!(step.credits, Some(Credits(15)));
    assert_eq!(step.cautions.iter().map(|caution| caution.reason).collect::<Vec<_>>(), [Reason::Expiring]);
}

#[test]
fn what_no_pace_is_in_time_for_says_so() {
    let register = synthetic(&[("a", 20, json!({}))]);
    let question = json!({ "goal": goal(&json!({ "credential": "a", "valid_to": "2026-12-01" })),
                           "on": "2026-11-27", "hours_a_week": 5 });
    let says = too_late(&planned(&register, &question)).unwrap();
    assert!(says.ends_with("too late, even at 60 hours a week."), "{says}");
}

#[test]
fn a_way_that_is_in_time_comes_before_a_shorter_one_that_is_not() {
    let register = synthetic(&[("short", 10, json!({})), ("long", 30, json!({}))]);
    let requirements = json!({ "some": 1, "of": [{ "credential": "short", "valid_to": "2027-03-31" },
                                                 { "credential": "long" }] });
    let question =
        |hours: u16| json!({ "goal": goal(&requirements), "on": "2026-11-27", "hours_a_week": hours });
    assert_eq!(ways(&planned(&register, &question(10))), [["short"]]);
    assert_eq!(ways(&planned(&register, &question(5))), [["long"]]);
    // Without a pace nothing is known to be late.
    let plan = planned(&register, &json!({ "goal": goal(&requirements), "on": "2026-11-27" }));
    assert_eq!(ways(&plan), [["short"]]);
}

#[test]
fn what_is_too_slow_can_be_left_to_people() {
    let register = synthetic(&[("a", 20, json!({}))]);
    let requirements = json!({ "some": 1, "of": [{ "credential": "a", "valid_to": "2027-03-31" },
                                                 { "judgement": "A test" }] });
    let left = |hours: u16| {
        let question = json!({ "goal": goal(&requirements), "on": "2026-11-27", "hours_a_week": hours });
        let plan = planned(&register, &question);
        plan.plans.iter().map(|way| (keys(way).len(), way.left.len())).collect::<Vec<_>>()
    };
    assert_eq!(left(20), [(1, 0)]);
    assert_eq!(left(5), [(0, 1)]);
}

#[test]
fn a_way_says_by_when_to_begin() {
    let register = synthetic(&[("a", 20, json!({})), ("b", 20, json!({}))]);
    let requirements =
        json!({ "all": [{ "credential": "a" }, { "credential": "b", "valid_to": "2027-03-31" }] });
    let on = |day: &str| {
        let question = json!({ "goal": goal(&requirements), "on": day, "hours_a_week": 20 });
        let plan = planned(&register, &question);
        let begin_by = plan.plans.first().and_then(|way| way.begin_by).map(|day| day.to_string());
        (begin_by, too_late(&plan).is_some())
    };
    assert_eq!(on("2026-11-27"), (Some("2027-01-20".to_owned()), false));
    assert_eq!(on("2027-01-20"), (Some("2027-01-20".to_owned()), false));
    assert_eq!(on("2027-01-21"), (None, true));
}

/// What a plan says of the first step that comes too late.
fn too_late(plan: &Plan) -> Option<String> {
    Some(plan.plans.iter().find_map(Way::too_late)?.says.clone())
}

#[test]
fn what_is_reviewed_before_it_is_finished_says_so() {
    let reviews = |hours: u16| {
        let question = json!({ "goal": FORESTRY, "on": "2026-11-27", "hours_a_week": hours,
                               "holdings": [{ "credential": "core-forestry-leadership" }] });
        let plan = planned(&shipped(), &question);
        let cautions = plan.plans.into_iter().flat_map(|way| way.steps).flat_map(|step| step.cautions);
        let cautions: Vec<Remark> =
            cautions.filter(|caution| caution.reason == Reason::ReviewBefore).collect();
        cautions
    };
    assert_eq!(reviews(8), []);
    let reviews = reviews(2);
    let first = reviews.first().unwrap();
    let says = "New Zealand Certificate in Forestry Leadership (Level 5) is due for review in October 2028; \
                at this pace you finish on 27 September 2030.";
    assert!(first.says.starts_with(says), "{}", first.says);
}

#[test]
fn a_review_counts_for_the_step_that_it_is_of_and_not_once_it_is_past() {
    let review = |day: &str| json!({ "review": day });
    let register =
        synthetic(&[("a", 20, review("2027-01")), ("b", 20, review("2029")), ("c", 20, review("2025"))]);
    let requirements =
        json!({ "all": [{ "credential": "a" }, { "credential": "b" }, { "credential": "c" }] });
    let question = json!({ "goal": goal(&requirements), "on": "2026-11-27", "hours_a_week": 10 });
    let plan = planned(&register, &question);
    let steps = plan.plans.iter().flat_map(|way| &way.steps);
    let reviewed = steps.filter(|step| step.cautions.iter().any(|one| one.reason == Reason::ReviewBefore));
    assert_eq!(reviewed.map(|step| step.what.key()).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn where_there_is_no_way_it_says_why() {
    let why = |goal: &str| planned(&shipped(), &json!({ "goal": goal })).why_none.unwrap();
    assert!(why("nothing").contains("“nothing”"), "{}", why("nothing"));
    assert!(why("q-national-certificate-in-carpentry-level-4").contains("The source says of the goal"));
    let unknown = "q-new-zealand-certificate-in-woolshed-skills-level-3";
    assert!(why(unknown).contains("No source on this register publishes"), "{}", why(unknown));
}

#[test]
fn every_goal_of_the_shipped_register_is_planned_for_certainly() {
    let register = shipped();
    let keys = register.qualifications().iter().map(|entry| &entry.key);
    for key in keys.chain(register.credentials().iter().map(|entry| &entry.key)) {
        let plan = planned(&register, &json!({ "goal": key, "on": "2026-11-27", "hours_a_week": 8 }));
        assert!(plan.optimal, "{key}");
        assert_ne!(plan.plans.is_empty(), plan.why_none.is_none(), "{key}");
        for way in &plan.plans {
            assert!(!way.steps.is_empty() || !way.left.is_empty(), "{key} asks for nothing");
        }
    }
}

#[test]
fn a_micro_credential_is_worth_the_goals_that_it_moves_somebody_towards() {
    let register = shipped();
    let text = json!({ "goal": "q", "holdings": [{ "credential": "core-forestry-leadership" }] }).to_string();
    let held = Asked::read(&text).unwrap().holdings;
    let found = options(&register, &held, None);
    let towards = |key: &str| -> Vec<(&str, u16, u16, bool)> {
        let credential = found.credentials.iter().filter(|credential| credential.key == key);
        let towards = credential.flat_map(|credential| &credential.towards);
        towards
            .map(|goal| (goal.goal.as_str(), goal.credits.counted.0, goal.credits.possible.0, goal.completes))
            .collect()
    };
    assert_eq!(towards("operational-forestry-leadership"), [(FORESTRY, 40, 40, true)]);
    assert_eq!(towards("core-forestry-leadership"), []);
    // Its standards are still to be named: none of its credits count till then, and up to 30 may (STK-39).
    assert_eq!(
        towards("pre-flight-security-specific-airline-requirements"),
        [("q-ncea-level-3", 0, 30, false)]
    );
    // What is not surely on offer, and a goal that is not open yet, is said to be so.
    let option = |key: &str| found.credentials.iter().find(|option| option.key == key).unwrap();
    let reasons = |cautions: &[Remark]| cautions.iter().map(|caution| caution.reason).collect::<Vec<_>>();
    assert_eq!(reasons(&option("performing-arts-emerging-tutor").cautions), [Reason::NotOnOffer]);
    assert_eq!(reasons(&option("operational-forestry-leadership").cautions), []);
    let screen = option("introduction-to-the-aotearoa-new-zealand-screen-industry");
    assert_eq!(reasons(&screen.towards.first().unwrap().cautions), [Reason::GoalStatus]);
    // What it is worth is what it is worth towards one goal; those of three are no sum.
    let pests = option("rural-pest-animal-control");
    assert_eq!((pests.towards.len(), pests.worth()), (3, Some((false, Credits(9), Credits(9)))));
    assert_eq!(option("operational-forestry-leadership").worth(), Some((true, Credits(40), Credits(40))));
    // A plan that takes one says the same of it.
    let plan = planned(
        &register,
        &json!({ "goal": FORESTRY, "holdings": [{ "credential": "core-forestry-leadership" }] }),
    );
    assert!(plan.plans.iter().all(|way| towards(keys(way).first().unwrap()).len() == 1));
}

/// Thousands can be taken, and a goal takes any of them: what a plan comes to is in few parts, between which a page
/// can do something else.
#[test]
fn a_plan_among_thousands_comes_in_parts_and_in_few() {
    let credentials: Vec<Value> = (0..2_000)
        .map(|index| {
            json!({ "key": format!("c{index}"), "title": "synthetic", "level": 3 + index % 4,
                    "credits": 5 * (1 + index * 7 % 8), "source": "synthetic" })
        })
        .collect();
    let text = json!({ "format": "waymark.register/1", "as_at": "synthetic", "credentials": credentials });
    let register = Register::read(&text.to_string()).unwrap();
    let any = |credits: u16, level: u8| json!({ "credits": credits, "from": { "kinds": ["credential"] }, "level_at_least": level });
    let question = json!({ "goal": goal(&json!({ "all": [any(45, 4), any(45, 5), any(40, 5)] })) });
    let asked = Asked::read(&question.to_string()).unwrap();
    let parts = Cell::new(0);
    let pause = async || parts.set(parts.get() + 1);
    let mut in_parts = pin!(plan_in_parts(&register, &asked, &[], &pause));
    let Poll::Ready(found) = in_parts.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("nothing is waited for");
    };
    assert_eq!(found.plans.first().and_then(|way| way.credits), Some(Credits(130)));
    assert!((5..1_500).contains(&parts.get()), "{} parts", parts.get());
    assert_eq!(found.plans, plan(&register, &asked).plans);
}
