//! Calendar days. Rules come into force and end on days, never at hours, so no time zone matters.

use crate::domain::text::visible;
use serde_json::Value;
use time::Month;
use time::format_description::StaticFormatDescription;
use time::macros::format_description;

/// A calendar day; shown and serialized as `2026-11-21`.
pub type Day = time::Date;

const ISO: StaticFormatDescription = format_description!("[year]-[month]-[day]");
const SPELLED: StaticFormatDescription = format_description!("[day padding:none] [month repr:long] [year]");

/// A day written in the source. A day that does not exist stops the build.
#[expect(clippy::panic, reason = "days in the source are constants, made while the program is built")]
pub const fn day(year: i32, month: u8, day: u8) -> Day {
    assert!(1 <= month && month <= 12, "no such month");
    match Day::from_calendar_date(year, Month::January.nth_next(month - 1), day) {
        Ok(day) => day,
        Err(_) => panic!("no such day"),
    }
}

/// Reads a day written like `2026-11-21`, and no other spelling.
pub fn parse(text: &str) -> Option<Day> {
    // The format takes a sign before the year too.
    text.starts_with(|first: char| first.is_ascii_digit()).then(|| Day::parse(text, ISO).ok())?
}

/// Reads a day that somebody typed, where it is unmistakable: `2026-11-21`, `21/11/2026`, `5-Mar-26`,
/// `21 November 2026`. `05/03/26` may be two days, and is none.
pub(in crate::domain) fn typed(value: &Value) -> Option<Day> {
    let text = visible(value.as_str()?);
    if let Some(day) = parse(text) {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, year] = parts.as_slice() else { return None };
    let (first, year) = (first.parse::<u8>().ok()?, year_of(year)?);
    let month = match month.parse::<u8>() {
        // The day and the month of 13 March cannot be told apart wrongly, those of 5 March can.
        Ok(month) if first > 12 && year.is_whole || first == month => Month::try_from(month).ok()?,
        Ok(_) => return None,
        Err(_) => named_month(month)?,
    };
    Day::from_calendar_date(year.number, month, first).ok()
}

struct Year {
    number: i32,
    is_whole: bool,
}

fn year_of(text: &str) -> Option<Year> {
    let number = text.parse::<i32>().ok()?;
    match text.len() {
        4 => Some(Year { number, is_whole: true }),
        2 => Some(Year { number: 2000 + number, is_whole: false }),
        _ => None,
    }
}

fn named_month(text: &str) -> Option<Month> {
    let text = text.to_lowercase();
    let months = std::iter::successors(Some(Month::January), |month| {
        (*month != Month::December).then(|| month.next())
    });
    months.into_iter().find(|month| {
        let name = month.to_string().to_lowercase();
        text.len() >= 3 && name.starts_with(&text)
    })
}

/// `21 November 2026`.
pub fn spelled(day: Day) -> String {
    day.format(SPELLED).unwrap_or_default()
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
            "21/11/2024",
            "+2026-11-21",
            "-2026-11-21",
            "12026-11-21",
            " 2026-11-21",
            "2026-11-21 ",
            "2026‑11‑21",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn unmistakable_days_are_read() {
        let read = |text: &str| typed(&Value::from(text));
        for text in
            ["2026-11-21", "21/11/2026", "21-Nov-2026", "21 November 2026", "21.11.2026", " 21/11/2026 "]
        {
            assert_eq!(read(text), Some(day(2026, 11, 21)), "{text}");
        }
        assert_eq!(read("5-Mar-26"), Some(day(2026, 3, 5)));
        assert_eq!(read("3/3/2026"), Some(day(2026, 3, 3)));
        for text in
            ["05/03/26", "5/3/2026", "13/03/26", "March 2026", "31/02/2026", "2026", "soon", "5-Ma-26"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn spells_a_day() {
        assert_eq!(spelled(day(2018, 8, 22)), "22 August 2018");
        assert_eq!(spelled(day(2026, 1, 1)), "1 January 2026");
        assert_eq!(serde_json::to_string(&day(2018, 8, 2)).unwrap(), r#""2018-08-02""#);
    }
}
