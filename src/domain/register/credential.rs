//! A micro-credential of the register.

use super::Note;
use crate::domain::draft::Draft;
use crate::domain::json::{Fields, FromJson, whole_number};
use crate::domain::measure::{Credits, Dollars, Level};
use crate::domain::text::capitalised;
use crate::domain::vocabulary::{lists, vocabulary};
use serde_json::Value;

vocabulary! {
    /// What kind of organisation provides or develops a micro-credential.
    ProviderKind of PROVIDER_KIND {
        University = "university",
        Itp = "itp",
        ItpWblIto = "itp_wbl_ito",
        Pte = "pte",
        Wananga = "wananga",
        Gte = "gte",
        School = "school",
        Wdc = "wdc",
        Isb = "isb",
        NonTeo = "non_teo",
    }
    /// The stage that a micro-credential is at, as Waymark reads its status.
    StatusGroup of STATUS_GROUP {
        Listed = "listed",
        Offered = "offered",
        Developed = "developed",
        Proposed = "proposed",
        Equivalency = "equivalency",
        Expiring = "expiring",
        Discontinued = "discontinued",
        Historic = "historic",
    }
    /// A broad field of the New Zealand Standard Classification of Education.
    Subject of SUBJECT {
        NaturalSciences = "Natural and Physical Sciences",
        InformationTechnology = "Information Technology",
        Engineering = "Engineering and Related Technologies",
        Architecture = "Architecture and Building",
        Agriculture = "Agriculture, Environmental and Related Studies",
        Health = "Health",
        Education = "Education",
        Management = "Management and Commerce",
        Society = "Society and Culture",
        CreativeArts = "Creative Arts",
        Hospitality = "Food, Hospitality and Personal Services",
        Mixed = "Mixed Field Programmes",
    }
}

impl StatusGroup {
    /// Whether a learner can probably take it now.
    pub fn is_on_offer(self) -> bool {
        matches!(self, Self::Listed | Self::Offered | Self::Equivalency)
    }
}

/// A micro-credential. What its source does not say is `None`, empty or `false`.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Credential {
    pub key: String,
    pub title: String,
    /// The source has no formal title; this one describes it.
    pub title_descriptive: bool,
    pub provider: Option<String>,
    pub provider_kind: Option<ProviderKind>,
    pub provider_kind_inferred: bool,
    pub developer: Option<String>,
    pub subject: Option<Subject>,
    pub subject_inferred: bool,
    pub level: Option<Level>,
    pub level_inferred: bool,
    pub credits: Option<Credits>,
    pub credits_inferred: bool,
    pub aim: Option<String>,
    pub learning_outcomes: Vec<String>,
    /// The numbers of the standards that it uses.
    pub standards: Vec<String>,
    pub entry: Option<String>,
    pub delivery: Option<String>,
    pub duration_weeks: Option<u16>,
    pub fee: Option<Dollars>,
    pub leads_to: Vec<Next>,
    /// The number on the framework.
    pub nzqcf_id: Option<String>,
    /// The number was read from a web address.
    pub nzqcf_id_from_url: bool,
    /// A number that may be the right one; not a fact.
    pub nzqcf_id_possible: Option<String>,
    /// The six-digit code with its version that some sources print.
    pub nzqa_code: Option<String>,
    /// A year, month or day.
    pub approved: Option<String>,
    /// A year, month or day.
    pub listed: Option<String>,
    pub review: Option<String>,
    /// In the words of the source.
    pub status: Option<String>,
    pub status_group: Option<StatusGroup>,
    /// It has an equivalency statement: a level and credits, but no place on the framework.
    pub equivalency: bool,
    pub notes: Vec<Note>,
    /// The address or the title of the paper that says all this.
    pub source: Option<String>,
    pub source_kind: Option<String>,
    pub also_sources: Vec<String>,
}

/// What a source says a micro-credential may lead to.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Next {
    pub title: String,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
}

