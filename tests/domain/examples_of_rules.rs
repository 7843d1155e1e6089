//! Runs the examples on the rules' pages. RULE_PAGES may name another folder of pages to try.

use crate::build::manual::{Example, PageText};
use crate::build::{self, faults, pages};
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use waymark::domain::Language;
use waymark::domain::day;
use waymark::domain::draft::Draft;
use waymark::domain::draft::fields::{self, Kind};
use waymark::domain::regime;
use waymark::domain::rulebook::{self, Finding, Outcome, Rule, Rules, Stage};

pub fn folder() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join(pages::RULEBOOK);
    env::var_os("RULE_PAGES").map_or_else(own, PathBuf::from)
}

/// The rules of a folder, as the program has them.
pub fn rules_of(folder: &Path) -> Rules {
    let rules = pages::read(folder, &build::fields()).unwrap_or_else(|fault| panic!("{fault}"));
    serde_json::from_str(&serde_json::to_string(&rules).unwrap()).unwrap()
}

/// The text of a page.
pub fn text_of(page: &str) -> String {
    fs::read_to_string(folder().join("pages").join(format!("{page}.md"))).unwrap()
}

/// The draft of an example, as the program reads it.
fn draft_of(example: &Example) -> Draft {
    let Example { line, on, draft, clause, severity, outcome, says } = *example;
    rulebook::draft_of(&rulebook::manual::Example { line, on, draft, clause, severity, outcome, says })
}

/// The finding of the example's requirement and clause.
pub fn finding_of<'a>(rules: &'a Rules, page: &'a Rule, example: &Example) -> Option<Finding<'a>> {
    let on = day::parse(example.on)
        .unwrap_or_else(|| panic!("{}.md, line {}: not a day", page.name, example.line));
    regime::on(on)?;
    let findings = rules.check_page(page, &draft_of(example), on, Language::ENGLISH);
    findings.into_iter().find(|finding| finding.clause == example.clause)
}

/// What an example says that is not so.
pub fn fault_of(rules: &Rules, page: &Rule, example: &Example) -> Option<String> {
    let Some(finding) = finding_of(rules, page, example) else {
        return Some(format!("there is no finding of {}", example.clause));
    };
    let said = [&finding.fault, &finding.why, &finding.remedy].map(String::as_str).join(" ");
    let caution = finding.caution.clone().unwrap_or_default();
    let asks = matches!(finding.outcome, Outcome::NotMet | Outcome::Missing | Outcome::Judgement);
    let is_information = finding.outcome == Outcome::Information;
    if asks == finding.fault.is_empty() && !is_information {
        return Some(format!("{} has the fault “{}”", finding.outcome.id(), finding.fault));
    }
    let found = (finding.outcome.id(), finding.severity.id());
    (found != (example.outcome, example.severity) || !format!("{said} {caution}").contains(example.says))
        .then(|| format!("found {} ({}): {said} [{caution}]", found.0, found.1))
}

#[test]
fn every_example_holds() {
    let rules = rules_of(&folder());
    let mut wrong = Vec::new();
    let mut count = 0;
    for page in &rules.pages {
        let text = text_of(&page.name);
        for example in PageText::read(&text).unwrap().examples {
            count += 1;
            if let Some(fault) = fault_of(&rules, page, &example) {
                let Example { line, on, draft, clause, severity, outcome, says } = example;
                wrong.push(format!(
                    "{}.md, line {line}: {on} | {draft} | {clause} | {severity} | {outcome} | {says}\n    {fault}",
                    page.name
                ));
            }
        }
    }
    println!("{count} examples on {} pages", rules.pages.len());
    assert!(wrong.is_empty(), "{} of {count} examples do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn everything_that_a_page_can_find_has_an_example() {
    let rules = rules_of(&folder());
    let built = pages::read(&folder(), &build::fields()).unwrap();
    let mut open = Vec::new();
    let all = rules.pages.iter().zip(&built.pages);
    for (page, built) in all.filter(|(page, _)| page.stage != Stage::Stacking) {
        let text = text_of(&page.name);
        let examples = PageText::read(&text).unwrap().examples;
        let said: Vec<Finding> =
            examples.iter().filter_map(|example| finding_of(&rules, page, example)).collect();
        let clauses: BTreeSet<&str> = said
            .iter()
            .filter(|finding| finding.outcome != Outcome::NotApplicable)
            .map(|finding| finding.clause)
            .collect();
        for edition in &page.edition {
            if !clauses.contains(edition.clause.as_str()) {
                open.push(format!("{}.md: no example applies {}", page.name, edition.clause));
            }
        }
        // Cases may answer all that the check would, and dollars may have cents.
        let cases_decide = !page.case.is_empty() || !page.when.is_empty();
        let is_money =
            |path: &String| matches!(fields::find(path).map(|field| field.kind), Some(Kind::Money));
        let has_cents = page.edition.iter().flat_map(|edition| edition.within.keys()).all(is_money);
        let may_never_be = |name: &str| match name {
            "missing" | "answered" => cases_decide,
            "fraction" => has_cents,
            _ => false,
        };
        let by_kind = page.found_by_checks().map(|(name, _)| name);
        for name in by_kind.chain(page.finds.keys().map(String::as_str)) {
            let is_found = said.iter().any(|finding| finding.finds.contains(&name));
            if faults::can_find(built, name) && !is_found && !may_never_be(name) {
                open.push(format!("{}.md: no example finds `{name}`", page.name));
            }
        }
    }
    assert!(open.is_empty(), "{}", open.join("\n"));
}
