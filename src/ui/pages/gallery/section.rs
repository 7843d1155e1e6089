//! How the gallery is laid out.

use leptos::prelude::*;

/// A component, or some that belong together, under a heading.
#[component]
pub fn Section(title: &'static str, children: Children) -> impl IntoView {
    let id = title.to_lowercase().replace(' ', "-");
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            {children()}
        </section>
    }
}

/// States beside each other.
#[component]
pub fn States(children: Children) -> impl IntoView {
    view! { <div class="states">{children()}</div> }
}

/// One state under its name.
#[component]
pub fn Named(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <div>
            <p class="state-name">{name}</p>
            {children()}
        </div>
    }
}
