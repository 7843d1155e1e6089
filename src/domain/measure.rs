//! Numbers that must not be mixed up.

use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// Credits: whole numbers; one credit stands for ten notional hours of learning and assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Credits(pub u16);

impl Credits {
    /// The notional hours that these credits stand for.
    pub fn hours(self) -> NotionalHours {
        NotionalHours(u32::from(self.0) * 10)
    }
}

impl fmt::Display for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} credit{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

impl std::iter::Sum for Credits {
    fn sum<I: Iterator<Item = Self>>(credits: I) -> Self {
        Self(credits.fold(0, |sum, each| sum.saturating_add(each.0)))
    }
}

/// A level of the New Zealand Qualifications and Credentials Framework, 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Level(u8);

impl Level {
    /// The level, where the framework has it.
    pub fn new(level: i64) -> Option<Self> {
        u8::try_from(level).ok().filter(|level| (1..=10).contains(level)).map(Self)
    }

    /// The level as a number from 1 to 10.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "level {}", self.0)
    }
}

/// Notional hours: the time a typical learner takes to reach the outcomes and show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NotionalHours(pub u32);

impl fmt::Display for NotionalHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} hour{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

/// New Zealand dollars including GST, kept in whole cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Dollars {
    cents: u64,
}

impl Dollars {
    /// Whole dollars.
    pub const fn new(dollars: u64) -> Self {
        Self { cents: dollars * 100 }
    }

    /// An amount as people and JSON write it, `64` or `63.5`; none below zero, none above a million.
    pub fn from_number(amount: f64) -> Option<Self> {
        (0.0..=1_000_000.0).contains(&amount).then(|| Self { cents: (amount * 100.0).round() as u64 })
    }
}

impl fmt::Display for Dollars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "${}", self.cents / 100)?;
        match self.cents % 100 {
            0 => Ok(()),
            cents => write!(f, ".{cents:02}"),
        }
    }
}

/// A whole number, however JSON or a form wrote it: `15`, `15.0`, `"15"`.
pub(super) fn whole_number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| {
            let number = number.as_f64()?;
            (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
        }),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
