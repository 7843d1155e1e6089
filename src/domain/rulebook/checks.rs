//! The kinds of check: what each finds in a draft. They know no rule; what they compare stands on the
//! rules' pages.

use super::answers::{Answer, Answers, Given};
use super::code;
use super::kinds::{Agree, Agreement, Check, Digits, Entry, Present, Sum, Words};
use super::page::{self, Edition, FieldPath, Outcome, Range, Rule, list_or_field};
use crate::domain::day::Day;
use crate::domain::draft::Draft;
use crate::domain::draft::fields::{self, Kind};
use crate::domain::json::Decimal;
use crate::domain::language::Language;
use crate::domain::measure::HOURS_PER_CREDIT;
use crate::domain::route::{self, Route};
use crate::domain::text::{self, Folded, Lookalikes};
use std::collections::BTreeSet;

/// What a requirement looks at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    /// The draft's answers.
    pub(super) answers: Answers<'a>,
    /// The day under whose rules it is read.
    pub(super) on: Day,
    /// The route of the application.
    pub(super) route: Route,
    /// The language of the words.
    pub(super) language: Language,
}

impl<'a> Context<'a> {
    /// A draft under the rules of a day, on the route that it says.
    pub(super) fn of(draft: &'a Draft, on: Day, language: Language) -> Self {
        let answers = Answers::of(draft);
        Self { answers, on, route: route::of(answers, on), language }
    }
}

/// What was found: its name, the values for its words, and the fields that it is about.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    /// The name by which the page gives its meaning and its words.
    pub(super) find: &'a str,
    /// The names of what was found beside it, whose words follow.
    pub(super) also: Vec<&'a str>,
    /// What stands for `{name}` in the words.
    pub(super) values: Vec<(&'static str, String)>,
    /// The fields, where they are known more closely than the check does.
    pub(super) at: Vec<FieldPath>,
    /// Those of them of which one is enough.
    pub(super) one_of: Vec<FieldPath>,
}

impl<'a> Found<'a> {
    pub(super) fn new(find: &'a str) -> Self {
        Self { find, ..Self::default() }
    }

    /// What a case of the page finds. One that goes by the absence of several answers is over with any of them.
    pub(super) fn of_case(case: &'a page::Case) -> Self {
        let at = case.waits_for();
        let one_of = if at.len() > 1 { at.clone() } else { Vec::new() };
        Self { at, one_of, ..Self::new(&case.find) }
    }

    /// Says that fields are not filled in.
    pub(super) fn missing(at: impl IntoIterator<Item = FieldPath>) -> Self {
        Self { at: at.into_iter().collect(), ..Self::new("missing") }
    }

    /// Says that none of some fields is filled in, of which one is enough.
    pub(super) fn missing_one_of(fields: &[FieldPath]) -> Self {
        let one_of = if fields.len() > 1 { fields.to_vec() } else { Vec::new() };
        Self { one_of, ..Self::missing(fields.iter().cloned()) }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    pub(super) fn at(mut self, path: impl Into<FieldPath>) -> Self {
        self.at.push(path.into());
        self
    }
}

/// What a page's checks find under an edition.
pub(super) fn examine(page: &Rule, edition: &Edition, context: Context) -> Found<'static> {
    let found = check(&page.check, edition, context);
    let outcome = |found: &Found| page.meaning(found.find).map(|meaning| meaning.outcome);
    if outcome(&found) != Some(Outcome::Met) {
        return found;
    }
    let further = page.then.iter().map(|one| {
        let home = one.reads().into_iter().next().map(|path| list_or_field(&path).to_owned());
        let found = check(one, edition, context);
        Found { at: if found.at.is_empty() { home.into_iter().collect() } else { found.at }, ..found }
    });
    let is_silent = |found: &Found| matches!(outcome(found), Some(Outcome::Met | Outcome::Missing));
    further.into_iter().find(|found| !is_silent(found)).unwrap_or(found)
}

/// What one check finds under an edition.
fn check(check: &Check, edition: &Edition, context: Context) -> Found<'static> {
    match check {
        Check::Present(check) => present(check, context),
        Check::Within {} => within(edition, context),
        Check::Sum(check) => sum(check, context),
        Check::Words(check) => words(check, context),
        Check::Digits(check) => digits(check, context),
        Check::Agree(check) => agree(check, context),
        Check::Answer(check) => {
            let open = unanswered(&check.fields, context);
            if open.is_empty() { Found::new("answered") } else { Found::missing(open) }
        }
        Check::Checklist(check) => checklist(&check.shows, context),
        Check::Notice {} => Found::new("notice"),
        Check::Code(check) => code::run(check.function, &check.numbers, context),
        // Nothing of a draft: they are about stacking.
        Check::Floors(_) | Check::Applied {} => Found::default(),
    }
}

