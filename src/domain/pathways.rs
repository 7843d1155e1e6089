//! Pathways: where the credentials that somebody holds may lead, and what a goal still asks for.
//!
//! A snapshot lists which credentials stack towards what, according to its sources. From that,
//! - [`leads_to`] finds everything that a person's holdings are a part of;
//! - [`published`] finds the ways to one goal that sources publish, and what each still needs;
//! - [`audit`] finds which of them count for which requirement of a goal, and what is still open;
//! - [`plan()`] finds the best ways to a goal or several, and [`Standing`] is the first thing to say of both;
//! - [`JointPlan`] has both for several goals, of which some may be out of reach;
//! - [`nearby`] finds what is near an entry, where no source shows a way on.
//!
//! No answer promises anything: a provider decides what counts, and nobody is awarded a sum. Only
//! what a source states is added up; where a number is missing, there is no sum, and the answer's
//! JSON has `null`.

mod asked;
mod assignment;
mod audit;
mod badges;
mod floors;
mod holding;
mod joint;
mod kept;
mod known;
mod lead;
mod learning;
mod nearby;
mod options;
mod pathway;
mod plan;
mod plan_settings;
mod published;
mod question;
mod record;
mod relations;
mod remark;
mod standing;
mod takers;
mod tree;
mod words;

pub use asked::{Asked, AskedGoal, Wish};
pub use audit::{
    Audit, Choice, Impossible, RequirementAudit, RequirementState, Sum, Unused, WishAudit, audit,
};
pub use badges::{Opened, open};
pub use holding::{Held, Holding};
pub use joint::{JointGoal, JointPlan};
pub use kept::{KeptPlan, KeptPlans};
pub use known::Known;
pub use lead::{Lead, PartState, State, leads_to};
pub use nearby::{Near, Nearness, nearby};
pub use options::{CredentialOption, Options, Towards, options, options_in_parts};
pub use pathway::Pathway;
pub use plan::{
    Left, MOST_HOURS_A_WEEK, Plan, PlannedGoal, Preference, Step, StepKey, Way, plan, plan_in_parts,
};
pub use plan_settings::PlanSettings;
pub use published::{Published, PublishedWay, published};
pub use question::{HeldStandard, Holdings, Question};
pub use record::{Record, RecordEntry};
pub use remark::{Reason, Remark};
pub use standing::{LeftBeside, Standing, StepsLeft};
pub use takers::{Taker, takers};
pub use words::ADVICE;

use crate::domain::measure::{Credits, Level, Size};
use crate::domain::register::{Credential, Qualification, Register, TargetKind};
use serde::{Serialize, Serializer};

/// What somebody wants to reach, as the register has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Goal {
    pub key: String,
    pub title: String,
    pub kind: TargetKind,
    pub level: Option<Level>,
    /// Its credits, or the least and the most of them.
    #[serde(flatten, serialize_with = "credits_of_goal")]
    pub size: Option<Size>,
    pub status: Option<String>,
    /// Who may start it, where the source says so.
    pub entry: Option<String>,
    pub source: Option<String>,
}

impl Goal {
    fn of(register: &Register, key: &str) -> Option<Self> {
        let qualification = register.qualification(key).map(Self::of_qualification);
        qualification.or_else(|| register.credential(key).map(Self::of_credential))
    }

    fn of_qualification(of: &Qualification) -> Self {
        Self {
            key: of.key.clone(),
            title: of.title.clone(),
            kind: TargetKind::Qualification,
            level: of.level,
            size: of.size,
            status: of.status.clone(),
            entry: None,
            source: of.source.clone(),
        }
    }

    fn of_credential(of: &Credential) -> Self {
        Self {
            key: of.key.clone(),
            title: of.title.clone(),
            kind: TargetKind::MicroCredential,
            level: of.level,
            size: of.credits.map(Size::Fixed),
            status: of.status.clone(),
            entry: of.entry.clone(),
            source: of.source.clone(),
        }
    }
}

fn credits_of_goal<S: Serializer>(size: &Option<Size>, serializer: S) -> Result<S::Ok, S::Error> {
    Size::serialize_as(*size, ["credits", "credits_min", "credits_max"], serializer)
}

/// The sum of numbers that are all stated; none where one is not.
fn sum(credits: impl IntoIterator<Item = Option<Credits>>) -> Option<Credits> {
    credits.into_iter().sum()
}

/// Credits as far as awards have them.
fn saturated(credits: u32) -> Credits {
    Credits(u16::try_from(credits).unwrap_or(u16::MAX))
}
