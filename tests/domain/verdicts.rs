//! What the verdict of a report promises, whatever the draft, the day and the route.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use waymark::domain::Language;
use waymark::domain::day::{Day, day};
use waymark::domain::draft::fields::{self, Kind};
use waymark::domain::draft::{Draft, fields::Field};
use waymark::domain::report::{Finding, Readiness, Report, check};
use waymark::domain::rulebook::{Outcome, RULES, Severity, Stage};

const APPLICANTS: [&str; 12] = [
    "pte",
    "itp",
    "te_pukenga",
    "wananga",
    "university",
    "gte",
    "school",
    "ito",
    "wdc",
    "isb",
    "isb_division",
    "non_teo",
];
/// What people write where they have nothing to say, as no table has it, some of it longer than any phrase, and
/// signs that say nothing.
fn hollow_texts() -> Vec<String> {
    let phrases = [
        "T.B.A!",
        "tbd - tba / n/a",
        "Still being developed, please see the attached letter",
        "To be confirmed by the academic board",
        "[learner support goes here]",
        "Not applicable in our case",
        "zxcvbnm sdfgh",
        "ᴛʙᴅ",
        "We don’t know what to put here yet",
        "xxxx",
    ];
    let mut texts: Vec<String> = phrases
        .into_iter()
        .chain(["\u{200b}", "\u{e0041}", "\u{fffc}", "\u{1d173}", "\u{e000}"])
        .map(str::to_owned)
        .collect();
    texts.extend(["-", "–", ".", "?", "_", "…", "X", "\u{200b}", "\u{fffc}"].map(|sign| sign.repeat(100)));
    texts.push(format!("TBC{}", " ".repeat(100)));
    texts.push(format!("n/a{}", "\u{200b}".repeat(100)));
    texts
}

fn report(draft: &Draft, on: Day) -> Report {
    check(draft, on, None, Language::ENGLISH)
}

/// Every day on which some edition begins, or is over; between two of them the same editions are in force.
fn boundaries() -> Vec<Day> {
    let editions = RULES.pages.iter().flat_map(|page| &page.edition);
    let mut days: Vec<Day> = editions
        .flat_map(|edition| {
            let first = edition.from.map(|from| from.first());
            let after = edition.to.and_then(|to| to.last().next_day());
            [first, after]
        })
        .flatten()
        .filter(|on| *on >= day(2018, 8, 22))
        .collect();
    days.extend([day(2018, 8, 22), day(2026, 11, 26), day(2032, 1, 1)]);
    days.sort_unstable();
    days.dedup();
    days
}

fn draft_of(applicant: &str, kind: Option<&str>) -> Draft {
    let mut draft = Draft::default();
    draft.set("applicant.type", applicant.into());
    if let Some(kind) = kind {
        draft.set("application.kind", kind.into());
    }
    draft
}

#[test]
fn an_empty_draft_is_never_ready() {
    let kinds = [
        None,
        Some("listing"),
        Some("listing_approval"),
        Some("listing_approval_accreditation"),
        Some("approval"),
        Some("accreditation"),
        Some("change"),
        Some("equivalency"),
    ];
    for on in boundaries() {
        for applicant in APPLICANTS {
            for kind in kinds {
                let verdict = report(&draft_of(applicant, kind), on).verdict;
                assert_ne!(verdict, Some(Readiness::ReadyForJudgement), "{applicant}, {kind:?}, {on}");
            }
        }
    }
}

/// Puts a value in place of every text that is at a field, or within its entries.
fn put(draft: &mut Draft, field: &Field, value: &Value) {
    let is_text = |kind: &Kind| match kind {
        Kind::Line | Kind::Paragraph | Kind::Code | Kind::FieldOfStudy => true,
        Kind::One(choices) => choices.is_open,
        _ => false,
    };
    match field.kind {
        Kind::Lines if !value.is_null() => draft.set(field.path, json!([value])),
        Kind::Lines => draft.set(field.path, Value::Null),
        Kind::Records(record) => {
            for entry in 0..draft.count(field.path) {
                for inner in record.fields.iter().filter(|inner| is_text(&inner.kind)) {
                    draft.set(&format!("{}.{entry}.{}", field.path, inner.path), value.clone());
                }
            }
        }
        kind if is_text(&kind) => draft.set(field.path, value.clone()),
        _ => {}
    }
}

