//! Real cases, filled only with what their sources say. Their files lie in `public/examples/`.

/// A draft to look at and change.
#[derive(Debug)]
pub struct Example {
    /// What it is called.
    pub name: &'static str,
    /// The name of its draft file (`waymark.draft/1`).
    pub file: &'static str,
}

/// The real cases, each from the public source that its comment names.
pub const EXAMPLES: &[Example] = &[
    // NZQA Insights, "Micro-credentials" (2022), case study; MITO's announcement of 2019.
    Example { name: "StartUp Ignition", file: "startup_ignition.json" },
    // NZQA Insights (2022), case study.
    Example { name: "Pre-flight Security", file: "pre_flight_security.json" },
    // NZQA Insights (2022), case study.
    Example { name: "COVID-19 vaccinator", file: "vaccinator.json" },
    // NZQA Insights (2022), case study.
    Example { name: "Digital Skills for the Workplace", file: "digital_skills.json" },
    // NZQA aide-memoire of 25 May 2018, para 37; NZQA's page on the pilots.
    Example { name: "Udacity, 60 credits", file: "udacity.json" },
];
