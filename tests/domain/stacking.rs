//! Each of the 53 stacking rules is applied to pathways or only shown. Its page says which, and what is applied is
//! seen to make a difference here. All registers but the shipped one are synthetic.

use crate::register::shipped;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use waymark::domain::day::day;
use waymark::domain::pathways::{Asked, Audit, audit, plan};
use waymark::domain::register::Register;
use waymark::domain::rulebook::kinds::Check;
use waymark::domain::rulebook::{RULES, Stage};

/// Whether a rule makes the difference that it should.
type Difference = fn() -> bool;

/// What each applied rule does that is no floor of a type.
const APPLIED: [(&str, Difference); 19] = [
    // A micro-credential may be part of a programme: possible, and never counted.
    ("STK-02", || {
        let register = related("programme_component");
        counted(&register, "q", json!([{ "credential": "a" }])) == (0, 20)
    }),
    // Credit that a source states is recognised.
    ("STK-03", || counted(&related("partial_credit"), "q", json!([{ "credential": "a" }])) == (20, 20)),
    // Credits alone are not enough.
    ("STK-06", || {
        let requirements = json!({ "all": [any(20), { "judgement": "Every outcome is met" }] });
        let audit = asked(&register(), requirements, json!([{ "credential": "a" }]));
        audit.credits.counted.0 == 20 && audit.complete.is_none()
    }),
    ("STK-07", || {
        let at_level = |level: u8| {
            let requirements = json!({ "credits": 20, "level_at_least": level, "from": "any" });
            asked(&register(), requirements, json!([{ "credential": "a" }])).credits.counted.0
        };
        (at_level(4), at_level(5)) == (20, 0)
    }),
    ("STK-08", || {
        let partial = json!([{ "credential": "b", "standards": ["1"] }]);
        asked(&register(), any(20), partial).credits.counted.0 == 5
    }),
    ("STK-09", || {
        let audit = asked(&register(), any(20), json!([{ "prior_learning": "Years in the forest" }]));
        audit.credits.possible.0 == 0 && audit.unused.iter().any(|unused| unused.rule == Some("STK-09"))
    }),
    ("STK-11", || {
        let audit = asked(&register(), any(20), json!([{ "prior_learning": "Years in the forest" }]));
        audit.notes.iter().any(|note| note.rule == Some("STK-11"))
    }),
    // There is no cap but the one that a programme states.
    ("STK-13", || {
        let held = json!([{ "credential": "a" }, { "credential": "b" }]);
        let capped = |at_most: Value| {
            let mut goal = json!({ "format": "waymark.goal/1", "requirements": any(30) });
            if at_most.is_number() {
                goal.as_object_mut().unwrap().insert("at_most".to_owned(), at_most);
            }
            question(&register(), &json!({ "goal": goal, "holdings": held.clone() })).credits.counted.0
        };
        (capped(Value::Null), capped(json!(25))) == (30, 25)
    }),
    ("STK-15", || {
        let twice = json!([{ "standard": "1" }, { "standard": "1", "version": "2" }]);
        asked(&register(), any(20), twice).credits.counted.0 == 5
    }),
    ("STK-16", || {
        let twice = json!([{ "credential": "a" }, { "credential": "a", "version": "2" }]);
        asked(&register(), any(40), twice).credits.counted.0 == 20
    }),
    // Of “b” and “c” that share a standard of 5 credits, it counts once, and what each has beside it.
    ("STK-17", || {
        let both = json!([{ "credential": "b" }, { "credential": "c" }]);
        asked(&register(), any(40), both).credits.counted.0 == 25
    }),
    ("STK-31", || {
        let requirements = json!({ "credits": 20, "level_at_least": 3, "from": "any" });
        asked(&register(), requirements, json!([{ "credential": "a" }])).complete == Some(true)
    }),
    // Till 2027 other standards are taken for the co-requisite; from 2028 on only the dedicated ones.
    ("STK-36", || {
        let transitional = |year| {
            let asked = json!({ "goal": "q-ncea-level-2", "on": format!("{year}-06-01") });
            let audit = question(&shipped(), &asked);
            audit.requirements.iter().any(|requirement| requirement.id == "transitional-literacy")
        };
        transitional(2027) && !transitional(2028)
    }),
    // What fills the co-requisite does not count among the 60.
    ("STK-37", || {
        let held = json!([{ "standard": "32406", "level": 2, "credits": 10 }]);
        let audit = question(&shipped(), &json!({ "goal": "q-ncea-level-2", "holdings": held }));
        let counted = |id: &str| {
            let found = audit.requirements.iter().find(|requirement| requirement.id == id);
            found.map_or(0, |requirement| requirement.counted.0)
        };
        counted("credits") + counted("numeracy") == 10
    }),
    ("STK-39", || {
        let held = json!([{ "credential": "startup-ignition-automotive" }]);
        counted(&shipped(), "q-ncea-level-2", held) == (0, 20)
    }),
    ("STK-43", || takes_no_step_of_status("expiring")),
    ("STK-44", || {
        let register = of_status("discontinued");
        let held = asked(&register, json!({ "credential": "a" }), json!([{ "credential": "a" }]));
        takes_no_step_of_status("discontinued") && held.complete == Some(true)
    }),
    ("STK-45", || {
        let audit = asked(&register(), any(20), json!([{ "credential": "a", "version": "1" }]));
        audit.notes.iter().any(|note| note.rule == Some("STK-45"))
    }),
    ("STK-46", || {
        let register = of_status("equivalency");
        let audit = asked(&register, any(20), json!([{ "credential": "a" }]));
        audit.credits.counted.0 == 0 && audit.unused.iter().any(|unused| unused.rule == Some("STK-46"))
    }),
];

