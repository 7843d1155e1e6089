//! LIST-16.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::{listed, means_none};

requirement! {
    /// The draft states a cultural or employment pathway, or a contribution.
    ///
    /// Apart from the education pathway, the statement of purpose and outcome says where else the
    /// micro-credential leads: to work, to a part in a culture, or to something it gives to
    /// community, whānau, hapū, iwi or hapori Māori. One of the three is enough; “none” is none
    /// of them.
    "other-pathway-or-contribution" reads ["pathways.cultural", "pathways.employment", "contribution"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-16",
        says: "The statement of purpose and outcome gives a cultural or employment pathway, or a contribution to community, whānau, hapū, iwi or hapori Māori.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.1(d)(v)"),
    },
    parameters: (),
}];

enum Reason {
    NotUnderstood(Gap),
    NotStated,
    AllNone,
    Stated(Vec<&'static str>),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let draft = case.application;
    let entries = [
        ("a cultural pathway", draft.cultural_pathway.stated()),
        ("an employment pathway", draft.employment_pathway.stated()),
        ("a contribution", draft.contribution.stated()),
    ];
    let says = |entry: &Result<&String, Gap>| matches!(entry, Ok(text) if !means_none(text));
    let stated: Vec<&str> = entries.iter().filter(|(_, entry)| says(entry)).map(|(what, _)| *what).collect();
    if !stated.is_empty() {
        return Outcome::Met(Reason::Stated(stated));
    }
    if entries.iter().all(|(_, entry)| entry.is_ok()) {
        return Outcome::NotMet(Reason::AllNone);
    }
    let gaps = entries.into_iter().filter_map(|(_, entry)| entry.err());
    Outcome::Missing(
        gaps.into_iter().find(|gap| *gap != Gap::NotStated).map_or(Reason::NotStated, Reason::NotUnderstood),
    )
}

fn words(reason: &Reason) -> Words {
    const WHY: &str = "Besides the education pathway, one of these three belongs in the statement of purpose and outcome.";
    const REMEDY: &str = "Write where it leads in work or culture, or what it gives to community, whānau, hapū, iwi or hapori Māori; one is enough.";
    match reason {
        Reason::NotUnderstood(gap) => gap.words("The pathway or contribution", WHY, REMEDY),
        Reason::NotStated => Words::fault(
            "Neither a cultural nor an employment pathway is stated, nor a contribution.",
            WHY,
            REMEDY,
        ),
        Reason::AllNone => Words::fault(
            "The draft says “none” for the cultural pathway, the employment pathway and the contribution.",
            WHY,
            REMEDY,
        ),
        Reason::Stated(what) => Words::fine(format!("The draft states {}.", listed(what))),
    }
}
