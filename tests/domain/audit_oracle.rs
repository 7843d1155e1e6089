//! The audit beside an oracle that tries every assignment there is, on small goals made up at random. The
//! oracle shares no code with the solver; it reads the goals and registers from its own description of them.

#![expect(clippy::indexing_slicing, reason = "a test that fails should stop")]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use waymark::domain::pathways::{Asked, Audit, audit};
use waymark::domain::register::Register;

/// The numbers of one seed.
pub(super) struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

#[derive(Clone, Debug)]
pub(super) struct Standard {
    level: u32,
    pub credits: u32,
}

#[derive(Clone, Debug)]
pub(super) struct Credential {
    level: u32,
    pub credits: u32,
    pub standards: Vec<usize>,
}

#[derive(Clone, Debug)]
enum Node {
    All(Vec<Node>),
    Some(usize, Vec<Node>),
    Credits(Rule),
    Credential(usize),
    Standard(usize),
}

/// Credits with at most one floor, by level, and one cap, on one kind.
#[derive(Clone, Debug)]
struct Rule {
    credits: u32,
    level: Option<u32>,
    from: From,
    floor: Option<(u32, u32)>,
    cap: Option<(u32, bool)>,
}

#[derive(Clone, Debug)]
enum From {
    Any,
    /// Standards, or else credentials.
    Kind(bool),
    Named(Vec<usize>, Vec<usize>),
}

#[derive(Clone, Debug)]
pub(super) struct Case {
    pub standards: Vec<Standard>,
    pub credentials: Vec<Credential>,
    pub held_standards: Vec<usize>,
    pub held_credentials: Vec<usize>,
    parts: Vec<Node>,
    at_most: Option<u32>,
}

/// What is placed at a leaf.
#[derive(Clone, Copy)]
struct Piece {
    level: u32,
    credits: u32,
    what: What,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Standard(usize),
    Credential(usize),
    /// What is left of a credential.
    Rest(usize),
}

impl Case {
    fn of(seed: u64) -> Self {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        (0..8).for_each(|_| {
            random.below(2);
        });
        let size = |random: &mut Random| u32::try_from(1 + random.below(5)).unwrap();
        let level = |random: &mut Random| u32::try_from(3 + random.below(3)).unwrap();
        let standards: Vec<Standard> = (0..random.below(4))
            .map(|_| Standard { level: level(&mut random), credits: size(&mut random) })
            .collect();
        let credentials: Vec<Credential> = (0..1 + random.below(4))
            .map(|_| {
                let own: Vec<usize> = (0..standards.len()).filter(|_| random.chance(30)).collect();
                let inside: u32 = own.iter().map(|standard| standards[*standard].credits).sum();
                let beside = if own.is_empty() || random.chance(50) { size(&mut random) } else { 0 };
                Credential { level: level(&mut random), credits: inside + beside, standards: own }
            })
            .collect();
        let some = |random: &mut Random, number: usize| (0..number).filter(|_| random.chance(70)).collect();
        let (held_standards, held_credentials) =
            (some(&mut random, standards.len()), some(&mut random, credentials.len()));
        let mut case = Self {
            standards,
            credentials,
            held_standards,
            held_credentials,
            parts: Vec::new(),
            at_most: None,
        };
        case.parts = (0..1 + random.below(3)).map(|_| case.node(&mut random, 2)).collect();
        case.at_most = random.chance(15).then(|| u32::try_from(3 + random.below(12)).unwrap());
        case
    }

    fn node(&self, random: &mut Random, depth: usize) -> Node {
        if depth > 0 && random.chance(30) {
            let parts: Vec<Node> = (0..2 + random.below(2)).map(|_| self.node(random, depth - 1)).collect();
            return match random.below(3) {
                0 => Node::All(parts),
                _ => Node::Some(1 + random.below(parts.len()), parts),
            };
        }
        if random.chance(15) {
            return Node::Credential(random.below(self.credentials.len()));
        }
        if random.chance(15) && !self.standards.is_empty() {
            return Node::Standard(random.below(self.standards.len()));
        }
        let credits = u32::try_from(2 + random.below(9)).unwrap();
        let up_to =
            |random: &mut Random| 1 + u32::try_from(random.below(usize::try_from(credits).unwrap())).unwrap();
        let from = match random.below(4) {
            0 => From::Any,
            1 => From::Kind(random.chance(50)),
            _ => From::Named(
                (0..self.credentials.len()).filter(|_| random.chance(60)).collect(),
                (0..self.standards.len()).filter(|_| random.chance(60)).collect(),
            ),
        };
        Node::Credits(Rule {
            credits,
            level: random.chance(30).then(|| u32::try_from(3 + random.below(3)).unwrap()),
            from,
            floor: random.chance(30).then(|| (up_to(random), u32::try_from(4 + random.below(2)).unwrap())),
            cap: random.chance(20).then(|| (up_to(random), random.chance(50))),
        })
    }

