//! A fix is one value, settles what it says, and breaks nothing.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::Draft;
use waymark::domain::report::{Finding, Report, check};
use waymark::domain::rulebook::{Change, FewestChanges, Fix, Outcome, Place, RULES, Severity, Stage};

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
}

#[test]
fn no_level_is_likelier_than_another() {
    for level in ["0", "11", "45"] {
        let draft = format!(r#"{{"credits":20,"level":{level},"applicant":{{"type":"pte"}}}}"#);
        assert_eq!(fix_of(&draft, "LIST-05"), None, "{level}");
        assert_eq!(fewest(&Draft::read(&draft).unwrap()).ways, [[]; 0], "{level}");
    }
}

#[test]
fn one_value_that_settles_several_rules_is_offered_once() {
    let draft = Draft::read(r#"{"credits":60,"hours":{"total":150},"applicant":{"type":"pte"}}"#).unwrap();
    let report = report(&draft);
    let of = |clause: &str| report.findings.iter().find(|one| one.clause == clause).unwrap();
    let (range, hours) = (of("LIST-08"), of("LIST-09"));
    assert_eq!(range.fix.as_ref().map(|fix| &fix.change), hours.fix.as_ref().map(|fix| &fix.change));
    assert_eq!(range.fix.as_ref().unwrap().change.to, json!(15));
    assert_eq!((range.settled_with, hours.settled_with), (None, Some("LIST-08")));
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
fn the_only_assessment_may_count_towards_the_result() {
    let draft =
        |items: &str| format!(r#"{{"applicant":{{"type":"pte"}},"assessment":{{"items":[{items}]}}}}"#);
    let test = r#"{"kind":"test","summative":false}"#;
    let fix = fix_of(&draft(test), "APP-11").unwrap();
    assert_eq!((fix.change.field.as_str(), fix.change.to), ("assessment.items.0.summative", json!(true)));
    let attendance = r#"{"kind":"attendance","summative":true}"#;
    let fix = fix_of(&draft(&format!("{attendance},{test}")), "APP-11").unwrap();
    assert_eq!(fix.change.field, "assessment.items.1.summative");
    assert_eq!(fix_of(&draft(&format!("{test},{test}")), "APP-11"), None, "which of two is for the author");
    assert_eq!(fix_of(&draft(attendance), "APP-11"), None, "attendance is no assessment");
}

#[test]
fn a_fact_is_never_changed() {
    for (draft, on) in [
        (r#"{"applicant":{"type":"non_teo"}}"#, day(2026, 11, 26)),
        (r#"{"applicant":{"type":"ito"},"delivery":{"main_setting":"classroom"}}"#, day(2019, 6, 1)),
        (r#"{"applicant":{"type":"pte"},"need":{"wdc_letter":false}}"#, day(2024, 6, 1)),
        (
            r#"{"applicant":{"type":"pte"},"standards":[{"id":"27360"}],"consent":{"scope":["497"]}}"#,
            day(2021, 6, 1),
        ),
    ] {
        let draft = Draft::read(draft).unwrap();
        let report = check(&draft, on, None, Language::ENGLISH);
        assert!(
            !broken(&report).is_empty() && report.findings.iter().all(|one| one.fix.is_none()),
            "{draft:?}"
        );
        assert_eq!(RULES.fewest_changes(&draft, on, Language::ENGLISH).ways, [[]; 0], "{draft:?}");
    }
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
            let still: Vec<&str> = broken(&after).iter().map(|one| one.clause).collect();
            assert!(fix.settles.iter().all(|clause| !still.contains(&clause.as_str())), "{fix:?}");
            assert!(
                still.iter().all(|clause| broken(&before).iter().any(|one| one.clause == *clause)),
                "{fix:?}: {still:?}"
            );
        }
    }
}

/// Credits, hours, the credits of the only standard and those of the only component.
const SIZES: [[i64; 4]; 8] = [
    [60, 150, 20, 20],
    [60, 155, 60, 60],
    [12, 100, 20, 12],
    [20, 100, 30, 10],
    [45, 600, 45, 40],
    [0, 400, 5, 50],
    [41, 100, 15, 15],
    [10, 95, 20, 30],
];

#[test]
fn the_fixes_of_a_draft_can_all_be_made_together() {
    for on in [day(2021, 6, 1), day(2024, 6, 1), day(2026, 11, 26)] {
        for [credits, hours, standard, component] in SIZES {
            let draft = json!({
                "credits": credits, "hours": { "total": hours }, "level": 12,
                "standards": [{ "id": "27360", "credits": standard }],
                "structure": { "components": [{ "title": "One", "credits": component }] },
                "review": { "period_years": 9 },
                "applicant": { "type": "wdc" }, "application": { "kind": "listing_approval_accreditation" },
            });
            let draft = Draft::read(&draft.to_string()).unwrap();
            let before = check(&draft, on, None, Language::ENGLISH);
            let fixes: Vec<&Fix> = before.findings.iter().filter_map(|one| one.fix.as_ref()).collect();
            let mut fixed = draft.clone();
            for fix in &fixes {
                let others = fixes.iter().filter(|other| other.change.field == fix.change.field);
                assert!(others.into_iter().all(|other| other.change == fix.change), "{draft:?}");
                fix.change.apply(&mut fixed);
            }
            let after = check(&fixed, on, None, Language::ENGLISH);
            let is_broken = |clause: &String| {
                broken(&after).iter().any(|one| one.clause == *clause && one.severity != Severity::Advisory)
            };
            let still: Vec<&String> =
                fixes.iter().flat_map(|fix| &fix.settles).filter(|clause| is_broken(clause)).collect();
            assert!(still.is_empty(), "{still:?} of {draft:?} on {on}");
        }
    }
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
fn a_number_with_its_unit_weighs_as_much_as_the_number() {
    let draft = r#"{"credits":"10 credits","hours":{"total":"150 hours"},"applicant":{"type":"pte"}}"#;
    let ways = written(&fewest(&Draft::read(draft).unwrap()).ways);
    assert_eq!(ways, [[r#"hours.total "150 hours" to 100"#], [r#"credits "10 credits" to 15"#]]);
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

/// A draft whose only assessment does not count towards the result.
fn one_assessment() -> Draft {
    Draft::read(r#"{"assessment":{"items":[{"kind":"test","summative":false}]}}"#).unwrap()
}

/// Each field whose value may be changed, and values that a rule could ask for or somebody might try.
const VALUES: [(&str, &[&str]); 5] = [
    ("assessment.items.0.summative", &["true", "false"]),
    ("credits", &["1", "10", "15", "40"]),
    ("hours.total", &["10", "50", "150", "400", "600"]),
    ("review.period_years", &["1", "2"]),
    ("application.kind", &[r#""listing""#, r#""listing_approval""#, r#""listing_approval_accreditation""#]),
];

/// Every choice of a number of those fields, with a value for each.
fn choices(count: usize, of: &[(&'static str, &[&str])]) -> Vec<Vec<(&'static str, Value)>> {
    let Some((&(field, values), others)) = of.split_first() else {
        return if count == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    let mut all = choices(count, others);
    if count > 0 {
        for choice in choices(count - 1, others) {
            let with =
                |value: &&str| [choice.clone(), vec![(field, serde_json::from_str(value).unwrap())]].concat();
            all.extend(values.iter().map(with));
        }
    }
    all
}

/// The rules on the application that are more than advice and not met.
fn unmet(report: &Report) -> Vec<&Finding> {
    let findings = report.findings.iter().filter(|one| one.stage == Stage::Application);
    let findings = findings.filter(|one| one.severity != Severity::Advisory);
    findings.filter(|one| matches!(one.outcome, Outcome::NotMet | Outcome::Missing)).collect()
}

/// What a changed draft leaves broken: the rules that must be met, and the others that it breaks.
fn left<'a>(before: &Report, after: &'a Report) -> (Vec<&'a Finding>, Vec<&'a Finding>) {
    let was = |now: &Finding, outcomes: &[Outcome]| {
        unmet(before).iter().any(|was| was.key() == now.key() && outcomes.contains(&was.outcome))
    };
    let (musts, shoulds): (Vec<_>, Vec<_>) =
        unmet(after).into_iter().partition(|one| one.severity == Severity::Must);
    let is_left = |one: &&Finding| one.outcome == Outcome::NotMet || !was(one, &[Outcome::Missing]);
    let is_new = |one: &&Finding| !was(one, &[Outcome::NotMet, Outcome::Missing]);
    (musts.into_iter().filter(is_left).collect(), shoulds.into_iter().filter(is_new).collect())
}

#[test]
fn no_fewer_changes_leave_as_few_rules_broken() {
    let full = || Draft::read(include_str!("../full-draft.json")).unwrap();
    let (now, earlier, first) = (day(2026, 11, 26), day(2024, 6, 1), day(2021, 6, 1));
    for (base, on, credits, hours, level, years, kind, applicant, count) in [
        (Draft::default(), now, 60, 150, 4, 1, "listing_approval", "pte", 1),
        (Draft::default(), now, 60, 600, 4, 1, "listing_approval", "pte", 2),
        (Draft::default(), now, 41, 410, 11, 1, "listing_approval_accreditation", "isb", 2),
        (Draft::default(), now, 0, 400, 11, 1, "listing", "university", 1),
        (Draft::default(), now, 12, 390, 5, 1, "listing_approval", "school", 1),
        (Draft::default(), now, 15, 150, 4, 1, "listing_approval", "pte", 0),
        (one_assessment(), now, 60, 600, 4, 1, "listing_approval", "pte", 3),
        (one_assessment(), now, 15, 150, 4, 1, "listing_approval", "university", 1),
        (Draft::default(), first, 60, 600, 11, 9, "listing_approval_accreditation", "wdc", 3),
        // Ten credits would settle that 100 hours are too few, and be fewer than those of the standards.
        (full(), earlier, 41, 100, 12, 1, "accreditation", "pte", 1),
        (full(), now, 60, 5, 11, 9, "listing_approval_accreditation", "isb", 3),
    ] {
        let mut draft = base;
        for (field, value) in
            [("credits", credits), ("hours.total", hours), ("level", level), ("review.period_years", years)]
        {
            draft.set(field, value.into());
        }
        draft.set("application.kind", kind.into());
        draft.set("applicant.type", applicant.into());
        let before = check(&draft, on, None, Language::ENGLISH);
        let given = RULES.fewest_changes(&draft, on, Language::ENGLISH);
        let after = |changes: &[(&str, Value)]| {
            let mut draft = draft.clone();
            changes.iter().for_each(|(field, value)| draft.set(field, value.clone()));
            check(&draft, on, None, Language::ENGLISH)
        };
        let counted = |after: &Report, changes: usize| {
            let (musts, shoulds) = left(&before, after);
            (musts.len(), shoulds.len(), changes)
        };
        let ways: Vec<Vec<(&str, Value)>> = given.ways.iter().map(|way| as_values(way)).collect();
        let best = ways.first().map_or(&[][..], Vec::as_slice);
        let what = format!("{applicant} on {on}: {:?}", written(&given.ways));
        assert_eq!(best.len(), count, "{what}");
        let least = counted(&after(best), count);
        for way in ways.iter().map(Vec::as_slice).chain(ways.is_empty().then_some(best)) {
            let after = after(way);
            assert_eq!(counted(&after, way.len()), least, "{what}");
            let (musts, shoulds) = left(&before, &after);
            let broken = musts.into_iter().chain(shoulds).filter(|one| one.outcome == Outcome::NotMet);
            assert_eq!(places(broken), set_of(&given.for_you), "{what}");
            let open = unmet(&after).into_iter().filter(|one| one.outcome == Outcome::Missing);
            let open = open.filter(|one| one.severity == Severity::Must);
            assert_eq!(places(open), set_of(&given.to_fill_in), "{what}");
        }
        for fewer in 0..count.max(3) {
            for others in choices(fewer, &VALUES) {
                assert!(counted(&after(&others), fewer) >= least, "{others:?} is better than {what}");
            }
        }
    }
}

fn as_values(way: &[Change]) -> Vec<(&str, Value)> {
    way.iter().map(|change| (change.field.as_str(), change.to.clone())).collect()
}

fn places<'a>(findings: impl Iterator<Item = &'a Finding>) -> BTreeSet<Place> {
    findings.map(|one| Place { clause: one.clause.to_owned(), field: one.home.clone() }).collect()
}

fn set_of(places: &[Place]) -> BTreeSet<Place> {
    places.iter().cloned().collect()
}
