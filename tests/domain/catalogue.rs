//! How the build reads the lists of choices and the catalogue of fields, and what it says of faults.

use crate::build::catalogue::{self as build, Generated, generate};
use std::fs;

const LISTS: &str = r#"
[[list]]
name = "colour"
choices = [
  { id = "red", en = "Red", mi = "Whero" },
  { id = "blue", en = "Blue" },
]
"#;

const FIELDS: &str = r#"
also_known = ["format"]

[[part]]
id = "one"
en = { title = "Part one" }

[[part.field]]
path = "colour"
kind = "one"
choices = "colour"
en = { label = "Colour", hint = "Of the cover." }
mi = { label = "Tae" }

[[part.field]]
path = "pages"
kind = "records"
id_prefix = "p"
en = { label = "Pages", noun = "page", with_article = "a page" }

[[part.field.field]]
path = "text"
kind = "paragraph"
en = { label = "Text" }
"#;

fn made(lists: &str, fields: &str) -> Generated {
    generate(lists, fields).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_language_needs_a_block_and_nothing_else() {
    let made = made(LISTS, FIELDS);
    assert_eq!(made.languages, r#"&["en", "mi"]"#);
    assert_eq!(made.also_known, r#"&["format"]"#);
    assert!(made.vocabulary.contains(r#"Text { english: "Red", others: &[("mi", "Whero")] }"#));
    assert!(made.vocabulary.contains(r#"Text { english: "Blue", others: &[] }"#), "a gap is no fault");
    assert!(made.parts.contains(
        r#"label: Text { english: "Colour", others: &[("mi", "Tae")] }, hint: Some(Text { english: "Of the cover.", others: &[] })"#
    ));
}

#[test]
fn a_fault_stops_the_build_and_names_its_entry() {
    let field = "src/domain/draft/catalogue.toml: field";
    let choice = "src/domain/vocabulary.toml: list `colour`";
    for (of, in_place_of, says) in [
        (r#"en = "Red", "#, "", format!("{choice}, choice `red`: expected a label in `en` too.")),
        (
            r#"en = "Blue""#,
            r#"En = "Blue""#,
            format!("{choice}, choice `blue`: `En` is neither id nor the code"),
        ),
        (r#"en = "Blue""#, r#"en = " ""#, format!("{choice}, choice `blue`: `en` has an empty label")),
        (r#"id = "blue""#, r#"id = "red""#, format!("{choice}, choice `red`: is there twice.")),
        (
            r#"name = "colour""#,
            r#"name = "Colour""#,
            "list `Colour`: expected a name in small letters".to_owned(),
        ),
        ("choices = [", "options = [", "unknown field `options`".to_owned()),
        (
            r#"label = "Text""#,
            r#"lable = "Text""#,
            format!("{field} `pages`, `text`: `en` has `lable`; expected label, hint."),
        ),
        (r#"en = { label = "Text" }"#, "", format!("{field} `pages`, `text`: expected a label in `en`.")),
        (r#", noun = "page""#, "", format!("{field} `pages`: expected a noun in `en`.")),
        (
            r#"hint = "Of the cover.""#,
            r#"noun = "x""#,
            format!("{field} `colour`: `en` has `noun`; expected label, hint."),
        ),
        (
            r#"kind = "paragraph""#,
            r#"kind = "essay""#,
            format!("{field} `pages`, `text`: `essay` is no kind of field"),
        ),
        (r#"kind = "paragraph""#, "", "missing field `kind`".to_owned()),
        (
            r#"kind = "paragraph""#,
            "kind = \"one\"\nchoices = \"mood\"",
            format!("{field} `pages`, `text`: there is no list `mood`"),
        ),
        (
            r#"kind = "paragraph""#,
            r#"kind = "several""#,
            format!("{field} `pages`, `text`: expected `choices`"),
        ),
        (
            r#"kind = "paragraph""#,
            "kind = \"line\"\nchoices = \"colour\"",
            "only the kinds one and several".to_owned(),
        ),
        (
            r#"kind = "paragraph""#,
            "kind = \"line\"\nid_prefix = \"x\"",
            "only records have an `id_prefix`".to_owned(),
        ),
        (r#"path = "pages""#, r#"path = "colour""#, format!("{field} `colour`: is there twice.")),
        (r#"path = "pages""#, r#"path = "format""#, format!("{field} `format`: is there twice.")),
        (r#"title = "Part one""#, "", "part `one`: expected a title in `en`.".to_owned()),
        (r#"mi = { label = "Tae" }"#, r#"mi = { hint = "Tae", label = "Tae" }"#, String::new()),
        ("[[part]]", "[[part]", "line 4".to_owned()),
    ] {
        let (lists, fields) = (LISTS.replacen(of, in_place_of, 1), FIELDS.replacen(of, in_place_of, 1));
        assert!(lists != LISTS || fields != FIELDS, "{of} is in neither file");
        match generate(&lists, &fields) {
            Ok(_) => assert_eq!(says, "", "{in_place_of} in place of {of} is no fault"),
            Err(error) => assert!(!says.is_empty() && error.contains(&says), "{of}: {error}"),
        }
    }
}

#[test]
fn every_word_of_the_shipped_files_is_read() {
    let read = |file: &str| fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (lists, fields) = (read(build::VOCABULARY), read(build::CATALOGUE));
    let made = made(&lists, &fields);
    assert_eq!(made.vocabulary.lines().count(), lists.matches("[[list]]").count());
    assert_eq!(made.parts.matches("Field { path: ").count(), fields.matches("\nkind = ").count());
}
