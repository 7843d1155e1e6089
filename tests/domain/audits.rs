//! What counts towards which requirement, on the shipped register and on synthetic ones that say so.

use crate::register::shipped;
use serde_json::{Value, json};
use waymark::domain::measure::{Credits, Size};
use waymark::domain::pathways::{Asked, Audit, Reason, RequirementAudit, RequirementState, Unused, audit};
use waymark::domain::register::{Firmness, Register};

const FORESTRY: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5";

pub fn asked(goal: Value, holdings: Value) -> Value {
    json!({ "format": "waymark.question/1", "goal": goal, "holdings": holdings, "on": "2026-11-21" })
}

pub fn audited(register: &Register, question: &Value) -> Audit {
    audit(register, &Asked::read(&question.to_string()).unwrap())
}

fn on_shipped(goal: &str, held: &[&str]) -> Audit {
    let held = held.iter().map(|key| json!({ "credential": key }));
    audited(&shipped(), &asked(goal.into(), Value::from_iter(held)))
}

/// A synthetic register: micro-credentials with their credits and standards, all at level 4, the standards of
/// 5 credits each, and a qualification `q` of 60 credits.
pub fn synthetic(credentials: &[(&str, u16, &[&str])], stacks: &Value) -> Register {
    let mut ids: Vec<&str> =
        credentials.iter().flat_map(|(_, _, standards)| standards.iter().copied()).collect();
    ids.sort_unstable();
    ids.dedup();
    let standards = ids.iter().map(|id| json!({ "id": id, "level": 4, "credits": 5, "source": "synthetic" }));
    let credentials = credentials.iter().map(|(key, credits, standards)| {
        json!({ "key": key, "title": key, "level": 4, "credits": credits, "standards": standards, "source": "synthetic" })
    });
    let text = json!({
        "format": "waymark.register/1", "as_at": "synthetic", "standards": Value::from_iter(standards),
        "credentials": Value::from_iter(credentials), "stacks": stacks,
        "qualifications": [{ "key": "q", "title": "Q", "type": "New Zealand Certificate", "level": 4, "credits": 60, "source": "synthetic" }],
    });
    let register = Register::read(&text.to_string()).unwrap();
    assert_eq!(register.problems(), []);
    register
}

fn partial_credit(id: &str, from: &[&str], credits: u16) -> Value {
    let from: Vec<Value> = from.iter().map(|key| json!({ "title": key, "key": key })).collect();
    json!({ "id": id, "kind": "partial_credit", "from": from, "to": { "title": "Q", "key": "q" },
            "credits_counted": credits, "source": "synthetic" })
}

pub fn requirement<'a>(audit: &'a Audit, id: &str) -> &'a RequirementAudit {
    audit.requirements.iter().find(|requirement| requirement.id == id).unwrap()
}

fn sums(audit: &Audit) -> (u16, u16, Option<u16>) {
    let credits = audit.credits;
    (credits.counted.0, credits.possible.0, credits.of.and_then(Size::fixed).map(|of| of.0))
}

fn unused(audit: &Audit) -> Vec<(&str, Option<&str>)> {
    audit.unused.iter().map(|Unused { holding, rule, .. }| (holding.as_str(), *rule)).collect()
}

fn reasons(audit: &Audit) -> Vec<Reason> {
    audit.notes.iter().map(|remark| remark.reason).collect()
}

#[test]
fn one_forestry_micro_credential_is_half_of_the_certificate() {
    let audit = on_shipped(FORESTRY, &["core-forestry-leadership"]);
    assert_eq!((audit.complete, sums(&audit), audit.proved), (Some(false), (40, 40, Some(80)), true));
    assert_eq!((audit.impossible, audit.unused), (None, vec![]));
    let core: Vec<&RequirementAudit> = audit
        .requirements
        .iter()
        .filter(|each| each.holdings == ["core-forestry-leadership"] && each.of.is_empty())
        .collect();
    assert_eq!((core.len(), core[0].state, core[0].counted), (1, RequirementState::Met, Credits(40)));
}

