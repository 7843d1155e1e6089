//! Calendar days. Rules come into force and end on days, never at hours, so no time zone matters.

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
    fn spells_a_day() {
        assert_eq!(spelled(day(2018, 8, 22)), "22 August 2018");
        assert_eq!(spelled(day(2026, 1, 1)), "1 January 2026");
        assert_eq!(serde_json::to_string(&day(2018, 8, 2)).unwrap(), r#""2018-08-02""#);
    }
}
