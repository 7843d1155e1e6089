use leptos::prelude::*;
#[component]
pub fn Credential() -> impl IntoView {
    view! { <h1 id="page-title">"Credential"</h1> }
}
