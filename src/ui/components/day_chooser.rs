//! The day of the application, whose rules the draft is checked against.

use super::anchors::field_id;
use super::{Icon, Notice, NoticeKind, icons};
use crate::browser::page;
use crate::domain::day::{self, Day, spelled};
use crate::domain::draft::{Draft, fields};
use crate::domain::regime::{self, FIRST_APPLICATIONS, REGIMES};
use crate::domain::rulebook::RULES;
use crate::ui::i18n::*;
use crate::ui::providers::{use_draft, use_today};
use crate::ui::query::ChosenDay;
use leptos::ev::Targeted;
use leptos::prelude::*;
use leptos::web_sys::{Event, HtmlInputElement};
use leptos_router::components::A;
use serde_json::Value;

/// A calendar that keeps its day in the draft, the rules of the day, and a menu that shows the draft on the first
/// days of other rules.
#[component]
pub fn DayChooser(
    /// The day in the address.
    looked_at: Memo<ChosenDay>,
    /// The day that the draft says; today where it says none.
    own_day: Memo<Day>,
    /// The day that the draft is checked against.
    day: Memo<Day>,
    /// Writes a day to the address; none for the draft's own.
    on_look: Callback<Option<Day>>,
) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let (draft, today) = (use_draft(), use_today());
    let id = field_id(fields::DAY);
    let label = fields::find(fields::DAY).map(|field| field.label(language));
    let on_change = move |event: Targeted<Event, HtmlInputElement>| {
        today.refresh();
        let chosen = day::parse(&event.target().value());
        let value = chosen.map_or(Value::Null, |day| day.to_string().into());
        draft.change(|draft| draft.set(fields::DAY, value));
        on_look.run(None);
        if chosen.is_none() {
            // The day may be today's already, and then nothing else would put it back into the box.
            event.target().set_value(&today.get().to_string());
        }
    };
    let look_at = move |day: Day| {
        today.refresh();
        on_look.run((day != own_day.get()).then_some(day));
    };
    let unclear = Memo::new(move |_| {
        let text = draft.with(|draft| draft.shown(fields::DAY));
        draft.with(Draft::has_unclear_day).then_some(text)
    });
    let is_unclear = move || unclear.with(Option::is_some) && matches!(looked_at.get(), ChosenDay::Today);
    let shown = move || if is_unclear() { String::new() } else { day.get().to_string() };
    let regime = Memo::new(move |_| regime::on(day.get()).map(|regime| regime.id));
    let in_force = move || REGIMES.iter().find(|other| Some(other.id) == regime.get());
    let caution = move || {
        let caution = in_force().and_then(|regime| RULES.caution_of(regime, language));
        caution.map(|caution| view! { <p class="caution">{caution}</p> })
    };
    let compare_path = move || match looked_at.get() {
        ChosenDay::On(day) => format!("{}/compare?on={day}", draft.path()),
        _ => format!("{}/compare", draft.path()),
    };
    let not_today = move || {
        let has_other_rules = regime.get() != regime::on(today.get()).map(|regime| regime.id);
        match (has_other_rules, day.get() == today.get()) {
            (true, _) => Some(("tag expected", td_string!(locale, draft.day.other_rules))),
            (false, false) => Some(("tag", td_string!(locale, draft.day.not_today))),
            (false, true) => None,
        }
        .map(|(class, words)| view! { <span class=class>{words}</span> })
    };
    let way_back = {
        let id = id.clone();
        move || {
            let own = own_day.get();
            let id = id.clone();
            let back = move |_| {
                on_look.run(None);
                page::focus(&id);
            };
            let words = if own == today.get() {
                td_string!(locale, draft.day.back_to_today).to_owned()
            } else {
                td_string!(locale, draft.day.back, day = spelled(own))
            };
            (day.get() != own).then(|| {
                view! {
                    <button class="button small" type="button" on:click=back>
                        {words}
                    </button>
                }
            })
        }
    };
    let unreadable = move || {
        let words = match looked_at.get() {
            ChosenDay::Unreadable(text) => td_string!(locale, draft.day.unreadable, text),
            ChosenDay::Today => td_string!(locale, draft.day.unclear, text = unclear.get()?),
            ChosenDay::On(_) => return None,
        };
        Some(view! {
            <Notice kind=NoticeKind::Warning>
                <p>{words}</p>
            </Notice>
        })
    };
    view! {
        <section class="day" aria-labelledby="on-label">
            <label id="on-label" for=id.clone()>
                {label}
            </label>
            <input
                id=id
                type="date"
                min=FIRST_APPLICATIONS.to_string()
                aria-invalid=move || is_unclear().to_string()
                prop:value=shown
                on:change:target=on_change
            />
            <span class="regime">{move || in_force().map(|regime| regime.name)}</span>
            {not_today}
            {way_back}
            <button class="button quiet small" type="button" popovertarget="other-days">
                {td_string!(locale, draft.day.others)}
                <Icon icon=icons::CHEVRON_DOWN />
            </button>
            <div class="menu" id="other-days" popover>
                <DayButton
                    label=td_string!(locale, draft.day.today).to_owned()
                    on_press=move || look_at(today.get())
                />
                {REGIMES
                    .iter()
                    .rev()
                    .map(|regime| {
                        view! {
                            <DayButton label=regime.name.to_owned() on_press=move || look_at(regime.from) />
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
