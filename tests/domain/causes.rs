//! One cause is one thing to do: what the same change or the same answers settle goes with one finding.

use crate::examples_of_rules::text_of;
use waymark::domain::Language;
use waymark::domain::day::{Day, day};
use waymark::domain::draft::{Draft, fields};
use waymark::domain::report::{Finding, check};
use waymark::domain::rulebook::manual::PageText;
use waymark::domain::rulebook::{Outcome, RULES, draft_of};

fn findings(draft: &str) -> Vec<Finding> {
    check(&Draft::read(draft).unwrap(), day(2026, 11, 21), None, Language::ENGLISH).findings
}

/// What each of some clauses is settled with.
fn settled_with(draft: &str, clauses: &[&str]) -> Vec<Option<&'static str>> {
    let findings = findings(draft);
    let of = |clause: &&str| findings.iter().find(|one| one.clause == *clause).unwrap().settled_with;
    clauses.iter().map(of).collect()
}

fn first(clause: &str) -> Option<&str> {
    Some(clause)
}

#[test]
fn what_the_same_answers_break_is_one_cause() {
    for applicant in [r#"{"type":"non_teo"}"#, r#"{"type":"pte","is_recognised_teo":false}"#] {
        let draft = format!(r#"{{"applicant":{applicant}}}"#);
        assert_eq!(settled_with(&draft, &["ELIG-06", "ELIG-10"]), [None, first("ELIG-06")], "{draft}");
    }
}

#[test]
fn what_some_answers_settle_together_is_asked_once() {
    let pte = r#"{"applicant":{"type":"pte"}}"#;
    assert_eq!(settled_with(pte, &["LIST-01", "LIST-14", "APP-07"]), [None, None, first("LIST-01")]);
    assert_eq!(settled_with(pte, &["LIST-04", "LIST-05", "LIST-08"]), [first("LIST-05"), None, None]);
    assert_eq!(settled_with(pte, &["NEED-03", "APP-19", "APP-08"]), [None, None, first("NEED-03")]);
    let level = r#"{"level":"three?","applicant":{"type":"pte"}}"#;
    assert_eq!(settled_with(level, &["LIST-05", "LIST-04"]), [None, first("LIST-05")]);
}

#[test]
fn what_only_advises_goes_with_what_must_be_answered() {
    let pte = r#"{"applicant":{"type":"pte"}}"#;
    assert_eq!(settled_with(pte, &["APP-25", "NEED-12"]), [first("NEED-03"), first("NEED-11")]);
    let findings = findings(pte);
    for finding in findings.iter().filter(|one| one.settled_with.is_some()) {
        let with = findings.iter().find(|one| Some(&one.clause) == finding.settled_with.as_ref()).unwrap();
        assert!(with.severity <= finding.severity && with.settled_with.is_none(), "{}", finding.clause);
    }
}

/// What each of some clauses is settled with on a day.
fn settled_on(on: Day, draft: &str, clauses: &[&str]) -> Vec<Option<&'static str>> {
    let findings = check(&Draft::read(draft).unwrap(), on, None, Language::ENGLISH).findings;
    let of = |clause: &&str| findings.iter().find(|one| one.clause == *clause).unwrap().settled_with;
    clauses.iter().map(of).collect()
}

#[test]
fn what_the_same_finding_breaks_under_two_rules_is_one_cause() {
    let alone = r#"{"applicant":{"type":"ito"},"delivery":{"main_setting":"classroom"}}"#;
    assert_eq!(settled_on(day(2019, 6, 1), alone, &["ELIG-01", "ELIG-02"]), [None, first("ELIG-01")]);
    let attendance = r#"{"applicant":{"type":"university"},"assessment":{"items":[{"kind":"attendance"}]}}"#;
    assert_eq!(settled_with(attendance, &["APP-11", "UNI-04"]), [None, first("APP-11")]);
}

