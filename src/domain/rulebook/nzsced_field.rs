//! LIST-11.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;

requirement! {
    /// The NZSCED code belongs to a real field.
    ///
    /// The first two digits are the broad field, 01 to 12. The next two are the narrow field: for
    /// the broad fields 01 to 06 the whole list was read, for 07 to 12 only single codes were seen.
    ///
    /// The last two digits cannot be checked: the file with all the codes was not found.
    "nzsced-field" reads ["nzsced"]
}

/// A broad field, by the first two digits of its codes.
struct Field {
    code: &'static str,
    name: &'static str,
    narrow: Narrow,
}

/// What is known of the narrow fields of a broad one, by the third and fourth digit.
enum Narrow {
    /// All of them: the whole list was read.
    All(&'static [&'static str]),
    /// These were seen in use; the list was not found.
    Seen(&'static [&'static str]),
}

const EDITIONS: &[Edition<&[Field]>] = &[Edition {
    clause: Clause {
        id: "LIST-11",
        says: "The NZSCED code belongs to a real broad, narrow and detailed field.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::found(
            "Education Counts, NZSCED broad fields of study",
            "",
            "https://www.educationcounts.govt.nz/data-services/collecting-information/code-sets-and-classifications/new_zealand_standard_classification_of_education_nzsced/nzsced_broad_fields_of_study",
        ),
    },
    parameters: &[
        field("01", "Natural and Physical Sciences", Narrow::All(&["01", "03", "05", "07", "09", "99"])),
        field("02", "Information Technology", Narrow::All(&["01", "03", "99"])),
        field(
            "03",
            "Engineering and Related Technologies",
            Narrow::All(&["01", "03", "05", "07", "09", "11", "13", "15", "17", "99"]),
        ),
        field("04", "Architecture and Building", Narrow::All(&["01", "03"])),
        field(
            "05",
            "Agriculture, Environmental and Related Studies",
            Narrow::All(&["01", "03", "05", "07", "09", "99"]),
        ),
        field(
            "06",
            "Health",
            Narrow::All(&["01", "03", "05", "07", "09", "11", "13", "15", "17", "19", "99"]),
        ),
        field("07", "Education", Narrow::Seen(&["01"])),
        field("08", "Management and Commerce", Narrow::Seen(&[])),
        field("09", "Society and Culture", Narrow::Seen(&["03", "15"])),
        field("10", "Creative Arts", Narrow::Seen(&[])),
        field("11", "Food, Hospitality and Personal Services", Narrow::Seen(&[])),
        field("12", "Mixed Field Programmes", Narrow::Seen(&[])),
    ],
}];

const fn field(code: &'static str, name: &'static str, narrow: Narrow) -> Field {
    Field { code, name, narrow }
}

enum Reason {
    Gap(Gap),
    NotSixDigits,
    NoBroadField(String),
    NoNarrowField(String, &'static Field),
    NarrowFieldNotSeen(String, &'static Field),
    Known(String, &'static Field),
}

fn examine(case: &Case, fields: &&'static [Field]) -> Outcome<Reason> {
    let code = match case.application.nzsced.stated() {
        Ok(code) => code,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Outcome::Missing(Reason::NotSixDigits);
    }
    let broad = code.get(..2).unwrap_or_default();
    let narrow = code.get(..4).unwrap_or_default().to_owned();
    let Some(field) = fields.iter().find(|field| field.code == broad) else {
        return Outcome::NotMet(Reason::NoBroadField(broad.to_owned()));
    };
    let digits = code.get(2..4).unwrap_or_default();
    match field.narrow {
        Narrow::All(known) | Narrow::Seen(known) if known.contains(&digits) => {
            Outcome::Met(Reason::Known(narrow, field))
        }
        Narrow::All(_) => Outcome::NotMet(Reason::NoNarrowField(narrow, field)),
        Narrow::Seen(_) => Outcome::Judgement(Reason::NarrowFieldNotSeen(narrow, field)),
    }
}

fn words(reason: &Reason) -> Words {
    const LOOK_UP: &str = "Look the code up in the classification, and enter the six digits that stand there.";
    match reason {
        Reason::Gap(gap) => gap.words("The NZSCED code", "The code says which field of study this belongs to.", LOOK_UP),
        Reason::NotSixDigits => Words::fault(
            "The field of study cannot be told from the NZSCED code.",
            "Only a code of six digits says which broad and narrow field it means.",
            LOOK_UP,
        ),
        Reason::NoBroadField(broad) => Words::fault(
            format!("NZSCED has no broad field {broad}."),
            "The first two digits are the broad field, and those run from 01 to 12.",
            LOOK_UP,
        ),
        Reason::NoNarrowField(narrow, field) => Words::fault(
            format!("NZSCED has no narrow field {narrow} in {}.", of(field)),
            "The first four digits are the narrow field; this one is not among those of its broad field.",
            LOOK_UP,
        ),
        Reason::NarrowFieldNotSeen(narrow, field) => Words::fault(
            format!("Whether NZSCED has a narrow field {narrow} is not known here."),
            format!("The broad field is {}. Its list of narrow fields was not found, nor that of the detailed ones.", of(field)),
            "Look the code up in the classification and check all six digits.",
        ),
        Reason::Known(narrow, field) => Words::fine(format!(
            "The broad field is {}, and it has the narrow field {narrow}. The last two digits could not be checked: no list of the detailed fields was found.",
            of(field)
        )),
    }
}

fn of(field: &Field) -> String {
    format!("{} ({})", field.name, field.code)
}
