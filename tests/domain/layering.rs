//! The rings stay apart: what a file uses is read from its text.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = vec![src.join(format!("{folder}.rs"))];
    let mut folders = vec![src.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.retain(|path| path.exists());
    found
}

fn no_file_of(ring: &str, forbidden: &[&str]) {
    let files = sources(ring);
    assert!(!files.is_empty(), "no files of the ring {ring}");
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for name in forbidden {
                assert!(
                    !code.contains(name),
                    "{}:{}: the {ring} ring may not use {name}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn the_domain_uses_nothing_of_the_page() {
    no_file_of(
        "domain",
        &[
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_net",
            "crate::ui",
            "crate::browser",
            "crate::package",
            "std::time",
            "now_utc",
            "now_local",
            "std::fs",
            "std::net",
            "std::env",
            "std::thread",
            "HashMap",
            "HashSet",
        ],
    );
}

#[test]
fn the_browser_ring_knows_neither_domain_nor_screens() {
    no_file_of("browser", &["crate::ui", "crate::domain", "crate::package", "leptos"]);
}

#[test]
fn the_screens_reach_the_platform_through_the_browser_ring() {
    no_file_of(
        "ui",
        &[
            "crate::package",
            "gloo",
            "js_sys",
            "wasm_bindgen",
            "window()",
            "document()",
            "local_storage",
            "session_storage",
        ],
    );
}

#[test]
fn the_screens_depend_one_way() {
    no_file_of("ui/components", &["crate::ui::pages", "crate::ui::app"]);
    for shared in ["ui/providers", "ui/query", "ui/i18n"] {
        no_file_of(shared, &["crate::ui::components", "crate::ui::pages", "crate::ui::app"]);
    }
}
