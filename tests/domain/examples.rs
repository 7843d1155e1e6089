//! The real cases that ship beside the app.

use std::fs;
use std::path::Path;
use waymark::domain::application::Application;
use waymark::domain::draft::Draft;
use waymark::domain::draft::examples::EXAMPLES;

#[test]
fn every_example_is_read_and_understood_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/examples");
    for example in EXAMPLES {
        let draft = Draft::read(&fs::read_to_string(folder.join(example.file)).unwrap()).unwrap();
        assert_eq!(draft.unknown_fields(), [], "{}", example.name);
        assert_eq!(Application::understand(&draft).problems, [], "{}", example.name);
    }
}