#[test]
fn three_forestry_micro_credentials_do_not_make_120_of_80() {
    let keys =
        ["core-forestry-leadership", "operational-forestry-leadership", "business-forestry-leadership"];
    let audit = on_shipped(FORESTRY, &keys);
    assert_eq!((audit.complete, sums(&audit)), (Some(true), (80, 80, Some(80))));
    assert_eq!(audit.unused.len(), 1, "a second strand is not needed");
}

#[test]
fn a_micro_credential_brings_ncea_nothing_until_its_standards_are_named() {
    for (goal, held, credits) in [
        ("q-ncea-level-3", "pre-flight-security-specific-airline-requirements", 30),
        ("q-ncea-level-2", "startup-ignition-automotive", 20),
    ] {
        let audit = on_shipped(goal, &[held]);
        assert_eq!((audit.credits.counted, audit.credits.possible), (Credits(0), Credits(credits)), "{goal}");
        assert_eq!(unused(&audit), [(held, Some("STK-12"))]);
    }
}

/// A held standard at a level, with its credits.
fn standard(id: &str, level: u8, credits: u16) -> Value {
    json!({ "standard": id, "level": level, "credits": credits })
}

/// The standards of the co-requisite, as somebody says that they hold them.
fn co_requisite() -> Vec<Value> {
    vec![standard("32403", 1, 5), standard("32405", 1, 5), standard("32406", 1, 10)]
}

#[test]
fn the_co_requisite_is_beside_the_60_credits_of_ncea() {
    let mut held = co_requisite();
    held.extend([standard("91001", 2, 20), standard("91002", 2, 20)]);
    let audit = audited(&shipped(), &asked("q-ncea-level-2".into(), held.into()));
    assert_eq!(
        (audit.complete, sums(&audit)),
        (Some(false), (60, 60, Some(80))),
        "20 at level 2 are missing"
    );
    assert_eq!(requirement(&audit, "credits").counted, Credits(40));
}

#[test]
fn of_equal_credits_those_come_first_that_meet_more() {
    let mut held = co_requisite();
    held.extend([standard("91001", 2, 20), standard("91002", 2, 20), standard("91003", 2, 10)]);
    let audit = audited(&shipped(), &asked("q-ncea-level-1".into(), held.into()));
    assert_eq!((sums(&audit), audit.proved), ((70, 70, Some(80)), true));
    for (id, counted, needed) in [("credits", 50, 60), ("literacy", 10, 10), ("numeracy", 10, 10)] {
        let of = requirement(&audit, id);
        assert_eq!((of.counted, of.needed), (Credits(counted), Some(Credits(needed))), "{id}");
    }
    let reo = [standard("32413", 1, 5), standard("32415", 1, 5), standard("91001", 1, 50)];
    let audit = audited(&shipped(), &asked("q-ncea-level-1".into(), Value::from_iter(reo)));
    assert_eq!(requirement(&audit, "te-reo-matatini").counted, Credits(10));
}

#[test]
fn a_level_of_ncea_that_is_held_brings_the_co_requisite_of_another() {
    let held = |completed: Option<&str>| {
        let level = json!({ "qualification": "q-ncea-level-1", "completed": completed });
        let fields = level.as_object().cloned().unwrap().into_iter().filter(|(_, value)| !value.is_null());
        let level = Value::Object(fields.collect());
        audited(&shipped(), &asked("q-ncea-level-2".into(), json!([level, standard("91001", 2, 40)])))
    };
    for completed in [None, Some("2025-01-15")] {
        let audit = held(completed);
        assert_eq!((sums(&audit), audit.complete), ((60, 60, Some(80)), Some(false)), "{completed:?}");
        assert_eq!(requirement(&audit, "co-requisite").state, RequirementState::Met, "{completed:?}");
    }
    let before = held(Some("2019-01-15"));
    assert_eq!(sums(&before).0, 40, "the co-requisite is younger");
    assert!(before.requirements.iter().all(|each| !each.id.starts_with("held-level")));
}

