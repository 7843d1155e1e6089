//! The form for the name of a plan.

use crate::ui::i18n::*;
use crate::ui::pages::pathways::form_actions::FormActions;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;

const NAME: &str = "plan-name";
/// The most letters that a name may have: it heads a column.
const MOST_LETTERS: usize = 100;

/// Asks for a name; where none is typed, the name is the one that stood there, which typing replaces.
#[component]
pub fn NameForm(
    heading: String,
    name: String,
    /// What is done with it; none where nothing is to change.
    on_done: Callback<Option<String>>,
) -> impl IntoView {
    let locale = use_locale();
    let input = NodeRef::<Input>::new();
    let suggested = name.clone();
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = input.get().map(|input| input.value().trim().to_owned());
        on_done.run(typed.filter(|typed| !typed.is_empty()).or_else(|| Some(name.clone())));
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            on_done.run(None);
        }
    };
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    view! {
        <form class="holding-form" aria-labelledby="plan-heading" novalidate on:submit=save on:keydown=on_key>
            <h3 id="plan-heading">{heading}</h3>
            <div class="field">
                <label for=NAME>{td_string!(locale, pathways.plans.name)}</label>
                <input node_ref=input type="text" id=NAME maxlength=MOST_LETTERS value=suggested />
            </div>
            <FormActions on_cancel=move || on_done.run(None) />
        </form>
    }
}
