//! A stack: how credentials lead to a larger one, as a source says.

use crate::domain::json::Fields;
use crate::domain::keyed::Names;
use crate::domain::measure::Credits;
use crate::domain::text::fold;
use crate::domain::vocabulary::vocabulary;
use serde_json::Value;

vocabulary! {
    /// How the parts of a stack bear on its target.
    StackKind {
        FullStack = "full_stack", "Together they make it up";
        PartialCredit = "partial_credit", "Counts towards it";
        ProgrammeComponent = "programme_component", "May be part of a programme";
        SharedStandards = "shared_standards", "Shares standards with it";
        Progression = "progression", "Leads on to it";
        EntryRequirement = "entry_requirement", "Opens the door to it";
        Concurrent = "concurrent", "Taken beside it";
        Planned = "planned", "Planned";
        Policy = "policy", "General policy";
    }
    /// What a stack leads to.
    TargetKind {
        Qualification = "qualification", "Qualification";
        MicroCredential = "micro_credential", "Micro-credential";
        Other = "other", "Something else";
    }
    /// How far a source goes, from firm to weak.
    Firmness {
        Stated = "stated", "The source says so";
        Inferred = "inferred", "Partly our reading of the source";
        General = "general", "Said in general, not of these credentials";
        Discretionary = "discretionary", "At somebody’s discretion";
        Planned = "planned", "Planned or hoped for";
    }
}

impl StackKind {
    /// Whether credit may come of it. A pathway, an entry requirement, a plan or a policy promises
    /// none.
    pub fn counts_credit(self) -> bool {
        match self {
            Self::FullStack | Self::PartialCredit | Self::ProgrammeComponent | Self::SharedStandards => true,
            Self::Progression | Self::EntryRequirement | Self::Concurrent | Self::Planned | Self::Policy => {
                false
            }
        }
    }
}

impl Firmness {
    /// The weakest claim that a strength in free words makes. Words that do not even say `stated`
    /// are taken for a reading.
    pub fn of(strength: &str) -> Self {
        let strength = fold(strength);
        let weak = [
            ("planned", Self::Planned),
            ("discretion", Self::Discretionary),
            ("general", Self::General),
            ("inferred", Self::Inferred),
            ("stated", Self::Stated),
        ];
        let found = weak.into_iter().find(|(word, _)| strength.contains(word));
        found.map_or(Self::Inferred, |(_, firmness)| firmness)
    }
}

/// A stacking or progression relation that a source states.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Stack {
    pub id: String,
    pub kind: StackKind,
    /// In the order of the source: what comes before stands first.
    pub parts: Vec<Part>,
    pub target: Target,
    pub rule: Option<String>,
    pub conditions: Option<String>,
    /// The credits that the parts together bring to the target.
    pub credits_counted: Option<Credits>,
    /// The credits that the target has in all.
    pub credits_total: Option<Credits>,
    /// How far the source goes, in words; without them, it is taken to state all of it.
    pub strength: Option<String>,
    pub firmness: Firmness,
    pub source: Option<String>,
    pub also_sources: Vec<String>,
}

/// A part of a stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its title, or a description in brackets.
    pub title: String,
    /// Its key, where it is on the register.
    pub key: Option<String>,
}

/// What a stack leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Its title, or a description in brackets.
    pub title: String,
    /// Its key, where it is on the register.
    pub key: Option<String>,
    /// What it is, where the snapshot says so.
    pub kind: Option<TargetKind>,
}

impl Stack {
    /// Reads an entry; `knows` tells whether a key is on the register.
    pub(super) fn read(entry: &mut Fields, knows: &dyn Fn(&str) -> bool) -> Option<Self> {
        let id = entry.name("id")?;
        entry.must_have("kind", "the kind of stack; the entry is left out without one");
        let kind = entry.choice("kind")?;
        entry.must_have("to", "what the stack leads to; the entry is left out without it");
        let target = entry.within("to", |to| Target::read(to, knows))?;
        entry.must_have("from", "what the stack is made of; the entry is left out without it");
        let mut seen = Names::default();
        let parts = entry.each("from", |item| {
            let part = Part { title: item.needed("title", "a title")?, key: known_key(item, knows) };
            if let Some(key) = part.key.as_ref().filter(|key| !seen.add(key, ())) {
                // The same credential counts once towards one target (STK-16).
                item.problem("key", &Value::from(key.as_str()), "a part that is not named before");
                return None;
            }
            Some(part)
        });
        if parts.is_empty() {
            return None;
        }
        let strength = entry.text("strength");
        Some(Self {
            id,
            kind,
            parts,
            target,
            rule: entry.text("rule"),
            conditions: entry.text("conditions"),
            credits_counted: entry.credits("credits_counted"),
            credits_total: entry.credits("credits_total"),
            firmness: strength.as_deref().map_or(Firmness::Stated, Firmness::of),
            strength,
            source: entry.source(),
            also_sources: entry.texts("also_sources"),
        })
    }

    /// Whether the credential with a key is one of the parts.
    pub fn has_part(&self, key: &str) -> bool {
        self.parts.iter().any(|part| part.key.as_deref() == Some(key))
    }
}

impl Target {
    fn read(to: &mut Fields, knows: &dyn Fn(&str) -> bool) -> Option<Self> {
        Some(Self {
            title: to.needed("title", "a title")?,
            key: known_key(to, knows),
            kind: to.choice("kind"),
        })
    }
}

fn known_key(fields: &mut Fields, knows: &dyn Fn(&str) -> bool) -> Option<String> {
    fields.take("key", "a key that the snapshot has", |value| {
        value.as_str().filter(|key| knows(key)).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weakest_word_of_a_strength_wins() {
        for (strength, firmness) in [
            ("stated", Firmness::Stated),
            ("stated rule", Firmness::Stated),
            ("stated (secondary source)", Firmness::Stated),
            ("stated, arithmetic inferred", Firmness::Inferred),
            ("inferred from shared topics", Firmness::Inferred),
            ("stated in general, target inferred", Firmness::General),
            ("stated, discretionary", Firmness::Discretionary),
            ("stated, planned", Firmness::Planned),
            ("perhaps", Firmness::Inferred),
        ] {
            assert_eq!(Firmness::of(strength), firmness, "{strength}");
        }
    }

    #[test]
    fn pathways_and_policies_carry_no_credit() {
        let counting: Vec<&str> =
            StackKind::ALL.iter().filter(|kind| kind.counts_credit()).map(|kind| kind.id()).collect();
        assert_eq!(counting, ["full_stack", "partial_credit", "programme_component", "shared_standards"]);
    }
}
