//! LIST-10.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::regime::RULES_2022;
use crate::domain::route::QUALITY_ASSURED;
use crate::domain::text::shortened;

requirement! {
    /// The NZSCED code has six digits.
    ///
    /// NZSCED is the New Zealand Standard Classification of Education. Two digits of its code are
    /// the broad field, four the narrow field, and all six the detailed field. The codes of the
    /// broad fields 01 to 09 begin with a zero, which spreadsheets like to drop.
    "nzsced-form" reads ["nzsced"]
}

const EDITIONS: &[Edition<()>] = &[Edition {
    clause: Clause {
        id: "LIST-10",
        says: "The listing gives an NZSCED code of six digits.",
        routes: QUALITY_ASSURED,
        from: Some(RULES_2022),
        to: None,
        severity: Severity::Must,
        decided_by: DecidedBy::Machine,
        citation: Citation::listing_rule_6("6.1(c)"),
    },
    parameters: (),
}];

enum Reason {
    Gap(Gap),
    ZeroLost(String),
    NotSixDigits(String),
    SixDigits(String),
}

fn examine(case: &Case, (): &()) -> Outcome<Reason> {
    let code = match case.application.nzsced.stated() {
        Ok(code) => code,
        Err(gap) => return Outcome::Missing(Reason::Gap(gap)),
    };
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    match code.len() {
        6 if digits => Outcome::Met(Reason::SixDigits(code.clone())),
        5 if digits => Outcome::NotMet(Reason::ZeroLost(code.clone())),
        _ => Outcome::NotMet(Reason::NotSixDigits(shortened(code, 40))),
    }
}

fn words(reason: &Reason) -> Words {
    const WHY: &str = "The code places the micro-credential among the fields of study, in six digits.";
    match reason {
        Reason::Gap(gap) => {
            gap.words("The NZSCED code", WHY, "Enter the six digits of the detailed field it belongs to.")
        }
        Reason::ZeroLost(code) => Words::fault(
            format!("The NZSCED code “{code}” has five digits."),
            WHY,
            format!("If a zero was lost at its front, enter 0{code}; otherwise look the code up."),
        ),
        Reason::NotSixDigits(code) => Words::fault(
            format!("The NZSCED code “{code}” is not six digits."),
            WHY,
            "Look the detailed field up, and enter its six digits without spaces or dots.",
        ),
        Reason::SixDigits(code) => Words::fine(format!("The NZSCED code {code} has six digits.")),
    }
}
