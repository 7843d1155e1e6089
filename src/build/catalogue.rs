//! Writes the domain's words as Rust: the lists of choices and the catalogue of a draft's fields.
//!
//! Both are data files with a block for each language, so that a language is added without Rust.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The lists of choices.
pub const VOCABULARY: &str = "src/domain/vocabulary.toml";
/// The catalogue of a draft's fields.
pub const CATALOGUE: &str = "src/domain/draft/catalogue.toml";
const ENGLISH: &str = "en";

/// What is wrong in a file, with the file and the entry.
type Error = String;

/// The Rust that is made of the two files.
#[derive(Debug)]
pub struct Generated {
    /// A slice of the codes of all languages, English first.
    pub languages: String,
    /// A constant for each list.
    pub vocabulary: String,
    /// A slice of the parts of the form.
    pub parts: String,
    /// A slice of the paths that the form does not ask for.
    pub also_known: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vocabulary {
    list: Vec<List>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    name: String,
    #[serde(default)]
    open: bool,
    choices: Vec<Choice>,
}

#[derive(Debug, Deserialize)]
struct Choice {
    id: String,
    /// The label in each language.
    #[serde(flatten)]
    labels: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    also_known: Vec<String>,
    part: Vec<Part>,
}

#[derive(Debug, Deserialize)]
struct Part {
    id: String,
    field: Vec<Field>,
    /// The words in each language: `title`.
    #[serde(flatten)]
    words: BTreeMap<String, Words>,
}

#[derive(Debug, Deserialize)]
struct Field {
    path: String,
    kind: String,
    choices: Option<String>,
    id_prefix: Option<String>,
    #[serde(default)]
    field: Vec<Field>,
    /// The words in each language: `label`, `hint`, and of records `noun` and `with_article`.
    #[serde(flatten)]
    words: BTreeMap<String, Words>,
}

type Words = BTreeMap<String, String>;

/// Reads both files and writes the Rust.
///
/// # Errors
/// Something in a file is missing, unknown or given twice; the message says where.
pub fn generate(vocabulary: &str, catalogue: &str) -> Result<Generated, Error> {
    let vocabulary: Vocabulary = parse(VOCABULARY, vocabulary)?;
    let catalogue: Catalogue = parse(CATALOGUE, catalogue)?;
    let mut languages = Languages(BTreeSet::new());
    let lists = vocabulary.lists(&mut languages)?;
    let parts = catalogue.parts(&vocabulary, &mut languages)?;
    let codes = [ENGLISH].into_iter().chain(languages.0.iter().map(String::as_str));
    Ok(Generated {
        languages: format!("&{:?}", codes.collect::<Vec<_>>()),
        vocabulary: lists,
        parts,
        also_known: format!("&{:?}", catalogue.also_known),
    })
}

/// The fields of a draft, as rules name them.
#[derive(Debug)]
pub struct Fields {
    vocabulary: Vocabulary,
    catalogue: Catalogue,
}

/// The fields of the two files.
///
/// # Errors
/// A file cannot be read.
pub fn fields(vocabulary: &str, catalogue: &str) -> Result<Fields, Error> {
    Ok(Fields { vocabulary: parse(VOCABULARY, vocabulary)?, catalogue: parse(CATALOGUE, catalogue)? })
}

impl Fields {
    fn find(&self, path: &str) -> Option<&Field> {
        self.catalogue.part.iter().flat_map(|part| &part.field).find(|field| field.path == path)
    }

    fn in_entry(&self, list: &str, field: &str) -> Option<&Field> {
        self.find(list)?.field.iter().find(|inner| inner.path == field)
    }

    /// Whether the form has a field at a path.
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// Whether an entry of a list has a field; an `id` it has where the list gives ids.
    pub fn has_in_entry(&self, list: &str, field: &str) -> bool {
        let gives_ids = || field == "id" && self.find(list).is_some_and(|list| list.id_prefix.is_some());
        self.in_entry(list, field).is_some() || gives_ids()
    }

    /// Whether a path may stand in a draft: a field, one of an entry, an object around fields, or one of the
    /// format's own.
    pub fn has_any(&self, path: &str) -> bool {
        let below = |known: &str| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
        let entry = path.split_once('.').map(|_| path.split('.').collect::<Vec<_>>());
        let is_entry = entry.is_some_and(|steps| {
            let index = steps.iter().position(|step| step.parse::<usize>().is_ok());
            index.is_some_and(|at| {
                let (list, field) = (steps.iter().take(at), steps.iter().skip(at + 1));
                let join = |steps: Vec<&&str>| steps.into_iter().copied().collect::<Vec<_>>().join(".");
                let (list, field) = (join(list.collect()), join(field.collect()));
                field.is_empty() && self.has(&list) || self.has_in_entry(&list, &field)
            })
        });
        let fields = self.catalogue.part.iter().flat_map(|part| &part.field);
        self.has(path)
            || is_entry
            || fields.map(|field| field.path.as_str()).any(below)
            || self.catalogue.also_known.iter().any(|known| known == path)
    }

