//! The sentences of findings: the page's own words, and those of `words.toml` for what all pages share.

use super::answers::Answer;
use super::checks::{Context, Found};
use super::code::QUOTED;
use super::kinds::Check;
use super::page::{Condition, Edition, Outcome, PageWords, Rule, Rules, Sentences, Stage, Wanted};
use super::source_day::{Basis, SourceDay};
use crate::domain::day::spelled;
use crate::domain::draft::fields::{self, Kind};
use crate::domain::json;
use crate::domain::language::Language;
use crate::domain::text::{MOST_LISTED, capitalised, listed, quoted, quoted_or, shortened};
use std::collections::BTreeSet;

/// The longest that a value stands in a sentence.
const LONGEST_VALUE: usize = 1000;

impl Rule {
    /// The page's words in a language; in English where that has none.
    pub fn words_in(&self, language: Language) -> Option<&PageWords> {
        self.words.get(language.code()).or_else(|| self.words.get(Language::ENGLISH.code()))
    }
}

impl Rules {
    /// One of the sentences that all pages share, with its values.
    pub(in crate::domain) fn sentence(
        &self,
        name: &str,
        language: Language,
        values: &[(&str, &str)],
    ) -> String {
        let words = |language: Language| self.words.get(language.code())?.get(name);
        let sentence = words(language).or_else(|| words(Language::ENGLISH)).map_or("", String::as_str);
        fill_in(sentence, |name| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    /// The words for what was found.
    pub(super) fn sentences(
        &self,
        page: &Rule,
        edition: &Edition,
        found: &Found,
        context: Context,
    ) -> Sentences {
        let words = page.words_in(context.language);
        let all = || std::iter::once(found.find).chain(found.also.iter().copied());
        let own: Vec<&Sentences> =
            all().filter_map(|find| words.and_then(|words| words.finds.get(find))).collect();
        let value = |name: &str| {
            let given = found.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
            let value =
                given.or_else(|| fields::find(name).map(|_| context.answers.shown(name, context.language)));
            value.map(|value| shortened(&value, LONGEST_VALUE))
        };
        let say = |part: fn(&Sentences) -> &String| joined(own.iter().map(|own| fill_in(part(own), value)));
        let mut sentences = Sentences {
            fault: say(|own| &own.fault),
            why: say(|own| &own.why),
            remedy: say(|own| &own.remedy),
        };
        let edition_says = words.and_then(|words| words.says.get(&edition.clause));
        match (&page.check, found.find, words) {
            (Check::Checklist(_), find @ ("evidence" | "part" | "missing" | "ask"), Some(words)) => {
                self.checklist(find, words, found, context, &mut sentences, page);
            }
            // A case of a checklist that people judge asks what the checklist asks.
            (Check::Checklist(_), find, Some(words))
                if sentences.fault.is_empty()
                    && page.meaning(find).is_some_and(|meaning| meaning.outcome == Outcome::Judgement) =>
            {
                sentences.fault = words.ask.join(" ");
            }
            (_, "missing", _) => {
                sentences.fault = self.missing(found, &sentences.fault, context);
            }
            (_, "fraction", _) if sentences.fault.is_empty() => {
                let value = value("value").unwrap_or_default();
                let field = found.at.first().map(|path| label(path, context.language)).unwrap_or_default();
                sentences.fault =
                    self.sentence("fraction", context.language, &[("value", &value), ("field", &field)]);
            }
            _ => {}
        }
        if sentences.why.is_empty() {
            sentences.why = edition_says.cloned().unwrap_or_default();
        }
        sentences
    }

    /// The words for a checklist: what a reviewer asks, and whether the draft holds evidence.
    fn checklist(
        &self,
        find: &str,
        words: &PageWords,
        found: &Found,
        context: Context,
        sentences: &mut Sentences,
        page: &Rule,
    ) {
        let asked = words.ask.join(" ");
        let evidence = words.evidence.clone().unwrap_or_default();
        let shown: Vec<String> =
            page.check.reads().into_iter().filter(|path| !found.at.contains(path)).collect();
        let status = match find {
            "evidence" | "part" => {
                let fields = labels(&shown, context.language);
                self.sentence("evidence_there", context.language, &[("fields", &fields)])
            }
            _ => String::new(),
        };
        let open = match find {
            "part" => self.missing(found, "", context),
            _ => String::new(),
        };
        if find == "missing" {
            sentences.fault = self.missing(found, &sentences.fault, context);
            sentences.why = joined([&asked, &evidence, &sentences.why]);
        } else {
            sentences.fault = asked;
            sentences.why = joined([&evidence, &status, &open, &sentences.why]);
        }
    }

    /// That fields are not filled in, or say nothing, or cannot be understood: each as it is.
    fn missing(&self, found: &Found, own: &str, context: Context) -> String {
        let (mut open, mut one_of, mut sentences) = (Vec::new(), Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        let has_said = |path: &String| context.answers.at(path) != Answer::Nothing;
        // Of a choice that somebody has begun to answer, the other fields are not asked for.
        let is_begun = found.one_of.iter().any(has_said);
        for path in &found.at {
            let field = label(path, context.language);
            match context.answers.at(path) {
                Answer::Empty(_, found) => {
                    let found = quoted(&[shortened(found, QUOTED)]);
                    let values = [("found", found.as_str()), ("field", field.as_str())];
                    sentences.push(self.sentence("no_answer", context.language, &values));
                }
                Answer::Unclear(found) => {
                    let found = json::quoted(found);
                    let expected = fields::expected(path).unwrap_or_default();
                    let values = [("found", found.as_str()), ("field", &field), ("expected", &expected)];
                    sentences.push(self.sentence("unclear", context.language, &values));
                }
                _ if found.one_of.contains(path) => one_of.extend((!is_begun).then_some(field)),
                _ if seen.insert(field.clone()) => open.push(field),
                _ => {}
            }
        }
        if sentences.len() > MOST_LISTED {
            let others = sentences.split_off(MOST_LISTED - 1).len().to_string();
            sentences.push(self.sentence("more_unclear", context.language, &[("count", &others)]));
        }
        let is_open = !open.is_empty() || !one_of.is_empty() || sentences.is_empty();
        if is_open && !own.is_empty() {
            sentences.insert(0, own.to_owned());
        } else if is_open {
            let plain = |name, fields: String| self.sentence(name, context.language, &[("fields", &fields)]);
            let choice = if one_of.len() > 2 { "none_filled_in" } else { "neither_filled_in" };
            let all = (!open.is_empty()).then(|| plain("not_filled_in", quoted(&open)));
            let any = (!one_of.is_empty()).then(|| plain(choice, quoted_or(&one_of)));
            sentences.splice(0..0, all.into_iter().chain(any));
        }
        sentences.join(" ")
    }

    /// Why a page does not apply to a case, where it does not.
    pub(super) fn why_not_applicable(&self, page: &Rule, context: Context) -> Option<String> {
        let Context { answers, language, .. } = context;
        if page.stage == Stage::Funding && !answers.has("applicant.funds", false) {
            return Some(self.sentence("no_funding", language, &[]));
        }
        let own =
            |find: &str| page.words_in(language)?.finds.get(find).map(|sentences| sentences.why.clone());
        if !answers.meet(&page.when) {
            let condition = conditions(&page.when, language);
            return own("not_applicable")
                .or_else(|| Some(self.sentence("only_where", language, &[("condition", &condition)])));
        }
        if !page.unless.is_empty() && answers.meet(&page.unless) {
            let condition = conditions(&page.unless, language);
            return own("not_applicable")
                .or_else(|| Some(self.sentence("not_where", language, &[("condition", &condition)])));
        }
        None
    }

    /// Why an edition is not in force on a case's day or route.
    pub(super) fn why_out_of_force(&self, edition: &Edition, context: Context) -> String {
        let clause = edition.clause.as_str();
        let language = context.language;
        let on = |[exact, vague]: [&str; 2], day: SourceDay| {
            let name = if day.is_a_day() { exact } else { vague };
            self.sentence(name, language, &[("clause", clause), ("day", &self.day(day, language))])
        };
        match (edition.from, edition.to) {
            _ if edition.in_force(context.on) => {
                let routes: Vec<&str> = edition.routes.iter().map(|route| route.label(language)).collect();
                self.sentence("other_routes", language, &[("clause", clause), ("routes", &listed(&routes))])
            }
            (Some(from), _) if context.on < from.first() => match from.basis {
                Basis::Seen => on(["first_seen"; 2], from),
                _ => on(["started", "started_in"], from),
            },
            (_, Some(to)) => on(["ended", "ended_in"], to),
            _ => String::new(),
        }
    }

    /// A source's day in the form in which the source gives it.
    pub fn day(&self, day: SourceDay, language: Language) -> String {
        let plain = plain_day(day);
        match day.basis {
            Basis::Stated | Basis::Seen => plain,
            Basis::Inferred => self.sentence("day_inferred", language, &[("day", &plain)]),
            Basis::Proposed => self.sentence("day_proposed", language, &[("day", &plain)]),
        }
    }
}

/// The day, month or year of a source, without how the source gives it: `22 August 2018`, `August 2022`,
/// `2019`.
pub(super) fn plain_day(day: SourceDay) -> String {
    let first = spelled(day.first());
    if day.is_a_day() {
        first
    } else if day.is_a_month() {
        first.split_once(' ').map_or_else(String::new, |(_, month)| month.to_owned())
    } else {
        day.first().year().to_string()
    }
}

/// The label of the field at a path; of an entry's field, with the entry's number.
pub fn label(path: &str, language: Language) -> String {
    let Some(field) = fields::find(path) else {
        // An entry of a list stands for the list.
        let list = path.rsplit_once('.').map_or(path, |(list, _)| list);
        return fields::find(list).map_or_else(|| path.to_owned(), |field| field.label(language).to_owned());
    };
    match fields::entry_of(path) {
        Some((record, at)) => {
            format!("{} {}: {}", capitalised(record.noun(language)), at + 1, field.label(language))
        }
        None => field.label(language).to_owned(),
    }
}

fn labels(paths: &[String], language: Language) -> String {
    quoted(&paths.iter().map(|path| label(path, language)).collect::<Vec<_>>())
}

/// A condition in words: `“What you apply for” is “Accreditation”`.
fn conditions(condition: &Condition, language: Language) -> String {
    let one = |(path, wanted): (&String, &Wanted)| {
        let kind = fields::find(path).map(|field| field.kind);
        let word = |id: &str| match (id, kind) {
            ("given", _) => "filled in".to_owned(),
            ("missing", _) => "not filled in".to_owned(),
            (id, Some(Kind::One(choices) | Kind::Several(choices))) => {
                format!("“{}”", choices.find(id).map_or(id, |choice| choice.label(language)))
            }
            (id, _) => format!("“{id}”"),
        };
        let wanted = match wanted {
            Wanted::YesNo(true) => "“yes”".to_owned(),
            Wanted::YesNo(false) => "“no”".to_owned(),
            Wanted::One(id) => word(id),
            Wanted::Any(ids) => {
                let words: Vec<String> = ids.iter().map(|id| word(id)).collect();
                words.join(" or ")
            }
        };
        format!("“{}” is {wanted}", label(path, language))
    };
    listed(&condition.iter().map(one).collect::<Vec<_>>())
}

/// A sentence with `{name}` replaced by its value; it begins with a capital.
fn fill_in(sentence: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        filled.push_str(&value(name).unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    if filled.starts_with(char::is_lowercase) { capitalised(&filled) } else { filled }
}

/// The sentences that say something, one after the other.
pub(super) fn joined<T: AsRef<str>>(sentences: impl IntoIterator<Item = T>) -> String {
    let mut joined = String::new();
    for sentence in sentences.into_iter().filter(|sentence| !sentence.as_ref().is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(sentence.as_ref());
    }
    joined
}
