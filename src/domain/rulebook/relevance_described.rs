//! LIST-13.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::Language;
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::{listed, quoted};
use crate::domain::vocabulary::lists::RELEVANCE_GROUP;

requirement! {
    /// The draft describes to whom the micro-credential is relevant, and how.
    ///
    /// The listing rules name the groups: students, whānau, hapū, iwi, hapori Māori, industry,
    /// employers, professions or community groups, as appropriate. At least one is named with a
    /// text; a group that is named needs its text too.
    ///
    /// A program sees that a text is there. Whether it describes the relevance well, a person judges.
    "relevance-described" reads ["purpose.relevance"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-13",
        says: "The statement of purpose and outcome describes the relevance to at least one group, from students and whānau to industry and community groups.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.1(d)(ii)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    Unfinished(Vec<String>),
    OtherGroups(Vec<String>),
    Described(Vec<String>),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let groups = match case.application.relevance.stated() {
        Ok(groups) => groups,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    let (mut in_list, mut others, mut unfinished) = (Vec::new(), Vec::new(), Vec::new());
    for (number, entry) in (1..).zip(groups) {
        let group = entry.group.given().map(|group| (group, label(group)));
        match (group, entry.text.given()) {
            (None, None) => {}
            (None, Some(_)) => unfinished.push(format!("entry {number} names no group")),
            (Some((group, label)), None) => {
                unfinished.push(format!("{} has no text", label.unwrap_or(group)));
            }
            (Some((_, Some(label))), Some(_)) => in_list.push(label.to_owned()),
            (Some((group, None)), Some(_)) => others.push(group.clone()),
        }
    }
    if !unfinished.is_empty() {
        Outcome::Missing(Reason::Unfinished(unfinished))
    } else if !in_list.is_empty() {
        Outcome::Met(Reason::Described(in_list))
    } else if !others.is_empty() {
        Outcome::Judgement(Reason::OtherGroups(others))
    } else {
        Outcome::Missing(Reason::Gap(Gap::NotStated))
    }
}

/// What the screen calls a group, where it is one that the rule names.
fn label(group: &str) -> Option<&'static str> {
    RELEVANCE_GROUP.named(group).map(|choice| choice.label(Language::ENGLISH))
}

fn words(reason: &Reason) -> Words {
    const WHY: &str = "The statement of purpose and outcome describes the relevance to students, whānau, hapū, iwi, hapori Māori, industry, employers, professions or community groups, as appropriate.";
    match reason {
        Reason::Gap(gap) => {
            gap.words("The relevance", WHY, "Name at least one group, and write how this is relevant to it.")
        }
        Reason::Unfinished(entries) => Words::fault(
            format!("The description of the relevance is not finished: {}.", listed(entries)),
            WHY,
            "Complete the entry, or take it out.",
        ),
        Reason::OtherGroups(groups) => Words::fault(
            format!("The relevance is described for {} only, which the rule does not name.", quoted(groups)),
            WHY,
            "Choose the group of the rule that is meant, or be ready to say why this one counts.",
        ),
        Reason::Described(groups) => {
            Words::fine(format!("The relevance is described for: {}. How well, people judge.", listed(groups)))
        }
    }
}