    pub fn register(&self) -> Value {
        let standards = self.standards.iter().enumerate();
        let standards = standards.map(|(index, standard)| {
            json!({ "id": standard_id(index), "level": standard.level, "credits": standard.credits, "source": "synthetic" })
        });
        let credentials = self.credentials.iter().enumerate();
        let credentials = credentials.map(|(index, credential)| {
            let own: Vec<String> =
                credential.standards.iter().map(|standard| standard_id(*standard)).collect();
            json!({ "key": credential_key(index), "title": "synthetic", "level": credential.level,
                    "credits": credential.credits, "standards": own, "source": "synthetic" })
        });
        json!({ "format": "waymark.register/1", "as_at": "synthetic",
                "standards": standards.collect::<Vec<_>>(), "credentials": credentials.collect::<Vec<_>>() })
    }

    pub fn question(&self) -> Value {
        let parts = self.parts.iter().enumerate().map(|(index, part)| {
            let mut part = part.json();
            part["id"] = Value::from(index.to_string());
            part
        });
        let mut goal =
            json!({ "format": "waymark.goal/1", "requirements": { "all": parts.collect::<Vec<_>>() } });
        if let Some(most) = self.at_most {
            goal["at_most"] = Value::from(most);
        }
        let standards = self.held_standards.iter().map(|index| json!({ "standard": standard_id(*index) }));
        let credentials =
            self.held_credentials.iter().map(|index| json!({ "credential": credential_key(*index) }));
        json!({ "format": "waymark.question/1", "goal": goal, "holdings": standards.chain(credentials).collect::<Vec<_>>() })
    }

    fn audit(&self) -> Audit {
        let register = Register::read(&self.register().to_string()).unwrap();
        assert_eq!(register.problems(), []);
        let asked = Asked::read(&self.question().to_string()).unwrap();
        assert_eq!(asked.problems, []);
        audit(&register, &asked)
    }

    /// The same for somebody who holds nothing.
    pub fn with_nothing_held(&self) -> Self {
        Self { held_standards: Vec::new(), held_credentials: Vec::new(), ..self.clone() }
    }

    /// Whether everything is filled by some standards and credentials.
    pub fn is_complete(&self, standards: &[usize], credentials: &[usize]) -> bool {
        let all: Vec<usize> = (0..self.parts.len()).collect();
        self.best(&all, standards, credentials).0
    }

    /// Whether some leaf takes any standard: a register lists only some, so no plan fills it.
    pub fn takes_any_standard(&self) -> bool {
        let mut leaves = Vec::new();
        self.parts.iter().for_each(|part| part.leaves(&mut leaves));
        leaves.iter().any(|leaf| matches!(leaf, Node::Credits(Rule { from: From::Kind(true), .. })))
    }

    /// The best of all assignments to some of the parts: whether it is complete, and its credits.
    fn best(&self, parts: &[usize], standards: &[usize], credentials: &[usize]) -> (bool, u32) {
        let parts: Vec<&Node> = parts.iter().map(|part| &self.parts[*part]).collect();
        let mut leaves = Vec::new();
        parts.iter().for_each(|part| part.leaves(&mut leaves));
        let mut trial = Trial {
            case: self,
            parts: &parts,
            placed: vec![Vec::new(); leaves.len()],
            leaves: &leaves,
            best: (false, 0),
            most: 0,
        };
        // For each credential: as itself, or through its standards.
        for as_itself in 0..1_usize << credentials.len() {
            let is_itself = |index: usize| as_itself & (1 << index) != 0;
            let mut available: BTreeSet<usize> = standards.iter().copied().collect();
            let mut used = BTreeSet::new();
            let mut pieces = Vec::new();
            let mut is_valid = true;
            for (index, credential) in credentials.iter().enumerate() {
                let Credential { level, credits, standards } = &self.credentials[*credential];
                if is_itself(index) {
                    is_valid &= standards.iter().all(|standard| used.insert(*standard));
                    pieces.push(Piece {
                        level: *level,
                        credits: *credits,
                        what: What::Credential(*credential),
                    });
                } else {
                    available.extend(standards);
                    let inside: u32 =
                        standards.iter().map(|standard| self.standards[*standard].credits).sum();
                    if credits - inside > 0 && !standards.is_empty() {
                        let rest =
                            Piece { level: *level, credits: credits - inside, what: What::Rest(*credential) };
                        pieces.push(rest);
                    }
                }
            }
            if !is_valid {
                continue;
            }
            pieces.extend(available.difference(&used).map(|standard| {
                let Standard { level, credits } = self.standards[*standard];
                Piece { level, credits, what: What::Standard(*standard) }
            }));
            trial.place(&pieces);
        }
        if trial.best.0 { trial.best } else { (false, trial.most) }
    }
}

