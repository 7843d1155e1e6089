//! Whether the learning outcomes look like those of their level and credits: their opening verbs, and how
//! many there are. It is advice; what it means and its numbers stand on the rule's page.

use super::checks::{Context, Found};
use super::code::QUOTED;
use crate::domain::json::Decimal;
use crate::domain::measure::HOURS_PER_CREDIT;
use crate::domain::text::{fold, listed, shortened};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The verbs that are known, one a line; `verbs.md` says where they were read.
const VERBS_READ: &str = include_str!("verbs.csv");

/// A verb that opens outcomes.
#[derive(Debug)]
struct Verb {
    /// Its forms as they are compared: `identify`, `identifies`.
    forms: Vec<String>,
    /// Whether an assessor can see or hear it.
    is_observable: bool,
    /// The lowest and the highest level at which it was read; `None` where no case was.
    levels: Option<(i64, i64)>,
    /// In how many texts it was.
    texts: i64,
}

/// The verbs, longest first, so that “demonstrate knowledge of” goes before “demonstrate”.
static VERBS: LazyLock<Vec<Verb>> = LazyLock::new(|| {
    let mut verbs: Vec<Verb> = VERBS_READ.lines().skip(2).filter_map(verb).collect();
    verbs.sort_by_key(|verb| Reverse(verb.forms.first().map_or(0, String::len)));
    verbs
});

/// The verb of a line.
fn verb(line: &str) -> Option<Verb> {
    let mut fields = line.split(',');
    let name = fields.next()?;
    let is_observable = fields.next()? == "yes";
    let mut number = || fields.next()?.parse::<i64>().ok();
    let levels = number().zip(number());
    let texts = number().unwrap_or_default();
    let (first, rest) = name.split_at(name.find(' ').unwrap_or(name.len()));
    let mut forms = vec![fold(name), fold(&format!("{first}s{rest}")), fold(&format!("{first}es{rest}"))];
    forms.extend(first.strip_suffix('y').map(|stem| fold(&format!("{stem}ies{rest}"))));
    Some(Verb { forms, is_observable, levels, texts })
}

/// What stands before the verb, as words are compared.
const OPENINGS: &[&str] = &[
    "learning outcome",
    "outcome",
    "lo",
    "on completion",
    "on successful completion",
    "of this micro credential",
    "of the micro credential",
    "the learner",
    "the learners",
    "learners",
    "the student",
    "students",
    "akonga",
    "graduates",
    "you",
    "will",
    "can",
    "be able to",
    "to",
    "critically",
];

/// The verb that opens an outcome, where it is known.
fn opening(outcome: &str) -> Option<&'static Verb> {
    // Some people write “analyze” and “realize”.
    let folded = fold(outcome).replace("yze", "yse").replace("ize", "ise");
    let mut start = folded.as_str();
    let is_number = |word: &str| word.ends_with(|letter: char| letter.is_ascii_digit());
    while let Some(rest) = OPENINGS
        .iter()
        .find_map(|opening| start.strip_prefix(opening)?.strip_prefix(' '))
        .or_else(|| start.split_once(' ').filter(|(word, _)| is_number(word)).map(|(_, rest)| rest))
    {
        start = rest;
    }
    let opens = |form: &String| {
        start.strip_prefix(form.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    VERBS.iter().find(|verb| verb.forms.iter().any(opens))
}

/// Whether outcomes open with a verb that cannot be observed, or one that was only read at levels well above
/// the draft's, and whether there are more for their credits than were ever read.
pub(super) fn level_and_volume(context: Context, numbers: &BTreeMap<String, i64>) -> Found<'static> {
    let answers = context.answers;
    let texts: Vec<String> =
        answers.list("outcomes").filter_map(|path| answers.text(&format!("{path}.text"))).collect();
    if texts.is_empty() {
        return Found::missing(["outcomes".to_owned()]);
    }
    let number = |name: &str| numbers.get(name).copied();
    let level = answers.number("level").and_then(Decimal::whole);
    let (mut hidden, mut higher) = (Vec::new(), Vec::new());
    for text in &texts {
        let Some(verb) = opening(text) else { continue };
        let quote = format!("“{}”", shortened(text, QUOTED));
        if !verb.is_observable {
            hidden.push(quote);
        } else if let (Some((from, to)), Some(level)) = (verb.levels, level)
            && number("texts").is_some_and(|least| verb.texts >= least)
            && number("first_level").is_some_and(|first| from >= first)
            && number("levels_below").is_some_and(|below| from.saturating_sub(level) >= below)
        {
            higher.push(format!("{quote} ({from}–{to})"));
        }
    }
    let count = i64::try_from(texts.len()).unwrap_or(i64::MAX);
    // One outcome cannot be too many, and says nothing of hours each.
    let credits = answers.number("credits").filter(|credits| count > 1 && *credits > Decimal::from(0));
    let hours =
        credits.and_then(|credits| credits.times(HOURS_PER_CREDIT.into())?.over(Decimal::from(count), 0));
    let is_crowded = || {
        let here = credits?.times(number("outcomes")?)?;
        let read = Decimal::from(count).times(number("credits")?)?;
        Some(here < read)
    };
    let mut finds = Vec::new();
    if !hidden.is_empty() {
        finds.push("questioned");
    }
    if !higher.is_empty() {
        finds.push("higher_verb");
    }
    if is_crowded() == Some(true) {
        finds.push("crowded");
    }
    if finds.is_empty() {
        finds.push("clear");
        finds.extend(hours.map(|_| "hours_each"));
    }
    let is_alike = |level| Some(number("alike_from")? <= level && level <= number("alike_to")?);
    if level.and_then(is_alike) == Some(true) {
        finds.push("alike");
    }
    let mut finds = finds.into_iter();
    let find = finds.next().unwrap_or("clear");
    Found { also: finds.collect(), ..Found::new(find) }
        .with("outcomes", listed(&hidden))
        .with("higher", listed(&higher))
        .with("count", count)
        .with("hours", hours.map(|hours| hours.to_string()).unwrap_or_default())
}
