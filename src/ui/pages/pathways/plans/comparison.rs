//! The plans side by side, in the numbers of the register on screen.

use super::{NameForm, PLANS_TITLE};
use crate::browser::slices::Slices;
use crate::browser::{intl, page};
use crate::domain::day::{Day, spelled};
use crate::domain::pathways::{KeptPlan, KeptPlans, StepsLeft, Way};
use crate::domain::register::Register;
use crate::ui::components::credits_text;
use crate::ui::i18n::*;
use crate::ui::long_work::LongWork;
use crate::ui::pages::pathways::found::{Found, FoundContext, HOURS_A_WEEK};
use crate::ui::pages::pathways::trial::TRIAL_TITLE;
use crate::ui::pages::pathways::{route, wording};
use crate::ui::providers::{use_pathway, use_plans, use_today};
use crate::ui::query::in_place;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// A plan, and what the register now says of it.
#[derive(Clone, Debug, PartialEq)]
struct Compared {
    plan: KeptPlan,
    /// Its way, and the place of that among the ways found; nothing where it is no longer among them.
    way: Option<(usize, Way)>,
}

impl Compared {
    async fn of(register: &Register, plan: KeptPlan, today: Day, slices: &Slices) -> Self {
        let hours = plan.hours_a_week.unwrap_or(HOURS_A_WEEK);
        let way = match Found::asked(&plan.pathway, plan.prefer, hours, today) {
            Some(asked) => {
                let found = Found::of(register, asked, slices).await;
                let place = plan.place_among(&found.plan().plans);
                place.and_then(|place| Some((place, found.plan().plans.get(place)?.clone())))
            }
            None => None,
        };
        Self { plan, way }
    }
}

