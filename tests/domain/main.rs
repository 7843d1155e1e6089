//! What the domain promises, tested natively through its public face.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that fails should stop")]

mod audit_oracle;
mod audits;
mod badges;
mod blocking;
mod build;
mod catalogue;
mod causes;
mod editing;
mod examples;
mod examples_of_rules;
mod facts;
mod faults;
mod files;
mod fixes;
mod hostile;
mod kept_plans;
mod layering;
mod ncea;
mod next;
mod pathways;
mod plan_oracle;
mod plans;
mod record;
mod register;
mod rulebook;
mod sizes;
mod stacking;
mod standing;
mod time_oracle;
mod typed;
mod verdicts;
mod wishes;
mod worked_cases;
