//! How the answer was worked out: each requirement, what counts for it, what is unused and why, and who says so.

use super::found::{Found, FoundContext};
use super::route::title_of;
use super::wishes::Wishes;
use crate::browser::intl;
use crate::domain::Language;
use crate::domain::measure::Credits;
use crate::domain::pathways::{Audit, Remark, RequirementAudit, RequirementState, Unused};
use crate::domain::register::Register;
use crate::domain::rulebook::RULES;
use crate::ui::components::{
    Fact, FactList, FactValue, Icon, Sources, TitleLink, credits_text, icons, rule_path,
};
use crate::ui::i18n::*;
use leptos::prelude::*;
use leptos_router::components::A;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The proof of each goal, folded; nothing without a goal. While the goals stay, a fold stays as it is.
#[component]
pub fn Proof(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let goals = Memo::new(move |_| {
        let found = found.get();
        found.iter().flat_map(|found| found.asked.goals().cloned()).collect::<Vec<_>>()
    });
    move || {
        let proofs = (0..goals.with(Vec::len)).map(|at| {
            view! { <ProofOfGoal register=register.clone() found at /> }
        });
        proofs.collect_view()
    }
}

/// The proof of the goal at a place.
#[component]
fn ProofOfGoal(register: Arc<Register>, found: FoundContext, at: usize) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let audit = Memo::new(move |_| Some(found.get()?.goals().get(at)?.audit.clone()));
    let title = move || {
        let found = found.get()?;
        let goal = audit.get()?.title.filter(|_| found.is_joint());
        Some(match goal {
            Some(goal) => td_string!(locale, pathways.proof.title_of, goal),
            None => td_string!(locale, pathways.proof.title).to_owned(),
        })
    };
    let about = register.clone();
    let requirements =
        move || audit.with(|audit| requirement_list(locale, language, &about, audit.as_ref()?));
    let about = register.clone();
    let rest = move || {
        let (register, found, audit) = (about.clone(), found.get()?, audit.get()?);
        Some(view! { <RestOfProof register found audit /> })
    };
    view! {
        <details class="fold proof">
            <summary>{title}</summary>
            {requirements}
            <Wishes register audit at />
            {rest}
        </details>
    }
}

/// What is said below the requirements.
#[component]
fn RestOfProof(register: Arc<Register>, found: Arc<Found>, audit: Audit) -> impl IntoView {
    let locale = use_locale();
    let may_count = |unused: &&Unused| {
        audit.requirements.iter().any(|requirement| requirement.may_count.contains(&unused.holding))
    };
    let (may, unused): (Vec<&Unused>, Vec<&Unused>) = audit.unused.iter().partition(may_count);
    let may = unused_list(&register, &may, td_string!(locale, pathways.proof.may_title));
    let unused = unused_list(&register, &unused, td_string!(locale, pathways.proof.unused));
    let unproved = (!audit.proved || !found.plan().optimal)
        .then(|| view! { <p>{td_string!(locale, pathways.proof.unproved)}</p> });
    let advice = audit.advice;
    view! {
        {may}
        {unused}
        <RuleList found audit=audit.clone() />
        <WhoSaysSo register audit />
        {unproved}
        <p class="advice">{advice}</p>
    }
}

/// The requirements that are part of no other, each with those that it is made of.
fn requirement_list(
    locale: Locale,
    language: Language,
    register: &Arc<Register>,
    audit: &Audit,
) -> Option<impl IntoView + use<>> {
    let requirements = &audit.requirements;
    let parts: BTreeSet<&String> = requirements.iter().flat_map(|requirement| &requirement.of).collect();
    let roots: Vec<&RequirementAudit> =
        requirements.iter().filter(|requirement| !parts.contains(&requirement.id)).collect();
    let items: Vec<AnyView> =
        roots.iter().map(|root| requirement(locale, language, register, requirements, root)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <h3>{td_string!(locale, pathways.proof.requirements)}</h3>
            <ul class="proof-list">{items}</ul>
        }
    })
}

