//! The rulebook: every requirement, each a page in `rulebook/pages/`.
//!
//! A page states its facts at its head: editions with their days, routes, severity and source, how a draft
//! is checked, and the words, a block for each language. Below stand a manual and a table of examples, which
//! the tests run. Rust knows kinds of check (`checks`), not rules; the few checks that no kind can say are
//! functions (`code`) whose words and days stand on their page like everybody's.
//!
//! The build reads the pages and writes their heads into the program, so that nothing a check needs can be
//! absent. To add a rule of a known kind, add a page.

pub(in crate::domain) mod answers;
mod cause;
mod caution;
mod checks;
mod code;
mod fewest;
mod fix;
pub mod kinds;
mod labels;
pub mod manual;
mod outcomes;
pub mod page;
pub mod search;
mod source_day;
mod words;

use crate::domain::day::Day;
use crate::domain::draft::Draft;
use crate::domain::language::Language;
use crate::domain::spelled;
use answers::Answers;
use checks::Context;
pub use fewest::{FewestChanges, Place};
pub use fix::{Change, Fix};
pub use page::{
    DecidedBy, Edition, FAMILIES, Outcome, Route, Rule, Rules, Severity, Source, Stage, Standing,
};
use page::{FieldPath, Wanted};
use serde::Serialize;
pub use source_day::{Basis, SourceDay};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;
pub use words::label;

/// The name and number of the format of the pages as data.
pub const FORMAT: &str = "waymark.rules/2";

/// The rules that were built in. The build has read its own text back, so it can be read here.
pub static RULES: LazyLock<Rules> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/rules.json"))).unwrap_or_default()
});

/// The pages as data for other programs (`waymark.rules/2`).
#[derive(Debug, Serialize)]
pub struct Listing<'a> {
    format: &'static str,
    version: &'a str,
    pages: Vec<&'a Rule>,
    sources: &'a [Source],
}

/// What one edition of a requirement says about a draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding<'a> {
    /// The requirement's name, the same across editions.
    pub requirement: &'a str,
    /// The edition that was applied.
    pub clause: &'a str,
    /// When it counts.
    pub stage: Stage,
    /// What that edition requires, in a sentence.
    pub says: &'a str,
    /// The names by which the page gives the words for what was found.
    #[serde(skip)]
    pub finds: Vec<&'a str>,
    /// What it found.
    pub outcome: Outcome,
    /// What breaking it means.
    pub severity: Severity,
    /// Who can decide it.
    pub decided_by: DecidedBy,
    /// The draft's fields that it read.
    pub fields: &'a [FieldPath],
    /// The field where a fault is put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<String>,
    /// The fields that it waits for: where an answer is missing, or the draft holds nothing yet of what people
    /// judge.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
    /// Those of them of which one is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waits_for_one_of: Vec<String>,
    /// The answers that decided it, where a case of the page did, with those for which the page is.
    #[serde(skip)]
    decided_by_answers: BTreeMap<&'a str, &'a Wanted>,
    /// The clause of the finding that the same change or the same answers settle; where several together do,
    /// the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_with: Option<&'a str>,
    /// What is wrong or missing; empty where nothing is.
    pub fault: String,
    /// Why.
    pub why: String,
    /// What to do; empty where nothing is to be done.
    pub remedy: String,
    /// The smallest change that settles it, where one value does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// What a program cannot see of it, where people judge too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_judge: Option<&'a str>,
    /// What is not certain about the edition's days or text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
    /// Where the edition was published.
    pub citation: Citation<'a>,
    /// Where something else is said; `caution` tells both sides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Citation<'a>>,
}

impl<'a> Finding<'a> {
    /// The requirement and its edition: no two findings of a report have both.
    pub fn key(&self) -> (&'a str, &'a str) {
        (self.requirement, self.clause)
    }

    /// Whether the application does not meet the rule, and that is more than advice.
    fn is_unmet(&self) -> bool {
        self.stage == Stage::Application
            && self.severity != Severity::Advisory
            && matches!(self.outcome, Outcome::NotMet | Outcome::Missing)
    }

