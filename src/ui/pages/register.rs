use leptos::prelude::*;
#[component]
pub fn Register() -> impl IntoView {
    view! { <h1 id="page-title">"Register"</h1> }
}
