//! Real cases, filled only with what their sources say.

/// A draft to look at and change.
#[derive(Debug)]
pub struct Example {
    /// What it is called.
    pub name: &'static str,
    /// The draft file (`waymark.draft/1`).
    pub text: &'static str,
}

/// The real cases, each from the public source that its comment names.
pub const EXAMPLES: &[Example] = &[
    // NZQA Insights, "Micro-credentials" (2022), case study; MITO's announcement of 2019.
    Example { name: "StartUp Ignition", text: include_str!("examples/startup_ignition.json") },
    // NZQA Insights (2022), case study.
    Example { name: "Pre-flight Security", text: include_str!("examples/pre_flight_security.json") },
    // NZQA Insights (2022), case study.
    Example { name: "COVID-19 vaccinator", text: include_str!("examples/vaccinator.json") },
    // NZQA Insights (2022), case study.
    Example { name: "Digital Skills for the Workplace", text: include_str!("examples/digital_skills.json") },
    // NZQA aide-memoire of 25 May 2018, para 37; NZQA's page on the pilots.
    Example { name: "Udacity, 60 credits", text: include_str!("examples/udacity.json") },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::application::Application;
    use crate::domain::draft::Draft;

    #[test]
    fn every_example_is_read_and_understood_whole() {
        for example in EXAMPLES {
            let draft = Draft::read(example.text).unwrap();
            assert_eq!(draft.unknown_fields(), [], "{}", example.name);
            assert_eq!(Application::understand(&draft).problems, [], "{}", example.name);
        }
    }
}
