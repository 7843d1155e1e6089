//! The calls of the npm package: plain functions on JSON texts, on the domain alone.
//!
//! A program gets what a person sees: the screens use the same functions underneath.

use crate::domain::day;
use crate::domain::draft::Draft;
use crate::domain::pathways::{self, Question};
use crate::domain::register::{self, Query, Stamp};
use crate::domain::report;
use crate::domain::rulebook::Unchecked;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A [`Register`] that the caller keeps: passed as itself it would be consumed by the call.
    #[wasm_bindgen(typescript_type = "Register")]
    pub type KeptRegister;
    #[wasm_bindgen(method, getter)]
    fn as_at(this: &KeptRegister) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn sha256(this: &KeptRegister) -> Option<String>;
}

/// Checks a draft (`waymark.draft/1`) under the rules of a day (`2026-11-21`), and gives the report
/// (`waymark.report/1`). The register, where given, is named in it.
///
/// # Errors
/// The draft, the day or the register cannot be read, or there were no rules on the day; the message
/// says what is wrong and where.
#[wasm_bindgen]
pub fn check(draft: &str, on: &str, register: Option<KeptRegister>) -> Result<String, JsError> {
    let draft = Draft::read(draft).map_err(|error| JsError::new(&format!("draft: {error}")))?;
    let day = day::parse(on)
        .ok_or_else(|| JsError::new(&format!("on: “{on}” is not a day written like 2026-11-21.")))?;
    let stamp = register.as_ref().map(stamp).transpose()?;
    let report = UNCHECKED.with(|unchecked| report::check(&draft, day, stamp, unchecked.as_ref()));
    json(&report.map_err(|error| JsError::new(&format!("on: {error}")))?)
}

thread_local! {
    /// The rules that are not checked, read once.
    static UNCHECKED: Option<Unchecked> = Unchecked::read(include_str!("../public/rules.json")).ok();
}

fn stamp(register: &KeptRegister) -> Result<Stamp, JsError> {
    match (register.as_at(), register.sha256()) {
        (Some(as_at), Some(sha256)) => Ok(Stamp { as_at, sha256 }),
        _ => Err(JsError::new("register: this is no Register; make one with new Register(snapshot).")),
    }
}

/// A register snapshot (`waymark.register/1`), read once for many questions.
#[wasm_bindgen]
pub struct Register {
    inner: register::Register,
}

#[wasm_bindgen]
impl Register {
    /// Reads a snapshot as far as it can be understood; `problems()` lists what could not be.
    ///
    /// # Errors
    /// The text is no snapshot.
    #[wasm_bindgen(constructor)]
    pub fn new(snapshot: &str) -> Result<Self, JsError> {
        let inner = register::Register::read(snapshot)
            .map_err(|error| JsError::new(&format!("snapshot: {error}")))?;
        Ok(Self { inner })
    }

    /// The day that the snapshot describes.
    #[wasm_bindgen(getter)]
    pub fn as_at(&self) -> String {
        self.inner.stamp().as_at.clone()
    }

    /// The SHA-256 of the snapshot's text, in hexadecimal.
    #[wasm_bindgen(getter)]
    pub fn sha256(&self) -> String {
        self.inner.stamp().sha256.clone()
    }

    /// The micro-credentials that a query finds: `{"total", "hits", "facets"}`.
    ///
    /// # Errors
    /// The query cannot be read.
    pub fn search(&self, query: &str) -> Result<String, JsError> {
        let query = Query::read(query).map_err(|error| JsError::new(&format!("query: {error}")))?;
        json(&self.inner.search(&query))
    }

    /// What is held towards a goal, each credential once (`waymark.audit/1`).
    ///
    /// # Errors
    /// The question cannot be read.
    pub fn audit(&self, question: &str) -> Result<String, JsError> {
        json(&pathways::audit(&self.inner, &read_question(question)?))
    }

    /// The published ways to a goal, and what each still needs (`waymark.plan/1`).
    ///
    /// # Errors
    /// The question cannot be read.
    pub fn plan(&self, question: &str) -> Result<String, JsError> {
        json(&pathways::plan(&self.inner, &read_question(question)?))
    }

    /// What in the snapshot could not be understood: a list of `{"at", "found", "expected"}`.
    ///
    /// # Errors
    /// None; the type is that of the other calls.
    pub fn problems(&self) -> Result<String, JsError> {
        json(&self.inner.problems())
    }
}

fn read_question(question: &str) -> Result<Question, JsError> {
    Question::read(question).map_err(|error| JsError::new(&format!("question: {error}")))
}

fn json(answer: &impl Serialize) -> Result<String, JsError> {
    serde_json::to_string(answer).map_err(|_| JsError::new("The answer cannot be written as JSON."))
}
