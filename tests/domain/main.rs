//! What the domain promises, tested natively through its public face.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

mod catalogue;
mod editing;
mod examples;
mod files;
mod hostile;
mod layering;
mod pathways;
mod register;
mod rule_table;
mod specs;
