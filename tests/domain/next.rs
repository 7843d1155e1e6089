//! What to answer next: the numbers beside it are those of the rules that wait for it.

use waymark::domain::Language;
use waymark::domain::day::{Day, day};
use waymark::domain::draft::{Draft, fields};
use waymark::domain::report::{Finding, Next, Report, check};
use waymark::domain::rulebook::{Outcome, Severity, Stage};

fn missing(report: &Report) -> Vec<&Finding> {
    let findings = report.findings.iter().filter(|one| one.stage == Stage::Application);
    findings.filter(|one| one.outcome == Outcome::Missing).collect()
}

/// Goes by what is named next, from a draft that says who applies for what to one that misses nothing that the
/// full draft answers.
fn answer_all(applicant: &str, kind: &str, on: Day) {
    let full = Draft::read(include_str!("../full-draft.json")).unwrap();
    let mut draft = Draft::default();
    draft.set("applicant.type", applicant.into());
    draft.set("application.kind", kind.into());
    let report = |draft: &Draft| check(draft, on, None, Language::ENGLISH);
    let mut now = report(&draft);
    for _ in fields::all() {
        for finding in missing(&now) {
            assert!(!finding.waits_for.is_empty(), "{} waits for nothing", finding.clause);
        }
        let Some(Next { field, waiting }) = now.next.first().cloned() else { break };
        let waits = missing(&now).into_iter().filter(|one| one.waits_for.contains(&field)).count();
        assert_eq!(waits, waiting, "{field}");
        let Some(answer) = full.get(&field).filter(|answer| answer.as_str() != Some("")) else { return };
        draft.set(&field, answer.clone());
        let after = report(&draft);
        for still in missing(&after) {
            assert!(
                !still.waits_for.contains(&field),
                "{} waits for {field}, which is answered",
                still.clause
            );
        }
        now = after;
    }
    assert_eq!(now.next, [], "{applicant}, {kind} on {on}");
}

#[test]
fn as_many_rules_wait_for_the_next_answer_as_it_says() {
    for on in [day(2021, 6, 1), day(2024, 6, 1), day(2026, 11, 26)] {
        for applicant in ["pte", "university", "school", "isb", "non_teo"] {
            for kind in ["listing_approval", "listing_approval_accreditation", "accreditation", "equivalency"]
            {
                answer_all(applicant, kind, on);
            }
        }
    }
}

#[test]
fn what_rules_wait_for_alone_goes_first() {
    let draft = r#"{"applicant":{"type":"pte"},"application":{"kind":"listing_approval"}}"#;
    let report = check(&Draft::read(draft).unwrap(), day(2026, 11, 26), None, Language::ENGLISH);
    let alone = |field: &str| {
        missing(&report)
            .iter()
            .filter(|one| one.severity == Severity::Must && one.waits_for == [field])
            .count()
    };
    let first = alone(&report.next[0].field);
    assert!(first > 0);
    for field in fields::all() {
        assert!(alone(field.path) <= first, "{}", field.path);
    }
}
