//! The text of a JSON value, read.
//!
//! serde_json's own reader can tell for every type of Rust why a text does not fit it. For that it
//! carries the printing of floating point, in all a tenth of the program; here a value is a value.

use serde_json::{Map, Number, Value};

/// Lists and objects lie at most so deep in each other.
const DEEPEST: usize = 127;

/// The value that a text holds; an error says from where on the text cannot be understood.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    match reader.whole() {
        Some(value) => Ok(value),
        None => Err(reader.place()),
    }
}

/// How far a text has been read. Every step answers `None` where the text does not go on as it should.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    /// Where the reader stands: the sign there, or the last one where the text has ended.
    fn place(&self) -> String {
        let sign = self.text.len().min(self.at + 1);
        let before = self.text.as_bytes().get(..sign).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        format!("line {line} column {column}")
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    /// Goes past a sign, where it stands next.
    fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    /// What stands next after white space.
    fn peek_on(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    fn whole(&mut self) -> Option<Value> {
        let value = self.value()?;
        self.peek_on().is_none().then_some(value)
    }

    fn value(&mut self) -> Option<Value> {
        match self.peek_on()? {
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::list),
            b'"' => self.string().map(Value::String),
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        for letter in word.bytes() {
            self.takes(letter).then_some(())?;
        }
        Some(value)
    }

    fn nested(&mut self, read: fn(&mut Self) -> Option<Value>) -> Option<Value> {
        if self.depth == DEEPEST {
            return None;
        }
        self.at += 1;
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Some(value)
    }

    fn object(&mut self) -> Option<Value> {
        let mut fields = Map::new();
        if self.peek_on()? != b'}' {
            loop {
                let name = (self.peek_on()? == b'"').then(|| self.string())??;
                self.peek_on();
                self.takes(b':').then_some(())?;
                fields.insert(name, self.value()?);
                self.peek_on();
                if !self.takes(b',') {
                    break;
                }
            }
        }
        self.takes(b'}').then_some(Value::Object(fields))
    }

    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        if self.peek_on()? != b']' {
            loop {
                items.push(self.value()?);
                self.peek_on();
                if !self.takes(b',') {
                    break;
                }
            }
        }
        self.takes(b']').then_some(Value::Array(items))
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..b' ') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            if self.takes(b'"') {
                return Some(string);
            }
            self.takes(b'\\').then_some(())?;
            string.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            sign @ (b'"' | b'\\' | b'/') => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return None,
        })
    }

    /// A character by its number, or by two where the number is too large for one.
    fn code_point(&mut self) -> Option<char> {
        let mut number = self.four_digits()?;
        if (0xd800..0xdc00).contains(&number) {
            (self.takes(b'\\') && self.takes(b'u')).then_some(())?;
            let low = self.four_digits()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
            number = 0x10000 + ((number - 0xd800) << 10) + low;
        }
        char::from_u32(number)
    }

    fn four_digits(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(number)
    }

    /// A number, kept as it is written.
    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _sign = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        // serde_json hides this from its pages and its users alike, but a parse would read once more
        // what has just been read, with another reader of numbers.
        let written = self.text.get(start..self.at)?.to_owned();
        Some(Value::Number(Number::from_string_unchecked(written)))
    }

    fn digits(&mut self) -> Option<()> {
        self.peek().filter(u8::is_ascii_digit)?;
        while self.peek().is_some_and(|digit| digit.is_ascii_digit()) {
            self.at += 1;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agrees(text: &str) {
        assert_eq!(read(text).ok(), serde_json::from_str(text).ok(), "{text}");
    }

    #[test]
    fn every_form_of_value_is_read() {
        for text in [
            " null ",
            "true",
            "false",
            "0",
            "-0",
            "-12",
            "1.50",
            "1e+9",
            "-0.1e-7",
            "[]",
            "[ 1 , [ ] ]",
            "{}",
            r#"{ "a" : { "b" : [ {} ] } , "a" : 2 }"#,
            r#""""#,
            r#""a\"\\\/\b\f\n\r\tā\u0101\uD83D\uDE00\ud83d\ude00""#,
            "99999999999999999999999",
            "1e+999",
        ] {
            assert!(read(text).is_ok(), "{text}");
            agrees(text);
        }
    }

    #[test]
    fn a_number_stays_as_it_is_written() {
        for text in ["1e9", "1E+9", "1.50", "-0", "99999999999999999999999"] {
            assert_eq!(serde_json::to_string(&read(text).unwrap()).unwrap(), text);
        }
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in [
            "",
            " ",
            "nul",
            "truth",
            "True",
            "+1",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "1e+",
            "0x1",
            "NaN",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,]",
            "[1 2]",
            "{",
            "{a:1}",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            r#"{"a" 1}"#,
            "{1:2}",
            "]",
            "1 2",
            "\"",
            "\"a",
            "\"\n\"",
            r#""\x""#,
            r#""\u12""#,
            r#""\u+123""#,
            r#""\ud800""#,
            r#""\ud800\n""#,
            r#""\ud800\u0041""#,
            r#""\udc00""#,
            r#""\"#,
            "'a'",
            "\u{feff}1",
            "\u{a0}1",
        ] {
            assert!(read(text).is_err(), "{text}");
            agrees(text);
        }
    }

    #[test]
    fn a_text_with_any_sign_changed_is_read_as_serde_json_reads_it() {
        let text = r#"{"a": [-1.5e+3, 0, true, false, null, {}, []],\n "b\u00e9\ud83d\ude00": {"c": "d\\"}}"#;
        for at in 0..text.len() {
            agrees(&text[..at]);
            for sign in [
                " ", "", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "1", "-", "+", ".", "e", "u", "\t",
                "\u{1}", "ā",
            ] {
                agrees(&format!("{}{sign}{}", &text[..at], &text[at..]));
                agrees(&format!("{}{sign}{}", &text[..at], &text[at + 1..]));
            }
        }
    }

    #[test]
    fn values_lie_in_each_other_to_a_limit() {
        for depth in [1, 126, 127, 128, 129, 100_000] {
            agrees(&("[".repeat(depth) + &"]".repeat(depth)));
            agrees(&(r#"{"a":"#.repeat(depth) + "1" + &"}".repeat(depth)));
        }
    }

    #[test]
    fn the_place_of_a_fault_is_told() {
        for (text, place) in [
            ("", "line 1 column 0"),
            ("{", "line 1 column 1"),
            ("{\n  \"credentials\": [,]\n}", "line 2 column 19"),
            ("[1,\n", "line 2 column 0"),
            ("ā]", "line 1 column 1"),
        ] {
            assert_eq!(read(text), Err(place.to_owned()), "{text}");
        }
    }
}
