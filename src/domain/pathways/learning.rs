//! What is held, taken apart into what may count: each piece once, in whatever it is wrapped.

use super::holding::{Held, Holding};
use crate::domain::day::Day;
use crate::domain::goal::{Asks, CreditRule, CreditsFrom, LearningKind};
use crate::domain::measure::{Credits, Level, Size};
use crate::domain::register::{Register, Subject};
use crate::domain::text::are_same;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What is listed and taken apart between two pauses.
const LISTED_A_PART: usize = 500;

/// Something that goes whole to one requirement.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The key of the credential or qualification, the number of the standard, or a title.
    pub name: String,
    pub what: What,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
    subject: Option<Subject>,
    /// It has an equivalency statement, and is no credit on the framework (STK-46).
    pub is_equivalency: bool,
    /// Nobody has said which standards are in it.
    pub has_no_standards: bool,
    /// The learning in it.
    pub atoms: Vec<usize>,
    /// The holdings that it is in; none where it is only listed.
    pub holdings: Vec<usize>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A credential, standard or qualification as itself.
    Itself(LearningKind),
    /// What is left of a credential beside its standards.
    Remainder,
    /// Credentials that a source counts together, for a requirement of their own.
    Together {
        /// The place of that requirement among the leaves.
        leaf: usize,
    },
    /// Something that no register lists.
    Other,
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
    /// The credits of each piece of learning; none where they are not stated.
    pub atoms: Vec<u32>,
    standards: BTreeMap<String, Standard>,
}

/// A standard while the pieces are collected.
#[derive(Clone, Debug)]
struct Standard {
    atom: usize,
    level: Option<Level>,
    credits: Option<Credits>,
    holdings: Vec<usize>,
}

/// What is held on a day, each thing once.
pub(super) struct HeldOn<'a> {
    pub holdings: Vec<&'a Holding>,
    /// The names of what is there more than once.
    pub repeated: Vec<&'a str>,
    /// The names of what is completed only later.
    pub later: Vec<&'a str>,
}

impl<'a> HeldOn<'a> {
    /// Of several that are the same, one that is finished stands for all, and of standards the latest version
    /// (STK-15, STK-16).
    pub fn of(all: &'a [Holding], on: Option<Day>) -> Self {
        let is_later =
            |holding: &&Holding| on.is_some_and(|on| holding.completed.is_some_and(|day| day > on));
        let (later, held): (Vec<&Holding>, Vec<&Holding>) = all.iter().partition(is_later);
        let mut places = BTreeMap::new();
        let (mut holdings, mut repeated): (Vec<&Holding>, Vec<&str>) = (Vec::new(), Vec::new());
        for holding in held {
            match places.entry((holding.kind(), holding.name())) {
                Entry::Vacant(free) => {
                    free.insert(holdings.len());
                    holdings.push(holding);
                }
                Entry::Occupied(place) => {
                    repeated.push(holding.name());
                    let kept = holdings.get_mut(*place.get()).filter(|kept| rank(holding) > rank(kept));
                    kept.into_iter().for_each(|kept| *kept = holding);
                }
            }
        }
        let is_only_later = |holding: &&&Holding| !places.contains_key(&(holding.kind(), holding.name()));
        let later = later.iter().filter(is_only_later).map(|holding| holding.name()).collect();
        Self { holdings, repeated, later }
    }

    /// Whether a credential or qualification is held as a whole.
    pub fn has(&self, key: &str) -> bool {
        self.holdings.iter().any(|holding| match &holding.what {
            Held::Credential(own, _) => own == key && !holding.is_partial(),
            Held::Qualification(own) => own == key,
            Held::Standard(_) | Held::Other(_) | Held::PriorLearning(_) => false,
        })
    }

    /// Whether what a requirement names is held, and not known to be completed before a day.
    pub fn has_since(&self, asks: &Asks, day: Day) -> bool {
        let is_it = |holding: &&&Holding| match (&holding.what, asks) {
            (Held::Credential(own, _), Asks::Credential(key)) => own == key && !holding.is_partial(),
            (Held::Standard(own), Asks::Standard(id)) => own == id,
            (Held::Qualification(own), Asks::Qualification(key)) => own == key,
            _ => false,
        };
        let mut holdings = self.holdings.iter().filter(is_it);
        holdings.any(|holding| holding.completed.is_none_or(|completed| completed >= day))
    }

    /// Whether a credential is begun and not finished.
    pub fn has_begun(&self, key: &str) -> bool {
        let is_it = |holding: &&&Holding| matches!(&holding.what, Held::Credential(own, _) if own == key);
        self.holdings.iter().filter(is_it).any(|holding| holding.is_partial())
    }
}

/// Of two holdings of the same, the higher stands for both.
fn rank(holding: &Holding) -> (bool, Option<u32>, bool) {
    let version = holding.version.as_deref().map(|version| version.trim_start_matches(['v', 'V']));
    (!holding.is_partial(), version.and_then(|version| version.parse().ok()), holding.credits.is_some())
}