    /// Whether a field is answered by yes or no.
    pub fn is_yes_no(&self, path: &str) -> bool {
        self.find(path).is_some_and(|field| field.kind == "yes_no")
    }

    /// Whether a field is a list of entries.
    pub fn is_records(&self, path: &str) -> bool {
        self.find(path).is_some_and(|field| field.kind == "records")
    }

    /// Whether an answer may stand at a field: one of its choices, or any where it has none.
    pub fn may_be(&self, path: &str, answer: &str) -> bool {
        let Some(field) = self.find(path) else { return true };
        let Some(list) = &field.choices else { return field.kind != "yes_no" };
        let list = self.vocabulary.list.iter().find(|known| known.name == *list);
        list.is_some_and(|list| list.open || list.choices.iter().any(|choice| choice.id == answer))
    }

    /// The paths of all fields of the form.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.catalogue.part.iter().flat_map(|part| &part.field).map(|field| field.path.as_str())
    }
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| format!("{file}: {error}"))
}

/// The languages other than English that the files have words in.
struct Languages(BTreeSet<String>);

impl Languages {
    /// A text in every language that has it; `at` is the file and the entry, `name` the text's name.
    fn text<'a>(
        &mut self,
        at: &str,
        name: &str,
        texts: impl Iterator<Item = (&'a String, &'a String)>,
    ) -> Result<Option<String>, Error> {
        let (mut english, mut others) = (None, Vec::new());
        for (language, text) in texts {
            if text.trim().is_empty() {
                return Err(format!("{at}: `{language}` has an empty {name}; leave it out instead."));
            }
            if language == ENGLISH {
                english = Some(text);
            } else {
                self.0.insert(language.clone());
                others.push((language, text));
            }
        }
        match english {
            Some(english) => Ok(Some(format!("Text {{ english: {english:?}, others: &{others:?} }}"))),
            None if others.is_empty() => Ok(None),
            None => Err(format!("{at}: expected a {name} in `{ENGLISH}` too.")),
        }
    }

    /// One of the words of an entry, in every language that has it.
    fn word(
        &mut self,
        at: &str,
        name: &str,
        words: &BTreeMap<String, Words>,
    ) -> Result<Option<String>, Error> {
        self.text(at, name, words.iter().filter_map(|(language, words)| Some((language, words.get(name)?))))
    }

    /// One of the words of an entry, which English must have.
    fn required(&mut self, at: &str, name: &str, words: &BTreeMap<String, Words>) -> Result<String, Error> {
        self.word(at, name, words)?.ok_or_else(|| format!("{at}: expected a {name} in `{ENGLISH}`."))
    }
}

impl Vocabulary {
    fn lists(&self, languages: &mut Languages) -> Result<String, Error> {
        let mut rust = String::new();
        let mut names = BTreeSet::new();
        for List { name, open, choices } in &self.list {
            let at = format!("{VOCABULARY}: list `{name}`");
            let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            if !is_name {
                return Err(format!("{at}: expected a name in small letters and underlines."));
            }
            if !names.insert(name) {
                return Err(format!("{at}: is there twice."));
            }
            let mut ids = BTreeSet::new();
            let mut entries = String::new();
            for Choice { id, labels } in choices {
                let at = format!("{at}, choice `{id}`");
                if !ids.insert(id) {
                    return Err(format!("{at}: is there twice."));
                }
                are_languages(&at, labels.keys(), "id")?;
                let label = languages.text(&at, "label", labels.iter())?;
                let label = label.ok_or_else(|| format!("{at}: expected a label in `{ENGLISH}`."))?;
                let _ = write!(entries, "Choice {{ id: {id:?}, label: {label} }}, ");
            }
            let name = name.to_ascii_uppercase();
            let _ = writeln!(
                rust,
                "pub(in crate::domain) const {name}: Choices = Choices {{ is_open: {open}, entries: &[{entries}] }};"
            );
        }
        Ok(rust)
    }

    fn has(&self, name: &str) -> bool {
        self.list.iter().any(|list| list.name == name)
    }
}

impl Catalogue {
    fn parts(&self, vocabulary: &Vocabulary, languages: &mut Languages) -> Result<String, Error> {
        let mut rust = String::from("&[");
        let (mut ids, mut paths) = (BTreeSet::new(), BTreeSet::new());
        for Part { id, field, words } in &self.part {
            let at = format!("{CATALOGUE}: part `{id}`");
            if !ids.insert(id) {
                return Err(format!("{at}: is there twice."));
            }
            are_words(&at, words, "id or field", &["title"])?;
            let title = languages.required(&at, "title", words)?;
            let mut fields = String::new();
            for field in field {
                let at = format!("{CATALOGUE}: field `{}`", field.path);
                if !paths.insert(&field.path) || self.also_known.contains(&field.path) {
                    return Err(format!("{at}: is there twice."));
                }
                fields.push_str(&field.rust(&at, vocabulary, languages)?);
            }
            let _ = write!(rust, "Part {{ id: {id:?}, title: {title}, fields: &[{fields}] }}, ");
        }
        rust.push(']');
        Ok(rust)
    }
}

