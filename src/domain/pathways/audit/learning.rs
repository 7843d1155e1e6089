//! What is held, taken apart into what may count: each piece once, in whatever it is wrapped.

use super::Unused;
use crate::domain::day::{Day, spelled};
use crate::domain::goal::{Learning, LearningKind, Origin};
use crate::domain::measure::{Credits, Level};
use crate::domain::pathways::asked::{Held, Holding};
use crate::domain::register::{Register, Subject};
use crate::domain::text::{are_same, fold};
use std::collections::BTreeMap;

/// Something that goes whole to one requirement.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The name of the holding, or the number of a standard in one.
    pub name: String,
    pub what: What,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
    subject: Option<Subject>,
    /// It has an equivalency statement, and is no credit on the framework (STK-46).
    pub is_equivalency: bool,
    /// The learning in it.
    pub atoms: Vec<usize>,
    /// The holdings that it is from; none where it is only listed.
    pub holdings: Vec<usize>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A credential, standard or qualification as itself.
    Itself(LearningKind),
    /// What is left of a credential beside its standards.
    Remainder,
    /// Something that no register lists.
    Other,
    /// What has yet to be assessed (STK-04, STK-09).
    PriorLearning,
}

/// How surely something counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    No,
    /// It may, if a person agrees or more becomes known.
    Possible,
    Counts,
}

/// Everything that may count.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    pub units: Vec<Unit>,
    /// The credits of each piece of learning, where they are stated.
    pub atoms: Vec<Option<u32>>,
    standards: BTreeMap<String, StandardPiece>,
}

#[derive(Clone, Debug)]
struct StandardPiece {
    atom: usize,
    level: Option<Level>,
    credits: Option<Credits>,
    holdings: Vec<usize>,
}

/// The holdings of a day: for each, why it does not count at all, or nothing.
pub(super) struct HeldOn<'a> {
    pub holdings: &'a [Holding],
    pub on: Option<Day>,
    pub is_held: Vec<bool>,
    /// The names of what is there more than once.
    pub repeated: Vec<String>,
    pub unused: Vec<Unused>,
}

impl<'a> HeldOn<'a> {
    /// Of several that are the same, the one that is finished first stands for all, and of standards the latest
    /// version (STK-15, STK-16).
    pub fn of(holdings: &'a [Holding], on: Option<Day>) -> Self {
        let is_later = |holding: &Holding| on.is_some_and(|on| holding.completed.is_some_and(|day| day > on));
        let mut best: BTreeMap<(u8, &str), usize> = BTreeMap::new();
        let (mut repeated, mut unused) = (Vec::new(), Vec::new());
        for (index, holding) in holdings.iter().enumerate().filter(|(_, holding)| !is_later(holding)) {
            let kind = match &holding.what {
                Held::Credential(..) => 0,
                Held::Standard(_) => 1,
                Held::Qualification(_) => 2,
                Held::Other(_) => 3,
                Held::PriorLearning(_) => 4,
            };
            let entry = best.entry((kind, holding.name()));
            let kept = *entry.or_insert(index);
            if kept != index {
                repeated.push(holding.name().to_owned());
                if holdings.get(kept).is_some_and(|kept| is_better(holding, kept)) {
                    best.insert((kind, holding.name()), index);
                }
            }
        }
        for holding in holdings.iter().filter(|holding| is_later(holding)) {
            if !best.keys().any(|(_, name)| *name == holding.name()) {
                let on = on.map(spelled).unwrap_or_default();
                unused.push(Unused::new(holding.name(), format!("It is completed only after {on}."), None));
            }
        }
        let is_held = (0..holdings.len()).map(|index| best.values().any(|kept| *kept == index)).collect();
        Self { holdings, on, is_held, repeated, unused }
    }
}

fn is_better(one: &Holding, other: &Holding) -> bool {
    let is_partial = |holding: &Holding| match &holding.what {
        Held::Credential(_, standards) => !standards.is_empty() && holding.completed.is_none(),
        _ => false,
    };
    let version = |holding: &Holding| {
        let digits = holding.version.as_deref().map(|version| version.trim_start_matches(['v', 'V']).parse::<u32>());
        digits.and_then(Result::ok)
    };
    (!is_partial(one), version(one), one.credits.is_some())
        > (!is_partial(other), version(other), other.credits.is_some())
}

