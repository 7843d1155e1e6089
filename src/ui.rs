//! The screens. They show what the domain says and decide nothing.
//!
//! `app` is the frame, `address` where its pages lie, `state` what all screens share, `pages` one file an
//! address, `parts` what pages are made of, `reactive` how things change,
//! `words` every sentence that is not a finding.

mod address;
pub mod app;
mod pages;
mod parts;
mod reactive;
mod state;
mod tree;
mod words;

use crate::browser::page;

/// Puts the app into the page, in the place of the words that stood there until the program ran.
pub fn start() {
    page::remove("before");
    leptos::mount::mount_to_body(app::App);
}
