//! The kinds of check that a rule's page may name, and what it says of them.

use super::page::{Condition, FieldPath, Outcome, is_default};
use super::spelled::spelled;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The kinds of check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Fields are filled in, or a list has entries.
    Present(Present),
    /// Numbers lie in the ranges that the edition gives.
    Within {},
    /// Numbers add up.
    Sum(Sum),
    /// A text has no words that it may not have, or has those that it should.
    Words(Words),
    /// A code has so many digits.
    Digits(Digits),
    /// Two fields agree.
    Agree(Agree),
    /// Answers decide, by the page's cases.
    Answer(Answer),
    /// Questions that a person decides.
    Checklist(Checklist),
    /// Something to know; nothing to meet.
    Notice {},
    /// A function of its own.
    Code(Code),
    /// Credits that a qualification of some type needs at some level.
    Floors(Floors),
    /// Something that the answers on pathways go by.
    Applied {},
}

/// Fields are filled in, or a list has entries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Present {
    /// Fields of which each is filled in; `assessment.items.*.kind` is in one entry of that list.
    #[serde(default, skip_serializing_if = "is_default")]
    pub all: Vec<FieldPath>,
    /// Fields of which one is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub any: Vec<FieldPath>,
    /// A list with an entry that says what it should.
    #[serde(default, skip_serializing_if = "is_default")]
    pub entry: Option<Entry>,
    /// The fields of which “none” is an answer too.
    #[serde(default, skip_serializing_if = "is_default")]
    pub none_is_an_answer: Vec<FieldPath>,
}

/// The entries of a list, and what they should say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The list.
    pub of: FieldPath,
    /// The fields that an entry fills in.
    pub has: Vec<FieldPath>,
    /// Fields of which it fills in one: who said something is not yet what was said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub any: Vec<FieldPath>,
    /// Whether each entry has to, or one is enough.
    #[serde(default, skip_serializing_if = "is_default")]
    pub each: bool,
    /// A field of the entry and the answers that the rule names; others are for a person to judge.
    #[serde(default, skip_serializing_if = "is_default")]
    pub named: Condition,
}

/// Numbers add up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The fields that are added; `standards.*.credits` is that field of each entry.
    pub of: Vec<FieldPath>,
    /// The field that they are compared with.
    pub to: FieldPath,
    /// How many of the sum's units one of that field's is.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub times: i64,
    /// Whether the sum may also be less.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at_most: bool,
    /// By how many percent the sum may differ and still be for a person to judge.
    #[serde(default, skip_serializing_if = "is_default")]
    pub near_percent: i64,
}

/// The words of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The fields that are searched; one of them has to be filled in.
    pub fields: Vec<FieldPath>,
    /// Words, or several spellings of one, that the text may not have.
    #[serde(default, skip_serializing_if = "is_default")]
    pub refuse: Vec<Vec<String>>,
    /// The same, for words of which a person judges.
    #[serde(default, skip_serializing_if = "is_default")]
    pub question: Vec<Vec<String>>,
    /// Words that the text should have.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expect: Vec<String>,
    /// The field that gives a reason, which a person then judges.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Option<FieldPath>,
}

/// A code of some digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Digits {
    /// The field.
    pub field: FieldPath,
    /// How many digits it has.
    pub count: usize,
}

/// Two fields agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agree {
    /// The one.
    pub field: FieldPath,
    /// The other.
    pub with: FieldPath,
    /// How.
    pub how: Agreement,
}

/// How two fields agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// They say the same.
    Same,
    /// They say something different.
    Differs,
    /// Everything in the one list is in the other.
    Subset,
    /// The one day is not after the other.
    NotAfter,
}

/// The fields that the page's cases look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The fields that have to be answered where no case fits.
    pub fields: Vec<FieldPath>,
}

/// What a person decides. The questions are among the words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// The fields that hold the evidence.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shows: Vec<FieldPath>,
}

/// A function of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Which.
    pub function: Function,
    /// The fields that it reads.
    pub reads: Vec<FieldPath>,
    /// The numbers that it goes by, by the names that it knows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub numbers: BTreeMap<String, i64>,
}

/// What a qualification of a type needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floors {
    /// The type: `certificate`.
    pub qualification: String,
    /// The levels at which there are qualifications of that type.
    #[serde(default, skip_serializing_if = "is_default")]
    pub levels: Vec<u8>,
    /// What it needs; each has to be reached.
    pub needs: Vec<Floor>,
}

/// Credits at a level and above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// The least number of credits.
    pub credits: i64,
    /// The lowest level at which they count; any where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: Option<u8>,
    /// Whether the lowest level is that of the qualification itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub own_level: bool,
}

