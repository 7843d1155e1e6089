//! When the steps of a way are done, and what ends or is due for review before.

use super::offers::Offer;
use super::ways::{Planner, Searched};
use super::{MOST_HOURS_A_WEEK, Step};
use crate::domain::day::{Day, after_weeks, spelled, weeks_before, whole_weeks};
use crate::domain::language::Language;
use crate::domain::pathways::{Reason, Remark};
use crate::domain::rulebook::{RULES, SourceDay};
use std::collections::BTreeSet;

impl Planner<'_> {
    /// Adds to steps in their order what comes too late and what is due for review; gives the last day to begin for
    /// none to come too late, where any count for what ends.
    pub fn add_dates(&self, searched: &Searched<'_>, steps: &mut [(usize, Step)]) -> Option<Day> {
        let mut taken: Vec<&Offer> = Vec::new();
        let mut spent = Some(0_u32);
        let mut begin_by: Option<Day> = None;
        let last = steps.len().saturating_sub(1);
        for (place, (at, step)) in steps.iter_mut().enumerate() {
            let offer = searched.offers.get(*at).copied();
            taken.extend(offer);
            let hours = offer.and_then(|offer| self.hours(offer));
            spent = spent.zip(hours).map(|(spent, hours)| spent.saturating_add(hours));
            let weeks = spent.and_then(|spent| self.weeks(spent));
            if let Some(done) = self.day_after(weeks) {
                let too_late = self.too_late(step, done, &taken);
                let reviews = self.reviews_before(step, done, place == last);
                step.cautions.extend(too_late.into_iter().chain(reviews));
            }
            let latest = step.until.zip(weeks).and_then(|(until, weeks)| weeks_before(until, weeks));
            begin_by = [begin_by, latest].into_iter().flatten().min();
        }
        begin_by.filter(|day| self.asked.on.is_none_or(|on| on <= *day))
    }

    /// That what a step counts for ends before it is done, and at what pace it would not. `taken` is what is taken till
    /// then.
    fn too_late(&self, step: &Step, done: Day, taken: &[&Offer]) -> Option<Remark> {
        let until = step.until.filter(|until| done > *until)?;
        let left = whole_weeks(self.asked.on?, until)?;
        let hours = |pace| taken.iter().map(|step| step.hours(pace)).sum::<Option<u32>>();
        let in_time = (1..=MOST_HOURS_A_WEEK)
            .find(|pace| hours(*pace).is_some_and(|hours| hours <= left.saturating_mul(*pace)));
        let way_out = in_time.map_or_else(
            || format!("even at {MOST_HOURS_A_WEEK} hours a week"),
            |hours| format!("unless you study at least {hours} hours a week"),
        );
        let title = step.title.as_deref().unwrap_or_else(|| step.what.key());
        let (until, done) = (spelled(until), spelled(done));
        let about =
            format!("{title} counts here until {until}. You finish it on {done}, too late, {way_out}");
        Some(Remark::new(Reason::TooLate, &about))
    }

    /// What is due for review before a step is done. What the goals ask for has to last till the last of them is.
    fn reviews_before(&self, step: &Step, done: Day, is_last: bool) -> Vec<Remark> {
        let goals = self.goals.iter().filter_map(|goal| goal.resolved.goal.as_ref());
        let goals = goals.filter(|_| is_last).map(|goal| goal.key.as_str());
        let reviewed: BTreeSet<&str> = goals.chain([step.what.key()]).collect();
        reviewed.into_iter().filter_map(|key| self.review_before(key, done)).collect()
    }

    /// That something is due for review from the day of the question to another.
    fn review_before(&self, key: &str, done: Day) -> Option<Remark> {
        let credential = self.register.credential(key).and_then(|listed| listed.review.as_deref());
        let qualification = || self.register.qualification(key)?.review.as_deref();
        let due = SourceDay::parse(credential.or_else(qualification)?)?;
        let is_between = self.asked.on? <= due.last() && due.first() <= done;
        let title = self.register.title(key).unwrap_or(key);
        let (due, done) = (RULES.day(due, Language::ENGLISH), spelled(done));
        let about = format!("{title} is due for review in {due}; at this pace you finish on {done}");
        is_between.then(|| Remark::new(Reason::ReviewBefore, &about))
    }

    /// The day on which so many weeks end.
    pub fn day_after(&self, weeks: Option<u32>) -> Option<Day> {
        after_weeks(self.asked.on?, weeks?)
    }
}
