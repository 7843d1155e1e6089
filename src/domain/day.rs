//! Calendar days. Rules come into force and end on days, never at hours, so no time zone matters.

pub use jiff::civil::Date as Day;

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

/// A day written in the source. A day that does not exist stops the build.
pub const fn day(year: i16, month: i8, day: i8) -> Day {
    jiff::civil::date(year, month, day)
}

/// Reads `2026-11-21`, and nothing looser: the formats of this project know no other spelling.
pub fn parse(text: &str) -> Option<Day> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    Day::new(number(0, 4)?, i8::try_from(number(5, 7)?).ok()?, i8::try_from(number(8, 10)?).ok()?).ok()
}

/// The day before, for the last day on which something was in force.
pub fn day_before(day: Day) -> Day {
    day.yesterday().unwrap_or(day)
}

/// `21 November 2026`.
pub fn spelled(day: Day) -> String {
    let month = usize::try_from(day.month() - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"");
    format!("{} {month} {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_iso_days_only() {
        assert_eq!(parse("2026-11-21"), Some(day(2026, 11, 21)));
        for wrong in
            ["2026-02-30", "2026-2-3", "21-11-2026", "2026-11-21T00:00", "", "२०२६-११-२१", "-026-11-21"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn spells_a_day() {
        assert_eq!(spelled(day(2018, 8, 22)), "22 August 2018");
    }
}
