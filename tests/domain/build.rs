//! The parts of the build that read the rules' pages and the catalogue of fields.

#![allow(dead_code, reason = "the tests use some of it")]

#[path = "../../src/build/catalogue.rs"]
pub mod catalogue;
#[path = "../../src/build/faults.rs"]
pub mod faults;
#[path = "../../src/domain/rulebook/kinds.rs"]
pub mod kinds;
#[path = "../../src/domain/rulebook/manual.rs"]
pub mod manual;
#[path = "../../src/domain/rulebook/page.rs"]
pub mod page;
#[path = "../../src/build/pages.rs"]
pub mod pages;
#[path = "../../src/domain/rulebook/source_day.rs"]
pub mod source_day;
#[path = "../../src/domain/spelled.rs"]
mod spelled;

use std::fs;

/// The fields of a draft.
pub fn fields() -> catalogue::Fields {
    let read = |file: &str| fs::read_to_string(file).unwrap();
    catalogue::fields(&read(catalogue::VOCABULARY), &read(catalogue::CATALOGUE)).unwrap()
}
