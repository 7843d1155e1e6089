//! A box to type in, with answers below it to choose from: the combobox of the ARIA Authoring
//! Practices, with a list that is chosen from by hand.

use super::{Icon, icons};
use crate::browser::page;
use crate::domain::measure::{Credits, Level};
use crate::ui::components::size_text;
use crate::ui::i18n::*;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Offer {
    /// Its key in the register.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its level, where it is known.
    pub level: Option<Level>,
    /// Its credits, where they are known.
    pub credits: Option<Credits>,
}

/// A search whose answers can be chosen. Arrows go through them, Enter chooses, Escape closes.
#[component]
pub fn Combobox<F>(
    id: &'static str,
    label: &'static str,
    /// What is offered for a text.
    offers: F,
    on_choose: Callback<Offer>,
) -> impl IntoView
where
    F: Fn(&str) -> Vec<Offer> + Send + Sync + 'static,
{
    let locale = use_locale();
    let text = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let found = Memo::new(move |_| {
        let text = text.get();
        if text.trim().is_empty() { Vec::new() } else { offers(&text) }
    });
    let option_id = move |at: usize| format!("{id}-option-{at}");
    let is_asked = move || is_open.get() && !text.with(|text| text.trim().is_empty());
    let choose = move |offer: Offer| {
        text.set(String::new());
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
    let list_id = format!("{id}-list");
    let status = move || {
        let found = found.with(Vec::len);
        match found {
            _ if !is_asked() => String::new(),
            0 => td_string!(locale, pathways.nothing_called, text = text.get()),
            found => td_string!(locale, pathways.offers, count = found),
        }
    };
    let options = move || {
        let offers = found.get().into_iter().enumerate();
        offers
            .map(|(at, offer)| {
                let size = size_text(locale, offer.level, offer.credits);
                let title = offer.title.clone();
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
                        <span class="hint">{size}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <label for=id>{label}</label>
        <div class="combobox">
            <Icon icon=icons::SEARCH />
            <input
                type="text"
                id=id
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded=move || (is_asked() && !found.with(Vec::is_empty)).to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=move || active.get().map(option_id)
                prop:value=move || text.get()
                on:input:target=move |event| {
                    text.set(event.target().value());
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
        <p class="hint" role="status">
            {status}
        </p>
    }
}
