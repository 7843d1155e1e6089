//! Buttons, menus, choices, chips and folds.

use super::section::{Named, Section, States};
use crate::domain::day::Day;
use crate::domain::regime::{FIRST_APPLICATIONS, SOURCES_READ};
use crate::domain::register::Entry;
use crate::ui::components::{
    Chip, DayChooser, EntrySearch, Fact, FactList, FactValue, FileButton, Icon, JumpLink, SearchFor, Sources,
    TickBox, icons,
};
use crate::ui::providers::use_toasts;
use crate::ui::query::ChosenDay;
use leptos::prelude::*;

/// Every kind of button.
#[component]
pub fn Buttons() -> impl IntoView {
    view! {
        <Section title="Buttons">
            <div class="actions">
                <button class="button primary" type="button">
                    <Icon icon=icons::DOWNLOAD />
                    "Primary, one a page"
                </button>
                <button class="button" type="button">
                    "Plain"
                </button>
                <button class="button" type="button">
                    <Icon icon=icons::PLUS />
                    "With an icon"
                </button>
                <button class="button quiet" type="button">
                    "Quiet"
                </button>
                <button class="button quiet danger" type="button">
                    <Icon icon=icons::TRASH />
                    "Danger"
                </button>
                <button class="button" type="button" disabled>
                    "Disabled"
                </button>
                <button class="button icon-only" type="button" aria-label="An icon alone">
                    <Icon icon=icons::X />
                </button>
                <a class="button" href="#buttons" rel="external">
                    "A link"
                    <Icon icon=icons::ARROW_RIGHT />
                </a>
                <FileButton on_file=Callback::new(|_| ())>
                    <Icon icon=icons::FOLDER_OPEN />
                    "A file"
                </FileButton>
            </div>
            <h3>"Small"</h3>
            <div class="actions">
                <button class="button small" type="button">
                    "Plain"
                </button>
                <button class="button quiet small" type="button">
                    "Quiet"
                </button>
                <button class="button quiet small danger" type="button">
                    <Icon icon=icons::TRASH />
                    "Danger"
                </button>
                <button class="button quiet small icon-only" type="button" aria-label="A small icon alone">
                    <Icon icon=icons::X />
                </button>
            </div>
        </Section>
    }
}

/// Menus and sheets. The parts and the report of the example draft, below, are sheets on a phone.
#[component]
pub fn Menus() -> impl IntoView {
    let today = SOURCES_READ;
    let chosen = RwSignal::new(ChosenDay::Unreadable("an example".to_owned()));
    let day = Memo::new(move |_| match chosen.get() {
        ChosenDay::On(day) => day,
        _ => FIRST_APPLICATIONS,
    });
    let on_look = Callback::new(move |day: Option<Day>| chosen.set(ChosenDay::On(day.unwrap_or(today))));
    view! {
        <Section title="Menus">
            <p class="hint">"A date that is not today’s, from an address that could not be read."</p>
            <DayChooser
                looked_at=Memo::new(move |_| chosen.get())
                own_day=Memo::new(move |_| today)
                day
                on_look
            />
        </Section>
    }
}

/// Ticks, and a search to choose from.
#[component]
pub fn Choosing() -> impl IntoView {
    let toasts = use_toasts();
    let is_ticked = RwSignal::new(true);
    let change = Callback::new(move |ticked| is_ticked.set(ticked));
    let keep = Callback::new(|_| ());
    let choose = Callback::new(move |entry: Entry| {
        toasts.show(format!("{} chosen", entry.title), None);
    });
    view! {
        <Section title="Choices">
            <States>
                <Named name="Ticks">
                    <TickBox is_ticked on_change=change>
                        "Ticked"
                    </TickBox>
                    <TickBox is_ticked=false on_change=keep>
                        "Not ticked, with words that go on for so long that they need more than one line"
                    </TickBox>
                </Named>
                <Named name="Ticks of a filter, with counts">
                    <TickBox class="tick dense" is_ticked on_change=change count=12usize>
                        "Level 4"
                    </TickBox>
                    <TickBox class="tick dense" is_ticked=false on_change=keep count=0usize>
                        "Level 5"
                    </TickBox>
                </Named>
                <Named name="A search for an entry: type “forestry” for offers, “forestery” for the closest, “xyzzy” for none">
                    <EntrySearch
                        id="example-search"
                        label="Find an entry"
                        searched=SearchFor::Entry
                        on_choose=choose
                    />
                </Named>
                <Named name="A search for a goal: each says what is known of the ways to it">
                    <EntrySearch
                        id="example-goal"
                        label="Find a goal"
                        searched=SearchFor::Goal
                        on_choose=choose
                    />
                </Named>
            </States>
        </Section>
    }
}

/// Chips and tags.
#[component]
pub fn Chips() -> impl IntoView {
    let toasts = use_toasts();
    let remove = move |_| {
        toasts.show("The filter was taken away".to_owned(), None);
    };
    let outcomes = ["broken", "expected", "missing", "judgement", "information", "met", "unchecked"];
    view! {
        <Section title="Chips">
            <div class="chips">
                <Chip label="Level 5" remove_label="Remove the filter Level 5" on_remove=remove />
                <Chip label="Health" remove_label="Remove the filter Health" on_remove=remove />
            </div>
            <h3>"Tags"</h3>
            <div class="chips">
                <span class="tag">"plain"</span>
                {outcomes
                    .map(|class| view! { <span class=format!("tag {class}")>{class}</span> })
                    .collect_view()}
            </div>
        </Section>
    }
}

/// What is folded away, facts, sources and links within the page.
#[component]
pub fn Folds() -> impl IntoView {
    view! {
        <Section title="Facts">
            <States>
                <Named name="One value, several, and none that is known">
                    <FactList>
                        <Fact name="Developer" value=FactValue::One("Example Institute".to_owned()) />
                        <Fact name="Standards" value=vec!["12345".to_owned(), "67890".to_owned()] />
                        <Fact name="Not shown" value=FactValue::Unknown />
                    </FactList>
                </Named>
                <Named name="Folded">
                    <details class="fold">
                        <summary>"Who says so"</summary>
                        <Sources
                            source=Some("https://example.org/a".to_owned())
                            also=vec!["A paper that has no address".to_owned()]
                        />
                    </details>
                </Named>
                <Named name="Unfolded">
                    <details class="fold" open>
                        <summary>"Who says so"</summary>
                        <Sources
                            source=Some("https://example.org/b".to_owned())
                            also=vec!["A paper that has no address".to_owned()]
                        />
                    </details>
                </Named>
                <Named name="A link within the page">
                    <JumpLink to="page-title">"Back to the top"</JumpLink>
                </Named>
            </States>
        </Section>
    }
}
