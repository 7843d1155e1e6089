//! A draft with types: every field that a rule reads, as the type it should have. Reading never
//! fails; a field is given, missing or unclear.

mod reading;

use crate::domain::draft::Draft;
pub use crate::domain::draft::choices::{ApplicantKind, ApplicationKind, Fund, Party, Setting};
use crate::domain::json::Code;
use crate::domain::measure::{Credits, Dollars, Level, NotionalHours};
use reading::Reader;
pub use reading::{Entry, Unclear};

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
    /// Reads a draft as far as it can be understood.
    pub fn read(draft: &Draft) -> Self {
        let draft = Reader::new(draft);
        Self {
            kind: draft.field("application.kind"),
            applicant: Applicant {
                kind: draft.field("applicant.type"),
                name: draft.field("applicant.name"),
                is_recognised_teo: draft.field("applicant.is_recognised_teo"),
                funds: draft.list("applicant.funds"),
            },
            partner_provider: draft.field("partner_provider"),
            developer: draft.field("developer.name"),
            title: draft.field("title"),
            title_justification: draft.field("title_justification"),
            level: draft.field("level"),
            credits: draft.field("credits"),
            hours_total: draft.field("hours.total"),
            nzsced: draft.field("nzsced").map(Code::into_text),
            use_location: draft.field("purpose.use_location"),
            relevance: draft.entries("purpose.relevance", |entry| Relevance {
                group: entry.field("group"),
                text: entry.field("text"),
            }),
            outcomes: draft.entries("outcomes", |entry| LearningOutcome {
                id: entry.field("id").into_given().map(Code::into_text).unwrap_or_default(),
                text: entry.field("text").into_given().unwrap_or_default(),
            }),
            assessments: draft.entries("assessment.items", |entry| Assessment {
                kind: entry.field("kind"),
                summative: entry.field("summative"),
                outcome_ids: codes(entry.list("outcome_ids")),
            }),
            uses_standards: draft.field("uses_standards"),
            standards: draft.entries("standards", |entry| Standard {
                id: entry.field("id").map(Code::into_text),
                version: entry.field("version"),
                title: entry.field("title"),
                level: entry.field("level"),
                credits: entry.field("credits"),
            }),
            education_pathway: draft.field("pathways.education"),
            employment_pathway: draft.field("pathways.employment"),
            cultural_pathway: draft.field("pathways.cultural"),
            contribution: draft.field("contribution"),
            evidence_of_need: draft.entries("need.evidence", |entry| Evidence {
                party: entry.field("party"),
                organisation: entry.field("organisation"),
                need: entry.field("need"),
            }),
            main_setting: draft.field("delivery.main_setting"),
            review_period_years: draft.field("review.period_years"),
            fee_per_credit: draft.field("fee_per_credit"),
        }
    }

    /// The learning outcomes that say something.
    pub fn stated_outcomes(&self) -> impl Iterator<Item = &LearningOutcome> {
        self.outcomes.items().iter().filter(|outcome| !outcome.text.is_empty())
    }
}

fn codes(list: Entry<Vec<Code>>) -> Vec<String> {
    list.into_given().unwrap_or_default().into_iter().map(Code::into_text).collect()
}
