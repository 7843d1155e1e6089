//! A stack: how credentials lead to a larger one, as a source says.

use crate::domain::json::Fields;
use crate::domain::measure::Credits;
use crate::domain::text::fold;
use crate::domain::vocabulary::vocabulary;
use serde_json::Value;
use std::collections::BTreeSet;

vocabulary! {
    /// What the parts of a stack do for its target.
    StackKind of STACK_KIND {
        FullStack = "full_stack",
        PartialCredit = "partial_credit",
        ProgrammeComponent = "programme_component",
        SharedStandards = "shared_standards",
        Progression = "progression",
        EntryRequirement = "entry_requirement",
        Concurrent = "concurrent",
        Planned = "planned",
        Policy = "policy",
    }
    /// What a stack leads to.
    TargetKind of TARGET_KIND {
        Qualification = "qualification",
        MicroCredential = "micro_credential",
        Other = "other",
    }
    /// How firmly a source says something, from firm to weak.
    Firmness of FIRMNESS {
        Stated = "stated",
        Inferred = "inferred",
        General = "general",
        Discretionary = "discretionary",
        Planned = "planned",
    }
}

impl StackKind {
    /// Whether it may bring credit. A pathway, an entry requirement, a plan or a policy does not.
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
    /// The weakest claim that a strength in free words makes. Words without even `stated` in them count
    /// as inferred.
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

    /// The same where there may be no words: a source is then taken to state all of it.
    pub(super) fn of_strength(strength: Option<&str>) -> Self {
        strength.map_or(Self::Stated, Self::of)
    }
}

/// A stacking or progression relation that a source states.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the snapshot format, under the same names")]
pub struct Stack {
    pub id: String,
    pub kind: StackKind,
    /// In the order of the source: what is taken first comes first.
    pub parts: Vec<Part>,
    pub target: Target,
    pub rule: Option<String>,
    pub conditions: Option<String>,
    /// The credits that the parts together bring to the target.
    pub credits_counted: Option<Credits>,
    /// The credits that the target has in all.
    pub credits_total: Option<Credits>,
    /// How firmly the source says it, in words; without them, it is taken to state all of it.
    pub strength: Option<String>,
    pub firmness: Firmness,
    /// The year, month or day that the source speaks of.
    pub as_at: Option<String>,
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
    pub(super) fn read(entry: &mut Fields, knows: impl Fn(&str) -> bool) -> Option<Self> {
        let id = entry.name("id")?;
        entry.require("kind", "the kind of stack; the entry is left out without one");
        let kind = entry.choice("kind")?;
        entry.require("to", "what the stack leads to; the entry is left out without it");
        let target = entry.object("to", |to| Target::read(to, &knows))?;
        entry.require("from", "what the stack is made of; the entry is left out without it");
        let mut seen = BTreeSet::new();
        let parts = entry.objects("from", |item| {
            let part = Part { title: item.required_text("title", "a title")?, key: known_key(item, &knows) };
            if let Some(key) = part.key.as_ref().filter(|key| !seen.insert(String::clone(key))) {
                // The same credential counts once towards one target (STK-16).
                item.report("key", &Value::from(key.as_str()), "a part that is not named before");
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
            firmness: Firmness::of_strength(strength.as_deref()),
            strength,
            as_at: entry.text("as_at"),
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
    fn read(to: &mut Fields, knows: impl Fn(&str) -> bool) -> Option<Self> {
        Some(Self {
            title: to.required_text("title", "a title")?,
            key: known_key(to, knows),
            kind: to.choice("kind"),
        })
    }
}

fn known_key(fields: &mut Fields, knows: impl Fn(&str) -> bool) -> Option<String> {
    fields.read("key", "a key that the snapshot has", |value| {
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