/// Micro-credentials at level 4: `a` of 20 credits, `b` and `c` that share a standard of 5 and have 10 beside it.
fn register() -> Register {
    with(json!({}), json!([]))
}

fn of_status(status: &str) -> Register {
    with(json!({ "status_group": status }), json!([]))
}

/// The same with a relation of 20 credits from `a` to a qualification `q` of 60.
fn related(kind: &str) -> Register {
    let relation = json!({ "id": "s", "kind": kind, "from": [{ "title": "a", "key": "a" }],
                           "to": { "title": "Q", "key": "q" }, "credits_counted": 20, "source": "synthetic" });
    with(json!({}), json!([relation]))
}

fn with(more_of_a: Value, stacks: Value) -> Register {
    let credential = |key: &str, credits: u16, standards: Value| json!({ "key": key, "title": key, "level": 4, "credits": credits, "standards": standards, "source": "synthetic" });
    let mut a = credential("a", 20, json!([]));
    a.as_object_mut().unwrap().extend(more_of_a.as_object().cloned().unwrap());
    let text = json!({
        "format": "waymark.register/1", "as_at": "synthetic", "stacks": stacks,
        "credentials": [a, credential("b", 15, json!(["1"])), credential("c", 15, json!(["1"]))],
        "standards": [{ "id": "1", "level": 4, "credits": 5, "source": "synthetic" }],
        "qualifications": [{ "key": "q", "title": "Q", "level": 4, "credits": 60, "source": "synthetic" }],
    });
    let register = Register::read(&text.to_string()).unwrap();
    assert_eq!(register.problems(), []);
    register
}

/// The type of a qualification as people write it.
fn in_words(kind: &str) -> String {
    kind.replace("bachelors_", "Bachelor's ").replace("masters_", "Master's ").replace('_', " ")
}

fn any(credits: u16) -> Value {
    json!({ "credits": credits, "from": "any" })
}

fn question(register: &Register, question: &Value) -> Audit {
    audit(register, &Asked::read(&question.to_string()).unwrap())
}

fn asked(register: &Register, requirements: Value, holdings: Value) -> Audit {
    let goal = json!({ "format": "waymark.goal/1", "requirements": requirements });
    question(register, &json!({ "goal": goal, "holdings": holdings }))
}

/// The credits that count for a goal and that may.
fn counted(register: &Register, goal: &str, holdings: Value) -> (u16, u16) {
    let credits = question(register, &json!({ "goal": goal, "holdings": holdings })).credits;
    (credits.counted.0, credits.possible.0)
}

fn takes_no_step_of_status(status: &str) -> bool {
    let goal = json!({ "format": "waymark.goal/1", "requirements": { "credential": "a" } });
    let asked = Asked::read(&json!({ "goal": goal }).to_string()).unwrap();
    plan(&of_status(status), &asked).plans.is_empty() && !plan(&register(), &asked).plans.is_empty()
}

#[test]
fn what_is_applied_makes_a_difference() {
    for (clause, makes_a_difference) in APPLIED {
        assert!(makes_a_difference(), "{clause} is not applied");
    }
}

#[test]
fn each_rule_is_applied_or_only_shown_as_its_page_says() {
    let days = [day(2010, 6, 1), day(2012, 6, 1), day(2023, 6, 1), day(2026, 11, 27)];
    let named: BTreeSet<&str> = APPLIED.iter().map(|(clause, _)| *clause).collect();
    let (mut applied, mut shown) = (0, 0);
    for rule in RULES.pages.iter().filter(|rule| rule.stage == Stage::Stacking) {
        for edition in &rule.edition {
            let clause = edition.clause.as_str();
            match &rule.check {
                Check::Notice {} => {
                    assert!(
                        !named.contains(clause),
                        "{clause} is applied, and its page says that it is only shown"
                    );
                    shown += 1;
                    continue;
                }
                Check::Floors(floors) if !floors.levels.is_empty() => {
                    // What the type of a qualification asks for is said of each of that type.
                    let on = days.iter().rev().find(|day| edition.in_force(**day)).unwrap();
                    let listed = json!({
                        "format": "waymark.register/1", "as_at": "synthetic", "credentials": [],
                        "qualifications": [{ "key": "q", "title": "Q", "type": in_words(&floors.qualification),
                                             "level": floors.levels.first(), "source": "synthetic" }],
                    });
                    let register = Register::read(&listed.to_string()).unwrap();
                    let audit = question(&register, &json!({ "goal": "q", "on": on.to_string() }));
                    let says = |rule: &str| audit.notes.iter().any(|note| note.rule == Some(rule));
                    assert!(says(clause), "{clause} is not applied on {on}: {:?}", audit.notes);
                }
                _ if clause == "STK-51" => {
                    let audit = question(&register(), &json!({ "goal": "q" }));
                    assert!(audit.notes.iter().any(|note| note.rule == Some(clause)));
                }
                _ => assert!(named.contains(clause), "no test shows that {clause} is applied"),
            }
            applied += 1;
        }
    }
    println!("{applied} stacking rules applied, {shown} shown");
    assert_eq!(applied + shown, 53);
}
