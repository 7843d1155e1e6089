//! Numbers as JSON and forms write them, read from their text and without floating point.

use serde_json::Value;

/// A whole number, however JSON or a form wrote it: `15`, `15.0`, `1.5E+1`, `"15"`.
pub(in crate::domain) fn whole_number(value: &Value) -> Option<i64> {
    let text = number_text(value)?;
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    part.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok())?
}

/// The text of a number, or of a text that may be one, without an exponent: `3E+1` is `30`.
pub(in crate::domain) fn number_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.as_str(),
        Value::String(text) => text.trim(),
        _ => return None,
    };
    Some(without_exponent(text).unwrap_or_else(|| text.to_owned()))
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

/// Whether a value is a number, whole or not, or a text that is one.
pub(in crate::domain) fn is_number(value: &Value) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    value.is_number()
        || number_text(value).is_some_and(|text| {
            let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
            is_digits(whole.strip_prefix('-').unwrap_or(whole)) && is_digits(part)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(whole_number(&serde_json::from_str(json).unwrap()), Some(number), "{json}");
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
            "true",
            "99999999999999999999",
        ] {
            assert_eq!(whole_number(&serde_json::from_str(json).unwrap()), None, "{json}");
        }
    }
}
