//! What a goal asks for: a tree of requirements (`waymark.goal/1`).

use crate::domain::day::Day;
use crate::domain::json::{Fields, whole_number};
use crate::domain::measure::{Credits, Level};
use crate::domain::text::{listed, listed_or};
use crate::domain::vocabulary::vocabulary;
use serde_json::Value;
use std::collections::BTreeSet;

/// The name and number of the format of goals.
pub const FORMAT: &str = "waymark.goal/1";

vocabulary! {
    /// What kind of learning credits come from.
    LearningKind of LEARNING_KIND {
        Credential = "credential",
        Standard = "standard",
        Qualification = "qualification",
    }
}

impl LearningKind {
    /// Several of the kind, within a sentence.
    fn plural(self) -> &'static str {
        match self {
            Self::Credential => "micro-credentials",
            Self::Standard => "standards",
            Self::Qualification => "qualifications",
        }
    }
}

/// A goal that says itself what it asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalTree {
    /// What it is called.
    pub title: Option<String>,
    /// Its size.
    pub credits: Option<Credits>,
    /// The most credit that is recognised towards it.
    pub at_most: Option<Credits>,
    /// What it asks for.
    pub requirements: Requirement,
}

/// A requirement, with those that it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// By what it is known in its tree.
    pub id: Option<String>,
    /// What it asks for.
    pub asks: Asks,
    /// The most credits that count for it.
    pub at_most: Option<Credits>,
    /// The first day on which it is in force.
    pub valid_from: Option<Day>,
    /// The last day on which it is in force.
    pub valid_to: Option<Day>,
    /// It is there only for who holds what it names, completed no earlier than on this day: nothing to take for it.
    pub held_since: Option<Day>,
}

/// What a requirement asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asks {
    /// All of these.
    All(Vec<Requirement>),
    /// Some of these.
    Some {
        /// How many of them.
        number: usize,
        /// Which there are.
        of: Vec<Requirement>,
    },
    /// Credits.
    Credits(CreditRule),
    /// The micro-credential with this key.
    Credential(String),
    /// The standard with this number.
    Standard(String),
    /// The qualification with this key.
    Qualification(String),
    /// A part that stands on no register: a provider's course, an outcome.
    Component(Component),
    /// Something that only a person can judge, in words.
    Judgement(String),
}

/// A number of credits, and which of them count. Without `credits` none are needed.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the goal format, under the same names")]
pub struct CreditRule {
    pub credits: Option<Credits>,
    /// No more than these count.
    pub at_most: Option<Credits>,
    pub level_at_least: Option<Level>,
    pub level_at_most: Option<Level>,
    pub from: Option<CreditsFrom>,
    /// Floors and caps over the same credits.
    pub of_which: Vec<CreditRule>,
}

/// What credits may come from.
#[derive(Clone, Debug, PartialEq)]
pub enum CreditsFrom {
    /// Anything.
    Any,
    /// These.
    These {
        /// Micro-credentials, by their keys.
        credentials: Names,
        /// Standards, by their numbers.
        standards: Names,
        /// Qualifications, by their keys.
        qualifications: Names,
        /// Subjects, by their names.
        subjects: Vec<String>,
        /// Whatever is of such a kind; with subjects, only what is of one of them too.
        kinds: Vec<LearningKind>,
    },
}

/// Names in the order in which they are listed, of which there may be hundreds to look through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    listed: Box<[String]>,
    /// Their places in the order of the alphabet.
    sorted: Box<[usize]>,
}

impl Names {
    fn of(listed: Vec<String>) -> Self {
        let mut sorted: Vec<usize> = (0..listed.len()).collect();
        sorted.sort_unstable_by_key(|place| listed.get(*place));
        Self { listed: listed.into(), sorted: sorted.into() }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        self.listed.iter()
    }

    /// Whether a name is one of them.
    pub fn contains(&self, name: &str) -> bool {
        let listed = |place: &usize| self.listed.get(*place).map(String::as_str);
        self.sorted.binary_search_by(|place| listed(place).cmp(&Some(name))).is_ok()
    }
}

/// A part that stands on no register. What its source does not say is `None`.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the goal format, under the same names")]
pub struct Component {
    pub title: String,
    pub kind: Option<String>,
    pub level: Option<Level>,
    pub credits: Option<Credits>,
}