impl Field {
    fn rust(&self, at: &str, vocabulary: &Vocabulary, languages: &mut Languages) -> Result<String, Error> {
        let is_records = self.kind == "records";
        let known: &[&str] =
            if is_records { &["label", "hint", "noun", "with_article"] } else { &["label", "hint"] };
        are_words(at, &self.words, "path, kind, choices, id_prefix or field", known)?;
        let label = languages.required(at, "label", &self.words)?;
        let hint = match languages.word(at, "hint", &self.words)? {
            Some(hint) => format!("Some({hint})"),
            None => "None".to_owned(),
        };
        let kind = match self.kind.as_str() {
            "line" => "Line".to_owned(),
            "code" => "Code".to_owned(),
            "field_of_study" => "FieldOfStudy".to_owned(),
            "paragraph" => "Paragraph".to_owned(),
            "whole" => "Whole(Unit::None)".to_owned(),
            "hours" => "Whole(Unit::Hours)".to_owned(),
            "years" => "Whole(Unit::Years)".to_owned(),
            "percent" => "Whole(Unit::Percent)".to_owned(),
            "level" => "Level".to_owned(),
            "credits" => "Credits".to_owned(),
            "money" => "Money".to_owned(),
            "day" => "Day".to_owned(),
            "yes_no" => "YesNo".to_owned(),
            "lines" => "Lines".to_owned(),
            "outcome_ids" => "OutcomeIds".to_owned(),
            "one" => format!("One({})", self.list(at, vocabulary)?),
            "several" => format!("Several({})", self.list(at, vocabulary)?),
            "records" => format!("Records(&{})", self.record(at, vocabulary, languages)?),
            other => {
                return Err(format!("{at}: `{other}` is no kind of field; the head of the file lists them."));
            }
        };
        if self.choices.is_some() && !matches!(self.kind.as_str(), "one" | "several") {
            return Err(format!("{at}: only the kinds one and several have `choices`."));
        }
        if !is_records && (self.id_prefix.is_some() || !self.field.is_empty()) {
            return Err(format!("{at}: only records have an `id_prefix` and fields of their own."));
        }
        let path = &self.path;
        Ok(format!("Field {{ path: {path:?}, kind: Kind::{kind}, label: {label}, hint: {hint} }}, "))
    }

    /// The constant of the list that the field's choices are from.
    fn list(&self, at: &str, vocabulary: &Vocabulary) -> Result<String, Error> {
        match &self.choices {
            Some(name) if vocabulary.has(name) => Ok(format!("lists::{}", name.to_ascii_uppercase())),
            Some(name) => Err(format!("{at}: there is no list `{name}` in {VOCABULARY}.")),
            None => Err(format!("{at}: expected `choices`, the name of a list in {VOCABULARY}.")),
        }
    }

    fn record(&self, at: &str, vocabulary: &Vocabulary, languages: &mut Languages) -> Result<String, Error> {
        let noun = languages.required(at, "noun", &self.words)?;
        let with_article = languages.required(at, "with_article", &self.words)?;
        if self.field.is_empty() {
            return Err(format!("{at}: expected the fields of an entry."));
        }
        let mut fields = String::new();
        let mut paths = BTreeSet::new();
        for field in &self.field {
            let at = format!("{at}, `{}`", field.path);
            if !paths.insert(&field.path) {
                return Err(format!("{at}: is there twice."));
            }
            fields.push_str(&field.rust(&at, vocabulary, languages)?);
        }
        let id_prefix = &self.id_prefix;
        Ok(format!(
            "Record {{ noun: {noun}, with_article: {with_article}, id_prefix: {id_prefix:?}, fields: &[{fields}] }}"
        ))
    }
}

/// Checks that the keys of an entry that are not its own are languages.
fn are_languages<'a>(at: &str, keys: impl Iterator<Item = &'a String>, own: &str) -> Result<(), Error> {
    for key in keys {
        if !(2..=3).contains(&key.len()) || !key.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Err(format!("{at}: `{key}` is neither {own} nor the code of a language, such as mi."));
        }
    }
    Ok(())
}

/// Checks the languages of an entry, and that they have no words but those that it knows.
fn are_words(at: &str, words: &BTreeMap<String, Words>, own: &str, known: &[&str]) -> Result<(), Error> {
    are_languages(at, words.keys(), own)?;
    for (language, words) in words {
        if let Some(word) = words.keys().find(|word| !known.contains(&word.as_str())) {
            return Err(format!("{at}: `{language}` has `{word}`; expected {}.", known.join(", ")));
        }
    }
    Ok(())
}
