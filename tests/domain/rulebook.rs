//! The rulebook is complete: every rule of the rule table has its page.

use crate::build::{self, pages};
use crate::examples_of_rules::text_of;
use std::collections::BTreeSet;
use waymark::domain::Language;
use waymark::domain::day::day;
use waymark::domain::draft::in_words::Words;
use waymark::domain::draft::{Draft, fields};
use waymark::domain::measure::HOURS_PER_CREDIT;
use waymark::domain::regime::REGIMES;
use waymark::domain::rulebook::kinds::Check;
use waymark::domain::rulebook::manual::PageText;
use waymark::domain::rulebook::{Outcome, RULES, Route, draft_of};

#[test]
fn the_rules_are_those_that_were_read() {
    let read = pages::read(std::path::Path::new(pages::RULEBOOK), &build::fields()).unwrap();
    assert_eq!(RULES.version, read.version);
    assert_eq!(RULES.pages.len(), read.pages.len());
}

#[test]
fn every_rule_of_the_table_has_its_page() {
    let present: BTreeSet<&str> =
        RULES.pages.iter().flat_map(|page| &page.edition).map(|edition| edition.clause.as_str()).collect();
    let table = build::page::FAMILIES
        .iter()
        .filter(|(family, _)| *family != "STK")
        .flat_map(|(family, count)| (1..=*count).map(move |number| format!("{family}-{number:02}")));
    let (done, open): (Vec<String>, Vec<String>) = table.partition(|id| present.contains(id.as_str()));
    println!("{} of {} rules of the table", done.len(), done.len() + open.len());
    assert!(open.is_empty(), "without a page: {}", open.join(", "));
}

#[test]
fn what_has_no_meaning_is_never_taken_for_ready() {
    let mut page = RULES.page("nzsced-field").unwrap().clone();
    page.finds.clear();
    let mut draft = Draft::default();
    for (path, value) in [("applicant.type", "pte"), ("nzsced", "050501")] {
        draft.set(path, value.into());
    }
    let findings = RULES.check_page(&page, &draft, day(2026, 11, 26), Language::ENGLISH);
    assert_eq!(findings.iter().map(|finding| finding.outcome).collect::<Vec<_>>(), [Outcome::Missing]);
}

#[test]
fn a_rule_belongs_to_the_families_of_all_its_editions() {
    let families: BTreeSet<&str> = RULES.page("credits-in-range").unwrap().families().collect();
    assert_eq!(families, BTreeSet::from(["EQV", "LIST"]));
}

#[test]
fn rules_on_funding_bind_on_every_route_but_equivalency() {
    let funding = RULES.pages.iter().filter(|page| page.families().any(|family| family == "FUND"));
    let editions: Vec<_> =
        funding.flat_map(|page| &page.edition).filter(|edition| edition.routes == [Route::Funding]).collect();
    assert!(!editions.is_empty());
    for route in Route::ALL.iter().filter(|route| **route != Route::Funding) {
        let binds = editions.iter().all(|edition| edition.binds(*route));
        assert_eq!(binds, *route != Route::Equivalency, "{route:?}");
    }
}

#[test]
fn a_place_is_named_briefly() {
    let brief = |clause: &str| {
        let editions = RULES.pages.iter().flat_map(|page| &page.edition);
        let edition = editions.into_iter().find(|edition| edition.clause == clause).unwrap();
        RULES.citation(edition).brief()
    };
    assert_eq!(brief("LIST-12"), "6.1(d)(i) of the 2022 Rules");
}

#[test]
fn a_regime_says_what_is_not_certain_about_it() {
    let cautions = REGIMES.iter().map(|regime| RULES.caution_of(regime, Language::ENGLISH));
    let are_cautious: Vec<bool> = cautions.map(|caution| caution.is_some()).collect();
    assert_eq!(are_cautious, [false, false, true, true, true, true]);
}

/// Fields of the form that no rule reads, each with the reason why it is asked all the same.
const UNREAD: &[(&str, &str)] = &[("application.date", "it says whose day’s rules the draft is read under")];

#[test]
fn every_field_of_the_form_is_read_by_a_rule_or_has_a_reason() {
    let read: BTreeSet<&str> = RULES.pages.iter().flat_map(|page| &page.reads).map(String::as_str).collect();
    let is_read =
        |path: &str| read.iter().any(|known| *known == path || known.starts_with(&format!("{path}.")));
    let open: Vec<&str> = fields::all()
        .map(|field| field.path)
        .filter(|path| !is_read(path) && !UNREAD.iter().any(|(unread, _)| unread == path))
        .collect();
    assert!(open.is_empty(), "no rule reads {}", open.join(", "));
    let needless: Vec<&str> = UNREAD.iter().map(|(path, _)| *path).filter(|path| is_read(path)).collect();
    assert!(needless.is_empty(), "rules read {}", needless.join(", "));
}

#[test]
fn none_is_an_answer_of_a_field_that_is_read_and_is_no_list_of_entries() {
    let text = text_of("requirements-are-set-out");
    let sources = pages::read(std::path::Path::new(pages::RULEBOOK), &build::fields()).unwrap().sources;
    let fault = |fields: &str| {
        let text = text.replace(r#"none_is_an_answer = ["info.entry"]"#, fields);
        pages::page("requirements-are-set-out", &text, &sources, &build::fields()).err()
    };
    assert_eq!(fault(r#"none_is_an_answer = ["info.entry"]"#), None);
    for path in ["structure.components", "info.appeals"] {
        let fault = fault(&format!(r#"none_is_an_answer = ["{path}"]"#)).unwrap();
        assert!(fault.contains(&format!("line 17: “none” is no answer of `{path}`")), "{fault}");
    }
}

#[test]
fn every_example_is_said_in_words() {
    for page in &RULES.pages {
        let text = text_of(&page.name);
        for example in PageText::read(&text).unwrap().examples {
            let draft = draft_of(&example);
            for (path, _) in example.fields() {
                let pieces = draft.in_words(path, Language::ENGLISH).into_iter().flatten();
                let said = pieces.filter_map(|(_, words)| match words {
                    Words::Said(said) => Some(said),
                    Words::Blank | Words::NoEntries => None,
                });
                for said in said {
                    let is_json =
                        said.contains(['{', '}', '"']) || said.contains('_') && !said.starts_with('“');
                    assert!(!is_json && !said.is_empty(), "{}, line {}: {said}", page.name, example.line);
                }
            }
        }
    }
}

#[test]
fn a_credit_is_as_many_hours_on_the_pages_as_in_the_program() {
    let of_hours = RULES.pages.iter().filter_map(|page| match &page.check {
        Check::Sum(sum) if sum.times > 1 => Some(sum),
        _ => None,
    });
    let sums: Vec<_> = of_hours.map(|sum| (sum.of.join(" "), sum.to.as_str(), sum.times)).collect();
    assert_eq!(sums, [("hours.total".to_owned(), "credits", i64::from(HOURS_PER_CREDIT))]);
}
