//! Type, colours and icons.

use super::section::{Named, Section, States};
use crate::ui::components::{Emblem, Icon, Mi, icons};
use leptos::prelude::*;

const COLOURS: [&str; 20] = [
    "paper",
    "sheet",
    "well",
    "ink",
    "soft-ink",
    "stone",
    "strong-stone",
    "pounamu",
    "pounamu-deep",
    "pounamu-wash",
    "on-pounamu",
    "marker",
    "broken",
    "broken-wash",
    "amber",
    "amber-wash",
    "judgement",
    "judgement-wash",
    "met",
    "met-wash",
];

/// The five sizes of type, and Māori words in English text.
#[component]
pub fn Type() -> impl IntoView {
    view! {
        <Section title="Type">
            <div class="type-scale">
                <p class="type-title">"Title: Te Ara Tohu"</p>
                <p class="type-heading">"Heading: Ngā ākonga me ngā pūkenga"</p>
                <p class="type-large">"Large: Core Forestry Leadership"</p>
                <p>
                    "Body: check a draft micro-credential before it is submitted. "
                    <Mi text="Māori, whānau, hapū" />
                </p>
                <p class="small">"Small: 6.2(a) of the 2022 Rules, 1234567890"</p>
            </div>
        </Section>
    }
}

/// Every colour under the name that style sheets use.
#[component]
pub fn Colours() -> impl IntoView {
    let swatch = |name: &'static str| {
        view! {
            <li>
                <svg class="swatch" aria-hidden="true">
                    <rect width="100%" height="100%" fill=format!("var(--{name})") />
                </svg>
                <code>{name}</code>
            </li>
        }
    };
    view! {
        <Section title="Colours">
            <ul class="swatches">{COLOURS.map(swatch).collect_view()}</ul>
        </Section>
    }
}

/// Every icon that is in use, and the emblem.
#[component]
pub fn Icons() -> impl IntoView {
    let all = [
        ("ARROW_RIGHT", icons::ARROW_RIGHT),
        ("BOOK_OPEN", icons::BOOK_OPEN),
        ("CHECK", icons::CHECK),
        ("CHEVRON_DOWN", icons::CHEVRON_DOWN),
        ("CHEVRON_UP", icons::CHEVRON_UP),
        ("CIRCLE_CHECK", icons::CIRCLE_CHECK),
        ("CIRCLE_DASHED", icons::CIRCLE_DASHED),
        ("CIRCLE_X", icons::CIRCLE_X),
        ("DOWNLOAD", icons::DOWNLOAD),
        ("FILE_PLUS", icons::FILE_PLUS),
        ("FOLDER_OPEN", icons::FOLDER_OPEN),
        ("HISTORY", icons::HISTORY),
        ("INFO", icons::INFO),
        ("LINK", icons::LINK),
        ("LIST_FILTER", icons::LIST_FILTER),
        ("LOCK", icons::LOCK),
        ("PLUS", icons::PLUS),
        ("PRINTER", icons::PRINTER),
        ("SCALE", icons::SCALE),
        ("SEARCH", icons::SEARCH),
        ("TRASH", icons::TRASH),
        ("TRIANGLE_ALERT", icons::TRIANGLE_ALERT),
        ("UNDO", icons::UNDO),
        ("X", icons::X),
    ];
    let item = |(name, icon)| {
        view! {
            <li>
                <Icon icon />
                <code>{name}</code>
            </li>
        }
    };
    view! {
        <Section title="Icons">
            <ul class="swatches">{all.map(item).collect_view()}</ul>
            <States>
                <Named name="Emblem">
                    <p class="wordmark">
                        <Emblem />
                        "Waymark"
                    </p>
                </Named>
            </States>
        </Section>
    }
}
