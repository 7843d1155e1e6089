//! A goal's requirements with their ends numbered, as the solver takes them.

use super::assignment::{Demand, Instance, Leaf as SolverLeaf, Need, Place, Unit as SolverUnit};
use super::learning::{Fit, HeldOn, Pieces, Unit, What};
use crate::domain::day::Day;
use crate::domain::goal::{Asks, CreditRule, CreditsFrom, LearningKind, Requirement};
use crate::domain::measure::Credits;
use crate::domain::register::{Firmness, Register};
use std::collections::BTreeMap;

/// The requirements of a goal.
#[derive(Debug)]
pub(super) struct Tree {
    pub root: Branch,
    pub leaves: Vec<Leaf>,
    /// The credits that a source counts for a credential on its own towards the goal.
    pub stated: BTreeMap<String, Credits>,
}

/// A requirement, with those that it is made of.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    /// Its id, or its place where it has none.
    pub id: String,
    /// What it asks for in words, where it does.
    pub words: Option<String>,
    /// How firmly a source says it, where it follows from a relation of the register.
    pub firmness: Option<Firmness>,
    /// The most credits that count for it.
    pub at_most: Option<Credits>,
    pub node: Node,
}

#[derive(Clone, Debug)]
pub(super) enum Node {
    /// The place of a leaf.
    Leaf(usize),
    All(Vec<Branch>),
    Some(usize, Vec<Branch>),
}

/// A requirement that is made of no others.
#[derive(Debug)]
pub(super) struct Leaf {
    pub takes: Takes,
    /// The credits that it needs, where they are known.
    pub needed: Option<Credits>,
    /// Nothing counts for it unless a provider agrees.
    pub is_discretionary: bool,
    /// The last day on which it is in force.
    pub until: Option<Day>,
}

/// What a leaf takes.
#[derive(Debug)]
pub(super) enum Takes {
    /// What a requirement asks for that is made of no others.
    Asked(Asks),
    /// Credentials, together, for which a source counts so many credits.
    Contribution(Vec<String>, Credits),
}

/// What is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// What counts.
    Counted,
    /// What may count too.
    Possible,
    /// What counts, where whatever is left to people is taken as done.
    Firm,
    /// What may count too, where whatever is left to people is taken as done.
    Likely,
    /// What may count too, whatever is not stated or for a person to judge being as good as can be.
    Granted,
}

impl Mode {
    /// Whether only what surely counts does.
    fn is_certain(self) -> bool {
        matches!(self, Self::Counted | Self::Firm)
    }

    /// Whether what is left to people is open till they have said something.
    fn is_strict(self) -> bool {
        matches!(self, Self::Counted | Self::Possible)
    }

    /// Whether also credits from nowhere in particular are left to people.
    fn leaves_to_people(self) -> bool {
        matches!(self, Self::Firm | Self::Likely)
    }
}

/// More than any award has: what credits that nobody states could at most be.
const UNSTATED: u32 = 1000;

impl Tree {
    pub fn new() -> Self {
        let nothing = Branch::new("requirements", Node::All(Vec::new()));
        Self { root: nothing, leaves: Vec::new(), stated: BTreeMap::new() }
    }

