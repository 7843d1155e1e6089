//! What a goal asks for: its own tree, or what follows from the relations of the register and from its type.

use super::floors;
use super::learning::{HeldOn, Pieces};
use super::tree::{Branch, Node, Takes, Tree};
use super::{AskedGoal, Goal};
use crate::domain::day::Day;
use crate::domain::goal::{Asks, Component};
use crate::domain::measure::{Credits, Size};
use crate::domain::register::{Firmness, Register, Stack, StackKind, TargetKind};

/// What the requirements of a goal rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// A tree, or what sources say leads to it.
    Sources,
    /// No more than what its type asks for.
    Type,
}

/// A goal with all that is known of it.
pub(super) struct ResolvedGoal {
    /// The entry, where it is one of the register.
    pub goal: Option<Goal>,
    pub title: Option<String>,
    /// Its credits, where they are known.
    pub size: Option<Size>,
    /// What it asks for, where anything is known of that.
    pub tree: Option<(Tree, Basis)>,
    /// Whether a source states what it asks for, rather than plans it or leaves it to be inferred.
    pub is_stated: bool,
}

impl ResolvedGoal {
    pub fn of(
        register: &Register,
        asked: &AskedGoal,
        held: &HeldOn,
        on: Option<Day>,
        pieces: &Pieces,
    ) -> Self {
        match asked {
            AskedGoal::Tree(own) => {
                let mut tree = Tree::new();
                tree.root = tree.branch(&own.requirements, "requirements", on, register, (held, pieces));
                tree.root.at_most = [tree.root.at_most, own.at_most].into_iter().flatten().min();
                let tree = Some((tree, Basis::Sources));
                Self {
                    goal: None,
                    title: own.title.clone(),
                    size: own.credits.map(Size::Fixed),
                    tree,
                    is_stated: true,
                }
            }
            AskedGoal::Key(key) => {
                let goal = Goal::of(register, key);
                let title = goal.as_ref().map(|goal| goal.title.clone());
                let size = goal.as_ref().and_then(|goal| goal.size);
                let tree = goal.as_ref().and_then(|goal| {
                    let is_held = held.has(&goal.key);
                    if is_held {
                        Some((itself(goal), Basis::Sources))
                    } else {
                        tree(register, goal, on, (held, pieces))
                    }
                });
                Self { goal, title, size, tree, is_stated: held.has(key) || is_stated(register, key, on) }
            }
        }
    }
}

/// Whether a source states what the entry with a key asks for, or what makes it up as a whole; relations say for
/// themselves how firm they are.
fn is_stated(register: &Register, key: &str, on: Option<Day>) -> bool {
    let structure = register.qualification(key).and_then(|own| own.structure_on(on));
    let is_whole = |stack: &Stack| stack.kind == StackKind::FullStack && stack.firmness <= Firmness::Inferred;
    structure.is_none_or(|structure| structure.firmness == Firmness::Stated)
        || register.stacks_to(key).any(is_whole)
}

/// A goal that is held is filled by itself.
fn itself(goal: &Goal) -> Tree {
    let mut tree = Tree::new();
    let asks = match goal.kind {
        TargetKind::MicroCredential => Asks::Credential(goal.key.clone()),
        TargetKind::Qualification | TargetKind::Other => Asks::Qualification(goal.key.clone()),
    };
    let leaf = tree.add(Takes::Asked(asks), goal.size.and_then(Size::fixed), false);
    tree.root = Branch::new(&goal.key, Node::Leaf(leaf));
    tree
}

/// The tree of an entry of the register: its own, or else what sources say makes it up or counts towards it.
/// Where they say neither, what its type asks for; nothing where it has no type that asks for anything.
fn tree(
    register: &Register,
    goal: &Goal,
    on: Option<Day>,
    (held, pieces): (&HeldOn, &Pieces),
) -> Option<(Tree, Basis)> {
    let mut tree = Tree::new();
    let partial = register.stacks_to(&goal.key).filter(|stack| stack.kind == StackKind::PartialCredit);
    for stack in partial {
        if let ([part], Some(credits)) = (stack.parts.as_slice(), stack.credits_counted) {
            tree.stated.extend(part.key.clone().map(|key| (key, credits)));
        }
    }
    if let Some(own) = register.qualification(&goal.key).and_then(|own| own.requirements_on(on)) {
        let own = floors::over(own, register, goal, on);
        tree.root = tree.branch(&own, "requirements", on, register, (held, pieces));
        return Some((tree, Basis::Sources));
    }
    let root = from_stacks(&mut tree, register, goal);
    // A micro-credential is taken as a whole, unless a source says otherwise.
    let taken_whole = (goal.kind == TargetKind::MicroCredential).then(|| Asks::Credential(goal.key.clone()));
    let root = root.or_else(|| {
        let credits = goal.size.and_then(Size::fixed);
        Some(leaf(&mut tree, &goal.key, Takes::Asked(taken_whole?), credits, None))
    });
    if let Some(root) = root {
        tree.root = root;
        return Some((tree, Basis::Sources));
    }
    tree.root =
        tree.branch(&floors::requirement(register, goal, on)?, "requirements", on, register, (held, pieces));
    Some((tree, Basis::Type))
}

