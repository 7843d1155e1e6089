//! NEED-01, NEED-02 and NEED-03.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::Language;
use crate::domain::application::Party::{
    self, Community, Employer, Hapu, IndustryBody, Isb, Iwi, Learner, Profession, Wdc,
};
use crate::domain::regime::{BEFORE_BOARDS, BEFORE_RULES_2022, BOARDS_BEGIN, FIRST_APPLICATIONS, RULES_2022};
use crate::domain::route::{QUALITY_ASSURED, Route};
use crate::domain::text::listed;

requirement! {
    /// Somebody outside shows that the micro-credential is needed.
    ///
    /// At least one piece of evidence comes from a party that the rules count: employers and
    /// industry, iwi and communities since 2018; hapū, learners and workforce development councils
    /// by name since the Rules 2022. On 1 January 2026 industry skills boards took the councils'
    /// place.
    ///
    /// How strong the evidence is, a person judges.
    "need-is-evidenced" reads ["need.evidence"]
}

/// The parties whose evidence an edition counts.
struct Counts(&'static [Party]);

const EDITIONS: &[Edition<Counts>] = &[
    Edition {
        clause: Clause {
            id: "NEED-01",
            says: "Employers, industry, iwi or communities give strong evidence that it is needed.",
            routes: &[Route::Teo, Route::University],
            from: Some(FIRST_APPLICATIONS),
            to: Some(BEFORE_RULES_2022),
            severity: Severity::Must,
            decided_by: DecidedBy::Both,
            citation: Citation::GUIDANCE_2018,
        },
        parameters: Counts(&[Employer, IndustryBody, Profession, Iwi, Community]),
    },
    Edition {
        clause: Clause {
            id: "NEED-02",
            says: "Employers, industry, a workforce development council, iwi or communities give evidence that it is needed.",
            routes: QUALITY_ASSURED,
            from: Some(RULES_2022),
            to: Some(BEFORE_BOARDS),
            severity: Severity::Must,
            decided_by: DecidedBy::Both,
            citation: Citation::GUIDANCE_2022,
        },
        parameters: Counts(&[Employer, IndustryBody, Profession, Wdc, Iwi, Hapu, Community, Learner]),
    },
    Edition {
        clause: Clause {
            id: "NEED-03",
            says: "Employers, industry, an industry skills board, iwi or communities give evidence that it is needed.",
            routes: QUALITY_ASSURED,
            from: Some(BOARDS_BEGIN),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Both,
            citation: Citation::found(
                "NZQA, changes to NZQA rules (January 2026)",
                "",
                "https://www2.nzqa.govt.nz/about-us/news/changes-to-nzqa-rules",
            ),
        },
        parameters: Counts(&[Employer, IndustryBody, Profession, Isb, Iwi, Hapu, Community, Learner]),
    },
];

enum Reason {
    EvidenceGap(Gap),
    PartyGap(Gap),
    NotCounted { found: Vec<Party>, counted: &'static [Party] },
    Evidence { counted: Vec<Party>, others: Vec<Party> },
}

fn examine(case: &Case, counts: &Counts) -> Outcome<Reason> {
    let evidence = match case.application.evidence_of_need.stated_items() {
        Ok(evidence) => evidence,
        Err(gap) => return Outcome::Missing(Reason::EvidenceGap(gap)),
    };
    let parties = evidence.iter().filter_map(|piece| piece.party.given().copied());
    let (counted, others): (Vec<Party>, Vec<Party>) = parties.partition(|party| counts.0.contains(party));
    if !counted.is_empty() {
        return Outcome::Judgement(Reason::Evidence { counted, others });
    }
    if !others.is_empty() {
        return Outcome::Missing(Reason::NotCounted { found: others, counted: counts.0 });
    }
    let gaps: Vec<Gap> = evidence.iter().filter_map(|piece| piece.party.stated().err()).collect();
    let misread = gaps.into_iter().find(|gap| *gap != Gap::NotStated);
    Outcome::Missing(Reason::PartyGap(misread.unwrap_or(Gap::NotStated)))
}

fn words(reason: &Reason) -> Words {
    const WHY: &str = "A micro-credential answers a need that somebody outside has shown.";
    match reason {
        Reason::EvidenceGap(gap) => gap.words(
            "Evidence of need",
            WHY,
            "Add at least one piece of evidence, and say from whom it comes.",
        ),
        Reason::PartyGap(gap) => {
            gap.words("The party that the evidence comes from", WHY, "Choose from whom each piece of evidence comes.")
        }
        Reason::NotCounted { found, counted } => Words::fault(
            format!("The evidence comes only from parties that do not count on this day: {}.", tally(found)),
            format!("Evidence counts from these: {}.", listed(&counted.iter().map(name).collect::<Vec<_>>())),
            "Add a piece of evidence from one of them.",
        ),
        Reason::Evidence { counted, others } => {
            let (pieces, are) = if counted.len() == 1 { ("piece", "is") } else { ("pieces", "are") };
            let not_counted = match tally(others) {
                parties if parties.is_empty() => String::new(),
                parties => format!(" Not counted on this day: {parties}."),
            };
            Words::fault(
                format!("Whether {} {pieces} of evidence {are} strong enough is for a person to judge.", counted.len()),
                format!("The evidence comes from: {}.{not_counted}", tally(counted)),
                "Check that each piece says what is needed, and that this micro-credential is the answer to it.",
            )
        }
    }
}

/// How many pieces came from whom: `employer (2) and iwi (1)`.
fn tally(parties: &[Party]) -> String {
    let mut seen: Vec<Party> = Vec::new();
    for party in parties {
        if !seen.contains(party) {
            seen.push(*party);
        }
    }
    let pieces = |party: &Party| parties.iter().filter(|each| *each == party).count();
    let tallied: Vec<String> =
        seen.iter().map(|party| format!("{} ({})", name(party), pieces(party))).collect();
    listed(&tallied)
}

fn name(party: &Party) -> String {
    party.label(Language::ENGLISH).to_ascii_lowercase()
}
