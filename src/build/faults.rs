//! What is wrong on a rule's page that could be read.

use super::catalogue::Fields;
use super::kinds::{Check, Present};
use super::manual::PageText;
use super::page::{Condition, DecidedBy, FieldPath, Rule, Sentences, Source, Stage, Wanted};
use super::pages::place;
use std::collections::BTreeSet;

/// What is wrong on a page that could be read. Each fault comes with the text that is wrong.
pub(super) struct Faults<'a> {
    pub(super) page: &'a Rule,
    pub(super) text: &'a PageText<'a>,
    pub(super) sources: &'a [Source],
    pub(super) fields: &'a Fields,
}

/// The values that each kind of check gives to its words.
fn values(check: &Check) -> &'static [&'static str] {
    match check {
        Check::Within {} => &[
            "value",
            "least",
            "most",
            "doubtful_below",
            "doubtful_above",
            "least_hours",
            "most_hours",
            "divided",
        ],
        Check::Sum(_) => &["sum", "target"],
        Check::Words(_) => &["words"],
        Check::Digits(_) => &["code", "digits"],
        Check::Agree(_) => &["differing"],
        Check::Code(code) => code.function.values(),
        Check::Present(_)
        | Check::Answer(_)
        | Check::Checklist(_)
        | Check::Notice {}
        | Check::Floors(_)
        | Check::Applied {} => &[],
    }
}

/// Whether a program decides what a check of a draft finds.
fn is_by_program(check: &Check) -> bool {
    !matches!(check, Check::Checklist(_) | Check::Notice {} | Check::Floors(_) | Check::Applied {})
}

/// The fields of entries that a check names, each with its list.
fn fields_of_entries(check: &Check) -> Vec<(&str, &str)> {
    let paths: Vec<&FieldPath> = match check {
        Check::Present(present) => present.all.iter().chain(&present.any).collect(),
        Check::Sum(sum) => sum.of.iter().collect(),
        Check::Agree(agree) => vec![&agree.field, &agree.with],
        _ => Vec::new(),
    };
    let mut fields: Vec<_> = paths.into_iter().filter_map(|path| path.split_once(".*.")).collect();
    if let Check::Present(Present { entry: Some(entry), .. }) = check {
        let named = entry.has.iter().chain(&entry.any).chain(entry.named.keys());
        fields.extend(named.map(|field| (entry.of.as_str(), field.as_str())));
    }
    fields
}

/// Whether a page of this shape can find something of that name.
pub fn can_find(page: &Rule, name: &str) -> bool {
    if page.finds.contains_key(name) || page.case.iter().any(|case| case.find == name) {
        return true;
    }
    // A further check is silent where it is met or lacks an answer.
    let is_silent =
        || page.meaning(name).is_none_or(|meaning| matches!(meaning.outcome.id(), "met" | "missing"));
    let finds = |check: &Check| check_can_find(page, check, name);
    finds(&page.check) || page.then.iter().any(finds) && !is_silent()
}

/// Whether one check of a page can find something of that name.
fn check_can_find(page: &Rule, check: &Check, name: &str) -> bool {
    let any_range = |has: fn(&super::page::Range) -> bool| {
        page.edition.iter().any(|edition| edition.within.values().any(has))
    };
    match (check, name) {
        (Check::Present(present), "others") => {
            present.entry.as_ref().is_some_and(|entry| !entry.named.is_empty())
        }
        (Check::Within {}, "under") => any_range(|range| range.least.is_some()),
        (Check::Within {}, "over") => any_range(|range| range.most.is_some()),
        (Check::Within {}, "undivided") => any_range(|range| range.divided_by.is_some()),
        (Check::Within {}, "doubtful_under") => any_range(|range| range.doubtful_below.is_some()),
        (Check::Within {}, "doubtful_over") => any_range(|range| range.doubtful_above.is_some()),
        (Check::Checklist(checklist), "ask") => checklist.shows.is_empty(),
        (Check::Checklist(checklist), "part") => checklist.shows.len() > 1,
        (Check::Checklist(checklist), "evidence" | "missing") => !checklist.shows.is_empty(),
        (Check::Sum(sum), "near") => sum.near_percent > 0,
        (Check::Sum(sum), "under") => !sum.at_most,
        (Check::Words(words), "refused") => !words.refuse.is_empty(),
        (Check::Words(words), "questioned") => !words.question.is_empty(),
        (Check::Words(words), "explained") => words.reason.is_some(),
        (Check::Words(words), "lacking") => !words.expect.is_empty(),
        (check, _) => check.finds().iter().any(|(known, _)| *known == name),
    }
}

