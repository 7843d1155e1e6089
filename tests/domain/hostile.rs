//! Whatever is in a file, the domain answers, and answers the same again.

use crate::register::{shipped, shipped_text};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};
use std::sync::LazyLock;
use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::{Draft, fields};
use waymark::domain::pathways::{
    Asked, KeptPlans, Pathway, Question, audit, leads_to, open, options, plan, published,
};
use waymark::domain::register::{Query, Register};
use waymark::domain::report::check;
use waymark::domain::rulebook::RULES;

static SHIPPED: LazyLock<String> = LazyLock::new(shipped_text);
static REGISTER: LazyLock<Register> = LazyLock::new(shipped);

/// Any JSON, with the numbers, keys and texts that programs trip over.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        Just(Value::from(1e308)),
        "\\PC{0,12}".prop_map(Value::from),
        Just(Value::from("NaN")),
        Just(Value::from("ā".repeat(10_000))),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((any_key(), inner), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn any_key() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,8}",
        prop::sample::select(vec![
            "key",
            "title",
            "from",
            "to",
            "kind",
            "id",
            "level",
            "credits",
            "format",
            "requirements",
            "structure",
            "all",
            "some",
            "of",
            "of_which",
            "component",
            "judgement"
        ])
        .prop_map(str::to_owned),
    ]
}

/// The places of a JSON value, each as the steps that lead to it.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                places(inner, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                places(inner, &format!("{here}/{index}"), found);
            }
        }
        _ => {}
    }
}

static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut found = Vec::new();
    places(&serde_json::from_str(&SHIPPED).unwrap(), "", &mut found);
    found
});

