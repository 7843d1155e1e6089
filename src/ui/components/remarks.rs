//! What stands in the way of a goal, or is good to know.

use super::{Icon, icons};
use crate::domain::pathways::Remark;
use leptos::prelude::*;

/// Remarks under a heading; nothing where there are none.
#[component]
pub fn Remarks(title: &'static str, remarks: Vec<Remark>) -> impl IntoView {
    (!remarks.is_empty()).then(|| {
        view! {
            <div class="notice remarks">
                <Icon icon=icons::INFO />
                <h3 class="notice-title">{title}</h3>
                {remarks.into_iter().map(|remark| view! { <p>{remark.says}</p> }).collect_view()}
            </div>
        }
    })
}
