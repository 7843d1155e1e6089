//! Numbers as JSON and forms write them, read from their text and without floating point.

use crate::domain::text;
use serde_json::Value;

/// What a number counts. Its own unit may stand beside a number, another one makes it unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the unit of its name")]
pub enum Unit {
    None,
    Credits,
    Dollars,
    Hours,
    Level,
    Percent,
    Years,
}

impl Unit {
    /// How people write it before or behind a number, the longer first.
    fn spellings(self) -> &'static [&'static str] {
        match self {
            Self::None => &[],
            Self::Credits => &["credits", "credit", "cr"],
            Self::Dollars => &[
                "including gst",
                "incl. gst",
                "incl gst",
                "inc. gst",
                "inc gst",
                "gst inclusive",
                "gst included",
                "dollars",
                "dollar",
                "nzd",
                "nz$",
                "$",
            ],
            Self::Hours => &["hours", "hour", "hrs", "h"],
            Self::Level => &["level", "lvl.", "lvl", "l"],
            Self::Percent => &["percent", "%"],
            Self::Years => &["years", "year", "yrs", "yr"],
        }
    }
}

/// A whole number without a unit, however JSON or a form wrote it: `15`, `15.0`, `1.5E+1`, `"15"`.
pub(in crate::domain) fn whole_number(value: &Value) -> Option<i64> {
    whole_number_of(Unit::None, value)
}

/// A whole number of a unit: `15`, `"15 credits"`.
pub(in crate::domain) fn whole_number_of(unit: Unit, value: &Value) -> Option<i64> {
    Decimal::read(unit, value)?.whole()
}

/// The text of a number of a unit, or of a text that is unmistakably one, without an exponent: `3E+1` is
/// `30`, `$1,200` is `1200`.
pub(in crate::domain) fn number_text(unit: Unit, value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.as_str().to_owned(),
        Value::String(text) => plain(unit, text)?,
        _ => return None,
    };
    Some(without_exponent(&text).unwrap_or(text))
}

/// A number as people type it as JSON would write it: full-width digits, invisible signs, its unit, words for
/// digits, and commas or spaces between thousands are taken for what they are. `None` where it is no number.
fn plain(unit: Unit, text: &str) -> Option<String> {
    let text = text::plain(text).to_lowercase().replace('−', "-");
    match text.trim().strip_suffix(')').and_then(|text| text.split_once('(')) {
        None => bare(unit, text.trim()),
        // What stands in brackets says the same once more, or is the unit.
        Some((number, aside)) => bare(unit, number.trim()).filter(|number| {
            without_unit(unit, aside.trim()).is_empty() || bare(unit, aside.trim()).as_ref() == Some(number)
        }),
    }
}

/// A number without brackets, as JSON would write it.
fn bare(unit: Unit, text: &str) -> Option<String> {
    const MONTHS: i64 = 12;
    let months = ["months", "month"].into_iter().find_map(|months| text.strip_suffix(months));
    if let Some(months) = months.filter(|_| unit == Unit::Years) {
        let months = bare(Unit::None, months.trim_end())?.parse::<i64>().ok()?;
        return (months % MONTHS == 0).then(|| (months / MONTHS).to_string());
    }
    if unit == Unit::Dollars && ["free", "nil", "no fee", "no charge"].contains(&text) {
        return Some("0".to_owned());
    }
    let number = without_unit(unit, text);
    if matches!(unit, Unit::Dollars | Unit::Credits) && may_have_thousands(number) {
        return None;
    }
    in_digits(number).or_else(|| in_words(number))
}

/// Whether the point of a number may set thousands apart: `1.200` is 1200 to some, and a little over 1 to others.
fn may_have_thousands(number: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    number.split_once('.').is_some_and(|(whole, part)| {
        let has_groups = (1..=3).contains(&whole.len()) && part.len() == 3;
        has_groups && is_digits(whole) && is_digits(part) && !whole.starts_with('0')
    })
}

