//! Files that a person chooses, and files that are given to a person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, TextDecoder, TextDecoderOptions, Url,
};

/// A file that a person chose, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenFile {
    /// The file's name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// The file as it is: a picture says something else than its text.
    pub bytes: Vec<u8>,
    /// Why its letters may be wrong; none where they are as they were written.
    pub doubt: Option<LettersDoubt>,
}

/// Why the letters of a file may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LettersDoubt {
    /// It was read in this encoding, which is not UTF-8.
    Encoding(&'static str),
    /// So many places of it are broken, and `�` stands there.
    Broken(usize),
}

/// Reads the file chosen in a file input, and clears the input so that the same file can be chosen
/// again. `None` where no file is chosen or it cannot be read.
pub async fn chosen(input: HtmlInputElement) -> Option<ChosenFile> {
    let file = input.files()?.get(0)?;
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    input.set_value("");
    let bytes = Uint8Array::new(&buffer).to_vec();
    let (text, doubt) = decoded(&bytes)?;
    Some(ChosenFile { name: file.name(), text, bytes, doubt })
}

/// The text of some bytes, and why its letters may be wrong. Programs on Windows write UTF-16 with a mark at the
/// start. What has more letters of UTF-8 than broken places is that; what is neither is read as Windows-1252, which
/// fits any bytes.
fn decoded(bytes: &[u8]) -> Option<(String, Option<LettersDoubt>)> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ => match decode(bytes, "utf-8").map(|text| (text, None)).or_else(|| mostly_utf_8(bytes)) {
            Some(found) => return Some(found),
            None => "windows-1252",
        },
    };
    decode(bytes, encoding).map(|text| (text, Some(LettersDoubt::Encoding(encoding))))
}

/// The text of bytes that have more letters of UTF-8 than broken places.
fn mostly_utf_8(bytes: &[u8]) -> Option<(String, Option<LettersDoubt>)> {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.matches(char::REPLACEMENT_CHARACTER).count();
    let others = text.chars().filter(|letter| !letter.is_ascii()).count() - broken;
    (others > broken).then(|| (text.into_owned(), Some(LettersDoubt::Broken(broken))))
}

fn decode(bytes: &[u8], encoding: &str) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Gives a JSON text to the person as a file to keep. The browser does not say whether it was kept.
pub fn download(name: &str, text: &str) {
    let _ = try_download(name, text);
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
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
