//! The screens in a browser: each test opens the whole app at an address, or one component, does what
//! a person would, and looks at what the page then says. Below them, what the browser ring does.
//!
//! A test that fails ends where it stands and leaves its page and its stubs behind, so those after it
//! may fail with it: the first one is the one to look at.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod combobox;
mod components;
mod draft;
mod frame;
mod goals;
mod in_time;
mod keeping;
mod long_work;
mod next;
mod pathways;
mod person;
mod plans;
mod platform;
mod register;
mod sizes;
mod stubs;
mod trials;
mod wishes;

wasm_bindgen_test_configure!(run_in_browser);