/// A text without the spellings of a unit at its ends.
fn without_unit(unit: Unit, text: &str) -> &str {
    unit.spellings().iter().fold(text, |text, spelling| {
        let text = text.strip_prefix(spelling).unwrap_or(text).trim_start();
        text.strip_suffix(spelling).unwrap_or(text).trim_end()
    })
}

fn in_digits(number: &str) -> Option<String> {
    let joined = without_thousands(number)?;
    let digits = joined.strip_prefix(['-', '+']).unwrap_or(&joined);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'+' | b'-'))
        && digits.bytes().any(|byte| byte.is_ascii_digit());
    is_number.then(|| joined.trim_start_matches('+').to_owned())
}

/// A number below a hundred in English words: `four`, `twenty-five`.
fn in_words(number: &str) -> Option<String> {
    const BELOW_TWENTY: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let below_twenty = |word: &str| BELOW_TWENTY.iter().position(|known| *known == word);
    let tens = |word: &str| TENS.iter().position(|known| *known == word).map(|at| (at + 2) * 10);
    let value = match number.split_once([' ', '-']) {
        None => below_twenty(number).or_else(|| tens(number)),
        Some((first, last)) => {
            let ones = below_twenty(last).filter(|ones| (1..10).contains(ones));
            tens(first).zip(ones).map(|(tens, ones)| tens + ones)
        }
    };
    value.map(|value| value.to_string())
}

/// A number without the commas or spaces between its thousands: `1,200.50` is `1200.50`.
fn without_thousands(number: &str) -> Option<String> {
    let Some(separator) = number.chars().find(|sign| *sign == ',' || sign.is_whitespace()) else {
        return Some(number.to_owned());
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(separator);
    let first = groups.next()?.trim_start_matches('-');
    let is_group = |group: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_group(first, 1..=3) || !groups.all(|group| is_group(group, 3..=3)) {
        return None;
    }
    let whole = whole.replace(separator, "");
    Some(if part.is_empty() { whole } else { format!("{whole}.{part}") })
}

/// A number with an exponent as a plain decimal; `None` where the text is no such number, or has more
/// digits than any amount.
fn without_exponent(text: &str) -> Option<String> {
    const MOST_DIGITS: usize = 30;
    let (number, exponent) = text.split_once(['e', 'E'])?;
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |number| ("-", number));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{part}");
    let exponent =
        exponent.parse::<isize>().ok().filter(|exponent| exponent.unsigned_abs() <= MOST_DIGITS)?;
    if whole.is_empty() || digits.len() > MOST_DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let point = isize::try_from(whole.len()).ok()? + exponent;
    let zeros = usize::try_from(1 - point).unwrap_or_default();
    let point = usize::try_from(point.max(1)).ok()?;
    let digits = format!("{:0<point$}", "0".repeat(zeros) + &digits);
    let (whole, part) = digits.split_at_checked(point)?;
    Some(if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") })
}

/// A decimal number, exact to eighteen places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::domain) struct Decimal(i128);

impl Decimal {
    const PLACES: usize = 18;
    const ONE: i128 = 10_i128.pow(Self::PLACES as u32);

    /// The number of a unit that a value is, or that its text unmistakably means; none of a quadrillion or more.
    pub(in crate::domain) fn read(unit: Unit, value: &Value) -> Option<Self> {
        let text = number_text(unit, value)?;
        let (sign, number) = text.strip_prefix('-').map_or((1, text.as_str()), |number| (-1, number));
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let whole = if whole.is_empty() { "0" } else { whole };
        if !is_digits(whole) || !is_digits(part) || whole.trim_start_matches('0').len() > 15 {
            return None;
        }
        let part: String = part.chars().chain(std::iter::repeat('0')).take(Self::PLACES).collect();
        Some(Self(sign * (whole.parse::<i128>().ok()? * Self::ONE + part.parse::<i128>().ok()?)))
    }

    /// The number as a whole one, where it is.
    pub(in crate::domain) fn whole(self) -> Option<i64> {
        (self.0 % Self::ONE == 0).then(|| i64::try_from(self.0 / Self::ONE).ok())?
    }

    /// The sum of two, or nothing where it is too large.
    pub(in crate::domain) fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// So many times the number, or nothing where it is too large.
    pub(in crate::domain) fn times(self, times: i64) -> Option<Self> {
        self.0.checked_mul(i128::from(times)).map(Self)
    }

    /// The number over another, rounded to some places; nothing where that is too large or the other zero.
    pub(in crate::domain) fn over(self, other: Self, places: u32) -> Option<Self> {
        let scale = 10_i128.checked_pow(places)?;
        let half = other.0.checked_div(2)?;
        let rounded = self.0.checked_mul(scale)?.checked_add(half)?.checked_div(other.0)?;
        rounded.checked_mul(Self::ONE.checked_div(scale)?).map(Self)
    }

    /// By how much two differ.
    pub(in crate::domain) fn distance(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).saturating_abs())
    }
}

