//! What a qualification is made of, in words.

use crate::browser::intl;
use crate::domain::day::spelled;
use crate::domain::goal::{Asks, CreditRule, CreditsFrom, LearningKind, Requirement};
use crate::domain::measure::{Level, Size};
use crate::domain::register::{Basis, Qualification, Register, Structure};
use crate::domain::text::capitalised;
use crate::ui::components::{
    Fact, FactList, FactValue, Icon, Sources, TitleLink, credits_text, icons, known_size, titled,
};
use crate::ui::i18n::*;
use leptos::prelude::*;
use std::sync::Arc;

/// What the register's sources say a qualification is made of, who judges it and how sure that is.
#[component]
pub fn MadeOf(register: Arc<Register>, qualification: Qualification) -> impl IntoView {
    let locale = use_locale();
    let Qualification { requirements, structure, components, .. } = qualification;
    let basis = structure.as_ref().and_then(|structure| structure.basis);
    let about = match (&requirements, components.is_empty()) {
        (Some(_), _) => basis.map(|basis| basis_text(locale, basis)),
        (None, false) => Some(td_string!(locale, register.made_of.little)),
        (None, true) => Some(td_string!(locale, register.made_of.nothing)),
    };
    // Beside a tree its words would say everything twice; they stand with its sources.
    let (in_words, beside_tree) = match requirements {
        Some(_) => (Vec::new(), components),
        None => (components, Vec::new()),
    };
    let tree = requirements.map(|tree| {
        let tree = match tree.asks {
            Asks::All(parts) => {
                parts.iter().map(|part| requirement(&register, locale, part)).collect_view().into_any()
            }
            _ => requirement(&register, locale, &tree),
        };
        view! { <ul class="requirements">{tree}</ul> }
    });
    let programme = structure.as_ref().and_then(|structure| structure.provider.clone());
    let (entry, conditions, recognition) = structure.clone().map_or((None, None, None), |structure| {
        (structure.entry, structure.conditions, structure.recognition_cap)
    });
    view! {
        <section class="made-of">
            <header class="ways-head">
                <h2>{td_string!(locale, register.made_of.title)}</h2>
                {about.map(|about| view! { <p class="hint">{about}</p> })}
            </header>
            {tree}
            <FactList>
                <Fact name=td_string!(locale, register.made_of.in_words) value=in_words />
                <Fact name=td_string!(locale, register.made_of.programme) value=programme />
                <Fact name=td_string!(locale, register.entry.entry) value=entry />
                <Fact name=td_string!(locale, register.made_of.conditions) value=conditions />
                <Fact name=td_string!(locale, register.made_of.recognition) value=recognition />
            </FactList>
            {structure.map(|structure| view! { <WhoSaysSo structure in_words=beside_tree /> })}
        </section>
    }
}

/// What kind of thing is listed, and who judges it.
fn basis_text(locale: Locale, basis: Basis) -> &'static str {
    match basis {
        Basis::Credentials => td_string!(locale, register.made_of.basis.credentials),
        Basis::Standards => td_string!(locale, register.made_of.basis.standards),
        Basis::Rules => td_string!(locale, register.made_of.basis.rules),
        Basis::Courses => td_string!(locale, register.made_of.basis.courses),
        Basis::Outcomes => td_string!(locale, register.made_of.basis.outcomes),
        Basis::Totals => td_string!(locale, register.made_of.basis.totals),
    }
}

/// How sure it is, folded, with its sources.
#[component]
fn WhoSaysSo(structure: Structure, in_words: Vec<String>) -> impl IntoView {
    let locale = use_locale();
    let certainty = structure.firmness.label(use_language());
    let certainty = match structure.strength {
        Some(words) => td_string!(locale, pathways.certainty_source, certainty, words),
        None => certainty.to_owned(),
    };
    view! {
        <details class="fold">
            <summary>{td_string!(locale, pathways.who_says)}</summary>
            <FactList>
                <Fact name=td_string!(locale, pathways.certainty) value=FactValue::One(certainty) />
                <Fact name=td_string!(locale, register.made_of.as_at) value=structure.as_at />
                <Fact name=td_string!(locale, register.made_of.in_words) value=in_words />
                <Fact name=td_string!(locale, register.made_of.note) value=structure.note />
            </FactList>
            <Sources source=structure.source also=structure.also_sources />
        </details>
    }
}