    /// Takes over a requirement, as far as it is in force on a day and for who holds what they hold.
    pub fn branch(
        &mut self,
        asked: &Requirement,
        place: &str,
        on: Option<Day>,
        register: &Register,
        (held, pieces): (&HeldOn, &Pieces),
    ) -> Branch {
        let field = if matches!(asked.asks, Asks::All(_)) { "all" } else { "of" };
        let is_there = |part: &Requirement| {
            part.is_in_force(on) && part.held_since.is_none_or(|day| held.has_since(&part.asks, day))
        };
        let parts = asked.parts().iter().enumerate().filter(|(_, part)| is_there(part));
        let parts = parts.map(|(index, part)| {
            self.branch(part, &format!("{place}.{field}[{index}]"), on, register, (held, pieces))
        });
        let parts: Vec<Branch> = parts.collect();
        let node = match &asked.asks {
            Asks::All(_) => Node::All(parts),
            Asks::Some { number, .. } => match parts.as_slice() {
                // Where there is nothing else to choose, it is no choice.
                [Branch { node: Node::All(all), at_most: None, .. }] if *number == 1 => {
                    Node::All(all.clone())
                }
                _ => Node::Some(*number, parts),
            },
            leaf => {
                let needed = credits_of(leaf, register, pieces);
                let needed = needed.map(|needed| asked.at_most.map_or(needed, |most| needed.min(most)));
                Node::Leaf(self.add(Takes::Asked(leaf.clone()), needed, false))
            }
        };
        let words = match &asked.asks {
            Asks::Component(component) => Some(component.title.clone()),
            Asks::Judgement(words) => Some(words.clone()),
            _ => None,
        };
        let id = asked.id.clone().unwrap_or_else(|| place.to_owned());
        let at_most = asked.at_most.filter(|_| !matches!(node, Node::Leaf(_)));
        let branch = Branch { words, at_most, ..Branch::new(id, node) };
        for leaf in branch.leaves() {
            let leaf = self.leaves.get_mut(leaf).into_iter();
            leaf.for_each(|leaf| leaf.until = [leaf.until, asked.valid_to].into_iter().flatten().min());
        }
        branch
    }

    /// Adds a leaf and gives its place.
    pub fn add(&mut self, takes: Takes, needed: Option<Credits>, is_discretionary: bool) -> usize {
        self.leaves.push(Leaf { takes, needed, is_discretionary, until: None });
        self.leaves.len() - 1
    }

    /// Adds what counts only together with other credentials.
    pub fn add_together(&self, pieces: &mut Pieces) {
        for (place, leaf) in self.leaves.iter().enumerate() {
            if let Takes::Contribution(keys, _) = &leaf.takes {
                pieces.add_together(keys, place);
            }
        }
    }

    /// The problem of assigning pieces to all requirements.
    pub fn instance(&self, pieces: &Pieces, mode: Mode) -> Instance {
        let leaves: Vec<SolverLeaf> = self.leaves.iter().map(|leaf| leaf.for_solver(mode)).collect();
        let mut atoms = pieces.atoms.clone();
        let unit = |unit: &Unit| {
            let places = self.leaves.iter().enumerate().filter_map(|(place, leaf)| {
                let (credits, caps) = leaf.takes(place, unit, mode, &self.stated)?;
                Some(Place { leaf: place, credits, caps })
            });
            SolverUnit { atoms: unit.atoms.clone(), places: places.collect() }
        };
        let units: Vec<SolverUnit> = pieces.units.iter().map(unit).collect();
        for unit in &units {
            // Learning of unstated size is as large as what it is taken for.
            let most = unit.places.iter().map(|place| place.credits).max().unwrap_or_default();
            let own: u32 = unit.atoms.iter().filter_map(|atom| atoms.get(*atom)).sum();
            let last = unit.atoms.last().and_then(|atom| atoms.get_mut(*atom));
            last.into_iter().for_each(|atom| *atom += most.saturating_sub(own));
        }
        Instance { atoms, units, leaves, tree: self.root.need(), pins: Vec::new() }
    }

    /// The leaves of the requirement with an id.
    pub fn leaves_of(&self, id: &str) -> Vec<usize> {
        let named = self.root.each().into_iter().filter(|branch| branch.id == id);
        named.flat_map(Branch::leaves).collect()
    }

    /// Whether a leaf is filled by a person’s word only.
    pub fn is_judged(&self, leaf: usize) -> bool {
        let takes = self.leaves.get(leaf).map(|leaf| &leaf.takes);
        matches!(takes, Some(Takes::Asked(Asks::Judgement(_) | Asks::Component(_))))
    }

    /// The keys of the credentials that a source counts together for a leaf.
    pub fn contributing(&self, leaf: usize) -> &[String] {
        match self.leaves.get(leaf).map(|leaf| &leaf.takes) {
            Some(Takes::Contribution(keys, _)) => keys,
            _ => &[],
        }
    }

    /// Whether nothing that can be taken fills a leaf: a person judges it, it stands on no register, or no source
    /// says where its credits come from.
    pub fn is_left_to_people(&self, leaf: usize) -> bool {
        self.is_judged(leaf) || self.leaves.get(leaf).is_some_and(Leaf::has_no_source)
    }

