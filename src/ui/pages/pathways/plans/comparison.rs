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
use crate::ui::pages::pathways::found::{Found, FoundContext};
use crate::ui::pages::pathways::trial::TRIAL_TITLE;
use crate::ui::pages::pathways::{route, wording};
use crate::ui::providers::{use_pathway, use_plans, use_today};
use leptos::prelude::*;
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
        let way = match Found::asked(&plan.pathway, plan.settings(), today) {
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

/// What the table says of a plan.
#[derive(Clone, PartialEq)]
struct Column {
    compared: Compared,
    /// A line for each of the [`labels`].
    lines: [String; 8],
    /// The steps, as they were kept.
    steps: Vec<String>,
}

/// Draws a cell of a column.
type Cell = Arc<dyn Fn(Column) -> AnyView + Send + Sync>;

/// A table with a column for each plan.
#[component]
pub fn Comparison(register: Arc<Register>, found: FoundContext) -> impl IntoView {
    let locale = use_locale();
    let (plans, today) = (use_plans(), use_today());
    let renamed = RwSignal::new(None::<String>);
    let asked = Memo::new(move |_| Some((plans.with(Clone::clone), today.get())));
    let compared = LongWork::new(asked, async move |(plans, today): (KeptPlans, Day), slices| {
        let mut columns = Vec::new();
        for plan in plans.iter() {
            let compared = Compared::of(&register, plan.clone(), today, slices).await;
            columns.push(Column::of(locale, &register, compared));
        }
        columns
    });
    let columns = Memo::new(move |_| compared.get().unwrap_or_default());
    let has_any = Memo::new(move |_| columns.with(|columns| !columns.is_empty()));
    let table = move || {
        let name: Cell =
            Arc::new(|column| view! { <th scope="col">{column.compared.plan.name}</th> }.into_any());
        let steps: Cell = Arc::new(|column| view! { <Steps steps=column.steps /> }.into_any());
        let actions: Cell =
            Arc::new(move |Column { compared, .. }| view! { <Actions compared found renamed /> }.into_any());
        let rows = labels(locale).into_iter().enumerate().map(|(at, label)| {
            let cell: Cell =
                Arc::new(move |column| view! { <td>{column.lines.get(at).cloned()}</td> }.into_any());
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <Cells columns cell />
                </tr>
            }
        });
        let rows = rows.collect_view();
        view! {
            <table>
                <caption>{td_string!(locale, pathways.plans.caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{td_string!(locale, pathways.plans.row.plan)}</th>
                        <Cells columns cell=name />
                    </tr>
                </thead>
                <tbody>
                    {rows} <tr>
                        <th scope="row">{td_string!(locale, pathways.plans.row.steps)}</th>
                        <Cells columns cell=steps />
                    </tr> <tr class="plan-actions">
                        <th scope="row">{td_string!(locale, pathways.plans.row.actions)}</th>
                        <Cells columns cell=actions />
                    </tr>
                </tbody>
            </table>
        }
    };
    let table = move || has_any.get().then(table);
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

/// A row's cells. Those of a plan of which the same is said stay when others change, and so does the focus there.
#[component]
fn Cells(columns: Memo<Vec<Column>>, cell: Cell) -> impl IntoView {
    let name_of = |column: &Column| column.compared.plan.name.clone();
    let names = move || columns.with(|columns| columns.iter().map(name_of).collect::<Vec<_>>());
    let draw = move |name: String| {
        let cell = Arc::clone(&cell);
        let is_it = move |column: &&Column| column.compared.plan.name == name;
        let column = Memo::new(move |_| columns.with(|columns| columns.iter().find(&is_it).cloned()));
        move || column.get().map(|column| cell(column))
    };
    view! { <For each=names key=String::clone children=draw /> }
}

/// What the lines of a column are about.
fn labels(locale: Locale) -> [&'static str; 8] {
    [
        td_string!(locale, pathways.plans.row.goals),
        td_string!(locale, pathways.plans.row.to_take),
        td_string!(locale, pathways.plans.row.credits),
        td_string!(locale, pathways.plans.row.weeks),
        td_string!(locale, pathways.plans.row.done),
        td_string!(locale, pathways.plans.row.fees),
        td_string!(locale, pathways.plans.row.providers),
        td_string!(locale, pathways.plans.row.counts),
    ]
}

impl Column {
    fn of(locale: Locale, register: &Register, compared: Compared) -> Self {
        let listed = |items: &[String]| intl::listed(td_string!(locale, app.language_tag), items);
        let Compared { plan, way } = &compared;
        // Of a way that is no longer there, one line says so, and those that would be about it nothing.
        let of_way = |line: &dyn Fn(&Way) -> Option<String>| match way {
            Some((_, way)) => {
                line(way).unwrap_or_else(|| td_string!(locale, pathways.plans.not_stated).to_owned())
            }
            None => td_string!(locale, pathways.plans.unknown).to_owned(),
        };
        let goals = plan.pathway.goals.iter().map(|goal| route::title_of(locale, register, goal));
        let to_take = match way {
            None => td_string!(locale, pathways.plans.gone).to_owned(),
            Some((_, way)) if way.steps.is_empty() => td_string!(locale, pathways.plans.nothing).to_owned(),
            Some((_, way)) => wording::number_of_steps(locale, StepsLeft::kind_of(way), way.awards),
        };
        let hours = plan.settings().hours_a_week;
        let weeks = |way: &Way| {
            let pace = td_string!(locale, pathways.answer.pace, count = hours);
            Some(td_string!(locale, pathways.answer.weeks_alone, count = way.weeks?, pace))
        };
        let counts = |way: &Way| {
            Some(if way.firm {
                td_string!(locale, pathways.plans.firm).to_owned()
            } else {
                td_string!(locale, pathways.plans.agreed).to_owned()
            })
        };
        let lines = [
            listed(&goals.collect::<Vec<_>>()),
            to_take,
            of_way(&|way| way.credits.map(|credits| credits_text(locale, credits))),
            of_way(&weeks),
            of_way(&|way| way.done.map(spelled)),
            of_way(&|way| way.fees.map(|fees| fees.to_string())),
            of_way(&|way| Some(listed(&way.providers)).filter(|providers| !providers.is_empty())),
            of_way(&counts),
        ];
        let steps = plan.steps.iter().map(|step| route::title_of(locale, register, step.key())).collect();
        Self { compared, lines, steps }
    }
}

/// The steps of a plan.
#[component]
fn Steps(steps: Vec<String>) -> impl IntoView {
    let steps = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
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
        found.chosen.set(way.as_ref().map_or(0, |(place, _)| *place));
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