fn requirement(
    locale: Locale,
    language: Language,
    register: &Arc<Register>,
    all: &[RequirementAudit],
    asked: &RequirementAudit,
) -> AnyView {
    let icon = match asked.state {
        RequirementState::Met => icons::CIRCLE_CHECK,
        RequirementState::Judgement => icons::SCALE,
        RequirementState::Open => icons::CIRCLE_DASHED,
        RequirementState::Impossible => icons::BAN,
    };
    // A judgement is not made in credits.
    let numbers = match asked.needed.filter(|needed| *needed > Credits(0)) {
        Some(needed) if asked.possible > asked.counted => {
            let needed = credits_text(locale, needed);
            let (counted, possible) = (asked.counted.0, asked.possible.0);
            Some(td_string!(locale, pathways.proof.up_to, counted, possible, needed))
        }
        Some(needed) => {
            let needed = credits_text(locale, needed);
            Some(td_string!(locale, pathways.proof.counted, counted = asked.counted.0, needed))
        }
        None => None,
    };
    let named = |names: &[String]| {
        let titles: Vec<String> = names.iter().map(|name| title_of(locale, register, name)).collect();
        intl::listed(td_string!(locale, app.language_tag), &titles)
    };
    let is_leaf = asked.of.is_empty();
    let counts = (is_leaf && !asked.holdings.is_empty())
        .then(|| td_string!(locale, pathways.proof.counts, what = named(&asked.holdings)));
    let may = (is_leaf && !asked.may_count.is_empty())
        .then(|| td_string!(locale, pathways.proof.may_count, what = named(&asked.may_count)));
    let strength = asked.strength.map(|strength| strength.label(language).to_owned());
    let hints = [numbers, counts, may, strength].into_iter().flatten();
    let hints = hints.map(|hint| view! { <span class="soft">{hint}</span> }).collect_view();
    let parts = asked.of.iter().filter_map(|id| all.iter().find(|part| part.id == *id));
    let parts: Vec<AnyView> = parts.map(|part| requirement(locale, language, register, all, part)).collect();
    let parts = (!parts.is_empty()).then(|| view! { <ul>{parts}</ul> });
    view! {
        <li class="requirement">
            <Icon icon />
            <span>{asked.name_among(all)}</span>
            <span class="part-state">{asked.state.label(language)}</span>
            {hints}
            {parts}
        </li>
    }
    .into_any()
}

/// Holdings that do not count, each with why, under a heading; nothing where there are none.
fn unused_list(
    register: &Arc<Register>,
    unused: &[&Unused],
    heading: &'static str,
) -> Option<impl IntoView + use<>> {
    let items = unused.iter().map(|unused| {
        view! { <UnusedItem register=register.clone() unused=Unused::clone(unused) /> }
    });
    let items = items.collect_view();
    (!unused.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            <ul class="proof-list">{items}</ul>
        }
    })
}

#[component]
fn UnusedItem(register: Arc<Register>, unused: Unused) -> impl IntoView {
    let locale = use_locale();
    let title = title_of(locale, &register, &unused.holding);
    view! {
        <li>
            <TitleLink register key=Some(unused.holding) title />
            <span class="soft">{unused.why}</span>
            {unused.rule.map(|rule| view! { <RuleLink rule /> })}
        </li>
    }
}

/// The stacking rules behind what is said.
#[component]
fn RuleList(found: Arc<Found>, audit: Audit) -> impl IntoView {
    let locale = use_locale();
    let steps = found.plan().plans.iter().flat_map(|way| &way.steps);
    let cautions = steps.flat_map(|step| &step.cautions);
    let remarks = audit.notes.iter().chain(cautions);
    let rules = remarks.filter_map(|remark: &Remark| remark.rule);
    let rules: BTreeSet<&'static str> =
        rules.chain(audit.unused.iter().filter_map(|unused| unused.rule)).collect();
    (!rules.is_empty()).then(|| {
        let items = rules.into_iter().map(|rule| {
            view! {
                <li>
                    <RuleLink rule />
                </li>
            }
        });
        view! {
            <h3>{td_string!(locale, pathways.proof.rules)}</h3>
            <ul class="proof-list">{items.collect_view()}</ul>
        }
    })
}

/// A link to the page of a stacking rule; nothing where no page has it.
#[component]
fn RuleLink(rule: &'static str) -> impl IntoView {
    let page = RULES.page(rule)?;
    Some(view! { <A href=rule_path(&page.name, rule)>{page.title.clone()}</A> })
}

/// Who says what the goal asks for, and how firmly.
#[component]
fn WhoSaysSo(register: Arc<Register>, audit: Audit) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let goal = audit.goal?;
    let structure = register.qualification(&goal.key).and_then(|of| of.structure_on(audit.on).cloned());
    let certainty = structure.as_ref().map(|of| match &of.strength {
        Some(words) => {
            let certainty = of.firmness.label(language);
            td_string!(locale, pathways.certainty_source, certainty, words = words.clone())
        }
        None => of.firmness.label(language).to_owned(),
    });
    let certainty = certainty.map_or(FactValue::Unknown, FactValue::One);
    let own = structure.map(|of| of.source.into_iter().chain(of.also_sources)).into_iter().flatten();
    let stacks =
        register.stacks_to(&goal.key).flat_map(|stack| stack.source.iter().chain(&stack.also_sources));
    let mut sources: Vec<String> = goal.source.into_iter().collect();
    for source in own.chain(stacks.cloned()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    Some(view! {
        <h3>{td_string!(locale, pathways.who_says)}</h3>
        <FactList>
            <Fact name=td_string!(locale, pathways.certainty) value=certainty />
        </FactList>
        <Sources source=None also=sources />
    })
}