    /// Whether the application breaks the rule, and that is more than advice.
    fn is_broken(&self) -> bool {
        self.outcome == Outcome::NotMet && self.is_unmet()
    }
}

/// Where a rule was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Citation<'a> {
    /// The instrument or page.
    pub instrument: &'a str,
    /// What it is called after a place in it, where that is shorter.
    #[serde(skip)]
    pub short: Option<&'a str>,
    /// The place in it; empty where it has none.
    pub clause: &'a str,
    /// The address where it was read; empty where there is none.
    pub url: &'a str,
    /// How certain it is.
    pub standing: Standing,
}

impl Citation<'_> {
    /// The place as people name it: `6.2(a) of the 2022 Rules`; the instrument where it has none.
    pub fn brief(&self) -> String {
        match (self.clause, self.short) {
            ("", _) => self.instrument.to_owned(),
            (clause, Some(short)) => format!("{clause} of {short}"),
            (clause, None) => format!("{}, {clause}", self.instrument),
        }
    }
}

impl Edition {
    /// Whether it is in force on a day. A year or month means its first day at the beginning and its last at
    /// the end.
    pub fn in_force(&self, on: Day) -> bool {
        self.from.is_none_or(|from| from.first() <= on) && self.to.is_none_or(|to| on <= to.last())
    }

    /// Whether it binds applications on a route. Funding rules bind on every route but equivalency.
    pub fn binds(&self, route: Route) -> bool {
        self.routes.contains(&route) || self.routes.contains(&Route::Funding) && route != Route::Equivalency
    }
}

impl Rule {
    /// Whether an application can break it, and not only advice.
    fn can_be_unmet(&self) -> bool {
        let editions = self.edition.iter().map(|edition| edition.severity);
        let severities = editions.chain(self.finds.values().filter_map(|meaning| meaning.severity));
        self.stage == Stage::Application && severities.into_iter().any(|one| one != Severity::Advisory)
    }

    /// The families of the rule table that its editions belong to, as they come: `LIST`, `EQV`.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        self.edition.iter().filter_map(|edition| Some(edition.clause.split_once('-')?.0))
    }

    /// The editions as they matter on a day: those in force first, then the newest.
    pub fn editions_on(&self, on: Day) -> Vec<&Edition> {
        let mut editions: Vec<&Edition> = self.edition.iter().collect();
        editions.sort_by_key(|edition| {
            (
                !edition.in_force(on),
                Reverse(edition.to.map(|to| to.last()).unwrap_or(Day::MAX)),
                Reverse(edition.from),
            )
        });
        editions
    }

    /// The name of an edition in the address of the page: its clause, and where an older edition has the same
    /// clause, its first day too.
    pub fn anchor(&self, edition: &Edition) -> String {
        let is_first = self.edition.iter().find(|one| one.clause == edition.clause) == Some(edition);
        match edition.from.filter(|_| !is_first) {
            Some(from) => format!("{}-{}", edition.clause, from.first()),
            None => edition.clause.clone(),
        }
    }

    /// What a clause of it requires, in a sentence.
    pub fn says(&self, clause: &str, language: Language) -> &str {
        self.words_in(language).and_then(|words| words.says.get(clause)).map_or("", String::as_str)
    }
}

/// What a draft answers at a path, in words: `60 credits`, `Workplace`.
pub fn answer_in_words(draft: &Draft, path: &str, language: Language) -> String {
    Answers::of(draft).shown(path, language)
}

/// The draft of an example.
pub fn draft_of(example: &manual::Example) -> Draft {
    let mut draft = Draft::default();
    for (path, value) in example.fields() {
        draft.set(path, serde_json::from_str(value).unwrap_or_else(|_| value.into()));
    }
    draft
}

