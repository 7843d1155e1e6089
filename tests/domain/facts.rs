//! Every fact on a page is held: changed a little, an example goes red. The facts that no example holds are
//! listed in `facts.txt` with what they say, so that a change of them is seen there and read again.
//! To write that list anew, run the test with STAMP=1.

use crate::build::manual::PageText;
use crate::examples_of_rules::{fault_of, folder, rules_of, text_of};
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::path::Path;
use waymark::domain::rulebook::{Outcome, Rule, Rules, Severity, SourceDay, Stage};

const LISTED: &str = "tests/domain/facts.txt";
const HEAD: &str = "# Facts on the rules' pages that no example holds: checked by reading, on the day of the last change here.\n";

/// A place in a page's head, and the values that a slip could leave there.
struct Slip {
    at: String,
    says: String,
    pages: Vec<Value>,
}

/// The ways in which one value may be a little wrong; none where it is not a fact but a word.
fn wrong(name: &str, value: &Value) -> Vec<Value> {
    let others = |all: Vec<&str>, own: &str| {
        all.into_iter().filter(|id| *id != own).map(Value::from).collect::<Vec<_>>()
    };
    match value {
        Value::Number(number) => {
            let number: i64 = number.as_str().parse().unwrap();
            vec![json!(number - 1), json!(number + 1)]
        }
        Value::Bool(value) => vec![json!(!value)],
        Value::String(text) => match name {
            "from" | "to" => shifted(text),
            "severity" => others(Severity::ALL.iter().map(|one| one.id()).collect(), text),
            "outcome" => others(Outcome::ALL.iter().map(|one| one.id()).collect(), text),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// A source's day, one step earlier and one later.
fn shifted(text: &str) -> Vec<Value> {
    let (basis, day) = text.rsplit_once(' ').map_or(("", text), |(basis, day)| (basis, day));
    let Some(day) = SourceDay::parse(day) else { return Vec::new() };
    let (before, after) = (day.first().previous_day().unwrap(), day.last().next_day().unwrap());
    let written = |on: time::Date| {
        let plain = if day.is_a_day() {
            on.to_string()
        } else if day.is_a_month() {
            on.to_string()[..7].to_owned()
        } else {
            on.year().to_string()
        };
        Value::from(format!("{basis} {plain}").trim())
    };
    vec![written(before), written(after)]
}

/// Every slip in a page.
fn slips(page: &Value) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut visit = vec![String::new()];
    while let Some(at) = visit.pop() {
        let value = page.pointer(&at).unwrap();
        let name = at.rsplit('/').next().unwrap();
        let put = |value: Value| {
            let mut changed = page.clone();
            *changed.pointer_mut(&at).unwrap() = value;
            changed
        };
        match value {
            Value::Object(fields) => {
                let facts = fields.keys().filter(|name| {
                    !matches!(
                        name.as_str(),
                        "name"
                            | "words"
                            | "reads"
                            | "home"
                            | "clause"
                            | "source"
                            | "at"
                            | "also"
                            | "against"
                            | "decided_by"
                    )
                });
                visit
                    .extend(facts.map(|name| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))));
            }
            Value::Array(items) => {
                visit.extend((0..items.len()).map(|index| format!("{at}/{index}")));
                for index in 0..items.len() {
                    let mut fewer = items.clone();
                    let gone = fewer.remove(index);
                    let says = match &gone {
                        Value::String(text) => text.clone(),
                        Value::Object(fields) => fields
                            .get("find")
                            .or(fields.get("clause"))
                            .map(Value::to_string)
                            .unwrap_or_default(),
                        other => other.to_string(),
                    };
                    slips.push(Slip {
                        at: format!("{at} without"),
                        says,
                        pages: vec![put(Value::Array(fewer))],
                    });
                }
            }
            value => {
                let pages: Vec<Value> = wrong(name, value).into_iter().map(put).collect();
                if !pages.is_empty() {
                    slips.push(Slip { at: at.clone(), says: value.to_string(), pages });
                }
            }
        }
    }
    slips
}

/// Whether an example of the page goes red when it is changed so.
fn is_held(rules: &Rules, changed: Value, text: &str) -> bool {
    let Ok(page) = serde_json::from_value::<Rule>(changed) else { return true };
    PageText::read(text).unwrap().examples.iter().any(|example| fault_of(rules, &page, example).is_some())
}

#[test]
fn every_fact_is_held_by_an_example_or_listed() {
    let rules = rules_of(&folder());
    let mut open = Vec::new();
    let mut count = 0;
    for page in &rules.pages {
        let text = text_of(&page.name);
        let mut value = serde_json::to_value(page).unwrap();
        if page.stage == Stage::Stacking {
            // They have no examples yet.
            value.as_object_mut().unwrap().remove("words");
            open.push(format!("{}: {value}", page.name));
            continue;
        }
        for Slip { at, says, pages } in slips(&value) {
            count += 1;
            if !pages.into_iter().all(|changed| is_held(&rules, changed, &text)) {
                open.push(format!("{}: {} {says}", page.name, at.trim_start_matches('/')));
            }
        }
        for edition in &page.edition {
            let facts = format!(
                "{} {:?} {} {} {:?} {:?}",
                edition.clause, edition.decided_by, edition.source, edition.at, edition.also, edition.against
            );
            open.push(format!("{}: {facts} {}", page.name, page.words["en"].says[&edition.clause]));
        }
    }
    open.sort();
    println!("{count} facts, {} of them checked by reading", open.len());
    let written = format!("{HEAD}{}\n", open.join("\n"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(LISTED);
    if env::var_os("STAMP").is_some() {
        fs::write(&file, &written).unwrap();
    }
    let listed = fs::read_to_string(&file).unwrap_or_default();
    let listed: std::collections::BTreeSet<&str> = listed.lines().collect();
    let now: std::collections::BTreeSet<&str> = written.lines().collect();
    let differ: Vec<&&str> = now.symmetric_difference(&listed).collect();
    assert!(
        differ.is_empty(),
        "no example holds these, or the list has them no longer right; read them and run with STAMP=1:\n{differ:#?}"
    );
}
