//! Facts of an entry, each with its name.

use leptos::prelude::*;

/// A list of facts.
#[component]
pub fn FactList(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// A fact with its name; nothing where it is not known.
#[component]
pub fn Fact(
    name: &'static str,
    /// One text or several.
    #[prop(into)]
    value: FactValue,
) -> impl IntoView {
    let value = match value {
        FactValue::One(text) => text.into_any(),
        FactValue::Several(texts) => {
            view! { <ul>{texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul> }
                .into_any()
        }
        FactValue::Unknown => return None,
    };
    Some(view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    })
}

/// What is known of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// Nothing.
    Unknown,
    /// One text.
    One(String),
    /// Several texts.
    Several(Vec<String>),
}

impl From<String> for FactValue {
    fn from(text: String) -> Self {
        Self::One(text)
    }
}

impl From<Option<String>> for FactValue {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Unknown, Self::One)
    }
}

impl From<Vec<String>> for FactValue {
    fn from(texts: Vec<String>) -> Self {
        if texts.is_empty() { Self::Unknown } else { Self::Several(texts) }
    }
}
