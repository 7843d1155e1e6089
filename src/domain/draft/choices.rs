//! The fixed lists of the draft format that rules tell apart.

use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// What kind of organisation applies.
    ApplicantKind of APPLICANT_KIND {
        Pte = "pte",
        Itp = "itp",
        TePukenga = "te_pukenga",
        Wananga = "wananga",
        University = "university",
        Gte = "gte",
        School = "school",
        Ito = "ito",
        Wdc = "wdc",
        Isb = "isb",
        NonTeo = "non_teo",
    }
    /// What is applied for.
    ApplicationKind of APPLICATION_KIND {
        Listing = "listing",
        ListingApproval = "listing_approval",
        ListingApprovalAccreditation = "listing_approval_accreditation",
        Approval = "approval",
        Accreditation = "accreditation",
        Change = "change",
        Equivalency = "equivalency",
    }
    /// The main setting of delivery.
    Setting of SETTING {
        Workplace = "workplace",
        Classroom = "classroom",
        Online = "online",
        Blended = "blended",
    }
    /// Who shows that the micro-credential is needed.
    Party of PARTY {
        Employer = "employer",
        IndustryBody = "industry_body",
        Wdc = "wdc",
        Isb = "isb",
        Iwi = "iwi",
        Hapu = "hapu",
        Community = "community",
        Learner = "learner",
        Profession = "profession",
    }
    /// A fund of the Tertiary Education Commission.
    Fund of FUND {
        Dq12 = "DQ1-2",
        Dq37 = "DQ3-7",
        Dq710 = "DQ7-10",
        Sac12 = "SAC1-2",
        Sac3 = "SAC3+",
        Itf = "ITF",
    }
}
