//! Plans that have to be in time, beside an oracle that tries every set of steps, everything that each may count for
//! and every order to take them in, on small goals made up at random. It shares no code with the planner.

#![expect(clippy::indexing_slicing, reason = "a test that fails should stop")]

use super::audit_oracle::Random;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use waymark::domain::pathways::{Asked, Plan, Way, plan};
use waymark::domain::register::Register;

/// A Friday, from which weeks are counted.
const ON: &str = "2026-11-27";
/// With ten hours a week a credit takes a week.
const HOURS_A_WEEK: u16 = 10;

/// Micro-credentials by their credits, and one goal or two.
#[derive(Debug)]
struct Case {
    credits: Vec<u32>,
    goals: Vec<Goal>,
}

/// Parts that are all needed; of the leaves of each, one is.
type Goal = Vec<Vec<Leaf>>;

/// Credits from some micro-credentials, and the weeks after which it ends.
#[derive(Debug)]
struct Leaf {
    needed: u32,
    from: Vec<usize>,
    ends: Option<u32>,
}

/// The weeks after which each of some steps is of no use; none where what it counts for lasts.
type Ends = Vec<Option<u32>>;

/// The credits of some steps, and how many they are.
type Cost = (u32, usize);

impl Case {
    fn of(seed: u64) -> Self {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let credits: Vec<u32> = (0..4 + random.below(2)).map(|_| [5, 10, 15][random.below(3)]).collect();
        let leaf = |random: &mut Random| {
            let mut from: Vec<usize> = (0..credits.len()).filter(|_| random.chance(50)).collect();
            if from.is_empty() {
                from.push(random.below(credits.len()));
            }
            let ends = random.chance(60).then(|| [5, 11, 15, 25][random.below(4)]);
            Leaf { needed: [5, 10, 15][random.below(3)], from, ends }
        };
        let goal = |random: &mut Random, parts: usize| -> Goal {
            (0..parts).map(|_| (0..1 + random.below(2)).map(|_| leaf(random)).collect()).collect()
        };
        let goals = if random.chance(25) {
            vec![goal(&mut random, 1), goal(&mut random, 1)]
        } else {
            let parts = 2 + random.below(2);
            vec![goal(&mut random, parts)]
        };
        Self { credits, goals }
    }

    fn plan(&self) -> Plan {
        let credentials = self.credits.iter().enumerate().map(|(index, credits)| {
            json!({ "key": key(index), "title": key(index), "credits": credits, "source": "synthetic" })
        });
        let text = json!({ "format": "waymark.register/1", "as_at": "synthetic",
                           "credentials": Value::from_iter(credentials) });
        let register = Register::read(&text.to_string()).unwrap();
        let leaf = |leaf: &Leaf| {
            let from: Vec<String> = leaf.from.iter().map(|index| key(*index)).collect();
            let mut asks = json!({ "credits": leaf.needed, "from": { "credentials": from } });
            if let Some(weeks) = leaf.ends {
                let day = time::Date::from_calendar_date(2026, time::Month::November, 27).unwrap();
                let ends = day + time::Duration::weeks(weeks.into());
                asks["valid_to"] = json!(ends.to_string());
            }
            asks
        };
        let goals = self.goals.iter().map(|parts| {
            let parts = parts
                .iter()
                .map(|leaves| json!({ "some": 1, "of": leaves.iter().map(leaf).collect::<Vec<Value>>() }));
            json!({ "format": "waymark.goal/1", "requirements": { "all": Value::from_iter(parts) } })
        });
        let question = json!({ "goals": Value::from_iter(goals), "on": ON, "hours_a_week": HOURS_A_WEEK });
        let asked = Asked::read(&question.to_string()).unwrap();
        assert_eq!(asked.problems, []);
        plan(&register, &asked)
    }

    /// What sets of steps cost that fill everything, in time or not, and that no other beats.
    fn costs(&self, is_in_time: bool) -> BTreeSet<Cost> {
        let mut costs = BTreeSet::new();
        for set in 0..1_usize << self.credits.len() {
            let steps: Vec<usize> = (0..self.credits.len()).filter(|step| set & (1 << step) != 0).collect();
            if self.can_be_filled(&steps, is_in_time) {
                costs.insert((steps.iter().map(|step| self.credits[*step]).sum(), steps.len()));
            }
        }
        let is_beaten =
            |own: &Cost| costs.iter().any(|other| other != own && other.0 <= own.0 && other.1 <= own.1);
        costs.iter().filter(|cost| !is_beaten(cost)).copied().collect()
    }

