//! The rulebook: every rule, found by words, family, route and date.

use crate::browser::fetch;
use crate::browser::page;
use crate::domain::Language;
use crate::domain::day::{self, Day};
use crate::domain::rulebook::search::{Fit, Index, Query};
use crate::domain::rulebook::{Basis, Edition, FAMILIES, RULES, Route, Rule, SourceDay, Stage};
use crate::domain::text::capitalised;
use crate::ui::components::{Mi, Notice, NoticeKind, Page, PageHead, SearchInput, rule_path};
use crate::ui::i18n::*;
use crate::ui::providers::use_today;
use crate::ui::query::{ChosenDay, query_day, query_text};
use leptos::prelude::*;
use leptos_router::components::A;
use std::collections::BTreeMap;

/// What a family is called.
pub fn family_name(locale: Locale, family: &str) -> &'static str {
    match family {
        "ELIG" => td_string!(locale, rules.family.elig),
        "LIST" => td_string!(locale, rules.family.list),
        "NEED" => td_string!(locale, rules.family.need),
        "APP" => td_string!(locale, rules.family.app),
        "ACC" => td_string!(locale, rules.family.acc),
        "LIFE" => td_string!(locale, rules.family.life),
        "UNI" => td_string!(locale, rules.family.uni),
        "EQV" => td_string!(locale, rules.family.eqv),
        "FUND" => td_string!(locale, rules.family.fund),
        _ => td_string!(locale, rules.family.stk),
    }
}

/// What breaking a rule means. A draft is never checked against the rules on stacking.
pub fn weight_of(rule: &Rule, edition: &Edition, language: Language) -> Option<String> {
    (rule.stage != Stage::Stacking).then(|| capitalised(edition.severity.label(language)))
}

/// A first or last day in the form in which its source gives it.
pub fn day_text(locale: Locale, language: Language, day: SourceDay) -> String {
    let text = RULES.day(day, language);
    if day.basis == Basis::Seen { td_string!(locale, rules.seen, day = text) } else { text }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Asked {
    words: String,
    family: Option<String>,
    route: Option<Route>,
    on: Option<Day>,
}

impl Asked {
    /// Whether a rule is of the family, the route and the day that are asked for.
    fn fits(&self, rule: &Rule) -> bool {
        let of_family = self.family.as_deref().is_none_or(|asked| rule.families().any(|one| one == asked));
        let is_current = |on: Day| rule.edition.iter().any(|edition| edition.in_force(on));
        let binds = |route: Route| {
            let editions =
                rule.edition.iter().filter(|edition| self.on.is_none_or(|on| edition.in_force(on)));
            editions.into_iter().any(|edition| edition.binds(route))
        };
        of_family && self.on.is_none_or(is_current) && self.route.is_none_or(binds)
    }
}

/// The rules that were found, by their places in the rulebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    /// Those whose title, number, clause or sentence has the words.
    close: Vec<usize>,
    /// Those that have them further down on their page.
    mentioned: Vec<usize>,
}

impl Found {
    fn of(asked: &Asked, index: &Index) -> Self {
        let mut found = Self::default();
        let query = Query::new(&asked.words);
        let fitting = RULES.pages.iter().enumerate().filter(|(_, rule)| asked.fits(rule));
        for (at, _) in fitting {
            match index.fit(at, &query) {
                Some(Fit::Close) => found.close.push(at),
                Some(Fit::Mentioned) => found.mentioned.push(at),
                None => {}
            }
        }
        found
    }
}

