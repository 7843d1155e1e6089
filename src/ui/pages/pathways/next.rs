//! What a next micro-credential could count towards, for somebody who has something or nothing.

use super::goal::ChooseGoal;
use crate::browser::page;
use crate::domain::measure::{Credits, Size};
use crate::domain::pathways::{CredentialOption, Options, Sum, Towards, options_in_parts};
use crate::domain::register::Register;
use crate::ui::components::{EmptyState, TitleLink, credits_text, icons, number_text, size_text};
use crate::ui::i18n::*;
use crate::ui::long_work::LongWork;
use crate::ui::providers::{use_pathway, use_today};
use leptos::prelude::*;
use leptos_router::components::A;
use std::cmp::Reverse;
use std::sync::Arc;

/// How many are shown at first, and how many more at each press of the button.
const FEW: usize = 5;

/// The micro-credentials that bring somebody closer to a goal, folded. They are worked out only where somebody looks:
/// among thousands that takes a while, and few ask for it.
#[component]
pub fn NextCredentials(register: Arc<Register>) -> impl IntoView {
    let locale = use_locale();
    let (pathway, today) = (use_pathway(), use_today());
    let (is_open, shown) = (RwSignal::new(false), RwSignal::new(FEW));
    let asked = Memo::new(move |_| is_open.get().then(|| (pathway.get().holdings, today.get())));
    let options = {
        let register = register.clone();
        LongWork::new(asked, async move |(holdings, on), slices| {
            let found = options_in_parts(&register, &holdings, Some(on), &slices.pauses()).await;
            Arc::new(in_order(found))
        })
    };
    let says = move || match options.get() {
        _ if options.is_working() => td_string!(locale, pathways.next.working).to_owned(),
        Some(found) if !found.is_empty() => td_string!(locale, pathways.next.found, count = found.len()),
        _ => String::new(),
    };
    let show_more = move |_| {
        let first_new = title_id(shown.get_untracked());
        shown.update(|shown| *shown += FEW);
        request_animation_frame(move || page::focus(&first_new));
    };
    let is_all = move || options.get().is_none_or(|found| found.len() <= shown.get());
    let list = move || {
        let found = options.get()?;
        if found.is_empty() {
            return Some(nothing(locale));
        }
        let goals = pathway.get().goals;
        let items = found.iter().take(shown.get()).enumerate();
        let items: Vec<AnyView> =
            items.map(|(at, option)| item(locale, &register, &goals, at, option)).collect();
        Some(
            view! {
                <p class="hint">{td_string!(locale, pathways.next.order)}</p>
                <ul class="next-list">{items}</ul>
            }
            .into_any(),
        )
    };
    view! {
        <details
            class="fold next"
            on:toggle:target=move |event| is_open.set(event.target().has_attribute("open"))
        >
            <summary>{td_string!(locale, pathways.next.title)}</summary>
            <p role="status">{says}</p>
            {list}
            <button class="button" type="button" hidden=is_all on:click=show_more>
                {td_string!(locale, register.more)}
            </button>
            <p class="advice">{td_string!(locale, pathways.advice)}</p>
        </details>
    }
}

/// The best first; those that are worth the same, in the order of the snapshot.
fn in_order(Options { mut credentials, .. }: Options) -> Vec<CredentialOption> {
    credentials.sort_by_key(|option| Reverse(option.worth()));
    credentials
}

/// Why there are none, and a way on.
fn nothing(locale: Locale) -> AnyView {
    view! {
        <EmptyState icon=icons::CIRCLE_DASHED title=td_string!(locale, pathways.next.none.title)>
            <p>{td_string!(locale, pathways.next.none.why)}</p>
            <A href="/register">{td_string!(locale, pathways.next.none.search)}</A>
        </EmptyState>
    }
    .into_any()
}

/// The id of the title at a place of the list.
fn title_id(at: usize) -> String {
    format!("next-{}", at + 1)
}

/// A micro-credential, and each goal that it brings somebody closer to.
fn item(
    locale: Locale,
    register: &Arc<Register>,
    goals: &[String],
    at: usize,
    option: &CredentialOption,
) -> AnyView {
    let size =
        register.credential(&option.key).map(|of| size_text(locale, of.level, of.credits.map(Size::Fixed)));
    let cautions: Vec<&str> = option.cautions.iter().map(|caution| caution.says.as_str()).collect();
    let cautions = (!cautions.is_empty()).then(|| view! { <p class="soft">{cautions.join(" ")}</p> });
    let towards = option.towards.iter();
    let towards: Vec<AnyView> = towards.map(|towards| goal_item(locale, register, goals, towards)).collect();
    let (key, title) = (Some(option.key.clone()), option.title.clone());
    view! {
        <li>
            <h3 id=title_id(at) tabindex="-1">
                <TitleLink register=register.clone() key title />
            </h3>
            <p class="soft">{size}</p>
            {cautions}
            <ul class="near-list">{towards}</ul>
        </li>
    }
    .into_any()
}

/// A goal, how much closer to it something brings somebody, and a button that makes it theirs.
fn goal_item(locale: Locale, register: &Arc<Register>, goals: &[String], towards: &Towards) -> AnyView {
    let completes = towards.completes.then(|| td_string!(locale, pathways.next.completes).to_owned());
    let cautions = towards.cautions.iter().map(|caution| caution.says.clone());
    let says = amount(locale, towards.credits).into_iter().chain(completes).chain(cautions);
    let says = says.collect::<Vec<_>>().join(" ");
    let (key, title) = (towards.goal.clone(), towards.title.clone());
    let link = view! { <TitleLink register=register.clone() key=Some(key.clone()) title=title.clone() /> };
    let choose = (!goals.contains(&key)).then(|| view! { <ChooseGoal key title /> });
    view! { <li>{link} <span class="soft">{says}</span> {choose}</li> }.into_any()
}

/// The credits that come to count by what sources state, apart from those that need somebody's agreement.
fn amount(locale: Locale, sum: Sum) -> Option<String> {
    let of_goal = |credits: Credits| match sum.of {
        Some(of) => {
            td_string!(locale, pathways.next.of_goal, credits = credits.0, of = number_text(locale, of))
        }
        None => credits_text(locale, credits),
    };
    let (counted, possible) = (sum.counted, sum.possible);
    match (counted > Credits(0), possible > counted) {
        (true, true) => {
            let credits = of_goal(counted);
            Some(td_string!(locale, pathways.next.range, credits, possible = possible.0))
        }
        (true, false) => Some(td_string!(locale, pathways.next.stated, credits = of_goal(counted))),
        (false, true) => Some(td_string!(locale, pathways.next.up_to, credits = of_goal(possible))),
        (false, false) => None,
    }
}
