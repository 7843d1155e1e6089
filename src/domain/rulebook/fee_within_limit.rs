//! FUND-08 and FUND-09.

use super::{Case, Citation, Clause, DecidedBy, Edition, Gap, Outcome, Severity, Words};
use crate::domain::application::{Fund, Setting};
use crate::domain::day::day;
use crate::domain::measure::Dollars;
use crate::domain::route::Route;
use crate::domain::text::listed;

requirement! {
    /// The learner's fee lies within the limit that comes with the funding.
    ///
    /// A provider that takes certain funds of the Tertiary Education Commission may charge learners
    /// only so much for each credit, GST included: $60 from 2021, $64 since 2025. The funds are
    /// SAC3+ (level 3 and above, to 2022) and, since 2023, DQ3-7 and DQ7-10. Where none of these is
    /// sought, no limit binds.
    ///
    /// The limit of $64 does not bind work-based delivery, where DQ3-7 is the only one of these
    /// funds that is sought. The commission may grant exceptions from either limit.
    "fee-within-limit" reads ["applicant.funds", "fee_per_credit", "delivery.main_setting"]
}

/// A fee limit, and the funds of its time.
#[derive(Clone, Copy)]
struct Limit {
    fee: Dollars,
    /// The funds that carry it.
    carried_by: &'static [Fund],
    /// The other funds of the time, which carry none.
    others: &'static [Fund],
    /// Whether work-based delivery under DQ3-7 is exempt.
    exempts_work_based: bool,
    /// What else to know where a fee is over the limit; may be empty.
    note: &'static str,
}

const EDITIONS: &[Edition<Limit>] = &[
    Edition {
        clause: Clause {
            id: "FUND-08",
            says: "With SAC3+ funding, the learner’s fee is at most $60 per credit including GST.",
            routes: &[Route::Funding],
            from: Some(day(2021, 1, 1)),
            to: Some(day(2022, 12, 31)),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: EXCEPTIONS_2021,
        },
        parameters: Limit {
            fee: Dollars::new(60),
            carried_by: &[Fund::Sac3],
            others: &[Fund::Sac12, Fund::Itf],
            exempts_work_based: false,
            note: "",
        },
    },
    Edition {
        clause: Clause {
            id: "FUND-08",
            says: "With funding from DQ3-7 or DQ7-10, which took the place of SAC3+, the learner’s fee is at most $60 per credit including GST.",
            routes: &[Route::Funding],
            from: Some(day(2023, 1, 1)),
            to: Some(day(2024, 12, 31)),
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: EXCEPTIONS_2021,
        },
        parameters: Limit {
            fee: Dollars::new(60),
            carried_by: &[Fund::Dq37, Fund::Dq710],
            others: &[Fund::Dq12],
            exempts_work_based: false,
            note: " That the limit of $60 held for these funds, and until 31 December 2024, is not confirmed: one page of the commission gives both $60 and $64. Whether it bound work-based delivery was not found.",
        },
    },
    Edition {
        clause: Clause {
            id: "FUND-09",
            says: "With funding from DQ3-7 for provider-based delivery, or from DQ7-10, the learner’s fee is at most $64 per credit including GST.",
            routes: &[Route::Funding],
            from: Some(day(2025, 1, 1)),
            to: None,
            severity: Severity::Must,
            decided_by: DecidedBy::Machine,
            citation: Citation::found(
                "Tertiary Education Commission, notice on micro-credential fees, copied by Livenews",
                "",
                "https://livenews.co.nz/?p=280197",
            ),
        },
        parameters: Limit {
            fee: Dollars::new(64),
            carried_by: &[Fund::Dq37, Fund::Dq710],
            others: &[Fund::Dq12],
            exempts_work_based: true,
            note: " A part of an approved programme follows the Annual Maximum Fee Movement instead.",
        },
    },
];

const EXCEPTIONS_2021: Citation = Citation::found(
    "Tertiary Education Commission, notice on exceptions to the fee limit, 30 September 2021, copied by Livenews",
    "",
    "https://livenews.co.nz/2021/09/30/applying-for-exception-to-fee-limit-on-micro-credentials/",
);

