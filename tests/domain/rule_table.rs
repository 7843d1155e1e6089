//! Every rule of the rule table is in one place: checked by a requirement, or listed as not
//! checked.

use std::collections::{BTreeMap, BTreeSet};
use waymark::domain::day::{Day, day};
use waymark::domain::draft::Draft;
use waymark::domain::report::check;
use waymark::domain::route::Route;
use waymark::domain::rulebook::{Citation, Clause, RULES, Standing, Unchecked};

/// The families of the table, and how many rules each has.
const FAMILIES: [(&str, usize); 9] = [
    ("ELIG", 15),
    ("LIST", 30),
    ("NEED", 13),
    ("APP", 25),
    ("ACC", 13),
    ("LIFE", 22),
    ("UNI", 7),
    ("EQV", 9),
    ("FUND", 22),
];

/// The ids of the table, in its order.
fn table() -> Vec<String> {
    FAMILIES
        .iter()
        .flat_map(|(family, rules)| (1..=*rules).map(move |number| format!("{family}-{number:02}")))
        .collect()
}

/// Every edition that is checked, with the name of its requirement.
fn encoded() -> impl Iterator<Item = (&'static str, &'static Clause)> {
    RULES.iter().flat_map(|rule| {
        (0..rule.editions()).filter_map(|edition| Some((rule.name(), rule.clause(edition)?)))
    })
}

fn unchecked() -> Unchecked {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/public/rules.json");
    Unchecked::read(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// The ids of the rules that are not checked.
fn listed() -> Vec<String> {
    unchecked().rows().iter().map(|row| row.rule.clause.clone()).collect()
}

/// What the tests below ask of a rule, checked or not.
struct Stated {
    id: String,
    says: String,
    routes: Vec<Route>,
    days: (Option<Day>, Option<Day>),
    citation: Citation<String>,
}

fn clauses() -> Vec<Stated> {
    let checked = encoded().map(|(_, clause)| Stated {
        id: clause.id.to_owned(),
        says: clause.says.to_owned(),
        routes: clause.routes.to_vec(),
        days: (clause.from, clause.to),
        citation: Citation {
            instrument: clause.citation.instrument.to_owned(),
            clause: clause.citation.clause.to_owned(),
            url: clause.citation.url.to_owned(),
            standing: clause.citation.standing,
        },
    });
    let table = unchecked();
    let listed = table.rows().iter().map(|row| Stated {
        id: row.rule.clause.clone(),
        says: row.rule.says.clone(),
        routes: row.routes.clone(),
        days: (row.from, row.to),
        citation: row.rule.citation.clone(),
    });
    checked.chain(listed).collect()
}

#[test]
fn the_file_of_rules_that_are_not_checked_has_no_faults() {
    assert_eq!(unchecked().problems(), []);
}

#[test]
fn the_table_has_156_rules() {
    assert_eq!(table().len(), 156);
}

#[test]
fn every_rule_of_the_table_is_checked_or_listed() {
    let present: BTreeSet<String> = clauses().into_iter().map(|clause| clause.id).collect();
    let missing: Vec<String> = table().into_iter().filter(|id| !present.contains(id)).collect();
    assert!(missing.is_empty(), "neither checked nor listed: {}", missing.join(", "));
}

#[test]
fn no_rule_is_in_two_places() {
    let editions: BTreeSet<(&str, &str)> = encoded().map(|(name, clause)| (clause.id, name)).collect();
    let listed = listed();
    let listed = listed.iter().map(|id| (id.as_str(), "rules.json"));
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, place) in editions.into_iter().chain(listed) {
        places.entry(id).or_default().push(place);
    }
    places.retain(|_, places| places.len() > 1);
    assert!(places.is_empty(), "{places:?}");
}

#[test]
fn every_rule_is_in_the_table() {
    let table = table();
    for clause in clauses() {
        assert!(table.contains(&clause.id), "{} is not in the table", clause.id);
    }
}

#[test]
fn what_is_not_checked_is_listed_in_the_order_of_the_table() {
    let listed = listed();
    let in_order: Vec<String> = table().into_iter().filter(|id| listed.contains(id)).collect();
    assert_eq!(listed, in_order);
}

#[test]
fn every_clause_says_what_it_requires_in_a_short_sentence() {
    for clause in clauses() {
        let length = clause.says.chars().count();
        assert!(clause.says.ends_with('.') && length > 1, "{}: {:?}", clause.id, clause.says);
        assert!(length <= 180, "{} takes {length} letters: {}", clause.id, clause.says);
    }
}

#[test]
fn every_clause_binds_someone_and_ends_after_it_begins() {
    for clause in clauses() {
        assert!(!clause.routes.is_empty(), "{} binds nobody", clause.id);
        let backwards = matches!(clause.days, (Some(from), Some(to)) if to < from);
        assert!(!backwards, "{} ends before it begins", clause.id);
    }
}

#[test]
fn a_source_that_was_found_has_an_address_and_no_other_has() {
    for clause in clauses() {
        let citation = clause.citation;
        let has_address = ["https://", "http://"].iter().any(|scheme| citation.url.starts_with(scheme));
        assert!(!citation.instrument.is_empty(), "{} names no source", clause.id);
        assert_eq!(has_address, citation.standing == Standing::Found, "{}: {citation:?}", clause.id);
        assert_eq!(has_address, !citation.url.is_empty(), "{}: {citation:?}", clause.id);
    }
}

/// What a report says it has not checked for an applicant of a kind on a day.
fn not_checked(applicant: &str, on: Day) -> Vec<String> {
    let mut draft = Draft::default();
    draft.set("applicant.type", applicant.into());
    let report = check(&draft, on, None, Some(&unchecked())).unwrap();
    report.not_checked.unwrap().into_iter().map(|rule| rule.clause).collect()
}

#[test]
fn a_report_without_the_table_does_not_say_that_everything_is_checked() {
    let report = check(&Draft::default(), day(2026, 11, 21), None, None).unwrap();
    assert_eq!(serde_json::to_value(report).unwrap().get("not_checked"), Some(&serde_json::Value::Null));
}

#[test]
fn a_report_lists_what_is_in_force_on_its_day() {
    let today = not_checked("pte", day(2026, 11, 21));
    for id in ["LIST-27", "ACC-11", "LIFE-15", "FUND-14"] {
        assert!(today.iter().any(|listed| listed == id), "{id} runs on: {today:?}");
    }
    for id in ["LIST-28", "NEED-05", "APP-01", "FUND-04"] {
        assert!(!today.iter().any(|listed| listed == id), "{id} has ended: {today:?}");
    }
    assert!(lists("pte", day(2025, 12, 31), "LIST-28"));
    assert!(!lists("pte", day(2025, 6, 30), "LIST-28"));
}

fn lists(applicant: &str, on: Day, id: &str) -> bool {
    not_checked(applicant, on).iter().any(|listed| listed == id)
}

#[test]
fn a_report_lists_what_binds_on_its_route() {
    let listed = |applicant, id| lists(applicant, day(2026, 11, 21), id);
    assert!(listed("university", "UNI-06") && !listed("pte", "UNI-06"));
    assert!(listed("school", "ELIG-05") && !listed("pte", "ELIG-05"));
    assert!(listed("isb", "ELIG-09") && !listed("university", "ELIG-09"));
}
