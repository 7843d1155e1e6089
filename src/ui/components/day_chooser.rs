//! The date whose rules the draft is checked against.

use super::{Icon, Notice, NoticeKind, icons};
use crate::domain::day::{self, Day};
use crate::domain::regime::{self, FIRST_APPLICATIONS, REGIMES};
use crate::domain::rulebook::RULES;
use crate::ui::i18n::*;
use crate::ui::providers::use_today;
use crate::ui::query::ChosenDay;
use leptos::ev::Targeted;
use leptos::prelude::*;
use leptos::web_sys::{Event, HtmlInputElement};
use leptos_router::components::A;

/// A calendar, the rules of the chosen date, and a menu with the first dates of other rules.
#[component]
pub fn DayChooser(
    /// The date in the address.
    chosen: Memo<ChosenDay>,
    /// The date that the draft is checked against.
    day: Memo<Day>,
    /// Writes a date to the address; none for today.
    on_choose: Callback<Option<Day>>,
) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let today = use_today();
    let choose = move |day: Option<Day>| {
        today.refresh();
        on_choose.run(day.filter(|day| *day != today.get()));
    };
    let on_change = move |event: Targeted<Event, HtmlInputElement>| {
        let chosen = day::parse(&event.target().value());
        choose(chosen);
        if chosen.is_none() {
            // The day may be today's already, and then nothing else would put it back into the box.
            event.target().set_value(&today.get().to_string());
        }
    };
    let regime = Memo::new(move |_| regime::on(day.get()).map(|regime| regime.id));
    let in_force = move || REGIMES.iter().find(|other| Some(other.id) == regime.get());
    let caution = move || {
        let caution = in_force().and_then(|regime| RULES.caution_of(regime, language));
        caution.map(|caution| view! { <p class="caution">{caution}</p> })
    };
    let compare_path = move || match chosen.get() {
        ChosenDay::On(day) => format!("/draft/compare?on={day}"),
        _ => "/draft/compare".to_owned(),
    };
    let not_today = move || {
        (day.get() != today.get())
            .then(|| view! { <span class="tag expected">{td_string!(locale, draft.day.not_today)}</span> })
    };
    let unreadable = move || match chosen.get() {
        ChosenDay::Unreadable(text) => Some(view! {
            <Notice kind=NoticeKind::Warning>
                <p>{td_string!(locale, draft.day.unreadable, text)}</p>
            </Notice>
        }),
        _ => None,
    };
    view! {
        <section class="day" aria-labelledby="on-label">
            <label id="on-label" for="on">
                {td_string!(locale, draft.day.label)}
            </label>
            <input
                id="on"
                type="date"
                min=FIRST_APPLICATIONS.to_string()
                prop:value=move || day.get().to_string()
                on:change:target=on_change
            />
            <span class="regime">{move || in_force().map(|regime| regime.name)}</span>
            {not_today}
            <button class="button quiet small" type="button" popovertarget="other-days">
                {td_string!(locale, draft.day.others)}
                <Icon icon=icons::CHEVRON_DOWN />
            </button>
            <div class="menu" id="other-days" popover>
                <DayButton
                    label=td_string!(locale, draft.day.today).to_owned()
                    on_press=move || choose(None)
                />
                {REGIMES
                    .iter()
                    .rev()
                    .map(|regime| {
                        view! {
                            <DayButton
                                label=regime.name.to_owned()
                                on_press=move || choose(Some(regime.from))
                            />
                        }
                    })
                    .collect_view()}
            </div>
            <A href=compare_path>{td_string!(locale, draft.day.compare)}</A>
            {caution}
        </section>
        {unreadable}
    }
}

/// A line of the menu.
#[component]
fn DayButton<P>(label: String, on_press: P) -> impl IntoView
where
    P: Fn() + Send + Sync + 'static,
{
    view! {
        <button
            class="button"
            type="button"
            popovertarget="other-days"
            popovertargetaction="hide"
            on:click=move |_| on_press()
        >
            {label}
        </button>
    }
}
