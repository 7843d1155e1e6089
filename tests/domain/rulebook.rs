//! The rulebook is complete: every rule of the rule table has its page.

use crate::build::{self, pages};
use std::collections::BTreeSet;
use waymark::domain::draft::fields;
use waymark::domain::rulebook::RULES;

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
    let table = pages::FAMILIES
        .iter()
        .filter(|(family, _)| *family != "STK")
        .flat_map(|(family, count)| (1..=*count).map(move |number| format!("{family}-{number:02}")));
    let (done, open): (Vec<String>, Vec<String>) = table.partition(|id| present.contains(id.as_str()));
    println!("{} of {} rules of the table", done.len(), done.len() + open.len());
    assert!(open.is_empty(), "without a page: {}", open.join(", "));
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