impl Faults<'_> {
    /// All of them; none where the page is right.
    pub(super) fn all(&self) -> Vec<(String, String)> {
        let mut faults = Vec::new();
        self.editions(&mut faults);
        self.paths(&mut faults);
        self.further(&mut faults);
        self.finds(&mut faults);
        self.words(&mut faults);
        self.manual(&mut faults);
        self.examples(&mut faults);
        faults
    }

    fn editions(&self, faults: &mut Vec<(String, String)>) {
        let page = self.page;
        for edition in &page.edition {
            let clause = edition.clause.clone();
            if place(&clause).is_none() {
                faults.push((clause.clone(), format!("`{clause}` is no id of the rule table")));
            }
            if edition.routes.is_empty() {
                faults.push((clause.clone(), format!("{clause} binds no route")));
            }
            if let (Some(from), Some(to)) = (edition.from, edition.to)
                && to.last() < from.first()
            {
                faults.push((clause.clone(), format!("{clause} ends before it starts")));
            }
            for id in edition.sources() {
                if self.sources.iter().all(|source| source.id != *id) {
                    faults.push((id.clone(), format!("`{id}` is no source of sources.toml")));
                }
            }
            let is_within = matches!(page.check, Check::Within {});
            if is_within == edition.within.is_empty() {
                faults.push((
                    clause.clone(),
                    format!("{clause}: a range for each field of `check.within`, and only there"),
                ));
            }
            let for_people = matches!(page.check, Check::Checklist(_) | Check::Notice {} | Check::Applied {});
            if edition.decided_by == DecidedBy::Person && !for_people {
                faults.push((
                    clause.clone(),
                    format!("{clause} is decided by a person, so its check is a checklist or a notice"),
                ));
            }
        }
        let funding = page.edition.iter().any(|edition| edition.clause.starts_with("FUND-"));
        if funding && page.stage == Stage::Application {
            faults.push(("clause".into(), "a rule on funding has the stage `funding`".into()));
        }
    }

    fn paths(&self, faults: &mut Vec<(String, String)>) {
        let page = self.page;
        for path in
            page.reads.iter().chain(&page.home).chain(page.case.iter().filter_map(|case| case.home.as_ref()))
        {
            if !self.fields.has(path) {
                faults.push((path.clone(), format!("`{path}` is no field of the draft")));
            }
        }
        for check in page.checks() {
            for (list, field) in fields_of_entries(check) {
                if !self.fields.has_in_entry(list, field) {
                    faults.push((field.to_owned(), format!("an entry of `{list}` has no field `{field}`")));
                }
            }
            if let Check::Present(present) = check {
                self.present(present, faults);
            }
        }
        let conditions = page.case.iter().flat_map(|case| [&case.when, &case.unless]);
        for condition in conditions.chain([&page.when, &page.unless]) {
            self.condition(condition, faults);
        }
    }

    fn present(&self, present: &Present, faults: &mut Vec<(String, String)>) {
        if let Some(entry) = present.entry.as_ref().filter(|entry| !entry.any.is_empty()) {
            if entry.each {
                let fault = "where `each` entry is looked at, it has all of its fields: no `any`";
                faults.push(("each".into(), fault.into()));
            }
            if !present.any.is_empty() {
                let fault =
                    "the check and its entry both have `any`, and what is missing can name one choice";
                faults.push(("any".into(), fault.into()));
            }
        }
        for path in &present.none_is_an_answer {
            let is_read = present.all.contains(path) || present.any.contains(path);
            if !is_read || self.fields.is_records(path) {
                faults.push((
                    "none_is_an_answer".into(),
                    format!("“none” is no answer of `{path}`: it is a list of entries, or is not read"),
                ));
            }
        }
    }

    /// What is checked further can speak, and what it says can be told from what the other checks say.
    fn further(&self, faults: &mut Vec<(String, String)>) {
        let page = self.page;
        if page.then.is_empty() {
            return;
        }
        let outcome = |name: &str| page.meaning(name).map(|meaning| meaning.outcome.id());
        let by_function = match &page.check {
            Check::Code(code) => code.function.finds(),
            _ => &[],
        };
        let mut first = page.check.finds().iter().map(|(name, _)| name).chain(by_function);
        if first.all(|name| outcome(name) != Some("met")) {
            faults.push(("then".into(), "nothing is checked further, since the check is never met".into()));
        }
        if page.then.iter().any(|check| !is_by_program(check)) {
            let fault = "what is checked further is for a program to check: no checklist, notice or stacking";
            faults.push(("then".into(), fault.into()));
        }
        let found = page.checks().flat_map(|check| {
            let names = check.finds().iter().map(|(name, _)| *name);
            names.filter(|name| check_can_find(page, check, name))
        });
        let mut said = BTreeSet::new();
        for name in found.filter(|name| !matches!(outcome(name), Some("met" | "missing"))) {
            if !said.insert(name) {
                let fault = format!("two checks find `{name}`, which has one meaning and its words");
                faults.push(("then".into(), fault));
            }
        }
    }

    fn condition(&self, condition: &Condition, faults: &mut Vec<(String, String)>) {
        for (path, answers) in condition {
            let answers = match answers {
                Wanted::YesNo(_) => {
                    if !self.fields.is_yes_no(path) {
                        faults.push((path.clone(), format!("`{path}` is not a field of yes or no")));
                    }
                    continue;
                }
                Wanted::One(answer) => std::slice::from_ref(answer),
                Wanted::Any(answers) => answers.as_slice(),
            };
            for answer in answers {
                if !matches!(answer.as_str(), "given" | "missing") && !self.fields.may_be(path, answer) {
                    faults.push((answer.clone(), format!("`{answer}` is no choice of `{path}`")));
                }
            }
        }
    }

    /// The names of everything that the page can find.
    fn names(&self) -> BTreeSet<&str> {
        let by_kind = self.page.found_by_checks().map(|(name, _)| name);
        by_kind.chain(self.page.finds.keys().map(String::as_str)).collect()
    }

    fn finds(&self, faults: &mut Vec<(String, String)>) {
        let names = self.names();
        let is_no_sum = |check: &Check| matches!(check, Check::Sum(sum) if sum.times < 1);
        if self.page.checks().any(is_no_sum) {
            faults.push(("times".into(), "expected `times` of at least 1".into()));
        }
        let functions = self.page.checks().filter_map(|check| match check {
            Check::Code(code) => Some(code.function),
            _ => None,
        });
        for function in functions {
            for name in function.finds().iter().filter(|name| !names.contains(*name)) {
                faults.push((
                    "function".into(),
                    format!("the function finds `{name}`, which has no meaning under [finds]"),
                ));
            }
        }
        for case in &self.page.case {
            if let Some(find) = &case.instead_of
                && self.page.found_by_checks().all(|(name, _)| name != find)
            {
                faults.push((find.clone(), format!("the check does not find `{find}`")));
            }
            if !names.contains(case.find.as_str()) {
                faults.push((
                    case.find.clone(),
                    format!("the case finds `{}`, which has no meaning under [finds]", case.find),
                ));
            }
        }
        let is_for_people = matches!(self.page.check, Check::Checklist(_) | Check::Notice {});
        for (name, meaning) in &self.page.finds {
            let outcome = meaning.outcome.id();
            if is_for_people && matches!(outcome, "met" | "not_met") {
                faults.push((name.clone(), format!("a checklist or notice cannot find `{outcome}`")));
            }
        }
    }

    fn words(&self, faults: &mut Vec<(String, String)>) {
        let page = self.page;
        let Some(english) = page.words.get("en") else {
            faults.push(("+++".into(), "expected words in English: [words.en]".into()));
            return;
        };
        let clauses: BTreeSet<&String> = page.edition.iter().map(|edition| &edition.clause).collect();
        for clause in &clauses {
            if !english.says.contains_key(*clause) {
                faults.push((
                    (*clause).clone(),
                    format!("expected a sentence for {clause} under [words.en.says]"),
                ));
            }
        }
        let both = page.edition.iter().any(|edition| edition.decided_by == DecidedBy::Both);
        if both && english.people_judge.is_none() {
            faults.push((
                "words.en".into(),
                "people decide too, so expected `people_judge` in [words.en]".into(),
            ));
        }
        if matches!(page.check, Check::Checklist(_)) && english.ask.is_empty() {
            faults.push((
                "words.en".into(),
                "expected the questions of the checklist: `ask` in [words.en]".into(),
            ));
        }
        let names = self.names();
        let given: Vec<&str> = page.checks().flat_map(values).copied().collect();
        for (language, words) in &page.words {
            if !(2..=3).contains(&language.len()) {
                faults.push((language.clone(), format!("`{language}` is no code of a language")));
            }
            for clause in words.says.keys().chain(words.doubt.keys()) {
                if !clauses.contains(clause) {
                    faults.push((clause.clone(), format!("{clause} has words but no edition")));
                }
            }
            for (name, Sentences { fault, why, remedy }) in &words.finds {
                if !names.contains(name.as_str()) && name != "not_applicable" {
                    faults.push((
                        name.clone(),
                        format!("there are words for `{name}`, which the page cannot find"),
                    ));
                }
                for value in [fault, why, remedy].into_iter().flat_map(|sentence| placeholders(sentence)) {
                    if !given.contains(&value) && !self.fields.has(value) {
                        faults.push((
                            value.to_owned(),
                            format!("`{{{value}}}` is no value of this check and no field"),
                        ));
                    }
                }
            }
            let finds = words.finds.values().flat_map(|words| [&words.fault, &words.why, &words.remedy]);
            let others = words.says.values().chain(words.doubt.values()).chain(&words.ask);
            let others = others.chain(&words.people_judge).chain(&words.evidence);
            for text in finds.chain(others) {
                faults.extend(long_sentence(text));
            }
        }
        for edition in &page.edition {
            if !edition.against.is_empty() && !english.doubt.contains_key(&edition.clause) {
                let clause = edition.clause.clone();
                let fault =
                    format!("a source says otherwise than {clause}, so expected both sides under `doubt`");
                faults.push((clause, fault));
            }
        }
        for (name, words) in &english.finds {
            let outcome = page.meaning(name).map(|meaning| meaning.outcome.id());
            let asks = matches!(outcome, Some("not_met" | "judgement"));
            let is_fine = matches!(outcome, Some("met" | "not_applicable"));
            if asks && words.fault.is_empty() && !matches!(page.check, Check::Checklist(_)) {
                faults.push((name.clone(), format!("`{name}` asks for something, so expected a fault")));
            }
            if is_fine && !(words.fault.is_empty() && words.remedy.is_empty()) {
                faults.push((name.clone(), format!("`{name}` asks for nothing, so it has a `why` alone")));
            }
        }
        for name in &names {
            let needs_words =
                !matches!(*name, "missing" | "answered" | "evidence" | "part" | "ask" | "fraction");
            if needs_words && can_find(page, name) && !english.finds.contains_key(*name) {
                faults.push((
                    "words.en".into(),
                    format!("expected words for what it can find: [words.en.{name}]"),
                ));
            }
        }
    }

    fn manual(&self, faults: &mut Vec<(String, String)>) {
        for paragraph in self.text.paragraphs.iter().chain(&self.text.between) {
            faults.extend(long_sentence(paragraph));
        }
    }

    fn examples(&self, faults: &mut Vec<(String, String)>) {
        let is_stacking = self.page.stage == Stage::Stacking;
        let is_of_stacking = matches!(self.page.check, Check::Floors(_) | Check::Applied {});
        if is_of_stacking && !is_stacking {
            faults.push(("check".into(), "checks of this kind have the stage `stacking`".into()));
        }
        if self.text.examples.is_empty() && !is_stacking {
            faults.push(("# ".into(), "expected a table of examples below the manual".into()));
        }
        for example in &self.text.examples {
            for (path, _) in example.fields() {
                if !self.fields.has_any(path) {
                    faults.push((
                        path.to_owned(),
                        format!("line {}: `{path}` is no field of the draft", example.line),
                    ));
                }
            }
        }
    }
}

/// The longest sentence, in words.
pub(super) const LONGEST_SENTENCE: usize = 25;

/// A sentence of a text that is longer.
pub(super) fn too_long(text: &str) -> Option<&str> {
    let mut sentences = text.split_inclusive(['.', '?', '!']).map(str::trim);
    sentences.find(|sentence| sentence.split_whitespace().count() > LONGEST_SENTENCE)
}

/// The fault of a text that has a sentence which is longer.
fn long_sentence(text: &str) -> Option<(String, String)> {
    let sentence = too_long(text)?;
    let piece = sentence.chars().take(30).collect();
    Some((piece, format!("a sentence has more than {LONGEST_SENTENCE} words: {sentence}")))
}

/// The names in curly brackets of a sentence.
fn placeholders(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
