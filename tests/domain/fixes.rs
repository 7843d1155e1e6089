//! A fix is one value, settles what it says, and breaks nothing.

use serde_json::json;
use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::Draft;
use waymark::domain::report::{Finding, Report, check};
use waymark::domain::rulebook::{Fix, Outcome, Stage};

fn report(draft: &Draft) -> Report {
    check(draft, day(2026, 11, 26), None, Language::ENGLISH)
}

fn broken(report: &Report) -> Vec<&Finding> {
    let findings = report.findings.iter();
    findings.filter(|one| one.stage == Stage::Application && one.outcome == Outcome::NotMet).collect()
}

fn fix_of(draft: &str, clause: &str) -> Option<Fix> {
    let report = report(&Draft::read(draft).unwrap());
    report.findings.into_iter().find(|finding| finding.clause == clause).unwrap().fix
}

#[test]
fn a_number_is_brought_into_its_range() {
    let fix = fix_of(r#"{"credits":60,"level":11,"applicant":{"type":"pte"}}"#, "LIST-08").unwrap();
    assert_eq!((fix.field.as_str(), fix.from, fix.to), ("credits", json!(60), json!(40)));
    let fix = fix_of(r#"{"credits":60,"level":11,"applicant":{"type":"pte"}}"#, "LIST-05").unwrap();
    assert_eq!((fix.field.as_str(), fix.to), ("level", json!(10)));
}

#[test]
fn the_change_that_settles_most_is_taken() {
    // 15 credits settle that 60 are too many and that 150 hours are too few.
    let draft = r#"{"credits":60,"hours":{"total":150},"applicant":{"type":"pte"}}"#;
    let fix = fix_of(draft, "LIST-09").unwrap();
    assert_eq!((fix.field.as_str(), fix.to), ("credits", json!(15)));
    assert!(fix.settles.contains(&"LIST-08".to_owned()), "{:?}", fix.settles);
}

#[test]
fn a_board_asks_for_less() {
    let draft = r#"{"applicant":{"type":"isb"},"application":{"kind":"listing_approval_accreditation"}}"#;
    let fix = fix_of(draft, "ELIG-08").unwrap();
    assert_eq!((fix.field.as_str(), fix.to), ("application.kind", json!("listing_approval")));
}

#[test]
fn what_only_words_can_mend_has_no_fix() {
    assert_eq!(
        fix_of(r#"{"title":"National Diploma of Barbering","applicant":{"type":"pte"}}"#, "LIST-02"),
        None
    );
}

#[test]
fn every_fix_settles_what_it_says_and_breaks_nothing() {
    for (credits, hours, level, kind, applicant) in [
        (60, 150, 4, "listing_approval", "pte"),
        (0, 400, 11, "listing", "university"),
        (41, 410, 0, "listing_approval_accreditation", "isb"),
        (12, 100, 5, "change", "school"),
        (45, 30, 12, "accreditation", "wananga"),
    ] {
        let mut draft = Draft::default();
        draft.set("credits", credits.into());
        draft.set("hours.total", hours.into());
        draft.set("level", level.into());
        draft.set("application.kind", kind.into());
        draft.set("applicant.type", applicant.into());
        let before = report(&draft);
        for finding in broken(&before) {
            let Some(fix) = &finding.fix else { continue };
            let mut changed = draft.clone();
            fix.apply(&mut changed);
            let after = report(&changed);
            let still: Vec<&str> = broken(&after).iter().map(|one| one.clause.as_str()).collect();
            assert!(fix.settles.iter().all(|clause| !still.contains(&clause.as_str())), "{fix:?}");
            assert!(
                still.iter().all(|clause| broken(&before).iter().any(|one| one.clause == *clause)),
                "{fix:?}: {still:?}"
            );
        }
    }
}
