//! The worked cases, one after another, as somebody reads them who checks them against their sources:
//! `cargo test worked_cases -- --nocapture` prints what is said of each, and who says so.

use crate::register::shipped;
use serde_json::{Value, json};
use waymark::domain::measure::Credits;
use waymark::domain::pathways::{
    Asked, Audit, Holdings, JointPlan, Lead, Standing, StepsLeft, audit, leads_to,
};
use waymark::domain::register::{Register, StackKind};

const FORESTRY: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5";

fn asked(goal: &str, holdings: &Value) -> Asked {
    let question = json!({ "goal": goal, "holdings": holdings, "on": "2026-11-27", "hours_a_week": 8 });
    let asked = Asked::read(&question.to_string()).unwrap();
    assert_eq!(asked.problems, []);
    asked
}

fn audited(register: &Register, goal: &str, holdings: &Value) -> Audit {
    let audit = audit(register, &asked(goal, holdings));
    println!("{goal}: {} credits count, {} may", audit.credits.counted.0, audit.credits.possible.0);
    audit
}

/// The lead with an id, of those of some credentials.
fn lead(id: &str, held: &[&str]) -> Lead {
    let mut holdings = Holdings::default();
    for key in held {
        holdings.add_credential(*key, None);
    }
    let lead = leads_to(&shipped(), &holdings).into_iter().find(|lead| lead.stack == id).unwrap();
    println!(
        "{}: {} {} [{}]",
        lead.target,
        lead.says,
        lead.rule.as_deref().unwrap(),
        lead.source.as_deref().unwrap()
    );
    lead
}

#[test]
fn forestry_leadership_from_one_held_micro_credential() {
    let question = asked(FORESTRY, &json!([{ "credential": "core-forestry-leadership" }]));
    let plan = JointPlan::of(&shipped(), &question);
    let ways = &plan.plan.plans;
    let each: Vec<&str> = ways.iter().flat_map(|way| &way.steps).map(|step| step.what.key()).collect();
    assert_eq!(each, ["business-forestry-leadership", "operational-forestry-leadership"]);
    for way in ways {
        let Standing::Steps(StepsLeft { number, credits, weeks, is_firm, .. }) = plan.standing(Some(way))
        else {
            panic!("there is a step left");
        };
        assert_eq!((number, credits, weeks, is_firm), (1, Some(Credits(40)), Some(50), true));
    }
    let lead = lead("s01", &["core-forestry-leadership"]);
    assert_eq!((lead.kind, lead.credits_counted), (StackKind::FullStack, Some(Credits(80))));
}

#[test]
fn startup_leads_to_the_apprenticeship_and_brings_no_sum() {
    let lead = lead("s08", &["startup-ignition-automotive"]);
    assert_eq!(lead.target_key.as_deref(), Some("q-new-zealand-apprenticeship"));
    assert_eq!((lead.kind, lead.counts_credit, lead.credits_counted), (StackKind::Progression, false, None));
    assert!(lead.rule.unwrap().contains("173 of 583"));
    assert!(lead.conditions.unwrap().contains("how many credits carry over is not stated"));
    let holdings = json!([{ "credential": "startup-ignition-automotive" }]);
    let audit = audited(&shipped(), "q-new-zealand-apprenticeship", &holdings);
    assert_eq!((audit.complete == Some(true), audit.credits.counted), (false, Credits(0)));
}

#[test]
fn three_courses_lead_to_a_paper_and_the_paper_to_the_masters() {
    let courses = [
        "effective-mentoring-practices",
        "working-collaboratively-and-building-leadership-capability",
        "contemporary-secondary-teaching-approaches",
    ];
    let paper = lead("s10", &courses);
    assert_eq!(
        (paper.credits_counted, paper.others().count(), paper.held().count()),
        (Some(Credits(15)), 0, 3)
    );
    assert!(paper.conditions.unwrap().contains("the paper, not the micro-credentials, is what counts"));
    let register = shipped();
    for course in courses {
        assert_eq!(register.credential(course).unwrap().credits, Some(Credits(5)), "{course}");
    }
    // Towards the Master's they are one paper: what it brings there is for the university to say.
    let masters = lead("s51", &courses);
    assert_eq!((masters.credits_counted, masters.credits_total), (None, None));
    let key = masters.target_key.unwrap();
    let held = Value::from_iter(courses.map(|course| json!({ "credential": course })));
    let audit = audited(&register, &key, &held);
    assert_eq!(
        (audit.complete, audit.credits.counted, audit.credits.possible),
        (None, Credits(0), Credits(0))
    );
    let says = audit.requirements.iter().filter_map(|each| each.title.as_deref());
    assert!(
        says.clone().any(|title| title.contains("make one 15-credit paper")),
        "{:?}",
        says.collect::<Vec<_>>()
    );
}

#[test]
fn ncea_counts_nothing_until_the_standards_are_named() {
    let register = shipped();
    for (goal, held, possible, id) in [
        ("q-ncea-level-3", "pre-flight-security-specific-airline-requirements", 30, "s38"),
        ("q-ncea-level-2", "startup-ignition-automotive", 20, "s07"),
    ] {
        let audit = audited(&register, goal, &json!([{ "credential": held }]));
        assert_eq!(
            (audit.credits.counted, audit.credits.possible),
            (Credits(0), Credits(possible)),
            "{goal}"
        );
        assert_eq!(lead(id, &[held]).kind, StackKind::PartialCredit);
    }
}

#[test]
fn the_same_standard_in_two_credentials_counts_once() {
    let credential = |key: &str| json!({ "key": key, "title": key, "level": 4, "credits": 20, "standards": ["1"], "source": "synthetic" });
    let text = json!({
        "format": "waymark.register/1", "as_at": "synthetic", "credentials": [credential("a"), credential("b")],
        "standards": [{ "id": "1", "level": 4, "credits": 20, "source": "synthetic" }],
        "qualifications": [{ "key": "q", "title": "Q", "type": "New Zealand Certificate", "level": 4, "credits": 40,
                             "source": "synthetic",
                             "requirements": { "credits": 40, "from": { "credentials": ["a", "b"], "standards": ["1"] } },
                             "structure": { "basis": "standards", "source": "synthetic" } }],
    });
    let register = Register::read(&text.to_string()).unwrap();
    assert_eq!(register.problems(), []);
    let audit = audited(&register, "q", &json!([{ "credential": "a" }, { "credential": "b" }]));
    assert_eq!((audit.complete, audit.credits.counted), (Some(false), Credits(20)));
    assert_eq!(audit.unused.len(), 1, "{:?}", audit.unused);
}
