//! LIST-02.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::{has_phrase, quoted};

requirement! {
    /// The title has no word that could have it taken for a qualification.
    ///
    /// The listing rules name nine such words and forbid each where it may cause confusion with a
    /// qualification. The title is searched for them in whole words: “International” holds no
    /// “national”. Where one is found, the draft must say why it does not confuse, and a person
    /// judges that.
    ///
    /// “Certificate” and “qualification” are not on the list: the register has a “Licence Controller
    /// Qualification”. These two, and “master’s”, “doctoral” and “doctorate”, are only pointed out.
    "title-words" reads ["title", "title_justification"]
}

/// A word, and the spellings of it that are searched for.
type Spelled = (&'static str, &'static [&'static str]);

/// The words that an edition searches for.
struct Vocabulary {
    /// The rule names them.
    listed: &'static [Spelled],
    /// The rule does not name them, and they are close to words that it names.
    close: &'static [Spelled],
}

const EDITIONS: &[Edition<Vocabulary>] = &[Edition {
    clause: Clause {
        id: "LIST-02",
        says: "The title uses none of these where it could be taken for a qualification: New Zealand, national, diploma, degree, bachelor, master, doctor, under-graduate, post-graduate.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Both,
        citation: Citation::listing_rule_6("6.2(a)"),
    },
    parameters: Vocabulary {
        listed: &[
            ("New Zealand", &["New Zealand", "New Zealand’s"]),
            ("national", &["national", "nationals"]),
            ("diploma", &["diploma", "diplomas"]),
            ("degree", &["degree", "degrees"]),
            ("bachelor", &["bachelor", "bachelors"]),
            ("master", &["master"]),
            ("doctor", &["doctor", "doctors"]),
            ("under-graduate", &["under-graduate", "under-graduates", "undergraduate", "undergraduates"]),
            ("post-graduate", &["post-graduate", "post-graduates", "postgraduate", "postgraduates"]),
        ],
        close: &[
            ("master’s", &["master’s"]),
            ("doctoral", &["doctoral"]),
            ("doctorate", &["doctorate", "doctorates"]),
            ("certificate", &["certificate", "certificates"]),
            ("qualification", &["qualification", "qualifications"]),
        ],
    },
}];

enum Reason {
    Gap(Gap),
    Unexplained(Vec<&'static str>),
    Explained(Vec<&'static str>),
    Close(Vec<&'static str>),
    Clear,
}

fn examine(case: &Case, vocabulary: &Vocabulary) -> Outcome<Reason> {
    let title = match case.application.title.stated() {
        Ok(title) => title,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    let listed = found_in(title, vocabulary.listed);
    let close = found_in(title, vocabulary.close);
    if !listed.is_empty() {
        return match case.application.title_justification.given() {
            None => Outcome::NotMet(Reason::Unexplained(listed)),
            Some(_) => Outcome::Judgement(Reason::Explained(listed)),
        };
    }
    if !close.is_empty() {
        return Outcome::Judgement(Reason::Close(close));
    }
    Outcome::Met(Reason::Clear)
}

fn found_in(title: &str, words: &[Spelled]) -> Vec<&'static str> {
    let is_in_title = |(_, spellings): &&Spelled| spellings.iter().any(|spelling| has_phrase(title, spelling));
    words.iter().filter(is_in_title).map(|(word, _)| *word).collect()
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Gap(gap) => gap.words(
            "The title",
            "Without it nobody can see whether it could be taken for a qualification.",
            "Enter the title as it is to be listed.",
        ),
        Reason::Unexplained(words) => Words::fault(
            format!("The title uses {} and the draft gives no reason.", quoted(words)),
            "A micro-credential’s title may not use such a word where it may cause confusion with a qualification.",
            "Take this out of the title, or write under the title why nobody would take this for a qualification.",
        ),
        Reason::Explained(words) => Words::fault(
            format!("The title uses {}, and whether that may confuse is open.", quoted(words)),
            "The draft gives a reason. The test is whether the title may cause confusion with a qualification, and a person decides it.",
            "Check that the reason answers that test, or take this out of the title.",
        ),
        Reason::Close(words) => Words::fault(
            format!("The title uses {}, so it sounds like a qualification.", quoted(words)),
            "The rule does not list this, so no rule is broken; a reader may still be confused.",
            "Ask whether the title needs this, and be ready to say why.",
        ),
        Reason::Clear => Words::fine("The title uses none of the words that the rule lists."),
    }
}
