//! Plans beside an oracle that tries every set of steps, on small goals made up at random; whether a set fills a goal
//! is asked of the oracle of the audit, which shares no code with either solver.

#![expect(clippy::indexing_slicing, reason = "a test that fails should stop")]

use super::audit_oracle::{Case, cases, credential_key, standard_id};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use waymark::domain::pathways::{Asked, Plan, Preference, plan};
use waymark::domain::register::Register;

/// Steps, and what they cost: credits, and how many they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Set {
    credits: u32,
    awards: u32,
    steps: BTreeSet<String>,
}

impl Case {
    fn plan(&self, prefer: Preference) -> Plan {
        let register = Register::read(&self.register().to_string()).unwrap();
        let mut question = self.question();
        question.as_object_mut().unwrap().insert("prefer".to_owned(), json!(prefer));
        let asked = Asked::read(&question.to_string()).unwrap();
        assert_eq!(asked.problems, []);
        plan(&register, &asked)
    }

    /// Every set of steps that fills the goal.
    fn sets(&self) -> Vec<Set> {
        let free = |number: usize, held: &[usize]| -> Vec<usize> {
            (0..number).filter(|each| !held.contains(each)).collect()
        };
        let standards = free(self.standards.len(), &self.held_standards);
        let credentials = free(self.credentials.len(), &self.held_credentials);
        let held: BTreeSet<usize> = {
            let inside =
                self.held_credentials.iter().flat_map(|each| self.credentials[*each].standards.clone());
            self.held_standards.iter().copied().chain(inside).collect()
        };
        let mut sets = Vec::new();
        for chosen in 0..1_usize << (standards.len() + credentials.len()) {
            let is_chosen = |index: usize| chosen & (1 << index) != 0;
            let pick = |from: &[usize], first: usize| -> Vec<usize> {
                from.iter()
                    .enumerate()
                    .filter(|(index, _)| is_chosen(first + index))
                    .map(|(_, each)| *each)
                    .collect()
            };
            let (own, wrapped) = (pick(&standards, 0), pick(&credentials, standards.len()));
            if self.is_complete(
                &[own.as_slice(), &self.held_standards].concat(),
                &[wrapped.as_slice(), &self.held_credentials].concat(),
            ) {
                // What is inside a credential and held already is not done again.
                let left = |each: &usize| {
                    let credential = &self.credentials[*each];
                    let done = credential.standards.iter().filter(|standard| held.contains(standard));
                    credential.credits - done.map(|standard| self.standards[*standard].credits).sum::<u32>()
                };
                let credits = own.iter().map(|each| self.standards[*each].credits).sum::<u32>()
                    + wrapped.iter().map(left).sum::<u32>();
                let steps: BTreeSet<String> = own
                    .iter()
                    .map(|each| standard_id(*each))
                    .chain(wrapped.iter().map(|each| credential_key(*each)))
                    .collect();
                sets.push(Set { credits, awards: u32::try_from(steps.len()).unwrap(), steps });
            }
        }
        sets
    }
}

fn costs(sets: &[Set]) -> BTreeSet<(u32, u32)> {
    let costs: BTreeSet<(u32, u32)> = sets.iter().map(|set| (set.credits, set.awards)).collect();
    let is_beaten =
        |own: &(u32, u32)| costs.iter().any(|other| other != own && other.0 <= own.0 && other.1 <= own.1);
    costs.iter().filter(|cost| !is_beaten(cost)).copied().collect()
}

#[test]
fn no_set_of_steps_is_better() {
    let (mut reached, mut out_of_reach, mut several) = (0, 0, 0);
    // Each once as it is, and once for somebody who holds nothing.
    let with_nothing = |(seed, case): (u64, Case)| [(seed, case.with_nothing_held()), (seed, case)];
    let cases = cases(800).filter(|(_, case)| !case.takes_any_standard()).flat_map(with_nothing);
    for (seed, case) in cases {
        let sets = case.sets();
        let best = costs(&sets);
        for prefer in [Preference::Credits, Preference::Awards] {
            let plan = case.plan(prefer);
            let about = || format!("seed {seed}, {prefer:?}: {} {}", case.register(), case.question());
            assert!(plan.optimal, "{}", about());
            let found: Vec<Set> = plan
                .plans
                .iter()
                .map(|way| Set {
                    credits: u32::from(way.credits.unwrap().0),
                    awards: u32::try_from(way.awards).unwrap(),
                    steps: way.steps.iter().map(|step| step.what.key().to_owned()).collect(),
                })
                .collect();
            for set in &found {
                assert!(sets.contains(set), "{set:?} fills nothing, or costs something else; {}", about());
            }
            assert_eq!(
                found.iter().map(|set| (set.credits, set.awards)).collect::<BTreeSet<_>>(),
                best,
                "{}",
                about()
            );
            let key = |set: &Set| match prefer {
                Preference::Awards => (set.awards, set.credits),
                _ => (set.credits, set.awards),
            };
            assert!(found.is_sorted_by_key(key), "{}", about());
            assert_eq!(plan.why_none.is_some(), sets.is_empty(), "{}", about());
        }
        if sets.is_empty() {
            out_of_reach += 1
        } else {
            reached += 1
        }
        several += usize::from(best.len() > 1);
    }
    assert!(reached > 100 && out_of_reach > 100 && several > 3, "{reached} {out_of_reach} {several}");
}

#[test]
fn a_plan_is_the_same_each_time() {
    for (seed, case) in cases(50) {
        let text = |plan: &Plan| serde_json::to_value(plan).unwrap();
        let (one, other): (Value, Value) =
            (text(&case.plan(Preference::Credits)), text(&case.plan(Preference::Credits)));
        assert_eq!(one, other, "seed {seed}");
    }
}
