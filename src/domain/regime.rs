//! The sets of rules for micro-credentials, and when each began.

use crate::domain::day::{Day, day};

/// The first day on which NZQA took applications for micro-credentials.
pub const FIRST_APPLICATIONS: Day = day(2018, 8, 22);
/// The Education and Training Amendment Act 2022 came into force.
pub const ACT_AMENDED: Day = day(2022, 8, 1);
/// The Rules 2022 began. NZQA says "mid-January 2023"; this day inside that window is inferred.
pub const RULES_2022: Day = day(2023, 1, 16);
/// The rules as updated in the middle of 2025 began.
pub const RULES_2025: Day = day(2025, 7, 1);
/// NZQA's equivalency service began in 2019. No day was found; the first of the year is used.
pub const EQUIVALENCY_BEGINS: Day = day(2019, 1, 1);
/// The last day for councils, Te Pūkenga and the equivalency service.
pub const BEFORE_BOARDS: Day = day(2025, 12, 31);
/// The Rules 2026 began.
pub const RULES_2026: Day = day(2026, 1, 19);
/// The sources were read on this day; what changed later is not known here. It is one for all pages, since all
/// were read against their sources in one audit, which ended on it.
pub const SOURCES_READ: Day = day(2026, 11, 26);

/// One rule set and the days it was in force.
#[derive(Debug, PartialEq, Eq)]
pub struct Regime {
    /// The short name used in reports: `R1`, `R1a`, `R1b`, `R2`, `R3`, `R4`.
    pub id: &'static str,
    /// What it is called on screen: its year, and what changed.
    pub name: &'static str,
    /// The first day.
    pub from: Day,
    /// Where the first day is stated or inferred from.
    pub source: &'static str,
}

/// All regimes, oldest first.
pub const REGIMES: [Regime; 6] = [
    Regime {
        id: "R1",
        name: "2018: 5 to 40 credits, reviewed every year",
        from: FIRST_APPLICATIONS,
        source: "https://www.nzqa.govt.nz/providers-partners/approval-accreditation-and-registration/micro-credentials/",
    },
    Regime {
        id: "R1a",
        name: "2021: stacking made explicit",
        from: day(2021, 1, 27),
        source: "https://www.nzqa.govt.nz/about-us/news/stacking-micro-credentials/",
    },
    Regime {
        id: "R1b",
        name: "August 2022: training schemes become micro-credentials",
        from: ACT_AMENDED,
        source: "https://demo.legislation.govt.nz/Regulations/2022/44/096be8ed81d2944e/LMS608107",
    },
    Regime {
        id: "R2",
        name: "2023: 1 to 40 credits, reviewed every 1 to 3 years",
        from: RULES_2022,
        source: "https://www2.nzqa.govt.nz/tertiary/approval-accreditation-and-registration/micro-credentials/micro-credential-review-report",
    },
    Regime {
        id: "R3",
        name: "2025: new level descriptors",
        from: RULES_2025,
        source: "https://www2.nzqa.govt.nz/about-us/publications/newsletters-circulars/equate/june-2025",
    },
    Regime {
        id: "R4",
        name: "2026: industry skills boards",
        from: RULES_2026,
        source: "https://www2.nzqa.govt.nz/about-us/news/changes-to-nzqa-rules",
    },
];

/// The regime in force on a day; none before [`FIRST_APPLICATIONS`].
pub fn on(day: Day) -> Option<&'static Regime> {
    REGIMES.iter().rev().find(|regime| regime.from <= day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_regime_begins_on_its_first_day() {
        for regime in &REGIMES {
            assert_eq!(on(regime.from), Some(regime));
        }
        assert_eq!(on(day(2018, 8, 21)), None);
        assert_eq!(on(day(2023, 1, 15)).map(|r| r.id), Some("R1b"));
        assert_eq!(on(day(2030, 1, 1)).map(|r| r.id), Some("R4"));
    }
}
