//! What an edition of a rule changed, in a few words.

use crate::domain::Language;
use crate::domain::draft::fields;
use crate::domain::rulebook::page::Range;
use crate::domain::rulebook::{Edition, Page as Rule, Route};
use crate::domain::text::{capitalised, listed};
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
    if changes.is_empty() && before.is_none_or(|before| before.clause != edition.clause) {
        changes.push(rule.says(&edition.clause, language).trim_end_matches('.').to_owned());
    }
    if let Some(before) = before {
        let labels = |routes: &[Route], others: &[Route]| {
            let only = routes.iter().filter(|route| !others.contains(route));
            let labels: Vec<&str> = only.map(|route| route.label(language)).collect();
            (!labels.is_empty()).then(|| listed(&labels))
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
        (Some(least), Some(most)) => td_string!(locale, rules.change.between, name, least, most),
        (Some(least), None) => td_string!(locale, rules.change.at_least, name, least),
        (None, Some(most)) => td_string!(locale, rules.change.at_most, name, most),
        (None, None) => name,
    }
}
