//! What is not certain about an edition: derived from the form of its days and from its source, beside what
//! its page says itself.

use super::checks::Context;
use super::page::{Edition, Rule, Rules, Standing};
use super::source_day::{Basis, SourceDay};
use super::words::plain_day;
use crate::domain::language::Language;
use crate::domain::regime::Regime;

impl Rules {
    /// What is not certain about the days and texts of a regime, if anything.
    pub fn caution_of(&self, regime: &Regime, language: Language) -> Option<String> {
        let caution = self.sentence(&format!("caution_{}", regime.id), language, &[]);
        Some(caution).filter(|caution| !caution.is_empty())
    }

    /// What is not certain about an edition on a case's day.
    pub(super) fn caution(&self, page: &Rule, edition: &Edition, context: Context) -> Option<String> {
        let mut cautions = Vec::new();
        let say = |name: &str, values: &[(&str, &str)]| self.sentence(name, context.language, values);
        let words = page.words_in(context.language);
        cautions.extend(words.and_then(|words| words.doubt.get(&edition.clause)).cloned());
        for (day, stated, inferred) in
            [(edition.from, "unsure_start", "inferred_start"), (edition.to, "unsure_end", "inferred_end")]
        {
            let Some(day) = day.filter(|day| self.is_near(*day, context)) else { continue };
            let shown = plain_day(day);
            let name = match (day.basis, day.is_a_day()) {
                (Basis::Inferred, _) => inferred,
                (Basis::Seen, true) => "only_seen",
                (Basis::Seen, false) => "only_seen_in",
                (Basis::Proposed, true) => "only_proposed",
                (Basis::Proposed, false) => "only_proposed_in",
                (Basis::Stated, _) => stated,
            };
            cautions.push(say(name, &[("day", &shown)]));
        }
        if let Some(source) = self.source(&edition.source) {
            if source.standing == Standing::Unverified {
                cautions.push(say("unverified", &[]));
            } else if source.secondary {
                cautions.push(say("secondary", &[]));
            }
            if source.replaced.is_some_and(|day| day.first() <= context.on) {
                cautions.push(say("carried_forward", &[]));
            }
        }
        (!cautions.is_empty()).then(|| cautions.join(" "))
    }

    /// Whether a day that is not known to the day bears on the case: the case's day lies in the same year or
    /// month, or in the month of an inferred day. What was only seen or proposed always bears.
    fn is_near(&self, day: SourceDay, context: Context) -> bool {
        match day.basis {
            Basis::Seen | Basis::Proposed => true,
            Basis::Inferred => {
                let month = |day: time::Date| (day.year(), day.month());
                month(day.first()) == month(context.on)
            }
            Basis::Stated => !day.is_a_day() && (day.first()..=day.last()).contains(&context.on),
        }
    }
}
