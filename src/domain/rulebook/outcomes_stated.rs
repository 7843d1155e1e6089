//! LIST-14.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::{fold, quoted, shortened};

requirement! {
    /// The draft states what a learner knows and can do on achievement, so that it can be seen.
    ///
    /// The listing rules ask for knowledge, skills and attributes that the learner can demonstrate.
    /// At least one outcome is stated. An outcome that begins with a verb such as “understand” or
    /// “know” is pointed out, since nobody can watch it done; the rules do not forbid such verbs,
    /// so a person judges.
    ///
    /// Only English verbs are looked for. Outcomes in te reo Māori are taken as they are.
    "outcomes-stated" reads ["outcomes"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-14",
        says: "The statement of purpose and outcome gives the knowledge, skills and attributes that the learner can demonstrate on achievement.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.1(d)(iii)"),
    },
    parameters: (),
}];

/// What outcomes often start with before the verb.
const OPENINGS: &[&str] =
    &["the", "a", "learner", "learners", "student", "students", "will", "can", "should", "be able", "to"];
/// Verbs of what goes on in a mind, in the forms that outcomes begin with.
const UNSEEN: &[&str] = &[
    "understand",
    "understands",
    "know",
    "knows",
    "appreciate",
    "appreciates",
    "be aware",
    "is aware",
    "are aware",
    "learn",
    "learns",
    "be familiar",
    "is familiar",
    "are familiar",
    "become aware",
    "become familiar",
];

enum Reason {
    Gap(Gap),
    Unseen(Vec<String>),
    Stated(usize),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    if let Err(gap) = case.application.outcomes.stated() {
        return Outcome::Missing(Reason::Gap(gap));
    }
    let unseen: Vec<String> = case
        .application
        .stated_outcomes()
        .filter(|outcome| begins_unseen(&outcome.text))
        .map(|outcome| shortened(&outcome.text, 60))
        .collect();
    match case.application.stated_outcomes().count() {
        0 => Outcome::Missing(Reason::Gap(Gap::NotStated)),
        _ if !unseen.is_empty() => Outcome::Judgement(Reason::Unseen(unseen)),
        count => Outcome::Met(Reason::Stated(count)),
    }
}

fn begins_unseen(outcome: &str) -> bool {
    let folded = fold(outcome);
    let mut rest = folded.as_str();
    while let Some(shorter) = OPENINGS.iter().find_map(|opening| after(rest, opening)) {
        rest = shorter;
    }
    UNSEEN.iter().any(|verb| after(rest, verb).is_some())
}

/// What comes after a word or phrase at the front of a text.
fn after<'a>(text: &'a str, front: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(front)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "What the learner can demonstrate",
            "The listing gives the knowledge, skills and attributes that the learner can demonstrate on achievement.",
            "Enter at least one learning outcome.",
        ),
        Reason::Unseen(outcomes) => Words::fault(
            format!("A verb that cannot be seen done begins {}.", quoted(outcomes)),
            "The outcomes are what a learner can demonstrate, and a verb of the mind shows nothing by itself.",
            "Begin with a verb that can be seen done, such as apply, plan or explain, or be ready to say how it is shown.",
        ),
        Reason::Stated(1) => Words::fine("One outcome is stated, and it begins with no verb such as “understand”."),
        Reason::Stated(count) => {
            Words::fine(format!("{count} outcomes are stated, and none begins with a verb such as “understand”."))
        }
    }
}
