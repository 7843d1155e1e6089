//! The rules of the table that Waymark does not check yet: a data file, `public/rules.json`, that
//! the app fetches and the package carries, a row for each. A rule that gets a file of its own
//! leaves the list; a test checks that every rule of the table is in one place.
//!
//! A row is shown for days on which it is in force, so it is in the present tense. A year alone in a
//! source means its first or last day, and so does a month; where a source only says something about
//! a year, the row begins with that year. A `note` is for those who write rows.

use super::edition::{binds, in_force};
use super::{Citation, DecidedBy, Severity, Standing};
use crate::domain::day::Day;
use crate::domain::json::{self, Fields, FromJson, Log};
use crate::domain::route::Route;
use crate::domain::{Problem, ReadError};
use serde::Serialize;

/// The name and number of the table's format.
pub const FORMAT: &str = "waymark.rules/1";

/// The rules that are not checked, in the order of the table.
#[derive(Debug)]
pub struct Unchecked {
    rows: Vec<Row>,
    problems: Vec<Problem>,
}

/// A rule with the days and the routes that it binds.
#[derive(Debug)]
pub struct Row {
    /// What a report says about it.
    pub rule: NotChecked,
    /// The routes it binds.
    pub routes: Vec<Route>,
    /// The first day it was in force; `None` where no day was found.
    pub from: Option<Day>,
    /// The last day; `None` while it is in force.
    pub to: Option<Day>,
    /// Who can decide it.
    pub decided_by: DecidedBy,
}

/// A rule in force that Waymark does not check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NotChecked {
    /// The rule's id.
    pub clause: String,
    /// What it requires, in a sentence.
    pub says: String,
    /// What breaking it would mean.
    pub severity: Severity,
    /// Where it was published.
    pub citation: Citation<String>,
}

impl Unchecked {
    /// Reads the table. A row with faults is left out; [`Unchecked::problems`] reports it.
    ///
    /// # Errors
    /// The text is not JSON, not one object, or says that it is something else.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let top = json::object(text)?;
        json::has_format(&top, FORMAT)?;
        let mut log = Log::default();
        let mut top = Fields::new(top, &mut log);
        top.required_text("format", FORMAT);
        top.required_text("as_at", "the day on which the table was last changed");
        top.require("clauses", "a list of rules");
        let rows = top.objects("clauses", Row::read);
        top.report_unknown("table");
        Ok(Self { rows, problems: log.problems })
    }

    /// Those in force on a day and a route.
    pub fn on(&self, day: Day, route: Route) -> Vec<NotChecked> {
        let rows = self.rows.iter();
        let rows = rows.filter(|row| in_force(row.from, row.to, day) && binds(&row.routes, route));
        rows.map(|row| row.rule.clone()).collect()
    }

    /// Every row.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What in the file could not be understood.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl Row {
    fn read(entry: &mut Fields) -> Option<Self> {
        let clause = entry.name("id")?;
        entry.text("note");
        for field in ["routes", "severity", "decided_by", "citation"] {
            entry.require(field, "something; the row is left out without it");
        }
        Some(Self {
            routes: entry.list("routes", "a route", Route::from_json),
            from: entry.day("from"),
            to: entry.day("to"),
            decided_by: entry.choice("decided_by")?,
            rule: NotChecked {
                clause,
                says: entry.required_text("says", "a sentence; the row is left out without one")?,
                severity: entry.choice("severity")?,
                citation: entry.object("citation", read_citation)?,
            },
        })
    }
}

fn read_citation(entry: &mut Fields) -> Option<Citation<String>> {
    entry.require("standing", "how sure the source is");
    Some(Citation {
        instrument: entry.required_text("instrument", "the instrument or page")?,
        clause: entry.text("clause").unwrap_or_default(),
        url: entry.text("url").unwrap_or_default(),
        standing: entry.choice::<Standing>("standing")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_refused() {
        for text in ["", "[]", r#"{"format":"waymark.draft/1"}"#] {
            assert!(Unchecked::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_faulty_row_is_left_out_and_reported() {
        let table = Unchecked::read(
            r#"{"format":"waymark.rules/1","as_at":"2026-01-01","clauses":[
                {"id":"A-01","says":"A.","routes":["TEO","MOON"],"severity":"must","decided_by":"person",
                 "from":"2026-02-30","citation":{"instrument":"I","standing":"seed"}},
                {"id":"A-02","says":"B.","routes":["TEO"],"severity":"grave","decided_by":"person",
                 "citation":{"instrument":"I","standing":"seed"}},
                {"id":"A-03","says":"C.","routes":["TEO"],"severity":"must","decided_by":"person"}]}"#,
        )
        .unwrap();
        let reported: Vec<String> =
            table.problems().iter().map(|problem| format!("{}: {}", problem.at, problem.found)).collect();
        assert_eq!(
            reported,
            [
                "clauses[0] A-01.routes[1]: “MOON”",
                "clauses[0] A-01.from: “2026-02-30”",
                "clauses[1] A-02.severity: “grave”",
                "clauses[2] A-03.citation: nothing",
            ]
        );
        let rows: Vec<&str> = table.rows().iter().map(|row| row.rule.clause.as_str()).collect();
        assert_eq!(rows, ["A-01"]);
    }
}