enum Reason {
    FundsGap(Gap),
    FeeGap(Gap),
    SettingGap(Gap, Dollars, Dollars),
    NoFunds,
    NoLimit(Vec<Fund>),
    OtherTime(Vec<Fund>),
    WorkBased,
    Within(Dollars, Dollars),
    Over(Dollars, Limit),
}

fn examine(case: &Case, limit: &Limit) -> Outcome<Reason> {
    let application = case.application;
    let named = match application.applicant.funds.stated_items() {
        Ok(funds) => funds,
        Err(Gap::NotStated) => return Outcome::NotApplicable(Reason::NoFunds),
        Err(gap) => return Outcome::Missing(Reason::FundsGap(gap)),
    };
    let names_any_of = |funds: &[Fund]| named.iter().any(|fund| funds.contains(fund));
    if !names_any_of(limit.carried_by) {
        return if names_any_of(limit.others) {
            Outcome::NotApplicable(Reason::NoLimit(named.to_vec()))
        } else {
            Outcome::Missing(Reason::OtherTime(named.to_vec()))
        };
    }
    let setting_matters = limit.exempts_work_based && !names_any_of(&[Fund::Dq710]);
    if setting_matters && application.main_setting.given() == Some(&Setting::Workplace) {
        return Outcome::NotApplicable(Reason::WorkBased);
    }
    let fee = match application.fee_per_credit.stated() {
        Ok(fee) => *fee,
        Err(gap) => return Outcome::Missing(Reason::FeeGap(gap)),
    };
    if fee <= limit.fee {
        return Outcome::Met(Reason::Within(fee, limit.fee));
    }
    match application.main_setting.stated() {
        Err(gap) if setting_matters => Outcome::Missing(Reason::SettingGap(gap, fee, limit.fee)),
        _ => Outcome::NotMet(Reason::Over(fee, *limit)),
    }
}

fn words(reason: &Reason) -> Words {
    match reason {
        Reason::FundsGap(gap) => gap.words(
            "The fund that is sought",
            "The fund decides whether a fee limit binds.",
            "Choose the fund, or none.",
        ),
        Reason::FeeGap(gap) => gap.words(
            "The learner’s fee per credit",
            "The fund that is sought comes with a limit on it.",
            "Enter the fee for each credit in dollars, GST included: the whole fee divided by the credits.",
        ),
        Reason::SettingGap(gap, fee, most) => gap.words(
            "The main setting of delivery",
            &format!("{fee} per credit is over the limit of {most}, which does not bind work-based delivery under DQ3-7."),
            "Choose the main setting.",
        ),
        Reason::NoFunds => Words::fine("No fund of the Tertiary Education Commission is sought, so no fee limit binds."),
        Reason::NoLimit(funds) => {
            Words::fine(format!("No fund that is sought carries a fee limit on this day: {}.", codes(funds)))
        }
        Reason::OtherTime(funds) => Words::fault(
            format!("The funds that are sought did not exist on this day: {}.", codes(funds)),
            "SAC and ITF funding ended with 2022; the DQ funds took its place on 1 January 2023. Which fund is sought decides whether a fee limit binds.",
            "Choose a fund of this day, or none.",
        ),
        Reason::WorkBased => Words::fine("Work-based delivery under DQ3-7 is exempt from the fee limit."),
        Reason::Within(fee, most) => {
            Words::fine(format!("{fee} per credit lies within the limit of {most} per credit."))
        }
        Reason::Over(fee, limit) => Words::fault(
            format!("{fee} per credit is over the limit of {} per credit.", limit.fee),
            format!("The fund that is sought caps what learners pay, GST included.{}", limit.note),
            format!(
                "Lower the fee to {} per credit, or ask the commission for an exception: it looks for delivery that cannot be sustained at the limit, and for the support of industry or employers.",
                limit.fee
            ),
        ),
    }
}

fn codes(funds: &[Fund]) -> String {
    let codes: Vec<&str> = funds.iter().map(|fund| fund.id()).collect();
    listed(&codes)
}