fn outcomes_of(draft: &Draft, on: Day) -> BTreeMap<(&'static str, &'static str), Outcome> {
    let (_, findings) = RULES.check(draft, on, Language::ENGLISH);
    findings.iter().map(|finding| (finding.key(), finding.outcome)).collect()
}

#[test]
fn a_text_that_says_nothing_is_no_answer_anywhere() {
    let on = day(2026, 11, 26);
    let (hollow_texts, every) = (hollow_texts(), 4);
    let fields = fields::all().filter(|field| full().get(field.path).is_some());
    for (at, field) in fields.enumerate() {
        let mut without = full();
        put(&mut without, field, &Value::Null);
        let without = outcomes_of(&without, on);
        // Each text is put into some of the fields: all of them everywhere would take long.
        for hollow in hollow_texts.iter().skip(at % every).step_by(every) {
            let mut draft = full();
            put(&mut draft, field, &Value::from(hollow.as_str()));
            let outcomes = outcomes_of(&draft, on);
            let differ: Vec<_> = outcomes.iter().filter(|(key, now)| without.get(key) != Some(now)).collect();
            assert!(differ.is_empty(), "{hollow:?} at {}: {differ:?}", field.path);
        }
    }
}

#[test]
fn a_hollow_draft_is_never_ready() {
    let today = day(2026, 11, 26);
    assert_eq!(report(&full(), today).verdict, Some(Readiness::ReadyForJudgement), "with all its answers");
    for (at, hollow) in hollow_texts().into_iter().enumerate() {
        let days = if at == 0 { boundaries() } else { vec![today] };
        let mut draft = full();
        // A code that is none breaks a rule of its own.
        let others = fields::all().filter(|field| !["nzsced", "standards"].contains(&field.path));
        others.for_each(|field| put(&mut draft, field, &Value::from(hollow.clone())));
        for applicant in APPLICANTS {
            draft.set("applicant.type", applicant.into());
            for &on in &days {
                let (_, findings) = RULES.check(&draft, on, Language::ENGLISH);
                let stands_in_the_way = |finding: &Finding| {
                    finding.stage == Stage::Application
                        && finding.severity == Severity::Must
                        && matches!(finding.outcome, Outcome::Missing | Outcome::NotMet)
                };
                assert!(findings.iter().any(stands_in_the_way), "{hollow:?}, {applicant}, {on}");
            }
        }
    }
}

#[test]
fn a_list_with_its_choices_alone_is_never_enough() {
    for field in fields::all() {
        let Kind::Records(record) = field.kind else { continue };
        let mut draft = full();
        let is_choice = |kind: &Kind| {
            matches!(kind, Kind::One(_) | Kind::YesNo | Kind::Several(_) | Kind::OutcomeIds | Kind::Day)
        };
        for entry in 0..draft.count(field.path) {
            // What an assessment is, is a choice.
            let others = record.fields.iter().filter(|inner| {
                !is_choice(&inner.kind) || (field.path, inner.path) == ("assessment.items", "kind")
            });
            others
                .for_each(|inner| draft.set(&format!("{}.{entry}.{}", field.path, inner.path), Value::Null));
        }
        for on in boundaries() {
            let asked = |draft: &Draft| {
                let (_, findings) = RULES.check(draft, on, Language::ENGLISH);
                let is_asked = |one: &Finding| {
                    one.stage == Stage::Application
                        && one.severity == Severity::Must
                        && matches!(one.outcome, Outcome::Missing | Outcome::NotMet)
                };
                findings.iter().any(is_asked)
            };
            let mut without = full();
            without.set(field.path, Value::Null);
            assert!(asked(&draft) >= asked(&without), "{} on {on}", field.path);
        }
    }
}