fn present(check: &Present, context: Context) -> Found<'static> {
    let answers = context.answers;
    let has = |path: &FieldPath| answers.has(path, check.none_is_an_answer.contains(path));
    // Of a list's entries, the first is asked for the field; where there is none, the list.
    let place = |path: &FieldPath| match path.split_once(".*.") {
        Some((list, field)) => {
            answers.list(list).next().map_or_else(|| list.to_owned(), |entry| format!("{entry}.{field}"))
        }
        None => path.clone(),
    };
    let mut missing: Vec<FieldPath> = check.all.iter().filter(|path| !has(path)).map(place).collect();
    let mut one_of: Vec<FieldPath> =
        if check.any.iter().any(has) { Vec::new() } else { check.any.iter().map(place).collect() };
    missing.extend(one_of.iter().cloned());
    if let Some(entry) = &check.entry {
        match entries(entry, context) {
            Ok(true) => {}
            Ok(false) if missing.is_empty() => return Found::new("others").at(entry.of.clone()),
            Ok(false) => {}
            Err(lacks) => {
                missing.extend(lacks.each.into_iter().chain(lacks.one_of.iter().cloned()));
                one_of.extend(lacks.one_of);
            }
        }
    }
    if missing.is_empty() { Found::new("present") } else { Found { one_of, ..Found::missing(missing) } }
}

/// The fields that an entry lacks: each of some, and one of others.
#[derive(Default)]
struct Lacks {
    each: Vec<FieldPath>,
    one_of: Vec<FieldPath>,
}

/// Whether an entry of a list says what it should, and with an answer that the rule names. Where each has to, what
/// all of them lack; where none does, what the one lacks that lacks least.
fn entries(check: &Entry, context: Context) -> Result<bool, Lacks> {
    let answers = context.answers;
    let (mut lacking, mut named): (Vec<Lacks>, Vec<bool>) = Default::default();
    for entry in answers.list(&check.of) {
        let paths = |fields: &[FieldPath]| -> Vec<FieldPath> {
            fields.iter().map(|field| format!("{entry}.{field}")).collect()
        };
        let has = |path: &FieldPath| answers.has(path, false);
        let (mut each, mut one_of) = (paths(&check.has), paths(&check.any));
        each.retain(|path| !has(path));
        if one_of.iter().any(has) {
            one_of.clear();
        }
        if each.is_empty() && one_of.is_empty() {
            let is_named = |(field, wanted): (&FieldPath, &page::Wanted)| {
                answers.is_one_of(&format!("{entry}.{field}"), wanted)
            };
            named.push(check.named.iter().all(is_named));
        } else {
            lacking.push(Lacks { each, one_of });
        }
    }
    if check.each && !lacking.is_empty() {
        return Err(Lacks {
            each: lacking.into_iter().flat_map(|lacks| lacks.each).collect(),
            ..Lacks::default()
        });
    }
    if named.is_empty() {
        let nearest = lacking.into_iter().min_by_key(|lacks| lacks.each.len() + lacks.one_of.len().min(1));
        return Err(nearest.unwrap_or_else(|| Lacks { each: vec![check.of.clone()], ..Lacks::default() }));
    }
    Ok(named.contains(&true))
}

fn within(edition: &Edition, context: Context) -> Found<'static> {
    let mut missing = Vec::new();
    let mut worst: Option<Found<'static>> = None;
    for (path, range) in &edition.within {
        match context.answers.number(path) {
            None => missing.push(path.clone()),
            Some(number) => {
                let found = in_range(path, number, range, context);
                let is_worse = |than: &Found| rank(found.find) > rank(than.find);
                if worst.as_ref().is_none_or(is_worse) {
                    worst = Some(found);
                }
            }
        }
    }
    match worst {
        Some(found) if missing.is_empty() || rank(found.find) > rank("doubtful_over") => found,
        _ if !missing.is_empty() => Found::missing(missing),
        _ => worst.unwrap_or_else(|| Found::new("within")),
    }
}