pub(super) fn standard_id(index: usize) -> String {
    format!("{}", 1000 + index)
}

pub(super) fn credential_key(index: usize) -> String {
    format!("c{index}")
}

impl Node {
    fn json(&self) -> Value {
        let all = |nodes: &[Self]| nodes.iter().map(Self::json).collect::<Vec<_>>();
        match self {
            Self::All(nodes) => json!({ "all": all(nodes) }),
            Self::Some(number, nodes) => json!({ "some": number, "of": all(nodes) }),
            Self::Credential(index) => json!({ "credential": credential_key(*index) }),
            Self::Standard(index) => json!({ "standard": standard_id(*index) }),
            Self::Credits(rule) => {
                let mut node = json!({ "credits": rule.credits, "from": match &rule.from {
                    From::Any => json!("any"),
                    From::Kind(is_standard) => json!({ "kinds": [kind(*is_standard)] }),
                    From::Named(credentials, standards) => json!({
                        "credentials": credentials.iter().map(|index| credential_key(*index)).collect::<Vec<_>>(),
                        "standards": standards.iter().map(|index| standard_id(*index)).collect::<Vec<_>>(),
                    }),
                }});
                if let Some(level) = rule.level {
                    node["level_at_least"] = Value::from(level);
                }
                let floor =
                    rule.floor.map(|(credits, level)| json!({ "credits": credits, "level_at_least": level }));
                let cap = rule.cap.map(|(most, is_standard)| json!({ "at_most": most, "from": { "kinds": [kind(is_standard)] } }));
                if rule.floor.is_some() || rule.cap.is_some() {
                    node["of_which"] = Value::from_iter(floor.into_iter().chain(cap));
                }
                node
            }
        }
    }

    fn leaves<'a>(&'a self, leaves: &mut Vec<&'a Self>) {
        match self {
            Self::All(nodes) | Self::Some(_, nodes) => nodes.iter().for_each(|node| node.leaves(leaves)),
            leaf => leaves.push(leaf),
        }
    }

    fn takes(&self, piece: &Piece) -> bool {
        match self {
            Self::All(_) | Self::Some(..) => false,
            Self::Credential(index) => piece.what == What::Credential(*index),
            Self::Standard(index) => piece.what == What::Standard(*index),
            Self::Credits(rule) => {
                let is_from = match (&rule.from, piece.what) {
                    (From::Any, _) => true,
                    (From::Kind(is_standard), what) => *is_standard == matches!(what, What::Standard(_)),
                    (From::Named(_, standards), What::Standard(index)) => standards.contains(&index),
                    (From::Named(credentials, _), What::Credential(index) | What::Rest(index)) => {
                        credentials.contains(&index)
                    }
                };
                is_from && rule.level.is_none_or(|level| piece.level >= level)
            }
        }
    }

    /// What pieces count for at a leaf, and whether they fill it.
    fn value(&self, case: &Case, pieces: &[Piece]) -> (u32, bool) {
        let whole = |credits: u32| if pieces.is_empty() { (0, false) } else { (credits, true) };
        match self {
            Self::All(_) | Self::Some(..) => unreachable!(),
            Self::Credential(index) => whole(case.credentials[*index].credits),
            Self::Standard(index) => whole(case.standards[*index].credits),
            Self::Credits(rule) => {
                let counted = rule.count(pieces);
                (counted, counted == rule.credits)
            }
        }
    }
}