/// Each full stack is a way to the goal, and all that counts in part is another. Progressions, entry
/// requirements, plans and policies bring no credit.
fn from_stacks(tree: &mut Tree, register: &Register, goal: &Goal) -> Option<Branch> {
    let stacks = || register.stacks_to(&goal.key).filter(|stack| stack.kind.counts_credit());
    let full = stacks().filter(|stack| stack.kind == StackKind::FullStack);
    let mut ways: Vec<Branch> = full.map(|stack| full_stack(tree, register, stack)).collect();
    let partial = stacks().filter(|stack| stack.kind != StackKind::FullStack);
    let parts: Vec<Branch> = partial.map(|stack| contribution(tree, stack)).collect();
    if !parts.is_empty() {
        let parts = Branch {
            at_most: goal.size.and_then(Size::most),
            ..Branch::new("contributions", Node::All(parts))
        };
        let rest = "What else it asks for. No source on this register says; ask a provider.".to_owned();
        let rest = leaf(tree, "rest", Takes::Asked(Asks::Judgement(rest)), None, None);
        ways.push(Branch::new("in_part", Node::All(vec![parts, rest])));
    }
    if ways.len() > 1 {
        return Some(Branch::new("ways", Node::Some(1, ways)));
    }
    ways.pop()
}

fn full_stack(tree: &mut Tree, register: &Register, stack: &Stack) -> Branch {
    let parts = stack.parts.iter().enumerate().map(|(index, part)| {
        let listed = part.key.as_deref().and_then(|key| register.credential(key));
        let (asks, words) = match &part.key {
            Some(key) => (Asks::Credential(key.clone()), None),
            None => {
                let component =
                    Component { title: part.title.clone(), kind: None, level: None, credits: None };
                (Asks::Component(component), Some(part.title.clone()))
            }
        };
        let needed = listed.and_then(|listed| listed.credits);
        let id = format!("{}.from[{index}]", stack.id);
        Branch { words, ..leaf(tree, &id, Takes::Asked(asks), needed, Some(stack.firmness)) }
    });
    let parts: Vec<Branch> = parts.collect();
    let firmness = Some(stack.firmness);
    Branch { words: stack.rule.clone(), firmness, ..Branch::new(&stack.id, Node::All(parts)) }
}

fn contribution(tree: &mut Tree, stack: &Stack) -> Branch {
    let keys: Option<Vec<String>> = stack.parts.iter().map(|part| part.key.clone()).collect();
    let (takes, needed) = match (keys, stack.credits_counted) {
        (Some(keys), Some(credits)) => (Takes::Contribution(keys, credits), Some(credits)),
        (_, credits) => {
            let words = stack.rule.clone().unwrap_or_else(|| stack.target.title.clone());
            (Takes::Asked(Asks::Judgement(words)), credits)
        }
    };
    // That a programme may contain it, or shares standards with it, does not say that it counts; nor does a
    // source that leaves the amount to be inferred.
    let is_firm = stack.kind == StackKind::PartialCredit && stack.firmness == Firmness::Stated;
    let firmness = if is_firm { Firmness::Stated } else { stack.firmness.max(Firmness::Discretionary) };
    let branch = leaf(tree, &stack.id, takes, needed, Some(firmness));
    Branch { words: stack.rule.clone(), firmness: Some(stack.firmness), ..branch }
}

fn leaf(
    tree: &mut Tree,
    id: &str,
    takes: Takes,
    needed: Option<Credits>,
    firmness: Option<Firmness>,
) -> Branch {
    // An inference of ours is no reason to leave out what a source states of the whole.
    let is_discretionary = firmness.is_some_and(|firmness| firmness > Firmness::Inferred);
    let words = match &takes {
        Takes::Asked(Asks::Judgement(words)) => Some(words.clone()),
        _ => None,
    };
    let node = Node::Leaf(tree.add(takes, needed, is_discretionary));
    Branch { words, firmness, ..Branch::new(id, node) }
}
