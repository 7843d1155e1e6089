//! What a person has done and wants to reach, as the device keeps it, as a file (`waymark.holdings/1`) and as the
//! parameters of a link.

use super::asked::{Asked, AskedGoal, Wish};
use super::holding::{Held, Holding};
use super::question::{Holdings, Question};
use crate::domain::day::Day;
use crate::domain::json::{self, Fields, Log};
use crate::domain::register::Register;
use crate::domain::{Problem, ReadError};
use serde_json::{Map, Value, json};

/// The name and number of the format of holdings.
const FORMAT: &str = "waymark.holdings/1";
/// What a link calls a micro-credential; all else it calls as files do.
const HOLD: &str = "hold";
const GOAL: &str = "goal";
/// What a link calls that which was not understood, as JSON.
const REST: &str = "rest";

/// Holdings, goals and wishes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pathway {
    /// What is held, in the order in which it was added, each once.
    pub holdings: Vec<Holding>,
    /// What the person wants to reach, by the keys of the register; usually one.
    pub goals: Vec<String>,
    /// Where what is held should count, each thing once towards each goal; what was wished last comes first.
    pub wishes: Vec<Wish>,
    /// What else a file says: kept for the next to read it.
    rest: Map<String, Value>,
}

impl Pathway {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.holdings.is_empty() && self.goals.is_empty()
    }

    /// The first goal.
    pub fn goal(&self) -> Option<&str> {
        self.goals.first().map(String::as_str)
    }

    /// What somebody with this pathway asks on a day; nothing without a goal.
    pub fn asked(&self, on: Option<Day>) -> Option<Asked> {
        let mut goals = self.goals.iter().cloned().map(AskedGoal::Key);
        let goal = goals.next()?;
        let (further_goals, holdings, wishes) = (goals.collect(), self.holdings.clone(), self.wishes.clone());
        Some(Asked { further_goals, holdings, on, wishes, ..Asked::about(goal) })
    }

    /// The question that the pathway puts to what is published on a goal.
    pub fn question(&self, goal: &str) -> Question {
        Question { goal: goal.to_owned(), holdings: Holdings::of(&self.holdings), ..Question::default() }
    }

    /// The same with everything held as the register has it.
    pub fn resolved(&self, register: &Register) -> Self {
        let mut resolved = Self { holdings: Vec::new(), ..self.clone() };
        self.holdings.iter().for_each(|holding| resolved.hold(holding.clone().resolved(register)));
        resolved
    }

    /// Whether the same thing is held, whatever is known of it.
    pub fn has(&self, holding: &Holding) -> bool {
        self.holdings.iter().any(|held| held.is_same(holding))
    }

    /// Adds a holding, unless it is there. A credential that is all done takes the place of a part of it.
    pub fn hold(&mut self, holding: Holding) {
        match self.holdings.iter_mut().find(|held| held.is_same(&holding)) {
            None => self.holdings.push(holding),
            Some(held) if held.is_partial() && !holding.is_partial() => *held = holding,
            Some(_) => {}
        }
    }

    /// Takes a holding away, with the wishes for it.
    pub fn drop(&mut self, holding: &Holding) {
        self.holdings.retain(|held| !held.is_same(holding));
        self.wishes.retain(|wish| wish.holding != holding.name());
    }

    /// Wishes before all else that something that is held counts for a requirement.
    pub fn wish(&mut self, wish: Wish) {
        self.wishes.retain(|own| !own.is_in_place_of(&wish));
        self.wishes.insert(0, wish);
    }

    /// The id of the requirement of a goal for which something that is held should count.
    pub fn wished(&self, goal: &str, holding: &str) -> Option<&str> {
        let mut wishes = self.wishes.iter();
        wishes.find(|wish| wish.is_of(goal, holding)).map(|wish| wish.requirement.as_str())
    }

    /// Leaves it to what helps most where something that is held counts towards a goal.
    pub fn unwish(&mut self, goal: &str, holding: &str) {
        self.wishes.retain(|wish| !wish.is_of(goal, holding));
    }

    /// Adds a goal, unless it is there.
    pub fn aim_for(&mut self, goal: String) {
        if !self.goals.contains(&goal) {
            self.goals.push(goal);
        }
    }

    /// Puts a holding in the place of another.
    pub fn replace(&mut self, before: &Holding, after: Holding) {
        let is_elsewhere = !before.is_same(&after) && self.has(&after);
        match self.holdings.iter_mut().find(|held| held.is_same(before)) {
            Some(held) if !is_elsewhere => {
                let wishes = self.wishes.iter_mut().filter(|wish| wish.holding == before.name());
                wishes.for_each(|wish| after.name().clone_into(&mut wish.holding));
                *held = after;
            }
            _ => {}
        }
    }

    /// Adds what is only in another pathway; its goals only where there is none.
    pub fn join(&mut self, other: &Self) {
        other.holdings.iter().for_each(|holding| self.hold(holding.clone()));
        if self.goals.is_empty() {
            self.goals.clone_from(&other.goals);
        }
        for wish in &other.wishes {
            if !self.wishes.iter().any(|own| own.is_in_place_of(wish)) {
                self.wishes.push(wish.clone());
            }
        }
        for (field, value) in &other.rest {
            self.rest.entry(field.clone()).or_insert_with(|| value.clone());
        }
    }

    /// Takes back the change of one pathway into another, and leaves what was changed since.
    pub fn take_back(&mut self, before: &Self, after: &Self) {
        self.holdings.retain(|held| before.has(held) || !after.has(held));
        for (index, held) in before.holdings.iter().enumerate() {
            match self.holdings.iter_mut().find(|now| now.is_same(held)) {
                Some(now) if after.holdings.contains(now) => *now = held.clone(),
                None if !after.has(held) => {
                    self.holdings.insert(index.min(self.holdings.len()), held.clone());
                }
                _ => {}
            }
        }
        take_back(&mut self.goals, &before.goals, &after.goals, String::eq);
        take_back(&mut self.wishes, &before.wishes, &after.wishes, Wish::is_in_place_of);
        if self.rest == after.rest {
            self.rest.clone_from(&before.rest);
        }
    }

    /// Reads a file of holdings, with what in it could not be understood.
    ///
    /// # Errors
    /// The text is not one JSON object, says that it is something else, or its holdings are no list.
    pub fn read(text: &str) -> Result<(Self, Vec<Problem>), ReadError> {
        let fields = json::object(text)?;
        if !json::has_format(&fields, FORMAT)? && !fields.contains_key("holdings") {
            return Err(Problem::missing("holdings", "a list of what is held, [ … ]").into());
        }
        let (pathway, problems) = Self::from_fields(fields);
        match problems.iter().find(|problem| ["holdings", "goals"].contains(&problem.at.as_str())) {
            Some(problem) => Err(problem.clone().into()),
            None => Ok((pathway, problems)),
        }
    }

    pub(super) fn from_fields(mut fields: Map<String, Value>) -> (Self, Vec<Problem>) {
        fields.swap_remove("format");
        let mut log = Log::default();
        let mut fields = Fields::new(fields, &mut log);
        let mut pathway = Self::default();
        for holding in fields.objects("holdings", Holding::read) {
            pathway.hold(holding);
        }
        for goal in fields.texts("goals") {
            if !goal.is_empty() {
                pathway.aim_for(goal);
            }
        }
        for wish in fields.objects("wishes", Wish::read).into_iter().rev() {
            pathway.wish(wish);
        }
        pathway.rest = fields.all_as_found().clone();
        fields.report_unknown("file");
        (pathway, log.problems)
    }

    /// The pathway as a file of holdings.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(&self.to_value()).unwrap_or_default()
    }

    pub(super) fn to_value(&self) -> Value {
        let mut fields = json!({
            "format": FORMAT, "goals": self.goals, "holdings": self.holdings, "wishes": self.wishes,
        });
        if let Some(fields) = fields.as_object_mut() {
            fields.retain(|_, value| value.as_array().is_none_or(|items| !items.is_empty()));
            fields.extend(self.rest.clone());
        }
        fields
    }

    /// Reads what the device kept before it kept files: a line with the goal, then one for each credential.
    pub fn from_lines(text: &str) -> Self {
        let mut lines = text.lines();
        let goal = lines.next().filter(|goal| !goal.is_empty()).map(str::to_owned);
        let mut pathway = Self { goals: goal.into_iter().collect(), ..Self::default() };
        lines.filter(|key| !key.is_empty()).for_each(|key| pathway.hold(Holding::credential(key)));
        pathway
    }

    /// The pathway that the parameters of a link spell; nothing where they name none. What they say after a
    /// holding is said of it.
    pub fn from_params<'a>(params: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        let mut top = Map::new();
        let (mut goals, mut holdings) = (Vec::new(), Vec::<Map<String, Value>>::new());
        for (name, value) in params.into_iter().filter(|(_, value)| !value.is_empty()) {
            let last = holdings.last_mut();
            match name {
                GOAL => goals.push(Value::from(value)),
                HOLD => holdings.push(named("credential", value)),
                "standard" | "qualification" | "other" | "prior_learning" => {
                    holdings.push(named(name, value));
                }
                "standards" => {
                    let standards = last.map(|last| last.entry(name).or_insert_with(|| json!([])));
                    standards
                        .and_then(Value::as_array_mut)
                        .into_iter()
                        .for_each(|all| all.push(value.into()));
                }
                "version" | "level" | "credits" | "completed" | "source" => {
                    last.into_iter().for_each(|last| drop(last.insert(name.to_owned(), value.into())));
                }
                REST => last.unwrap_or(&mut top).extend(json::object(value).unwrap_or_default()),
                _ => {}
            }
        }
        top.insert("goals".to_owned(), goals.into());
        top.insert("holdings".to_owned(), holdings.into_iter().map(Value::from).collect());
        let (pathway, _) = Self::from_fields(top);
        (!pathway.is_empty()).then_some(pathway)
    }

    /// The pathway as the parameters of a link, in one way only.
    pub fn to_params(&self) -> Vec<(&'static str, String)> {
        let mut params = Vec::new();
        let rest = |rest: &Map<String, Value>| {
            (!rest.is_empty()).then(|| (REST, json::written(&rest.clone().into())))
        };
        let mut whole = self.rest.clone();
        if !self.wishes.is_empty() {
            whole.insert("wishes".to_owned(), json!(self.wishes));
        }
        params.extend(rest(&whole));
        for holding in &self.holdings {
            let name = holding.name().to_owned();
            if let Held::Credential(_, standards) = &holding.what {
                params.push((HOLD, name));
                params.extend(standards.iter().map(|standard| ("standards", standard.clone())));
            } else {
                params.push((holding.kind(), name));
            }
            let known = [
                ("version", holding.version.clone()),
                ("level", holding.level.map(|level| level.get().to_string())),
                ("credits", holding.credits.map(|credits| credits.0.to_string())),
                ("completed", holding.completed.map(|day| day.to_string())),
                ("source", holding.source.clone()),
            ];
            params.extend(known.into_iter().filter_map(|(name, value)| Some((name, value?))));
            params.extend(rest(&holding.rest));
        }
        params.extend(self.goals.iter().map(|goal| (GOAL, goal.clone())));
        params
    }
}

/// Takes back the change of one list into another, and leaves what was changed since, which may stand in the place of
/// what was there before.
fn take_back<T: PartialEq + Clone>(
    now: &mut Vec<T>,
    before: &[T],
    after: &[T],
    is_in_place: impl Fn(&T, &T) -> bool,
) {
    now.retain(|item| before.contains(item) || !after.contains(item));
    for (index, item) in before.iter().enumerate() {
        if !after.contains(item) && !now.iter().any(|other| is_in_place(other, item)) {
            now.insert(index.min(now.len()), item.clone());
        }
    }
}

fn named(kind: &str, name: &str) -> Map<String, Value> {
    Map::from_iter([(kind.to_owned(), name.into())])
}