/// A requirement with those that it is made of, as an item of a list.
fn requirement(register: &Arc<Register>, locale: Locale, asked: &Requirement) -> AnyView {
    let link = |key: &str| {
        let (key, title) = (Some(key.to_owned()), register.title(key).unwrap_or(key).to_owned());
        view! { <TitleLink register=register.clone() key title /> }.into_any()
    };
    let plain = |text: &str| view! { <span>{capitalised(text)}</span> }.into_any();
    let (title, what, hint) = match &asked.asks {
        Asks::All(parts) => {
            return group(
                register,
                locale,
                asked,
                td_string!(locale, register.made_of.all).to_owned(),
                parts,
            );
        }
        Asks::Some { number, of } => {
            return group(
                register,
                locale,
                asked,
                td_string!(locale, register.made_of.some, count = *number),
                of,
            );
        }
        Asks::Credential(key) => {
            let size = register
                .credential(key)
                .and_then(|of| known_size(locale, of.level, of.credits.map(Size::Fixed)));
            (link(key), td_string!(locale, register.entry.credential).to_owned(), size)
        }
        Asks::Qualification(key) => {
            let size = register.qualification(key).and_then(|of| known_size(locale, of.level, of.size));
            (link(key), td_string!(locale, register.entry.qualification).to_owned(), size)
        }
        Asks::Standard(id) => {
            let of = register.standard(id);
            let size = of.and_then(|of| known_size(locale, of.level, of.credits.map(Size::Fixed)));
            let title = match register.entry(LearningKind::Standard, id) {
                Some(entry) => titled(locale, &entry),
                None => td_string!(locale, register.made_of.standard_named, id),
            };
            let key = of.map(|of| of.id.clone());
            let link = view! { <TitleLink register=register.clone() key title /> }.into_any();
            (link, td_string!(locale, register.made_of.standard).to_owned(), size)
        }
        Asks::Component(component) => {
            let size = known_size(locale, component.level, component.credits.map(Size::Fixed));
            let what = component.kind.as_ref().map(|kind| kind_text(locale, kind)).unwrap_or_default();
            (plain(&component.title), what, size)
        }
        Asks::Judgement(text) => (plain(text), td_string!(locale, register.made_of.judged).to_owned(), None),
        Asks::Credits(rule) => (plain(&rule_text(register, locale, rule)), String::new(), None),
    };
    let icon = if matches!(asked.asks, Asks::Judgement(_)) { icons::SCALE } else { icons::CIRCLE_DASHED };
    let until = asked.valid_to.map(|day| td_string!(locale, register.made_of.until, day = spelled(day)));
    let since = asked.valid_from.map(|day| td_string!(locale, register.made_of.since, day = spelled(day)));
    let of_which = match &asked.asks {
        Asks::Credits(rule) => rule.of_which.as_slice(),
        _ => &[],
    };
    let of_which = of_which.iter().map(|inner| {
        td_string!(locale, register.made_of.of_which, rule = rule_text(register, locale, inner))
    });
    let hints = [hint, since, until].into_iter().flatten().chain(of_which);
    let hints = hints.map(|hint| view! { <span class="hint">{hint}</span> });
    view! {
        <li class="way-part">
            <Icon icon />
            {title}
            <span class="part-state">{what}</span>
            {hints.collect_view()}
        </li>
    }
    .into_any()
}

/// Requirements under the name of what they make up.
fn group(
    register: &Arc<Register>,
    locale: Locale,
    asked: &Requirement,
    words: String,
    parts: &[Requirement],
) -> AnyView {
    // What the tree calls a group is all that there is to name it by.
    let name = asked.id.as_ref().map(|id| capitalised(&id.replace('-', " ")));
    let words = match &name {
        Some(_) => view! { <span class="hint">{words}</span> }.into_any(),
        None => view! { <strong>{words}</strong> }.into_any(),
    };
    view! {
        <li class="requirement-group">
            <p>{name.map(|name| view! { <strong>{name}</strong> })} " " {words}</p>
            <ul>{parts.iter().map(|part| requirement(register, locale, part)).collect_view()}</ul>
        </li>
    }
    .into_any()
}

/// What a part that stands on no register is; the goal format leaves the word to the file.
fn kind_text(locale: Locale, kind: &str) -> String {
    match kind {
        "course" => td_string!(locale, register.made_of.kind.course).to_owned(),
        "outcome" => td_string!(locale, register.made_of.kind.outcome).to_owned(),
        "strand" => td_string!(locale, register.made_of.kind.strand).to_owned(),
        "skill_set" => td_string!(locale, register.made_of.kind.skill_set).to_owned(),
        _ => kind.to_owned(),
    }
}

/// `60 credits, at Level 2 or above, from standards`.
fn rule_text(register: &Register, locale: Locale, rule: &CreditRule) -> String {
    let credits = rule.credits.map(|credits| credits_text(locale, credits));
    let at_most = rule.at_most.map(|credits| credits_text(locale, credits));
    let at_most = at_most.map(|credits| td_string!(locale, register.made_of.at_most, credits));
    let level = match (rule.level_at_least.map(Level::get), rule.level_at_most.map(Level::get)) {
        (Some(least), Some(most)) if least == most => {
            Some(td_string!(locale, register.made_of.at_level, level = least))
        }
        (Some(least), Some(most)) => Some(td_string!(locale, register.made_of.between_levels, least, most)),
        (Some(level), None) => Some(td_string!(locale, register.made_of.level_or_above, level)),
        (None, Some(level)) => Some(td_string!(locale, register.made_of.level_or_below, level)),
        (None, None) => None,
    };
    let from = rule.from.as_ref().map(|from| from_text(register, locale, from));
    let words: Vec<String> = [credits, at_most, level, from].into_iter().flatten().collect();
    words.join(", ")
}

/// What credits come from, in words.
fn from_text(register: &Register, locale: Locale, from: &CreditsFrom) -> String {
    let CreditsFrom::These { credentials, standards, qualifications, subjects, kinds } = from else {
        return td_string!(locale, register.made_of.from_any).to_owned();
    };
    let kinds = kinds.iter().map(|kind| match kind {
        LearningKind::Credential => td_string!(locale, register.made_of.from_kind.credential),
        LearningKind::Standard => td_string!(locale, register.made_of.from_kind.standard),
        LearningKind::Qualification => td_string!(locale, register.made_of.from_kind.qualification),
    });
    let entries = credentials.iter().chain(qualifications.iter());
    let entries = entries.map(|key| register.title(key).unwrap_or(key).to_owned());
    let named: Vec<String> = kinds
        .map(str::to_owned)
        .chain(entries)
        .chain(standards.iter().cloned())
        .chain(subjects.iter().cloned())
        .collect();
    let what = intl::listed(td_string!(locale, app.language_tag), &named);
    td_string!(locale, register.made_of.from, what)
}
