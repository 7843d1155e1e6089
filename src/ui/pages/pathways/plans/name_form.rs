//! The form for the name of a plan.

use crate::browser::page;
use crate::ui::i18n::*;
use crate::ui::pages::pathways::form_actions::FormActions;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const NAME: &str = "plan-name";
/// The most letters that a name may have: it heads a column.
const MOST_LETTERS: usize = 100;

/// Asks for a name; where none is typed, the name is the one that stood there.
#[component]
pub fn NameForm(
    heading: String,
    name: String,
    /// What is done with it; none where nothing is to change.
    on_done: Callback<Option<String>>,
) -> impl IntoView {
    let locale = use_locale();
    let typed = RwSignal::new(name.clone());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = typed.get().trim().to_owned();
        on_done.run(Some(if typed.is_empty() { name.clone() } else { typed }));
    };
    Effect::new(move |_| page::focus(NAME));
    view! {
        <form class="holding-form" aria-labelledby="plan-heading" novalidate on:submit=save>
            <h3 id="plan-heading">{heading}</h3>
            <div class="field">
                <label for=NAME>{td_string!(locale, pathways.plans.name)}</label>
                <input
                    type="text"
                    id=NAME
                    maxlength=MOST_LETTERS
                    prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </div>
            <FormActions on_cancel=move || on_done.run(None) />
        </form>
    }
}
