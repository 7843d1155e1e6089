//! Where what somebody has done should count, as far as it could count for more than one requirement.

use super::route::title_of;
use crate::domain::measure::Credits;
use crate::domain::pathways::{Audit, Choice, Wish, WishAudit};
use crate::domain::register::Register;
use crate::ui::i18n::*;
use crate::ui::providers::use_pathway;
use leptos::prelude::*;
use std::sync::Arc;

/// A menu for each holding that has a choice; nothing where none has. The menus stay while the answer changes, and the
/// focus with them.
#[component]
pub fn Wishes(register: Arc<Register>, audit: Memo<Option<Audit>>, at: usize) -> impl IntoView {
    let locale = use_locale();
    let choices = Memo::new(move |_| {
        audit.with(|audit| audit.iter().flat_map(|of| of.choices.clone()).collect::<Vec<_>>())
    });
    move || {
        let choices = choices.get();
        let has_any = !choices.is_empty();
        let menus = choices.into_iter().enumerate().map(|(place, choice)| {
            view! { <WishMenu register=register.clone() audit id=format!("wish-{at}-{place}") choice /> }
        });
        let menus = menus.collect_view();
        has_any.then(|| {
            view! {
                <h3>{td_string!(locale, pathways.wishes.title)}</h3>
                <p class="hint">{td_string!(locale, pathways.wishes.note)}</p>
                <ul class="proof-list">{menus}</ul>
            }
        })
    }
}

/// Where one holding should count.
#[component]
fn WishMenu(
    register: Arc<Register>,
    audit: Memo<Option<Audit>>,
    id: String,
    choice: Choice,
) -> impl IntoView {
    let locale = use_locale();
    let pathway = use_pathway();
    let Choice { holding, requirements } = choice;
    let title = StoredValue::new(title_of(locale, &register, &holding));
    let goal = audit.with_untracked(|audit| Some(audit.as_ref()?.goal.as_ref()?.key.clone()))?;
    let name_of = move |id: &str| {
        let name = audit.with_untracked(|audit| {
            let all = &audit.as_ref()?.requirements;
            Some(all.iter().find(|each| each.id == id)?.name_among(all))
        });
        name.unwrap_or_default()
    };
    let wished = {
        let (goal, holding) = (goal.clone(), holding.clone());
        Memo::new(move |_| pathway.get().wished(&goal, &holding).map(str::to_owned))
    };
    let options = requirements.into_iter().map(|id| {
        let name = name_of(&id);
        let is_chosen = {
            let id = id.clone();
            move || wished.with(|wished| wished.as_ref() == Some(&id))
        };
        view! {
            <option value=id prop:selected=is_chosen>
                {name}
            </option>
        }
    });
    let options = options.collect_view();
    let refusal = {
        let holding = holding.clone();
        move || {
            let requirement = wished.get()?;
            let is_it = |wish: &&WishAudit| wish.holding == holding && wish.requirement == requirement;
            let wish = audit.with(|audit| audit.as_ref()?.wishes.iter().find(is_it).cloned())?;
            (!wish.honoured).then(|| refusal(locale, title.get_value(), name_of(&requirement), &wish))
        }
    };
    let choose = move |requirement: String| {
        let (title, holding) = (title.get_value(), holding.clone());
        if requirement.is_empty() {
            pathway.unwish(&goal, &holding, td_string!(locale, pathways.wishes.unwished, title));
        } else {
            let message =
                td_string!(locale, pathways.wishes.wished, title, requirement = name_of(&requirement));
            pathway.wish(Wish { goal: Some(goal.clone()), holding, requirement }, message);
        }
    };
    let described_by = format!("{id}-cost");
    Some(view! {
        <li class="wish">
            <label for=id
                .clone()>{td_string!(locale, pathways.wishes.counts_for, title = title.get_value())}</label>
            <select
                id=id
                aria-describedby=described_by.clone()
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="" prop:selected=move || wished.with(Option::is_none)>
                    {td_string!(locale, pathways.wishes.wherever)}
                </option>
                {options}
            </select>
            <p id=described_by class="hint" role="status">
                {refusal}
            </p>
        </li>
    })
}

/// Why a wish is not followed.
fn refusal(locale: Locale, title: String, requirement: String, wish: &WishAudit) -> String {
    match wish.cost {
        None => td_string!(locale, pathways.wishes.no_room, title, requirement),
        Some(Credits(0)) => td_string!(locale, pathways.wishes.leaves_open, title, requirement),
        Some(Credits(count)) if wish.leaves_open => {
            td_string!(locale, pathways.wishes.costs_and_leaves_open, count, title, requirement)
        }
        Some(Credits(count)) => td_string!(locale, pathways.wishes.costs, count, title, requirement),
    }
}
