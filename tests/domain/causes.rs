//! One cause is one thing to do: what the same change or the same answers settle goes with one finding.

use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::Draft;
use waymark::domain::report::{Finding, check};
use waymark::domain::rulebook::Outcome;

fn findings(draft: &str) -> Vec<Finding> {
    check(&Draft::read(draft).unwrap(), day(2026, 11, 21), None, Language::ENGLISH).findings
}

/// What each of some clauses is settled with.
fn settled_with(draft: &str, clauses: &[&str]) -> Vec<Option<String>> {
    let findings = findings(draft);
    let of = |clause: &&str| findings.iter().find(|one| one.clause == **clause).unwrap().settled_with.clone();
    clauses.iter().map(of).collect()
}

fn first(clause: &str) -> Option<String> {
    Some(clause.to_owned())
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