fn rank(find: &str) -> usize {
    ["within", "doubtful_under", "doubtful_over", "under", "over", "undivided", "fraction"]
        .iter()
        .position(|name| *name == find)
        .unwrap_or_default()
}

fn in_range(path: &str, number: Decimal, range: &Range, context: Context) -> Found<'static> {
    let is_below = |least: Option<i64>| least.is_some_and(|least| number < Decimal::from(least));
    let is_above = |most: Option<i64>| most.is_some_and(|most| number > Decimal::from(most));
    let is_whole_kind = matches!(
        fields::find(path).map(|field| field.kind),
        Some(Kind::Whole(_) | Kind::Level | Kind::Credits)
    );
    let divided = divided(number, range, context);
    let find = if is_below(range.least) {
        "under"
    } else if divided.is_some() {
        "undivided"
    } else if is_above(range.most) {
        "over"
    } else if is_whole_kind && number.whole().is_none() {
        "fraction"
    } else if is_below(range.doubtful_below) {
        "doubtful_under"
    } else if is_above(range.doubtful_above) {
        "doubtful_over"
    } else {
        "within"
    };
    let mut found = Found::new(find).with("value", number.grouped()).at(path);
    if let Some(divided) = divided {
        found = found.with("divided", divided.dollars());
    }
    let hours = |credits: i64| credits * i64::from(HOURS_PER_CREDIT);
    let bounds = [
        ("least", range.least),
        ("most", range.most),
        ("doubtful_below", range.doubtful_below),
        ("doubtful_above", range.doubtful_above),
        ("least_hours", range.least.map(hours)),
        ("most_hours", range.most.map(hours)),
    ];
    for (name, bound) in bounds {
        if let Some(bound) = bound {
            found = found.with(name, bound);
        }
    }
    found
}

/// A number over the most that somebody may have forgotten to divide: divided, where it then is within the
/// range and nearer to the most than the number is.
fn divided(number: Decimal, range: &Range, context: Context) -> Option<Decimal> {
    let most = Decimal::from(range.most?);
    let by = context.answers.number(range.divided_by.as_ref()?)?;
    let divided = number.over(by, 2)?;
    let least = range.least.map_or(divided, Decimal::from);
    let is_nearer = divided.distance(most) < number.distance(most);
    (number > most && (least..=most).contains(&divided) && is_nearer).then_some(divided)
}

fn sum(check: &Sum, context: Context) -> Found<'static> {
    let answers = context.answers;
    let mut missing = Vec::new();
    let mut total = Some(Decimal::from(0));
    let mut parts = 0;
    for path in &check.of {
        let paths: Vec<FieldPath> = match path.split_once(".*.") {
            Some((list, field)) => answers.list(list).map(|entry| format!("{entry}.{field}")).collect(),
            None => vec![path.clone()],
        };
        for path in paths {
            match answers.at(&path) {
                Answer::Given(Given::Number(number)) => {
                    parts += 1;
                    total = total.and_then(|total| total.plus(number));
                }
                // A part that is left out counts nothing; one of a list's entries has to be there.
                Answer::Nothing if check.of.contains(&path) => {}
                _ => missing.push(path),
            }
        }
    }
    if parts == 0 && missing.is_empty() {
        missing.extend(check.of.iter().map(|path| list_or_field(path).to_owned()));
    }
    let to = answers.number(&check.to);
    if to.is_none() {
        missing.push(check.to.clone());
    }
    let (Some(total), Some(target)) = (total, to.and_then(|to| to.times(check.times))) else {
        return Found::missing(missing);
    };
    if !missing.is_empty() {
        return Found::missing(missing);
    }
    let is_near = || {
        let distance = total.distance(target).times(100);
        let allowed = target.times(check.near_percent);
        matches!((distance, allowed), (Some(distance), Some(allowed)) if distance <= allowed)
    };
    let find = if total == target || check.at_most && total < target {
        "equal"
    } else if check.near_percent > 0 && is_near() {
        "near"
    } else if total < target {
        "under"
    } else {
        "over"
    };
    Found::new(find).with("sum", total.grouped()).with("target", target.grouped())
}

