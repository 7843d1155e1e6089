//! What keeps a draft from being ready that no rule asks for: its author has to say what is meant.

use crate::verdicts::full;
use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::Draft;
use waymark::domain::draft::fields::Kind;
use waymark::domain::report::{Readiness, check};

/// The verdict, and the fields of what keeps a draft from being ready that no rule asks for.
fn verdict_of(draft: &Draft) -> (Option<Readiness>, Vec<String>) {
    let made = check(draft, day(2026, 11, 26), None, Language::ENGLISH);
    let blocking = made.problems.into_iter().filter(|odd| odd.blocks).map(|odd| odd.problem.at);
    (made.verdict, blocking.collect())
}

fn ready() -> (Option<Readiness>, Vec<String>) {
    (Some(Readiness::ReadyForJudgement), Vec::new())
}

fn blocked_by(field: &str) -> (Option<Readiness>, Vec<String>) {
    (Some(Readiness::Incomplete), vec![field.to_owned()])
}

#[test]
fn a_draft_whose_day_cannot_be_read_is_not_ready() {
    let verdict = |date: &str| {
        let mut draft = full();
        draft.set("application.date", date.into());
        verdict_of(&draft)
    };
    for date in ["2019-13-45", "next month", "3/4/22", "31/2/2026"] {
        assert_eq!(verdict(date), blocked_by("application.date"), "{date}");
    }
    for date in ["2026-11-26", "26/11/2026", "6/11/2026", ""] {
        assert_eq!(verdict(date), ready(), "{date}");
    }
    let mut draft = full();
    draft.set("application.date", "1/8/2022".into());
    let made = check(&draft, day(2022, 8, 1), None, Language::ENGLISH);
    assert_eq!(draft.day(), Some(day(2022, 8, 1)));
    assert_eq!(made.read_as.get("application.date").map(String::as_str), Some("2022-08-01"));
}

/// A full draft whose file begins with a further value.
fn with_twice(twice: &str) -> Draft {
    let text = include_str!("../full-draft.json");
    Draft::read(&text.replacen('{', &format!("{{{twice},"), 1)).unwrap()
}

#[test]
fn a_draft_with_two_values_of_a_field_is_not_ready() {
    assert_eq!(verdict_of(&with_twice(r#""level":9"#)), blocked_by("level"));
    assert_eq!(verdict_of(&with_twice(r#""title":"Another""#)), blocked_by("title"));
    let title = full().title().unwrap();
    assert_eq!(verdict_of(&with_twice(&format!(r#""title":"{title}""#))), ready(), "both are the same");
    assert_eq!(verdict_of(&with_twice(r#""title":" ""#)), ready(), "one says nothing");
    let long = "The same words ".repeat(10);
    let mut draft = full();
    draft.set("gap_statement", format!("{long} and one end").into());
    let text = draft.to_json().replacen('{', &format!(r#"{{"gap_statement":"{long} and another","#), 1);
    assert_eq!(verdict_of(&Draft::read(&text).unwrap()), blocked_by("gap_statement"));
}

#[test]
fn what_a_file_gives_twice_is_decided_by_the_next_change_to_it() {
    let twice = || with_twice(r#""outcomes":[{"id":"o9","text":"Fell a tree"}]"#);
    assert_eq!(verdict_of(&twice()), blocked_by("outcomes"));
    let changes: [fn(&mut Draft); 4] = [
        |draft| draft.enter("outcomes.0.text", &Kind::Paragraph, "Choose native trees for a site"),
        |draft| {
            draft.add("outcomes", Some("o"));
            draft.remove("outcomes", 3);
        },
        |draft| {
            let entry = draft.get("outcomes.0").cloned().unwrap();
            draft.remove("outcomes", 0);
            draft.insert("outcomes", 0, entry);
        },
        |draft| draft.set("outcomes.0.text", "Choose native trees for a site".into()),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut draft = twice();
        change(&mut draft);
        assert_eq!(verdict_of(&draft), ready(), "change {at}");
    }
    let mut elsewhere = twice();
    elsewhere.enter("title", &Kind::Line, "Native Tree Planting");
    assert_eq!(verdict_of(&elsewhere), blocked_by("outcomes"), "another field decides nothing");
    let mut funds = full();
    funds.set("applicant.funds", serde_json::json!(["DQ3-7"]));
    let text = funds.to_json().replacen("\"funds\":", "\"funds\": [\"SAC3+\"], \"funds\":", 1);
    let mut funds = Draft::read(&text).unwrap();
    assert_eq!(verdict_of(&funds), blocked_by("applicant.funds"));
    funds.tick("applicant.funds", "DQ7-10", true);
    assert_eq!(verdict_of(&funds), ready());
}
