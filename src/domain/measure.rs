//! Credits, levels, hours and dollars: numbers that must not be mixed up.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::fmt;

/// How many notional hours of learning and assessment one credit is.
pub const HOURS_PER_CREDIT: u32 = 10;

/// Credits: whole numbers; one credit is ten notional hours of learning and assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Credits(pub u16);

impl Credits {
    /// The notional hours that these credits mean.
    pub fn hours(self) -> NotionalHours {
        NotionalHours(u32::from(self.0) * HOURS_PER_CREDIT)
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

/// How many credits something has, as its source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// This many.
    Fixed(Credits),
    /// At least this many, and at most that many where the source says so.
    Between(Credits, Option<Credits>),
}

impl From<Credits> for Size {
    fn from(credits: Credits) -> Self {
        Self::Fixed(credits)
    }
}

impl Size {
    /// The one number, where there is one.
    pub fn fixed(self) -> Option<Credits> {
        if let Self::Fixed(credits) = self { Some(credits) } else { None }
    }

    /// The lower end: what it surely has.
    pub fn least(self) -> Credits {
        let (Self::Fixed(least) | Self::Between(least, _)) = self;
        least
    }

    /// The upper end: more never counts. None where the source gives none.
    pub fn most(self) -> Option<Credits> {
        match self {
            Self::Fixed(credits) => Some(credits),
            Self::Between(_, most) => most,
        }
    }

    /// Writes a size under three names: its one number, which is `null` where there is none, and the ends of a range.
    pub(in crate::domain) fn serialize_as<S: Serializer>(
        size: Option<Self>,
        [fixed, least, most]: [&'static str; 3],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry(fixed, &size.and_then(Self::fixed))?;
        if let Some(Self::Between(from, to)) = size {
            fields.serialize_entry(least, &from)?;
            if let Some(to) = to {
                fields.serialize_entry(most, &to)?;
            }
        }
        fields.end()
    }
}

/// A level of the New Zealand Qualifications and Credentials Framework, 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dollars {
    cents: u64,
}

impl Dollars {
    /// Whole dollars.
    pub const fn new(dollars: u64) -> Self {
        Self { cents: dollars * 100 }
    }

    /// The same in cents.
    pub fn cents(self) -> u64 {
        self.cents
    }

    /// An amount as people and files write it, `64`, `63.5` or `$63.50`; none below zero, none of a
    /// billion or more, none finer than a cent.
    pub fn parse(amount: &str) -> Option<Self> {
        let amount = amount.trim();
        let amount = amount.strip_prefix('$').map_or(amount, str::trim_start);
        let (whole, part) = amount.split_once('.').unwrap_or((amount, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let part = part.trim_end_matches('0');
        if !digits(whole) || whole.len() > 9 || part.len() > 2 || !(part.is_empty() || digits(part)) {
            return None;
        }
        let cents = format!("{part:0<2}").parse::<u64>().ok()?;
        Some(Self { cents: whole.parse::<u64>().ok()? * 100 + cents })
    }
}

impl Serialize for Dollars {
    /// As a number of dollars, `64` or `63.5`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // An amount is below a billion dollars, so its cents are exact.
        #[expect(clippy::cast_precision_loss, reason = "no amount has as many cents as would be rounded")]
        let dollars = self.cents as f64 / 100.0;
        if self.cents.is_multiple_of(100) {
            serializer.serialize_u64(self.cents / 100)
        } else {
            serializer.serialize_f64(dollars)
        }
    }
}

impl std::iter::Sum for Dollars {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self { cents: amounts.fold(0, |sum, each| sum.saturating_add(each.cents)) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_read_to_the_cent() {
        for (text, shown) in
            [("64", "$64"), ("$63.5", "$63.50"), ("0.05", "$0.05"), ("1.500", "$1.50"), ("$ 7.00", "$7")]
        {
            assert_eq!(
                Dollars::parse(text).map(|dollars| dollars.to_string()).as_deref(),
                Some(shown),
                "{text}"
            );
        }
        for text in ["", "-1", "1.005", "1000000000", "1,5", ".", ".5", "1e3", "NaN", "$"] {
            assert_eq!(Dollars::parse(text), None, "{text}");
        }
    }
}