#[test]
fn what_a_person_judges_in_place_of_credits_has_no_number_of_its_own() {
    let part = json!({ "id": "part", "some": 1, "of": [
        { "all": [{ "standard": "1" }, { "standard": "2" }] }, { "judgement": "Something like it" }] });
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "all": [part] } });
    let audit = audited(
        &synthetic(&[("a", 10, &["1", "2"])], &json!([])),
        &asked(goal, json!([{ "standard": "1" }])),
    );
    let part = requirement(&audit, "part");
    assert_eq!((part.counted, part.needed), (Credits(5), None));
}

#[test]
fn what_the_register_states_goes_before_what_somebody_says() {
    let text = json!({
        "format": "waymark.register/1", "as_at": "synthetic", "credentials": [],
        "standards": [{ "id": "1", "level": 4, "credits": 5, "source": "synthetic" }, { "id": "2", "source": "synthetic" }],
        "qualifications": [{ "key": "q", "title": "Q", "level": 4, "credits": 40, "source": "synthetic" }],
    });
    let register = Register::read(&text.to_string()).unwrap();
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "credits": 200, "level_at_least": 4, "from": "any" } });
    let held = json!([standard("1", 10, 60), standard("2", 4, 7), { "qualification": "q", "level": 2, "credits": 100 }]);
    let audit = audited(&register, &asked(goal.clone(), held));
    assert_eq!(sums(&audit).0, 5 + 7 + 40);
    let says: Vec<&str> = audit.notes.iter().map(|note| note.says.as_str()).collect();
    assert_eq!(
        says,
        [
            "The register has other numbers than you, and they count. 1: level 4 and 5 credits.",
            "The register has other numbers than you, and they count. Q: level 4 and 40 credits."
        ]
    );
    let same = audited(&register, &asked(goal, json!([standard("1", 4, 5)])));
    assert_eq!(same.notes, []);
}

#[test]
fn an_equivalency_statement_brings_no_credits_and_is_listed_with_the_reason() {
    let (key, goal) = (
        "self-driving-car-engineer-nanodegree",
        "q-new-zealand-certificate-in-health-and-wellbeing-peer-support-level-4",
    );
    let audit = on_shipped(goal, &[key]);
    assert_eq!((sums(&audit), unused(&audit)), ((0, 0, Some(120)), vec![(key, Some("STK-46"))]));
}

#[test]
fn what_a_type_asks_for_is_said_and_keeps_its_room_where_a_goal_has_a_tree_too() {
    let other = |level: u8, credits: u16| json!([{ "other": "Course", "level": level, "credits": credits, "source": "s" }]);
    let masters = |level| {
        let goal = "q-master-of-education";
        audited(&shipped(), &asked(goal.into(), other(level, 180)))
    };
    // Of 180 credits at least 120 are at level 8 or above, of which 40 at level 9.
    assert_eq!((masters(4).credits.possible, masters(9).credits.possible), (Credits(60), Credits(180)));
    let clauses: Vec<Option<&str>> = masters(4).notes.iter().map(|note| note.rule).collect();
    assert!(clauses.contains(&Some("STK-28")), "{clauses:?}");
}

#[test]
fn what_counts_for_nothing_is_said_for_its_true_reason() {
    let goal = json!({ "format": "waymark.goal/1", "requirements": {
        "credits": 60, "from": "any", "of_which": [{ "credits": 60, "level_at_least": 8 }] } });
    let why = |credits: u16, others: &[Value]| {
        let mut held = vec![standard("1", 4, credits)];
        held.extend_from_slice(others);
        let audit = audited(&synthetic(&[], &json!([])), &asked(goal.clone(), held.into()));
        audit.unused.iter().map(|unused| unused.why.clone()).collect::<Vec<_>>()
    };
    assert_eq!(why(5, &[]), ["A limit on what counts leaves no room for it."]);
    let filled = ["What it could count for is filled by other holdings."];
    assert_eq!(why(5, &[standard("2", 8, 60)]), filled);
}

