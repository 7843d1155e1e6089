//! A goal as the planner takes it, with everything that is held and listed.

use super::needs::Filled;
use super::{Left, PlannedGoal};
use crate::domain::goal::LearningKind;
use crate::domain::pathways::Sum;
use crate::domain::pathways::assignment::{Assignment, Instance, Work};
use crate::domain::pathways::learning::{Pieces, Unit, What};
use crate::domain::pathways::relations::{Basis, ResolvedGoal};
use crate::domain::pathways::tree::{Branch, Mode, Tree};
use std::borrow::Cow;
use std::cell::OnceCell;

/// What is there, with some more units.
pub(in crate::domain::pathways) fn with_units<'a>(
    available: &[bool],
    more: impl IntoIterator<Item = &'a usize>,
) -> Vec<bool> {
    let mut available = available.to_vec();
    for unit in more {
        available.get_mut(*unit).into_iter().for_each(|is_available| *is_available = true);
    }
    available
}

/// A goal as the planner takes it.
pub(in crate::domain::pathways) struct PlannerGoal<'a> {
    pub resolved: ResolvedGoal,
    pub tree: Tree,
    /// With what counts only together.
    pieces: Cow<'a, Pieces>,
    /// What counts and what may; made when they are asked for.
    counted: OnceCell<Instance>,
    possible: OnceCell<Instance>,
    granted: OnceCell<Instance>,
    /// For each unit of these beyond the pieces, the places of the pieces that it is made of.
    together: Vec<Vec<usize>>,
}

impl<'a> PlannerGoal<'a> {
    /// Takes a goal over; nothing where no source says what it asks for.
    pub fn of(mut resolved: ResolvedGoal, pieces: &'a Pieces) -> Option<Self> {
        let (tree, _) = resolved.tree.take().filter(|(_, basis)| *basis == Basis::Sources)?;
        let mut all = Cow::Borrowed(pieces);
        if tree.root.leaves().iter().any(|leaf| !tree.contributing(*leaf).is_empty()) {
            tree.add_together(all.to_mut());
        }
        let place =
            |key: &String| pieces.units.iter().position(|unit| unit.is(LearningKind::Credential, key));
        let parts = |unit: &Unit| match unit.what {
            What::Together { leaf } => tree.contributing(leaf).iter().filter_map(place).collect(),
            What::Itself(_) | What::Remainder | What::Other => Vec::new(),
        };
        Some(Self {
            together: all.units.iter().skip(pieces.units.len()).map(parts).collect(),
            pieces: all,
            counted: OnceCell::new(),
            possible: OnceCell::new(),
            granted: OnceCell::new(),
            resolved,
            tree,
        })
    }

    fn counted(&self) -> &Instance {
        self.counted.get_or_init(|| self.tree.instance(&self.pieces, Mode::Counted))
    }

    fn possible(&self) -> &Instance {
        self.possible.get_or_init(|| self.tree.instance(&self.pieces, Mode::Possible))
    }

    fn granted(&self) -> &Instance {
        self.granted.get_or_init(|| self.tree.instance(&self.pieces, Mode::Granted))
    }

    /// What is left to people of the goal at a place with what is available, which is placed where it fills
    /// something first.
    pub async fn left(
        &self,
        at: usize,
        root: &Branch,
        available: &[bool],
        placed: &Assignment,
        pause: &impl AsyncFn(),
    ) -> Vec<Left> {
        let pins = placed.placed.iter().enumerate().filter_map(|(unit, leaf)| Some((unit, (*leaf)?)));
        let counted = self.counted().only(&self.with_together(available));
        let counted = pins.fold(counted, |kept, (unit, leaf)| kept.with_pin(unit, leaf));
        let counted = counted.solve(&Work::new(), pause).await;
        let filled = Filled { goal: at, tree: &self.tree, filled: &placed.filled, counted: &counted.counted };
        filled.left(root)
    }

    /// The same where nothing comes to credits of which no source says what they are made of.
    pub fn without_open_credits(self) -> Self {
        let mut possible = self.tree.instance(&self.pieces, Mode::Possible);
        for unit in &mut possible.units {
            unit.places.retain(|place| !self.tree.has_open_credits(place.leaf));
        }
        Self { possible: OnceCell::from(possible), ..self }
    }

    /// Whether any of some pieces may count for it, alone or together with others.
    pub fn may_count(&self, places: &[usize]) -> bool {
        let units = &self.possible().units;
        let is_placed = |place: usize| units.get(place).is_some_and(|unit| !unit.places.is_empty());
        let first = self.pieces.units.len() - self.together.len();
        let together = self.together.iter().enumerate().filter(|(index, _)| is_placed(first + index));
        let mut together = together.flat_map(|(_, parts)| parts);
        places.iter().any(|place| is_placed(*place)) || together.any(|part| places.contains(part))
    }

    /// What is available, with what it makes up together.
    fn with_together(&self, available: &[bool]) -> Vec<bool> {
        let is_available = |place: &usize| available.get(*place).copied().unwrap_or_default();
        let together = self.together.iter().map(|parts| parts.iter().all(is_available));
        available.iter().copied().chain(together).collect()
    }

    /// What counts with what is available.
    pub async fn with(&self, available: &[bool], pause: &impl AsyncFn()) -> PlannedGoal {
        let available = self.with_together(available);
        let counted = self.counted().only(&available).solve(&Work::new(), pause).await;
        let possible = self.possible().only(&available).solve(&Work::new(), pause).await;
        let complete = if counted.complete {
            Some(true)
        } else {
            let granted = self.granted().only(&available);
            granted.can_be_complete(&Work::new(), pause).await.filter(|can_be| !can_be)
        };
        PlannedGoal {
            key: self.resolved.goal.as_ref().map(|goal| goal.key.clone()),
            title: self.resolved.title.clone(),
            complete,
            credits: Sum::within(self.resolved.size, counted.credits, possible.credits),
        }
    }
}