impl Pieces {
    /// Takes holdings apart. Prior learning is none of them until a provider has assessed it (STK-04).
    pub fn of(register: &Register, held: &HeldOn) -> Self {
        let mut pieces = Self::default();
        // Standards first: a credential may share them, and somebody may say what the register leaves out.
        for (index, holding) in held.holdings.iter().enumerate() {
            if let Held::Standard(id) = &holding.what {
                pieces.standard(register, id, Some(index), (holding.level, holding.credits));
            }
        }
        for (index, holding) in held.holdings.iter().enumerate() {
            let said = (holding.level, holding.credits);
            match &holding.what {
                Held::Credential(_, done) if holding.is_partial() => {
                    for id in done {
                        pieces.standard(register, id, Some(index), (None, None));
                    }
                }
                Held::Credential(key, named) => pieces.credential(register, key, named, Some(index), said),
                Held::Qualification(key) => {
                    let listed = register.qualification(key);
                    let level = listed.and_then(|listed| listed.level).or(holding.level);
                    // Of a range, the lower end is what it surely brings.
                    let size = listed.and_then(|listed| listed.size);
                    let credits = size.and_then(Size::fixed).or(holding.credits).or(size.map(Size::least));
                    let what = What::Itself(LearningKind::Qualification);
                    pieces.single(key, what, (level, credits), Some(index));
                }
                Held::Other(title) => pieces.single(title, What::Other, said, Some(index)),
                Held::Standard(_) | Held::PriorLearning(_) => {}
            }
        }
        pieces.add_standards();
        pieces
    }

    /// Adds everything that the register lists, with a pause between parts of the work.
    pub async fn with_all_listed(mut self, register: &Register, pause: &impl AsyncFn()) -> Self {
        self.units.retain(|unit| unit.what != What::Itself(LearningKind::Standard));
        let itself = self.units.iter().filter(|unit| matches!(unit.what, What::Itself(_)));
        let held: BTreeSet<String> = itself.map(|unit| unit.name.clone()).collect();
        for credentials in register.credentials().chunks(LISTED_A_PART) {
            pause().await;
            for credential in credentials.iter().filter(|credential| !held.contains(&credential.key)) {
                self.credential(register, &credential.key, &[], None, (None, None));
            }
        }
        for qualification in register.qualifications() {
            if !held.contains(&qualification.key) {
                let size = (qualification.level, qualification.size.map(Size::least));
                self.single(&qualification.key, What::Itself(LearningKind::Qualification), size, None);
            }
        }
        for standards in register.standards().chunks(LISTED_A_PART) {
            pause().await;
            for standard in standards {
                self.standard(register, &standard.id, None, (None, None));
            }
        }
        pause().await;
        self.add_standards();
        self
    }

    /// Adds credentials that a source counts together for a leaf, where all of them are there.
    pub fn add_together(&mut self, keys: &[String], leaf: usize) {
        let parts: Option<Vec<&Unit>> =
            keys.iter().map(|key| self.unit(LearningKind::Credential, key)).collect();
        let Some(parts) = parts else { return };
        let mut atoms: Vec<usize> = parts.iter().flat_map(|part| part.atoms.iter().copied()).collect();
        atoms.sort_unstable();
        atoms.dedup();
        let together = Unit {
            name: keys.join(", "),
            what: What::Together { leaf },
            level: None,
            credits: parts.iter().map(|part| part.credits).sum(),
            subject: None,
            is_equivalency: parts.iter().any(|part| part.is_equivalency),
            has_no_standards: false,
            atoms,
            holdings: parts.iter().flat_map(|part| part.holdings.iter().copied()).collect(),
        };
        self.units.push(together);
    }