impl Decimal {
    /// The number as people read it: `1,200`.
    pub(in crate::domain) fn grouped(self) -> String {
        let text = self.to_string();
        let whole_end = text.find('.').unwrap_or(text.len());
        let (whole, part) = text.split_at_checked(whole_end).unwrap_or((&text, ""));
        let digits = whole.trim_start_matches('-').len();
        let separates = |at: usize| at > 0 && at.is_multiple_of(3);
        let sign_of = |(at, digit): (usize, char)| {
            let left = whole.len() - at;
            let comma = (left < digits && separates(left)).then_some(',');
            comma.into_iter().chain([digit])
        };
        whole.char_indices().flat_map(sign_of).chain(part.chars()).collect()
    }

    /// The number as credits: `1 credit`, `60 credits`.
    pub(in crate::domain) fn credits(self) -> String {
        format!("{} credit{}", self.grouped(), if self == Self::from(1) { "" } else { "s" })
    }

    /// The number as an amount of money: `$64`, `$63.50`, `$33.333333333333336`.
    pub(in crate::domain) fn dollars(self) -> String {
        let text = self.grouped();
        match text.split_once('.') {
            Some((_, part)) if part.len() == 1 => format!("${text}0"),
            _ => format!("${text}"),
        }
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self(i128::from(whole) * Self::ONE)
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = (self.0.abs() / Self::ONE, self.0.abs() % Self::ONE);
        let part = format!("{part:0>18}");
        let part = part.trim_end_matches('0');
        let sign = if self.0 < 0 { "-" } else { "" };
        if part.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{part}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole_of(json: &str) -> Option<i64> {
        whole_number(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        for (json, number) in [
            ("15", 15),
            ("15.0", 15),
            ("\"15\"", 15),
            ("-3", -3),
            ("\" 7 \"", 7),
            ("3E+1", 30),
            ("1.5e1", 15),
            ("300e-1", 30),
            ("-2e0", -2),
            ("0e5", 0),
            ("\"3e1\"", 30),
            ("\"1,200\"", 1200),
            ("\"1\u{a0}200\"", 1200),
            ("\"３０\"", 30),
            ("\"\u{202a}3\u{202c}\"", 3),
            ("\"30\u{200b}\"", 30),
            ("\"\u{feff}300\"", 300),
            ("\"fifteen\"", 15),
            ("\"Twenty-five\"", 25),
            ("\"forty two\"", 42),
            ("\"15 (fifteen)\"", 15),
            ("\"fifteen (15)\"", 15),
        ] {
            assert_eq!(whole_of(json), Some(number), "{json}");
        }
        for json in [
            "1.5",
            "1e-1",
            "1.55e1",
            "1e400",
            "1e99999999999999999999",
            "\"x\"",
            "\"e1\"",
            "\"1e\"",
            "\"\"",
            "\"fifteen or twenty\"",
            "\"fifty fifteen\"",
            "\"fourteenth\"",
            "\"15 (sixteen)\"",
            "\"15 (about)\"",
            "\"15 or 20\"",
            "\"1,5\"",
            "\"12,00\"",
            "\"level\"",
            "\"$\"",
            "\"15 credits\"",
            "\"10²\"",
            "\"²\"",
            "\"½\"",
            "true",
            "99999999999999999999",
        ] {
            assert_eq!(whole_of(json), None, "{json}");
        }
    }

    #[test]
    fn a_number_may_have_its_own_unit_and_no_other() {
        let read =
            |unit, text: &str| Decimal::read(unit, &Value::from(text)).map(|number| number.to_string());
        let (all, texts) = (
            [Unit::Credits, Unit::Dollars, Unit::Hours, Unit::Level, Unit::Percent, Unit::Years],
            ["15 credits", "$15 dollars", "15 h", "Level 15", "15%", "15 years"],
        );
        for (at, text) in texts.into_iter().enumerate() {
            for (of, unit) in all.into_iter().enumerate() {
                assert_eq!(read(unit, text), (at == of).then(|| "15".to_owned()), "{text} of {unit:?}");
            }
        }
        for text in
            ["L4", "level 4", "４", "L４", "Lvl 4", "lvl. 4", "level four", "Level 4 (four)", "4 (level)"]
        {
            assert_eq!(read(Unit::Level, text).as_deref(), Some("4"), "{text}");
        }
        for text in [
            "nz$1,200.50",
            "NZD 1200.50",
            "1 200.50 dollars",
            "＄1200.5",
            "1200.50 incl GST",
            "$1200.50 (incl. GST)",
        ] {
            assert_eq!(read(Unit::Dollars, text).as_deref(), Some("1200.5"), "{text}");
        }
        for text in ["60 plus GST", "60 excl GST", "60 (plus GST)", "60 + GST"] {
            assert_eq!(read(Unit::Dollars, text), None, "{text}");
        }
        for (text, dollars) in
            [("Free", Some("0")), ("nil", Some("0")), ("no charge", Some("0")), ("free-range", None)]
        {
            assert_eq!(read(Unit::Dollars, text).as_deref(), dollars, "{text}");
        }
        for text in ["1.200", "64.000", "$12.345", "120.000 dollars"] {
            assert_eq!(read(Unit::Dollars, text), None, "{text}");
        }
        assert_eq!(read(Unit::Credits, "1.200 credits"), None);
        for (text, dollars) in [("0.125", "0.125"), ("1200.125", "1200.125"), ("1,200.125", "1200.125")] {
            assert_eq!(read(Unit::Dollars, text).as_deref(), Some(dollars), "{text}");
        }
        assert_eq!(read(Unit::Credits, "free"), None);
        for (text, years) in [("24 months", Some("2")), ("twelve months", Some("1")), ("18 months", None)] {
            assert_eq!(read(Unit::Years, text).as_deref(), years, "{text}");
        }
        assert_eq!(read(Unit::Hours, "24 months"), None);
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, shown) in [
            ("7", "7"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567", "-1,234,567"),
            ("-123", "-123"),
            ("1200.5", "1,200.5"),
            ("0.0625", "0.0625"),
        ] {
            assert_eq!(Decimal::read(Unit::None, &Value::from(number)).unwrap().grouped(), shown);
        }
        assert_eq!(Decimal::from(1200).dollars(), "$1,200");
        assert_eq!(Decimal::from(1200).credits(), "1,200 credits");
    }

    #[test]
    fn a_decimal_keeps_every_place() {
        let read = |json: &str| Decimal::read(Unit::Dollars, &serde_json::from_str(json).unwrap()).unwrap();
        assert!(read("64.004") > Decimal::from(64) && read("33.333333333333336") < Decimal::from(64));
        assert_eq!(read("\"$63.50\"").to_string(), "63.5");
        assert_eq!(read("-0.05").to_string(), "-0.05");
    }
}
