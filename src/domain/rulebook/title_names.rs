//! LIST-03.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::{QUALITY_ASSURED, Route};
use crate::domain::text::{fold, has_phrase, listed};

requirement! {
    /// The title names no person, organisation or product without sound justification.
    ///
    /// A program knows few names: those of the applicant, the developer and the partner provider
    /// in the draft. The title is searched for each in full and for the part that sets it apart,
    /// “Stratcom” of “Stratcom Security”; words that many names share are passed over, by a list
    /// of Waymark’s own. The signs ® and ™ count as the name of a product.
    ///
    /// All other names are for a person to find. NZQA decides whether a justification is sound; for
    /// a university, Universities New Zealand does.
    "title-names" reads ["title", "title_justification", "applicant.name", "developer.name", "partner_provider"]
}

/// Words that do not set one organisation apart: kinds of organisation, places and subjects. They
/// are here because titles use them too; the list is Waymark’s own and will never be complete.
const SHARED: &str = "\
    academy aotearoa applied association auckland board business canterbury care central centre \
    christchurch college company construction consulting council digital dunedin eastern education \
    engineering group hamilton health hospitality incorporated industry institute international island \
    kura learning limited logistics ltd makaurau management manufacturing maori national new nga north \
    northern nz open otago otautahi pacific polytechnic provider safety school security services skills \
    solutions south southern southland tamaki taranaki technology trade trades training trust university \
    waikato wananga wellington western workforce workplace zealand";
/// Words that hold a name together and mean nothing at its ends.
const JOINING: &[&str] = &["a", "and", "at", "for", "in", "of", "o", "the"];

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-03",
        says: "The title names no person, organisation or product, unless there is sound justification.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.2(b)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    Unexplained(Vec<String>),
    Explained(Vec<String>, &'static str),
    NoneSeen(Vec<String>),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let draft = case.application;
    let title = match draft.title.stated() {
        Ok(title) => title,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    let mut names: Vec<&String> = Vec::new();
    for name in [&draft.applicant.name, &draft.developer, &draft.partner_provider] {
        names.extend(name.given().filter(|name| names.iter().all(|known| fold(known) != fold(name))));
    }
    let mut named: Vec<String> = names.iter().filter_map(|name| naming(title, name)).collect();
    let signs = ['®', '™'].into_iter().filter(|sign| title.contains(*sign));
    named.extend(signs.map(|sign| format!("a product (the sign {sign})")));
    if named.is_empty() {
        return Outcome::Judgement(Reason::NoneSeen(names.into_iter().cloned().collect()));
    }
    match draft.title_justification.given() {
        None => Outcome::NotMet(Reason::Unexplained(named)),
        Some(_) => Outcome::Judgement(Reason::Explained(named, judge(case.route))),
    }
}

/// How the title names an organisation, where it does: in full or by what sets it apart.
fn naming(title: &str, name: &str) -> Option<String> {
    if has_phrase(title, name) {
        return Some(name.to_owned());
    }
    let apart = set_apart(name).filter(|part| has_phrase(title, part))?;
    Some(format!("{name} (by “{apart}”)"))
}

/// The first run of words of a name that other names do not share, as words are compared.
fn set_apart(name: &str) -> Option<String> {
    let (name, shared) = (fold(name), fold(SHARED));
    let words: Vec<&str> = name.split(' ').collect();
    let joins = |word: &&str| JOINING.contains(word);
    words
        .split(|word| shared.split(' ').any(|shared| shared == *word))
        .map(|run| {
            let first = run.iter().position(|word| !joins(word)).unwrap_or(run.len());
            let last = run.iter().rposition(|word| !joins(word)).map_or(first, |last| last + 1);
            run.get(first..last).unwrap_or_default().join(" ")
        })
        .find(|run| run.chars().count() > 2)
}

fn judge(route: Route) -> &'static str {
    if route == Route::University { "Universities New Zealand" } else { "NZQA" }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The title",
            "Without it nobody can see whether it names a person, an organisation or a product.",
            "Enter the title as it is to be listed.",
        ),
        Reason::Unexplained(named) => Words::fault(
            format!("The title names {} and the draft gives no reason.", listed(named)),
            "The title of a micro-credential may name a person, an organisation or a product only with sound justification.",
            "Take the name out of the title, or write under the title why it has to be there, or that no name is meant.",
        ),
        Reason::Explained(named, judge) => Words::fault(
            format!("The title names {}, and whether the reason for it is sound is open.", listed(named)),
            format!("The draft gives a reason, and {judge} must be satisfied that it is sound."),
            "Check that the reason shows why the title does not work without the name.",
        ),
        Reason::NoneSeen(compared) => Words::fault(
            "Whether the title names a person, a product or another organisation is not known here.",
            match compared.as_slice() {
                [] => "The draft names no applicant, developer or partner, so the title was searched for the signs ® and ™ only.".to_owned(),
                names => format!("It was compared with {}, and searched for the signs ® and ™; other names a program does not know.", listed(names)),
            },
            "Read the title for names, and give the reason for any that has to stay.",
        ),
    }
}
