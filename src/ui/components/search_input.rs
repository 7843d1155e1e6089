//! The box of a search page.

use super::{Icon, icons};
use leptos::prelude::*;

/// A box to type words in, under a label for `search`, with what it finds told below.
#[component]
pub fn SearchInput(
    /// The words.
    #[prop(into)]
    words: Signal<String>,
    /// What is done with them as they are typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// What can be searched for.
    hint: &'static str,
) -> impl IntoView {
    view! {
        <div class="combobox">
            <Icon icon=icons::SEARCH />
            <input
                type="search"
                id="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="search-hint"
                prop:value=move || words.get()
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </div>
        <p class="hint" id="search-hint">
            {hint}
        </p>
    }
}