#[test]
fn a_pathway_brings_no_credit() {
    let audit = on_shipped("startup-accelerate-automotive-engineering", &["startup-ignition-automotive"]);
    assert_eq!((audit.complete, audit.credits.counted), (Some(false), Credits(0)));
    assert_eq!(unused(&audit), [("startup-ignition-automotive", None)]);
}

#[test]
fn an_amount_that_no_source_states_is_for_a_person_to_judge() {
    let audit = on_shipped("q-master-of-education", &["instructional-design-basics"]);
    assert_eq!((audit.complete, audit.credits.counted), (None, Credits(0)));
}

#[test]
fn where_nothing_is_known_only_the_floors_of_the_type_are_shown() {
    let register = synthetic(&[("a", 40, &[])], &json!([]));
    let audit = audited(&register, &asked("q".into(), json!([{ "credential": "a" }])));
    assert_eq!((audit.complete, sums(&audit)), (Some(false), (0, 40, Some(60))));
    assert_eq!(audit.impossible, None, "what is listed is not all that there is");
    assert_eq!(reasons(&audit), [Reason::NoPublishedWay, Reason::TypeAsks]);
    assert_eq!(audit.notes[1].rule, Some("STK-18"));
    assert!(audit.notes[1].says.contains("40 credits"), "{}", audit.notes[1].says);
}

#[test]
fn the_best_set_is_not_the_biggest_first() {
    let stacks = [
        partial_credit("c1", &["a", "b"], 20),
        partial_credit("c2", &["a"], 15),
        partial_credit("c3", &["b"], 15),
    ];
    let register = synthetic(&[("a", 15, &[]), ("b", 15, &[])], &Value::from_iter(stacks));
    let both = json!([{ "credential": "a" }, { "credential": "b" }]);
    let audit = audited(&register, &asked("q".into(), both));
    assert_eq!(sums(&audit), (30, 30, Some(60)));
    assert_eq!(audit.complete, None, "no source says what the rest of it is");
    assert_eq!(requirement(&audit, "c2").holdings, ["a"]);
    assert_eq!(requirement(&audit, "c1").counted, Credits(0));
    let one = audited(&register, &asked("q".into(), json!([{ "credential": "a" }])));
    assert_eq!((sums(&one).0, requirement(&one, "c1").counted), (15, Credits(0)), "counted only together");
}

#[test]
fn no_more_counts_than_the_goal_has() {
    let stacks = ["a", "b", "c"].map(|key| partial_credit(&format!("s{key}"), &[key], 40));
    let register = synthetic(&[("a", 40, &[]), ("b", 40, &[]), ("c", 40, &[])], &Value::from_iter(stacks));
    let held = json!([{ "credential": "a" }, { "credential": "b" }, { "credential": "c" }]);
    let audit = audited(&register, &asked("q".into(), held));
    assert_eq!(sums(&audit), (60, 60, Some(60)));
    assert_eq!(unused(&audit).len(), 1);
}

#[test]
fn what_was_done_long_ago_counts_though_it_is_planned_again() {
    let register = synthetic(&[("a", 15, &[])], &json!([partial_credit("c1", &["a"], 15)]));
    let days = ["2027-05-01", "2023-05-01"];
    for days in [days, [days[1], days[0]]] {
        let held = Value::from_iter(days.map(|day| json!({ "credential": "a", "completed": day })));
        let audit = audited(&register, &asked("q".into(), held));
        assert_eq!((sums(&audit).0, audit.unused), (15, vec![]), "{days:?}");
    }
    let later = audited(&register, &asked("q".into(), json!([{ "credential": "a", "completed": days[0] }])));
    assert_eq!(
        (sums(&later).0, later.unused[0].why.as_str()),
        (0, "It is completed only after 21 November 2026.")
    );
}