spelled! {
    /// The checks that no kind can say.
    Function {
        /// Whether a title names an organisation or a product.
        TitleNames = "title_names",
        /// Whether a code belongs to a field of study.
        NzscedField = "nzsced_field",
        /// Whether every outcome is assessed.
        EveryOutcomeIsAssessed = "every_outcome_is_assessed",
        /// Whether an assessment decides the result.
        AssessmentIsIncluded = "assessment_is_included",
        /// Whether every standard may be assessed.
        StandardsConsent = "standards_consent",
        /// Whether the outcomes look like those of their level and credits.
        LevelAndVolume = "level_and_volume",
    }
}

impl Function {
    /// What it finds beside what is missing; the page says what that means.
    pub fn finds(self) -> &'static [&'static str] {
        match self {
            Self::TitleNames => &["none_seen", "explained", "full_name", "sign", "part_of_name"],
            Self::NzscedField => &[
                "not_six_digits",
                "narrow_field",
                "narrow_field_of",
                "no_such_field",
                "unknown_detail",
                "known",
            ],
            Self::EveryOutcomeIsAssessed => {
                &["doubled_id", "no_ids", "not_assessed", "unknown_id", "all_assessed"]
            }
            Self::AssessmentIsIncluded => {
                &["summative", "summative_beside_attendance", "attendance_only", "none_summative", "not_said"]
            }
            Self::StandardsConsent => &["all_in_scope", "plan", "not_covered"],
            Self::LevelAndVolume => &["questioned", "higher_verb", "crowded", "clear", "hours_each", "alike"],
        }
    }

    /// The values that it gives to the words.
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::TitleNames => &["name", "names", "words"],
            Self::NzscedField => &["code", "detailed", "digits", "field"],
            Self::EveryOutcomeIsAssessed => &["ids", "outcomes", "count"],
            Self::AssessmentIsIncluded => &[],
            Self::StandardsConsent => &["standards"],
            Self::LevelAndVolume => &["outcomes", "higher", "count", "hours"],
        }
    }
}

impl Check {
    /// The kind, as pages spell it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Present(_) => "present",
            Self::Within {} => "within",
            Self::Sum(_) => "sum",
            Self::Words(_) => "words",
            Self::Digits(_) => "digits",
            Self::Agree(_) => "agree",
            Self::Answer(_) => "answer",
            Self::Checklist(_) => "checklist",
            Self::Notice {} => "notice",
            Self::Code(_) => "code",
            Self::Floors(_) => "floors",
            Self::Applied {} => "applied",
        }
    }

    /// What a check of this kind can find by itself, and what that means.
    pub fn finds(&self) -> &'static [(&'static str, Outcome)] {
        use Outcome::{Information, Judgement, Met, Missing, NotMet};
        match self {
            Self::Present(_) => &[("present", Met), ("missing", Missing), ("others", Judgement)],
            Self::Within {} => &[
                ("within", Met),
                ("under", NotMet),
                ("over", NotMet),
                ("undivided", NotMet),
                ("fraction", NotMet),
                ("doubtful_under", Judgement),
                ("doubtful_over", Judgement),
                ("missing", Missing),
            ],
            Self::Sum(_) => &[
                ("equal", Met),
                ("near", Judgement),
                ("under", NotMet),
                ("over", NotMet),
                ("missing", Missing),
            ],
            Self::Words(_) => &[
                ("clear", Met),
                ("refused", NotMet),
                ("questioned", Judgement),
                ("explained", Judgement),
                ("lacking", NotMet),
                ("missing", Missing),
            ],
            Self::Digits(_) | Self::Agree(_) => &[("fits", Met), ("differs", NotMet), ("missing", Missing)],
            Self::Answer(_) => &[("answered", Met), ("missing", Missing)],
            Self::Checklist(_) => {
                &[("evidence", Judgement), ("part", Judgement), ("missing", Missing), ("ask", Judgement)]
            }
            Self::Notice {} => &[("notice", Information)],
            Self::Code(_) => &[("missing", Missing)],
            Self::Floors(_) | Self::Applied {} => &[],
        }
    }

    /// The fields that it reads, but for the ranges of `within`, which editions give.
    pub fn reads(&self) -> Vec<FieldPath> {
        match self {
            Self::Present(present) => {
                let entry = present.entry.iter().map(|entry| &entry.of);
                present.all.iter().chain(&present.any).chain(entry).cloned().collect()
            }
            Self::Sum(sum) => sum.of.iter().chain([&sum.to]).cloned().collect(),
            Self::Words(words) => words.fields.iter().chain(&words.reason).cloned().collect(),
            Self::Digits(digits) => vec![digits.field.clone()],
            Self::Agree(agree) => vec![agree.field.clone(), agree.with.clone()],
            Self::Answer(answer) => answer.fields.clone(),
            Self::Checklist(checklist) => checklist.shows.clone(),
            Self::Code(code) => code.reads.clone(),
            Self::Within {} | Self::Notice {} | Self::Floors(_) | Self::Applied {} => Vec::new(),
        }
    }
}

fn one() -> i64 {
    1
}

fn is_one(value: &i64) -> bool {
    *value == 1
}