fn kind(is_standard: bool) -> &'static str {
    if is_standard { "standard" } else { "credential" }
}

impl Rule {
    /// The most credits that count, with what the floor asks for kept free and the cap kept.
    fn count(&self, pieces: &[Piece]) -> u32 {
        let sum = |in_floor: bool, in_cap: bool| -> u32 {
            let is_in_floor =
                |piece: &&Piece| self.floor.is_none_or(|(_, level)| piece.level >= level) == in_floor;
            let is_in_cap = |piece: &&Piece| {
                self.cap
                    .is_some_and(|(_, is_standard)| is_standard == matches!(piece.what, What::Standard(_)))
                    == in_cap
            };
            pieces.iter().filter(is_in_floor).filter(is_in_cap).map(|piece| piece.credits).sum()
        };
        let free = self.credits - self.floor.map_or(0, |(least, _)| least);
        let cap = self.cap.map_or(u32::MAX, |(most, _)| most);
        let mut best = 0;
        for inside_capped in 0..=sum(true, true).min(cap).min(self.credits) {
            for outside_capped in 0..=sum(false, true).min(cap - inside_capped).min(free) {
                let outside = sum(false, false).min(free - outside_capped) + outside_capped;
                best = best.max((inside_capped + sum(true, false) + outside).min(self.credits));
            }
        }
        best
    }
}

struct Trial<'a> {
    case: &'a Case,
    parts: &'a [&'a Node],
    leaves: &'a [&'a Node],
    placed: Vec<Vec<Piece>>,
    best: (bool, u32),
    most: u32,
}

impl Trial<'_> {
    fn place(&mut self, pieces: &[Piece]) {
        let Some((piece, others)) = pieces.split_first() else { return self.look() };
        self.place(others);
        for leaf in 0..self.leaves.len() {
            if self.leaves[leaf].takes(piece) {
                self.placed[leaf].push(*piece);
                self.place(others);
                self.placed[leaf].pop();
            }
        }
    }

    fn look(&mut self) {
        let values: Vec<(u32, bool)> = self
            .leaves
            .iter()
            .zip(&self.placed)
            .map(|(leaf, pieces)| leaf.value(self.case, pieces))
            .collect();
        let mut next = 0;
        let most: u32 = self.parts.iter().map(|part| worth(part, &values, &mut next)).sum();
        self.most = self.most.max(self.case.at_most.map_or(most, |limit| most.min(limit)));
        let mut next = 0;
        let sums = self
            .parts
            .iter()
            .fold(BTreeSet::from([0]), |all, part| added(&all, &totals(part, &values, &mut next)));
        let within = sums.into_iter().filter(|sum| self.case.at_most.is_none_or(|limit| *sum <= limit));
        if let Some(sum) = within.max() {
            self.best = self.best.max((true, sum));
        }
    }
}

/// The most that counts; `next` is the place of the first leaf.
fn worth(node: &Node, values: &[(u32, bool)], next: &mut usize) -> u32 {
    match node {
        Node::All(nodes) => nodes.iter().map(|node| worth(node, values, next)).sum(),
        Node::Some(number, nodes) => {
            let mut worths: Vec<u32> = nodes.iter().map(|node| worth(node, values, next)).collect();
            worths.sort_unstable();
            worths.into_iter().rev().take(*number).sum()
        }
        _ => {
            *next += 1;
            values[*next - 1].0
        }
    }
}

/// The sums with which a node is complete.
fn totals(node: &Node, values: &[(u32, bool)], next: &mut usize) -> BTreeSet<u32> {
    match node {
        Node::All(nodes) => {
            nodes.iter().fold(BTreeSet::from([0]), |all, node| added(&all, &totals(node, values, next)))
        }
        Node::Some(number, nodes) => {
            let each: Vec<BTreeSet<u32>> = nodes.iter().map(|node| totals(node, values, next)).collect();
            let mut all = BTreeSet::new();
            for chosen in 0..1_usize << each.len() {
                if chosen.count_ones() == u32::try_from(*number).unwrap() {
                    let chosen = each.iter().enumerate().filter(|(index, _)| chosen & (1 << index) != 0);
                    all.extend(chosen.fold(BTreeSet::from([0]), |all, (_, totals)| added(&all, totals)));
                }
            }
            all
        }
        _ => {
            *next += 1;
            let (credits, is_filled) = values[*next - 1];
            is_filled.then_some(credits).into_iter().collect()
        }
    }
}

