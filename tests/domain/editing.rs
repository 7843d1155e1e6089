//! A draft that is edited: entries added, removed and put back.

use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::Draft;
use waymark::domain::draft::fields::Kind;
use waymark::domain::report::check;
use waymark::domain::rulebook::Outcome;

#[test]
fn a_new_outcome_is_not_assessed_because_a_removed_one_was() {
    let mut draft = Draft::read(
        r#"{"format":"waymark.draft/1","applicant":{"type":"pte"},
            "outcomes":[{"id":"o1","text":"Plan a job"},{"id":"o2","text":"Apply a method"}],
            "assessment":{"items":[{"id":"a1","summative":true,"outcome_ids":["o1","o2"]}]}}"#,
    )
    .unwrap();
    let outcome = |draft: &Draft| {
        let report = check(draft, day(2026, 11, 21), None, Language::ENGLISH);
        report.findings.iter().find(|finding| finding.clause == "APP-13").unwrap().outcome
    };
    let removed = draft.get("outcomes.0").cloned().unwrap();
    draft.remove("outcomes", 0);
    draft.add("outcomes", Some("o"));
    draft.enter("outcomes.1.text", &Kind::Paragraph, "Explain something quite different");
    let new = draft.shown("outcomes.1.id");
    assert!(!draft.has("assessment.items.0.outcome_ids", &new), "{new} is ticked");
    assert_eq!(outcome(&draft), Outcome::NotMet);
    draft.remove("outcomes", 1);
    draft.insert("outcomes", 0, removed);
    assert!(draft.has("assessment.items.0.outcome_ids", "o1"), "what is put back is assessed as before");
    assert_eq!(outcome(&draft), Outcome::Met);
}