    fn unit(&self, kind: LearningKind, key: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.is(kind, key))
    }

    fn atom(&mut self, credits: u32) -> usize {
        self.atoms.push(credits);
        self.atoms.len() - 1
    }

    fn single(
        &mut self,
        name: &str,
        what: What,
        (level, credits): (Option<Level>, Option<Credits>),
        holding: Option<usize>,
    ) {
        let atom = self.atom(number(credits));
        self.units.push(Unit {
            name: name.to_owned(),
            what,
            level,
            credits,
            subject: None,
            is_equivalency: false,
            has_no_standards: false,
            atoms: vec![atom],
            holdings: holding.into_iter().collect(),
        });
    }

    /// A standard; one that is there already is the same one.
    fn standard(
        &mut self,
        register: &Register,
        id: &str,
        holding: Option<usize>,
        (level, credits): (Option<Level>, Option<Credits>),
    ) -> Standard {
        let mut standard = self.standards.remove(id).unwrap_or_else(|| {
            let listed = register.standard(id);
            let credits = listed.and_then(|listed| listed.credits).or(credits);
            let level = listed.and_then(|listed| listed.level).or(level);
            Standard { atom: self.atom(number(credits)), level, credits, holdings: Vec::new() }
        });
        standard.holdings.extend(holding.filter(|holding| !standard.holdings.contains(holding)));
        self.standards.insert(id.to_owned(), standard.clone());
        standard
    }

    fn add_standards(&mut self) {
        self.units.extend(self.standards.iter().map(|(id, standard)| Unit {
            name: id.clone(),
            what: What::Itself(LearningKind::Standard),
            level: standard.level,
            credits: standard.credits,
            subject: None,
            is_equivalency: false,
            has_no_standards: false,
            atoms: vec![standard.atom],
            holdings: standard.holdings.clone(),
        }));
    }

    /// A credential: as itself, which uses its standards up, or through its standards and what is left
    /// beside them, where the credits of all of them are stated (STK-17).
    fn credential(
        &mut self,
        register: &Register,
        key: &str,
        named: &[String],
        holding: Option<usize>,
        (level, credits): (Option<Level>, Option<Credits>),
    ) {
        let listed = register.credential(key);
        let own = listed.map_or(&[][..], |listed| &listed.standards);
        let mut ids: Vec<&String> = own.iter().chain(named).collect();
        ids.sort_unstable();
        ids.dedup();
        let standards: Vec<Standard> =
            ids.into_iter().map(|id| self.standard(register, id, holding, (None, None))).collect();
        let credits = listed.and_then(|listed| listed.credits).or(credits);
        let stated: u32 = standards.iter().map(|standard| number(standard.credits)).sum();
        let beside = number(credits).saturating_sub(stated);
        let atom = self.atom(beside);
        let itself = Unit {
            name: key.to_owned(),
            what: What::Itself(LearningKind::Credential),
            level: listed.and_then(|listed| listed.level).or(level),
            credits,
            subject: listed.and_then(|listed| listed.subject),
            is_equivalency: listed.is_some_and(|listed| listed.is_equivalency()),
            has_no_standards: standards.is_empty(),
            atoms: standards.iter().map(|standard| standard.atom).chain([atom]).collect(),
            holdings: holding.into_iter().collect(),
        };
        let knows_all = standards.iter().all(|standard| standard.credits.is_some());
        if let Ok(left) = u16::try_from(beside)
            && left > 0
            && knows_all
            && !standards.is_empty()
        {
            let credits = Some(Credits(left));
            self.units.push(Unit { what: What::Remainder, credits, atoms: vec![atom], ..itself.clone() });
        }
        self.units.push(itself);
    }
}

fn number(credits: Option<Credits>) -> u32 {
    credits.map_or(0, |credits| u32::from(credits.0))
}

impl Unit {
    /// How surely it is of the credits that are asked for. Where no source is named it is only possible.
    pub fn fit(&self, rule: &CreditRule) -> Fit {
        let origin = if rule.from.is_none() { Fit::Possible } else { self.origin_fit(rule.from.as_ref()) };
        origin.min(self.level_fit(rule))
    }

    /// How surely it is of those credits of its requirement that a floor or cap is about.
    pub fn share_fit(&self, rule: &CreditRule) -> Fit {
        self.origin_fit(rule.from.as_ref()).min(self.level_fit(rule))
    }

    /// Whether its level is one that is asked for. It is never raised (STK-07), and what is above a floor counts
    /// (STK-31); where no source states it, it may be.
    pub fn level_fit(&self, rule: &CreditRule) -> Fit {
        match self.level {
            _ if rule.level_at_least.is_none() && rule.level_at_most.is_none() => Fit::Counts,
            None => Fit::Possible,
            Some(level) => {
                let reaches = rule.level_at_least.is_none_or(|least| level >= least);
                let stays = rule.level_at_most.is_none_or(|most| level <= most);
                if reaches && stays { Fit::Counts } else { Fit::No }
            }
        }
    }

    fn origin_fit(&self, from: Option<&CreditsFrom>) -> Fit {
        let Some(CreditsFrom::These { credentials, standards, qualifications, subjects, kinds }) = from
        else {
            return Fit::Counts;
        };
        let kind = match self.what {
            What::Itself(kind) => kind,
            What::Remainder => LearningKind::Credential,
            What::Together { .. } | What::Other => return Fit::No,
        };
        let named = match kind {
            LearningKind::Credential => credentials,
            LearningKind::Standard => standards,
            LearningKind::Qualification => qualifications,
        };
        // A subject and a kind together ask for both.
        let is_of_subject = |subject: Subject| subjects.iter().any(|asked| are_same(asked, subject.id()));
        let is_of_sets = !(subjects.is_empty() && kinds.is_empty())
            && (subjects.is_empty() || self.subject.is_some_and(is_of_subject))
            && (kinds.is_empty() || kinds.contains(&kind));
        if named.contains(&self.name) || is_of_sets { Fit::Counts } else { Fit::No }
    }

    /// Whether it is the thing itself that a requirement names.
    pub fn is(&self, kind: LearningKind, key: &str) -> bool {
        self.what == What::Itself(kind) && self.name == key
    }

    /// Whether it is called so and stands on no register.
    pub fn is_called(&self, title: &str) -> bool {
        self.what == What::Other && are_same(&self.name, title)
    }
}