/// Everything that the domain says of a snapshot, for comparing.
fn all_said(text: &str, query: &str, goal: &str) -> String {
    let Ok(register) = Register::read(text) else { return String::new() };
    let query = Query::new(query);
    let mut question = Question { goal: goal.to_owned(), ..Question::default() };
    for credential in register.credentials().iter().step_by(3) {
        question.holdings.add_credential(credential.key.as_str(), None);
    }
    let keys = register.credentials().iter().map(|each| &each.key);
    let goals: Vec<String> =
        keys.chain(register.qualifications().iter().map(|each| &each.key)).step_by(50).cloned().collect();
    let mut said = vec![
        serde_json::to_string(register.problems()).unwrap(),
        serde_json::to_string(&register.search(&query)).unwrap(),
        serde_json::to_string(&leads_to(&register, &question.holdings)).unwrap(),
    ];
    for goal in goals.into_iter().chain([question.goal.clone()]) {
        question.goal = goal;
        said.push(serde_json::to_string(&published(&register, &question)).unwrap());
        let holdings = question.holdings.credentials().map(|(key, _)| json!({ "credential": key }));
        let asked = json!({ "goal": question.goal, "holdings": holdings.collect::<Vec<_>>() });
        if let Ok(asked) = Asked::read(&asked.to_string()) {
            said.push(serde_json::to_string(&audit(&register, &asked)).unwrap());
            said.push(serde_json::to_string(&plan(&register, &asked)).unwrap());
            said.push(serde_json::to_string(&options(&register, &asked.holdings, asked.on)).unwrap());
        }
    }
    said.join("\n")
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn known_traps_are_answered() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let long = "ā".repeat(1_000_000);
    for trap in [&deep, "NaN", "-Infinity", "1e999", &format!("\"{long}\""), "\u{feff}{}", "\"\\ud800\""] {
        let entry =
            format!(r#"{{"key":"k","title":{trap},"level":{trap},"credits":{trap},"source":{trap}}}"#);
        let snapshot = format!(r#"{{"credentials":[{entry}],"as_at":{trap},"extra":{trap}}}"#);
        let read = Register::read(&snapshot).map(|register| register.problems().len());
        assert_eq!(read, Register::read(&snapshot).map(|register| register.problems().len()));
        let _ = (Query::read(trap), Asked::read(trap), Draft::read(trap), Pathway::read(trap));
        let _ =
            Query::read(&format!(r#"{{"text":{trap},"limit":{trap}}}"#)).map(|query| REGISTER.search(&query));
    }
}

/// The longest that a sentence of a report may be, in letters, whatever is in the draft.
const LONGEST: usize = 4_000;

/// Checks a draft, and looks for the fewest changes to it. What takes longer with each entry for each other
/// would take minutes here.
fn check_and_mend(what: &str, draft: &Draft) {
    let on = day(2026, 11, 26);
    let report = check(draft, on, None, Language::ENGLISH);
    for finding in &report.findings {
        for said in [&finding.fault, &finding.why, &finding.remedy] {
            let length = said.chars().count();
            assert!(length <= LONGEST, "{what}: {} says {length} letters", finding.clause);
        }
    }
    RULES.fewest_changes(draft, on, Language::ENGLISH);
}

/// A full draft with some other values.
fn full_but(values: impl IntoIterator<Item = (&'static str, Value)>) -> Draft {
    let mut draft = Draft::read(include_str!("../full-draft.json")).unwrap();
    values.into_iter().for_each(|(path, value)| draft.set(path, value));
    draft
}

#[test]
fn long_lists_are_checked_and_cut_short() {
    const MANY: usize = 5_000;
    let list = |entry: &dyn Fn(usize) -> Value| (0..MANY).map(entry).collect::<Value>();
    let ids = list(&|at| json!(at.to_string()));
    let broken = || {
        [
            ("applicant.type", json!("isb")),
            ("application.kind", json!("listing_approval_accreditation")),
            ("credits", json!(60)),
            ("hours.total", json!(150)),
            ("level", json!(11)),
        ]
    };
    for (what, field, value) in [
        ("entries without details", "need.evidence", list(&|_| json!({ "party": "employer" }))),
        (
            "entries that say nothing",
            "need.evidence",
            list(&|_| json!({ "party": "employer", "need": "TBC" })),
        ),
        (
            "outcomes",
            "outcomes",
            list(&|at| json!({ "id": format!("o{at}"), "text": "Understand the work" })),
        ),
        ("outcomes without ids", "outcomes", list(&|_| json!({ "text": "Evaluate the work" }))),
        (
            "outcomes with one id",
            "outcomes",
            list(&|at| json!({ "id": (at / 2).to_string(), "text": "Do it" })),
        ),
        (
            "assessments",
            "assessment.items",
            list(&|at| json!({ "kind": "test", "outcome_ids": [at.to_string()] })),
        ),
        ("standards without credits", "standards", list(&|at| json!({ "id": at.to_string() }))),
        (
            "standards that are no numbers",
            "standards",
            list(&|at| json!({ "id": at.to_string(), "credits": "?" })),
        ),
        ("consent", "consent.scope", ids.clone()),
        ("funds", "applicant.funds", ids.clone()),
        ("plain texts", "consultation", ids.clone()),
    ] {
        check_and_mend(what, &full_but(broken().into_iter().chain([(field, value)])));
    }
    let others = list(&|at| json!(format!("other {at}")));
    let standards = list(&|at| json!({ "id": at.to_string() }));
    check_and_mend("standards and consent", &full_but([("standards", standards), ("consent.scope", others)]));
}

#[test]
fn long_texts_are_checked_and_cut_short() {
    const LONG: usize = 200_000;
    // Each is found, and spelled differently.
    let spellings: String =
        (0..10_000).map(|at| format!("post{}graduate ", "-".repeat(at % 50 + 1))).collect();
    let dashes = format!("post{}graduate", "-".repeat(LONG));
    for text in [&"ā".repeat(LONG), &"diploma ".repeat(LONG / 8), &spellings, &dashes, &"-".repeat(LONG)] {
        for field in ["title", "applicant.name", "nzsced", "credits", "applicant.type", "outcomes.0.text"] {
            let what = format!("{} … under {field}", text.chars().take(12).collect::<String>());
            check_and_mend(&what, &full_but([(field, Value::from(text.as_str()))]));
        }
    }
    let same = "x ".repeat(LONG / 2);
    check_and_mend("a name in a title", &full_but(["title", "applicant.name"].map(|at| (at, json!(same)))));
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}") {
        let _ = (Register::read(&text), Query::read(&text), Asked::read(&text), Draft::read(&text));
        REGISTER.search(&Query::new(text.as_str()).forgiving());
        let _ = open(&REGISTER, text.as_bytes(), &text);
    }

    #[test]
    fn any_json_is_answered(value in any_json()) {
        let text = value.to_string();
        let _ = (Query::read(&text), Asked::read(&text), Pathway::read(&text));
        let plans = format!(r#"{{"format":"waymark.plans/1","plans":[{text},{{"name":"a","pathway":{{}},"steps":[{text}]}},{{"name":{text},"pathway":{text}}}]}}"#);
        let kept = KeptPlans::read(&plans).unwrap();
        prop_assert_eq!(KeptPlans::read(&kept.to_json()).unwrap(), kept);
        let snapshot = format!(r#"{{"credentials":[{text}],"qualifications":[{text}],"stacks":[{text},{{"id":"s","kind":"full_stack","to":{text},"from":[{text}]}}],"x":{text}}}"#);
        prop_assert_eq!(all_said(&snapshot, "a", "key"), all_said(&snapshot, "a", "key"));
    }

    #[test]
    fn a_snapshot_cut_off_anywhere_is_refused(at in 0..SHIPPED.len()) {
        let cut = String::from_utf8_lossy(&SHIPPED.as_bytes()[..at]).into_owned();
        // What is cut from the end may be white space alone.
        prop_assert!(Register::read(&cut).is_err() || cut.trim_end() == SHIPPED.trim_end());
    }

    #[test]
    fn a_draft_with_any_values_is_checked(
        values in prop::collection::vec((prop::sample::select(fields::all().collect::<Vec<_>>()), any_json()), 0..30),
        on in (2018..2030, 1..=12_u8, 1..=28_u8),
    ) {
        let mut draft = Draft::default();
        for (field, value) in values {
            draft.set(field.path, value);
        }
        let draft = Draft::read(&draft.to_json()).unwrap();
        let on = day(on.0, on.1, on.2);
        let said = || serde_json::to_string(&check(&draft, on, None, Language::ENGLISH)).unwrap();
        prop_assert_eq!(said(), said());
    }
}

proptest! {
    // Each case reads and asks the whole snapshot twice.
    #![proptest_config(cases(24))]

    #[test]
    fn a_snapshot_with_wrong_values_is_answered(
        wrong in prop::collection::vec((0..PLACES.len(), any_json()), 1..40),
        query in "[a-z ]{0,8}",
    ) {
        let mut snapshot: Value = serde_json::from_str(&SHIPPED).unwrap();
        for (at, value) in wrong {
            if let Some(found) = PLACES.get(at).filter(|place| !place.is_empty()).and_then(|place| snapshot.pointer_mut(place)) {
                *found = value;
            }
        }
        let text = snapshot.to_string();
        prop_assert_eq!(all_said(&text, &query, "q-ncea-level-3"), all_said(&text, &query, "q-ncea-level-3"));
    }
}
