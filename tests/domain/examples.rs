//! The real cases that ship beside the app.

use std::fs;
use std::path::Path;
use waymark::domain::draft::Draft;
use waymark::domain::draft::examples::EXAMPLES;

#[test]
fn a_draft_with_every_field_has_no_problems() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/full-draft.json");
    let draft = Draft::read(&fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(draft.oddities(), []);
}

#[test]
fn every_example_is_read_without_problems() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/examples");
    for example in EXAMPLES {
        let draft = Draft::read(&fs::read_to_string(folder.join(example.file)).unwrap()).unwrap();
        assert_eq!(draft.oddities(), [], "{}", example.name);
    }
}
