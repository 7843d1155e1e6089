//! The plans that a person keeps: as the device has them, and as two windows add to them.

use crate::register::shipped;
use serde_json::{Value, json};
use waymark::domain::day::day;
use waymark::domain::pathways::{KeptPlan, KeptPlans, Pathway, PlanSettings, Preference, StepKey, Way, plan};

const CERTIFICATE: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5";
const SETTINGS: PlanSettings = PlanSettings { prefer: Preference::Time, hours_a_week: 12 };

fn names(kept: &KeptPlans) -> Vec<&str> {
    kept.iter().map(|plan| plan.name.as_str()).collect()
}

fn ways_of(pathway: &Pathway) -> Vec<Way> {
    plan(&shipped(), &pathway.asked(Some(day(2026, 11, 27))).unwrap()).plans
}

fn forestry() -> Pathway {
    Pathway::from_lines(&format!("{CERTIFICATE}\ncore-forestry-leadership"))
}

/// A plan to keep, of the best way to the certificate.
fn a_plan(name: &str) -> KeptPlan {
    KeptPlan::new(name, forestry(), SETTINGS, ways_of(&forestry()).first().unwrap())
}

fn kept(plans: &[&str]) -> KeptPlans {
    let mut kept = KeptPlans::default();
    plans.iter().for_each(|name| drop(kept.keep(a_plan(name))));
    kept
}

#[test]
fn a_kept_plan_reads_the_same_again() {
    let kept = kept(&["Forestry"]);
    let text = kept.to_json();
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        file,
        json!({ "format": "waymark.plans/1", "plans": [{
            "name": "Forestry",
            "pathway": { "format": "waymark.holdings/1", "goals": [CERTIFICATE],
                         "holdings": [{ "credential": "core-forestry-leadership" }] },
            "prefer": "time", "hours_a_week": 12,
            "steps": [{ "credential": "business-forestry-leadership" }] }] })
    );
    assert_eq!(KeptPlans::read(&text).unwrap(), kept);
}

#[test]
fn the_way_of_a_plan_is_found_among_those_of_the_register_or_is_gone() {
    let ways = ways_of(&forestry());
    let other = KeptPlan::new("Other", forestry(), SETTINGS, &ways[1]);
    assert_eq!((a_plan("Best").place_among(&ways), other.place_among(&ways)), (Some(0), Some(1)));
    assert_eq!(other.place_among(&ways[..1]), None);
    let mut more = a_plan("More");
    more.steps.push(StepKey::Credential("gone-for-good".to_owned()));
    assert_eq!(more.place_among(&ways), None);
}

#[test]
fn plans_of_one_name_are_told_apart() {
    let mut kept = kept(&["A", "A", "A", "B"]);
    assert_eq!(names(&kept), ["A", "A (2)", "A (3)", "B"]);
    assert_eq!(kept.rename("B", "A").as_deref(), Some("A (4)"));
    assert_eq!(kept.rename("A", "A").as_deref(), Some("A"), "its own name is free for it");
    assert_eq!(kept.rename("A (2)", "C").as_deref(), Some("C"));
    assert_eq!(names(&kept), ["A", "C", "A (3)", "A (4)"], "a name changes no place");
    assert_eq!(kept.rename("gone", "D"), None);
}

#[test]
fn what_is_removed_goes_back_to_its_place() {
    let mut kept = kept(&["A", "B", "C"]);
    let (place, removed) = kept.remove("B").unwrap();
    assert_eq!(names(&kept), ["A", "C"]);
    assert_eq!(kept.remove("B"), None);
    kept.keep_at(place, removed.clone());
    assert_eq!(names(&kept), ["A", "B", "C"]);
    assert_eq!(KeptPlans::default().keep_at(9, removed), "B");
}

#[test]
fn what_two_windows_keep_adds_up() {
    let mut here = kept(&["A", "B"]);
    let mut there = kept(&["A"]);
    let mut other = a_plan("B");
    other.prefer = Preference::Credits;
    there.keep(other);
    here.join(there.clone());
    assert_eq!(names(&here), ["A", "B", "B (2)"], "what is the same is there once");
    let both = here.clone();
    here.join(both.clone());
    assert_eq!(here, both);
}

#[test]
fn what_is_not_understood_is_kept_for_the_next() {
    let file = json!({ "format": "waymark.plans/1", "owner": "Me", "plans": [
        7,
        { "name": "No pathway" },
        { "name": " ", "pathway": {} },
        { "name": "A", "pathway": { "goals": ["q-a"], "mood": "good" }, "colour": "red", "steps": [{ "walk": "x" }, 8],
          "prefer": "joy", "hours_a_week": 900 },
        { "name": "A", "pathway": {} } ] });
    let kept = KeptPlans::read(&file.to_string()).unwrap();
    assert_eq!(names(&kept), ["A", "A (2)"]);
    let plan = kept.iter().next().unwrap();
    assert_eq!((plan.prefer, plan.hours_a_week, plan.steps.len()), (Preference::Credits, None, 0));
    let written: Value = serde_json::from_str(&kept.to_json()).unwrap();
    assert_eq!(written["owner"], "Me");
    assert_eq!(
        (&written["plans"][0]["colour"], &written["plans"][0]["pathway"]["mood"]),
        (&json!("red"), &json!("good"))
    );
    assert_eq!(written["plans"].as_array().unwrap()[2..], file["plans"].as_array().unwrap()[..3]);
    assert_eq!(KeptPlans::read(&kept.to_json()).unwrap(), kept);
    let mut joined = KeptPlans::default();
    joined.join(kept.clone());
    assert_eq!(joined, kept);
}

#[test]
fn what_is_no_file_of_plans_is_refused_by_name() {
    for (text, says) in [
        ("", "line 1, column 0"),
        ("[]", "not one object"),
        ("{}", "At format: found nothing"),
        (r#"{"format":"waymark.plans/1","plans":7}"#, "At plans: found 7"),
        (r#"{"format":"waymark.holdings/1"}"#, "waymark.holdings/1"),
        (r#"{"format":"waymark.plans/2","plans":[]}"#, "newer version of Waymark"),
    ] {
        let message = KeptPlans::read(text).unwrap_err().to_string();
        assert!(message.contains(says), "{text}: {message}");
    }
    assert!(KeptPlans::read(r#"{"format":"waymark.plans/1"}"#).unwrap().is_empty());
}
