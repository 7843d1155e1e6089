//! What a rule's page states at its head. The build reads the heads and writes them into the program;
//! this file is all that both need of a page, so it uses nothing else of the domain.

use super::kinds::Check;
use super::source_day::SourceDay;
use super::spelled::spelled;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The path of a field of the draft: `need.evidence`.
pub type FieldPath = String;
/// The code of a language: `en`.
pub type LanguageCode = String;

/// A requirement: what it says, in which editions, and how a draft is checked against it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The name that stays the same across editions, which is the file's: `credits-in-range`.
    #[serde(default)]
    pub name: String,
    /// What it is called, which is the heading of its manual; the build fills this in.
    #[serde(default)]
    pub title: String,
    /// When the requirement counts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stage: Stage,
    /// How it was worded, and when; oldest first.
    pub edition: Vec<Edition>,
    /// Where this does not hold, the requirement does not apply.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Condition,
    /// Where this holds, the requirement does not apply.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unless: Condition,
    /// Answers that decide by themselves, before the check; the first that fits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub case: Vec<Case>,
    /// How the draft is checked.
    pub check: Check,
    /// What is checked where that has all that it asks for; the first that has something to say. What is missing
    /// for these is not asked for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub then: Vec<Check>,
    /// What a finding means, where that is not what the check means by it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub finds: BTreeMap<String, Meaning>,
    /// The fields that the page reads, each once, those of the check first; the build fills this in.
    #[serde(default)]
    pub reads: Vec<FieldPath>,
    /// The field where a fault is put right, where it is not the first that the check reads.
    #[serde(default, skip_serializing_if = "is_default")]
    pub home: Option<FieldPath>,
    /// The words, a block for each language.
    pub words: BTreeMap<LanguageCode, PageWords>,
}

/// When a requirement counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// For the application itself.
    #[default]
    Application,
    /// Only where funding from the Tertiary Education Commission is sought.
    Funding,
    /// Once the micro-credential is listed.
    AfterListing,
    /// When credentials are stacked; never for a draft.
    Stacking,
}

/// A requirement as one instrument worded it for some time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The rule's id in the rule table: `LIST-08`.
    pub clause: String,
    /// The routes it binds, as reports spell them.
    pub routes: Vec<Route>,
    /// The first day; `None` where none was found.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<SourceDay>,
    /// The last day; `None` while it is in force.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<SourceDay>,
    /// What breaking it means.
    pub severity: Severity,
    /// Who can decide it.
    pub decided_by: DecidedBy,
    /// The id of the source that states it, in `sources.toml`.
    pub source: String,
    /// The place in that source: `6.2(a)`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: String,
    /// The ids of further sources that say so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub also: Vec<String>,
    /// The ids of sources that say otherwise; the words under `doubt` tell both sides.
    #[serde(default, skip_serializing_if = "is_default")]
    pub against: Vec<String>,
    /// The range of each field, for the check `within`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub within: BTreeMap<FieldPath, Range>,
}

impl Edition {
    /// The ids of all sources that it names.
    pub fn sources(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.source).chain(&self.also).chain(&self.against)
    }
}

/// The numbers that a field may have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The least.
    #[serde(default, skip_serializing_if = "is_default")]
    pub least: Option<i64>,
    /// The most.
    #[serde(default, skip_serializing_if = "is_default")]
    pub most: Option<i64>,
    /// Below this, whether it is enough is for a person to judge.
    #[serde(default, skip_serializing_if = "is_default")]
    pub doubtful_below: Option<i64>,
    /// Above this, whether it is too much is for a person to judge.
    #[serde(default, skip_serializing_if = "is_default")]
    pub doubtful_above: Option<i64>,
    /// The field by which the number has to be divided, which people forget: where the number is over the
    /// most, and divided it is within and nearer, that is found as `undivided`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub divided_by: Option<FieldPath>,
}

spelled! {
    /// A way in which a micro-credential is listed, approved or levelled.
    Route {
        /// A tertiary education organisation other than a university, through NZQA.
        Teo = "TEO",
        /// A school or kura, through NZQA.
        School = "SCH",
        /// A university, through Universities New Zealand.
        University = "UNI",
        /// A workforce development council, then an industry skills board.
        StandardSetter = "SSB",
        /// NZQA's levelling of what others deliver; closed since the end of 2025.
        Equivalency = "EQV",
        /// Not a route of its own: rules for all who seek funding from the Tertiary Education Commission.
        Funding = "TEC",
    }
    /// What breaking a rule means.
    Severity {
        /// The application is not ready.
        Must = "must",
        /// A warning.
        Should = "should",
        /// Nothing: it is for information.
        Advisory = "advisory",
    }
    /// Who can decide whether a rule is met. Where both do, a program sees presence and arithmetic and a
    /// person judges quality; what a person decides is never reported as met or not met.
    DecidedBy {
        /// A program.
        Machine = "machine",
        /// A program and a person.
        Both = "both",
        /// A person.
        Person = "person",
    }
    /// What a rule says of a draft.
    Outcome {
        /// The draft breaks the rule.
        NotMet = "not_met",
        /// The draft does not say yet.
        Missing = "missing",
        /// A person must decide.
        Judgement = "judgement",
        /// The rule is met, as far as a program can see.
        Met = "met",
        /// Nothing is to be met: the rule is worth knowing.
        Information = "information",
        /// The rule does not apply to this draft.
        NotApplicable = "not_applicable",
    }
}

/// The families of the rule table in their order, and how many rules each has.
pub const FAMILIES: [(&str, usize); 10] = [
    ("ELIG", 15),
    ("LIST", 30),
    ("NEED", 13),
    ("APP", 25),
    ("ACC", 13),
    ("LIFE", 22),
    ("UNI", 7),
    ("EQV", 9),
    ("FUND", 22),
    ("STK", 53),
];

