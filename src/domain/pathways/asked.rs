//! What an audit is asked: a goal by its key or as a tree, everything that is held, the day, and wishes.

use crate::domain::day::Day;
use crate::domain::goal::GoalTree;
use crate::domain::json::{self, Fields, Log};
use crate::domain::measure::{Credits, Level};
use crate::domain::{Problem, ReadError};

/// What an audit is asked (`waymark.question/1`).
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What is to be reached.
    pub goal: AskedGoal,
    /// What is held.
    pub holdings: Vec<Holding>,
    /// The day for which it is asked; without one, all holdings count as completed.
    pub on: Option<Day>,
    /// Where somebody would like what they hold to count.
    pub wishes: Vec<Wish>,
    /// What in the question could not be understood.
    pub problems: Vec<Problem>,
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub enum AskedGoal {
    /// An entry of the register, by its key.
    Key(String),
    /// A goal that says itself what it asks for.
    Tree(Box<GoalTree>),
}

/// Something that somebody holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// What it is.
    pub what: Held,
    /// The day on which it was completed.
    pub completed: Option<Day>,
    /// Its version.
    pub version: Option<String>,
    /// Its level, where the holding says so.
    pub level: Option<Level>,
    /// Its credits, where the holding says so.
    pub credits: Option<Credits>,
}

/// What somebody holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A micro-credential, by its key, with the numbers of the standards that are named. With standards and
    /// without a day it is one of which only these are done.
    Credential(String, Vec<String>),
    /// A standard, by its number.
    Standard(String),
    /// A qualification, by its key.
    Qualification(String),
    /// Something that no register lists, by its title.
    Other(String),
    /// What somebody can do and has yet to be assessed, in words.
    PriorLearning(String),
}

/// Where somebody would like something they hold to count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The name of the holding: its key, number, title or words.
    pub holding: String,
    /// The id of the requirement.
    pub requirement: String,
}

impl Asked {
    /// Reads a question. What in its holdings, its tree or its other fields cannot be understood is reported in
    /// [`Asked::problems`].
    ///
    /// # Errors
    /// The text is not one JSON object, says that it is something else, or has no goal, no list of holdings
    /// or no day where it should.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut fields = json::object(text)?;
        json::has_format(&fields, super::question::FORMAT)?;
        fields.swap_remove("format");
        let mut log = Log::default();
        let mut fields = Fields::new(fields, &mut log);
        fields.require("goal", A_GOAL);
        let tree = fields.is_object("goal").then(|| fields.object("goal", |goal| Some(GoalTree::read(goal))));
        let goal = match tree {
            Some(tree) => tree.map(|tree| AskedGoal::Tree(Box::new(tree))),
            None => fields.required_text("goal", A_GOAL).map(AskedGoal::Key),
        };
        let on = fields.day("on");
        let holdings = fields.objects("holdings", Holding::read);
        let wishes = fields.objects("wishes", Wish::read);
        fields.report_unknown("question");
        // What is said at these places is about the whole of them, and there is no answer without.
        let is_refused = |problem: &&Problem| ["goal", "on", "holdings"].contains(&problem.at.as_str());
        if let Some(problem) = log.problems.iter().find(is_refused) {
            return Err(problem.clone().into());
        }
        let Some(goal) = goal else { return Err(Problem::missing("goal", A_GOAL).into()) };
        Ok(Self { goal, holdings, on, wishes, problems: log.problems })
    }
}

const A_GOAL: &str = "the key of a qualification or micro-credential, or a tree of requirements";

impl Holding {
    fn read(holding: &mut Fields) -> Option<Self> {
        let (mut level, mut credits) = (holding.level("level"), holding.credits("credits"));
        let what = if let Some(key) = holding.text("credential") {
            Held::Credential(key, holding.texts("standards"))
        } else if let Some(id) = holding.text("standard") {
            Held::Standard(id)
        } else if let Some(key) = holding.text("qualification") {
            Held::Qualification(key)
        } else if holding.is_object("other") {
            holding.object("other", |other| {
                level = level.or(other.level("level"));
                credits = credits.or(other.credits("credits"));
                // Where it comes from is for people to look at.
                other.text("source");
                other.required_text("title", "what it is called").map(Held::Other)
            })?
        } else if let Some(title) = holding.text("other") {
            holding.text("source");
            Held::Other(title)
        } else if let Some(text) = holding.text("prior_learning") {
            Held::PriorLearning(text)
        } else {
            holding.require("credential", "a credential, standard, qualification, other or prior_learning");
            return None;
        };
        let (completed, version) = (holding.day_of_moment("completed"), holding.text("version"));
        Some(Self { what, completed, version, level, credits })
    }

    /// The name by which answers call it.
    pub fn name(&self) -> &str {
        match &self.what {
            Held::Credential(name, _)
            | Held::Standard(name)
            | Held::Qualification(name)
            | Held::Other(name)
            | Held::PriorLearning(name) => name,
        }
    }
}

impl Wish {
    fn read(wish: &mut Fields) -> Option<Self> {
        let holding = wish.required_text("holding", "the name of what is held")?;
        let requirement = wish.required_text("requirement", "the id of a requirement")?;
        Some(Self { holding, requirement })
    }
}
