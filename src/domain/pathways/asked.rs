//! What somebody asks: a goal by its key or as a tree, everything that is held, the day, and wishes.

use super::holding::Holding;
use super::plan::Preference;
use crate::domain::day::Day;
use crate::domain::goal::GoalTree;
use crate::domain::json::{self, Fields, Log, whole_number};
use crate::domain::register::Register;
use crate::domain::{Problem, ReadError};
use serde::Serialize;
use serde_json::Value;

/// The name and number of the question format.
pub const FORMAT: &str = "waymark.question/1";

/// What somebody asks (`waymark.question/1`).
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What is to be reached.
    pub goal: AskedGoal,
    /// What is to be reached too; plans are for all of it, audits for the first.
    pub further_goals: Vec<AskedGoal>,
    /// What is held.
    pub holdings: Vec<Holding>,
    /// The day for which it is asked; without one, all holdings count as completed.
    pub on: Option<Day>,
    /// Where somebody would like what they hold to count.
    pub wishes: Vec<Wish>,
    /// What comes first when ways to a goal are compared.
    pub prefer: Preference,
    /// The hours of study in a week.
    pub hours_a_week: Option<u32>,
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

/// Where somebody would like something they hold to count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wish {
    /// The key of the goal that has the requirement; none where it is any goal that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// The name of the holding: its key, number, title or words.
    pub holding: String,
    /// The id of the requirement.
    pub requirement: String,
}

const A_GOAL: &str = "the key of a qualification or micro-credential, or a tree of requirements";

impl Asked {
    /// Reads a question. What in its holdings or its other fields cannot be understood is reported in
    /// [`Asked::problems`].
    ///
    /// # Errors
    /// The text is not one JSON object, says that it is something else, or its goal, its day or what should be
    /// its list of holdings cannot be understood.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut fields = json::object(text)?;
        json::has_format(&fields, FORMAT)?;
        fields.swap_remove("format");
        let mut log = Log::default();
        let mut fields = Fields::new(fields, &mut log);
        let names = if fields.has("goal") { vec!["goal".to_owned()] } else { fields.spread("goals") };
        let mut goals = Vec::new();
        for name in &names {
            let goal = AskedGoal::read(&mut fields, name);
            goals.push(goal.ok_or_else(|| fields.last_problem().unwrap_or(Problem::missing(name, A_GOAL)))?);
        }
        let mut goals = goals.into_iter();
        let goal = goals.next().ok_or_else(|| Problem::missing("goal", A_GOAL))?;
        let further_goals = goals.collect();
        let on = fields.day("on");
        let holdings = fields.objects("holdings", Holding::read);
        let wishes = fields.objects("wishes", Wish::read);
        let prefer = fields.choice("prefer").unwrap_or(Preference::Credits);
        let hours_a_week = hours_a_week(&mut fields);
        fields.report_unknown("question");
        // What is said at these places is about the whole of them, and there is no answer without.
        let is_refused = |problem: &&Problem| ["on", "holdings"].contains(&problem.at.as_str());
        match log.problems.iter().find(is_refused) {
            Some(problem) => Err(problem.clone().into()),
            None => {
                let problems = log.problems;
                Ok(Self { goal, further_goals, holdings, on, wishes, prefer, hours_a_week, problems })
            }
        }
    }

    /// The same with everything held as the register has it.
    pub fn resolved(self, register: &Register) -> Self {
        let holdings = self.holdings.into_iter().map(|holding| holding.resolved(register)).collect();
        Self { holdings, ..self }
    }

    /// A question about a goal for somebody who holds nothing.
    pub fn about(goal: AskedGoal) -> Self {
        Self {
            goal,
            further_goals: Vec::new(),
            holdings: Vec::new(),
            on: None,
            wishes: Vec::new(),
            prefer: Preference::Credits,
            hours_a_week: None,
            problems: Vec::new(),
        }
    }

    /// All that is to be reached.
    pub fn goals(&self) -> impl Iterator<Item = &AskedGoal> {
        [&self.goal].into_iter().chain(&self.further_goals)
    }

    /// The same question about each goal by itself.
    pub(super) fn each_goal(&self) -> impl Iterator<Item = Self> {
        self.goals().map(|goal| Self { goal: goal.clone(), further_goals: Vec::new(), ..self.clone() })
    }
}

/// The hours of study in a week.
pub(super) fn hours_a_week(fields: &mut Fields) -> Option<u32> {
    fields.read("hours_a_week", "a whole number of hours from 1 to 168", |value| {
        u32::try_from(whole_number(value)?).ok().filter(|hours| (1..=168).contains(hours))
    })
}

impl AskedGoal {
    /// Reads a goal in a field.
    fn read(fields: &mut Fields, field: &str) -> Option<Self> {
        if fields.as_found(field).is_some_and(Value::is_object) {
            fields.object(field, GoalTree::read).map(|tree| Self::Tree(Box::new(tree)))
        } else {
            fields.required_text(field, A_GOAL).map(Self::Key)
        }
    }
}

impl Wish {
    pub(super) fn read(wish: &mut Fields) -> Option<Self> {
        let goal = wish.text("goal");
        let holding = wish.required_text("holding", "the name of what is held")?;
        let requirement = wish.required_text("requirement", "the id of a requirement")?;
        Some(Self { goal, holding, requirement })
    }

    /// Whether it says of the same thing where it should count towards the same goal.
    pub(super) fn is_in_place_of(&self, other: &Self) -> bool {
        (&self.goal, &self.holding) == (&other.goal, &other.holding)
    }

    /// Whether it is about a goal.
    pub(super) fn is_about(&self, asked: &AskedGoal) -> bool {
        self.goal.as_ref().is_none_or(|goal| matches!(asked, AskedGoal::Key(key) if key == goal))
    }

    /// Whether it says where something that is held should count towards the goal with a key.
    pub(super) fn is_of(&self, goal: &str, holding: &str) -> bool {
        self.holding == holding && self.goal.as_ref().is_none_or(|own| own == goal)
    }
}
