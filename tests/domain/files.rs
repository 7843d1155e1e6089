//! Files as other programs write them: nothing in them is lost, and what is odd is reported.

use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::Draft;
use waymark::domain::draft::fields::{self, Kind};
use waymark::domain::register::Register;
use waymark::domain::report::{Report, check};
use waymark::domain::rulebook::Outcome;

fn report(draft: &str) -> Report {
    check(&Draft::read(draft).unwrap(), day(2026, 11, 21), None, Language::ENGLISH)
}

fn outcome(report: &Report, clause: &str) -> Option<Outcome> {
    report.findings.iter().find(|finding| finding.clause == clause).map(|finding| finding.outcome)
}

/// Where the problems of a draft are, and what is found there.
fn problems(draft: &str) -> Vec<String> {
    report(draft).problems.iter().map(|odd| format!("{}: {}", odd.problem.at, odd.problem.found)).collect()
}

fn rewritten(draft: &str) -> String {
    let pretty = Draft::read(draft).unwrap().to_json();
    serde_json::to_string(&serde_json::from_str::<serde_json::Value>(&pretty).unwrap()).unwrap()
}

#[test]
fn a_number_may_be_written_with_an_exponent() {
    let draft = r#"{"format":"waymark.draft/1","level":3,"credits":3E+1,"hours":{"total":3E+2}}"#;
    let report = report(draft);
    assert_eq!(outcome(&report, "LIST-08"), Some(Outcome::Met));
    assert_eq!(outcome(&report, "LIST-09"), Some(Outcome::Met));
    assert_eq!(report.problems, []);
    assert_eq!(rewritten(draft), draft.replace('E', "e"), "and stays as it is written");
}

#[test]
fn a_fee_and_a_code_may_be_written_with_an_exponent() {
    assert_eq!(
        problems(r#"{"fee_per_credit":6.35e1,"nzsced":5.0301e4,"standards":[{"id":2.736E4}]}"#),
        [""; 0]
    );
}

#[test]
fn a_number_that_is_not_whole_is_no_number_of_credits() {
    for (number, found) in [
        ("1e-1", Outcome::NotMet),
        ("-1e+0", Outcome::Missing),
        ("1.55e+1", Outcome::Missing),
        ("1e+400", Outcome::Missing),
        ("1e+99999999999999999999", Outcome::Missing),
    ] {
        let draft = format!(r#"{{"credits":{number}}}"#);
        assert_eq!(problems(&draft), [format!("credits: {number}")]);
        assert_eq!(outcome(&report(&draft), "LIST-08"), Some(found), "{number}");
    }
}

#[test]
fn a_field_given_twice_is_reported_and_both_values_are_kept() {
    let draft = r#"{"format":"waymark.draft/1","credits":15,"title":"X","credits":60}"#;
    assert_eq!(problems(draft), ["credits: 15"]);
    assert_eq!(outcome(&report(draft), "LIST-08"), Some(Outcome::NotMet), "the last value counts");
    let kept = r#"{"format":"waymark.draft/1","credits":60,"title":"X","credits_as_found":15}"#;
    assert_eq!(rewritten(draft), kept);
    assert_eq!(problems(kept), ["credits: 15"], "also when the file is opened again");
}

#[test]
fn every_field_given_twice_is_reported_wherever_it_is() {
    let draft = r#"{"level":1,"level":2,"level":3,"outcomes":[{"id":"o1","text":"Plan","text":"Plan a job"}],
        "purpose":{"statement":"a","statement":"b"},"purpose":{"statement":"c"},"mine":{"a":{"b":1,"b":2}}}"#;
    assert_eq!(
        problems(draft),
        [
            "outcomes.0.text: “Plan”",
            "mine.a.b: 1",
            "level: 1",
            "level: 2",
            r#"purpose: {"statement":"b","statement_as_found":"a"}"#,
            "purpose_as_found.statement: “a”",
            r#"mine: {"a":{"b":2,"b_as_found":1}}"#,
        ]
    );
}

#[test]
fn a_value_that_was_in_the_way_is_kept_beside_earlier_ones() {
    let mut draft = Draft::read(r#"{"purpose":"to teach","purpose_as_found":"earlier"}"#).unwrap();
    draft.set("purpose.statement", "new".into());
    assert_eq!(draft.shown("purpose_as_found"), "earlier");
    assert_eq!(draft.shown("purpose_as_found_2"), "to teach");
}

#[test]
fn a_value_of_another_kind_is_reported_in_every_field() {
    let wrong = serde_json::json!({ "odd": true });
    for field in fields::all() {
        // A lone value is a list of one.
        let (inner, own) = match field.kind {
            Kind::Records(record) => (record.fields, ".0.odd"),
            Kind::Several(_) | Kind::Lines | Kind::OutcomeIds => (&[][..], ".0"),
            _ => (&[][..], ""),
        };
        let problems = |path: &str| {
            let mut draft = Draft::default();
            draft.set(path, wrong.clone());
            draft.oddities().into_iter().map(|odd| odd.problem.at).collect::<Vec<_>>()
        };
        for inner in inner {
            let path = format!("{}.0.{}", field.path, inner.path);
            let own = if inner.kind.is_list() { ".0" } else { "" };
            assert_eq!(problems(&path), [format!("{path}{own}")]);
        }
        assert_eq!(problems(field.path), [format!("{}{own}", field.path)]);
    }
}

#[test]
fn a_value_of_another_kind_in_a_list_is_reported_with_its_place() {
    let draft = r#"{"outcomes":["Plan a job",7,{"id":["o1"],"text":"x"}],"resources":{"staff":["Ana",{},""],"facilities":null},
        "assessment":{"items":[{"outcome_ids":["o1",null,{}]},null]},"applicant":{"funds":["DQ3-7","lottery"]},"purpose":"to teach"}"#;
    assert_eq!(
        problems(draft),
        [
            "outcomes.1: 7",
            r#"outcomes.2.id: ["o1"]"#,
            "resources.staff.1: {}",
            "assessment.items.0.outcome_ids.2: {}",
            "applicant.funds.1: “lottery”",
            "purpose: “to teach”",
        ]
    );
}

#[test]
fn a_day_that_is_none_is_reported_though_no_rule_reads_it() {
    let draft = r#"{"application":{"date":"21/31/2026"},"need":{"evidence":[{"date":"2026-02-30"},{"date":"2026-05-01"}]},
        "consultation":[{"date":"2026-11-21T00:00"},{"date":" "}]}"#;
    assert_eq!(
        problems(draft),
        [
            "application.date: “21/31/2026”",
            "need.evidence.0.date: “2026-02-30”",
            "consultation.0.date: “2026-11-21T00:00”",
        ]
    );
}

