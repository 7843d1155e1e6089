//! The fixed lists of the draft format: how files spell each entry, and how the screen does.

use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// What kind of organisation applies.
    ApplicantKind {
        Pte = "pte", "Private training establishment";
        Itp = "itp", "Institute of technology or polytechnic";
        TePukenga = "te_pukenga", "Te Pūkenga";
        Wananga = "wananga", "Wānanga";
        University = "university", "University";
        Gte = "gte", "Government training establishment";
        School = "school", "School or kura";
        Ito = "ito", "Industry training organisation";
        Wdc = "wdc", "Workforce development council";
        Isb = "isb", "Industry skills board";
        NonTeo = "non_teo", "Another body: employer, professional or overseas body";
    }
    /// What is applied for.
    ApplicationKind {
        Listing = "listing", "Listing";
        ListingApproval = "listing_approval", "Listing and approval";
        ListingApprovalAccreditation = "listing_approval_accreditation", "Listing, approval and accreditation";
        Approval = "approval", "Approval";
        Accreditation = "accreditation", "Accreditation";
        Change = "change", "Change";
        Equivalency = "equivalency", "Equivalency assessment";
    }
    /// The main setting of delivery.
    Setting {
        Workplace = "workplace", "Workplace";
        Classroom = "classroom", "Classroom";
        Online = "online", "Online";
        Blended = "blended", "Blended";
    }
    /// Who shows that the micro-credential is needed.
    Party {
        Employer = "employer", "Employer";
        IndustryBody = "industry_body", "Industry body";
        Wdc = "wdc", "Workforce development council";
        Isb = "isb", "Industry skills board";
        Iwi = "iwi", "Iwi";
        Hapu = "hapu", "Hapū";
        Community = "community", "Community";
        Learner = "learner", "Learners";
        Profession = "profession", "Profession";
    }
    /// A fund of the Tertiary Education Commission.
    Fund {
        Dq12 = "DQ1-2", "Delivery on the framework, levels 1 and 2 (from 2023)";
        Dq37 = "DQ3-7", "Delivery on the framework, levels 3 to 7 (from 2023)";
        Dq710 = "DQ7-10", "Delivery on the framework, level 7 degree to 10 (from 2023)";
        Sac12 = "SAC1-2", "Student Achievement Component, levels 1 and 2 (to 2022)";
        Sac3 = "SAC3+", "Student Achievement Component, level 3 and above (to 2022)";
        Itf = "ITF", "Industry Training Fund (to 2022)";
    }
}

/// Where a micro-credential is for use. The format leaves this list open; these are what the form offers.
pub const USE_LOCATIONS: &[(&str, &str)] = &[
    ("new_zealand", "In New Zealand"),
    ("overseas", "In other countries"),
    ("both", "In New Zealand and in other countries"),
];

/// Groups that a micro-credential may be relevant to. The format leaves this list open; these are what the form offers.
pub const RELEVANCE_GROUPS: &[(&str, &str)] = &[
    ("students", "Students"),
    ("whanau", "Whānau"),
    ("hapu", "Hapū"),
    ("iwi", "Iwi"),
    ("hapori_maori", "Hapori Māori"),
    ("industry", "Industry"),
    ("employers", "Employers"),
    ("professions", "Professions"),
    ("community", "Community groups"),
];

/// Kinds of assessment. The format leaves this list open; these are what the form offers.
pub const ASSESSMENT_KINDS: &[(&str, &str)] = &[
    ("observation", "Observation"),
    ("written", "Written work"),
    ("practical", "Practical task"),
    ("oral", "Oral"),
    ("portfolio", "Portfolio"),
    ("test", "Test or examination"),
    ("project", "Project"),
    ("attendance", "Attendance only"),
    ("other", "Other"),
];
