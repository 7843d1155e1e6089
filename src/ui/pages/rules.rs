//! The rulebook: every rule, found by words, family, route and date.

use crate::browser::page;
use crate::domain::Language;
use crate::domain::day::{self, Day};
use crate::domain::rulebook::{FAMILIES, Page as Rule, RULES, Route};
use crate::domain::text::fold;
use crate::ui::components::{Icon, Mi, Page, PageHead, icons, rule_path};
use crate::ui::i18n::*;
use crate::ui::providers::use_today;
use crate::ui::query::{ChosenDay, query_day, query_text};
use leptos::prelude::*;
use leptos_router::components::A;

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

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Asked {
    words: String,
    family: Option<String>,
    route: Option<Route>,
    on: Option<Day>,
}

impl Asked {
    fn fits(&self, rule: &Rule, language: Language) -> bool {
        let of_family = self.family.as_deref().is_none_or(|asked| rule.families().any(|one| one == asked));
        let is_current = |on: Day| rule.edition.iter().any(|edition| edition.in_force(on));
        let binds = |route: Route| {
            let editions =
                rule.edition.iter().filter(|edition| self.on.is_none_or(|on| edition.in_force(on)));
            editions.into_iter().any(|edition| edition.binds(route))
        };
        of_family
            && self.on.is_none_or(is_current)
            && self.route.is_none_or(binds)
            && self.words_fit(rule, language)
    }

    /// Whether each word begins a word of what the rule says of itself.
    fn words_fit(&self, rule: &Rule, language: Language) -> bool {
        let clauses = rule.edition.iter().map(|edition| edition.clause.as_str());
        let says = rule.edition.iter().map(|edition| rule.says(&edition.clause, language));
        let all: Vec<&str> = clauses.chain(says).chain([rule.title.as_str()]).collect();
        let text = format!(" {}", fold(&all.join(" ")));
        fold(&self.words).split_whitespace().all(|word| text.contains(&format!(" {word}")))
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
    let asked = Memo::new(move |_| Asked {
        words: query_words.get().unwrap_or_default(),
        family: family.get(),
        route: Route::ALL.iter().copied().find(|known| Some(known.id()) == route.get().as_deref()),
        on: match chosen.get() {
            ChosenDay::On(day) => Some(day),
            _ => None,
        },
    });
    let found = Memo::new(move |_| {
        let rules = RULES.pages.iter().enumerate();
        asked.with(|asked| {
            rules.filter(|(_, rule)| asked.fits(rule, language)).map(|(at, _)| at).collect::<Vec<_>>()
        })
    });
    let total = move || match found.with(Vec::len) {
        0 => td_string!(locale, rules.none).to_owned(),
        count => td_string!(locale, rules.total, count),
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
                <label class="visually-hidden" for="search">
                    {td_string!(locale, rules.search)}
                </label>
                <div class="combobox">
                    <Icon icon=icons::SEARCH />
                    <input
                        type="search"
                        id="search"
                        autocomplete="off"
                        prop:value=move || query_words.get().unwrap_or_default()
                        on:input:target=move |event| {
                            set_query_words.run(Some(event.target().value()).filter(|text| !text.is_empty()));
                        }
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
            <div class="rules-total">
                <p role="status">{total}</p>
                <button
                    class="button quiet small"
                    type="button"
                    hidden=move || asked.with(|asked| *asked == Asked::default())
                    on:click=clear
                >
                    {td_string!(locale, rules.clear)}
                </button>
            </div>
            {FAMILIES.map(|(family, _)| view! { <Family family found asked /> }).collect_view()}
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
    let on = move || asked.with(|asked| asked.on);
    view! {
        <section
            class="section"
            hidden=move || here.with(Vec::is_empty)
            aria-labelledby=format!("family-{family}")
        >
            <h2 id=format!("family-{family}")>{family_name(locale, family)}</h2>
            <ul class="rule-list">
                <For each=move || here.get() key=move |at| (*at, on()) let(at)>
                    {RULES.pages.get(at).map(|rule| view! { <RuleItem rule on=on() /> })}
                </For>
            </ul>
        </section>
    }
}

#[component]
fn RuleItem(rule: &'static Rule, on: Option<Day>) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let editions = rule.editions_on(on.unwrap_or_else(|| untrack(|| use_today().get())));
    let edition = *editions.first()?;
    let mut clauses: Vec<&str> = rule.edition.iter().map(|edition| edition.clause.as_str()).collect();
    clauses.dedup();
    let meta = td_string!(
        locale,
        rules.meta,
        clauses = clauses.join(", "),
        severity = edition.severity.label(language)
    );
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
