#![cfg(target_arch = "wasm32")]
//! The screens in a browser: each test mounts the whole app at an address, does what a person
//! would, and looks at what the page then says.

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod draft;
mod pathways;
mod person;
mod register;

wasm_bindgen_test_configure!(run_in_browser);
