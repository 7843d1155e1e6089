//! A page for those who work on Waymark: every component in each of its states. Only a build with
//! the feature `gallery` has it, so its own sentences stand here in plain English and not among the
//! locales. Its data are made up and say so.

mod cards;
mod controls;
mod example;
mod feedback;
mod form;
mod foundations;
mod maps;
mod section;
mod sizes;

use crate::ui::components::{Page, PageHead};
use cards::{Entries, Pathways};
use controls::{Buttons, Chips, Choosing, Folds, Menus};
use feedback::{Empty, Loading, Notices, ToastButtons};
use form::{DraftParts, Fields};
use foundations::{Colours, Icons, Type};
use leptos::prelude::*;
use leptos_meta::Style;
use maps::Maps;
use sizes::Sizes;

/// All components, a section each.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let register = example::register().map(|register| {
        view! {
            <Entries register=register.clone() />
            <Pathways register=register.clone() />
            <Maps register />
        }
    });
    view! {
        <Style>{include_str!("gallery/gallery.css")}</Style>
        <Page class="gallery">
            <PageHead title="Gallery">
                <p class="lead">"Every component in each of its states. All data here are examples."</p>
            </PageHead>
            <Type />
            <Colours />
            <Icons />
            <Buttons />
            <Menus />
            <Choosing />
            <Chips />
            <Folds />
            <Notices />
            <ToastButtons />
            <Loading />
            <Empty />
            <Sizes />
            {register}
            <Fields />
            <DraftParts />
        </Page>
    }
}
