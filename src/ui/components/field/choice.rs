//! Fields with a fixed list to choose from.

use super::Control;
use crate::domain::draft::fields::Choice;
use crate::domain::text::shortened;
use crate::ui::components::Mi;
use crate::ui::i18n::*;
use crate::ui::providers::use_draft;
use leptos::prelude::*;

/// The longest that a learning outcome is quoted beside its tick.
const QUOTED: usize = 80;

/// One of a list, or yes or no where there is no list. A value that is not on the list, from another
/// program, is offered as it is.
#[component]
pub fn ChoiceSelect(control: Control, choices: &'static [Choice]) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let draft = use_draft();
    let shown = {
        let path = control.path.clone();
        Memo::new(move |_| draft.with(|draft| draft.shown(&path)))
    };
    let offered = move || {
        if choices.is_empty() {
            vec![("true", td_string!(locale, draft.yes)), ("false", td_string!(locale, draft.no))]
        } else {
            choices.iter().map(|choice| (choice.id, choice.label(language))).collect()
        }
    };
    let other = move || {
        let shown = shown.get();
        let is_known = shown.is_empty() || offered().iter().any(|(spelling, _)| *spelling == shown);
        (!is_known).then(|| {
            view! {
                <option value=shown.clone() selected>
                    {shown.clone()}
                </option>
            }
        })
    };
    let options = move || {
        offered()
            .into_iter()
            .map(|(spelling, label)| {
                view! {
                    <option value=spelling prop:selected=move || shown.get() == spelling>
                        {label}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <select
            id=control.id
            aria-describedby=control.described_by
            aria-invalid=move || control.is_invalid.get().to_string()
            on:change:target=move |event| draft.enter(&control.path, &control.kind, &event.target().value())
        >
            <option value="" prop:selected=move || shown.with(String::is_empty)>
                {td_string!(locale, draft.choose)}
            </option>
            {options}
            {other}
        </select>
    }
}

/// Any of a list.
#[component]
pub fn ChoiceTicks(path: String, choices: &'static [Choice]) -> impl IntoView {
    let language = use_language();
    let ticks = choices.iter().map(|choice| {
        view! {
            <ListTick path=path.clone() entry=choice.id.to_owned()>
                <Mi text=choice.label(language) />
            </ListTick>
        }
    });
    view! { <div class="choices">{ticks.collect_view()}</div> }
}

/// Any of the draft's learning outcomes.
#[component]
pub fn OutcomeTicks(path: String) -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let ids = Memo::new(move |_| {
        draft.with(|draft| {
            let ids = (0..draft.count("outcomes")).map(|at| draft.shown(&format!("outcomes.{at}.id")));
            ids.filter(|id| !id.is_empty()).collect::<Vec<_>>()
        })
    });
    let label = move |id: &str| {
        let (number, text) = draft.with(|draft| {
            let has_id = |at: &usize| draft.shown(&format!("outcomes.{at}.id")) == id;
            let at = (0..draft.count("outcomes")).find(has_id).unwrap_or_default();
            (at + 1, draft.shown(&format!("outcomes.{at}.text")))
        });
        if text.is_empty() {
            td_string!(locale, draft.outcome_untitled, number)
        } else {
            td_string!(locale, draft.outcome, number, text = shortened(&text, QUOTED))
        }
    };
    view! {
        <div class="choices">
            <For each=move || ids.get() key=String::clone let(id)>
                <ListTick path=path.clone() entry=id.clone()>
                    {move || label(&id)}
                </ListTick>
            </For>
        </div>
        <p class="hint" hidden=move || !ids.with(Vec::is_empty)>
            {td_string!(locale, draft.no_outcomes)}
        </p>
    }
}

/// A box to tick for an entry that a list of the draft may have.
#[component]
fn ListTick(path: String, entry: String, children: Children) -> impl IntoView {
    let draft = use_draft();
    let is_ticked = {
        let (path, entry) = (path.clone(), entry.clone());
        Signal::derive(move || draft.with(|draft| draft.has(&path, &entry)))
    };
    let on_change =
        Callback::new(move |is_ticked| draft.change(|draft| draft.tick(&path, &entry, is_ticked)));
    view! {
        <TickBox is_ticked on_change>
            {children()}
        </TickBox>
    }
}

/// A box to tick, with its words.
#[component]
pub fn TickBox(
    #[prop(into)] is_ticked: Signal<bool>,
    on_change: Callback<bool>,
    #[prop(default = "tick")] class: &'static str,
    /// How many the choice stands for.
    #[prop(optional, into)]
    count: MaybeProp<usize>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class=class>
            <input
                type="checkbox"
                prop:checked=move || is_ticked.get()
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span>{children()}</span>
            {move || count.get().map(|count| view! { <span class="count">{count}</span> })}
        </label>
    }
}