#[test]
fn a_path_in_one_name_is_reported() {
    let draft = r#"{"developer.name":"Y","purpose":{"relevance.0.text":"x"},"outcomes":[{"a.b":1}]}"#;
    let at: Vec<String> =
        Draft::read(draft).unwrap().oddities().into_iter().map(|odd| odd.problem.at).collect();
    assert_eq!(at, ["developer.name", "purpose.relevance.0.text", "outcomes.0.a.b"]);
}

#[test]
fn a_lost_character_of_a_draft_is_reported_where_it_is() {
    let draft = r#"{"title":"B \ud83d","resources":{"staff":["Ana","\ude00\ud83d"]},"support":"C:\\ud83d","\udc00":1}"#;
    assert_eq!(problems(draft), ["title: “B �”", "resources.staff.1: “��”", "�: 1"]);
    assert_eq!(Draft::read(draft).unwrap().shown("title"), "B �");
}

#[test]
fn half_an_emoji_in_one_entry_does_not_close_the_register() {
    let register = Register::read(
        r#"{"format":"waymark.register/1","as_at":"2026-01-01","credentials":[{"key":"a","title":"A","source":"s"},
            {"key":"b","title":"B \ud83d","learning_outcomes":["x","\ud83d"],"source":"s"}]}"#,
    )
    .unwrap();
    assert_eq!(register.credential("b").unwrap().title, "B �");
    let at: Vec<&str> = register.problems().iter().map(|problem| problem.at.as_str()).collect();
    assert_eq!(at, ["credentials[1] b.title", "credentials[1] b.learning_outcomes[1]"]);
}

#[test]
fn a_field_given_twice_in_a_register_is_reported_in_each_entry() {
    let register = Register::read(
        r#"{"format":"waymark.register/1","as_at":"x","as_at":"2026-01-01","credentials":[
            {"key":"a","title":"A","title":"B","source":"s","leads_to":[{"title":"Q","title":"R"}]},
            {"key":"b","title":"A","title":"B","source":"s"}]}"#,
    )
    .unwrap();
    let at: Vec<String> =
        register.problems().iter().map(|problem| format!("{}: {}", problem.at, problem.found)).collect();
    assert_eq!(
        at,
        [
            "credentials[0] a.leads_to[0].title: “Q”",
            "credentials[0] a.title: “A”",
            "credentials[1] b.title: “A”",
            "as_at: “x”",
        ]
    );
    assert_eq!(register.stamp().as_at, "2026-01-01");
}

#[test]
fn what_is_unmistakable_is_read_and_said() {
    let draft = r#"{"application":{"date":"21/11/2026"},"need":{"evidence":[{"party":"employer","date":"5-Mar-26"}]},
        "credits":"15 credits","level":"Level 4","fee_per_credit":"$1,200","nzsced":"050501","title":"2026"}"#;
    assert_eq!(problems(draft), [""; 0]);
    let read_as = report(draft).read_as;
    let expected = [
        ("application.date", "2026-11-21"),
        ("credits", "15"),
        ("fee_per_credit", "1200"),
        ("level", "4"),
        ("need.evidence.0.date", "2026-03-05"),
    ];
    assert_eq!(read_as.iter().map(|(at, read)| (at.as_str(), read.as_str())).collect::<Vec<_>>(), expected);
}
