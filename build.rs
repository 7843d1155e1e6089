//! Writes the words of the domain and of the screens as Rust, from the files that hold them.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

#[path = "src/build/catalogue.rs"]
mod catalogue;
#[cfg(feature = "app")]
#[path = "src/build/locales.rs"]
mod locales;

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
    write_domain_words(&out)
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
