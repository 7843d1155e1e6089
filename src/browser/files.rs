//! Files that a person chooses, and files that are handed to a person.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// Reads the file chosen in a file input as text, gives it with its name, and clears the input so
/// that the same file can be chosen again. None where no file is chosen or it cannot be read.
pub async fn chosen(input: HtmlInputElement) -> Option<(String, String)> {
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string()?;
    input.set_value("");
    Some((file.name(), text))
}

/// Hands a JSON text to the person as a file to keep. Whether it was kept is not told.
pub fn hand_over(name: &str, text: &str) {
    let _ = try_hand_over(name, text);
}

fn try_hand_over(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
