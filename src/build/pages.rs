//! Reads the rules' pages, checks them, and writes them as one text that the program reads back.

use super::catalogue::Fields;
use super::faults::{Faults, LONGEST_SENTENCE, too_long};
use super::manual::PageText;
use super::page::{Edition, FAMILIES, Rule, Rules, Source};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The folder of the rulebook.
pub const RULEBOOK: &str = "src/domain/rulebook";
/// The tables that functions of the rules go by; they are part of the rules' version.
pub const TABLES: [&str; 2] = ["src/domain/rulebook/verbs.csv", "src/domain/field_of_study/nzsced.csv"];
/// What is wrong in a file, with the file and the line.
type Error = String;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    source: Vec<Source>,
}

/// The rules of a folder, in the order of the rule table.
///
/// # Errors
/// Something in a file is missing, unknown or given twice; the message says where.
pub fn read(folder: &Path, fields: &Fields) -> Result<Rules, Error> {
    let text = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut hash = Sha256::new();
    let sources_text = text("sources.toml")?;
    let words_text = text("words.toml")?;
    hash.update(&sources_text);
    hash.update(&words_text);
    let Sources { source: sources } =
        toml::from_str(&sources_text).map_err(|error| format!("{RULEBOOK}/sources.toml: {error}"))?;
    let words: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(&words_text).map_err(|error| format!("{RULEBOOK}/words.toml: {error}"))?;
    if let Some(sentence) = words.values().flat_map(BTreeMap::values).find_map(|text| too_long(text)) {
        return Err(format!(
            "{RULEBOOK}/words.toml: a sentence has more than {LONGEST_SENTENCE} words: {sentence}"
        ));
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = sources.iter().find(|source| !seen.insert(&source.id)) {
        return Err(format!("{RULEBOOK}/sources.toml: the source `{}` is there twice", twice.id));
    }
    for table in TABLES {
        hash.update(fs::read(table).map_err(|error| format!("{table}: {error}"))?);
    }
    let mut files: Vec<_> = fs::read_dir(folder.join("pages"))
        .map_err(|error| format!("{}: {error}", folder.join("pages").display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    let mut pages = Vec::new();
    for file in files {
        let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        hash.update(&name);
        hash.update(&text);
        pages.push(page(&name, &text, &sources, fields)?);
    }
    let named: BTreeSet<&String> =
        pages.iter().flat_map(|page| &page.edition).flat_map(Edition::sources).collect();
    if let Some(unnamed) = sources.iter().find(|source| !named.contains(&source.id)) {
        return Err(format!("{RULEBOOK}/sources.toml: no page names the source `{}`", unnamed.id));
    }
    pages.sort_by_key(|page| page.edition.iter().filter_map(|edition| place(&edition.clause)).min());
    let mut owners = BTreeMap::new();
    for page in &pages {
        for edition in &page.edition {
            let owner = owners.entry(&edition.clause).or_insert(&page.name);
            if *owner != &page.name {
                return Err(format!(
                    "{RULEBOOK}/pages/{}.md: {} stands in {owner}.md too",
                    page.name, edition.clause
                ));
            }
        }
    }
    let version = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Rules { version, pages, sources, words })
}

/// The place of a clause in the rule table.
pub(super) fn place(clause: &str) -> Option<(usize, usize)> {
    let (family, number) = clause.split_once('-')?;
    let at = FAMILIES.iter().position(|(known, _)| *known == family)?;
    let (_, most) = FAMILIES.get(at)?;
    let number = number.parse::<usize>().ok().filter(|number| (1..=*most).contains(number))?;
    (format!("{family}-{number:02}") == clause).then_some((at, number))
}

/// Reads one page.
///
/// # Errors
/// The message says the file, a line that has what is wrong, and what was expected.
pub fn page(name: &str, text: &str, sources: &[Source], fields: &Fields) -> Result<Rule, Error> {
    let file = format!("{RULEBOOK}/pages/{name}.md");
    let parts =
        PageText::read(text).map_err(|(line, expected)| format!("{file}, line {line}: {expected}"))?;
    // An empty first line stands for the mark, so that lines are those of the file.
    let mut page: Rule = toml::from_str(&format!("\n{}", parts.head)).map_err(|error| {
        let message = error.to_string();
        format!("{file}: {}", message.replace('\n', " · "))
    })?;
    name.clone_into(&mut page.name);
    parts.title.clone_into(&mut page.title);
    page.reads = page.fields_named();
    let faults = Faults { page: &page, text: &parts, sources, fields }.all();
    match faults.first() {
        None => Ok(page),
        Some((near, fault)) => {
            let line = text.lines().position(|line| line.contains(near.as_str())).map_or(1, |at| at + 1);
            Err(format!("{file}, line {line}: {fault}"))
        }
    }
}