/// What is known while a tree is read.
struct Reader<'a> {
    /// Whether a key is known.
    knows: &'a dyn Fn(&str) -> bool,
    /// The ids so far.
    ids: BTreeSet<String>,
}

const WHAT: &str = "what is asked for: all, some, credits, credential, standard, qualification, component or \
                    judgement; without it all the requirements are left out";

impl GoalTree {
    /// Reads a goal; none where its requirements cannot be understood.
    pub(in crate::domain) fn read(goal: &mut Fields) -> Option<Self> {
        goal.read("format", FORMAT, |format| (format == FORMAT).then_some(()));
        goal.require("requirements", "the tree of what is asked for");
        Some(Self {
            title: goal.text("title"),
            credits: goal.credits("credits"),
            at_most: goal.credits("at_most"),
            requirements: goal.object("requirements", |tree| Requirement::read(tree, &|_| true))?,
        })
    }
}

impl Requirement {
    /// A requirement that is always in force.
    pub(in crate::domain) fn new(id: impl Into<String>, asks: Asks) -> Self {
        Self { id: Some(id.into()), asks, at_most: None, valid_from: None, valid_to: None, held_since: None }
    }

    /// Reads a tree; `knows` tells whether a key is on the register. A tree of which any part cannot be
    /// understood is none: it would ask for less than its source.
    pub(in crate::domain) fn read(node: &mut Fields, knows: &dyn Fn(&str) -> bool) -> Option<Self> {
        Reader { knows, ids: BTreeSet::new() }.requirement(node)
    }

    /// It and all those that it is made of.
    pub fn each(&self) -> Vec<&Self> {
        [self].into_iter().chain(self.parts().iter().flat_map(Self::each)).collect()
    }

    /// Those that it is made of.
    pub fn parts(&self) -> &[Self] {
        match &self.asks {
            Asks::All(parts) | Asks::Some { of: parts, .. } => parts,
            _ => &[],
        }
    }

    /// Whether it is in force on a day; on no day in particular, it is.
    pub fn is_in_force(&self, on: Option<Day>) -> bool {
        on.is_none_or(|on| {
            self.valid_from.is_none_or(|from| from <= on) && self.valid_to.is_none_or(|to| on <= to)
        })
    }
}

impl CreditRule {
    /// Each floor or cap has a bit in a number of 64; no source has a tenth as many.
    const MOST_SHARES: usize = 16;

    /// What it asks for, in words; nothing where it names no credits.
    pub fn in_words(&self) -> Option<String> {
        let credits = match (self.credits, self.at_most) {
            (Some(credits), _) => credits.to_string(),
            (None, Some(most)) => format!("up to {most}"),
            (None, None) => return None,
        };
        let level = match (self.level_at_least, self.level_at_most) {
            (Some(least), Some(most)) if least == most => format!(" at {least}"),
            (Some(least), Some(most)) => format!(" at {least} to {}", most.get()),
            (Some(least), None) => format!(" at {least} or above"),
            (None, Some(most)) => format!(" at {most} or below"),
            (None, None) => String::new(),
        };
        let kinds = match &self.from {
            Some(CreditsFrom::These { kinds, .. }) if !kinds.is_empty() => {
                format!(" from {}", listed_or(&kinds.iter().map(|kind| kind.plural()).collect::<Vec<_>>()))
            }
            _ => String::new(),
        };
        let shares: Vec<String> = self.of_which.iter().filter_map(Self::in_words).collect();
        let shares =
            if shares.is_empty() { shares.concat() } else { format!(", of which {}", listed(&shares)) };
        Some([credits, level, kinds, shares].concat())
    }

    fn number_of_shares(&self) -> usize {
        self.of_which.iter().map(|share| 1 + share.number_of_shares()).sum()
    }
}

/// A field that may be missing, but not be misunderstood.
fn optional<'a, T>(
    node: &mut Fields<'a>,
    field: &str,
    read: impl FnOnce(&mut Fields<'a>, &str) -> Option<T>,
) -> Option<Option<T>> {
    if node.has(field) { read(node, field).map(Some) } else { Some(None) }
}

