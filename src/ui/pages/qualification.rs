use leptos::prelude::*;
#[component]
pub fn Qualification() -> impl IntoView {
    view! { <h1 id="page-title">"Qualification"</h1> }
}