#[test]
fn a_standard_in_two_credentials_counts_once() {
    let stacks = [partial_credit("c1", &["a"], 15), partial_credit("c2", &["b"], 15)];
    let register = synthetic(&[("a", 5, &["27360"]), ("b", 5, &["27360"])], &Value::from_iter(stacks));
    let both = json!([{ "credential": "a" }, { "credential": "b" }]);
    let audit = audited(&register, &asked("q".into(), both.clone()));
    assert_eq!((sums(&audit).0, unused(&audit)), (5, vec![("b", Some("STK-15"))]));

    // Through its standards, a credential still brings what it has beside the one that is counted.
    let register = synthetic(&[("a", 15, &["1", "2"]), ("b", 20, &["2", "3"])], &json!([]));
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "credits": 40, "from": { "kinds": ["credential", "standard"] } } });
    let audit = audited(&register, &asked(goal, both));
    assert_eq!(sums(&audit), (30, 30, Some(40)), "15 and 20 with 5 in both");
    assert_eq!(requirement(&audit, "requirements").holdings, ["a", "b"]);
}

#[test]
fn a_field_of_a_later_version_is_reported_and_refuses_nothing() {
    let question = json!({ "format": "waymark.question/1", "goal": FORESTRY, "name": "My plan",
                           "holdings": [{ "credential": "core-forestry-leadership", "mood": 1 }] });
    let audit = audited(&shipped(), &question);
    assert_eq!(audit.credits.counted, Credits(40));
    let at: Vec<&str> = audit.problems.iter().map(|problem| problem.at.as_str()).collect();
    assert_eq!(at, ["holdings[0].mood", "name"]);
}

#[test]
fn what_is_uncertain_is_possible_and_not_counted() {
    let goal = json!({ "format": "waymark.goal/1", "title": "A programme", "requirements": { "all": [
        { "id": "open", "credits": 20 },
        { "id": "any", "credits": 20, "from": "any" },
        { "id": "paper", "component": "Paper 101", "credits": 15 },
        { "id": "project", "judgement": "A project" } ] } });
    let register = synthetic(&[("a", 20, &[])], &json!([]));
    let holdings = json!([{ "credential": "a" }, { "other": "Course", "level": 4, "credits": 20, "source": "s" },
                          { "other": { "title": "Paper 101", "source": "s" } }, { "prior_learning": "Ten years" }]);
    let audit = audited(&register, &asked(goal, holdings));
    assert_eq!((audit.title.as_deref(), audit.complete), (Some("A programme"), None));
    assert_eq!(sums(&audit), (20, 55, Some(55)));
    let states: Vec<(&str, RequirementState)> =
        audit.requirements.iter().map(|each| (each.id.as_str(), each.state)).collect();
    let (met, judged) = (RequirementState::Met, RequirementState::Judgement);
    assert_eq!(states, [("open", judged), ("any", met), ("paper", judged), ("project", judged)]);
    assert!(unused(&audit).contains(&("Ten years", Some("STK-09"))));
}

#[test]
fn a_wish_is_honoured_where_nothing_is_lost_and_its_cost_is_named() {
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "all": [
        { "id": "large", "credits": 30, "from": { "credentials": ["a", "b"] } },
        { "id": "small", "credits": 10, "from": { "credentials": ["a", "b"] } } ] } });
    let register = synthetic(&[("a", 30, &[]), ("b", 10, &[])], &json!([]));
    let mut question = asked(goal, json!([{ "credential": "a" }, { "credential": "b" }]));
    question["wishes"] =
        json!([{ "holding": "a", "requirement": "large" }, { "holding": "a", "requirement": "small" }]);
    let audit = audited(&register, &question);
    assert_eq!(audit.complete, Some(true));
    let wishes: Vec<_> =
        audit.wishes.iter().map(|wish| (wish.honoured, wish.cost, wish.leaves_open)).collect();
    assert_eq!(wishes[0], (true, None, false));
    assert!(!wishes[1].0);

    question["wishes"] = json!([{ "holding": "a", "requirement": "small" }]);
    let audit = audited(&register, &question);
    let wish = &audit.wishes[0];
    assert_eq!((wish.honoured, wish.cost, wish.leaves_open), (false, Some(Credits(20)), true));

    let either = json!({ "format": "waymark.goal/1", "requirements": { "some": 1, "of": [
        { "id": "one", "credits": 10, "from": { "credentials": ["b"] } },
        { "id": "other", "credits": 10, "from": { "credentials": ["b"] } } ] } });
    for wished in ["one", "other"] {
        let mut question = asked(either.clone(), json!([{ "credential": "b" }]));
        question["wishes"] = json!([{ "holding": "b", "requirement": wished }]);
        let audit = audited(&register, &question);
        assert!(audit.wishes[0].honoured, "{wished}");
        assert_eq!(requirement(&audit, wished).holdings, ["b"]);
    }
}