/// A table with a column for each plan.
#[component]
pub fn Comparison(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    let (plans, today) = (use_plans(), use_today());
    let renamed = RwSignal::new(None::<String>);
    let compared = {
        let register = register.clone();
        let asked = Memo::new(move |_| Some((plans.with(Clone::clone), today.get())));
        LongWork::new(asked, async move |(plans, today): (KeptPlans, Day), slices| {
            let mut compared = Vec::new();
            for plan in plans.iter() {
                compared.push(Compared::of(&register, plan.clone(), today, slices).await);
            }
            compared
        })
    };
    let table = move || {
        let all = compared.get()?;
        let names = all.iter().map(|each| view! { <th scope="col">{each.plan.name.clone()}</th> });
        let names = names.collect_view();
        let rows = rows(locale, &register, &all).into_iter().map(|(label, cells)| {
            let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    {cells}
                </tr>
            }
        });
        let rows = rows.collect_view();
        let steps =
            all.iter().map(|each| view! { <Steps register=register.clone() plan=each.plan.clone() /> });
        let steps = steps.collect_view();
        let actions = all.into_iter().map(|compared| view! { <Actions compared found renamed /> });
        let actions = actions.collect_view();
        Some(view! {
            <table>
                <caption>{td_string!(locale, pathways.plans.caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{td_string!(locale, pathways.plans.row.plan)}</th>
                        {names}
                    </tr>
                </thead>
                <tbody>
                    {rows} <tr>
                        <th scope="row">{td_string!(locale, pathways.plans.row.steps)}</th>
                        {steps}
                    </tr> <tr class="plan-actions">
                        <th scope="row">{td_string!(locale, pathways.plans.row.actions)}</th>
                        {actions}
                    </tr>
                </tbody>
            </table>
        })
    };
    let form = move || {
        renamed.get().map(|name| {
            let heading = td_string!(locale, pathways.plans.rename_named, name = name.clone());
            let before = name.clone();
            let on_done = Callback::new(move |to: Option<String>| {
                renamed.set(None);
                if let Some(to) = to {
                    plans.rename(&before, &to, |name| td_string!(locale, pathways.plans.renamed, name));
                }
                page::focus(PLANS_TITLE);
            });
            view! { <NameForm heading name on_done /> }
        })
    };
    view! {
        <section class="table-room" tabindex="0" aria-label=td_string!(locale, pathways.plans.caption)>
            {table}
        </section>
        {form}
    }
}

/// What is said of each plan, a line a row.
fn rows(locale: Locale, register: &Register, all: &[Compared]) -> Vec<(&'static str, Vec<String>)> {
    let not_stated = || td_string!(locale, pathways.plans.not_stated).to_owned();
    let listed = |items: &[String]| intl::listed(td_string!(locale, app.language_tag), items);
    let row = |cell: &dyn Fn(&Compared) -> String| all.iter().map(cell).collect();
    // Of a way that is no longer there, the first line says so, and the others nothing.
    let of_way = |cell: &dyn Fn(&Way, &KeptPlan) -> Option<String>| {
        row(&|each| match &each.way {
            Some((_, way)) => cell(way, &each.plan).unwrap_or_else(not_stated),
            None => td_string!(locale, pathways.plans.unknown).to_owned(),
        })
    };
    let goals = row(&|each| {
        let titles = each.plan.pathway.goals.iter().map(|goal| route::title_of(locale, register, goal));
        listed(&titles.collect::<Vec<_>>())
    });
    let to_take = row(&|each| match &each.way {
        None => td_string!(locale, pathways.plans.gone).to_owned(),
        Some((_, way)) if way.steps.is_empty() => td_string!(locale, pathways.plans.nothing).to_owned(),
        Some((_, way)) => wording::number_of_steps(locale, StepsLeft::kind_of(way), way.awards),
    });
    let credits = of_way(&|way, _| way.credits.map(|credits| credits_text(locale, credits)));
    let weeks = of_way(&|way, plan| {
        let hours = plan.hours_a_week.unwrap_or(HOURS_A_WEEK);
        let weeks = td_string!(locale, pathways.answer.weeks, count = way.weeks?);
        Some(format!("{weeks} {}", td_string!(locale, pathways.answer.pace, count = hours)))
    });
    let done = of_way(&|way, _| way.done.map(spelled));
    let fees = of_way(&|way, _| way.fees.map(|fees| fees.to_string()));
    let providers = of_way(&|way, _| Some(listed(&way.providers)).filter(|providers| !providers.is_empty()));
    let counts = of_way(&|way, _| {
        Some(if way.firm {
            td_string!(locale, pathways.plans.firm).to_owned()
        } else {
            td_string!(locale, pathways.plans.agreed).to_owned()
        })
    });
    vec![
        (td_string!(locale, pathways.plans.row.goals), goals),
        (td_string!(locale, pathways.plans.row.to_take), to_take),
        (td_string!(locale, pathways.plans.row.credits), credits),
        (td_string!(locale, pathways.plans.row.weeks), weeks),
        (td_string!(locale, pathways.plans.row.done), done),
        (td_string!(locale, pathways.plans.row.fees), fees),
        (td_string!(locale, pathways.plans.row.providers), providers),
        (td_string!(locale, pathways.plans.row.counts), counts),
    ]
}

/// The steps of a plan, as it was kept.
#[component]
fn Steps(register: Arc<Register>, plan: KeptPlan) -> impl IntoView {
    let locale = use_locale();
    let steps =
        plan.steps.iter().map(|step| view! { <li>{route::title_of(locale, &register, step.key())}</li> });
    let steps = steps.collect_view();
    view! {
        <td>
            <ol>{steps}</ol>
        </td>
    }
}

/// Opens a plan beside the person's record, gives it another name, or takes it away.
#[component]
fn Actions(compared: Compared, found: FoundContext, renamed: RwSignal<Option<String>>) -> impl IntoView {
    let locale = use_locale();
    let (pathway, plans) = (use_pathway(), use_plans());
    let navigate = use_navigate();
    let Compared { plan, way } = compared;
    let named = {
        let name = plan.name.clone();
        move || name.clone()
    };
    let open_name = td_string!(locale, pathways.plans.open_named, name = named());
    let rename_name = td_string!(locale, pathways.plans.rename_named, name = named());
    let remove_name = td_string!(locale, pathways.plans.remove_named, name = named());
    let rename = {
        let named = named.clone();
        move |_| renamed.set(Some(named()))
    };
    let remove = move |_| {
        let name = named();
        plans.remove(&name, td_string!(locale, pathways.plans.removed, name = name.clone()));
        request_animation_frame(|| page::focus(PLANS_TITLE));
    };
    let open = move |_| {
        let name = plan.name.clone();
        pathway.show_plan(&plan, td_string!(locale, pathways.plans.opened, name));
        found.prefer.set(plan.prefer);
        found.hours.set(plan.hours_a_week.unwrap_or(HOURS_A_WEEK));
        found.chosen.set(way.as_ref().map_or(0, |(place, _)| *place));
        navigate("/pathways", in_place());
        request_animation_frame(|| page::focus(TRIAL_TITLE));
    };
    view! {
        <td>
            <div class="actions">
                <button class="button small" type="button" aria-label=open_name on:click=open>
                    {td_string!(locale, pathways.plans.open)}
                </button>
                <button class="button quiet small" type="button" aria-label=rename_name on:click=rename>
                    {td_string!(locale, pathways.plans.rename)}
                </button>
                <button class="button quiet small" type="button" aria-label=remove_name on:click=remove>
                    {td_string!(locale, pathways.plans.remove)}
                </button>
            </div>
        </td>
    }
}
