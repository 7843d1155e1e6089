//! The catalogue of a draft's fields: what each is called, what it holds, and in which part of the
//! form it stands. The form, the findings and the reader of files all go by this list.

use crate::domain::draft::choices::{
    ASSESSMENT_KINDS, ApplicantKind, ApplicationKind, Fund, Party, RELEVANCE_GROUPS, Setting, USE_LOCATIONS,
};

/// An entry of a fixed list: how files spell it, and how the screen does.
pub type Choice = (&'static str, &'static str);

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A line of text.
    Line,
    /// Text of any length.
    Paragraph,
    /// A whole number.
    Whole,
    /// New Zealand dollars including GST.
    Money,
    /// A calendar day.
    Day,
    /// True or false.
    YesNo,
    /// One entry of a fixed list.
    One(&'static [Choice]),
    /// Any entries of a fixed list.
    Several(&'static [Choice]),
    /// A list of texts, one a line.
    Lines,
    /// Ids of the learning outcomes that the entry covers.
    OutcomeIds,
    /// A list of entries that have fields of their own.
    Records(&'static Record),
}

/// The entries of a [`Kind::Records`] field.
#[derive(Debug)]
pub struct Record {
    /// What one entry is called: `outcome`.
    pub noun: &'static str,
    /// The letter before the number in the entries' ids, where they have ids.
    pub id_prefix: Option<&'static str>,
    /// The fields of an entry; their paths start at the entry.
    pub fields: &'static [Field],
}

/// A field of the draft.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Where it stands in the file, nested at the dots.
    pub path: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// What to write there, in a sentence; may be empty.
    pub hint: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// A part of the form: fields that belong together.
#[derive(Debug)]
pub struct Part {
    /// The part's name in addresses.
    pub id: &'static str,
    /// The part's heading.
    pub title: &'static str,
    /// The fields, in the order of the form.
    pub fields: &'static [Field],
}

const fn field(path: &'static str, label: &'static str, kind: Kind, hint: &'static str) -> Field {
    Field { path, label, hint, kind }
}

use Kind::{Day, Line, Lines, Money, One, OutcomeIds, Paragraph, Records, Several, Whole, YesNo};

/// The whole form.
pub const PARTS: &[Part] = &[
    Part {
        id: "applicant",
        title: "Who applies, and for what",
        fields: &[
            field("applicant.name", "Applicant", Line, "The organisation that makes the application."),
            field(
                "applicant.type",
                "Kind of organisation",
                One(ApplicantKind::CHOICES),
                "This and the date decide the route.",
            ),
            field(
                "applicant.is_recognised_teo",
                "A recognised tertiary education organisation in New Zealand?",
                YesNo,
                "",
            ),
            field(
                "partner_provider",
                "Partner provider",
                Line,
                "The recognised provider that applies with you, if you are not one.",
            ),
            field("application.kind", "What you apply for", One(ApplicationKind::CHOICES), ""),
            field(
                "application.date",
                "Day of the application",
                Day,
                "For your file. The report is read on the date above it.",
            ),
            field(
                "developer.name",
                "Developer",
                Line,
                "The body that will keep the micro-credential current.",
            ),
        ],
    },
    Part {
        id: "title",
        title: "Title, level and size",
        fields: &[
            field("title", "Title", Line, ""),
            field(
                "title_justification",
                "Why the title needs its words or names",
                Paragraph,
                "Only where the title uses a word kept for qualifications, or names a person, organisation or product.",
            ),
            field("title_te_reo", "Title in te reo Māori", Line, ""),
            field("level", "Level", Whole, "1 to 10."),
            field("credits", "Credits", Whole, "One credit is 10 notional hours of learning and assessment."),
            field("hours.total", "Notional hours in all", Whole, ""),
            field("hours.by_type.taught", "Hours taught", Whole, ""),
            field("hours.by_type.self_directed", "Hours self-directed", Whole, ""),
            field("hours.by_type.work_based", "Hours work-based", Whole, ""),
            field("hours.by_type.assessment", "Hours of assessment", Whole, ""),
            field("nzsced", "NZSCED code", Line, "Six digits, for example 050301 for horticulture."),
        ],
    },
    Part {
        id: "purpose",
        title: "Purpose",
        fields: &[
            field("purpose.statement", "Purpose statement", Paragraph, ""),
            field("purpose.use_location", "Where it is for use", One(USE_LOCATIONS), ""),
            field(
                "purpose.relevance",
                "Who it is relevant to",
                Records(&Record {
                    noun: "group",
                    id_prefix: None,
                    fields: &[
                        field("group", "Group", One(RELEVANCE_GROUPS), ""),
                        field("text", "How it is relevant to them", Paragraph, ""),
                    ],
                }),
                "",
            ),
            field("purpose.regulatory", "For occupational registration or licensing?", YesNo, ""),
            field("purpose.hs_compliance", "Health and safety or other compliance training?", YesNo, ""),
            field("purpose.legal_duty", "Training that employers must give by law?", YesNo, ""),
        ],
    },
    Part {
        id: "outcomes",
        title: "Outcomes and assessment",
        fields: &[
            field(
                "outcomes",
                "Learning outcomes",
                Records(&Record {
                    noun: "outcome",
                    id_prefix: Some("o"),
                    fields: &[field(
                        "text",
                        "What the learner can do",
                        Paragraph,
                        "Start with a verb that can be seen done: apply, plan, explain.",
                    )],
                }),
                "",
            ),
            field(
                "assessment.items",
                "Assessments",
                Records(&Record {
                    noun: "assessment",
                    id_prefix: Some("a"),
                    fields: &[
                        field("kind", "Kind", One(ASSESSMENT_KINDS), ""),
                        field("summative", "Does it decide the result?", YesNo, ""),
                        field("outcome_ids", "Outcomes it assesses", OutcomeIds, ""),
                    ],
                }),
                "",
            ),
            field(
                "structure.components",
                "Components",
                Records(&Record {
                    noun: "component",
                    id_prefix: None,
                    fields: &[
                        field("title", "Title", Line, ""),
                        field("level", "Level", Whole, ""),
                        field("credits", "Credits", Whole, ""),
                        field("outcome_ids", "Outcomes it teaches", OutcomeIds, ""),
                    ],
                }),
                "",
            ),
        ],
    },
    Part {
        id: "standards",
        title: "Standards used",
        fields: &[
            field("uses_standards", "Does it use assessment or skill standards?", YesNo, ""),
            field(
                "standards",
                "Standards",
                Records(&Record {
                    noun: "standard",
                    id_prefix: None,
                    fields: &[
                        field("id", "Number", Line, "As on the Directory of Assessment and Skill Standards."),
                        field("version", "Version", Whole, ""),
                        field("title", "Title", Line, ""),
                        field("level", "Level", Whole, ""),
                        field("credits", "Credits", Whole, ""),
                    ],
                }),
                "",
            ),
        ],
    },
    Part {
        id: "pathways",
        title: "Where it leads",
        fields: &[
            field(
                "pathways.education",
                "Education pathway",
                Paragraph,
                "The qualifications or credentials it leads to, or “none”.",
            ),
            field("pathways.employment", "Employment pathway", Paragraph, ""),
            field("pathways.cultural", "Cultural pathway", Paragraph, ""),
            field(
                "contribution",
                "Contribution to community, whānau, hapū, iwi or hapori Māori",
                Paragraph,
                "",
            ),
        ],
    },
    Part {
        id: "need",
        title: "Need and consultation",
        fields: &[
            field(
                "need.evidence",
                "Evidence of need",
                Records(&Record {
                    noun: "piece of evidence",
                    id_prefix: None,
                    fields: &[
                        field("party", "From whom", One(Party::CHOICES), ""),
                        field("organisation", "Organisation", Line, ""),
                        field("role", "Role of the person", Line, ""),
                        field("date", "Date", Day, ""),
                        field("kind", "Kind of evidence", Line, "Letter, survey, minutes …"),
                        field("need", "The need it shows", Paragraph, ""),
                        field("consent", "May it be shown to NZQA?", YesNo, ""),
                    ],
                }),
                "",
            ),
            field(
                "need.contribution",
                "What the end users put in",
                Lines,
                "Money, resources or time; one a line.",
            ),
            field(
                "need.wdc_letter",
                "Letter of support from a workforce development council?",
                YesNo,
                "Until 2025.",
            ),
            field("need.isb_letter", "Letter of support from an industry skills board?", YesNo, "From 2026."),
            field("gap_statement", "The gap it fills", Paragraph, ""),
            field(
                "consultation",
                "Consultation",
                Records(&Record {
                    noun: "consultation",
                    id_prefix: None,
                    fields: &[
                        field("who", "Who was asked", Line, ""),
                        field("date", "When", Day, ""),
                        field("changed", "What it changed", Paragraph, ""),
                    ],
                }),
                "",
            ),
            field("duplication.search_terms", "Words searched on the register", Lines, "One a line."),
            field("duplication.found", "Listed micro-credentials found", Lines, "One a line."),
            field("duplication.rationale", "Why it does not duplicate them", Paragraph, ""),
        ],
    },
    Part {
        id: "delivery",
        title: "Delivery and support",
        fields: &[
            field("delivery.main_setting", "Main setting", One(Setting::CHOICES), ""),
            field("delivery.modes", "Modes of delivery", Several(Setting::CHOICES), ""),
            field("delivery.provider", "Who delivers it", Line, ""),
            field("delivery.rationale", "Why this delivery suits the learners", Paragraph, ""),
            field("delivery.subcontractor", "Sub-contractor", Line, ""),
            field("resources.staff", "Staff", Lines, "One a line."),
            field("resources.facilities", "Facilities and resources", Paragraph, ""),
            field("support", "Learner support", Paragraph, ""),
            field("info.entry", "Entry requirements", Paragraph, "“open” where there are none."),
            field("info.rpl", "Recognition of prior learning", Paragraph, ""),
            field("info.crt", "Credit recognition and transfer", Paragraph, ""),
            field("info.reassessment", "Reassessment", Paragraph, ""),
            field("info.appeals", "Appeals", Paragraph, ""),
            field("info.progress", "Progress", Paragraph, ""),
            field("info.completion", "Completion", Paragraph, ""),
            field("info.te_reo_assessment", "Assessment in te reo Māori", Paragraph, ""),
        ],
    },
    Part {
        id: "quality",
        title: "Quality and review",
        fields: &[
            field("review.period_years", "Review period in years", Whole, ""),
            field("review.process", "How it is reviewed", Paragraph, ""),
            field("review.owner", "Who reviews it", Line, ""),
            field("moderation.internal", "Internal moderation", Paragraph, ""),
            field("moderation.external", "External moderation", Paragraph, ""),
            field(
                "qa_approach",
                "Quality assurance approach",
                One(&[("standard", "Standard"), ("thotk", "Te Hono o Te Kahurangi")]),
                "",
            ),
            field(
                "thotk.summary",
                "Self-reflective summary against ngā kaupapa",
                Paragraph,
                "Only for Te Hono o Te Kahurangi.",
            ),
            field(
                "applicant.eer_category",
                "Provider category (external evaluation and review)",
                Whole,
                "1 to 4; to 18 January 2026.",
            ),
        ],
    },
    Part {
        id: "funding",
        title: "Fees and funding",
        fields: &[
            field(
                "applicant.funds",
                "Funds sought from the Tertiary Education Commission",
                Several(Fund::CHOICES),
                "None ticked: the funding rules do not bind.",
            ),
            field("fee_per_credit", "Learner fee per credit, in dollars including GST", Money, ""),
            field("learners.international", "Will international learners enrol?", YesNo, ""),
        ],
    },
];

/// Fields of the file format that the form does not ask for.
const ALSO_KNOWN: &[&str] = &[
    "format",
    "language",
    "purpose.employment",
    "purpose.health_post_entry",
    "applicant.qa_status",
    "consent.scope",
    "cmr_plan",
    "review.last_date",
    "review.outcome",
    "status",
    "status_date",
    "change.fields",
    "used_in_programmes",
    "listing.number",
    "listing.date",
    "uni.academic_board_date",
    "uni.approval_date",
    "uni.cuap_principles_ack",
    "legacy.kind",
    "legacy.weeks",
    "legacy.funded",
    "tec.mc_share",
    "clinical_share",
];

/// All fields of the form, in order.
pub fn all() -> impl Iterator<Item = &'static Field> {
    PARTS.iter().flat_map(|part| part.fields)
}

/// The field at a path; for the field of a list's entry, `standards.0.level`, that field.
pub fn find(path: &str) -> Option<&'static Field> {
    all().find_map(|field| {
        if field.path == path {
            return Some(field);
        }
        let Records(record) = field.kind else { return None };
        let (index, inner) = path.strip_prefix(field.path)?.strip_prefix('.')?.split_once('.')?;
        index.parse::<usize>().ok()?;
        record.fields.iter().find(|field| field.path == inner)
    })
}

/// The part of the form that holds a path.
pub fn part_of(path: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.fields.iter().any(|field| is_at_or_below(path, field.path)))
}

/// Whether `path` is `above` or lies below it.
pub fn is_at_or_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether the file format has a field at exactly this path.
pub fn knows(path: &str) -> bool {
    ALSO_KNOWN.contains(&path) || all().any(|field| field.path == path)
}

/// Whether the file format has fields below this path.
pub fn knows_below(path: &str) -> bool {
    let below = |known: &str| known.len() > path.len() && is_at_or_below(known, path);
    ALSO_KNOWN.iter().any(|known| below(known)) || all().any(|field| below(field.path))
}