impl Reader<'_> {
    fn requirement(&mut self, node: &mut Fields) -> Option<Requirement> {
        let id = node.text("id");
        if let Some(id) = id.as_ref().filter(|id| !self.ids.insert(String::clone(id))) {
            node.report("id", &Value::from(id.as_str()), "an id that no earlier requirement of the tree has");
        }
        Some(Requirement {
            asks: self.asks(node)?,
            id,
            at_most: optional(node, "at_most", Fields::credits)?,
            valid_from: optional(node, "valid_from", Fields::day)?,
            valid_to: optional(node, "valid_to", Fields::day)?,
            held_since: optional(node, "held_since", Fields::day)?,
        })
    }

    fn asks(&mut self, node: &mut Fields) -> Option<Asks> {
        if node.has("all") {
            return Some(Asks::All(self.parts(node, "all")?));
        }
        if node.has("some") {
            let number = node.read("some", "how many of the parts, a whole number from 1", |value| {
                usize::try_from(whole_number(value)?).ok().filter(|number| *number > 0)
            })?;
            let of = self.parts(node, "of")?;
            if number > of.len() {
                node.report("some", &Value::from(number), "no more than there are parts");
            }
            return Some(Asks::Some { number, of });
        }
        if node.has("component") {
            return Some(Asks::Component(Component {
                title: node.text("component")?,
                kind: node.text("kind"),
                level: node.level("level"),
                credits: node.credits("credits"),
            }));
        }
        if node.has("credits") {
            return self.credits(node);
        }
        if node.has("credential") {
            return self.key(node, "credential").map(Asks::Credential);
        }
        if node.has("qualification") {
            return self.key(node, "qualification").map(Asks::Qualification);
        }
        if node.has("standard") {
            return node.text("standard").map(Asks::Standard);
        }
        if node.has("at_most") {
            return self.credits(node);
        }
        node.required_text("judgement", WHAT).map(Asks::Judgement)
    }

    fn credits(&mut self, node: &mut Fields) -> Option<Asks> {
        let rule = self.credit_rule(node)?;
        if rule.number_of_shares() > CreditRule::MOST_SHARES {
            node.report("of_which", &Value::from(rule.number_of_shares()), "no more than 16 floors and caps");
            return None;
        }
        Some(Asks::Credits(rule))
    }

    /// The parts in a field; none where there are none, or where one of them cannot be understood.
    fn parts(&mut self, node: &mut Fields, field: &str) -> Option<Vec<Requirement>> {
        let number = node.number_of(field);
        node.require(field, "a list of requirements, [ … ]");
        let parts = node.objects(field, |part| self.requirement(part));
        (number > 0 && parts.len() == number).then_some(parts)
    }

    fn credit_rule(&mut self, node: &mut Fields) -> Option<CreditRule> {
        let credits = optional(node, "credits", Fields::credits)?;
        let at_most = optional(node, "at_most", Fields::credits)?;
        let number = node.number_of("of_which");
        let of_which = node.objects("of_which", |rule| {
            let rule = self.credit_rule(rule)?;
            rule.credits.or(rule.at_most).map(|_| rule)
        });
        (of_which.len() == number).then_some(())?;
        Some(CreditRule {
            credits,
            at_most,
            level_at_least: optional(node, "level_at_least", Fields::level)?,
            level_at_most: optional(node, "level_at_most", Fields::level)?,
            from: optional(node, "from", |node, _| self.from(node))?,
            of_which,
        })
    }

    fn from(&mut self, node: &mut Fields) -> Option<CreditsFrom> {
        if node.as_found("from").is_some_and(|from| from == "any") {
            return node.text("from").map(|_| CreditsFrom::Any);
        }
        node.object("from", |from| {
            Some(CreditsFrom::These {
                credentials: Names::of(self.keys(from, "credentials")),
                standards: Names::of(from.texts("standards")),
                qualifications: Names::of(self.keys(from, "qualifications")),
                subjects: from.texts("subjects"),
                kinds: from.choices("kinds"),
            })
        })
    }

    /// A key in a field. One that is not known is reported and kept.
    fn key(&self, node: &mut Fields, field: &str) -> Option<String> {
        let key = node.text(field)?;
        self.report_unknown(node, field, &key);
        Some(key)
    }

    fn keys(&self, node: &mut Fields, field: &str) -> Vec<String> {
        let keys = node.texts(field);
        keys.iter()
            .enumerate()
            .for_each(|(at, key)| self.report_unknown(node, &format!("{field}[{at}]"), key));
        keys
    }

    fn report_unknown(&self, node: &mut Fields, field: &str, key: &str) {
        if !(self.knows)(key) {
            node.report(field, &Value::from(key), "a key that the snapshot has");
        }
    }
}