/// A draft that has an answer everywhere.
pub fn full() -> Draft {
    let text = include_str!("../full-draft.json");
    Draft::read(text).unwrap()
}

#[test]
fn a_draft_with_one_must_emptied_says_so() {
    let on = day(2026, 11, 26);
    let whole = report(&full(), on);
    for finding in whole
        .findings
        .iter()
        .filter(|finding| finding.stage == Stage::Application && finding.severity == Severity::Must)
    {
        if !matches!(finding.outcome, Outcome::Met | Outcome::Judgement) {
            continue;
        }
        let mut draft = full();
        for path in finding.fields {
            draft.set(path, Value::Null);
        }
        let again = report(&draft, on);
        let now = again.findings.iter().find(|now| now.key() == finding.key());
        let outcome = now.map_or(Outcome::NotApplicable, |now| now.outcome);
        assert_ne!(outcome, Outcome::Met, "{} with nothing in {:?}", finding.clause, finding.fields);
    }
}

#[test]
fn what_people_judge_says_where_the_draft_holds_nothing_of_it_yet() {
    let on = day(2026, 11, 26);
    let open = |draft: &Draft, on: Day, clause: &str| {
        let findings = report(draft, on).findings;
        let found = findings.into_iter().find(|one| one.clause == clause).unwrap();
        assert_eq!(found.outcome, Outcome::Judgement, "{clause}");
        (found.waits_for, found.why)
    };
    assert_eq!(open(&full(), on, "ELIG-11").0, ["developer.capability_statement"]);
    assert_eq!(report(&full(), on).verdict, Some(Readiness::ReadyForJudgement), "no rule asks for it");
    let mut with = full();
    with.set("developer.capability_statement", "Two designers review it each year".into());
    assert_eq!(open(&with, on, "ELIG-11").0, [""; 0]);

    let university = Draft::read(r#"{"title":"Soil Science","applicant":{"type":"university"}}"#).unwrap();
    assert_eq!(open(&university, on, "UNI-03").0, [""; 0], "the title is what people look at");

    let workplace = r#"{"applicant":{"type":"pte"},"delivery":{"main_setting":"workplace"}}"#;
    let (waits_for, why) = open(&Draft::read(workplace).unwrap(), day(2019, 6, 1), "APP-03");
    assert_eq!(waits_for, ["resources.staff", "resources.facilities", "support"]);
    assert!(why.contains("Your draft says nothing on this yet."), "{why}");
}

#[test]
fn counts_and_verdict_follow_from_the_findings() {
    for on in boundaries() {
        let made = report(&full(), on);
        let of = |outcome| {
            let findings = made.findings.iter().filter(|finding| finding.stage == Stage::Application);
            findings.filter(|finding| finding.outcome == outcome).count()
        };
        let counts = &made.counts;
        assert_eq!(
            [
                counts.met,
                counts.not_met,
                counts.missing,
                counts.judgement,
                counts.information,
                counts.not_applicable
            ],
            [
                Outcome::Met,
                Outcome::NotMet,
                Outcome::Missing,
                Outcome::Judgement,
                Outcome::Information,
                Outcome::NotApplicable
            ]
            .map(of)
        );
        let musts = counts.not_met_by.must + counts.missing_by.must;
        assert_eq!(made.verdict == Some(Readiness::ReadyForJudgement), musts == 0, "{on}");
    }
}

#[test]
fn what_asks_for_something_says_what() {
    for on in boundaries() {
        for draft in [Draft::default(), full()] {
            for finding in report(&draft, on).findings {
                let asks = matches!(finding.outcome, Outcome::NotMet | Outcome::Missing | Outcome::Judgement);
                let may_ask = asks || finding.outcome == Outcome::Information;
                assert!(
                    if finding.fault.is_empty() { !asks } else { may_ask },
                    "{} on {on}: {:?} {:?}",
                    finding.clause,
                    finding.outcome,
                    finding.fault
                );
                for said in [&finding.fault, &finding.why, &finding.remedy, finding.says] {
                    assert!(!said.contains(['{', '}']) && !said.contains("  "), "{}: {said}", finding.clause);
                }
            }
        }
    }
}

#[test]
fn before_the_first_applications_there_is_no_verdict() {
    let made = report(&full(), day(2018, 8, 21));
    assert_eq!((made.verdict, made.findings.len()), (None, 0));
    assert!(made.why.unwrap().contains("pilots"));
}

#[test]
fn after_the_sources_were_read_every_report_says_so() {
    assert_eq!(report(&full(), day(2026, 11, 26)).caution, None);
    assert!(report(&full(), day(2032, 1, 1)).caution.unwrap().contains("November 2026"));
}

fn outcomes(report: &Report) -> BTreeMap<(&'static str, &'static str), Outcome> {
    report.findings.iter().map(|finding: &Finding| (finding.key(), finding.outcome)).collect()
}

#[test]
fn a_day_changes_findings_only_at_a_boundary() {
    let days = boundaries();
    for pair in days.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(after), true) = (one.next_day(), one.next_day() < Some(*other)) else { continue };
        let before = other.previous_day().unwrap();
        assert_eq!(
            outcomes(&report(&full(), after)),
            outcomes(&report(&full(), before)),
            "{after} to {before}"
        );
    }
}

