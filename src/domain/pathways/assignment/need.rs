//! How the leaves make up the whole, and what follows from it for their sums.

use super::{Demand, Instance};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How leaves make up the whole.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::domain::pathways) enum Need {
    Leaf(usize),
    /// All of these.
    All(Vec<Need>),
    /// So many of these; only they count.
    Some(usize, Vec<Need>),
    /// The same, of which no more than so many credits count.
    AtMost(u32, Box<Need>),
}

/// What leaves count for, the least and the most.
pub(super) type Range = (u32, u32);
/// Sums, and how much of each leaf makes them up.
pub(super) type Totals = BTreeMap<u32, Vec<(usize, u32)>>;

impl Need {
    /// The most that counts where leaf `j` counts for `of(j)`.
    pub fn worth(&self, of: &impl Fn(usize) -> u32) -> u32 {
        match self {
            Self::Leaf(leaf) => of(*leaf),
            Self::All(needs) => needs.iter().map(|need| need.worth(of)).sum(),
            Self::Some(number, needs) => {
                let mut worths: Vec<u32> = needs.iter().map(|need| need.worth(of)).collect();
                worths.sort_unstable_by_key(|worth| Reverse(*worth));
                worths.iter().take(*number).sum()
            }
            Self::AtMost(most, need) => need.worth(of).min(*most),
        }
    }

    /// The same with other caps.
    pub fn with_caps(&self, cap: &impl Fn(u32) -> u32) -> Self {
        let all = |needs: &[Self]| needs.iter().map(|need| need.with_caps(cap)).collect();
        match self {
            Self::Leaf(leaf) => Self::Leaf(*leaf),
            Self::All(needs) => Self::All(all(needs)),
            Self::Some(number, needs) => Self::Some(*number, all(needs)),
            Self::AtMost(most, need) => Self::AtMost(cap(*most), Box::new(need.with_caps(cap))),
        }
    }

    /// The least that is lacking where leaf `j` lacks `of(j)`; nothing where some leaf that is needed can
    /// never be filled.
    pub fn lacks(&self, of: &impl Fn(usize) -> Option<u32>) -> Option<u32> {
        match self {
            Self::Leaf(leaf) => of(*leaf),
            Self::All(needs) => needs.iter().map(|need| need.lacks(of)).sum(),
            Self::Some(number, needs) => {
                let mut lacking: Vec<u32> = needs.iter().filter_map(|need| need.lacks(of)).collect();
                lacking.sort_unstable();
                (lacking.len() >= *number).then(|| lacking.iter().take(*number).sum())
            }
            Self::AtMost(_, need) => need.lacks(of),
        }
    }

    /// The sums with which it can be complete: the largest alone, or all up to a limit. `of(j)` is what leaf
    /// `j` counts for, where it is filled.
    pub fn totals(&self, limit: Option<u32>, of: &impl Fn(usize) -> Option<Range>) -> Totals {
        let none = || Totals::from([(0, Vec::new())]);
        let mut totals = match self {
            Self::Leaf(leaf) => {
                let (least, most) = of(*leaf).unwrap_or((1, 0));
                let least = if limit.is_none() { most.max(least) } else { least };
                (least..=most).map(|credits| (credits, vec![(*leaf, credits)])).collect()
            }
            Self::All(needs) => {
                needs.iter().fold(none(), |sums, need| added(&sums, &need.totals(limit, of), limit))
            }
            Self::Some(number, needs) => {
                // The sums of so many of those that were looked at.
                let mut by_number = vec![none()];
                for need in needs {
                    let totals = need.totals(limit, of);
                    let more: Vec<Totals> =
                        by_number.iter().map(|sums| added(sums, &totals, limit)).collect();
                    by_number.push(Totals::new());
                    for (sums, more) in by_number.iter_mut().skip(1).zip(more) {
                        more.into_iter().for_each(|(sum, leaves)| {
                            sums.entry(sum).or_insert(leaves);
                        });
                    }
                    by_number.truncate(number + 1);
                }
                by_number.into_iter().nth(*number).unwrap_or_default()
            }
            Self::AtMost(most, need) => need.totals(Some(limit.map_or(*most, |limit| limit.min(*most))), of),
        };
        match limit {
            Some(limit) => totals.retain(|sum, _| *sum <= limit),
            None => totals = totals.pop_last().into_iter().collect(),
        }
        totals
    }

    /// Shares out what counts, where leaf `j` could count for `of(j)` and no more than `left` does.
    pub fn share_out(&self, left: u32, of: &impl Fn(usize) -> u32, counted: &mut [u32]) -> u32 {
        match self {
            Self::Leaf(leaf) => {
                let credits = of(*leaf).min(left);
                counted.get_mut(*leaf).into_iter().for_each(|counted| *counted = credits);
                credits
            }
            Self::All(needs) => {
                needs.iter().fold(0, |used, need| used + need.share_out(left - used, of, counted))
            }
            Self::Some(number, needs) => {
                let mut best: Vec<&Need> = needs.iter().collect();
                best.sort_by_key(|need| Reverse(need.worth(of)));
                let best = best.into_iter().take(*number);
                best.fold(0, |used, need| used + need.share_out(left - used, of, counted))
            }
            Self::AtMost(most, need) => need.share_out(left.min(*most), of, counted),
        }
    }

