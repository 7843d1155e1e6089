//! Calendar days. Rules come into force and end on days, never at hours, so no time zone matters.

use serde::{Serialize, Serializer};
use std::fmt;
use std::num::NonZeroU32;

/// A calendar day, kept as one number, 20261121, so that days compare as numbers do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(NonZeroU32);

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Day {
    /// The day of a year, a month and a day of the month, where there is one.
    pub const fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 0,
        };
        if year > 9999 || day == 0 || day > last {
            return None;
        }
        match NonZeroU32::new(year * 10_000 + month * 100 + day) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Year, month and day of the month.
    fn parts(self) -> (u32, u32, u32) {
        let number = self.0.get();
        (number / 10_000, number / 100 % 100, number % 100)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A day written in the source. A day that does not exist stops the build.
#[expect(clippy::panic, reason = "days in the source are constants, made while the program is built")]
pub const fn day(year: u32, month: u32, day: u32) -> Day {
    match Day::new(year, month, day) {
        Some(day) => day,
        None => panic!("no such day"),
    }
}

/// Reads `2026-11-21`, and nothing looser: the formats of this project know no other spelling.
pub fn parse(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let is_number = |part: &&str| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        parts.next().filter(is_number)?.parse().ok()
    };
    let day = Day::new(number(4)?, number(2)?, number(2)?);
    day.filter(|_| parts.next().is_none())
}

/// `21 November 2026`.
pub fn spelled(day: Day) -> String {
    let (year, month, day) = day.parts();
    let month = MONTHS.get(month as usize - 1).unwrap_or(&"");
    format!("{day} {month} {year}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_iso_days_only() {
        assert_eq!(parse("2026-11-21"), Some(day(2026, 11, 21)));
        assert_eq!(parse("2024-02-29").map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(parse("2000-02-29"), Some(day(2000, 2, 29)));
        for wrong in [
            "2026-02-30",
            "2026-2-3",
            "21-11-2026",
            "2026-11-21T00:00",
            "",
            "२०२६-११-२१",
            "-026-11-21",
            "2026-11-2",
            "2026-00-01",
            "2026-13-01",
            "2026-04-31",
            "2026-01-00",
            "2023-02-29",
            "1900-02-29",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn spells_a_day() {
        assert_eq!(spelled(day(2018, 8, 22)), "22 August 2018");
    }
}
