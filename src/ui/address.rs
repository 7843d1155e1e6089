//! The addresses of the app: which page, and what the page remembers in its query.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;

/// A page of the app.
#[derive(Clone, PartialEq)]
pub enum Address {
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

impl Address {
    /// The page at a path.
    pub fn of(path: &str) -> Self {
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
    format!("{CREDENTIAL}{key}")
}

/// The address of a qualification's page.
pub fn qualification(key: &str) -> String {
    format!("{QUALIFICATION}{key}")
}

/// What the address remembers under a name, in order.
pub fn remembered(query: &ParamsMap, name: &str) -> Vec<String> {
    query.get_all(name).unwrap_or_default()
}

/// The page's query, and a way to change it in place, without a new entry in the browser's history.
pub fn use_memory() -> (Memo<ParamsMap>, Callback<ParamsMap>) {
    let location = use_location();
    let navigate = use_navigate();
    let change = Callback::new(move |query: ParamsMap| {
        let address = format!("{}{}", location.pathname.get_untracked(), query.to_query_string());
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    (location.query, change)
}

/// A query with one name set to some values.
pub fn with(query: &ParamsMap, name: &'static str, values: Vec<String>) -> ParamsMap {
    let mut query = query.clone();
    query.remove(name);
    for value in values {
        query.insert(name, value);
    }
    query
}
