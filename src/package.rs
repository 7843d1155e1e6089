//! The calls of the npm package: plain functions on JSON texts, on the domain alone.
//!
//! A program gets what a person sees: the screens use the same functions underneath.

use crate::domain::Language;
use crate::domain::day::{self, Day};
use crate::domain::draft::Draft;
use crate::domain::goal::LearningKind;
use crate::domain::pathways::{self, Asked, Options, Pathway};
use crate::domain::register::{self, Facet, FacetValue, Query, Stamp};
use crate::domain::report;
use crate::domain::rulebook::RULES;
use crate::domain::since::EarlierReport;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The types of the questions and answers about pathways.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("package/pathways.d.ts");

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
/// The draft, the day or the register cannot be read; the message says what is wrong and where.
#[wasm_bindgen]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "string")] draft: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] on: &JsValue,
    register: Option<KeptRegister>,
) -> Result<String, JsError> {
    let draft = read_draft(draft)?;
    let day = parse_day(on)?;
    let stamp = register.as_ref().map(stamp).transpose()?;
    json(&report::check(&draft, day, stamp, Language::ENGLISH))
}

/// The fewest changes of values that leave the fewest rules broken that must be met, what only the draft's author
/// can then put right, and what is still to be filled in (`waymark.changes/1`).
///
/// # Errors
/// The draft or the day cannot be read; the message says what is wrong and where.
#[wasm_bindgen(js_name = fewestChanges)]
pub fn fewest_changes(
    #[wasm_bindgen(unchecked_param_type = "string")] draft: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] on: &JsValue,
) -> Result<String, JsError> {
    json(&RULES.fewest_changes(&read_draft(draft)?, parse_day(on)?, Language::ENGLISH))
}

/// What the rules say otherwise of a draft since a report on it (`waymark.report/1`) that was made by an older
/// version of the package, under the rules of the report's day (`waymark.since/2`).
///
/// # Errors
/// The report or the draft cannot be read; the message says what is wrong and where.
#[wasm_bindgen(js_name = changesSince)]
pub fn changes_since(
    #[wasm_bindgen(unchecked_param_type = "string")] report: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] draft: &JsValue,
) -> Result<String, JsError> {
    let report = EarlierReport::read(&text("report", report)?)
        .map_err(|error| JsError::new(&format!("report: {error}")))?;
    json(&report.since(&read_draft(draft)?, Language::ENGLISH))
}

fn read_draft(draft: &JsValue) -> Result<Draft, JsError> {
    Draft::read(&text("draft", draft)?).map_err(|error| JsError::new(&format!("draft: {error}")))
}

/// The text that an argument is. JavaScript gives what it likes.
fn text(argument: &str, value: &JsValue) -> Result<String, JsError> {
    value.as_string().ok_or_else(|| {
        let found = value.js_typeof().as_string().unwrap_or_default();
        JsError::new(&format!("{argument}: expected a text (a string), and got a value of the type {found}."))
    })
}

/// The rules' pages as data, with their sources; of a day (`2026-11-21`), those with an edition in force on
/// it (`waymark.rules/2`).
///
/// # Errors
/// The day cannot be read.
#[wasm_bindgen]
pub fn rules(
    #[wasm_bindgen(unchecked_optional_param_type = "string")] on: &JsValue,
) -> Result<String, JsError> {
    json(&RULES.listing(optional_day(on)?))
}

fn optional_day(on: &JsValue) -> Result<Option<Day>, JsError> {
    let is_given = !on.is_undefined() && !on.is_null();
    is_given.then(|| parse_day(on)).transpose()
}

fn parse_day(on: &JsValue) -> Result<Day, JsError> {
    let on = text("on", on)?;
    day::parse(&on).ok_or_else(|| JsError::new(&format!("on: “{on}” is not a day written like 2026-11-21.")))
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
    pub fn new(#[wasm_bindgen(unchecked_param_type = "string")] snapshot: &JsValue) -> Result<Self, JsError> {
        let inner = register::Register::read(&text("snapshot", snapshot)?)
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
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: &JsValue,
    ) -> Result<String, JsError> {
        let query =
            Query::read(&text("query", query)?).map_err(|error| JsError::new(&format!("query: {error}")))?;
        let kind = FacetValue::Kind(LearningKind::Credential);
        let mut answer = self.inner.search(&query.with_filter(Facet::Kind, [kind]));
        answer.facets.remove(&Facet::Kind);
        json(&answer)
    }

    /// Which of what is held counts for which requirement of a goal, what is still open, and why a goal cannot be
    /// reached (`waymark.audit/2`). The question is a `Question`, and the answer an `Audit`, as JSON.
    ///
    /// # Errors
    /// The question cannot be read.
    pub fn audit(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] question: &JsValue,
    ) -> Result<String, JsError> {
        json(&pathways::audit(&self.inner, &self.asked(question)?))
    }

    /// The best ways from what is held to one goal or several (`waymark.plan/2`). The question is a `Question`, and
    /// the answer a `Plan`, as JSON.
    ///
    /// # Errors
    /// The question cannot be read.
    pub fn plan(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] question: &JsValue,
    ) -> Result<String, JsError> {
        json(&pathways::plan(&self.inner, &self.asked(question)?))
    }

    /// What each micro-credential that somebody could take next is worth to them: the goals that it moves them
    /// towards, and by how much (`waymark.options/2`). The holdings are `Holdings` (`waymark.holdings/1`), and the
    /// answer `Options`, as JSON; without a day, all holdings count as completed.
    ///
    /// # Errors
    /// The holdings or the day cannot be read.
    pub fn options(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] holdings: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] on: &JsValue,
    ) -> Result<String, JsError> {
        let (pathway, problems) = Pathway::read(&text("holdings", holdings)?)
            .map_err(|error| JsError::new(&format!("holdings: {error}")))?;
        let holdings = pathway.resolved(&self.inner).holdings;
        let options = pathways::options(&self.inner, &holdings, optional_day(on)?);
        json(&Options { problems, ..options })
    }

    /// What in the snapshot could not be understood: a list of `{"at", "found", "expected"}`.
    ///
    /// # Errors
    /// None; the type is that of the other calls.
    pub fn problems(&self) -> Result<String, JsError> {
        json(&self.inner.problems())
    }
}

impl Register {
    fn asked(&self, question: &JsValue) -> Result<Asked, JsError> {
        let asked = Asked::read(&text("question", question)?);
        let asked = asked.map_err(|error| JsError::new(&format!("question: {error}")))?;
        Ok(asked.resolved(&self.inner))
    }
}

fn json(answer: &impl Serialize) -> Result<String, JsError> {
    serde_json::to_string(answer).map_err(|_| JsError::new("The answer cannot be written as JSON."))
}
