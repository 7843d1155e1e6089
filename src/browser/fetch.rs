//! Texts over the network, from the page's own origin, with progress.

use gloo_net::http::Request;
use js_sys::{Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::HashMap;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// Why a text did not arrive.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FetchError {
    /// No answer: offline, or the server cannot be reached.
    #[error("the server cannot be reached")]
    Unreachable,
    /// The server answered with this status.
    #[error("the server answered with the status {0}")]
    Refused(u16),
    /// The answer broke off.
    #[error("the answer broke off")]
    BrokenOff,
    /// The answer is not text.
    #[error("the answer is not text")]
    NotText,
}

/// How much of a text has arrived, in bytes, and how much there is where the server says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes received.
    pub received: u64,
    /// Bytes in all, where known and believable.
    pub total: Option<u64>,
}

/// Fetches a text.
///
/// # Errors
/// The text did not arrive whole; [`FetchError`] says why.
pub async fn text(address: &str) -> Result<String, FetchError> {
    text_with_progress(address, |_| ()).await
}

/// Fetches a text that stays the same for as long as the page is open: what has arrived once is not fetched
/// again.
///
/// # Errors
/// The text did not arrive whole; [`FetchError`] says why.
pub async fn text_once(address: &str) -> Result<String, FetchError> {
    thread_local! {
        static ARRIVED: RefCell<HashMap<String, String>> = RefCell::default();
    }
    if let Some(text) = ARRIVED.with_borrow(|arrived| arrived.get(address).cloned()) {
        return Ok(text);
    }
    let text = text(address).await?;
    ARRIVED.with_borrow_mut(|arrived| arrived.insert(address.to_owned(), text.clone()));
    Ok(text)
}

/// Fetches a text, and reports each piece that arrives.
///
/// # Errors
/// The text did not arrive whole; [`FetchError`] says why.
pub async fn text_with_progress(address: &str, progress: impl Fn(Progress)) -> Result<String, FetchError> {
    let response = Request::get(address).send().await.map_err(|_| FetchError::Unreachable)?;
    if !response.ok() {
        return Err(FetchError::Refused(response.status()));
    }
    let total = response.headers().get("content-length").and_then(|length| length.parse().ok());
    let body = response.body().ok_or(FetchError::BrokenOff)?;
    let reader: ReadableStreamDefaultReader =
        body.get_reader().dyn_into().map_err(|_| FetchError::BrokenOff)?;
    let mut bytes = Vec::new();
    while let Some(chunk) = next_chunk(&reader).await.map_err(|_| FetchError::BrokenOff)? {
        bytes.extend(chunk.to_vec());
        let received = bytes.len() as u64;
        // A compressed answer is announced at its compressed length.
        progress(Progress { received, total: total.filter(|total| received <= *total) });
    }
    String::from_utf8(bytes).map_err(|_| FetchError::NotText)
}

async fn next_chunk(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let chunk = JsFuture::from(reader.read()).await?;
    if Reflect::get(&chunk, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Ok(Some(Reflect::get(&chunk, &"value".into())?.dyn_into()?))
}