impl Rules {
    /// The pages; of a day, those with an edition in force on it.
    pub fn listing(&self, on: Option<Day>) -> Listing<'_> {
        let is_current =
            |page: &&Rule| on.is_none_or(|on| page.edition.iter().any(|edition| edition.in_force(on)));
        let pages = self.pages.iter().filter(is_current).collect();
        Listing { format: FORMAT, version: &self.version, pages, sources: &self.sources }
    }

    /// The requirement of a name, or the one that a clause belongs to.
    pub fn page(&self, name: &str) -> Option<&Rule> {
        let has_clause = |page: &&Rule| page.edition.iter().any(|edition| edition.clause == name);
        self.pages.iter().find(|page| page.name == name).or_else(|| self.pages.iter().find(has_clause))
    }

    /// What one requirement says about a draft on a day.
    pub fn check_page<'a>(
        &'a self,
        page: &'a Rule,
        draft: &Draft,
        on: Day,
        language: Language,
    ) -> Vec<Finding<'a>> {
        self.findings_of(page, Context::of(draft, on, language))
    }

    /// The route of a draft on a day, and what every rule says about it, in the order of the rule table.
    pub fn check(&self, draft: &Draft, on: Day, language: Language) -> (Route, Vec<Finding<'_>>) {
        let context = Context::of(draft, on, language);
        let pages = self.pages.iter().filter(|page| page.stage != Stage::Stacking);
        (context.route, pages.flat_map(|page| self.findings_of(page, context)).collect())
    }

    /// The same, with the changes that settle what is broken, and what is settled together.
    pub fn check_and_advise(&self, draft: &Draft, on: Day, language: Language) -> (Route, Vec<Finding<'_>>) {
        let (route, mut findings) = self.check(draft, on, language);
        self.add_fixes(draft, on, language, &mut findings);
        cause::group(&mut findings);
        (route, findings)
    }

    /// A finding for each edition in force on the case's day and route; where there is none, one that says
    /// so.
    fn findings_of<'a>(&'a self, page: &'a Rule, context: Context) -> Vec<Finding<'a>> {
        let is_current = |edition: &&Edition| edition.in_force(context.on) && edition.binds(context.route);
        let current: Vec<Finding> = page
            .edition
            .iter()
            .filter(is_current)
            .map(|edition| self.finding(page, edition, context))
            .collect();
        if !current.is_empty() {
            return current;
        }
        // The one reported is the last that had begun, or else the first to come; one that binds the route
        // goes before one that does not.
        let has_begun = |edition: &Edition| edition.from.is_none_or(|from| from.first() <= context.on);
        let nearest = page.edition.iter().rev().max_by_key(|edition| {
            let begins = edition.from.map(|from| from.first());
            let nearness =
                if has_begun(edition) { (true, begins, None) } else { (false, None, begins.map(Reverse)) };
            (edition.binds(context.route), nearness)
        });
        let out_of_force = |edition| {
            let why = self.why_out_of_force(edition, context);
            Finding { why, ..self.blank(page, edition, context) }
        };
        nearest.map(out_of_force).into_iter().collect()
    }

    fn finding<'a>(&'a self, page: &'a Rule, edition: &'a Edition, context: Context) -> Finding<'a> {
        if let Some(why) = self.why_not_applicable(page, context) {
            return Finding { why, ..self.blank(page, edition, context) };
        }
        let examine = || checks::examine(page, edition, context);
        let decides = |by: &&page::Case| {
            let has_begun = by.from.is_none_or(|from| from.first() <= context.on);
            let has_ended = by.to.is_some_and(|to| to.last() < context.on);
            let is_excepted = || !by.unless.is_empty() && context.answers.meet(&by.unless);
            let is_found = || by.instead_of.as_ref().is_none_or(|find| examine().find == find);
            has_begun && !has_ended && context.answers.meet(&by.when) && !is_excepted() && is_found()
        };
        let decided_by = page.case.iter().find(decides);
        let found = match decided_by {
            Some(by) => checks::Found::of_case(by),
            None => examine(),
        };
        let meaning = page.meaning(found.find);
        // What has no meaning must never count as ready.
        let outcome = meaning.map_or(Outcome::Missing, |meaning| meaning.outcome);
        let mut sentences = self.sentences(page, edition, &found, context);
        let severity = meaning.and_then(|meaning| meaning.severity).unwrap_or(edition.severity);
        let own_home = page.home.as_ref().or(page.reads.first());
        let home = found.at.first().or(own_home).cloned();
        let waits_for = match outcome {
            Outcome::Missing if found.at.is_empty() => home.iter().cloned().collect(),
            Outcome::Missing => found.at,
            Outcome::Judgement => nothing_said(page, edition, context),
            _ => Vec::new(),
        };
        if outcome == Outcome::Judgement && !waits_for.is_empty() && found.find != "missing" {
            let nothing = self.sentence("nothing_there", context.language, &[]);
            sentences.why = words::joined([&nothing, &sentences.why]);
        }
        Finding {
            finds: std::iter::once(found.find).chain(found.also).collect(),
            outcome,
            severity,
            home,
            waits_for,
            waits_for_one_of: if outcome == Outcome::Missing { found.one_of } else { Vec::new() },
            decided_by_answers: decided_by.map(|by| answers_of(page, by)).unwrap_or_default(),
            fault: sentences.fault,
            why: sentences.why,
            remedy: sentences.remedy,
            people_judge: (edition.decided_by == DecidedBy::Both)
                .then(|| page.words_in(context.language)?.people_judge.as_deref())
                .flatten(),
            ..self.blank(page, edition, context)
        }
    }

    /// A finding of an edition that does not apply, still without the reason.
    fn blank<'a>(&'a self, page: &'a Rule, edition: &'a Edition, context: Context) -> Finding<'a> {
        Finding {
            requirement: &page.name,
            clause: &edition.clause,
            stage: page.stage,
            says: page.says(&edition.clause, context.language),
            finds: Vec::new(),
            outcome: Outcome::NotApplicable,
            severity: edition.severity,
            decided_by: edition.decided_by,
            fields: &page.reads,
            home: None,
            waits_for: Vec::new(),
            waits_for_one_of: Vec::new(),
            decided_by_answers: BTreeMap::new(),
            settled_with: None,
            fault: String::new(),
            why: String::new(),
            remedy: String::new(),
            fix: None,
            people_judge: None,
            caution: self.caution(page, edition, context),
            citation: self.citation(edition),
            against: edition.against.iter().map(|id| self.cited(id, "")).collect(),
        }
    }

    /// The source of an edition, and the place in it.
    pub fn citation<'a>(&'a self, edition: &'a Edition) -> Citation<'a> {
        self.cited(&edition.source, &edition.at)
    }

    /// A place in a source.
    fn cited<'a>(&'a self, id: &str, place: &'a str) -> Citation<'a> {
        let source = self.source(id);
        Citation {
            instrument: source.map_or("", |source| &source.title),
            short: source.and_then(|source| source.short.as_deref()),
            clause: place,
            url: source.map_or("", |source| &source.url),
            standing: source.map_or(Standing::Unverified, |source| source.standing),
        }
    }

    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}

/// The answers that a case of a page goes by, with those for which the page is.
fn answers_of<'a>(page: &'a Rule, case: &'a page::Case) -> BTreeMap<&'a str, &'a Wanted> {
    page.when.iter().chain(&case.when).map(|(path, wanted)| (path.as_str(), wanted)).collect()
}

/// The fields that an edition’s check reads, where the draft answers none of them.
fn nothing_said(page: &Rule, edition: &Edition, context: Context) -> Vec<FieldPath> {
    let fields = page.check.reads().into_iter().chain(edition.within.keys().cloned());
    let fields: Vec<FieldPath> = fields.map(|path| page::list_or_field(&path).to_owned()).collect();
    if fields.iter().any(|path| context.answers.has(path, false)) { Vec::new() } else { fields }
}
