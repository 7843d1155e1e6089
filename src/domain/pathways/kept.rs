//! The plans that a person keeps, as the device has them (`waymark.plans/1`). A plan is what they had and wanted
//! and the steps they chose; its numbers are worked out anew by whoever shows them.

use super::asked::hours_a_week;
use super::pathway::Pathway;
use super::plan::{Preference, StepKey, Way};
use super::plan_settings::PlanSettings;
use crate::domain::json::{self, Fields, Log};
use crate::domain::{Problem, ReadError};
use serde_json::{Map, Value, json};

/// The name and number of the format of kept plans.
const FORMAT: &str = "waymark.plans/1";

/// A plan that somebody keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptPlan {
    /// What it is called, which tells it from the others.
    pub name: String,
    /// What was held and wanted.
    pub pathway: Pathway,
    /// What came first when ways were compared.
    pub prefer: Preference,
    /// The hours of study in a week.
    pub hours_a_week: Option<u32>,
    /// The steps of the way that was chosen.
    pub steps: Vec<StepKey>,
    /// What else a file says of it: kept for the next to read it.
    rest: Map<String, Value>,
}

/// The plans that a person keeps, in the order in which they were kept, each by a name of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptPlans {
    plans: Vec<KeptPlan>,
    /// Plans that could not be understood: kept for the next to read them.
    unread: Vec<Value>,
    /// What else a file says: kept for the next to read it.
    rest: Map<String, Value>,
}

impl KeptPlan {
    /// A plan to keep.
    pub fn new(name: impl Into<String>, pathway: Pathway, settings: PlanSettings, way: &Way) -> Self {
        let steps = way.steps.iter().map(|step| step.what.clone()).collect();
        let PlanSettings { prefer, hours_a_week } = settings;
        Self { name: name.into(), pathway, prefer, hours_a_week: Some(hours_a_week), steps, rest: Map::new() }
    }

    /// How it was made.
    pub fn settings(&self) -> PlanSettings {
        let hours_a_week = self.hours_a_week.unwrap_or(PlanSettings::default().hours_a_week);
        PlanSettings { prefer: self.prefer, hours_a_week }
    }

    /// The place of its way among those that are there now; nothing where it is no longer among them.
    pub fn place_among(&self, ways: &[Way]) -> Option<usize> {
        let is_it = |way: &Way| {
            way.steps.len() == self.steps.len()
                && way.steps.iter().all(|step| self.steps.contains(&step.what))
        };
        ways.iter().position(is_it)
    }

    /// Reads a plan; what is none is given back.
    fn read(value: Value) -> Result<Self, Value> {
        let Value::Object(fields) = &value else { return Err(value) };
        let mut rest = fields.clone();
        let mut log = Log::default();
        let mut fields = Fields::new(rest.clone(), &mut log);
        let name = fields.required_text("name", "what it is called").map(|name| name.trim().to_owned());
        let Some((name, Value::Object(pathway))) = name.zip(fields.take("pathway")) else {
            return Err(value);
        };
        let (pathway, _) = Pathway::from_fields(pathway);
        let prefer = fields.choice("prefer").unwrap_or(Preference::Credits);
        let hours_a_week = hours_a_week(&mut fields);
        let steps = fields.objects("steps", StepKey::read);
        rest.retain(|field, _| fields.as_found(field).is_some());
        Ok(Self { name, pathway, prefer, hours_a_week, steps, rest })
    }

    fn to_value(&self) -> Value {
        let mut fields = self.rest.clone();
        fields.insert("name".to_owned(), self.name.clone().into());
        fields.insert("pathway".to_owned(), self.pathway.to_value());
        fields.insert("prefer".to_owned(), self.prefer.id().into());
        fields.extend(self.hours_a_week.map(|hours| ("hours_a_week".to_owned(), hours.into())));
        fields.insert("steps".to_owned(), json!(self.steps));
        fields.into()
    }
}

impl KeptPlans {
    /// Each plan.
    pub fn iter(&self) -> impl Iterator<Item = &KeptPlan> {
        self.plans.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    /// Keeps a plan, and answers with its name. Where another has that, a number tells them apart.
    pub fn keep(&mut self, plan: KeptPlan) -> String {
        self.keep_at(self.plans.len(), plan)
    }

    /// Keeps a plan at a place.
    pub fn keep_at(&mut self, place: usize, mut plan: KeptPlan) -> String {
        plan.name = self.free_name(&plan.name);
        let name = plan.name.clone();
        self.plans.insert(place.min(self.plans.len()), plan);
        name
    }

    /// Takes a plan away, and answers with its place and itself.
    pub fn remove(&mut self, name: &str) -> Option<(usize, KeptPlan)> {
        let place = self.plans.iter().position(|plan| plan.name == name)?;
        Some((place, self.plans.remove(place)))
    }

    /// Gives a plan another name, and answers with it. Where another plan has that, a number tells them apart.
    pub fn rename(&mut self, name: &str, to: &str) -> Option<String> {
        let (place, plan) = self.remove(name)?;
        Some(self.keep_at(place, KeptPlan { name: to.to_owned(), ..plan }))
    }

    /// Adds the plans that are only among others.
    pub fn join(&mut self, other: Self) {
        for plan in other.plans {
            if !self.plans.contains(&plan) {
                self.keep(plan);
            }
        }
        self.unread
            .extend(other.unread.into_iter().filter(|plan| !self.unread.contains(plan)).collect::<Vec<_>>());
        for (field, value) in other.rest {
            self.rest.entry(field).or_insert(value);
        }
    }

    /// The name, with a number where a plan has it already.
    pub fn free_name(&self, name: &str) -> String {
        let is_free = |name: &String| self.plans.iter().all(|plan| plan.name != *name);
        let numbered = (2..).map(|number: usize| format!("{name} ({number})"));
        [name.to_owned()].into_iter().chain(numbered).find(is_free).unwrap_or_default()
    }

    /// Reads a file of plans.
    ///
    /// # Errors
    /// The text is not one JSON object, does not say that it is this, or its plans are no list.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut fields = json::object(text)?;
        if !json::has_format(&fields, FORMAT)? {
            return Err(Problem::missing("format", FORMAT).into());
        }
        fields.swap_remove("format");
        let items = match fields.swap_remove("plans") {
            Some(Value::Array(items)) => items,
            Some(other) => return Err(Problem::new("plans".to_owned(), &other, "a list, [ … ]").into()),
            None => Vec::new(),
        };
        let mut kept = Self { rest: fields, ..Self::default() };
        for item in items {
            match KeptPlan::read(item) {
                Ok(plan) => drop(kept.keep(plan)),
                Err(unread) => kept.unread.push(unread),
            }
        }
        Ok(kept)
    }

    /// The plans as a file.
    pub fn to_json(&self) -> String {
        let plans: Vec<Value> =
            self.plans.iter().map(KeptPlan::to_value).chain(self.unread.clone()).collect();
        let mut fields = self.rest.clone();
        fields.insert("format".to_owned(), FORMAT.into());
        fields.insert("plans".to_owned(), plans.into());
        serde_json::to_string_pretty(&fields).unwrap_or_default()
    }
}