#[test]
fn what_waits_for_the_field_of_a_broken_rule_goes_with_that() {
    for code in ["0503", "0603", "50301", "horti"] {
        let draft = format!(r#"{{"nzsced":"{code}","applicant":{{"type":"pte"}}}}"#);
        assert_eq!(settled_with(&draft, &["LIST-10", "LIST-11"]), [None, first("LIST-10")], "{draft}");
    }
    let fund = r#"{"applicant":{"type":"pte","funds":["SAC3+"]}}"#;
    assert_eq!(settled_with(fund, &["FUND-02", "FUND-09"]), [None, first("FUND-02")]);
}

#[test]
fn what_people_decide_by_the_same_is_asked_of_them_once() {
    let workplace = r#"{"applicant":{"type":"pte"},"delivery":{"main_setting":"workplace"}}"#;
    let criteria = ["APP-01", "APP-02", "APP-03", "APP-04", "APP-05", "APP-06"];
    let settled = settled_on(day(2019, 6, 1), workplace, &criteria);
    assert_eq!(settled.iter().filter(|with| with.is_none()).count(), 1, "{settled:?}");
    let small = r#"{"applicant":{"type":"pte"},"credits":3}"#;
    assert_eq!(settled_on(day(2022, 9, 1), small, &["LIST-06", "LIST-07"]), [None, first("LIST-06")]);
    let partner = r#"{"applicant":{"type":"non_teo"},"partner_provider":"Harbour Training"}"#;
    assert_eq!(settled_with(partner, &["ELIG-06", "ELIG-10"]), [None, first("ELIG-06")]);
    let full = r#"{"applicant":{"type":"pte"},"outcomes":["Plan a job"],"level":4,"purpose":{"statement":"For crews"}}"#;
    assert_eq!(settled_with(full, &["LIST-27", "LIST-30", "APP-12"]), [None, None, None]);
}

#[test]
fn a_fault_is_put_right_in_the_field_that_its_remedy_names() {
    let mut named = 0;
    for page in &RULES.pages {
        let text = text_of(&page.name);
        for example in PageText::read(&text).unwrap().examples {
            let on = waymark::domain::day::parse(example.on).unwrap();
            for finding in RULES.check_page(page, &draft_of(&example), on, Language::ENGLISH) {
                let quotes = finding.remedy.split('“').skip(1).filter_map(|rest| rest.split('”').next());
                let is_field =
                    |quote: &&str| fields::all().any(|field| field.label(Language::ENGLISH) == *quote);
                let quotes: Vec<&str> = quotes.filter(is_field).collect();
                let home = finding.home.as_deref().unwrap_or_default();
                let home = fields::find(home).map_or("", |field| field.label(Language::ENGLISH));
                named += quotes.len();
                let is_there = quotes.is_empty() || quotes.contains(&home);
                assert!(is_there, "{}: “{}” leads to “{home}”", finding.clause, finding.remedy);
            }
        }
    }
    assert!(named > 0);
}

#[test]
fn a_rule_waits_for_no_answer_that_is_there_and_right() {
    let ito = r#"{"applicant":{"type":"ito"}}"#;
    let draft = Draft::read(ito).unwrap();
    let report = check(&draft, day(2019, 6, 1), None, Language::ENGLISH);
    let waits = |clause: &str| &report.findings.iter().find(|one| one.clause == clause).unwrap().waits_for;
    assert_eq!(waits("ELIG-01"), &["delivery.main_setting"]);
    assert!(report.next.iter().all(|next| next.field != "applicant.type"));
}

#[test]
fn of_fields_of_which_one_is_enough_either_is_asked_for() {
    let fault = |draft: &str, clause: &str| {
        let found = findings(draft).into_iter().find(|one| one.clause == clause).unwrap();
        assert_eq!(found.outcome, Outcome::Missing);
        (found.fault, found.waits_for_one_of)
    };
    let (said, one_of) = fault(r#"{"applicant":{"type":"pte"}}"#, "LIST-02");
    assert_eq!(said, "You haven’t filled in either “Title” or “Title in te reo Māori”.");
    assert_eq!(one_of, ["title", "title_te_reo"]);
    let (said, one_of) = fault(r#"{"applicant":{"type":"pte","funds":["DQ3-7"]}}"#, "FUND-03");
    assert!(said.contains(" either ") && said.contains(" or ") && !said.contains(" and "), "{said}");
    assert_eq!(one_of, ["listing.number", "uni.academic_board_date"]);
    let (said, _) = fault(r#"{"title":"TBC","applicant":{"type":"pte"}}"#, "LIST-02");
    assert!(said.contains("TBC") && !said.contains("te reo"), "{said}");
}
