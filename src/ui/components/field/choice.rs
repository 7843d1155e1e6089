//! Fields with a fixed list to choose from.

use super::Control;
use crate::domain::draft::Draft;
use crate::domain::draft::fields::Choice;
use crate::domain::text::shortened;
use crate::ui::components::Mi;
use crate::ui::i18n::*;
use crate::ui::providers::use_draft;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The longest that a learning outcome is quoted beside its tick.
const QUOTED: usize = 80;

/// One of some options, each with the value that the draft has for it and its label. A value that is
/// none of them, from another program, is offered as it is.
#[component]
pub fn ChoiceSelect(control: Control, options: Vec<(&'static str, &'static str)>) -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let shown = {
        let path = control.path.clone();
        Memo::new(move |_| draft.with(|draft| draft.shown(&path)))
    };
    let values: Vec<_> = options.iter().map(|(value, _)| *value).collect();
    let other = move || {
        let shown = shown.get();
        let is_known = shown.is_empty() || values.contains(&shown.as_str());
        (!is_known).then(|| {
            view! {
                <option value=shown.clone() selected>
                    {shown.clone()}
                </option>
            }
        })
    };
    let options = options.into_iter().map(|(value, label)| {
        view! {
            <option value=value prop:selected=move || shown.get() == value>
                {label}
            </option>
        }
    });
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
            {options.collect_view()}
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

/// A learning outcome to refer to. Of several with one id it is the first.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outcome {
    id: String,
    number: usize,
    text: String,
}

fn outcomes_of(draft: &Draft) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for at in 0..draft.count("outcomes") {
        let id = draft.shown(&format!("outcomes.{at}.id"));
        if !id.is_empty() && outcomes.iter().all(|outcome| outcome.id != id) {
            outcomes.push(Outcome { id, number: at + 1, text: draft.shown(&format!("outcomes.{at}.text")) });
        }
    }
    outcomes
}

/// Any of the draft's learning outcomes. What the list names and the draft no longer has can be unticked.
#[component]
pub fn OutcomeTicks(path: String) -> impl IntoView {
    let locale = use_locale();
    let draft = use_draft();
    let outcomes = Memo::new(move |_| draft.with(outcomes_of));
    let ids = Memo::new(move |_| {
        outcomes.with(|outcomes| outcomes.iter().map(|outcome| outcome.id.clone()).collect::<Vec<_>>())
    });
    // One that was unticked stays, as the focus is on it.
    let gone = {
        let path = path.clone();
        Memo::new(move |before: Option<&BTreeSet<String>>| {
            let mut gone = before.cloned().unwrap_or_default();
            gone.extend(draft.with(|draft| draft.listed(&path)));
            gone.retain(|id| ids.with(|ids| !ids.contains(id)));
            gone
        })
    };
    let offered = move || ids.get().into_iter().chain(gone.get()).collect::<Vec<_>>();
    let label = move |id: &str| {
        outcomes.with(|outcomes| match outcomes.iter().find(|outcome| outcome.id == id) {
            None => td_string!(locale, draft.outcome_gone, id = id.to_owned()),
            Some(Outcome { number, text, .. }) if text.is_empty() => {
                td_string!(locale, draft.outcome_untitled, number = *number)
            }
            Some(Outcome { number, text, .. }) => {
                td_string!(locale, draft.outcome, number = *number, text = shortened(text, QUOTED))
            }
        })
    };
    view! {
        <div class="choices">
            <For each=offered key=String::clone let(id)>
                <ListTick path=path.clone() entry=id.clone()>
                    {move || label(&id)}
                </ListTick>
            </For>
        </div>
        <p class="hint" hidden=move || !ids.with(Vec::is_empty) || !gone.with(BTreeSet::is_empty)>
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
