//! The first page: the two jobs and the register.

use crate::ui::parts::page_title;
use crate::ui::words::home;
use leptos::prelude::*;

/// What Waymark is for, and where to go.
pub fn home() -> AnyView {
    let way = |href: &'static str, name: &'static str, about: &'static str| {
        view! {
            <li>
                <a href=href class="way">{name}</a>
                <p>{about}</p>
            </li>
        }
        .into_any()
    };
    view! {
        {page_title(home::TITLE)}
        <p class="lead">{home::LEAD}</p>
        <ul class="ways">
            {way("/draft", home::CHECK, home::CHECK_TEXT)}
            {way("/pathways", home::PATHWAYS, home::PATHWAYS_TEXT)}
            {way("/register", home::REGISTER, home::REGISTER_TEXT)}
        </ul>
    }
    .into_any()
}
