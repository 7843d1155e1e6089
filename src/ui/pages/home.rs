//! The first page: the two jobs and the register.

use crate::ui::parts::PageTitle;
use crate::ui::words::home;
use leptos::prelude::*;
use leptos_router::components::A;

/// What Waymark is for, and where to go.
#[component]
pub fn Home() -> impl IntoView {
    let way = |href: &'static str, name: &'static str, text: &'static str| {
        view! {
            <li>
                <A href=href attr:class="way">{name}</A>
                <p>{text}</p>
            </li>
        }
    };
    view! {
        <PageTitle title=home::TITLE/>
        <p class="lead">{home::LEAD}</p>
        <ul class="ways">
            {way("/draft", home::CHECK, home::CHECK_TEXT)}
            {way("/pathways", home::PATHWAYS, home::PATHWAYS_TEXT)}
            {way("/register", home::REGISTER, home::REGISTER_TEXT)}
        </ul>
    }
}
