//! The sentences of the screens, as Rust: a key, an argument or a plural form that is missing stops the
//! build.
//!
//! A folder of `src/ui/locales` is a language. `language.toml` in it says whether the language is ready
//! to be chosen for a visitor; every other file is a namespace. A sentence that a language lacks is the
//! English one.

use leptos_i18n_build::options::CodegenOptions;
use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};
use std::error::Error;
use std::fs;
use std::path::Path;

const LOCALES: &str = "src/ui/locales";
const ENGLISH: &str = "en";

/// Writes the sentences of all languages, and the list of those that are ready.
pub fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALES}");
    let languages = names_in(LOCALES, |path| path.is_dir())?;
    let namespaces = names_in(&format!("{LOCALES}/{ENGLISH}"), |path| {
        path.extension().is_some_and(|extension| extension == "json")
    })?;
    let config = Config::new(ENGLISH)?
        .add_locales(languages.iter().filter(|language| *language != ENGLISH))?
        .add_namespaces(&namespaces)?
        .locales_path(LOCALES)
        .parse_options(ParseOptions::new().interpolate_display(true));
    let translations = TranslationsInfos::parse(config)?;
    translations.emit_diagnostics();
    let quiet =
        "#![allow(missing_docs, clippy::pedantic, clippy::all, clippy::expect_used, unused)]".parse()?;
    let options = CodegenOptions::new().top_level_attributes(Some(quiet)).gen_docs(false);
    translations.generate_i18n_module_with_options(out.join("i18n"), options)?;
    fs::write(out.join("languages.rs"), ready_languages(&languages)?)?;
    Ok(())
}

/// The stems of what lies in a folder, in order.
fn names_in(folder: &str, is_wanted: impl Fn(&Path) -> bool) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{folder}: {error}"))? {
        let path = entry?.path();
        if is_wanted(&path) {
            names.extend(path.file_stem().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    names.sort();
    Ok(names)
}

/// The languages that may be chosen for a visitor, as a Rust list.
fn ready_languages(languages: &[String]) -> Result<String, Box<dyn Error>> {
    let mut ready = String::new();
    for language in languages {
        let path = format!("{LOCALES}/{language}/language.toml");
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let settings: toml::Table = text.parse().map_err(|error| format!("{path}: {error}"))?;
        let is_ready = settings.get("ready").and_then(toml::Value::as_bool);
        if is_ready.ok_or(format!("{path}: `ready` should be true or false"))? {
            ready.push_str(&format!("Locale::{},", language.replace('-', "_")));
        }
    }
    Ok(format!("&[{ready}]"))
}