impl Pieces {
    /// Takes holdings apart.
    pub fn of(register: &Register, held: &HeldOn) -> Self {
        let mut pieces = Self::default();
        let counted = || held.holdings.iter().enumerate().filter(|(index, _)| held.is_held.get(*index) == Some(&true));
        // Standards first: a credential may share them, and what somebody says of one goes before the register.
        for (index, holding) in counted() {
            if let Held::Standard(id) = &holding.what {
                pieces.standard(register, id, Some(index), holding.level, holding.credits);
            }
        }
        for (index, holding) in counted() {
            match &holding.what {
                Held::Standard(_) => {}
                Held::Credential(_, done) if !done.is_empty() && holding.completed.is_none() => {
                    for id in done {
                        pieces.standard(register, id, Some(index), None, None);
                    }
                }
                Held::Credential(key, named) => pieces.credential(register, key, named, Some(index)),
                Held::Qualification(key) => {
                    let listed = register.qualification(key);
                    let credits = holding.credits.or_else(|| listed?.credits());
                    let level = holding.level.or_else(|| listed?.level);
                    pieces.single(key, What::Itself(LearningKind::Qualification), level, credits, Some(index));
                }
                Held::Other(title) => {
                    pieces.single(title, What::Other, holding.level, holding.credits, Some(index));
                }
                Held::PriorLearning(text) => {
                    pieces.single(text, What::PriorLearning, None, None, Some(index));
                }
            }
        }
        pieces.add_standards();
        pieces
    }

    /// Adds everything that the register lists, and the standards that a goal names.
    pub fn with_all_listed<'a>(mut self, register: &Register, named: impl Iterator<Item = &'a str>) -> Self {
        self.units.retain(|unit| unit.what != What::Itself(LearningKind::Standard));
        let is_there = |units: &[Unit], kind: LearningKind, key: &str| {
            units.iter().any(|unit| unit.what == What::Itself(kind) && unit.name == key)
        };
        for credential in register.credentials() {
            if !is_there(&self.units, LearningKind::Credential, &credential.key) {
                self.credential(register, &credential.key, &[], None);
            }
        }
        for qualification in register.qualifications() {
            if !is_there(&self.units, LearningKind::Qualification, &qualification.key) {
                let what = What::Itself(LearningKind::Qualification);
                self.single(&qualification.key, what, qualification.level, qualification.credits(), None);
            }
        }
        let listed = register.standards().iter().map(|standard| standard.id.as_str());
        for id in listed.chain(named) {
            self.standard(register, id, None, None, None);
        }
        self.add_standards();
        self
    }

    fn atom(&mut self, credits: Option<u32>) -> usize {
        self.atoms.push(credits);
        self.atoms.len() - 1
    }

    fn single(
        &mut self,
        name: &str,
        what: What,
        level: Option<Level>,
        credits: Option<Credits>,
        holding: Option<usize>,
    ) {
        let atoms = vec![self.atom(credits.map(|credits| u32::from(credits.0)))];
        let (name, holdings) = (name.to_owned(), holding.into_iter().collect());
        self.units.push(Unit { name, what, level, credits, subject: None, is_equivalency: false, atoms, holdings });
    }

    /// A standard; one that is there already is the same one.
    fn standard(
        &mut self,
        register: &Register,
        id: &str,
        holding: Option<usize>,
        level: Option<Level>,
        credits: Option<Credits>,
    ) -> StandardPiece {
        if !self.standards.contains_key(id) {
            let listed = register.standards().iter().find(|standard| standard.id == id);
            let credits = credits.or_else(|| listed?.credits);
            let level = level.or_else(|| listed?.level);
            let atom = self.atom(credits.map(|credits| u32::from(credits.0)));
            self.standards.insert(id.to_owned(), StandardPiece { atom, level, credits, holdings: Vec::new() });
        }
        let Some(piece) = self.standards.get_mut(id) else {
            return StandardPiece { atom: 0, level, credits, holdings: Vec::new() };
        };
        piece.holdings.extend(holding.filter(|holding| !piece.holdings.contains(holding)));
        piece.clone()
    }

    fn add_standards(&mut self) {
        for (id, piece) in &self.standards {
            self.units.push(Unit {
                name: id.clone(),
                what: What::Itself(LearningKind::Standard),
                level: piece.level,
                credits: piece.credits,
                subject: None,
                is_equivalency: false,
                atoms: vec![piece.atom],
                holdings: piece.holdings.clone(),
            });
        }
    }

    /// A credential: as itself, which uses its standards up, or through its standards and what is left
    /// beside them, where the credits of all of them are stated.
    fn credential(&mut self, register: &Register, key: &str, named: &[String], holding: Option<usize>) {
        let listed = register.credential(key);
        let own = listed.map_or(&[][..], |listed| &listed.standards);
        let mut ids: Vec<&String> = own.iter().chain(named).collect();
        ids.sort_unstable();
        ids.dedup();
        let standards: Vec<StandardPiece> =
            ids.into_iter().map(|id| self.standard(register, id, holding, None, None)).collect();
        let stated: u32 = standards.iter().filter_map(|piece| piece.credits).map(|each| u32::from(each.0)).sum();
        let credits = listed.and_then(|listed| listed.credits);
        let beside = credits.map(|credits| u32::from(credits.0).saturating_sub(stated));
        let own = self.atom(beside);
        let itself = Unit {
            name: key.to_owned(),
            what: What::Itself(LearningKind::Credential),
            level: listed.and_then(|listed| listed.level),
            credits,
            subject: listed.and_then(|listed| listed.subject),
            is_equivalency: listed.is_some_and(|listed| listed.is_equivalency()),
            atoms: standards.iter().map(|piece| piece.atom).chain([own]).collect(),
            holdings: holding.into_iter().collect(),
        };
        let knows_all = standards.iter().all(|piece| piece.credits.is_some());
        let left = beside.and_then(|beside| u16::try_from(beside).ok()).filter(|left| *left > 0).map(Credits);
        if let Some(credits) = left.filter(|_| knows_all && !standards.is_empty()) {
            let credits = Some(credits);
            self.units.push(Unit { what: What::Remainder, credits, atoms: vec![own], ..itself.clone() });
        }
        self.units.push(itself);
    }
}

