//! LIST-18.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::application::Standard;
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::listed;

requirement! {
    /// The assessment and skill standards that the micro-credential uses are listed in full.
    ///
    /// For each standard the draft gives the number, the version, the title, the level and the
    /// credits. A micro-credential may use none, but then the draft says so: an empty list alone
    /// does not show whether there are none or nobody has entered them yet.
    "standards-are-listed" reads ["uses_standards", "standards"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-18",
        says: "The listing names every assessment or skill standard that is used.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::listing_rule_6("6.1(f)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(&'static str, Gap),
    Contradictory(usize),
    NoneListed,
    Incomplete(Vec<String>),
    NoneUsed,
    Listed(usize),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let (uses, standards) = (&case.application.uses_standards, &case.application.standards);
    if let Err(gap @ Gap::NotUnderstood(_)) = standards.stated() {
        return Outcome::Missing(Reason::Gap("The list of standards", gap));
    }
    let standards = standards.items();
    if standards.is_empty() {
        return match uses.stated() {
            Ok(true) => Outcome::Missing(Reason::NoneListed),
            Ok(false) => Outcome::Met(Reason::NoneUsed),
            Err(gap) => Outcome::Missing(Reason::Gap("Whether standards are used", gap)),
        };
    }
    if uses.given() == Some(&false) {
        return Outcome::Missing(Reason::Contradictory(standards.len()));
    }
    let incomplete: Vec<String> =
        (1..).zip(standards).filter_map(|(number, standard)| lacking(number, standard)).collect();
    if incomplete.is_empty() {
        Outcome::Met(Reason::Listed(standards.len()))
    } else {
        Outcome::Missing(Reason::Incomplete(incomplete))
    }
}

/// What an entry of the list lacks, where it lacks anything: `27360 (version and credits)`.
fn lacking(number: usize, standard: &Standard) -> Option<String> {
    let fields = [
        ("number", standard.id.given().is_some()),
        ("version", standard.version.given().is_some()),
        ("title", standard.title.given().is_some()),
        ("level", standard.level.given().is_some()),
        ("credits", standard.credits.given().is_some()),
    ];
    let lacking: Vec<&str> = fields.iter().filter(|(_, given)| !given).map(|(field, _)| *field).collect();
    let name = standard.id.given().cloned().unwrap_or_else(|| format!("entry {number}"));
    (!lacking.is_empty()).then(|| format!("{name} ({})", listed(&lacking)))
}

fn words(reason: &Reason) -> Words {
    const WHY: &str =
        "The listing names each standard that is used, by number, version, title, level and credits.";
    match reason {
        Reason::Gap(what, gap) => {
            gap.words(what, WHY, "Say whether it uses assessment or skill standards, and list those it uses.")
        }
        Reason::Contradictory(count) => Words::fault(
            format!("The draft says that no standards are used, and lists {count}."),
            "Only one of the two can be true.",
            "Correct the answer, or take the standards out of the list.",
        ),
        Reason::NoneListed => Words::fault(
            "The draft says that standards are used, and lists none.",
            WHY,
            "List every assessment or skill standard that is used, or correct the answer.",
        ),
        Reason::Incomplete(entries) => Words::fault(
            format!("The list of standards is not complete: {}.", listed(entries)),
            WHY,
            "Fill these in, or correct them where they are there and cannot be read, as the Directory of Assessment and Skill Standards has them.",
        ),
        Reason::NoneUsed => Words::fine("The draft says that no assessment or skill standards are used."),
        Reason::Listed(1) => Words::fine("One standard is listed, with all its details."),
        Reason::Listed(count) => Words::fine(format!("{count} standards are listed, with all their details.")),
    }
}
