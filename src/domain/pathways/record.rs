//! What somebody holds, as it is read: each with its title and size, and how much of each level there is.

use super::holding::{Held, Holding};
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::register::{Credential, Entry, Register};
use crate::domain::text::{are_same, fold};
use std::collections::{BTreeMap, BTreeSet};

/// A level, and credits at it.
type Measure = (Level, Credits);

/// What somebody holds, with what the register knows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Everything, in its order.
    pub entries: Vec<RecordEntry>,
    /// The credits of each level.
    pub totals: BTreeMap<Level, u32>,
    /// How many are in no total: their level or credits are not known, or what they are is no credit of its own.
    pub left_out: usize,
}

/// Something that somebody holds.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordEntry {
    /// The holding.
    pub holding: Holding,
    /// Its title on the register, and else as it calls itself.
    pub title: String,
    /// Its level.
    pub level: Option<Level>,
    /// How many credits it has; of a credential of which only some standards are done, theirs.
    pub size: Option<Size>,
    /// Whether the register has it.
    pub is_listed: bool,
    /// Whether the register has a micro-credential of the same title, which others provide.
    pub is_namesake: bool,
}

impl Record {
    /// What somebody holds. A standard counts once, in whatever it is wrapped. What a qualification is made of is
    /// held beside it as often as not, and an equivalency statement is no credit: neither is in a total, and
    /// nor is what has yet to be assessed.
    pub fn of(register: &Register, holdings: &[Holding]) -> Self {
        let entries: Vec<_> = holdings.iter().map(|holding| RecordEntry::of(register, holding)).collect();
        let mut totals = BTreeMap::new();
        let mut left_out = 0;
        let mut counted: BTreeSet<&str> = BTreeSet::new();
        let whole = entries.iter().filter(|entry| !entry.holding.is_partial());
        for credential in whole.filter_map(|entry| register.credential(entry.credential()?)) {
            counted.extend(credential.standards.iter().map(String::as_str));
        }
        for (standard, size) in entries.iter().flat_map(|entry| entry.pieces(register)) {
            match size {
                _ if standard.is_some_and(|id| !counted.insert(id)) => {}
                Some((level, credits)) => *totals.entry(level).or_default() += u32::from(credits.0),
                None => left_out += 1,
            }
        }
        Self { entries, totals, left_out }
    }
}

fn standard_size(register: &Register, id: &str) -> Option<Measure> {
    register.standard(id).and_then(|standard| standard.level.zip(standard.credits))
}

/// Whether the register has what is called the same, and none of it is by who awarded it.
fn is_namesake(register: &Register, holding: &Holding) -> bool {
    let Some(source) = holding.source.as_deref().map(fold) else { return false };
    let mut same = register.credentials().iter().filter(|of| are_same(&of.title, holding.name())).peekable();
    let is_by_source =
        |of: &Credential| of.provider.iter().chain(&of.developer).any(|by| source.contains(fold(by).trim()));
    same.peek().is_some() && !same.any(is_by_source)
}

impl RecordEntry {
    fn of(register: &Register, holding: &Holding) -> Self {
        let listed = holding.learning_kind().and_then(|kind| register.entry(kind, holding.name()));
        let is_listed = listed.is_some();
        let (title, level, size) = match listed {
            Some(Entry { title, level, size, .. }) => (title, level, size),
            None => (holding.name().to_owned(), None, None),
        };
        let size = match &holding.what {
            Held::Credential(_, done) if holding.is_partial() => {
                let sizes = done.iter().map(|id| Some(standard_size(register, id)?.1));
                super::sum(sizes).map(Size::Fixed)
            }
            _ => holding.credits.map(Size::Fixed).or(size),
        };
        let is_namesake = matches!(holding.what, Held::Other(_)) && is_namesake(register, holding);
        Self { holding: holding.clone(), title, level: holding.level.or(level), size, is_listed, is_namesake }
    }

    /// What of it is added up: the number of a standard, where it is one, and the size, where it is known and
    /// counts.
    fn pieces(&self, register: &Register) -> Vec<(Option<&str>, Option<Measure>)> {
        let size = self.level.zip(self.size.and_then(Size::fixed));
        match &self.holding.what {
            Held::Credential(_, done) if self.holding.is_partial() => {
                done.iter().map(|id| (Some(id.as_str()), standard_size(register, id))).collect()
            }
            Held::Credential(key, _) => {
                let is_credit = register.credential(key).is_none_or(|of| !of.is_equivalency());
                vec![(None, size.filter(|_| is_credit))]
            }
            Held::Standard(id) => vec![(Some(id), size)],
            Held::Other(_) => vec![(None, size)],
            Held::Qualification(_) | Held::PriorLearning(_) => vec![(None, None)],
        }
    }

    fn credential(&self) -> Option<&str> {
        match &self.holding.what {
            Held::Credential(key, _) => Some(key),
            _ => None,
        }
    }
}
