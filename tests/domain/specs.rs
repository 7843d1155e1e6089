//! Runs the examples that lie beside the requirements: `src/domain/rulebook/*.md`.
//!
//! Each row of a spec's table is a draft on a day, and what a clause must say of it. A draft is
//! written `path value; path value`, where a value is JSON or else a plain text. The finding must have the
//! words of the last column.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use waymark::domain::day;
use waymark::domain::draft::Draft;
use waymark::domain::report::{Report, check};
use waymark::domain::rulebook::{Clause, RULES, Rule};

const HEAD: [&str; 5] = ["On", "Draft", "Clause", "Outcome", "Says"];

/// A row of a spec.
struct Example {
    line: String,
    on: day::Day,
    draft: Draft,
    clause: String,
    outcome: String,
    says: String,
}

fn rulebook_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/rulebook")
}

fn file_stem(rule: &dyn Rule) -> String {
    rule.name().replace('-', "_")
}

fn spec(rule: &dyn Rule) -> String {
    let path = rulebook_folder().join(format!("{}.md", file_stem(rule)));
    fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} has no spec at {}", rule.name(), path.display()))
}

fn examples(text: &str) -> Vec<Example> {
    text.lines()
        .filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'))
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
        .filter(|cells| cells[..] != HEAD && !cells[0].starts_with('-'))
        .map(|cells| {
            let [on, draft, clause, outcome, says] = cells[..] else {
                panic!("a row has five cells: {cells:?}");
            };
            Example {
                line: cells.join(" | "),
                on: day::parse(on).unwrap_or_else(|| panic!("not a day: {on}")),
                draft: draft_of(draft),
                clause: clause.to_owned(),
                outcome: outcome.to_owned(),
                says: says.to_owned(),
            }
        })
        .collect()
}

fn draft_of(cell: &str) -> Draft {
    let mut draft = Draft::default();
    for field in cell.split("; ").filter(|field| !field.is_empty()) {
        let (path, value) = field.split_once(' ').unwrap_or((field, ""));
        let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
        draft.set(path, value);
    }
    draft
}

fn report(example: &Example) -> Report {
    check(&example.draft, example.on, None, None).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_example_holds() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for example in examples(&spec(*rule)) {
            let report = report(&example);
            let found: Vec<(String, String)> = report
                .findings
                .iter()
                .filter(|finding| finding.requirement == rule.name() && finding.clause == example.clause)
                .map(|finding| {
                    let outcome = serde_json::to_value(finding.outcome).unwrap();
                    let words = format!("{} {} {}", finding.fault, finding.why, finding.remedy);
                    (outcome.as_str().unwrap().to_owned(), words)
                })
                .collect();
            let holds = matches!(&found[..], [(outcome, words)] if *outcome == example.outcome && words.contains(&example.says));
            if !holds {
                wrong.push(format!("{}: {}\n    found {found:?}", rule.name(), example.line));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_edition_has_an_example_and_every_example_an_edition() {
    for rule in RULES {
        let examples = examples(&spec(*rule));
        let clauses: Vec<&Clause> = (0..rule.editions()).filter_map(|edition| rule.clause(edition)).collect();
        for clause in &clauses {
            assert!(
                examples.iter().any(|example| example.clause == clause.id
                    && clause.in_force(example.on)
                    && example.outcome != "not_applicable"),
                "{}: no example for {} from {:?}",
                rule.name(),
                clause.id,
                clause.from
            );
        }
        for example in &examples {
            assert!(
                clauses.iter().any(|clause| clause.id == example.clause),
                "{}: {}",
                rule.name(),
                example.line
            );
        }
    }
}

#[test]
fn every_spec_belongs_to_a_rule_and_every_rule_file_is_listed() {
    let listed: BTreeSet<String> = RULES.iter().map(|rule| file_stem(*rule)).collect();
    assert_eq!(listed.len(), RULES.len(), "two requirements share a name");
    for entry in fs::read_dir(rulebook_folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let is_spec = path.extension().is_some_and(|extension| extension == "md");
        let is_rule = fs::read_to_string(&path).unwrap().contains("\nrequirement! {");
        if is_spec || is_rule {
            assert!(listed.contains(&stem), "{} is not in the rulebook", path.display());
        }
    }
}
