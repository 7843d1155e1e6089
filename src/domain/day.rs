//! Calendar days. Rules come into force and end on days, never at hours, so no time zone matters.

use crate::domain::text::visible;
use serde_json::Value;
use time::format_description::StaticFormatDescription;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Duration, Month, OffsetDateTime, PrimitiveDateTime, UtcOffset};

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

/// Reads a day, or a moment with its distance from UTC (`2024-05-01T11:00:00Z`): the day of a moment is the one
/// that New Zealand has then. A moment without a distance is taken as New Zealand’s.
pub(in crate::domain) fn of_moment(text: &str) -> Option<Day> {
    let day = text.get(..10).and_then(parse)?;
    let time = text.get(10..).filter(|time| !time.is_empty());
    match time {
        None => Some(day),
        Some(time) if time.starts_with(['T', 't']) => {
            let moment = OffsetDateTime::parse(text, &Rfc3339).ok();
            let local = || PrimitiveDateTime::parse(&format!("{text}Z"), &Rfc3339).ok().map(|_| day);
            moment.and_then(in_new_zealand).or_else(local)
        }
        Some(_) => None,
    }
}

/// The day in New Zealand: 12 hours ahead of UTC, and 13 from the last Sunday of September to the first Sunday
/// of April, as it has been since 2007.
fn in_new_zealand(moment: OffsetDateTime) -> Option<Day> {
    let standard = moment.checked_to_offset(UtcOffset::from_hms(12, 0, 0).ok()?)?;
    let sunday_from = |month, first| {
        let first = Day::from_calendar_date(standard.year(), month, first).ok()?;
        let days = (7 - i64::from(first.weekday().number_days_from_sunday())) % 7;
        first.checked_add(Duration::days(days))?.with_hms(2, 0, 0).ok()
    };
    let (ends, begins) = (sunday_from(Month::April, 1)?, sunday_from(Month::September, 24)?);
    let now = PrimitiveDateTime::new(standard.date(), standard.time());
    let summer = Duration::hours(i64::from(now < ends || now >= begins));
    now.checked_add(summer).map(PrimitiveDateTime::date)
}

/// Reads a day that somebody typed, where it is unmistakable: `2026-11-21`, `1/8/2022`, `5-Mar-26`,
/// `21 November 2026`. In New Zealand the day comes first, and the year last or, with four digits, first. Of
/// `05/03/26` either end may be the year, so that is none.
pub(in crate::domain) fn typed(value: &Value) -> Option<Day> {
    let text = visible(value.as_str()?);
    if let Some(day) = parse(text) {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, year] = parts.as_slice() else { return None };
    let (first, year) = (first.parse::<u8>().ok()?, year_of(year)?);
    let month = match month.parse::<u8>() {
        Ok(month) if year.is_whole => Month::try_from(month).ok()?,
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

/// The day so many weeks later; none beyond the calendar.
pub fn after_weeks(day: Day, weeks: u32) -> Option<Day> {
    day.checked_add(Duration::weeks(weeks.into()))
}

/// The day so many weeks earlier; none beyond the calendar.
pub fn weeks_before(day: Day, weeks: u32) -> Option<Day> {
    day.checked_sub(Duration::weeks(weeks.into()))
}

/// The whole weeks from one day to another; none where the other is earlier.
pub fn whole_weeks(from: Day, to: Day) -> Option<u32> {
    Some(u32::try_from((to - from).whole_days()).ok()? / 7)
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
        assert_eq!(read("1/8/2022"), Some(day(2022, 8, 1)));
        assert_eq!(read("05.03.2026"), Some(day(2026, 3, 5)));
        for text in [
            "05/03/26",
            "3/3/26",
            "3/13/2026",
            "13/03/26",
            "2019-13-45",
            "March 2026",
            "31/02/2026",
            "2026",
            "soon",
            "5-Ma-26",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_has_the_day_of_new_zealand() {
        for (text, read) in [
            ("2024-05-01", Some(day(2024, 5, 1))),
            ("2024-05-01T11:59:59Z", Some(day(2024, 5, 1))),
            ("2024-05-01T12:00:00Z", Some(day(2024, 5, 2))),
            ("2024-01-01T11:00:00.000Z", Some(day(2024, 1, 2))),
            ("2024-12-31T23:30:00-05:00", Some(day(2025, 1, 1))),
            // Summer time ended on 7 April 2024 and began on 29 September.
            ("2024-04-06T11:00:00Z", Some(day(2024, 4, 7))),
            ("2024-04-07T11:30:00Z", Some(day(2024, 4, 7))),
            ("2024-09-28T11:30:00Z", Some(day(2024, 9, 28))),
            ("2024-09-29T11:00:00Z", Some(day(2024, 9, 30))),
            ("2024-05-01T23:00:00", Some(day(2024, 5, 1))),
            ("2024-05-01 23:00", None),
            ("2024-05-01T25:00:00Z", None),
            ("May 2024", None),
        ] {
            assert_eq!(of_moment(text), read, "{text}");
        }
    }

    #[test]
    fn spells_a_day() {
        assert_eq!(spelled(day(2018, 8, 22)), "22 August 2018");
        assert_eq!(spelled(day(2026, 1, 1)), "1 January 2026");
        assert_eq!(serde_json::to_string(&day(2018, 8, 2)).unwrap(), r#""2018-08-02""#);
    }
}
