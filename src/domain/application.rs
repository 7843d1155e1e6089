//! A draft understood: every field that a rule reads, as the type it should have.
//! Reading never fails; a field is given, missing, or there but not to be understood.

mod reading;

use crate::domain::Problem;
use crate::domain::draft::Draft;
pub use crate::domain::draft::choices::{ApplicantKind, ApplicationKind, Fund, Party, Setting};
use crate::domain::measure::{Credits, Dollars, Level, NotionalHours};
pub use reading::{Entry, Unclear};
use reading::{Reader, below};

/// The application that a draft describes, as far as it can be understood.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the draft format, under the same names")]
pub struct Application {
    pub kind: Entry<ApplicationKind>,
    pub applicant: Applicant,
    pub partner_provider: Entry<String>,
    pub developer: Entry<String>,
    pub title: Entry<String>,
    pub title_justification: Entry<String>,
    pub level: Entry<Level>,
    pub credits: Entry<Credits>,
    pub hours_total: Entry<NotionalHours>,
    pub nzsced: Entry<String>,
    pub use_location: Entry<String>,
    pub relevance: Entry<Vec<Relevance>>,
    pub outcomes: Entry<Vec<LearningOutcome>>,
    pub assessments: Entry<Vec<Assessment>>,
    pub uses_standards: Entry<bool>,
    pub standards: Entry<Vec<Standard>>,
    pub education_pathway: Entry<String>,
    pub employment_pathway: Entry<String>,
    pub cultural_pathway: Entry<String>,
    pub contribution: Entry<String>,
    pub evidence_of_need: Entry<Vec<Evidence>>,
    pub main_setting: Entry<Setting>,
    pub review_period_years: Entry<u32>,
    pub fee_per_credit: Entry<Dollars>,
    /// What could not be understood, field by field.
    pub problems: Vec<Problem>,
}

/// Who applies.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the draft format, under the same names")]
pub struct Applicant {
    pub kind: Entry<ApplicantKind>,
    pub name: Entry<String>,
    pub is_recognised_teo: Entry<bool>,
    pub funds: Entry<Vec<Fund>>,
}

/// A group that the micro-credential is relevant to, and how.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the draft format, under the same names")]
pub struct Relevance {
    pub group: Entry<String>,
    pub text: Entry<String>,
}

/// What a learner can do in the end.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the draft format, under the same names")]
pub struct LearningOutcome {
    pub id: String,
    pub text: String,
}

/// One assessment.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the draft format, under the same names")]
pub struct Assessment {
    pub kind: Entry<String>,
    pub summative: Entry<bool>,
    pub outcome_ids: Vec<String>,
}

/// A unit, achievement or skill standard that the micro-credential uses.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the draft format, under the same names")]
pub struct Standard {
    pub id: Entry<String>,
    pub version: Entry<u32>,
    pub title: Entry<String>,
    pub level: Entry<Level>,
    pub credits: Entry<Credits>,
}

/// A piece of evidence that the micro-credential is needed.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of the draft format, under the same names")]
pub struct Evidence {
    pub party: Entry<Party>,
    pub organisation: Entry<String>,
    pub need: Entry<String>,
}

impl Application {
    /// Understands a draft as far as it can be.
    pub fn understand(draft: &Draft) -> Self {
        let mut read = Reader::new(draft);
        Self {
            kind: read.choice("application.kind"),
            applicant: Applicant {
                kind: read.choice("applicant.type"),
                name: read.text("applicant.name"),
                is_recognised_teo: read.yes_no("applicant.is_recognised_teo"),
                funds: read.choices("applicant.funds"),
            },
            partner_provider: read.text("partner_provider"),
            developer: read.text("developer.name"),
            title: read.text("title"),
            title_justification: read.text("title_justification"),
            level: read.level("level"),
            credits: read.credits("credits"),
            hours_total: read.whole("hours.total").map(NotionalHours),
            nzsced: read.code("nzsced"),
            use_location: read.text("purpose.use_location"),
            relevance: read.list("purpose.relevance", |read, at| Relevance {
                group: read.text(&below(at, "group")),
                text: read.text(&below(at, "text")),
            }),
            outcomes: read.list("outcomes", |read, at| LearningOutcome {
                id: read.code(&below(at, "id")).into_given().unwrap_or_default(),
                text: read.text_or_plain(at, "text").into_given().unwrap_or_default(),
            }),
            assessments: read.list("assessment.items", |read, at| Assessment {
                kind: read.text(&below(at, "kind")),
                summative: read.yes_no(&below(at, "summative")),
                outcome_ids: read.texts(&below(at, "outcome_ids")).into_given().unwrap_or_default(),
            }),
            uses_standards: read.yes_no("uses_standards"),
            standards: read.list("standards", |read, at| Standard {
                id: read.code(&below(at, "id")),
                version: read.whole(&below(at, "version")),
                title: read.text(&below(at, "title")),
                level: read.level(&below(at, "level")),
                credits: read.credits(&below(at, "credits")),
            }),
            education_pathway: read.text("pathways.education"),
            employment_pathway: read.text("pathways.employment"),
            cultural_pathway: read.text("pathways.cultural"),
            contribution: read.text("contribution"),
            evidence_of_need: read.list("need.evidence", |read, at| Evidence {
                party: read.choice(&below(at, "party")),
                organisation: read.text(&below(at, "organisation")),
                need: read.text(&below(at, "need")),
            }),
            main_setting: read.choice("delivery.main_setting"),
            review_period_years: read.whole("review.period_years"),
            fee_per_credit: read.dollars("fee_per_credit"),
            problems: read.into_problems(),
        }
    }

    /// The learning outcomes that say something.
    pub fn stated_outcomes(&self) -> impl Iterator<Item = &LearningOutcome> {
        self.outcomes.items().iter().filter(|outcome| !outcome.text.is_empty())
    }
}