impl Unit {
    /// Whether a person has to assess or agree before it is credit at all.
    pub fn is_uncertain(&self) -> bool {
        self.is_equivalency || self.what == What::PriorLearning
    }

    /// How surely it is of the learning that is asked for.
    pub fn fit(&self, learning: &Learning) -> Fit {
        let origin = match &learning.from {
            Origin::Unsaid => Fit::Possible,
            Origin::Any => Fit::Counts,
            Origin::Sets(_) if self.is_of(&learning.from) => Fit::Counts,
            Origin::Sets(_) => Fit::No,
        };
        let certain = if self.is_uncertain() { Fit::Possible } else { Fit::Counts };
        origin.min(certain).min(self.level_fit(learning))
    }

    /// Whether its level is one that is asked for. It is never raised (STK-07), and what is above a floor counts
    /// (STK-31); where no source states it, it may be.
    pub fn level_fit(&self, learning: &Learning) -> Fit {
        match self.level {
            _ if learning.level_at_least.is_none() && learning.level_at_most.is_none() => Fit::Counts,
            None => Fit::Possible,
            Some(level) => {
                let reaches = learning.level_at_least.is_none_or(|least| level >= least);
                let stays = learning.level_at_most.is_none_or(|most| level <= most);
                if reaches && stays { Fit::Counts } else { Fit::No }
            }
        }
    }

    /// Whether it comes from there. Where nothing is said, it does.
    pub fn is_of(&self, origin: &Origin) -> bool {
        let Origin::Sets(sets) = origin else { return true };
        let kind = match self.what {
            What::Itself(kind) => kind,
            What::Remainder => LearningKind::Credential,
            What::Other | What::PriorLearning => return false,
        };
        let named = match kind {
            LearningKind::Credential => &sets.credentials,
            LearningKind::Standard => &sets.standards,
            LearningKind::Qualification => &sets.qualifications,
        };
        if named.contains(&self.name) {
            return true;
        }
        // A subject and a kind together ask for both.
        let subject = self.subject.map(|subject| fold(subject.id()));
        let is_of_subject = sets.subjects.is_empty() || subject.is_some_and(|own| sets.subjects.contains(&own));
        let is_of_kind = sets.kinds.is_empty() || sets.kinds.contains(&kind);
        !(sets.subjects.is_empty() && sets.kinds.is_empty()) && is_of_subject && is_of_kind
    }

    /// Whether it is the thing itself that a requirement names.
    pub fn is(&self, kind: LearningKind, key: &str) -> bool {
        self.what == What::Itself(kind) && self.name == key
    }

    /// Whether it is called so.
    pub fn is_called(&self, title: &str) -> bool {
        self.what == What::Other && are_same(&self.name, title)
    }
}
