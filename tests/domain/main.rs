//! What the domain promises, tested natively through its public face.
#![cfg(not(target_arch = "wasm32"))]

mod examples;
mod hostile;
mod layering;
mod pathways;
mod register;
mod rule_table;
mod specs;
