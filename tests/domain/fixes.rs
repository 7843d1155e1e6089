//! A fix is one value, settles what it says, and breaks nothing.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::Draft;
use waymark::domain::report::{Finding, Report, check};
use waymark::domain::rulebook::{Change, FewestChanges, Fix, Outcome, Page, RULES, Severity, Stage};

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
    assert_eq!(
        (fix.change.field.as_str(), fix.change.from, fix.change.to),
        ("credits", json!(60), json!(40))
    );
    let fix = fix_of(r#"{"credits":60,"level":11,"applicant":{"type":"pte"}}"#, "LIST-05").unwrap();
    assert_eq!((fix.change.field.as_str(), fix.change.to), ("level", json!(10)));
}

#[test]
fn the_change_that_settles_most_is_taken() {
    // 15 credits settle that 60 are too many and that 150 hours are too few.
    let draft = r#"{"credits":60,"hours":{"total":150},"applicant":{"type":"pte"}}"#;
    let fix = fix_of(draft, "LIST-09").unwrap();
    assert_eq!((fix.change.field.as_str(), fix.change.to), ("credits", json!(15)));
    assert!(fix.settles.contains(&"LIST-08".to_owned()), "{:?}", fix.settles);
}

#[test]
fn a_board_asks_for_less() {
    let draft = r#"{"applicant":{"type":"isb"},"application":{"kind":"listing_approval_accreditation"}}"#;
    let fix = fix_of(draft, "ELIG-08").unwrap();
    assert_eq!((fix.change.field.as_str(), fix.change.to), ("application.kind", json!("listing_approval")));
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
            fix.change.apply(&mut changed);
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

/// A draft with values at some fields.
fn draft_with(values: &[(&str, Value)]) -> Draft {
    let mut draft = Draft::default();
    values.iter().for_each(|(field, value)| draft.set(field, value.clone()));
    draft
}

fn fewest(draft: &Draft) -> FewestChanges {
    RULES.fewest_changes(draft, day(2026, 11, 26), Language::ENGLISH)
}

fn written(ways: &[Vec<Change>]) -> Vec<Vec<String>> {
    let one = |change: &Change| format!("{} {} to {}", change.field, change.from, change.to);
    ways.iter().map(|way| way.iter().map(one).collect()).collect()
}

#[test]
fn changes_that_need_each_other_are_found_together() {
    let draft = Draft::read(r#"{"credits":60,"hours":{"total":600},"applicant":{"type":"pte"}}"#).unwrap();
    assert_eq!(written(&fewest(&draft).ways), [["credits 60 to 40", "hours.total 600 to 400"]]);
}

#[test]
fn the_mildest_of_the_fewest_comes_first() {
    let draft = Draft::read(r#"{"credits":20,"hours":{"total":100},"applicant":{"type":"pte"}}"#).unwrap();
    let ways = written(&fewest(&draft).ways);
    assert_eq!(ways, [["credits 20 to 10"], ["hours.total 100 to 200"]]);
}

#[test]
fn what_needs_words_is_named_and_not_written() {
    let draft =
        Draft::read(r#"{"title":"National Diploma","credits":41,"applicant":{"type":"pte"}}"#).unwrap();
    let fewest = fewest(&draft);
    assert_eq!(written(&fewest.ways), [["credits 41 to 40"]]);
    assert!(
        fewest.for_you.iter().all(|place| place.field.as_deref() == Some("title")),
        "{:?}",
        fewest.for_you
    );
    assert!(!fewest.for_you.is_empty());
    assert!(
        fewest.to_fill_in.iter().any(|place| place.field.as_deref() == Some("outcomes")),
        "{:?}",
        fewest.to_fill_in
    );
}

#[test]
fn nothing_is_changed_where_no_value_settles_anything() {
    assert_eq!(fewest(&Draft::default()).ways, [[]; 0]);
}

/// How many rules of some pages that must be met are broken, or have come to miss an answer.
fn left(draft: &Draft, missing_before: &BTreeSet<String>, pages: &[&Page]) -> usize {
    let findings =
        pages.iter().flat_map(|page| RULES.check_page(page, draft, day(2026, 11, 26), Language::ENGLISH));
    findings
        .filter(|finding| finding.stage == Stage::Application && finding.severity == Severity::Must)
        .filter(|finding| match finding.outcome {
            Outcome::NotMet => true,
            Outcome::Missing => !missing_before.contains(&finding.clause),
            _ => false,
        })
        .count()
}

#[test]
fn no_fewer_changes_leave_as_few_rules_broken() {
    // Every value that a rule could ask for, and others beside them.
    let values: [(&str, Vec<Value>); 4] = [
        ("credits", [0, 1, 4, 5, 12, 15, 30, 39, 40, 41, 60].map(Value::from).to_vec()),
        ("hours.total", [0, 10, 50, 120, 150, 300, 390, 400, 410, 600].map(Value::from).to_vec()),
        ("level", [0, 1, 4, 9, 10, 11].map(Value::from).to_vec()),
        (
            "application.kind",
            ["listing", "listing_approval", "listing_approval_accreditation"].map(Value::from).to_vec(),
        ),
    ];
    let singles: Vec<(&str, &Value)> =
        values.iter().flat_map(|(field, values)| values.iter().map(|value| (*field, value))).collect();
    for (credits, hours, level, kind, applicant) in [
        (60, 150, 4, "listing_approval", "pte"),
        (60, 600, 4, "listing_approval", "pte"),
        (41, 410, 11, "listing_approval_accreditation", "isb"),
        (0, 400, 11, "listing", "university"),
        (12, 390, 5, "listing_approval", "school"),
        (60, 600, 0, "listing_approval_accreditation", "isb"),
        (15, 150, 4, "listing_approval", "pte"),
    ] {
        let draft = draft_with(&[
            ("credits", credits.into()),
            ("hours.total", hours.into()),
            ("level", level.into()),
            ("application.kind", kind.into()),
            ("applicant.type", applicant.into()),
        ]);
        let missing: BTreeSet<String> = report(&draft)
            .findings
            .into_iter()
            .filter(|finding| finding.outcome == Outcome::Missing)
            .map(|finding| finding.clause)
            .collect();
        let reads_one =
            |page: &&Page| values.iter().any(|(field, _)| page.reads.iter().any(|read| read == field));
        let pages: Vec<&Page> = RULES.pages.iter().filter(reads_one).collect();
        let given = fewest(&draft);
        let after = |changes: &[Change]| {
            let mut draft = draft.clone();
            changes.iter().for_each(|change| change.apply(&mut draft));
            left(&draft, &missing, &pages)
        };
        let best = given.ways.first().map_or(&[][..], Vec::as_slice);
        let least = (after(best), best.len());
        for way in &given.ways {
            assert_eq!((after(way), way.len()), least, "{way:?}");
        }
        let tried = |changes: &[(&str, &Value)]| {
            let mut draft = draft.clone();
            changes.iter().for_each(|(field, value)| draft.set(field, (*value).clone()));
            (left(&draft, &missing, &pages), changes.len())
        };
        assert!(tried(&[]) >= least);
        for (at, one) in singles.iter().enumerate() {
            assert!(tried(&[*one]) >= least, "{one:?} is better than {best:?}");
            for other in singles.iter().skip(at + 1).filter(|other| other.0 != one.0) {
                assert!(tried(&[*one, *other]) >= least, "{one:?}, {other:?} are better than {best:?}");
            }
        }
    }
}
