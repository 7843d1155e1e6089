//! What the domain promises, tested natively through its public face.
#![cfg(not(target_arch = "wasm32"))]

mod layering;
<<<<<<< HEAD
mod rule_table;
=======
mod register;
>>>>>>> register
mod specs;
