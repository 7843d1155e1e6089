//! The screens in a browser: each test mounts the whole app at an address, does what a person
//! would, and looks at what the page then says.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod draft;
mod pathways;
mod person;
mod register;

wasm_bindgen_test_configure!(run_in_browser);