/// The fields that decide the route.
const DECIDE_THE_ROUTE: [&str; 4] =
    ["applicant.type", "applicant.is_recognised_teo", "application.kind", "partner_provider"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_keys_changes_nothing(seed in any::<u64>()) {
        let text = include_str!("../full-draft.json");
        let Value::Object(fields) = serde_json::from_str::<Value>(text).unwrap() else { panic!("no object") };
        let mut keys: Vec<_> = fields.into_iter().collect();
        let turn = usize::try_from(seed % 1000).unwrap() % keys.len();
        keys.rotate_left(turn);
        let turned: serde_json::Map<String, Value> = keys.into_iter().collect();
        let turned = Draft::read(&Value::Object(turned).to_string()).unwrap();
        let on = day(2026, 11, 26);
        let (one, other) = (report(&full(), on), report(&turned, on));
        prop_assert_eq!(one.findings, other.findings);
    }

    #[test]
    fn more_information_changes_only_what_it_is_about(
        kept in prop::collection::vec(any::<bool>(), 200),
        added in prop::collection::vec(prop::bool::weighted(0.1), 200),
    ) {
        let (mut less, mut more, mut differ) = (full(), full(), Vec::new());
        let paths = fields::all().map(|field| field.path).filter(|path| !DECIDE_THE_ROUTE.contains(path));
        for (path, (is_kept, is_added)) in paths.zip(kept.into_iter().zip(added)) {
            if !is_kept {
                less.set(path, Value::Null);
                if is_added {
                    differ.push(path);
                } else {
                    more.set(path, Value::Null);
                }
            }
        }
        let on = day(2026, 11, 26);
        let (_, before) = RULES.check(&less, on, Language::ENGLISH);
        let (_, after) = RULES.check(&more, on, Language::ENGLISH);
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            let is_about = |path: &&str| {
                let decides_funding = after.stage == Stage::Funding && *path == "applicant.funds";
                decides_funding || after.fields.iter().any(|field| field == path)
            };
            if !differ.iter().any(is_about) {
                prop_assert_eq!(before, after, "it reads none of {:?}", differ);
            }
            if after.outcome == Outcome::Missing {
                let was_open = matches!(before.outcome, Outcome::Missing | Outcome::NotApplicable);
                prop_assert!(was_open, "{} was {:?} without {:?}", after.clause, before.outcome, differ);
                let answered = after.waits_for.iter().find(|path| more.get(path).is_some());
                prop_assert_eq!(answered, None, "{} waits for what is there", after.clause);
            }
        }
    }
}
