//! Days as sources give them: a day, a month, a year, and whether it was stated at all. The build uses
//! this file too, so it uses nothing else of the domain.

use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Month};

/// A first or last day in the form in which its source gives it: `2018-08-22`, `2022-08`, `2019`,
/// `inferred 2023-01-16`, `seen 2026`, `proposed 2018`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct SourceDay {
    /// How the source gives it.
    pub basis: Basis,
    first: Date,
    last: Date,
}

/// How a source gives a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The source says when it begins or ends.
    Stated,
    /// No source does; the day was worked out from what several say.
    Inferred,
    /// A source of that time says that it was so then; not when it began or ended.
    Seen,
    /// The source proposes it.
    Proposed,
}

const BASES: [(&str, Basis); 3] =
    [("inferred ", Basis::Inferred), ("seen ", Basis::Seen), ("proposed ", Basis::Proposed)];

/// What a source's day looks like, for messages.
const EXPECTED: &str = "expected a day such as 2018-08-22, 2022-08 or 2019, after `inferred`, `seen` or `proposed` where it is so";

impl SourceDay {
    /// The first day that it can mean.
    pub fn first(&self) -> Date {
        self.first
    }

    /// The last day that it can mean.
    pub fn last(&self) -> Date {
        self.last
    }

    /// Whether it is one day.
    pub fn is_a_day(&self) -> bool {
        self.first == self.last
    }

    /// Whether it is one month.
    pub fn is_a_month(&self) -> bool {
        !self.is_a_day() && self.first.month() == self.last.month()
    }

    /// Reads one.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, basis) = BASES
            .iter()
            .find_map(|(word, basis)| Some((text.strip_prefix(word)?, *basis)))
            .unwrap_or((text, Basis::Stated));
        let mut numbers = day.split('-').map(|digits| {
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u16>().ok())?
        });
        let year = i32::from(numbers.next()??);
        let month = numbers.next();
        let day = numbers.next();
        if numbers.next().is_some() || !(1900..=2100).contains(&year) {
            return None;
        }
        let month_of = |number: Option<u16>| Month::try_from(u8::try_from(number?).ok()?).ok();
        let (first, last) = match (month, day) {
            (None, _) => {
                let january = Date::from_calendar_date(year, Month::January, 1).ok()?;
                (january, Date::from_calendar_date(year, Month::December, 31).ok()?)
            }
            (Some(month), None) => {
                let month = month_of(month)?;
                let last = month.length(year);
                let on = |day| Date::from_calendar_date(year, month, day).ok();
                (on(1)?, on(last)?)
            }
            (Some(month), Some(day)) => {
                let day = Date::from_calendar_date(year, month_of(month)?, u8::try_from(day?).ok()?).ok()?;
                (day, day)
            }
        };
        Some(Self { basis, first, last })
    }
}

impl fmt::Display for SourceDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((word, _)) = BASES.iter().find(|(_, basis)| *basis == self.basis) {
            f.write_str(word)?;
        }
        let (year, month) = (self.first.year(), u8::from(self.first.month()));
        if self.is_a_day() {
            write!(f, "{year}-{month:02}-{:02}", self.first.day())
        } else if self.is_a_month() {
            write!(f, "{year}-{month:02}")
        } else {
            write!(f, "{year}")
        }
    }
}

impl TryFrom<String> for SourceDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("“{text}” is no day of a source; {EXPECTED}"))
    }
}

impl From<SourceDay> for String {
    fn from(day: SourceDay) -> Self {
        day.to_string()
    }
}
