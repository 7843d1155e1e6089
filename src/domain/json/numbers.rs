//! Numbers as JSON and forms write them, read from their text and without floating point.

use crate::domain::text::visible;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// A whole number, however JSON or a form wrote it: `15`, `15.0`, `1.5E+1`, `"15"`, `"15 credits"`.
pub(in crate::domain) fn whole_number(value: &Value) -> Option<i64> {
    Decimal::read(value)?.whole()
}

/// The text of a number, or of a text that is unmistakably one, without an exponent: `3E+1` is `30`,
/// `$1,200` is `1200`.
pub(in crate::domain) fn number_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.as_str().to_owned(),
        Value::String(text) => plain(text)?,
        _ => return None,
    };
    Some(without_exponent(&text).unwrap_or(text))
}

/// Units that may stand before or behind a number without changing it.
const UNITS: &[&str] = &[
    "$", "nz$", "nzd", "dollars", "dollar", "credits", "credit", "cr", "level", "l", "hours", "hour", "hrs",
    "h", "years", "year", "yrs", "percent", "%",
];

/// A number as people type it as JSON would write it: full-width digits, invisible signs, units, and commas
/// or spaces between thousands are taken for what they are. `None` where it is no number.
fn plain(text: &str) -> Option<String> {
    if !text.chars().any(char::is_numeric) {
        return None;
    }
    let text: String = text
        .nfkd()
        .filter(|letter| !visible(letter.encode_utf8(&mut [0; 4])).is_empty() || letter.is_whitespace())
        .collect();
    let text = text.trim().to_lowercase().replace('−', "-");
    let mut number = text.as_str();
    let mut stripped = true;
    while stripped {
        stripped = false;
        for unit in UNITS {
            let rest = number.strip_prefix(unit).or_else(|| number.strip_suffix(unit)).map(str::trim);
            if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
                number = rest;
                stripped = true;
            }
        }
    }
    let joined = without_thousands(number)?;
    let digits = joined.strip_prefix(['-', '+']).unwrap_or(&joined);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'+' | b'-'))
        && digits.bytes().any(|byte| byte.is_ascii_digit());
    is_number.then(|| joined.trim_start_matches('+').to_owned())
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

    /// The number that a value is, or that its text unmistakably means; none of a quadrillion or more.
    pub(in crate::domain) fn read(value: &Value) -> Option<Self> {
        let text = number_text(value)?;
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
    /// The number as credits: `1 credit`, `60 credits`.
    pub(in crate::domain) fn credits(self) -> String {
        format!("{self} credit{}", if self == Self::from(1) { "" } else { "s" })
    }

    /// The number as an amount of money: `$64`, `$63.50`, `$33.333333333333336`.
    pub(in crate::domain) fn dollars(self) -> String {
        let text = self.to_string();
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
            ("\"15 credits\"", 15),
            ("\"Level 4\"", 4),
            ("\"L4\"", 4),
            ("\"$1,200\"", 1200),
            ("\"1\u{a0}200\"", 1200),
            ("\"３０\"", 30),
            ("\"\u{202a}3\u{202c}\"", 3),
            ("\"30\u{200b}\"", 30),
            ("\"\u{feff}300\"", 300),
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
            "\"fifteen\"",
            "\"15 or 20\"",
            "\"1,5\"",
            "\"12,00\"",
            "\"level\"",
            "\"$\"",
            "true",
            "99999999999999999999",
        ] {
            assert_eq!(whole_of(json), None, "{json}");
        }
    }

    #[test]
    fn a_decimal_keeps_every_place() {
        let read = |json: &str| Decimal::read(&serde_json::from_str(json).unwrap()).unwrap();
        assert!(read("64.004") > Decimal::from(64) && read("33.333333333333336") < Decimal::from(64));
        assert_eq!(read("\"$63.50\"").to_string(), "63.5");
        assert_eq!(read("-0.05").to_string(), "-0.05");
    }
}