    /// What a requirement asks for, in words.
    pub fn in_words(&self, branch: &Branch) -> String {
        let credits = match self.asked(branch) {
            Some(Asks::Credits(rule)) => rule.in_words(),
            _ => None,
        };
        branch.words.clone().or(credits).unwrap_or_else(|| branch.id.clone())
    }

    /// Whether a leaf asks for credits and no source says what they are made of.
    pub fn has_open_credits(&self, leaf: usize) -> bool {
        let takes = self.leaves.get(leaf).map(|leaf| &leaf.takes);
        matches!(takes, Some(Takes::Asked(Asks::Credits(rule))) if rule.from.is_none())
    }

    /// What the source of a leaf asks for.
    pub fn asked(&self, branch: &Branch) -> Option<&Asks> {
        let Node::Leaf(leaf) = branch.node else { return None };
        match &self.leaves.get(leaf)?.takes {
            Takes::Asked(asks) => Some(asks),
            Takes::Contribution(..) => None,
        }
    }

    /// Whether nothing of a requirement is needed.
    pub fn is_optional(&self, branch: &Branch) -> bool {
        branch.leaves().into_iter().all(|leaf| self.leaves.get(leaf).is_some_and(Leaf::is_optional))
    }

    /// The credits that a requirement needs, where they are known; of some of its parts, those that come
    /// first by `rank`.
    pub fn needed<R: Ord>(
        &self,
        branch: &Branch,
        rank: &impl Fn(&Branch, Option<Credits>) -> R,
    ) -> Option<Credits> {
        let needed = |branch: &Branch| self.needed(branch, rank);
        match &branch.node {
            Node::Leaf(leaf) => {
                let leaf = self.leaves.get(*leaf)?;
                if leaf.is_judgement() { Some(Credits(0)) } else { leaf.needed }
            }
            Node::All(parts) => parts.iter().map(needed).sum(),
            Node::Some(number, parts) => {
                // What only a person judges, in place of what has credits, has some that nobody states.
                let needed = |part: &Branch| {
                    let mut leaves = part.leaves().into_iter().filter_map(|leaf| self.leaves.get(leaf));
                    needed(part).filter(|_| !leaves.all(Leaf::is_judgement))
                };
                let mut parts: Vec<(R, Option<Credits>)> =
                    parts.iter().map(|part| (rank(part, needed(part)), needed(part))).collect();
                parts.sort_by(|(one, _), (other, _)| one.cmp(other));
                parts.into_iter().take(*number).map(|(_, needed)| needed).sum()
            }
        }
    }
}

impl Branch {
    pub fn new(id: impl Into<String>, node: Node) -> Self {
        Self { id: id.into(), words: None, firmness: None, at_most: None, node }
    }

    /// Those that it is made of.
    pub fn parts(&self) -> &[Self] {
        match &self.node {
            Node::Leaf(_) => &[],
            Node::All(parts) | Node::Some(_, parts) => parts,
        }
    }

    /// It and all those that it is made of.
    pub fn each(&self) -> Vec<&Self> {
        [self].into_iter().chain(self.parts().iter().flat_map(Self::each)).collect()
    }

    /// The places of its leaves.
    pub fn leaves(&self) -> Vec<usize> {
        self.each().into_iter().filter_map(Self::leaf).collect()
    }

    /// The place of its leaf, where it is made of no others.
    pub fn leaf(&self) -> Option<usize> {
        if let Node::Leaf(leaf) = self.node { Some(leaf) } else { None }
    }

    pub fn need(&self) -> Need {
        let needs = |parts: &[Self]| parts.iter().map(Self::need).collect();
        let need = match &self.node {
            Node::Leaf(leaf) => Need::Leaf(*leaf),
            Node::All(parts) => Need::All(needs(parts)),
            Node::Some(number, parts) => Need::Some(*number, needs(parts)),
        };
        match self.at_most {
            Some(most) => Need::AtMost(u32::from(most.0), Box::new(need)),
            None => need,
        }
    }
}

