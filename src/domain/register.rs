//! The register: micro-credentials, qualifications and the stacks between them, from a snapshot.

mod credential;
mod entry;
mod interests;
mod provider;
mod qualification;
mod query;
mod search;
mod snapshot;
mod spelling;
mod stack;

pub use credential::{Credential, Next, ProviderKind, StatusGroup, Subject};
pub use entry::Entry;
pub use interests::Interests;
pub use provider::{Provider, Standard};
pub use qualification::{Basis, Earlier, Qualification, Structure};
pub use query::{CreditBand, Facet, FacetValue, Filters, Query};
pub use search::{Answer, Count, Hit, Match, SearchField};
pub use snapshot::FORMAT;
pub use stack::{Firmness, Part, Stack, StackKind, Target, TargetKind};

use crate::domain::Problem;
use search::Searchable;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything in one snapshot.
#[derive(Clone, Debug)]
pub struct Register {
    stamp: Stamp,
    source: String,
    licence: String,
    notes: Vec<String>,
    providers: Vec<Provider>,
    credentials: Vec<Credential>,
    qualifications: Vec<Qualification>,
    stacks: Vec<Stack>,
    standards: Vec<Standard>,
    /// Credentials and qualifications share one set of keys. A place is an index into the credentials,
    /// and from their end on into the qualifications.
    places: BTreeMap<String, usize>,
    /// Of each number the index of the standard that has it.
    numbers: BTreeMap<String, usize>,
    /// What the search reads: one for each credential, then for each qualification and each standard.
    searchable: Vec<Searchable>,
    problems: Vec<Problem>,
}

/// Which snapshot a report was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// The day that the snapshot describes, in its own words.
    pub as_at: String,
    /// The SHA-256 of the snapshot's bytes, in hexadecimal.
    pub sha256: String,
}

/// A reservation that a snapshot has about a part of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The part of the entry: `title`, `credits`, `provider` …
    pub about: &'static str,
    /// The reservation.
    pub text: String,
}

impl Register {
    /// Which snapshot this is.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Where the snapshot comes from, in its own words.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The terms under which its content may be used, in its own words.
    pub fn licence(&self) -> &str {
        &self.licence
    }

    /// What is incomplete or uncertain in the snapshot as a whole, in its own words.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What in the snapshot could not be understood.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The providers, as the snapshot lists them.
    pub fn providers(&self) -> &[Provider] {
        &self.providers
    }

    /// The micro-credentials, as the snapshot lists them.
    pub fn credentials(&self) -> &[Credential] {
        &self.credentials
    }

    /// The micro-credential with a key.
    pub fn credential(&self, key: &str) -> Option<&Credential> {
        self.credentials.get(*self.places.get(key)?)
    }

    /// The qualifications, as the snapshot lists them.
    pub fn qualifications(&self) -> &[Qualification] {
        &self.qualifications
    }

    /// The qualification with a key.
    pub fn qualification(&self, key: &str) -> Option<&Qualification> {
        self.qualifications.get(self.places.get(key)?.checked_sub(self.credentials.len())?)
    }

    /// The title of the micro-credential or qualification with a key.
    pub fn title(&self, key: &str) -> Option<&str> {
        let credential = self.credential(key).map(|credential| credential.title.as_str());
        credential.or_else(|| Some(self.qualification(key)?.title.as_str()))
    }

    /// The stacks, as the snapshot lists them.
    pub fn stacks(&self) -> &[Stack] {
        &self.stacks
    }

    /// The stacks that a credential is a part of.
    pub fn stacks_from<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Stack> {
        self.stacks.iter().filter(move |stack| stack.has_part(key))
    }

    /// The stacks that lead to a qualification or credential.
    pub fn stacks_to<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Stack> {
        self.stacks.iter().filter(move |stack| stack.target.key.as_deref() == Some(key))
    }

    /// The micro-credentials that list a standard.
    pub fn listing_standard<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Credential> {
        self.credentials.iter().filter(move |credential| credential.standards.iter().any(|own| own == id))
    }

    /// The standard with a number.
    pub fn standard(&self, id: &str) -> Option<&Standard> {
        self.standards.get(*self.numbers.get(id)?)
    }

    /// The unit and skill standards, as the snapshot lists them.
    pub fn standards(&self) -> &[Standard] {
        &self.standards
    }
}
