//! What an edition of a rule changed, in a few words.

use crate::domain::Language;
use crate::domain::draft::fields;
use crate::domain::rulebook::page::Range;
use crate::domain::rulebook::{Edition, Route, Rule};
use crate::domain::text::capitalised;
use crate::ui::i18n::*;

/// What differs from the edition before it; what it requires, where nothing was before it.
pub fn what_changed(locale: Locale, language: Language, rule: &Rule, edition: &Edition) -> String {
    let before = before(rule, edition);
    let mut changes: Vec<String> = Vec::new();
    for (path, range) in &edition.within {
        let was = before.and_then(|before| before.within.get(path));
        if was.is_none_or(|was| numbers(was) != numbers(range)) {
            let name = fields::find(path).map_or(path.as_str(), |field| field.label(language));
            changes.push(range_text(locale, name, range));
        }
    }
    if changes.is_empty() {
        let says = |edition: &Edition| rule.says(&edition.clause, language).trim_end_matches('.').to_owned();
        match before {
            Some(before) if before.clause == edition.clause => {}
            Some(before) => changes.push(reworded(locale, &says(before), &says(edition))),
            None => changes.push(says(edition)),
        }
    }
    if let Some(before) = before {
        let labels = |routes: &[Route], others: &[Route]| {
            let only = routes.iter().filter(|route| !others.contains(route));
            let labels: Vec<&str> = only.map(|route| route.label(language)).collect();
            (!labels.is_empty()).then(|| labels.join("; "))
        };
        if let Some(routes) = labels(&edition.routes, &before.routes) {
            changes.push(td_string!(locale, rules.change.routes, routes));
        }
        if let Some(routes) = labels(&before.routes, &edition.routes) {
            changes.push(td_string!(locale, rules.change.no_routes, routes));
        }
        if before.severity != edition.severity {
            changes.push(capitalised(edition.severity.label(language)));
        }
        if before.against.is_empty() && !edition.against.is_empty() {
            changes.push(td_string!(locale, rules.change.disputed).to_owned());
        }
        if changes.is_empty() {
            changes.push(td_string!(locale, rules.change.source).to_owned());
        }
    }
    changes.join(" · ")
}

/// The words that are new in a sentence, and those in whose place they stand; the whole sentence where that is
/// much of it.
fn reworded(locale: Locale, before: &str, after: &str) -> String {
    const MOST_WORDS: usize = 6;
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let room = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(room).take_while(|(old, new)| old == new).count();
    let middle = |words: &[&str]| {
        let words = words.get(start..words.len() - end).unwrap_or_default();
        (words.len() <= MOST_WORDS).then(|| words.join(" ").trim_end_matches([',', ';']).to_owned())
    };
    match (middle(&old), middle(&new)) {
        (Some(old), Some(new)) if !old.is_empty() && !new.is_empty() => {
            td_string!(locale, rules.change.words, old, new)
        }
        (Some(old), Some(new)) if old.is_empty() && !new.is_empty() => {
            td_string!(locale, rules.change.more_words, new)
        }
        _ => after.to_owned(),
    }
}

/// The edition that an edition took the place of: the last that began before it, for somebody whom both bind.
fn before<'a>(rule: &'a Rule, edition: &Edition) -> Option<&'a Edition> {
    let begins = |edition: &Edition| edition.from.map(|from| from.first());
    let earlier = rule.edition.iter().filter(|other| {
        other.from.is_some()
            && begins(other) < begins(edition)
            && other.routes.iter().any(|route| edition.routes.contains(route))
    });
    earlier.max_by_key(|other| begins(other))
}

/// The numbers that no source disputes.
fn numbers(range: &Range) -> (Option<i64>, Option<i64>) {
    (range.doubtful_below.or(range.least), range.doubtful_above.or(range.most))
}

fn range_text(locale: Locale, name: &str, range: &Range) -> String {
    let name = name.to_owned();
    match numbers(range) {
        (Some(least), Some(most)) if least == most => td_string!(locale, rules.piece, name, value = least),
        (Some(least), Some(most)) => td_string!(locale, rules.change.between, name, least, most),
        (Some(least), None) => td_string!(locale, rules.change.at_least, name, least),
        (None, Some(most)) => td_string!(locale, rules.change.at_most, name, most),
        (None, None) => name,
    }
}
