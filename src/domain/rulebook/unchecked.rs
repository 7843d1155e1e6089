//! The rules of the table that Waymark does not check yet: a data file, `public/rules.json`, that
//! the app fetches and the package carries, a row for each. A rule that gets a file of its own
//! leaves the list; a test counts that every rule of the table stands in one place.
//!
//! A row is read on a day on which it is in force, so it speaks in the present tense. A year alone
//! in a source stands for its first or last day, and so does a month; where a source was only seen
//! to say something in a year, the row begins with that year. A `note` is for those who write rows.

use super::edition::{binds, in_force};
use super::{Citation, DecidedBy, Severity, Standing};
use crate::domain::Problem;
use crate::domain::day::{self, Day};
use crate::domain::json::{self, Fields, Log};
use crate::domain::route::Route;
use serde::Serialize;

/// The name and number of the table's format.
pub const FORMAT: &str = "waymark.rules/1";

/// The rules that are not checked, in the order of the table.
#[derive(Debug)]
pub struct Unchecked {
    rows: Vec<Row>,
    problems: Vec<Problem>,
}

/// A rule with the days and the roads that it binds.
#[derive(Debug)]
pub struct Row {
    /// What a report says of it.
    pub rule: NotChecked,
    /// The roads it binds.
    pub routes: Vec<Route>,
    /// The first day it was in force; none where no day was found.
    pub from: Option<Day>,
    /// The last day; none while it runs on.
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
    /// What failing it would mean.
    pub severity: Severity,
    /// Where it stands written.
    pub citation: Citation<String>,
}

impl Unchecked {
    /// Reads the table. A row with faults is left out; [`Unchecked::problems`] tells which.
    ///
    /// # Errors
    /// The text is not JSON, not one object, or says that it is something else.
    pub fn read(text: &str) -> Result<Self, String> {
        let top = json::object(text, "A table of rules")?;
        json::has_format(&top, "a table of rules", FORMAT)?;
        let mut log = Log::default();
        let mut top = Fields::new(top, &mut log);
        top.needed("format", FORMAT);
        top.needed("as_at", "the day on which the table was last changed");
        top.must_have("clauses", "a list of rules");
        let rows = top.each("clauses", Row::read);
        top.tell_unknown("table");
        Ok(Self { rows, problems: log.problems })
    }

    /// Those in force on a day and a road.
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
            entry.must_have(field, "something; the row is left out without it");
        }
        Some(Self {
            routes: entry.several("routes", "a route", |code| Route::with_code(code.as_str()?)),
            from: day_in(entry, "from"),
            to: day_in(entry, "to"),
            decided_by: entry.choice("decided_by")?,
            rule: NotChecked {
                clause,
                says: entry.needed("says", "a sentence; the row is left out without one")?,
                severity: entry.choice("severity")?,
                citation: entry.within("citation", read_citation)?,
            },
        })
    }
}

fn day_in(entry: &mut Fields, field: &str) -> Option<Day> {
    entry.take(field, "a day written like 2026-11-21", |day| day::parse(day.as_str()?))
}

fn read_citation(entry: &mut Fields) -> Option<Citation<String>> {
    entry.must_have("standing", "how sure the source is");
    Some(Citation {
        instrument: entry.needed("instrument", "the instrument or page")?,
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
    fn a_faulty_row_is_left_out_and_told() {
        let table = Unchecked::read(
            r#"{"format":"waymark.rules/1","as_at":"2026-01-01","clauses":[
                {"id":"A-01","says":"A.","routes":["TEO","MOON"],"severity":"must","decided_by":"person",
                 "from":"2026-02-30","citation":{"instrument":"I","standing":"seed"}},
                {"id":"A-02","says":"B.","routes":["TEO"],"severity":"grave","decided_by":"person",
                 "citation":{"instrument":"I","standing":"seed"}},
                {"id":"A-03","says":"C.","routes":["TEO"],"severity":"must","decided_by":"person"}]}"#,
        )
        .unwrap();
        let told: Vec<String> =
            table.problems().iter().map(|problem| format!("{}: {}", problem.at, problem.found)).collect();
        assert_eq!(
            told,
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
