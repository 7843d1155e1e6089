//! What the lists of the rules' pages are called on screen, from `vocabulary.toml`.

use super::page::{DecidedBy, Outcome, Route, Severity, Standing};
use crate::domain::language::Language;
use crate::domain::vocabulary::lists;

macro_rules! labels {
    ($($name:ident of $list:ident),*) => {$(
        impl $name {
            /// What the entry is called on screen.
            pub fn label(self, language: Language) -> &'static str {
                lists::$list.find(self.id()).map_or(self.id(), |choice| choice.label(language))
            }
        }
    )*};
}

labels!(Route of ROUTE, Severity of SEVERITY, DecidedBy of DECIDED_BY, Outcome of OUTCOME, Standing of STANDING);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_a_label() {
        let ids = |list: &[&str], choices: crate::domain::vocabulary::Choices| {
            let known: Vec<&str> = choices.entries.iter().map(|choice| choice.id).collect();
            assert_eq!(known, list);
        };
        ids(&Route::ALL.iter().map(|entry| entry.id()).collect::<Vec<_>>(), lists::ROUTE);
        ids(&Severity::ALL.iter().map(|entry| entry.id()).collect::<Vec<_>>(), lists::SEVERITY);
        ids(&DecidedBy::ALL.iter().map(|entry| entry.id()).collect::<Vec<_>>(), lists::DECIDED_BY);
        ids(&Outcome::ALL.iter().map(|entry| entry.id()).collect::<Vec<_>>(), lists::OUTCOME);
        ids(&Standing::ALL.iter().map(|entry| entry.id()).collect::<Vec<_>>(), lists::STANDING);
    }
}
