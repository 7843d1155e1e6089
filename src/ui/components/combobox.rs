//! A box to type in, with answers below it to choose from: the combobox of the ARIA Authoring
//! Practices, with a list that is chosen from by hand.

use super::{Icon, Mi, icons};
use crate::browser::page;
use crate::ui::i18n::*;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Offer {
    /// Its key: in the register, or its code.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What else to know of it before it is chosen; may be empty.
    pub hint: String,
}

/// The box and the list of a combobox, without a label, for a text that is kept elsewhere. Arrows go through
/// what is offered, Enter chooses, Escape closes.
#[component]
pub fn ComboboxInput<F, S>(
    #[prop(into)] id: String,
    /// What stands in the box.
    #[prop(into)]
    text: Signal<String>,
    on_input: Callback<String>,
    /// What is offered for a text.
    offers: F,
    on_choose: Callback<Offer>,
    /// What is said below the box: of so many offers, or of none where nothing is searched for.
    say: S,
    /// The ids of what describes the box, beside what is said below it.
    #[prop(optional, into)]
    described_by: Option<String>,
    #[prop(optional, into)] is_invalid: MaybeProp<bool>,
) -> impl IntoView
where
    F: Fn(&str) -> Vec<Offer> + Send + Sync + 'static,
    S: Fn(Option<usize>) -> String + Send + Sync + 'static,
{
    let locale = use_locale();
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let found = Memo::new(move |_| {
        let text = text.get();
        if text.trim().is_empty() { Vec::new() } else { offers(&text) }
    });
    let (list_id, status_id) = (format!("{id}-list"), format!("{id}-status"));
    let described_by = described_by.map(|others| format!("{others} {status_id}"));
    let option_id = {
        let id = StoredValue::new(id.clone());
        move |at: usize| id.with_value(|id| format!("{id}-option-{at}"))
    };
    let is_asked = move || is_open.get() && !text.with(|text| text.trim().is_empty());
    let choose = move |offer: Offer| {
        is_open.set(false);
        active.set(None);
        on_choose.run(offer);
    };
    let on_key = move |event: KeyboardEvent| {
        let count = found.with(Vec::len);
        let next = match (event.key().as_str(), active.get()) {
            ("ArrowDown", None) => Some(0),
            ("ArrowDown", Some(at)) => Some(if at + 1 < count { at + 1 } else { 0 }),
            ("ArrowUp", None | Some(0)) => count.checked_sub(1),
            ("ArrowUp", Some(at)) => Some(at - 1),
            ("Enter", Some(at)) => {
                event.prevent_default();
                if let Some(offer) = found.get().into_iter().nth(at) {
                    choose(offer);
                }
                return;
            }
            ("Escape", _) => {
                is_open.set(false);
                return active.set(None);
            }
            _ => return,
        };
        event.prevent_default();
        is_open.set(true);
        active.set(next.filter(|at| *at < count));
    };
    Effect::new(move |_| {
        if let Some(at) = active.get() {
            page::scroll_to(&option_id(at));
        }
    });
    let status = move || {
        let text = say(is_asked().then(|| found.with(Vec::len)));
        view! { <Mi text /> }
    };
    let options = move || {
        let offers = found.get().into_iter().enumerate();
        offers
            .map(|(at, offer)| {
                let title = offer.title.clone();
                let hint = offer.hint.clone();
                let hint = (!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> });
                view! {
                    <li
                        role="option"
                        id=option_id(at)
                        aria-selected=move || (active.get() == Some(at)).to_string()
                        // The focus stays in the box, so that it is not lost with the list.
                        on:mousedown=|event| event.prevent_default()
                        on:click=move |_| choose(offer.clone())
                    >
                        {title}
                        {hint}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="combobox">
            <Icon icon=icons::SEARCH />
            <input
                type="text"
                id=id
                dir="auto"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-describedby=described_by
                aria-invalid=move || is_invalid.get().map(|is_invalid| is_invalid.to_string())
                aria-expanded=move || (is_asked() && !found.with(Vec::is_empty)).to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=move || active.get().map(option_id)
                prop:value=move || text.get()
                on:input:target=move |event| {
                    on_input.run(event.target().value());
                    is_open.set(true);
                    active.set(None);
                }
                on:keydown=on_key
                on:blur=move |_| {
                    is_open.set(false);
                    active.set(None);
                }
            />
            <ul
                role="listbox"
                id=list_id
                aria-label=td_string!(locale, pathways.offered)
                hidden=move || !is_asked() || found.with(Vec::is_empty)
            >
                {options}
            </ul>
        </div>
        <p class="hint" role="status" id=status_id>
            {status}
        </p>
    }
}
