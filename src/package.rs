//! The calls of the npm package: plain functions on JSON texts, on the domain alone.
//!
//! A program gets what a person sees: the screens use the same functions underneath.

use crate::domain::day;
use crate::domain::draft::Draft;
use crate::domain::pathways::{self, Question};
use crate::domain::register::{self, Query};
use crate::domain::report;
use crate::domain::rulebook::Unchecked;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Checks a draft (`waymark.draft/1`) under the rules of a day (`2026-11-21`), and gives the report
/// (`waymark.report/1`). The register, where given, is named in it.
///
/// # Errors
/// The draft is no draft, or the day is no day on which there were rules; the message says what and
/// where.
#[wasm_bindgen]
pub fn check(draft: &str, on: &str, register: Option<Register>) -> Result<String, JsError> {
    let draft = Draft::read(draft).map_err(|error| JsError::new(&format!("draft: {}", error.0)))?;
    let day = day::parse(on)
        .ok_or_else(|| JsError::new(&format!("on: “{on}” is not a day written like 2026-11-21.")))?;
    let stamp = register.map(|register| register.inner.stamp().clone());
    let report = UNCHECKED.with(|unchecked| report::check(&draft, day, stamp, unchecked.as_ref()));
    json(&report.map_err(|error| JsError::new(&format!("on: {error}")))?)
}

thread_local! {
    /// The rules that are not checked, read once.
    static UNCHECKED: Option<Unchecked> = Unchecked::read(include_str!("../public/rules.json")).ok();
}

/// A register snapshot (`waymark.register/1`), read once for many questions.
#[wasm_bindgen]
pub struct Register {
    inner: register::Register,
}

#[wasm_bindgen]
impl Register {
    /// Reads a snapshot as far as it can be understood; `problems()` tells what could not be.
    ///
    /// # Errors
    /// The text is no snapshot.
    #[wasm_bindgen(constructor)]
    pub fn new(snapshot: &str) -> Result<Self, JsError> {
        let inner = register::Register::read(snapshot)
            .map_err(|error| JsError::new(&format!("snapshot: {}", error.0)))?;
        Ok(Self { inner })
    }

    /// The micro-credentials that a query finds: `{"total", "hits", "facets"}`.
    ///
    /// # Errors
    /// The query can not be read.
    pub fn search(&self, query: &str) -> Result<String, JsError> {
        let query = Query::read(query).map_err(|error| JsError::new(&format!("query: {error}")))?;
        json(&self.inner.search(&query))
    }

    /// What is held towards a goal, each credential once (`waymark.audit/1`).
    ///
    /// # Errors
    /// The question can not be read.
    pub fn audit(&self, question: &str) -> Result<String, JsError> {
        json(&pathways::audit(&self.inner, &asked(question)?))
    }

    /// The published ways to a goal, and what each still needs (`waymark.plan/1`).
    ///
    /// # Errors
    /// The question can not be read.
    pub fn plan(&self, question: &str) -> Result<String, JsError> {
        json(&pathways::plan(&self.inner, &asked(question)?))
    }

    /// What in the snapshot could not be understood: a list of `{"at", "found", "expected"}`.
    ///
    /// # Errors
    /// None; the type is that of the other calls.
    pub fn problems(&self) -> Result<String, JsError> {
        json(&self.inner.problems())
    }
}

fn asked(question: &str) -> Result<Question, JsError> {
    Question::read(question).map_err(|error| JsError::new(&format!("question: {error}")))
}

fn json(answer: &impl Serialize) -> Result<String, JsError> {
    serde_json::to_string(answer).map_err(|_| JsError::new("The answer can not be written as JSON."))
}