    /// The same for each choice of what some parts are taken from; nothing where there are too many.
    pub fn choices(&self) -> Option<Vec<Self>> {
        const MOST: usize = 64;
        let all = |needs: &[Self]| {
            needs.iter().try_fold(vec![Vec::new()], |made: Vec<Vec<Self>>, need| {
                let choices = need.choices()?;
                let made = made.iter().flat_map(|made| {
                    choices.iter().map(|choice| made.iter().chain([choice]).cloned().collect())
                });
                let made: Vec<Vec<Self>> = made.collect();
                (made.len() <= MOST).then_some(made)
            })
        };
        match self {
            Self::Leaf(_) => Some(vec![self.clone()]),
            Self::All(needs) => Some(all(needs)?.into_iter().map(Self::All).collect()),
            Self::AtMost(most, need) => {
                let needs = need.choices()?.into_iter();
                Some(needs.map(|need| Self::AtMost(*most, Box::new(need))).collect())
            }
            Self::Some(number, needs) => {
                let mut made = Vec::new();
                for chosen in combinations(needs.len(), *number, MOST)? {
                    let chosen: Vec<Self> = chosen.iter().filter_map(|at| needs.get(*at)).cloned().collect();
                    made.extend(all(&chosen)?.into_iter().map(Self::All));
                }
                // Too few parts can never be complete, and count for what they have.
                if made.is_empty() { None } else { (made.len() <= MOST).then_some(made) }
            }
        }
    }

    /// Those of its leaves that have to be filled in any case.
    pub fn for_each_required_leaf(&self, look: &mut impl FnMut(usize)) {
        match self {
            Self::Leaf(leaf) => look(*leaf),
            Self::All(needs) => needs.iter().for_each(|need| need.for_each_required_leaf(look)),
            Self::Some(number, needs) if *number >= needs.len() => {
                needs.iter().for_each(|need| need.for_each_required_leaf(look));
            }
            Self::Some(..) => {}
            Self::AtMost(_, need) => need.for_each_required_leaf(look),
        }
    }

    /// The same without what is not needed.
    pub fn needed_by(&self, instance: &Instance) -> Self {
        let all = |needs: &[Self]| needs.iter().map(|need| need.needed_by(instance)).collect();
        match self {
            Self::Leaf(leaf) if matches!(instance.demand(*leaf), Demand::UpTo(_)) => Self::All(Vec::new()),
            Self::Leaf(leaf) => Self::Leaf(*leaf),
            Self::All(needs) => Self::All(all(needs)),
            Self::Some(number, needs) => Self::Some(*number, all(needs)),
            Self::AtMost(most, need) => Self::AtMost(*most, Box::new(need.needed_by(instance))),
        }
    }

    pub fn for_each_leaf(&self, look: &mut impl FnMut(usize)) {
        match self {
            Self::Leaf(leaf) => look(*leaf),
            Self::All(needs) | Self::Some(_, needs) => needs.iter().for_each(|need| need.for_each_leaf(look)),
            Self::AtMost(_, need) => need.for_each_leaf(look),
        }
    }

    /// Whether it is a plain sum of all its leaves.
    pub fn is_sum(&self) -> bool {
        match self {
            Self::Leaf(_) => true,
            Self::All(needs) => needs.iter().all(Self::is_sum),
            Self::Some(..) | Self::AtMost(..) => false,
        }
    }

    /// The same where a leaf has to count; whether it is one of its leaves.
    pub fn through(&self, leaf: usize) -> (Self, bool) {
        match self {
            Self::Leaf(own) => (self.clone(), *own == leaf),
            Self::AtMost(most, need) => {
                let (need, has_leaf) = need.through(leaf);
                (Self::AtMost(*most, Box::new(need)), has_leaf)
            }
            Self::All(needs) => {
                let (needs, has): (Vec<Self>, Vec<bool>) =
                    needs.iter().map(|need| need.through(leaf)).unzip();
                (Self::All(needs), has.contains(&true))
            }
            Self::Some(number, needs) => {
                let mut others = needs.clone();
                let Some(at) = needs.iter().position(|need| need.through(leaf).1) else {
                    return (self.clone(), false);
                };
                let chosen = others.remove(at).through(leaf).0;
                (Self::All(vec![chosen, Self::Some(number.saturating_sub(1), others)]), true)
            }
        }
    }
}

/// The ways to choose so many of `from`; nothing where there are more than `most`.
fn combinations(from: usize, number: usize, most: usize) -> Option<Vec<Vec<usize>>> {
    let mut made: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..number {
        let longer = made.iter().flat_map(|chosen| {
            let first = chosen.last().map_or(0, |last| last + 1);
            (first..from).map(|next| chosen.iter().copied().chain([next]).collect())
        });
        made = longer.collect();
        if made.len() > most {
            return None;
        }
    }
    Some(made)
}

fn added(sums: &Totals, more: &Totals, limit: Option<u32>) -> Totals {
    let mut all = Totals::new();
    for (sum, leaves) in sums {
        for (other, other_leaves) in more {
            if limit.is_none_or(|limit| sum + other <= limit) {
                all.entry(sum + other).or_insert_with(|| [leaves.as_slice(), other_leaves].concat());
            }
        }
    }
    all
}