/// The credits that a leaf needs.
fn credits_of(asks: &Asks, register: &Register, pieces: &Pieces) -> Option<Credits> {
    let held =
        |kind, name: &str| pieces.units.iter().find(|unit| unit.is(kind, name)).and_then(|unit| unit.credits);
    match asks {
        Asks::Credits(rule) => rule.credits.or(rule.at_most),
        Asks::Credential(key) => register
            .credential(key)
            .and_then(|listed| listed.credits)
            .or_else(|| held(LearningKind::Credential, key)),
        Asks::Qualification(key) => held(LearningKind::Qualification, key)
            .or_else(|| register.qualification(key).and_then(|listed| listed.size?.fixed())),
        Asks::Standard(id) => held(LearningKind::Standard, id).or_else(|| register.standard(id)?.credits),
        Asks::Component(component) => component.credits,
        Asks::All(_) | Asks::Some { .. } | Asks::Judgement(_) => None,
    }
}

impl Leaf {
    fn is_judgement(&self) -> bool {
        matches!(self.takes, Takes::Asked(Asks::Judgement(_)))
    }

    /// Whether credits may count up to a limit, and none are needed.
    pub fn is_optional(&self) -> bool {
        match &self.takes {
            Takes::Asked(Asks::Credits(rule)) => rule.credits.is_none(),
            Takes::Asked(_) => false,
            Takes::Contribution(..) => true,
        }
    }

    /// Whether it asks for credits of which no source says what they are made of, or only that they are of standards
    /// or qualifications: a register lists micro-credentials, and of those no more than they touch.
    fn has_no_source(&self) -> bool {
        let Takes::Asked(Asks::Credits(rule)) = &self.takes else { return false };
        let is_open = match &rule.from {
            None => true,
            Some(CreditsFrom::Any) => false,
            Some(CreditsFrom::These { credentials, standards, qualifications, kinds, .. }) => {
                let is_named = !(credentials.is_empty() && standards.is_empty() && qualifications.is_empty());
                !is_named && !kinds.is_empty() && !kinds.contains(&LearningKind::Credential)
            }
        };
        rule.credits.is_some() && is_open
    }

    fn for_solver(&self, mode: Mode) -> SolverLeaf {
        let needed = self.needed.map_or(0, |needed| u32::from(needed.0));
        let (demand, caps) = match &self.takes {
            Takes::Asked(_) if mode.leaves_to_people() && self.has_no_source() => {
                (Demand::Granted, Vec::new())
            }
            Takes::Asked(Asks::Credits(rule)) if self.is_optional() => (Demand::UpTo(needed), caps(rule)),
            Takes::Asked(Asks::Credits(rule)) => (Demand::Credits(needed), caps(rule)),
            Takes::Contribution(..) => (Demand::UpTo(needed), Vec::new()),
            Takes::Asked(Asks::Judgement(_) | Asks::Component(_)) if !mode.is_strict() => {
                (Demand::Granted, Vec::new())
            }
            Takes::Asked(Asks::Component(_)) if mode == Mode::Counted => (Demand::Person, Vec::new()),
            Takes::Asked(Asks::Judgement(_)) => (Demand::Person, Vec::new()),
            Takes::Asked(_) => (Demand::Whole(needed), Vec::new()),
        };
        SolverLeaf { demand, caps }
    }

    /// The credits that a unit brings here and the caps that it falls under; nothing where it does not count.
    fn takes(
        &self,
        place: usize,
        unit: &Unit,
        mode: Mode,
        stated: &BTreeMap<String, Credits>,
    ) -> Option<(u32, u64)> {
        // It is no credit on the framework: a provider may at most take it for what it is (STK-46).
        if unit.is_equivalency && !matches!(self.takes, Takes::Asked(Asks::Credential(_))) {
            return None;
        }
        let (fit, credits) = match &self.takes {
            Takes::Asked(Asks::Credits(rule)) => credits_fit(unit, rule, stated),
            Takes::Asked(asks) => (named_fit(unit, asks), self.needed.or(Some(Credits(0)))),
            // The source says how many credits count, whether the size of the credentials is stated or not.
            Takes::Contribution(_, most) if unit.what == (What::Together { leaf: place }) => {
                (Fit::Counts, unit.credits.map_or(Some(*most), |own| Some(own.min(*most))))
            }
            Takes::Contribution(..) => return None,
        };
        let is_doubtful = self.is_discretionary || unit.is_equivalency;
        let fit = if is_doubtful { fit.min(Fit::Possible) } else { fit };
        if fit < (if mode.is_certain() { Fit::Counts } else { Fit::Possible }) {
            return None;
        }
        let unstated = (mode == Mode::Granted).then_some(UNSTATED);
        let caps = match &self.takes {
            Takes::Asked(Asks::Credits(rule)) => caps_over(rule, unit, mode),
            _ => 0,
        };
        Some((credits.map(|credits| u32::from(credits.0)).or(unstated)?, caps))
    }
}