fn words(check: &Words, context: Context) -> Found<'static> {
    let texts: Vec<String> = check.fields.iter().filter_map(|path| context.answers.text(path)).collect();
    if texts.is_empty() {
        return Found::missing_one_of(&check.fields);
    }
    let folded: Vec<Folded> = texts.iter().map(|text| Folded::of(text)).collect();
    let alike: Vec<Lookalikes> = texts.iter().map(|text| Lookalikes::of(text)).collect();
    let mut seen = BTreeSet::new();
    let mut found_of = |lists: &[Vec<String>], are_alike: bool| {
        let spans_of = |spelling: &String| -> Vec<&str> {
            if are_alike {
                alike.iter().flat_map(|text| text.spans_of(spelling)).collect()
            } else {
                folded.iter().flat_map(|text| text.spans_of(spelling)).collect()
            }
        };
        let spans: Vec<&str> = lists.iter().flatten().flat_map(spans_of).collect();
        spans.into_iter().filter(|span| seen.insert(*span)).collect::<Vec<_>>()
    };
    let has_reason = check.reason.as_ref().is_some_and(|path| context.answers.has(path, false));
    let (refused, mut questioned) = (found_of(&check.refuse, false), found_of(&check.question, false));
    // What only looks like such a word may be another one, so a person judges it.
    questioned.extend(found_of(&check.refuse, true));
    questioned.extend(found_of(&check.question, true));
    if !refused.is_empty() || !questioned.is_empty() {
        let find = match (refused.is_empty(), has_reason) {
            (_, true) => "explained",
            (false, false) => "refused",
            (true, false) => "questioned",
        };
        let all = refused.into_iter().chain(questioned).collect::<Vec<_>>();
        return Found::new(find).with("words", text::quoted(&all));
    }
    let is_lacking = |word: &&String| !folded.iter().any(|text| text.has(word));
    let lacking: Vec<&String> = check.expect.iter().filter(is_lacking).collect();
    if lacking.is_empty() {
        Found::new("clear")
    } else {
        Found::new("lacking").with("words", text::quoted(&lacking))
    }
}

fn digits(check: &Digits, context: Context) -> Found<'static> {
    match context.answers.text(&check.field) {
        None => Found::missing([check.field.clone()]),
        Some(code) => {
            let fits = code.len() == check.count && code.bytes().all(|byte| byte.is_ascii_digit());
            let digits = code.chars().filter(char::is_ascii_digit).count();
            Found::new(if fits { "fits" } else { "differs" })
                .with("code", context.answers.shown(&check.field, context.language))
                .with("digits", digits)
        }
    }
}

fn agree(check: &Agree, context: Context) -> Found<'static> {
    let answers = context.answers;
    let is_open = |path: &&FieldPath| match check.how {
        Agreement::Subset => answers.ids(path).is_empty(),
        _ => !answers.has(path, false),
    };
    let missing: Vec<FieldPath> = [&check.field, &check.with]
        .into_iter()
        .filter(is_open)
        .map(|path| list_or_field(path).to_owned())
        .collect();
    if !missing.is_empty() {
        return Found::missing(missing);
    }
    let folded = |path: &str| answers.text(path).map(|text| text::fold(&text));
    let mut differing = Vec::new();
    let fits = match check.how {
        Agreement::Same => folded(&check.field) == folded(&check.with),
        Agreement::Differs => folded(&check.field) != folded(&check.with),
        Agreement::Subset => {
            differing = answers.ids_beyond(&check.field, &check.with);
            differing.is_empty()
        }
        Agreement::NotAfter => match (answers.at(&check.field), answers.at(&check.with)) {
            (Answer::Given(Given::Day(one)), Answer::Given(Given::Day(other))) => one <= other,
            _ => return Found::missing([check.field.clone(), check.with.clone()]),
        },
    };
    // Numbers need no quotation marks.
    let is_number = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
    let differing =
        if differing.iter().all(is_number) { text::listed(&differing) } else { text::quoted(&differing) };
    Found::new(if fits { "fits" } else { "differs" }).with("differing", differing)
}

fn checklist(shows: &[FieldPath], context: Context) -> Found<'static> {
    let open = unanswered(shows, context);
    match open.len() {
        _ if shows.is_empty() => Found::new("ask"),
        0 => Found::new("evidence"),
        all if all == shows.len() => Found::missing(open),
        _ => Found { at: open, ..Found::new("part") },
    }
}

/// Those of some fields that are not answered.
fn unanswered(fields: &[FieldPath], context: Context) -> Vec<FieldPath> {
    fields.iter().filter(|path| !context.answers.has(path, false)).cloned().collect()
}