    fn can_be_filled(&self, steps: &[usize], is_in_time: bool) -> bool {
        let mut together: BTreeSet<Ends> = BTreeSet::from([vec![None; steps.len()]]);
        for goal in &self.goals {
            let own = self.fillings(goal, steps);
            let both =
                |(one, other): (&Option<u32>, &Option<u32>)| [*one, *other].into_iter().flatten().min();
            together = together
                .iter()
                .flat_map(|ends| own.iter().map(|own| ends.iter().zip(own).map(both).collect()))
                .collect();
        }
        together.iter().any(|ends| {
            let waiting: Vec<(usize, Option<u32>)> =
                steps.iter().copied().zip(ends.iter().copied()).collect();
            !is_in_time || self.has_an_order_in_time(&waiting, 0)
        })
    }

    /// All ways in which steps fill a goal.
    fn fillings(&self, goal: &Goal, steps: &[usize]) -> BTreeSet<Ends> {
        let leaves: Vec<&Leaf> = goal.iter().flatten().collect();
        let choices = (leaves.len() + 1).pow(u32::try_from(steps.len()).unwrap());
        let mut fillings = BTreeSet::new();
        for choice in 0..choices {
            let mut rest = choice;
            let placed: Vec<(usize, Option<&Leaf>)> = steps
                .iter()
                .map(|step| {
                    let leaf = leaves.get(rest % (leaves.len() + 1)).copied();
                    rest /= leaves.len() + 1;
                    (*step, leaf)
                })
                .collect();
            let is_filled = |leaf: &Leaf| {
                let here = placed.iter().filter(|(_, at)| at.is_some_and(|at| std::ptr::eq(at, leaf)));
                here.map(|(step, _)| self.credits[*step]).sum::<u32>() >= leaf.needed
            };
            let fits =
                |(step, leaf): &(usize, Option<&Leaf>)| leaf.is_none_or(|leaf| leaf.from.contains(step));
            if placed.iter().all(fits) && goal.iter().all(|part| part.iter().any(is_filled)) {
                fillings.insert(placed.iter().map(|(_, leaf)| leaf.and_then(|leaf| leaf.ends)).collect());
            }
        }
        fillings
    }

    /// Whether some steps can be taken in an order in which each is done before what it counts for ends.
    fn has_an_order_in_time(&self, waiting: &[(usize, Option<u32>)], spent: u32) -> bool {
        waiting.is_empty()
            || (0..waiting.len()).any(|next| {
                let (step, ends) = waiting[next];
                let spent = spent + self.credits[step];
                let rest = [&waiting[..next], &waiting[next + 1..]].concat();
                ends.is_none_or(|ends| spent <= ends) && self.has_an_order_in_time(&rest, spent)
            })
    }
}

fn key(index: usize) -> String {
    format!("c{index}")
}

fn cost(way: &Way) -> Cost {
    (way.credits.unwrap().0.into(), way.awards)
}

fn is_late(way: &Way) -> bool {
    way.too_late().is_some()
}

#[test]
fn no_way_that_is_in_time_is_better_and_only_without_one_are_there_ways_that_are_late() {
    let (mut in_time, mut dearer, mut late, mut none) = (0, 0, 0, 0);
    for seed in 1..=1_000 {
        let case = Case::of(seed);
        let plan = case.plan();
        let about = || format!("seed {seed}: {case:?}");
        let (best, any) = (case.costs(true), case.costs(false));
        assert!(plan.optimal, "{}", about());
        let found: BTreeSet<Cost> = plan.plans.iter().map(cost).collect();
        if !best.is_empty() {
            assert_eq!(found, best, "{}", about());
            assert!(!plan.plans.iter().any(is_late), "{}", about());
            in_time += 1;
            dearer += usize::from(best != any);
        } else {
            assert_eq!(found, any, "{}", about());
            assert!(plan.plans.iter().all(is_late), "{}", about());
            if any.is_empty() { none += 1 } else { late += 1 }
        }
    }
    assert!(in_time > 100 && dearer > 20 && late > 20 && none > 100, "{in_time} {dearer} {late} {none}");
}