/// What has to hold of some fields: each has one of its answers. `need.evidence.*.party` is that field of any
/// entry.
pub type Condition = BTreeMap<FieldPath, Wanted>;

/// One answer, or several of which one is enough. `given` is any answer, `missing` none; the others are
/// choices of the field. A list fits where one of its entries does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Wanted {
    /// Yes or no.
    YesNo(bool),
    /// One answer.
    One(String),
    /// Any of these.
    Any(Vec<String>),
}

/// Answers that decide by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What has to hold.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Condition,
    /// What must not hold.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unless: Condition,
    /// The first day on which the case decides.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<SourceDay>,
    /// The last.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<SourceDay>,
    /// What the check has to find for the case to decide instead; without it the check is not asked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub instead_of: Option<String>,
    /// The name of what is found.
    pub find: String,
    /// The field where it is put right, where that is not the page's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub home: Option<FieldPath>,
}

impl Case {
    /// The fields where it is put right: its own, or those whose absence it goes by.
    pub fn waits_for(&self) -> Vec<FieldPath> {
        let is_absent = |wanted: &Wanted| *wanted == Wanted::One("missing".to_owned());
        let absent = self.when.iter().filter(|(_, wanted)| is_absent(wanted)).map(|(path, _)| path);
        let paths: Vec<&FieldPath> =
            if self.home.is_some() { self.home.iter().collect() } else { absent.collect() };
        paths.into_iter().map(|path| list_or_field(path).to_owned()).collect()
    }
}

/// What a finding means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    /// Its outcome.
    pub outcome: Outcome,
    /// Its severity, where that is not the edition's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub severity: Option<Severity>,
}

/// The words of a page in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageWords {
    /// What each clause requires, in a sentence.
    #[serde(default, skip_serializing_if = "is_default")]
    pub says: BTreeMap<String, String>,
    /// What is not certain about a clause; where sources disagree, both sides.
    #[serde(default, skip_serializing_if = "is_default")]
    pub doubt: BTreeMap<String, String>,
    /// What a program cannot see, where a person decides too.
    #[serde(default, skip_serializing_if = "is_default")]
    pub people_judge: Option<String>,
    /// What a reviewer asks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ask: Vec<String>,
    /// What good evidence is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Option<String>,
    /// The words for each finding, by its name.
    #[serde(flatten)]
    pub finds: BTreeMap<String, Sentences>,
}

/// The words for a finding. `{…}` stands for a field's answer or for a value that the check gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentences {
    /// What is wrong or missing; empty where nothing is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fault: String,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: String,
    /// What to do; empty where nothing is to be done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remedy: String,
}

/// A text that rules were read in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// By which pages name it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is called after a place in it, where that is shorter: 6.2(a) of “the 2022 Rules”.
    #[serde(default, skip_serializing_if = "is_default")]
    pub short: Option<String>,
    /// Where it was read; empty where it has no address.
    #[serde(default, skip_serializing_if = "is_default")]
    pub url: String,
    /// How certain it is.
    pub standing: Standing,
    /// Whether somebody without authority over the rule wrote it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub secondary: bool,
    /// The day from which newer texts have taken its place that were not found.
    #[serde(default, skip_serializing_if = "is_default")]
    pub replaced: Option<SourceDay>,
}

spelled! {
    /// How certain a source is.
    Standing {
        /// It was read at its address.
        Found = "found",
        /// It is one of the papers that the project started from.
        Seed = "seed",
        /// No text was seen; nothing should rely on it.
        Unverified = "unverified",
    }
}

/// Everything that the build writes into the program.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// The SHA-256 of all pages and sources.
    pub version: String,
    /// The requirements, in the order of the rule table.
    pub pages: Vec<Rule>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The sentences that no page gives, a block for each language.
    pub words: BTreeMap<LanguageCode, BTreeMap<String, String>>,
}

impl Rule {
    /// All its checks.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        std::iter::once(&self.check).chain(&self.then)
    }

    /// What its checks can find by themselves.
    pub fn found_by_checks(&self) -> impl Iterator<Item = (&'static str, Outcome)> {
        self.checks().flat_map(|check| check.finds().iter().copied())
    }

    /// The fields that the head names, each once, those of the check first.
    pub fn fields_named(&self) -> Vec<FieldPath> {
        let ranges = self
            .edition
            .iter()
            .flat_map(|edition| &edition.within)
            .flat_map(|(path, range)| std::iter::once(path).chain(&range.divided_by).cloned());
        let conditions = self.case.iter().flat_map(|case| [&case.when, &case.unless]);
        let conditions = conditions.chain([&self.when, &self.unless]).flat_map(|condition| condition.keys());
        let mut paths: Vec<FieldPath> = Vec::new();
        for path in self.checks().flat_map(Check::reads).chain(ranges).chain(conditions.cloned()) {
            let path = list_or_field(&path).to_owned();
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        paths
    }

    /// What a finding means.
    pub fn meaning(&self, find: &str) -> Option<Meaning> {
        let by_kind = || {
            let (_, outcome) = self.found_by_checks().find(|(name, _)| *name == find)?;
            Some(Meaning { outcome, severity: None })
        };
        self.finds.get(find).copied().or_else(by_kind)
    }
}

/// The list of which a path names a field of each entry, `standards` of `standards.*.credits`; any other path as
/// it is.
pub fn list_or_field(path: &str) -> &str {
    path.split_once(".*.").map_or(path, |(list, _)| list)
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