#[test]
fn what_cannot_be_filled_is_named_with_what_there_is() {
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "all": [
        { "id": "one", "credits": 15, "from": { "credentials": ["a", "b"] } },
        { "id": "other", "credits": 15, "from": { "credentials": ["a", "b"] } },
        { "id": "third", "credential": "b" } ] } });
    let register = synthetic(&[("a", 20, &[]), ("b", 20, &[])], &json!([]));
    let audit = audited(&register, &asked(goal, json!([])));
    let impossible = audit.impossible.unwrap();
    assert_eq!(impossible.requirements.len(), 3);
    assert_eq!((impossible.needed, impossible.available), (Some(Credits(50)), Credits(35)));
    let says = "“15 credits (one)”, “15 credits (other)” and “b” cannot all be filled by what is held and listed here: of the 50";
    assert!(impossible.says.starts_with(says), "{}", impossible.says);
    assert!(impossible.says.ends_with("since each credential goes whole to one requirement."));

    let goal = json!({ "format": "waymark.goal/1", "requirements": { "credential": "nowhere" } });
    let audit = audited(&register, &asked(goal, json!([])));
    assert_eq!(audit.impossible.unwrap().requirements, ["requirements"]);
}

#[test]
fn a_partly_finished_credential_counts_by_its_standards() {
    let register = synthetic(&[("a", 15, &["1", "2"])], &json!([]));
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "all": [
        { "id": "whole", "credential": "a" }, { "id": "part", "standard": "1" } ] } });
    let audit = audited(&register, &asked(goal, json!([{ "credential": "a", "standards": ["1"] }])));
    assert_eq!(requirement(&audit, "part").state, RequirementState::Met);
    assert_eq!(
        (requirement(&audit, "part").holdings.as_slice(), sums(&audit).0),
        (["a".to_owned()].as_slice(), 5)
    );
    assert_eq!(
        requirement(&audit, "whole").state,
        RequirementState::Impossible,
        "its standard cannot count twice"
    );
}

#[test]
fn a_cap_holds_for_one_source_for_a_group_and_for_all() {
    let register = synthetic(&[("a", 40, &[]), ("b", 40, &[])], &json!([]));
    let both = json!([{ "credential": "a" }, { "credential": "b" }]);
    let capped = json!({ "credential": "a", "at_most": 10 });
    let named = json!({ "credential": "b" });
    for (goal, complete, counted) in [
        (json!({ "requirements": { "all": [capped, named] } }), true, 50),
        (
            json!({ "requirements": { "all": [named, { "at_most": 15, "from": { "credentials": ["a"] } }] } }),
            true,
            55,
        ),
        (
            json!({ "requirements": { "credits": 60, "from": { "kinds": ["credential"] }, "of_which": [{ "at_most": 5, "from": { "credentials": ["a"] } }] } }),
            false,
            45,
        ),
        (json!({ "requirements": { "all": [{ "credential": "a" }, named], "at_most": 50 } }), false, 50),
        (json!({ "at_most": 30, "requirements": { "credits": 60, "from": "any" } }), false, 30),
    ] {
        let audit = audited(&register, &asked(goal.clone(), both.clone()));
        assert_eq!((audit.complete, sums(&audit).0), (Some(complete), counted), "{goal}");
        assert_eq!(audit.impossible.is_some(), !complete, "{goal}");
    }
}

