//! How somebody wants their plans made: as a link spells it, and as the device keeps it.

use super::plan::{MOST_HOURS_A_WEEK, Preference};

const PREFER: &str = "prefer";
const HOURS_A_WEEK: &str = "hours_a_week";

/// What comes first when ways are compared, and how much time somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanSettings {
    /// What comes first.
    pub prefer: Preference,
    /// The hours of study in a week.
    pub hours_a_week: u32,
}

/// What is taken for somebody who says nothing.
impl Default for PlanSettings {
    fn default() -> Self {
        Self { prefer: Preference::Credits, hours_a_week: 8 }
    }
}

impl PlanSettings {
    /// The settings that the parameters of a link spell; nothing where they spell none that somebody had to choose.
    pub fn from_params<'a>(params: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        let mut settings = Self::default();
        for (name, value) in params {
            if name == PREFER {
                let prefer = Preference::ALL.iter().find(|prefer| prefer.id() == value);
                settings.prefer = prefer.copied().unwrap_or(settings.prefer);
            } else if name == HOURS_A_WEEK {
                let hours = value.parse().ok().filter(|hours| (1..=MOST_HOURS_A_WEEK).contains(hours));
                settings.hours_a_week = hours.unwrap_or(settings.hours_a_week);
            }
        }
        (settings != Self::default()).then_some(settings)
    }

    /// The settings as the parameters of a link, where somebody chose them.
    pub fn to_params(self) -> Vec<(&'static str, String)> {
        let default = Self::default();
        let prefer = (self.prefer != default.prefer).then(|| (PREFER, self.prefer.id().to_owned()));
        let hours = self.hours_a_week;
        let hours = (hours != default.hours_a_week).then(|| (HOURS_A_WEEK, hours.to_string()));
        prefer.into_iter().chain(hours).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(params: &[(&str, &str)]) -> Option<PlanSettings> {
        PlanSettings::from_params(params.iter().copied())
    }

    #[test]
    fn what_somebody_chose_is_read_as_it_was_written() {
        let chosen = PlanSettings { prefer: Preference::Time, hours_a_week: 12 };
        let params = chosen.to_params();
        assert_eq!(params, [("prefer", "time".to_owned()), ("hours_a_week", "12".to_owned())]);
        assert_eq!(read(&[("prefer", "time"), ("goal", "q"), ("hours_a_week", "12")]), Some(chosen));
        assert_eq!(PlanSettings::default().to_params(), []);
    }

    #[test]
    fn what_is_no_setting_is_as_if_it_were_not_there() {
        for hours in ["0", "61", "8.5", "-1", "", "8"] {
            assert_eq!(read(&[("hours_a_week", hours), ("prefer", "luck")]), None, "{hours}");
        }
    }
}
