//! A large file of JSON, read with pauses.

use super::{Json, cleaned, object};
use crate::domain::ReadError;
use serde_json::{Deserializer, Map, Value};

/// The one object that a text holds, as [`object`] has it, with a pause after each item of a list in it.
pub(in crate::domain) async fn object_in_parts(
    text: &str,
    pause: &impl AsyncFn(),
) -> Result<Map<String, Value>, ReadError> {
    match Rest(&cleaned(text)).object(pause).await {
        Some(fields) => Ok(fields),
        // What is no plain object is read whole: so its faults are named in one way, and told from what is only odd.
        None => object(text),
    }
}

/// What of a text is still to be read.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    async fn object(&mut self, pause: &impl AsyncFn()) -> Option<Map<String, Value>> {
        let mut fields = Map::new();
        self.sign('{')?;
        loop {
            let Value::String(name) = self.value()? else { return None };
            self.sign(':')?;
            let value = match self.sign('[') {
                Some(()) => Value::Array(self.items(pause).await?),
                None => self.value()?,
            };
            let is_twice = fields.insert(name, value).is_some();
            if is_twice {
                return None;
            }
            if self.sign(',').is_none() {
                break;
            }
        }
        self.sign('}')?;
        self.unspaced().is_empty().then_some(fields)
    }

    /// The items of a list, after the sign that begins it.
    async fn items(&mut self, pause: &impl AsyncFn()) -> Option<Vec<Value>> {
        let mut items = Vec::new();
        if self.sign(']').is_some() {
            return Some(items);
        }
        loop {
            items.push(self.value()?);
            pause().await;
            if self.sign(',').is_none() {
                break;
            }
        }
        self.sign(']')?;
        Some(items)
    }

    fn value(&mut self) -> Option<Value> {
        let mut values = Deserializer::from_str(self.0).into_iter();
        let Json(value) = values.next()?.ok()?;
        self.0 = self.0.get(values.byte_offset()..)?;
        Some(value)
    }

    fn sign(&mut self, sign: char) -> Option<()> {
        self.0 = self.unspaced().strip_prefix(sign)?;
        Some(())
    }

    fn unspaced(&self) -> &'a str {
        self.0.trim_start_matches([' ', '\t', '\n', '\r'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::parts::{at_once, no_pause};

    const TEXT: &str = r#" {"format":"f/1", "a":[{"k":"ā,]","k":1}, [1,[2]],"\"\u0101\\", -1.50e1,null] ,
        "none":[],"b":{"c":[true,0]},"twice":"\ud83d" } "#;

    fn in_parts(text: &str) -> Option<Map<String, Value>> {
        at_once(Rest(&cleaned(text)).object(&no_pause))
    }

    #[test]
    fn what_is_read_in_parts_is_what_is_read_whole() {
        assert!(in_parts(TEXT).is_some());
        for (at, found) in TEXT.char_indices() {
            let (before, after) = (&TEXT[..at], &TEXT[at + found.len_utf8()..]);
            for sign in ["", "[", "]", "{", "}", ",", ":", "\"", "\\", "1", " ", "\u{a0}"] {
                let text = format!("{before}{sign}{after}");
                let whole = object(&text);
                assert!(in_parts(&text).is_none_or(|fields| Ok(fields) == whole), "{text}");
                assert_eq!(at_once(object_in_parts(&text, &no_pause)), whole, "{text}");
            }
        }
    }

    #[test]
    fn what_stands_twice_is_kept() {
        let fields = at_once(object_in_parts(r#"{"a":[1],"a":[2]}"#, &no_pause)).unwrap();
        assert_eq!(Value::Object(fields).to_string(), r#"{"a":[2],"a_as_found":[1]}"#);
    }
}