/// The list of rules, and what narrows it.
#[component]
pub fn RulesPage() -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let (query_words, set_query_words) = query_text("q");
    let (family, set_family) = query_text("family");
    let (route, set_route) = query_text("route");
    let (chosen, set_day) = query_day("on");
    let is_family = |id: &String| FAMILIES.iter().any(|(family, _)| family == id);
    let asked = Memo::new(move |_| Asked {
        words: query_words.get().unwrap_or_default(),
        family: family.get().filter(is_family),
        route: Route::ALL.iter().copied().find(|known| Some(known.id()) == route.get().as_deref()),
        on: match chosen.get() {
            ChosenDay::On(day) => Some(day),
            _ => None,
        },
    });
    let manuals = LocalResource::new(|| async {
        let text = fetch::text_once("/rule-manuals.json").await.ok()?;
        serde_json::from_str::<BTreeMap<String, String>>(&text).ok()
    });
    let index = Memo::new(move |_| {
        let manuals = manuals.get().flatten().unwrap_or_default();
        Index::of(&RULES, &manuals, language)
    });
    let found = Memo::new(move |_| asked.with(|asked| index.with(|index| Found::of(asked, index))));
    let close = Memo::new(move |_| found.with(|found| found.close.clone()));
    let mentioned = Memo::new(move |_| found.with(|found| found.mentioned.clone()));
    let total = move || match found.with(|found| found.close.len() + found.mentioned.len()) {
        0 => td_string!(locale, rules.none).to_owned(),
        count => td_string!(locale, rules.total, count),
    };
    let retry = move |_| {
        manuals.set(None);
        manuals.refetch();
        page::focus("search");
    };
    let without_manuals = move || match manuals.get() {
        Some(Some(_)) => None,
        None => Some(view! { <p class="hint">{td_string!(locale, rules.manuals_loading)}</p> }.into_any()),
        Some(None) => Some(
            view! {
                <p class="hint">{td_string!(locale, rules.without_manuals)}</p>
                <button class="button small" type="button" on:click=retry>
                    {td_string!(locale, rules.retry)}
                </button>
            }
            .into_any(),
        ),
    };
    let without_manuals = move || query_words.get().and_then(|_| without_manuals());
    let is_unknown_route = |id: &String| Route::ALL.iter().all(|known| known.id() != id);
    let unknown = move || {
        let unknown = [family.get().filter(|id| !is_family(id)), route.get().filter(is_unknown_route)];
        let unknown = unknown.into_iter().flatten();
        let said = unknown.map(|value| td_string!(locale, rules.unknown_filter, value));
        let unreadable = match chosen.get() {
            ChosenDay::Unreadable(text) => Some(td_string!(locale, rules.unreadable_day, text)),
            _ => None,
        };
        let notices = said.chain(unreadable).map(|text| {
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{text}</p>
                </Notice>
            }
        });
        notices.collect_view()
    };
    let is_plain = move || {
        [query_words, family, route].iter().all(|text| text.get().is_none())
            && chosen.get() == ChosenDay::Today
    };
    let clear = move |_| {
        set_query_words.run(None);
        set_family.run(None);
        set_route.run(None);
        set_day.run(None);
        page::focus("search");
    };
    let families = FAMILIES.map(|(family, _)| (family.to_owned(), family_name(locale, family)));
    let routes = Route::ALL.iter().filter(|route| **route != Route::Funding);
    let routes = routes.map(move |route| (route.id().to_owned(), route.label(language)));
    view! {
        <Page class="rules-page">
            <PageHead title=td_string!(locale, rules.title)>
                <p class="lead">{td_string!(locale, rules.lead)}</p>
            </PageHead>
            <form class="rules-search" role="search" on:submit=|event| event.prevent_default()>
                <div class="rules-words">
                    <label for="search">{td_string!(locale, rules.search)}</label>
                    <SearchInput
                        words=Signal::derive(move || query_words.get().unwrap_or_default())
                        on_input=move |text: String| {
                            set_query_words.run(Some(text).filter(|text| !text.is_empty()))
                        }
                        hint=td_string!(locale, rules.search_hint)
                    />
                </div>
                <Chooser
                    id="family"
                    label=td_string!(locale, rules.family_label)
                    choices=families.into()
                    chosen=family
                    set_chosen=set_family
                />
                <Chooser
                    id="route"
                    label=td_string!(locale, rules.route_label)
                    choices=routes.collect()
                    chosen=route
                    set_chosen=set_route
                />
                <div>
                    <label for="in-force">{td_string!(locale, rules.day_label)}</label>
                    <input
                        id="in-force"
                        type="date"
                        prop:value=move || {
                            asked.with(|asked| asked.on.map(|on| on.to_string()).unwrap_or_default())
                        }
                        on:change:target=move |event| set_day.run(day::parse(&event.target().value()))
                    />
                </div>
            </form>
            {unknown}
            <div class="rules-total">
                <p role="status">{total}</p>
                <button class="button quiet small" type="button" hidden=is_plain on:click=clear>
                    {td_string!(locale, rules.clear)}
                </button>
            </div>
            {FAMILIES.map(|(family, _)| view! { <Family family found=close asked /> }).collect_view()}
            {without_manuals}
            <section class="section" hidden=move || mentioned.with(Vec::is_empty) aria-labelledby="mentioned">
                <h2 id="mentioned">{td_string!(locale, rules.mentioned)}</h2>
                <RuleList rules=mentioned asked />
            </section>
        </Page>
    }
}

