//! Sizes that a source states as a range, and that no total exceeds the size of its goal.

use crate::register::shipped;
use serde_json::{Value, json};
use waymark::domain::measure::{Credits, Size};
use waymark::domain::pathways::{Asked, Audit, Reason, audit};
use waymark::domain::register::Register;

const CARPENTRY: &str =
    "q-new-zealand-certificate-in-carpentry-level-4-with-optional-strand-in-metal-roof-cladding-installation";
const APPRENTICESHIP: &str = "q-new-zealand-apprenticeship";

fn audited(register: &Register, goal: &str, holdings: Value) -> Audit {
    audit(register, &Asked::read(&json!({ "goal": goal, "holdings": holdings }).to_string()).unwrap())
}

/// A qualification with what its entry says of its credits, towards which two micro-credentials bring 50 each.
fn sized(credits: &Value) -> Register {
    let part =
        |key: &str| json!({ "key": key, "title": key, "level": 4, "credits": 50, "source": "synthetic" });
    let stack = |key: &str| {
        json!({ "id": key, "kind": "partial_credit", "from": [{ "title": key, "key": key }],
                "to": { "title": "Q", "key": "q" }, "credits_counted": 50, "source": "synthetic" })
    };
    let mut q = json!({ "key": "q", "title": "Q", "level": 4, "source": "synthetic" });
    q.as_object_mut().unwrap().extend(credits.as_object().cloned().unwrap());
    let text = json!({ "format": "waymark.register/1", "as_at": "synthetic", "qualifications": [q],
                       "credentials": [part("a"), part("b")], "stacks": [stack("a"), stack("b")] });
    Register::read(&text.to_string()).unwrap()
}

#[test]
fn a_goal_has_the_range_that_its_source_states() {
    let audit = audited(&shipped(), CARPENTRY, json!([]));
    let range = Some(Size::Between(Credits(310), Some(Credits(320))));
    assert_eq!((audit.credits.of, audit.goal.as_ref().and_then(|goal| goal.size)), (range, range));
    let written = serde_json::to_value(&audit).unwrap();
    assert_eq!(
        written["credits"],
        json!({ "counted": 0, "possible": 0, "of": null, "of_min": 310, "of_max": 320 })
    );
    let goal = &written["goal"];
    assert_eq!((&goal["credits"], &goal["credits_min"]), (&Value::Null, &json!(310)));
}

#[test]
fn no_more_counts_than_the_upper_end_of_a_range() {
    let held = || json!([{ "credential": "a" }, { "credential": "b" }]);
    for (credits, counted) in [
        (json!({ "credits": 60 }), 60),
        (json!({ "credits_min": 60, "credits_max": 80 }), 80),
        (json!({ "credits_min": 60 }), 100),
        (json!({}), 100),
    ] {
        assert_eq!(audited(&sized(&credits), "q", held()).credits.counted, Credits(counted), "{credits}");
    }
}

#[test]
fn a_range_that_is_held_brings_its_lower_end() {
    let counted = |completed: Value| {
        let audit = audited(&shipped(), APPRENTICESHIP, json!([completed]));
        let way = audit.requirements.iter().find(|each| each.id == "one-qualification").unwrap();
        (way.counted, way.needed)
    };
    assert_eq!(counted(json!({ "qualification": CARPENTRY })), (Credits(120), Some(Credits(120))));
}

#[test]
fn a_range_whose_ends_are_one_number_is_that_number() {
    let of = |credits: &Value| {
        let register = sized(credits);
        let problems: Vec<String> = register.problems().iter().map(|problem| problem.at.clone()).collect();
        (register.qualification("q").unwrap().size, problems)
    };
    let fixed = Some(Size::Fixed(Credits(60)));
    assert_eq!(of(&json!({ "credits_min": 60, "credits_max": 60 })), (fixed, vec![]));
    let faulty = of(&json!({ "credits_min": 60, "credits_max": 40 }));
    let at = "qualifications[0] q.credits_max".to_owned();
    assert_eq!(faulty, (Some(Size::Between(Credits(60), None)), vec![at]));
}

#[test]
fn of_parts_that_come_to_more_no_more_than_the_size_counts() {
    const PRACTICE: &str = "q-new-zealand-certificate-in-workplace-health-and-safety-practice-level-4";
    let numbers = ["19521", "30267", "30270", "30271", "30269", "30268", "5616", "15189", "5619"];
    let held = Value::from_iter(numbers.map(|number| json!({ "standard": number })));
    let audit = audited(&shipped(), PRACTICE, held);
    let parts: Credits =
        audit.requirements.iter().filter(|each| each.of.is_empty()).map(|each| each.counted).sum();
    assert_eq!((parts, audit.credits.counted, audit.complete), (Credits(63), Credits(60), Some(true)));
    let said = |goal: &str| -> Vec<String> {
        let notes = audited(&shipped(), goal, json!([])).notes.into_iter();
        notes.filter(|note| note.reason == Reason::PartsBeyondSize).map(|note| note.says).collect()
    };
    assert_eq!(
        said(PRACTICE),
        ["Its parts come to 63 credits, of which no more than the 60 credits that it has count."]
    );
    assert_eq!(said("q-ncea-level-1"), Vec::<String>::new());
}

#[test]
fn of_a_degree_that_is_done_no_more_counts_than_the_other_recognises() {
    let possible = |held: &str| {
        let held = json!([{ "qualification": held }]);
        audited(&shipped(), "q-bachelor-of-criminal-justice", held).credits.possible
    };
    assert_eq!(possible("q-bachelor-of-science"), Credits(120));
    let certificate = "q-new-zealand-certificate-in-forestry-leadership-level-5";
    assert_eq!(possible(certificate), Credits(80), "the limit is for degrees");
}

#[test]
fn nobody_has_more_of_a_goal_than_it_is_large() {
    let register = shipped();
    let everything = register.credentials().iter().map(|of| json!({ "credential": of.key }));
    let standards = register.standards().iter().map(|of| json!({ "standard": of.id }));
    let everything = Value::from_iter(everything.chain(standards));
    for goal in register.qualifications() {
        let credits = audited(&register, &goal.key, everything.clone()).credits;
        let most = goal.size.and_then(Size::most).unwrap_or(Credits(u16::MAX));
        assert!(credits.counted <= most && credits.possible <= most, "{}: {credits:?}", goal.key);
    }
}
