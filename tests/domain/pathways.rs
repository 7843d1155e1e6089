//! Where the holdings of real people lead, on the snapshot that ships with the app.

use crate::register::shipped;
use waymark::domain::day::day;
use waymark::domain::measure::{Credits, NotionalHours};
use waymark::domain::pathways::{
    HeldStandard, Holdings, Lead, Published, Question, Reason, Remark, State, leads_to, published,
};
use waymark::domain::register::{Firmness, StackKind};

const FORESTRY: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5";

fn question(goal: &str, held: &[&str]) -> Question {
    let mut holdings = Holdings::default();
    for key in held {
        holdings.add_credential(*key, None);
    }
    Question { goal: goal.to_owned(), holdings, on: Some(day(2026, 11, 21)) }
}

fn found(goal: &str, held: &[&str]) -> Published {
    published(&shipped(), &question(goal, held))
}

fn leads(held: &[&str]) -> Vec<Lead> {
    leads_to(&shipped(), &question("", held).holdings)
}

fn reasons(remarks: &[Remark]) -> Vec<Reason> {
    remarks.iter().map(|remark| remark.reason).collect()
}

#[test]
fn one_forestry_micro_credential_leaves_two_ways_to_the_certificate() {
    let plan = found(FORESTRY, &["core-forestry-leadership"]);
    let ways: Vec<&str> = plan.ways.iter().map(|way| way.lead.stack.as_str()).collect();
    assert_eq!(ways, ["s01", "s02"]);
    for way in &plan.ways {
        assert_eq!(way.credits_held, Some(Credits(40)));
        assert_eq!(way.credits_left, Some(Credits(40)));
        assert_eq!(way.hours_left, Some(NotionalHours(400)));
        assert_eq!(way.lead.firmness, Firmness::Inferred);
        let states: Vec<State> = way.lead.parts.iter().map(|part| part.state).collect();
        assert_eq!(states, [State::Held, State::Needed], "what is taken first comes first");
        assert_eq!(way.blocks, []);
        assert!(way.lead.source.is_some() && way.lead.conditions.is_some());
    }
    assert_eq!((plan.blocks, plan.notes), (vec![], vec![]));
}

#[test]
fn the_way_with_less_left_comes_first() {
    let plan = found(FORESTRY, &["core-forestry-leadership", "business-forestry-leadership"]);
    let left: Vec<_> = plan.ways.iter().map(|way| (way.lead.stack.as_str(), way.credits_left)).collect();
    assert_eq!(left, [("s02", Some(Credits(0))), ("s01", Some(Credits(40)))]);
}

#[test]
fn startup_leads_on_without_credit_and_counts_towards_ncea() {
    let leads = leads(&["startup-ignition-automotive"]);
    let ids: Vec<&str> = leads.iter().map(|lead| lead.stack.as_str()).collect();
    assert_eq!(ids, ["s05", "s06", "s07", "s08"]);
    for lead in &leads {
        assert_eq!(lead.counts_credit, lead.kind == StackKind::PartialCredit);
        assert_eq!(lead.credits_counted.is_some(), lead.counts_credit);
    }
    let ncea = &leads[2];
    assert_eq!((ncea.credits_counted, ncea.credits_total), (Some(Credits(20)), Some(Credits(60))));
    assert_eq!(ncea.firmness, Firmness::Inferred);
    assert_eq!((leads[3].held().count(), leads[3].others().count()), (1, 2));
}

#[test]
fn a_micro_credential_is_a_goal_taken_whole() {
    let plan = found("startup-accelerate-automotive-engineering", &["startup-ignition-automotive"]);
    assert!(plan.ways.is_empty() && plan.contributions.is_empty() && plan.blocks.is_empty());
    assert_eq!(plan.progressions.len(), 1);
    assert_eq!(plan.progressions[0].credits_counted, None);
    assert_eq!(reasons(&plan.notes), [Reason::TakenWhole]);
}

#[test]
fn no_pathway_carries_credit() {
    let everything: Vec<String> = shipped().credentials().iter().map(|each| each.key.clone()).collect();
    let everything: Vec<&str> = everything.iter().map(String::as_str).collect();
    let uncounted: Vec<Lead> = leads(&everything).into_iter().filter(|lead| !lead.counts_credit).collect();
    assert!(uncounted.len() > 15);
    assert!(uncounted.iter().all(|lead| lead.credits_counted.is_none() && lead.credits_total.is_none()));
}

#[test]
fn what_the_register_lacks_is_said() {
    let plan = found("q-new-zealand-certificate-in-long-term-health-conditions-level-3", &[]);
    assert_eq!(plan.ways[0].credits_left, None);
    assert_eq!(plan.ways[0].hours_left, None);
    assert_eq!(reasons(&plan.ways[0].blocks), [Reason::NotOnRegister]);
    let none = found("q-new-zealand-certificate-in-seafood-operations-level-3", &[]);
    assert_eq!(reasons(&none.blocks), [Reason::NoPublishedWay]);
    let replaced = found("q-national-certificate-in-carpentry-level-4", &[]);
    assert_eq!(reasons(&replaced.blocks), [Reason::GoalStatus, Reason::NoPublishedWay]);
    let unknown = found("q-nowhere", &["q-nothing"]);
    assert_eq!(reasons(&unknown.blocks), [Reason::UnknownGoal]);
    assert_eq!(reasons(&unknown.notes), [Reason::UnknownHolding]);
}

#[test]
fn what_is_completed_later_is_not_held_yet() {
    let mut question = question(FORESTRY, &[]);
    question.holdings.add_credential("core-forestry-leadership", Some(day(2027, 1, 1)));
    let plan = published(&shipped(), &question);
    assert_eq!(plan.ways[0].credits_held, Some(Credits(0)));
    assert_eq!(reasons(&plan.notes), [Reason::NotYetHeld]);
}

#[test]
fn standards_held_are_shown_and_not_added() {
    let mut question = question("q-new-zealand-certificate-in-screen-industry-craft-skills-level-4", &[]);
    question.holdings.add_standard("40059", HeldStandard::default());
    let plan = published(&shipped(), &question);
    assert_eq!(plan.contributions[0].parts[0].standards_held, ["40059"]);
}

#[test]
fn no_answer_promises_an_award() {
    let register = shipped();
    let held: Vec<&str> = register.credentials().iter().map(|each| each.key.as_str()).collect();
    for qualification in register.qualifications() {
        let question = question(&qualification.key, &held);
        let plan = published(&register, &question);
        let remarks = plan.blocks.iter().chain(&plan.notes);
        let leads = plan.contributions.iter().chain(&plan.progressions);
        let said = remarks.map(|remark| &remark.says).chain(leads.map(|lead| &lead.says));
        for sentence in said {
            assert!(!sentence.contains("award") && !sentence.contains("eligible"), "{sentence}");
        }
        assert!(plan.advice.contains("not an award"));
    }
}