/// A list to choose one from, or all.
#[component]
fn Chooser(
    id: &'static str,
    label: &'static str,
    choices: Vec<(String, &'static str)>,
    chosen: Memo<Option<String>>,
    set_chosen: Callback<Option<String>>,
) -> impl IntoView {
    let locale = use_locale();
    let options = choices.into_iter().map(|(value, label)| {
        let is_chosen = {
            let value = value.clone();
            move || chosen.get().as_ref() == Some(&value)
        };
        view! {
            <option value=value prop:selected=is_chosen>
                {label}
            </option>
        }
    });
    view! {
        <div>
            <label for=id>{label}</label>
            <select
                id=id
                on:change:target=move |event| {
                    set_chosen.run(Some(event.target().value()).filter(|value| !value.is_empty()));
                }
            >
                <option value="" prop:selected=move || chosen.get().is_none()>
                    {td_string!(locale, rules.all)}
                </option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// The rules of a family that were found; nothing where there are none. A rule of several families stands with
/// the one that is asked for, or else with its first.
#[component]
fn Family(family: &'static str, found: Memo<Vec<usize>>, asked: Memo<Asked>) -> impl IntoView {
    let locale = use_locale();
    let here = Memo::new(move |_| {
        let mut found = found.get();
        let asked = asked.with(|asked| asked.family.clone());
        let stands_with = |rule: &'static Rule| asked.as_deref().or(rule.families().next());
        found.retain(|at| RULES.pages.get(*at).and_then(stands_with) == Some(family));
        found
    });
    view! {
        <section
            class="section"
            hidden=move || here.with(Vec::is_empty)
            aria-labelledby=format!("family-{family}")
        >
            <h2 id=format!("family-{family}")>{family_name(locale, family)}</h2>
            <RuleList rules=here asked />
        </section>
    }
}

#[component]
fn RuleList(rules: Memo<Vec<usize>>, asked: Memo<Asked>) -> impl IntoView {
    let on = move || asked.with(|asked| asked.on);
    view! {
        <ul class="rule-list">
            <For each=move || rules.get() key=move |at| (*at, on()) let(at)>
                {RULES.pages.get(at).map(|rule| view! { <RuleItem rule on=on() /> })}
            </For>
        </ul>
    }
}

#[component]
fn RuleItem(rule: &'static Rule, on: Option<Day>) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let editions = rule.editions_on(on.unwrap_or_else(|| untrack(|| use_today().get())));
    let edition = *editions.first()?;
    let mut clauses: Vec<&str> = rule.edition.iter().map(|edition| edition.clause.as_str()).collect();
    clauses.dedup();
    let clauses = clauses.join(", ");
    let meta = match weight_of(rule, edition, language) {
        Some(weight) => td_string!(locale, rules.meta, clauses, weight),
        None => clauses,
    };
    Some(view! {
        <li>
            <h3>
                <A href=rule_path(&rule.name, &rule.anchor(edition))>
                    <Mi text=rule.title.clone() />
                </A>
            </h3>
            <p>
                <Mi text=rule.says(&edition.clause, language).to_owned() />
            </p>
            <p class="hint">{meta}</p>
        </li>
    })
}
