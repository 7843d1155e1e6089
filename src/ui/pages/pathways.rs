use leptos::prelude::*;
#[component]
pub fn Pathways() -> impl IntoView {
    view! { <h1 id="page-title">"Pathways"</h1> }
}
