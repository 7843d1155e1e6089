//! What the domain promises, tested natively through its public face.
#![cfg(not(target_arch = "wasm32"))]

mod layering;
mod register;
mod rule_table;
mod specs;