fn added(sums: &BTreeSet<u32>, more: &BTreeSet<u32>) -> BTreeSet<u32> {
    sums.iter().flat_map(|sum| more.iter().map(move |other| sum + other)).collect()
}

/// Cases of the first seeds, without those that take the oracle long.
pub(super) fn cases(number: usize) -> impl Iterator<Item = (u64, Case)> {
    let cases = (1..).map(|seed| (seed, Case::of(seed)));
    let is_small = |(_, case): &(u64, Case)| {
        let mut leaves = Vec::new();
        case.parts.iter().for_each(|part| part.leaves(&mut leaves));
        let pieces = u32::try_from(case.standards.len() + case.credentials.len()).unwrap();
        (leaves.len() + 1).pow(pieces) < 20_000
    };
    cases.filter(is_small).take(number)
}

#[test]
fn no_assignment_is_better() {
    let (mut complete, mut open) = (0, 0);
    for (seed, case) in cases(3000) {
        let all: Vec<usize> = (0..case.parts.len()).collect();
        let best = case.best(&all, &case.held_standards, &case.held_credentials);
        let audit = case.audit();
        let found = (audit.complete == Some(true), u32::from(audit.credits.counted.0));
        assert_eq!(found, best, "seed {seed}: {} {}", case.register(), case.question());
        assert!(audit.proved, "seed {seed}");
        let counted = |id: &str| audit.requirements.iter().find(|each| each.id == id).unwrap().counted.0;
        let sum: u16 = (0..case.parts.len()).map(|part| counted(&part.to_string())).sum();
        assert_eq!(sum, audit.credits.counted.0, "seed {seed}");
        if best.0 { complete += 1 } else { open += 1 }
    }
    assert!(complete > 300 && open > 300, "one-sided: {complete} complete and {open} open");
}

#[test]
fn what_is_called_impossible_is_and_no_smaller_set_is() {
    let mut sizes = [0; 4];
    for (seed, case) in cases(1000) {
        let audit = case.audit();
        if audit.complete != Some(false) {
            assert_eq!(audit.impossible, None, "seed {seed}");
            continue;
        }
        let standards: Vec<usize> = (0..case.standards.len()).collect();
        let credentials: Vec<usize> = (0..case.credentials.len()).collect();
        // What has to be filled in any case; inner parts that are all asked for are such too.
        let parts = case.parts.iter().enumerate();
        let (ids, parts): (Vec<String>, Vec<Node>) = parts
            .flat_map(|(index, part)| {
                conjuncts(part, &index.to_string(), &format!("requirements.all[{index}]"))
            })
            .unzip();
        let case = Case { parts, ..case };
        let best = |parts: &[usize]| case.best(parts, &standards, &credentials);
        let all: Vec<usize> = (0..ids.len()).collect();
        let Some(impossible) = audit.impossible else {
            assert!(best(&all).0, "seed {seed}: {} {}", case.register(), case.question());
            continue;
        };
        let set: Vec<usize> =
            all.iter().copied().filter(|part| impossible.requirements.contains(&ids[*part])).collect();
        assert_eq!(set.len(), impossible.requirements.len(), "seed {seed}: {impossible:?}");
        sizes[set.len().min(3)] += 1;
        assert_eq!(best(&set), (false, u32::from(impossible.available.0)), "seed {seed}: {impossible:?}");
        assert!(impossible.needed.is_none_or(|needed| needed > impossible.available), "seed {seed}");
        for smaller in 0..1_usize << all.len() {
            let smaller: Vec<usize> = all.iter().copied().filter(|part| smaller & (1 << part) != 0).collect();
            assert!(
                smaller.len() >= set.len() || best(&smaller).0,
                "seed {seed}: {smaller:?} is impossible too"
            );
        }
    }
    assert!(sizes[1] > 50 && sizes[2] > 15, "one-sided: {sizes:?}");
}

/// What has to be filled in any case, with its id: its own, or its place where it has none.
fn conjuncts(node: &Node, id: &str, place: &str) -> Vec<(String, Node)> {
    let Node::All(nodes) = node else { return vec![(id.to_owned(), node.clone())] };
    let places = nodes.iter().enumerate().map(|(index, node)| (format!("{place}.all[{index}]"), node));
    places.flat_map(|(place, node)| conjuncts(node, &place, &place)).collect()
}