/// How surely a unit is of the credits that are asked for, and how many it brings.
fn credits_fit(unit: &Unit, rule: &CreditRule, stated: &BTreeMap<String, Credits>) -> (Fit, Option<Credits>) {
    let fit = unit.fit(rule);
    // Until its standards are named, a credential may bring what a source counts for it (STK-39).
    let takes_standards = matches!(&rule.from, Some(CreditsFrom::These { kinds, .. }) if kinds.contains(&LearningKind::Standard));
    match stated.get(&unit.name) {
        Some(credits) if fit == Fit::No && takes_standards && unit.has_no_standards => {
            (unit.level_fit(rule).min(Fit::Possible), Some(*credits))
        }
        _ => (fit, unit.credits),
    }
}

/// How surely a unit is what a requirement names.
fn named_fit(unit: &Unit, asks: &Asks) -> Fit {
    let (kind, key) = match asks {
        Asks::Credential(key) => (LearningKind::Credential, key),
        Asks::Standard(id) => (LearningKind::Standard, id),
        Asks::Qualification(key) => (LearningKind::Qualification, key),
        // What stands on no register is only what somebody says.
        Asks::Component(component) if unit.is_called(&component.title) => return Fit::Possible,
        _ => return Fit::No,
    };
    if unit.is(kind, key) { Fit::Counts } else { Fit::No }
}

/// The caps of a rule: on all of it, on what is outside each of its floors, and on what is inside each of its
/// own caps. A floor is a cap on the rest of what is needed, which is kept free for it.
fn caps(rule: &CreditRule) -> Vec<u32> {
    let all = rule.credits.or(rule.at_most).map_or(0, |credits| u32::from(credits.0));
    let own = rule.at_most.map(|most| u32::from(most.0));
    let of_shares = shares(rule).into_iter().flat_map(|(share, _)| {
        let floor = share.credits.map(|floor| all.saturating_sub(u32::from(floor.0)));
        [floor, share.at_most.map(|most| u32::from(most.0))]
    });
    [own].into_iter().chain(of_shares).flatten().collect()
}

/// Which of [`caps`] a unit falls under, a bit for each.
fn caps_over(rule: &CreditRule, unit: &Unit, mode: Mode) -> u64 {
    let of_shares = shares(rule).into_iter().flat_map(|(share, within)| {
        let fit = within.into_iter().map(|share| unit.share_fit(share)).min().unwrap_or(Fit::Counts);
        // What only may be inside counts as what serves the person less, unless all is granted that may be.
        let (is_in_floor, is_in_cap) = if mode.is_certain() {
            (fit == Fit::Counts, fit != Fit::No)
        } else {
            (fit != Fit::No, fit == Fit::Counts)
        };
        [share.credits.map(|_| !is_in_floor), share.at_most.map(|_| is_in_cap)]
    });
    let under = [rule.at_most.map(|_| true)].into_iter().chain(of_shares).flatten();
    under.enumerate().fold(0, |caps, (cap, is_under)| caps | u64::from(is_under) << cap)
}

/// Each share of a rule, however deep, with those that it is a share of and itself.
fn shares(rule: &CreditRule) -> Vec<(&CreditRule, Vec<&CreditRule>)> {
    let mut all = Vec::new();
    for share in &rule.of_which {
        all.push((share, vec![share]));
        all.extend(
            shares(share)
                .into_iter()
                .map(|(inner, within)| (inner, [share].into_iter().chain(within).collect())),
        );
    }
    all
}
