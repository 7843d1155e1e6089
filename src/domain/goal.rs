//! What a goal asks for: a tree of requirements (`waymark.goal/1`).

use crate::domain::day::Day;
use crate::domain::json::{self, Fields, whole_number};
use crate::domain::measure::{Credits, Level};
use crate::domain::register::Firmness;
use crate::domain::text::fold;
use crate::domain::vocabulary::vocabulary;
use serde_json::Value;

/// The name and number of the format of goals.
pub const FORMAT: &str = "waymark.goal/1";

vocabulary! {
    /// What kind of learning a requirement takes.
    LearningKind of LEARNING_KIND {
        Credential = "credential",
        Standard = "standard",
        Qualification = "qualification",
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

/// A node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// Its id, or its place in the tree where it has none: `all.0`.
    pub id: String,
    /// What it is called.
    pub title: Option<String>,
    /// The first day on which it is asked for.
    pub valid_from: Option<Day>,
    /// The last day on which it is asked for.
    pub valid_to: Option<Day>,
    /// The most credits that count for it.
    pub at_most: Option<Credits>,
    /// How firmly a source says it, where it follows from a relation of the register.
    pub firmness: Option<Firmness>,
    /// What it asks for.
    pub asks: Asks,
}

/// What a requirement asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asks {
    /// All of these.
    All(Vec<Requirement>),
    /// So many of these.
    Some(usize, Vec<Requirement>),
    /// Credits.
    Credits(CreditsOf),
    /// A micro-credential, by its key.
    Credential(String),
    /// A standard, by its number.
    Standard(String),
    /// A qualification, by its key.
    Qualification(String),
    /// A part that stands on no register, such as a provider's course.
    Component(Component),
    /// Something that a person judges.
    Judgement(String),
    /// What sources say may count, each up to a limit. They say nothing of the rest of the goal.
    Contributions(Vec<Requirement>),
    /// Something that could not be understood.
    Unread,
}

/// Credits that are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditsOf {
    /// How many.
    pub credits: Credits,
    /// Which learning counts.
    pub learning: Learning,
    /// What is asked of some of the same credits.
    pub of_which: Vec<Share>,
    /// They count only where all that [`Origin`] names is held: the source counts them together.
    pub together: bool,
}

/// A floor under, or a cap on, some of a requirement's credits.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The least of them.
    pub at_least: Option<Credits>,
    /// The most of them.
    pub at_most: Option<Credits>,
    /// Which of them.
    pub learning: Learning,
    /// What is asked of some of these in turn.
    pub of_which: Vec<Share>,
}

/// Which learning counts, by its level and where it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learning {
    /// The lowest level.
    pub level_at_least: Option<Level>,
    /// The highest level.
    pub level_at_most: Option<Level>,
    /// Where it comes from.
    pub from: Origin,
}

/// Where learning comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Origin {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// Any learning.
    Any,
    /// What is in one of these sets.
    Sets(Sets),
}

/// Learning that counts: what is named, and what is of the subjects and kinds.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the goal format, under the same names")]
pub struct Sets {
    pub credentials: Vec<String>,
    pub standards: Vec<String>,
    pub qualifications: Vec<String>,
    /// Folded.
    pub subjects: Vec<String>,
    pub kinds: Vec<LearningKind>,
}

/// A part that stands on no register.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the goal format, under the same names")]
pub struct Component {
    pub title: String,
    pub kind: Option<String>,
    pub credits: Option<Credits>,
    pub level: Option<Level>,
}

impl GoalTree {
    /// Reads a tree. What in it cannot be understood is reported, and stays as something that a person has
    /// to look at: nothing that is asked for gets lost.
    pub(in crate::domain) fn read(fields: &mut Fields) -> Self {
        fields.read("format", FORMAT, |format| (format == FORMAT).then_some(()));
        fields.require("requirements", "the tree of what is asked for");
        Self {
            title: fields.text("title"),
            credits: fields.credits("credits"),
            at_most: fields.credits("at_most"),
            requirements: fields
                .object("requirements", |tree| Some(Requirement::read(tree, "")))
                .unwrap_or_else(|| Requirement::new("", Asks::Unread)),
        }
    }
}

impl Requirement {
    /// A requirement without days, caps or a source of its own.
    pub fn new(id: impl Into<String>, asks: Asks) -> Self {
        let id = Some(id.into()).filter(|id| !id.is_empty()).unwrap_or_else(|| "requirements".to_owned());
        Self { id, title: None, valid_from: None, valid_to: None, at_most: None, firmness: None, asks }
    }

