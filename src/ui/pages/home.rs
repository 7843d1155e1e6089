//! The first page: what Waymark is, and two doors.

use crate::domain::draft::Draft;
use crate::domain::register::Entry;
use crate::domain::report::check;
use crate::ui::components::{
    DraftMiniature, EntrySearch, Group, Icon, PAGE_TITLE, Page, PathwayMiniature, SearchFor, Tally,
    entry_path, icons,
};
use crate::ui::i18n::*;
use crate::ui::providers::{use_draft, use_today};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::location::Url;

/// What Waymark is for, and where to go.
#[component]
pub fn HomePage() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Title text=td_string!(locale, home.window_title) />
        <Page class="home-page">
            <header class="home-head">
                <h1 id=PAGE_TITLE tabindex="-1">
                    <span>{td_string!(locale, home.title_check)}</span>
                    " "
                    <span>{td_string!(locale, home.title_lead)}</span>
                </h1>
                <p class="lead">{td_string!(locale, home.lead)}</p>
            </header>
            <CarryOn />
            <section class="doors" aria-labelledby="doors-title">
                <h2 id="doors-title">{td_string!(locale, home.question)}</h2>
                <article class="card door">
                    <h3>
                        <a class="card-link" href="/draft">
                            {td_string!(locale, home.writing.title)}
                            " "
                            <Icon icon=icons::ARROW_RIGHT />
                        </a>
                    </h3>
                    <p>{td_string!(locale, home.writing.text)}</p>
                    <DraftMiniature />
                </article>
                <article class="card door">
                    <h3>
                        <a class="card-link" href="/pathways">
                            {td_string!(locale, home.planning.title)}
                            " "
                            <Icon icon=icons::ARROW_RIGHT />
                        </a>
                    </h3>
                    <p>{td_string!(locale, home.planning.text)}</p>
                    <PathwayMiniature />
                </article>
            </section>
            <LookUp />
            <GoodToKnow />
        </Page>
    }
}

/// The way back to the draft that the device keeps; nothing where it keeps none.
#[component]
fn CarryOn() -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let (draft, today) = (use_draft(), use_today());
    let is_empty = Memo::new(move |_| draft.with(Draft::is_empty));
    let tally = Memo::new(move |_| {
        draft.with(|draft| {
            let day = draft.day().unwrap_or_else(|| today.get());
            Tally::of(&check(draft, day, None, language))
        })
    });
    let title =
        move || draft.with(Draft::title).unwrap_or_else(|| td_string!(locale, draft.untitled).to_owned());
    let mark =
        |group: Group, text: String| view! { <span class=format!("mark {}", group.class())>{text}</span> };
    let states = move || {
        let Tally { broken, missing, .. } = tally.get();
        let to_fix =
            (broken > 0).then(|| mark(Group::Broken, td_string!(locale, draft.state.to_fix, count = broken)));
        let to_fill_in = (missing > 0)
            .then(|| mark(Group::Missing, td_string!(locale, draft.state.to_fill_in, count = missing)));
        view! {
            {to_fix}
            " "
            {to_fill_in}
        }
    };
    move || {
        (!is_empty.get()).then(|| {
            view! {
                <aside class="card carry-on" aria-label=td_string!(locale, home.carry_on.label)>
                    <div>
                        <p class="carry-on-title" dir="auto">
                            {title}
                        </p>
                        <p class="states">{states}</p>
                    </div>
                    <a class="button primary" href="/draft">
                        {td_string!(locale, home.carry_on.action)}
                        <Icon icon=icons::ARROW_RIGHT />
                    </a>
                </aside>
            }
        })
    }
}

/// A search over the whole register, which leads to an entry, or to all that is found.
#[component]
fn LookUp() -> impl IntoView {
    let locale = use_locale();
    let navigate = use_navigate();
    let text = RwSignal::new(String::new());
    let on_choose = {
        let navigate = navigate.clone();
        Callback::new(move |entry: Entry| {
            navigate(&entry_path(entry.kind, &entry.key), NavigateOptions::default())
        })
    };
    let search = move |event: SubmitEvent| {
        event.prevent_default();
        let words = text.get_untracked();
        navigate(&format!("/register?q={}", Url::escape(&words)), NavigateOptions::default());
    };
    view! {
        <section class="look-up">
            <form role="search" on:submit=search>
                <EntrySearch
                    id="look-up"
                    label=td_string!(locale, home.search.label)
                    searched=SearchFor::Entry
                    on_choose
                    text
                />
                <button class="button" type="submit">
                    {td_string!(locale, home.search.action)}
                </button>
            </form>
        </section>
    }
}

/// What a micro-credential is, what stays private, and where everything comes from.
#[component]
fn GoodToKnow() -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="to-know" aria-label=td_string!(locale, home.to_know.label)>
            <div>
                <h2>
                    <Icon icon=icons::INFO />
                    {td_string!(locale, home.to_know.what)}
                </h2>
                <p>{td_string!(locale, home.to_know.what_text)}</p>
            </div>
            <div>
                <h2>
                    <Icon icon=icons::LOCK />
                    {td_string!(locale, home.to_know.private)}
                </h2>
                <p>{td_string!(locale, home.to_know.private_text)}</p>
            </div>
            <div>
                <h2>
                    <Icon icon=icons::BOOK_OPEN />
                    {td_string!(locale, home.to_know.sources)}
                </h2>
                <p>{td_string!(locale, home.to_know.sources_text)}</p>
            </div>
        </section>
    }
}