#[test]
fn a_requirement_is_asked_for_only_in_its_days() {
    let register = synthetic(&[("a", 15, &[])], &json!([]));
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "all": [
        { "id": "now", "credential": "a" }, { "id": "then", "judgement": "J", "valid_to": "2023-12-31" } ] } });
    let mut question = asked(goal, json!([{ "credential": "a" }]));
    assert_eq!(audited(&register, &question).complete, Some(true));
    question["on"] = "2023-12-31".into();
    assert_eq!(audited(&register, &question).complete, None);
}

#[test]
fn what_sources_leave_to_the_provider_is_possible() {
    let mut stack = partial_credit("s", &["a"], 20);
    stack["strength"] = "stated, discretionary".into();
    let register = synthetic(&[("a", 40, &[])], &json!([stack]));
    let audit = audited(&register, &asked("q".into(), json!([{ "credential": "a" }])));
    assert_eq!(sums(&audit), (0, 20, Some(60)));
    assert_eq!(requirement(&audit, "s").strength, Some(Firmness::Discretionary));
}

#[test]
fn a_goal_that_is_held_is_filled_by_itself() {
    let register = synthetic(&[], &json!([]));
    let audit = audited(&register, &asked("q".into(), json!([{ "qualification": "q" }])));
    assert_eq!(
        (audit.complete, sums(&audit), reasons(&audit)),
        (Some(true), (60, 60, Some(60)), vec![Reason::AlreadyHeld])
    );
}

#[test]
fn a_goal_that_is_not_understood_is_refused_with_its_place() {
    for (goal, says) in [
        (json!(7.5), "At goal: found 7.5"),
        (json!({}), "goal.requirements"),
        (
            json!({ "requirements": { "all": [{ "judgement": "J" }, { "mood": 1 }] } }),
            "goal.requirements.all[1]",
        ),
        (
            json!({ "requirements": { "credits": 40, "level_at_least": 11 } }),
            "goal.requirements.level_at_least: found 11",
        ),
        (
            json!({ "requirements": { "some": 1, "of": [{ "credits": "many" }] } }),
            "goal.requirements.of[0].credits",
        ),
    ] {
        let message = Asked::read(&json!({ "goal": goal }).to_string()).unwrap_err().to_string();
        assert!(message.contains(says), "{goal}: {message}");
    }
    for (text, says) in [
        ("", "line 1"),
        ("[]", "not one object"),
        (r#"{"format":"waymark.draft/1","goal":"q"}"#, "waymark.draft/1"),
        ("{}", "goal"),
        (r#"{"goal":"q","holdings":{}}"#, "At holdings: found"),
        (r#"{"goal":"q","on":"2026-02-30"}"#, "At on: found"),
    ] {
        let message = Asked::read(text).unwrap_err().to_string();
        assert!(message.contains(says), "{text}: {message}");
    }
    let asked =
        Asked::read(r#"{"goal":"q","holdings":["a",{},{"credential":"a","completed":"1 May 2024"}]}"#)
            .unwrap();
    let at: Vec<&str> = asked.problems.iter().map(|problem| problem.at.as_str()).collect();
    assert_eq!(at, ["holdings[0]", "holdings[1].credential", "holdings[2].completed"]);
    assert_eq!(asked.holdings.len(), 1);
}

#[test]
fn no_answer_promises_an_award() {
    let register = shipped();
    let held: Vec<&str> = register.credentials().iter().map(|each| each.key.as_str()).collect();
    for qualification in register.qualifications() {
        let audit = on_shipped(&qualification.key, &held);
        // What the register says of an entry is in its own words.
        let own = audit.notes.iter().filter(|remark| remark.reason != Reason::Conditions);
        let says = own.map(|remark| &remark.says).chain(audit.unused.iter().map(|unused| &unused.why));
        for sentence in says.chain(audit.impossible.iter().map(|impossible| &impossible.says)) {
            assert!(!sentence.contains("award") && !sentence.contains("eligible"), "{sentence}");
        }
        assert!(audit.advice.contains("not an award") && audit.proved, "{}", qualification.key);
    }
}
