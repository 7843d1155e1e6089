//! The addresses of the app: which page, and what the page remembers in its query.

use crate::browser::history::{self, Query};
use leptos::prelude::*;

/// A page of the app.
#[derive(Clone, PartialEq)]
pub enum Page {
    Home,
    Draft,
    Pathways,
    Register,
    Credential(String),
    Qualification(String),
    Unknown,
}

const CREDENTIAL: &str = "/register/credential/";
const QUALIFICATION: &str = "/register/qualification/";

impl Page {
    /// The page at a path.
    pub fn at(path: &str) -> Self {
        let path = path.strip_suffix('/').unwrap_or(path);
        match path {
            "" => Self::Home,
            "/draft" => Self::Draft,
            "/pathways" => Self::Pathways,
            "/register" => Self::Register,
            _ => {
                let key = |under: &str| path.strip_prefix(under).map(str::to_owned);
                let credential = key(CREDENTIAL).map(Self::Credential);
                credential.or_else(|| key(QUALIFICATION).map(Self::Qualification)).unwrap_or(Self::Unknown)
            }
        }
    }
}

/// The address of a credential's page.
pub fn credential(key: &str) -> String {
    format!("{CREDENTIAL}{}", history::encoded(key))
}

/// The address of a qualification's page.
pub fn qualification(key: &str) -> String {
    format!("{QUALIFICATION}{}", history::encoded(key))
}

/// Where the person is. The window's address follows; where the browser will not show it, the page
/// goes on all the same.
#[derive(Clone, Copy)]
pub struct Address {
    here: RwSignal<(String, Query)>,
}

impl Address {
    /// Takes up the address in the window, and follows the person's moves.
    pub fn follow() -> Self {
        let here = RwSignal::new(history::here());
        history::on_move(move || here.set(history::here()));
        Self { here }
    }

    /// The path.
    pub fn path(&self) -> String {
        self.here.with(|here| here.0.clone())
    }

    /// What is remembered under a name, in order.
    pub fn remembered(&self, name: &str) -> Vec<String> {
        self.here.with(|here| values(&here.1, name))
    }

    /// The first that is remembered under a name.
    pub fn first(&self, name: &str) -> Option<String> {
        self.remembered(name).into_iter().next()
    }

    /// Remembers some values under a name, without a new entry in the history.
    pub fn remember(&self, name: &'static str, values: impl IntoIterator<Item = String>) {
        self.replace(name, values.into_iter().collect());
    }

    fn replace(&self, name: &'static str, values: Vec<String>) {
        self.here.update(|here| {
            here.1.retain(|(other, _)| other != name);
            here.1.extend(values.into_iter().map(|value| (name.to_owned(), value)));
        });
        self.show();
    }

    /// Changes what is remembered under a name.
    pub fn change(&self, name: &'static str, change: impl FnOnce(&mut Vec<String>)) {
        let mut now = self.here.with_untracked(|here| values(&here.1, name));
        change(&mut now);
        self.remember(name, now);
    }

    fn show(&self) {
        let address = self.here.with_untracked(|here| history::spelled(&here.0, &here.1));
        history::show(&address, true);
    }
}

fn values(query: &Query, name: &str) -> Vec<String> {
    query.iter().filter(|(other, _)| other == name).map(|(_, value)| value.clone()).collect()
}
