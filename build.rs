//! Writes the words of the domain and of the screens as Rust, from the files that hold them.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

#[path = "src/build/catalogue.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod catalogue;
#[path = "src/build/faults.rs"]
mod faults;
#[path = "src/domain/rulebook/kinds.rs"]
#[allow(dead_code, reason = "the domain uses more of it")]
mod kinds;
#[cfg(feature = "app")]
#[path = "src/build/locales.rs"]
mod locales;
#[path = "src/domain/rulebook/manual.rs"]
#[allow(dead_code, reason = "the domain uses more of it")]
mod manual;
#[path = "src/domain/rulebook/page.rs"]
#[allow(dead_code, reason = "the domain uses more of it")]
mod page;
#[path = "src/build/pages.rs"]
mod pages;
#[path = "src/domain/rulebook/source_day.rs"]
mod source_day;
#[path = "src/domain/spelled.rs"]
mod spelled;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            error.to_string().lines().for_each(|line| println!("cargo::error={line}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    #[cfg(feature = "app")]
    locales::write(&out)?;
    write_domain_words(&out)?;
    write_rules(&out)
}

/// Writes the heads of the rules' pages as one text, and reads it back as the program will.
fn write_rules(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", pages::RULEBOOK);
    pages::TABLES.iter().for_each(|table| println!("cargo::rerun-if-changed={table}"));
    let fields = catalogue::fields(
        &fs::read_to_string(catalogue::VOCABULARY)?,
        &fs::read_to_string(catalogue::CATALOGUE)?,
    )?;
    let rules = pages::read(Path::new(pages::RULEBOOK), &fields)?;
    let text = serde_json::to_string(&rules)?;
    if serde_json::from_str::<page::Rules>(&text)? != rules {
        return Err("the rules that were written are not those that were read".into());
    }
    fs::write(out.join("rules.json"), text)?;
    Ok(())
}

/// Writes the lists of choices and the catalogue of a draft's fields.
fn write_domain_words(out: &Path) -> Result<(), Box<dyn Error>> {
    for file in [catalogue::VOCABULARY, catalogue::CATALOGUE] {
        println!("cargo::rerun-if-changed={file}");
    }
    let words = catalogue::generate(
        &fs::read_to_string(catalogue::VOCABULARY)?,
        &fs::read_to_string(catalogue::CATALOGUE)?,
    )?;
    fs::write(out.join("domain_languages.rs"), words.languages)?;
    fs::write(out.join("domain_vocabulary.rs"), words.vocabulary)?;
    fs::write(out.join("domain_parts.rs"), words.parts)?;
    fs::write(out.join("domain_also_known.rs"), words.also_known)?;
    Ok(())
}