impl Credential {
    /// The provider’s kind as drafts name it, where that is stated and one that applies by itself.
    fn applicant_kind(&self) -> Option<&'static str> {
        let kind = self.provider_kind.filter(|_| !self.provider_kind_inferred)?;
        Some(lists::APPLICANT_KIND.find(kind.id())?.id)
    }

    /// The credential as a draft, as far as the register describes it, to be read under the rules of a day.
    pub fn as_draft(&self) -> Draft {
        let mut draft = Draft::default();
        draft.set("title", self.title.as_str().into());
        let mut put = |path: &str, value: Option<Value>| draft.set(path, value.unwrap_or_default());
        put("level", self.level.map(|level| level.get().into()));
        put("credits", self.credits.map(|credits| credits.0.into()));
        put("applicant.type", self.applicant_kind().map(Value::from));
        put("applicant.name", self.provider.clone().map(Value::from));
        put("developer.name", self.developer.clone().map(Value::from));
        put("info.entry", self.entry.clone().map(Value::from));
        put("purpose.statement", self.aim.clone().map(Value::from));
        for (at, outcome) in self.learning_outcomes.iter().enumerate() {
            put(&format!("outcomes.{at}.id"), Some(format!("o{}", at + 1).into()));
            put(&format!("outcomes.{at}.text"), Some(capitalised(outcome).into()));
        }
        for (at, standard) in self.standards.iter().enumerate() {
            put(&format!("standards.{at}.id"), Some(standard.as_str().into()));
        }
        draft
    }
}

impl Credential {
    pub(super) fn read(entry: &mut Fields) -> Option<Self> {
        Some(Self {
            key: entry.name("key")?,
            title: entry.required_text("title", "a title; the entry is left out without one")?,
            title_descriptive: entry.flag("title_descriptive"),
            provider: entry.text("provider"),
            provider_kind: entry.choice("provider_kind"),
            provider_kind_inferred: entry.flag("provider_kind_inferred"),
            developer: entry.text("developer"),
            subject: entry.choice("subject"),
            subject_inferred: entry.flag("subject_inferred"),
            level: entry.level("level"),
            level_inferred: entry.flag("level_inferred"),
            credits: entry.credits("credits"),
            credits_inferred: entry.flag("credits_inferred"),
            aim: entry.text("aim"),
            learning_outcomes: entry.texts("learning_outcomes"),
            standards: entry.texts("standards"),
            entry: entry.text("entry"),
            delivery: entry.text("delivery"),
            duration_weeks: entry.read("duration_weeks", "a whole number of weeks", |value| {
                u16::try_from(whole_number(value)?).ok()
            }),
            fee: entry.read("fee_nzd", &Dollars::expected(), Dollars::from_json),
            leads_to: entry.objects("leads_to", |next| {
                Some(Next {
                    title: next.required_text("title", "a title")?,
                    level: next.level("level"),
                    credits: next.credits("credits"),
                })
            }),
            nzqcf_id: entry.text("nzqcf_id"),
            nzqcf_id_from_url: entry.flag("nzqcf_id_from_url"),
            nzqcf_id_possible: entry.text("nzqcf_id_possible"),
            nzqa_code: entry.text("nzqa_code"),
            approved: entry.text("approved"),
            listed: entry.text("listed"),
            review: entry.text("review"),
            status: entry.text("status"),
            status_group: entry.choice("status_group"),
            equivalency: entry.flag("equivalency"),
            notes: Note::read_all(entry),
            source: entry.source(),
            source_kind: entry.text("source_kind"),
            also_sources: entry.texts("also_sources"),
        })
    }

    /// Whether nothing says that a learner cannot take it now.
    pub fn may_be_on_offer(&self) -> bool {
        self.status_group.is_none_or(StatusGroup::is_on_offer)
    }

    /// Whether it is known by an equivalency statement only, so that its credits are not credit on
    /// the framework.
    pub fn is_equivalency(&self) -> bool {
        self.equivalency || self.status_group == Some(StatusGroup::Equivalency)
    }
}

impl Note {
    /// The notes of an entry of any kind.
    pub(super) fn read_all(entry: &mut Fields) -> Vec<Self> {
        const NOTES: [(&str, &str); 8] = [
            ("title_note", "title"),
            ("provider_note", "provider"),
            ("level_note", "level"),
            ("credits_note", "credits"),
            ("leads_to_note", "leads_to"),
            ("register_note", "register"),
            ("status_note", "status"),
            ("source_note", "source"),
        ];
        let mut notes = Vec::new();
        for (field, about) in NOTES {
            if let Some(text) = entry.text(field) {
                notes.push(Self { about, text });
            }
        }
        notes
    }
}

impl Fields<'_> {
    /// Where an entry's facts come from. An entry without it is kept and reported.
    pub(super) fn source(&mut self) -> Option<String> {
        self.required_text("source", "the address or the paper that says this")
    }
}