    /// Reads a tree of its own, such as the one of a qualification.
    pub(in crate::domain) fn read_root(fields: &mut Fields) -> Self {
        Self::read(fields, "")
    }

    /// Whether it is asked for on a day; on no day in particular, it is.
    pub fn is_asked_on(&self, day: Option<Day>) -> bool {
        day.is_none_or(|day| {
            self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
        })
    }

    fn read(node: &mut Fields, place: &str) -> Self {
        let id = node.text("id").unwrap_or_default();
        let id = if id.is_empty() { place.to_owned() } else { id };
        let (valid_from, valid_to) = (node.day("valid_from"), node.day("valid_to"));
        let (asks, title) = (Asks::read(node, place), node.text("title"));
        Self { title, valid_from, valid_to, at_most: node.credits("at_most"), ..Self::new(id, asks) }
    }
}

impl Asks {
    fn read(node: &mut Fields, place: &str) -> Self {
        let known = ["all", "of", "some", "credits", "credential", "standard", "qualification", "component"];
        let Some(kind) = known.into_iter().find(|field| node.has(field)) else {
            node.require("judgement", "what is asked for: all, some and of, credits, credential, …");
            return node.text("judgement").map_or(Self::Unread, Self::Judgement);
        };
        match kind {
            "all" => Self::All(inner(node, "all", place)),
            "of" | "some" => {
                node.require("some", "how many of them");
                node.require("of", "the list of what some are taken from");
                let some = node.read("some", "how many of them", |value| {
                    usize::try_from(whole_number(value)?).ok().filter(|some| *some > 0)
                });
                let of = inner(node, "of", place);
                some.map_or(Self::Unread, |some| Self::Some(some, of))
            }
            // A component may have credits too.
            "credits" if !node.has("component") => {
                let Some(credits) = node.credits("credits") else { return Self::Unread };
                let learning = Learning::read(node);
                Self::Credits(CreditsOf { credits, learning, of_which: Share::read_all(node), together: false })
            }
            "credential" => node.text(kind).map_or(Self::Unread, Self::Credential),
            "standard" => node.text(kind).map_or(Self::Unread, Self::Standard),
            "qualification" => node.text(kind).map_or(Self::Unread, Self::Qualification),
            _ => Component::read(node).map_or(Self::Unread, Self::Component),
        }
    }
}

fn inner(node: &mut Fields, field: &str, place: &str) -> Vec<Requirement> {
    let place = if place.is_empty() { field.to_owned() } else { format!("{place}.{field}") };
    node.each(field, |index, node| {
        let place = format!("{place}.{index}");
        match node {
            Some(node) => Requirement::read(node, &place),
            None => Requirement::new(place, Asks::Unread),
        }
    })
}

impl Learning {
    fn read(node: &mut Fields) -> Self {
        Self {
            level_at_least: node.level("level_at_least"),
            level_at_most: node.level("level_at_most"),
            from: Origin::read(node),
        }
    }
}

impl Origin {
    fn read(node: &mut Fields) -> Self {
        if node.is_text("from") {
            let any = node.read("from", "any, or an object, { … }", |from| (from == "any").then_some(Self::Any));
            return any.unwrap_or_default();
        }
        let sets = node.object("from", |from| {
            Some(Self::Sets(Sets {
                credentials: from.texts("credentials"),
                standards: from.texts("standards"),
                qualifications: from.texts("qualifications"),
                subjects: from.texts("subjects").iter().map(|subject| fold(subject)).collect(),
                kinds: from.choices("kinds"),
            }))
        });
        sets.unwrap_or_default()
    }
}

impl Share {
    /// Each of the caps has a bit in a number of 64; no source has a tenth as many.
    const MOST: usize = 16;

    fn read_all(node: &mut Fields) -> Vec<Self> {
        let mut shares = node.objects("of_which", |share| {
            if !share.has("at_most") {
                share.require("credits", "the least, or at_most with the most");
            }
            let (at_least, at_most) = (share.credits("credits"), share.credits("at_most"));
            Some(Self { at_least, at_most, learning: Learning::read(share), of_which: Self::read_all(share) })
        });
        if shares.len() > Self::MOST {
            node.report("of_which", &Value::from(shares.len()), "no more than 16; the others are left out");
            shares.truncate(Self::MOST);
        }
        shares
    }
}

impl Component {
    fn read(node: &mut Fields) -> Option<Self> {
        let (credits, level) = (node.credits("credits"), node.level("level"));
        Some(Self { title: node.text("component")?, kind: node.text("kind"), credits, level })
    }
}
