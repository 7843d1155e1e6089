//! The screens. They show what the domain says and decide nothing.
//!
//! [`app`] is the frame around every page, `pages` has one file an address, `components` what pages
//! are made of, `providers` what several pages share, and `locales` every sentence that the domain
//! does not say.

pub mod app;
pub mod components;
mod i18n;
pub mod long_work;
pub mod pages;
pub mod providers;
mod query;

use crate::browser::page;

/// Puts the app into the page, in place of the static text that is there until the program runs. A
/// panic is reported on the console.
pub fn start() {
    console_error_panic_hook::set_once();
    page::remove("static");
    leptos::mount::mount_to_body(app::App);
}
